//! Our expert from here: at the crew's decisions, what a textbook crew with the same console history could still have
//! reached, and hence where most went out of reach.
//!
//! The expert watches the whole drill as the crew saw it, silently; at a decision the drill is cloned and handed to it.
//! The branch shares the record's fate: luck is keyed by seed, person and attempt, so that what differs is what was
//! ordered. It is one crew's answer, not the best there is, and it is no part of the score.
//!
//! Work is bounded by ticks, not by a clock, so that a debrief is the same on every machine: decisions are taken in an
//! order that halves the gaps (first, last, middle, quarters, ...) until [`BUDGET`] is spent.

use super::model::{Decision, Reach};
use crate::drill::{Drill, Entry, Log};
use crate::pilot::Pilot;
use crate::pilot::expert::Expert;
use crate::replay::Record;
use crate::replay::rerun::Rerun;
use crate::score;
use crate::sim::console::Viewpoint;
use crate::sim::event::{Event, Outcome};
use crate::sim::order::{Act, Order};
use crate::units::Tick;
use crate::words::Words;

/// At most so many decisions.
const DECISIONS: usize = 32;
/// Ticks that all branches together may fly: some three seconds.
const BUDGET: u64 = 1_500_000;
/// Orders closer than this are one decision, ticks.
const TOGETHER: u64 = 60;
/// Without any order for so long, once there was a sign, waiting was the decision, ticks.
const WAITED: u64 = 1800;

/// The expert, watching: it is given what the crew can see, and what it says is not always obeyed.
#[derive(Clone)]
struct Shadow {
    expert: Expert,
    read: usize,
    next: u64,
}

impl Shadow {
    fn look(&mut self, drill: &Drill, log: &Log) -> Vec<Order> {
        let now = drill.now().0;
        if now < self.next || drill.outcome().is_some() {
            return Vec::new();
        }
        self.next = now + self.expert.every().max(1);
        let visible = |(tick, entry): &(Tick, Entry)| match entry {
            Entry::Event(event) if !event.is_truth() => Some((*tick, *event)),
            _ => None,
        };
        let news: Vec<(Tick, Event)> = log.since(self.read).iter().filter_map(visible).collect();
        self.read = log.len();
        self.expert.act(&drill.mission().layout, &drill.console(Viewpoint::Crew), &news)
    }
}

/// A drill just before a decision.
struct Fork {
    at: Tick,
    drill: Drill,
    shadow: Shadow,
    lines: usize,
}

/// Explores a record that was flown by this program's rules.
pub fn explore(record: &Record) -> Vec<Decision> {
    let times = decisions(record);
    let (forks, log) = forks(record, &times);
    let words = Words::of(&record.mission);
    let mut left = BUDGET;
    let mut reached: Vec<Option<(Reach, Vec<String>)>> = forks.iter().map(|_| None).collect();
    for ix in halving(forks.len()) {
        if left > 0 {
            reached[ix] = Some(forks[ix].fly(&log, &words, &mut left));
        }
    }
    // A branch that the budget cut short tells nothing and is left out.
    let known: Vec<(usize, Reach, Vec<String>)> = reached
        .into_iter()
        .enumerate()
        .filter_map(|(ix, found)| found.map(|(reach, textbook)| (ix, reach, textbook)))
        .filter(|(_, reach, _)| reach.outcome != Outcome::Unfinished)
        .collect();
    let end = Reach::of(record.last, &record.log, &record.mission);
    (0..known.len())
        .map(|n| {
            let (ix, before, textbook) = known[n].clone();
            let at = forks[ix].at;
            let (until, after) = match known.get(n + 1) {
                Some((next, reach, _)) => (forks[*next].at, reach.clone()),
                None => (Tick(u64::MAX), end.clone()),
            };
            Decision { at, ordered: ordered(record, &words, at, until), textbook, before, after }
        })
        .collect()
}

/// When the crew decided: at its orders, and when it let much time pass without any. From the first hole on, or from
/// the first order if there was none.
fn decisions(record: &Record) -> Vec<Tick> {
    let opened = record.log.events().find(|(_, e)| matches!(e, Event::HoleOpened { .. })).map(|(tick, _)| tick);
    let mut times: Vec<Tick> = opened.into_iter().map(|tick| tick + 1).collect();
    for tick in taken(record).map(|(tick, _)| tick) {
        let last = times.last().copied();
        match last {
            Some(last) if tick.since(last) < TOGETHER => {}
            Some(last) if tick.since(last) > 2 * WAITED => {
                times.extend(waits(last, tick));
                times.push(tick);
            }
            _ if opened.is_some_and(|opened| tick < opened) => {}
            _ => times.push(tick),
        }
    }
    if let Some(last) = times.last().copied()
        && record.last.since(last) > 2 * WAITED
    {
        times.extend(waits(last, record.last));
    }
    let every = times.len().div_ceil(DECISIONS).max(1);
    times.into_iter().step_by(every).filter(|at| *at < record.last).collect()
}

