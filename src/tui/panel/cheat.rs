//! The last two lines: the answer to the last key (or a hint), and the keys that matter now.

use super::card;
use crate::tui::action;
use crate::tui::keys::Keymap;
use crate::tui::pen::{Pen, columns, wrap};
use crate::tui::theme::Role;
use crate::tui::view::View;

/// The answer, else what the open menu's row says, else the hint of the mission, else the step of the card, each on as
/// many rows as it needs: a reason cut off teaches nothing.
pub fn note(mut pen: Pen<'_>, view: &View<'_>) {
    let (lead, text, lead_role, role) = said(view);
    let w = pen.width();
    let indent = columns(&lead) + 1;
    pen.text(1, 0, &lead, lead_role);
    let rows = rows(&lead, &text, w);
    let last = pen.height() - 1;
    for (y, row) in (0..=last).zip(&rows) {
        // The last row holds all that is left, so that a cut shows.
        let all = if y == last { rows[y as usize..].join(" ") } else { row.clone() };
        pen.fit(indent, y, &all, w - indent, role);
    }
}

/// Rows that the note needs at this width, at most three; two for advice, which must not hide what was just said.
pub fn height(view: &View<'_>, w: i32) -> i32 {
    let (lead, text, _, _) = said(view);
    let most = if view.hand.menu.is_some() || view.hand.note.is_some() { 3 } else { 2 };
    (rows(&lead, &text, w).len() as i32).clamp(1, most)
}

fn rows(lead: &str, text: &str, w: i32) -> Vec<String> {
    wrap(text, (w - columns(lead) - 2).max(10))
}

/// What there is to say: its lead, the words, their roles.
fn said(view: &View<'_>) -> (String, String, Role, Role) {
    if let Some(menu) = &view.hand.menu
        && let Some(row) = menu.rows.get(menu.cursor)
    {
        let role = if row.possible { Role::Text } else { Role::Caution };
        return (format!("{}  ", row.label), row.note.clone(), Role::Accent, role);
    }
    if let Some(note) = &view.hand.note {
        return if note.refused {
            ("✗ ".into(), note.text.clone(), Role::Caution, Role::Caution)
        } else {
            ("✓ ".into(), note.text.clone(), Role::Good, Role::Text)
        };
    }
    if let Some(hint) = card::hint(view) {
        return ("★ ".into(), hint.to_owned(), Role::Key, Role::Accent);
    }
    match card::current(view).and_then(|i| view.mission.card.get(i)) {
        Some(step) => ("▸ ".into(), step.text.clone(), Role::Accent, Role::Dim),
        None => (String::new(), String::new(), Role::Dim, Role::Dim),
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

/// Some keys with what they do, as many as fit.
pub fn keys(pen: &mut Pen<'_>, keys: &Keymap, actions: &[action::Action]) {
    let mut x = 0;
    for action in actions {
        let Some(entry) = action::find(*action) else { continue };
        let key = keys.shown(*action);
        if key.is_empty() || x + columns(&key) + columns(entry.short) + 1 > pen.width() {
            continue;
        }
        x = pen.text(x, 0, &key, Role::Key) + 1;
        x = pen.text(x, 0, entry.short, Role::Dim) + 2;
    }
}
