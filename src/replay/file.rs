//! A record as a file: one writer at a time, and going on after a crash.
//!
//! A lock file beside the record, locked through the operating system, keeps two writers apart and cannot be left
//! behind locked: a killed program's locks are released for it.

use super::damage::Damage;
use super::header::{Header, Note};
use super::limit::{RECORD_BYTES, read_up_to};
use super::record::{self, Record};
use super::recorder::{Recorder, Sink};
use super::rerun::Rerun;
use super::verify::{Difference, Verdict, verify};
use crate::drill::{Drill, Log};
use crate::sim::layout::Layout;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why a record cannot be gone on with.
#[derive(Debug, thiserror::Error)]
pub enum ResumeError {
    /// The file.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The text.
    #[error("{0}")]
    Damage(#[from] Damage),
    /// It came to its end.
    #[error("this drill is over")]
    Over,
    /// Flown by other rules.
    #[error("this drill was flown by simulation revision {0}; this program plays revision {rev}", rev = crate::sim::REVISION)]
    OtherRules(u32),
    /// Its evidence does not follow from its orders.
    #[error("what this record says does not follow from its orders")]
    Differs(Box<Difference>),
}

/// A record file that this process alone writes.
#[derive(Debug)]
pub struct RecordFile {
    path: PathBuf,
    file: File,
    _lock: Lock,
}

/// Held while a record is written.
#[derive(Debug)]
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    fn take(record: &Path) -> io::Result<Self> {
        let mut path = record.as_os_str().to_owned();
        path.push(".lock");
        let path = PathBuf::from(path);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
        match file.try_lock() {
            // Whoever had it may have removed it between our opening and our locking: then it keeps nobody away, and
            // another may hold the one that is there now.
            Ok(()) if !is_at(&file, &path) => Self::take(record),
            Ok(()) => Ok(Self { path, _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(io::Error::new(io::ErrorKind::ResourceBusy, "another program is writing this record"))
            }
            // Some network file systems cannot lock; one writer there is the user's care.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(Self { path, _file: file })
            }
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// Whether an open file is the one that lies at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let of = |data: &std::fs::Metadata| (data.dev(), data.ino());
    matches!((file.metadata(), path.metadata()), (Ok(one), Ok(other)) if of(&one) == of(&other))
}

/// Elsewhere a file that is open cannot be removed.
#[cfg(not(unix))]
const fn is_at(_: &File, _: &Path) -> bool {
    true
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock file left over does no harm: it is the lock that counts.
        let _ = std::fs::remove_file(&self.path);
    }
}

impl RecordFile {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Write for RecordFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Sink for RecordFile {
    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }
}

/// Begins a new record file; one that exists is never overwritten.
pub fn create(path: &Path, header: &Header, layout: &Arc<Layout>) -> io::Result<Recorder<RecordFile>> {
    let lock = Lock::take(path)?;
    let file = OpenOptions::new().create_new(true).append(true).open(path)?;
    Recorder::begin(RecordFile { path: path.to_owned(), file, _lock: lock }, header, layout)
}

/// Whether nobody writes this record just now.
pub fn is_free(path: &Path) -> bool {
    Lock::take(path).is_ok()
}

/// An interrupted drill, ready to go on.
#[derive(Debug)]
pub struct Resumed {
    /// The drill, at the last tick that the record names.
    pub drill: Drill,
    /// Its log.
    pub log: Log,
    /// The recorder, which goes on in the same file.
    pub recorder: Recorder<RecordFile>,
    /// What stood in the record.
    pub record: Record,
}

/// Goes on with an interrupted drill: cuts a torn last line, flies the orders again, and appends from there.
pub fn resume(path: &Path) -> Result<Resumed, ResumeError> {
    let lock = Lock::take(path)?;
    let bytes = read_up_to(path, RECORD_BYTES)?;
    let record = record::read(&bytes)?;
    let (drill, log) = fly_again(&record)?;
    let file = OpenOptions::new().append(true).open(path)?;
    if record.torn {
        file.set_len(record.whole_bytes as u64)?;
        file.sync_data()?;
    }
    let mut recorder = Recorder::go_on(RecordFile { path: path.to_owned(), file, _lock: lock }, &record);
    recorder.follow(&log, drill.now(), 0)?;
    recorder.note(drill.now(), Note::Continued)?;
    Ok(Resumed { drill, log, recorder, record })
}

/// The drill and its log at the last tick that an interrupted record names.
pub fn fly_again(record: &Record) -> Result<(Drill, Log), ResumeError> {
    if record.end.is_some() {
        return Err(ResumeError::Over);
    }
    match verify(record) {
        Verdict::True { .. } => {}
        Verdict::OtherRules { record, .. } => return Err(ResumeError::OtherRules(record)),
        Verdict::Differs(difference) => return Err(ResumeError::Differs(Box::new(difference))),
    }
    let mut rerun = Rerun::new(record);
    let mut log = Log::new();
    rerun.run_to(record.last, &mut log);
    Ok((rerun.drill, log))
}
