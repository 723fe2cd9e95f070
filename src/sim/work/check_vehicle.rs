//! Whether there is a seat, a liner in it, and leave to go.

use crate::sim::console::Condition;
use crate::sim::ids::{PersonId, VehicleId};
use crate::sim::order::Task;
use crate::sim::person::Person;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;
use crate::sim::work::check::Before;

impl Station {
    pub(super) fn check_vehicle(&self, before: Before, v: VehicleId, task: &Task) -> Result<(), Refusal> {
        let who = before.who;
        let person = &self.crew[who.ix()];
        if self.layout.vehicle(v).seats == 0 {
            return Err(Refusal::NoSeats(v));
        }
        match task {
            Task::Liner(_) => {
                before.already(person.liner == Some(v), Refusal::LinerAlready(v))?;
                self.must_have_room(v, who, |p| p.liner == Some(v))
            }
            Task::Enter(_) => {
                let carried = before.later && self.has_in_mind(who, Task::Liner(v));
                if person.liner != Some(v) && !carried {
                    return Err(Refusal::LinerElsewhere(who, v));
                }
                self.must_have_room(v, who, |p| p.seated == Some(v))
            }
            _ => self.check_undock(before, v),
        }
    }

    fn must_have_room(&self, v: VehicleId, who: PersonId, holds: impl Fn(&Person) -> bool) -> Result<(), Refusal> {
        let others = self.crew.iter().enumerate().filter(|(ix, p)| *ix != who.ix() && p.aboard() && holds(p)).count();
        if others >= usize::from(self.layout.vehicle(v).seats) { Err(Refusal::SeatsTaken(v)) } else { Ok(()) }
    }

    fn check_undock(&self, before: Before, v: VehicleId) -> Result<(), Refusal> {
        if !self.ships[v.ix()].docked {
            return Err(Refusal::Undocked(v));
        }
        if before.later {
            return Ok(());
        }
        if self.crew[before.who.ix()].seated != Some(v) {
            return Err(Refusal::NotAboard(before.who, v));
        }
        let ship = self.layout.vehicle(v);
        if !self.doors[ship.docked_by.ix()].shut() {
            return Err(Refusal::StillOpen(ship.docked_by));
        }
        let unseated = self.crew.iter().position(|p| {
            p.aboard()
                && ship.compartments.contains(&p.at)
                && p.seated != Some(v)
                && p.condition != Condition::Unconscious
        });
        unseated.map_or(Ok(()), |ix| Err(Refusal::Unseated(PersonId::at(ix))))
    }
}
