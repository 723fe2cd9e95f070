//! Handing gas on from the upstream end, for pieces in which a compartment passes more than it holds.
//!
//! Each compartment first gets all that flows into it, mixes, and then passes on what flows out of it: an implicit
//! upwind step, first-order in time, which never takes more than there is. It needs an order in which everyone's
//! suppliers come first. Flows down a gradient of pressure have one; should rounding leave a ring, the lowest-numbered
//! compartment of it goes first and passes on what it has.

use super::heat::GAMMA;
use super::network::{Passages, Rooms};
use super::species::{GAS_CONSTANT, Masses};
use super::step::{Content, EMPTY_MOL, Scratch};
use super::zone::{Live, Zones};

/// The largest share of a compartment's gas that its fans may exchange in a piece.
const MOST_BLOWN: f64 = 0.5;

/// Fills `scratch.change`, and leaves in `scratch.middle` what holes let out.
pub(super) fn hand_on(zones: &Zones, passages: &Passages, rooms: &Rooms, scratch: &mut Scratch, seconds: f64) {
    let count = scratch.rooms.len();
    let mut held: Vec<Content> = Vec::with_capacity(count);
    for (index, room) in scratch.rooms.iter().enumerate() {
        let work = room.moles * GAS_CONSTANT * room.kelvin + room.brought;
        held.push(Content { mass: rooms.mass[index] + scratch.parcel[index], work });
    }
    ventilate(zones, passages, &mut held, seconds);
    let mut suppliers = vec![0_u32; count];
    let mut done = vec![false; count];
    let down = |live: &Live, moved: f64| if moved >= 0.0 { (live.a, live.b) } else { (live.b, live.a) };
    for live in &zones.live {
        suppliers[down(live, scratch.moved[live.passage as usize]).1 as usize] += 1;
    }
    for _ in 0..count {
        let ready = (0..count).find(|&index| !done[index] && suppliers[index] == 0);
        let Some(here) = ready.or_else(|| (0..count).find(|&index| !done[index])) else { break };
        done[here] = true;
        let Content { mass, work } = held[here];
        let moles = mass.moles();
        let per_mole = if moles > EMPTY_MOL { 1.0 / moles } else { 0.0 };
        let mut left = 1.0;
        let mut share_of = |amount: f64| {
            let share = (amount * per_mole).min(left);
            left -= share;
            share
        };
        let share = share_of(scratch.rooms[here].leaked);
        let gone = Content { mass: mass * share, work: GAMMA * share * work };
        take(&mut held[here], gone);
        scratch.middle[here] = gone;
        for live in &zones.live {
            let moved = scratch.moved[live.passage as usize];
            let (from, to) = down(live, moved);
            if from as usize != here {
                continue;
            }
            let share = share_of(moved.abs());
            let parcel = Content { mass: mass * share, work: GAMMA * share * work };
            take(&mut held[here], parcel);
            take(&mut held[to as usize], Content { mass: parcel.mass * -1.0, work: -parcel.work });
            suppliers[to as usize] = suppliers[to as usize].saturating_sub(1);
        }
    }
    for (index, (change, held)) in scratch.change.iter_mut().zip(&held).enumerate() {
        let room = &scratch.rooms[index];
        change.mass = held.mass - rooms.mass[index];
        change.work = held.work - room.moles * GAS_CONSTANT * room.kelvin;
    }
}

/// What a compartment's holes let out over a piece that was handed on.
pub(super) fn leaked(scratch: &Scratch, index: usize, _start: Masses) -> Masses {
    scratch.middle[index].mass
}

/// Fans, before the flows: all from the same start, slowed where they would exchange more than there is.
fn ventilate(zones: &Zones, passages: &Passages, held: &mut [Content], seconds: f64) {
    let start = held.to_vec();
    let shares = || {
        zones.live.iter().map(|live| {
            let fan = passages.fan[live.passage as usize];
            (live, fan.0 * seconds, fan.1 * seconds)
        })
    };
    let mut blown = vec![0.0_f64; held.len()];
    for (live, out, back) in shares() {
        blown[live.a as usize] += out;
        blown[live.b as usize] += back;
    }
    let busiest = blown.iter().fold(0.0, |most: f64, &share| most.max(share));
    let slow = if busiest > MOST_BLOWN { MOST_BLOWN / busiest } else { 1.0 };
    for (live, out, back) in shares() {
        let (from_a, from_b) = (start[live.a as usize], start[live.b as usize]);
        let (out, back) = (out * slow, back * slow);
        let mass = from_a.mass * out - from_b.mass * back;
        let work = GAMMA * (from_a.work * out - from_b.work * back);
        take(&mut held[live.a as usize], Content { mass, work });
        take(&mut held[live.b as usize], Content { mass: mass * -1.0, work: -work });
    }
}

/// Takes a parcel with its heat.
fn take(from: &mut Content, parcel: Content) {
    from.mass -= parcel.mass;
    from.work -= parcel.work;
}
