//! Watching: an alarm, a trend that is no mere wobble, a lifeboat that is none any more, or the ground's call.

use super::berth::lifeboat_degraded;
use super::{Expert, Phase};
use crate::pilot::hands::Hands;
use crate::sim::alarm::AlarmKind;

/// After the ground woke the crew, s; between its first and its last call, s.
const WOKEN_S: u64 = 300;
const AGAIN_S: u64 = 16_200;

impl Expert {
    pub(super) fn watch(&mut self, hands: &mut Hands) -> Option<Phase> {
        if !hands.console.holes.is_empty() {
            return Some(Phase::Mend);
        }
        if self.leak_suspected(hands) {
            return Some(Phase::Gather);
        }
        if self.short_of_air(hands) {
            return Some(Phase::Repress);
        }
        self.calm = self.called(hands) || lifeboat_degraded(hands);
        self.calm.then_some(Phase::Gather)
    }

    /// The ground sees something that no gauge on board shows within an hour: it had the crew woken, or speaks of it
    /// again after half a day's work. Such a loss takes days to hurt and hours to find.
    fn called(&self, hands: &Hands) -> bool {
        let now = hands.console.tick;
        let woken = self.woken.is_some_and(|t| now.since(t) >= WOKEN_S) && !self.calls.is_empty();
        let again = self.calls.first().zip(self.calls.last()).is_some_and(|(a, b)| b.since(*a) >= AGAIN_S);
        woken || again
    }

    /// Alarms that tell of fast loss are believed at once. A slow trend must show in the air itself, temperature taken
    /// out, beyond the error of an hour of telemetry.
    pub(super) fn leak_suspected(&self, hands: &Hands) -> bool {
        let at = hands.zones.members(hands.main_zone()).next();
        let fall = at.and_then(|at| self.belief.fall(at));
        let alarm = |kind| hands.console.alarms.iter().any(|a| a.kind == kind && a.active);
        let falls_by = |least: f64, sigmas: f64, over_s: u64| {
            fall.is_some_and(|f| f.over_s >= over_s && f.mmhg_h > least.max(sigmas * f.sigma))
        };
        let urgent = [AlarmKind::RapidDepress, AlarmKind::CrewDepress, AlarmKind::PressureVeryLow];
        urgent.into_iter().any(alarm)
            || alarm(AlarmKind::PressureFalling) && falls_by(1.0, 1.0, 120)
            || alarm(AlarmKind::PressureTrend) && falls_by(0.3, 2.0, 600)
            || falls_by(20.0, 4.0, 120)
            || falls_by(2.0, 4.0, 600)
            || falls_by(0.35, 3.0, 3_400)
    }
}
