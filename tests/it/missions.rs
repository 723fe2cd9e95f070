//! The missions that ship, proved: each has a reference crew that passes, and silence passes none.
//!
//! A reference crew is a file of orders, `missions/reference/NAME.orders`. Its first line may name the seed that it was
//! written for (`# seed 2`); else the mission's own holds.

use leakdrill::drill::{Drill, Log, grammar};
use leakdrill::mission::{self, Mission, library};
use leakdrill::score::{self, Scorecard};
use leakdrill::sim::alarm::AlarmKind;
use leakdrill::sim::event::{Event, Outcome};
use leakdrill::sim::order::Order;
use leakdrill::units::Tick;
use std::sync::Arc;

/// A mission that ships.
pub(super) fn shipped(name: &str) -> Arc<Mission> {
    let shipped = library::find(name).expect("a mission that ships");
    Arc::new(mission::load(shipped.name, shipped.text, None).map_err(|p| p.render(name, false)).unwrap())
}

/// Orders with their ticks, and the seed that they were written for.
fn orders(mission: &Mission, text: &str) -> (Vec<(Tick, Order)>, Option<u64>) {
    let seed = text.lines().next().and_then(|l| l.strip_prefix("# seed ")).map(|s| s.trim().parse().unwrap());
    let mut list = Vec::new();
    let mut at = Tick(1);
    for line in text.lines() {
        let read = grammar::parse(line, &mission.layout).unwrap_or_else(|e| panic!("{}: {line}: {e:?}", mission.name));
        if let Some(read) = read {
            at = read.at.unwrap_or(at);
            list.push((at, Order::trainee(read.act)));
        }
    }
    assert!(list.is_sorted_by_key(|(at, _)| *at), "{}: orders go back in time", mission.name);
    (list, seed)
}

/// A drill played to its end, or to `until`, with its log.
pub(super) fn play(mission: &Arc<Mission>, seed: u64, orders: &[(Tick, Order)], until: Tick) -> (Drill, Log) {
    let mut drill = Drill::new(mission.clone(), seed);
    let mut log = Log::new();
    let mut next = orders.iter().peekable();
    while drill.outcome().is_none() && drill.now() < until {
        while let Some((_, order)) = next.next_if(|(at, _)| *at <= drill.now() + 1) {
            drill.submit(*order);
        }
        drill.tick(&mut log);
    }
    (drill, log)
}

/// The card as a text, for a test that fails.
fn told(card: &Scorecard) -> String {
    let head = format!("{:?} sound {} {}/{} passed {}\n", card.outcome, card.sound, card.points, card.max, card.passed);
    let lines = card
        .lines
        .iter()
        .map(|l| format!("  {} {}/{} {} {:?}\n", l.grade.digit(), l.points, l.max, l.name, l.evidence));
    head + &lines.collect::<String>()
}

