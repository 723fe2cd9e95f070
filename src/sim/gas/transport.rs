//! Which gas passes: mixtures and heat follow the amounts that the pressures have settled.
//!
//! Every opening carries the mixture of the side it comes from. With the amounts of a piece fixed, that is a linear
//! equation for the masses, stepped by Heun's rule in its convex form (two Euler steps, averaged with the start), which
//! keeps masses positive while no compartment loses all its gas in a piece. Where one would, however short the piece
//! (a vestibule between two modules that even out through it), gas is handed on from the upstream end instead
//! (`cascade`), each compartment mixing what it gets before it passes it on.

use super::ledger::credit;
use super::network::Network;
use super::species::{GAS_CONSTANT, moles, sum};
use super::{cascade, heat};

/// Share of its gas that a compartment may lose in a piece under Heun's rule.
const HEUN_LIMIT: f64 = 0.9;

impl Network {
    /// Carries out the plan of a piece.
    pub(super) fn transport(&mut self, seconds: f64) {
        self.book_sources(seconds);
        if self.scratch.rooms.iter().any(|room| room.leaving > HEUN_LIMIT) {
            self.cascade(seconds);
        } else {
            self.heun(seconds);
        }
        self.book_flows();
        self.apply();
    }

    fn heun(&mut self, seconds: f64) {
        let scratch = &mut self.scratch;
        for (middle, (room, &mass)) in scratch.middle.iter_mut().zip(scratch.rooms.iter().zip(&self.rooms.mass)) {
            *middle = (mass, room.moles * GAS_CONSTANT * room.kelvin);
        }
        for change in &mut scratch.change {
            *change = ([0.0; 4], 0.0);
        }
        let mut leaked = [0.0; 4];
        for stage in 0..2 {
            for &passage in &self.zones.live {
                let index = passage as usize;
                let (a, b) = self.passages.ends[index];
                let (a, b) = (a as usize, b as usize);
                let moved = scratch.moved[index];
                let fan = self.passages.exchange[index] * seconds;
                let (out, back) = if moved >= 0.0 { (moved, 0.0) } else { (0.0, -moved) };
                let out = 0.5 * (out * scratch.rooms[a].per_mole + fan / self.rooms.volume[a]);
                let back = 0.5 * (back * scratch.rooms[b].per_mole + fan / self.rooms.volume[b]);
                let (from_a, from_b) = (scratch.middle[a], scratch.middle[b]);
                let mut parcel = [0.0; 4];
                for lane in 0..4 {
                    parcel[lane] = out * from_a.0[lane] - back * from_b.0[lane];
                }
                let work = heat::GAMMA * (out * from_a.1 - back * from_b.1);
                let change = &mut scratch.change[a];
                for lane in 0..4 {
                    change.0[lane] -= parcel[lane];
                }
                change.1 -= work;
                let change = &mut scratch.change[b];
                for lane in 0..4 {
                    change.0[lane] += parcel[lane];
                }
                change.1 += work;
            }
            for (index, room) in scratch.rooms.iter().enumerate() {
                if room.leaked == 0.0 {
                    continue;
                }
                let share = 0.5 * room.leaked * room.per_mole;
                let here = scratch.middle[index];
                let mut kg = 0.0;
                for lane in 0..4 {
                    let gone = share * here.0[lane];
                    scratch.change[index].0[lane] -= gone;
                    leaked[lane] += gone;
                    kg += gone;
                }
                scratch.change[index].1 -= heat::GAMMA * share * here.1;
                scratch.holes_kg[index] += kg;
            }
            if stage == 0 {
                for (index, room) in scratch.rooms.iter_mut().enumerate() {
                    let (middle, change, parcel) =
                        (&mut scratch.middle[index], &scratch.change[index], &scratch.parcel[index]);
                    for lane in 0..4 {
                        middle.0[lane] += 2.0 * change.0[lane] + parcel[lane];
                    }
                    middle.1 += 2.0 * change.1 + room.sourced * GAS_CONSTANT * room.kelvin + room.heated;
                    let there = moles(middle.0);
                    room.per_mole = if there > 1e-12 { 1.0 / there } else { 0.0 };
                }
            }
        }
        self.leaked.add(leaked);
    }

    fn cascade(&mut self, seconds: f64) {
        let leaked = cascade::hand_on(&self.zones, &self.passages, &self.rooms, &mut self.scratch, seconds);
        self.leaked.add(leaked);
    }

    /// Adds the net flow of each passage, by the mixture of the side it came from.
    fn book_flows(&mut self) {
        for &passage in &self.zones.live {
            let index = passage as usize;
            let moved = self.scratch.moved[index];
            let (a, b) = self.passages.ends[index];
            let upper = if moved >= 0.0 { a } else { b } as usize;
            let there = self.scratch.rooms[upper].moles;
            if there > 0.0 {
                self.scratch.moved_kg[index] += moved * sum(self.rooms.mass[upper]) / there;
            }
        }
    }

    /// Adds the changes to the masses, and finds the temperatures that the heat has left them.
    fn apply(&mut self) {
        let scratch = &self.scratch;
        for (index, room) in scratch.rooms.iter().enumerate() {
            let (mut change, work) = scratch.change[index];
            for (amount, parcel) in change.iter_mut().zip(scratch.parcel[index]) {
                *amount += parcel;
            }
            credit(&mut self.rooms.mass[index], &mut self.rooms.low[index], change);
            if self.rooms.energy[index] {
                let there = moles(self.rooms.mass[index]);
                if there > 1e-9 {
                    let start = room.moles * GAS_CONSTANT * room.kelvin;
                    let work = start + work + room.sourced * GAS_CONSTANT * room.kelvin + room.heated;
                    self.rooms.temperature[index] = heat::bearable(work / (there * GAS_CONSTANT));
                }
            }
        }
    }
}
