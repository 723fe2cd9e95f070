//! Signals, stops, panics and clocks: the terminal is given back as it was found, and the record goes on.

use crate::screen::pty::{Seat, home};
use leakdrill::replay::{Verdict, read, verify};
use leakdrill::tui::pace::Pace;
use portable_pty::CommandBuilder;
use std::time::{Duration, Instant};

/// At a drill that has begun.
fn flying(name: &str) -> Seat {
    let _ = std::fs::remove_dir_all(home(name));
    let mut seat = Seat::take(&["play", "first-drill", "--seed", "7"], name);
    seat.begin();
    seat
}

fn record_is_true(name: &str) {
    let mut records = std::fs::read_dir(home(name).join("records")).unwrap().map(|entry| entry.unwrap().path());
    let path = records.find(|path| path.extension().is_some_and(|e| e == "jsonl")).expect("a record");
    let record = read(&std::fs::read(path).unwrap()).unwrap_or_else(|damage| panic!("{damage}"));
    assert!(record.interrupted());
    assert!(matches!(verify(&record), Verdict::True { interrupted: true, .. }));
}

#[test]
fn told_to_end_in_a_drill_it_gives_the_terminal_back_and_loses_nothing() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let name = format!("told{signal}");
        let seat = flying(&name);
        seat.signal(signal);
        assert_eq!(seat.end(), (0, true), "{signal}");
        record_is_true(&name);
    }
}

/// A shell with job control, as people have: Ctrl-Z gives the terminal back to it, `fg` goes on where it was.
#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_draws_anew() {
    let script = "set -m; \"$0\" play first-drill --seed 7; echo it-stands; read; fg >/dev/null; echo it-ended $?";
    let mut seat = Seat::in_shell(script, "ctrl-z");
    seat.begin();
    seat.press("\x1a");
    seat.see("it-stands");
    assert!(!seat.has_the_screen(), "the shell is under the drill's last frame");
    seat.look_away();
    seat.press("\n");
    seat.see("T+00:00:");
    assert!(seat.has_the_screen());
    seat.press("qy");
    seat.see("stopped before its end");
    seat.press("\r");
    seat.see("it-ended 0");
    assert_eq!(seat.end(), (0, true));
}

/// Stopped and continued by somebody else, with the screen painted over meanwhile.
#[test]
fn stopped_and_continued_from_without_it_draws_the_whole_screen_anew() {
    let mut seat = flying("stopped");
    seat.signal("-STOP");
    seat.look_away();
    seat.signal("-CONT");
    seat.see("T+00:00:");
    seat.see("Vega");
    assert!(seat.has_the_screen());
    seat.press("qy");
    seat.see("stopped before its end");
    seat.press("\r");
    assert_eq!(seat.end(), (0, true));
}

/// The program of this test, run again in a terminal of its own: it takes the terminal as a window does, and falls.
#[test]
fn after_a_panic_the_terminal_is_as_it_was_and_the_panic_can_be_read() {
    let mut again = CommandBuilder::new(std::env::current_exe().unwrap());
    again.args(["--exact", "hard::terminal::falls", "--ignored", "--nocapture", "--test-threads=1"]);
    let mut seat = Seat::at(again, "panic");
    seat.see("on purpose");
    let (code, in_order) = seat.end();
    assert!(in_order, "the terminal is left in the alternate screen, or without its cursor");
    assert_ne!(code, 0);
}

#[test]
#[ignore = "falls on purpose, in a terminal of its own: the test above runs it there"]
fn falls() {
    // Where there is no terminal, as under a gate that runs all that is ignored, there is nothing to see.
    let Ok(taken) = leakdrill::tui::terminal::Taken::take() else { return };
    let _taken = taken;
    panic!("on purpose");
}

/// The clock of a drill is not the one that people set, and a machine that slept does not make up for it.
#[test]
fn a_clock_that_jumps_runs_no_drill_on() {
    for rate in [1, 60, 600, 3600] {
        let mut pace = Pace::default();
        let start = Instant::now();
        let mut due = 0;
        for frame in 1..=30 {
            due += pace.due_at(start + Duration::from_millis(40 * frame), rate);
        }
        assert!(due <= rate * 3 / 2 + 2, "{due} ticks of {rate} a second");
        // Eight hours of sleep in one frame; then a clock that went back.
        let slept = pace.due_at(start + Duration::from_secs(8 * 3600), rate);
        assert!(slept <= rate / 4 + 1, "{slept} ticks after a sleep, at {rate}");
        assert!(pace.due_at(start, rate) <= 1);
        assert!(pace.due_at(start + Duration::from_secs(9 * 3600), rate) <= rate / 4 + 1);
    }
}

/// The wall's clock names files and stamps headers, in one place, and nothing else asks it.
#[test]
fn only_the_edge_asks_what_time_it_is() {
    let mut asks = Vec::new();
    let mut todo = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = todo.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                todo.push(path);
            } else if std::fs::read_to_string(&path).unwrap().contains("SystemTime") {
                asks.push(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string());
            }
        }
    }
    asks.sort();
    let may = ["src/cli/", "src/store/", "src/tui/title.rs"];
    let others: Vec<_> = asks.iter().filter(|path| !may.iter().any(|m| path.starts_with(m))).collect();
    assert!(others.is_empty(), "these ask the clock on the wall: {others:?}");
}