/// The reference crew of a mission at work. The long watch has the orders that the long record is made of: made by a
/// script, so that some are refused.
pub(super) fn reference(name: &str) -> (Arc<Mission>, Drill, Log, Scorecard) {
    let mission = shipped(name);
    let folder = if name == "endurance" { "missions" } else { "missions/reference" };
    let path = format!("{}/{folder}/{name}.orders", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("a reference crew for each mission");
    let (list, seed) = orders(&mission, &text);
    let seed = seed.or(mission.seed).unwrap_or(1);
    let (drill, log) = play(&mission, seed, &list, mission.time_limit);
    for (tick, event) in log.events().filter(|_| name != "endurance") {
        assert!(!matches!(event, Event::Refused { .. } | Event::Failed { .. }), "{name} at {tick:?}: {event:?}");
    }
    let card = score::mark(&mission, &log);
    (mission, drill, log, card)
}

#[test]
fn every_mission_has_a_reference_crew_that_passes() {
    for shipped in library::list() {
        let (_, _, _, card) = reference(shipped.name);
        assert!(card.passed, "{}: {}", shipped.name, told(&card));
    }
}

#[test]
fn silence_passes_no_mission() {
    for name in library::list().map(|m| m.name) {
        let mission = shipped(name);
        let (_, log) = play(&mission, mission.seed.unwrap_or(2), &[], mission.time_limit);
        let card = score::mark(&mission, &log);
        assert!(!card.passed, "{name}: {}", told(&card));
        assert!(
            card.criticals_missed().count() >= 2,
            "{name}: silence must fail for what was not done: {}",
            told(&card)
        );
    }
}

#[test]
fn every_mission_says_why_each_line_counts_and_gives_help() {
    for name in library::list().map(|m| m.name) {
        let mission = shipped(name);
        assert!(mission.brief.contains("EXERCISE"), "{name}: a drill is marked as one");
        assert!((5..=14).contains(&mission.rubric.items.len()), "{name}: {} lines", mission.rubric.items.len());
        for item in &mission.rubric.items {
            assert!(!item.why.is_empty(), "{name}: {} says no why", item.name);
        }
        assert!(mission.rubric.items.iter().any(|i| i.critical), "{name}");
        assert!(!mission.hints.is_empty() && !mission.card.is_empty() && !mission.sources.is_empty(), "{name}");
    }
}

#[test]
fn half_a_millimetre_a_minute_is_no_emergency_until_five_are_gone() {
    let mission = shipped("first-drill");
    let (_, log) = play(&mission, 8, &[], Tick(900));
    let alarm = log.events().find(|(_, e)| matches!(e, Event::Alarm { kind: AlarmKind::RapidDepress, .. })).unwrap();
    // The hole opens in the first minute; 31 mmHg/h have taken five of them ten minutes later.
    assert!((600..=720).contains(&alarm.0.0), "{:?}", alarm.0);
}

#[test]
fn breath_in_a_shut_module_does_not_hide_a_leak_from_a_leak_check() {
    // Three people behind the shut Rassvet hatch: vapour raises the needle by 4 mmHg in twenty minutes.
    let text = "T+00:00:10 prokopyev move rassvet\nT+00:00:10 gerst move rassvet\nT+00:00:10 aunon move rassvet
        T+00:02:00 gerst fetch gauge\nT+00:03:00 gerst close ga-rassvet\nT+00:05:00 gerst leakcheck 20m";
    let mission = shipped("strike");
    let (list, _) = orders(&mission, text);
    let fell = |seed: u64| {
        let (_, log) = play(&mission, seed, &list, Tick(1600));
        log.events().find_map(|(_, e)| match e {
            Event::LeakChecked { fell_mmhg, holds, .. } => Some((*fell_mmhg, *holds)),
            _ => None,
        })
    };
    // Seed 2 strikes Zvezda an hour later: here all is tight.
    let (still, holds) = fell(2).unwrap();
    assert!(still.abs() < 0.5 && holds, "{still}");
    // Seed 1 strikes Rassvet after five minutes.
    let (falls, holds) = fell(1).unwrap();
    assert!(falls > 10.0 && !holds, "{falls}");
}

#[test]
fn a_first_drill_takes_less_than_an_hour_of_the_station() {
    let (mission, drill, _, card) = reference("first-drill");
    assert_eq!(card.outcome, Outcome::Held);
    assert!(card.points >= 95.0, "{}", told(&card));
    assert!(drill.now() < Tick(3600), "at 60 times life less than a minute of waiting, {:?}", drill.now());
    assert!(drill.card().iter().all(|done| *done), "every step of the card can be ticked off");
    assert_eq!(mission.layout.id, "trainer");
}

#[test]
fn ms09_is_repaired_as_it_was() {
    let (_, drill, log, card) = reference("ms09-2018");
    assert_eq!((card.outcome, card.sound), (Outcome::Held, true), "{}", told(&card));
    let first = |is: fn(&Event) -> bool| log.events().find(|(_, e)| is(e)).map(|(tick, _)| tick.0 / 3600).unwrap();
    assert_eq!(first(|e| matches!(e, Event::HoleFound { .. })), 7, "before 07:00 UTC of the morning");
    assert!(first(|e| matches!(e, Event::BlisterSeen { .. })) < 24, "a bubble on the first day");
    let coats = log.events().filter(|(_, e)| matches!(e, Event::Coated { .. })).count();
    assert_eq!(coats, 3, "one on the first day, two on the second");
    // Progress gave back what was lost, about: 10 mmHg were advised.
    assert!(drill.truth().crew_air_mmhg[0] > 738.0, "{:?}", drill.truth().crew_air_mmhg);
}

/// Orders in a text, played in a mission to `until`.
pub(super) fn ordered(name: &str, seed: u64, text: &str, until: u64) -> (Arc<Mission>, Drill, Log) {
    let mission = shipped(name);
    let (list, _) = orders(&mission, text);
    let (drill, log) = play(&mission, seed, &list, Tick(until));
    (mission, drill, log)
}

/// True pressure in a compartment, mmHg.
pub(super) fn pressure(mission: &Mission, drill: &Drill, compartment: &str) -> f64 {
    drill.truth().air[mission.layout.find_compartment(compartment).unwrap().ix()].pressure_pa / 133.322_387_415
}

#[test]
fn nothing_leaks_where_everything_falls_and_something_where_all_is_calm() {
    let (_, drill, log) = ordered("no-leak", 1, "", 6 * 3600);
    assert_eq!(drill.truth().leaked_kg, 0.0);
    let fell = |log: &Log| {
        let mut s = log.samples().map(|(_, s)| s.sensors[0].unwrap());
        let first = s.next().unwrap();
        first - s.last().unwrap()
    };
    assert!(fell(&log) > 1.0, "{}", fell(&log));
    let (_, drill, log) = ordered("masked-leak", 1, "", 6 * 3600);
    let truth = drill.truth();
    assert!(truth.leaked_kg > 2.0);
    let lost = truth.leaked_kg / (truth.mass_kg + truth.leaked_kg) * 745.0;
    assert!(fell(&log) < 0.4 * lost, "warmth hides most of {lost}: {}", fell(&log));
}

#[test]
fn the_long_watch_lasts_its_eighteen_days_and_ends_with_the_leak_as_it_is() {
    let (_, drill, _, card) = reference("endurance");
    assert_eq!(drill.now(), Tick(1_555_200), "the benchmarks fly it whole");
    assert_eq!((card.outcome, card.sound), (Outcome::TimeLimit, true), "{}", told(&card));
    // Nobody can call a tenth of a millimetre an hour held: a short check tells nothing, a long one tells.
    let text = "T+02:00:00 gerst fetch gauge\nT+02:05:00 gerst leakcheck 3h\nT+05:10:00 crew declare held
        T+05:12:00 gerst leakcheck 9h50m\nT+15:05:00 crew declare held";
    let (_, drill, log) = ordered("endurance", 1, text, 16 * 3600);
    let holds: Vec<bool> = log.events().filter_map(|(_, e)| holds_of(e)).collect();
    assert_eq!((holds, drill.outcome()), (vec![true, false], None));
    assert_eq!(log.events().filter(|(_, e)| matches!(e, Event::Refused { .. })).count(), 2);
}

/// What a leak check said.
fn holds_of(event: &Event) -> Option<bool> {
    match event {
        Event::LeakChecked { holds, .. } => Some(*holds),
        _ => None,
    }
}

/// An exam draws its seed from the file: its own, or one that the expert has won. A fresh one may not be winnable.
#[test]
fn every_exam_has_a_seed_that_is_proved() {
    for name in library::list().map(|m| m.name) {
        let mission = shipped(name);
        assert!(mission.seed.is_some() || !mission.certified.is_empty(), "{name}: `check --seeds N --certify` it");
    }
}

/// What the ground says in the night of the slow leak is so at each level of difficulty.
#[test]
fn the_slow_leak_is_told_as_the_telemetry_shows_it() {
    let text = library::find("slow-leak").unwrap().text;
    for (level, falls) in [("easy", true), ("normal", true), ("hard", false)] {
        let mission = Arc::new(mission::load("slow-leak", text, Some(level)).unwrap());
        for seed in 1..=8 {
            let (_, log) = play(&mission, seed, &[], Tick::hms(14, 0, 0));
            let said = |words: &str| {
                log.events().any(|(_, e)| match e {
                    Event::Said { message } => mission.messages[usize::from(*message)].text.contains(words),
                    _ => false,
                })
            };
            assert_eq!(said("several times what it was"), falls, "{level} {seed}");
            assert_eq!(said("your pressure rises"), !falls, "{level} {seed}");
            let sensor = mission.layout.find_sensor("p-zvezda").unwrap();
            let shown = |at: u64| {
                let (_, sample) = log.samples().find(|(tick, _)| tick.0 >= at).unwrap();
                sample.sensors[sensor.ix()].unwrap()
            };
            let moved = shown(14_000) - shown(1_500);
            assert!(if falls { moved < -0.2 } else { moved > 0.1 }, "{level} {seed}: {moved}");
            // "Temperatures have come back, and with them the rate": the walls of the morning are those of the evening.
            assert!(said("temperatures have come back"));
            let air = drill_air(&mission, seed);
            assert!((air - 295.35).abs() < 0.2, "{level} {seed}: {air} K at eleven hours");
        }
    }
}

/// Temperature in Zvezda after eleven hours, K.
fn drill_air(mission: &Arc<Mission>, seed: u64) -> f64 {
    let (drill, _) = play(mission, seed, &[], Tick::hms(11, 0, 0));
    drill.truth().air[mission.layout.find_compartment("zvezda").unwrap().ix()].temperature_k
}

/// What a script does is nobody's deed: a cargo ship that leaves by itself earns nothing and breaks nothing.
#[test]
fn a_ship_that_is_taken_away_is_not_undocked_by_the_crew() {
    let text = r#"format = 1
title = "Visit"
brief = "EXERCISE. A cargo ship leaves."
time_limit = "30m"
[station]
preset = "iss-2018-08-30"
[[event]]
at = "5m"
do = [{ take_away = "progress" }, { hole = { in = "zvezda", diameter = "1 mm" } }]
[[score]]
name = "Left"
points = 10
critical = true
when = { done = "undock" }
[[score]]
name = "Stayed"
points = 10
never = { done = "undock" }
"#;
    let mission = Arc::new(mission::load("visit", text, None).map_err(|p| p.render("visit", false)).unwrap());
    let (_, log) = play(&mission, 1, &[], mission.time_limit);
    assert!(log.events().any(|(_, e)| matches!(e, Event::Undocked { people: 0, .. })), "it left");
    let card = score::mark(&mission, &log);
    let earned: Vec<f64> = card.lines.iter().map(|l| l.points).collect();
    assert_eq!((card.passed, earned), (false, vec![0.0, 10.0]), "{}", told(&card));
}
