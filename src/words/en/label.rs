//! The short words on panels, menus and footers of the window. Sentences are in `window`.

use crate::sim::console::Condition;
use crate::sim::order::Giver;

/// The title of a person's menu: `Lind: go where?`.
pub fn asks(name: &str, ask: &str) -> String {
    format!("{name}: {ask}")
}
/// The title of what can be done at a place: `Lind at Node`.
pub fn acts_at(name: &str, place: &str) -> String {
    format!("{name} at {place}")
}
/// Titles of menus.
pub const GO_WHERE: &str = "go where?";
/// To shut.
pub const SHUT_WHICH: &str = "shut which hatch?";
/// To open.
pub const OPEN_WHICH: &str = "open which hatch?";
/// To equalise.
pub const EQUALISE_WHICH: &str = "equalise across which hatch?";
/// To clear.
pub const CLEAR_WHICH: &str = "clear which hatch?";
/// To check for leaks.
pub const CHECK_HOW_LONG: &str = "leak check for how long?";
/// To work on a hole.
pub const THE_HOLE: &str = "the hole";
/// To fetch.
pub const TAKE_WHAT: &str = "take what?";
/// To hand over an item.
pub const GIVE_WHAT: &str = "give what to whom?";
/// Valves and machines.
pub const AIR_AND_MACHINES: &str = "air and machines";
/// Vehicles.
pub const THE_BOATS: &str = "the boats";
/// To report.
pub const REPORT_WHAT: &str = "report what?";
/// Sleepers.
pub const WAKE_OR_SLEEP: &str = "wake or sleep";
/// To hand over a task.
pub const HAND_TO_WHOM: &str = "hand the task to whom?";
/// To muster.
pub const MUSTER_WHERE: &str = "muster where?";
/// Each to their own.
pub const AT_THE_BOATS: &str = "at the lifeboats";
/// To declare.
pub const DECLARE: &str = "declare the leak: this ends the drill";
/// A leak check of another length.
pub const OTHER_LENGTH: &str = "other";
/// How it is typed.
pub const TYPE_LENGTH: &str = "type how long: 20m, 3h";
/// Under a needle that nobody times.
pub fn starts_the_watch(key: &str) -> String {
    format!("{key} starts the watch")
}
/// Beside the key that shows the rest of a hint.
pub const READ_ON: &str = "read on";
/// A menu without rows.
pub const NOTHING_HERE: &str = "nothing here";
/// The card.
pub const PROCEDURE: &str = "procedure";
/// Nothing to repeat.
pub const NO_LAST: &str = "no order was given yet";
/// Said before an order that was taken back.
pub const TAKEN_BACK: &str = "taken back";
/// Nothing to take back.
pub const NOTHING_PENDING: &str = "every order was heard already; stop the person instead";
/// What is typed for a reserve time.
pub const ASK_RESERVE: &str = "reserve time, as 11.3h, 45m or 1h30m";
/// What is typed for a leak check.
pub const ASK_CHECK: &str = "leak check for how long, as 20m or 3h";
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
/// To leave a drill.
pub const LEAVE: &str = "leave?";
/// The key that leaves the title.
pub const LEAVES: &str = "leave";
/// How large a mission is: `6 people, 2.0 d at most, International Space Station`.
pub fn size(crew: usize, limit: &str, station: &str) -> String {
    format!("{crew} people, {limit} at most, {station}")
}
/// To leave the program.
pub const QUIT: &str = "leave the program?";
/// To fly on from a replay.
pub const TAKE_OVER: &str = "take over from here?";
/// The answers.
pub const TAKE_OVER_KEYS: &str = "y fly on, n back";
/// The answers to a mission that was edited.
pub const EDITED_KEYS: &str = "y begin again with it, n go on with this one";
/// Under what is typed.
pub const ENTER_COMMITS: &str = "Enter commits it, Esc goes back";
/// What was typed is no answer.
pub fn is_none(form: &str) -> String {
    format!("✗ that is none: {form}")
}
/// The palette.
pub const PALETTE: &str = "any order, any command";
/// It found nothing.
pub const NOTHING_MATCHES: &str = "nothing matches; try: close, measure, tape, wake";
/// The clock stands.
pub const PAUSED: &str = "┃┃ PAUSED";
/// Beside the title of a drill.
pub const EXERCISE: &str = "EXERCISE";
/// The same in an exam.
pub const EXAM_EXERCISE: &str = "EXAM EXERCISE";
/// A line without which nobody passes.
pub const CRITICAL: &str = " (critical)";
/// A line that does not count here.
pub const NOT_APPLICABLE: &str = "n/a";
/// While the debrief is worked out.
pub const DEBRIEF_COMES: &str = "… debrief comes";
/// Lessons.
pub const TAKE_HOME: &str = "what to take home";
/// No lessons.
pub const NOTHING_TO_TAKE: &str = "nothing went wrong that this program could see";
/// The chart of a finished drill.
pub const COURSE: &str = "pressure where the crew was";
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
pub const SHORTEST: &str = "shortest reserve time";
/// Branches.
pub const EXPERT: &str = "our expert from here";
/// The line of time.
pub const HAPPENED: &str = "what happened";
/// The brief, after the drill.
pub const THE_BRIEF: &str = "what was asked";
/// The name over the art.
pub const BANNER: &str = " L E A K D R I L L ";
/// Under it, until there is something better to say.
pub const MOTTO: &str = "Find the leak. Shut the hatch. Mend the hole. For the exercise.";
/// The next drill is flown under exam rules.
pub const EXAM_ON: &str = " EXAM RULES ";
/// The list of past drills.
pub const PAST_DRILLS: &str = "past drills";
/// While they are read.
pub const READING: &str = "reading the records…";
/// While missions are read.
pub const READING_MISSIONS: &str = "reading the missions…";
/// Heading: when.
pub const WHEN_GMT: &str = "flown, GMT";
/// Heading: what.
pub const MISSION: &str = "mission";
/// Heading: how it ended.
pub const OUTCOME: &str = "outcome";
/// Heading: points.
pub const POINTS: &str = "points";
/// The sheet that offers a drill that broke off.
pub const BROKEN_OFF: &str = "a drill broke off";
/// It does not.
pub const CANNOT_GO_ON: &str = "it cannot go on";
/// A drill that was left, or broke off, and waits to be gone on with.
pub const CAN_GO_ON: &str = "can go on";
/// The page of somebody's progress.
pub const PROGRESS: &str = "progress";
/// The list of missions.
pub const MISSIONS: &str = "missions";
/// The list of skills.
pub const SKILLS: &str = "skills, weakest first, from your latest drill of each mission";
/// Never tried.
pub const NOT_FLOWN: &str = "not flown yet";
/// The settings screen.
pub const SETTINGS: &str = "settings";
/// Its keys.
pub const SETTINGS_KEYS: &str = "↑↓ choose  ←→ Enter change  Esc back   seen at once, kept in config.toml";
/// The help.
pub const HELP: &str = "help   ↑↓ PgUp PgDn scroll   Tab next part   any other key back";
/// Glyphs of the map.
pub const THE_MAP: &str = "The map";
/// What they are.
pub const MAP_GLYPHS: [(&str, &str); 7] = [
    ("═ ║", "a hatch that stands open"),
    ("~", "a hatch being moved"),
    ("×", "a hatch that is shut"),
    ("!", "a hatch somebody found jammed"),
    ("< > ^ v", "flow sensors at the hatch feel air going that way"),
    ("1 2 3", "people, by number"),
    ("°", "a hole was found there"),
];
/// Classes of alarms.
pub const THE_ALARMS: &str = "The alarms";
/// The glossary.
pub const THE_WORDS: &str = "The words";
/// Something that must be read.
pub const NOTICE: &str = "please read";
/// Somebody edited the mission that is flown.
pub const EDITED: &str = "the mission file has changed";
/// And it can be flown.
pub const BEGIN_EDITED: &str = "This drill goes on by the old one. Begin again with the new one?";
/// How to go on from it.
pub const ANY_KEY: &str = "any key goes on";
/// Passed or not.
pub const fn verdict(passed: bool) -> &'static str {
    if passed { "passed" } else { "not passed" }
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
/// The months, as they are written in a date.
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// What a mission teaches.
pub fn teaches(skill: &str) -> String {
    format!("teaches {skill}")
}
/// How often a mission was flown, and how well.
pub fn standing(flown: usize, passed: usize, best: f64) -> String {
    format!("flown {flown}, passed {passed}, best {:.0} %", best * 100.0)
}
/// The same on the page of somebody's progress.
pub fn results(best: f64, latest: f64, flown: usize) -> String {
    format!("best {:3.0} %  latest {:3.0} %  flown {flown}", best * 100.0, latest * 100.0)
}
/// The seed of an exam.
pub const WITHHELD: &str = "withheld until the end";
/// The crew, on the brief.
pub const CREW: &str = "Crew";
/// The first step of the card, on the brief.
pub const FIRST: &str = "First:";
/// Beside a key that begins.
pub const BEGIN: &str = "begin";
/// Beside the key of the help.
pub const HELPS: &str = "help";
/// Beside a key that leads back.
pub const BACK: &str = "back";
/// What a mission teaches, and its seed.
pub fn teaches_by(skill: &str, seed: &str) -> String {
    format!("teaches {skill}    seed {seed}")
}
/// Where somebody is as a drill begins, and the ship that brings them home.
pub fn begins_in(place: &str, asleep: bool, boat: &str) -> String {
    format!("in {place}{}, boat {boat}", if asleep { ", asleep" } else { "" })
}
/// Several people in one place.
pub fn together(names: &str, asleep: bool, place: &str) -> String {
    format!("{names} {}in {place}", if asleep { "asleep " } else { "" })
}
/// A sign of the debrief.
pub const SIGN_TRUTH: &str = "true, unknown then";
/// A sign of the debrief.
pub const SIGN_SEEN: &str = "could be seen";
/// A sign of the debrief.
pub const SIGN_DONE: &str = "done by the crew";
/// A drill under exam rules.
pub const EXAM: &str = "exam";
/// Who flew, where no name was given.
pub const SOMEBODY: &str = "somebody without a name";
/// More of a past drill: who, which attempt, its seed, how long, where it lies.
pub fn about_drill(who: &str, attempt: u32, seed: Option<u64>, length: &str, file: &str) -> String {
    let seed = seed.map_or_else(String::new, |seed| format!(", seed {seed}"));
    format!("{who}, attempt {attempt}{seed}, {length} long. {file}")
}
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
/// The seed, before the time of a result.
pub fn seed(seed: u64) -> String {
    format!("seed {seed}  ")
}
/// The title of a scorecard.
pub fn scorecard(points: &str, max: &str, verdict: &str) -> String {
    format!("scorecard: {points} of {max} points, {verdict}")
}
/// In a menu.
pub const FINGER_ON: &str = "finger on";
/// In a menu.
pub const TAPE: &str = "tape";
/// In a menu.
pub const SEALANT: &str = "sealant";
/// In a menu.
pub const PATCH: &str = "patch";
/// In a menu.
pub const INSPECT: &str = "inspect";
/// In a menu.
pub const PHOTOGRAPH: &str = "photograph";
/// In a menu.
pub const MASK_ON: &str = "mask on";
/// In a menu.
pub const MASK_OFF: &str = "mask off";
/// In a menu.
pub const CANDLE: &str = "light a candle";
/// In a menu.
pub const SUIT_ON: &str = "put the suit on";
/// In a menu.
pub const SLEEP: &str = "sleep";
/// In a menu.
pub const LISTEN: &str = "listen";
/// In a menu.
pub const LOOK: &str = "look";
/// In a menu.
pub const MEASURE: &str = "measure";
/// In a menu.
pub const SHUT: &str = "shut";
/// In a menu.
pub const OPEN: &str = "open";
/// In a menu.
pub const EQUALISE: &str = "equalise";
/// In a menu.
pub const CLEAR: &str = "clear";
/// In a menu.
pub const ON: &str = "on";
/// In a menu.
pub const OFF: &str = "off";
/// Work on a hole: `tape h1`.
pub fn on_hole(what: &str, number: u32) -> String {
    format!("{what} h{number}")
}
/// An item for somebody: `tape to Lind`.
pub fn to_whom(item: &str, who: &str) -> String {
    format!("{item} to {who}")
}
/// A valve: `open Progress oxygen`.
pub fn valve(verb: &str, tank: &str) -> String {
    format!("{verb} {tank}")
}
/// A machine, and what it would be: `fan: off`.
pub fn machine(name: &str, state: &str) -> String {
    format!("{name}: {state}")
}
/// A seat.
pub fn strap(vehicle: &str) -> String {
    format!("strap into {vehicle}")
}
/// A seat liner.
pub fn liner(vehicle: &str) -> String {
    format!("liner to {vehicle}")
}
/// A ship.
pub fn undock(vehicle: &str) -> String {
    format!("undock {vehicle}")
}
/// A sleeper.
pub fn wake(who: &str) -> String {
    format!("wake {who}")
}
/// A sleeper, by the loop.
pub fn ground_wakes(who: &str) -> String {
    format!("ground wakes {who}")
}
/// The gauge for a time.
pub fn measure_for(length: &str) -> String {
    format!("measure {length}")
}
/// A way.
pub fn go_to(place: &str) -> String {
    format!("go to {place}")
}
/// A hatch: `shut Lab-Node`.
pub fn at_hatch(verb: &str, hatch: &str) -> String {
    format!("{verb} {hatch}")
}
/// An answer to the offer of a drill that broke off.
pub const GO_ON_THERE: &str = "go on exactly there";
/// An answer to the offer of a drill that broke off.
pub const PUT_AWAY: &str = "put it away for good";
/// An answer to the offer of a drill that broke off.
pub const NOT_NOW: &str = "not now";
/// A drill that broke off: which, and where.
pub fn broke_off_at(title: &str, exam: bool, at: &str) -> String {
    format!("{title}{}, at {at}", if exam { " (exam)" } else { "" })
}
/// An order that takes no time.
pub const AT_ONCE: &str = "at once";
/// An order without an end.
pub const UNTIL_STOPPED: &str = "until stopped";
/// An order that waits for another: `in 1:10, takes 0:40`.
pub fn in_and_takes(starts: &str, takes: &str) -> String {
    format!("in {starts}, takes {takes}")
}
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
/// A key of a menu.
pub const A_LETTER: &str = "letter";
/// Beside it.
pub const CHOOSE: &str = "choose";
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
/// In place of a rate that an exam hides.
pub const IN_EXAM: &str = "  exam";
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
/// No terminal.
pub const NEEDS_TERMINAL: &str =
    "the screen needs a terminal on both ends; use --plain for pipes, or `leakdrill run` without a person";
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

/// Why a menu would be empty, by the name of its action in config.toml.
pub fn no_rows(action: &str) -> &'static str {
    match action {
        "hole" => "no hole has been found yet: listen with the detector, or search by eye",
        "clear" => "nothing lies through any hatch",
        "give" => "they carry nothing",
        _ => "there is nothing to choose",
    }
}

/// A line of the settings screen, by its name in config.toml.
pub fn setting(name: &str) -> &'static str {
    match name {
        "theme" => "colours",
        "ascii" => "ASCII glyphs only",
        "reduced_motion" => "motion and blinking",
        "bell" => "bell on alarms",
        "flash" => "screen flash on alarms",
        "slow_on_alarm" => "1x when an alarm sounds",
        "slow_on_task" => "1x when a task ends",
        "speed" => "speed at the start",
        _ => "",
    }
}
