//! Line charts of our own: a few lines, dots, and ticks for what happened.

use super::super::model::Sort;
use crate::units::Tick;
use crate::words::measure;
use maud::{Markup, html};

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 250.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 888.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 205.0;

/// A line, or dots.
pub struct Series<'a> {
    /// Its name, written into the chart.
    pub name: &'a str,
    /// Its class in the style.
    pub class: &'a str,
    /// Seconds and values.
    pub points: Vec<(f64, f64)>,
    /// Dots, else a line.
    pub dots: bool,
}

/// How values are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Evenly.
    Linear,
    /// Seconds, by tens.
    Time,
}

/// A chart over the time of a drill.
pub struct Chart<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What it shows.
    pub title: &'a str,
    /// Unit of the values.
    pub unit: &'a str,
    /// In a sentence, for those who do not see it.
    pub summary: &'a str,
    /// Last second.
    pub last: f64,
    /// What happened when.
    pub marks: &'a [(f64, Sort)],
    /// How values are laid out.
    pub scale: Scale,
    /// What is drawn.
    pub series: &'a [Series<'a>],
}

impl Chart<'_> {
    /// The drawing, with its title and its sentence.
    pub fn draw(&self) -> Markup {
        let (low, high) = self.range();
        let x = |t: f64| LEFT + (RIGHT - LEFT) * (t / self.last.max(1.0)).clamp(0.0, 1.0);
        let y = |v: f64| BOTTOM - (BOTTOM - TOP) * ((self.place(v) - low) / (high - low)).clamp(0.0, 1.0);
        let title = format!("{}-title", self.id);
        let summary = format!("{}-summary", self.id);
        html! {
            figure {
                svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby=(format!("{title} {summary}")) {
                    title id=(title) { (self.title) }
                    desc id=(summary) { (self.summary) }
                    @for (value, label) in self.steps(low, high) {
                        @let at = BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low);
                        line.axis x1=(LEFT) x2=(RIGHT) y1=(n(at)) y2=(n(at)) {}
                        text x=(LEFT - 6.0) y=(n(at + 4.0)) text-anchor="end" { (label) }
                    }
                    @for (at, label) in hours(self.last) {
                        line.axis x1=(n(x(at))) x2=(n(x(at))) y1=(BOTTOM) y2=(BOTTOM + 4.0) {}
                        text x=(n(x(at))) y=(BOTTOM + 32.0) text-anchor=(anchor(x(at))) { (label) }
                    }
                    @for (at, sort) in self.marks {
                        @let (class, from, to) = tick(*sort);
                        line class=(class) x1=(n(x(*at))) x2=(n(x(*at))) y1=(from) y2=(to) {}
                    }
                    @for (ix, series) in self.series.iter().enumerate() {
                        @if series.dots {
                            @for (t, v) in &series.points { circle class=(series.class) cx=(n(x(*t))) cy=(n(y(*v))) r="3" {} }
                        } @else {
                            polyline class=(format!("line {}", series.class))
                                points=(series.points.iter().map(|(t, v)| format!("{},{} ", n(x(*t)), n(y(*v)))).collect::<String>()) {}
                        }
                        text class=(series.class) x=(LEFT + 8.0 + 150.0 * ix as f64) y="14" {
                            (if series.dots { "● " } else { "— " }) (series.name)
                        }
                    }
                }
                figcaption { (self.title) @if !self.unit.is_empty() { ", " (self.unit) } ". " (self.summary) }
            }
        }
    }

    /// Where a value stands on its axis.
    fn place(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => value,
            Scale::Time => libm::log10(value.max(1.0)),
        }
    }

    fn range(&self) -> (f64, f64) {
        let values = || self.series.iter().flat_map(|s| &s.points).map(|(_, v)| self.place(*v));
        let (low, high) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        match self.scale {
            _ if low > high => (0.0, 1.0),
            Scale::Time => (low.floor(), high.ceil().max(low.floor() + 1.0)),
            Scale::Linear => {
                // A gauge that never moved is a line in the middle, not noise blown up to the height of the chart.
                let room = ((high - low) * 0.08).max(0.5);
                (low - room, high + room)
            }
        }
    }

    /// Grid lines with their labels.
    fn steps(&self, low: f64, high: f64) -> Vec<(f64, String)> {
        if self.scale == Scale::Time {
            let tens = low as i32..=high as i32;
            return tens.map(|e| (f64::from(e), measure::span(libm::pow(10.0, f64::from(e))))).collect();
        }
        let step = round_step((high - low) / 5.0);
        let first = (low / step).ceil() as i64;
        let last = (high / step).floor() as i64;
        let digits = usize::from(step < 1.0);
        (first..=last).map(|k| (k as f64 * step, format!("{:.digits$}", k as f64 * step))).collect()
    }
}

/// The next of 1, 2, 5, 10, ... that is not smaller.
fn round_step(least: f64) -> f64 {
    let mut step = 0.1;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(30) {
        if step >= least {
            break;
        }
        step *= factor;
    }
    step
}

/// Labels along the time of a drill.
pub(super) fn hours(last: f64) -> Vec<(f64, String)> {
    let steps = [60.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0, 21_600.0, 43_200.0, 86_400.0, 172_800.0];
    let step = steps.into_iter().find(|s| last / s <= 10.0).unwrap_or(345_600.0);
    let count = (last / step) as u64;
    (0..=count).map(|k| (k as f64 * step, short(Tick(k * step as u64)))).collect()
}

/// A label under an axis stands in its middle, except where that would cut it off at the right edge of the drawing.
pub(super) fn anchor(x: f64) -> &'static str {
    if x > RIGHT - 12.0 { "end" } else { "middle" }
}

/// `T+1:30` in hours and minutes.
fn short(at: Tick) -> String {
    format!("T+{}:{:02}", at.0 / 3600, at.0 / 60 % 60)
}

/// Ticks of three lengths under the chart, so that they differ without colour.
const fn tick(sort: Sort) -> (&'static str, f64, f64) {
    match sort {
        Sort::Act => ("act", BOTTOM, BOTTOM + 6.0),
        Sort::Sign => ("sign", BOTTOM, BOTTOM + 12.0),
        Sort::Truth => ("truthmark", BOTTOM, BOTTOM + 18.0),
    }
}

/// A coordinate with a digit after the point: enough for any eye, and a page half as large.
pub(super) fn n(value: f64) -> String {
    format!("{value:.1}")
}
