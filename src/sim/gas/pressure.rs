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
use super::step::{Opening, Room, Scratch, Volume};
use super::zone::Zones;
use super::{heat, rings};

/// 1 - 1/sqrt(2).
const G: f64 = 0.292_893_218_813_452_5;

/// Change of a pressure that an opening may bring about in one piece if it evens out in as long as that.
const WANTED_PA: f64 = 20.0;

/// Pressures and ajar flows at the start of a piece.
pub(super) fn look(zones: &Zones, passages: &Passages, rooms: &Rooms, scratch: &mut Scratch) {
    scratch.zones.clear();
    for zone in &zones.zones {
        let mut volume = Volume::default();
        let mut held = 0.0;
        for leaf in &zones.leaves[zone.start as usize..zone.end as usize] {
            let room = &scratch.rooms[leaf.room as usize];
            volume.capacity += rooms.volume[leaf.room as usize] / room.work;
            held += room.moles * (GAS_CONSTANT * room.kelvin / room.work);
        }
        volume.pressure = held / volume.capacity;
        scratch.zones.push(volume);
    }
    scratch.ajar.clear();
    for ajar in &zones.ajar {
        let (a, b) = (scratch.zones[ajar.zone_a as usize], scratch.zones[ajar.zone_b as usize]);
        let forward = a.pressure >= b.pressure;
        let (up, down, room) =
            if forward { (a.pressure, b.pressure, ajar.room_a) } else { (b.pressure, a.pressure, ajar.room_b) };
        let room = &scratch.rooms[room as usize];
        let scale = passages.cd_area[ajar.passage as usize] * room.speed / (GAS_CONSTANT * room.kelvin);
        let drive = drive(up, down);
        let yielding = 1.0 / a.capacity + 1.0 / b.capacity;
        let (by_up, by_down) = (scale * drive.by_up, scale * drive.by_down);
        scratch.ajar.push(Opening {
            flow: if forward { scale * drive.flow } else { -scale * drive.flow },
            by_a: if forward { by_up } else { by_down },
            by_b: if forward { by_down } else { by_up },
            hurry: scale * drive.chord * yielding,
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
            want(volume.drain / volume.capacity, volume.rise.abs());
        } else if zone.energy {
            let hurry = 20.0 * volume.drain / volume.capacity;
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
        self.zone_ventilation(seconds);
        self.lift_alone(seconds);
        if !self.zones.ajar.is_empty() {
            self.lift_coupled(seconds);
        }
        self.outside_gains(seconds);
        rings::spread(&self.zones, &self.passages, &self.rooms, &mut self.scratch, &mut self.ring_flow, seconds);
        self.count_leaving(seconds);
    }

    /// Sums each zone's sources, heat and holes.
    fn zone_balance(&mut self) {
        for (zone, volume) in self.zones.zones.iter().zip(&mut self.scratch.zones) {
            volume.drain = 0.0;
            volume.rate = 0.0;
            for leaf in &self.zones.leaves[zone.start as usize..zone.end as usize] {
                let room = &self.scratch.rooms[leaf.room as usize];
                volume.drain += room.drain * room.fade;
                volume.rate += (room.sourced * GAS_CONSTANT * room.kelvin + room.heated) / room.work;
            }
        }
    }

    /// Adds what fans carry between zones: a fan moves as much volume each way, and so more gas from the denser side.
    fn zone_ventilation(&mut self, seconds: f64) {
        let scratch = &mut self.scratch;
        for &passage in &self.zones.live {
            let flow = self.passages.exchange[passage as usize] * seconds;
            let (a, b) = self.passages.ends[passage as usize];
            let (zone_a, zone_b) = (self.zones.zone_of[a as usize], self.zones.zone_of[b as usize]);
            if flow <= 0.0 || zone_a == zone_b {
                continue;
            }
            let (room_a, room_b) = (&scratch.rooms[a as usize], &scratch.rooms[b as usize]);
            let there = flow / self.rooms.volume[a as usize] * room_a.moles;
            let back = flow / self.rooms.volume[b as usize] * room_b.moles;
            let warmer = room_a.kelvin / room_b.kelvin;
            let gain_a = if self.rooms.energy[a as usize] { back / warmer } else { back } - there;
            let gain_b = if self.rooms.energy[b as usize] { there * warmer } else { there } - back;
            scratch.zones[zone_a as usize].rate += gain_a;
            scratch.zones[zone_b as usize].rate += gain_b;
        }
    }

    /// Zones with no opening but holes: exact for constant sources.
    fn lift_alone(&mut self, seconds: f64) {
        for (zone, volume) in self.zones.zones.iter().zip(&mut self.scratch.zones) {
            if zone.coupled {
                continue;
            }
            let per_capacity = 1.0 / volume.capacity;
            let decay = volume.drain * seconds * per_capacity;
            // `rate` is an amount over the whole piece already.
            let pull = (volume.rate - volume.drain * seconds * volume.pressure) * per_capacity;
            volume.lift = pull * heat::mean_lag(decay);
            volume.rise = pull * heat::mean_decay(decay);
        }
    }

    /// Zones joined by ajar openings: one linearly implicit step for all.
    fn lift_coupled(&mut self, seconds: f64) {
        let matrix = &mut self.zones.matrix;
        let (first, second) = (&mut self.scratch.first, &mut self.scratch.second);
        matrix.clear();
        first.clear();
        let damp = G * seconds;
        for (value, volume) in matrix.values.iter_mut().zip(&self.scratch.zones) {
            *value = volume.capacity + damp * volume.drain;
            first.push(volume.rate - seconds * volume.drain * volume.pressure);
        }
        for (ajar, opening) in self.zones.ajar.iter().zip(&mut self.scratch.ajar) {
            let (a, b) = (ajar.zone_a as usize, ajar.zone_b as usize);
            let difference = (self.scratch.zones[a].pressure - self.scratch.zones[b].pressure).abs();
            let fade = self.scratch.rooms[if opening.flow >= 0.0 { ajar.room_a } else { ajar.room_b } as usize].fade;
            let slopes = stiffened(opening, difference, seconds);
            let (by_a, by_b) = (slopes.0 * fade, slopes.1 * fade);
            first[a] -= seconds * opening.flow * fade;
            first[b] += seconds * opening.flow * fade;
            matrix.values[a] += damp * by_a;
            matrix.values[b] += damp * by_b;
            matrix.values[ajar.slots.ab as usize] -= damp * by_b;
            matrix.values[ajar.slots.ba as usize] -= damp * by_a;
        }
        matrix.factor();
        matrix.solve(first);
        second.clear();
        second.extend(first.iter().zip(&self.scratch.zones).map(|(rise, volume)| rise * volume.capacity));
        matrix.solve(second);
        for ((volume, zone), (k1, k2)) in
            self.scratch.zones.iter_mut().zip(&self.zones.zones).zip(first.iter().zip(second.iter()))
        {
            if zone.coupled {
                volume.lift = G * k1 + G * (1.0 - G) * k2;
                volume.rise = G * k1 + (1.0 - G) * k2;
            }
        }
    }

    /// What holes, sources, ajar openings and fans bring to each compartment.
    fn outside_gains(&mut self, seconds: f64) {
        let scratch = &mut self.scratch;
        for (zone, volume) in self.zones.zones.iter().zip(&scratch.zones) {
            let mean = volume.pressure + volume.lift;
            for leaf in &self.zones.leaves[zone.start as usize..zone.end as usize] {
                let room = &mut scratch.rooms[leaf.room as usize];
                room.leaked = seconds * room.drain * room.fade * mean;
                room.gain = room.sourced - room.leaked;
                room.gain_work = room.sourced * GAS_CONSTANT * room.kelvin + room.heated - room.leaked * room.work;
            }
        }
        for (ajar, opening) in self.zones.ajar.iter().zip(&scratch.ajar) {
            let (a, b) = (&scratch.zones[ajar.zone_a as usize], &scratch.zones[ajar.zone_b as usize]);
            let upper = if opening.flow >= 0.0 { ajar.room_a } else { ajar.room_b };
            let fade = scratch.rooms[upper as usize].fade;
            let slopes = stiffened(opening, (a.pressure - b.pressure).abs(), seconds);
            let moved = seconds * fade * (opening.flow + slopes.0 * a.lift - slopes.1 * b.lift);
            scratch.moved[ajar.passage as usize] = moved;
            pass(&mut scratch.rooms, &self.rooms, ajar.room_a, ajar.room_b, moved);
        }
        for &passage in &self.zones.live {
            let flow = self.passages.exchange[passage as usize] * seconds;
            if flow > 0.0 {
                let (a, b) = self.passages.ends[passage as usize];
                let there = flow / self.rooms.volume[a as usize] * scratch.rooms[a as usize].moles;
                let back = flow / self.rooms.volume[b as usize] * scratch.rooms[b as usize].moles;
                pass(&mut scratch.rooms, &self.rooms, a, b, there);
                pass(&mut scratch.rooms, &self.rooms, b, a, back);
            }
        }
    }

    /// Corrects flows and heat for the temperatures within the piece; false when those hardly differ from its start.
    pub(super) fn fade(&mut self, seconds: f64) -> bool {
        let mut any = false;
        let rooms = &self.rooms;
        for (index, room) in self.scratch.rooms.iter_mut().enumerate() {
            if !rooms.energy[index] || room.moles <= 1e-9 {
                continue;
            }
            // By gains of p V and of moles, all but the heat: T is their quotient.
            let work = room.moles * GAS_CONSTANT * room.kelvin;
            let moles = room.moles + room.gain;
            let moles = if moles > 0.5 * room.moles { moles } else { 0.5 * room.moles };
            let ratio = (work + room.gain_work - room.heated) / work * (room.moles / moles);
            let drift = (ratio.clamp(0.5, 2.0) - 1.0) * room.kelvin;
            if drift.abs() <= 3e-3 * seconds {
                continue;
            }
            any = true;
            let heat = Heat { ua_w_k: rooms.ua[index], wall_k: rooms.wall[index], watts: rooms.heat[index] };
            let (joules, mean) = heat.over(room.moles, room.kelvin, drift, seconds);
            room.heated = 0.4 * joules;
            room.fade = (room.kelvin / mean).sqrt();
        }
        any
    }

    /// The share of each compartment's gas that leaves it over the piece.
    fn count_leaving(&mut self, seconds: f64) {
        let scratch = &mut self.scratch;
        for room in &mut scratch.rooms {
            room.leaving = room.leaked * room.per_mole;
        }
        for &passage in &self.zones.live {
            let (a, b) = self.passages.ends[passage as usize];
            let moved = scratch.moved[passage as usize];
            let fan = self.passages.exchange[passage as usize] * seconds;
            let (out, back) = if moved >= 0.0 { (moved, 0.0) } else { (0.0, -moved) };
            let room = &mut scratch.rooms[a as usize];
            room.leaving += out * room.per_mole + fan / self.rooms.volume[a as usize];
            let room = &mut scratch.rooms[b as usize];
            room.leaving += back * room.per_mole + fan / self.rooms.volume[b as usize];
        }
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

/// Slopes for the implicit step. A tangent is right while an opening takes away little of its difference within the
/// step; beyond that, the square root's tangent would shoot as far past rest as it started before it, and the chord
/// to rest takes over.
fn stiffened(opening: &Opening, difference: f64, seconds: f64) -> (f64, f64) {
    let hurry = opening.hurry * seconds;
    let blend = ((hurry - 0.5) * 1.4).clamp(0.0, 1.0);
    if blend == 0.0 || difference <= 0.0 {
        return (opening.by_a, opening.by_b);
    }
    let chord = opening.flow.abs() / difference;
    let blended = |slope: f64| if chord > slope { slope + blend * (chord - slope) } else { slope };
    (blended(opening.by_a), blended(opening.by_b))
}
