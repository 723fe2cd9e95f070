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
use crate::words::en::{self, debrief as say};
use chart::{Chart, Scale, Series};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The whole page.
pub fn page(debrief: &Debrief, layout: &Layout) -> String {
    let about = &debrief.about;
    let title = say::title(&about.title);
    let body = html! {
        header {
            p.exercise { (say::EXERCISE) }
            h1 { (title) }
            p { (lead(debrief)) }
        }
        main {
            (lessons(debrief))
            (card(&debrief.card))
            (charts(debrief))
            (expert(debrief))
            section aria-labelledby="station" {
                h2 id="station" { (say::STATION) }
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

/// The head of a table.
pub(super) fn columns(names: &[&str]) -> Markup {
    html! { thead { tr { @for name in names { th scope="col" { (name) } } } } }
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
    say::lead(&about.trainee, &about.station, &debrief.card, debrief.story.leaked_kg)
}

fn lessons(debrief: &Debrief) -> Markup {
    html! {
        section aria-labelledby="lessons" {
            h2 id="lessons" { (say::TAKE_HOME) }
            ol {
                @for lesson in &debrief.lessons {
                    li {
                        p {
                            strong { (lesson.what) }
                            @if lesson.points > 0.0 { " " span.price { (say::price(lesson.points)) } }
                            @if let Some(at) = decided(debrief, lesson) {
                                " " a href={ "#" (anchor(at)) } { (say::IN_DECISIONS) }
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
    html! {
        section aria-labelledby="card" {
            h2 id="card" { (say::CARD) }
            (wide(say::SCORECARD, &html! { table {
                caption { (say::card_caption(card)) }
                (columns(&say::CARD_COLUMNS))
                tbody {
                    @for line in &card.lines {
                        tr class={ "g" (line.grade.digit()) } {
                            td { (line.grade.digit()) }
                            th scope="row" { (line.name) @if line.critical { " " em { (say::CRITICAL) } } }
                            td { (say::of_points(line.points, line.max)) }
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
            h2 id="charts" { (say::CHARTS) }
            (Chart {
                id: "pressure", title: say::PRESSURE, unit: "mmHg", last, marks: &marks,
                scale: Scale::Linear,
                summary: &between(&line(&|row| Some(row.true_mmhg)), "mmHg"),
                series: &[
                    Series { name: say::TRUE, class: "true", points: line(&|row| Some(row.true_mmhg)), dots: false },
                    Series { name: say::TELEMETRY, class: "shown", points: line(&|row| row.shown_mmhg), dots: false },
                    Series { name: say::HAND_GAUGE, class: "needle", points: needle, dots: true },
                ],
            }.draw())
            (Chart {
                id: "reserve", title: say::RESERVE, unit: "", last, marks: &marks,
                scale: Scale::Time,
                summary: &say::reserve_told(debrief.story.shortest_reserve),
                series: &[
                    Series { name: say::TRUE, class: "true", points: line(&|row| row.reserve_s), dots: false },
                    Series { name: say::COMMITTED, class: "needle", points: estimates, dots: true },
                ],
            }.draw())
            (Chart {
                id: "air", title: say::AIR_LOST, unit: "kg", last, marks: &marks, scale: Scale::Linear,
                summary: &between(&line(&|row| Some(row.leaked_kg)), "kg"),
                series: &[Series { name: say::LOST, class: "true", points: line(&|row| Some(row.leaked_kg)), dots: false }],
            }.draw())
            @let [acts, signs, truths] = say::TICKS_ARE;
            p.key { (say::TICKS) span.act { (acts) } ", " span.sign { (signs) } ", " span.truth { (truths) } "." }
        }
    }
}

fn between(points: &[(f64, f64)], unit: &str) -> String {
    match (points.first(), points.last()) {
        (Some((_, first)), Some((_, last))) => say::between(*first, *last, unit),
        _ => say::NOTHING_MEASURED.to_owned(),
    }
}

fn expert(debrief: &Debrief) -> Markup {
    if debrief.decisions.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="expert" {
            h2 id="expert" { (say::EXPERT) }
            p { (say::EXPERT_ABOUT) }
            (wide(say::EXPERT, &html! { table {
                caption { (say::DECISIONS_CAPTION) }
                (columns(&say::DECISIONS_COLUMNS))
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
            h2 id="moments" { (say::HAPPENED) }
            (wide(say::HAPPENED, &html! { table {
                caption { (say::MOMENTS_CAPTION) }
                (columns(&say::MOMENTS_COLUMNS))
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
        p { (say::RECORD) code { (about.record) } (say::made_by(about.seed, &about.program, about.sim))
            code { "leakdrill verify" } (say::NOT_WHO) }
    }
}
