//! Halving: the hatch that teaches most is shut, the gauges are watched on both sides, and it is opened again before
//! the difference holds it.

use super::{Expert, Phase};
use crate::belief::closure_bits;
use crate::pilot::hands::Hands;
use crate::sim::console::HatchState;
use crate::sim::ids::HatchId;
use crate::sim::layout::HatchKind;
use crate::sim::order::Task;

/// Below this reserve time eyes and ears are faster than hatches, s.
const TIME_TO_SPLIT_S: f64 = 5.0 * 3600.0;
/// A closure that teaches less is not worth its time, bits.
const WORTH_BITS: f64 = 0.3;
/// At most so many.
const MOST: usize = 3;
/// Differences at which a hatch is opened again, mmHg: US doors are larger.
const US_MMHG: f64 = 1.0;
const RUSSIAN_MMHG: f64 = 2.5;
/// Longest watch, s.
const LONGEST_S: u64 = 1_800;

impl Expert {
    pub(super) fn split(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        match self.step {
            0 if hands.all_idle() => {
                let reserve = self.reserve_now_s(hands).or(self.reserve.map(|r| r.0));
                if reserve.is_none_or(|s| s < TIME_TO_SPLIT_S) || self.splits.len() >= MOST {
                    return Some(Phase::Search);
                }
                let Some(h) = self.best_split(hands) else { return Some(Phase::Search) };
                let sides = hands.layout.hatch(h).between;
                let Some(who) = hands.nearest(&sides, |_| true) else { return Some(Phase::Search) };
                self.splits.push(h);
                self.trial.push(h);
                hands.close(who, h);
                self.next_step(now);
            }
            1 if hands.all_idle() => {
                let shut = self.splits.last().is_some_and(|h| hands.shut(*h));
                self.step = if shut { 2 } else { 3 };
                self.step_since = now;
            }
            2 => {
                let Some(h) = self.splits.last().copied() else { return Some(Phase::Search) };
                if self.told(hands, h) || self.waited(hands) > LONGEST_S {
                    self.next_step(now);
                }
            }
            3 => {
                if self.reopen(hands) {
                    self.step = 0;
                } else if self.waited(hands) > LONGEST_S {
                    return Some(Phase::Search);
                }
            }
            _ if self.waited(hands) > LONGEST_S => return Some(Phase::Search),
            _ => {}
        }
        None
    }

    /// The hatch that teaches most for its time; the one between the segments first. None that would part somebody
    /// from their lifeboat.
    fn best_split(&self, hands: &Hands) -> Option<HatchId> {
        let chance = self.belief.chances();
        let layout = hands.layout;
        let permitted = (0..layout.hatches.len()).map(HatchId::at).filter(|h| {
            let state = hands.console.hatches[h.ix()].state;
            state == HatchState::Open && hands.movable(*h) && hands.nobody_cut_off_by(*h) && !self.splits.contains(h)
        });
        let worth = |h: HatchId| {
            let hatch = layout.hatch(h);
            let [a, b] = hatch.between.map(|c| layout.compartment(c).segment);
            let divides = a != b && self.splits.is_empty();
            let bits = closure_bits(layout, hands.console, &chance, h);
            let clears = if hands.console.hatches[h.ix()].obstructed { 120.0 } else { 0.0 };
            let seconds = f64::from(hatch.closes_s + hatch.opens_s) + clears + 120.0;
            if bits < WORTH_BITS && !divides { 0.0 } else { (bits + if divides { 1.0 } else { 0.0 }) / seconds }
        };
        let best = permitted.map(|h| (worth(h), h)).filter(|(w, _)| *w > 0.0);
        best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, h)| h)
    }

    /// Whether a shut hatch has told what it can, or presses too hard to wait longer.
    fn told(&self, hands: &Hands, h: HatchId) -> bool {
        let [a, b] = hands.layout.hatch(h).between;
        let (za, zb) = (hands.zones.of(a), hands.zones.of(b));
        let chance = self.belief.chances();
        let side: f64 = hands.zones.members(za).map(|c| chance[c.ix()]).sum();
        let limit = if hands.layout.hatch(h).kind == HatchKind::Us { US_MMHG } else { RUSSIAN_MMHG };
        let apart = match (hands.zone_mmhg(za), hands.zone_mmhg(zb)) {
            (Some(pa), Some(pb)) => (pa - pb).abs(),
            _ => 0.0,
        };
        let known = self.belief.fall(a).is_some() || self.belief.fall(b).is_some();
        apart >= limit || known && !(0.03..=0.97).contains(&side)
    }

    /// Whether somebody is at a hatch.
    pub(super) fn worked_on(hands: &Hands, h: HatchId) -> bool {
        hands
            .doing(|t| matches!(t, Task::Open(x) | Task::Close(x) | Task::Equalise(x) | Task::Clear(x) if *x == h))
            .is_some()
    }
}
