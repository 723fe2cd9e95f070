//! Writing a record while the drill goes.
//!
//! Whoever owns the clock calls [`Recorder::follow`] after each batch of ticks, however many those are. What is new in
//! the log is appended at once; it is synced to the disk at every order and at every heartbeat, one each second on the
//! wall. Hence a kill or a power cut loses at most the last second, and never an order that was obeyed before it.

use super::chain::START;
use super::header::{End, Header, Note};
use super::line::Body;
use crate::drill::log::{Entry, Log};
use crate::sim::layout::Layout;
use crate::units::Tick;
use std::io::{self, Write};
use std::sync::Arc;

/// Where lines go: written, and now and then made safe.
pub trait Sink: Write {
    /// Returns once everything written will survive a power cut.
    fn sync(&mut self) -> io::Result<()>;
}

impl Sink for Vec<u8> {
    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for std::fs::File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
}

impl<S: Sink + ?Sized> Sink for Box<S> {
    fn sync(&mut self) -> io::Result<()> {
        (**self).sync()
    }
}

/// Appends a drill to a sink.
#[derive(Debug)]
pub struct Recorder<S> {
    sink: S,
    layout: Arc<Layout>,
    hash: String,
    id: String,
    /// Entries of the log that are written.
    written: usize,
    /// Seconds on the wall that the record had before this sitting.
    before_s: u64,
    /// The last second on the wall that a heartbeat named.
    wall_s: u64,
    ended: bool,
    /// Whole lines, less what the sink took of the first, that are still to be written.
    buffer: Vec<u8>,
}

impl<S: Sink> Recorder<S> {
    /// Begins a record with its header.
    pub fn begin(sink: S, header: &Header, layout: &Arc<Layout>) -> io::Result<Self> {
        let mut recorder = Self {
            sink,
            layout: layout.clone(),
            hash: START.to_owned(),
            id: String::new(),
            written: 0,
            before_s: 0,
            wall_s: 0,
            ended: false,
            buffer: Vec::new(),
        };
        recorder.line(Tick::ZERO, &Body::Header(Box::new(header.clone())))?;
        recorder.id.clone_from(&recorder.hash);
        recorder.safe()?;
        Ok(recorder)
    }

    /// Goes on with a record of which so many entries are written.
    pub(super) fn go_on(sink: S, record: &super::Record) -> Self {
        Self {
            sink,
            layout: record.mission.layout.clone(),
            hash: record.hash.clone(),
            id: record.id.clone(),
            written: record.log.len(),
            before_s: record.wall_s,
            wall_s: record.wall_s,
            ended: record.end.is_some(),
            buffer: Vec::new(),
        }
    }

    /// The record's id: the hash of its first line.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where its lines go.
    pub fn sink(&self) -> &S {
        &self.sink
    }

    /// Appends what is new in the log. Where the sink takes no more (a full disk), what it did not take is kept, and
    /// the next call goes on at the very byte: a record has no gap, and nothing twice. `wall_ms` is the time on the wall since this recorder was made, as the
    /// caller's clock has it; each new second brings a heartbeat with `now`.
    pub fn follow(&mut self, log: &Log, now: Tick, wall_ms: u64) -> io::Result<()> {
        if self.ended {
            return Ok(());
        }
        let mut ordered = false;
        for (tick, entry) in log.since(self.written) {
            ordered |= matches!(entry, Entry::Order(_));
            let body = match entry {
                Entry::Order(order) => Body::Order(*order),
                Entry::Event(event) => Body::Event(*event),
                Entry::Sample(sample) => Body::Sample(sample.clone()),
                Entry::Mark(digest) => Body::Mark(*digest),
            };
            self.written += 1;
            self.line(*tick, &body)?;
        }
        let wall_s = self.before_s.saturating_add(wall_ms / 1000);
        let beat = wall_s > self.wall_s;
        if beat {
            self.wall_s = wall_s;
            self.line(now, &Body::Beat(self.wall_s))?;
        }
        if ordered || beat { self.safe() } else { self.flush() }
    }

    /// Appends a note.
    pub fn note(&mut self, now: Tick, note: Note) -> io::Result<()> {
        if self.ended {
            return Ok(());
        }
        self.line(now, &Body::Note(note))?;
        self.flush()
    }

    /// Names where the drill stands, so that it goes on exactly there: it is put down for now.
    pub fn rest(&mut self, now: Tick) -> io::Result<()> {
        if !self.ended {
            self.line(now, &Body::Beat(self.wall_s))?;
        }
        self.safe()
    }

    /// Appends the last line, with the score as it is claimed. A drill that is put away unfinished gets none: it can
    /// be gone on with.
    pub fn end(&mut self, now: Tick, end: End) -> io::Result<()> {
        if !self.ended {
            self.line(now, &Body::End(end))?;
            self.ended = true;
        }
        self.safe()
    }

    /// Whether something of a log has not been taken in yet.
    pub fn lags(&self, log: &Log) -> bool {
        !self.ended && self.written < log.len()
    }

    /// Writes what waits, and makes it safe.
    pub fn settle(&mut self) -> io::Result<()> {
        self.safe()
    }

    /// The sink, with everything written.
    pub fn into_sink(mut self) -> io::Result<S> {
        self.safe()?;
        Ok(self.sink)
    }

    fn line(&mut self, tick: Tick, body: &Body) -> io::Result<()> {
        let (line, hash) = body.write(tick, &self.layout, &self.hash)?;
        self.hash = hash;
        self.buffer.extend_from_slice(line.as_bytes());
        // A long batch at high speed is handed over in pieces, whole lines at a time.
        if self.buffer.len() > 1 << 16 { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        while !self.buffer.is_empty() {
            match self.sink.write(&self.buffer) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(taken) => drop(self.buffer.drain(..taken)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.sink.flush()
    }

    fn safe(&mut self) -> io::Result<()> {
        self.flush()?;
        self.sink.sync()
    }
}

/// A whole record of a log, for headless runs and tests: written at once.
pub fn write(header: &Header, layout: &Arc<Layout>, log: &Log, now: Tick, end: Option<End>) -> io::Result<Vec<u8>> {
    let mut recorder = Recorder::begin(Vec::new(), header, layout)?;
    recorder.follow(log, now, 0)?;
    if let Some(end) = end {
        recorder.end(now, end)?;
    }
    recorder.into_sink()
}
