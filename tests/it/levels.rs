//! Levels of difficulty: chosen by those who fly, refused where there are none, and kept by the record.

use leakdrill::mission::{self, Kind, library};
use leakdrill::replay::{self, Verdict};
use std::path::PathBuf;
use std::process::{Command, Output};

fn leakdrill(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leakdrill")).args(args).env("NO_COLOR", "1").output().expect("it starts")
}

/// What it says on stderr, and that it refuses.
fn refused(args: &[&str]) -> String {
    let answer = leakdrill(args);
    assert_ne!(answer.status.code(), Some(0), "{args:?}");
    String::from_utf8(answer.stderr).expect("text")
}

/// A new file of this test run.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("levels-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a scratch folder");
    let path = folder.join(name);
    let _ = std::fs::remove_file(&path);
    path
}

#[test]
fn a_record_is_flown_verified_and_scored_at_the_level_that_was_asked_for() {
    let flown = |level: Option<&str>| {
        let path = scratch(&format!("{}.jsonl", level.unwrap_or("own")));
        let file = path.to_str().expect("text");
        let mut args = vec!["run", "slow-leak", "--seed", "2", "--until", "5h", "--record", file];
        args.extend(level.iter().flat_map(|level| ["--level", level]));
        assert!(leakdrill(&args).status.success(), "{args:?}");
        let record = replay::read(&std::fs::read(&path).expect("a record")).expect("whole");
        assert!(matches!(replay::verify(&record), Verdict::True { .. }), "{level:?}");
        assert_eq!(leakdrill(&["verify", file]).status.code(), Some(0), "{level:?}");
        assert_eq!(record.header.level.as_deref(), level);
        record
    };
    let (own, normal, hard) = (flown(None), flown(Some("normal")), flown(Some("hard")));
    assert_eq!(own.mission.settings, [("Walls move by".to_owned(), "-0.6 K".to_owned())]);
    assert_eq!(hard.mission.settings, [("Walls move by".to_owned(), "0.6 K".to_owned())]);
    assert_eq!(own.mission.script, normal.mission.script);
    assert_ne!(own.mission.script, hard.mission.script);
    // The same events up to the cold, and another night after it.
    assert_ne!(own.log.samples().last(), hard.log.samples().last());
    assert_eq!(own.log.samples().last(), normal.log.samples().last());
}

#[test]
fn a_level_that_a_mission_does_not_offer_is_refused_with_those_that_it_does() {
    for command in [&["run", "first-drill"][..], &["play", "first-drill", "--plain"]] {
        let said = refused(&[command, &["--level", "hard"]].concat());
        assert!(said.contains("first-drill.toml: this mission has no level `hard`: it offers `normal`"), "{said}");
    }
    let said = refused(&["sweep", "first-drill", "--seeds", "1..2", "--level", "easy"]);
    assert!(said.contains("no level `easy`"), "{said}");
    let said = refused(&["check", "first-drill", "--seeds", "1", "--level", "easy"]);
    assert!(said.contains("no level `easy`"), "{said}");
    let said = refused(&["run", "strike", "--level", "harder"]);
    assert!(said.contains("easy, normal, hard"), "{said}");
    // `normal` is what every mission offers.
    let text = library::find("first-drill").expect("it ships").text;
    assert!(mission::load("first-drill", text, Some("normal")).is_ok());
    let problems = mission::load("first-drill", text, Some("easy")).expect_err("not offered");
    assert_eq!(problems.list().iter().map(|p| p.kind).collect::<Vec<_>>(), [Kind::UnknownLevel]);
}

#[test]
fn many_seeds_are_flown_at_a_level() {
    let rows = |level: &str| {
        let answer = leakdrill(&["sweep", "strike", "--seeds", "1..2", "--pilot", "idle", "--level", level]);
        assert!(answer.status.success());
        String::from_utf8(answer.stdout).expect("text")
    };
    assert_ne!(rows("easy"), rows("hard"));
    let answer = leakdrill(&["check", "strike", "--seeds", "1", "--level", "easy"]);
    let said = String::from_utf8(answer.stdout).expect("text");
    assert!(answer.status.success() && said.contains("expert  wins 1 of 1 seeds"), "{said}");
    // Exams are flown at the file's own level: its seeds are proved there.
    assert!(refused(&["check", "strike", "--seeds", "1", "--level", "easy", "--certify"]).contains("--certify"));
}

#[test]
fn a_drill_goes_on_at_the_level_at_which_it_was_begun() {
    let path = scratch("broken.jsonl");
    let file = path.to_str().expect("text");
    assert!(
        leakdrill(&["run", "strike", "--seed", "3", "--until", "10m", "--level", "hard", "--record", file])
            .status
            .success()
    );
    // What ended is no drill to go on with; without its last line it broke off.
    let text = std::fs::read_to_string(&path).expect("a record");
    let lines: Vec<&str> = text.lines().collect();
    std::fs::write(&path, lines[..lines.len() - 1].join("\n") + "\n").expect("a record");
    let said = refused(&["play", "strike", "--plain", "--level", "easy", "--record", file]);
    assert!(said.contains("it was begun at another level; leave --level out"), "{said}");
    let answer = leakdrill(&["play", "strike", "--plain", "--level", "hard", "--record", file]);
    let err = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert!(!err.contains("another level"), "{err}");
}
