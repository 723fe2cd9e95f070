//! Lessons of a debrief: what happened, with its tick, and what would have served better.

use super::measure;
use crate::units::Tick;

/// A leak that nothing on board showed.
pub fn unseen(place: &str, opened: Tick) -> String {
    format!("The leak in {place} opened at {opened}; nothing on board showed it.")
}
/// What helps against it.
pub const UNSEEN_WHY: &str = "A slow leak hides in the step of the sensors: note the pressure, and compare over hours.";
/// A leak, and the first sign of it so many seconds later.
pub fn sign(place: &str, opened: Tick, later_s: f64, sign: &str) -> String {
    let later = measure::span(later_s);
    format!("The leak in {place} opened at {opened}. {later} later there was the first sign: {sign}")
}
/// No act answered the sign.
pub const UNANSWERED: &str = "Nobody answered it: no gauge was read, no roll called, no hatch shut.";
/// An act answered it before it came.
pub fn answered_before(answer: Tick) -> String {
    format!("The first act that serves against a leak was before it, at {answer}.")
}
/// An act answered it so many seconds after it.
pub fn answered(answer: Tick, waited_s: f64) -> String {
    let waited = measure::span(waited_s);
    format!("The first act that answers a leak came at {answer}, {waited} after the sign.")
}

/// A hole of so many mm2 effective that was shut off, soundly, and not looked for.
pub fn shut_off(place: &str, cd_area_mm2: f64) -> String {
    let size = measure::square_millimetres(cd_area_mm2);
    format!("The hole in {place} ({size} effective) was shut off, and never found.")
}
/// What that is worth.
pub const SHUT_OFF_WHY: &str =
    "That holds while its hatches stay shut. What lies behind them is given up until it is mended.";
/// A hole of so many mm2 effective that nobody found.
pub fn never_found(place: &str, cd_area_mm2: f64) -> String {
    let size = measure::square_millimetres(cd_area_mm2);
    format!("The hole in {place} ({size} effective) was never found.")
}
/// How it is found.
pub const NEVER_FOUND_WHY: &str = "Halve the station with hatches and read a gauge on each side until one module is \
                                   left; then search that one by ear, fans off.";
/// A hole that was found so many seconds after it opened, and never covered.
pub fn never_covered(place: &str, after_s: f64, found: Tick) -> String {
    let after = measure::span(after_s);
    format!("The hole in {place} was found {after} after it opened, at {found}, and never covered.")
}
/// What covers a small hole.
pub const TAPE_AT_ONCE: &str =
    "A finger or tape at once stops most of the flow and costs a minute; sealant comes after.";
/// What covers one that tape does not hold on.
pub const FINGER_AT_ONCE: &str =
    "A finger at once stops most of the flow, and a patch relieves it; tape comes off a hole as large as this.";
/// What covers one that is larger than a finger.
pub const PATCH_AT_ONCE: &str =
    "It is too large for a finger, and tape comes off it: a patch holds, or a shut hatch until there is one.";
/// What is left against one that is larger than all patches.
pub const HATCH_AT_ONCE: &str =
    "It is too large for all that is on board: only a shut hatch keeps the rest of the air.";
/// A hole that was found, and covered so many seconds later.
pub fn covered(place: &str, found: Tick, after_s: f64, later_s: f64) -> String {
    let (after, later) = (measure::span(after_s), measure::span(later_s));
    format!("The hole in {place} was found at {found}, {after} after it opened, and first covered {later} later.")
}
/// What holds.
pub const COVERED_WHY: &str = "Tape holds for hours, sealant for good once it is cured; only a leak check tells.";

