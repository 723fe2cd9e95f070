//! The station at a few moments: air by shade and number, doors, people, holes.

use super::super::model::{Debrief, Row};
use super::chart::n;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::{HatchKind, Layout};
use crate::units::Tick;
use crate::words::en::debrief as say;
use maud::{Markup, html};

const CELL_W: f64 = 58.0;
const CELL_H: f64 = 34.0;

/// Small maps side by side: the start, the first hole, the middle of the answer, the end.
pub fn maps(debrief: &Debrief, layout: &Layout) -> Markup {
    let last = debrief.about.last;
    let opened = debrief.story.holes.first().map(|h| h.opened);
    let shut =
        debrief.story.hatches.iter().flat_map(|h| &h.shut).map(|(from, _)| *from).filter(|t| *t > Tick::ZERO).min();
    let found = debrief.story.holes.iter().filter_map(|h| h.found).min();
    let mut times: Vec<(Tick, &str)> = vec![(Tick::ZERO, say::START)];
    times.extend(opened.map(|t| (t + 60, say::BEGUN)));
    times.extend(shut.map(|t| (t, say::FIRST_SHUT)));
    times.extend(found.map(|t| (t, say::FOUND)));
    times.push((last, say::END));
    times.sort_by_key(|(at, _)| *at);
    html! {
        h3 { (say::MAPS) }
        p { (say::MAPS_ABOUT) }
        div.maps { @for (number, (at, what)) in times.into_iter().enumerate() { (map(debrief, layout, number, at, what)) } }
    }
}

fn row(debrief: &Debrief, at: Tick) -> Option<&Row> {
    let rows = &debrief.trace.rows;
    rows.iter().rev().find(|row| row.at <= at).or(rows.first())
}

/// A map for who does not see it: pressures, people, doors.
fn told(debrief: &Debrief, layout: &Layout, row: &Row, at: Tick) -> String {
    let people = |ix: usize| row.people.iter().flatten().filter(|at| usize::from(**at) == ix).count();
    let place =
        |(ix, name): (usize, &str)| say::map_place(name, row.pressures.get(ix).copied().unwrap_or(0.0), people(ix));
    let places: Vec<String> = layout.compartments.iter().map(|c| c.label.as_str()).enumerate().map(place).collect();
    let is_shut = |(from, to): &(Tick, Tick)| *from <= at && at < (*to).max(*from + 1);
    let shut = debrief.story.hatches.iter().filter(|h| h.shut.iter().any(is_shut)).map(|h| h.hatch.as_str());
    let shut: Vec<&str> = shut.collect();
    say::map_told(&places, &shut)
}

fn map(debrief: &Debrief, layout: &Layout, number: usize, at: Tick, what: &str) -> Markup {
    let Some(row) = row(debrief, at) else { return html! {} };
    let cells = layout.compartments.iter().map(|c| c.cell);
    let (left, right) = cells.clone().fold((0, 0), |(l, r), (x, _)| (l.min(x), r.max(x)));
    let (top, bottom) = cells.fold((0, 0), |(t, b), (_, y)| (t.min(y), b.max(y)));
    let x = |cell: (i32, i32)| 8.0 + f64::from(cell.0 - left) * (CELL_W + 10.0);
    let y = |cell: (i32, i32)| 8.0 + f64::from(cell.1 - top) * (CELL_H + 12.0);
    let (width, height) = (x((right, 0)) + CELL_W + 8.0, y((0, bottom)) + CELL_H + 8.0);
    let centre = |c: CompartmentId| {
        let cell = layout.compartment(c).cell;
        (x(cell) + CELL_W / 2.0, y(cell) + CELL_H / 2.0)
    };
    let shut = |name: &str| {
        let story = debrief.story.hatches.iter().find(|h| h.hatch == name);
        story.is_some_and(|h| h.shut.iter().any(|(from, to)| *from <= at && at < (*to).max(*from + 1)))
    };
    let words = crate::words::Words::station(layout);
    html! {
        figure {
            svg viewBox=(format!("0 0 {width} {height}")) role="img" aria-labelledby=(format!("map-{number}-title map-{number}-told")) {
                title id=(format!("map-{number}-title")) { (say::map_title(at, what)) }
                desc id=(format!("map-{number}-told")) { (told(debrief, layout, row, at)) }
                @for (ix, hatch) in layout.hatches.iter().enumerate() {
                    @let ((ax, ay), (bx, by)) = (centre(hatch.between[0]), centre(hatch.between[1]));
                    @let moved = shut(&words.hatch(crate::sim::ids::HatchId::at(ix)));
                    @let (mx, my) = ((ax + bx) / 2.0, (ay + by) / 2.0);
                    line.opendoor x1=(n(ax)) y1=(n(ay)) x2=(n(bx)) y2=(n(by)) {}
                    @if moved && hatch.kind != HatchKind::Open {
                        @if (ax - bx).abs() > (ay - by).abs() {
                            line.shutdoor x1=(n(mx)) x2=(n(mx)) y1=(n(my - 14.0)) y2=(n(my + 14.0)) {}
                        } @else {
                            line.shutdoor x1=(n(mx - 20.0)) x2=(n(mx + 20.0)) y1=(n(my)) y2=(n(my)) {}
                        }
                    }
                }
                @for (ix, compartment) in layout.compartments.iter().enumerate() {
                    @let (px, py) = (x(compartment.cell), y(compartment.cell));
                    @let p = row.pressures.get(ix).copied().unwrap_or(0.0);
                    rect.box x=(n(px)) y=(n(py)) width=(CELL_W) height=(CELL_H) rx="5" fill=(shade(p)) {}
                    text x=(n(px + 4.0)) y=(n(py + 13.0)) style="fill:#14181d" { (compartment.label) }
                    text x=(n(px + 4.0)) y=(n(py + 28.0)) style="fill:#14181d" { (format!("{p:.1}")) }
                    @let here = row.people.iter().flatten().filter(|at| usize::from(**at) == ix).count();
                    @for k in 0..here {
                        circle.person cx=(n(px + CELL_W - 6.0 - 7.0 * (k % 3) as f64)) cy=(n(py + CELL_H - 7.0 - 8.0 * (k / 3) as f64)) r="2.6" {}
                    }
                    @if debrief.story.holes.iter().any(|h| usize::from(h.at) == ix && h.opened <= at) {
                        @let (hx, hy) = (px + CELL_W - 9.0, py + 8.0);
                        line.hole x1=(n(hx - 4.0)) y1=(n(hy - 4.0)) x2=(n(hx + 4.0)) y2=(n(hy + 4.0)) {}
                        line.hole x1=(n(hx - 4.0)) y1=(n(hy + 4.0)) x2=(n(hx + 4.0)) y2=(n(hy - 4.0)) {}
                    }
                }
            }
            figcaption { (at) ": " (what) }
        }
    }
}

/// White at 745 mmHg, darker red towards vacuum; ink stays readable on all of them.
pub(super) fn shade(mmhg: f64) -> String {
    let lost = ((745.0 - mmhg) / 300.0).clamp(0.0, 1.0);
    let other = 255.0 - 130.0 * lost;
    format!("rgb(255,{other:.0},{other:.0})")
}
