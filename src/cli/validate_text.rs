//! What `validate` found, as plain text and as Markdown with charts beside it.

use crate::lab::cases::{CaseReport, Place};
use crate::lab::validation::{Report, Row, Theirs};
use crate::sim::REVISION;
use crate::words::en::validate as say;
use std::fmt::Write;

/// Plain text for a terminal.
pub fn plain(report: &Report) -> String {
    let mut text = String::new();
    let verdict = |passed| if passed { "ok  " } else { "FAIL" };
    if !report.cases.is_empty() {
        line(&mut text, say::CASES_ERRORS);
    }
    for case in &report.cases {
        line(&mut text, &format!("{} {:32} {}", verdict(case.passed), case.case, errors(case).join(" ")));
        for note in notes(case) {
            line(&mut text, &format!("       {note}"));
        }
    }
    for section in &report.sections {
        line(&mut text, &say::ours_theirs(section.title));
        for row in &section.rows {
            let (ours, theirs) = (number(row.ours), theirs(row.theirs));
            let (name, unit, kind) = (&row.name, row.unit, row.kind.word());
            line(
                &mut text,
                format!("{} {name:58} {ours:>9} {theirs:>17} {unit:9} {kind}", verdict(row.passed)).trim_end(),
            );
            for words in [row.how.as_str(), row.source].into_iter().filter(|words| !words.is_empty()) {
                line(&mut text, &format!("       {words}"));
            }
        }
    }
    line(&mut text, &say::revision(REVISION));
    text.push_str(&summary(report));
    text
}

/// Markdown, for the documentation.
pub fn markdown(report: &Report, date: &str) -> String {
    let mut text = String::new();
    line(&mut text, &format!("# {}\n", say::TITLE));
    line(&mut text, &say::measured_by(date, REVISION));
    line(&mut text, say::BY);
    line(&mut text, &format!("{} {}\n", summary(report), say::KEPT));
    line(&mut text, say::KINDS);
    line(&mut text, &format!("## {}\n", say::CASES));
    line(&mut text, say::CASES_ABOUT);
    line(&mut text, say::CASES_TABLE);
    for case in &report.cases {
        let verdict = if case.passed {
            say::ok(true).into()
        } else {
            format!("**{}**: {}", say::ok(false), notes(case).join("; "))
        };
        line(&mut text, &format!("| {} | {} | {} | {verdict} |", case.case, errors(case).join(" | "), case.compared));
    }
    for section in &report.sections {
        line(&mut text, &format!("\n## {}\n\n{}\n", section.title, section.about));
        if section.id == "sky" {
            for plot in &report.plots {
                line(&mut text, &format!("![{}]({}.svg)\n", plot.summary, plot.id));
            }
        }
        line(&mut text, say::TABLE);
        for row in &section.rows {
            line(&mut text, &table_row(row));
        }
    }
    text
}

/// The charts with the names of their files.
pub fn charts(report: &Report) -> Vec<(String, String)> {
    report.plots.iter().map(|plot| (format!("{}.svg", plot.id), plot.svg().into_string() + "\n")).collect()
}

fn table_row(row: &Row) -> String {
    let how = if row.how.is_empty() { String::new() } else { format!(": {}", row.how) };
    let verdict = if row.passed { say::ok(true).to_owned() } else { format!("**{}**", say::ok(false)) };
    let cells = [
        format!("{}{how}", row.name),
        number(row.ours),
        theirs(row.theirs),
        row.unit.to_owned(),
        row.kind.word().to_owned(),
        row.source.to_owned(),
        verdict,
    ];
    format!("| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

fn line(text: &mut String, words: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{words}");
}

/// How many there are and how many fail, in a sentence.
pub fn summary(report: &Report) -> String {
    let rows = || report.sections.iter().flat_map(|section| &section.rows);
    let failed = rows().filter(|row| !row.passed).count() + report.cases.iter().filter(|case| !case.passed).count();
    say::summary(report.cases.len(), rows().count(), failed)
}

/// Largest errors of a case.
pub fn errors(case: &CaseReport) -> [String; 4] {
    [
        format!("{:.1e}", case.max_pressure_error_rel),
        format!("{:.1e}", case.max_mass_error_rel),
        format!("{:.1e}", case.max_event_error_rel),
        format!("{:.4}", case.max_temperature_error_k),
    ]
}

/// What must be said about a case besides its errors.
pub fn notes(case: &CaseReport) -> Vec<String> {
    let failed = case.first_failure.iter().map(|place| say::first_failure(&failure(place)));
    failed.chain(case.not_compared.iter().map(|what| say::not_compared(what))).collect()
}

fn failure(place: &Place) -> String {
    say::failure(&place.what, place.time_s, place.ours, place.expected, place.times_allowed)
}

/// A number to four digits.
pub fn number(value: f64) -> String {
    let size = value.abs();
    if value.is_infinite() {
        return say::NEVER.into();
    }
    if size != 0.0 && !(1e-3..1e5).contains(&size) {
        return format!("{value:.3e}");
    }
    let digits = if size >= 1000.0 || size == value.trunc().abs() {
        0
    } else if size >= 100.0 {
        1
    } else if size >= 10.0 {
        2
    } else if size >= 1.0 {
        3
    } else {
        4
    };
    format!("{value:.digits$}")
}

/// Theirs: a number or a range.
pub fn theirs(theirs: Theirs) -> String {
    match theirs {
        Theirs::Value(value) => number(value),
        Theirs::Range(low, f64::INFINITY) => say::and_more(&number(low)),
        Theirs::Range(low, high) => say::to(&number(low), &number(high)),
    }
}
