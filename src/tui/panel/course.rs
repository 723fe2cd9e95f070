//! The course of a finished drill: pressure as it was and as it was shown, and under the same hours the hole, the
//! signs, what the crew did, and the hatches that stood shut.

use crate::debrief::Debrief;
use crate::debrief::model::Row;
use crate::tui::canvas::Canvas;
use crate::tui::labels;
use crate::tui::page::{Page, Span};
use crate::tui::pen::{columns, cut};
use crate::tui::theme::Role;
use crate::units::Tick;
use crate::words::measure;

/// Columns at the left for numbers and names.
const MARGIN: i32 = 11;
/// The axis never shows less than this, mmHg.
const LEAST_MMHG: f64 = 4.0;
/// Hatches shown at most.
const HATCHES: usize = 10;

/// ```text
///  745│⠤⢄⡀
///     │   ⠉⠢
///  741│
///     ╰──────────────
/// true  °
/// shown    !
/// done       × r   o
/// ```
pub fn rows(page: &mut Page, debrief: &Debrief, height: i32) {
    let plot = (page.width() - MARGIN).max(10);
    let last = debrief.about.last;
    let Some((low, high)) = range(&debrief.trace.rows) else {
        page.text("", Role::Dim, labels::NO_READINGS, Role::Dim);
        return;
    };
    let height = height.max(6) - 5;
    let at = |tick: Tick| (tick.0 * (plot as u64).saturating_sub(1) / last.0.max(1)) as i32;
    chart(page, &debrief.trace.rows, last, (low, high), (plot, height));
    let mut axis = row_of("", "╰", Role::Border);
    axis.push(Span { x: MARGIN, text: "─".repeat(plot as usize), role: Role::Border });
    page.row(axis);
    let story = &debrief.story;
    let mut truth = row_of(labels::WAS, "", Role::Dim);
    let mut shown = row_of(labels::SHOWN, "", Role::Dim);
    let mut done = row_of(labels::DONE, "", Role::Dim);
    let mark = |row: &mut Vec<Span>, tick: Tick, glyph: &str, role| {
        row.push(Span { x: MARGIN + at(tick), text: glyph.to_owned(), role });
    };
    for hole in &story.holes {
        mark(&mut truth, hole.opened, "°", Role::Warning);
        hole.found.into_iter().for_each(|tick| mark(&mut done, tick, "f", Role::Good));
        hole.covered.into_iter().for_each(|tick| mark(&mut done, tick, "o", Role::Good));
    }
    if let Some(sign) = &story.first_sign {
        mark(&mut shown, sign.at, "!", Role::Caution);
    }
    for (tick, ..) in &story.estimates {
        mark(&mut done, *tick, "r", Role::Accent);
    }
    for (from, to) in story.hatches.iter().flat_map(|hatch| &hatch.shut) {
        mark(&mut done, *from, "×", Role::Caution);
        if *to < last {
            mark(&mut done, *to, "═", Role::Accent);
        }
    }
    for row in [truth, shown, done] {
        page.row(row);
    }
    hours(page, last, plot);
    page.text("", Role::Dim, labels::COURSE_KEY, Role::Dim);
    hatches(page, debrief, last, plot);
    numbers(page, debrief);
}

fn row_of(name: &str, edge: &str, role: Role) -> Vec<Span> {
    let mut row = vec![Span { x: 0, text: name.to_owned(), role }];
    row.push(Span { x: MARGIN - 1, text: edge.to_owned(), role: Role::Border });
    row
}

