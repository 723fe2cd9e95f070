//! Pressure over time: several places, with what was done marked on the axis.

use crate::sim::console::SensorView;
use crate::sim::layout::Quantity;
use crate::tui::canvas::Canvas;
use crate::tui::history::{Mark, SPAN_S};
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, history::History, labels};
use crate::units::Tick;

/// The axis never shows less than this, mmHg, so that noise looks small.
const LEAST_MMHG: f64 = 4.0;
/// Columns of the numbers at the left.
const LEFT: i32 = 6;
/// Most traces.
const TRACES: usize = 4;

struct Trace {
    label: String,
    sensor: usize,
    role: Role,
}

/// Draws the chart with its own title.
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let now = view.console.tick;
    let since = Tick(now.0.saturating_sub(SPAN_S)).max(view.history.start());
    let title = labels::trend(&figures::reserve(now.since(since).max(60) as f64));
    let mut pen = pen.section(&title, Role::Title);
    let (w, h) = (pen.width(), pen.height());
    if w < 16 || h < 4 {
        return;
    }
    let traces = choose(view, since);
    let Some((low, high)) = range(view.history, &traces, since) else {
        pen.text(1, 1, labels::NO_READINGS_YET, Role::Dim);
        return;
    };
    // Hours under the axis, where there is a row for them.
    let hours = i32::from(h >= 7);
    let (left, plot_h) = (LEFT, h - 2 - hours);
    let plot_w = w - left;
    pen.right(left - 1, 0, &format!("{high:.0}"), Role::Dim);
    pen.right(left - 1, plot_h - 1, &format!("{low:.0}"), Role::Dim);
    for y in 0..plot_h {
        pen.text(left - 1, y, "│", Role::Border);
    }
    pen.text(left - 1, plot_h, "╰", Role::Border);
    pen.rule(left, plot_h, plot_w, '─', Role::Border);
    let span = now.since(since).max(1) as f64;
    for trace in &traces {
        let mut canvas = Canvas::new(plot_w, plot_h);
        let mut last: Option<(f64, f64)> = None;
        for (t, value) in view.history.trace(trace.sensor, since) {
            let x = t.since(since) as f64 / span * f64::from(plot_w * 2 - 1);
            let y = (high - value) / (high - low) * f64::from(plot_h * 4 - 1);
            canvas.line(last.unwrap_or((x, y)), (x, y));
            last = Some((x, y));
        }
        canvas.draw(&mut pen, left, 0, trace.role);
    }
    if hours > 0 {
        times(&mut pen, view, since, (left, plot_w), plot_h);
    }
    axis(&mut pen, view, since, left, plot_w, plot_h);
    legend(&mut pen, &traces, left, h - 1);
}

/// What the gauges showed at a column of the chart, in a line; none beside it.
pub fn moment(view: &View<'_>, width: i32, x: i32) -> Option<String> {
    let now = view.console.tick;
    let since = Tick(now.0.saturating_sub(SPAN_S)).max(view.history.start());
    let (left, plot_w) = (LEFT, width - LEFT);
    if x < left || plot_w < 2 {
        return None;
    }
    let at = Tick(since.0 + now.since(since) * (x - left) as u64 / (plot_w as u64 - 1));
    let shown: Vec<String> = choose(view, since)
        .iter()
        .filter_map(|trace| {
            let last = view.history.trace(trace.sensor, since).take_while(|(t, _)| *t <= at).last();
            last.map(|(_, value)| format!("{} {value:.1}", trace.label))
        })
        .collect();
    let gmt = figures::clock(view.mission.start_unix_s, at);
    (!shown.is_empty()).then(|| labels::moment(&at.to_string(), &gmt.time(), &shown.join(", ")))
}

/// The main sensor and those that differ most from it now.
fn choose(view: &View<'_>, since: Tick) -> Vec<Trace> {
    let Some(main) = view.main_pressure() else { return Vec::new() };
    let mut others: Vec<_> = view
        .sensors(Quantity::Pressure)
        .filter(|s| s.sensor != main.sensor && s.value.is_some())
        .filter(|s| view.history.trace(s.sensor.ix(), since).next().is_some())
        .collect();
    let apart = |s: &SensorView| (s.value.unwrap_or(0.0) - main.value.unwrap_or(0.0)).abs();
    others.sort_by(|a, b| apart(b).total_cmp(&apart(a)));
    std::iter::once(main)
        .chain(others)
        .take(TRACES)
        .enumerate()
        .map(|(i, s)| Trace {
            label: view.layout.sensors.get(s.sensor.ix()).map_or("?", |d| view.label(d.compartment)).to_owned(),
            sensor: s.sensor.ix(),
            role: Role::Trace(i as u8),
        })
        .collect()
}

fn range(history: &History, traces: &[Trace], since: Tick) -> Option<(f64, f64)> {
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    for trace in traces {
        for (_, v) in history.trace(trace.sensor, since) {
            low = low.min(v);
            high = high.max(v);
        }
    }
    if !low.is_finite() || !high.is_finite() {
        return None;
    }
    let spare = (LEAST_MMHG - (high - low)).max(0.0) / 2.0;
    Some(((low - spare).floor(), (high + spare).ceil()))
}

/// From one figure on the time axis to the next, s.
const EVERY_S: [u64; 10] = [60, 300, 600, 1800, 3600, 7200, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600];
/// Columns that a figure needs, and the gap behind it.
const FIGURE: i64 = 9;

/// The clock on board under the axis, at round times.
fn times(pen: &mut Pen<'_>, view: &View<'_>, since: Tick, (left, w): (i32, i32), y: i32) {
    let span = view.console.tick.since(since).max(1) as i64;
    let fits = |every: &u64| i64::from(w) * *every as i64 / span >= FIGURE;
    let Some(every) = EVERY_S.into_iter().find(fits).map(|every| every as i64) else { return };
    let start = view.mission.start_unix_s.saturating_add(since.0 as i64);
    let mut at = start.div_euclid(every) * every + every;
    while at <= start + span {
        let x = left + ((at - start) * i64::from(w - 1) / span) as i32;
        let text = figures::Gmt::from_unix(at).minute();
        // Whole, or not at all.
        if x - 2 >= left && x + 3 <= left + w {
            pen.text(x, y, "┬", Role::Border);
            pen.text(x - 2, y + 1, &text, Role::Dim);
        }
        at += every;
    }
}

/// What was done, on the time axis.
fn axis(pen: &mut Pen<'_>, view: &View<'_>, since: Tick, left: i32, w: i32, y: i32) {
    let span = view.console.tick.since(since).max(1);
    for (at, mark) in view.history.marks() {
        if *at < since {
            continue;
        }
        let x = (at.since(since) * (w as u64).saturating_sub(1) / span) as i32;
        let role = match mark {
            Mark::Alarm(_) => Role::Warning,
            Mark::Shut => Role::Caution,
            _ => Role::Accent,
        };
        pen.text(left + x, y, mark.glyph(), role);
    }
}

fn legend(pen: &mut Pen<'_>, traces: &[Trace], left: i32, y: i32) {
    let mut x = left;
    for trace in traces {
        let text = format!("━ {}", trace.label);
        if x + columns(&text) > pen.width() - 1 {
            break;
        }
        x = pen.text(x, y, &text, trace.role) + 2;
    }
    let key = labels::TREND_KEY;
    if pen.width() - x > columns(key) {
        pen.right(pen.width(), y, key, Role::Faint);
    }
}
