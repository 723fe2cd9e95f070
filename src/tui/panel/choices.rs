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

/// The row of the menu at a place of its area, frame included, if there is one.
pub fn row_at(menu: &Menu, (width, height): (i32, i32), (x, y): (i32, i32)) -> Option<usize> {
    let (w, h) = (width - 2, height - 2);
    let (across, rows) = grid(menu, w);
    let (column, line) = ((x - 1).div_euclid((w / across.max(1)).max(1)), y - 1);
    if x < 1 || x > w || line < 0 || line >= h || column >= across {
        return None;
    }
    let row = line + first(menu, rows, h);
    let ix = usize::try_from(column * rows + row).ok()?;
    (row < rows && ix < menu.rows.len()).then_some(ix)
}

/// The first row shown: with more than there is room for, those around the cursor.
fn first(menu: &Menu, rows: i32, h: i32) -> i32 {
    (menu.cursor as i32 % rows.max(1) - h + 1).clamp(0, (rows - h).max(0))
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
    let first = first(menu, rows, h);
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
