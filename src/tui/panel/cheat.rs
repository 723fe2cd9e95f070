//! The last two lines: the answer to the last key (or a hint), and the keys that matter now.

use super::card;
use crate::tui::action;
use crate::tui::keys::Keymap;
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;

/// The answer, else what the open menu's row says, else the hint of the mission, else the step of the card.
pub fn note(mut pen: Pen<'_>, view: &View<'_>) {
    let w = pen.width();
    if let Some(menu) = &view.hand.menu
        && let Some(row) = menu.rows.get(menu.cursor)
    {
        let role = if row.possible { Role::Text } else { Role::Caution };
        let x = pen.fit(1, 0, &row.label, w / 2, Role::Accent);
        pen.fit(x + 2, 0, &row.note, w - x - 3, role);
        return;
    }
    if let Some(note) = &view.hand.note {
        let (glyph, role) = if note.refused { ("✗ ", Role::Caution) } else { ("✓ ", Role::Good) };
        let x = pen.text(1, 0, glyph, role);
        pen.fit(x, 0, &note.text, w - x - 1, if note.refused { Role::Caution } else { Role::Text });
    } else if let Some(hint) = card::hint(view) {
        let x = pen.text(1, 0, "★ ", Role::Key);
        pen.fit(x, 0, hint, w - x - 1, Role::Accent);
    } else if let Some(step) = card::current(view).and_then(|i| view.mission.card.get(i)) {
        let x = pen.text(1, 0, "▸ ", Role::Accent);
        pen.fit(x, 0, &step.text, w - x - 1, Role::Dim);
    }
}

/// ```text
///  a acknowledge  Tab person  g go  c shut  m measure ...  ? help
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>, keys: &Keymap) {
    if view.hand.menu.is_some() {
        pen.run(
            1,
            0,
            &[
                ("letter", Role::Key),
                (" choose  ", Role::Dim),
                ("↑↓ Enter", Role::Key),
                (" choose  ", Role::Dim),
                ("Esc", Role::Key),
                (" back", Role::Dim),
            ],
        );
        return;
    }
    let w = pen.width();
    let help = (keys.shown(action::Action::Help), "help");
    let mut x = 1;
    let stop = w - columns(&help.0) - columns(help.1) - 3;
    for action in action::matter(view) {
        if action == action::Action::Help {
            continue;
        }
        let Some(entry) = action::find(action) else { continue };
        let key = keys.shown(action);
        let needs = columns(&key) + columns(entry.short) + 3;
        if x + needs > stop {
            continue;
        }
        x = pen.text(x, 0, &key, Role::Key) + 1;
        x = pen.text(x, 0, entry.short, Role::Dim) + 2;
    }
    let x = pen.text(stop + 1, 0, &help.0, Role::Key) + 1;
    pen.text(x, 0, help.1, Role::Dim);
}
