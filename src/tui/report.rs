//! How a drill ended: its outcome and card at once, its debrief when that has been worked out.
//!
//! A report is made from the drill that was just flown or from a record of one. A drill that is not over gets neither
//! card nor debrief: what they would tell is the truth.

use super::going_on::Waiting;
use super::session::Session;
use crate::debrief::Debrief;
use crate::mission::Mission;
use crate::replay::{End, Header, Record};
use crate::score::{self, Scorecard};
use crate::sim::event::Outcome;
use crate::units::Tick;
use std::path::PathBuf;
use std::sync::Arc;

/// What the result screen shows.
#[derive(Clone, Debug)]
pub struct Report {
    /// The mission.
    pub mission: Arc<Mission>,
    /// Who flew; may be empty.
    pub trainee: String,
    /// The seed; withheld while an exam is not over.
    pub seed: Option<u64>,
    /// Under exam rules.
    pub exam: bool,
    /// How far it went.
    pub last: Tick,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether a declaration was true.
    pub sound: bool,
    /// The card of a drill that is over.
    pub card: Option<Scorecard>,
    /// Why it went so.
    pub why: Why,
    /// Rows scrolled.
    pub scroll: usize,
    /// Its record, if there is one.
    pub path: Option<PathBuf>,
    /// It can be gone on with.
    pub waits: bool,
    /// Pauses that an exam took, and how many it allows.
    pub pauses: Option<(u32, u32)>,
    /// The mission as its file was edited since, to fly again.
    pub newer: Option<Arc<Mission>>,
}

/// How far the debrief is.
#[derive(Clone, Debug)]
pub enum Why {
    /// It is being worked out, under this number.
    Working(u64),
    /// Here it is.
    Told(Box<Debrief>),
    /// There is none: the drill is not over, or it failed.
    Untold,
}

impl Report {
    /// Of the drill in the window, whose debrief will come under this number.
    pub fn of_session(session: &Session, number: u64) -> Self {
        let drill = session.drill();
        let over = session.console.outcome.is_some();
        Self {
            mission: session.mission().clone(),
            trainee: String::new(),
            seed: (over || !drill.exam()).then(|| drill.seed()),
            exam: drill.exam(),
            last: drill.now(),
            outcome: session.console.outcome.unwrap_or(Outcome::Unfinished),
            sound: drill.sound(),
            card: over.then(|| score::mark(session.mission(), session.log())),
            why: if over { Why::Working(number) } else { Why::Untold },
            scroll: 0,
            path: None,
            waits: !over,
            pauses: None,
            newer: None,
        }
    }

    /// Of a record, whose debrief will come under this number.
    pub fn of_record(record: &Record, number: u64) -> Self {
        let over = record.finished();
        let card = over.then(|| score::mark(&record.mission, &record.log));
        Self {
            mission: record.mission.clone(),
            trainee: record.header.trainee.clone(),
            seed: record.told_seed(),
            exam: record.header.exam,
            last: record.last,
            outcome: card.as_ref().map_or(Outcome::Unfinished, |card| card.outcome),
            sound: card.as_ref().is_none_or(|card| card.sound),
            card,
            why: if over { Why::Working(number) } else { Why::Untold },
            scroll: 0,
            path: None,
            waits: record.interrupted(),
            pauses: record.header.exam.then(|| (record.pauses(), record.mission.exam.pauses)),
            newer: None,
        }
    }

    /// The drill, to be gone on with, if it can be.
    pub fn waiting(&self) -> Option<Waiting> {
        let path = self.path.clone().filter(|_| self.waits)?;
        Some(Waiting { path, title: self.mission.title.clone(), at: self.last, exam: self.exam })
    }

    /// Takes a debrief in, if it is the one that is waited for.
    pub fn take(&mut self, number: u64, debrief: Box<Debrief>) {
        if matches!(self.why, Why::Working(waited) if waited == number) {
            self.why = Why::Told(debrief);
        }
    }

    /// There will be no debrief, if it is the one that is waited for.
    pub fn give_up(&mut self, number: u64) {
        if matches!(self.why, Why::Working(waited) if waited == number) {
            self.why = Why::Untold;
        }
    }

    /// The pauses that an exam took, and how many it allows, where they are too many.
    pub fn too_many_pauses(&self) -> Option<(u32, u32)> {
        self.pauses.filter(|(taken, allowed)| taken > allowed)
    }

    /// Whether it ended as a crew would wish.
    pub fn good(&self) -> bool {
        matches!(self.outcome, Outcome::Held | Outcome::Isolated) && self.sound
    }
}

/// The drill in the window as a record, for its debrief.
pub fn record(session: &Session) -> Record {
    let drill = session.drill();
    let mission = session.mission();
    let card = score::mark(mission, session.log());
    let end = End { outcome: card.outcome, points: card.points, max: card.max, passed: card.passed };
    Record {
        id: String::new(),
        header: Header { exam: drill.exam(), ..Header::new(mission, drill.seed()) },
        mission: mission.clone(),
        log: session.log().clone(),
        lines: Vec::new(),
        notes: Vec::new(),
        end: session.console.outcome.map(|_| end),
        last: drill.now(),
        wall_s: 0,
        torn: false,
        whole_bytes: 0,
        hash: String::new(),
    }
}
