//! What moves between the last console and this one: hatches, people on their way, needles.
//!
//! At real time a tick is a second, and a second is long to look at. The screen therefore shows what lies between two
//! consoles, never more than what both said; it is at most a second behind. Nothing of it is known to the drill.

use crate::sim::console::{Console, HatchState};
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::layout::Layout;
use crate::sim::route::RING_S;
use crate::units::Tick;

/// What the console before this one showed of what can move.
#[derive(Clone, Debug, Default)]
pub struct Before {
    hatches: Vec<HatchState>,
    needles: Vec<Option<f64>>,
    steps: Vec<Option<Step>>,
}

/// Somebody on the way into the next compartment.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    from: CompartmentId,
    to: CompartmentId,
    since: Tick,
}

impl Before {
    /// Remembers a console as the next one takes its place.
    pub fn follow(&mut self, old: &Console, new: &Console) {
        self.hatches = old.hatches.iter().map(|hatch| hatch.state).collect();
        self.needles = old.crew.iter().map(|person| person.needle_mmhg).collect();
        let steps = new.crew.iter().enumerate().map(|(i, person)| {
            let to = person.job.as_ref().and_then(|job| job.walking_to)?;
            let same = self.steps.get(i).copied().flatten().filter(|s| (s.from, s.to) == (person.at, to));
            Some(same.unwrap_or(Step { from: person.at, to, since: old.tick }))
        });
        self.steps = steps.collect();
    }

    /// Whether anything is on its way from where it was to where this console has it.
    pub fn moves(&self, now: &Console) -> bool {
        let hatch = now.hatches.iter().zip(&self.hatches).any(|(now, before)| now.state != *before);
        let needle = now
            .crew
            .iter()
            .zip(&self.needles)
            .any(|(now, before)| matches!((now.needle_mmhg, before), (Some(now), Some(before)) if now != *before));
        hatch || needle || self.steps.iter().any(Option::is_some)
    }
}

/// What is shown of the way between.
#[derive(Clone, Copy, Debug)]
pub struct Motion<'a> {
    /// What was.
    pub before: &'a Before,
    /// How much of the second has passed, 0..1.
    pub share: f64,
}

impl Motion<'_> {
    /// How far open a hatch is shown, 0..1; none where it stands still.
    pub fn hatch(&self, hatch: HatchId, now: HatchState) -> Option<f64> {
        let before = *self.before.hatches.get(hatch.ix())?;
        if before == now {
            return None;
        }
        Some(between(openness(before), openness(now), self.share))
    }

    /// Where a needle is shown, mmHg.
    pub fn needle(&self, who: PersonId, now: f64) -> f64 {
        let before = self.before.needles.get(who.ix()).copied().flatten();
        between(before.unwrap_or(now), now, self.share)
    }

    /// From where to where somebody walks just now, and the share of that way behind them.
    pub fn walks(&self, who: PersonId, layout: &Layout, now: Tick) -> Option<(CompartmentId, CompartmentId, f64)> {
        let step = self.before.steps.get(who.ix()).copied().flatten()?;
        let half = |c: CompartmentId| layout.compartments.get(c.ix()).map_or(0, |c| c.transit_s);
        let takes = (half(step.from) + half(step.to)) / 2 + RING_S;
        let passed = now.since(step.since) as f64 - 1.0 + self.share;
        Some((step.from, step.to, (passed / f64::from(takes)).clamp(0.0, 1.0)))
    }
}

fn openness(state: HatchState) -> f64 {
    match state {
        HatchState::Open => 1.0,
        HatchState::Moving(open) => open,
        HatchState::Shut => 0.0,
    }
}

fn between(before: f64, now: f64, share: f64) -> f64 {
    before + (now - before) * share.clamp(0.0, 1.0)
}
