//! Records by path, and their re-scoring.

use super::exit::Stop;
use crate::replay::limit::{RECORD_BYTES, read_up_to};
use crate::replay::{Record, record};
use crate::score::{Scorecard, mark};
use crate::store::whole;
use crate::words::en::replay::onto_itself;
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

/// Writes what was made of records, whole or not at all, and never over one of them.
pub fn write_beside(path: &Path, records: &[&Path], bytes: &[u8]) -> Result<(), Stop> {
    if records.iter().any(|record| whole::same(path, record)) {
        return Err(Stop::Unusable(onto_itself(&path.display().to_string())));
    }
    whole::write(path, bytes).map_err(|error| Stop::file(path, &error))
}