/// A committed reserve time, so many percent from the true one.
pub fn estimate(at: Tick, estimate_s: f64, truth_s: f64, off_percent: f64) -> String {
    let (estimate, truth) = (measure::span(estimate_s), measure::span(truth_s));
    let side = if estimate_s > truth_s { "too long" } else { "too short" };
    format!("The reserve time committed at {at}, {estimate}, was {off_percent:.0} % {side}: the true one was {truth}.")
}
/// It was good.
pub const CLOSE_ENOUGH: &str = "Close enough to decide by.";
/// It was too long.
pub const TOO_LONG_WHY: &str = "Too long is the dangerous side. Time a whole millimetre on the hand gauge, fans still, \
                                and work it out anew after every hatch: T = (P - 490) / rate.";
/// It was too short.
pub const TOO_SHORT_WHY: &str = "Too short wastes what could still be done. Time a whole millimetre, not the first \
                                 twitch of the needle, and mind that cooling air falls without a leak.";

/// A declaration while holes in these places were open, or none was.
pub fn false_declaration(open: &[&str]) -> String {
    if open.is_empty() {
        "What was put on the hole did not hold when the crew declared.".to_owned()
    } else {
        format!("When the crew declared, the hole in {} was still open.", open.join(" and in "))
    }
}
/// When a declaration stands: below so many mmHg/h.
pub fn false_declaration_why(held_below_mmhg_h: f64) -> String {
    let limit = measure::limit_mmhg_per_hour(held_below_mmhg_h);
    format!(
        "A declaration stands while the crew's air loses less than {limit} through holes. Check long enough for the volume \
         that you check: a small volume shows in minutes what the whole station shows in a day."
    )
}

/// A line of the card that lost points, with its evidence.
pub fn lost_line(name: &str, evidence: &str, critical: bool) -> String {
    let critical = if critical { " It is critical: no pass without it." } else { "" };
    format!("{name}: {evidence}.{critical}")
}
/// Time ran out without a declaration.
pub const UNDECLARED: &str = " Nobody declared how the leak stands.";

/// Several people: `Lind, Vega and Stern`.
pub fn names(people: &[&str]) -> String {
    match people.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
/// People who died, in what air (mmHg: total, oxygen, carbon dioxide), and when the first of them fell ill.
pub fn died(who: &str, at: Tick, place: &str, [total, o2, co2]: [f64; 3], ill: Option<Tick>) -> String {
    let ill = ill.map(|tick| format!(" The first sign was at {tick}.")).unwrap_or_default();
    format!(
        "{who} died at {at} in {place}, at {total:.0} mmHg with {o2:.0} of oxygen and {co2:.0} of carbon dioxide.{ill}"
    )
}
/// Their ship left with its cabin open.
pub const DIED_OPEN: &str = "Their ship left with its cabin open, or leaking. The hatches on both sides of the module \
                             that is cast off are shut, and the cabin is checked for a leak, before a ship goes.";
/// Too little oxygen.
pub const DIED_OXYGEN: &str = "Below 100 mmHg of oxygen people slow down, below some 60 they faint. Masks buy minutes; \
                               a shut door towards better air, oxygen from the Progress, or leaving buy lives.";
/// Too much carbon dioxide.
pub const DIED_CARBON_DIOXIDE: &str = "A small shut volume fills with what people breathe out within hours. A ship that \
                                       is shut is to be flown home, or opened again; carbon dioxide is on the gauges \
                                       long before anybody faints.";
/// Something else.
pub const DIED_OTHERWISE: &str =
    "Look at pressure, oxygen and carbon dioxide where people are, and fetch them before they cannot walk.";
/// People who were aboard when the last ship left.
pub fn left_behind(who: &str, vehicle: &str, at: Tick) -> String {
    format!("{who} stayed behind when {vehicle} left at {at}.")
}
/// How a crew leaves.
pub const LEFT_BEHIND_WHY: &str = "A crew leaves together, or with a word who stays and how they will follow: muster, \
                                   and count seats against people before any hatch of a ship is shut.";

/// A moment of the story: an order.
pub fn ordered(act: &str) -> String {
    format!("Ordered: {act}.")
}
/// A moment of the story: the first sign, where nothing else told.
pub fn sensor_falls(place: &str) -> String {
    format!("The pressure sensor in {place} shows a fall beyond its own step.")
}
