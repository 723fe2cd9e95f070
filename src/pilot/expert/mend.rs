//! Mending: a finger, tape or a patch at once, sealant over it, patience, another coat; and an eye on the air, since
//! there may be another hole.

use super::search::TOO_SHORT_S;
use super::{Expert, Phase};
use crate::belief::lost_mmhg_m3_h;
use crate::pilot::hands::Hands;
use crate::sim::alarm::AlarmKind;
use crate::sim::console::{HoleView, PersonView};
use crate::sim::ids::{CompartmentId, FoundId, PersonId};
use crate::sim::item::Item;
use crate::sim::layout::EquipmentKind;
use crate::sim::order::{Task, Topic};
use crate::sim::strike::shield::effective_area_mm2;

/// Larger holes than this tear tape off; larger than that spans no patch; larger than this hurt a finger, mm.
const TAPE_MM: f64 = 4.5;
const PATCH_MM: f64 = 40.0;
const FINGER_MM: f64 = 9.5;
/// What tape, a patch and each coat may let through at worst.
const TAPE_LETS: f64 = 0.45;
const PATCH_LETS: f64 = 0.055;
const COAT_LETS: f64 = 0.12;
/// The criterion, mmHg/h, where no check has told it yet.
const USUAL_CRITERION: f64 = 0.05;
/// A passage and no place to live in, m3.
const TUNNEL_M3: f64 = 10.0;
/// A coat is looked at for blisters after this, s.
const BLISTER_S: u64 = 2_700;
/// The air is judged so long after the last work on a hole, s.
const JUDGE_S: u64 = 300;
/// Reserve time at which a place that is not sealed is shut off, s.
const GIVE_UP_S: f64 = 35.0 * 60.0;

/// With more time than this a hole is looked at closely before anything is put on it: it may not go through, s.
const TIME_TO_LOOK_S: f64 = 5.0 * 3600.0;

/// What a hole needs next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Need {
    Probe,
    Cover(Item),
    Coat,
    Look,
    Time,
    Nothing,
    Hopeless,
}

impl Expert {
    pub(super) fn mend(&mut self, hands: &mut Hands) -> Option<Phase> {
        self.reopen(hands);
        self.reserve_again(hands);
        let holes: Vec<&HoleView> = hands.console.holes.iter().filter(|h| !self.out_of_hand(hands, h)).collect();
        let mut waiting = true;
        for hole in &holes {
            let need = self.need(hands, hole);
            match need {
                Need::Hopeless if self.can_be_spared(hands, hole.at) => {
                    self.give_up(hands, hole.at);
                    return Some(Phase::Isolate);
                }
                Need::Hopeless => {}
                Need::Probe => self.probe(hands, hole),
                Need::Cover(item) => self.cover(hands, hole, item),
                Need::Coat => self.work(hands, hole, Item::Sealant, Task::Sealant(hole.found)),
                Need::Look => self.look(hands, hole),
                Need::Time => self.while_waiting(hands, hole),
                Need::Nothing => {}
            }
            if matches!(need, Need::Cover(_)) {
                waiting = false;
            } else if let Some(who) = hole.finger {
                hands.stop(who);
            }
        }
        self.report(hands, Topic::Leak);
        let short = self.reserve_now_s(hands).is_some_and(|s| s < GIVE_UP_S);
        if let (true, Some(hole)) = (short, holes.iter().find(|h| h.coats == 0 && h.patched.is_none())) {
            self.give_up(hands, hole.at);
            if !self.given_up.is_empty() {
                return Some(Phase::Isolate);
            }
        }
        if waiting && self.another_leak(hands) {
            return Some(Phase::Search);
        }
        let settled = |need| matches!(need, Need::Nothing | Need::Hopeless);
        let done = holes.iter().all(|h| settled(self.need(hands, h))) && hands.all_idle();
        // A scratch that does not go through is not what the gauge feels.
        let nothing_yet = self.given_up.is_empty() && hands.real_holes().next().is_none();
        done.then_some(if nothing_yet { Phase::Search } else { Phase::Check })
    }

