//! One drill being played: the drill itself, its log, and what the screen remembers of it.
//!
//! Only visible events reach the feed, and only consoles the history: what the screen is given here it could have read
//! off the gauges.

use super::feed::Feed;
use super::history::{History, Mark, values};
use super::motion::Before;
use super::{past, speech};
use crate::drill::{Drill, Entry, Log};
use crate::mission::Mission;
use crate::sim::Forecast;
use crate::sim::alarm::AlarmClass;
use crate::sim::console::{Console, Viewpoint};
use crate::sim::event::Event;
use crate::sim::order::{Act, Order};
use crate::sim::refusal::Refusal;
use crate::units::Tick;
use std::borrow::Cow;
use std::sync::Arc;

/// A drill and what is remembered of it.
#[derive(Clone, Debug)]
pub struct Session {
    drill: Drill,
    log: Log,
    read: usize,
    /// Orders that the next tick obeys.
    pub waiting: Vec<Order>,
    /// Orders that the next tick refuses, of which whoever gave them was told as they did.
    answered: Vec<Act>,
    /// What can be known now.
    pub console: Console,
    /// What the gauges showed.
    pub history: History,
    /// What was said.
    pub feed: Feed,
    /// What the console showed before this one.
    pub before: Before,
    /// Hints in force, the newest last.
    pub hints: Vec<u16>,
    /// Steps of the card.
    pub card: Vec<bool>,
}

/// What came of some ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Passed {
    /// How many were run.
    pub ticks: u32,
    /// The worst alarm that sounded.
    pub alarm: Option<AlarmClass>,
    /// Something that "run to the next event" stops for.
    pub notable: bool,
    /// A task came to its end.
    pub task_ended: bool,
    /// The drill ended.
    pub ended: bool,
}

impl Session {
    /// A drill at its first moment.
    pub fn new(mission: Arc<Mission>, seed: u64, exam: bool) -> Self {
        let drill = Drill::new(mission, seed).with_exam(exam);
        let console = drill.console(Viewpoint::Crew);
        let mut history = History::default();
        history.keep(&console);
        history.watch_doors(&console);
        Self {
            log: Log::new(),
            read: 0,
            waiting: Vec::new(),
            answered: Vec::new(),
            hints: drill.hints(),
            card: drill.card(),
            feed: Feed::default(),
            before: Before::default(),
            console,
            history,
            drill,
        }
    }

    /// A drill that was flown so far already: what the screen remembers of it comes from its log.
    pub fn go_on(drill: Drill, log: Log) -> Self {
        let mission = drill.mission().clone();
        let start = Drill::new(mission.clone(), drill.seed()).console(Viewpoint::Crew);
        let first = std::iter::once((Tick::ZERO, values(&start)));
        let points = first.chain(past::points(log.entries()));
        let (history, feed) = past::recall(&mission, log.entries(), drill.now(), points, past::Told::Live);
        Self {
            console: drill.console(Viewpoint::Crew),
            before: Before::default(),
            read: log.len(),
            waiting: drill.pending().to_vec(),
            answered: Vec::new(),
            hints: drill.hints(),
            card: drill.card(),
            log,
            drill,
            history,
            feed,
        }
    }

    /// The mission.
    pub fn mission(&self) -> &Arc<Mission> {
        self.drill.mission()
    }

    /// The drill, to ask it.
    pub fn drill(&self) -> &Drill {
        &self.drill
    }

    /// Everything that happened, for the recorder and the score.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Whether an order could be obeyed, behind those that the next tick hears.
    pub fn check(&self, act: &Act) -> Result<Forecast, Refusal> {
        self.ahead().check(&Order::trainee(*act))
    }

