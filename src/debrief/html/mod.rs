//! The debrief as one HTML page: everything inside, no network, no script.
//!
//! Written to be printed and to be read aloud: headings in order, a caption to every table, and to every drawing a
//! title and a sentence that says what it shows.

pub mod chart;
pub mod map;
pub mod strips;
mod style;

use super::model::{Debrief, Sort};
use crate::score::Scorecard;
use crate::sim::layout::Layout;
use crate::units::Tick;
use crate::words::{en, measure};
use chart::{Chart, Scale, Series};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The whole page.
pub fn page(debrief: &Debrief, layout: &Layout) -> String {
    let about = &debrief.about;
    let title = format!("Debrief: {}", about.title);
    let body = html! {
        header {
            p.exercise { "For the exercise" }
            h1 { (title) }
            p { (lead(debrief)) }
        }
        main {
            (lessons(debrief))
            (card(&debrief.card))
            (charts(debrief))
            (expert(debrief))
            section aria-labelledby="station" {
                h2 id="station" { "The station over time" }
                (map::maps(debrief, layout))
                (strips::strips(debrief))
            }
            (moments(debrief))
        }
        footer { (foot(debrief)) }
    };
    document(&title, &body)
}

/// What a browser may do with a page: apply its own style.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A table that scrolls by itself where the window is narrower than it; reached by keyboard, named for who listens.
pub(super) fn wide(name: &str, table: &Markup) -> Markup {
    html! { div.wide role="region" aria-label=(name) tabindex="0" { (table) } }
}

/// A page around a body.
pub(super) fn document(title: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="leakdrill";
                // Nothing is fetched and nothing runs, whatever a mission's texts hold.
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) }
                style { (PreEscaped(style::CSS)) }
            }
            body { (body) }
        }
    }
    .into_string()
}

fn lead(debrief: &Debrief) -> String {
    let about = &debrief.about;
    let who = if about.trainee.is_empty() { String::new() } else { format!("Flown by {}. ", about.trainee) };
    let card = &debrief.card;
    format!(
        "{who}{}, {}. {} of {} points: {}. {} of air went through holes.",
        about.station,
        en::outcome::name(card.outcome),
        en::score::points(card.points),
        en::score::points(card.max),
        if card.passed { "passed" } else { "not passed" },
        measure::kilograms(debrief.story.leaked_kg)
    )
}

fn lessons(debrief: &Debrief) -> Markup {
    html! {
        section aria-labelledby="lessons" {
            h2 id="lessons" { "What to take home" }
            ol {
                @for lesson in &debrief.lessons {
                    li {
                        p {
                            strong { (lesson.what) }
                            @if lesson.points > 0.0 { " " span.price { "−" (en::score::points(lesson.points)) " points" } }
                            @if let Some(at) = decided(debrief, lesson) {
                                " " a href={ "#" (anchor(at)) } { "In the table of decisions" }
                            }
                        }
                        @if !lesson.why.is_empty() { p { (lesson.why) } }
                    }
                }
            }
        }
    }
}

/// The scorecard as a table.
pub(super) fn card(card: &Scorecard) -> Markup {
    let verdict = if card.passed { "Passed" } else { "Not passed" };
    html! {
        section aria-labelledby="card" {
            h2 id="card" { "Scorecard with its evidence" }
            (wide("Scorecard", &html! { table {
                caption {
                    "Every line with what earned or lost it. 2: all points, 1: some, 0: none, -: does not apply. "
                    (verdict) ": " (format!("{:.0}", card.share() * 100.0)) " % of the points, "
                    (format!("{:.0}", card.pass_mark * 100.0)) " % and every critical line needed."
                }
                thead { tr {
                    th scope="col" { "Grade" } th scope="col" { "Line" } th scope="col" { "Points" }
                    th scope="col" { "Evidence" }
                } }
                tbody {
                    @for line in &card.lines {
                        tr class={ "g" (line.grade.digit()) } {
                            td { (line.grade.digit()) }
                            th scope="row" { (line.name) @if line.critical { " " em { "critical" } } }
                            td { (en::score::points(line.points)) " of " (en::score::points(line.max)) }
                            td { (en::score::evidence(&line.evidence)) }
                        }
                    }
                }
            } }))
        }
    }
}

/// Seconds of a tick, for axes.
pub(super) fn seconds(at: Tick) -> f64 {
    at.seconds()
}

