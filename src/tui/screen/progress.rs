//! How somebody gets on: what to fly next and why, each mission, each skill.

use crate::store::progress::{self, Reason, Suggestion};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::labels;
use crate::tui::page::{Page, Span};
use crate::tui::panel::cheat;
use crate::tui::pen::{Pen, cut};
use crate::tui::theme::Role;
use crate::tui::title::{self, Title};
use crate::words::en;

/// Columns and rows of the page.
fn size(w: i32, h: i32) -> (i32, i32) {
    ((w - 4).min(110), h - 3)
}

/// Rows that can be scrolled past.
pub fn most(app: &App) -> usize {
    let (width, rows) = size(i32::from(app.size.0), i32::from(app.size.1));
    page(app, width).most(rows)
}

/// Draws it.
pub fn draw(mut pen: Pen<'_>, app: &App, scroll: usize) {
    let (w, h) = (pen.width(), pen.height());
    let (width, rows) = size(w, h);
    let left = (w - width) / 2;
    let who = &app.lobby.trainee;
    pen.text(left, 0, labels::PROGRESS, Role::Title);
    pen.right(left + width, 0, who, Role::Dim);
    pen.rule(left, 1, width, '─', Role::Border);
    page(app, width).draw(&mut pen.part(left, 2, width, rows), scroll);
    let actions = [Action::ScrollDown, Action::Choose, Action::Records, Action::MenuHelp, Action::Back];
    cheat::keys(&mut pen.part(left, h - 1, width, 1), app.keys(), &actions);
}

/// What to fly next, in a sentence.
pub fn next(title: &Title, suggestion: &Suggestion) -> String {
    let name = title.missions.iter().find(|m| m.name == suggestion.mission).map_or("", |m| m.title.as_str());
    match suggestion.reason {
        Reason::New => en::window::next_new(name),
        Reason::NotPassed(best) => en::window::next_again(name, best),
        Reason::Improve(best) => en::window::next_better(name, best),
    }
}

fn page(app: &App, width: i32) -> Page {
    let mut page = Page::new(width);
    let empty = Title::default();
    let title = app.shelf.as_ref().unwrap_or(&empty);
    let lobby = &app.lobby;
    if lobby.past.is_none() {
        page.text("", Role::Dim, labels::READING, Role::Dim);
        return page;
    }
    if let Some(suggestion) = title::suggestion(title, lobby) {
        page.text("▸ ", Role::Accent, &next(title, &suggestion), Role::Accent);
    }
    page.part(labels::MISSIONS, Role::Title);
    let standings = progress::standings(lobby.drills(), &lobby.trainee);
    let bar = (width - 66).clamp(8, 40);
    for mission in &title.missions {
        let standing = standings.iter().find(|s| s.mission == mission.name);
        let mut row = vec![Span { x: 2, text: cut(&mission.title, 27), role: Role::Text }];
        match standing {
            Some(s) => {
                let (glyph, role) = if s.passed > 0 { ("✓", Role::Good) } else { ("◇", Role::Caution) };
                row.push(Span { x: 0, text: glyph.into(), role });
                bar_of(&mut row, 30, bar, s.best, role);
                let text = labels::results(s.best, s.latest, s.flown);
                row.push(Span { x: 32 + bar, text, role: Role::Dim });
            }
            None => {
                row.push(Span { x: 0, text: "·".into(), role: Role::Faint });
                row.push(Span { x: 30, text: labels::NOT_FLOWN.into(), role: Role::Faint });
            }
        }
        page.row(row);
    }
    page.part(labels::SKILLS, Role::Title);
    let skills = progress::skills(lobby.drills(), &lobby.trainee);
    if skills.is_empty() {
        page.text("", Role::Dim, en::window::NO_SKILLS, Role::Dim);
    }
    for skill in skills {
        let role = if skill.share >= 0.8 { Role::Good } else { Role::Caution };
        let mut row = vec![Span { x: 2, text: cut(&skill.skill, 27), role: Role::Text }];
        bar_of(&mut row, 30, bar, skill.share, role);
        row.push(Span { x: 32 + bar, text: format!("{:3.0} %", skill.share * 100.0), role });
        page.row(row);
        if let Some((line, lost)) = skill.weakest {
            let text = en::window::weakest(&line, &en::score::points(lost));
            page.text("      ", Role::Dim, &text, Role::Dim);
        }
    }
    page
}

fn bar_of(row: &mut Vec<Span>, x: i32, w: i32, share: f64, role: Role) {
    let full = ((share.clamp(0.0, 1.0) * f64::from(w)) + 0.5) as i32;
    row.push(Span { x, text: "▓".repeat(full.max(0) as usize), role });
    row.push(Span { x: x + full, text: "░".repeat((w - full).max(0) as usize), role: Role::Faint });
}
