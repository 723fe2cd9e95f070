//! Whether a record says what its orders do: the orders flown again, every entry held against the one that stands
//! there.
//!
//! What this proves: these events, samples and marks follow from this mission, this seed and these orders. What it
//! cannot prove: who gave the orders, or how often they were rehearsed.

use super::record::Record;
use super::rerun::Rerun;
use crate::drill::log::{Entry, Log};
use crate::sim::event::Outcome;
use crate::units::Tick;

/// What a verification found.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Everything follows from the orders.
    True {
        /// Marks that were compared.
        marks: usize,
        /// The drill broke off: it is true as far as it goes.
        interrupted: bool,
    },
    /// Something does not.
    Differs(Difference),
    /// Flown by other rules than this program plays: it can be watched and scored from its evidence, and cannot be
    /// certified here.
    OtherRules {
        /// The record's sim revision.
        record: u32,
        /// This program's.
        program: u32,
    },
}

/// The first thing that does not follow from the orders.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// An entry differs, is missing, or should not be there.
    Entry {
        /// When.
        tick: Tick,
        /// The line of the record, from 1; the last one read if the record says nothing here.
        line: u32,
        /// What the record says.
        recorded: Option<Entry>,
        /// What happens.
        happens: Option<Entry>,
    },
    /// The state differs, though nothing visible did: somewhere in this interval.
    Interval {
        /// The last mark that agreed.
        after: Tick,
        /// The first that did not.
        until: Tick,
        /// Its line.
        line: u32,
    },
    /// The last line claims another outcome.
    End {
        /// What it claims.
        claimed: Outcome,
        /// How the drill stands after the last order.
        happens: Outcome,
    },
}

/// Flies the record's orders again and compares.
pub fn verify(record: &Record) -> Verdict {
    if !record.same_rules() {
        return Verdict::OtherRules { record: record.header.sim, program: crate::sim::REVISION };
    }
    let mut check = Check { record, read: 0, marks: 0, agreed: Tick::ZERO };
    let mut rerun = Rerun::new(record);
    // One log for all ticks, emptied for each: 18 days need no second copy.
    let mut log = Log::new();
    while rerun.drill.now() < record.last && rerun.drill.outcome().is_none() {
        log.clear();
        rerun.tick(&mut log);
        for (tick, entry) in log.entries() {
            if let Some(difference) = check.compare(*tick, entry) {
                return Verdict::Differs(difference);
            }
        }
    }
    check.finish(rerun.drill.outcome().unwrap_or(Outcome::Unfinished))
}

struct Check<'a> {
    record: &'a Record,
    /// Entries of the record that agreed.
    read: usize,
    marks: usize,
    agreed: Tick,
}

impl Check<'_> {
    fn compare(&mut self, tick: Tick, happens: &Entry) -> Option<Difference> {
        let recorded = self.record.log.entries().get(self.read);
        if recorded.is_some_and(|(at, entry)| *at == tick && entry == happens) {
            if matches!(happens, Entry::Mark(_)) {
                self.marks += 1;
                self.agreed = tick;
            }
            self.read += 1;
            return None;
        }
        // A crash may have cut the last tick short.
        if recorded.is_none() && self.record.end.is_none() && tick == self.record.last {
            return None;
        }
        let line = self.line();
        let both_marks = matches!((recorded, happens), (Some((_, Entry::Mark(_))), Entry::Mark(_)));
        Some(if both_marks {
            Difference::Interval { after: self.agreed, until: tick, line }
        } else {
            let recorded = recorded.map(|(_, entry)| entry.clone());
            Difference::Entry { tick, line, recorded, happens: Some(happens.clone()) }
        })
    }

    fn line(&self) -> u32 {
        self.record.lines.get(self.read).or(self.record.lines.last()).copied().unwrap_or(1)
    }

    fn finish(self, outcome: Outcome) -> Verdict {
        if let Some((tick, entry)) = self.record.log.entries().get(self.read) {
            let (tick, recorded, line) = (*tick, Some(entry.clone()), self.line());
            return Verdict::Differs(Difference::Entry { tick, line, recorded, happens: None });
        }
        match self.record.end {
            Some(end) if end.outcome != outcome => {
                Verdict::Differs(Difference::End { claimed: end.outcome, happens: outcome })
            }
            end => Verdict::True { marks: self.marks, interrupted: end.is_none() },
        }
    }
}
