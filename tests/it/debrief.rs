//! Debriefs of drills that were flown: they tell what was true, only once it may be told, and stand alone as a page.

use leakdrill::debrief::compare::Comparison;
use leakdrill::debrief::{Debrief, Unfinished, certify, html, text};
use leakdrill::drill::{Drill, Log};
use leakdrill::mission::{self, Mission, library};
use leakdrill::pilot::{self, PilotKind};
use leakdrill::replay::record::read;
use leakdrill::replay::recorder::write;
use leakdrill::replay::{End, Header, Record};
use leakdrill::score;
use leakdrill::units::Tick;
use std::sync::Arc;

fn mission(name: &str) -> Arc<Mission> {
    Arc::new(mission::load(name, library::find(name).unwrap().text, None).unwrap())
}

/// A shipped mission flown by a scripted crew, as its record.
fn flown(name: &str, pilot: PilotKind, until: Option<Tick>) -> Record {
    let mission = mission(name);
    let seed = mission.seed.unwrap_or(7);
    let (mut drill, mut log) = (Drill::new(mission.clone(), seed), Log::new());
    pilot::fly(&mut drill, &mut log, pilot, until);
    let end = drill.outcome().map(|outcome| {
        let card = score::mark(&mission, &log);
        End { outcome, points: card.points, max: card.max, passed: card.passed }
    });
    let header = Header { trainee: "Ann <Onymous>".into(), ..Header::new(&mission, seed) };
    read(&write(&header, &mission.layout, &log, drill.now(), end).unwrap()).unwrap()
}

#[test]
fn a_finished_drill_is_certified_and_its_claim_is_held_against_its_orders() {
    let mut record = flown("first-drill", PilotKind::Expert, None);
    assert!(certify(&record).holds(), "{:?}", certify(&record));
    record.end.as_mut().unwrap().points += 1.0;
    assert_eq!(certify(&record).claim_holds, Some(false));
}

#[test]
fn the_truth_of_an_unfinished_drill_is_not_told() {
    let record = flown("first-drill", PilotKind::Idle, Some(Tick(120)));
    assert_eq!(Debrief::of(&record).unwrap_err(), Unfinished);
}

#[test]
fn a_drill_that_was_slept_through_is_told_what_it_lost_and_what_would_have_served() {
    let record = flown("first-drill", PilotKind::Idle, None);
    let debrief = Debrief::of(&record).unwrap();
    assert!(!debrief.card.passed);
    assert!(debrief.decisions.iter().any(|d| d.points_lost() > 0.0), "{:?}", debrief.decisions);
    let told = text::text(&debrief);
    for said in ["for the exercise", "never found", "Our expert from here", "not passed"] {
        assert!(told.contains(said), "the debrief does not say {said:?}:\n{told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 110), "a line is too long for a terminal");
    if let Some(folder) = std::env::var_os("LEAKDRILL_PAGES") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::write(folder.join("idle.txt"), told).unwrap();
        std::fs::write(folder.join("idle.html"), html::page(&debrief, &record.mission.layout)).unwrap();
    }
}

#[test]
fn the_page_stands_alone_and_is_fit_for_a_screen_reader() {
    let record = flown("first-drill", PilotKind::Expert, None);
    let debrief = Debrief::of(&record).unwrap();
    let page = html::page(&debrief, &record.mission.layout);
    for outside in ["http://", "https://", "<script", "<link", "<img", "url(", "@import"] {
        assert!(!page.contains(outside), "the page reaches outside with {outside}");
    }
    assert!(page.contains("Ann &lt;Onymous&gt;") && !page.contains("<Onymous>"), "a name is text");
    let count = |what: &str| page.matches(what).count();
    assert_eq!(count("<table"), count("<caption"), "every table has a caption");
    assert_eq!(count("<svg"), count("role=\"img\""), "every drawing is named");
    assert_eq!(count("<h1"), 1);
    assert!(page.contains("lang=\"en\""));
    assert!(!page.contains("NaN") && !page.contains("inf,"));
    if let Some(folder) = std::env::var_os("LEAKDRILL_PAGES") {
        std::fs::write(std::path::PathBuf::from(folder).join("expert.html"), page).unwrap();
    }
}

#[test]
fn two_drills_are_set_side_by_side() {
    let of = |pilot| Debrief::of(&flown("first-drill", pilot, None)).unwrap();
    let both = Comparison::of(of(PilotKind::Expert), of(PilotKind::Idle));
    assert!(both.same_mission);
    let told = both.text();
    assert!(told.contains("air lost") && told.contains("first answer"));
    let page = both.page();
    assert!(page.contains("On one axis") && !page.contains("http"));
    assert!(serde_json::to_string(&both).unwrap().contains("\"decisions\""));
}
