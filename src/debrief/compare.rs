//! Two drills on one axis of time: what each did when, what each earned, what each lost.

use super::html::chart::{Chart, Scale, Series};
use super::html::{columns, document, seconds, sort_of};
use super::model::{Debrief, Moment, Row, Sort};
use super::text::wrap;
use crate::units::Tick;
use crate::words::en::{self, debrief as say};
use crate::words::measure;
use maud::html;
use std::fmt::Write;

/// Two debriefs side by side.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Comparison {
    /// The first drill.
    pub a: Debrief,
    /// The second.
    pub b: Debrief,
    /// Lines of the cards by name, with the points of each; none where a card has no such line.
    pub lines: Vec<Pair>,
    /// Whether both flew the same mission text; if not, points say little about each other.
    pub same_mission: bool,
}

/// A line of both cards.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Pair {
    /// Its name.
    pub name: String,
    /// Points of the first.
    pub a: Option<f64>,
    /// Points of the second.
    pub b: Option<f64>,
}

impl Comparison {
    /// Of two debriefs.
    pub fn of(a: Debrief, b: Debrief) -> Self {
        let mut lines: Vec<Pair> =
            a.card.lines.iter().map(|line| Pair { name: line.name.clone(), a: Some(line.points), b: None }).collect();
        for line in &b.card.lines {
            match lines.iter_mut().find(|pair| pair.name == line.name && pair.b.is_none()) {
                Some(pair) => pair.b = Some(line.points),
                None => lines.push(Pair { name: line.name.clone(), a: None, b: Some(line.points) }),
            }
        }
        let same_mission = a.about.mission_digest == b.about.mission_digest;
        Self { a, b, lines, same_mission }
    }

    /// Facts with the value of each.
    fn facts(&self) -> Vec<(&'static str, String, String)> {
        let tick = |at: Option<Tick>| at.map_or_else(|| say::NEVER.to_owned(), |at| at.to_string());
        let of = |d: &Debrief| {
            let (about, card, story) = (&d.about, &d.card, &d.story);
            [
                about.record.clone(),
                about.title.clone(),
                about.trainee.clone(),
                about.seed.to_string(),
                about.last.to_string(),
                en::outcome::name(card.outcome).to_owned(),
                say::of_points(card.points, card.max),
                say::yes(card.passed).to_owned(),
                tick(story.first_sign.as_ref().map(|m| m.at)),
                tick(story.first_answer),
                tick(story.holes.iter().filter_map(|h| h.found).min()),
                measure::kilograms(story.leaked_kg),
                story.shortest_reserve.map_or_else(|| "-".to_owned(), |(s, _)| measure::span(s)),
            ]
        };
        say::FACTS.into_iter().zip(of(&self.a)).zip(of(&self.b)).map(|((name, a), b)| (name, a, b)).collect()
    }

    /// Acts and signs of both in the order of time; true where it is the second's.
    fn moments(&self) -> Vec<(bool, &Moment)> {
        let of = |d: &'_ Debrief, second| -> Vec<(bool, usize)> {
            (0..d.story.moments.len()).map(|ix| (second, ix)).collect()
        };
        let mut all: Vec<(bool, &Moment)> = of(&self.a, false)
            .into_iter()
            .map(|(second, ix)| (second, &self.a.story.moments[ix]))
            .chain(of(&self.b, true).into_iter().map(|(second, ix)| (second, &self.b.story.moments[ix])))
            .collect();
        all.sort_by_key(|(second, moment)| (moment.at, *second));
        all
    }

    /// For a terminal.
    pub fn text(&self) -> String {
        let mut out = format!("{}\n\n", say::TWO);
        if !self.same_mission {
            out += &format!("{}\n\n", say::OTHER_MISSIONS);
        }
        for (name, a, b) in self.facts() {
            let _ = writeln!(out, "{name:<18} {a:<36} {b}");
        }
        out += &format!("\n{}\n", say::SCORECARD);
        let points = |p: Option<f64>| p.map_or_else(|| "-".to_owned(), en::score::points);
        for pair in &self.lines {
            let _ = writeln!(out, "{:>6} {:>6}  {}", points(pair.a), points(pair.b), pair.name);
        }
        out += &format!("\n{}\n", say::HAPPENED_TWO);
        for (second, moment) in self.moments() {
            wrap(&mut out, &format!("{} {} ", moment.at, if second { "  B" } else { "A  " }), &moment.text);
        }
        out
    }

    /// As a page.
    pub fn page(&self) -> String {
        let title = say::two_title(&self.a.about.title, &self.b.about.title);
        let last = seconds(self.a.about.last.max(self.b.about.last));
        let points = |p: Option<f64>| p.map_or_else(|| "-".to_owned(), en::score::points);
        let body = html! {
            header { p.exercise { (say::EXERCISE) } h1 { (title) } }
            main {
                @if !self.same_mission { p { (say::OTHER_MISSIONS) } }
                table {
                    caption { (say::TWO_CAPTION) }
                    (columns(&say::TWO_COLUMNS))
                    tbody { @for (name, a, b) in self.facts() { tr { th scope="row" { (name) } td { (a) } td { (b) } } } }
                }
                h2 { (say::ONE_AXIS) }
                (self.chart("pressure", say::PRESSURE, "mmHg", Scale::Linear, last, &|r| Some(r.true_mmhg)))
                (self.chart("reserve", say::TRUE_RESERVE, "", Scale::Time, last, &|r| r.reserve_s))
                (self.chart("air", say::AIR_LOST, "kg", Scale::Linear, last, &|r| Some(r.leaked_kg)))
                h2 { (say::SCORECARDS) }
                table {
                    caption { (say::POINTS_CAPTION) }
                    (columns(&say::POINTS_COLUMNS))
                    tbody { @for p in &self.lines { tr { th scope="row" { (p.name) } td { (points(p.a)) } td { (points(p.b)) } } } }
                }
                h2 { (say::HAPPENED) }
                table {
                    caption { (say::BOTH_CAPTION) }
                    (columns(&say::BOTH_COLUMNS))
                    tbody {
                        @for (second, m) in self.moments() {
                            tr class=(sort_of(m.sort).0) {
                                th scope="row" { (m.at) }
                                @if second { td {} td { (m.text) } } @else { td { (m.text) } td {} }
                            }
                        }
                    }
                }
            }
        };
        document(&title, &body)
    }

    fn chart(
        &self,
        id: &str,
        title: &str,
        unit: &str,
        scale: Scale,
        last: f64,
        value: &dyn Fn(&Row) -> Option<f64>,
    ) -> maud::Markup {
        let line = |d: &Debrief| -> Vec<(f64, f64)> {
            d.trace.rows.iter().filter_map(|row| Some((seconds(row.at), value(row)?))).collect()
        };
        let acts = |d: &Debrief| -> Vec<(f64, Sort)> {
            d.story.moments.iter().filter(|m| m.sort == Sort::Act).map(|m| (seconds(m.at), Sort::Act)).collect()
        };
        let marks: Vec<(f64, Sort)> =
            acts(&self.a).into_iter().chain(acts(&self.b).into_iter().map(|(t, _)| (t, Sort::Sign))).collect();
        let series = [
            Series { name: "A", class: "true", points: line(&self.a), dots: false },
            Series { name: "B", class: "shown", points: line(&self.b), dots: false },
        ];
        let summary = say::TWO_LINES;
        Chart { id, title, unit, summary, last, marks: &marks, scale, series: &series }.draw()
    }
}
