//! How much passes: the pressures of all zones and the flows between and within them, solved together.
//!
//! Each zone has one pressure, which obeys C dp/dt = sources - D p -/+ sum of ajar flows, with C mol/Pa and D mol/s/Pa
//! through its holes. Alone, a zone follows its exponential exactly. Zones joined by ajar openings take one step of
//!
//! ```text
//! A k1 = h f,   A k2 = C k1,   A = C + g h K,   K = -df/dp,   g = 1 - 1/sqrt(2)
//! rise = g k1 + (1 - g) k2
//! ```
//!
//! which is second-order for one evaluation of the flows (a rational exponential Rosenbrock-Euler rule with SDIRK2's
//! stability function) and L-stable: an opening that evens out within the step just does so.

use super::flow::drive;
use super::heat::Heat;
use super::network::{Network, Passages, Rooms};
use super::species::GAS_CONSTANT;
use super::step::{EMPTY_MOL, Opening, Room, Scratch, Volume};
use super::zone::Zones;
use super::{heat, rings};

/// 1 - 1/sqrt(2).
const G: f64 = 0.292_893_218_813_452_5;

/// Compartments whose temperature flows change by less are taken to keep it within a piece, K/s: the flows then err by
/// 2e-5 of themselves.
const DRIFT_K_S: f64 = 0.02;

/// Change of a pressure that an opening may bring about in one piece if it evens out in as long as that.
const WANTED_PA: f64 = 20.0;

/// Pressures and ajar flows at the start of a piece.
pub(super) fn look(zones: &Zones, passages: &Passages, rooms: &Rooms, scratch: &mut Scratch) {
    scratch.zones.clear();
    for zone in &zones.zones {
        let (mut capacity, mut held) = (0.0, 0.0);
        for leaf in &zones.leaves[zone.start as usize..zone.end as usize] {
            let room = &scratch.rooms[leaf.room as usize];
            capacity += rooms.volume[leaf.room as usize] * room.per_work;
            held += room.moles * rooms.per_gamma[leaf.room as usize];
        }
        let per_capacity = 1.0 / capacity;
        scratch.zones.push(Volume { pressure: held * per_capacity, capacity, per_capacity, ..Volume::default() });
    }
    scratch.ajar.clear();
    for ajar in &zones.ajar {
        let (a, b) = (&scratch.zones[ajar.zone_a as usize], &scratch.zones[ajar.zone_b as usize]);
        let forward = a.pressure >= b.pressure;
        let (up, down, room) =
            if forward { (a.pressure, b.pressure, ajar.room_a) } else { (b.pressure, a.pressure, ajar.room_b) };
        let scale = passages.cd_area[ajar.passage as usize] * scratch.rooms[room as usize].draw;
        let drive = drive(up, down);
        let (by_up, by_down) = (scale * drive.by_up, scale * drive.by_down);
        let chord = scale * drive.chord;
        scratch.ajar.push(Opening {
            flow: if forward { scale * drive.flow } else { -scale * drive.flow },
            by_a: if forward { by_up } else { by_down },
            by_b: if forward { by_down } else { by_up },
            chord,
            hurry: chord * (a.per_capacity + b.per_capacity),
            used: (0.0, 0.0, 0.0),
        });
    }
}

/// How many pieces the plan of a whole tick shows to be needed: the rule errs by about 0.04 (h z)^2 of a change, z the
/// share that an opening takes away in a second, and 2 Pa is little enough.
pub(super) fn pieces_wanted(zones: &Zones, scratch: &Scratch, span_s: f64) -> f64 {
    let mut most = 1.0_f64;
    let mut want = |hurry: f64, change: f64| {
        // A change below 2 Pa cannot err by more, however stiff the opening.
        if change > 2.0 {
            let pieces = span_s * hurry * (change * (1.0 / WANTED_PA)).sqrt();
            if pieces > most {
                most = pieces;
            }
        }
    };
    for (ajar, opening) in zones.ajar.iter().zip(&scratch.ajar) {
        let (a, b) = (&scratch.zones[ajar.zone_a as usize], &scratch.zones[ajar.zone_b as usize]);
        want(opening.hurry, (a.rise - b.rise).abs());
    }
    for (zone, volume) in zones.zones.iter().zip(&scratch.zones) {
        if zone.coupled {
            want(volume.drain * volume.per_capacity, volume.rise.abs());
        } else if zone.energy {
            let hurry = 20.0 * volume.drain * volume.per_capacity;
            if hurry > 1.0 {
                want(hurry, WANTED_PA);
            }
        }
    }
    libm::ceil(most)
}

