//! Files that are written: whole or not at all, never over what they were made of; and commands that refuse what would spoil an exam.

use crate::debrief::flown;
use leakdrill::pilot::PilotKind;
use leakdrill::replay::recorder::write;
use leakdrill::replay::{Note, Recorder, read};
use leakdrill::sim::event::Event;
use leakdrill::sim::ids::{CompartmentId, FoundId, PersonId};
use leakdrill::store::Config;
use leakdrill::store::config::Value;
use leakdrill::units::Tick;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("whole").join(format!("{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn leakdrill(home: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leakdrill")).env("LEAKDRILL_HOME", home).args(args).output().unwrap()
}

/// A finished record in a file.
fn record(path: &Path) -> Vec<u8> {
    let record = flown("first-drill", PilotKind::Idle, None);
    let bytes = write(&record.header, &record.mission.layout, &record.log, record.last, record.end).unwrap();
    std::fs::write(path, &bytes).unwrap();
    bytes
}

#[test]
fn nothing_made_of_a_record_is_written_over_it() {
    let home = folder("itself");
    let path = home.join("full.jsonl");
    let bytes = record(&path);
    let link = home.join("link.jsonl");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let (full, link) = (path.display().to_string(), link.display().to_string());
    for args in [
        vec!["export", &full, "--as", "jsonl", "-o", &full],
        vec!["export", &full, "--as", "csv", "-o", &link],
        vec!["debrief", &full, "--html", &link],
        vec!["compare", &full, &full, "--html", &full],
    ] {
        let answer = leakdrill(&home, &args);
        let said = String::from_utf8(answer.stderr).unwrap();
        assert_eq!(answer.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("this is the record itself, and is not overwritten"), "{said}");
        assert!(std::fs::read(&path).unwrap() == bytes, "{args:?} spoiled the record");
    }
    let out = home.join("out.csv").display().to_string();
    assert_eq!(leakdrill(&home, &["export", &full, "--as", "csv", "-o", &out]).status.code(), Some(0));
    let left: Vec<_> = std::fs::read_dir(&home).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "nothing is left beside: {left:?}");
}

