//! What comes and goes other than through openings: crew, tanks, generators, scrubbers, machines that lose air.

use super::heat::Heat;
use super::network::Network;
use super::species::{GAS_CONSTANT, Masses};

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
        for scrubber in self.scrubbers.iter().filter(|scrubber| scrubber.flow > 0.0) {
            if let Some(feed) = scratch.feeds.iter_mut().find(|feed| feed.compartment == scrubber.compartment) {
                feed.parcel.0[scrubber.species.lane()] -= scrubber.takes(&self.rooms, seconds);
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

    /// Books what a piece has really brought.
    pub(super) fn book_sources(&mut self, seconds: f64) {
        for feed in &self.scratch.feeds {
            self.sourced.add(feed.parcel + feed.thrown);
            if feed.thrown != Masses::VACUUM {
                self.lost.add(feed.thrown);
            }
            if feed.short != Masses::VACUUM {
                self.shortfall.add(feed.short);
            }
        }
        for scrubber in self.scrubbers.iter_mut().filter(|scrubber| scrubber.flow > 0.0) {
            let taken = scrubber.takes(&self.rooms, seconds);
            scrubber.removed.add(taken);
        }
    }
}

impl super::network::Scrubber {
    /// kg that it takes over a piece: flow times density, with the density of the piece's middle as the scrubber itself
    /// thins it, and its cap.
    fn takes(&self, rooms: &super::network::Rooms, seconds: f64) -> f64 {
        let index = self.compartment as usize;
        let mass = rooms.mass[index].0[self.species.lane()];
        let passes = self.flow * seconds * rooms.per_volume[index];
        let taken = mass * passes / (1.0 + 0.5 * passes);
        let taken = if taken > MOST_TAKEN * mass { MOST_TAKEN * mass } else { taken };
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
