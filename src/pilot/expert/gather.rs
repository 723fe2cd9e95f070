//! Alarm, muster, roll, a gauge for each crew.

use super::{Expert, Phase, leader};
use crate::pilot::hands::Hands;
use crate::sim::alarm::AlarmKind;
use crate::sim::console::Condition;
use crate::sim::item::Item;
use crate::sim::order::{Act, Task, Topic};

/// Below this reserve time the alarm is pressed; above it people are gathered without (facts 2.3: the crew of 2018
/// was left asleep with weeks of air).
const URGENT_S: f64 = 36.0 * 3600.0;
/// Longest wait for people to gather, s.
const PATIENCE_S: u64 = 600;

impl Expert {
    pub(super) fn gather(&mut self, hands: &mut Hands) -> Option<Phase> {
        match self.step {
            0 => {
                let rings = hands.console.alarms.iter().any(|a| a.kind == AlarmKind::CrewDepress && a.active);
                let urgent = self.reserve_now_s(hands).is_some_and(|s| s < URGENT_S);
                if urgent && !rings {
                    hands.give(Act::RaiseAlarm);
                } else {
                    for who in hands.aboard().collect::<Vec<_>>() {
                        if hands.person(who).condition != Condition::Asleep {
                            continue;
                        }
                        hands.give(Act::GroundWake { who });
                    }
                }
                self.next_step(hands.console.tick);
            }
            1 => {
                hands.give(Act::Muster { to: None });
                self.next_step(hands.console.tick);
            }
            2 if hands.all_idle() || self.waited(hands) > PATIENCE_S => {
                for (_, crew) in hands.crews() {
                    if let Some(who) = leader(hands, &crew)
                        && hands.stowed(who, Item::Gauge)
                    {
                        hands.fetch(who, Item::Gauge);
                    }
                }
                self.report(hands, Topic::Muster);
                self.next_step(hands.console.tick);
            }
            3 if hands.all_idle() || self.waited(hands) > PATIENCE_S => {
                // A fall that no stopwatch can feel is timed behind doors, later.
                return Some(if self.calm { Phase::Lifeboats } else { Phase::Reserve });
            }
            _ => {}
        }
        None
    }

    /// Whoever has a gauge in hand puts it away.
    pub(super) fn rest_gauges(&self, hands: &mut Hands) {
        for who in hands.aboard() {
            if hands.person(who).job.is_some_and(|j| matches!(j.task, Task::Measure(None))) && hands.free(who) {
                hands.stop(who);
            }
        }
    }
}
