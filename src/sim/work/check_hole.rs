//! Whether a found hole can be looked at or worked on.

use crate::sim::hole::{COATS, FINGER_LIMIT_MM, Hole, TACK_S};
use crate::sim::ids::FoundId;
use crate::sim::item::Item;
use crate::sim::order::Task;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;
use crate::sim::work::check::Before;

impl Station {
    pub(super) fn check_hole(&self, before: Before, f: FoundId, task: &Task) -> Result<(), Refusal> {
        let hole = self.known_hole(f)?;
        match task {
            Task::Inspect(_) => {
                let news = hole.coats.is_some_and(|c| !c.blister_seen);
                before.already(hole.inspected && !news, Refusal::AlreadyDone(f))
            }
            Task::Photograph(_) => {
                self.must_carry(before, Item::Camera)?;
                before.already(hole.photographed, Refusal::AlreadyDone(f))
            }
            _ => self.check_repair(before, f, hole, task),
        }
    }

    fn known_hole(&self, f: FoundId) -> Result<&Hole, Refusal> {
        self.hole_of(f).map(|h| &self.holes[h.ix()]).ok_or(Refusal::NotFound(f))
    }

    fn check_repair(&self, before: Before, f: FoundId, hole: &Hole, task: &Task) -> Result<(), Refusal> {
        if hole.made.blind && hole.inspected {
            return Err(Refusal::Blind(f));
        }
        if let Some(other) = before.other(hole.worked_by) {
            return Err(Refusal::HoleBusy(f, other));
        }
        match task {
            Task::Finger(_) => {
                // From afar it is judged by how it looked; a finger held to it feels how large it is.
                let mm = if before.here { hole.open_mm() } else { hole.made.looks_mm.round() };
                if mm > FINGER_LIMIT_MM {
                    return Err(Refusal::TooLargeForFinger(f));
                }
                before.other(hole.finger).map_or(Ok(()), |other| Err(Refusal::HoleBusy(f, other)))
            }
            Task::Tape(_) | Task::Patch(_) => {
                let (cover, item) =
                    if matches!(task, Task::Tape(_)) { (hole.tape, Item::Tape) } else { (hole.patch, Item::Patch) };
                let holding = cover.is_some_and(|t| t.fails.is_none_or(|fails| fails > self.now));
                if holding || hole.coats.is_some() {
                    return Err(Refusal::AlreadyTaped(f));
                }
                self.must_carry(before, item)
            }
            _ => {
                match &hole.coats {
                    Some(coats) if !coats.tacky() && !before.later => {
                        return Err(Refusal::StillWet(f, (TACK_S - coats.cured_s).max(0.0) as u32));
                    }
                    Some(coats) if coats.count >= COATS => return Err(Refusal::FullyCoated(f)),
                    _ => {}
                }
                self.must_carry(before, Item::Sealant)
            }
        }
    }
}
