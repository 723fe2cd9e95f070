//! Help: what to do, the keys from the action table, the glyphs, the alarms, then the words of the trade.

use crate::sim::alarm::AlarmClass;
use crate::tui::action::{Entry, Group, TABLE};
use crate::tui::app::{App, Stage};
use crate::tui::keys::Keymap;
use crate::tui::labels;
use crate::tui::page::{Page, Span};
use crate::tui::pen::{Pen, cut};
use crate::tui::theme::Role;
use crate::words::{en, glossary};

/// Columns of keys and words.
const LEAD: usize = 15;

/// Columns and rows of the page inside its frame, on a screen of this size.
fn size(w: i32, h: i32) -> (i32, i32) {
    (w.min(100) - 4, h - 2)
}

/// Rows that can be scrolled past.
pub fn most(app: &App) -> usize {
    let (width, rows) = size(i32::from(app.size.0), i32::from(app.size.1));
    page(app, width).most(rows)
}

/// The row where the next part begins.
pub fn next_part(app: &App, from: usize) -> usize {
    let (width, rows) = size(i32::from(app.size.0), i32::from(app.size.1));
    page(app, width).next_part(from, rows)
}

/// Keys, glyphs and words, scrolled.
pub fn draw(mut pen: Pen<'_>, app: &App, scroll: usize) {
    let (w, h) = (pen.width(), pen.height());
    let whole = w.min(100);
    let mut pen = pen.part((w - whole) / 2, 0, whole, h);
    pen.clear(0, 0, whole, h);
    let mut pen = pen.frame(labels::HELP, Role::Accent, Role::Title);
    let (width, rows) = size(w, h);
    let page = page(app, width);
    page.draw(&mut pen.part(1, 0, width, rows), scroll);
    let most = page.most(rows);
    if most > 0 {
        let shown = (scroll.min(most) + rows.max(0) as usize) * 100 / (most + rows.max(1) as usize);
        pen.right(pen.width(), rows - 1, &format!(" {shown} % "), Role::Dim);
    }
}

fn page(app: &App, width: i32) -> Page {
    let mut page = Page::new(width);
    let replay = matches!(app.stage, Stage::Watch(_));
    let how = if replay { en::replay::HELP } else { en::window::HELP };
    page.text("", Role::Text, how, Role::Title);
    // Where one is comes first; a replay has enough in its own keys.
    let groups: Vec<Group> = match app.stage {
        Stage::Watch(_) => std::iter::once(Group::Replay).chain(Group::CABIN).collect(),
        Stage::Cabin(_) => Group::CABIN.into_iter().chain([Group::Lobby, Group::Replay]).collect(),
        _ => std::iter::once(Group::Lobby).chain(Group::CABIN).chain([Group::Replay]).collect(),
    };
    for group in groups {
        keys(&mut page, app.keys(), group, |entry| !replay || entry.in_replay());
    }
    page.part(labels::THE_MAP, Role::Title);
    for (glyph, text) in labels::MAP_GLYPHS {
        lead(&mut page, glyph, text, Role::Text);
    }
    page.part(labels::THE_ALARMS, Role::Title);
    for class in [AlarmClass::Emergency, AlarmClass::Warning, AlarmClass::Caution, AlarmClass::Advisory] {
        let name = format!("{} {}", labels::class(class), en::alarm::class(class));
        lead(&mut page, &name, en::window::rings(class), Role::Text);
    }
    page.part(labels::THE_WORDS, Role::Title);
    for term in glossary() {
        lead(&mut page, term.word, term.meaning, Role::Text);
    }
    page
}

fn keys(page: &mut Page, keys: &Keymap, group: Group, here: impl Fn(&Entry) -> bool) {
    let entries: Vec<&Entry> = TABLE.iter().filter(|e| e.group == group && here(e)).collect();
    if entries.is_empty() {
        return;
    }
    page.part(group.title(), Role::Title);
    for entry in entries {
        let width = page.width();
        page.row(vec![
            Span { x: 0, text: cut(&keys.shown(entry.action), LEAD as i32 - 1), role: Role::Key },
            Span { x: LEAD as i32, text: cut(entry.help(), width - LEAD as i32 - 18), role: Role::Text },
            Span { x: width - 16, text: entry.id.to_owned(), role: Role::Faint },
        ]);
    }
}

/// A word at the left, its meaning beside it on as many rows as it needs.
fn lead(page: &mut Page, word: &str, text: &str, role: Role) {
    let word = cut(word, LEAD as i32 - 1);
    let gap = LEAD - crate::tui::pen::columns(&word).max(0) as usize;
    page.text(&format!("{word}{}", " ".repeat(gap)), Role::Key, text, role);
}
