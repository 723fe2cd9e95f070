//! The journal of a sweep: a line that says which sweep, then rows in order of seed, as they come.

use super::many::{SweepError, SweepOptions};
use super::row::Row;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A journal, open at its end.
pub struct Journal {
    path: PathBuf,
    file: File,
    /// Where the rows begin.
    body: u64,
    rows: u64,
    passed: u64,
}

impl Journal {
    /// Opens the journal beside the output and reads how far it is; begins one if there is none. A torn last line is
    /// cut off, as is everything from the first row on that is not the next seed.
    pub fn open(options: &SweepOptions, (first, count): (u64, u64)) -> Result<Self, SweepError> {
        let mut path = options.output.clone().into_os_string();
        path.push(".journal");
        let path = PathBuf::from(path);
        let heading = heading(options, first, count);
        let wrong = || SweepError::file(&path);
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(wrong())?;
        let mut reader = BufReader::new(&file);
        let mut line = String::new();
        let read = reader.read_line(&mut line).map_err(wrong())?;
        let mut end = 0;
        let (mut rows, mut passed) = (0, 0);
        if read > 0 && line.ends_with('\n') {
            if line.trim_end() != heading {
                return Err(SweepError::OtherJournal(path));
            }
            end = read as u64;
            loop {
                line.clear();
                let read = reader.read_line(&mut line).map_err(wrong())?;
                if !line.ends_with('\n') || seed_of(&line) != Some(first + rows) || rows == count {
                    break;
                }
                end += read as u64;
                rows += 1;
                passed += u64::from(line.split(',').nth(4) == Some("true"));
            }
        }
        drop(reader);
        file.set_len(end).map_err(wrong())?;
        file.seek(SeekFrom::End(0)).map_err(wrong())?;
        if end == 0 {
            writeln!(file, "{heading}").map_err(wrong())?;
        }
        Ok(Self { body: heading.len() as u64 + 1, path, file, rows, passed })
    }

    /// Rows that it holds.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// How many of them were passed.
    pub fn passed(&self) -> u64 {
        self.passed
    }

    /// Adds a row; it is with the system when this returns, so that a killed sweep keeps it.
    pub fn write(&mut self, row: &Row) -> Result<(), SweepError> {
        let line = row.csv() + "\n";
        self.file.write_all(line.as_bytes()).map_err(SweepError::file(&self.path))?;
        self.rows += 1;
        self.passed += u64::from(row.passed);
        Ok(())
    }

    /// Leaves it for another start.
    pub fn close(self) -> Result<PathBuf, SweepError> {
        self.file.sync_all().map_err(SweepError::file(&self.path))?;
        Ok(self.path)
    }

    /// Hands each line of the rows to `each`, in order.
    pub fn lines(&mut self, mut each: impl FnMut(&str) -> Result<(), SweepError>) -> Result<(), SweepError> {
        self.file.seek(SeekFrom::Start(self.body)).map_err(SweepError::file(&self.path))?;
        for line in BufReader::new(&self.file).lines() {
            each(&line.map_err(SweepError::file(&self.path))?)?;
        }
        Ok(())
    }

    /// Removes it: the table holds everything.
    pub fn remove(self) -> Result<(), SweepError> {
        std::fs::remove_file(&self.path).map_err(SweepError::file(&self.path))
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn seed_of(line: &str) -> Option<u64> {
    line.split(',').next()?.parse().ok()
}

/// Which sweep: program and rules, mission and station as texts, crew, seeds. A crew may fly otherwise in the next
/// version of the program, by the same rules.
fn heading(options: &SweepOptions, first: u64, count: u64) -> String {
    let mut hash = blake3::Hasher::new();
    hash.update(options.mission.text.as_bytes());
    hash.update(&[0]);
    hash.update(options.mission.station_text.as_deref().unwrap_or("").as_bytes());
    if let Some(level) = &options.mission.level.asked {
        hash.update(format!("\0level\0{level}").as_bytes());
    }
    for (name, value) in &options.mission.settings {
        hash.update(format!("\0{name}\0{value}").as_bytes());
    }
    format!(
        "leakdrill-sweep 1 program {} rules {} mission {} pilot {} seeds {first}+{count}",
        env!("CARGO_PKG_VERSION"),
        crate::sim::REVISION,
        &hash.finalize().to_hex()[..16],
        options.pilot.id()
    )
}
