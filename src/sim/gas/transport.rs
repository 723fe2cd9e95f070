//! Which gas passes: mixtures and heat follow the amounts that the pressures have settled.
//!
//! Every opening carries the mixture of the side it comes from. With the amounts of a piece fixed, that is a linear
//! equation for the masses, stepped by Heun's rule, which keeps masses positive while no compartment loses all its gas
//! in a piece. Where one would, however short the piece (a vestibule between two modules that even out through it), gas
//! is handed on from the upstream end instead (`cascade`), each compartment mixing what it gets before it passes it on.

use super::cascade;
use super::heat::{GAMMA, bearable};
use super::ledger::credit;
use super::network::{Network, Rooms, Scrubber};
use super::source::scrub_again;
use super::species::{GAS_CONSTANT, Masses};
use super::step::{Conduit, Content, EMPTY_MOL, Scratch};

/// Share of its gas that a compartment may lose in a piece under Heun's rule.
const HEUN_LIMIT: f64 = 0.9;

impl Network {
    /// The share of its sides' gas that each passage carries, of the gas at the start for Heun's first stage and of
    /// the gas planned for the end for his second, so that each moves just the amount planned.
    pub(super) fn lay_conduits(&mut self, seconds: f64) {
        let scratch = &mut self.scratch;
        for room in &mut scratch.rooms {
            let end = room.moles + room.gain;
            room.per_mole = (0.0, 0.0);
            if room.moles > EMPTY_MOL && end > EMPTY_MOL {
                let per = 1.0 / (room.moles * end);
                room.per_mole = (per * end, per * room.moles);
            } else if room.moles > EMPTY_MOL {
                room.per_mole.0 = 1.0 / room.moles;
            } else if end > EMPTY_MOL {
                room.per_mole.1 = 1.0 / end;
            }
            let most = if room.per_mole.0 > room.per_mole.1 { room.per_mole.0 } else { room.per_mole.1 };
            room.leaving = room.leaked * most;
        }
        scratch.conduits.clear();
        for live in &self.zones.live {
            let moved = scratch.moved[live.passage as usize];
            let (fan_a, fan_b) = self.passages.fan[live.passage as usize];
            let (fan_a, fan_b) = (fan_a * seconds, fan_b * seconds);
            let (forth, back) = if moved >= 0.0 { (moved, 0.0) } else { (0.0, -moved) };
            let room = &mut scratch.rooms[live.a as usize];
            let out = (forth * room.per_mole.0 + fan_a, forth * room.per_mole.1 + fan_a);
            room.leaving += if out.0 > out.1 { out.0 } else { out.1 };
            let room = &mut scratch.rooms[live.b as usize];
            let back = (back * room.per_mole.0 + fan_b, back * room.per_mole.1 + fan_b);
            room.leaving += if back.0 > back.1 { back.0 } else { back.1 };
            scratch.conduits.push(Conduit { a: live.a, b: live.b, first: (out.0, back.0), second: (out.1, back.1) });
        }
    }

    /// Works out what the plan of a piece does to each compartment.
    pub(super) fn transport(&mut self, seconds: f64) {
        if self.scratch.rooms.iter().any(|room| room.leaving > HEUN_LIMIT) {
            cascade::hand_on(&self.zones, &self.passages, &self.rooms, &mut self.scratch, seconds);
            self.conclude::<true>(cascade::leaked);
        } else if self.any_energy {
            heun::<true>(&self.rooms, &self.scrubbers, &mut self.scratch, seconds);
            self.conclude::<true>(heun_leaked);
        } else {
            heun::<false>(&self.rooms, &self.scrubbers, &mut self.scratch, seconds);
            self.conclude::<false>(heun_leaked);
        }
    }

    /// Finds what leaked, and the temperatures that the heat leaves.
    #[inline]
    fn conclude<const ENERGY: bool>(&mut self, leaked: impl Fn(&Scratch, usize, Masses) -> Masses) {
        let scratch = &mut self.scratch;
        let mut all = Masses::VACUUM;
        for index in 0..scratch.rooms.len() {
            let room = &scratch.rooms[index];
            let mass = self.rooms.mass[index];
            let leaks = room.leaked > 0.0;
            if ENERGY && self.rooms.energy[index] {
                let change = &scratch.change[index];
                let there = (mass + change.mass).moles();
                let work = room.moles * GAS_CONSTANT * room.kelvin + change.work;
                let kelvin = if there > EMPTY_MOL { bearable(work / (there * GAS_CONSTANT)) } else { room.kelvin };
                scratch.warming[index] = kelvin - room.kelvin;
            }
            scratch.gone[index] = if leaks { leaked(scratch, index, mass) } else { Masses::VACUUM };
            all += scratch.gone[index];
        }
        scratch.gone_all = all;
    }

