//! The hand gauge: a needle over a scale, and a stopwatch that the trainee works.

use crate::sim::console::PersonView;
use crate::tui::action::Action;
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, labels};
use ratatui::style::Modifier;

/// Who reads a gauge: the chosen person, else the first who does.
pub fn reader<'a>(view: &View<'a>) -> Option<&'a PersonView> {
    view.person()
        .filter(|p| p.needle_mmhg.is_some())
        .or_else(|| view.console.crew.iter().find(|p| p.needle_mmhg.is_some()))
}

/// ```text
/// Lind, Node     742.25
/// ├┴┴┴┼┴┴┴┼┴┴┴┼┴┴┴┤
/// 740     ▲742    744
/// ⏱ 2:40  -0.75 mmHg
/// ```
/// Gives the rows that it took.
pub fn draw(pen: &mut Pen<'_>, y: i32, view: &View<'_>, person: &PersonView) -> i32 {
    let Some(needle) = person.needle_mmhg.filter(|n| n.is_finite()) else { return 0 };
    let w = pen.width();
    let value = if w >= 30 { format!("{needle:.2} mmHg") } else { format!("{needle:.2}") };
    let title = if w >= 30 {
        labels::in_place(view.who(person.who), view.label(person.at))
    } else {
        labels::hand_in(view.label(person.at))
    };
    pen.fit(0, y, &title, w - value.len() as i32 - 1, Role::Accent);
    pen.right(w, y, &value, Role::Banner);
    let shown = view.motion.map_or(needle, |motion| motion.needle(person.who, needle));
    scale(pen, y + 1, needle, shown);
    let (text, role) = match (person.stopwatch, person.timed) {
        (Some((since, from)), _) => {
            let over = view.console.tick.since(since);
            (labels::watch_runs(&figures::span(over), from - needle), Role::Caution)
        }
        (None, Some((seconds, fell))) => (labels::timed(&figures::span(u64::from(seconds)), fell), Role::Text),
        (None, None) if view.rate.replay => (String::new(), Role::Dim),
        (None, None) => (labels::starts_the_watch(&view.keys.shown(Action::Stopwatch)), Role::Dim),
    };
    pen.fit(0, y + 4, &text, w, role);
    5
}

/// A scale with the needle in its middle third: a division is 0.25 mmHg, a figure stands at each whole one.
fn scale(pen: &mut Pen<'_>, y: i32, needle: f64, shown: f64) {
    let w = pen.width();
    let divisions = (w - 1).clamp(8, 48);
    // The scale stands still while the needle moves: it turns over in steps of one mmHg.
    let span = f64::from(divisions) / 4.0;
    let left = (needle - span * 0.5).floor();
    for i in 0..=divisions {
        let value = left + f64::from(i) * 0.25;
        let whole = i % 4 == 0;
        pen.text(i, y, if whole { "┼" } else { "┴" }, if whole { Role::Text } else { Role::Dim });
        if i % 8 == 0 {
            let text = format!("{value:.0}");
            if i + columns(&text) <= w {
                pen.text(i, y + 2, &text, Role::Dim);
            }
        }
    }
    // Between two readings the needle glides, an eighth of a column at a time.
    let at = ((shown - left) / 0.25).max(0.0);
    let (column, eighth) = (at as i32, (at.fract() * 8.0) as usize);
    pen.text((at + 0.5) as i32, y + 1, "▲", Role::Accent);
    if eighth == 0 || pen.theme.ascii {
        pen.text((at + 0.5) as i32, y, "█", Role::Accent);
        return;
    }
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let style = pen.style(Role::Accent);
    // What is left of the first cell is its right part: the left part of it, turned round.
    pen.styled(column, y, PARTS[eighth], style.add_modifier(Modifier::REVERSED));
    pen.styled(column + 1, y, PARTS[eighth], style);
}
