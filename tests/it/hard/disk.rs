//! Disks that are full and folders that cannot be written: a sentence each, and what was flown is kept.
//!
//! A file that may not grow (`ulimit -f`, with the signal for it ignored) fails as a full disk does: the write that no
//! longer fits is cut in the middle, the next one is refused. No test here needs to be root.

use super::{Answer, answer, folder, program};
use crate::screen::pty::Seat;
use leakdrill::replay::{Verdict, read, verify};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program with files that may not grow beyond so many KiB.
fn short_of_room(home: &Path, kib: u64, args: &[&str], stdin: &str) -> Answer {
    let mut shell = Command::new("bash");
    let script = format!("trap '' XFSZ; ulimit -S -f {kib}; exec \"$0\" \"$@\"");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_leakdrill")]).args(args);
    answer(shell.env("LEAKDRILL_HOME", home).env("NO_COLOR", "1"), stdin)
}

fn the_record(home: &Path) -> PathBuf {
    let mut records = std::fs::read_dir(home.join("records")).unwrap().map(|entry| entry.unwrap().path());
    records.find(|path| path.extension().is_some_and(|e| e == "jsonl")).expect("a record")
}

/// The record so far can be read, is true as far as it goes, and is gone on with.
fn goes_on(path: &Path, home: &Path) {
    let bytes = std::fs::read(path).unwrap();
    let record = read(&bytes).unwrap_or_else(|damage| panic!("{damage}"));
    assert!(record.torn, "the disk was full in the middle of a line");
    assert!(matches!(verify(&record), Verdict::True { interrupted: true, .. }));
    let shown = path.display().to_string();
    let on = answer(program(home).args(["play", "--plain", "first-drill", "--record", &shown]), "wait 1m\nquit\n");
    assert_eq!(on.code, Some(0), "{}", on.all());
    let after = read(&std::fs::read(path).unwrap()).unwrap();
    assert!(after.last.0 >= record.last.0 + 60 && !after.torn);
    assert!(matches!(verify(&after), Verdict::True { .. }));
}

