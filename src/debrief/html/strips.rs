//! Strips over time: when each hatch was shut, and the true pressure of each compartment.

use super::super::model::Debrief;
use super::chart::{anchor, hours, n};
use super::map::shade;
use super::seconds;
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
        return html! { p { "No hatch was moved." } };
    }
    let height = ROW * (hatches.len() as f64 + 2.0);
    html! {
        h3 { "Hatches" }
        figure {
            svg viewBox=(format!("0 0 900 {height}")) role="img" aria-labelledby="doors-title doors-told" {
                title id="doors-title" { "When each hatch was shut" }
                desc id="doors-told" { "A bar for each time; the same is written under the drawing." }
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
            figcaption { "Bars: shut. "
                @for hatch in hatches {
                    (hatch.hatch) ": "
                    @for (from, to) in &hatch.shut { (from) " to " (to) "; " }
                }
            }
        }
    }
}

fn pressures(debrief: &Debrief) -> Markup {
    let (rows, names) = (&debrief.trace.rows, &debrief.trace.compartments);
    let height = ROW * (names.len() as f64 + 2.0);
    let every = rows.len().div_ceil(COLUMNS).max(1);
    let kept: Vec<_> = rows.iter().step_by(every).collect();
    html! {
        h3 { "True pressure of each compartment" }
        figure {
            svg viewBox=(format!("0 0 900 {height}")) role="img" aria-labelledby="air-strips-title air-strips-told" {
                title id="air-strips-title" { "True pressure of each compartment over time, darker where it is lower" }
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
            figcaption { "White is 745 mmHg, the darkest red 445 and below." }
        }
    }
}

/// Each compartment from its first pressure to its last.
fn ends(debrief: &Debrief) -> String {
    let (Some(first), Some(last)) = (debrief.trace.rows.first(), debrief.trace.rows.last()) else {
        return "Nothing was measured.".to_owned();
    };
    let ends = first.pressures.iter().zip(&last.pressures).zip(&debrief.trace.compartments);
    let told: Vec<String> = ends.map(|((a, b), name)| format!("{name} from {a:.0} to {b:.0} mmHg")).collect();
    format!("{}.", told.join("; "))
}
