//! Whether an order can be obeyed: asked by menus, when it is given, and when its turn comes.

use crate::sim::console::Condition;
use crate::sim::ids::{CompartmentId, PersonId, VehicleId};
use crate::sim::order::{Act, Task};
use crate::sim::person::{Job, QUEUE};
use crate::sim::refusal::Refusal;
use crate::sim::route::Path;
use crate::sim::station::Station;

/// What will come of an order that can be obeyed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// Seconds until it begins; 0 at once.
    pub starts_in_s: u32,
    /// Seconds it takes with the walk, if it has an end.
    pub takes_s: Option<u32>,
}

pub(super) type Answer = Result<Forecast, Refusal>;

/// Somebody before a piece of work.
#[derive(Clone, Copy)]
pub(super) struct Before {
    /// Who.
    pub who: PersonId,
    /// Where it is done.
    pub at: CompartmentId,
    /// It waits behind other tasks: what those may change is not held against it.
    pub later: bool,
    /// They are there already, and feel the door or see how large the hole is.
    pub here: bool,
    /// Who hands it over, and what it is done with.
    pub giver: Option<PersonId>,
}

impl Before {
    /// Refuses what is so already, unless something before it may change that.
    pub(super) fn already(self, is: bool, refusal: Refusal) -> Result<(), Refusal> {
        if is && !self.later { Err(refusal) } else { Ok(()) }
    }

    /// Whoever else has a hand on it; who hands it over lets go.
    pub(super) fn other(self, hand: Option<PersonId>) -> Option<PersonId> {
        hand.filter(|&other| other != self.who && Some(other) != self.giver)
    }
}

impl Station {
    /// Whether an order can be obeyed as things stand and with what is queued, and how long it would take.
    pub fn check(&self, act: &Act) -> Answer {
        match *act {
            Act::Task { who, task } => self.check_task(who, &task),
            Act::Stop { who } => {
                self.must_be_awake(who)?;
                if self.crew[who.ix()].is_idle() { Err(Refusal::Idle(who)) } else { Ok(Forecast::default()) }
            }
            Act::HandOver { who, to } => self.check_hand_over(who, to),
            Act::Stopwatch { who, start } => {
                self.must_be_awake(who)?;
                let person = &self.crew[who.ix()];
                match (person.gauge, person.stopwatch, start) {
                    (None, ..) => Err(Refusal::NotMeasuring(who)),
                    (_, Some(_), true) => Err(Refusal::StopwatchRuns(who)),
                    (_, None, false) => Err(Refusal::StopwatchStands(who)),
                    _ => Ok(Forecast::default()),
                }
            }
            Act::Commit { who, reserve_s } => {
                self.must_be_awake(who)?;
                let sane = reserve_s.is_finite() && reserve_s > 0.0;
                if sane { Ok(Forecast::default()) } else { Err(Refusal::NotAReserveTime) }
            }
            Act::Muster { .. } | Act::Acknowledge if !self.anybody_awake() => Err(self.all_out()),
            Act::Muster { .. } => Ok(Forecast::default()),
            Act::RaiseAlarm => match () {
                () if !self.anybody_awake() => Err(self.all_out()),
                () if self.crew_alarm_up() => Err(Refusal::AlarmRings),
                () => Ok(Forecast::default()),
            },
            Act::Acknowledge => {
                if self.caution.alarms().next().is_some() {
                    Ok(Forecast::default())
                } else {
                    Err(Refusal::NoAlarm)
                }
            }
            Act::GroundWake { who } => self.must_sleep(who).map(|()| Forecast::default()),
            Act::Declare(claim) => self.check_claim(claim),
        }
    }

    pub(super) fn anybody_awake(&self) -> bool {
        self.crew.iter().any(|p| p.awake())
    }

