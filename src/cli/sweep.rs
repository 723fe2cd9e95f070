//! `leakdrill sweep`: many seeds on all cores, a row a seed, in the order of seeds whatever core was first.

use super::args::SweepArgs;
use super::exit::{Exit, Stop};
use super::missions;
use super::out::Out;
use crate::lab::sweep::{COLUMNS, Row, fly_seed, shard};
use crate::mission::Mission;
use crate::pilot::PilotKind;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::ThreadPool;
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::Arc;

/// Seeds a core flies before rows are written: enough that no core waits long for the slowest.
const EACH: usize = 8;

/// Sweeps seeds.
pub fn run(args: &SweepArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mission = missions::find(&args.mission)?;
    let pool = pool(args.jobs)?;
    let seeds = shard(args.seeds.0, args.seeds.1, args.shard.0, args.shard.1);
    let bar = ProgressBar::new(seeds.end - seeds.start);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}").unwrap_or(ProgressStyle::default_bar());
    bar.set_style(style);
    match &args.output {
        Some(path) => {
            if path.extension().is_some_and(|e| e == "parquet") {
                let why = "this build writes CSV; name the file .csv";
                return Err(Stop::Unusable(format!("{}: {why}", path.display())));
            }
            let stop = |error| Stop::file(path, &error);
            let mut file = BufWriter::new(File::create(path).map_err(stop)?);
            rows(&mission, seeds, args.pilot.into(), &pool, &bar, &mut file).map_err(stop)?;
            file.flush().map_err(stop)?;
        }
        None => rows(&mission, seeds, args.pilot.into(), &pool, &bar, out)?,
    }
    bar.finish_and_clear();
    Ok(Exit::Done)
}

/// Threads to fly on; as many as there are cores if none are asked for.
pub fn pool(jobs: Option<usize>) -> Result<ThreadPool, Stop> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.unwrap_or(0))
        .build()
        .map_err(|error| Stop::Unusable(format!("no threads to fly on: {error}")))
}

fn rows(
    mission: &Arc<Mission>,
    seeds: std::ops::Range<u64>,
    pilot: PilotKind,
    pool: &ThreadPool,
    bar: &ProgressBar,
    to: &mut impl Write,
) -> std::io::Result<()> {
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
