//! What comes and goes other than through openings: crew, tanks, generators, scrubbers, machines that lose air.

use super::heat::Heat;
use super::network::{Network, Rooms, Scrubber};
use super::species::{GAS_CONSTANT, Masses};
use super::step::Scratch;

/// The largest share of a gas that sinks may take in one piece: what leaves through openings in the same piece must
/// still find some.
const MOST_TAKEN: f64 = 0.5;

/// A compartment that is fed, over a piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Feed {
    pub compartment: u32,
    /// kg brought, all told.
    pub parcel: Masses,
    /// kg thrown overboard, within it.
    pub thrown: Masses,
    /// kg asked for and not found.
    pub short: Masses,
}

impl Network {
    /// Lists the compartments that sources, losses and scrubbers feed: a station has many that nothing does.
    pub(super) fn list_feeds(&mut self) {
        self.feeds_stale = false;
        self.scratch.feeds.clear();
        for (index, parcel) in self.scratch.parcel.iter_mut().enumerate() {
            *parcel = Masses::VACUUM;
            self.scratch.rooms[index].sourced = 0.0;
            let scrubbed = self.scrubbers.iter().any(|s| s.compartment as usize == index && s.flow > 0.0);
            if scrubbed || self.rooms.loss[index] > 0.0 || self.rooms.source[index] != Masses::VACUUM {
                self.scratch.feeds.push(Feed { compartment: index as u32, ..Feed::default() });
            }
        }
    }

    /// Fills in what sources and heat bring to each compartment in a piece of `seconds`. Nothing is booked: a plan may
    /// be made again.
    pub(super) fn gather_sources(&mut self, seconds: f64) {
        let scratch = &mut self.scratch;
        for feed in &mut scratch.feeds {
            let index = feed.compartment as usize;
            let mass = self.rooms.mass[index];
            feed.thrown = thrown(self.rooms.loss[index], mass, seconds);
            feed.parcel = self.rooms.source[index] * seconds - feed.thrown;
        }
        scratch.scrubbed.clear();
        for scrubber in &self.scrubbers {
            let index = scrubber.compartment as usize;
            let takes = scrubber.takes(self.rooms.mass[index], self.rooms.per_volume[index], seconds);
            scratch.scrubbed.push(takes);
            if let Some(feed) = scratch.feeds.iter_mut().find(|feed| feed.compartment == scrubber.compartment) {
                feed.parcel.0[scrubber.species.lane()] -= takes;
            }
        }
        for feed in &mut scratch.feeds {
            let index = feed.compartment as usize;
            feed.short = Masses::VACUUM;
            let there = self.rooms.mass[index].0;
            for ((amount, short), there) in feed.parcel.0.iter_mut().zip(&mut feed.short.0).zip(there) {
                let most = -MOST_TAKEN * there;
                if *amount < most {
                    *short = most - *amount;
                    *amount = most;
                }
            }
            scratch.parcel[index] = feed.parcel;
            scratch.rooms[index].sourced = feed.parcel.moles();
        }
        if self.any_energy {
            for (index, room) in scratch.rooms.iter_mut().enumerate() {
                let heat = Heat::of(&self.rooms, index);
                // p V = (gamma - 1) U
                let heated = if self.rooms.energy[index] { 0.4 * heat.over(room, 0.0, seconds).0 } else { 0.0 };
                room.heated = heated;
                room.brought = room.sourced * GAS_CONSTANT * room.kelvin + heated;
            }
        }
    }

    /// Books a part of what a piece brings.
    pub(super) fn book_sources(&mut self, part: f64) {
        for feed in &self.scratch.feeds {
            self.sourced.add((feed.parcel + feed.thrown) * part);
            if feed.thrown != Masses::VACUUM {
                self.lost.add(feed.thrown * part);
            }
            if feed.short != Masses::VACUUM {
                self.shortfall.add(feed.short * part);
            }
        }
        for (scrubber, taken) in self.scrubbers.iter_mut().zip(&self.scratch.scrubbed) {
            scrubber.removed.add(taken * part);
        }
    }

    /// What has come due of the plan under way, summed over the compartments that are fed.
    pub(super) fn due(&self, of: impl Fn(&Feed) -> Masses) -> Masses {
        let feeds = self.scratch.feeds.iter();
        feeds.fold(Masses::VACUUM, |sum, feed| sum + of(feed)) * self.stride.part
    }
}

/// Heun's second stage for scrubbers: what they take is the mean of what they would take of the start and of the
/// middle. The few moles that this differs from the amounts already planned are evened out by the next plan.
pub(super) fn scrub_again(scrubbers: &[Scrubber], rooms: &Rooms, scratch: &mut Scratch, seconds: f64) {
    for (scrubber, taken) in scrubbers.iter().zip(&mut scratch.scrubbed) {
        let (index, lane) = (scrubber.compartment as usize, scrubber.species.lane());
        let late = scrubber.takes(scratch.middle[index].mass, rooms.per_volume[index], seconds);
        let more = 0.5 * (late - *taken);
        if let Some(feed) = scratch.feeds.iter_mut().find(|feed| feed.compartment == scrubber.compartment) {
            *taken += more;
            feed.parcel.0[lane] -= more;
            scratch.parcel[index] = feed.parcel;
        }
    }
}

impl Scrubber {
    /// kg that it takes over a piece from a compartment that holds this: flow times density, and no more than its cap.
    fn takes(&self, there: Masses, per_volume: f64, seconds: f64) -> f64 {
        let mass = there.0[self.species.lane()];
        let share = self.flow * seconds * per_volume;
        let taken = mass * if share > MOST_TAKEN { MOST_TAKEN } else { share };
        let cap = self.cap * seconds;
        if taken > cap { cap } else { taken }
    }
}

/// kg of cabin mixture that a loss throws overboard; no more than a tenth of it in a piece.
fn thrown(loss: f64, mass: Masses, seconds: f64) -> Masses {
    let total = mass.total_kg();
    if loss == 0.0 || total <= 0.0 {
        return Masses::VACUUM;
    }
    let share = loss * seconds / total;
    mass * if share > 0.1 { 0.1 } else { share }
}
