//! Missions: what an instructor writes becomes a [`Mission`] in which nothing is left to fail, or every problem at once.
//!
//! One declarative [`field`] [`table`] says what a file may hold. From it come the reader ([`walk`] over the spanned
//! tree of the TOML parser, into typed rows), the JSON Schema, the handbook and every did-you-mean. After the walk,
//! names become numbers: the station first, then conditions, events, strikes and rubric, and an audit asks whether
//! the whole makes sense.
//!
//! This room may know the station's layout and words (`sim`) and `units`. It deliberately has no clock, no files (the
//! caller reads them; what ships is embedded) and no terminal, and it runs nothing. Start at [`load()`], then
//! [`model`] (what comes out) and [`table`] (what goes in).

mod action;
mod advice;
mod audit;
mod condition;
mod date;
pub mod deed;
mod draw;
mod earn;
pub mod field;
pub mod handbook;
pub mod hostile;
pub mod level;
pub mod library;
pub mod limit;
mod load;
mod lookup;
mod means;
pub mod measure;
pub mod model;
pub mod problem;
pub mod problems;
mod read;
mod row;
mod rubric;
pub mod schema;
mod script;
mod settings;
mod station;
mod suggest;
pub mod table;
mod template;
pub mod unit;
mod value;
mod walk;
pub mod watch;

pub use model::Mission;
pub use problem::{Kind, Problem, Severity};
pub use problems::Problems;
pub use template::template;

use crate::sim::layout::Layout;
use std::sync::Arc;

/// Reads a mission whose station ships with the program or stands in it. `level` picks a choice of its settings.
pub fn load(name: &str, text: &str, level: Option<&str>) -> Result<Mission, Problems> {
    Mission::from_texts(name, text, None, level)
}

/// Every problem of a mission file, warnings too, at every level of difficulty that it offers; or of a station file.
pub fn check(text: &str) -> Problems {
    if station::is_station(text) {
        return check_station(text);
    }
    load::check(text)
}

/// Every problem of a station file.
pub fn check_station(text: &str) -> Problems {
    Problems::new(Arc::from(text), None, station::whole(text).1)
}

/// Reads a station file.
pub fn load_station(text: &str) -> Result<Layout, Problems> {
    let (layout, problems) = station::whole(text);
    let problems = Problems::new(Arc::from(text), None, problems);
    match layout {
        Some(layout) if !problems.has_errors() => Ok(layout),
        _ => Err(problems),
    }
}

impl Mission {
    /// Reads a mission from the texts that a record carries. Without a station text, one that ships is looked up.
    pub fn from_texts(name: &str, text: &str, station: Option<&str>, level: Option<&str>) -> Result<Mission, Problems> {
        let loaded = load::load(name, text, station, level);
        loaded.mission.ok_or(loaded.problems)
    }

    /// The same mission at another level of difficulty, if it offers that.
    pub fn at_level(&self, level: &str) -> Option<Mission> {
        Mission::from_texts(&self.name, &self.text, self.station_text.as_deref(), Some(level)).ok()
    }
}
