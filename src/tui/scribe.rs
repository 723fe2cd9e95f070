//! Keeps the record of every drill that the window flies: follows the log, and closes it with the claimed score.

use super::app::{App, Stage};
use super::pace::Wall;
use super::play::Play;
use crate::drill::Drill;
use crate::replay::file::RecordFile;
use crate::replay::{End, Note, Recorder};
use crate::score;
use crate::sim::event::Outcome;
use std::io;

/// Opens a record for a drill; where it lies and what time it is are the edge's to say.
pub type Opener = Box<dyn FnMut(&Drill) -> io::Result<Recorder<RecordFile>>>;

/// The record of the drill in the window.
#[derive(Default)]
pub struct Scribe {
    opener: Option<Opener>,
    open: Option<(u64, Recorder<RecordFile>, Wall)>,
    clock: Clock,
    /// Hints that the record was told of.
    hints: Vec<u16>,
}

/// The clock as the record last told it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Clock {
    held: bool,
    speed: u32,
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
                self.note(Clock { held: app.ticks_per_second() == 0 && !play.over(), speed: play.chosen_speed() }, play)
            }
            Stage::Result(play, _) => {
                self.write(play)?;
                self.close(play)
            }
            _ => {
                self.open = None;
                Ok(())
            }
        }
    }

    fn open_for(&mut self, flight: u64, play: &Play) -> io::Result<()> {
        if self.open.as_ref().is_some_and(|(open, ..)| *open == flight) {
            return Ok(());
        }
        let Some(opener) = &mut self.opener else { return Ok(()) };
        let recorder = opener(play.session.drill())?;
        self.open = Some((flight, recorder, Wall::default()));
        // Until a note says otherwise, a record runs at 1.
        self.clock = Clock { held: false, speed: 1 };
        self.hints.clear();
        Ok(())
    }

    /// Pauses, speeds and hints, for whoever watches the record or judges an exam.
    fn note(&mut self, new: Clock, play: &Play) -> io::Result<()> {
        let now = play.session.drill().now();
        let Some((_, recorder, _)) = &mut self.open else { return Ok(()) };
        for note in self.clock.notes(new) {
            recorder.note(now, note)?;
        }
        self.clock = new;
        // An exam shows none.
        let shown = play.session.hints.iter().filter(|_| !play.rate.exam);
        for hint in shown {
            if !self.hints.contains(hint) {
                recorder.note(now, Note::Hint(*hint))?;
                self.hints.push(*hint);
            }
        }
        Ok(())
    }

    fn write(&mut self, play: &Play) -> io::Result<()> {
        match &mut self.open {
            Some((_, recorder, wall)) => recorder.follow(play.session.log(), play.session.drill().now(), wall.ms()),
            None => Ok(()),
        }
    }

    /// The last line, with the score as this program claims it. A drill that was left gets none: it can be gone on
    /// with.
    fn close(&mut self, play: &Play) -> io::Result<()> {
        let (Some((_, mut recorder, _)), Some(outcome)) = (self.open.take(), play.session.console.outcome) else {
            return Ok(());
        };
        recorder.end(play.session.drill().now(), claim(play, outcome))
    }
}

fn claim(play: &Play, outcome: Outcome) -> End {
    let card = score::mark(play.session.mission(), play.session.log());
    End { outcome, points: card.points, max: card.max, passed: card.passed }
}
