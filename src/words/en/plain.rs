//! What plain mode says: a drill line by line, for a screen reader or a pipe.

/// What can be typed; `{order}` is an order of this mission.
pub const HELP: &str = "\
Type an order, a name and a verb, such as: {order}
  wait 5m      let time pass (90s, 5m, 2h)
  next         let time pass until something happens; an empty line does the same
  status       alarms, gauges, people, holes, hatches, ships, tanks
  steps        the procedure card
  hints        the hints in force
  brief        what is asked, once more
  orders       every order there is
  words        the words of the trade
  undo         take back the last order
  quit         leave; the record stays, and `leakdrill play` with --record goes on in it
";

/// Beside a title.
pub const EXERCISE: &str = "This is an exercise.";
/// A time that cannot be read.
pub const HOW_LONG: &str = "Say how long: wait 90s, wait 5m, wait 2h.";
/// Nothing to take back.
pub const NOTHING_TO_UNDO: &str = "There is nothing to take back: every order has been obeyed.";
/// No hint is in force.
pub const NO_HINTS: &str = "No hint just now.";
/// Where to find what can be typed.
pub const SEE_HELP: &str = "(help lists what can be typed)";

/// An order that was taken back.
pub fn taken_back(order: &str) -> String {
    format!("Taken back: {order}")
}

/// A hint. Orders in it stand between quotation marks.
pub fn hint(text: &str) -> String {
    format!("Hint: {}", text.replace('`', "\""))
}

/// A step of the procedure card.
pub fn step(text: &str, done: bool) -> String {
    format!("{}: {text}", if done { "done" } else { "to do" })
}

/// An order that was refused.
pub fn refused(why: &str) -> String {
    format!("Refused. {why}")
}

/// An order that will be obeyed: in how long, and how long it takes.
pub fn accepted(order: &str, starts_in: Option<&str>, takes: Option<&str>) -> String {
    let starts = starts_in.map(|span| format!(", in {span}")).unwrap_or_default();
    let takes = takes.map(|span| format!("; it takes {span}")).unwrap_or_default();
    format!("{order}{starts}{takes}.")
}

/// Where the drill stands after time has passed.
pub fn now(tick: &str) -> String {
    format!("{tick}  now")
}

/// The same after a run that nothing stopped.
pub fn nothing_happened(tick: &str, late: bool) -> String {
    let late = if late { " The time of this drill is nearly up." } else { "" };
    format!("{tick}  now. Nothing happened.{late}")
}

/// The record, last of all.
pub fn record(path: &str) -> String {
    format!("Record: {path}")
}
