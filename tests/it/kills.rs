//! `kill -9` at any moment of a live drill: the record reads, goes on and verifies, and nothing that the screen had
//! shown a second ago is lost.

use crate::screen::pty::Seat;
use leakdrill::replay;
use leakdrill::sim::order::{Act, Task};
use leakdrill::units::Tick;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Seconds of the drill for one on the wall, at the fastest that these drills run.
const SPEED: u64 = 60;

/// The mission clock on a screen, if it shows one.
fn clock(screen: &str) -> Option<Tick> {
    let digits = screen.split("T+").nth(1)?.get(..8)?;
    let mut parts = digits.split(':').map(|part| part.parse::<u64>());
    let (h, m, s) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(Tick(h * 3600 + m * 60 + s))
}

/// Kills the `n`th drill after it has drawn so many times, and follows its record.
fn kill(n: u64, draws: usize) {
    let record: PathBuf = std::env::temp_dir().join(format!("leakdrill-kill-{}-{n}.jsonl", std::process::id()));
    let _ = std::fs::remove_file(&record);
    let path = record.to_str().unwrap();
    let mut seat =
        Seat::take(&["play", "first-drill", "--seed", &n.to_string(), "--record", path], &format!("kill{n}"));
    seat.begin();
    // Lind fetches the detector; then as fast as SPEED.
    seat.press("2tu");
    seat.see("fetching");
    seat.press("+++++");
    let seen = seat.draws(draws);
    seat.kill();

    let bytes = std::fs::read(&record).unwrap();
    let read = replay::read(&bytes).unwrap_or_else(|damage| panic!("kill {n} after {draws} draws: {damage:?}"));
    assert!(read.interrupted(), "kill {n}");
    let fetched = read.orders().any(|(_, order)| matches!(order.act, Act::Task { task: Task::Fetch(_), .. }));
    assert!(fetched, "kill {n}: the screen had shown the order");
    let shown = clock(&seen).unwrap_or(Tick::ZERO);
    assert!(read.last + 2 * SPEED >= shown, "kill {n}: {:?} was shown, {:?} is left", shown, read.last);

    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leakdrill"));
        command.args(args).env("LEAKDRILL_HOME", crate::screen::pty::home(&format!("kill{n}")));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Only playing reads it.
        let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"wait 2m\nquit\n");
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "kill {n}: {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["play", "first-drill", "--record", path, "--plain"]);
    assert!(run(&["verify", path]).contains(": true"), "kill {n}");
    let on = replay::read(&std::fs::read(&record).unwrap()).unwrap();
    assert!(on.last >= read.last + 120, "kill {n}: it went on from {:?} to {:?}", read.last, on.last);
    std::fs::remove_file(&record).unwrap();
}

#[test]
fn a_killed_drill_reads_goes_on_and_verifies() {
    (0..2).for_each(|n| kill(n, 1 + 7 * n as usize));
}

/// Two hundred of them; the gate runs it.
#[test]
#[ignore = "two hundred kills"]
fn two_hundred_kills_lose_nothing_but_the_last_second() {
    // Multiples of an odd number spread the moments over the first minute of drawing. They wait more than they work.
    std::thread::scope(|scope| {
        for lane in 0..8 {
            scope.spawn(move || (lane..200).step_by(8).for_each(|n| kill(1000 + n, (n as usize * 37) % 61)));
        }
    });
}
