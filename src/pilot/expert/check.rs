//! The leak check, in the smallest volume that holds what was mended and a lifeboat, and the declaration.

use super::mend::explained_mmhg_m3_h;
use super::places::{Region, haven, place_people};
use super::{Expert, Phase, leader};
use crate::pilot::hands::Hands;
use crate::sim::console::{CheckView, Condition, HoleView};
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::item::Item;
use crate::sim::layout::EquipmentKind;
use crate::sim::order::{Act, Claim, Task, Topic};

/// A check of the whole station that takes no longer than this is the best check, s.
const WHOLE_S: f64 = 5_400.0;
/// What a check's length is learnt with, s.
const LEARN_S: u32 = 60;
/// Longest wait for people and doors, s.
const PATIENCE_S: u64 = 1_200;
/// A check that takes longer is not worth it, s.
const LONG_S: f64 = 9_000.0;
/// A check that fails by less than this is done again, mmHg.
const MARGINAL_MMHG: f64 = 1.0;
/// Loss that is a new leak and not the doing of machines, mmHg m3/h: 2 mmHg an hour of a station of 842 m3.
const NEW_LEAK_MMHG_M3_H: f64 = 1_700.0;
/// A check shorter than this is made so many times longer where covers leak a little; and the share of what it allows
/// that a crew is sure of.
const SHORT_S: f64 = 1_500.0;
const CAREFUL: f64 = 2.5;
const SURE: f64 = 0.8;
/// What machines and people do to the air of a module is less than this, mmHg/h.
const MACHINES_MMHG_H: f64 = 1.0;
/// A needle read to a quarter, mmHg.
const READ_MMHG: f64 = 0.25;
/// Checks that failed or were doubted, after which one that holds is believed.
const INSISTS: u32 = 5;
/// Longest check, s.
const LONGEST_S: f64 = 43_200.0;

impl Expert {
    pub(super) fn check(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        if self.step == 0 {
            self.reopen(hands);
            if self.calm {
                self.fans_on(hands);
            }
        }
        if self.holes_to_mend(hands) {
            return Some(Phase::Mend);
        }
        if self.given_up.is_empty() && self.step <= 3 && self.new_leak(hands) {
            return Some(Phase::Search);
        }
        let everybody: Vec<PersonId> = hands.aboard().collect();
        // Bad air in a shut volume ends a check, whatever the needle says.
        let ill = |p: &PersonId| hands.person(*p).condition == Condition::Impaired;
        if self.calm && self.failed_checks < 2 && !self.trial.is_empty() && self.step <= 3 && everybody.iter().any(ill)
        {
            self.failed_checks = 2;
            everybody.iter().for_each(|p| hands.stop(*p));
            return Some(Phase::Check);
        }
        match self.step {
            // Everybody at their lifeboats, a gauge in a hand, and how long a check must be.
            0 if hands.all_idle() && (self.trial.is_empty() || self.waited(hands) > PATIENCE_S) => {
                let who = leader(hands, &everybody)?;
                hands.fetch_if_near(who, Item::Gauge);
                if self.needs_whole_s.is_none() && hands.has(who, Item::Gauge) {
                    hands.task(who, Task::LeakCheck(LEARN_S));
                    return None;
                }
                let region = self.region_to_check(hands);
                self.check_doors = region.as_ref().map_or_else(Vec::new, |r| r.doors.clone());
                if let Some(region) = region {
                    place_people(hands, &region.inside);
                }
                self.next_step(now);
            }
            1 => {
                let open: Vec<HatchId> = self.check_doors.iter().copied().filter(|h| !hands.shut(*h)).collect();
                if open.is_empty() && hands.all_idle() || self.waited(hands) > PATIENCE_S {
                    self.next_step(now);
                } else if hands.all_idle() || self.waited(hands) > 60 {
                    for h in open {
                        self.shut_for_check(hands, h);
                    }
                }
            }
            2 if hands.all_idle() => {
                let who = self.checker(hands, &everybody)?;
                let whole: f64 = hands.layout.compartments.iter().map(|c| c.volume.0).sum();
                let volume = hands.zones.volume_m3(hands.layout, hands.zones.of(hands.at(who)));
                let needs_s = self.needs_whole_s.unwrap_or(36_000.0) * volume / whole * 1.02 + 30.0;
                // What covers let through is near the criterion: a needle read to a quarter needs more of a fall.
                let seconds =
                    if self.covered(hands) && needs_s < SHORT_S { CAREFUL * needs_s } else { needs_s }.min(LONGEST_S);
                hands.task(who, Task::LeakCheck(seconds as u32));
                self.report(hands, if self.given_up.is_empty() { Topic::Repair } else { Topic::Leak });
                self.next_step(now);
            }
            3 if hands.all_idle() => {
                let check = hands.console.leak_check.filter(|c| c.fresh && c.ended > self.step_since)?;
                // What holds time and again, with nothing left to put on it, is as good as it gets.
                if !check.holds || self.failed_checks < INSISTS && self.doubtful(hands, &check) {
                    return Some(self.after_failed_check(hands, check.at, check.fell_mmhg));
                }
                self.report(hands, Topic::Status);
                self.next_step(now);
            }
            4 if hands.all_idle() => {
                let claim = if self.given_up.is_empty() { Claim::Held } else { Claim::Isolated };
                hands.give(Act::Declare(claim));
                self.next_step(now);
            }
            5 if self.waited(hands) > 60 => return Some(Phase::Check),
            1..=2 if self.waited(hands) > PATIENCE_S => self.next_step(now),
            _ => {}
        }
        None
    }

