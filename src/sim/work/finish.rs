//! What a task has done to the station once its work is finished.

use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::gas::Species;
use crate::sim::gauge::to_step;
use crate::sim::hatch::EQUAL_MMHG;
use crate::sim::hole::{Coats, Hole};
use crate::sim::ids::{FoundId, HatchId, HoleId, PersonId, VehicleId};
use crate::sim::item::Item;
use crate::sim::order::{Task, Topic};
use crate::sim::person::MASK_S;
use crate::sim::rng::Stream;
use crate::sim::station::{LastCheck, Station};

impl Station {
    /// The work is done.
    pub(super) fn finish(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let ix = who.ix();
        let Some(job) = self.crew[ix].job.take() else { return };
        let (task, at) = (job.task, self.crew[ix].at);
        match task {
            Task::Move(_) => {}
            Task::Close(h) => self.door_moved(who, h, events),
            Task::Open(h) => self.door_moved(who, h, events),
            Task::Equalise(h) => {
                self.turn_valve(h, false);
                events.push(Event::ValveTurned { hatch: h, who, open: false });
            }
            Task::Clear(h) => {
                self.doors[h.ix()].obstructed = false;
                events.push(Event::HatchCleared { hatch: h, who });
            }
            Task::Measure(_) => self.note_reading(who, events),
            Task::LeakCheck(over_s) => self.judge_leak_check(who, over_s, job.memory, events),
            Task::Listen => self.search(who, true, events),
            Task::Search => self.search(who, false, events),
            Task::Inspect(f) => self.inspect(who, f, events),
            Task::Photograph(f) => {
                self.with_hole(f, |hole| hole.photographed = true);
                events.push(Event::HolePhotographed { who, found: f });
            }
            Task::Finger(_) => {}
            Task::Tape(f) | Task::Sealant(f) | Task::Patch(f) => self.repair(who, f, &task, events),
            Task::Valve(tank, open) => {
                self.support.tanks[tank.ix()].open = open;
                self.support.stale = true;
                events.push(Event::TankValve { who, tank, open });
            }
            Task::Candle => {
                self.crew[ix].carries.take_one(Item::Candle);
                self.support.light(at);
                events.push(Event::CandleLit { who, at });
            }
            Task::Wake(other) => self.wake(other, events),
            Task::Mask(on) => {
                self.crew[ix].mask_s = on.then_some(MASK_S);
                if on {
                    self.crew[ix].carries.take_one(Item::Mask);
                }
                events.push(Event::MaskOn { who, on });
            }
            Task::Suit => {
                self.crew[ix].suited = true;
                self.support.stale = true;
                events.push(Event::SuitOn { who });
            }
            Task::Liner(vehicle) => {
                self.crew[ix].liner = Some(vehicle);
                events.push(Event::LinerMoved { who, vehicle });
            }
            Task::Enter(vehicle) => {
                self.crew[ix].seated = Some(vehicle);
                events.push(Event::Seated { who, vehicle });
            }
            Task::Undock(v) => self.undock(v, events),
            Task::Switch(e, on) => self.switch(e, on, Some(who), events),
            Task::Fetch(item) => self.pick_up(who, item, events),
            Task::Give(item, other) => {
                if self.crew[other.ix()].at == at {
                    let count = self.crew[ix].carries.take_all(item);
                    self.crew[other.ix()].carries.add(item, count);
                    events.push(Event::Took { who: other, item });
                }
            }
            Task::Report(topic) => self.report(who, topic, events),
            Task::Sleep => {
                self.crew[ix].condition = Condition::Asleep;
                self.support.stale = true;
                events.push(Event::Slept { who });
            }
        }
        self.release(who);
        events.push(Event::Finished { who, task });
    }

    /// What goes on until stopped has been stopped.
    pub(super) fn end_open_ended(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let Some(job) = self.crew[who.ix()].job.take() else { return };
        match job.task {
            Task::Measure(_) if job.working => self.note_reading(who, events),
            Task::Finger(found) if job.working => events.push(Event::FingerOn { who, found, on: false }),
            _ => {}
        }
        self.release(who);
        events.push(Event::Finished { who, task: job.task });
    }

