//! All problems of a file, in the order of their places, as people and as editors read them.

use super::hostile::{harmless, is_hostile};
use super::problem::{Place, Problem, Severity, Source};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// All problems of a mission with the texts that they are in.
#[derive(Clone, Debug)]
pub struct Problems {
    /// The text of the mission.
    text: Arc<str>,
    /// Name and text of the station file.
    station: Option<(String, Arc<str>)>,
    /// In the order of their places.
    list: Vec<Problem>,
}

/// A place for people: both count from one, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LineColumn {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Problems {
    /// These problems, put in order; what was found twice is kept once.
    pub fn new(text: Arc<str>, station: Option<(String, Arc<str>)>, mut list: Vec<Problem>) -> Self {
        for problem in &mut list {
            let text_of = |place: &Place| match (place.source, &station) {
                (Source::Station, Some((_, text))) => text.clone(),
                _ => text.clone(),
            };
            let text = text_of(&problem.place);
            problem.place.span = inside(&text, &problem.place.span);
            if let Some(first) = &mut problem.first {
                first.span = inside(&text_of(first), &first.span);
            }
            // What a file says is repeated in messages, and must not take over the terminal from there.
            for words in [&mut problem.message, &mut problem.expected] {
                *words = harmless(words);
            }
            problem.help = problem.help.as_deref().map(harmless);
            problem.replacement =
                problem.replacement.take().and_then(|new| fit(&text[problem.place.span.clone()], new));
        }
        list.sort_by(|a, b| {
            let key = |p: &Problem| (p.place.source, p.place.span.start, p.place.span.end);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        list.dedup_by(|a, b| a == b);
        Self { text, station, list }
    }

    /// These and others of the same file.
    pub(super) fn merge(self, other: Self) -> Self {
        let list = self.list.into_iter().chain(other.list).collect();
        Self::new(self.text, self.station.or(other.station), list)
    }

    /// The problems in the order of their places.
    pub fn list(&self) -> &[Problem] {
        &self.list
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether one of them keeps the mission from being used.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|p| p.severity == Severity::Error)
    }

    /// Line and column of a problem's beginning.
    pub fn place(&self, problem: &Problem) -> LineColumn {
        self.start(&problem.place)
    }

    /// All of them with their source lines, as a terminal shows them.
    pub fn render(&self, path: &str, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let path = &harmless(path);
        let mut page = String::new();
        for problem in &self.list {
            page.push_str(renderer.render(&[self.report(problem, path)]).trim_end());
            page.push_str("\n\n");
        }
        page
    }

    /// All of them for an editor.
    pub fn to_json(&self, path: &str) -> serde_json::Value {
        let list: Vec<_> = self
            .list
            .iter()
            .map(|p| {
                let end = self.end(&p.place);
                let LineColumn { line, column } = self.place(p);
                let first = p.first.as_ref().map(|place| {
                    let (start, end) = (self.start(place), self.end(place));
                    serde_json::json!({
                        "file": self.path_of(place, path), "line": start.line, "column": start.column,
                        "end_line": end.line, "end_column": end.column,
                    })
                });
                serde_json::json!({
                    "file": self.path_of(&p.place, path),
                    "line": line,
                    "column": column,
                    "end_line": end.line,
                    "end_column": end.column,
                    "severity": p.severity,
                    "kind": p.kind,
                    "message": p.message,
                    "expected": (!p.expected.is_empty()).then_some(&p.expected),
                    "help": p.help,
                    "replacement": p.replacement,
                    "first": first,
                })
            })
            .collect();
        serde_json::json!({ "file": path, "problems": list })
    }

    fn start(&self, place: &Place) -> LineColumn {
        line_column(self.text_of(place), place.span.start)
    }

    fn end(&self, place: &Place) -> LineColumn {
        line_column(self.text_of(place), place.span.end)
    }

    fn text_of(&self, place: &Place) -> &str {
        match (place.source, &self.station) {
            (Source::Station, Some((_, text))) => text,
            _ => &self.text,
        }
    }

    fn path_of<'a>(&'a self, place: &Place, path: &'a str) -> &'a str {
        match (place.source, &self.station) {
            (Source::Station, Some((name, _))) => name,
            _ => path,
        }
    }

    fn report<'a>(&'a self, problem: &'a Problem, path: &'a str) -> Group<'a> {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut snippets = Vec::new();
        let here = (&problem.place, AnnotationKind::Primary, problem.expected.as_str());
        let before = problem.first.iter().map(|first| (first, AnnotationKind::Context, FIRST));
        for (place, kind, label) in std::iter::once(here).chain(before) {
            let (line, span) = window(self.text_of(place), &place.span);
            let (line, span) = visible(line, &span);
            let mark = if label.is_empty() { kind.span(span) } else { kind.span(span).label(label) };
            let snippet = Snippet::source(line).line_start(self.start(place).line).path(self.path_of(place, path));
            snippets.push(snippet.annotation(mark));
        }
        let group = level.primary_title(&problem.message).elements(snippets);
        match &problem.help {
            Some(help) => group.element(Level::HELP.message(help)),
            None => group,
        }
    }
}

/// What is written under the first of two.
const FIRST: &str = "here for the first time";

/// A replacement for exactly what stands there, quotes included. A name within a longer text cannot be replaced so.
fn fit(written: &str, new: String) -> Option<String> {
    match written.chars().next() {
        Some('"' | '\'') if written.contains('+') => None,
        Some(quote @ ('"' | '\'')) if !new.starts_with(['"', '\'']) => Some(format!("{quote}{new}{quote}")),
        _ => Some(new),
    }
}

/// The line with what the renderer would hand to the terminal as it is made visible, and the span moved with it. It
/// shows controls of ASCII and turned text itself; not those of one byte above (C1), nor marks without a width.
fn visible<'a>(line: &'a str, span: &Range<usize>) -> (Cow<'a, str>, Range<usize>) {
    if line.is_ascii() {
        return (line.into(), span.clone());
    }
    let shown = |piece: &str| -> String {
        let seen = |c: char| if is_hostile(c) && !c.is_ascii() { char::REPLACEMENT_CHARACTER } else { c };
        piece.chars().map(seen).collect()
    };
    let (start, end) = (shown(&line[..span.start]).len(), shown(&line[..span.end]).len());
    (shown(line).into(), start..end)
}

/// Longest piece of a line that is shown, bytes.
const WIDEST: usize = 2000;

/// The line where `span` begins, without its end, and `span` within it.
fn window<'a>(text: &'a str, span: &Range<usize>) -> (&'a str, Range<usize>) {
    let start = text[..span.start].rfind('\n').map_or(0, |i| i + 1);
    let end = text[span.start..].find('\n').map_or(text.len(), |i| span.start + i);
    let line = text[start..end].trim_end_matches('\r');
    let from = (span.start - start).min(line.len());
    let to = (span.end.min(end) - start).min(line.len());
    if line.len() <= WIDEST {
        return (line, from..to);
    }
    let left = line.floor_char_boundary(from.saturating_sub(WIDEST / 4));
    let right = line.floor_char_boundary((left + WIDEST).min(line.len()));
    (&line[left..right], from - left..to.min(right) - left)
}

/// The span, moved onto whole characters of the text.
fn inside(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    start..end
}

/// Line and column of a byte.
fn line_column(text: &str, at: usize) -> LineColumn {
    let before = &text[..at];
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    LineColumn { line: before.bytes().filter(|&b| b == b'\n').count() + 1, column: before[start..].chars().count() + 1 }
}
