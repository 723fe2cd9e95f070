//! Sentences of the window: results, lists, settings, help.

use crate::sim::alarm::AlarmClass;

/// What a machine says is wrong with a file, without its error number.
pub fn trouble(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "you may not open this file".into(),
        ErrorKind::AlreadyExists => "it exists already, and is not overwritten".into(),
        ErrorKind::IsADirectory => "it is a folder".into(),
        ErrorKind::NotADirectory => "a part of its path is no folder".into(),
        ErrorKind::StorageFull => "the disk is full".into(),
        ErrorKind::QuotaExceeded => "your share of the disk is full".into(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".into(),
        // The system's own word for a file at its size limit; ours, that a file is larger than is read, says it itself.
        ErrorKind::FileTooLarge if error.raw_os_error().is_some() => "it may not grow any further".into(),
        _ => error.to_string(),
    }
}

/// A record cannot be written just now.
pub fn record_waits(path: &str, why: &str) -> String {
    format!(
        "The record cannot be written: {why}. The drill goes on, and what is missing is written as soon as there is room. \
         If you leave before that, the drill breaks off where the record ends: {path}"
    )
}

/// A record could not be written to the end.
pub fn record_broken(path: &str, why: &str) -> String {
    format!(
        "{path}: the record could not be written to the end: {why}. The drill can be gone on with from where the record \
         ends: leakdrill play MISSION --record {path}"
    )
}

/// How the window is worked, in three sentences.
pub const HELP: &str = "Choose a person, then a verb, then a letter: three keys give any order. Menus say how long it \
    takes, or why it cannot be. The pressure you see is what somebody read; how old it is stands beside it. Names at \
    the right are those of config.toml.";

/// How a class of alarms sounds, and what it asks for.
pub const fn rings(class: AlarmClass) -> &'static str {
    match class {
        AlarmClass::Emergency => "Five quick strokes of the bell. Lives are at stake: act at once, everybody.",
        AlarmClass::Warning => "Three slow strokes. Something is going wrong that will hurt if nobody acts.",
        AlarmClass::Caution => "One stroke. Look into it soon: it may become worse.",
        AlarmClass::Advisory => "No sound. Something to know.",
    }
}

/// While a debrief is worked out.
pub const WORKING: &str = "Working out the debrief: our expert crew flies on from your decisions. A few seconds.";
/// Of a drill that is not over.
pub const UNTOLD: &str = "Card, seed of an exam, and truth stay untold until a drill is over.";
/// Decisions cost nothing.
pub const NOTHING_LOST: &str = "From none of your decisions could our expert have reached more.";
/// No decisions to look at.
pub const NO_DECISIONS: &str = "There was no decision to try: nothing leaked, or the drill was flown by other rules.";
/// What our expert is.
pub const EXPERT: &str =
    "What a scripted textbook crew could still reach from each of your decisions; no part of the score.";

/// No past drills.
pub const NO_RECORDS: &str = "No drill has been flown yet. Each one leaves a record here.";
/// No skills.
pub const NO_SKILLS: &str = "Skills are judged from finished drills; there is none yet.";

/// A mission that was never flown.
pub fn next_new(title: &str) -> String {
    format!("Fly next: {title}. You have not flown it yet.")
}

/// A mission that was not passed.
pub fn next_again(title: &str, best: f64) -> String {
    format!("Fly next: {title}. It is not passed yet; your best is {:.0} % of the points.", best * 100.0)
}

/// A mission that was passed.
pub fn next_better(title: &str, best: f64) -> String {
    format!("All missions are passed. Most points are left in {title}: your best is {:.0} %.", best * 100.0)
}

/// Where a skill loses most.
pub fn weakest(line: &str, points: &str) -> String {
    format!("lost most at: {line} (-{points})")
}

/// Why no theme shows.
pub const NO_COLOURS: &str =
    "This terminal is to show no colours (NO_COLOR, or its TERM): the choice is kept for another.";

/// What a setting means, by its name in config.toml.
pub fn choice(id: &str) -> &'static str {
    match id {
        "theme" => "Your own themes lie as TOML files in the folder themes beside config.toml; README tells how.",
        "ascii" => "For terminals and fonts without lines and blocks.",
        "reduced_motion" => "Without motion nothing blinks. The terminal decides how fast it blinks.",
        "bell" => {
            "Five quick strokes for an emergency, three slow ones for a warning, one for a caution, until acknowledged."
        }
        "flash" => "The whole screen lights up with the first stroke of each group: for those who cannot hear it.",
        "slow_on_alarm" => "An alarm sets the clock to real time on its own second.",
        "slow_on_task" => "So does the end of whatever somebody was doing.",
        "speed" => "Seconds of the drill for each on the wall when it begins; an exam may allow less.",
        _ => "",
    }
}

/// An exam's pauses are used up.
pub fn no_more_pauses(allowed: u32) -> String {
    match allowed {
        0 => "This exam allows no pause: the clock runs on.".into(),
        1 => "The one pause that this exam allows is used.".into(),
        n => format!("The {n} pauses that this exam allows are used."),
    }
}

/// An exam's pauses that are left.
pub fn pauses_left(left: u32) -> String {
    match left {
        0 => "Paused. It was the last pause of this exam.".into(),
        1 => "Paused. One more pause is left in this exam.".into(),
        n => format!("Paused. {n} more pauses are left in this exam."),
    }
}

