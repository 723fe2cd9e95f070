//! The net flow within zones: what keeps the pressures of joined compartments equal.
//!
//! On a tree of open hatches the flows follow from the amounts alone: each hatch passes what its far side has too much
//! or too little of. A ring of open hatches leaves one flow free, which the loss of pressure along the ring decides:
//! it must come to nothing, each hatch losing in proportion to (flow / Cd A)^2 (Hardy Cross's method, as for water
//! mains).

use super::flow::SMOOTH_PA;
use super::network::{Passages, Rooms};
use super::species::GAS_CONSTANT;
use super::step::Scratch;
use super::zone::{ROOT, Zone, Zones};
use super::{heat, pressure};

/// Corrections of each ring flow a piece; they start from the last piece's, so that few are needed.
const RING_ROUNDS: usize = 6;

/// A round whose corrections are a smaller part of the ring flows than this is the last.
const RING_SETTLED: f64 = 1e-10;

/// Times that the directions of flows are looked at again where gas carries its own temperature.
const DIRECTION_ROUNDS: usize = 4;

/// Fills `scratch.moved` for all passages within zones.
pub(super) fn spread(
    zones: &Zones,
    passages: &Passages,
    rooms: &Rooms,
    scratch: &mut Scratch,
    ring_flow: &mut [f64],
    seconds: f64,
) {
    for zone in &zones.zones {
        if zone.end - zone.start == 1 {
            continue;
        }
        if zone.energy {
            spread_energy(zone, zones, rooms, scratch);
        } else {
            spread_isothermal(zone, zones, rooms, scratch);
        }
    }
    if !zones.chords.is_empty() {
        balance_rings(zones, passages, scratch, ring_flow, seconds);
    }
    for zone in zones.zones.iter().filter(|zone| zone.energy) {
        for leaf in zones.leaves[zone.start as usize..zone.end as usize].iter().filter(|leaf| leaf.parent != ROOT) {
            let (a, b) = passages.ends[leaf.passage as usize];
            pressure::pass(&mut scratch.rooms, rooms, a, b, scratch.moved[leaf.passage as usize]);
        }
    }
    for chord in &zones.chords {
        let (a, b) = passages.ends[chord.passage as usize];
        if rooms.energy[a as usize] || rooms.energy[b as usize] {
            pressure::pass(&mut scratch.rooms, rooms, a, b, scratch.moved[chord.passage as usize]);
        }
    }
}

/// All compartments have a given temperature: moles spread in proportion to V / T.
fn spread_isothermal(zone: &Zone, zones: &Zones, rooms: &Rooms, scratch: &mut Scratch) {
    let leaves = &zones.leaves[zone.start as usize..zone.end as usize];
    let mut held = 0.0;
    for leaf in leaves {
        let room = &scratch.rooms[leaf.room as usize];
        held += room.moles + room.gain;
    }
    let pressure = held * scratch.zones[zones.zone_of[leaves[0].room as usize] as usize].per_capacity;
    // What is too much for a compartment and all beyond it goes to its parent.
    for leaf in leaves {
        let room = &mut scratch.rooms[leaf.room as usize];
        let gain = pressure * (rooms.volume[leaf.room as usize] * room.per_work) - room.moles;
        room.slope.0 = room.gain - gain;
        room.gain = gain;
    }
    for leaf in leaves.iter().rev().filter(|leaf| leaf.parent != ROOT) {
        let excess = scratch.rooms[leaf.room as usize].slope.0;
        scratch.moved[leaf.passage as usize] = leaf.sign * excess;
        scratch.rooms[leaf.parent as usize].slope.0 += excess;
    }
}

/// Some compartment keeps its energy: what a mole adds to a compartment's p V depends on where it came from, so the
/// flows are found for the directions that they had in the last round.
fn spread_energy(zone: &Zone, zones: &Zones, rooms: &Rooms, scratch: &mut Scratch) {
    let leaves = &zones.leaves[zone.start as usize..zone.end as usize];
    for round in 0..DIRECTION_ROUNDS {
        for leaf in leaves {
            let room = &mut scratch.rooms[leaf.room as usize];
            room.slope = if rooms.energy[leaf.room as usize] {
                (room.moles * GAS_CONSTANT * room.kelvin + room.gain_work, -rooms.volume[leaf.room as usize])
            } else {
                ((room.moles + room.gain) * GAS_CONSTANT * room.kelvin, -rooms.volume[leaf.room as usize])
            };
        }
        for leaf in leaves.iter().rev().filter(|leaf| leaf.parent != ROOT) {
            let (given, taken) = carried(
                leaf.room,
                leaf.parent,
                round,
                leaf.sign * scratch.moved[leaf.passage as usize],
                rooms,
                scratch,
            );
            let room = &mut scratch.rooms[leaf.room as usize];
            room.slope = (room.slope.0 / given, room.slope.1 / given);
            let slope = room.slope;
            let parent = &mut scratch.rooms[leaf.parent as usize].slope;
            *parent = (parent.0 + taken * slope.0, parent.1 + taken * slope.1);
        }
        let root = scratch.rooms[leaves[0].room as usize].slope;
        let pressure = root.0 / -root.1;
        let mut turned = round == 0;
        for leaf in leaves.iter().filter(|leaf| leaf.parent != ROOT) {
            let slope = scratch.rooms[leaf.room as usize].slope;
            let flow = leaf.sign * (slope.0 + slope.1 * pressure);
            let known = &mut scratch.moved[leaf.passage as usize];
            turned |= (*known > 0.0) != (flow > 0.0);
            *known = flow;
        }
        if !turned {
            return;
        }
    }
}

