//! What was true, beside what was shown: only in the replay of a drill that is over.

use crate::sim::ids::CompartmentId;
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::watch::source::Unveiled;
use crate::tui::{figures, labels};

/// Columns that a compartment takes.
const EACH: i32 = 23;
/// What is shown is wrong by more than this, mmHg, where it is worth a colour.
const APART_MMHG: f64 = 0.5;
/// Most holes listed.
const HOLES: usize = 4;

/// ```text
/// ─ the truth beside what was shown ───────
///  left by holes 0.52 kg   reserve 9.1 h
///  hole in Lab, h1: 1.8 of 3.1 mm²
///          shown   true          shown   true
///  Boat    744.0  744.03  Node   743.1  743.98
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>, truth: &Unveiled) {
    let (w, h) = (pen.width(), pen.height());
    // No higher than it needs: what it does not cover can still be seen.
    let across = (w / EACH).max(1);
    let table_rows = 1 + (truth.mmhg.len() as i32 + across - 1) / across;
    let h = h.min(2 + truth.holes.len().clamp(1, HOLES) as i32 + table_rows);
    pen.clear(0, 0, w, h);
    let mut pen = pen.part(0, 0, w, h);
    let mut pen = pen.section(labels::THE_TRUTH, Role::Caution);
    let reserve = truth.reserve_s.map_or_else(|| labels::NOTHING_FALLS.to_owned(), figures::reserve);
    let x = pen.run(1, 0, &[(labels::LEFT_THROUGH, Role::Dim)]);
    let x = pen.text(x, 0, &format!("{:.2} kg", truth.leaked_kg), Role::Text);
    let x = pen.text(x + 2, 0, labels::RESERVE_IS, Role::Dim);
    pen.text(x, 0, &reserve, Role::Text);
    let mut y = 1;
    for hole in truth.holes.iter().rev().take(HOLES) {
        let number = hole.found.map_or_else(|| labels::NOT_FOUND.to_owned(), |f| format!("h{}", u32::from(f.0) + 1));
        let text = labels::hole_in(view.label(hole.at), &number);
        let size = labels::hole_size(hole.open_mm2, hole.made_mm2);
        let role = if hole.open_mm2 > 0.0 { Role::Warning } else { Role::Good };
        let x = pen.fit(1, y, &text, w - columns(&size) - 4, role);
        pen.fit(x + 2, y, &size, w - x - 3, Role::Text);
        y += 1;
    }
    if truth.holes.is_empty() {
        pen.text(1, y, labels::NO_HOLE, Role::Good);
        y += 1;
    }
    table(&mut pen.part(0, y, w, h - 1 - y), view, truth, across);
}

/// Pressures by compartment, in as many columns as there is room.
fn table(pen: &mut Pen<'_>, view: &View<'_>, truth: &Unveiled, across: i32) {
    let h = pen.height();
    let rows = (h - 1).max(0);
    for column in 0..across.min((truth.mmhg.len() as i32 + rows - 1) / rows.max(1)) {
        pen.right(column * EACH + 15, 0, labels::SHOWN, Role::Dim);
        pen.right(column * EACH + EACH - 1, 0, labels::TRUE, Role::Dim);
    }
    for (i, mmhg) in truth.mmhg.iter().enumerate() {
        let (column, y) = (i as i32 / rows.max(1), 1 + i as i32 % rows.max(1));
        let x = column * EACH;
        if column >= across {
            break;
        }
        let place = CompartmentId::at(i);
        let known = view.console.pressures.get(i).copied().flatten();
        let apart = known.is_some_and(|k| (k.mmhg - mmhg).abs() > APART_MMHG);
        pen.fit(x + 1, y, view.label(place), 8, Role::Text);
        let shown = known.map_or_else(|| "--".to_owned(), |k| format!("{:.1}", k.mmhg));
        pen.right(x + 15, y, &shown, if apart { Role::Caution } else { Role::Dim });
        pen.right(x + EACH - 1, y, &format!("{mmhg:.2}"), if apart { Role::Warning } else { Role::Text });
    }
}
