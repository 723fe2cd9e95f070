//! Giving back what a leak took: nitrogen at once, since its valve is slow, oxygen in doses that spread before the
//! next one, never near 24 % (facts 2.1, 5.1).

use super::{Expert, Phase};
use crate::pilot::hands::Hands;
use crate::sim::alarm::AlarmKind;
use crate::sim::ids::TankId;
use crate::sim::layout::Quantity;
use crate::sim::order::{Act, Task, Topic};

/// Where the pressure is brought to, mmHg: a dozen above the lower limit of 724.
const FULL_MMHG: f64 = 736.0;
/// Shares of that pressure that oxygen may have: to begin a dose, and where a dose ends, which gathers near its valve.
const BEGIN_SHARE: f64 = 0.2285;
const END_SHARE: f64 = 0.2355;
/// Longest dose, s.
const DOSE_S: u64 = 1_200;
/// A dose has not spread while oxygen differs by more than this from place to place, mmHg.
const SPREAD_MMHG: f64 = 6.0;
/// Shortest pause between doses, s.
const PAUSE_S: u64 = 2_700;
/// A tank below this is empty, kg.
const EMPTY_KG: f64 = 0.5;
/// A gas is pure enough by mass.
const PURE: f64 = 0.9;
/// Falling slower than this, a low pressure is an old loss and not a new one, mmHg/h.
const STEADY_MMHG_H: f64 = 0.3;
/// Seen for so long, s.
const STEADY_S: u64 = 900;

impl Expert {
    /// The pressure is low, does not fall, and there is gas to give.
    pub(super) fn short_of_air(&self, hands: &Hands) -> bool {
        let low = hands.console.alarms.iter().any(|a| a.kind == AlarmKind::PressureLow && a.active);
        let at = hands.zones.members(hands.main_zone()).next();
        let fall = at.and_then(|at| self.belief.fall(at));
        let steady = fall.is_some_and(|f| f.over_s >= STEADY_S && f.mmhg_h.abs() < STEADY_MMHG_H + 2.0 * f.sigma);
        low && steady && tank(hands, OXYGEN).is_some() && tank(hands, NITROGEN).is_some()
    }

    pub(super) fn repress(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        if self.step == 0 {
            hands.give(Act::Muster { to: None });
            self.next_step(now);
            return None;
        }
        if self.step == 1 {
            // The roll first; the first dose waits for nothing.
            if self.waited(hands) > 30 && hands.all_idle() {
                self.next_step(now);
                self.report(hands, Topic::Muster);
            }
            return None;
        }
        let (layout, sensors) = (hands.layout, &hands.console.sensors);
        let shown = |quantity| {
            sensors.iter().filter(move |s| layout.sensor(s.sensor).quantity == quantity).filter_map(|s| s.value)
        };
        let lowest = shown(Quantity::Pressure).fold(f64::INFINITY, f64::min);
        let (least, most) =
            shown(Quantity::Oxygen).fold((f64::INFINITY, 0.0_f64), |(least, most), o2| (least.min(o2), most.max(o2)));
        let full = lowest >= FULL_MMHG;
        if let Some(nitrogen) = tank(hands, NITROGEN) {
            self.turn(hands, nitrogen, !full);
        }
        if let Some(oxygen) = tank(hands, OXYGEN) {
            let open = hands.console.tanks[oxygen.ix()].open;
            let ends = full || most > END_SHARE * FULL_MMHG || self.waited(hands) > DOSE_S;
            let begins = !full
                && most < BEGIN_SHARE * FULL_MMHG
                && most - least < SPREAD_MMHG
                && (self.waited(hands) > PAUSE_S || self.step == 2);
            // A dose and a pause are steps, so that their clocks run from where the valve was turned.
            if open && ends || !open && begins {
                let turned = self.turn(hands, oxygen, !open);
                if turned {
                    self.step = 3;
                    self.step_since = now;
                }
            }
        }
        let shut = hands.console.tanks.iter().all(|t| !t.open);
        (full && shut && hands.all_idle()).then_some(Phase::Check)
    }

    /// Has somebody turn a valve, who does not linger there; says whether anybody could be sent.
    fn turn(&self, hands: &mut Hands, tank: TankId, open: bool) -> bool {
        if hands.console.tanks[tank.ix()].open == open || hands.doing(|t| *t == Task::Valve(tank, open)).is_some() {
            return false;
        }
        let place = hands.layout.tank(tank).compartment;
        let Some(who) = hands.nearest(&[place], |_| true) else { return false };
        let back = hands.seat(who).filter(|_| hands.at(who) == place).unwrap_or(hands.at(who));
        hands.task(who, Task::Valve(tank, open));
        hands.task(who, Task::Move(back));
        true
    }
}

const OXYGEN: usize = 0;
const NITROGEN: usize = 1;

/// The tank that gives a gas fastest; one that is open is kept to.
fn tank(hands: &Hands, gas: usize) -> Option<TankId> {
    let tanks = (0..hands.layout.tanks.len()).map(TankId::at);
    let reached = |t: &TankId| hands.aboard().any(|p| hands.walk_s(p, &[hands.layout.tank(*t).compartment]).is_some());
    let fit = tanks.filter(|t| {
        let view = &hands.console.tanks[t.ix()];
        hands.layout.tank(*t).gas[gas] > PURE && (view.open || view.left_kg > EMPTY_KG) && reached(t)
    });
    let rate = |t: &TankId| (hands.console.tanks[t.ix()].open, hands.layout.tank(*t).rate.0);
    fit.max_by(|a, b| rate(a).0.cmp(&rate(b).0).then(rate(a).1.total_cmp(&rate(b).1)))
}
