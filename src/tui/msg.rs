//! What comes in: keys, the clock, the machine's answers.

use super::going_on::Waiting;
use super::report::Report;
use crate::debrief::Debrief;
use crate::mission::Mission;
use crate::replay::Record;
use crate::store::Summary;
use crokey::KeyCombination;
use std::path::PathBuf;
use std::sync::Arc;

/// Something that came in.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key.
    Key(KeyCombination),
    /// A click.
    Click(u16, u16),
    /// The wheel, lines up.
    Wheel(i32),
    /// The window has this size.
    Size(u16, u16),
    /// The program was stopped and goes on, in a window of this size.
    Continued(u16, u16),
    /// So many ticks are due.
    Pass(u32),
    /// Some more of a long record can be opened.
    Open,
    /// The program is told to end.
    End,
    /// The past drills, newest first.
    Past(Vec<Summary>),
    /// A drill that broke off and can be gone on with.
    Waiting(Option<Waiting>),
    /// Every mission that can be flown.
    Missions(Vec<Arc<Mission>>),
    /// The record of the drill that was just flown lies here.
    Kept(PathBuf),
    /// A record to be watched.
    Watch(Arc<Record>),
    /// A record was opened.
    Opened(Box<Report>),
    /// A debrief was worked out, under the number that was asked for.
    Debrief(u64, Box<Debrief>),
    /// Something that must be read.
    Told(String),
    /// The mission file was edited: the mission as it now is, or what is wrong with it.
    Edited(Result<Arc<Mission>, String>),
    /// What was asked for under this number failed, by a mistake of the program's.
    Broke(Option<u64>),
    /// Nothing more comes of what was asked for.
    Done,
}
