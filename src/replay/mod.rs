//! The record: written, read, played and verified.
//!
//! A record is one text file a drill, JSON lines chained by hashes, appended as the drill goes. It carries the whole
//! mission, so that it can be played in any year on any machine. Orders are authoritative; events, samples and marks
//! stand beside them as evidence: [`verify`](verify::verify) holds the two against each other, and an older sim
//! revision can still be watched and scored from the evidence alone. The format is described in `README.md` of this
//! folder.
//!
//! This room may know the drill and below. It has no clock: whoever records passes the wall time in. It has no score
//! either; the claimed one is a note that others check.
//!
//! Start at [`record::read`] and [`recorder::Recorder`]; then [`player::Player`] (any moment of a record within a
//! fifth of a second), [`verify`](mod@verify), [`evidence`] (what other rules'
//! records show), `file` (locks, torn ends, going on after a crash).

pub mod chain;
pub mod damage;
pub mod evidence;
pub mod file;
mod fits;
pub mod header;
pub mod limit;
pub mod line;
pub mod player;
pub mod record;
pub mod recorder;
pub mod rerun;
pub mod verify;

pub use damage::{Damage, Flaw};
pub use file::RecordFile;
pub use header::{End, Header, Note, Parent};
pub use player::Player;
pub use record::{Record, read};
pub use recorder::Recorder;
pub use verify::{Difference, Verdict, verify};

/// The number of the record format. It is raised when a reader of the old number could not read the new one.
pub const FORMAT: u32 = 1;
