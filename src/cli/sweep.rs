//! `leakdrill sweep`: many seeds on all cores, a row a seed, in the order of seeds whatever core was first.

use super::args::SweepArgs;
use super::exit::{Exit, Stop};
use super::missions;
use super::out::Out;
use crate::lab::sweep::{self, COLUMNS, Row, SweepError, SweepOptions, SweepReport, fly_seed, shard};
use crate::mission::Mission;
use crate::pilot::PilotKind;
use crate::words::en::command as say;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::ThreadPool;
use rayon::prelude::*;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Seeds a core flies before rows are written: enough that no core waits long for the slowest.
const EACH: usize = 8;

/// Sweeps seeds.
pub fn run(args: &SweepArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mission = missions::find(&args.mission, args.level)?;
    match &args.output {
        Some(path) => to_file(args, mission, path),
        None => to_stdout(args, &mission, out),
    }
}

/// Into a file, with a journal from which an interrupted sweep goes on.
fn to_file(args: &SweepArgs, mission: Arc<Mission>, path: &Path) -> Result<Exit, Stop> {
    let report = sweep::run(SweepOptions {
        mission,
        pilot: args.pilot.into(),
        seeds: args.seeds,
        jobs: args.jobs,
        shard: args.shard,
        output: path.to_owned(),
        progress: true,
        stop: Some(told_to_stop()?),
    });
    let report = report.map_err(|error| match error {
        SweepError::File { path, source } => Stop::file(&path, &source),
        other => Stop::Unusable(other.to_string()),
    })?;
    let SweepReport { rows, interrupted, output, .. } = report;
    if interrupted {
        return Err(Stop::Unusable(say::stopped(rows, &output.display().to_string())));
    }
    Ok(Exit::Done)
}

/// Set by the first Ctrl+C, SIGTERM or SIGHUP, so that the drills in hand are flown to their ends and kept; the second
/// ends the program at once, and the journal keeps what was written.
fn told_to_stop() -> io::Result<Arc<AtomicBool>> {
    let told = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
        signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, told.clone())?;
        signal_hook::flag::register(signal, told.clone())?;
    }
    Ok(told)
}

/// As CSV on stdout.
fn to_stdout(args: &SweepArgs, mission: &Arc<Mission>, out: &mut Out) -> Result<Exit, Stop> {
    let pool = pool(args.jobs)?;
    let seeds = shard(args.seeds.0, args.seeds.1, args.shard.0, args.shard.1);
    let bar = ProgressBar::new(seeds.end - seeds.start);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}").unwrap_or(ProgressStyle::default_bar());
    bar.set_style(style);
    rows(mission, seeds, args.pilot.into(), &pool, &bar, out)?;
    bar.finish_and_clear();
    Ok(Exit::Done)
}

/// Threads to fly on; as many as there are cores if none are asked for.
pub fn pool(jobs: Option<usize>) -> Result<ThreadPool, Stop> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.unwrap_or(0))
        .build()
        .map_err(|error| Stop::Unusable(say::no_threads(&error.to_string())))
}

fn rows(
    mission: &Arc<Mission>,
    seeds: std::ops::Range<u64>,
    pilot: PilotKind,
    pool: &ThreadPool,
    bar: &ProgressBar,
    to: &mut impl Write,
) -> io::Result<()> {
    writeln!(to, "{COLUMNS}")?;
    let batch = (pool.current_num_threads() * EACH) as u64;
    let mut next = seeds.start;
    while next < seeds.end {
        let until = seeds.end.min(next.saturating_add(batch));
        let flown: Vec<Row> =
            pool.install(|| (next..until).into_par_iter().map(|seed| fly_seed(mission, seed, pilot)).collect());
        for row in flown {
            writeln!(to, "{}", row.csv())?;
        }
        bar.inc(until - next);
        next = until;
    }
    Ok(())
}