impl Network {
    /// All amounts that pass in a piece.
    pub(super) fn solve(&mut self, seconds: f64) {
        self.zone_balance();
        self.lift_alone(seconds);
        if !self.zones.ajar.is_empty() {
            self.zone_ventilation(seconds);
            self.lift_coupled(seconds);
        }
        self.outside_gains(seconds);
        rings::spread(&self.zones, &self.passages, &self.rooms, &mut self.scratch, &mut self.ring_flow, seconds);
    }

    /// Sums each zone's sources, heat and holes.
    fn zone_balance(&mut self) {
        for (zone, volume) in self.zones.zones.iter().zip(&mut self.scratch.zones) {
            let (mut drain, mut rate) = (0.0, 0.0);
            for leaf in &self.zones.leaves[zone.start as usize..zone.end as usize] {
                let room = &self.scratch.rooms[leaf.room as usize];
                drain += room.drain * room.fade;
                rate += if zone.energy { room.brought * room.per_work } else { room.sourced };
            }
            volume.drain = drain;
            volume.rate = rate;
        }
    }

    /// Adds what fans carry between zones: a fan moves as much volume each way, and so more gas from the denser side.
    fn zone_ventilation(&mut self, seconds: f64) {
        let scratch = &mut self.scratch;
        for ajar in &self.zones.ajar {
            let (fan_a, fan_b) = self.passages.fan[ajar.passage as usize];
            let (a, b) = (ajar.room_a as usize, ajar.room_b as usize);
            let (room_a, room_b) = (&scratch.rooms[a], &scratch.rooms[b]);
            let there = seconds * fan_a * room_a.moles;
            let back = seconds * fan_b * room_b.moles;
            let gain_a = if self.rooms.energy[a] { back * (room_b.kelvin / room_a.kelvin) } else { back } - there;
            let gain_b = if self.rooms.energy[b] { there * (room_a.kelvin / room_b.kelvin) } else { there } - back;
            scratch.zones[ajar.zone_a as usize].rate += gain_a;
            scratch.zones[ajar.zone_b as usize].rate += gain_b;
        }
    }

    /// Zones with no opening but holes: exact for constant sources.
    fn lift_alone(&mut self, seconds: f64) {
        for (zone, volume) in self.zones.zones.iter().zip(&mut self.scratch.zones) {
            if zone.coupled {
                continue;
            }
            let decay = volume.drain * seconds * volume.per_capacity;
            // `rate` is an amount over the whole piece already.
            let pull = (volume.rate - volume.drain * seconds * volume.pressure) * volume.per_capacity;
            let lag = heat::mean_lag(decay);
            volume.lift = pull * lag;
            volume.rise = pull * (1.0 - decay * lag);
        }
    }

    /// Zones joined by ajar openings: one linearly implicit step for all.
    fn lift_coupled(&mut self, seconds: f64) {
        let Scratch { rooms, zones: volumes, ajar: openings, first, second, .. } = &mut self.scratch;
        let matrix = &mut self.zones.matrix;
        matrix.clear();
        first.clear();
        let damp = G * seconds;
        for (value, volume) in matrix.values.iter_mut().zip(&*volumes) {
            *value = volume.capacity + damp * volume.drain;
            first.push(volume.rate - seconds * volume.drain * volume.pressure);
        }
        for (ajar, opening) in self.zones.ajar.iter().zip(openings) {
            let (a, b) = (ajar.zone_a as usize, ajar.zone_b as usize);
            let fade = rooms[if opening.flow >= 0.0 { ajar.room_a } else { ajar.room_b } as usize].fade;
            let (flow, by_a, by_b) = opening.stiffened(fade, seconds);
            opening.used = (flow, by_a, by_b);
            first[a] -= seconds * flow;
            first[b] += seconds * flow;
            matrix.values[a] += damp * by_a;
            matrix.values[b] += damp * by_b;
            matrix.values[ajar.slots.ab as usize] -= damp * by_b;
            matrix.values[ajar.slots.ba as usize] -= damp * by_a;
        }
        matrix.factor();
        matrix.solve(first);
        second.clear();
        second.extend(first.iter().zip(&*volumes).map(|(rise, volume)| rise * volume.capacity));
        matrix.solve(second);
        for ((volume, zone), (k1, k2)) in volumes.iter_mut().zip(&self.zones.zones).zip(first.iter().zip(&*second)) {
            if zone.coupled {
                volume.lift = G * k1 + G * (1.0 - G) * k2;
                volume.rise = G * k1 + (1.0 - G) * k2;
            }
        }
    }

