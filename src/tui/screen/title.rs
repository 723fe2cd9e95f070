//! The first screen: the station over the Earth's limb, and the missions.

use super::art;
use crate::mission::Mission;
use crate::tui::pen::{Pen, wrap};
use crate::tui::theme::Role;
use crate::tui::title::Title;

/// Art above, missions at the left, the brief of the chosen one at the right.
pub fn draw(mut pen: Pen<'_>, title: &Title) {
    let (w, h) = (pen.width(), pen.height());
    let roomy = h >= 34;
    let art_h = if roomy { (h * 2 / 5).max(art::HEIGHT + 5) } else { 10.min(h / 3 + 2) };
    {
        let mut sky = pen.part(0, 0, w, art_h);
        art::draw(&mut sky, if roomy { 3 } else { 1 }, if roomy { 5 } else { 2 }, !roomy);
    }
    let name = " L E A K D R I L L ";
    let name_y = i32::from(roomy);
    pen.centre(name_y, name, Role::Banner);
    let mut y = art_h;
    pen.centre(y, "Find the leak. Shut the hatch. Mend the hole. For the exercise.", Role::Dim);
    y += 1;
    let list_w = if w >= 100 { 44 } else { 36.min(w) };
    let body = h - y - 1;
    list(&mut pen.part(1, y, list_w, body), title);
    if let Some(mission) = title.chosen() {
        about(&mut pen.part(list_w + 2, y, w - list_w - 3, body), mission);
    }
    let exam = if title.exam { "x exam: yes" } else { "x exam: no" };
    pen.rule(0, h - 1, w, ' ', Role::Text);
    pen.run(
        1,
        h - 1,
        &[
            ("↑↓", Role::Key),
            (" choose  ", Role::Dim),
            ("Enter", Role::Key),
            (" fly  ", Role::Dim),
            (exam, Role::Key),
            ("  ", Role::Dim),
            (",", Role::Key),
            (" settings  ", Role::Dim),
            ("?", Role::Key),
            (" help  ", Role::Dim),
            ("q", Role::Key),
            (" leave", Role::Dim),
            (if title.waiting.is_some() { "  c" } else { "" }, Role::Key),
            (if title.waiting.is_some() { " go on" } else { "" }, Role::Dim),
        ],
    );
}

fn list(pen: &mut Pen<'_>, title: &Title) {
    let mut pen = pen.section("missions", Role::Title);
    let (w, h) = (pen.width(), pen.height());
    let n = title.missions.len() as i32;
    let first = (title.cursor as i32 - h + 1).clamp(0, (n - h).max(0));
    for row in 0..h.min(n) {
        let Some(mission) = title.missions.get((first + row) as usize) else { continue };
        let chosen = first + row == title.cursor as i32;
        let role = if chosen { Role::Select } else { Role::Text };
        pen.text(0, row, if chosen { "▸" } else { " " }, Role::Accent);
        pen.fit(2, row, &mission.title, w - 9, role);
        pen.right(w, row, &stars(mission), Role::Key);
    }
}

/// Difficulty as five signs.
fn stars(mission: &Mission) -> String {
    let full = usize::from(mission.difficulty.min(5));
    format!("{}{}", "★".repeat(full), "·".repeat(5 - full))
}

fn about(pen: &mut Pen<'_>, mission: &Mission) {
    let mut pen = pen.section(&mission.title, Role::Title);
    let w = pen.width();
    let mut y = 0;
    pen.fit(0, y, &format!("teaches: {}", mission.skill), w, Role::Accent);
    y += 1;
    let hours = mission.time_limit.0 as f64 / 3600.0;
    let crew = mission.layout.crew.len();
    pen.fit(0, y, &format!("{crew} people, {hours:.0} h at most, {}", mission.layout.title), w, Role::Dim);
    y += 2;
    for line in wrap(&mission.brief, w) {
        pen.text(0, y, &line, Role::Text);
        y += 1;
    }
}
