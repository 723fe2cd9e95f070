//! The index of past drills, in SQLite: only a memory of what the records say, so that a title screen need not read
//! them all again. A record is read anew when its size or its time of change is another; a row without a record goes.

use super::drills::{Summary, files, newest_first};
use rusqlite::{Connection, params};
use rusqlite_migration::{M, Migrations};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

const MIGRATIONS: &[M<'_>] = &[M::up(
    "CREATE TABLE drill (
        path TEXT PRIMARY KEY,
        changed_ms INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        program TEXT NOT NULL,
        mission TEXT NOT NULL,
        trainee TEXT NOT NULL,
        started_unix_s INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        share REAL NOT NULL,
        summary TEXT NOT NULL
    ) STRICT;
    CREATE INDEX drill_by_mission ON drill (mission, trainee);",
)];

/// The database.
#[derive(Debug)]
pub struct Index {
    connection: Connection,
}

/// Why the index cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The database.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// Its schema.
    #[error(transparent)]
    Migration(#[from] rusqlite_migration::Error),
    /// The records.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl IndexError {
    /// Whether the file is none that this program can use, now or later: no database, one of another making, or one of a
    /// later program. One that somebody is busy with, or that cannot be written just now, is left alone.
    fn spoiled(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase, Unknown};
        let error = match self {
            Self::Sqlite(error) => error,
            Self::Migration(rusqlite_migration::Error::RusqliteError { err, .. }) => err,
            Self::Migration(_) => return true,
            Self::Io(_) => return false,
        };
        // A table that is there already has no code of its own.
        matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase | Unknown))
    }
}

impl Index {
    /// Opens the index, or begins a new one; a file that is no database, or of a later program, is begun anew.
    pub fn open(path: &Path) -> Result<Self, IndexError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        match Self::try_open(path) {
            Err(error) if error.spoiled() => {
                std::fs::remove_file(path)?;
                Self::try_open(path)
            }
            other => other,
        }
    }

    fn try_open(path: &Path) -> Result<Self, IndexError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(std::time::Duration::from_secs(2))?;
        Migrations::from_slice(MIGRATIONS).to_latest(&mut connection)?;
        Ok(Self { connection })
    }

    /// Brings the index in step with a folder of records and returns every drill, newest first.
    pub fn update(&mut self, folder: &Path) -> Result<Vec<Summary>, IndexError> {
        let mut known = self.known()?;
        let mut found = Vec::new();
        let transaction = self.connection.transaction()?;
        for path in files(folder)? {
            let stamp = stamp(&path)?;
            let key = path.to_string_lossy().into_owned();
            if let Some((old, summary)) = known.remove(&key)
                && old == stamp
            {
                found.push(summary);
                continue;
            }
            let summary = Summary::of(&path);
            let text = serde_json::to_string(&summary).map_err(io::Error::other)?;
            transaction.execute(
                "INSERT OR REPLACE INTO drill VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                params![
                    key,
                    stamp.0,
                    stamp.1,
                    PROGRAM,
                    summary.mission,
                    summary.trainee,
                    summary.started_unix_s,
                    summary.passed,
                    summary.share(),
                    text
                ],
            )?;
            found.push(summary);
        }
        for gone in known.keys() {
            transaction.execute("DELETE FROM drill WHERE path = ?1", params![gone])?;
        }
        transaction.commit()?;
        newest_first(&mut found);
        Ok(found)
    }

    /// Rows of this very program: another version may score otherwise, so its rows are made again.
    fn known(&self) -> Result<Known, IndexError> {
        let mut statement = self.connection.prepare("SELECT path, changed_ms, bytes, program, summary FROM drill")?;
        let mut rows = statement.query([])?;
        let mut known = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (path, program, text): (String, String, String) = (row.get(0)?, row.get(3)?, row.get(4)?);
            // A row that cannot be read is made again: a stamp that no file has says so.
            let stamp = if program == PROGRAM { (row.get(1)?, row.get(2)?) } else { (-1, -1) };
            match serde_json::from_str(&text) {
                Ok(summary) => known.insert(path, (stamp, summary)),
                Err(_) => continue,
            };
        }
        Ok(known)
    }
}

/// Rows by path: when the file changed and its size, and what the record says.
type Known = BTreeMap<String, ((i64, i64), Summary)>;

const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// When a file changed, ms, and its size.
fn stamp(path: &Path) -> io::Result<(i64, i64)> {
    let data = std::fs::metadata(path)?;
    let changed = data.modified()?.duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis());
    Ok((i64::try_from(changed).unwrap_or(i64::MAX), i64::try_from(data.len()).unwrap_or(i64::MAX)))
}
