//! Why it went so: what was true, what could be known, which acts cost most, and what would have served better.
//!
//! A [`Debrief`] is a value made from a finished record; from it come the terminal's text, one self-contained HTML page
//! that needs no network and no script, and JSON. Two of them side by side are a comparison. It may know everything
//! that a record, a score and the scripted crews can tell. It has no clock and no files, and it is no part of the score:
//! what our expert could have reached from some moment is worded as just that.
//!
//! A drill that is not over has no debrief: its truth stays untold. Start at [`Debrief::of`], then [`story`] (when
//! things were true, shown, done), [`branch`] (our expert from here), [`lessons`]; [`text`] and [`html`] show it.

pub mod branch;
pub mod certify;
mod choice;
pub mod compare;
pub mod finds;
mod fork;
pub mod html;
pub mod lessons;
pub mod model;
pub mod people;
pub mod story;
pub mod text;
pub mod trace;

pub use certify::{Certificate, certify};
pub use model::{Debrief, Unfinished};

use crate::replay::Record;
use crate::score;

impl Debrief {
    /// The debrief of a finished record.
    pub fn of(record: &Record) -> Result<Self, Unfinished> {
        if !record.finished() {
            return Err(Unfinished);
        }
        let card = score::mark(&record.mission, &record.log);
        let story = story::tell(record);
        let trace = trace::draw(record);
        let decisions = if record.same_rules() { branch::explore(record) } else { Vec::new() };
        let lessons = lessons::draw(record, &card, &story, &decisions);
        Ok(Self { about: model::About::of(record), card, story, trace, decisions, lessons })
    }
}
