//! Shutting off what cannot be mended: everybody to the side where their lifeboat is, then every hatch of the place.

use super::{Expert, Phase};
use crate::belief::Zones;
use crate::pilot::hands::Hands;
use crate::sim::ids::{CompartmentId, HatchId};
use crate::sim::order::{Task, Topic};

/// Longest wait for one round, s.
const PATIENCE_S: u64 = 900;

impl Expert {
    pub(super) fn isolate(&mut self, hands: &mut Hands) -> Option<Phase> {
        let Some(place) = self.given_up else { return Some(Phase::Search) };
        let now = hands.console.tick;
        let doors: Vec<(HatchId, CompartmentId)> =
            hands.around(place).iter().copied().filter(|(h, _)| hands.movable(*h)).collect();
        let without = Zones::with(hands.layout, |h| {
            !hands.console.hatches[h.ix()].gone
                && !hands.layout.hatch(h).between.contains(&place)
                && hands.layout.hatch(h).open
        });
        // Whose lifeboat would be lost with it cannot shut it off.
        if hands.aboard().any(|p| hands.seat(p) == Some(place)) {
            self.given_up = None;
            return Some(if hands.console.holes.is_empty() { Phase::Search } else { Phase::Mend });
        }
        let lives = |side: CompartmentId| hands.aboard().any(|p| hands.seat(p).is_some_and(|s| without.same(s, side)));
        self.trial.retain(|h| !doors.iter().any(|(d, _)| d == h));
        match self.step {
            0 => {
                for who in hands.aboard().collect::<Vec<_>>() {
                    hands.stop(who);
                }
                self.next_step(now);
            }
            1 => {
                let dead: Vec<HatchId> =
                    doors.iter().filter(|(h, side)| !lives(*side) && !hands.shut(*h)).map(|(h, _)| *h).collect();
                let closer = hands.nearest(&[place], |_| true);
                let nobody_left = hands
                    .aboard()
                    .all(|p| hands.at(p) == place || hands.seat(p).is_none_or(|s| without.same(hands.at(p), s)));
                if let Some(who) =
                    closer.filter(|_| nobody_left && !dead.is_empty() && !Self::worked_on(hands, dead[0]))
                {
                    // One at a time, from the side of the leak: the room for waiting tasks is small.
                    if hands.at(who) != place {
                        hands.task(who, Task::Move(place));
                    }
                    hands.close(who, dead[0]);
                }
                let all_home = self.send_home(hands, &doors, &without, place);
                if dead.is_empty() && all_home && hands.all_idle() || self.waited(hands) > PATIENCE_S {
                    self.next_step(now);
                }
            }
            2 => {
                let open: Vec<(HatchId, CompartmentId)> =
                    doors.iter().copied().filter(|(h, _)| !hands.shut(*h)).collect();
                if open.is_empty() {
                    self.report(hands, Topic::Leak);
                    return Some(Phase::Check);
                }
                for (h, side) in open {
                    if Self::worked_on(hands, h) || !hands.nobody_cut_off_by(h) {
                        continue;
                    }
                    let here = |p| without.same(hands.at(p), side) && hands.at(p) != place;
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
    fn send_home(
        &self,
        hands: &mut Hands,
        doors: &[(HatchId, CompartmentId)],
        without: &Zones,
        place: CompartmentId,
    ) -> bool {
        let mut all = true;
        for who in hands.aboard().collect::<Vec<_>>() {
            let Some(seat) = hands.seat(who) else { continue };
            if hands.at(who) != place && without.same(hands.at(who), seat) {
                continue;
            }
            all = false;
            let threshold = doors.iter().map(|(_, side)| *side).find(|side| without.same(*side, seat)).unwrap_or(seat);
            if hands.free(who) {
                hands.task(who, Task::Move(threshold));
            }
        }
        all
    }
}
