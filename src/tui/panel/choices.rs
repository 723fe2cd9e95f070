//! An open menu: letters, things, times, reasons.

use crate::tui::menu::{Menu, Row};
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;

/// Rows that a menu of `n` things takes in so many columns, frame included.
pub fn height(menu: &Menu, width: i32) -> i32 {
    let (_, rows) = grid(menu, width - 2);
    rows + 2
}

/// Columns of things, and rows of each.
fn grid(menu: &Menu, width: i32) -> (i32, i32) {
    let n = menu.rows.len() as i32;
    let across = (width / 38).clamp(1, 4).min(n.max(1));
    (across, (n + across - 1) / across.max(1))
}

/// ```text
/// ╭ Lind: shut which hatch? ─────────────────────╮
/// │ l Lab-Node    0:35   n Node-Boat   shut already
/// ```
pub fn draw(mut pen: Pen<'_>, menu: &Menu) {
    let (w, h) = (pen.width(), pen.height());
    pen.clear(0, 0, w, h);
    let mut pen = pen.frame(&menu.title, Role::Accent, Role::Title);
    let (w, h) = (pen.width(), pen.height());
    if menu.rows.is_empty() {
        pen.text(1, 0, "nothing here", Role::Dim);
        return;
    }
    let (across, rows) = grid(menu, w);
    let each = w / across.max(1);
    // With more rows than room, the rows around the cursor are shown.
    let cursor_row = menu.cursor as i32 % rows.max(1);
    let first = (cursor_row - h + 1).clamp(0, (rows - h).max(0));
    for (i, row) in menu.rows.iter().enumerate() {
        let (column, y) = (i as i32 / rows.max(1), i as i32 % rows.max(1) - first);
        if y >= 0 && y < h {
            line(&mut pen, column * each, y, each - 1, row, i == menu.cursor);
        }
    }
}

fn line(pen: &mut Pen<'_>, x: i32, y: i32, w: i32, row: &Row, chosen: bool) {
    let letter = row.letter.to_string();
    let (key, label, note) = match (chosen, row.possible) {
        (true, true) => (Role::Hint, Role::Select, Role::Text),
        (true, false) => (Role::Dim, Role::Select, Role::Caution),
        (false, true) => (Role::Hint, Role::Text, Role::Dim),
        (false, false) => (Role::Dim, Role::Dim, Role::Faint),
    };
    pen.text(x + 1, y, &letter, key);
    let end = pen.fit(x + 3, y, &row.label, w - 3, label);
    // Notes stand in a column where labels are short.
    let at = (x + 3 + 17).max(end + 2);
    let room = x + w - at;
    if room >= columns("0:00") && !row.note.is_empty() {
        pen.fit(at, y, &row.note, room, note);
    }
}
