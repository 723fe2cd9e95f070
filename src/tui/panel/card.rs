//! The procedure card with its current step; the hint in force, where there is no room for it elsewhere.

use crate::tui::labels;
use crate::tui::pen::{Pen, wrap};
use crate::tui::taught;
use crate::tui::theme::Role;
use crate::tui::view::View;

/// ```text
///  ✓ Acknowledge the alarm
///  ▸ Muster at the lifeboat
///    Commit a reserve time
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    steps(pen.section(labels::PROCEDURE, Role::Title), view);
}

/// The same with the hint above it, whole however long it is.
pub fn with_hint(mut pen: Pen<'_>, view: &View<'_>) {
    let mut pen = pen.section(labels::PROCEDURE, Role::Title);
    let (w, h) = (pen.width(), pen.height());
    let lines = hint(view).map(|text| wrap(&text, w - 4)).unwrap_or_default();
    let rows = lines.len() as i32;
    for (y, line) in lines.iter().enumerate() {
        pen.text(1, y as i32, if y == 0 { "★" } else { " " }, Role::Key);
        pen.fit(3, y as i32, line, w - 4, Role::Accent);
    }
    let top = if rows > 0 { rows + 1 } else { 0 };
    steps(pen.part(0, top, w, h - top), view);
}

fn steps(mut pen: Pen<'_>, view: &View<'_>) {
    let (w, h) = (pen.width(), pen.height());
    let current = current(view);
    let mut lines: Vec<(String, Role, bool)> = Vec::new();
    for (i, step) in view.mission.card.iter().enumerate() {
        let done = view.card.get(i).copied().unwrap_or(false);
        let (glyph, role) = if done {
            ("✓", Role::Dim)
        } else if current == Some(i) {
            ("▸", Role::Accent)
        } else {
            (" ", Role::Text)
        };
        for (n, row) in wrap(&step.text, w - 4).into_iter().enumerate() {
            let lead = if n == 0 { glyph } else { " " };
            lines.push((format!("{lead} {row}"), role, current == Some(i)));
        }
    }
    // The current step stays in sight.
    let at = lines.iter().position(|l| l.2).unwrap_or(0) as i32;
    let first = (at - 2).clamp(0, (lines.len() as i32 - h).max(0));
    for (row, (text, role, _)) in lines.iter().skip(first as usize).take(h.max(0) as usize).enumerate() {
        pen.fit(1, row as i32, text, w - 1, *role);
    }
}

/// The first step that is not done.
pub fn current(view: &View<'_>) -> Option<usize> {
    (0..view.mission.card.len()).find(|i| !view.card.get(*i).copied().unwrap_or(false))
}

/// The newest hint in force, in practice, with the keys of its orders.
pub fn hint(view: &View<'_>) -> Option<String> {
    if view.rate.exam {
        return None;
    }
    let hint = view.hints.last()?;
    view.mission.hints.get(usize::from(*hint)).map(|h| taught::hint(&h.text, view))
}
