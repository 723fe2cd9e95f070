//! A vehicle leaves.

use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::ids::{PersonId, VehicleId};
use crate::sim::station::Station;

impl Station {
    pub(super) fn undock(&mut self, v: VehicleId, events: &mut Vec<Event>) {
        let ship = &self.layout.vehicles[v.ix()];
        let cabin = self.cabin(v);
        // Three and a half hours to landing: a cabin that would fall below what a body bears kills all but those
        // who sit in their suits.
        let deadly = self.reserve_s(cabin).is_some_and(|s| s < 3.5 * 3600.0);
        let compartments = ship.compartments.clone();
        let mut people = 0;
        for ix in 0..self.crew.len() {
            let person = &mut self.crew[ix];
            if !person.aboard() || !compartments.contains(&person.at) {
                continue;
            }
            if deadly && !(person.suited && person.seated == Some(v)) {
                person.condition = Condition::Dead;
                events.push(Event::Died { who: PersonId::at(ix) });
            } else {
                person.condition = Condition::Gone;
                people += 1;
            }
        }
        for person in 0..self.crew.len() {
            if !self.crew[person].aboard() {
                self.crew[person].job = None;
                self.crew[person].queue.clear();
                self.release(PersonId::at(person));
            }
        }
        self.part(v);
        events.push(Event::Undocked { vehicle: v, people });
    }
}
