//! Two drills on one axis of time: what each did when, what each earned, what each lost.

use super::html::chart::{Chart, Scale, Series};
use super::html::{document, seconds, sort_of};
use super::model::{Debrief, Moment, Row, Sort};
use super::text::wrap;
use crate::units::Tick;
use crate::words::{en, measure};
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
        let both = |name, value: &dyn Fn(&Debrief) -> String| (name, value(&self.a), value(&self.b));
        let tick = |at: Option<Tick>| at.map_or_else(|| "never".to_owned(), |at| at.to_string());
        vec![
            both("record", &|d| d.about.record.clone()),
            both("mission", &|d| d.about.title.clone()),
            both("trainee", &|d| d.about.trainee.clone()),
            both("seed", &|d| d.about.seed.to_string()),
            both("length", &|d| d.about.last.to_string()),
            both("ended", &|d| en::outcome::name(d.card.outcome).to_owned()),
            both("points", &|d| format!("{} of {}", en::score::points(d.card.points), en::score::points(d.card.max))),
            both("passed", &|d| if d.card.passed { "yes" } else { "no" }.to_owned()),
            both("first sign", &|d| tick(d.story.first_sign.as_ref().map(|m| m.at))),
            both("first answer", &|d| tick(d.story.first_answer)),
            both("first hole found", &|d| tick(d.story.holes.iter().filter_map(|h| h.found).min())),
            both("air lost", &|d| measure::kilograms(d.story.leaked_kg)),
            both("shortest reserve", &|d| {
                d.story.shortest_reserve.map_or_else(|| "-".to_owned(), |(s, _)| measure::span(s))
            }),
        ]
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
        let mut out = String::from("Two drills (for the exercise)\n\n");
        if !self.same_mission {
            out += "They flew different missions: points say little about each other.\n\n";
        }
        for (name, a, b) in self.facts() {
            let _ = writeln!(out, "{name:<18} {a:<36} {b}");
        }
        out += "\nScorecard\n";
        let points = |p: Option<f64>| p.map_or_else(|| "-".to_owned(), en::score::points);
        for pair in &self.lines {
            let _ = writeln!(out, "{:>6} {:>6}  {}", points(pair.a), points(pair.b), pair.name);
        }
        out += "\nWhat happened (A, B)\n";
        for (second, moment) in self.moments() {
            wrap(&mut out, &format!("{} {} ", moment.at, if second { "  B" } else { "A  " }), &moment.text);
        }
        out
    }

    /// As a page.
    pub fn page(&self) -> String {
        let title = format!("Two drills: {} and {}", self.a.about.title, self.b.about.title);
        let last = seconds(self.a.about.last.max(self.b.about.last));
        let points = |p: Option<f64>| p.map_or_else(|| "-".to_owned(), en::score::points);
        let body = html! {
            header { p.exercise { "For the exercise" } h1 { (title) } }
            main {
                @if !self.same_mission { p { "They flew different missions: points say little about each other." } }
                table {
                    caption { "The two drills." }
                    thead { tr { th scope="col" { "What" } th scope="col" { "A" } th scope="col" { "B" } } }
                    tbody { @for (name, a, b) in self.facts() { tr { th scope="row" { (name) } td { (a) } td { (b) } } } }
                }
                h2 { "On one axis" }
                (self.chart("pressure", "Pressure where most of the crew was", "mmHg", Scale::Linear, last, &|r| Some(r.true_mmhg)))
                (self.chart("reserve", "True reserve time", "", Scale::Time, last, &|r| r.reserve_s))
                (self.chart("air", "Air lost through holes", "kg", Scale::Linear, last, &|r| Some(r.leaked_kg)))
                h2 { "Scorecards" }
                table {
                    caption { "Points of each line." }
                    thead { tr { th scope="col" { "Line" } th scope="col" { "A" } th scope="col" { "B" } } }
                    tbody { @for p in &self.lines { tr { th scope="row" { (p.name) } td { (points(p.a)) } td { (points(p.b)) } } } }
                }
                h2 { "What happened" }
                table {
                    caption { "Acts, signs and truths of both in the order of time." }
                    thead { tr { th scope="col" { "When" } th scope="col" { "A" } th scope="col" { "B" } } }
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
        let summary = "A is the full line with short ticks for its acts, B the broken line with longer ones.";
        Chart { id, title, unit, summary, last, marks: &marks, scale, series: &series }.draw()
    }
}
