//! Hatches over time: which stood shut when, under the same hours as the trend; the reasoning made visible.

use crate::sim::ids::HatchId;
use crate::tui::history::SPAN_S;
use crate::tui::labels;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::units::Tick;

/// ```text
/// Unity-Lab      ════════████████████
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let mut pen = pen.section(labels::HATCHES, Role::Title);
    let (w, h) = (pen.width(), pen.height());
    let now = view.console.tick;
    let since = Tick(now.0.saturating_sub(SPAN_S)).max(view.history.start());
    let moved = moved(view);
    if moved.is_empty() {
        pen.text(1, 0, labels::NONE_MOVED, Role::Dim);
        return;
    }
    let name_w = 18.min(w / 3);
    let bar_w = w - name_w - 2;
    let span = now.since(since).max(1);
    for (row, hatch) in moved.iter().take(h.max(0) as usize).enumerate() {
        let y = row as i32;
        pen.fit(1, y, &view.hatch_name(*hatch), name_w - 1, Role::Text);
        for x in 0..bar_w {
            let at = Tick(since.0 + span * (x as u64 + 1) / (bar_w.max(1) as u64));
            let shut = view.history.doors().iter().rfind(|d| d.1 == *hatch && d.0 <= at).is_some_and(|d| d.2);
            let (glyph, role) = if shut { ("▓", Role::Caution) } else { ("─", Role::Faint) };
            pen.text(name_w + 1 + x, y, glyph, role);
        }
    }
}

/// Hatches that somebody moved, the latest first.
fn moved(view: &View<'_>) -> Vec<HatchId> {
    let doors = view.history.doors();
    let mut out: Vec<HatchId> = Vec::new();
    for (_, hatch, _) in doors.iter().rev() {
        if !out.contains(hatch) && doors.iter().filter(|d| d.1 == *hatch).count() > 1 {
            out.push(*hatch);
        }
    }
    out
}