    /// Adds the flows of a piece to those of its span, per second.
    pub(super) fn note_flows(&mut self, span_s: f64) {
        let per_span = 1.0 / span_s;
        for (flow, gone) in self.leaking.iter_mut().zip(&self.scratch.gone) {
            *flow += gone.total_kg() * per_span;
        }
        for (flow, moved) in self.passage_mol_s.iter_mut().zip(&self.scratch.moved) {
            *flow += moved * per_span;
        }
    }

    /// Adds a part of what `transport` has worked out for a piece to the state and to the books.
    pub(super) fn apply(&mut self, part: f64) {
        self.book_sources(part);
        let (scratch, rooms) = (&self.scratch, &mut self.rooms);
        for ((high, low), change) in rooms.mass.iter_mut().zip(&mut rooms.low).zip(&scratch.change) {
            credit(high, low, change.mass * part);
        }
        for (leaked, gone) in rooms.leaked.iter_mut().zip(&scratch.gone) {
            leaked.add(gone.total_kg() * part);
        }
        self.leaked.add(scratch.gone_all * part);
        if self.any_energy {
            for (kelvin, warming) in rooms.temperature.iter_mut().zip(&scratch.warming) {
                *kelvin += warming * part;
            }
        }
    }
}

/// What a compartment's holes let out over a piece that Heun's rule has moved: the mean of its two stages.
#[inline]
fn heun_leaked(scratch: &Scratch, index: usize, start: Masses) -> Masses {
    let room = &scratch.rooms[index];
    (start * room.per_mole.0 + scratch.middle[index].mass * room.per_mole.1) * (0.5 * room.leaked)
}

/// Fills `scratch.change` by Heun's rule.
fn heun<const ENERGY: bool>(rooms: &Rooms, scrubbers: &[Scrubber], scratch: &mut Scratch, seconds: f64) {
    let Scratch { rooms: states, parcel, conduits, middle, change, .. } = scratch;
    for (((here, change), room), &mass) in middle.iter_mut().zip(change.iter_mut()).zip(&*states).zip(&rooms.mass) {
        let share = room.leaked * room.per_mole.0;
        let work = if ENERGY { room.moles * GAS_CONSTANT * room.kelvin } else { 0.0 };
        *here = Content { mass, work };
        *change = Content { mass: mass * -share, work: if ENERGY { -GAMMA * share * work } else { 0.0 } };
    }
    carry::<ENERGY>(conduits, |conduit| conduit.first, middle, change);
    for (((here, change), room), &parcel) in middle.iter_mut().zip(change.iter_mut()).zip(&*states).zip(&*parcel) {
        let share = room.leaked * room.per_mole.1;
        here.mass += change.mass + parcel;
        change.mass -= here.mass * share;
        if ENERGY {
            here.work += change.work + room.brought;
            change.work -= GAMMA * share * here.work;
        }
    }
    carry::<ENERGY>(conduits, |conduit| conduit.second, middle, change);
    scrub_again(scrubbers, rooms, scratch, seconds);
    let Scratch { rooms: states, parcel, change, .. } = scratch;
    for ((change, room), &parcel) in change.iter_mut().zip(&*states).zip(&*parcel) {
        change.mass = change.mass * 0.5 + parcel;
        if ENERGY {
            change.work = change.work * 0.5 + room.brought;
        }
    }
}

/// Adds what conduits carry.
#[inline]
fn carry<const ENERGY: bool>(
    conduits: &[Conduit],
    shares: impl Fn(&Conduit) -> (f64, f64),
    from: &[Content],
    change: &mut [Content],
) {
    for conduit in conduits {
        let (a, b) = (conduit.a as usize, conduit.b as usize);
        let (out, back) = shares(conduit);
        let mass = from[a].mass * out - from[b].mass * back;
        change[a].mass -= mass;
        change[b].mass += mass;
        if ENERGY {
            let work = GAMMA * (from[a].work * out - from[b].work * back);
            change[a].work -= work;
            change[b].work += work;
        }
    }
}