    /// What holes, sources, ajar openings and fans bring to each compartment.
    fn outside_gains(&mut self, seconds: f64) {
        let Scratch { rooms, zones: volumes, ajar: openings, moved, .. } = &mut self.scratch;
        for (zone, volume) in self.zones.zones.iter().zip(&*volumes) {
            // Holes let out, whatever a step that was too long for its zone makes of the pressure: never in.
            let mean = seconds * (volume.pressure + volume.lift).max(0.0);
            for leaf in &self.zones.leaves[zone.start as usize..zone.end as usize] {
                let room = &mut rooms[leaf.room as usize];
                room.leaked = room.drain * room.fade * mean;
                room.gain = room.sourced - room.leaked;
                room.gain_work = room.brought - room.leaked * room.work;
            }
        }
        for (ajar, opening) in self.zones.ajar.iter().zip(&*openings) {
            let (a, b) = (&volumes[ajar.zone_a as usize], &volumes[ajar.zone_b as usize]);
            let (flow, by_a, by_b) = opening.used;
            let amount = seconds * (flow + by_a * a.lift - by_b * b.lift);
            moved[ajar.passage as usize] = amount;
            pass(rooms, &self.rooms, ajar.room_a, ajar.room_b, amount);
        }
        for live in &self.zones.live {
            let (fan_a, fan_b) = self.passages.fan[live.passage as usize];
            if fan_a > 0.0 {
                let there = seconds * fan_a * rooms[live.a as usize].moles;
                let back = seconds * fan_b * rooms[live.b as usize].moles;
                if self.any_energy {
                    pass(rooms, &self.rooms, live.a, live.b, there);
                    pass(rooms, &self.rooms, live.b, live.a, back);
                } else {
                    rooms[live.a as usize].gain += back - there;
                    rooms[live.b as usize].gain += there - back;
                }
            }
        }
    }

    /// Corrects flows and heat for the temperatures within the piece; false when those hardly differ from its start.
    pub(super) fn fade(&mut self, seconds: f64) -> bool {
        let mut any = false;
        let rooms = &self.rooms;
        for (index, room) in self.scratch.rooms.iter_mut().enumerate() {
            if !rooms.energy[index] || room.moles <= EMPTY_MOL {
                continue;
            }
            // By gains of p V and of moles, all but the heat: T is their quotient.
            let work = room.moles * GAS_CONSTANT * room.kelvin;
            let moles = room.moles + room.gain;
            let moles = if moles > 0.5 * room.moles { moles } else { 0.5 * room.moles };
            let ratio = (work + room.gain_work - room.heated) / work * (room.moles / moles);
            let drift = (ratio.clamp(0.5, 2.0) - 1.0) * room.kelvin;
            if drift.abs() <= DRIFT_K_S * seconds {
                continue;
            }
            any = true;
            let (joules, mean) = Heat::of(rooms, index).over(room, drift, seconds);
            room.heated = 0.4 * joules;
            room.brought = room.sourced * GAS_CONSTANT * room.kelvin + room.heated;
            room.fade = (room.kelvin / mean).sqrt();
        }
        any
    }
}

/// Moves an amount from a to b (negative: back) in the books of moles and of p V.
pub(super) fn pass(books: &mut [Room], rooms: &Rooms, a: u32, b: u32, moved: f64) {
    let upper = if moved >= 0.0 { a } else { b };
    let carried = heat::GAMMA * GAS_CONSTANT * books[upper as usize].kelvin;
    let mut book = |index: u32, moles: f64| {
        let room = &mut books[index as usize];
        room.gain += moles;
        room.gain_work += moles * if rooms.energy[index as usize] { carried } else { room.work };
    };
    book(a, -moved);
    book(b, moved);
}

impl Opening {
    /// Flow and slopes for the implicit step. A tangent is right while an opening takes away little of its difference
    /// within the step; beyond that, the square root's tangent would shoot as far past rest as it started before it,
    /// and the chord to rest takes over.
    #[inline]
    fn stiffened(&self, fade: f64, seconds: f64) -> (f64, f64, f64) {
        let blend = ((self.hurry * seconds - 0.5) * 1.4).clamp(0.0, 1.0);
        let blended = |slope: f64| if self.chord > slope { slope + blend * (self.chord - slope) } else { slope };
        (self.flow * fade, blended(self.by_a) * fade, blended(self.by_b) * fade)
    }
}
