//! What comes and goes other than through openings: crew, tanks, generators, scrubbers, machines that lose air.

use super::heat::Heat;
use super::network::Network;
use super::species::{moles, sum};

/// The largest share of a gas that sinks may take in one piece: what leaves through openings in the same piece must
/// still find some.
const MOST_TAKEN: f64 = 0.5;

impl Network {
    /// Fills in what sources bring to each compartment in a piece of `seconds`. Nothing is booked: a plan may be made
    /// again.
    pub(super) fn gather_sources(&mut self, seconds: f64) {
        let rooms = &self.rooms;
        for (index, parcel) in self.scratch.parcel.iter_mut().enumerate() {
            *parcel = wanted(rooms.source[index], rooms.loss[index], rooms.mass[index], seconds);
        }
        for scrubber in &self.scrubbers {
            let index = scrubber.compartment as usize;
            let lane = scrubber.species.lane();
            self.scratch.parcel[index][lane] -=
                scrubbed(scrubber.flow, scrubber.cap, rooms.mass[index][lane], rooms.volume[index], seconds);
        }
        for (index, room) in self.scratch.rooms.iter_mut().enumerate() {
            let parcel = &mut self.scratch.parcel[index];
            for (amount, there) in parcel.iter_mut().zip(rooms.mass[index]) {
                if *amount < -MOST_TAKEN * there {
                    *amount = -MOST_TAKEN * there;
                }
            }
            room.sourced = moles(*parcel);
            room.heated = if rooms.energy[index] {
                // p V = (gamma - 1) U
                let heat = Heat { ua_w_k: rooms.ua[index], wall_k: rooms.wall[index], watts: rooms.heat[index] };
                0.4 * heat.over(room.moles, room.kelvin, 0.0, seconds).0
            } else {
                0.0
            };
        }
    }

    /// Books what a piece has really brought.
    pub(super) fn book_sources(&mut self, seconds: f64) {
        for index in 0..self.scratch.parcel.len() {
            let mass = self.rooms.mass[index];
            let loss = self.rooms.loss[index];
            let source = self.rooms.source[index];
            let mut brought = self.scratch.parcel[index];
            if brought == [0.0; 4] && source == [0.0; 4] {
                continue;
            }
            let mut asked = wanted(source, loss, mass, seconds);
            if loss > 0.0 {
                let thrown = thrown(loss, mass, seconds);
                self.lost.add(thrown);
                for lane in 0..4 {
                    brought[lane] += thrown[lane];
                    asked[lane] += thrown[lane];
                }
            }
            self.sourced.add(brought);
            for scrubber in self.scrubbers.iter_mut().filter(|scrubber| scrubber.compartment as usize == index) {
                let lane = scrubber.species.lane();
                let taken = scrubbed(scrubber.flow, scrubber.cap, mass[lane], self.rooms.volume[index], seconds);
                scrubber.removed.add(taken);
                asked[lane] -= taken;
            }
            if asked.iter().zip(&brought).any(|(asked, brought)| asked < brought) {
                let mut short = [0.0; 4];
                for lane in 0..4 {
                    short[lane] = if asked[lane] < brought[lane] { brought[lane] - asked[lane] } else { 0.0 };
                }
                self.shortfall.add(short);
            }
        }
    }
}

/// kg that sources and losses ask for.
fn wanted(source: [f64; 4], loss: f64, mass: [f64; 4], seconds: f64) -> [f64; 4] {
    let mut parcel = source.map(|rate| rate * seconds);
    if loss > 0.0 {
        for (amount, thrown) in parcel.iter_mut().zip(thrown(loss, mass, seconds)) {
            *amount -= thrown;
        }
    }
    parcel
}

/// kg of cabin mixture that a loss throws overboard; no more than a tenth of it in a piece.
fn thrown(loss: f64, mass: [f64; 4], seconds: f64) -> [f64; 4] {
    let total = sum(mass);
    if total <= 0.0 {
        return [0.0; 4];
    }
    let share = loss * seconds / total;
    let share = if share > 0.1 { 0.1 } else { share };
    mass.map(|kg| kg * share)
}

/// kg that a scrubber takes: flow times density, with the density of the piece's middle as the scrubber itself thins
/// it, and its cap.
fn scrubbed(flow: f64, cap: f64, mass: f64, volume: f64, seconds: f64) -> f64 {
    let passes = flow * seconds / volume;
    let taken = mass * passes / (1.0 + 0.5 * passes);
    let taken = if taken > MOST_TAKEN * mass { MOST_TAKEN * mass } else { taken };
    let cap = cap * seconds;
    if taken > cap { cap } else { taken }
}
