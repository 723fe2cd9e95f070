//! What a watcher of a record is told.

use crate::units::Tick;

/// How a replay is worked.
pub const HELP: &str = "The cabin as it was, at any moment of the record. The line below shows what happened when; a \
                        click on it goes there. Names at the right are those of config.toml.";

/// The drill is not over.
pub const UNFINISHED: &str = "This drill is not over: what was true in it is not shown.";
/// Asked for the truth of a drill that is not over.
pub const NO_TRUTH: &str = "This drill is not over, so what is true in it stays untold.";
/// There is nothing later.
pub const NO_LATER: &str = "Nothing more happened after this.";
/// There is nothing earlier.
pub const NO_EARLIER: &str = "Nothing happened before this.";
/// No drill from here: it is over.
pub const OVER: &str = "The drill is over at this moment; go back to where you would have acted otherwise.";
/// No drill from here: other rules.
pub const OTHER_RULES: &str = "It was flown by other rules than this program plays: it can be watched, not flown on.";
/// No drill from here: an exam that is not over.
pub const EXAM: &str = "This exam is not over; it can be gone on with, and taken over once it has ended.";
/// No drill from here: forged.
pub const DIFFERS: &str = "What the record says up to here does not follow from its orders: nothing true could follow.";
/// What taking over means.
pub const TAKE_OVER: &str = "A new drill begins here, in a record of its own that names this one.";
/// A drill begins from here.
pub const TAKEN_OVER: &str = "You fly on from here, for practice. The clock stands until you let it run.";

/// After a drill was left before its end.
pub const LEFT: &str =
    "It is offered on the title if it lies among your records, and goes on exactly where you left it.";
/// A drill that broke off goes on.
pub const GONE_ON: &str = "The drill goes on exactly where it broke off.";
/// Said while the orders of a long record are flown again.
pub const FLYING_AGAIN: &str = "Its orders are flown again, up to where it broke off...";

/// What the record says is not what its orders do.
pub fn differs(from: Tick) -> String {
    format!("From {from} on the record says something else than follows from its orders; shown is what follows.")
}

/// Flown by rules that this program does not play.
pub fn other_rules(revision: u32) -> String {
    format!(
        "Flown by simulation revision {revision}; this program plays revision {}. Shown is what the record says, minute \
         by minute; it is not certified.",
        crate::sim::REVISION
    )
}

/// Without a screen.
pub fn no_screen(path: &str) -> String {
    format!(
        "a replay needs a terminal on both ends; `leakdrill debrief {path}` tells a finished drill without one, and \
         `leakdrill export {path} --as jsonl` lists what happened"
    )
}

/// What the record of a drill is called.
pub fn kept(file: &str) -> String {
    format!("Its record: {file}")
}

/// A file that was to be made of a record, and is that record.
pub fn onto_itself(path: &str) -> String {
    format!("{path}: this is the record itself, and is not overwritten: name another file")
}