/// An exam's speed is limited.
pub fn no_faster(most: u32) -> String {
    format!("This exam runs no faster than {most}x.")
}

/// To the next event, as fast as an exam allows.
pub fn rushing(most: u32) -> String {
    format!("To the next event at {most}x, the fastest that this exam allows.")
}

/// The level of difficulty of a drill to come, before where it happens.
pub fn level(in_force: &str) -> String {
    format!("Level: {in_force}    ")
}

/// The levels of difficulty that there are, the one in force in brackets, with the key that goes to the next.
pub fn levels(in_force: &str, key: &str, offered: &[String]) -> String {
    let each = offered.iter().map(|level| if level == in_force { format!("[{level}]") } else { level.clone() });
    format!("Level ({key}): {}", each.collect::<Vec<_>>().join(" "))
}

/// The rules of an exam, for its brief.
pub fn exam_rules(pauses: u32, max_speed: u32) -> String {
    let pauses = match pauses {
        0 => "no pause".to_owned(),
        1 => "one pause".to_owned(),
        n => format!("{n} pauses"),
    };
    format!(
        "Exam: {pauses}, {max_speed}x at most, no hints, no computed rates, the seed withheld until the end. The attempt \
         counts even if you leave it."
    )
}

/// What a declaration does.
pub const ENDS_THE_DRILL: &str = "at once; the drill ends with it";

/// What a declaration would cut short.
pub fn ends_too_soon(who: &str, what: &str, report: bool, left: Option<&str>, more: usize) -> String {
    let left = left.map(|left| format!(" ({left} left)")).unwrap_or_default();
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    let lost = if report { "it stays unsaid" } else { "it stays undone" };
    format!("at once, but {who} is still to {what}{left}{more}: {lost} if the drill ends now")
}

/// Leaving a drill that is not over.
pub const LEAVE: &str =
    "The drill is not over, and does not pass if you leave. It is kept: you can go on with it later.";
/// Leaving one that is over.
pub const LEAVE_OVER: &str = "The drill is over. y to the result, n back.";
/// The answers.
pub const LEAVE_KEYS: &str = "y leave, n stay";
/// Leaving the program.
pub const QUIT: &str = "Leave Leakdrill? Every drill is kept.";
/// The answers.
pub const QUIT_KEYS: &str = "y or q leave, n or Esc stay";

/// The run to the next event came to nothing.
pub fn nothing_came(span: &str, busy: bool) -> String {
    let next = if busy { "They are still at work." } else { "Nobody has anything to do: give an order, or run on." };
    format!("Nothing happened for {span}. {next}")
}

/// The run to the next event stopped before the end of the time.
pub fn time_is_short(left: &str) -> String {
    format!("Only {left} left before the time of this drill is up.")
}

/// In the place of a computed rate, in an exam.
pub const RATE_IN_EXAM: &str = "by hand only";

/// How old a reading by hand is.
pub fn hand_read(age: &str, wide: bool) -> String {
    if wide { format!("by hand, {age} old") } else { format!("{age} old") }
}

/// A time typed before an order, where orders are for now.
pub const ONLY_NOW: &str = "Orders here are for now: leave the time out, or wait until then.";

/// A passage of the map that has no door.
pub const NO_DOOR: &str = "There is no hatch here: this passage is always open.";

/// A person's number that nobody has.
pub fn nobody(number: char) -> String {
    format!("Nobody here has the number {number}.")
}

/// The program was stopped for a while during an exam.
pub fn was_stopped(left: u32, over: bool) -> String {
    match (over, left) {
        (true, _) => {
            "The program was stopped: that is a pause more than this exam allows, and its record says so.".into()
        }
        (false, 0) => "The program was stopped, which counts as a pause: it was the last of this exam.".into(),
        (false, 1) => "The program was stopped, which counts as a pause: one more is left.".into(),
        (false, n) => format!("The program was stopped, which counts as a pause: {n} more are left."),
    }
}

/// An exam went on after a break that its rules do not allow.
pub const GONE_ON_OVER: &str =
    "The exam goes on where it broke off. That is a pause more than it allows, and its record says so.";

/// An exam that took more pauses than it allows, for whoever judges it.
pub fn too_many_pauses(taken: u32, allowed: u32) -> String {
    let taken = super::measure::count(u64::from(taken), "pause", "pauses");
    format!("The clock of this exam stood more often than it allows: {taken}, breaks included; allowed: {allowed}.")
}

/// The program has a mistake; where the record lies, if there is one.
pub fn bug(record: Option<&str>) -> String {
    let ask = "leakdrill: this is a mistake in the program, not yours.";
    match record {
        Some(path) => format!(
            "{ask} The drill is recorded up to its last second, and goes on with: leakdrill play MISSION --record {path}\n\
             Please send that record with the lines above."
        ),
        None => format!("{ask} Please send the lines above, and what you did."),
    }
}

/// Something that was being worked out failed; the window goes on.
pub const FAILED_MEANWHILE: &str = "Something could not be worked out: this is a mistake in the program. Everything else \
    goes on, and the record is whole. What it was is said when you leave.";

/// A choice of the exam's own.
pub const EXAM_HAS_ITS_SEED: &str =
    "an exam draws its own luck, which is told once it is over: leave --seed out, or --exam to practise with it";