    /// Why nobody answers: a sleeper, who could be woken, before all others.
    pub(super) fn all_out(&self) -> Refusal {
        let one = |like: Condition| self.crew.iter().position(|p| p.condition == like).map(PersonId::at);
        let fainted = || one(Condition::Unconscious).map(Refusal::Unconscious);
        let dead = || one(Condition::Dead).map(Refusal::Dead);
        let asleep = one(Condition::Asleep).map(Refusal::Asleep);
        asleep.or_else(fainted).or_else(dead).unwrap_or(Refusal::Gone(PersonId(0)))
    }

    fn must_sleep(&self, who: PersonId) -> Result<(), Refusal> {
        match self.crew[who.ix()].condition {
            Condition::Asleep => Ok(()),
            Condition::Well | Condition::Impaired => Err(Refusal::Awake(who)),
            _ => self.must_be_awake(who),
        }
    }

    fn must_be_awake(&self, who: PersonId) -> Result<(), Refusal> {
        match self.crew[who.ix()].condition {
            Condition::Well | Condition::Impaired => Ok(()),
            Condition::Asleep => Err(Refusal::Asleep(who)),
            Condition::Unconscious => Err(Refusal::Unconscious(who)),
            Condition::Dead => Err(Refusal::Dead(who)),
            Condition::Gone => Err(Refusal::Gone(who)),
        }
    }

    fn check_hand_over(&self, who: PersonId, to: PersonId) -> Answer {
        self.must_be_awake(who)?;
        self.must_be_awake(to)?;
        if who == to {
            return Err(Refusal::Oneself(who));
        }
        let (giver, taker) = (&self.crew[who.ix()], &self.crew[to.ix()]);
        let Some(job) = &giver.job else { return Err(Refusal::Idle(who)) };
        if giver.at != taker.at {
            return Err(Refusal::NotTogether(who, to));
        }
        if taker.job.as_ref().is_some_and(|j| !j.task.is_open_ended()) {
            return Err(Refusal::QueueFull(to));
        }
        let path = self.way_on(to, job)?;
        let at = path.steps.last().copied().unwrap_or(taker.at);
        let before = Before { who: to, at, later: false, here: path.steps.is_empty(), giver: Some(who) };
        self.check_at(before, &job.task)?;
        Ok(Forecast::default())
    }

    /// The way that somebody goes who takes a job over: none if its work is under way and goes on.
    pub(super) fn way_on(&self, taker: PersonId, job: &Job) -> Result<Path, Refusal> {
        if job.working && !job.task.is_ones_own() {
            return Ok(Path::default());
        }
        self.way(taker, self.crew[taker.ix()].at, &job.task)
    }

    /// A task for somebody, behind what they do.
    fn check_task(&self, who: PersonId, task: &Task) -> Answer {
        self.must_be_awake(who)?;
        let person = &self.crew[who.ix()];
        if person.queue.len() >= QUEUE {
            return Err(Refusal::QueueFull(who));
        }
        let busy = person.job.as_ref().is_some_and(|j| !j.task.is_open_ended()) || !person.queue.is_empty();
        let (from, starts_in_s) = if busy { self.after_queue(who) } else { (person.at, 0) };
        let path = self.way(who, from, task)?;
        let at = path.steps.last().copied().unwrap_or(from);
        self.check_at(Before { who, at, later: busy, here: !busy && path.steps.is_empty(), giver: None }, task)?;
        let takes_s = self.work_s(at, task).map(|work| work.saturating_add(path.seconds));
        Ok(Forecast { starts_in_s, takes_s })
    }

    /// Where somebody will be, and in how many seconds, when all that they have been told is done.
    fn after_queue(&self, who: PersonId) -> (CompartmentId, u32) {
        let person = &self.crew[who.ix()];
        let mut at = person.at;
        let mut seconds = 0_u32;
        if let Some(job) = &person.job {
            at = job.path.steps.last().copied().unwrap_or(at);
            let walk: u32 = if job.working { 0 } else { job.path.seconds };
            seconds = walk.saturating_add(job.left_s.or(self.work_s(at, &job.task)).unwrap_or(0));
        }
        for task in &person.queue {
            if let Ok(path) = self.way(who, at, task) {
                at = path.steps.last().copied().unwrap_or(at);
                seconds = seconds.saturating_add(path.seconds);
            }
            seconds = seconds.saturating_add(self.work_s(at, task).unwrap_or(0));
        }
        (at, seconds)
    }

