//! The short words on the panels, headings and footers of a drill's screen, live and in a replay. Rows of its menus are in
//! `menu`, sentences in `window`.

use crate::sim::console::Condition;
use crate::sim::order::Giver;

/// Under a needle that nobody times.
pub fn starts_the_watch(key: &str) -> String {
    format!("{key} starts the watch")
}
/// Beside the key that shows the rest of a hint.
pub const READ_ON: &str = "read on";
/// The card.
pub const PROCEDURE: &str = "procedure";
/// Nothing to repeat.
pub const NO_LAST: &str = "no order was given yet";
/// Said before an order that was taken back.
pub const TAKEN_BACK: &str = "taken back";
/// Nothing to take back.
pub const NOTHING_PENDING: &str = "every order was heard already; stop the person instead";
/// No alarms.
pub const NO_ALARMS: &str = "✓ no alarms";
/// Alarms that are not shown.
pub fn more(n: i32) -> String {
    format!("+{n} more")
}
/// An alarm that was acknowledged and lasts.
pub const SEEN: &str = "seen";
/// An alarm that has lost its cause.
pub const OVER: &str = "over";
/// An alarm in a replay that was not acknowledged yet.
pub const RINGS: &str = "rings";
/// Beside the key that acknowledges.
pub const ACKNOWLEDGE: &str = "acknowledge";
/// One more, of which the next tick hears.
pub const ORDER: &str = "order";
/// Of which the next tick hears.
pub const ORDER_GIVEN: &str = "order given";
/// The clock stands.
pub const PAUSED: &str = "┃┃ PAUSED";
/// What its glyphs are.
pub const COURSE_KEY: &str = "° opens  ! first sign  × shut  ═ open  r reserve  f found  o covered";
/// The row of what was so.
pub const WAS: &str = "true";
/// The row of what could be seen.
pub const SHOWN: &str = "shown";
/// The row of what was done.
pub const DONE: &str = "done";
/// Nothing to draw.
pub const NO_READINGS: &str = "too short for a chart";
/// Bars of hatches.
pub const HATCHES: &str = "hatches: ▓ shut, ─ open";
/// Air that went.
pub const AIR_LOST: &str = "air lost";
/// The shortest true reserve.
pub fn shortest(reserve: &str, at: &str) -> String {
    format!("shortest reserve time {reserve} at {at}")
}
/// A record that is not shown as its orders make it, or whose orders make something else.
pub const NOT_CERTIFIED: &str = "not certified";
/// A key without a meaning here.
pub fn does_nothing(key: &str, help: &str) -> String {
    format!("'{key}' does nothing here; {help} shows the keys")
}
/// The bell sounds from now on.
pub const BELL_ON: &str = "bell on";
/// It does not.
pub const BELL_OFF: &str = "bell off";
/// The journal, and its keys.
pub const JOURNAL: &str = "journal   ↑↓ PgUp PgDn scroll   Esc back";
/// A window that shows no cabin.
pub const TOO_SMALL: &str = "This window is too small";
/// What would help.
pub const ENLARGE: &str = "enlarge it, or try --plain";
/// How large such a window is.
pub fn too_small(w: i32, h: i32) -> String {
    format!("{w}x{h}; it should be 80x24 or more")
}
/// Beside the key that lets a replay run.
pub const RUN: &str = "run";
/// Beside the key that stops it.
pub const PAUSE: &str = "pause";
/// Beside keys that go by seconds.
pub const SECOND: &str = "1 s";
/// By minutes.
pub const MINUTE: &str = "1 min";
/// By hours.
pub const HOUR: &str = "1 h";
/// By events.
pub const EVENT: &str = "event";
/// Beside keys of speed.
pub const SPEED: &str = "speed";
/// Beside the key of the truth.
pub const TRUTH: &str = "truth";
/// Beside the key that takes over.
pub const FLY_ON: &str = "fly on";
/// Whose gauge, in few columns.
pub fn hand_in(place: &str) -> String {
    format!("hand, {place}")
}
/// Whose gauge.
pub fn in_place(who: &str, place: &str) -> String {
    format!("{who} in {place}")
}
/// A stopwatch that runs.
pub fn watch_runs(span: &str, fell: f64) -> String {
    format!("watch {span}  fell {fell:.2}")
}
/// A stopwatch that stands.
pub fn timed(span: &str, fell: f64) -> String {
    format!("timed {span}  fell {fell:.2}")
}
/// Time left of a task.
pub fn left(span: &str) -> String {
    format!("{span:>7} left")
}
/// How much of what they can stand is used up.
pub fn bad_air(share: f64) -> String {
    format!("bad air {:.0} %", share * 100.0)
}
/// A mask.
pub fn mask(left: &str) -> String {
    format!("mask {left}")
}
/// Fed by the hose of a seat.
pub fn hose(left: &str) -> String {
    format!("suit oxygen {left}")
}
/// Strapped in.
pub fn seated(vehicle: &str) -> String {
    format!("seated {vehicle}")
}
/// What they carry.
pub fn has(items: &str) -> String {
    format!("has {items}")
}
/// Somebody who has nothing to do.
pub const FREE: &str = "free";
/// In the suit.
pub const SUIT: &str = "suit";
/// The truth of a replay.
pub const THE_TRUTH: &str = "the truth, beside what was shown";
/// No reserve is used up.
pub const NOTHING_FALLS: &str = "nothing falls";
/// Before a mass.
pub const LEFT_THROUGH: &str = "left through holes ";
/// Before a reserve time.
pub const RESERVE_IS: &str = "reserve ";
/// A hole that nobody found.
pub const NOT_FOUND: &str = "not found";
/// No hole.
pub const NO_HOLE: &str = "no hole";
/// Heading: as it was.
pub const TRUE: &str = "true";
/// A hole: where, and its number.
pub fn hole_in(place: &str, number: &str) -> String {
    format!("hole in {place}, {number}")
}
/// Its area, and how much of it is open.
pub fn hole_size(open_mm2: f64, made_mm2: f64) -> String {
    if open_mm2 < made_mm2 { format!("{open_mm2:.2} of {made_mm2:.2} mm2 open") } else { format!("{open_mm2:.2} mm2") }
}
/// The drill is over.
pub const ENDED: &str = "■ ended";
/// A run to the next event.
pub const TO_NEXT: &str = "▶▶ to next event";
/// What is flown, beside the title of a mission.
pub const fn kind(exam: bool, replay: bool) -> &'static str {
    match (exam, replay) {
        (false, false) => " · EXERCISE",
        (true, false) => " · EXAM EXERCISE",
        (false, true) => " · REPLAY",
        (true, true) => " · EXAM REPLAY",
    }
}
/// No hatch was moved.
pub const NONE_MOVED: &str = "none moved yet";
/// An empty trend.
pub const NO_READINGS_YET: &str = "no readings yet";
/// Marks of the trend.
pub const TREND_KEY: &str = "! alarm × shut ═ open";
/// The title of the trend.
pub fn trend(span: &str) -> String {
    format!("pressure, mmHg, last {span}")
}
/// What was shown at a moment of the trend.
pub fn moment(at: &str, gmt: &str, shown: &str) -> String {
    format!("{at} ({gmt} GMT): {shown} mmHg")
}
/// The line of a record, and its marks.
pub fn the_record(truth: bool) -> String {
    let truth = if truth { "  * truth" } else { "" };
    format!("the record: · order  ! alarm  × shut  ═ open  o hole  + oxygen{truth}")
}
/// A record that is still being opened.
pub fn opening(percent: u64) -> String {
    format!("opening {percent:2} %")
}
/// The map.
pub const STATION: &str = "station";
/// What a glyph of the map means.
pub const KEY_OPEN: &str = " open  ";
/// What a glyph of the map means.
pub const KEY_MOVING: &str = " moving  ";
/// What a glyph of the map means.
pub const KEY_SHUT: &str = " shut  ";
/// What a glyph of the map means.
pub const KEY_JAMMED: &str = " jammed  ";
/// What a glyph of the map means.
pub const KEY_FLOW: &str = " air flows";
/// The instruments.
pub const GAUGES: &str = "gauges";
/// No sensor.
pub const NO_TELEMETRY: &str = "no telemetry";
/// Over ten minutes.
pub const TEN_MINUTES: &str = "10 min";
/// Before a reserve time.
pub const RESERVE: &str = "reserve";
/// Behind one that was reckoned from the rate.
pub const BY_RATE: &str = " by rate";
/// No rate yet.
pub const NOT_KNOWN_YET: &str = "-- not known yet";
/// No fall.
pub const STEADY: &str = "steady";
/// Before a reserve time that somebody committed.
pub const BY_HAND: &str = "hand   ";
/// A tank that flows.
pub const TANK_OPEN: &str = " ▶ open";
/// A reserve time that was committed, and the true one.
pub fn estimate(at: &str, said: &str, truth: &str) -> String {
    format!("{at} reserve time {said}, true {truth}")
}
/// How somebody is, where that is worth a word.
pub const fn condition(condition: Condition) -> Option<&'static str> {
    match condition {
        Condition::Well => None,
        Condition::Impaired => Some("IMPAIRED"),
        Condition::Asleep => Some("asleep"),
        Condition::Unconscious => Some("UNCONSCIOUS"),
        Condition::Dead => Some("DEAD"),
        Condition::Gone => Some("left the station"),
    }
}
/// Who gave an order, before it in the journal of a replay.
pub const fn giver(by: Giver) -> &'static str {
    match by {
        Giver::Trainee => "order",
        Giver::Pilot => "pilot",
        Giver::Instructor => "instructor",
    }
}
