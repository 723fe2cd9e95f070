//! `leakdrill validate`: reference cases, closed forms and published events, ours beside theirs. It says no as soon as
//! one of them is out of its tolerance.

use super::args::{Format, ValidateArgs};
use super::exit::{Exit, Stop};
use super::out::Out;
use super::validate_page::{kind, page};
use crate::lab::cases::{CaseReport, run_folder};
use crate::lab::published::{self, Published};
use crate::sim::REVISION;
use serde_json::json;
use std::io;

/// Validates.
pub fn run(args: &ValidateArgs, out: &mut Out) -> Result<Exit, Stop> {
    let cases = match &args.cases {
        Some(folder) => run_folder(folder).map_err(|error| Stop::Unusable(error.to_string()))?,
        None => Vec::new(),
    };
    let events = published::all();
    if let Some(path) = &args.html {
        let written = std::fs::write(path, page(&cases, &events).into_string());
        written.map_err(|error| Stop::file(path, &error))?;
    }
    match args.format {
        Format::Text => text(&cases, &events, out)?,
        Format::Json => out.json(&json!({ "sim_revision": REVISION, "cases": cases, "events": events }))?,
    }
    let passed = cases.iter().all(|c| c.passed) && events.iter().all(|e| e.passed);
    Ok(if passed { Exit::Done } else { Exit::No })
}

fn text(cases: &[CaseReport], events: &[Published], out: &mut Out) -> io::Result<()> {
    let verdict = |passed| if passed { "ok  " } else { "FAIL" };
    if !cases.is_empty() {
        out.line("reference cases: largest relative error of pressures, of moments; largest of temperatures, K")?;
        for c in cases {
            let (p, e, t) = (c.max_pressure_error_rel, c.max_event_error_rel, c.max_temperature_error_k);
            out.line(&format!("{} {:32} {p:9.1e} {e:9.1e} {t:8.4}", verdict(c.passed), c.case))?;
            if let Some(place) = &c.first_failure {
                out.line(&format!("     first out of tolerance: {} at {} s", place.what, place.time_s))?;
            }
            for missing in &c.not_compared {
                out.line(&format!("     not compared: {missing}"))?;
            }
        }
        out.line("")?;
    }
    out.line("published events and closed forms: ours, theirs")?;
    for e in events {
        let kind = kind(e.kind);
        let name = format!("{} {:54} {:9.3} {:9.3} {:9} {kind}", verdict(e.passed), e.name, e.ours, e.theirs, e.unit);
        out.line(name.trim_end())?;
        out.line(&format!("       {}", e.how))?;
        out.line(&format!("       {}", e.source))?;
    }
    out.line(&format!("\nsimulation revision {REVISION}"))
}