    fn with_hole(&mut self, f: FoundId, change: impl FnOnce(&mut Hole)) {
        if let Some(h) = self.hole_of(f) {
            change(&mut self.holes[h.ix()]);
        }
    }

    fn door_moved(&mut self, who: PersonId, h: HatchId, events: &mut Vec<Event>) {
        let opening = self.doors[h.ix()].speed > 0.0;
        self.set_door(h, if opening { 1.0 } else { 0.0 });
        events.push(if opening {
            // What hands on the door can tell, and no finer: everybody on board may know it.
            Event::HatchOpened { hatch: h, who, dp_mmhg: to_step(self.doors[h.ix()].against_mmhg, EQUAL_MMHG) }
        } else {
            Event::HatchShut { hatch: h, who, cut_off: self.cut_off() }
        });
    }

    fn note_reading(&mut self, who: PersonId, events: &mut Vec<Event>) {
        if let Some(mmhg) = self.needle(who) {
            let at = self.crew[who.ix()].at;
            self.know_by_hand(who, mmhg);
            events.push(Event::GaugeRead { who, at, mmhg });
        }
    }

    fn judge_leak_check(&mut self, who: PersonId, over_s: u32, before: [f64; 2], events: &mut Vec<Event>) {
        let at = self.crew[who.ix()].at;
        let after = self.check_reading(who);
        // The same dry air at the first temperature: p/T is what a leak takes from.
        let fell_mmhg = before[0] - after[0] * before[1] / after[1];
        let volume_m3 = self.air.zone_volume(u32::from(at.0)).0;
        let holds = fell_mmhg < self.check_allows_mmhg(volume_m3, over_s);
        self.last_check = Some(LastCheck { at, ended: self.now, fell_mmhg, over_s, holds, volume_m3 });
        self.note_reading(who, events);
        let needs_s = self.check_needs_s(volume_m3);
        events.push(Event::LeakChecked { who, at, fell_mmhg, over_s, holds, needs_s });
    }

    /// What a leak check notes of the air that is checked: the needle less the water vapour, mmHg, and the temperature,
    /// K. Breath that surfaces have not taken up yet would hide a leak, and a ship that warms alone raises the pressure
    /// of all the air it shares. So hygrometer and thermometer are carried round: vapour is the mean by volume,
    /// temperature the one that all of it would have at this pressure, V / sum(V_i / T_i).
    pub(super) fn check_reading(&self, who: PersonId) -> [f64; 2] {
        let at = u32::from(self.crew[who.ix()].at.0);
        let mmhg = self.needle(who).unwrap_or(self.air.pressure(at).mmhg());
        let (mut vapour, mut volume, mut cold) = (0.0, 0.0, 0.0);
        for (ix, compartment) in self.layout.compartments.iter().enumerate() {
            let c = ix as u32;
            if self.air.zone_of(c) == self.air.zone_of(at) {
                vapour += self.air.partial(c, Species::H2O).mmhg() * compartment.volume.0;
                volume += compartment.volume.0;
                cold += compartment.volume.0 / self.air.temperature(c).0;
            }
        }
        [mmhg - to_step(vapour / volume, 0.1), to_step(volume / cold, 0.05)]
    }

    /// A search of the place where somebody is, by ear with the detector or by eye.
    fn search(&mut self, who: PersonId, by_ear: bool, events: &mut Vec<Event>) {
        let at = self.crew[who.ix()].at;
        self.crew[who.ix()].searches += 1;
        let attempt = u64::from(self.crew[who.ix()].searches);
        let noise = self.noise(at);
        let mut any = false;
        for ix in 0..self.holes.len() {
            let hole = &self.holes[ix];
            if hole.made.at != at || hole.found.is_some() {
                continue;
            }
            let chance = if by_ear {
                crate::sim::ear::chance_by_ear(hole.cd_area(self.now), noise) * hole.made.findable
            } else {
                crate::sim::ear::chance_by_eye(hole.made.looks_mm, hole.made.crack) * hole.made.findable
            };
            let key = (u32::from(who.0)) << 16 | ix as u32;
            if self.luck.draw(Stream::Find, key, attempt).chance(chance) {
                let found = FoundId::at(self.found.len());
                self.holes[ix].found = Some(found);
                self.found.push(HoleId::at(ix));
                any = true;
                events.push(Event::HoleFound { who, at, found, by_ear });
            }
        }
        if !any {
            events.push(Event::FoundNothing { who, at, by_ear });
        }
    }

