//! A record being watched: the cabin at any of its moments, forward and back, with a timeline under it.
//!
//! What is shown comes from a [`source`]: the drill flown again from its orders, or, for rules that this program does
//! not play, what the record's own lines say. The screen is the live one, given a [`View`] of the console; the truth
//! stands in a panel of its own, and only once the drill is over. While a long record opens, what is flown already can
//! be watched. Start at [`Watch::open`], then [`hands`] for the keys.

pub mod hands;
pub mod source;

use super::feed::Feed;
use super::history::History;
use super::past::{self, Told};
use super::screen::cabin::Sheet;
use super::taught;
use super::tempo::SPEEDS;
use super::view::{Hand, Note, Rate, View};
use crate::drill::{Drill, Entry, Log};
use crate::replay::{Header, Record};
use crate::sim::console::Console;
use crate::units::Tick;
use crate::words::en::replay as say;
use source::{Source, Unveiled};
use std::sync::Arc;

/// Speeds of a replay, slowest first: those of a drill, and more for what took days.
pub const FAST: [u32; 3] = [7200, 21_600, 86_400];

/// Ticks flown ahead in one go while a record opens.
const AHEAD: u64 = 2000;

/// A record being watched.
#[derive(Debug)]
pub struct Watch {
    record: Arc<Record>,
    source: Source,
    /// What could be known at the moment shown.
    pub console: Console,
    history: History,
    feed: Feed,
    hints: Vec<u16>,
    card: Vec<bool>,
    /// Who and which place are looked at.
    pub hand: Hand,
    /// Speed and pause.
    pub rate: Rate,
    /// What lies over the lower part.
    pub sheet: Sheet,
    /// The truth is shown beside the console.
    pub truth: bool,
}

/// Why no drill can be flown from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTakeOver {
    /// It is over at this moment.
    Over,
    /// It was flown by other rules.
    OtherRules,
    /// An exam that is not over.
    Exam,
    /// What the record says does not follow from its orders.
    Differs,
}

impl Watch {
    /// A record at its first moment, standing still; [`Watch::prepare`] opens the rest.
    pub fn open(record: Arc<Record>) -> Self {
        let source = Source::of(&record);
        let console = source.console(&record);
        let hand = Hand::new(&console);
        let exam = record.header.exam;
        let rate = Rate { speed: 1, paused: true, rushing: false, exam, muted: true, replay: true };
        let mut watch = Self {
            record,
            source,
            console,
            history: History::default(),
            feed: Feed::default(),
            hints: Vec::new(),
            card: Vec::new(),
            hand,
            rate,
            sheet: Sheet::None,
            truth: false,
        };
        watch.look();
        watch.hand.note = watch.warning();
        watch
    }

    /// The record.
    pub fn record(&self) -> &Arc<Record> {
        &self.record
    }

