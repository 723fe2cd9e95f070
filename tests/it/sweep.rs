//! Sweeps: rows in seed order, interrupted and resumed, in parts that make the whole.

use leakdrill::lab::sweep::{SweepError, SweepOptions, run};
use leakdrill::mission::Mission;
use leakdrill::pilot::PilotKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Ten minutes of the trainer: many drills in little time.
fn short() -> Arc<Mission> {
    let text = include_str!("../../docs/cluster/short.toml");
    Arc::new(leakdrill::mission::load("short", text, None).unwrap_or_else(|problems| panic!("{problems:?}")))
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("leakdrill-sweep-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn options(seeds: (u64, u64), output: &Path) -> SweepOptions {
    SweepOptions {
        mission: short(),
        pilot: PilotKind::Expert,
        seeds,
        jobs: Some(2),
        shard: (1, 1),
        output: output.to_owned(),
        progress: false,
        stop: None,
    }
}

fn body(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    text.split_once('\n').unwrap().1.to_owned()
}

#[test]
fn rows_come_in_seed_order_whatever_the_threads() {
    let folder = Folder::new("order");
    let (one, two) = (folder.0.join("one.csv"), folder.0.join("two.csv"));
    let report = run(SweepOptions { jobs: Some(1), ..options((5, 34), &one) }).unwrap();
    assert_eq!((report.rows, report.resumed, report.interrupted), (30, 0, false));
    run(options((5, 34), &two)).unwrap();
    let text = std::fs::read_to_string(&one).unwrap();
    assert_eq!(text, std::fs::read_to_string(&two).unwrap());
    assert!(text.starts_with(
        "seed,pilot,outcome,score,passed,ticks,leaked_kg,min_pressure_mmhg,crew_lost,compartments_lost\n"
    ));
    let seeds: Vec<u64> = text.lines().skip(1).map(|l| l.split(',').next().unwrap().parse().unwrap()).collect();
    assert_eq!(seeds, (5..=34).collect::<Vec<_>>());
    assert!(!folder.0.join("one.csv.journal").exists(), "a finished sweep leaves no journal");
}

#[test]
fn parts_make_exactly_the_whole() {
    let folder = Folder::new("parts");
    let whole = folder.0.join("whole.csv");
    run(options((1, 20), &whole)).unwrap();
    let mut parts = String::new();
    for index in 1..=3 {
        let path = folder.0.join(format!("part-{index}.csv"));
        run(SweepOptions { shard: (index, 3), ..options((1, 20), &path) }).unwrap();
        parts += &body(&path);
    }
    assert_eq!(parts, body(&whole));
    let wrong = run(SweepOptions { shard: (4, 3), ..options((1, 20), &whole) });
    assert!(matches!(wrong, Err(SweepError::Shard(4, 3))));
}

#[test]
fn an_interrupted_sweep_goes_on_where_it_stopped() {
    let folder = Folder::new("resume");
    let (whole, output) = (folder.0.join("whole.csv"), folder.0.join("sweep.csv"));
    run(options((1, 40), &whole)).unwrap();
    let stop = Arc::new(AtomicBool::new(true));
    let stopped = run(SweepOptions { stop: Some(stop.clone()), ..options((1, 40), &output) }).unwrap();
    assert!(stopped.interrupted && stopped.rows < 40 && !output.exists(), "{stopped:?}");
    // A kill in the middle of a line.
    let journal = folder.0.join("sweep.csv.journal");
    assert_eq!(stopped.output, journal);
    let mut text = std::fs::read_to_string(&journal).unwrap();
    text += "9,expert,he";
    std::fs::write(&journal, text).unwrap();
    stop.store(false, Ordering::Relaxed);
    let done = run(SweepOptions { stop: Some(stop), ..options((1, 40), &output) }).unwrap();
    assert_eq!((done.rows, done.resumed, done.interrupted), (40, stopped.rows, false));
    assert_eq!(std::fs::read_to_string(&whole).unwrap(), std::fs::read_to_string(&output).unwrap());
}

/// A sweep in a process of its own.
fn process(output: &Path) -> std::process::Command {
    let mut sweep = std::process::Command::new(env!("CARGO_BIN_EXE_leakdrill"));
    let mission = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/cluster/short.toml");
    sweep.args(["sweep", mission, "--seeds", "1..300", "--jobs", "2", "--output"]).arg(output);
    sweep.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::piped());
    sweep
}

/// Starts a sweep, sends it this signal once its journal has so many rows, and says how it ended; nothing if it was
/// done before the signal came.
fn interrupted(output: &Path, signal: &str, after: usize) -> Option<std::process::Output> {
    let mut journal = output.as_os_str().to_owned();
    journal.push(".journal");
    let child = process(output).spawn().unwrap();
    while !output.exists() {
        let rows = std::fs::read_to_string(&journal).map_or(0, |text| text.lines().count());
        if rows > after {
            break;
        }
        std::thread::yield_now();
    }
    let sent = std::process::Command::new("kill").args([signal, &child.id().to_string()]).output().unwrap();
    let ended = child.wait_with_output().unwrap();
    (sent.status.success() && !output.exists()).then_some(ended)
}

/// Ctrl+C, SIGTERM from a scheduler, and a kill that nobody can catch: what was flown is kept, and the next start ends
/// with exactly the bytes of a sweep that nobody interrupted.
#[test]
fn a_sweep_that_is_told_to_stop_or_killed_goes_on_to_the_same_bytes() {
    let folder = Folder::new("signals");
    for ending in if cfg!(feature = "parquet") { &["csv", "parquet"][..] } else { &["csv"] } {
        let whole = folder.0.join(format!("whole.{ending}"));
        assert!(process(&whole).output().unwrap().status.success());
        let output = folder.0.join(format!("sweep.{ending}"));
        let mut caught = 0;
        for (signal, after) in [("-INT", 10), ("-KILL", 60), ("-TERM", 110)] {
            let Some(ended) = interrupted(&output, signal, after) else { break };
            caught += 1;
            let said = String::from_utf8_lossy(&ended.stderr).into_owned();
            if signal == "-KILL" {
                assert_eq!(ended.status.code(), None);
            } else {
                assert_eq!(ended.status.code(), Some(2), "{signal}: {said}");
                assert!(said.contains("the same command goes on from there"), "{signal}: {said}");
            }
        }
        assert!(caught > 0, "no signal came before the end");
        let last = process(&output).output().unwrap();
        assert!(last.status.success(), "{}", String::from_utf8_lossy(&last.stderr));
        assert_eq!(std::fs::read(&output).unwrap(), std::fs::read(&whole).unwrap(), "{ending}");
    }
}

#[test]
fn what_cannot_be_swept_is_said() {
    let folder = Folder::new("wrong");
    assert!(matches!(run(options((5, 1), &folder.0.join("a.csv"))), Err(SweepError::Seeds(5, 1))));
    assert!(matches!(run(options((1, 2), &folder.0.join("a.txt"))), Err(SweepError::Ending(_))));
    let nowhere = folder.0.join("missing").join("a.csv");
    assert!(matches!(run(options((1, 2), &nowhere)), Err(SweepError::File { .. })));
    let journal = folder.0.join("b.csv.journal");
    std::fs::write(&journal, "leakdrill-sweep 1 of something else\n").unwrap();
    assert!(matches!(run(options((1, 2), &folder.0.join("b.csv"))), Err(SweepError::OtherJournal(_))));
}
