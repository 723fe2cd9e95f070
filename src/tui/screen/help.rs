//! Help: the keys from the action table, then the words of the trade.

use crate::tui::action::{Group, TABLE};
use crate::tui::keys::Keymap;
use crate::tui::pen::{Pen, wrap};
use crate::tui::theme::Role;
use crate::words::glossary;

/// What comes before the keys of a drill.
const CABIN: &str = "Choose a person, then a verb, then a letter: three keys give any order. Menus say how long it takes, \
                     or why it cannot be. The pressure you see is what somebody read; how old it is stands beside it.";
/// What comes before those of a replay.
const REPLAY: &str = "The cabin as it was, at any moment of the record. The line below shows what happened when; a click \
                      on it goes there.";

/// Keys, glyphs and words, scrolled; in a replay its own keys alone.
pub fn draw(mut pen: Pen<'_>, keys: &Keymap, scroll: usize, replay: bool) {
    let (w, h) = (pen.width(), pen.height());
    pen.clear(0, 0, w, h);
    let mut pen = pen.frame("help   ↑↓ PgUp PgDn scroll, any other key back", Role::Accent, Role::Title);
    let lines = lines(keys, pen.width() - 2, replay);
    let most = (lines.len() as i32 - pen.height()).max(0);
    let first = (scroll as i32).min(most) as usize;
    let rows = pen.height();
    for (row, (key, text, role)) in lines.iter().skip(first).take(rows.max(0) as usize).enumerate() {
        pen.text(1, row as i32, key, Role::Key);
        pen.text(if key.is_empty() && *role == Role::Title { 1 } else { 15 }, row as i32, text, *role);
    }
    if most > 0 {
        let shown = (first as i32 + rows) * 100 / (most + rows).max(1);
        pen.right(pen.width(), rows - 1, &format!(" {shown} % "), Role::Dim);
    }
}

fn lines(keys: &Keymap, w: i32, replay: bool) -> Vec<(String, String, Role)> {
    let mut out: Vec<(String, String, Role)> = Vec::new();
    for line in wrap(if replay { REPLAY } else { CABIN }, w - 2) {
        out.push((String::new(), line, Role::Title));
    }
    let mut groups = Group::ALL;
    if replay {
        groups.reverse();
    }
    for group in groups {
        let entries = TABLE.iter().filter(|e| e.group == group && (!replay || e.in_replay()));
        for (n, entry) in entries.enumerate() {
            if n == 0 {
                out.push((String::new(), String::new(), Role::Text));
                out.push((String::new(), group.title().to_owned(), Role::Title));
            }
            out.push((keys.shown(entry.action), entry.help.to_owned(), Role::Text));
        }
    }
    out.push((String::new(), String::new(), Role::Text));
    out.push((String::new(), "The map".to_owned(), Role::Title));
    for (glyph, text) in [
        ("═ ║", "a hatch that stands open"),
        ("~", "a hatch being moved"),
        ("×", "a hatch that is shut"),
        ("!", "a hatch somebody found jammed"),
        ("< > ^ v", "flow sensors at the hatch feel air going that way"),
        ("1 2 3", "people, by number"),
        ("°", "a hole was found there"),
    ] {
        out.push((glyph.to_owned(), text.to_owned(), Role::Text));
    }
    out.push((String::new(), String::new(), Role::Text));
    out.push((String::new(), "The words".to_owned(), Role::Title));
    for term in glossary() {
        for (i, line) in wrap(term.meaning, w - 16).into_iter().enumerate() {
            let word = if i == 0 { term.word } else { "" };
            out.push((crate::tui::pen::cut(word, 13), line, Role::Text));
        }
    }
    out
}
