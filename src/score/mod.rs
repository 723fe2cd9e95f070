//! Rubric and log in, scorecard out. Nothing runs here.
//!
//! A score is a function of a mission's rubric and a drill's log, of nothing else: the same record gives the same
//! card on every machine and in every year, and an old record can be held against a new rubric. Every line of the
//! card names the tick that earned or lost it and the number that was measured, so that it can be argued with.
//!
//! The room may know the drill's log and the mission. It deliberately lacks the drill itself, so that no score can
//! depend on a second run of the rules, and sentences, which are in `words`; the only text here is the mission author's
//! own.
//!
//! Start at [`mark`], then [`card::Scorecard`]; [`tally::Tally`] takes the numbers, one file each for those that
//! need a memory: [`lifeline`], [`closure`], [`patching`], [`calls`], [`chase`].

pub mod calls;
pub mod card;
pub mod chase;
pub mod closure;
pub mod judge;
pub mod lifeline;
pub mod patching;
pub mod shown;
pub mod tally;
pub mod ways;

pub use card::{Evidence, Grade, Line, Scorecard};

use crate::drill::log::{Entry, Log};
use crate::mission::Mission;
use crate::mission::model::{Condition, Rubric, Test};
use crate::mission::watch::Watcher;
use crate::sim::event::{Event, Outcome};
use crate::units::Tick;
use judge::Item;
use shown::Shown;
use tally::Tally;

/// Marks a log by its mission's own rubric.
pub fn mark(mission: &Mission, log: &Log) -> Scorecard {
    mark_by(&mission.rubric, mission, log)
}

/// Marks a log by another rubric for the same mission.
pub fn mark_by(rubric: &Rubric, mission: &Mission, log: &Log) -> Scorecard {
    mark_lines(rubric, mission, log.entries())
}

/// Marks lines of logs, in the order of time: a branch is scored on its parent's past without a copy of it.
pub fn mark_lines<'a>(
    rubric: &Rubric,
    mission: &Mission,
    lines: impl IntoIterator<Item = &'a (Tick, Entry)>,
) -> Scorecard {
    let walk = walk(rubric, mission, lines);
    let mut conditions = 0;
    let mut next = |wanted: bool| {
        let first = if wanted { walk.watcher.first(conditions) } else { None };
        conditions += usize::from(wanted);
        first
    };
    let lines = rubric
        .items
        .iter()
        .map(|item| {
            let applies = item.applies.is_none() | next(item.applies.is_some()).is_some();
            let first = next(condition(&item.test).is_some());
            judge::judge(&Item { item, applies, first, script: &walk.script, ended: walk.ended, tally: &walk.tally })
        })
        .collect();
    Scorecard::new(lines, rubric.pass_mark, walk.ended.outcome, walk.ended.sound, walk.last)
}

/// How a log ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ended {
    outcome: Outcome,
    sound: bool,
    at: Option<Tick>,
}

/// What one walk over a log leaves.
struct Walk {
    watcher: Watcher,
    tally: Tally,
    /// When each event of the script first fired.
    script: Vec<Option<Tick>>,
    ended: Ended,
    last: Tick,
}

/// Reads the log once, from front to back. Clocks in conditions are honoured to the second between entries.
fn walk<'a>(rubric: &Rubric, mission: &Mission, lines: impl IntoIterator<Item = &'a (Tick, Entry)>) -> Walk {
    let asked = rubric.items.iter().flat_map(|item| item.applies.iter().chain(condition(&item.test)));
    let mut walk = Walk {
        watcher: Watcher::new(&mission.layout, asked),
        tally: Tally::new(&mission.layout),
        script: vec![None; mission.script.len()],
        ended: Ended { outcome: Outcome::Unfinished, sound: true, at: None },
        last: Tick::ZERO,
    };
    let mut shown = Shown::default();
    walk.watcher.settle(Tick::ZERO, &shown);
    let mut entries = lines.into_iter().peekable();
    while let Some((tick, entry)) = entries.next() {
        while let Some(wake) = walk.watcher.wake().filter(|wake| wake < tick) {
            walk.watcher.settle(wake, &shown);
        }
        walk.last = *tick;
        match entry {
            Entry::Order(order) => walk.tally.order(*tick, order),
            Entry::Sample(sample) => {
                shown.take(*tick, sample);
                walk.tally.sample(*tick, sample);
            }
            Entry::Event(event) => walk.event(*tick, event),
            Entry::Mark(_) => {}
        }
        if entries.peek().is_none_or(|(next, _)| next > tick) {
            walk.watcher.settle(*tick, &shown);
        }
    }
    walk.tally.finish(walk.last);
    walk
}

impl Walk {
    fn event(&mut self, tick: Tick, event: &Event) {
        self.watcher.observe(tick, event);
        self.tally.event(tick, event);
        match *event {
            Event::Script { event } => {
                if let Some(first) = self.script.get_mut(usize::from(event)) {
                    first.get_or_insert(tick);
                }
            }
            Event::Declared { sound, .. } => self.ended.sound = sound,
            Event::Ended { outcome } => self.ended = Ended { outcome, at: Some(tick), ..self.ended },
            _ => {}
        }
    }
}

/// The condition that a test asks, if it asks one.
fn condition(test: &Test) -> Option<&Condition> {
    match test {
        Test::When { condition, .. } | Test::Never { condition } => Some(condition),
        Test::Measure { .. } | Test::Outcome { .. } => None,
    }
}
