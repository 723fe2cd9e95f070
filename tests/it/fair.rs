//! Nobody is told what they could not see, and nobody is judged by what they could not know.

use leakdrill::drill::{Drill, Entry, Log, grammar};
use leakdrill::mission;
use leakdrill::mission::model::Measure;
use leakdrill::score::tally::Tally;
use leakdrill::sim::alarm::AlarmKind;
use leakdrill::sim::console::Viewpoint;
use leakdrill::sim::event::Event;
use leakdrill::sim::order::Order;
use leakdrill::units::Tick;
use std::sync::Arc;

/// The trainer with these events of its script.
fn trainer(events: &str, seed: u64) -> Drill {
    let text = format!(
        r#"
format = 1
title = "Fair"
brief = "EXERCISE."
time_limit = "12h"
held_below = "4 mmHg/h"

[station]
preset = "trainer"

{events}

[[score]]
name = "Held"
points = 1
critical = true
outcome = ["held"]
"#
    );
    let mission = mission::load("fair", &text, None).map_err(|p| p.render("fair", false)).unwrap();
    Drill::new(Arc::new(mission), seed)
}

/// Flies these orders up to a moment.
fn fly(drill: &mut Drill, orders: &str, until: Tick) -> Log {
    let layout = drill.mission().layout.clone();
    let read = orders.lines().filter_map(|line| grammar::parse(line.trim(), &layout).unwrap());
    let mut list: Vec<(Tick, Order)> = read.map(|o| (o.at.unwrap(), Order::trainee(o.act))).collect();
    list.reverse();
    let mut log = Log::new();
    while drill.outcome().is_none() && drill.now() < until {
        while let Some((_, order)) = list.pop_if(|(at, _)| *at <= drill.now() + 1) {
            drill.submit(order);
        }
        drill.tick(&mut log);
    }
    log
}

fn hole(at: &str, when: &str, area: &str) -> String {
    format!(
        "[[event]]\nname = \"hole\"\nat = \"{when}\"\ndo = {{ hole = {{ in = \"{at}\", cd_area_mm2 = {area} }} }}\n"
    )
}

const CHECK: &str = "T+00:00:20 lind fetch gauge\nT+00:01:00 lind leakcheck 10m";

fn check_is_fresh(drill: &Drill) -> bool {
    drill.console(Viewpoint::Crew).leak_check.unwrap().fresh
}

#[test]
fn a_leak_check_does_not_tell_that_a_hole_has_opened_since() {
    let mut drill = trainer(&hole("lab", "15 min", "1.0"), 1);
    fly(&mut drill, CHECK, Tick::hms(0, 14, 0));
    assert!(check_is_fresh(&drill));
    fly(&mut drill, "", Tick::hms(0, 15, 30));
    assert!(check_is_fresh(&drill), "nobody has seen anything yet");
}

/// What was checked was tight, wherever its air goes afterwards: ships are opened again after a check.
#[test]
fn a_leak_check_stands_while_hatches_move() {
    let mut drill = trainer(&hole("lab", "11 h", "1.0"), 1);
    let orders = format!("{CHECK}\nT+00:14:00 vega move node\nT+00:15:00 vega close lab-node");
    fly(&mut drill, &orders, Tick::hms(0, 14, 50));
    assert!(check_is_fresh(&drill));
    fly(&mut drill, "T+00:15:00 vega close lab-node", Tick::hms(0, 20, 0));
    assert!(check_is_fresh(&drill));
}

/// Chance and place have luck of their own: of the drills in which the hole comes, half have it in either module.
#[test]
fn whether_a_hole_comes_says_nothing_of_where() {
    let event = "[[event]]\nname = \"hole\"\nat = \"10 s\"\nchance = 0.5\n\
                 do = { hole = { in = [\"lab\", \"node\"], cd_area_mm2 = 20.0 } }\n";
    let mut places = [0, 0];
    for seed in 1..=80 {
        let mut drill = trainer(event, seed);
        for (_, event) in fly(&mut drill, "", Tick(12)).events() {
            if let Event::HoleOpened { at, .. } = event {
                places[usize::from(drill.mission().layout.compartment(*at).id == "lab")] += 1;
            }
        }
    }
    assert!((25..=55).contains(&(places[0] + places[1])), "{places:?}");
    assert!(places.iter().all(|n| *n >= 10), "{places:?}");
}

