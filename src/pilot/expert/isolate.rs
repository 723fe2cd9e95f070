//! Shutting off what cannot be mended: everybody to the side where their lifeboat is, then every hatch of the place.

use super::{Expert, Phase};
use crate::belief::Zones;
use crate::pilot::hands::Hands;
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::order::{Task, Topic};

/// Room that a person needs, m3, and the share of a station that is always enough.
const LIVING_M3: f64 = 25.0;
const ENOUGH_SHARE: f64 = 0.34;
/// Longest wait for one round, s.
const PATIENCE_S: u64 = 900;

impl Expert {
    /// Gives a place up, unless that is the place of somebody's lifeboat.
    pub(super) fn give_up(&mut self, hands: &Hands, place: CompartmentId) {
        if self.can_be_spared(hands, place) && !self.given_up.contains(&place) {
            self.given_up.push(place);
        }
    }

    /// Whether a place can be shut off and everybody still reach their lifeboat.
    pub(super) fn can_be_spared(&self, hands: &Hands, place: CompartmentId) -> bool {
        let own = |p: PersonId| hands.boat(p).map(|v| &hands.layout.vehicle(v).compartments);
        let jammed = hands.around(place).iter().any(|(h, _)| hands.console.hatches[h.ix()].jammed && !hands.shut(*h));
        let boats = hands.aboard().any(|p| own(p).is_some_and(|boat| boat.contains(&place)));
        !jammed && !boats && self.room_without(hands, place)
    }

    /// Whether everybody would have room to live on their lifeboat's side once a place is shut off as well: a porch is
    /// none.
    fn room_without(&self, hands: &Hands, place: CompartmentId) -> bool {
        let layout = hands.layout;
        let lost = |c: CompartmentId| c == place || self.given_up.contains(&c);
        let without = Zones::with(layout, |h| {
            !hands.console.hatches[h.ix()].gone && !layout.hatch(h).between.into_iter().any(lost)
        });
        let whole: f64 = layout.compartments.iter().map(|c| c.volume.0).sum();
        let seats: Vec<CompartmentId> = hands.aboard().filter_map(|p| hands.seat(p)).collect();
        seats.iter().all(|seat| {
            let sharers = seats.iter().filter(|s| without.same(**s, *seat)).count();
            let room_m3 = without.volume_m3(layout, without.of(*seat));
            room_m3 >= (LIVING_M3 * sharers as f64).min(ENOUGH_SHARE * whole)
        })
    }

    pub(super) fn isolate(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        // Whose lifeboat would be lost with it cannot shut it off.
        self.given_up.retain(|place| !hands.aboard().any(|p| hands.seat(p) == Some(*place)));
        let given_up = self.given_up.clone();
        if given_up.is_empty() {
            return Some(if hands.console.holes.is_empty() { Phase::Search } else { Phase::Mend });
        }
        let outside = |h: &HatchId| hands.layout.hatch(*h).between.iter().all(|c| !given_up.contains(c));
        // Each door of what is given up, its near side within and its far side without.
        let doors: Vec<(HatchId, CompartmentId, CompartmentId)> = given_up
            .iter()
            .flat_map(|place| hands.around(*place).iter().map(|(h, beyond)| (*h, *place, *beyond)))
            .filter(|(h, _, beyond)| !given_up.contains(beyond) && hands.movable(*h) && hands.layout.hatch(*h).open)
            .collect();
        let without = Zones::with(hands.layout, |h| {
            !hands.console.hatches[h.ix()].gone && outside(&h) && hands.layout.hatch(h).open
        });
        let lives = |side: CompartmentId| hands.aboard().any(|p| hands.seat(p).is_some_and(|s| without.same(s, side)));
        self.trial.retain(|h| !doors.iter().any(|(d, ..)| d == h));
        match self.step {
            0 => {
                for who in hands.aboard().collect::<Vec<_>>() {
                    hands.stop(who);
                }
                self.next_step(now);
            }
            1 => {
                let dead: Vec<(HatchId, CompartmentId)> = doors
                    .iter()
                    .filter(|(h, _, side)| !lives(*side) && !hands.shut(*h))
                    .map(|(h, place, _)| (*h, *place))
                    .collect();
                let nobody_left = hands.aboard().all(|p| {
                    given_up.contains(&hands.at(p)) || hands.seat(p).is_none_or(|s| without.same(hands.at(p), s))
                });
                if let Some((h, place)) =
                    dead.first().copied().filter(|(h, _)| nobody_left && !Self::worked_on(hands, *h))
                    && let Some(who) = hands.nearest(&[place], |_| true)
                {
                    // One at a time, from the side of the leak: the room for waiting tasks is small.
                    if hands.at(who) != place {
                        hands.task(who, Task::Move(place));
                    }
                    hands.close(who, h);
                }
                let all_home = self.send_home(hands, &doors, &without);
                if dead.is_empty() && all_home && hands.all_idle() || self.waited(hands) > PATIENCE_S {
                    self.next_step(now);
                }
            }
            2 => {
                let open: Vec<(HatchId, CompartmentId)> =
                    doors.iter().filter(|(h, ..)| !hands.shut(*h)).map(|(h, _, side)| (*h, *side)).collect();
                if open.is_empty() {
                    self.report(hands, Topic::Leak);
                    return Some(Phase::Check);
                }
                for (h, side) in open {
                    if Self::worked_on(hands, h) || !hands.nobody_cut_off_by(h) {
                        continue;
                    }
                    let here = |p| without.same(hands.at(p), side) && !given_up.contains(&hands.at(p));
                    if let Some(who) = hands.nearest(&[side], here) {
                        hands.close(who, h);
                    }
                }
                if self.waited(hands) > PATIENCE_S {
                    self.step = 0;
                }
            }
            _ => {}
        }
        None
    }

    /// Everybody who is not on their lifeboat's side of the place goes there; says whether all are.
    fn send_home(&self, hands: &mut Hands, doors: &[(HatchId, CompartmentId, CompartmentId)], without: &Zones) -> bool {
        let mut all = true;
        for who in hands.aboard().collect::<Vec<_>>() {
            let Some(seat) = hands.seat(who) else { continue };
            if !self.given_up.contains(&hands.at(who)) && without.same(hands.at(who), seat) {
                continue;
            }
            all = false;
            let threshold = doors.iter().map(|(.., side)| *side).find(|side| without.same(*side, seat)).unwrap_or(seat);
            if hands.free(who) {
                hands.task(who, Task::Move(threshold));
            }
        }
        all
    }
}