#[test]
fn a_full_disk_ends_a_run_with_a_sentence_and_a_record_that_goes_on() {
    let home = folder("full-run");
    let record = home.join("full.jsonl");
    let shown = record.display().to_string();
    let ran =
        short_of_room(&home, 48, &["run", "first-drill", "--seed", "1", "--pilot", "expert", "--record", &shown], "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("the record could not be written to the end: it may not grow any further"), "{}", ran.err);
    assert!(ran.err.contains(&shown) && ran.err.contains("gone on with"), "{}", ran.err);
    goes_on(&record, &home);
}

#[test]
fn a_full_disk_ends_plain_mode_with_a_sentence_and_a_record_that_goes_on() {
    let home = folder("full-plain");
    let typed = "wait 5m\n".repeat(30) + "quit\n";
    let played = short_of_room(&home, 48, &["play", "--plain", "first-drill", "--seed", "1"], &typed);
    assert_eq!(played.code, Some(2));
    assert!(played.err.contains("the record could not be written to the end"), "{}", played.err);
    goes_on(&the_record(&home), &home);
}

#[test]
fn a_full_disk_is_told_in_the_window_the_drill_goes_on_and_the_record_catches_up() {
    let home = crate::screen::pty::home("full-window");
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(&home).unwrap();
    std::fs::write(home.join("config.toml"), "slow_on_alarm = false\n").unwrap();
    let script = "trap '' XFSZ; ulimit -S -f 15; exec \"$0\" play first-drill --seed 7";
    let mut seat = Seat::in_shell(script, "full-window");
    seat.begin();
    seat.press("++++");
    seat.see("The record cannot be written");
    seat.press("\x1b");
    seat.see_gone("The record cannot be written");
    // Room is made: what waited is written, and the drill ends in good order.
    let pid = seat.pid().to_string();
    assert!(Command::new("prlimit").args(["--pid", &pid, "--fsize=unlimited"]).status().unwrap().success());
    seat.press("q");
    seat.see("does not pass if you leave");
    seat.press("y");
    seat.see("stopped before its end");
    seat.press("\r");
    assert_eq!(seat.end(), (0, true));
    let bytes = std::fs::read(the_record(&home)).unwrap();
    let record = read(&bytes).unwrap_or_else(|damage| panic!("{damage}"));
    assert!(bytes.len() > 15 * 1024 && !record.torn, "{} bytes", bytes.len());
    assert!(matches!(verify(&record), Verdict::True { .. }));
}

/// Begun from the title, to which one goes back: the record that stays behind incomplete is not left in silence.
#[test]
fn a_record_that_is_left_without_room_for_its_end_is_told() {
    let home = crate::screen::pty::home("full-left");
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(&home).unwrap();
    std::fs::write(home.join("config.toml"), "slow_on_alarm = false\n").unwrap();
    let mut bash = portable_pty::CommandBuilder::new("bash");
    bash.args(["-c", "trap '' XFSZ; ulimit -S -f 15; exec \"$0\"", env!("CARGO_BIN_EXE_leakdrill")]);
    let mut seat = Seat::at(bash, "full-left");
    seat.see("First drill");
    seat.press("\r");
    seat.see("Enter begin");
    seat.press("\r");
    seat.see("T+00:00:0");
    seat.press("++++");
    seat.see("The record cannot be written");
    seat.press("\x1b");
    seat.see_gone("The record cannot be written");
    seat.press("q");
    seat.see("does not pass if you leave");
    seat.press("y");
    seat.see("stopped before its end");
    seat.press("\r");
    seat.see("could not be written to");
    assert!(seat.folded().contains("can be gone on with from where the record ends"), "{}", seat.folded());
    seat.press("\x1b");
    seat.see_gone("could not be written to");
    seat.press("q");
    seat.see("Leave Leakdrill");
    seat.press("y");
    assert_eq!(seat.end(), (0, true));
    goes_on(&the_record(&home), &home);
}

#[test]
fn a_full_disk_spoils_no_setting_and_is_told_by_every_command_that_writes() {
    let home = folder("full-others");
    let record = home.join("r.jsonl").display().to_string();
    let ran =
        answer(program(&home).args(["run", "first-drill", "--seed", "1", "--until", "20m", "--record", &record]), "");
    assert_eq!(ran.code, Some(0));
    for args in [
        vec!["export", &record, "--as", "jsonl", "-o", "/dev/full"],
        vec!["debrief", &record, "--html", "/dev/full"],
        vec!["run", "first-drill", "--until", "20m", "--trace", "/dev/full"],
    ] {
        let answer = answer(program(&home).args(&args), "");
        // A debrief of a drill that is not over is refused before it is written.
        assert_eq!(answer.code, Some(2), "{args:?}: {}", answer.all());
        let told = answer.err.contains("the disk is full") || answer.err.contains("not over");
        assert!(told && !answer.err.contains("os error"), "{args:?}: {}", answer.err);
    }
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let listed = program(&home).arg("list").stdout(full).output().unwrap();
    assert_eq!(listed.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&listed.stderr).contains("the output cannot be written: the disk is full"));
    // A setting is written beside the old file first.
    let config = home.join("config.toml");
    let old = format!("# {}\ntheme = \"dark\"\n", "x".repeat(3000));
    std::fs::write(&config, &old).unwrap();
    std::fs::create_dir(home.join(format!(".config.toml.{}.new", std::process::id()))).unwrap();
    let value = leakdrill::store::config::Value::Flag(true);
    assert!(leakdrill::store::Config::change(&config, "ascii", &value).is_err());
    assert_eq!(std::fs::read_to_string(&config).unwrap(), old);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_in_a_sentence() {
    let root = folder("read-only");
    // Root may write into any folder but not through a file.
    let home = root.join("a-file");
    std::fs::write(&home, "").unwrap();
    for args in [
        vec!["play", "--plain", "first-drill"],
        vec!["run", "first-drill", "--record", "/proc/nowhere/r.jsonl"],
        vec!["run", "first-drill", "--record", "/dev/null/r.jsonl"],
        vec!["new", "/dev/null/mission"],
        vec!["run", "first-drill", "--trace", "/dev/null/t.csv"],
    ] {
        let answer = answer(program(&home).args(&args), "quit\n");
        assert_eq!(answer.code, Some(2), "{args:?}: {}", answer.all());
        assert!(answer.err.starts_with("leakdrill: ") && !answer.err.contains("os error"), "{args:?}: {}", answer.err);
        assert!(answer.err.lines().count() == 1, "{args:?}: {}", answer.err);
    }
    // What only reads works there.
    for args in [vec!["list"], vec!["run", "first-drill", "--until", "1m"], vec!["schema"]] {
        assert_eq!(answer(program(&home).args(&args), "").code, Some(0), "{args:?}");
    }
}

#[test]
fn a_window_whose_folder_cannot_be_written_says_so_and_gives_the_terminal_back() {
    let root = folder("read-only-window");
    std::fs::write(root.join("a-file"), "").unwrap();
    let script = format!("LEAKDRILL_HOME={}/a-file exec \"$0\" play first-drill --seed 7", root.display());
    let mut seat = Seat::in_shell(&script, "read-only-window");
    seat.see("any key goes on");
    // Where its lines break hangs on how long the path of this checkout is.
    assert!(seat.folded().contains("a part of its path is no folder"), "{}", seat.folded());
    seat.press("\x1b");
    seat.see_gone("any key goes on");
    seat.press("\r");
    assert_eq!(seat.end(), (2, true));
}
