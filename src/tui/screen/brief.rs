//! Before the drill: what is known, what counts, how to begin.

use crate::mission::Mission;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Member;
use crate::tui::figures::Gmt;
use crate::tui::labels;
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
    pen.right(width, y, if exam { labels::EXAM_EXERCISE } else { labels::EXERCISE }, Role::Caution);
    y += 1;
    pen.rule(0, y, width, '─', Role::Border);
    y += 1;
    let gmt = Gmt::from_unix(mission.start_unix_s);
    let seed = if exam { labels::WITHHELD.to_owned() } else { seed.to_string() };
    let level = &mission.level;
    let level = if level.is_open() { en::window::level(&level.in_force) } else { String::new() };
    let place = format!("{} {} GMT    {level}{}", gmt.date(), gmt.time(), mission.layout.title);
    pen.fit(0, y, &place, width, Role::Text);
    pen.fit(0, y + 1, &labels::teaches_by(&mission.skill, &seed), width, Role::Dim);
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
    let crew = &mission.layout.crew;
    let room = h - y - 5;
    pen.text(0, y, labels::CREW, Role::Title);
    if room >= crew.len() as i32 {
        for (i, member) in crew.iter().enumerate() {
            y += 1;
            self::member(&mut pen, y, width, mission, i, member);
        }
    } else {
        // Little room: who is where, a line or two.
        for line in wrap(&together(mission), width - 6).iter().take((h - y - 2).max(1) as usize) {
            pen.text(6, y, line, Role::Text);
            y += 1;
        }
        y -= 1;
    }
    y += 1;
    if let Some(step) = mission.card.first()
        && y < h - 3
    {
        pen.text(0, y + 1, labels::FIRST, Role::Title);
        pen.fit(7, y + 1, &step.text, width - 7, Role::Text);
    }
    pen.run(
        0,
        h - 1,
        &[
            ("Enter", Role::Key),
            (&format!(" {}  ", labels::BEGIN), Role::Dim),
            ("?", Role::Key),
            (&format!(" {}  ", labels::HELPS), Role::Dim),
            ("Esc", Role::Key),
            (&format!(" {}", labels::BACK), Role::Dim),
        ],
    );
}

/// A member of the crew on a row.
fn member(pen: &mut Pen<'_>, y: i32, width: i32, mission: &Mission, i: usize, member: &Member) {
    let boat = member.vehicle.and_then(|v| mission.layout.vehicles.get(v.ix())).map_or("", |v| v.name.as_str());
    let place = mission.layout.compartments.get(member.compartment.ix()).map_or("", |c| c.label.as_str());
    pen.text(0, y, &format!("{}", i + 1), Role::Person);
    pen.fit(2, y, &format!("{} ({})", member.name, member.agency), width / 2 - 2, Role::Text);
    pen.fit(width / 2, y, &labels::begins_in(place, member.asleep, boat), width - width / 2, Role::Dim);
}

/// `Feustel, Arnold asleep in Harmony; Artemyev in Zvezda`
fn together(mission: &Mission) -> String {
    let layout = &mission.layout;
    let mut groups: Vec<(CompartmentId, bool, Vec<&str>)> = Vec::new();
    for member in &layout.crew {
        let here = groups.iter_mut().find(|(at, asleep, _)| *at == member.compartment && *asleep == member.asleep);
        match here {
            Some((_, _, names)) => names.push(&member.label),
            None => groups.push((member.compartment, member.asleep, vec![&member.label])),
        }
    }
    let told = groups.iter().map(|(at, asleep, names)| {
        let place = layout.compartments.get(at.ix()).map_or("", |c| c.label.as_str());
        labels::together(&names.join(", "), *asleep, place)
    });
    told.collect::<Vec<_>>().join("; ")
}
