//! Keeps the record of every drill that the window flies: follows the log, and closes it with the claimed score.

use super::app::{App, Stage};
use super::pace::Wall;
use super::play::Play;
use crate::drill::Drill;
use crate::replay::file::RecordFile;
use crate::replay::{End, Header, Note, Recorder};
use crate::score;
use crate::sim::event::Outcome;
use std::io;

/// Opens a record for a drill, with the head that a take-over carries; where it lies and what time it is are the edge's
/// to say.
pub type Opener = Box<dyn FnMut(&Drill, Option<&Header>) -> io::Result<Recorder<RecordFile>>>;

/// The record of the drill in the window.
#[derive(Default)]
pub struct Scribe {
    opener: Option<Opener>,
    open: Option<Open>,
}

/// A record that is being written.
struct Open {
    /// The number of the drill in this window.
    flight: u64,
    recorder: Recorder<RecordFile>,
    wall: Wall,
    /// The clock as the last note has it.
    rate: (bool, u32),
}

impl Scribe {
    /// One that writes where the opener says, or nothing without one.
    pub fn new(opener: Option<Opener>) -> Self {
        Self { opener, open: None }
    }

    /// Writes what is new in the window's drill.
    pub fn follow(&mut self, app: &App) -> io::Result<()> {
        match &app.stage {
            Stage::Cabin(play) => {
                self.open_for(app.flights, play)?;
                self.write(play)?;
                if app.quit { self.close(play) } else { Ok(()) }
            }
            Stage::Result(play) => {
                self.write(play)?;
                self.close(play)
            }
            _ => {
                self.open = None;
                Ok(())
            }
        }
    }

    /// Goes on in a record that the window's drill was begun in.
    pub fn go_on(&mut self, app: &App, recorder: Recorder<RecordFile>) {
        if let Stage::Cabin(_) = &app.stage {
            self.open = Some(Open { flight: app.flights, recorder, wall: Wall::default(), rate: UNSAID });
        }
    }

    fn open_for(&mut self, flight: u64, play: &Play) -> io::Result<()> {
        if self.open.as_ref().is_some_and(|open| open.flight == flight) {
            return Ok(());
        }
        let Some(opener) = &mut self.opener else { return Ok(()) };
        let recorder = opener(play.session.drill(), play.carried.as_deref())?;
        self.open = Some(Open { flight, recorder, wall: Wall::default(), rate: UNSAID });
        Ok(())
    }

    /// The log, and what was done to the clock: an exam counts its pauses, however often it is interrupted.
    fn write(&mut self, play: &Play) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        let now = play.session.drill().now();
        open.recorder.follow(play.session.log(), now, open.wall.ms())?;
        let (paused, speed) = rate(play);
        if paused != open.rate.0 {
            open.recorder.note(now, if paused { Note::Paused } else { Note::Resumed })?;
        }
        if speed != open.rate.1 {
            open.recorder.note(now, Note::Speed(speed))?;
        }
        open.rate = (paused, speed);
        Ok(())
    }

    /// The last line, with the score as this program claims it. A drill that was left gets none: it can be gone on
    /// with.
    fn close(&mut self, play: &Play) -> io::Result<()> {
        let Some(mut open) = self.open.take() else { return Ok(()) };
        let now = play.session.drill().now();
        match play.session.console.outcome {
            Some(outcome) => open.recorder.end(now, claim(play, outcome)),
            None => open.recorder.rest(now),
        }
    }
}

/// The clock of which no note was made: it runs, at its own pace.
const UNSAID: (bool, u32) = (false, 1);

const fn rate(play: &Play) -> (bool, u32) {
    (play.rate.paused, play.rate.speed)
}

fn claim(play: &Play, outcome: Outcome) -> End {
    let card = score::mark(play.session.mission(), play.session.log());
    End { outcome, points: card.points, max: card.max, passed: card.passed }
}
