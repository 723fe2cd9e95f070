//! Conditions and scorecards over logs written by hand: what was done, line by line, and what it earned.

use crate::hand::{ANN, layout, mission};
use leakdrill::drill::log::{Entry, Log};
use leakdrill::mission::model::{Band, Condition, Deed, DeedKind, Measure, ScoreItem, Test};
use leakdrill::mission::watch::{Silence, Watcher};
use leakdrill::score::{self, Evidence, Grade};
use leakdrill::sim::alarm::AlarmKind;
use leakdrill::sim::event::{Event, Outcome};
use leakdrill::sim::ids::*;
use leakdrill::sim::order::{Act, Claim, Order};
use leakdrill::sim::sample::{AirSample, PersonSample, Sample};
use leakdrill::units::Tick;

fn deed(what: DeedKind) -> Deed {
    Deed { what, who: None, places: vec![], hatches: vec![] }
}

fn done(what: DeedKind) -> Condition {
    Condition::Done { deed: deed(what), times: 1 }
}

fn item(name: &str, points: f64, critical: bool, test: Test) -> ScoreItem {
    ScoreItem { name: name.into(), skill: "skill".into(), points, critical, why: String::new(), applies: None, test }
}

fn log(events: &[(u64, Event)]) -> Log {
    let mut log = Log::new();
    for (tick, event) in events {
        log.push(Tick(*tick), Entry::Event(*event));
    }
    log
}

fn sample(p: f64, leaked_kg: f64) -> Entry {
    let air = AirSample { p, o2: 160.0, co2: 2.0, t: 22.0 };
    Entry::Sample(Box::new(Sample {
        air: vec![air; 3],
        sensors: vec![Some(p)],
        crew: vec![PersonSample {
            who: ANN,
            at: CompartmentId(0),
            condition: leakdrill::sim::console::Condition::Well,
            exposure: 0.0,
            needle: None,
        }],
        leaked_kg,
        reserve_s: None,
    }))
}

const SCRIPT: Event = Event::Script { event: 0 };
const ACKNOWLEDGED: Event = Event::Acknowledged;
const MUSTERED: Event = Event::Mustered { present: 1, of: 1 };

#[test]
fn a_clock_in_a_condition_is_honoured_to_the_second_between_entries() {
    let since = Condition::Since { deed: deed(DeedKind::Acknowledge), delay_s: 37 };
    let mission = mission(vec![item("patience", 1.0, false, Test::When { condition: since, bands: vec![] })]);
    let card = score::mark(&mission, &log(&[(10, ACKNOWLEDGED), (600, MUSTERED)]));
    assert_eq!(card.lines[0].evidence, Evidence::CameTrue { at: Tick(47) });
}

#[test]
fn bands_count_from_the_script_event_that_they_name() {
    let bands = vec![
        Band { within_s: 60, after_event: Some(0), share: 1.0 },
        Band { within_s: 300, after_event: Some(0), share: 0.5 },
    ];
    let test = Test::When { condition: done(DeedKind::Muster), bands };
    let mission = mission(vec![item("muster", 10.0, false, test)]);
    let at = |tick| score::mark(&mission, &log(&[(100, SCRIPT), (tick, MUSTERED)])).lines[0].clone();
    assert_eq!((at(150).points, at(150).grade), (10.0, Grade::Full));
    assert_eq!((at(350).points, at(350).grade), (5.0, Grade::Part));
    assert_eq!(at(500).evidence, Evidence::TooLate { at: Tick(500), limit: Tick(400) });
}

#[test]
fn two_deeds_of_one_tick_keep_their_order() {
    let before = |first, second| Condition::Before { first: deed(first), second: deed(second) };
    let layout = layout();
    let asked = [before(DeedKind::Muster, DeedKind::Acknowledge), before(DeedKind::Acknowledge, DeedKind::Muster)];
    let mut watcher = Watcher::new(&layout, &asked);
    watcher.observe(Tick(5), &MUSTERED);
    watcher.observe(Tick(5), &ACKNOWLEDGED);
    watcher.settle(Tick(5), &Silence);
    assert!(watcher.holds(0) && !watcher.holds(1));
}

