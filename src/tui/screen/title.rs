//! The first screen: the station over the Earth's limb, and the missions.

use super::{art, progress};
use crate::mission::Mission;
use crate::tui::action::{self, Action};
use crate::tui::keys::Keymap;
use crate::tui::labels;
use crate::tui::lobby::Lobby;
use crate::tui::panel::cheat;
use crate::tui::pen::{Pen, columns, wrap};
use crate::tui::theme::Role;
use crate::tui::title::{self, Title};
use crate::words::en;

/// Rows of the art, and columns of the list.
fn plates(w: i32, h: i32) -> (i32, i32) {
    let roomy = h >= 34;
    let art = if roomy { (h * 2 / 5).max(art::HEIGHT + 5) } else { 10.min(h / 3 + 2) };
    (art, if w >= 100 { 52 } else { 44.min(w) })
}

/// The mission on a row of the screen, if there is one.
pub fn at(title: &Title, (w, h): (i32, i32), x: i32, y: i32) -> Option<usize> {
    let (art, list) = plates(w, h);
    let rows = h - art - 3;
    let row = y - art - 2;
    let ix = usize::try_from(row + first(title, rows)).ok()?;
    (row >= 0 && row < rows && x <= list && ix < title.missions.len()).then_some(ix)
}

/// The first mission shown.
fn first(title: &Title, rows: i32) -> i32 {
    let n = title.missions.len() as i32;
    (title.cursor as i32 - rows + 1).clamp(0, (n - rows).max(0))
}

/// Art above, missions at the left, the brief of the chosen one at the right.
pub fn draw(mut pen: Pen<'_>, title: &Title, lobby: &Lobby, keys: &Keymap) {
    let (w, h) = (pen.width(), pen.height());
    let roomy = h >= 34;
    let (art_h, list_w) = plates(w, h);
    {
        let mut sky = pen.part(0, 0, w, art_h);
        art::draw(&mut sky, if roomy { 3 } else { 1 }, if roomy { 5 } else { 2 }, !roomy);
    }
    pen.centre(i32::from(roomy), labels::BANNER, Role::Banner);
    let mut y = art_h;
    match title::suggestion(title, lobby) {
        Some(next) if !lobby.drills().is_empty() => {
            pen.centre(y, &progress::next(title, &next), Role::Accent);
        }
        _ => pen.centre(y, labels::MOTTO, Role::Dim),
    }
    y += 1;
    let body = h - y - 1;
    list(&mut pen.part(1, y, list_w, body), title, lobby);
    if let Some(mission) = title.chosen() {
        about(&mut pen.part(list_w + 2, y, w - list_w - 3, body), mission, lobby, keys);
    }
    pen.rule(0, h - 1, w, ' ', Role::Text);
    let mut foot = pen.part(1, h - 1, w - 1, 1);
    let exam = if title.exam { labels::EXAM_ON } else { "" };
    let mut actions = vec![
        Action::Choose,
        Action::Records,
        Action::Progress,
        Action::Exam,
        Action::MenuSettings,
        Action::MenuHelp,
        Action::Back,
    ];
    if title.waiting.is_some() {
        actions.insert(1, Action::GoOn);
    }
    let word = |action: Action| match action {
        Action::Back => labels::LEAVES,
        action => action::find(action).map_or("", |entry| entry.short()),
    };
    cheat::named(&mut foot, keys, actions.into_iter().map(|action| (action, word(action))));
    // Over the list, where it is seen by whoever chooses from it.
    pen.right(list_w, y, exam, Role::Caution);
}

/// ```text
/// ▸ Soyuz MS-09, August 2018   ★★★··  ✓  92 %  x3
/// ```
fn list(pen: &mut Pen<'_>, title: &Title, lobby: &Lobby) {
    let (n, rows) = (title.missions.len() as i32, pen.height() - 1);
    let first = first(title, rows);
    let shown = labels::missions(first + 1, (first + rows).min(n), n);
    let mut pen = pen.section(if rows < n { &shown } else { labels::MISSIONS }, Role::Title);
    let (w, h) = (pen.width(), pen.height());
    if title.reading {
        reading(&mut pen, n);
    }
    for row in 0..h.min(n) {
        let Some(mission) = title.missions.get((first + row) as usize) else { continue };
        let chosen = first + row == title.cursor as i32;
        let role = if chosen { Role::Select } else { Role::Text };
        pen.text(0, row, if chosen { "▸" } else { " " }, Role::Accent);
        pen.fit(2, row, &mission.title, w - 20, role);
        pen.text(w - 17, row, &stars(mission), Role::Key);
        if let Some(standing) = title::standing(lobby, &mission.name) {
            let (glyph, role) = if standing.passed > 0 { ("✓", Role::Good) } else { ("◇", Role::Caution) };
            pen.text(w - 11, row, &format!("{glyph}{:4.0} %", standing.best * 100.0), role);
            pen.right(w, row, &format!("x{}", standing.flown.min(999)), Role::Dim);
        }
    }
}

/// Under the first mission, while the others are being read.
fn reading(pen: &mut Pen<'_>, y: i32) {
    pen.text(2, y, labels::READING_MISSIONS, Role::Dim);
}

/// Difficulty as five signs.
fn stars(mission: &Mission) -> String {
    let full = usize::from(mission.difficulty.min(5));
    format!("{}{}", "★".repeat(full), "·".repeat(5 - full))
}

fn about(pen: &mut Pen<'_>, mission: &Mission, lobby: &Lobby, keys: &Keymap) {
    let mut pen = pen.section(&mission.title, Role::Title);
    let (w, h) = (pen.width(), pen.height());
    let mut y = 0;
    for line in wrap(&labels::teaches(&mission.skill), w).iter().take(2) {
        pen.text(0, y, line, Role::Accent);
        y += 1;
    }
    let limit = crate::words::measure::span(mission.time_limit.0 as f64);
    let crew = mission.layout.crew.len();
    pen.fit(0, y, &labels::size(crew, &limit, &mission.layout.title), w, Role::Dim);
    y += 1;
    if mission.level.is_open() {
        let level = &mission.level;
        pen.fit(
            0,
            y,
            &en::window::levels(&level.in_force, &keys.shown(Action::Level), &level.offered),
            w,
            Role::Accent,
        );
        y += 1;
    }
    if let Some(s) = title::standing(lobby, &mission.name) {
        let text = labels::standing(s.flown, s.passed, s.best);
        pen.fit(0, y, &text, w, Role::Good);
        y += 1;
    }
    y += i32::from(h > 14);
    let lines = wrap(&mission.brief, w);
    let room = (h - y).max(0) as usize;
    for (n, line) in lines.iter().take(room).enumerate() {
        let more = n + 1 == room && lines.len() > room;
        let end = pen.text(0, y, line, Role::Text);
        if more {
            pen.text(end.min(w - columns("…")), y, "…", Role::Dim);
        }
        y += 1;
    }
}