/// Two pairs of hands at two doors: what one felt is not lost because the other shuts his.
#[test]
fn what_was_felt_at_one_door_is_not_forgotten_at_another() {
    let orders = "T+00:00:20 vega move lab\nT+00:01:00 vega close lab-node\nT+00:01:00 lind move node
        T+00:20:00 vega open lab-node\nT+00:20:03 lind close node-boat";
    let mut drill = trainer(&hole("lab", "3 min", "0.5"), 1);
    let log = fly(&mut drill, orders, Tick::hms(0, 40, 0));
    let opened = log.events().find_map(|(_, event)| match event {
        Event::HatchOpened { dp_mmhg, .. } => Some(*dp_mmhg),
        _ => None,
    });
    let felt = opened.expect("the hatch opens");
    assert!(felt >= 1.0, "{felt}");
    assert_eq!(felt % 0.5, 0.0, "a hand tells half a millimetre, no less");
}

#[test]
fn a_hole_that_is_told_to_grow_at_once_stays_as_large_as_that() {
    let grow = |when: &str, to: &str, over: &str| {
        format!(
            "[[event]]\nname = \"grow-{to}\"\nat = \"{when}\"\ndo = {{ grow = {{ hole = \"it\", to = {to}.0{over} }} }}\n"
        )
    };
    let made = "[[event]]\nname = \"hole\"\nat = \"10 s\"\ndo = { hole = { name = \"it\", in = \"lab\", cd_area_mm2 = 1.0 } }\n";
    let events = format!("{made}{}{}", grow("1 min", "2", ", over = \"30 min\""), grow("10 min", "6", ""));
    let mut drill = trainer(&events, 1);
    let log = fly(&mut drill, "", Tick::hms(1, 0, 0));
    let open = drill.truth().holes[0].open_mm2;
    assert!((open - 6.0).abs() < 1e-9, "{open}");
    let told: Vec<f64> = log
        .events()
        .filter_map(|(_, event)| match event {
            Event::HoleChanged { cd_area_mm2, .. } => Some(*cd_area_mm2),
            _ => None,
        })
        .collect();
    assert_eq!(told.len(), 1, "a growth is told when it is there, and this one never was: {told:?}");
}

/// The tally of a log.
fn tally(drill: &Drill, log: &Log) -> Tally {
    let mut tally = Tally::new(&drill.mission().layout);
    for (tick, entry) in log.entries() {
        match entry {
            Entry::Order(order) => tally.order(*tick, order),
            Entry::Event(event) => tally.event(*tick, event),
            Entry::Sample(sample) => tally.sample(*tick, sample),
            Entry::Mark(_) => {}
        }
    }
    tally.finish(drill.now());
    tally
}

#[test]
fn an_order_that_is_refused_is_no_answer_to_a_leak() {
    let mut drill = trainer(&hole("lab", "10 s", "20.0"), 1);
    let log = fly(&mut drill, "T+00:00:20 lind measure 1m", Tick::hms(0, 2, 0));
    assert!(log.events().any(|(_, e)| matches!(e, Event::Refused { .. })), "he has no gauge");
    assert_eq!(tally(&drill, &log).reading(Measure::ResponseSeconds), None);
    let mut drill = trainer(&hole("lab", "10 s", "20.0"), 1);
    let log = fly(&mut drill, "T+00:00:20 lind search", Tick::hms(0, 2, 0));
    assert_eq!(tally(&drill, &log).reading(Measure::ResponseSeconds).map(|(s, _)| s), Some(10.0));
}

/// The middle of three, so that neither the best of many guesses nor one slip decides.
#[test]
fn many_guesses_at_the_reserve_time_win_nothing() {
    let mut drill = trainer(&hole("lab", "10 s", "20.0"), 1);
    let orders = "T+00:05:00 lind commit 1m\nT+00:05:01 lind commit 10h\nT+00:05:02 lind commit 99h";
    let log = fly(&mut drill, orders, Tick::hms(0, 6, 0));
    let tally = tally(&drill, &log);
    let mut errors: Vec<f64> = tally.estimates().iter().map(|e| e.error_percent()).collect();
    errors.sort_by(f64::total_cmp);
    assert_eq!(errors.len(), 3);
    assert_eq!(tally.reading(Measure::ReserveError).map(|(error, _)| error), Some(errors[1]));
}

/// The oxygen sensor is slower than the one for the pressure: in a fast leak their quotient rises though no oxygen came.
#[test]
fn a_fast_leak_does_not_ring_for_too_much_oxygen() {
    let mut drill = trainer(&hole("lab", "2 min", "4000.0"), 1);
    let log = fly(&mut drill, "", Tick::hms(0, 6, 0));
    let rang = |kind: AlarmKind| log.events().any(|(_, e)| matches!(e, Event::Alarm { kind: k, .. } if *k == kind));
    assert!(rang(AlarmKind::RapidDepress) && rang(AlarmKind::OxygenLow));
    assert!(!rang(AlarmKind::OxygenFraction));
}
