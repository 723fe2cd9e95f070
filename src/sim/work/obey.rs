//! What an order does at the moment when it is obeyed.

use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, EquipmentId, PersonId};
use crate::sim::item::Item;
use crate::sim::layout::EquipmentKind;
use crate::sim::order::{Act, Claim, Order, Task};
use crate::sim::person::Job;
use crate::sim::route::Path;
use crate::sim::station::Station;

impl Station {
    /// Obeys an order, or tells why not.
    pub fn obey(&mut self, order: &Order, events: &mut Vec<Event>) {
        if let Err(why) = self.check(&order.act) {
            if let Act::Task { task, .. } = order.act {
                self.learn_from_refusal(&task, why);
            }
            events.push(Event::Refused { act: order.act, why });
            return;
        }
        match order.act {
            Act::Task { who, task } => self.assign(who, task, events),
            Act::Stop { who } => {
                self.crew[who.ix()].queue.clear();
                self.drop_job(who, events);
            }
            Act::HandOver { who, to } => self.hand_over(who, to, events),
            Act::Stopwatch { who, start } => self.press_stopwatch(who, start, events),
            Act::Commit { who, reserve_s } => {
                let at = self.crew[who.ix()].at;
                self.crew[who.ix()].committed = Some((reserve_s, self.now));
                let true_s = self.reserve_s(at);
                events.push(Event::Committed { who, at, estimate_s: reserve_s, true_s });
            }
            Act::Muster { to } => self.call_muster(to, events),
            Act::RaiseAlarm => {
                self.caution.press(self.now, events);
                self.respond(events);
            }
            Act::Acknowledge => {
                self.caution.acknowledge();
                events.push(Event::Acknowledged);
            }
            Act::GroundWake { who } => self.wake(who, events),
            Act::Declare(claim) => {
                let sound = match claim {
                    Claim::Held => self.truly_held(),
                    Claim::Isolated => self.truly_isolated(),
                };
                self.declared = Some((claim, sound));
                events.push(Event::Declared { claim, sound });
            }
        }
    }

    /// Puts a task behind what somebody does; what has no end of its own ends for it.
    fn assign(&mut self, who: PersonId, task: Task, events: &mut Vec<Event>) {
        let person = &mut self.crew[who.ix()];
        person.queue.push_back(task);
        // Who speaks to the ground from where they stand is still there when the roll is called.
        if !matches!(task, Task::Report(_)) {
            person.mustering = None;
        }
        if person.job.as_ref().is_some_and(|j| j.task.is_open_ended()) {
            self.end_open_ended(who, events);
        }
    }

    fn hand_over(&mut self, who: PersonId, to: PersonId, events: &mut Vec<Event>) {
        if self.crew[to.ix()].job.is_some() {
            self.end_open_ended(to, events);
        }
        let Some(mut job) = self.crew[who.ix()].job.take() else { return };
        let task = job.task;
        if let Some(item) = needs(&task).filter(|&item| !self.crew[to.ix()].carries.has(item)) {
            self.pass_on(who, to, item, events);
        }
        if let Ok(path) = self.way_on(to, &job)
            && (!job.working || task.is_ones_own())
        {
            self.set_out_anew(to, &mut job, path);
        }
        // Whoever reads the needle times it: both belong to the same gauge.
        self.crew[to.ix()].gauge = self.crew[who.ix()].gauge.take();
        self.crew[to.ix()].stopwatch = self.crew[who.ix()].stopwatch.take();
        self.crew[to.ix()].mustering = None;
        for door in &mut self.doors {
            if door.worked_by == Some(who) {
                door.worked_by = Some(to);
            }
        }
        for hole in &mut self.holes {
            if hole.worked_by == Some(who) {
                hole.worked_by = Some(to);
            }
            if hole.finger == Some(who) {
                hole.finger = Some(to);
            }
        }
        self.crew[to.ix()].job = Some(job);
        events.push(Event::HandedOver { who, to, task });
    }