fn chart(page: &mut Page, rows: &[Row], last: Tick, (low, high): (f64, f64), (w, h): (i32, i32)) {
    let place = |tick: Tick, value: f64| {
        let x = tick.0 as f64 / last.0.max(1) as f64 * f64::from(w * 2 - 1);
        (x, (high - value) / (high - low) * f64::from(h * 4 - 1))
    };
    type Pick = fn(&Row) -> Option<f64>;
    let traces: [(Pick, Role); 2] =
        [(|row| row.shown_mmhg, Role::Trace(0)), (|row| Some(row.true_mmhg), Role::Trace(1))];
    let mut lines: Vec<Vec<Span>> = (0..h)
        .map(|y| {
            let value = high - (high - low) * f64::from(y) / f64::from((h - 1).max(1));
            let name = if y == 0 || y == h - 1 || y == h / 2 { format!("{value:5.1} mmHg") } else { String::new() };
            row_of(&cut(&name, MARGIN - 1), "│", Role::Dim)
        })
        .collect();
    for (pick, role) in traces {
        let mut canvas = Canvas::new(w, h);
        let mut before: Option<(f64, f64)> = None;
        for row in rows {
            let Some(value) = pick(row) else {
                before = None;
                continue;
            };
            let here = place(row.at, value);
            canvas.line(before.unwrap_or(here), here);
            before = Some(here);
        }
        for (x, y, glyph) in canvas.inked() {
            if let Some(line) = lines.get_mut(y as usize) {
                line.push(Span { x: MARGIN + x, text: glyph.to_string(), role });
            }
        }
    }
    for line in lines {
        page.row(line);
    }
}

/// When it began and ended.
fn hours(page: &mut Page, last: Tick, w: i32) {
    let end = last.to_string();
    page.row(vec![
        Span { x: MARGIN, text: Tick::ZERO.to_string(), role: Role::Dim },
        Span { x: MARGIN + w - columns(&end), text: end, role: Role::Dim },
    ]);
}

fn hatches(page: &mut Page, debrief: &Debrief, last: Tick, w: i32) {
    let mut hatches: Vec<_> = debrief.story.hatches.iter().collect();
    hatches.sort_by_key(|hatch| hatch.shut.first().map(|(from, _)| *from));
    if !hatches.is_empty() {
        page.gap();
        page.text("", Role::Title, labels::HATCHES, Role::Title);
    }
    for hatch in hatches.into_iter().take(HATCHES) {
        let mut row = row_of(&cut(&hatch.hatch, MARGIN - 1), "", Role::Text);
        row.push(Span { x: MARGIN, text: "─".repeat(w as usize), role: Role::Faint });
        for (from, to) in &hatch.shut {
            let at = |tick: &Tick| (tick.0 * (w as u64) / last.0.max(1)).min(w as u64) as i32;
            let (x0, x1) = (at(from).min(w - 1), at(to));
            let text = "▓".repeat((x1 - x0).max(1) as usize);
            row.push(Span { x: MARGIN + x0, text, role: Role::Caution });
        }
        page.row(row);
    }
}

fn numbers(page: &mut Page, debrief: &Debrief) {
    let story = &debrief.story;
    page.gap();
    let leaked = format!("{} {}", labels::AIR_LOST, measure::kilograms(story.leaked_kg));
    page.text("", Role::Text, &leaked, Role::Text);
    if let Some((reserve, at)) = story.shortest_reserve {
        let text = labels::shortest(&measure::span(reserve), &at.to_string());
        page.text("", Role::Text, &text, Role::Text);
    }
    for (at, committed, truth) in &story.estimates {
        let text = labels::estimate(&at.to_string(), &measure::span(*committed), &measure::span(*truth));
        page.text("", Role::Text, &text, Role::Text);
    }
}

fn range(rows: &[Row]) -> Option<(f64, f64)> {
    let values = || rows.iter().flat_map(|row| [Some(row.true_mmhg), row.shown_mmhg]).flatten();
    let low = values().min_by(f64::total_cmp)?;
    let high = values().max_by(f64::total_cmp)?;
    let spare = (LEAST_MMHG - (high - low)).max(0.0) / 2.0;
    (low.is_finite() && high.is_finite()).then_some(((low - spare).floor(), (high + spare).ceil()))
}
