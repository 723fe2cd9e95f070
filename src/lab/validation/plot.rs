//! Charts of the report: a law as a line, what was sampled as dots, both axes by tens where asked; bars beside bars.

use maud::{Markup, html};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 700.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 250.0;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#333}.grid{stroke:#ddd}.law{fill:none;stroke:#0b62a4;\
    stroke-width:2}.dot{fill:none;stroke:#b2182b;stroke-width:1.5}.bar{fill:#9ecae1}rect.back{fill:#fff}";

/// A line and dots over two axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Short name, of its file too.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// In a sentence, for those who do not see it.
    pub summary: String,
    /// What the axes are.
    pub axes: [&'static str; 2],
    /// By tens, else evenly.
    pub tens: [bool; 2],
    /// The law.
    pub law: Vec<(f64, f64)>,
    /// What was sampled.
    pub dots: Vec<(f64, f64)>,
    /// Names under the dots, which are bars then, from left to right.
    pub names: Vec<String>,
}

/// An axis: how values become places.
struct Axis {
    low: f64,
    high: f64,
    tens: bool,
}

impl Axis {
    fn over(values: impl Iterator<Item = f64>, tens: bool) -> Self {
        let place = |v: f64| if tens { libm::log10(v) } else { v };
        let kept = values.filter(|v| v.is_finite() && (!tens || *v > 0.0)).map(place);
        let (low, high) = kept.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
        if tens {
            Self { low: low.floor(), high: high.ceil().max(low.floor() + 1.0), tens }
        } else {
            Self { low: low.min(0.0), high: if high > 0.0 { high * 1.05 } else { 1.0 }, tens }
        }
    }

    /// Where a value stands, 0 to 1; none where an axis by tens has no place for it.
    fn share(&self, value: f64) -> Option<f64> {
        if self.tens && value <= 0.0 {
            return None;
        }
        let place = if self.tens { libm::log10(value) } else { value };
        Some(((place - self.low) / (self.high - self.low)).clamp(0.0, 1.0))
    }

    fn marks(&self) -> Vec<(f64, String)> {
        if self.tens {
            let every = ((self.high - self.low) / 8.0).ceil().max(1.0) as usize;
            return (self.low as i32..=self.high as i32)
                .step_by(every)
                .map(|e| {
                    (
                        libm::pow(10.0, f64::from(e)),
                        if (-3..4).contains(&e) {
                            format!("{}", libm::pow(10.0, f64::from(e)))
                        } else {
                            format!("1e{e}")
                        },
                    )
                })
                .collect();
        }
        let step = [1.0, 2.0, 5.0]
            .into_iter()
            .flat_map(|k| (-6..7).map(move |e| k * libm::pow(10.0, f64::from(e))))
            .filter(|step| (self.high - self.low) / step <= 7.0)
            .fold(f64::INFINITY, f64::min);
        let digits = if step < 1.0 { (-libm::log10(step)).ceil() as usize } else { 0 };
        (0..=7)
            .map(|k| self.low + f64::from(k) * step)
            .filter(|v| *v <= self.high)
            .map(|v| (v, format!("{v:.digits$}")))
            .collect()
    }
}

/// A coordinate, to a tenth of a pixel.
fn n(value: f64) -> String {
    format!("{value:.1}")
}

impl Plot {
    /// The drawing, which stands alone as a file.
    pub fn svg(&self) -> Markup {
        let all = || self.law.iter().chain(&self.dots);
        let axes = [Axis::over(all().map(|p| p.0), self.tens[0]), Axis::over(all().map(|p| p.1), self.tens[1])];
        let x = |v: f64| axes[0].share(v).map(|s| LEFT + (RIGHT - LEFT) * s);
        let y = |v: f64| axes[1].share(v).map(|s| BOTTOM - (BOTTOM - TOP) * s);
        let at = |(a, b): &(f64, f64)| Some((x(*a)?, y(*b)?));
        let (title, summary) = (format!("{}-title", self.id), format!("{}-summary", self.id));
        let places: Vec<(f64, f64)> = self.law.iter().filter_map(at).collect();
        html! {
            svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img"
                aria-labelledby=(format!("{title} {summary}")) {
                title id=(title) { (self.title) }
                desc id=(summary) { (self.summary) }
                style { (STYLE) }
                rect.back width=(WIDTH) height=(HEIGHT) {}
                text x=(LEFT) y="18" {
                    (self.axes[1]) (if self.names.is_empty() { " (line: the law; red: sampled)" } else { " (bars: the law; red: sampled)" })
                }
                text x=(RIGHT) y=(HEIGHT - 8.0) text-anchor="end" { (self.axes[0]) }
                @for (value, label) in axes[1].marks() {
                    @if let Some(at) = y(value) {
                        line.grid x1=(LEFT) x2=(RIGHT) y1=(n(at)) y2=(n(at)) {}
                        text x=(LEFT - 6.0) y=(n(at + 4.0)) text-anchor="end" { (label) }
                    }
                }
                @if self.names.is_empty() {
                    @for (value, label) in axes[0].marks() {
                        @if let Some(at) = x(value) {
                            line.grid x1=(n(at)) x2=(n(at)) y1=(TOP) y2=(BOTTOM) {}
                            text x=(n(at)) y=(BOTTOM + 16.0) text-anchor="middle" { (label) }
                        }
                    }
                    polyline.law points=(places.iter().map(|(x, y)| format!("{},{} ", n(*x), n(*y))).collect::<String>()) {}
                } @else {
                    @let wide = (RIGHT - LEFT) / self.law.len().max(1) as f64;
                    @for (ix, (px, py)) in places.iter().enumerate() {
                        rect.bar x=(n(px - 0.4 * wide)) y=(n(*py)) width=(n(0.8 * wide)) height=(n(BOTTOM - py)) {}
                        text transform=(format!("translate({},{}) rotate(-40)", n(*px), n(BOTTOM + 14.0)))
                            text-anchor="end" { (self.names[ix]) }
                    }
                }
                @for (x, y) in self.dots.iter().filter_map(at) { circle.dot cx=(n(x)) cy=(n(y)) r="4" {} }
            }
        }
    }
}