#[test]
fn a_setting_is_written_through_a_link_and_a_mission_keeps_what_it_may() {
    let home = folder("links");
    let real = home.join("dotfiles.toml");
    std::fs::write(&real, "# mine\nascii = false\n").unwrap();
    let config = home.join("config.toml");
    std::os::unix::fs::symlink(&real, &config).unwrap();
    Config::change(&config, "ascii", &Value::Flag(true)).unwrap();
    assert_eq!(std::fs::read_to_string(&real).unwrap(), "# mine\nascii = true\n");
    assert!(config.symlink_metadata().unwrap().is_symlink(), "the link is still one");

    use std::os::unix::fs::PermissionsExt;
    let mission = home.join("mine.toml");
    let text = leakdrill::mission::library::find("first-drill").unwrap().text;
    std::fs::write(&mission, text).unwrap();
    std::fs::set_permissions(&mission, std::fs::Permissions::from_mode(0o640)).unwrap();
    let answer = leakdrill(&home, &["check", &mission.display().to_string(), "--seeds", "1", "--certify"]);
    assert!(std::fs::read_to_string(&mission).unwrap().contains("certified = [1]"), "{answer:?}");
    assert_eq!(mission.metadata().unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn an_examinee_does_not_choose_the_luck() {
    let home = folder("luck");
    let answer = leakdrill(&home, &["play", "first-drill", "--exam", "--seed", "3"]);
    let said = String::from_utf8(answer.stderr).unwrap();
    assert_eq!(answer.status.code(), Some(2));
    assert!(said.contains("an exam draws its own luck"), "{said}");
    // Nor asks a record of an exam which it has.
    let path = home.join("exam.jsonl");
    let mut record = flown("first-drill", PilotKind::Idle, Some(Tick(60)));
    record.header.exam = true;
    let bytes = write(&record.header, &record.mission.layout, &record.log, record.last, None).unwrap();
    std::fs::write(&path, bytes).unwrap();
    let shown = path.display().to_string();
    let ask = |seed: u64| {
        let seed = seed.to_string();
        let args = ["play", "first-drill", "--plain", "--record", &shown, "--seed", &seed];
        String::from_utf8(leakdrill(&home, &args).stderr).unwrap()
    };
    assert_eq!(ask(record.header.seed), ask(record.header.seed + 1));
    assert!(ask(1).contains("whose seed is its own"), "{}", ask(1));
}

#[test]
fn an_exam_draws_from_the_certified_seeds_though_practice_has_one_of_its_own() {
    let mut mission = (*flown("first-drill", PilotKind::Idle, Some(Tick(1))).mission).clone();
    (mission.seed, mission.certified) = (Some(8), vec![21, 34]);
    assert_eq!((mission.draw_seed(true, 5), mission.draw_seed(false, 5)), (34, 8));
}

/// The chain of hashes is no secret: anybody can write a record that is whole and names numbers that no drill has.
#[test]
fn the_largest_numbers_of_somebody_elses_record_end_nothing() {
    let mut record = flown("first-drill", PilotKind::Idle, None);
    record.header.sim -= 1;
    let who = PersonId(0);
    let found = Event::HoleFound { who, at: CompartmentId(0), found: FoundId(u16::MAX), by_ear: true };
    record.log.push(record.last, leakdrill::drill::Entry::Event(found));
    let bytes = write(&record.header, &record.mission.layout, &record.log, record.last, record.end).unwrap();
    let told = read(&bytes).map(|_| ()).unwrap_err().to_string();
    assert!(told.contains("line "), "{told}");

    let record = flown("first-drill", PilotKind::Idle, Some(Tick(30)));
    let home = folder("numbers");
    let path = home.join("beat.jsonl");
    let mut recorder = Recorder::begin(Vec::new(), &record.header, &record.mission.layout).unwrap();
    recorder.follow(&record.log, record.last, u64::MAX).unwrap();
    recorder.note(record.last, Note::Remark("from afar".into())).unwrap();
    std::fs::write(&path, with_beat(&recorder.into_sink().unwrap(), &record)).unwrap();
    let mut resumed = leakdrill::replay::file::resume(&path).unwrap();
    assert_eq!(resumed.record.wall_s, u64::MAX);
    resumed.recorder.follow(&resumed.log, resumed.drill.now(), 5000).unwrap();
    let mut late = record.clone();
    (late.header.started_unix_s, late.wall_s) = (i64::MAX - 5, u64::MAX);
    assert!(leakdrill::export::xapi::xapi(&late, &leakdrill::export::xapi::Options::default()).contains("terminated"));
}

/// The same record with a heartbeat that names the last second there is.
fn with_beat(bytes: &[u8], record: &leakdrill::replay::Record) -> Vec<u8> {
    let read = read(bytes).unwrap();
    let beat = leakdrill::replay::line::Body::Beat(u64::MAX);
    let (line, _) = beat.write(read.last, &record.mission.layout, &read.hash).unwrap();
    [bytes, line.as_bytes()].concat()
}

#[test]
fn an_index_that_another_program_holds_is_left_alone_and_nobodys_drills_are_hidden() {
    let root = folder("busy");
    let home = leakdrill::store::Home::under(&root);
    let records = home.records();
    std::fs::create_dir_all(&records).unwrap();
    record(&records.join("one.jsonl"));
    assert_eq!(leakdrill::store::past(&home).unwrap().len(), 1);
    let other = rusqlite::Connection::open(home.database()).unwrap();
    let the_file = || std::os::unix::fs::MetadataExt::ino(&home.database().metadata().unwrap());
    let before = the_file();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(leakdrill::store::past(&home).unwrap().len(), 1, "the records themselves are read");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(the_file(), before, "it is the same file, and not a new one");
}
