//! Before the drill: what is known, what counts, how to begin.

use crate::mission::Mission;
use crate::tui::figures::Gmt;
use crate::tui::pen::{Pen, wrap};
use crate::tui::theme::Role;
use crate::words::en;

/// The brief of a mission. In an exam the seed is withheld.
pub fn draw(mut pen: Pen<'_>, mission: &Mission, seed: u64, exam: bool) {
    let (w, h) = (pen.width(), pen.height());
    let width = (w - 4).min(96);
    let left = (w - width) / 2;
    let mut pen = pen.part(left, 0, width, h);
    let mut y = if h >= 30 { 3 } else { 1 };
    pen.text(0, y, &mission.title, Role::Title);
    pen.right(width, y, if exam { "EXAM EXERCISE" } else { "EXERCISE" }, Role::Caution);
    y += 1;
    pen.rule(0, y, width, '─', Role::Border);
    y += 1;
    let gmt = Gmt::from_unix(mission.start_unix_s);
    let seed = if exam { "withheld until the end".to_owned() } else { seed.to_string() };
    pen.fit(0, y, &format!("{} {} GMT    {}", gmt.date(), gmt.time(), mission.layout.title), width, Role::Text);
    pen.fit(0, y + 1, &format!("teaches {}    seed {seed}", mission.skill), width, Role::Dim);
    y += 3;
    for line in wrap(&mission.brief, width) {
        pen.text(0, y, &line, Role::Text);
        y += 1;
    }
    if exam {
        let rules = en::window::exam_rules(mission.exam.pauses, mission.exam.max_speed);
        for line in wrap(&rules, width) {
            pen.text(0, y, &line, Role::Caution);
            y += 1;
        }
    }
    y += 1;
    pen.text(0, y, "Crew", Role::Title);
    y += 1;
    let rows = (h - y - 4).clamp(0, 8);
    for (i, member) in mission.layout.crew.iter().take(rows.max(0) as usize).enumerate() {
        let boat = member.vehicle.and_then(|v| mission.layout.vehicles.get(v.ix())).map_or("", |v| v.name.as_str());
        let place = mission.layout.compartments.get(member.compartment.ix()).map_or("", |c| c.label.as_str());
        let sleeps = if member.asleep { ", asleep" } else { "" };
        pen.text(0, y, &format!("{}", i + 1), Role::Person);
        pen.fit(2, y, &format!("{} ({})", member.name, member.agency), width / 2 - 2, Role::Text);
        pen.fit(width / 2, y, &format!("in {place}{sleeps}, boat {boat}"), width - width / 2, Role::Dim);
        y += 1;
    }
    if let Some(step) = mission.card.first()
        && y < h - 3
    {
        pen.text(0, y + 1, "First:", Role::Title);
        pen.fit(7, y + 1, &step.text, width - 7, Role::Text);
    }
    pen.run(
        0,
        h - 1,
        &[
            ("Enter", Role::Key),
            (" begin  ", Role::Dim),
            ("?", Role::Key),
            (" help  ", Role::Dim),
            ("Esc", Role::Key),
            (" back", Role::Dim),
        ],
    );
}
