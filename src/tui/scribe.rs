//! Keeps the record of every drill that the window flies: follows the log, and closes it with the claimed score.

use super::app::{App, Stage};
use super::bug;
use super::pace::Wall;
use super::play::Play;
use crate::drill::Drill;
use crate::replay::file::RecordFile;
use crate::replay::{End, Header, Note, Recorder};
use crate::score;
use crate::sim::event::Outcome;
use std::io;
use std::path::{Path, PathBuf};

/// Opens a record for a drill, with the head that a take-over carries; where it lies and what time it is are the edge's
/// to say.
pub type Opener = Box<dyn FnMut(&Drill, Option<&Header>) -> io::Result<Recorder<RecordFile>>>;

/// The record of the drill in the window.
#[derive(Default)]
pub struct Scribe {
    opener: Option<Opener>,
    open: Option<Open>,
    kept: Option<PathBuf>,
    /// The record that was left with lines that could not be written, and why.
    lost: Option<(PathBuf, io::Error)>,
}

/// A record that is being written.
struct Open {
    /// The number of the drill in this window.
    flight: u64,
    recorder: Recorder<RecordFile>,
    wall: Wall,
    clock: Clock,
    /// Hints that the record was told of.
    hints: Vec<u16>,
    /// Stops of the program that it was told of.
    stops: u32,
}

impl Open {
    fn new(flight: u64, recorder: Recorder<RecordFile>) -> Self {
        bug::writes(Some(recorder.sink().path()));
        Self { flight, recorder, wall: Wall::default(), clock: Clock::default(), hints: Vec::new(), stops: 0 }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        bug::writes(None);
    }
}

/// The clock as the record last told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Clock {
    held: bool,
    speed: u32,
}

impl Default for Clock {
    /// Until a note says otherwise, a record runs at 1.
    fn default() -> Self {
        Self { held: false, speed: 1 }
    }
}

impl Clock {
    /// What has to be told of the change to another.
    fn notes(self, new: Self) -> impl Iterator<Item = Note> {
        let speed = (new.speed != self.speed).then_some(Note::Speed(new.speed));
        let held = (new.held != self.held).then_some(if new.held { Note::Paused } else { Note::Resumed });
        speed.into_iter().chain(held)
    }
}

impl Scribe {
    /// One that writes where the opener says, or nothing without one.
    pub fn new(opener: Option<Opener>) -> Self {
        Self { opener, ..Self::default() }
    }

    /// Writes what is new in the window's drill.
    pub fn follow(&mut self, app: &App) -> io::Result<()> {
        match &app.stage {
            Stage::Cabin(play) => {
                self.open_for(app.flights, play)?;
                self.write(play)?;
                self.note(
                    Clock { held: app.ticks_per_second() == 0 && !play.over(), speed: play.chosen_speed() },
                    play,
                )?;
                if app.quit { self.close(play) } else { Ok(()) }
            }
            Stage::Result(play, _) => {
                let written = self.write(play);
                let closed = self.close(play);
                written.and(closed)
            }
            _ => {
                self.put_down();
                Ok(())
            }
        }
    }

    /// Goes on in a record that the window's drill was begun in, and which told of these hints.
    pub fn go_on(&mut self, app: &App, recorder: Recorder<RecordFile>, hints: Vec<u16>) {
        if let Stage::Cabin(_) = &app.stage {
            self.put_down();
            let mut open = Open::new(app.flights, recorder);
            open.hints = hints;
            self.open = Some(open);
        }
    }

    /// Closes a record whose drill has left the window. What waited for room on the disk gets its last chance.
    fn put_down(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        if let Err(error) = open.recorder.settle() {
            self.lost = Some((open.recorder.sink().path().to_owned(), error));
        }
    }

    /// The record that was left with lines that could not be written, since this was last asked.
    pub fn lost(&mut self) -> Option<(PathBuf, io::Error)> {
        self.lost.take()
    }

    /// The record that was closed since this was last asked.
    pub fn kept(&mut self) -> Option<PathBuf> {
        self.kept.take()
    }

    fn open_for(&mut self, flight: u64, play: &Play) -> io::Result<()> {
        if self.open.as_ref().is_some_and(|open| open.flight == flight) {
            return Ok(());
        }
        self.put_down();
        let Some(opener) = &mut self.opener else { return Ok(()) };
        let recorder = opener(play.session.drill(), play.carried.as_deref())?;
        self.open = Some(Open::new(flight, recorder));
        Ok(())
    }

    fn write(&mut self, play: &Play) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        open.recorder.follow(play.session.log(), play.session.drill().now(), open.wall.ms())
    }

    /// Pauses, speeds and hints, for whoever watches the record or judges an exam, however often that is interrupted.
    fn note(&mut self, new: Clock, play: &Play) -> io::Result<()> {
        let now = play.session.drill().now();
        let Some(open) = &mut self.open else { return Ok(()) };
        for _ in std::mem::replace(&mut open.stops, play.stops)..play.stops {
            open.recorder.note(now, Note::Paused)?;
            open.recorder.note(now, Note::Resumed)?;
        }
        // What cannot be written just now waits in the recorder; it is told once.
        let mut result = Ok(());
        for note in open.clock.notes(new) {
            result = result.and(open.recorder.note(now, note));
        }
        open.clock = new;
        // An exam shows none.
        let shown = play.session.hints.iter().filter(|_| !play.rate.exam);
        for hint in shown {
            if !open.hints.contains(hint) {
                result = result.and(open.recorder.note(now, Note::Hint(*hint)));
                open.hints.push(*hint);
            }
        }
        result
    }

    /// The last line, with the score as this program claims it. A drill that was left gets none: it can be gone on
    /// with.
    fn close(&mut self, play: &Play) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        let now = play.session.drill().now();
        match play.session.console.outcome {
            // The last line comes after all others, though some of them wait for room.
            Some(_) if open.recorder.lags(play.session.log()) => return Ok(()),
            Some(outcome) => open.recorder.end(now, claim(play, outcome))?,
            None => open.recorder.rest(now)?,
        }
        self.kept = self.open.take().map(|open| open.recorder.sink().path().to_owned());
        Ok(())
    }

    /// The record that is being written, if one could be opened.
    pub fn writes(&self) -> Option<&Path> {
        self.open.as_ref().map(|open| open.recorder.sink().path())
    }
}

fn claim(play: &Play, outcome: Outcome) -> End {
    let card = score::mark(play.session.mission(), play.session.log());
    End { outcome, points: card.points, max: card.max, passed: card.passed }
}
