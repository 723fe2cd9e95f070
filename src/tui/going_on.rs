//! A drill that broke off, and going on with it exactly where it was.

use super::app::{App, Stage, is};
use super::desk::Wanted;
use super::keys::typed;
use super::labels;
use super::over::Over;
use super::pen::Pen;
use super::play::Play;
use super::screen::over::sheet;
use super::scribe::Scribe;
use super::session::Session;
use super::settings::Settings;
use super::theme::Role;
use super::view::Note;
use crate::replay::file::{self, ResumeError, Resumed};
use crate::replay::{End, Note as Noted, RecordFile, Recorder};
use crate::score;
use crate::sim::event::Outcome;
use crate::store::Summary;
use crate::units::Tick;
use crate::words::en::{replay as say, window};
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;
use std::path::PathBuf;

/// A drill that broke off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its record.
    pub path: PathBuf,
    /// The mission's title.
    pub title: String,
    /// Where it broke off.
    pub at: Tick,
    /// Under exam rules.
    pub exam: bool,
}

impl Waiting {
    /// The newest of these drills that broke off, and which nobody flies just now.
    pub fn newest(drills: &[Summary]) -> Option<Self> {
        drills.iter().find(|drill| drill.can_go_on && file::is_free(&drill.path)).map(Self::from)
    }
}

impl From<&Summary> for Waiting {
    fn from(drill: &Summary) -> Self {
        Self { path: drill.path.clone(), title: drill.title.clone(), at: Tick(drill.ticks), exam: drill.exam }
    }
}

/// What is to be done with a record that waits: more than a key may take, so the loop does it once the screen says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// The drill goes on.
    GoOn(PathBuf),
    /// It is ended as it is, and not offered again.
    PutAway(PathBuf),
}

/// Does an errand, and shows what came of it.
pub fn run(errand: &Errand, app: &mut App, scribe: &mut Scribe) {
    let done = match errand {
        Errand::GoOn(path) => file::resume(path).map(|resumed| {
            let goes_on = stage(resumed, &app.settings);
            app.over = Over::None;
            app.flights += 1;
            app.go(goes_on.stage);
            scribe.go_on(app, goes_on.recorder, goes_on.hints);
        }),
        Errand::PutAway(path) => put_away(path).map(|()| {
            app.over = Over::None;
            app.wants.push(Wanted::Past);
        }),
    };
    if let Err(error) = done {
        app.over = Over::Notice { title: labels::CANNOT_GO_ON, lines: vec![error.to_string()] };
    }
    app.forget_waiting();
    app.stale = true;
}

/// A drill that goes on: its cabin, and for whoever keeps its record the recorder, and the hints told of already.
pub struct GoesOn {
    /// The cabin.
    pub stage: Stage,
    /// In the same record.
    pub recorder: Recorder<RecordFile>,
    /// By their numbers.
    pub hints: Vec<u16>,
}

/// The cabin of a drill that goes on, and its recorder.
pub fn stage(resumed: Resumed, settings: &Settings) -> GoesOn {
    let Resumed { drill, log, recorder, record } = resumed;
    let mut play = Play::new(Session::go_on(drill, log), settings);
    // To break off is to pause: an exam counts it.
    play.went_on(record.pauses().saturating_add(1));
    play.trainee = Some(record.header.trainee.clone());
    let over = play.exam_pauses().is_some_and(|(taken, allowed)| taken > allowed);
    let text = if over { window::GONE_ON_OVER } else { say::GONE_ON };
    play.hand.note = Some(Note { text: text.to_owned(), refused: over });
    let hints =
        record.notes.iter().filter_map(|(_, note)| if let Noted::Hint(hint) = note { Some(*hint) } else { None });
    GoesOn { stage: Stage::Cabin(Box::new(play)), recorder, hints: hints.collect() }
}

/// Ends a record as unfinished.
fn put_away(path: &std::path::Path) -> Result<(), ResumeError> {
    let Resumed { drill, log, mut recorder, .. } = file::resume(path)?;
    let card = score::mark(drill.mission(), &log);
    let end = End { outcome: Outcome::Unfinished, points: card.points, max: card.max, passed: card.passed };
    Ok(recorder.end(drill.now(), end)?)
}

impl App {
    /// A key while a drill that broke off is offered.
    pub(super) fn key_waiting(&mut self, key: KeyCombination, waiting: Waiting) {
        let errand = if is(key, KeyCode::Enter) || typed(key) == Some('c') {
            Errand::GoOn(waiting.path)
        } else if typed(key) == Some('d') {
            Errand::PutAway(waiting.path)
        } else {
            self.over = Over::Waiting(waiting);
            return;
        };
        self.over = Over::Notice { title: labels::BROKEN_OFF, lines: vec![say::FLYING_AGAIN.to_owned()] };
        self.errand = Some(errand);
    }
}

/// The offer.
pub fn draw(pen: &mut Pen<'_>, waiting: &Waiting) {
    let mut inside = sheet(pen, 5, labels::BROKEN_OFF);
    let width = inside.width();
    inside.fit(
        1,
        0,
        &labels::broke_off_at(&waiting.title, waiting.exam, &waiting.at.to_string()),
        width - 2,
        Role::Text,
    );
    inside.run(
        1,
        2,
        &[
            ("Enter", Role::Key),
            (&format!(" {}  ", labels::GO_ON_THERE), Role::Dim),
            ("d", Role::Key),
            (&format!(" {}  ", labels::PUT_AWAY), Role::Dim),
            ("Esc", Role::Key),
            (&format!(" {}", labels::NOT_NOW), Role::Dim),
        ],
    );
}
