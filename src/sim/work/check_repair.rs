//! Whether a found hole can be worked on.

use crate::sim::hole::{COATS, FINGER_LIMIT_MM, Hole, TACK_S};
use crate::sim::ids::{FoundId, PersonId};
use crate::sim::order::Task;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;

impl Station {
    pub(super) fn known_hole(&self, f: FoundId) -> Result<&Hole, Refusal> {
        self.hole_of(f).map(|h| &self.holes[h.ix()]).ok_or(Refusal::NotFound(f))
    }

    pub(super) fn check_repair(&self, who: PersonId, f: FoundId, task: &Task, later: bool) -> Result<(), Refusal> {
        let hole = self.known_hole(f)?;
        if hole.made.blind && hole.inspected {
            return Err(Refusal::Blind(f));
        }
        if let Some(other) = hole.worked_by.filter(|&other| other != who) {
            return Err(Refusal::HoleBusy(f, other));
        }
        match task {
            Task::Finger(_) => {
                if hole.open_mm() > FINGER_LIMIT_MM {
                    return Err(Refusal::TooLargeForFinger(f));
                }
                match hole.finger {
                    Some(other) if other != who => Err(Refusal::HoleBusy(f, other)),
                    _ => Ok(()),
                }
            }
            Task::Tape(_) => {
                let holding = hole.tape.is_some_and(|t| t.fails.is_none_or(|fails| fails > self.now));
                if holding || hole.coats.is_some() { Err(Refusal::AlreadyTaped(f)) } else { Ok(()) }
            }
            Task::Patch(_) => {
                let holding = hole.patch.is_some_and(|t| t.fails.is_none_or(|fails| fails > self.now));
                if holding || hole.coats.is_some() { Err(Refusal::AlreadyTaped(f)) } else { Ok(()) }
            }
            Task::Sealant(_) => match &hole.coats {
                Some(coats) if !coats.tacky() && !later => {
                    Err(Refusal::StillWet(f, (TACK_S - coats.cured_s).max(0.0) as u32))
                }
                Some(coats) if coats.count >= COATS => Err(Refusal::FullyCoated(f)),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }
}
