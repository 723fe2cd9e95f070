//! A past drill in a few numbers, read from its record.

use crate::replay::limit::{RECORD_BYTES, read_up_to};
use crate::replay::record::read;
use crate::score::{self, Grade};
use crate::sim::event::Outcome;
use std::io;
use std::path::{Path, PathBuf};

/// A past drill.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Summary {
    /// Its record.
    pub path: PathBuf,
    /// The record's id.
    pub id: String,
    /// Name of the mission.
    pub mission: String,
    /// Title of the mission.
    pub title: String,
    /// Who flew.
    pub trainee: String,
    /// When it began, seconds since 1970 UTC.
    pub started_unix_s: i64,
    /// The seed; told only once the drill is over, if it was an exam.
    pub seed: Option<u64>,
    /// Under exam rules.
    pub exam: bool,
    /// Which attempt.
    pub attempt: u32,
    /// It was taken over from another record: practice from a moment that somebody else may have reached.
    #[serde(default)]
    pub taken_over: bool,
    /// How far it went, s.
    pub ticks: u64,
    /// How it ended; none if it broke off.
    pub outcome: Option<Outcome>,
    /// Points; nothing while it is unfinished.
    pub points: f64,
    /// Out of so many.
    pub max: f64,
    /// Passed.
    pub passed: bool,
    /// Lines of the card: skill, name, points, of so many.
    pub items: Vec<(String, String, f64, f64)>,
    /// It broke off and this program can go on with it.
    pub can_go_on: bool,
    /// What is wrong with the record, if anything.
    pub damage: Option<String>,
}

impl Summary {
    /// Points as a share of those that could be earned.
    pub fn share(&self) -> f64 {
        if self.max > 0.0 { self.points / self.max } else { 0.0 }
    }

    /// Reads a record and scores it anew. A damaged record is listed with what is wrong with it.
    pub fn of(path: &Path) -> Self {
        let damaged = |why: String| Self::damaged(path, why);
        // One file that cannot be opened does not hide the others.
        let bytes = match read_up_to(path, RECORD_BYTES) {
            Ok(bytes) => bytes,
            Err(error) => return damaged(error.to_string()),
        };
        let record = match read(&bytes) {
            Ok(record) => record,
            Err(damage) => return damaged(damage.to_string()),
        };
        let over = record.finished();
        let mut summary = Self {
            id: record.id.clone(),
            mission: record.header.mission.clone(),
            title: record.mission.title.clone(),
            trainee: record.header.trainee.clone(),
            started_unix_s: record.header.started_unix_s,
            seed: record.told_seed(),
            exam: record.header.exam,
            attempt: record.header.attempt,
            taken_over: record.header.parent.is_some(),
            ticks: record.last.0,
            can_go_on: record.interrupted(),
            ..Self::damaged(path, String::new())
        };
        summary.damage = None;
        // Nothing of the card is told before the end: it would tell the truth.
        if over {
            let card = score::mark(&record.mission, &record.log);
            summary.outcome = Some(card.outcome);
            (summary.points, summary.max, summary.passed) = (card.points, card.max, card.passed);
            let counted = card.lines.into_iter().filter(|line| line.grade != Grade::NotApplicable);
            summary.items = counted.map(|line| (line.skill, line.name, line.points, line.max)).collect();
        }
        summary
    }

    fn damaged(path: &Path, why: String) -> Self {
        Self {
            path: path.to_path_buf(),
            id: String::new(),
            mission: String::new(),
            title: String::new(),
            trainee: String::new(),
            started_unix_s: 0,
            seed: None,
            exam: false,
            attempt: 0,
            taken_over: false,
            ticks: 0,
            outcome: None,
            points: 0.0,
            max: 0.0,
            passed: false,
            items: Vec::new(),
            can_go_on: false,
            damage: Some(why),
        }
    }
}

/// The record files of a folder, by name.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    found.sort();
    Ok(found)
}

/// Every drill of a folder, read from the records, newest first.
pub fn scan(folder: &Path) -> io::Result<Vec<Summary>> {
    let mut found: Vec<Summary> = files(folder)?.iter().map(|path| Summary::of(path)).collect();
    newest_first(&mut found);
    Ok(found)
}

/// Newest first; those of one second by name.
pub fn newest_first(drills: &mut [Summary]) {
    drills.sort_by(|a, b| b.started_unix_s.cmp(&a.started_unix_s).then_with(|| b.path.cmp(&a.path)));
}

/// Which attempt the next one of this trainee at this mission is, from 1.
pub fn next_attempt(drills: &[Summary], mission: &str, trainee: &str) -> u32 {
    let made = drills.iter().filter(|d| d.mission == mission && d.trainee == trainee).count();
    u32::try_from(made).unwrap_or(u32::MAX).saturating_add(1)
}
