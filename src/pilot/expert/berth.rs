//! A lifeboat that lost its cooling: who sits where (facts 9.1).
//!
//! Two people warm a ship without cooling less than three do, so that the seats which are free in a sound ship go to
//! those who would be one too many; the roll at the new seats shows that the plan can be walked.

use super::{Expert, Phase};
use crate::pilot::hands::Hands;
use crate::sim::ids::{PersonId, VehicleId};
use crate::sim::order::{Act, Task};

/// People whom a ship without cooling carries home, as in January 2023.
const COOL_ENOUGH: usize = 2;
/// Longest wait for a liner to be carried, and for the roll, s.
const PATIENCE_S: u64 = 3_600;

impl Expert {
    pub(super) fn berth(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        match self.step {
            0 if hands.all_idle() => match one_too_many(hands) {
                Some((who, ship)) if self.waited(hands) < PATIENCE_S => hands.task(who, Task::Liner(ship)),
                _ => {
                    hands.give(Act::Muster { to: None });
                    self.next_step(now);
                }
            },
            1 if self.waited(hands) > 30 && hands.all_idle() || self.waited(hands) > PATIENCE_S => {
                return Some(Phase::Check);
            }
            _ => {}
        }
        None
    }
}

/// Whether somebody's lifeboat is known to be fit for an emergency alone.
pub(super) fn lifeboat_degraded(hands: &Hands) -> bool {
    hands.crews().iter().any(|(v, _)| hands.console.vehicles[v.ix()].degraded)
}

/// Somebody who should move to another ship, and the ship: a guest of the crew first (the ship's own pilots stay with
/// it), and only where a seat is free and the way is open.
fn one_too_many(hands: &Hands) -> Option<(PersonId, VehicleId)> {
    let crews = hands.crews();
    let degraded = |v: VehicleId| hands.console.vehicles[v.ix()].degraded;
    let riders = |v: VehicleId| crews.iter().find(|(ship, _)| *ship == v).map_or(0, |(_, crew)| crew.len());
    let ships = (0..hands.layout.vehicles.len()).map(VehicleId::at);
    let free: Vec<VehicleId> = ships
        .filter(|v| hands.console.vehicles[v.ix()].docked && !degraded(*v))
        .filter(|v| usize::from(hands.layout.vehicle(*v).seats) > riders(*v))
        .collect();
    for (_, crew) in crews.iter().filter(|(v, crew)| degraded(*v) && crew.len() > COOL_ENOUGH) {
        let agency = |p: PersonId| &hands.layout.person(p).agency;
        let compatriots = |p: PersonId| crew.iter().filter(|q| agency(**q) == agency(p)).count();
        let guests = crew.iter().copied().filter(|p| hands.free(*p)).min_by_key(|p| compatriots(*p));
        let Some(who) = guests else { continue };
        let reach = |v: &VehicleId| Some((hands.walk_s(who, &[hands.layout.vehicle(*v).cabin()?])?, *v));
        if let Some((_, ship)) = free.iter().filter_map(reach).min() {
            return Some((who, ship));
        }
    }
    None
}
