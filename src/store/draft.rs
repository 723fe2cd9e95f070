//! A mission file that somebody edits while it is flown.

use std::path::PathBuf;
use std::time::SystemTime;

/// Watches one file for changes: by its time and length, each time that it is asked.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    seen: Option<(SystemTime, u64)>,
}

impl Draft {
    /// As the file is now.
    pub fn new(path: PathBuf) -> Self {
        let mut draft = Self { path, seen: None };
        draft.seen = draft.stamp();
        draft
    }

    /// Whether it was written since this was last asked. While an editor replaces it there is no file: not yet.
    pub fn edited(&mut self) -> bool {
        let Some(now) = self.stamp() else { return false };
        self.seen.replace(now) != Some(now)
    }

    fn stamp(&self) -> Option<(SystemTime, u64)> {
        let data = self.path.metadata().ok()?;
        Some((data.modified().ok()?, data.len()))
    }
}
