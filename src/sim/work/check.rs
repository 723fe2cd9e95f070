//! Whether an order can be obeyed: asked by menus, when it is given, and when its turn comes.

use crate::sim::console::Condition;
use crate::sim::hatch::EQUAL_MMHG;
use crate::sim::ids::{CompartmentId, PersonId, VehicleId};
use crate::sim::item::Item;
use crate::sim::order::{Act, Task};
use crate::sim::person::QUEUE;
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
            Act::GroundWake { who } => match self.crew[who.ix()].condition {
                Condition::Asleep => Ok(Forecast::default()),
                Condition::Unconscious => Err(Refusal::Unconscious(who)),
                Condition::Dead => Err(Refusal::Dead(who)),
                Condition::Gone => Err(Refusal::Gone(who)),
                Condition::Well | Condition::Impaired => Err(Refusal::Awake(who)),
            },
            Act::Declare(claim) => self.check_claim(claim),
        }
    }

    pub(super) fn anybody_awake(&self) -> bool {
        self.crew.iter().any(|p| p.awake())
    }

    pub(super) fn all_out(&self) -> Refusal {
        Refusal::Asleep(PersonId::at(self.crew.iter().position(|p| p.condition == Condition::Asleep).unwrap_or(0)))
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
        if giver.job.is_none() {
            return Err(Refusal::Idle(who));
        }
        if giver.at != taker.at {
            return Err(Refusal::NotTogether(who, to));
        }
        if taker.job.as_ref().is_some_and(|j| !j.task.is_open_ended()) {
            return Err(Refusal::QueueFull(to));
        }
        Ok(Forecast::default())
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
        self.check_at(who, at, task, busy, path.steps.is_empty())?;
        let takes_s = self.work_s(at, task).map(|work| work + path.seconds);
        Ok(Forecast { starts_in_s, takes_s })
    }

    /// Where somebody will be, and in how many seconds, when all that they have been told is done.
    fn after_queue(&self, who: PersonId) -> (CompartmentId, u32) {
        let person = &self.crew[who.ix()];
        let mut at = person.at;
        let mut seconds = 0;
        if let Some(job) = &person.job {
            at = job.path.steps.last().copied().unwrap_or(at);
            let walk: u32 = if job.working { 0 } else { job.path.seconds };
            seconds += walk + job.left_s.or(self.work_s(at, &job.task)).unwrap_or(0);
        }
        for task in &person.queue {
            if let Ok(path) = self.way(who, at, task) {
                at = path.steps.last().copied().unwrap_or(at);
                seconds += path.seconds;
            }
            seconds += self.work_s(at, task).unwrap_or(0);
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

    /// Whether the work itself can be done at `at`. `later` for what waits behind other tasks: things that those may
    /// change are not held against it. `here` if they stand there already and can feel the door.
    pub(super) fn check_at(
        &self,
        who: PersonId,
        at: CompartmentId,
        task: &Task,
        later: bool,
        here: bool,
    ) -> Result<(), Refusal> {
        let person = &self.crew[who.ix()];
        let carries = |item: Item| {
            let fetched = later
                && person.queue.iter().chain(person.job.as_ref().map(|j| &j.task)).any(|t| *t == Task::Fetch(item));
            if person.carries.has(item) || fetched { Ok(()) } else { Err(Refusal::Lacks(who, item)) }
        };
        let already = |is: bool, refusal: Refusal| if is && !later { Err(refusal) } else { Ok(()) };
        match *task {
            Task::Move(to) => already(at == person.at && to == person.at, Refusal::AlreadyThere(who, to)),
            Task::Close(h) => self.check_close(who, h, later),
            Task::Open(h) => self.check_open(who, at, h, later, here),
            Task::Equalise(h) => {
                if self.layout.hatch(h).valve.0 <= 0.0 {
                    return Err(Refusal::NoValve(h));
                }
                already(!self.doors[h.ix()].shut(), Refusal::AlreadyEqual(h))?;
                already(here && self.difference_mmhg(h, at).abs() < EQUAL_MMHG, Refusal::AlreadyEqual(h))?;
                self.must_be_free(who, h)
            }
            Task::Clear(h) => already(!self.doors[h.ix()].obstructed, Refusal::NotObstructed(h)),
            Task::Measure(_) | Task::LeakCheck(_) => carries(Item::Gauge),
            Task::Listen => carries(Item::Detector),
            Task::Search | Task::Report(_) | Task::Sleep => Ok(()),
            Task::Inspect(f) => self.known_hole(f).and_then(|hole| {
                let news = hole.coats.is_some_and(|c| !c.blister_seen);
                already(hole.inspected && !news, Refusal::AlreadyDone(f))
            }),
            Task::Photograph(f) => {
                let hole = self.known_hole(f)?;
                carries(Item::Camera)?;
                already(hole.photographed, Refusal::AlreadyDone(f))
            }
            Task::Finger(f) | Task::Tape(f) | Task::Sealant(f) | Task::Patch(f) => {
                self.check_repair(who, f, task, later)?;
                match task {
                    Task::Tape(_) => carries(Item::Tape),
                    Task::Sealant(_) => carries(Item::Sealant),
                    Task::Patch(_) => carries(Item::Patch),
                    _ => Ok(()),
                }
            }
            Task::Valve(tank, open) => {
                let bottle = &self.support.tanks[tank.ix()];
                if open && bottle.left.0 <= self.layout.tank(tank).rate.0 {
                    return Err(Refusal::TankEmpty(tank));
                }
                already(bottle.open == open, Refusal::ValveAlready(tank, open))
            }
            Task::Candle => carries(Item::Candle),
            Task::Wake(other) => match self.crew[other.ix()].condition {
                Condition::Asleep => Ok(()),
                Condition::Unconscious => Err(Refusal::Unconscious(other)),
                Condition::Dead => Err(Refusal::Dead(other)),
                Condition::Gone => Err(Refusal::Gone(other)),
                Condition::Well | Condition::Impaired => Err(Refusal::Awake(other)),
            },
            Task::Mask(on) => {
                already(person.mask_s.is_some() == on, Refusal::MaskAlready(who, on))?;
                if on { carries(Item::Mask) } else { Ok(()) }
            }
            Task::Suit => already(person.suited, Refusal::SuitAlready(who)),
            Task::Liner(v) => {
                self.must_have_seats(v)?;
                already(person.liner == Some(v), Refusal::LinerAlready(v))?;
                self.must_have_room(v, who, |p| p.liner == Some(v))
            }
            Task::Enter(v) => {
                self.must_have_seats(v)?;
                let carried = later && person.queue.contains(&Task::Liner(v));
                if person.liner != Some(v) && !carried {
                    return Err(Refusal::LinerElsewhere(who, v));
                }
                self.must_have_room(v, who, |p| p.seated == Some(v))
            }
            Task::Undock(v) => self.check_undock(who, v, later),
            Task::Switch(e, on) => {
                let machine = &self.support.machines[e.ix()];
                if machine.broken && on {
                    return Err(Refusal::Broken);
                }
                already(machine.on == on, Refusal::SwitchedAlready)
            }
            Task::Fetch(item) => already(
                person.carries.has(item) && !matches!(item, Item::Tape | Item::Sealant | Item::Candle | Item::Patch),
                Refusal::Has(who, item),
            ),
            Task::Give(item, other) => {
                if other == who {
                    return Err(Refusal::Oneself(who));
                }
                if !self.crew[other.ix()].aboard() {
                    return Err(Refusal::Gone(other));
                }
                carries(item)
            }
        }
    }

    fn must_have_seats(&self, v: VehicleId) -> Result<(), Refusal> {
        if self.layout.vehicle(v).seats == 0 { Err(Refusal::NoSeats(v)) } else { Ok(()) }
    }

    fn must_have_room(
        &self,
        v: VehicleId,
        who: PersonId,
        holds: impl Fn(&crate::sim::person::Person) -> bool,
    ) -> Result<(), Refusal> {
        let others = self.crew.iter().enumerate().filter(|(ix, p)| *ix != who.ix() && p.aboard() && holds(p)).count();
        if others >= usize::from(self.layout.vehicle(v).seats) { Err(Refusal::SeatsTaken(v)) } else { Ok(()) }
    }

    fn check_undock(&self, who: PersonId, v: VehicleId, later: bool) -> Result<(), Refusal> {
        self.must_have_seats(v)?;
        if !self.ships[v.ix()].docked {
            return Err(Refusal::Undocked(v));
        }
        if later {
            return Ok(());
        }
        if self.crew[who.ix()].seated != Some(v) {
            return Err(Refusal::NotAboard(who, v));
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
