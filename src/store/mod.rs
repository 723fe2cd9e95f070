//! What stays on this machine between two sittings: folders, configuration, the records and what they say together.
//!
//! Records are the truth. The database beside them is an index and nothing else: delete it and it is built again from
//! the records, which is also what happens when a record is copied in, changed or removed. Past drills become
//! [`drills::Summary`]s; progress and the suggestion of what to fly next are plain functions of those.
//!
//! The room may know the record, the score and the mission. It lacks a clock (callers pass the time in), the network,
//! and every rule of the simulation. Start at [`home::Home`], then [`drills`], [`progress`]; [`index`] is the database.

pub mod config;
pub mod draft;
pub mod drills;
pub mod home;
#[cfg(feature = "index")]
pub mod index;
pub mod progress;
pub mod whole;

pub use config::Config;
pub use draft::Draft;
pub use drills::Summary;
pub use home::Home;

use std::io;

/// Every past drill, newest first: from the index where there is one, else from the records themselves.
pub fn past(home: &Home) -> io::Result<Vec<Summary>> {
    #[cfg(feature = "index")]
    if let Ok(mut index) = index::Index::open(&home.database()) {
        // A database that cannot be written (a full disk, a folder that is read-only) must not hide anybody's drills.
        if let Ok(found) = index.update(&home.records()) {
            return Ok(found);
        }
    }
    drills::scan(&home.records())
}
