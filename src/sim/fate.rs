//! What the script of a mission may do to a station from outside: the hand of fate, never of the crew.

use super::console::Condition;
use super::event::Event;
use super::ids::{CompartmentId, EquipmentId, HatchId, HoleId, PersonId, SensorId, VehicleId};
use super::station::Station;
use super::telemetry::Fault;

impl Station {
    /// A hole grows or shrinks to so many times its made area over so long.
    pub fn grow_hole(&mut self, hole: HoleId, factor: f64, over_s: u64, events: &mut Vec<Event>) {
        let h = &mut self.holes[hole.ix()];
        if over_s > 0 {
            // What it comes to is told when it is there.
            h.growing = Some((factor, (factor - h.grown) / over_s as f64));
            return;
        }
        (h.grown, h.growing) = (factor, None);
        self.refresh_hole(hole);
        self.tell_hole(hole, events);
    }

    /// Repairs on a hole fail.
    pub fn reopen_hole(&mut self, hole: HoleId, events: &mut Vec<Event>) {
        self.holes[hole.ix()].reopen();
        self.refresh_hole(hole);
        self.tell_hole(hole, events);
    }

    /// Tells how large a hole is now, to those who may know.
    pub(super) fn tell_hole(&self, hole: HoleId, events: &mut Vec<Event>) {
        events.push(Event::HoleChanged { hole, cd_area_mm2: self.holes[hole.ix()].cd_area(self.now).mm2() });
    }

    /// A bang: those awake in that compartment or next to it hear it.
    pub fn bang(&mut self, at: CompartmentId, events: &mut Vec<Event>) {
        for (ix, person) in self.crew.iter().enumerate() {
            let near = person.at == at || self.ways.around(at).iter().any(|&(_, c)| c == person.at);
            if near && person.awake() {
                events.push(Event::Heard { who: PersonId::at(ix) });
            }
        }
    }

    /// A sensor goes wrong, or is mended.
    pub fn fault_sensor(&mut self, sensor: SensorId, fault: Fault, events: &mut Vec<Event>) {
        self.feeds[sensor.ix()].fault = fault;
        events.push(Event::SensorFault { sensor, faulty: fault != Fault::None });
    }

    /// What a sensor shows the ground just now.
    pub fn shown(&self, sensor: SensorId) -> Option<f64> {
        let here = self.aboard[self.layout.sensor(sensor).compartment.ix()];
        if !here {
            return None;
        }
        self.feeds[sensor.ix()].value(self.layout.sensor(sensor), self.now)
    }

    /// The rate over ten minutes that a computer makes of a sensor, per hour.
    pub fn shown_per_hour(&self, sensor: SensorId) -> Option<f64> {
        self.feeds[sensor.ix()].per_hour(10)
    }

    /// All hand gauges are off by so much.
    pub fn bias_gauges(&mut self, mmhg: f64) {
        self.gauge_bias_mmhg = mmhg;
    }

    /// A machine breaks or is mended.
    pub fn break_machine(&mut self, equipment: EquipmentId, broken: bool, events: &mut Vec<Event>) {
        self.support.machines[equipment.ix()].broken = broken;
        self.support.stale = true;
        self.refresh_ventilation();
        events.push(Event::EquipmentFault { equipment, broken });
        if broken {
            self.caution.raise(super::alarm::AlarmKind::EquipmentOff, None, self.now, events);
        } else if self.support.machines.iter().all(|machine| !machine.broken) {
            self.caution.stand_down(super::alarm::AlarmKind::EquipmentOff, events);
        }
    }

    /// A machine is switched by nobody on board.
    pub fn switch_machine(&mut self, equipment: EquipmentId, on: bool, events: &mut Vec<Event>) {
        if self.support.machines[equipment.ix()].on != on {
            self.switch(equipment, on, None, events);
        }
    }

    /// A hatch jams or comes free.
    pub fn jam(&mut self, hatch: HatchId, jammed: bool, events: &mut Vec<Event>) {
        self.doors[hatch.ix()].jammed = jammed;
        self.doors[hatch.ix()].known_jammed &= jammed;
        events.push(Event::HatchJammed { hatch, jammed });
    }

    /// Walls of compartments move to a temperature.
    pub fn move_walls_to(&mut self, places: &[CompartmentId], kelvin: f64, over_s: u64) {
        for place in places {
            let wall = &mut self.walls[place.ix()];
            wall.target_k = kelvin;
            wall.per_s = (kelvin - wall.now_k) / over_s.max(1) as f64;
        }
    }

    /// A vehicle becomes a lifeboat only in need.
    pub fn degrade(&mut self, vehicle: VehicleId, events: &mut Vec<Event>) {
        self.ships[vehicle.ix()].degraded = true;
        events.push(Event::VehicleDegraded { vehicle });
    }

    /// Somebody, or all who sleep, wake.
    pub fn rouse(&mut self, who: Option<PersonId>, events: &mut Vec<Event>) {
        for ix in 0..self.crew.len() {
            if who.is_none_or(|w| w.ix() == ix) {
                self.wake(PersonId::at(ix), events);
            }
        }
    }

    /// Somebody, or all, go to sleep if they have nothing to do.
    pub fn lull(&mut self, who: Option<PersonId>, events: &mut Vec<Event>) {
        for (ix, person) in self.crew.iter_mut().enumerate() {
            if who.is_none_or(|w| w.ix() == ix) && person.awake() && person.is_idle() {
                person.condition = Condition::Asleep;
                self.support.stale = true;
                events.push(Event::Slept { who: PersonId::at(ix) });
            }
        }
    }

    /// A vehicle with nobody aboard leaves; its hatches shut first.
    pub fn take_away(&mut self, vehicle: VehicleId, events: &mut Vec<Event>) {
        let ship = &self.layout.vehicles[vehicle.ix()];
        let manned = self.crew.iter().any(|p| p.aboard() && ship.compartments.contains(&p.at));
        if self.ships[vehicle.ix()].docked && !manned {
            self.part(vehicle);
            events.push(Event::Undocked { vehicle, people: 0 });
        }
    }
}