/// Moments within a long wait, each half an hour, an hour, two, four after the one before: the longer nobody acts, the
/// less another moment tells.
fn waits(from: Tick, until: Tick) -> impl Iterator<Item = Tick> {
    let doubling = |(at, step): &(Tick, u64)| Some((*at + *step, *step * 2));
    std::iter::successors(Some((from + WAITED, WAITED)), doubling).map(|(at, _)| at).take_while(move |at| *at < until)
}

/// Flies the record once with the expert watching, and keeps the drill just before each decision.
fn forks(record: &Record, times: &[Tick]) -> (Vec<Fork>, Log) {
    let mut rerun = Rerun::new(record);
    let mut shadow = Shadow { expert: Expert::new(&record.mission.layout), read: 0, next: 0 };
    let mut log = Log::new();
    let mut forks = Vec::new();
    let mut times = times.iter().peekable();
    while rerun.drill.now() < record.last && rerun.drill.outcome().is_none() {
        if let Some(at) = times.next_if(|at| **at <= rerun.drill.now() + 1) {
            let (drill, shadow) = (rerun.drill.clone(), shadow.clone());
            forks.push(Fork { at: *at, drill, shadow, lines: log.len() });
        }
        let _unheard = shadow.look(&rerun.drill, &log);
        rerun.tick(&mut log);
    }
    (forks, log)
}

impl Fork {
    /// Lets the expert fly from here to the end, or until the budget is spent.
    fn fly(&self, past: &Log, words: &Words<'_>, left: &mut u64) -> (Reach, Vec<String>) {
        let (mut drill, mut shadow) = (self.drill.clone(), self.shadow.clone());
        let mut log = Log::new();
        for (tick, entry) in &past.entries()[..self.lines] {
            log.push(*tick, entry.clone());
        }
        let mut textbook: Vec<String> = Vec::new();
        while drill.outcome().is_none() && *left > 0 {
            for order in shadow.look(&drill, &log) {
                if textbook.len() < 4 && drill.now().since(self.at) <= 2 * TOGETHER {
                    textbook.push(words.act(&order.act));
                }
                drill.submit(order);
            }
            drill.tick(&mut log);
            *left -= 1;
        }
        (Reach::of(drill.now(), &log, drill.mission()), textbook)
    }
}

impl Reach {
    fn of(ended: Tick, log: &Log, mission: &crate::mission::Mission) -> Self {
        let card = score::mark(mission, log);
        let reserves = log.samples().filter_map(|(_, sample)| sample.reserve_s);
        Self {
            outcome: card.outcome,
            ended,
            points: card.points,
            passed: card.passed,
            leaked_kg: log.samples().last().map_or(0.0, |(_, sample)| sample.leaked_kg),
            reserve_s: reserves.min_by(f64::total_cmp),
        }
    }
}

/// Orders that decided something: silencing an alarm does not, nor does what was refused.
fn taken(record: &Record) -> impl Iterator<Item = (Tick, Act)> {
    let refused: Vec<(Tick, Act)> = record
        .log
        .events()
        .filter_map(|(tick, event)| if let Event::Refused { act, .. } = event { Some((tick, *act)) } else { None })
        .collect();
    record
        .orders()
        .map(|(tick, order)| (tick, order.act))
        .filter(move |order| order.1 != Act::Acknowledge && !refused.contains(order))
}

/// What was ordered from one decision to the next, each thing once.
fn ordered(record: &Record, words: &Words<'_>, at: Tick, until: Tick) -> String {
    let mut orders: Vec<String> = Vec::new();
    for (_, act) in taken(record).filter(|(tick, _)| *tick >= at && *tick < until) {
        let said = words.act(&act);
        if !orders.contains(&said) {
            orders.push(said);
        }
    }
    match orders.len() {
        0 => "nothing was ordered".to_owned(),
        n @ 1..=4 => orders[..n].join("; "),
        n => format!("{}; and {} more", orders[..3].join("; "), n - 3),
    }
}

/// Numbers below `n` in an order that halves the gaps.
fn halving(n: usize) -> Vec<usize> {
    let mut order = Vec::new();
    let mut step = n.next_power_of_two();
    while step > 0 {
        order.extend((0..n).step_by(step));
        if step == n.next_power_of_two() && n > 1 {
            order.push(n - 1);
        }
        step /= 2;
    }
    let mut seen = vec![false; n];
    order.retain(|ix| !std::mem::replace(&mut seen[*ix], true));
    order
}

#[cfg(test)]
mod tests {
    use super::halving;

    #[test]
    fn decisions_are_taken_first_last_middle_quarters() {
        assert_eq!(halving(5), [0, 4, 2, 1, 3]);
        assert_eq!(halving(1), [0]);
        assert!(halving(0).is_empty());
    }
}
