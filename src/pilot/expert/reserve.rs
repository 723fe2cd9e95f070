//! Reserve time: so many millimetres by the stopwatch, and (P - 490) over the rate.

use super::{Expert, Phase, leader};
use crate::pilot::hands::Hands;
use crate::sim::item::Item;
use crate::sim::order::{Act, Task, Topic};
use crate::sim::reserve::END_POINT_MMHG;

/// A needle read to a quarter twice: error of a difference, mmHg.
const READ_ERROR_MMHG: f64 = 0.2;
/// Enough of a fall for a good estimate, mmHg; enough for a fair one after four minutes; longest watch, s.
const GOOD_MMHG: f64 = 5.0;
const FAIR_MMHG: f64 = 3.0;
const FAIR_S: u64 = 240;
const LONGEST_S: u64 = 600;

/// A number is looked at again after so long, s, and given again where it changed by so much.
const AGAIN_S: u64 = 900;
const CHANGED: f64 = 1.4;

impl Expert {
    pub(super) fn time_reserve(&mut self, hands: &mut Hands) -> Option<Phase> {
        let everybody: Vec<_> = hands.aboard().collect();
        let Some(who) = leader(hands, &everybody) else { return Some(Phase::Search) };
        let now = hands.console.tick;
        let person = hands.person(who);
        match self.step {
            0 if hands.free(who) => {
                if hands.can_get(who, Item::Gauge) {
                    hands.fetch(who, Item::Gauge);
                    hands.task(who, Task::Measure(None));
                    self.next_step(now);
                } else {
                    self.step = 3;
                }
            }
            1 if person.needle_mmhg.is_some() => {
                hands.give(Act::Stopwatch { who, start: true });
                self.next_step(now);
            }
            2 => {
                let (Some(needle), Some((since, then))) = (person.needle_mmhg, person.stopwatch) else {
                    if self.waited(hands) > 60 {
                        self.step = 0;
                    }
                    return None;
                };
                let (seconds, fell) = (now.since(since), then - needle);
                if fell >= GOOD_MMHG || fell >= FAIR_MMHG && seconds >= FAIR_S || seconds >= LONGEST_S {
                    hands.give(Act::Stopwatch { who, start: false });
                    self.next_step(now);
                }
            }
            3 => {
                if let Some(estimate_s) = self.estimate_s(hands, who) {
                    self.reserve = Some((estimate_s, now));
                    hands.give(Act::Commit { who, reserve_s: estimate_s });
                }
                self.rest_gauges(hands);
                self.next_step(now);
            }
            4 => {
                self.report(hands, Topic::Pressure);
                return Some(Phase::Lifeboats);
            }
            _ if self.waited(hands) > LONGEST_S => return Some(Phase::Lifeboats),
            _ => {}
        }
        None
    }

    /// A number that is no longer true is given anew: after another bang, behind another door.
    pub(super) fn reserve_again(&mut self, hands: &mut Hands) {
        let now = hands.console.tick;
        let Some((before, _)) = self.reserve.filter(|(_, when)| now.since(*when) > AGAIN_S) else { return };
        let everybody: Vec<_> = hands.aboard().collect();
        let Some(who) = leader(hands, &everybody) else { return };
        let sure = |f: &crate::belief::Fall| f.over_s >= FAIR_S && f.mmhg_h > (8.0 * f.sigma).max(1.0);
        let told = self.belief.fall(hands.at(who)).filter(sure);
        let estimate = told
            .and_then(|f| Some((hands.zone_mmhg(hands.zones.of(hands.at(who)))? - END_POINT_MMHG) / f.mmhg_h * 3600.0));
        if let Some(reserve_s) = estimate.filter(|s| *s > 0.0 && (s / before > CHANGED || before / s > CHANGED)) {
            self.reserve = Some((reserve_s, now));
            hands.give(Act::Commit { who, reserve_s });
        }
    }

    /// What the stopwatch and the telemetry say together.
    fn estimate_s(&self, hands: &Hands, who: crate::sim::ids::PersonId) -> Option<f64> {
        let person = hands.person(who);
        let at = hands.at(who);
        let pressure = person.needle_mmhg.or(hands.zone_mmhg(hands.zones.of(at)))?;
        let by_hand = person.timed.filter(|(s, fell)| *s > 0 && *fell > 0.5);
        let by_hand = by_hand.map(|(s, fell)| (fell / f64::from(s) * 3600.0, READ_ERROR_MMHG / fell));
        let fall = self.belief.fall(at).filter(|f| f.mmhg_h > 0.0);
        let by_telemetry = fall.map(|f| (f.mmhg_h, 0.5 * f.sigma / f.mmhg_h));
        // Both, each by its precision.
        let weighted =
            [by_hand, by_telemetry].into_iter().flatten().map(|(rate, error)| (rate, 1.0 / (error * error).max(1e-9)));
        let (sum, weights) =
            weighted.fold((0.0, 0.0), |(sum, all), (rate, weight)| (sum + rate * weight, all + weight));
        let best = (weights > 0.0).then(|| sum / weights);
        best.map(|mmhg_h| ((pressure - END_POINT_MMHG) / mmhg_h * 3600.0).max(1.0))
    }
}
