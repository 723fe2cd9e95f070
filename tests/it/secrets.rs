//! What a record of a drill that is not over does not tell, whichever command is asked.

use crate::debrief::flown_until;
use leakdrill::drill::{Entry, Log};
use leakdrill::replay::recorder::write;
use leakdrill::replay::{Header, Record};
use leakdrill::score;
use leakdrill::sim::event::Event;
use leakdrill::units::Tick;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// A record that broke off just before its end, in a file.
fn broken_off(name: &str, exam: bool, log: Option<&Log>) -> (PathBuf, Record) {
    let record = flown_until("first-drill", 8, exam, Tick(2400));
    let header = Header { exam, ..Header::new(&record.mission, 8) };
    let bytes = write(&header, &record.mission.layout, log.unwrap_or(&record.log), record.last, None).unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("secrets");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{}-{name}", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    (path, record)
}

fn said(args: &[&str], path: &std::path::Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_leakdrill")).args(args).arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_exam_that_is_not_over_tells_neither_points_nor_its_seed() {
    let (path, record) = broken_off("exam.jsonl", true, None);
    assert!(score::mark(&record.mission, &record.log).points > 0.0, "there are points to be told");
    let verified: Value = serde_json::from_str(&said(&["verify", "--format", "json"], &path)).unwrap();
    let row = &verified["records"][0];
    assert_eq!(row["verdict"], "interrupted", "{row}");
    assert_eq!((&row["score"], &row["seed"]), (&Value::Null, &Value::Null), "{row}");
    let card: Value = serde_json::from_str(&said(&["score", "--format", "json"], &path)).unwrap();
    for field in ["score", "seed", "sound"] {
        assert_eq!(card[field], Value::Null, "{field}: {card}");
    }
    let text = said(&["score"], &path);
    assert!(text.contains("its card is shown once it is") && !text.contains("seed"), "{text}");
}

#[test]
fn practice_that_is_not_over_tells_its_seed_and_no_points() {
    let (path, _) = broken_off("practice.jsonl", false, None);
    let text = said(&["score"], &path);
    assert!(text.contains("seed 8") && !text.contains(" / "), "{text}");
    let card: Value = serde_json::from_str(&said(&["score", "--format", "json"], &path)).unwrap();
    assert_eq!((&card["score"], &card["seed"]), (&Value::Null, &Value::from(8)));
    let lines = card["lines"].as_array().unwrap();
    assert!(!lines.is_empty());
    for line in lines {
        for field in ["points", "grade", "at_t_s", "evidence", "why"] {
            assert_eq!(line[field], Value::Null, "{field}: {line}");
        }
    }
}

#[test]
fn what_happened_in_a_drill_that_is_not_over_is_told_without_what_nobody_saw() {
    let (path, record) = broken_off("seen.jsonl", false, None);
    let held = |wanted: fn(&Event) -> bool| record.log.events().any(|(_, event)| wanted(event));
    assert!(held(|event| matches!(event, Event::Committed { true_s: Some(_), .. })), "a reserve time was committed");
    let told = said(&["export", "--as", "jsonl"], &path);
    assert!(told.contains("\"Committed\"") && told.contains("estimate_s"), "{told}");
    for unseen in ["true_s", "founded", "sound", "throttled", "HoleOpened"] {
        assert!(!told.contains(&format!("\"{unseen}\"")), "{unseen}");
    }
}

#[test]
fn a_record_that_leaves_a_truth_out_is_not_told_it_before_the_end() {
    let whole = flown_until("first-drill", 8, true, Tick(2400));
    let mut log = Log::new();
    for (tick, entry) in whole.log.entries() {
        if !matches!(entry, Entry::Event(Event::HoleOpened { .. })) {
            log.push(*tick, entry.clone());
        }
    }
    let (path, _) = broken_off("gap.jsonl", true, Some(&log));
    let told = said(&["verify"], &path);
    assert!(told.contains("NOT TRUE") && told.contains("something that is told once the drill is over"), "{told}");
    assert!(!told.contains("opened in"), "{told}");
}