    /// A check that holds by a needle's width, where it was long enough to tell and what lies on the holes does not
    /// explain what it felt, or where telemetry shows more than the mission allows, convinces nobody.
    fn doubtful(&self, hands: &Hands, check: &CheckView) -> bool {
        let allowed_mmhg_h = 0.5 * 3600.0 / f64::from(check.needs_s.max(1));
        let per_hour = 3600.0 / f64::from(check.over_s.max(1));
        let fell_mmhg_h = check.fell_mmhg * per_hour;
        let close = f64::from(check.needs_s) < SHORT_S && fell_mmhg_h > SURE * allowed_mmhg_h && self.covered(hands);
        let whole: f64 = hands.layout.compartments.iter().map(|c| c.volume.0).sum();
        let share = hands.zones.volume_m3(hands.layout, hands.zones.of(check.at)) / whole;
        let explained = self.covers_let_mmhg_h(hands);
        let known = explained < self.criterion() && fell_mmhg_h * share <= explained + READ_MMHG * per_hour * share;
        let shown = self.belief.fall(check.at).is_some_and(|f| {
            let tells = f.over_s >= 300 && f.sigma < 0.3 * allowed_mmhg_h && allowed_mmhg_h > MACHINES_MMHG_H;
            tells && f.mmhg_h > allowed_mmhg_h
        });
        close && !known || shown
    }

    /// Something was mended, or is left, that may let a little through.
    fn covered(&self, hands: &Hands) -> bool {
        hands.console.holes.len() > 1 || hands.real_holes().any(|h| !self.given_up.contains(&h.at))
    }

    /// A little may be what machines and people do to the air: another check tells, in a smaller volume where machines
    /// spoilt this one. Otherwise another coat; where no coat is left to give, the place is shut off.
    fn after_failed_check(&mut self, hands: &Hands, at: CompartmentId, fell_mmhg: f64) -> Phase {
        let machines = hands.console.equipment.iter().any(|e| {
            let machine = hands.layout.machine(e.equipment);
            let removes = matches!(machine.kind, EquipmentKind::Co2Removal { .. });
            e.on && removes && hands.zones.same(machine.compartment, at)
        });
        self.failed_checks += 1;
        if fell_mmhg < MARGINAL_MMHG && (machines && !self.spoilt || self.failed_checks == 1) {
            self.spoilt |= machines;
            return Phase::Check;
        }
        let sealed = hands.real_holes().filter(|h| !self.out_of_hand(hands, h));
        let lets = |h: &HoleView| explained_mmhg_m3_h(hands, |c| c == h.at);
        let worst =
            sealed.clone().filter(|h| self.can_be_spared(hands, h.at)).max_by(|a, b| lets(a).total_cmp(&lets(b)));
        match worst {
            None if self.extra_coats > 2 || sealed.clone().next().is_none() => Phase::Search,
            _ if sealed.clone().any(|h| h.coats < 3) && hands.aboard().any(|p| hands.can_get(p, Item::Sealant)) => {
                self.extra_coats += 1;
                Phase::Mend
            }
            Some(hole) => {
                self.give_up(hands, hole.at);
                Phase::Isolate
            }
            None => Phase::Search,
        }
    }