    /// What the cabin screen is given.
    pub fn view(&self) -> View<'_> {
        View {
            mission: &self.record.mission,
            layout: &self.record.mission.layout,
            console: &self.console,
            history: &self.history,
            feed: &self.feed,
            hints: &self.hints,
            card: &self.card,
            pending: &[],
            hand: &self.hand,
            rate: self.rate,
            keys: taught::defaults(),
            motion: None,
        }
    }

    /// The moment shown.
    pub fn now(&self) -> Tick {
        self.source.now()
    }

    /// The last moment of the record.
    pub fn last(&self) -> Tick {
        self.record.last
    }

    /// Up to where it can be watched already; the rest opens meanwhile.
    pub fn ready(&self) -> Tick {
        self.source.ready(&self.record)
    }

    /// Whether some of it is still to be opened.
    pub fn opening(&self) -> bool {
        !self.source.prepared()
    }

    /// Opens some more of the record.
    pub fn prepare(&mut self) {
        let knew = self.source.differs();
        self.source.prepare(AHEAD);
        if knew.is_none() && self.source.differs().is_some() {
            self.hand.note = self.warning();
        }
    }

    /// What a watcher must know about the record before trusting it.
    fn warning(&self) -> Option<Note> {
        let text = if let Some(from) = self.source.differs() {
            say::differs(from)
        } else if !self.record.same_rules() {
            say::other_rules(self.record.header.sim)
        } else if !self.record.finished() {
            say::UNFINISHED.to_owned()
        } else {
            return None;
        };
        Some(Note { text, refused: true })
    }

    /// Whether what is shown proves nothing: other rules, or a record that says something else than its orders do.
    pub fn doubtful(&self) -> bool {
        self.source.differs().is_some() || !self.record.same_rules()
    }

    /// Ticks a second that are wanted now.
    pub fn ticks_per_second(&self) -> u32 {
        if self.rate.paused || self.now() >= self.last() { 0 } else { self.rate.speed }
    }

    /// Lets ticks pass.
    pub fn pass(&mut self, ticks: u32) {
        self.seek(self.now() + u64::from(ticks));
        self.rate.paused |= self.now() >= self.last();
    }

    /// Shows a moment, or the nearest that is opened already.
    pub fn seek(&mut self, tick: Tick) {
        self.source.seek(&self.record, tick);
        self.look();
    }

    /// Looks at the moment anew.
    fn look(&mut self) {
        let now = self.source.now();
        self.console = self.source.console(&self.record);
        (self.hints, self.card) = self.source.advice();
        let entries = self.seen();
        let points = self.source.points(entries);
        let (mut history, feed) = past::recall(&self.record.mission, entries, now, points, Told::Watched);
        history.keep(&self.console);
        (self.history, self.feed) = (history, feed);
    }

    /// What the record says up to the moment shown.
    fn seen(&self) -> &[(Tick, Entry)] {
        let now = self.source.now();
        let entries = self.record.log.entries();
        &entries[..entries.partition_point(|(tick, _)| *tick <= now)]
    }

    /// Whether the truth may be shown: once the drill is over, and not before.
    pub fn may_know(&self) -> bool {
        self.record.finished()
    }

    /// What was true at the moment shown, where it may be and is to be shown.
    pub fn unveiled(&self) -> Option<Unveiled> {
        (self.truth && self.may_know()).then(|| self.source.unveiled(&self.record))
    }

    /// Whether an entry is a moment that steps stop at: an order, or what the journal tells; what only the truth tells
    /// while that is shown.
    fn is_moment(&self, entry: &Entry) -> bool {
        match entry {
            Entry::Event(event) if event.is_truth() => self.truth && self.may_know(),
            entry => past::line(&self.record.mission, entry, Told::Watched).is_some(),
        }
    }

    /// The next moment at which something was ordered or happened.
    pub fn next_moment(&self) -> Option<Tick> {
        let entries = &self.record.log.entries()[self.seen().len()..];
        entries.iter().find(|(_, entry)| self.is_moment(entry)).map(|(tick, _)| *tick)
    }

    /// The last moment before this one at which something was ordered or happened.
    pub fn previous_moment(&self) -> Option<Tick> {
        let now = self.now();
        let before = self.seen().iter().rev().skip_while(|(tick, _)| *tick >= now);
        before.into_iter().find(|(_, entry)| self.is_moment(entry)).map(|(tick, _)| *tick)
    }

    /// One speed faster or slower.
    fn speed(&mut self, by: i32) {
        let all = || SPEEDS.into_iter().chain(FAST);
        let at = all().position(|s| s >= self.rate.speed).unwrap_or(0) as i32;
        let to = (at + by).clamp(0, all().count() as i32 - 1);
        self.rate.speed = all().nth(to as usize).unwrap_or(1);
        self.rate.paused = self.now() >= self.last();
    }

    /// Whether a drill can be flown from the moment shown.
    pub fn may_take_over(&self) -> Result<(), NoTakeOver> {
        let Source::Flown { player, .. } = &self.source else { return Err(NoTakeOver::OtherRules) };
        if self.record.header.exam && !self.record.finished() {
            return Err(NoTakeOver::Exam);
        }
        if player.differs().is_some_and(|from| from <= self.now()) {
            return Err(NoTakeOver::Differs);
        }
        if self.console.outcome.is_some() { Err(NoTakeOver::Over) } else { Ok(()) }
    }

    /// A new drill from the moment shown: the drill, its log, the head of its record.
    pub fn take_over(&self) -> Result<(Drill, Log, Header), NoTakeOver> {
        self.may_take_over()?;
        match &self.source {
            Source::Flown { player, .. } => Ok(player.take_over()),
            Source::Told { .. } => Err(NoTakeOver::OtherRules),
        }
    }
}
