//! Where things are kept.

use crate::words::date::civil;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::io;
use std::path::{Path, PathBuf};

/// The variable that puts everything under one folder.
pub const VARIABLE: &str = "LEAKDRILL_HOME";

/// The folders of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    data: PathBuf,
    config: PathBuf,
}

impl Home {
    /// By the habits of the system (XDG on Linux), or all under `LEAKDRILL_HOME` where that is set.
    pub fn find() -> io::Result<Self> {
        if let Some(root) = std::env::var_os(VARIABLE).filter(|root| !root.is_empty()) {
            return Ok(Self::under(Path::new(&root)));
        }
        let args = AppStrategyArgs {
            top_level_domain: "org".to_owned(),
            author: "leakdrill".to_owned(),
            app_name: "leakdrill".to_owned(),
        };
        let strategy = choose_app_strategy(args).map_err(io::Error::other)?;
        Ok(Self { data: strategy.data_dir(), config: strategy.config_dir() })
    }

    /// Everything under one folder.
    pub fn under(root: &Path) -> Self {
        Self { data: root.to_path_buf(), config: root.to_path_buf() }
    }

    /// Records of drills.
    pub fn records(&self) -> PathBuf {
        self.data.join("records")
    }

    /// Missions of the user's own.
    pub fn missions(&self) -> PathBuf {
        self.data.join("missions")
    }

    /// The index of past drills.
    pub fn database(&self) -> PathBuf {
        self.data.join("index.sqlite")
    }

    /// Themes of the user's own.
    pub fn themes(&self) -> PathBuf {
        self.config.join("themes")
    }

    /// The configuration.
    pub fn config(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// A name for a new record that no other has: when, what, and a number if that is taken.
    pub fn new_record(&self, mission: &str, started_unix_s: i64) -> io::Result<PathBuf> {
        let folder = self.records();
        std::fs::create_dir_all(&folder)?;
        let plain: String =
            mission.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).take(60).collect();
        let stem = format!("{}-{plain}", stamp(started_unix_s));
        let names = (1..).map(|n| if n == 1 { format!("{stem}.jsonl") } else { format!("{stem}-{n}.jsonl") });
        let free = names.map(|name| folder.join(name)).find(|path| !path.exists());
        free.ok_or_else(|| io::Error::other("no free name for a record"))
    }
}

/// `20180830T102254Z`: sorts by time, and is a file name everywhere.
fn stamp(unix_s: i64) -> String {
    let (days, second) = (unix_s.div_euclid(86_400), unix_s.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    format!("{year:04}{month:02}{day:02}T{:02}{:02}{:02}Z", second / 3600, second / 60 % 60, second % 60)
}

#[cfg(test)]
mod tests {
    use super::stamp;

    #[test]
    fn names_of_records_sort_by_time() {
        assert_eq!(stamp(1_535_583_600), "20180829T230000Z");
        assert_eq!(stamp(0), "19700101T000000Z");
        assert_eq!(stamp(951_782_400), "20000229T000000Z");
    }
}
