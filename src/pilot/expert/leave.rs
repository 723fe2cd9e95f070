//! Leaving: into the lifeboats, hatches shut, seats, undock.

use super::{Expert, Phase, able_of};
use crate::pilot::hands::Hands;
use crate::sim::ids::{PersonId, VehicleId};
use crate::sim::order::{Act, Task};

/// Air in which nobody stays to try something else, mmHg, and reserve time, s (facts 2.4: under ten minutes, go).
const LAST_MMHG: f64 = 535.0;
const LAST_S: f64 = 600.0;

impl Expert {
    /// Whether it is time to go: little air and little time, or hardly any time at all.
    pub(super) fn must_leave(&self, hands: &Hands) -> bool {
        if hands.crews().is_empty() {
            return false;
        }
        let committed = self.reserve.is_some_and(|(s, when)| s < LAST_S && hands.console.tick.since(when) < 60);
        let zone = hands.main_zone();
        let thin = hands.zone_mmhg(zone).is_some_and(|p| p < LAST_MMHG);
        let reserve = self.reserve_now_s(hands);
        committed || thin && reserve.is_some_and(|s| s < 2.0 * LAST_S)
    }

    pub(super) fn leave(&mut self, hands: &mut Hands) -> Option<Phase> {
        if self.step == 0 {
            for who in hands.aboard().collect::<Vec<_>>() {
                hands.stop(who);
            }
            hands.give(Act::Muster { to: None });
            self.next_step(hands.console.tick);
            return None;
        }
        for (v, crew) in hands.crews() {
            self.board(hands, v, &crew);
        }
        None
    }

    fn board(&self, hands: &mut Hands, v: VehicleId, crew: &[PersonId]) {
        let ship = hands.layout.vehicle(v);
        let berth = ship.compartments[0];
        let mut all_in = true;
        for who in able_of(hands, crew) {
            if !ship.compartments.contains(&hands.at(who)) && hands.walk_s(who, &[berth]).is_some() {
                all_in = false;
                if hands.free(who) {
                    hands.task(who, Task::Move(berth));
                }
            }
        }
        if !all_in {
            return;
        }
        let Some(first) = crew.iter().copied().find(|p| hands.free(*p)) else { return };
        if !hands.shut(ship.docked_by) {
            if !Self::worked_on(hands, ship.docked_by) {
                hands.close(first, ship.docked_by);
            }
            return;
        }
        let mut seated = true;
        for who in able_of(hands, crew) {
            if hands.person(who).seated != Some(v) {
                seated = false;
                if hands.free(who) {
                    hands.task(who, Task::Enter(v));
                }
            }
        }
        if seated && hands.free(first) {
            hands.task(first, Task::Undock(v));
        }
    }
}
