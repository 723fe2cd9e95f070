//! Handing gas on from the upstream end, for pieces in which a compartment passes more than it holds.
//!
//! Each compartment first gets all that flows into it, mixes, and then passes on what flows out of it: an implicit
//! upwind step, first-order in time, which never takes more than there is. It needs an order in which everyone's
//! suppliers come first. Flows down a gradient of pressure have one; should rounding leave a ring, the lowest-numbered
//! compartment of it goes first and passes on what it has.

use super::network::{Passages, Rooms};
use super::species::{GAS_CONSTANT, moles};
use super::step::Scratch;
use super::zone::Zones;
use super::{heat, step};

/// Fills `scratch.change`; returns what holes let out, kg.
pub(super) fn hand_on(
    zones: &Zones,
    passages: &Passages,
    rooms: &Rooms,
    scratch: &mut Scratch,
    seconds: f64,
) -> [f64; 4] {
    for (index, middle) in scratch.middle.iter_mut().enumerate() {
        let room = &scratch.rooms[index];
        let mut mass = rooms.mass[index];
        for (kg, parcel) in mass.iter_mut().zip(scratch.parcel[index]) {
            *kg += parcel;
        }
        let work = room.moles * GAS_CONSTANT * room.kelvin;
        *middle = (mass, work + room.sourced * GAS_CONSTANT * room.kelvin + room.heated);
    }
    ventilate(zones, passages, rooms, scratch, seconds);
    let count = scratch.rooms.len();
    let mut suppliers = vec![0_u32; count];
    let mut done = vec![false; count];
    let down = |moved: f64, (a, b): (u32, u32)| if moved >= 0.0 { (a, b) } else { (b, a) };
    for &passage in &zones.live {
        let (_, to) = down(scratch.moved[passage as usize], passages.ends[passage as usize]);
        suppliers[to as usize] += 1;
    }
    let mut leaked = [0.0; 4];
    for _ in 0..count {
        let ready = (0..count).find(|&index| !done[index] && suppliers[index] == 0);
        let Some(here) = ready.or_else(|| (0..count).find(|&index| !done[index])) else { break };
        done[here] = true;
        let (mass, work) = scratch.middle[here];
        let per_mole = 1.0 / moles(mass).max(1e-12);
        let mut left = 1.0;
        let mut share_of = |amount: f64| {
            let share = (amount * per_mole).min(left);
            left -= share;
            share
        };
        let share = share_of(scratch.rooms[here].leaked);
        let gone = mass.map(|kg| kg * share);
        scratch.holes_kg[here] += gone.iter().sum::<f64>();
        take(&mut scratch.middle[here], gone, heat::GAMMA * share * work);
        for (lane, kg) in leaked.iter_mut().zip(gone) {
            *lane += kg;
        }
        for &passage in &zones.live {
            let moved = scratch.moved[passage as usize];
            let (from, to) = down(moved, passages.ends[passage as usize]);
            if from as usize != here {
                continue;
            }
            let share = share_of(moved.abs());
            let parcel = mass.map(|kg| kg * share);
            let heat = heat::GAMMA * share * work;
            take(&mut scratch.middle[here], parcel, heat);
            take(&mut scratch.middle[to as usize], parcel.map(|kg| -kg), -heat);
            suppliers[to as usize] = suppliers[to as usize].saturating_sub(1);
        }
    }
    for (index, change) in scratch.change.iter_mut().enumerate() {
        let room = &scratch.rooms[index];
        let (mass, work) = scratch.middle[index];
        for lane in 0..4 {
            change.0[lane] = mass[lane] - rooms.mass[index][lane] - scratch.parcel[index][lane];
        }
        change.1 =
            work - (room.moles * GAS_CONSTANT * room.kelvin + room.sourced * GAS_CONSTANT * room.kelvin + room.heated);
    }
    leaked
}

/// Fans, before the flows: each passage mixes its two sides by a share that cannot overshoot, all from the same start.
fn ventilate(zones: &Zones, passages: &Passages, rooms: &Rooms, scratch: &mut Scratch, seconds: f64) {
    let busiest = zones.live.iter().fold(0.0_f64, |most, &passage| {
        let (a, b) = passages.ends[passage as usize];
        let narrow = rooms.volume[a as usize].min(rooms.volume[b as usize]);
        most.max(passages.exchange[passage as usize] / narrow)
    });
    let held = (busiest * seconds * step::MOST_PIECES).max(1.0);
    let start = scratch.middle.clone();
    for &passage in &zones.live {
        let flow = passages.exchange[passage as usize] * seconds * if held > 8.0 { 8.0 / held } else { 1.0 };
        if flow <= 0.0 {
            continue;
        }
        let (a, b) = passages.ends[passage as usize];
        let (from_a, from_b) = (start[a as usize], start[b as usize]);
        let (out, back) = (flow / rooms.volume[a as usize], flow / rooms.volume[b as usize]);
        let mut parcel = [0.0; 4];
        for lane in 0..4 {
            parcel[lane] = out * from_a.0[lane] - back * from_b.0[lane];
        }
        let work = heat::GAMMA * (out * from_a.1 - back * from_b.1);
        take(&mut scratch.middle[a as usize], parcel, work);
        take(&mut scratch.middle[b as usize], parcel.map(|kg| -kg), -work);
    }
}

/// Takes a parcel with its heat.
fn take(from: &mut ([f64; 4], f64), parcel: [f64; 4], work: f64) {
    for (kg, gone) in from.0.iter_mut().zip(parcel) {
        *kg -= gone;
    }
    from.1 -= work;
}
