//! Where chance and the calendar come in: at the edge of the program, and recorded.

use std::hash::{BuildHasher, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

/// A fresh seed. Ten digits at most: people read them aloud and type them.
pub fn fresh() -> u64 {
    // The standard library seeds its hash maps from the system's entropy; nothing more is needed here.
    RandomState::new().hash_one(0u8) >> 32
}

/// Now, for the header of a record; no rule reads it.
pub fn unix_s() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs() as i64)
}
