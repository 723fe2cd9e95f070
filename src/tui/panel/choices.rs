//! An open menu: letters, things, times, reasons.

use crate::tui::labels;
use crate::tui::menu::{Menu, Row};
use crate::tui::pen::{Pen, columns, cut};
use crate::tui::theme::Role;

/// A menu takes more columns of things rather than more rows than these.
const ROWS: i32 = 7;
/// Columns of a time such as `in 1:10, takes 0:40`.
const TIME: i32 = 19;
/// A name is cut to so many columns before things stand in fewer columns.
const NAME: i32 = 33;

/// Rows that a menu of `n` things takes in so many columns, frame included.
pub fn height(menu: &Menu, width: i32) -> i32 {
    let (_, rows) = grid(menu, width - 2);
    rows + 2
}

/// Columns of things, and rows of each: as few columns as keep the menu low, so that reasons have room; never so many
/// that names are cut.
fn grid(menu: &Menu, width: i32) -> (i32, i32) {
    let n = menu.rows.len() as i32;
    let name = menu.rows.iter().map(|row| columns(&row.label)).max().unwrap_or(0).min(NAME);
    let most = (width / (name + 5)).clamp(1, 5);
    let rows = |across: i32| (n + across - 1) / across.max(1);
    let across = (1..=most).find(|across| rows(*across) <= ROWS).unwrap_or(most);
    (across, rows(across))
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
    let (across, rows) = grid(menu, w - 2);
    let mut pen = pen.frame(&menu.title, Role::Accent, Role::Title);
    let (w, h) = (pen.width(), pen.height());
    if menu.rows.is_empty() {
        pen.text(1, 0, labels::NOTHING_HERE, Role::Dim);
        return;
    }
    let each = w / across.max(1);
    let first = first(menu, rows, h);
    for (i, row) in menu.rows.iter().enumerate() {
        let (column, y) = (i as i32 / rows.max(1), i as i32 % rows.max(1) - first);
        if y >= 0 && y < h {
            line(&mut pen, column * each, y, each - 1, row, i == menu.cursor);
        }
    }
    if first + h < rows {
        pen.right(w, h - 1, " ↓ ", Role::Key);
    }
    if first > 0 {
        pen.right(w, 0, " ↑ ", Role::Key);
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
    let end = pen.text(x + 3, y, &middle(&row.label, w - 3), label);
    // Notes stand in a column where labels are short and there is room for it.
    let at = if w >= 3 + 17 + TIME { (x + 3 + 17).max(end + 2) } else { end + 2 };
    let room = x + w - at;
    // A time that does not fit says nothing, and neither does the beginning of a reason: the line below says it whole.
    let fits = columns(&row.note) <= room || (!row.possible && room >= 2 * TIME);
    if fits && !row.note.is_empty() {
        pen.fit(at, y, &row.note, room, note);
    }
}

/// A name cut before its last word, which tells what would be done: `Carbon dioxide rem…: off`.
fn middle(label: &str, width: i32) -> String {
    match label.rsplit_once(": ") {
        Some((name, state)) if columns(label) > width => {
            format!("{}: {state}", cut(name, width - columns(state) - 2))
        }
        _ => cut(label, width),
    }
}
