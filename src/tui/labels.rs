//! Glyphs of the panels, and the words for what only this room knows; the words themselves are in `words`.

use super::action;
use super::settings::Choice;
use crate::sim::alarm::AlarmClass;
use crate::sim::console::HatchState;
use crate::sim::item::{Item, Items};
pub use crate::words::en::{menu::*, panel::*, screen::*};

/// Glyph of a class of alarms.
pub const fn class(class: AlarmClass) -> &'static str {
    match class {
        AlarmClass::Emergency => "■",
        AlarmClass::Warning => "▲",
        AlarmClass::Caution => "●",
        AlarmClass::Advisory => "○",
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

/// A hatch on its way, by how far open it is, 0..1: the door grows across the way.
pub fn door(open: f64, upright: bool) -> char {
    const ACROSS: [char; 9] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
    const UP: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let eighth = ((1.0 - open.clamp(0.0, 1.0)) * 7.0) as usize + 1;
    if upright { UP[eighth] } else { ACROSS[eighth] }
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
pub fn nothing(action: action::Action) -> &'static str {
    no_rows(action::find(action).map_or("", |entry| entry.id))
}

/// A line of the settings screen.
pub fn choice(choice: Choice) -> &'static str {
    setting(choice.id())
}
