//! All seeds of a sweep on all cores: drills run ahead of the journal by a fixed number, rows are written in order.

use super::journal::Journal;
use super::row::{Row, fly_seed};
use super::{shard, table};
use crate::mission::Mission;
use crate::pilot::PilotKind;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};

/// Drills may run so far ahead of the journal.
const AHEAD: u64 = 1024;

/// What to sweep.
#[derive(Clone, Debug)]
pub struct SweepOptions {
    /// The mission.
    pub mission: Arc<Mission>,
    /// Who flies.
    pub pilot: PilotKind,
    /// First and last seed, both flown.
    pub seeds: (u64, u64),
    /// Drills at once; one for each core if none.
    pub jobs: Option<usize>,
    /// Part so many, from 1, of so many; (1, 1) for all.
    pub shard: (u64, u64),
    /// The table to write; its ending says how: `.csv` or `.parquet`.
    pub output: PathBuf,
    /// Show a bar with an estimate of the time left, on standard error.
    pub progress: bool,
    /// Set from elsewhere to stop soon and keep the journal.
    pub stop: Option<Arc<AtomicBool>>,
}

/// What came of a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepReport {
    /// Rows written, those of an earlier start counted.
    pub rows: u64,
    /// Rows found in the journal of an earlier start.
    pub resumed: u64,
    /// Drills passed.
    pub passed: u64,
    /// Whether it was stopped before its end; the journal stays, to go on from.
    pub interrupted: bool,
    /// The table, or the journal if interrupted.
    pub output: PathBuf,
}

/// Why a sweep could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// The seeds run backwards.
    #[error("seeds run from the lower to the higher, such as 1..100, not {0}..{1}")]
    Seeds(u64, u64),
    /// Not a part.
    #[error("{0}/{1} is not a part: write which of how many, such as 1/4 up to 4/4")]
    Shard(u64, u64),
    /// An ending that no table has.
    #[error("`{0}` should end in .csv or .parquet")]
    Ending(PathBuf),
    /// The program was built without Parquet.
    #[error("this program was built without Parquet: build it with `--features parquet`, or write a .csv")]
    NoParquet,
    /// The journal belongs to another sweep.
    #[error(
        "`{0}` is the journal of another sweep (mission, crew, seeds or part differ): remove it, or write elsewhere"
    )]
    OtherJournal(PathBuf),
    /// A file could not be read or written.
    #[error("`{path}`: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The threads could not be started.
    #[error("cannot start threads: {0}")]
    Threads(String),
}

impl SweepError {
    pub(super) fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

/// Flies the sweep.
pub fn run(options: SweepOptions) -> Result<SweepReport, SweepError> {
    let (first, last) = options.seeds;
    if last < first {
        return Err(SweepError::Seeds(first, last));
    }
    let (number, of) = options.shard;
    if number == 0 || number > of {
        return Err(SweepError::Shard(number, of));
    }
    let form = table::Form::of(&options.output)?;
    let seeds = shard(first, last, number, of);
    let (first, count) = (seeds.start, seeds.end - seeds.start);
    let mut journal = Journal::open(&options, (first, count))?;
    let resumed = journal.rows();
    let bar = options.progress.then(|| bar(count, resumed));
    let (passed, interrupted) = fly_all(&options, &mut journal, (first, count), bar.as_ref())?;
    let rows = journal.rows();
    if let Some(bar) = &bar {
        bar.finish_and_clear();
    }
    let output = if interrupted { journal.close()? } else { form.write(journal, &options.output)? };
    Ok(SweepReport { rows, resumed, passed, interrupted, output })
}

/// How far the writer and the pilots are.
struct Progress {
    next: u64,
    written: u64,
    stop: bool,
}

/// Flies what the journal lacks; says how many were passed in all, and whether it was stopped.
fn fly_all(
    options: &SweepOptions,
    journal: &mut Journal,
    (first, count): (u64, u64),
    bar: Option<&indicatif::ProgressBar>,
) -> Result<(u64, bool), SweepError> {
    let done = journal.rows();
    let mut passed = journal.passed();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or(0)).build();
    let pool = threads.map_err(|e| SweepError::Threads(e.to_string()))?;
    let progress = Mutex::new(Progress { next: done, written: done, stop: false });
    let moved = Condvar::new();
    let stopped = || options.stop.as_ref().is_some_and(|s| s.load(Ordering::Relaxed));
    let (send, receive) = mpsc::channel::<(u64, Row)>();
    let outcome = pool.in_place_scope(|scope| {
        for _ in 0..pool.current_num_threads() {
            let send = send.clone();
            let (progress, moved) = (&progress, &moved);
            scope.spawn(move |_| {
                while let Some(n) = take(progress, moved, count) {
                    let row = fly_seed(&options.mission, first + n, options.pilot);
                    if send.send((n, row)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut waiting = BTreeMap::new();
        let mut written = done;
        let mut result = Ok(());
        for (n, row) in receive {
            waiting.insert(n, row);
            while let Some(row) = waiting.remove(&written).filter(|_: &Row| result.is_ok()) {
                passed += u64::from(row.passed);
                result = journal.write(&row);
                written += 1;
            }
            if let Some(bar) = bar {
                bar.set_position(written);
            }
            let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
            progress.written = written;
            progress.stop |= stopped() || result.is_err();
            moved.notify_all();
        }
        result
    });
    outcome?;
    let complete = journal.rows() == count;
    Ok((passed, !complete))
}

/// The next seed to fly, as a count; waits while it would run too far ahead. None when all are taken or it is stopped.
fn take(progress: &Mutex<Progress>, moved: &Condvar, count: u64) -> Option<u64> {
    let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
    while !progress.stop && progress.next < count && progress.next >= progress.written + AHEAD {
        progress = moved.wait(progress).unwrap_or_else(PoisonError::into_inner);
    }
    if progress.stop || progress.next >= count {
        return None;
    }
    progress.next += 1;
    Some(progress.next - 1)
}

fn bar(total: u64, done: u64) -> indicatif::ProgressBar {
    let bar = indicatif::ProgressBar::new(total).with_position(done);
    let style = indicatif::ProgressStyle::with_template("{bar:40} {pos}/{len} drills  {per_sec}  {eta} left");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.reset_eta();
    bar
}