    /// A job that was on its way, or that is about its doer's own body, as its next doer takes it up.
    fn set_out_anew(&mut self, who: PersonId, job: &mut Job, path: Path) {
        let at = self.crew[who.ix()].at;
        if !path.steps.is_empty() {
            self.crew[who.ix()].seated = None;
        }
        let place = path.steps.last().copied().unwrap_or(at);
        job.working = false;
        job.left_s = self.work_s(place, &job.task).map(|work| work.saturating_add(path.seconds));
        if job.path != path {
            job.step_left_s = path.steps.first().map_or(0, |&next| self.ways.step_s(at, next));
            job.path = path;
        }
    }

    fn press_stopwatch(&mut self, who: PersonId, start: bool, events: &mut Vec<Event>) {
        let Some(mmhg) = self.needle(who) else { return };
        let now = self.now;
        let person = &mut self.crew[who.ix()];
        if start {
            person.stopwatch = Some((now, mmhg));
        } else if let Some((since, then)) = person.stopwatch.take() {
            person.timed = Some((now.since(since) as u32, then - mmhg));
        }
        events.push(Event::StopwatchPressed { who, start, mmhg });
    }

    /// Everybody awake drops what they do and goes to the muster place.
    fn call_muster(&mut self, to: Option<CompartmentId>, events: &mut Vec<Event>) {
        for ix in 0..self.crew.len() {
            let who = PersonId::at(ix);
            if !self.crew[ix].awake() {
                continue;
            }
            self.crew[ix].queue.clear();
            self.drop_job(who, events);
            let place = to.unwrap_or_else(|| self.lifeboat_door(who));
            self.crew[ix].mustering = Some(place);
            if self.crew[ix].at != place {
                self.crew[ix].queue.push_back(Task::Move(place));
            }
        }
    }

    /// The compartment outside somebody's own vehicle; where they are if they have none.
    fn lifeboat_door(&self, who: PersonId) -> CompartmentId {
        let person = &self.crew[who.ix()];
        let Some(v) = person.liner.filter(|v| self.ships[v.ix()].docked) else { return person.at };
        let ship = self.layout.vehicle(v);
        let [a, b] = self.layout.hatch(ship.docked_by).between;
        if ship.compartments.contains(&a) { b } else { a }
    }

    /// Somebody wakes.
    pub(in crate::sim) fn wake(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let person = &mut self.crew[who.ix()];
        if person.condition == Condition::Asleep {
            person.condition = Condition::Well;
            self.support.stale = true;
            events.push(Event::Woke { who });
        }
    }

    /// The automatic response to a depressurisation: all wake, all fans stop so that the flow sensors can feel.
    pub(in crate::sim) fn respond(&mut self, events: &mut Vec<Event>) {
        self.roll_called = false;
        for ix in 0..self.crew.len() {
            self.wake(PersonId::at(ix), events);
        }
        for ix in 0..self.layout.equipment.len() {
            if self.layout.equipment[ix].kind == EquipmentKind::Fan && self.support.machines[ix].on {
                self.switch(EquipmentId::at(ix), false, None, events);
            }
        }
    }

    /// Switches a machine and what hangs on it.
    pub(in crate::sim) fn switch(
        &mut self,
        equipment: EquipmentId,
        on: bool,
        who: Option<PersonId>,
        events: &mut Vec<Event>,
    ) {
        self.support.machines[equipment.ix()].on = on;
        self.support.stale = true;
        self.refresh_ventilation();
        events.push(Event::Switched { who, equipment, on });
    }
}

/// The item that a task is done with.
pub(super) fn needs(task: &Task) -> Option<Item> {
    Some(match task {
        Task::Measure(_) | Task::LeakCheck(_) => Item::Gauge,
        Task::Listen => Item::Detector,
        Task::Photograph(_) => Item::Camera,
        Task::Tape(_) => Item::Tape,
        Task::Sealant(_) => Item::Sealant,
        Task::Patch(_) => Item::Patch,
        Task::Candle => Item::Candle,
        Task::Mask(true) => Item::Mask,
        Task::Give(item, _) => *item,
        _ => return None,
    })
}
