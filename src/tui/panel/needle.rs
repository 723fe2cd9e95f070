//! The hand gauge: a needle over a scale, and a stopwatch that the trainee works.

use crate::sim::console::PersonView;
use crate::tui::figures;
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;

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
        format!("{} in {}", view.who(person.who), view.label(person.at))
    } else {
        format!("hand, {}", view.label(person.at))
    };
    pen.fit(0, y, &title, w - value.len() as i32 - 1, Role::Accent);
    pen.right(w, y, &value, Role::Banner);
    scale(pen, y + 1, needle);
    let (text, role) = match (person.stopwatch, person.timed) {
        (Some((since, from)), _) => {
            let over = view.console.tick.since(since);
            (format!("watch {}  fell {:.2}", figures::span(over), from - needle), Role::Caution)
        }
        (None, Some((seconds, fell))) => {
            (format!("timed {}  fell {fell:.2}", figures::span(u64::from(seconds))), Role::Text)
        }
        (None, None) if view.rate.replay => (String::new(), Role::Dim),
        (None, None) => ("s starts the watch".to_owned(), Role::Dim),
    };
    pen.fit(0, y + 4, &text, w, role);
    5
}

/// A scale with the needle in its middle third: a division is 0.25 mmHg, a figure stands at each whole one.
fn scale(pen: &mut Pen<'_>, y: i32, needle: f64) {
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
    let at = ((needle - left) / 0.25 + 0.5) as i32;
    pen.text(at, y, "█", Role::Accent);
    pen.text(at, y + 1, "▲", Role::Accent);
}