    /// Something falls again while the check is prepared or runs: more than machines and people do to a part of the
    /// station behind shut hatches.
    fn new_leak(&self, hands: &Hands) -> bool {
        hands.zones.all().any(|z| {
            let fall = hands.zones.members(z).next().and_then(|c| self.belief.fall(c));
            let volume = hands.zones.volume_m3(hands.layout, z);
            let most = NEW_LEAK_MMHG_M3_H + explained_mmhg_m3_h(hands, |c| hands.zones.of(c) == z);
            fall.is_some_and(|f| f.over_s >= 240 && f.mmhg_h > 4.0 * f.sigma && f.mmhg_h * volume > most)
        })
    }

    /// Shuts one hatch of the region from within.
    fn shut_for_check(&mut self, hands: &mut Hands, h: HatchId) {
        if Self::worked_on(hands, h) || !hands.open(h) {
            return;
        }
        let sides = hands.layout.hatch(h).between;
        if !hands.nobody_cut_off_by(h) {
            if hands.all_idle() {
                self.check_doors.retain(|d| *d != h);
            }
            return;
        }
        if let Some(who) = hands.nearest(&sides, |_| true) {
            hands.close(who, h);
            self.trial.push(h);
        }
    }

    /// Who checks: in the smallest zone with people that a door of the check bounds; with a gauge.
    fn checker(&self, hands: &Hands, everybody: &[PersonId]) -> Option<PersonId> {
        let sides = self.check_doors.iter().flat_map(|h| hands.layout.hatch(*h).between);
        let manned = sides.filter(|c| everybody.iter().any(|p| hands.zones.same(hands.at(*p), *c)));
        let size = |c: &CompartmentId| hands.zones.volume_m3(hands.layout, hands.zones.of(*c));
        let zone = manned.min_by(|a, b| size(a).total_cmp(&size(b)));
        let inside: Vec<PersonId> =
            everybody.iter().copied().filter(|p| zone.is_none_or(|z| hands.zones.same(hands.at(*p), z))).collect();
        leader(hands, &inside).filter(|p| hands.has(*p, Item::Gauge)).or_else(|| leader(hands, everybody))
    }

    /// What to shut off for the check: of the regions that hold what was mended and somebody's lifeboat, the quickest;
    /// a lifeboat with its porch alone where the part was given up, where that would take too long, or where a check of
    /// the region was spoilt by what machines and people do to its air (telemetry watches the rest meanwhile). None for
    /// the whole station as it is.
    fn region_to_check(&self, hands: &Hands) -> Option<Region> {
        let whole_s = self.needs_whole_s.unwrap_or(f64::INFINITY);
        // Where weeks are left, half a day of the open station is cheaper than a small volume that breath has spoilt
        // twice.
        if whole_s <= WHOLE_S || self.calm && self.failed_checks > 1 {
            return None;
        }
        let kept = |_: &&HoleView| self.given_up.is_empty();
        let holes: Vec<CompartmentId> = hands.real_holes().filter(kept).map(|h| h.at).collect();
        let best = |regions: Vec<Region>| {
            let priced = regions.into_iter().map(|r| (r.cost_s(hands, whole_s), r));
            priced.min_by(|a, b| a.0.total_cmp(&b.0))
        };
        let crews = hands.crews();
        let full = crews.iter().filter_map(|(v, _)| Region::between(hands, hands.layout.vehicle(*v).cabin()?, &holes));
        let full = best(full.collect()).filter(|_| !holes.is_empty() && !self.spoilt);
        if let Some((cost_s, region)) = full
            && cost_s <= LONG_S
        {
            return Some(region);
        }
        let small = crews.iter().filter_map(|(v, _)| Region::closed(hands, haven(hands, *v)?.inside));
        best(small.collect()).map(|(_, region)| region)
    }
}
