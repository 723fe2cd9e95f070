//! Whether a hatch can be worked: jammed, obstructed, pressed shut, interlocked.

use crate::sim::hatch::{FLOW_LIMIT_KG_S, opening_limit_mmhg};
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::layout::HatchKind;
use crate::sim::order::Task;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;

impl Station {
    pub(super) fn must_be_free(&self, who: PersonId, h: HatchId) -> Result<(), Refusal> {
        match self.doors[h.ix()].worked_by {
            Some(other) if other != who => Err(Refusal::HatchBusy(h, other)),
            _ => Ok(()),
        }
    }

    pub(super) fn check_close(&self, who: PersonId, h: HatchId, later: bool) -> Result<(), Refusal> {
        let (door, hatch) = (&self.doors[h.ix()], self.layout.hatch(h));
        if hatch.kind == HatchKind::Open {
            return Err(Refusal::NoDoor(h));
        }
        self.must_be_free(who, h)?;
        if door.shut() && !later {
            return Err(Refusal::HatchAlready { hatch: h, open: false });
        }
        let clears = later && {
            let person = &self.crew[who.ix()];
            person.queue.iter().chain(person.job.as_ref().map(|j| &j.task)).any(|t| *t == Task::Clear(h))
        };
        if let (true, false, Some(what)) = (door.obstructed, clears, hatch.obstruction) {
            return Err(Refusal::Obstructed(h, what.kind));
        }
        if door.known_jammed && door.jammed {
            return Err(Refusal::Jammed(h));
        }
        if self.air.passage_flow(u32::from(h.0)).0.abs() > FLOW_LIMIT_KG_S {
            return Err(Refusal::TooMuchFlow(h));
        }
        Ok(())
    }

    pub(super) fn check_open(
        &self,
        who: PersonId,
        at: CompartmentId,
        h: HatchId,
        later: bool,
        here: bool,
    ) -> Result<(), Refusal> {
        let (door, hatch) = (&self.doors[h.ix()], self.layout.hatch(h));
        if door.gone {
            return Err(self.gone_with(hatch.between.iter().copied().find(|c| !self.aboard[c.ix()])));
        }
        self.must_be_free(who, h)?;
        if door.position >= 1.0 && !later {
            return Err(Refusal::HatchAlready { hatch: h, open: true });
        }
        if door.known_jammed && door.jammed {
            return Err(Refusal::Jammed(h));
        }
        // Only a hand on the door can feel what presses on it.
        if here && !later && door.shut() {
            let beyond_higher_mmhg = self.difference_mmhg(h, at);
            let limit = opening_limit_mmhg(hatch, at, beyond_higher_mmhg > 0.0);
            if beyond_higher_mmhg.abs() > limit {
                let dp_mmhg = beyond_higher_mmhg.round();
                let interlock = hatch.kind == HatchKind::Us && beyond_higher_mmhg > 0.0;
                return Err(if interlock {
                    Refusal::Interlocked { hatch: h, dp_mmhg }
                } else {
                    Refusal::PressedShut { hatch: h, dp_mmhg }
                });
            }
        }
        Ok(())
    }
}