    /// Given up, or behind doors that were shut for good.
    pub(super) fn out_of_hand(&self, hands: &Hands, hole: &HoleView) -> bool {
        self.given_up.contains(&hole.at) || self.trial.is_empty() && !hands.reachable(hole.at)
    }

    /// A close look: is it more than a scratch?
    fn probe(&self, hands: &mut Hands, hole: &HoleView) {
        if hands.doing(|t| on_hole(t, hole.found)).is_none()
            && let Some(who) = hands.nearest(&[hole.at], |_| true)
        {
            hands.task(who, Task::Inspect(hole.found));
        }
    }

    /// What a hole needs next.
    fn need(&self, hands: &Hands, hole: &HoleView) -> Need {
        if hole.through == Some(false) {
            return Need::Nothing;
        }
        let covered = (hole.taped.is_some() || hole.patched.is_some()) && !hole.lost;
        let anybody = |item| hands.aboard().any(|p| hands.can_get(p, item));
        if !covered && hole.coats == 0 {
            let time_s = self.reserve_now_s(hands).or(self.reserve.map(|(s, _)| s));
            if hole.through.is_none() && !hole.crack && !hole.lost && time_s.is_some_and(|s| s > TIME_TO_LOOK_S) {
                return Need::Probe;
            }
            // A crack opens again under its seal (facts 3.3): with time to choose, a tunnel is shut off at once, any
            // other place when it has done so.
            let tunnel = hands.layout.compartment(hole.at).volume.0 < TUNNEL_M3;
            if hole.crack && self.calm && (tunnel || hole.lost) && self.can_be_spared(hands, hole.at) {
                return Need::Hopeless;
            }
            // With less than an hour to live nothing is mended that a door can answer (facts 2.4, step 6).
            let reserve_s = self.reserve_now_s(hands).or(self.reserve.map(|(s, _)| s));
            if hole.looks_mm > TAPE_MM
                && reserve_s.is_some_and(|s| s < TOO_SHORT_S)
                && self.can_be_spared(hands, hole.at)
            {
                return Need::Hopeless;
            }
            // Tape where it serves as well as a patch would.
            let serves = self.coats_over(hands, hole, TAPE_LETS) <= self.coats_over(hands, hole, PATCH_LETS);
            let kit = anybody(Item::Patch);
            let tape = hole.looks_mm <= TAPE_MM && !hole.crack && !hole.lost && (serves || !kit);
            return match (tape && anybody(Item::Tape), kit && (hole.looks_mm <= PATCH_MM || hole.crack)) {
                (true, _) => Need::Cover(Item::Tape),
                (false, true) => Need::Cover(Item::Patch),
                // Tape on a crack or a wider cut is poor, but it is what there is.
                (false, false) if !hole.lost && hole.looks_mm <= TAPE_MM && anybody(Item::Tape) => {
                    Need::Cover(Item::Tape)
                }
                (false, false) => Need::Hopeless,
            };
        }
        let wanted = self.coats_wanted(hands, hole);
        if hole.coats >= wanted && (hole.tacky || hole.coats == 0) {
            return Need::Nothing;
        }
        if hole.coats < wanted && (hole.coats == 0 || hole.tacky) {
            // No sealant left: the cover stays as it is, and the leak check says whether that will do.
            return if anybody(Item::Sealant) { Need::Coat } else { Need::Nothing };
        }
        let old = hole.coated.is_some_and(|t| hands.console.tick.since(t) > BLISTER_S);
        if old && !hole.blister && !self.looked.contains(&(hole.found, hole.coats)) {
            return Need::Look;
        }
        Need::Time
    }

