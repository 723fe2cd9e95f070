//! What a task does to the station as its work begins, and what is undone when it is dropped.

use crate::sim::event::Event;
use crate::sim::gauge::HandGauge;
use crate::sim::ids::PersonId;
use crate::sim::order::Task;
use crate::sim::person::Job;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;
use crate::sim::work::check::Before;

impl Station {
    /// Takes the next waiting task in hand and sets out.
    pub(super) fn take_up(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let Some(task) = self.crew[who.ix()].queue.pop_front() else { return };
        let at = self.crew[who.ix()].at;
        match self.way(who, at, &task) {
            Err(why) => self.fail(who, task, why, events),
            Ok(path) => {
                let place = path.steps.last().copied().unwrap_or(at);
                let takes_s = self.work_s(place, &task).map(|work| work.saturating_add(path.seconds));
                let step_left_s = path.steps.first().map_or(0, |&next| self.ways.step_s(at, next));
                self.crew[who.ix()].seated = match (self.crew[who.ix()].seated, path.steps.is_empty()) {
                    (seated, true) => seated,
                    (_, false) => None,
                };
                events.push(Event::Began { who, task, takes_s });
                self.crew[who.ix()].job = Some(Job {
                    task,
                    path,
                    step_left_s,
                    working: false,
                    done_s: 0,
                    left_s: takes_s,
                    began: self.now,
                    memory: [0.0; 2],
                });
            }
        }
    }

    /// A task cannot be done.
    pub(super) fn fail(&mut self, who: PersonId, task: Task, why: Refusal, events: &mut Vec<Event>) {
        self.learn_from_refusal(&task, why);
        self.release(who);
        self.crew[who.ix()].job = None;
        events.push(Event::Failed { who, task, why });
    }

    /// A hand on a door learns that it is jammed.
    pub(super) fn learn_from_refusal(&mut self, _task: &Task, why: Refusal) {
        if let Refusal::Jammed(h) = why {
            self.doors[h.ix()].known_jammed = true;
        }
    }

    /// The work begins, where it is done.
    pub(super) fn begin(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let ix = who.ix();
        let Some(task) = self.crew[ix].job.as_ref().map(|j| j.task) else { return };
        let at = self.crew[ix].at;
        let mut answer = self.check_at(Before { who, at, later: false, here: true, giver: None }, &task);
        if matches!(task, Task::Move(_)) {
            answer = Ok(());
        }
        if let Task::Close(h) | Task::Open(h) = task
            && answer.is_ok()
            && self.doors[h.ix()].jammed
        {
            answer = Err(Refusal::Jammed(h));
        }
        if let Err(why) = answer {
            return self.fail(who, task, why, events);
        }
        let mut memory = [0.0; 2];
        match task {
            Task::Close(h) => self.move_door(who, h, false),
            Task::Open(h) => self.move_door(who, h, true),
            Task::Equalise(h) => {
                self.doors[h.ix()].worked_by = Some(who);
                self.turn_valve(h, true);
                events.push(Event::ValveTurned { hatch: h, who, open: true });
            }
            Task::Clear(h) => self.doors[h.ix()].worked_by = Some(who),
            Task::Measure(_) | Task::LeakCheck(_) => {
                let mmhg = self.air.pressure(u32::from(at.0)).mmhg();
                self.crew[ix].gauge.get_or_insert(HandGauge::new(mmhg, who));
                memory = self.check_reading(who);
            }
            Task::Inspect(f) | Task::Photograph(f) | Task::Tape(f) | Task::Sealant(f) | Task::Patch(f) => {
                if let Some(h) = self.hole_of(f) {
                    self.holes[h.ix()].worked_by = Some(who);
                }
            }
            Task::Finger(f) => {
                if let Some(h) = self.hole_of(f) {
                    self.holes[h.ix()].finger = Some(who);
                    self.refresh_hole(h);
                    events.push(Event::FingerOn { who, found: f, on: true });
                }
            }
            _ => {}
        }
        let work_s = self.work_s(at, &task);
        if let Some(job) = self.crew[ix].job.as_mut() {
            job.working = true;
            job.began = self.now;
            job.left_s = work_s;
            job.memory = memory;
        }
        if work_s == Some(0) {
            self.finish(who, events);
        }
    }

    /// Lets go of whatever somebody held: doors stop where they are, fingers come off, the gauge goes away.
    pub(super) fn release(&mut self, who: PersonId) {
        let ix = who.ix();
        for h in 0..self.doors.len() {
            if self.doors[h].worked_by == Some(who) {
                self.doors[h].worked_by = None;
                self.doors[h].speed = 0.0;
                if self.doors[h].valve_open {
                    self.turn_valve(crate::sim::ids::HatchId::at(h), false);
                }
            }
        }
        for h in 0..self.holes.len() {
            let hole = &mut self.holes[h];
            if hole.worked_by == Some(who) {
                hole.worked_by = None;
            }
            if hole.finger == Some(who) {
                hole.finger = None;
                self.refresh_hole(crate::sim::ids::HoleId::at(h));
            }
        }
        self.crew[ix].gauge = None;
        self.crew[ix].stopwatch = None;
    }

    /// Drops what somebody does.
    pub(in crate::sim) fn drop_job(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let Some(job) = &self.crew[who.ix()].job else { return };
        let task = job.task;
        if task.is_open_ended() && job.working {
            return self.end_open_ended(who, events);
        }
        self.release(who);
        self.crew[who.ix()].job = None;
        events.push(Event::Stopped { who, task });
    }
}
