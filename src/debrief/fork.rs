//! A drill handed to our expert at a moment of somebody else's: the fork, and the flight from it.

use crate::drill::{Drill, Entry, Log};
use crate::pilot::Pilot;
use crate::pilot::expert::Expert;
use crate::replay::Record;
use crate::replay::rerun::Rerun;
use crate::score::{self, Scorecard};
use crate::sim::console::Viewpoint;
use crate::sim::event::Event;
use crate::sim::order::{Act, Order, Task};
use crate::units::Tick;

/// So many orders of the expert are kept, to be told.
const TOLD: usize = 9;
/// The expert, while it watches, looks so often, ticks: as it does when it flies and nothing is wrong yet.
const LOOK: u64 = 20;

/// The expert beside a drill: it is given what the crew can see.
#[derive(Clone)]
struct Seat {
    expert: Expert,
    /// Lines of the log that it has read.
    read: usize,
    next: u64,
}

impl Seat {
    /// What the crew could see since the last look, if it is time for one.
    fn news(&mut self, drill: &Drill, log: &Log, every: u64) -> Option<Vec<(Tick, Event)>> {
        let now = drill.now().0;
        if now < self.next || drill.outcome().is_some() {
            return None;
        }
        self.next = now + every.max(1);
        let visible = |(tick, entry): &(Tick, Entry)| match entry {
            Entry::Event(event) if !event.is_truth() => Some((*tick, *event)),
            _ => None,
        };
        let news = log.since(self.read).iter().filter_map(visible).collect();
        self.read = log.len();
        Some(news)
    }

    fn watch(&mut self, drill: &Drill, log: &Log) {
        if let Some(news) = self.news(drill, log, LOOK) {
            self.expert.behold(&drill.mission().layout, &drill.console(Viewpoint::Crew), &news);
        }
    }

    fn fly(&mut self, drill: &Drill, log: &Log) -> Vec<Order> {
        let every = self.expert.every();
        match self.news(drill, log, every) {
            Some(news) => self.expert.act(&drill.mission().layout, &drill.console(Viewpoint::Crew), &news),
            None => Vec::new(),
        }
    }
}

/// A drill just before a decision.
struct Fork {
    at: Tick,
    drill: Drill,
    seat: Seat,
}

/// A record flown again, and where it forks.
pub(super) struct Forked {
    /// In the order of time.
    forks: Vec<Fork>,
    past: Log,
}

/// How a drill went.
#[derive(Clone, Debug)]
pub(super) struct Flown {
    /// Its card.
    pub card: Scorecard,
    /// Air lost, kg.
    pub leaked_kg: f64,
    /// Shortest true reserve time, s.
    pub reserve_s: Option<f64>,
    /// What the expert ordered first, and when.
    pub orders: Vec<(Tick, Act)>,
}

impl Flown {
    /// Of the lines of a drill.
    pub fn of<'a>(record: &Record, lines: impl Iterator<Item = &'a (Tick, Entry)> + Clone) -> Self {
        let samples = || {
            lines.clone().filter_map(|(_, entry)| match entry {
                Entry::Sample(sample) => Some(sample),
                _ => None,
            })
        };
        Self {
            card: score::mark_lines(&record.mission.rubric, &record.mission, lines.clone()),
            leaked_kg: samples().last().map_or(0.0, |sample| sample.leaked_kg),
            reserve_s: samples().filter_map(|sample| sample.reserve_s).min_by(f64::total_cmp),
            orders: Vec::new(),
        }
    }
}

impl Forked {
    /// Flies the record once with the expert watching, and keeps the drill just before each of these moments.
    pub fn of(record: &Record, times: &[Tick]) -> Self {
        let mut rerun = Rerun::new(record);
        rerun.drill = rerun.drill.sketched(0);
        let mut seat = Seat { expert: Expert::new(&record.mission.layout), read: 0, next: 0 };
        let mut forked = Self { forks: Vec::new(), past: Log::new() };
        let mut times = times.iter().peekable();
        // After the last fork nobody looks any more.
        while times.peek().is_some() && rerun.drill.now() < record.last && rerun.drill.outcome().is_none() {
            if let Some(at) = times.next_if(|at| **at <= rerun.drill.now() + 1) {
                forked.forks.push(Fork { at: *at, drill: rerun.drill.clone(), seat: seat.clone() });
            }
            seat.watch(&rerun.drill, &forked.past);
            rerun.tick(&mut forked.past);
        }
        forked
    }

    /// Moments of the forks.
    pub fn times(&self) -> Vec<Tick> {
        self.forks.iter().map(|fork| fork.at).collect()
    }

    /// Lets the expert fly from a fork to the end, with this draw of luck; nothing where `left` ticks do not suffice.
    pub fn fly(&self, record: &Record, fork: usize, noise: u64, left: &mut u64) -> Option<Flown> {
        let fork = &self.forks[fork];
        let (mut drill, mut seat) = (fork.drill.clone().sketched(noise), fork.seat.clone());
        // The past is shared; only what the expert has not read of it yet goes into the log of the branch.
        let (past, unread) = self.past.entries().split_at(seat.read);
        let mut log = Log::new();
        for (tick, entry) in unread.iter().take_while(|(tick, _)| *tick <= drill.now()) {
            log.push(*tick, entry.clone());
        }
        (seat.read, seat.next) = (0, 0);
        let mut orders: Vec<(Tick, Act)> = Vec::new();
        while drill.outcome().is_none() {
            *left = left.checked_sub(1)?;
            for order in seat.fly(&drill, &log) {
                let new = tells(order.act) && orders.iter().all(|(_, act)| *act != order.act);
                if new && orders.len() < TOLD {
                    orders.push((drill.now() + 1, order.act));
                }
                drill.submit(order);
            }
            drill.tick(&mut log);
        }
        Some(Flown { orders, ..Flown::of(record, past.iter().chain(log.entries())) })
    }
}

/// Whether an order is worth telling: what decides or answers, not the steps on the way there.
const fn tells(act: Act) -> bool {
    !matches!(
        act,
        Act::Acknowledge
            | Act::Stop { .. }
            | Act::HandOver { .. }
            | Act::Stopwatch { .. }
            | Act::Task {
                task: Task::Move(_) | Task::Fetch(_) | Task::Give(..) | Task::Measure(_) | Task::Photograph(_),
                ..
            }
    )
}