    /// What a bare hole of this look would cost the whole station, mmHg/h.
    fn whole_mmhg_h(&self, hands: &Hands, hole: &HoleView) -> f64 {
        let whole: f64 = hands.layout.compartments.iter().map(|c| c.volume.0).sum();
        let area =
            if hole.crack { self.belief.area().map_or(1.0, |a| a.mm2()) } else { effective_area_mm2(hole.looks_mm) };
        lost_mmhg_m3_h(area) / whole
    }

    /// What the mission calls a leak, mmHg/h, as far as checks have told.
    pub(super) fn criterion(&self) -> f64 {
        self.needs_whole_s.map_or(USUAL_CRITERION, |s| 0.5 * 3600.0 / s)
    }

    /// Coats that a hole should have.
    fn coats_wanted(&self, hands: &Hands, hole: &HoleView) -> u8 {
        let cover = if hole.patched.is_some() { PATCH_LETS } else { TAPE_LETS };
        (self.coats_over(hands, hole, cover) + u8::from(hole.blister) + self.extra_coats).min(3)
    }

    /// Coats over a cover until what is left is below the criterion at worst: leak x cover x coat^n; well below, where
    /// there are coats at all. None where the cover does.
    fn coats_over(&self, hands: &Hands, hole: &HoleView, cover: f64) -> u8 {
        let mut left = self.whole_mmhg_h(hands, hole) * cover;
        let mut coats = 0;
        while left > self.criterion() * if coats == 0 { 0.9 } else { 0.6 } && coats < 3 {
            left *= COAT_LETS;
            coats += 1;
        }
        coats
    }

    /// What the holes within reach let through where what lies on them lies badly, mmHg/h of the whole station.
    pub(super) fn covers_let_mmhg_h(&self, hands: &Hands) -> f64 {
        let left = |hole: &HoleView| {
            let cover = match (hole.patched.is_some(), hole.taped.is_some(), hole.lost) {
                (true, _, false) => PATCH_LETS,
                (_, true, false) => TAPE_LETS,
                _ => 1.0,
            };
            let coats = (0..hole.coats).fold(1.0, |left, _| left * COAT_LETS);
            self.whole_mmhg_h(hands, hole) * cover * coats
        };
        let holes = hands.real_holes().filter(|h| !self.out_of_hand(hands, h));
        holes.map(left).sum()
    }

    /// Tape or a patch, and a finger until it is there.
    fn cover(&mut self, hands: &mut Hands, hole: &HoleView, item: Item) {
        let task = if item == Item::Tape { Task::Tape(hole.found) } else { Task::Patch(hole.found) };
        self.work(hands, hole, item, task);
        let others = hands.aboard().filter(|p| hands.able(*p)).count() > 1;
        if others && hole.finger.is_none() && hole.looks_mm <= FINGER_MM && !hole.crack {
            let at_it = |p: &PersonView| p.job.is_some_and(|j| j.task == task && j.walking_to.is_none());
            let held =
                hands.doing(|t| *t == Task::Finger(hole.found)).is_some() || hands.console.crew.iter().any(at_it);
            if let (false, Some(who)) = (held, hands.nearest(&[hole.at], |_| true)) {
                hands.task(who, Task::Finger(hole.found));
            }
        }
    }

    /// One person with the right thing works on a hole.
    fn work(&mut self, hands: &mut Hands, hole: &HoleView, item: Item, task: Task) {
        let f = hole.found;
        if hands.doing(|t| on_hole(t, f) && *t != Task::Finger(f)).is_some() {
            return;
        }
        let pass = |p: PersonId| hole.finger != Some(p) && hands.can_get(p, item);
        let ready = hands.nearest(&[hole.at], |p| pass(p) && hands.has(p, item));
        let Some(who) = ready.or_else(|| hands.nearest(&[hole.at], pass)) else {
            // Only the finger's owner is left, or nobody can get it.
            if let (Some(who), true) = (hole.finger, hands.console.crew.len() == 1) {
                hands.stop(who);
            }
            return;
        };
        hands.fetch(who, item);
        hands.task(who, task);
    }

