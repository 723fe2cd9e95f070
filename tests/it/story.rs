//! The story of a drill as its debrief tells it: which hole was which, and what is left out where there is too much.

use crate::debrief::{flown, flown_by};
use leakdrill::debrief::compare::Comparison;
use leakdrill::debrief::{Debrief, story};
use leakdrill::drill::{Entry, Log};
use leakdrill::pilot::PilotKind;
use leakdrill::replay::Record;
use leakdrill::sim::event::Event;
use leakdrill::sim::ids::{FoundId, PersonId};
use leakdrill::units::Tick;

/// The found hole that was patched, and the mended hole as the story tells it.
fn patched(record: &Record) -> Tick {
    let on = |(tick, event): (Tick, &Event)| matches!(event, Event::Patched { .. }).then_some(tick);
    record.log.events().find_map(on).expect("somebody put a patch on")
}

#[test]
fn a_blind_hole_beside_the_true_one_is_not_taken_for_it() {
    let record = flown_by("ms09-2018", 1, PilotKind::Expert, None);
    let debrief = Debrief::of(&record).unwrap();
    let through: Vec<_> = debrief.story.holes.iter().filter(|hole| hole.cd_area_mm2 > 0.0).collect();
    assert!(debrief.story.holes.len() > through.len(), "this drill has a blind hole");
    assert!(through.iter().all(|hole| hole.covered.is_some_and(|at| at <= patched(&record))), "{through:?}");
    let lessons: Vec<&str> = debrief.lessons.iter().map(|lesson| lesson.what.as_str()).collect();
    assert!(lessons.iter().any(|what| what.contains("and first covered")), "{lessons:?}");
    assert!(!lessons.iter().any(|what| what.contains("never covered")), "{lessons:?}");
    assert!(debrief.story.moments.iter().any(|m| m.text.starts_with("A blind hole was made in")), "as one reads it");
    assert!(!debrief.story.moments.iter().any(|m| m.text.contains("A hole of 0.00")));
}

#[test]
fn a_record_of_other_rules_tells_the_two_apart_by_what_the_crew_saw() {
    let mut record = flown_by("ms09-2018", 1, PilotKind::Expert, None);
    record.header.sim -= 1;
    let told = story::tell(&record);
    let through = told.holes.iter().filter(|hole| hole.cd_area_mm2 > 0.0);
    assert!(through.clone().count() > 0 && through.into_iter().all(|hole| hole.covered.is_some()), "{:?}", told.holes);
}

#[test]
fn a_long_drill_is_told_from_its_beginning_to_its_end() {
    let mut record = flown("first-drill", PilotKind::Idle, None);
    let length = 100_000;
    let mut log = Log::new();
    let who = PersonId(0);
    for tick in 1..length {
        let event = match tick {
            50_000 => {
                Event::HoleFound { who, at: record.mission.layout.crew[0].compartment, found: FoundId(0), by_ear: true }
            }
            _ if tick % 20 == 0 => Event::StopwatchPressed { who, start: true, mmhg: tick as f64 / 100.0 },
            _ => continue,
        };
        log.push(Tick(tick), Entry::Event(event));
    }
    log.push(Tick(length), Entry::Event(Event::Ended { outcome: leakdrill::sim::event::Outcome::TimeLimit }));
    record.log = log;
    let moments = story::tell(&record).moments;
    assert!(moments.len() <= 400, "{}", moments.len());
    assert_eq!((moments[0].at, moments.last().unwrap().at), (Tick(20), Tick(length)));
    assert!(moments.iter().any(|moment| moment.at == Tick(50_000) && moment.text.contains("found hole h1")));
    for tenth in 0..10 {
        let here = |tick: Tick| tick.0 * 10 / length == tenth;
        assert!(moments.iter().filter(|moment| here(moment.at)).count() > 20, "little is told of part {tenth}");
    }
    assert!(moments.is_sorted_by_key(|moment| moment.at));
}

#[test]
fn one_name_and_brief_over_two_texts_are_two_missions() {
    let record = flown("first-drill", PilotKind::Idle, None);
    let mut other = record.clone();
    other.header.text += "\n# another rubric, say\n";
    let of = |record: &Record| Debrief::of(record).unwrap();
    assert!(Comparison::of(of(&record), of(&record)).same_mission);
    assert!(!Comparison::of(of(&record), of(&other)).same_mission);
}
