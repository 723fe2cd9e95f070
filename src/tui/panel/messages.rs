//! What was said and what came to pass, the newest last.

use crate::tui::feed::{Line, Voice};
use crate::tui::figures;
use crate::tui::pen::{Pen, columns, wrap};
use crate::tui::theme::Role;
use crate::tui::view::View;

/// ```text
///  06:13 Moscow   MS-09 crew, report your gauge at 06:20.
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let (w, h) = (pen.width(), pen.height());
    let lines = view.feed.lines();
    let upto = lines.len().saturating_sub(view.hand.back);
    let mut y = h;
    for line in lines[..upto].iter().rev() {
        if y <= 0 {
            break;
        }
        let (indent, rows) = layout(line, w, h);
        // What does not fit whole loses its beginning to the panel's top, never its newest words.
        y -= rows.len() as i32;
        entry(&mut pen, y, view, line, indent, &rows);
    }
}

fn layout(line: &Line, w: i32, h: i32) -> (i32, Vec<String>) {
    let from = if line.from.is_empty() { 0 } else { columns(&line.from) + 1 };
    let indent = 7 + from;
    if h <= 2 {
        return (indent, vec![line.text.clone()]);
    }
    (indent, wrap(&line.text, (w - indent - 1).max(10)))
}

fn entry(pen: &mut Pen<'_>, y: i32, view: &View<'_>, line: &Line, indent: i32, rows: &[String]) {
    let old = view.console.tick.since(line.at) > 600;
    let (from, text) = match line.voice {
        Voice::Ground => (Role::Ground, if old { Role::Dim } else { Role::Text }),
        Voice::Crew => (Role::Dim, Role::Dim),
        Voice::Alarm => (Role::Warning, if old { Role::Dim } else { Role::Warning }),
        Voice::Refusal => (Role::Caution, if old { Role::Dim } else { Role::Caution }),
    };
    let w = pen.width();
    pen.text(1, y, &figures::clock(view.mission.start_unix_s, line.at).minute(), Role::Dim);
    pen.text(7, y, &line.from, from);
    for (i, row) in rows.iter().enumerate() {
        pen.fit(indent, y + i as i32, row, w - indent, text);
    }
}
