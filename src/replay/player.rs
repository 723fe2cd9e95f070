//! A record played: any of its moments, forward and back, and a new drill from there.
//!
//! While a record opens, the drill is flown once and a snapshot kept every so often; seeking clones the snapshot before
//! the moment and flies on from it. With at most [`SNAPSHOTS`] of them an 18-day record is some 3,000 ticks from any of
//! its moments, a few milliseconds.

use super::header::{Header, Parent};
use super::record::Record;
use super::rerun::Rerun;
use crate::drill::Drill;
use crate::drill::log::{Entry, Log};
use crate::units::Tick;
use std::sync::Arc;

/// At most so many snapshots.
pub const SNAPSHOTS: u64 = 512;
/// Snapshots closer than this gain nothing that anybody could notice, ticks.
const LEAST_TICKS: u64 = 300;

/// Plays a record.
#[derive(Clone, Debug)]
pub struct Player {
    record: Arc<Record>,
    every: u64,
    snapshots: Vec<Rerun>,
    /// The drill at the end of what is prepared.
    front: Rerun,
    current: Rerun,
    /// Entries of the record that the flight ahead agreed with.
    agreed: usize,
    /// The first tick in which it did not.
    differs: Option<Tick>,
}

impl Player {
    /// Opens a record and prepares all of it.
    pub fn open(record: Arc<Record>) -> Self {
        let mut player = Self::new(record);
        player.prepare(u64::MAX);
        player
    }

    /// Opens a record at its first moment; the caller prepares the rest in pieces while it draws.
    pub fn new(record: Arc<Record>) -> Self {
        let start = Rerun::new(&record);
        let every = (record.last.0 / SNAPSHOTS).max(LEAST_TICKS);
        let snapshots = vec![start.clone()];
        Self { record, every, snapshots, front: start.clone(), current: start, agreed: 0, differs: None }
    }

    /// Flies at most so many more ticks ahead for snapshots; says whether all is prepared.
    pub fn prepare(&mut self, ticks: u64) -> bool {
        for _ in 0..ticks {
            if self.prepared() {
                return true;
            }
            // A fresh log each tick: it allocates nothing unless something happened.
            let mut log = Log::new();
            self.front.tick(&mut log);
            self.compare(&log);
            if self.front.drill.now().0.is_multiple_of(self.every) {
                self.snapshots.push(self.front.clone());
            }
        }
        self.prepared()
    }

    /// Holds a tick of the flight against the record.
    fn compare(&mut self, log: &Log) {
        if self.differs.is_some() || log.is_empty() {
            return;
        }
        let now = self.front.drill.now();
        let recorded = &self.record.log.entries()[self.agreed..];
        let same = log.entries().iter().zip(recorded).take_while(|(flown, said)| flown == said).count();
        self.agreed += same;
        // A crash may have cut the last tick short.
        let torn = self.record.end.is_none() && now == self.record.last && same == recorded.len();
        let more = recorded.get(same).is_some_and(|(tick, _)| *tick <= now);
        if (same < log.len() && !torn) || more {
            self.differs = Some(now);
        }
    }

    /// The first tick, as far as is prepared, in which the record says something else than follows from its orders.
    pub fn differs(&self) -> Option<Tick> {
        self.differs
    }

    /// The drill at the end of what is prepared, for a watcher that keeps what it shows.
    pub fn front(&self) -> &Drill {
        &self.front.drill
    }

    /// Whether every moment can be sought.
    pub fn prepared(&self) -> bool {
        self.front.drill.now() >= self.record.last || self.front.drill.outcome().is_some()
    }

    /// Up to where moments can be sought.
    pub fn ready_until(&self) -> Tick {
        self.front.drill.now()
    }

    /// The record.
    pub fn record(&self) -> &Arc<Record> {
        &self.record
    }

    /// The drill at the current moment: its console, its truth.
    pub fn drill(&self) -> &Drill {
        &self.current.drill
    }

    /// The current moment.
    pub fn now(&self) -> Tick {
        self.current.drill.now()
    }

    /// The last moment.
    pub fn last(&self) -> Tick {
        self.record.last
    }

    /// The record's log up to the current moment.
    pub fn seen(&self) -> &[(Tick, Entry)] {
        let now = self.now();
        let entries = self.record.log.entries();
        &entries[..entries.partition_point(|(tick, _)| *tick <= now)]
    }

    /// Goes to a moment, or as far as is prepared. Returns how many ticks had to be flown for it.
    pub fn seek(&mut self, tick: Tick) -> u64 {
        let target = tick.min(self.ready_until()).min(self.record.last);
        let nearest = (target.0 / self.every) as usize;
        let nearest = nearest.min(self.snapshots.len() - 1);
        let snapshot = self.snapshots[nearest].drill.now();
        if target < self.now() || snapshot > self.now() {
            self.current = self.snapshots[nearest].clone();
        }
        let from = self.now();
        self.current.run_to(target, &mut Log::new());
        self.now().since(from)
    }

    /// A new drill from the current moment, with the log so far, and a header that names this record as its parent.
    /// Recorded, it carries its parent's lines and verifies alone. It is practice, whatever its parent was: who has
    /// seen how it went sits no exam.
    pub fn take_over(&self) -> (Drill, Log, Header) {
        // What was written in the last ticks may be torn: it is flown again, from a snapshot before them.
        let before = (self.now().0.saturating_sub(1) / self.every) as usize;
        let mut rerun = self.snapshots[before.min(self.snapshots.len() - 1)].clone();
        let from = rerun.drill.now();
        let mut log = Log::new();
        for (tick, entry) in self.record.log.entries().iter().take_while(|(tick, _)| *tick <= from) {
            log.push(*tick, entry.clone());
        }
        rerun.run_to(self.now(), &mut log);
        let parent = Parent { record: self.record.id.clone(), at: self.now() };
        let header = Header {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            parent: Some(parent),
            attempt: 0,
            exam: false,
            ..self.record.header.clone()
        };
        (rerun.drill.with_exam(false), log, header)
    }
}
