//! The table at the end of a sweep, made from its journal line by line.

use super::journal::Journal;
use super::many::SweepError;
use super::row::COLUMNS;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values.
    Csv,
    /// Apache Parquet.
    Parquet,
}

impl Form {
    /// By the ending of the file.
    pub fn of(path: &Path) -> Result<Self, SweepError> {
        match path.extension().and_then(|e| e.to_str()) {
            Some("csv") => Ok(Self::Csv),
            Some("parquet") if cfg!(feature = "parquet") => Ok(Self::Parquet),
            Some("parquet") => Err(SweepError::NoParquet),
            _ => Err(SweepError::Ending(path.to_owned())),
        }
    }

    /// Writes the table under a passing name, then gives it its own, so that nobody ever reads half of it; the journal
    /// goes when the table is there.
    pub fn write(self, mut journal: Journal, path: &Path) -> Result<PathBuf, SweepError> {
        let part = journal.path().with_extension("part");
        match self {
            Self::Csv => csv(&mut journal, &part)?,
            Self::Parquet => parquet(&mut journal, &part)?,
        }
        std::fs::rename(&part, path).map_err(SweepError::file(path))?;
        journal.remove()?;
        Ok(path.to_owned())
    }
}

fn csv(journal: &mut Journal, path: &Path) -> Result<(), SweepError> {
    let mut file = BufWriter::new(File::create(path).map_err(SweepError::file(path))?);
    writeln!(file, "{COLUMNS}").map_err(SweepError::file(path))?;
    journal.lines(|line| writeln!(file, "{line}").map_err(SweepError::file(path)))?;
    let file = file.into_inner().map_err(|e| SweepError::file(path)(e.into_error()))?;
    file.sync_all().map_err(SweepError::file(path))
}

#[cfg(feature = "parquet")]
fn parquet(journal: &mut Journal, path: &Path) -> Result<(), SweepError> {
    super::parquet::write(journal, path)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &mut Journal, _: &Path) -> Result<(), SweepError> {
    Err(SweepError::NoParquet)
}