    /// The drill as orders will find it: with those obeyed that still wait for their tick. Only ever asked.
    pub fn ahead(&self) -> Cow<'_, Drill> {
        if self.drill.pending().is_empty() {
            return Cow::Borrowed(&self.drill);
        }
        let mut ahead = self.drill.clone();
        ahead.tick(&mut Log::new());
        Cow::Owned(ahead)
    }

    /// Gives an order, and says whether it can be obeyed. One that cannot is given all the same: what was tried belongs
    /// into the record, and is refused there.
    pub fn order(&mut self, act: Act) -> Result<Forecast, Refusal> {
        let answer = self.check(&act);
        let order = Order::trainee(act);
        self.drill.submit(order);
        match answer {
            Ok(_) => self.waiting.push(order),
            Err(_) => self.answered.push(act),
        }
        answer
    }

    /// Takes back the newest order not yet heard. What was refused already stays tried.
    pub fn undo(&mut self) -> Option<Order> {
        let wanted = self.waiting.pop()?;
        let mut refused = Vec::new();
        while let Some(order) = self.drill.undo() {
            if order == wanted {
                break;
            }
            refused.push(order);
        }
        refused.into_iter().rev().for_each(|order| self.drill.submit(order));
        Some(wanted)
    }

    /// Runs ticks; stops early on the tick of an alarm, of the end, and of anything notable if asked.
    pub fn pass(&mut self, ticks: u32, stop_at_notable: bool) -> Passed {
        let mut passed = Passed::default();
        while passed.ticks < ticks && !passed.ended {
            self.drill.tick(&mut self.log);
            self.waiting.clear();
            passed.ticks += 1;
            let moved = self.read_log(&mut passed);
            if moved || self.history.wants(self.drill.now()) {
                let console = self.drill.console(Viewpoint::Crew);
                self.history.keep(&console);
                if moved {
                    self.history.watch_doors(&console);
                }
            }
            passed.ended = self.drill.outcome().is_some();
            if stop_at_notable && !self.drill.exam() {
                passed.notable |= self.drill.hints().iter().any(|hint| !self.hints.contains(hint));
            }
            if passed.alarm.is_some() || (stop_at_notable && passed.notable) {
                break;
            }
        }
        self.refresh();
        passed
    }

    /// Looks at the console again.
    fn refresh(&mut self) {
        let console = self.drill.console(Viewpoint::Crew);
        self.before.follow(&self.console, &console);
        self.console = console;
        let up = self.drill.hints();
        self.hints.retain(|hint| up.contains(hint));
        let new: Vec<u16> = up.into_iter().filter(|hint| !self.hints.contains(hint)).collect();
        self.hints.extend(new);
        self.card = self.drill.card();
    }

    /// Tells the feed what the log holds anew; says whether a hatch came to a stop.
    fn read_log(&mut self, passed: &mut Passed) -> bool {
        let mut moved = false;
        let mission = self.drill.mission().clone();
        for (at, entry) in self.log.since(self.read) {
            let Entry::Event(event) = entry else { continue };
            // What was refused as it was given is no news.
            let told = |act: &Act| self.answered.contains(act);
            if event.is_truth() || matches!(event, Event::Refused { act, .. } if told(act)) {
                continue;
            }
            if let Event::Alarm { kind, .. } = event {
                passed.alarm = Some(passed.alarm.map_or(kind.class(), |worst| worst.min(kind.class())));
            }
            moved |= matches!(event, Event::HatchShut { .. } | Event::HatchOpened { .. });
            if let Some(mark) = Mark::of(event) {
                self.history.mark(*at, mark);
            }
            passed.task_ended |= matches!(event, Event::Finished { .. } | Event::Failed { .. });
            passed.notable |= notable(event);
            if let Some((voice, from, text)) = speech::event(&mission, event) {
                // That an order of one's own was obeyed at once is no news.
                passed.notable |= !matches!(event, Event::Acknowledged);
                self.feed.say(*at, voice, from, text);
            }
        }
        self.read = self.log.len();
        self.answered.clear();
        moved
    }
}

/// What "run to the next event" stops for beside all that is told in the journal: what somebody finished, and an alarm
/// that is over.
const fn notable(event: &Event) -> bool {
    matches!(event, Event::Finished { .. } | Event::AlarmCleared { .. } | Event::Refused { .. })
}
