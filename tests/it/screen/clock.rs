//! The clock of a drill under its keys, and an exam's, which nobody can stop in silence.

use super::hands::{Window, shipped};
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;
use leakdrill::drill::Drill;
use leakdrill::replay::{Header, Note, file, read};
use leakdrill::tui::app::{Msg, Stage};
use leakdrill::tui::desk::Desk;
use leakdrill::tui::going_on;
use leakdrill::tui::report::Report;
use leakdrill::tui::scribe::Scribe;
use leakdrill::tui::settings::Settings;
use std::path::PathBuf;

/// An exam that is recorded in a file.
fn exam(name: &str) -> (Window, Scribe, PathBuf) {
    let path = std::env::temp_dir().join(format!("leakdrill-clock-{}-{name}.jsonl", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let to = path.clone();
    let scribe = Scribe::new(Some(Box::new(move |drill: &Drill, _: Option<&Header>| {
        let header = Header { exam: drill.exam(), ..Header::new(drill.mission(), drill.seed()) };
        file::create(&to, &header, &drill.mission().layout)
    })));
    let mut window = Window::exam("first-drill", 80, 24);
    window.keys("Enter");
    (window, scribe, path)
}

#[test]
fn a_program_that_is_stopped_in_an_exam_has_paused_it() {
    let (mut window, mut scribe, path) = exam("stopped");
    let allowed = shipped("first-drill").exam.pauses;
    window.pass(3);
    for n in 0..=allowed {
        scribe.follow(&window.app).unwrap();
        window.app.update(Msg::Continued(80, 24));
        window.expect(if n < allowed { "which counts as a pause" } else { "a pause more than this exam allows" });
        window.pass(2);
    }
    scribe.follow(&window.app).unwrap();
    window.keys("Space");
    window.expect("pauses that this exam allows are used");
    let record = read(&std::fs::read(&path).unwrap()).unwrap();
    let notes: Vec<&Note> = record.notes.iter().map(|(_, note)| note).collect();
    assert_eq!(notes[..2], [&Note::Paused, &Note::Resumed]);
    assert_eq!(record.pauses(), allowed + 1);
    window.keys("q y");
    window.expect("The clock of this exam stood more often than it allows");
    assert_eq!(Report::of_record(&record, 1).too_many_pauses(), Some((allowed + 1, allowed)));
}

#[test]
fn an_exam_that_is_left_and_gone_on_with_past_its_pauses_says_so() {
    let (mut window, mut scribe, path) = exam("left");
    let allowed = shipped("first-drill").exam.pauses;
    window.pass(1);
    scribe.follow(&window.app).unwrap();
    drop((window, scribe));
    for n in 1..=allowed + 1 {
        let goes_on = going_on::stage(file::resume(&path).unwrap(), &Settings::default());
        drop(goes_on.recorder);
        let window = Window::at(goes_on.stage, 80, 24);
        if n <= allowed {
            window.expect("exactly where it broke off");
        } else {
            window.expect("That is a pause more than it allows");
        }
    }
    let said = std::process::Command::new(env!("CARGO_BIN_EXE_leakdrill")).arg("score").arg(&path).output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("The clock of this exam stood more often than it allows"), "{said}");
}

#[test]
fn a_stop_in_practice_costs_nothing() {
    let mut window = Window::play("first-drill", 80, 24);
    window.app.update(Msg::Continued(80, 24));
    window.refuse("stopped");
    window.keys("q y");
    window.refuse("more often than it allows");
}

#[test]
fn space_stops_the_clock_in_the_middle_of_a_run_too() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("+ + n");
    window.pass(5);
    assert!(window.app.ticks_per_second() > 1000, "it runs to the next event");
    window.keys("Space");
    assert_eq!(window.app.ticks_per_second(), 0);
    window.expect("PAUSED");
}

#[test]
fn a_speed_chosen_in_a_pause_waits_for_its_end() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("Space +");
    assert_eq!(window.app.ticks_per_second(), 0, "it still stands");
    window.keys("Space");
    assert_eq!(window.app.ticks_per_second(), 2);
}

#[test]
fn work_that_fails_is_told_and_leaves_nobody_waiting() {
    let mut desk = Desk::new(None);
    desk.bring(|| panic!("a mistake, for this test"));
    let mut told = Vec::new();
    let patience = std::time::Instant::now();
    while desk.busy() {
        told.extend(desk.answer());
        assert!(patience.elapsed().as_secs() < 30, "it is waited for, for ever");
        std::thread::yield_now();
    }
    assert!(matches!(told[..], [Msg::Broke(None)]), "{told:?}");
    let mut window = Window::play("first-drill", 80, 24);
    window.pass(2);
    told.into_iter().for_each(|msg| window.app.update(msg));
    window.expect("a mistake in the program");
    window.app.update(Msg::Key(KeyCombination::from(KeyCode::Esc)));
    window.pass(1);
    assert!(matches!(window.app.stage, Stage::Cabin(_)), "the drill goes on");
}
