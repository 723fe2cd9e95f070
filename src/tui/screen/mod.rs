//! Whole screens, one a file: the title, past drills, progress, the brief, the cabin, the result with its debrief, a
//! replay, and what lies over them.
//!
//! Each is a function from state to ink, like a panel. A screen may know panels, the view, the theme and the action
//! table; it has no keys of its own and changes nothing. Start at [`cabin`].

pub mod art;
pub mod brief;
pub mod cabin;
pub mod help;
pub mod over;
pub mod progress;
pub mod records;
pub mod result;
pub mod title;
pub mod watch;
pub mod why;
