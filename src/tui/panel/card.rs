//! The procedure card with its current step, and the hint in force.

use crate::tui::pen::{Pen, wrap};
use crate::tui::theme::Role;
use crate::tui::view::View;

/// ```text
///  ✓ Acknowledge the alarm
///  ▸ Muster at the lifeboat
///    Commit a reserve time
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let mut pen = pen.section("procedure", Role::Title);
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
    if let Some(hint) = hint(view) {
        lines.push((String::new(), Role::Text, false));
        for (n, row) in wrap(hint, w - 4).into_iter().enumerate() {
            lines.push((format!("{} {row}", if n == 0 { "★" } else { " " }), Role::Accent, false));
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

/// The newest hint in force, in practice.
pub fn hint<'a>(view: &View<'a>) -> Option<&'a str> {
    if view.rate.exam {
        return None;
    }
    let hint = view.hints.last()?;
    view.mission.hints.get(usize::from(*hint)).map(|h| h.text.as_str())
}