    fn look(&mut self, hands: &mut Hands, hole: &HoleView) {
        if let Some(who) = hands.nearest(&[hole.at], |_| true) {
            hands.task(who, Task::Inspect(hole.found));
            self.looked.push((hole.found, hole.coats));
        }
    }

    /// Pictures, reports, fans, gauges put away: what there is time for while a coat cures.
    fn while_waiting(&mut self, hands: &mut Hands, hole: &HoleView) {
        self.rest_gauges(hands);
        self.report(hands, Topic::Repair);
        let f = hole.found;
        if hole.through.is_none() {
            self.probe(hands, hole);
        } else if !self.looked.contains(&(f, u8::MAX)) {
            let can = |p: PersonId| hands.can_get(p, Item::Camera);
            if let Some(who) = hands.nearest(&[hole.at], can) {
                hands.fetch(who, Item::Camera);
                hands.task(who, Task::Photograph(f));
                self.looked.push((f, u8::MAX));
            }
        }
        self.fans_on(hands);
    }

    /// Fans that the automatic response stopped run again: still air gathers what people breathe out.
    pub(super) fn fans_on(&self, hands: &mut Hands) {
        if hands.console.alarms.iter().any(|a| a.kind == AlarmKind::RapidDepress && a.active) {
            return;
        }
        for machine in &hands.console.equipment {
            let e = machine.equipment;
            let fan = hands.layout.machine(e).kind == EquipmentKind::Fan && !machine.on && !machine.broken;
            if fan && hands.doing(|t| *t == Task::Switch(e, true)).is_none() {
                let place = hands.layout.machine(e).compartment;
                if let Some(who) = hands.nearest(&[place], |_| true) {
                    if hands.at(who) != place {
                        hands.task(who, Task::Move(place));
                    }
                    hands.task(who, Task::Switch(e, true));
                }
            }
        }
    }

    /// What is covered explains only so much: if the air falls faster, something else leaks.
    fn another_leak(&self, hands: &Hands) -> bool {
        let now = hands.console.tick;
        let holes = &hands.console.holes;
        let worked = holes.iter().flat_map(|h| [h.taped, h.patched, h.coated]).flatten().max();
        if worked.is_none_or(|t| now.since(t) < JUDGE_S) {
            return false;
        }
        let zone = hands.main_zone();
        let Some(fall) = hands.zones.members(zone).next().and_then(|c| self.belief.fall(c)) else { return false };
        let whole: f64 = hands.layout.compartments.iter().map(|c| c.volume.0).sum();
        let explained = explained_mmhg_m3_h(hands, |_| true) / whole;
        fall.over_s >= 240 && fall.mmhg_h > 1.5 * explained + (3.0 * fall.sigma).max(0.4)
    }
}

/// What the holes found in some places may still let through, mmHg m3/h.
pub(super) fn explained_mmhg_m3_h(hands: &Hands, place: impl Fn(CompartmentId) -> bool) -> f64 {
    let lets = |hole: &HoleView| {
        let area = if hole.crack { 30.0 } else { effective_area_mm2(hole.looks_mm + 0.5) };
        let cover = match (hole.patched.is_some(), hole.taped.is_some(), hole.lost) {
            (_, _, true) => 1.0,
            (true, _, _) => PATCH_LETS,
            (_, true, _) => TAPE_LETS,
            _ => 1.0,
        };
        lost_mmhg_m3_h(area * cover)
    };
    hands.console.holes.iter().filter(|h| h.through != Some(false) && place(h.at)).map(lets).sum()
}

/// Whether a task is work on this hole.
fn on_hole(task: &Task, f: FoundId) -> bool {
    matches!(task, Task::Inspect(x) | Task::Photograph(x) | Task::Finger(x) | Task::Tape(x) | Task::Sealant(x) | Task::Patch(x) if *x == f)
}
