//! Is my ride home tight? Each crew into its porch and lifeboat, the hatch shut, the gauge watched.

use super::berth::lifeboat_degraded;
use super::places::{Haven, haven};
use super::{Expert, Phase, able_of, leader};
use crate::pilot::hands::Hands;
use crate::sim::ids::{CompartmentId, PersonId, VehicleId};
use crate::sim::item::Item;
use crate::sim::order::Task;

/// A haven that would lose more than this a minute, were the leak in it, is no place to shut oneself in, mmHg/min.
const SAFE_MMHG_MIN: f64 = 40.0;
/// The fall that a leak check waits for, mmHg, and its shortest and longest time, s.
const TELLING_MMHG: f64 = 1.5;
const SHORTEST_S: f64 = 60.0;
const LONGEST_S: f64 = 1_500.0;
/// Longest wait for one step, beyond the check itself, s.
const PATIENCE_S: u64 = 600;

impl Expert {
    pub(super) fn lifeboats(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        let havens: Vec<(VehicleId, Vec<PersonId>, Haven)> =
            hands.crews().into_iter().filter_map(|(v, crew)| Some((v, crew, haven(hands, v)?))).collect();
        let patience = self.waited(hands) > PATIENCE_S + LONGEST_S as u64;
        match self.step {
            0 => {
                let whole: f64 = hands.zones.volume_m3(hands.layout, hands.main_zone());
                let worst = havens.iter().map(|(_, _, h)| self.inside_mmhg_h(h, whole)).fold(0.0, f64::max);
                let equipped =
                    havens.iter().all(|(_, crew, _)| leader(hands, crew).is_some_and(|p| hands.has(p, Item::Gauge)));
                let worst = if self.calm { 0.0 } else { worst };
                if havens.is_empty() || !equipped || worst > SAFE_MMHG_MIN * 60.0 {
                    return Some(self.after_lifeboats(hands));
                }
                for (v, crew, haven) in &havens {
                    let berth = hands.layout.vehicle(*v).compartments[0];
                    for who in able_of(hands, crew) {
                        let place = if leader(hands, crew) == Some(who) { berth } else { porch(hands, *v, haven) };
                        if hands.at(who) != place {
                            hands.task(who, Task::Move(place));
                        }
                    }
                }
                self.next_step(now);
            }
            1 if hands.all_idle() => {
                for (v, crew, haven) in &havens {
                    let all_in = crew.iter().all(|p| haven.inside.contains(&hands.at(*p)));
                    let porch = porch(hands, *v, haven);
                    let closer = hands.nearest(&[porch], |p| crew.contains(&p) && leader(hands, crew) != Some(p));
                    let closer = closer.or_else(|| leader(hands, crew));
                    if let (true, Some(who)) = (all_in, closer) {
                        hands.close(who, haven.neck);
                        self.trial.push(haven.neck);
                    }
                }
                self.next_step(now);
            }
            2 if hands.all_idle() => {
                if !self.trial.iter().all(|h| hands.shut(*h)) {
                    self.step = 4;
                    return None;
                }
                for (_, crew) in hands.crews() {
                    let Some(who) = leader(hands, &crew).filter(|p| hands.has(*p, Item::Gauge)) else { continue };
                    let volume = hands.zones.volume_m3(hands.layout, hands.zones.of(hands.at(who)));
                    let fall = self.belief.loss().unwrap_or(100.0) / volume;
                    let seconds = (TELLING_MMHG / fall * 3600.0).clamp(SHORTEST_S, LONGEST_S);
                    hands.task(who, Task::LeakCheck(seconds as u32));
                }
                self.next_step(now);
            }
            3 if hands.all_idle() => self.next_step(now),
            4 => return self.reopen(hands).then(|| self.after_lifeboats(hands)),
            _ if patience => {
                self.step = 4;
                self.step_since = now;
            }
            _ => {}
        }
        None
    }

    fn after_lifeboats(&self, hands: &Hands) -> Phase {
        match self.calm {
            false => Phase::Split,
            true if lifeboat_degraded(hands) => Phase::Berth,
            true => Phase::Apart,
        }
    }

    /// How fast a haven would fall if the leak were in it, mmHg/h.
    fn inside_mmhg_h(&self, haven: &Haven, whole_m3: f64) -> f64 {
        let loss = self.belief.loss().or_else(|| self.reserve.map(|(s, _)| 255.0 / s * 3600.0 * whole_m3));
        loss.unwrap_or(f64::INFINITY) / haven.volume_m3
    }
}

/// The side of the neck that lies in the haven.
fn porch(hands: &Hands, vehicle: VehicleId, haven: &Haven) -> CompartmentId {
    let sides = hands.layout.hatch(haven.neck).between;
    let inside = sides.into_iter().find(|c| haven.inside.contains(c));
    inside.unwrap_or(hands.layout.vehicle(vehicle).compartments[0])
}