/// J of p V that a mole takes from `room` and adds to `parent` when `flow` (towards the parent) was the last guess; the
/// first round has none and lets each side count by its own temperature.
fn carried(room: u32, parent: u32, round: usize, flow: f64, rooms: &Rooms, scratch: &Scratch) -> (f64, f64) {
    let (here, there) = (&scratch.rooms[room as usize], &scratch.rooms[parent as usize]);
    if round == 0 {
        return (here.work, there.work);
    }
    let upper = if flow > 0.0 { here.kelvin } else { there.kelvin };
    let upper = heat::GAMMA * GAS_CONSTANT * upper;
    let given = if rooms.energy[room as usize] { upper } else { here.work };
    let taken = if rooms.energy[parent as usize] { upper } else { there.work };
    (given, taken)
}

/// The loss of pressure in a hatch, up to a factor that is the same all along a ring.
struct Loss {
    /// M R T / (Cd A)^2 of the mixture that passes.
    narrowness: f64,
    /// mol below which the loss grows in proportion to the flow, as `flow::SMOOTH_PA` has it.
    gentle: f64,
}

impl Loss {
    /// The loss at a flow, and its slope.
    fn at(&self, flow: f64) -> (f64, f64) {
        let size = flow.abs();
        if size < self.gentle {
            (self.narrowness * self.gentle * flow, self.narrowness * self.gentle)
        } else {
            (self.narrowness * size * flow, 2.0 * self.narrowness * size)
        }
    }
}

/// Lets the loss of pressure along each ring come to nothing.
fn balance_rings(zones: &Zones, passages: &Passages, scratch: &mut Scratch, ring_flow: &mut [f64], seconds: f64) {
    let loss = |passage: u32, scratch: &Scratch| {
        let (a, b) = passages.ends[passage as usize];
        let upper = if scratch.moved[passage as usize] >= 0.0 { a } else { b };
        let pressure = scratch.zones[zones.zone_of[a as usize] as usize].pressure;
        // n' = Cd A sqrt(2 dp p) / sqrt(M R T), of the mixture that passes
        let reach = passages.cd_area[passage as usize] * scratch.rooms[upper as usize].draw * seconds;
        let gentle = reach * (2.0 * SMOOTH_PA * pressure).sqrt();
        let narrowness = if reach > 0.0 { 1.0 / (reach * reach) } else { 0.0 };
        Loss { narrowness, gentle }.at(scratch.moved[passage as usize])
    };
    for chord in &zones.chords {
        let around = ring_flow[chord.passage as usize] * seconds;
        scratch.moved[chord.passage as usize] = around;
        for &(passage, sign) in &zones.ring[chord.start as usize..chord.end as usize] {
            scratch.moved[passage as usize] += sign * around;
        }
    }
    for _ in 0..RING_ROUNDS {
        let (mut most, mut largest) = (0.0, 0.0);
        for chord in &zones.chords {
            let ring = &zones.ring[chord.start as usize..chord.end as usize];
            let (mut sum, mut slope) = loss(chord.passage, scratch);
            for &(passage, sign) in ring {
                let (along, steeper) = loss(passage, scratch);
                sum += sign * along;
                slope += steeper;
            }
            if slope <= 0.0 {
                continue;
            }
            let correction = -sum / slope;
            if correction.abs() > most {
                most = correction.abs();
            }
            let flow = (sum.abs() + scratch.moved[chord.passage as usize].abs() * slope) / slope;
            if flow > largest {
                largest = flow;
            }
            scratch.moved[chord.passage as usize] += correction;
            ring_flow[chord.passage as usize] += correction / seconds;
            for &(passage, sign) in ring {
                scratch.moved[passage as usize] += sign * correction;
            }
        }
        if most <= RING_SETTLED * largest {
            return;
        }
    }
}
