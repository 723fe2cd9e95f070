//! `leakdrill validate`: reference cases, closed forms, published events, crew, instruments, repairs and the sky, ours
//! beside theirs. It says no as soon as one of them is out of its tolerance.

use super::args::{Format, ValidateArgs};
use super::exit::{Exit, Stop};
use super::out::Out;
use super::validate_page::page;
use super::validate_text::{charts, markdown, plain};
use crate::lab::validation::{self, Options, Report};
use crate::sim::REVISION;
use crate::words::date::civil;
use serde_json::{Value, json};
use std::path::Path;

/// Validates.
pub fn run(args: &ValidateArgs, out: &mut Out) -> Result<Exit, Stop> {
    let options = Options { cases: args.cases.as_deref(), sky_years: f64::from(args.sky_years), only: &args.only };
    let report = validation::run(options).map_err(|error| Stop::Unusable(error.to_string()))?;
    let date = today();
    if let Some(path) = &args.html {
        write(path, page(&report, &date).into_string())?;
    }
    if let Some(path) = &args.markdown {
        write(path, markdown(&report, &date))?;
        for (name, drawing) in charts(&report) {
            write(&path.with_file_name(name), drawing)?;
        }
    }
    match args.format {
        Format::Text => out.line(&plain(&report))?,
        Format::Json => out.json(&document(&report))?,
    }
    Ok(if report.passed() { Exit::Done } else { Exit::No })
}

fn write(path: &Path, text: String) -> Result<(), Stop> {
    crate::store::whole::write(path, text.as_bytes()).map_err(|error| Stop::file(path, &error))
}

/// The day, UTC.
fn today() -> String {
    let (year, month, day) = civil(super::seed::unix_s().div_euclid(86_400));
    format!("{year:04}-{month:02}-{day:02}")
}

fn document(report: &Report) -> Value {
    let mut events = Vec::new();
    for section in &report.sections {
        for row in &section.rows {
            let mut row = json!(row);
            row["section"] = json!(section.id);
            events.push(row);
        }
    }
    json!({ "sim_revision": REVISION, "passed": report.passed(), "cases": report.cases, "events": events })
}