    fn inspect(&mut self, who: PersonId, f: FoundId, events: &mut Vec<Event>) {
        let Some(h) = self.hole_of(f) else { return };
        let hole = &mut self.holes[h.ix()];
        hole.inspected = true;
        let (through, from_outside) = (!hole.made.blind, hole.made.from_outside);
        let lifted = match &mut hole.coats {
            // A blister takes a while to rise.
            Some(Coats { blister: true, blister_seen, cured_s, .. }) if *cured_s > 1800.0 && !*blister_seen => {
                *blister_seen = true;
                true
            }
            _ => false,
        };
        events.push(Event::HoleInspected { who, found: f, through, from_outside });
        if lifted {
            events.push(Event::BlisterSeen { who, found: f });
        }
    }

    fn repair(&mut self, who: PersonId, f: FoundId, task: &Task, events: &mut Vec<Event>) {
        let Some(h) = self.hole_of(f) else { return };
        let (now, luck, number) = (self.now, self.luck, u32::from(h.0));
        let hole = &mut self.holes[h.ix()];
        let carries = &mut self.crew[who.ix()].carries;
        match task {
            Task::Tape(_) => {
                carries.take_one(Item::Tape);
                hole.put_tape(now, luck, number);
                events.push(Event::Taped { who, found: f });
            }
            Task::Patch(_) => {
                carries.take_one(Item::Patch);
                hole.put_patch(now, luck, number);
                events.push(Event::Patched { who, found: f });
            }
            _ => {
                carries.take_one(Item::Sealant);
                let throttled = hole.throttled(now);
                let wet = hole.coats.is_some_and(|c| !c.tacky());
                hole.put_coat(now, luck, number);
                let coat = hole.coats.map_or(0, |c| c.count);
                events.push(Event::Coated { who, found: f, coat, throttled, wet });
            }
        }
        self.worked = self.now;
        self.refresh_hole(h);
    }

    fn pick_up(&mut self, who: PersonId, item: Item, events: &mut Vec<Event>) {
        let at = self.crew[who.ix()].at;
        let most = match item {
            Item::Tape => 6,
            Item::Sealant => 3,
            Item::Candle | Item::Patch => 2,
            _ => 1,
        };
        let mut taken = 0;
        while taken < most && self.stock[at.ix()].take_one(item) {
            taken += 1;
        }
        if taken > 0 {
            self.crew[who.ix()].carries.add(item, taken);
            events.push(Event::Took { who, item });
        }
    }

    fn report(&mut self, who: PersonId, topic: Topic, events: &mut Vec<Event>) {
        let (pressure, place) = (self.crew[who.ix()].timed.is_some(), !self.found.is_empty());
        // A report stands on something that the crew has: a measurement, a finding, work done.
        let founded = match topic {
            Topic::Pressure => pressure || self.known.iter().flatten().any(|k| k.by_hand.is_some()),
            Topic::Leak => place || self.doors.iter().any(|d| d.shut()),
            Topic::Repair => self.holes.iter().any(|h| h.tape.is_some() || h.patch.is_some() || h.coats.is_some()),
            Topic::Muster | Topic::Status => true,
        };
        events.push(Event::Reported { who, topic, founded });
    }

    fn undock(&mut self, v: VehicleId, events: &mut Vec<Event>) {
        let ship = &self.layout.vehicles[v.ix()];
        let cabin = self.cabin(v);
        // Three and a half hours to landing: a cabin that would fall below what a body bears kills those without suits.
        let deadly = self.reserve_s(cabin).is_some_and(|s| s < 3.5 * 3600.0);
        let compartments = ship.compartments.clone();
        let mut people = 0;
        for ix in 0..self.crew.len() {
            let person = &mut self.crew[ix];
            if !person.aboard() || !compartments.contains(&person.at) {
                continue;
            }
            if deadly && !person.suited {
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
