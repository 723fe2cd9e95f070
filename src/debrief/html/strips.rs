//! Strips over time: when each hatch was shut, and the true pressure of each compartment.

use super::super::model::Debrief;
use super::chart::{anchor, hours, n};
use super::map::shade;
use super::seconds;
use crate::words::en::debrief as say;
use maud::{Markup, html};

const LEFT: f64 = 170.0;
const RIGHT: f64 = 890.0;
const ROW: f64 = 16.0;
/// Columns of a pressure strip; more would not be seen.
const COLUMNS: usize = 90;

/// Both.
pub fn strips(debrief: &Debrief) -> Markup {
    html! { (hatches(debrief)) (pressures(debrief)) }
}

fn x(debrief: &Debrief, t: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * (t / seconds(debrief.about.last).max(1.0)).clamp(0.0, 1.0)
}

fn axis(debrief: &Debrief, y: f64) -> Markup {
    html! {
        @for (at, label) in hours(seconds(debrief.about.last)) {
            text x=(n(x(debrief, at))) y=(n(y)) text-anchor=(anchor(x(debrief, at))) { (label) }
        }
    }
}

fn hatches(debrief: &Debrief) -> Markup {
    let hatches = &debrief.story.hatches;
    if hatches.is_empty() {
        return html! { p { (say::NONE_MOVED) } };
    }
    let height = ROW * (hatches.len() as f64 + 2.0);
    html! {
        h3 { (say::HATCHES) }
        figure {
            svg viewBox=(format!("0 0 900 {height}")) role="img" aria-labelledby="doors-title doors-told" {
                title id="doors-title" { (say::HATCHES_TITLE) }
                desc id="doors-told" { (say::HATCHES_TOLD) }
                @for (ix, hatch) in hatches.iter().enumerate() {
                    @let y = ROW * (ix as f64 + 1.0);
                    text x=(LEFT - 8.0) y=(n(y)) text-anchor="end" { (hatch.hatch) }
                    line.axis x1=(LEFT) x2=(RIGHT) y1=(n(y - 4.0)) y2=(n(y - 4.0)) {}
                    @for (from, to) in &hatch.shut {
                        @let (a, b) = (x(debrief, seconds(*from)), x(debrief, seconds(*to)));
                        rect.shutspan x=(n(a)) y=(n(y - 9.0)) width=(n((b - a).max(1.5))) height="9" {}
                    }
                }
                (axis(debrief, height - 4.0))
            }
            figcaption { (say::BARS) @for hatch in hatches { (say::shut_times(&hatch.hatch, &hatch.shut)) } }
        }
    }
}

fn pressures(debrief: &Debrief) -> Markup {
    let (rows, names) = (&debrief.trace.rows, &debrief.trace.compartments);
    let height = ROW * (names.len() as f64 + 2.0);
    let every = rows.len().div_ceil(COLUMNS).max(1);
    let kept: Vec<_> = rows.iter().step_by(every).collect();
    html! {
        h3 { (say::STRIPS) }
        figure {
            svg viewBox=(format!("0 0 900 {height}")) role="img" aria-labelledby="air-strips-title air-strips-told" {
                title id="air-strips-title" { (say::STRIPS_TITLE) }
                desc id="air-strips-told" { (ends(debrief)) }
                @for (ix, name) in names.iter().enumerate() {
                    @let y = ROW * (ix as f64 + 1.0);
                    text x=(LEFT - 8.0) y=(n(y)) text-anchor="end" { (name) }
                    @for (k, row) in kept.iter().enumerate() {
                        @let from = x(debrief, seconds(row.at));
                        @let to = kept.get(k + 1).map_or(RIGHT, |next| x(debrief, seconds(next.at)));
                        rect x=(n(from)) y=(n(y - 11.0)) width=(n(to - from + 0.3)) height="13"
                            fill=(shade(row.pressures.get(ix).copied().unwrap_or(0.0))) {}
                    }
                }
                (axis(debrief, height - 4.0))
            }
            figcaption { (say::STRIPS_KEY) }
        }
    }
}

/// Each compartment from its first pressure to its last.
fn ends(debrief: &Debrief) -> String {
    let (Some(first), Some(last)) = (debrief.trace.rows.first(), debrief.trace.rows.last()) else {
        return say::NOTHING_MEASURED.to_owned();
    };
    let ends = first.pressures.iter().zip(&last.pressures).zip(&debrief.trace.compartments);
    let told: Vec<String> = ends.map(|((a, b), name)| say::from_to(name, *a, *b)).collect();
    format!("{}.", told.join("; "))
}
