//! The short words on panels, in one place for the next language. Sentences are in `words`.

use super::settings::Choice;
use crate::sim::alarm::AlarmClass;
use crate::sim::console::{Condition, HatchState};
use crate::sim::item::{Item, Items};
use crate::sim::order::Giver;

/// Glyph of a class of alarms.
pub const fn class(class: AlarmClass) -> &'static str {
    match class {
        AlarmClass::Emergency => "■",
        AlarmClass::Warning => "▲",
        AlarmClass::Caution => "●",
        AlarmClass::Advisory => "○",
    }
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

/// A hatch: glyph.
pub const fn hatch(state: HatchState, jammed: bool, upright: bool) -> char {
    match (jammed, state) {
        (true, _) => '!',
        (_, HatchState::Moving(_)) => '~',
        (_, HatchState::Shut) => '×',
        (_, HatchState::Open) => {
            if upright {
                '║'
            } else {
                '═'
            }
        }
    }
}

/// What somebody carries, in words.
pub fn carried(items: &Items) -> String {
    let mut out = String::new();
    for kind in Item::ALL {
        let count = items.count(kind);
        if count == 0 {
            continue;
        }
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(kind.id());
        if count > 1 {
            out.push_str(&format!(" {count}"));
        }
    }
    out
}

/// Why a menu would be empty.
pub const fn nothing(action: super::action::Action) -> &'static str {
    use super::action::Action;
    match action {
        Action::Hole => "no hole has been found yet: listen with the detector, or search by eye",
        Action::ClearWay => "nothing lies through any hatch",
        Action::Give => "they carry nothing, or nobody is with them",
        _ => "there is nothing to choose",
    }
}

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

/// Beside the title of a drill.
pub const EXERCISE: &str = "EXERCISE";
/// The same in an exam.
pub const EXAM_EXERCISE: &str = "EXAM EXERCISE";
/// The card.
pub const SCORECARD: &str = "scorecard";
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
pub const EXAM_ON: &str = "EXAM";
/// The list of past drills.
pub const PAST_DRILLS: &str = "past drills";
/// While they are read.
pub const READING: &str = "reading the records…";
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

/// A line of the settings screen.
pub const fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Palette => "colours",
        Choice::Ascii => "ASCII glyphs only",
        Choice::Motion => "motion and blinking",
        Choice::Bell => "bell on alarms",
        Choice::Flash => "screen flash on alarms",
        Choice::SlowOnAlarm => "1x when an alarm sounds",
        Choice::SlowOnTask => "1x when a task ends",
        Choice::Speed => "speed at the start",
    }
}

/// Passed or not.
pub const fn verdict(passed: bool) -> &'static str {
    if passed { "passed" } else { "not passed" }
}
/// A record that is not shown as its orders make it, or whose orders make something else.
pub const NOT_CERTIFIED: &str = "not certified";

/// Who gave an order, before it in the journal of a replay.
pub const fn giver(by: Giver) -> &'static str {
    match by {
        Giver::Trainee => "order",
        Giver::Pilot => "pilot",
        Giver::Instructor => "instructor",
    }
}
