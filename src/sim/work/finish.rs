//! What a task has done to the station once its work is finished.

use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::gauge::to_step;
use crate::sim::hatch::EQUAL_MMHG;
use crate::sim::ids::{HatchId, PersonId};
use crate::sim::order::Task;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;

impl Station {
    /// The work is done, or has come to nothing.
    pub(super) fn finish(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let Some(task) = self.crew[who.ix()].job.as_ref().map(|j| j.task) else { return };
        match self.come_of(who, &task, events) {
            Ok(()) => {
                self.crew[who.ix()].job = None;
                self.release(who);
                events.push(Event::Finished { who, task });
            }
            Err(why) => self.fail(who, task, why, events),
        }
    }

    /// What comes of a task, whose job is still in their hands.
    fn come_of(&mut self, who: PersonId, task: &Task, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let ix = who.ix();
        match *task {
            Task::Move(_) | Task::Finger(_) => {}
            Task::Close(h) | Task::Open(h) | Task::Equalise(h) | Task::Clear(h) => {
                self.hatch_done(who, h, task, events);
            }
            Task::Measure(_) => self.note_reading(who, events),
            Task::LeakCheck(_) => self.judge_leak_check(who, events),
            Task::Listen => self.search(who, true, events),
            Task::Search => self.search(who, false, events),
            Task::Inspect(f) => self.inspect(who, f, events),
            Task::Photograph(f) => self.photograph(who, f, events),
            Task::Tape(f) | Task::Sealant(f) | Task::Patch(f) => self.repair(who, f, task, events),
            Task::Valve(tank, open) => {
                self.support.tanks[tank.ix()].open = open;
                self.support.stale = true;
                events.push(Event::TankValve { who, tank, open });
            }
            Task::Switch(e, on) => self.switch(e, on, Some(who), events),
            Task::Candle => self.light_candle(who, events),
            Task::Mask(on) => self.wear_mask(who, on, events),
            Task::Suit => self.wear_suit(who, events),
            Task::Fetch(item) => return self.pick_up(who, item, events),
            Task::Give(item, other) => self.pass_on(who, other, item, events),
            Task::Liner(vehicle) => {
                self.crew[ix].liner = Some(vehicle);
                events.push(Event::LinerMoved { who, vehicle });
            }
            Task::Enter(vehicle) => {
                self.crew[ix].seated = Some(vehicle);
                events.push(Event::Seated { who, vehicle });
            }
            Task::Undock(v) => self.undock(v, events),
            Task::Wake(other) => self.wake(other, events),
            Task::Report(topic) => self.report(who, topic, events),
            Task::Sleep => {
                self.crew[ix].condition = Condition::Asleep;
                self.support.stale = true;
                events.push(Event::Slept { who });
            }
        }
        Ok(())
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

    fn hatch_done(&mut self, who: PersonId, h: HatchId, task: &Task, events: &mut Vec<Event>) {
        match task {
            Task::Equalise(_) => {
                self.turn_valve(h, false);
                events.push(Event::ValveTurned { hatch: h, who, open: false });
            }
            Task::Clear(_) => {
                self.doors[h.ix()].obstructed = false;
                events.push(Event::HatchCleared { hatch: h, who });
            }
            _ => self.door_moved(who, h, events),
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
}
