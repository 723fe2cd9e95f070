//! Sentences: short enough, exact, and silent on what nobody aboard can know.

use crate::grammar::station;
use leakdrill::drill::grammar;
use leakdrill::sim::alarm::AlarmKind;
use leakdrill::sim::event::{Event, Outcome};
use leakdrill::sim::ids::*;
use leakdrill::sim::item::Item;
use leakdrill::sim::layout::{Layout, ObstructionKind};
use leakdrill::sim::order::{Act, Claim, Task, Topic};
use leakdrill::sim::refusal::Refusal;
use leakdrill::words::en::{alarm, grammar::grammar_error, outcome};
use leakdrill::words::{SHORT_COLUMNS, Words, fit, glossary, measure, verb_help};

/// The station with labels as long as a mission may make them.
fn wide() -> Layout {
    let mut layout = station();
    for compartment in &mut layout.compartments {
        compartment.label = "MS09 BOX".into();
    }
    for person in &mut layout.crew {
        person.label = "Konstantin".into();
    }
    layout
}

fn events() -> Vec<Event> {
    let (who, at, hatch, found) = (PersonId(0), CompartmentId(2), HatchId(0), FoundId(11));
    let task = Task::Close(hatch);
    let why = Refusal::Interlocked { hatch, dp_mmhg: 12.0 };
    vec![
        Event::Refused { act: Act::Task { who, task }, why },
        Event::Began { who, task: Task::Measure(None), takes_s: None },
        Event::Failed { who, task, why },
        Event::HandedOver { who, to: PersonId(1), task },
        Event::Arrived { who, at },
        Event::Mustered { present: 5, of: 6 },
        Event::Took { who, item: Item::Detector },
        Event::HatchShut { hatch, who, cut_off: 3 },
        Event::HatchOpened { hatch, who, dp_mmhg: 1.5 },
        Event::ValveTurned { hatch, who, open: true },
        Event::HatchCleared { hatch, who },
        Event::GaugeRead { who, at, mmhg: 743.25 },
        Event::StopwatchPressed { who, start: false, mmhg: 743.25 },
        Event::Committed { who, at, estimate_s: 40_680.0, true_s: Some(9.0) },
        Event::LeakChecked { who, at, fell_mmhg: 0.75, over_s: 1800, holds: false, needs_s: 1200 },
        Event::LeakChecked { who, at, fell_mmhg: 0.0, over_s: 43_200, holds: true, needs_s: 1200 },
        Event::FlowSensed { hatch, into: Some(at) },
        Event::Struck { at, particle_mm: 1.2, speed_km_s: 13.0, perforated: false },
        Event::HoleOpened { hole: HoleId(0), at, cd_area_mm2: 0.945 },
        Event::FoundNothing { who, at, by_ear: true },
        Event::HoleFound { who, at, found, by_ear: true },
        Event::HoleInspected { who, found, through: true, from_outside: false },
        Event::FingerOn { who, found, on: false },
        Event::CoatTacky { found },
        Event::BlisterSeen { who, found },
        Event::CandleLit { who, at },
        Event::FeelsIll { who },
        Event::Undocked { vehicle: VehicleId(0), people: 3 },
        Event::VehicleDegraded { vehicle: VehicleId(0) },
        Event::Alarm { kind: AlarmKind::CrewDepress, sensor: Some(SensorId(0)) },
        Event::AlarmCleared { kind: AlarmKind::CrewDepress },
        Event::Declared { claim: Claim::Isolated, sound: false },
        Event::Ended { outcome: Outcome::OutOfReserve },
    ]
}

#[test]
fn a_short_sentence_fits_its_line_uncut_even_with_the_longest_labels() {
    let layout = wide();
    let words = Words::station(&layout);
    for event in events() {
        let line = words.event_short(&event);
        assert!(line.chars().count() <= SHORT_COLUMNS, "{line}");
        // Refusals are cut where they must be: the whole is one key away.
        if !matches!(event, Event::Refused { .. }) {
            assert!(!line.ends_with("..."), "{line}");
        }
    }
}

#[test]
fn a_full_sentence_ends_and_begins_like_one() {
    let layout = station();
    let words = Words::station(&layout);
    for event in events() {
        let line = words.event(&event);
        assert!(line.ends_with('.') && !line.ends_with(".."), "{line}");
        assert!(!line.contains("  ") && !line.contains("{"), "{line}");
    }
}

#[test]
fn what_nobody_aboard_can_know_does_not_change_a_sentence() {
    let layout = station();
    let words = Words::station(&layout);
    let (who, at, claim) = (PersonId(0), CompartmentId(2), Claim::Held);
    let pairs = [
        [
            Event::Committed { who, at, estimate_s: 60.0, true_s: None },
            Event::Committed { who, at, estimate_s: 60.0, true_s: Some(7.0) },
        ],
        [Event::Declared { claim, sound: true }, Event::Declared { claim, sound: false }],
        [
            Event::Reported { who, topic: Topic::Leak, founded: true },
            Event::Reported { who, topic: Topic::Leak, founded: false },
        ],
    ];
    for [one, other] in pairs {
        assert_eq!(words.event(&one), words.event(&other));
        assert_eq!(words.event_short(&one), words.event_short(&other));
    }
}

