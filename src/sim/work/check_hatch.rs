//! Whether a hatch can be worked: jammed, obstructed, pressed shut, interlocked.

use crate::sim::hatch::{EQUAL_MMHG, FLOW_LIMIT_KG_S, opening_limit_mmhg};
use crate::sim::ids::HatchId;
use crate::sim::layout::HatchKind;
use crate::sim::order::Task;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;
use crate::sim::work::check::Before;

/// The interlock of a US hatch holds while pressure outside is higher than this, mmHg. Facts 1.3 knows of no difference
/// that it lets pass; what equalising leaves grows again with a leak until a hand is at the crank, so it is twice that
/// (model choice).
const INTERLOCK_MMHG: f64 = 2.0 * EQUAL_MMHG;

impl Station {
    pub(super) fn check_hatch(&self, before: Before, h: HatchId, task: &Task) -> Result<(), Refusal> {
        match task {
            Task::Close(_) => self.check_close(before, h),
            Task::Open(_) => self.check_open(before, h),
            Task::Equalise(_) => self.check_equalise(before, h),
            _ => before.already(!self.doors[h.ix()].obstructed, Refusal::NotObstructed(h)),
        }
    }

    fn must_be_free(&self, before: Before, h: HatchId) -> Result<(), Refusal> {
        match before.other(self.doors[h.ix()].worked_by) {
            Some(other) => Err(Refusal::HatchBusy(h, other)),
            None => Ok(()),
        }
    }

    fn check_close(&self, before: Before, h: HatchId) -> Result<(), Refusal> {
        let (door, hatch) = (&self.doors[h.ix()], self.layout.hatch(h));
        if hatch.kind == HatchKind::Open {
            return Err(Refusal::NoDoor(h));
        }
        self.must_be_free(before, h)?;
        before.already(door.shut(), Refusal::HatchAlready { hatch: h, open: false })?;
        let clears = before.later && self.has_in_mind(before.who, Task::Clear(h));
        if let (true, false, Some(what)) = (door.obstructed, clears, hatch.obstruction) {
            return Err(Refusal::Obstructed(h, what.kind));
        }
        if door.known_jammed && door.jammed {
            return Err(Refusal::Jammed(h));
        }
        // Only a hand on the door feels the stream.
        let streams = before.here && self.air.passage_flow(u32::from(h.0)).0.abs() > FLOW_LIMIT_KG_S;
        before.already(streams, Refusal::TooMuchFlow(h))
    }

    fn check_open(&self, before: Before, h: HatchId) -> Result<(), Refusal> {
        let (door, hatch) = (&self.doors[h.ix()], self.layout.hatch(h));
        if door.gone {
            return Err(self.gone_with(hatch.between.iter().copied().find(|c| !self.aboard[c.ix()])));
        }
        self.must_be_free(before, h)?;
        before.already(door.position >= 1.0, Refusal::HatchAlready { hatch: h, open: true })?;
        if door.known_jammed && door.jammed {
            return Err(Refusal::Jammed(h));
        }
        // Only a hand on the door can feel what presses on it.
        if before.here && !before.later && door.shut() {
            let beyond_higher_mmhg = self.difference_mmhg(h, before.at);
            let dp_mmhg = beyond_higher_mmhg.round();
            if hatch.kind == HatchKind::Us && beyond_higher_mmhg > INTERLOCK_MMHG {
                return Err(Refusal::Interlocked { hatch: h, dp_mmhg });
            }
            let limit = opening_limit_mmhg(hatch, before.at, beyond_higher_mmhg > 0.0);
            if beyond_higher_mmhg.abs() > limit {
                return Err(Refusal::PressedShut { hatch: h, dp_mmhg });
            }
        }
        Ok(())
    }

    fn check_equalise(&self, before: Before, h: HatchId) -> Result<(), Refusal> {
        if self.layout.hatch(h).valve.0 <= 0.0 {
            return Err(Refusal::NoValve(h));
        }
        before.already(!self.doors[h.ix()].shut(), Refusal::AlreadyEqual(h))?;
        let equal = before.here && self.difference_mmhg(h, before.at).abs() < EQUAL_MMHG;
        before.already(equal, Refusal::AlreadyEqual(h))?;
        self.must_be_free(before, h)
    }
}
