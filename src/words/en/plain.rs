//! What plain mode says: a drill line by line, for a screen reader or a pipe.

use super::measure;
use crate::sim::layout::Quantity;
use crate::units::Tick;

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

/// Status: the time of the drill, and its end.
pub fn time_of(now: Tick, limit: Tick) -> String {
    format!("{now} of {limit}")
}

/// Status: an alarm.
pub fn alarm(alarm: &str, since: Tick, acknowledged: bool) -> String {
    let seen = if acknowledged { "acknowledged" } else { "not acknowledged" };
    format!("alarm: {alarm}, since {since}, {seen}")
}

/// Status: a sensor that shows nothing.
pub fn no_reading(sensor: &str) -> String {
    format!("the sensor {sensor} shows nothing")
}

/// Status: what a sensor shows, and of a pressure how fast it moves, mmHg an hour.
pub fn reading(quantity: Quantity, place: &str, value: f64, per_hour: Option<f64>) -> String {
    let (what, value) = match quantity {
        Quantity::Pressure => ("pressure", measure::mmhg(value)),
        Quantity::Oxygen => ("oxygen", measure::mmhg(value)),
        Quantity::CarbonDioxide => ("CO2", measure::mmhg(value)),
        Quantity::Temperature => ("temperature", measure::celsius(value)),
    };
    let rate = match per_hour {
        Some(rate) if quantity == Quantity::Pressure => format!(", {}", measure::mmhg_per_hour(rate)),
        _ => String::new(),
    };
    format!("{what} in {place}: {value}{rate}")
}

/// Status: somebody, what they do, where their needle stands (mmHg), what they carry.
pub fn person(name: &str, place: &str, busy: &str, needle: Option<f64>, carried: &[&str]) -> String {
    let needle = needle.map(|mmhg| format!("; the needle stands at {mmhg:.2} mmHg")).unwrap_or_default();
    let carries = if carried.is_empty() { String::new() } else { format!("; carries {}", carried.join(", ")) };
    format!("{name} in {place}: {busy}{needle}{carries}")
}

/// Status: a hole that was found, so many mm by its looks.
pub fn hole(name: &str, place: &str, looks_mm: f64, taped: bool, coats: u8) -> String {
    let taped = if taped { ", taped" } else { "" };
    let coats = if coats > 0 { format!(", coats of sealant: {coats}") } else { String::new() };
    format!("hole {name} in {place}: looks {}{taped}{coats}", measure::millimetres(looks_mm))
}

/// Status: the last leak check; not fresh once something was mended.
pub fn last_check(place: &str, holds: bool, fresh: bool) -> String {
    let holds = if holds { "holds" } else { "falls" };
    let mended = if fresh { "" } else { ", and something was mended since" };
    format!("last leak check in {place}: {holds}{mended}")
}
