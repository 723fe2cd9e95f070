//! Records by path, and their re-scoring.

use super::exit::Stop;
use crate::replay::{Record, record};
use crate::score::{Scorecard, mark};
use std::path::Path;

/// Reads a record. One that is damaged is a "no", one that cannot be opened cannot be used.
pub fn read(path: &Path) -> Result<Record, Stop> {
    let bytes = std::fs::read(path).map_err(|error| Stop::file(path, &error))?;
    record::read(&bytes).map_err(|damage| Stop::No(format!("{}: {damage}", path.display())))
}

/// The card that a record's log earns by its own rubric.
pub fn card(record: &Record) -> Scorecard {
    mark(&record.mission, &record.log)
}

/// Whether the score that a record claims is the one that its log earns; true where nothing is claimed.
pub fn claim_holds(record: &Record, card: &Scorecard) -> bool {
    // Scores are sums of a few dozen points: a millionth is rounding, a whole point is a lie.
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    record.end.is_none_or(|end| near(end.points, card.points) && near(end.max, card.max) && end.passed == card.passed)
}
