//! What the window asks of the machine around it: past drills, debriefs, the configuration written.
//!
//! The window never waits: it leaves a [`Wanted`], goes on drawing, and the answer comes back as a message like any
//! other. What takes longer than a frame is done on a thread of its own.

use super::app::Msg;
use super::going_on::Waiting;
use super::report::Report;
use crate::debrief::Debrief;
use crate::replay::limit::{RECORD_BYTES, read_up_to};
use crate::replay::{Record, record};
use crate::store::config::Value;
use crate::store::{self, Config, Home};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Something that the window would like to have.
#[derive(Debug)]
pub enum Wanted {
    /// The past drills.
    Past,
    /// The debrief of a drill that is over, under a number.
    Debrief(u64, Box<Record>),
    /// The report of a record, and its debrief under a number.
    Open(PathBuf, u64),
    /// A record, to be watched.
    Watch(PathBuf),
    /// A setting kept in config.toml.
    Keep(&'static str, Value),
}

/// Where it is done.
pub struct Desk {
    home: Option<Home>,
    send: Sender<Msg>,
    receive: Receiver<Msg>,
    busy: usize,
}

impl Desk {
    /// With the user's folders, or without any.
    pub fn new(home: Option<Home>) -> Self {
        let (send, receive) = channel();
        Self { home, send, receive, busy: 0 }
    }

    /// Whether an answer is still to come.
    pub fn busy(&self) -> bool {
        self.busy > 0
    }

    /// Begins what is wanted.
    pub fn begin(&mut self, wanted: Wanted) {
        let home = self.home.clone();
        let send = self.send.clone();
        let number =
            if let Wanted::Debrief(number, _) | Wanted::Open(_, number) = &wanted { Some(*number) } else { None };
        if matches!(wanted, Wanted::Keep(..)) {
            // Done at once: two of these on threads could overtake each other.
            answer(wanted, home).for_each(|msg| drop(send.send(msg)));
            return;
        }
        let work = move || {
            let last = LastWord { send, number };
            // The window may be gone before its answer; nobody minds.
            for msg in answer(wanted, home) {
                let _ = last.send.send(msg);
            }
        };
        if std::thread::Builder::new().name("desk".into()).spawn(work).is_ok() {
            self.busy += 1;
        }
    }

    /// Does some work of the edge's on a thread of its own.
    pub fn bring(&mut self, work: impl FnOnce() -> Msg + Send + 'static) {
        let send = self.send.clone();
        let work = move || {
            let last = LastWord { send, number: None };
            let _ = last.send.send(work());
        };
        if std::thread::Builder::new().name("missions".into()).spawn(work).is_ok() {
            self.busy += 1;
        }
    }

    /// An answer, if one has come.
    pub fn answer(&mut self) -> Option<Msg> {
        loop {
            match self.receive.try_recv() {
                Ok(Msg::Done) => self.busy = self.busy.saturating_sub(1),
                Ok(msg) => return Some(msg),
                Err(_) => return None,
            }
        }
    }
}

/// Says that nothing more comes, however the work ended: a mistake in it must not leave the window waiting for ever.
struct LastWord {
    send: Sender<Msg>,
    number: Option<u64>,
}

impl Drop for LastWord {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.send.send(Msg::Broke(self.number));
        }
        let _ = self.send.send(Msg::Done);
    }
}

/// Does it; answers come one after another, as soon as each is known.
pub fn answer(wanted: Wanted, home: Option<Home>) -> Box<dyn Iterator<Item = Msg>> {
    match wanted {
        Wanted::Past => {
            let past = home.as_ref().and_then(|home| store::past(home).ok()).unwrap_or_default();
            let waiting = home.map(|_| Msg::Waiting(Waiting::newest(&past)));
            Box::new(std::iter::once(Msg::Past(past)).chain(waiting))
        }
        Wanted::Debrief(number, record) => Box::new(debrief(number, &record).into_iter()),
        Wanted::Keep(name, value) => {
            let kept = home.map_or(Ok(()), |home| Config::change(&home.config(), name, &value));
            Box::new(kept.err().map(|error| Msg::Told(error.to_string())).into_iter())
        }
        Wanted::Watch(path) => {
            let found = read(&path).map_or_else(Msg::Told, |record| Msg::Watch(Arc::new(record)));
            Box::new(std::iter::once(found))
        }
        Wanted::Open(path, number) => match read(&path) {
            Ok(record) => {
                let report = Report { path: Some(path), ..Report::of_record(&record, number) };
                let report = Msg::Opened(Box::new(report));
                let later = std::iter::once_with(move || debrief(number, &record)).flatten();
                Box::new(std::iter::once(report).chain(later))
            }
            Err(why) => Box::new(std::iter::once(Msg::Told(why))),
        },
    }
}

/// A record, or why there is none.
fn read(path: &Path) -> Result<Record, String> {
    let told = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    let bytes = read_up_to(path, RECORD_BYTES).map_err(|error| told(&error))?;
    record::read(&bytes).map_err(|damage| told(&damage))
}

fn debrief(number: u64, record: &Record) -> Option<Msg> {
    Debrief::of(record).ok().map(|debrief| Msg::Debrief(number, Box::new(debrief)))
}
