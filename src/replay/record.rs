//! A record read: its header, the log, and what stood beside it.

use super::chain::START;
use super::damage::{Damage, Flaw};
use super::fits::fits;
use super::header::{End, Header, Note};
use super::limit::LINE_BYTES;
use super::line::{self, Body};
use crate::drill::log::{Entry, Log};
use crate::mission::Mission;
use crate::sim::event::Outcome;
use crate::sim::order::Order;
use crate::units::Tick;
use std::sync::Arc;

/// A record, whole or interrupted.
#[derive(Clone, Debug)]
pub struct Record {
    /// The hash of its first line: its name among records.
    pub id: String,
    /// What it says about itself.
    pub header: Header,
    /// The mission that it carries.
    pub mission: Arc<Mission>,
    /// Orders, events, samples and marks.
    pub log: Log,
    /// The line of each entry of the log, from 1.
    pub lines: Vec<u32>,
    /// Notes, with the tick at which they were made.
    pub notes: Vec<(Tick, Note)>,
    /// The last line, unless the drill was interrupted.
    pub end: Option<End>,
    /// The last tick that any line names.
    pub last: Tick,
    /// Seconds on the wall that the last heartbeat named.
    pub wall_s: u64,
    /// The last line was torn off in the middle, as a crash leaves it; it is left out.
    pub torn: bool,
    /// Bytes up to the end of the last whole line.
    pub whole_bytes: usize,
    /// The hash of the last whole line.
    pub hash: String,
}

/// Reads a record, strictly: the first line that is not as it was written is named. A torn last line is no damage.
pub fn read(bytes: &[u8]) -> Result<Record, Damage> {
    let text = whole_lines(bytes)?;
    let (header, _) = first(text)?;
    let mission = mission(&header)?;
    read_with(bytes, Arc::new(mission))
}

/// Reads the header alone, for lists of records.
pub fn read_header(bytes: &[u8]) -> Result<Header, Damage> {
    let end = bytes.iter().position(|b| *b == b'\n').map_or(0, |at| at + 1);
    first(std::str::from_utf8(&bytes[..end]).map_err(|_| Flaw::NotText.at(1))?).map(|(header, _)| header)
}

/// The mission that a header carries.
pub fn mission(header: &Header) -> Result<Mission, Damage> {
    Mission::from_texts(&header.mission, &header.text, header.station.as_deref(), header.level.as_deref()).map_err(
        |problems| {
            let first = problems.list().first().map_or_else(String::new, |problem| problem.message.clone());
            Flaw::Mission(first).at(1)
        },
    )
}

/// The text up to the last whole line.
fn whole_lines(bytes: &[u8]) -> Result<&str, Damage> {
    let end = bytes.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    std::str::from_utf8(&bytes[..end]).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count();
        Flaw::NotText.at(line)
    })
}

fn first(text: &str) -> Result<(Header, &str), Damage> {
    let line = text.lines().next().ok_or(Flaw::Empty.at(1))?;
    if line.len() > LINE_BYTES {
        return Err(Flaw::TooLong.at(1));
    }
    if !line.starts_with("{\"t\":0,\"header\":") {
        return Err(Flaw::NoHeader.at(1));
    }
    let parts = line::split(line, START).map_err(|flaw| flaw.at(1))?;
    Ok((line::header(parts.content).map_err(|flaw| flaw.at(1))?, parts.hash))
}

/// Reads a record whose mission is at hand.
pub fn read_with(bytes: &[u8], mission: Arc<Mission>) -> Result<Record, Damage> {
    let text = whole_lines(bytes)?;
    let (header, id) = first(text)?;
    let mut record = Record {
        id: id.to_owned(),
        header,
        mission,
        log: Log::new(),
        lines: Vec::new(),
        notes: Vec::new(),
        end: None,
        last: Tick::ZERO,
        wall_s: 0,
        torn: text.len() < bytes.len(),
        whole_bytes: text.len(),
        hash: String::new(),
    };
    let mut hash = id;
    // Split at the newline alone: `lines()` would also drop a carriage return that somebody put there.
    for (n, line) in text.split_terminator('\n').enumerate().skip(1) {
        let number = n + 1;
        if line.len() > LINE_BYTES {
            return Err(Flaw::TooLong.at(number));
        }
        let parts = line::split(line, hash).map_err(|flaw| flaw.at(number))?;
        hash = parts.hash;
        let body = line::parse(parts.kind, parts.content, &record.mission.layout).map_err(|flaw| flaw.at(number))?;
        record.take(parts.tick, body, number).map_err(|flaw| flaw.at(number))?;
    }
    record.hash = hash.to_owned();
    Ok(record)
}

impl Record {
    fn take(&mut self, tick: Tick, body: Body, line: usize) -> Result<(), Flaw> {
        if self.end.is_some() {
            return Err(Flaw::OutOfPlace);
        }
        if tick < self.last {
            return Err(Flaw::Backward);
        }
        if tick > self.mission.time_limit {
            return Err(Flaw::Late);
        }
        self.last = tick;
        let entry = match body {
            Body::Order(order) => Entry::Order(order),
            Body::Event(event) => Entry::Event(event),
            Body::Sample(sample) => Entry::Sample(sample),
            Body::Mark(digest) => Entry::Mark(digest),
            beside => return self.take_beside(tick, beside),
        };
        if !fits(&entry, &self.mission) {
            return Err(Flaw::Nowhere);
        }
        self.log.push(tick, entry);
        self.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
        Ok(())
    }

    /// Takes in what is no part of the log.
    fn take_beside(&mut self, tick: Tick, body: Body) -> Result<(), Flaw> {
        match body {
            Body::Note(Note::Hint(hint)) if usize::from(hint) >= self.mission.hints.len() => return Err(Flaw::Nowhere),
            Body::Note(note) => self.notes.push((tick, note)),
            Body::Beat(wall_s) => self.wall_s = wall_s,
            Body::End(end) => self.end = Some(end),
            _ => return Err(Flaw::OutOfPlace),
        }
        Ok(())
    }

    /// The orders in the ticks that obeyed them.
    pub fn orders(&self) -> impl Iterator<Item = (Tick, Order)> {
        self.log.orders().map(|(tick, order)| (tick, *order))
    }

    /// Whether the drill came to its end, so that its truth may be shown.
    pub fn finished(&self) -> bool {
        self.end.is_some_and(|end| end.outcome != Outcome::Unfinished)
            || self.log.events().any(|(_, event)| matches!(event, crate::sim::event::Event::Ended { .. }))
    }

    /// The seed, which makes the drill's luck: an exam's is not told before its end.
    pub fn told_seed(&self) -> Option<u64> {
        (self.finished() || !self.header.exam).then_some(self.header.seed)
    }

    /// How often the clock stood: pauses, and breaks after which the drill was gone on with.
    pub fn pauses(&self) -> u32 {
        let stood = self.notes.iter().filter(|(_, note)| matches!(note, Note::Paused | Note::Continued));
        u32::try_from(stood.count()).unwrap_or(u32::MAX)
    }

    /// Whether it broke off and can be gone on with: no last line, and rules that are still the same.
    pub fn interrupted(&self) -> bool {
        self.end.is_none() && self.same_rules()
    }

    /// Whether this program plays by the rules under which it was flown.
    pub fn same_rules(&self) -> bool {
        self.header.sim == crate::sim::REVISION
    }
}
