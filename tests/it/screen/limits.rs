//! What an exam allows, and what a record is told of the clock; what rings and for how long.

use super::hands::Window;
use leakdrill::replay::record;
use leakdrill::replay::{Header, Note, file};
use leakdrill::sim::alarm::AlarmClass;
use leakdrill::tui::scribe::Scribe;

#[test]
fn an_exam_says_its_rules_before_it_begins() {
    for (w, h) in [(80, 24), (120, 40), (160, 50)] {
        let mut practice = Window::exam("first-drill", w, h);
        insta::assert_snapshot!(format!("exam_brief_{w}x{h}"), practice.screen());
        practice.keys("Esc");
    }
}

#[test]
fn an_exam_limits_pauses_and_speed_with_a_sentence() {
    let mut window = Window::exam("first-drill", 80, 24);
    window.keys("Enter Space");
    window.expect("2 more pauses are left");
    window.keys("Space Space Space Space");
    window.expect("the last pause of this exam");
    window.keys("Space Space");
    window.expect("The 3 pauses that this exam allows are used.");
    window.expect("▶ 1x");
    window.keys("+ + + + + +");
    window.expect("no faster than 60x");
    window.expect("▶ 60x");
    window.keys("n");
    assert_eq!(window.app.ticks_per_second(), 60);
    window.keys("?");
    assert_eq!(window.app.ticks_per_second(), 1, "help stops no exam");
}

#[test]
fn pauses_and_speeds_stand_in_the_record_and_it_still_verifies() {
    let path = std::env::temp_dir().join(format!("leakdrill-notes-{}.jsonl", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let named = path.clone();
    let mut scribe = Scribe::new(Some(Box::new(move |drill, _| {
        file::create(&named, &Header::new(drill.mission(), drill.seed()), &drill.mission().layout)
    })));
    let mut window = Window::play("first-drill", 80, 24);
    for keys in ["", "+ +", "Space", "Space", "n"] {
        window.keys(keys);
        scribe.follow(&window.app).unwrap();
        window.pass(5);
    }
    window.until("★");
    scribe.follow(&window.app).unwrap();
    window.keys("q y");
    scribe.follow(&window.app).unwrap();
    drop(scribe);
    let record = record::read(&std::fs::read(&path).unwrap()).unwrap();
    let notes: Vec<Note> = record.notes.iter().map(|(_, note)| note.clone()).collect();
    let clock = [Note::Speed(5), Note::Paused, Note::Resumed, Note::Speed(3600)];
    assert_eq!(notes[..4], clock);
    assert!(notes.iter().any(|note| matches!(note, Note::Hint(_))), "{notes:?}");
    assert!(matches!(leakdrill::replay::verify(&record), leakdrill::replay::Verdict::True { .. }));
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn what_rings_is_the_worst_until_it_is_acknowledged_and_nothing_with_the_choices_off() {
    let mut window = Window::play("first-drill", 80, 24);
    assert_eq!(window.app.rings(), None);
    window.until("EMERGENCY");
    assert_eq!(window.app.rings(), Some(AlarmClass::Emergency));
    window.keys("Space");
    assert_eq!(window.app.rings(), Some(AlarmClass::Emergency), "a pause acknowledges nothing");
    window.keys("?");
    assert_eq!(window.app.rings(), None, "nobody reads beside a bell");
    window.keys("Esc a");
    assert_eq!(window.app.rings(), None, "heard at once, though the next tick has yet to obey");
    window.expect("order given");
    window.keys("Space");
    window.pass(1);
    assert_eq!(window.app.rings(), None);
    let mut silent = Window::play("first-drill", 80, 24);
    silent.app.settings.bell = false;
    silent.until("EMERGENCY");
    assert_eq!(silent.app.rings(), None);
    silent.app.settings.flash = true;
    assert_eq!(silent.app.rings(), Some(AlarmClass::Emergency), "for the flash alone");
}
