//! Where chance and the calendar come in: at the edge of the program, and recorded.

pub use crate::tui::title::fresh_seed as fresh;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, for the header of a record; no rule reads it.
pub fn unix_s() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs() as i64)
}
