//! Everybody moves on by a second: the next task, the next step of a walk, a second of work.

use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::hatch::EQUAL_MMHG;
use crate::sim::ids::PersonId;
use crate::sim::order::Task;
use crate::sim::person::Person;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;

impl Station {
    /// A second of everybody's time, in the order of the crew list.
    pub(in crate::sim) fn move_hands(&mut self, events: &mut Vec<Event>) {
        for ix in 0..self.crew.len() {
            let person = &self.crew[ix];
            if person.job.is_none() && person.queue.is_empty() || !person.awake() {
                continue;
            }
            // Bad air halves the pace: every other second passes without a hand moved.
            if person.condition == Condition::Impaired && self.now.0 % 2 == 1 {
                continue;
            }
            self.move_one(PersonId::at(ix), events);
        }
        if self.crew.iter().any(|p| p.mustering.is_some()) {
            self.call_roll(events);
        }
    }

    fn move_one(&mut self, who: PersonId, events: &mut Vec<Event>) {
        if self.crew[who.ix()].job.is_none() {
            self.take_up(who, events);
        }
        let Some(job) = self.crew[who.ix()].job.as_mut() else { return };
        job.done_s += 1;
        if let Some(left) = job.left_s.as_mut() {
            *left = left.saturating_sub(1);
        }
        if !job.path.steps.is_empty() {
            job.step_left_s = job.step_left_s.saturating_sub(1);
            if job.step_left_s == 0 {
                self.step_through(who, events);
            }
        } else if !job.working {
            self.begin(who, events);
        } else {
            self.work_on(who, events);
        }
    }

    /// Enters the next compartment of the path.
    fn step_through(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let ix = who.ix();
        let Some(job) = self.crew[ix].job.as_mut() else { return };
        let task = job.task;
        let (next, hatch) = (job.path.steps.remove(0), job.path.hatches.remove(0));
        if !self.doors[hatch.ix()].passable() {
            return self.fail(who, task, Refusal::NoWay { to: next, shut: hatch }, events);
        }
        self.crew[ix].at = next;
        self.support.moved = true;
        events.push(Event::Arrived { who, at: next });
        let step = self.crew[ix].job.as_ref().and_then(|j| j.path.steps.first().copied());
        match step {
            Some(after) => {
                let seconds = self.ways.step_s(next, after);
                if let Some(job) = self.crew[ix].job.as_mut() {
                    job.step_left_s = seconds;
                }
            }
            None => self.begin(who, events),
        }
    }

    /// A second of work where it is done.
    fn work_on(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let ix = who.ix();
        let Some(job) = &self.crew[ix].job else { return };
        let (task, done) = (job.task, job.left_s == Some(0));
        match task {
            Task::Measure(_) if self.now.0.is_multiple_of(10) => {
                if let Some(mmhg) = self.needle(who) {
                    self.know_by_hand(who, mmhg);
                }
            }
            Task::Equalise(h) => {
                let at = self.crew[ix].at;
                if self.difference_mmhg(h, at).abs() < EQUAL_MMHG {
                    return self.finish(who, events);
                }
                if done {
                    let dp_mmhg = self.difference_mmhg(h, at).round();
                    return self.fail(who, task, Refusal::PressedShut { hatch: h, dp_mmhg }, events);
                }
            }
            Task::Wake(other) | Task::Give(_, other) if self.crew[other.ix()].at != self.crew[ix].at => {
                return self.fail(who, task, Refusal::NotTogether(who, other), events);
            }
            _ => {}
        }
        if done {
            self.finish(who, events);
        }
    }

    /// The roll is called once nobody is on the way to a muster any more; those answer who have come.
    fn call_roll(&mut self, events: &mut Vec<Event>) {
        let come = |p: &Person| p.awake() && p.mustering == Some(p.at);
        let under_way = |p: &Person| p.mustering.is_some() && p.awake() && !come(p) && !p.is_idle();
        if self.crew.iter().any(under_way) {
            return;
        }
        let present = self.crew.iter().filter(|p| come(p)).count() as u8;
        let of = self.crew.iter().filter(|p| p.aboard()).count() as u8;
        for person in &mut self.crew {
            person.mustering = None;
        }
        self.roll_called = true;
        events.push(Event::Mustered { present, of });
    }
}
