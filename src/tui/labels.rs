//! The short words on panels, in one place for the next language. Sentences are in `words`.

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
/// An exam's pauses are used up.
pub const NO_MORE_PAUSES: &str = "this exam allows no more pauses";
/// An exam's speed is limited.
pub const NO_FASTER: &str = "this exam runs no faster";
/// What is typed for a reserve time.
pub const ASK_RESERVE: &str = "reserve time, as 11.3h, 45m or 1h30m";
/// What is typed for a leak check.
pub const ASK_CHECK: &str = "leak check for how long, as 20m or 3h";
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