fn charts(debrief: &Debrief) -> Markup {
    let rows = &debrief.trace.rows;
    let line = |value: &dyn Fn(&super::model::Row) -> Option<f64>| -> Vec<(f64, f64)> {
        rows.iter().filter_map(|row| Some((seconds(row.at), value(row)?))).collect()
    };
    let marks: Vec<(f64, Sort)> = debrief.story.moments.iter().map(|m| (seconds(m.at), m.sort)).collect();
    let last = seconds(debrief.about.last);
    let estimates = debrief.story.estimates.iter().map(|(at, s, _)| (seconds(*at), *s)).collect();
    let needle = line(&|row| row.needle_mmhg);
    html! {
        section aria-labelledby="charts" {
            h2 id="charts" { "Truth beside the gauges" }
            (Chart {
                id: "pressure", title: "Pressure where most of the crew was", unit: "mmHg", last, marks: &marks,
                scale: Scale::Linear,
                summary: &between(&line(&|row| Some(row.true_mmhg)), "mmHg"),
                series: &[
                    Series { name: "true", class: "true", points: line(&|row| Some(row.true_mmhg)), dots: false },
                    Series { name: "telemetry", class: "shown", points: line(&|row| row.shown_mmhg), dots: false },
                    Series { name: "hand gauge", class: "needle", points: needle, dots: true },
                ],
            }.draw())
            (Chart {
                id: "reserve", title: "Reserve time, true and committed", unit: "", last, marks: &marks,
                scale: Scale::Time,
                summary: &reserve_told(debrief),
                series: &[
                    Series { name: "true", class: "true", points: line(&|row| row.reserve_s), dots: false },
                    Series { name: "committed by the crew", class: "needle", points: estimates, dots: true },
                ],
            }.draw())
            (Chart {
                id: "air", title: "Air lost through holes", unit: "kg", last, marks: &marks, scale: Scale::Linear,
                summary: &between(&line(&|row| Some(row.leaked_kg)), "kg"),
                series: &[Series { name: "lost", class: "true", points: line(&|row| Some(row.leaked_kg)), dots: false }],
            }.draw())
            p.key { "Ticks under each chart: " span.act { "acts" } ", " span.sign { "signs that could be seen" } ", "
                span.truth { "truths that nobody could know then" } "." }
        }
    }
}

fn reserve_told(debrief: &Debrief) -> String {
    let shortest = debrief.story.shortest_reserve;
    let shortest =
        shortest.map(|(s, at)| format!(" The shortest was {} at {at}.", measure::span(s))).unwrap_or_default();
    format!("A higher line is more time; the scale goes by tens.{shortest}")
}

fn between(points: &[(f64, f64)], unit: &str) -> String {
    match (points.first(), points.last()) {
        (Some((_, first)), Some((_, last))) => format!("From {first:.1} {unit} to {last:.1} {unit}."),
        _ => "Nothing was measured.".to_owned(),
    }
}

fn expert(debrief: &Debrief) -> Markup {
    if debrief.decisions.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="expert" {
            h2 id="expert" { "Our expert from here" }
            p { "What a scripted textbook crew, handed the station at each decision with all that the crew had seen, could \
                 still have reached: the best that is known from there on. It is one crew's answer and no part of the \
                 score. Where a price shows, both sides of it were flown with other luck too." }
            (wide("Our expert from here", &html! { table {
                caption { "Decisions, what our expert could reach from just before each, and what was lost until the next." }
                thead { tr {
                    th scope="col" { "When" } th scope="col" { "What was ordered" } th scope="col" { "Our expert from here" }
                    th scope="col" { "Ends" } th scope="col" { "Points lost" } th scope="col" { "Air, kg" }
                    th scope="col" { "Reserve, min" }
                } }
                tbody {
                    @for d in &debrief.decisions {
                        tr id=(anchor(d.at)) class=[d.costly().then_some("lost")] {
                            th scope="row" { a href={ "#" (anchor(d.at)) } { (d.at) } }
                            td { (en::expert::ordered(&d.ordered)) }
                            td { (d.counsel()) }
                            td { (d.before.told()) }
                            td { (en::score::points(d.points_lost())) }
                            td { (format!("{:.1}", d.air_lost_kg())) }
                            td { (d.reserve_lost_min().map_or_else(|| "-".to_owned(), |m| format!("{m:.0}"))) }
                        }
                    }
                }
            } }))
        }
    }
}

/// The decision that a lesson is about, if it is about one.
fn decided(debrief: &Debrief, lesson: &super::model::Lesson) -> Option<Tick> {
    let about = |d: &&super::model::Decision| d.costly() && lesson.at == Some(d.at) && lesson.points == d.points_lost();
    debrief.decisions.iter().find(about).map(|d| d.at)
}

/// The name by which a decision can be pointed at.
fn anchor(at: Tick) -> String {
    format!("decision-{}", at.0)
}

fn moments(debrief: &Debrief) -> Markup {
    html! {
        section aria-labelledby="moments" {
            h2 id="moments" { "What happened" }
            (wide("What happened", &html! { table {
                caption { "Acts, signs and truths in the order of time." }
                thead { tr { th scope="col" { "When" } th scope="col" { "Sort" } th scope="col" { "What" } } }
                tbody {
                    @for m in &debrief.story.moments {
                        @let (class, sort) = sort_of(m.sort);
                        tr class=(class) { th scope="row" { (m.at) } td { (sort) } td { (m.text) } }
                    }
                }
            } }))
        }
    }
}

/// The class of a sort of moments, and its word.
pub(super) const fn sort_of(sort: Sort) -> (&'static str, &'static str) {
    match sort {
        Sort::Act => ("act", "act"),
        Sort::Sign => ("sign", "sign"),
        Sort::Truth => ("truth", "truth"),
    }
}

fn foot(debrief: &Debrief) -> Markup {
    let about = &debrief.about;
    html! {
        p { "Record " code { (about.record) } ", seed " (about.seed) ", leakdrill " (about.program) ", simulation revision "
            (about.sim) ". The score follows from the record's orders and can be made again with "
            code { "leakdrill verify" } "; who gave the orders it cannot say." }
    }
}
