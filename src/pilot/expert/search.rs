//! Searching: everybody to where the leak most likely is for the time it takes, by ear or by eye.

use super::mend::explained_mmhg_m3_h;
use super::{Expert, Phase};
use crate::pilot::hands::Hands;
use crate::sim::ids::{CompartmentId, PersonId};
use crate::sim::item::Item;
use crate::sim::order::{Task, Topic};
use crate::sim::reserve::END_POINT_MMHG;

/// Below this reserve time a place that is known well enough is shut off rather than searched, s.
pub(super) const TOO_SHORT_S: f64 = 60.0 * 60.0;
/// Known well enough.
const KNOWN: f64 = 0.8;
/// Holes smaller than this need the detector, mm2 of effective area.
const NEEDS_EAR_MM2: f64 = 4.0;
/// Searches in vain after which the likeliest place is given up.
const IN_VAIN: u32 = 120;
/// The same, for each place where a slow leak may be.
const VAIN_EACH: u32 = 12;
/// Searches in vain after which a fall that the covers may explain is taken to be theirs.
const ENOUGH: u32 = 12;
/// Where something was found and covered: seconds of air that falls no faster than this (mmHg/h) after which there is
/// nothing more to search for.
const QUIET_S: u64 = 900;
const QUIET_MMHG_H: f64 = 1.0;
/// What is left of a loss that has gone by itself.
const GONE: f64 = 0.6;
/// The same where nothing was found.
const STEADY_S: u64 = 2_400;

impl Expert {
    pub(super) fn search(&mut self, hands: &mut Hands) -> Option<Phase> {
        self.reopen(hands);
        self.reserve_again(hands);
        if self.holes_to_mend(hands) {
            return Some(Phase::Mend);
        }
        let vain = self.searches > VAIN_EACH * self.suspects.len() as u32;
        if !self.suspects.is_empty() && vain && self.suspects.iter().all(|c| self.can_be_spared(hands, *c)) {
            self.given_up = std::mem::take(&mut self.suspects);
            return Some(Phase::Isolate);
        }
        if self.suspects.is_empty() && self.air_is_steady(hands) {
            return Some(if hands.real_holes().next().is_none() { Phase::Check } else { Phase::Mend });
        }
        if self.searches > ENOUGH && self.covers_explain(hands) {
            return Some(Phase::Mend);
        }
        let chance = self.belief.chances();
        let likeliest = (0..hands.layout.compartments.len()).max_by(|a, b| chance[*a].total_cmp(&chance[*b]))?;
        let short = self.reserve_now_s(hands).is_some_and(|s| s < TOO_SHORT_S);
        if short && chance[likeliest] > KNOWN || self.searches > IN_VAIN && chance[likeliest] > 0.5 {
            self.give_up(hands, CompartmentId::at(likeliest));
            if !self.given_up.is_empty() {
                return Some(Phase::Isolate);
            }
        }
        let small = self.belief.area().is_some_and(|a| a.mm2() < NEEDS_EAR_MM2);
        let detectors: u32 = hands.console.stock.iter().map(|s| u32::from(s.count(Item::Detector))).sum();
        let mut fetched = hands.fetching(Item::Detector);
        for who in hands.aboard().collect::<Vec<_>>() {
            if !hands.free(who) {
                continue;
            }
            if small && !hands.has(who, Item::Detector) && fetched < detectors && hands.stowed(who, Item::Detector) {
                fetched += 1;
                hands.task(who, Task::Fetch(Item::Detector));
            }
            self.send(hands, who, &chance);
        }
        if self.waited(hands) > 600 {
            self.report(hands, Topic::Status);
        }
        None
    }

    /// Sends somebody where finding is likeliest for the time: chance x chance to find / (walk + sweep).
    fn send(&self, hands: &mut Hands, who: PersonId, chance: &[f64]) {
        let by_ear = hands.has(who, Item::Detector);
        let mut best: Option<(f64, CompartmentId)> = None;
        for c in (0..hands.layout.compartments.len()).map(CompartmentId::at) {
            let Some(walk_s) = hands.walk_s(who, &[c]) else { continue };
            let volume = hands.layout.compartment(c).volume.0;
            let sweep_s = 60.0 + volume * if by_ear { 2.0 } else { 4.0 };
            let others = searching(hands, c);
            let left =
                (0..others).fold(chance[c.ix()], |left, _| left * (1.0 - self.belief.find_chance(true)).max(0.05));
            let worth = left * self.belief.find_chance(by_ear).max(0.01) / (f64::from(walk_s) + sweep_s);
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, c));
            }
        }
        let Some((_, place)) = best else { return };
        if hands.at(who) != place || hands.person(who).job.is_some() {
            hands.task(who, Task::Move(place));
        }
        hands.task(who, if by_ear { Task::Listen } else { Task::Search });
    }

    /// Nothing falls, and has not for long enough.
    pub(super) fn air_is_steady(&self, hands: &Hands) -> bool {
        let at = hands.zones.members(hands.main_zone()).next();
        let fall = at.and_then(|at| self.belief.fall(at));
        let known = hands.real_holes().next().is_some();
        let long = if known { QUIET_S } else { STEADY_S };
        let little = if known { QUIET_MMHG_H } else { 0.1 };
        // What was timed as a loss has gone only where far less is left of it, whatever the error of the trend.
        let timed = self.reserve.filter(|_| !known && !self.calm);
        let before =
            timed.zip(hands.zone_mmhg(hands.main_zone())).map(|((s, _), mmhg)| (mmhg - END_POINT_MMHG) / s * 3600.0);
        fall.is_some_and(|f| {
            let gone = before.is_none_or(|before| f.mmhg_h + f.sigma < GONE * before);
            f.over_s >= long && f.mmhg_h < (2.0 * f.sigma).max(little) && gone
        })
    }

    /// What falls is no more than what tape and patches may let through: another coat, or a door, and not another hole.
    fn covers_explain(&self, hands: &Hands) -> bool {
        let zone = hands.main_zone();
        let volume = hands.zones.volume_m3(hands.layout, zone);
        let fall = hands.zones.members(zone).next().and_then(|at| self.belief.fall(at));
        let most = explained_mmhg_m3_h(hands, |c| hands.zones.of(c) == zone);
        most > 0.0 && fall.is_some_and(|f| f.over_s >= 240 && (f.mmhg_h - f.sigma) * volume < most)
    }

    /// Something was found that still draws air.
    pub(super) fn holes_to_mend(&self, hands: &Hands) -> bool {
        hands.console.holes.iter().any(|h| {
            let covered = (h.taped.is_some() || h.patched.is_some()) && !h.lost || h.coats > 0;
            h.through != Some(false) && !covered && !self.out_of_hand(hands, h)
        })
    }
}

/// How many search a place, or are on their way to do so.
fn searching(hands: &Hands, place: CompartmentId) -> usize {
    let goal = |p: PersonId| {
        let person = hands.person(p);
        let tasks: Vec<Task> = person.job.iter().map(|j| j.task).chain(person.queue.iter().copied()).collect();
        tasks.iter().any(|t| matches!(t, Task::Listen | Task::Search)).then(|| {
            let moves = tasks.iter().rev().find_map(|t| if let Task::Move(c) = t { Some(*c) } else { None });
            moves.unwrap_or(person.at)
        })
    };
    hands.aboard().filter(|p| goal(*p) == Some(place)).count() + hands.sent_to(place)
}
