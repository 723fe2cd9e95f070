//! What a record says about itself: its first line, its notes and its last line.

use super::FORMAT;
use crate::mission::Mission;
use crate::sim::event::Outcome;
use crate::units::Tick;

/// The first line: everything needed to play the drill again.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Header {
    /// Number of the format.
    pub format: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// Revision of the rules that it was flown by.
    pub sim: u32,
    /// Short name of the mission.
    pub mission: String,
    /// Level of difficulty, if one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The seed.
    pub seed: u64,
    /// Flown under exam rules.
    #[serde(default)]
    pub exam: bool,
    /// Which attempt of this trainee at this mission, from 1; 0 if nobody counted.
    #[serde(default)]
    pub attempt: u32,
    /// Who flew, as they wished to be called; may be empty.
    #[serde(default)]
    pub trainee: String,
    /// When it began, seconds since 1970 UTC, for people and indexes; no rule reads it.
    #[serde(default)]
    pub started_unix_s: i64,
    /// The record that it was taken over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Parent>,
    /// The mission file, whole.
    pub text: String,
    /// The station file, whole, if the mission names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub station: Option<String>,
}

/// Where a take-over came from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Parent {
    /// The parent's id: the hash of its first line.
    pub record: String,
    /// Up to where its lines were copied.
    pub at: Tick,
}

impl Header {
    /// For a drill of this mission by this program.
    pub fn new(mission: &Mission, seed: u64) -> Self {
        Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            sim: crate::sim::REVISION,
            mission: mission.name.clone(),
            level: mission.level.asked.clone(),
            seed,
            exam: false,
            attempt: 0,
            trainee: String::new(),
            started_unix_s: 0,
            parent: None,
            text: mission.text.to_string(),
            station: mission.station_text.as_ref().map(|text| text.to_string()),
        }
    }
}

/// Something beside the drill that later readers may want to know. No note changes what happened.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The clock was stopped.
    Paused,
    /// The clock ran again.
    Resumed,
    /// Seconds of the drill for each on the wall.
    Speed(u32),
    /// What somebody wrote.
    Remark(String),
    /// A hint of the mission was shown, by its number.
    Hint(u16),
    /// The program was started again and the drill went on.
    Continued,
}

/// The last line of a drill that was finished or put away.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct End {
    /// How it ended.
    pub outcome: Outcome,
    /// Points, as the program claims that wrote it.
    pub points: f64,
    /// Out of so many.
    pub max: f64,
    /// Passed, by that claim.
    pub passed: bool,
}