#[test]
fn a_refusal_says_why_and_what_would_help() {
    let layout = station();
    let words = Words::station(&layout);
    let said = |refusal| words.refusal(&refusal).line();
    assert_eq!(
        said(Refusal::Interlocked { hatch: HatchId(0), dp_mmhg: 12.0 }),
        "The US interlock of the Destiny-Unity hatch holds: 12 mmHg more outside. Equalise first, or open from the other \
         side."
    );
    assert_eq!(
        said(Refusal::Obstructed(HatchId(1), ObstructionKind::Duct)),
        "The Unity-Rassvet hatch cannot shut: an air duct lies through it. Clear it first."
    );
    assert_eq!(
        said(Refusal::StillWet(FoundId(0), 7200)),
        "The coat on hole h1 is still wet. It is tacky in 2.0 h; another coat now would spoil both."
    );
}

#[test]
fn a_declaration_that_was_not_sound_is_told_plainly() {
    assert_eq!(outcome::outcome(Outcome::Held, false).what, "You declared the leak held, but air is still escaping.");
    assert_eq!(outcome::outcome(Outcome::Held, true).what, "The leak is held, and everybody is safe.");
    assert!(outcome::outcome(Outcome::Isolated, false).what.contains("still loses air"));
}

#[test]
fn tasks_are_said_to_do_and_doing() {
    let layout = station();
    let words = Words::station(&layout);
    assert_eq!(words.task(&Task::Close(HatchId(1))), "shut the Unity-Rassvet hatch");
    assert_eq!(words.doing(&Task::Close(HatchId(1))), "shutting the Unity-Rassvet hatch");
    assert_eq!(words.act(&Act::Commit { who: PersonId(0), reserve_s: 40_680.0 }), {
        "Andrew Feustel: commit a reserve time of 11.3 h"
    });
}

#[test]
fn times_are_said_with_the_digits_that_a_decision_needs() {
    for (seconds, said) in [
        (0.0, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (160.0, "2 min 40 s"),
        (599.6, "10 min"),
        (5400.0, "90 min"),
        (7200.0, "2.0 h"),
        (40_680.0, "11.3 h"),
        (172_800.0, "2.0 d"),
        (1_555_200.0, "18 d"),
        (f64::INFINITY, "no end"),
    ] {
        assert_eq!(measure::span(seconds), said);
    }
    assert_eq!(measure::clock(40), "0:40");
    assert_eq!(measure::clock(160), "2:40");
    assert_eq!(measure::clock(3760), "1:02:40");
    assert_eq!(measure::mmhg_per_hour(-0.04), "0.0 mmHg/h");
    assert_eq!(measure::mmhg_per_hour(-0.61), "-0.6 mmHg/h");
    assert_eq!(
        (measure::limit_mmhg_per_hour(0.05), measure::limit_mmhg_per_hour(4.0)),
        ("0.05 mmHg/h".into(), "4.0 mmHg/h".into())
    );
}

#[test]
fn a_wrong_order_is_told_what_would_work() {
    let layout = station();
    let told = |line: &str| grammar_error(&grammar::parse(line, &layout).unwrap_err()).line();
    assert_eq!(told("feustel close lab-untiy"), "\"lab-untiy\" is not a hatch. Did you mean \"lab-unity\"?");
    assert_eq!(
        told("feustel close"),
        "The order ends where a hatch should follow. It is written: NAME close HATCH. What would work: lab-unity, \
         unity-rassvet, rassvet-ms09."
    );
    assert_eq!(
        told("feustel commit 2:40"),
        "\"2:40\" is not a duration. Write it with its unit: 90s, 5m, 11.3h, 2d, 1h30m or 00:10:00."
    );
    assert_eq!(told("crew close lab-unity"), "\"close\" is not said to them. It is written: NAME close HATCH.");
    assert_eq!(
        told("feustel cl lab-unity"),
        "\"cl\" could be more than one thing a crew member can be ordered to do. Write more of it: close, clear."
    );
}

#[test]
fn tables_keep_their_columns_and_their_order() {
    for row in grammar::verbs() {
        assert!(verb_help(row.verb).chars().count() <= 70, "{}", row.name);
    }
    for kind in [AlarmKind::RapidDepress, AlarmKind::CrewDepress, AlarmKind::PressureVeryLow, AlarmKind::Temperature] {
        assert!(alarm::name(kind).len() <= 28);
    }
    assert!(glossary().is_sorted_by_key(|term| term.word.to_lowercase()));
}

#[test]
fn a_cut_sentence_shows_that_it_was_cut() {
    assert_eq!(fit("all of it", 9), "all of it");
    assert_eq!(fit("Auñón is waiting", 9), "Auñón...");
    assert_eq!(fit("long", 2), "..");
}

#[test]
fn every_key_has_its_words_and_every_setting_its_line() {
    use leakdrill::tui::action::TABLE;
    use leakdrill::tui::settings::Choice;
    use leakdrill::words::en::{key, screen, window};
    for entry in TABLE {
        assert!(!key::help(entry.id).is_empty(), "{} says nothing in the help", entry.id);
    }
    assert_eq!(key::KEYS.len(), TABLE.len(), "a word without a key");
    for choice in Choice::ALL {
        assert!(!screen::setting(choice.id()).is_empty() && !window::choice(choice.id()).is_empty(), "{}", choice.id());
    }
}
