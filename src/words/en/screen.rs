//! The short words of the screens around a drill: title, brief, result and debrief, past drills, progress, settings, help,
//! and the sheets that ask something. Sentences are in `window`.

/// What is typed for a reserve time.
pub const ASK_RESERVE: &str = "reserve time, as 11.3h, 45m or 1h30m";
/// What is typed for a leak check.
pub const ASK_CHECK: &str = "leak check for how long, as 20m or 3h";
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
/// The same where it is longer than its panel: which of them are shown.
pub fn missions(first: i32, last: i32, of: i32) -> String {
    format!("{MISSIONS}, {first} to {last} of {of}")
}
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
/// The seed, before the time of a result.
pub fn seed(seed: u64) -> String {
    format!("seed {seed}  ")
}
/// The title of a scorecard.
pub fn scorecard(points: &str, max: &str, verdict: &str) -> String {
    format!("scorecard: {points} of {max} points, {verdict}")
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
/// No terminal.
pub const NEEDS_TERMINAL: &str =
    "the screen needs a terminal on both ends; use --plain for pipes, or `leakdrill run` without a person";
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