    /// The way to where a task is done.
    pub(super) fn way(&self, who: PersonId, from: CompartmentId, task: &Task) -> Result<Path, Refusal> {
        let mut goals = self.goals(who, task);
        if goals.is_empty() {
            match *task {
                Task::Fetch(item) => return Err(Refusal::NoneLeft(item)),
                Task::Suit => return Err(Refusal::NoSuitHere(who)),
                Task::Inspect(f)
                | Task::Photograph(f)
                | Task::Finger(f)
                | Task::Tape(f)
                | Task::Sealant(f)
                | Task::Patch(f) => return Err(Refusal::NotFound(f)),
                _ => return Ok(Path::default()),
            }
        }
        goals.retain(|&c| self.aboard[c.ix()]);
        if let Some(path) = self.ways.find(from, &goals, |h| self.doors[h.ix()].passable()) {
            return Ok(path);
        }
        Err(match (self.ways.barred_by(from, &goals, &self.doors), task) {
            (Some(shut), _) => Refusal::NoWay { to: goals.first().copied().unwrap_or(from), shut },
            (None, Task::Fetch(item)) => Refusal::NoneLeft(*item),
            (None, Task::Suit) => Refusal::NoSuitHere(who),
            (None, Task::Liner(v) | Task::Enter(v) | Task::Undock(v)) => Refusal::Undocked(*v),
            (None, _) => self.gone_with(self.goals(who, task).first().copied()),
        })
    }

    pub(super) fn gone_with(&self, place: Option<CompartmentId>) -> Refusal {
        let vehicle = place.and_then(|c| self.layout.compartment(c).vehicle).unwrap_or(VehicleId(0));
        Refusal::Undocked(vehicle)
    }

    /// Whether the work itself can be done where it is done.
    pub(super) fn check_at(&self, before: Before, task: &Task) -> Result<(), Refusal> {
        let Before { who, at, .. } = before;
        match *task {
            Task::Move(to) => {
                let there = at == self.crew[who.ix()].at && to == at;
                before.already(there, Refusal::AlreadyThere(who, to))
            }
            Task::Close(h) | Task::Open(h) | Task::Equalise(h) | Task::Clear(h) => self.check_hatch(before, h, task),
            Task::Inspect(f)
            | Task::Photograph(f)
            | Task::Finger(f)
            | Task::Tape(f)
            | Task::Sealant(f)
            | Task::Patch(f) => self.check_hole(before, f, task),
            Task::Liner(v) | Task::Enter(v) | Task::Undock(v) => self.check_vehicle(before, v, task),
            Task::Valve(tank, open) => {
                let bottle = &self.support.tanks[tank.ix()];
                if open && bottle.left.0 <= self.layout.tank(tank).rate.0 {
                    return Err(Refusal::TankEmpty(tank));
                }
                before.already(bottle.open == open, Refusal::ValveAlready(tank, open))
            }
            Task::Switch(e, on) => {
                let machine = &self.support.machines[e.ix()];
                if machine.broken && on {
                    return Err(Refusal::Broken);
                }
                before.already(machine.on == on, Refusal::SwitchedAlready)
            }
            Task::Wake(other) => self.must_sleep(other),
            Task::Measure(_)
            | Task::LeakCheck(_)
            | Task::Listen
            | Task::Candle
            | Task::Mask(_)
            | Task::Suit
            | Task::Fetch(_)
            | Task::Give(..) => self.check_item(before, task),
            Task::Search | Task::Report(_) | Task::Sleep => Ok(()),
        }
    }
}
