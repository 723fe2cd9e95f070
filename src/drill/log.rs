//! What a drill leaves behind: orders, events, samples and marks, in the order in which they came.

use crate::sim::digest::Digest;
use crate::sim::event::Event;
use crate::sim::order::Order;
use crate::sim::sample::Sample;
use crate::units::Tick;

/// One line of a log.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// An order, obeyed (or refused) at the start of this tick.
    Order(Order),
    /// Something happened.
    Event(Event),
    /// Evidence, once a minute.
    Sample(Box<Sample>),
    /// The digest of the state at the end of this tick.
    Mark(Digest),
}

/// Everything that happened, tick by tick. It stands outside the drill, so that a drill is cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    entries: Vec<(Tick, Entry)>,
}

impl Log {
    /// An empty log.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a line; ticks never go back.
    pub fn push(&mut self, tick: Tick, entry: Entry) {
        debug_assert!(self.entries.last().is_none_or(|(last, _)| *last <= tick), "a log does not go back in time");
        self.entries.push((tick, entry));
    }

    /// Takes all lines out, for whoever reads tick by tick.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// All lines.
    pub fn entries(&self) -> &[(Tick, Entry)] {
        &self.entries
    }

    /// Lines from number `from` on, for a follower that remembers how far it has read.
    pub fn since(&self, from: usize) -> &[(Tick, Entry)] {
        &self.entries[from.min(self.entries.len())..]
    }

    /// How many lines.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing happened yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The events alone.
    pub fn events(&self) -> impl Iterator<Item = (Tick, &Event)> {
        self.entries.iter().filter_map(|(tick, entry)| match entry {
            Entry::Event(event) => Some((*tick, event)),
            _ => None,
        })
    }

    /// The orders alone.
    pub fn orders(&self) -> impl Iterator<Item = (Tick, &Order)> {
        self.entries.iter().filter_map(|(tick, entry)| match entry {
            Entry::Order(order) => Some((*tick, order)),
            _ => None,
        })
    }

    /// The samples alone.
    pub fn samples(&self) -> impl Iterator<Item = (Tick, &Sample)> {
        self.entries.iter().filter_map(|(tick, entry)| match entry {
            Entry::Sample(sample) => Some((*tick, sample.as_ref())),
            _ => None,
        })
    }

    /// The marks alone.
    pub fn marks(&self) -> impl Iterator<Item = (Tick, Digest)> {
        self.entries.iter().filter_map(|(tick, entry)| match entry {
            Entry::Mark(digest) => Some((*tick, *digest)),
            _ => None,
        })
    }
}
