//! Records by path, and their re-scoring.

use super::exit::Stop;
use crate::replay::limit::{RECORD_BYTES, read_up_to};
use crate::replay::{Record, record};
use crate::score::{Scorecard, mark};
use std::path::Path;

/// Reads a record. One that is damaged is a "no", one that cannot be opened cannot be used.
pub fn read(path: &Path) -> Result<Record, Stop> {
    let bytes = read_up_to(path, RECORD_BYTES).map_err(|error| Stop::file(path, &error))?;
    record::read(&bytes).map_err(|damage| Stop::No(format!("{}: {damage}", path.display())))
}

/// The card that a record's log earns by its own rubric.
pub fn card(record: &Record) -> Scorecard {
    mark(&record.mission, &record.log)
}
