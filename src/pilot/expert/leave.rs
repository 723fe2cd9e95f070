//! Leaving: to the lifeboats, a door shut behind on the way; where that does not help, seats, and undock.

use super::{Expert, Phase, able_of, leader};
use crate::belief::Zones;
use crate::pilot::hands::Hands;
use crate::sim::ids::{CompartmentId, HatchId, PersonId, VehicleId};
use crate::sim::order::{Act, Task, Topic};

/// Air in which nobody stays to try something else, mmHg, and reserve time, s (facts 2.4: under ten minutes, go).
const LAST_MMHG: f64 = 535.0;
const LAST_S: f64 = 600.0;
/// Longest try at a door on the way, and shortest look at what it did, s.
const DOOR_S: u64 = 300;
const LOOK_S: u64 = 80;
/// With this much behind a shut door there is no reason to leave, s.
const STAY_S: f64 = 7_200.0;
/// Chance of the leak beyond a door that is worth the way, and air that people keep on this side, m3 each.
const WORTH: f64 = 0.15;
const ROOM_M3: f64 = 10.0;

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
        committed || reserve.is_some_and(|s| s < LAST_S || thin && s < 2.0 * LAST_S)
    }

    pub(super) fn leave(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        match self.step {
            0 => {
                for who in hands.aboard().collect::<Vec<_>>() {
                    hands.stop(who);
                }
                let everybody: Vec<PersonId> = hands.aboard().collect();
                if let (Some(reserve_s), Some(who)) = (self.reserve_now_s(hands), leader(hands, &everybody)) {
                    self.reserve = Some((reserve_s, now));
                    hands.give(Act::Commit { who, reserve_s: reserve_s.max(1.0) });
                }
                hands.give(Act::Muster { to: None });
                self.refuge = last_door(hands, &self.belief.chances());
                self.next_step(now);
            }
            1 => match self.refuge {
                Some((door, _)) if hands.shut(door) => {
                    hands.give(Act::Muster { to: None });
                    self.next_step(now);
                }
                Some((door, near)) if self.waited(hands) < DOOR_S => shut_behind(hands, door, near),
                _ => self.step = 3,
            },
            // The door may have been the right one.
            2 if self.waited(hands) > LOOK_S => {
                let short = self.reserve_now_s(hands).is_some_and(|s| s < STAY_S);
                let zone = hands.main_zone();
                let seen = hands.zones.members(zone).next().and_then(|c| self.belief.fall(c)).is_some();
                if short && self.waited(hands) > 3 * LOOK_S || !seen && self.waited(hands) > DOOR_S {
                    self.step = 3;
                } else if seen && !short {
                    self.report(hands, Topic::Muster);
                    let beyond = hands.layout.compartments.len();
                    let lost = (0..beyond).map(CompartmentId::at).filter(|c| hands.zones.of(*c) != zone);
                    self.given_up = lost.collect();
                    return Some(Phase::Check);
                }
            }
            2 => {}
            _ => self.away(hands),
        }
        None
    }

    fn away(&self, hands: &mut Hands) {
        for (v, crew) in hands.crews() {
            self.board(hands, v, &crew);
        }
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

/// Once everybody is on the lifeboats' side of a door, whoever is nearest shuts it, whatever they were told before.
fn shut_behind(hands: &mut Hands, door: HatchId, near: CompartmentId) {
    let apart = Zones::with_shut(hands.layout, hands.console, door);
    if !hands.aboard().all(|p| apart.same(hands.at(p), near)) || Expert::worked_on(hands, door) {
        return;
    }
    let able = hands.aboard().filter(|p| hands.able(*p));
    if let Some((_, who)) = able.filter_map(|p| Some((hands.walk_s(p, &[near])?, p))).min() {
        hands.stop(who);
        hands.close(who, door);
    }
}

/// The door on the way home that takes most of the danger away for its time, with all lifeboats on one side of it, and
/// that side. What can be shut off on the way is worth shutting off: it may be the leak.
fn last_door(hands: &Hands, chance: &[f64]) -> Option<(HatchId, CompartmentId)> {
    let seats: Vec<CompartmentId> = hands.aboard().filter_map(|p| hands.seat(p)).collect();
    let home = *seats.first()?;
    let worth = |h: HatchId| {
        let apart = Zones::with_shut(hands.layout, hands.console, h);
        let [a, b] = hands.layout.hatch(h).between;
        let (near, far) = if apart.same(a, home) { (a, b) } else { (b, a) };
        let split = !apart.same(a, b) && seats.iter().all(|s| apart.same(*s, near));
        let room = apart.volume_m3(hands.layout, apart.of(near)) > ROOM_M3 * seats.len() as f64;
        let away: f64 = apart.members(apart.of(far)).map(|c| chance[c.ix()]).sum();
        let hatch = hands.layout.hatch(h);
        let clears = hatch.obstruction.filter(|_| hands.console.hatches[h.ix()].obstructed).map_or(0, |o| o.clear_s);
        let seconds = f64::from(hatch.closes_s + clears) + 120.0;
        (split && room && away > WORTH).then_some((away / seconds, h, near))
    };
    let doors = (0..hands.layout.hatches.len()).map(HatchId::at).filter(|h| hands.open(*h) && hands.movable(*h));
    doors.filter_map(worth).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, h, near)| (h, near))
}
