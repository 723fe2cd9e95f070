//! What was said and what came to pass, newest last: the lines under the crew table.

use crate::units::Tick;

/// Lines kept.
const KEPT: usize = 500;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The ground, or anybody of the mission, by name.
    Ground,
    /// Something happened on board.
    Crew,
    /// An alarm.
    Alarm,
    /// Why something was not done.
    Refusal,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// When.
    pub at: Tick,
    /// Who.
    pub voice: Voice,
    /// Their name, if it is not plain.
    pub from: String,
    /// The words.
    pub text: String,
}

/// The lines.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    lines: Vec<Line>,
}

impl Feed {
    /// Adds a line.
    pub fn say(&mut self, at: Tick, voice: Voice, from: impl Into<String>, text: impl Into<String>) {
        if self.lines.len() >= KEPT {
            self.lines.drain(..KEPT / 5);
        }
        self.lines.push(Line { at, voice, from: from.into(), text: text.into() });
    }

    /// All, oldest first.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}