#[test]
fn what_does_not_apply_leaves_the_total_and_an_unfinished_drill_never_passes() {
    let mut left_out = item("taped", 50.0, true, Test::When { condition: done(DeedKind::Tape), bands: vec![] });
    left_out.applies = Some(done(DeedKind::Find));
    let mustered = item("muster", 10.0, true, Test::When { condition: done(DeedKind::Muster), bands: vec![] });
    let mission = mission(vec![left_out, mustered]);
    let open = score::mark(&mission, &log(&[(5, MUSTERED)]));
    assert_eq!((open.points, open.max, open.passed), (10.0, 10.0, false));
    let ended = score::mark(&mission, &log(&[(5, MUSTERED), (9, Event::Ended { outcome: Outcome::TimeLimit })]));
    assert!(ended.passed);
    assert_eq!(ended.lines[0].grade, Grade::NotApplicable);
}

#[test]
fn a_false_declaration_earns_no_outcome_points() {
    let mission = mission(vec![item("held", 10.0, true, Test::Outcome { any_of: vec![Outcome::Held] })]);
    let declared = |sound| {
        let claim = Claim::Held;
        log(&[(9, Event::Declared { claim, sound }), (9, Event::Ended { outcome: Outcome::Held })])
    };
    assert!(score::mark(&mission, &declared(true)).passed);
    let card = score::mark(&mission, &declared(false));
    assert_eq!((card.points, card.passed), (0.0, false));
}

#[test]
fn numbers_come_with_the_tick_that_decided_them() {
    let measure = |measure, full, none| item("number", 10.0, false, Test::Measure { measure, full, none });
    let mission = mission(vec![
        measure(Measure::ReserveError, 10.0, 50.0),
        measure(Measure::CutOffSeconds, 0.0, 100.0),
        measure(Measure::AirLost, 1.0, 3.0),
        measure(Measure::ResponseSeconds, 60.0, 600.0),
        measure(Measure::FalseAlarms, 0.0, 1.0),
    ]);
    let mut log = Log::new();
    let opened = Event::HoleOpened { hole: HoleId(0), at: CompartmentId(0), cd_area_mm2: 1.0 };
    let alarm = Event::Alarm { kind: AlarmKind::PressureTrend, sensor: None };
    let committed = Event::Committed { who: ANN, at: CompartmentId(0), estimate_s: 1300.0, true_s: Some(1000.0) };
    log.push(Tick(100), Entry::Event(opened));
    log.push(Tick(110), Entry::Event(alarm));
    log.push(Tick(130), Entry::Order(Order::trainee(Act::Muster { to: None })));
    log.push(Tick(200), Entry::Event(committed));
    log.push(Tick(300), Entry::Event(Event::HatchShut { hatch: HatchId(0), who: ANN, cut_off: 1 }));
    log.push(Tick(350), Entry::Event(Event::HatchOpened { hatch: HatchId(0), who: ANN, dp_mmhg: 0.2 }));
    log.push(Tick(360), sample(700.0, 2.0));
    let lines = score::mark(&mission, &log).lines;
    let value = |n: usize| match lines[n].evidence {
        Evidence::Measured { value, at, .. } => (value, at.map(|at| at.0)),
        ref other => panic!("{other:?}"),
    };
    assert_eq!(value(0), (30.0, Some(200)));
    assert_eq!(lines[0].points, 5.0);
    assert_eq!(value(1), (50.0, Some(300)), "Ann is in `a`, her boat is beyond the shut hatch");
    assert_eq!(value(2), (2.0, Some(360)));
    assert_eq!(value(3), (30.0, Some(130)));
    assert_eq!(value(4), (0.0, None), "the alarm was evidence enough");
}

#[test]
fn shutting_doors_while_nothing_was_shown_is_a_false_alarm_chased() {
    let test = Test::Measure { measure: Measure::FalseAlarms, full: 0.0, none: 1.0 };
    let mission = mission(vec![item("calm", 10.0, false, test)]);
    let shut = Event::HatchShut { hatch: HatchId(0), who: ANN, cut_off: 0 };
    let card = score::mark(&mission, &log(&[(50, shut)]));
    assert_eq!(card.points, 0.0);
    assert_eq!(card.lines[0].evidence.at(), Some(Tick(50)));
}
