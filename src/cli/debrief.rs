//! `leakdrill debrief` and `leakdrill compare`: why it went so, alone or beside another.

use super::args::{CompareArgs, DebriefArgs, Format};
use super::exit::{Exit, Stop};
use super::out::Out;
use super::records;
use crate::debrief::compare::Comparison;
use crate::debrief::{Debrief, html, text};
use crate::mission::hostile::printable;
use crate::replay::Record;
use std::path::Path;

/// Debriefs a record.
pub fn run(args: &DebriefArgs, out: &mut Out) -> Result<Exit, Stop> {
    let (record, debrief) = of(&args.record)?;
    if let Some(path) = &args.html {
        let page = html::page(&debrief, &record.mission.layout);
        records::write_beside(path, &[&args.record], printable(&page).as_bytes())?;
    }
    match args.format {
        Format::Json => out.json(&value(&debrief)?)?,
        Format::Text if args.html.is_none() => out.page(&text::text(&debrief))?,
        Format::Text => {}
    }
    Ok(Exit::Done)
}

/// Lays two records side by side.
pub fn compare(args: &CompareArgs, out: &mut Out) -> Result<Exit, Stop> {
    let (one, other) = (of(&args.one)?.1, of(&args.other)?.1);
    let comparison = Comparison::of(one, other);
    if let Some(path) = &args.html {
        records::write_beside(path, &[&args.one, &args.other], printable(&comparison.page()).as_bytes())?;
    }
    match args.format {
        Format::Json => out.json(&value(&comparison)?)?,
        Format::Text if args.html.is_none() => out.page(&comparison.text())?,
        Format::Text => {}
    }
    Ok(Exit::Done)
}

fn of(path: &Path) -> Result<(Record, Debrief), Stop> {
    let record = records::read(path)?;
    let debrief = Debrief::of(&record).map_err(|error| Stop::Unusable(format!("{}: {error}", path.display())))?;
    Ok((record, debrief))
}

fn value(of: &impl serde::Serialize) -> Result<serde_json::Value, Stop> {
    serde_json::to_value(of).map_err(|error| Stop::Unusable(error.to_string()))
}
