//! Rules of work and of bodies that somebody could once get round: each test here is a bug that was.

use crate::hand;
use crate::play::{Play, hole, trainer};
use leakdrill::drill::{Drill, Log, grammar};
use leakdrill::sim::alarm::AlarmKind;
use leakdrill::sim::console::Condition;
use leakdrill::sim::event::{Event, Outcome};
use leakdrill::sim::ids::{CompartmentId, HatchId, PersonId, VehicleId};
use leakdrill::sim::item::Item;
use leakdrill::sim::layout::Layout;
use leakdrill::sim::order::{Act, Order, Task, Topic};
use leakdrill::sim::refusal::Refusal;
use leakdrill::words::Words;
use std::sync::Arc;

/// A hole that opens long after the test, for a mission must have something to find.
fn some_day() -> String {
    hole("lab", "2 mm").replace("10 s", "20 d")
}

/// A trainer where nothing leaks for now.
fn tight(seed: u64) -> Play {
    Play::of(&trainer(&some_day()), seed)
}

/// A trainer with a hole of so many mm after an hour, and both people in their suits by then.
fn suited(place: &str, diameter: &str) -> Play {
    let mut play = Play::of(&trainer(&hole(place, diameter).replace("10 s", "60 min")), 1);
    play.give("vega suit").unwrap();
    play.done("lind suit");
    play
}

fn wears_a_mask(play: &Play, who: &str) -> bool {
    play.console().crew[play.person(who).ix()].mask_s.is_some()
}

fn carries(play: &Play, who: &str, item: Item) -> u8 {
    play.console().crew[play.person(who).ix()].carries.count(item)
}

/// Whether each call to the ground on a topic was founded, in order.
fn founded(play: &Play, about: Topic) -> Vec<bool> {
    let told = play.log.events().filter_map(|(_, e)| match e {
        Event::Reported { topic, founded, .. } if *topic == about => Some(*founded),
        _ => None,
    });
    told.collect()
}

/// A drill of a station made by hand.
fn by_hand(layout: Layout) -> Drill {
    let mut mission = hand::mission(vec![]);
    mission.layout = Arc::new(layout);
    mission.script.clear();
    Drill::new(Arc::new(mission), 1)
}

// -- suits and masks --

#[test]
fn a_suit_keeps_nobody_alive_away_from_the_seat_whose_hose_feeds_it() {
    let mut play = suited("lab", "90 mm");
    play.go("vega", "lab");
    play.go("lind", "node");
    play.wait(3600 * 2);
    let outcome = play.drill.outcome();
    assert!(matches!(outcome, Some(Outcome::LostCrew | Outcome::OutOfReserve)), "{outcome:?}");
}

#[test]
fn a_suit_on_the_hose_of_a_seat_bears_a_vacuum_for_as_long_as_its_oxygen_lasts() {
    let mut play = suited("lab", "90 mm");
    for who in ["vega", "lind"] {
        play.done(&format!("{who} enter lifeboat"));
    }
    play.wait(4500 - play.drill.now().0);
    assert!(play.mmhg("boat") < 100.0, "the hatches are open: {}", play.mmhg("boat"));
    assert_eq!(play.drill.outcome(), None, "fifteen minutes on the hose are no end");
    let crew = play.console().crew;
    assert!(crew.iter().all(|p| p.condition == Condition::Well), "{crew:?}");
    assert!(crew.iter().all(|p| p.hose_s.is_some_and(|s| (6000..7200).contains(&s))), "the screen counts it: {crew:?}");
    play.wait(2 * 3600 + 1200);
    let outcome = play.drill.outcome();
    assert!(matches!(outcome, Some(Outcome::LostCrew | Outcome::OutOfReserve)), "{outcome:?}");
}

#[test]
fn a_crew_on_its_hoses_undocks_alive_though_the_cabin_has_lost_its_air() {
    let mut play = suited("boat", "60 mm");
    play.done("lind close node-boat");
    play.done("lind enter lifeboat");
    play.done("vega enter lifeboat");
    play.wait(3900 - play.drill.now().0);
    assert!(play.mmhg("boat") < 100.0, "{}", play.mmhg("boat"));
    play.done("vega undock lifeboat");
    assert_eq!(play.drill.outcome(), Some(Outcome::Evacuated));
}

#[test]
fn a_mask_that_is_taken_off_is_carried_on_with_what_is_left_in_its_bottle() {
    let mut play = tight(1);
    play.go("vega", "node");
    play.done("vega fetch mask");
    play.done("vega mask on");
    play.wait(600);
    play.done("vega mask off");
    assert_eq!(carries(&play, "vega", Item::Mask), 1);
    play.done("vega mask on");
    let left = play.console().crew[play.person("vega").ix()].mask_s.unwrap();
    assert!(left <= 1200, "ten minutes of half an hour are used: {left} s");
    play.wait(1300);
    assert!(!wears_a_mask(&play, "vega"), "the bottle is empty");
    assert_eq!(carries(&play, "vega", Item::Mask), 0);
}

// -- orders --

#[test]
fn no_order_is_longer_than_thirty_days_and_none_stops_the_program() {
    let mut play = tight(1);
    play.go("vega", "node");
    play.done("vega fetch gauge");
    let layout = play.drill.mission().layout.clone();
    let error = grammar::parse("vega measure 4294967295s", &layout).unwrap_err();
    let told = leakdrill::words::en::grammar::grammar_error(&error).line();
    assert!(told.contains("30 days"), "{told}");
    assert!(grammar::parse("vega leakcheck 30d", &layout).is_ok());
    assert!(grammar::parse("vega leakcheck 31d", &layout).is_err());
    let who = play.person("vega");
    for task in [Task::Measure(Some(u32::MAX)), Task::LeakCheck(u32::MAX), Task::Move(CompartmentId(0))] {
        play.drill.submit(Order::trainee(Act::Task { who, task }));
        play.wait(2);
    }
    let order = play.order("vega search");
    assert!(play.drill.check(&order).is_ok(), "another can be asked for behind all that");
}

#[test]
fn the_alarm_can_be_pressed_again_once_it_has_been_acknowledged() {
    let mut play = tight(1);
    play.give("crew alarm").unwrap();
    assert_eq!(play.give("crew alarm"), Err(Refusal::AlarmRings));
    play.give("crew acknowledge").unwrap();
    play.done("vega switch fan on");
    play.wait(7200);
    play.give("crew alarm").unwrap();
    let rang = play.log.events().filter(|(_, e)| matches!(e, Event::Alarm { kind: AlarmKind::CrewDepress, .. }));
    assert_eq!(rang.count(), 2);
    assert!(play.console().alarms.iter().any(|a| a.kind == AlarmKind::CrewDepress && !a.acknowledged), "it rings");
    assert!(play.console().equipment.iter().any(|e| !e.on), "the fans stop again");
}

#[test]
fn a_hand_far_from_a_door_or_a_hole_does_not_feel_what_streams_through() {
    let mut play = Play::of(&trainer(&hole("lab", "200 mm").replace("10 s", "60 s")), 1);
    play.go("lind", "boat");
    play.wait(63 - play.drill.now().0);
    let at_the_door = play.drill.check(&play.order("vega close lab-node"));
    assert!(matches!(at_the_door, Err(Refusal::TooMuchFlow(_))), "{at_the_door:?}");
    let far = play.drill.check(&play.order("lind close lab-node"));
    assert!(far.is_ok(), "the boat is not the door: {far:?}");

    let looks_small = hole("lab", "11 mm").replace("findable", "drawn_as = \"4 mm\", findable");
    let mut play = Play::of(&trainer(&looks_small), 1);
    play.wait(12);
    for _ in 0..3 {
        if play.console().holes.is_empty() {
            play.done("vega search");
        }
    }
    play.go("vega", "node");
    let far = play.drill.check(&play.order("vega finger h1"));
    assert!(far.is_ok(), "it looks small enough: {far:?}");
    play.go("vega", "lab");
    assert!(matches!(play.give("vega finger h1"), Err(Refusal::TooLargeForFinger(_))));
}

#[test]
fn a_us_hatch_opens_against_no_pressure_outside_and_from_the_other_side_against_a_little() {
    let us = "[[station.hatch]]\nid = \"lab-node\"\nkind = \"us\"\n";
    let mut play = Play::of(&trainer(&(us.to_string() + &hole("lab", "1 mm"))), 1);
    play.go("vega", "lab");
    play.go("lind", "node");
    play.done("vega close lab-node");
    while play.mmhg("node") - play.mmhg("lab") < 1.2 {
        play.wait(10);
    }
    let inside = play.give("vega open lab-node");
    assert!(matches!(inside, Err(Refusal::Interlocked { .. })), "{inside:?}");
    play.done("lind open lab-node");
}

#[test]
fn what_lies_on_a_hole_is_called_what_it_is() {
    let mut play = Play::leak("lab", "8 mm");
    play.done("vega fetch patch");
    play.go("vega", "lab");
    while play.console().holes.is_empty() {
        play.done("vega search");
    }
    play.done("vega patch h1");
    play.done("vega go node");
    let why = play.drill.check(&play.order("vega patch h1")).unwrap_err();
    let told = Words::of(play.drill.mission()).refusal(&why).line();
    assert!(!told.contains("Tape is on"), "{told}");
}

#[test]
fn who_cannot_answer_an_alarm_is_told_as_they_are() {
    let thin = "[station.air]\noxygen = \"52 mmHg\"\n";
    let mut play = Play::of(&trainer(&(thin.to_string() + &some_day())), 1);
    while play.console().crew.iter().any(|p| p.condition != Condition::Unconscious) {
        play.wait(1);
    }
    let why = play.give("crew alarm");
    assert!(matches!(why, Err(Refusal::Unconscious(_))), "nobody sleeps: {why:?}");
}

// -- the muster --

#[test]
fn the_roll_counts_those_who_have_come() {
    let mut play = tight(1);
    play.go("vega", "node");
    play.go("lind", "node");
    play.done("lind close node-boat");
    play.give("crew muster boat").unwrap();
    play.wait(60);
    let (_, roll) = play.happened(|e| matches!(e, Event::Mustered { .. })).unwrap();
    assert_eq!(roll, Event::Mustered { present: 0, of: 2 }, "the way to the boat is shut");
}

#[test]
fn a_muster_is_reported_from_a_roll_that_was_called_since_the_alarm() {
    let mut play = tight(1);
    play.done("vega report muster");
    play.give("crew muster node").unwrap();
    play.wait(60);
    play.done("vega report muster");
    play.give("crew alarm").unwrap();
    play.done("vega report muster");
    play.give("crew muster node").unwrap();
    play.done("vega report muster");
    assert_eq!(founded(&play, Topic::Muster), [false, true, false, true]);
    let rolls = play.log.events().filter(|(_, e)| *e == &Event::Mustered { present: 2, of: 2 });
    assert_eq!(rolls.count(), 2, "who speaks to the ground from where they stand still answers");
}

// -- two people --

#[test]
fn of_two_who_reach_for_the_last_gauge_one_is_told_that_none_is_left() {
    let mut play = tight(1);
    play.go("vega", "node");
    play.go("lind", "node");
    for line in ["vega fetch gauge", "lind fetch gauge"] {
        let order = play.order(line);
        play.drill.submit(order);
    }
    play.wait(60);
    assert_eq!(carries(&play, "vega", Item::Gauge) + carries(&play, "lind", Item::Gauge), 1);
    let failed = play.happened(|e| matches!(e, Event::Failed { why: Refusal::NoneLeft(Item::Gauge), .. }));
    assert!(failed.is_some(), "{:?}", play.log.events().collect::<Vec<_>>());
}

#[test]
fn a_mask_is_handed_over_with_the_task_of_putting_it_on() {
    let mut play = tight(1);
    play.go("vega", "node");
    play.done("vega fetch mask");
    play.give("vega mask on").unwrap();
    play.wait(3);
    play.give("vega handover lind").unwrap();
    play.wait(60);
    assert!(wears_a_mask(&play, "lind") && !wears_a_mask(&play, "vega"));
    assert_eq!(carries(&play, "vega", Item::Mask), 0);
    assert!(matches!(play.give("vega mask on"), Err(Refusal::Lacks(..))), "one mask was fetched");
}

#[test]
fn nobody_is_handed_a_seat_without_a_liner_in_it() {
    let mut layout = Layout::clone(&hand::layout());
    let mut bob = layout.crew[0].clone();
    (bob.id, bob.vehicle) = ("bob".into(), None);
    layout.crew.push(bob);
    let mut drill = by_hand(layout);
    let mut log = Log::new();
    let (ann, bob, boat) = (PersonId(0), PersonId(1), VehicleId(0));
    for act in
        [Act::Task { who: bob, task: Task::Move(CompartmentId(2)) }, Act::Task { who: ann, task: Task::Enter(boat) }]
    {
        drill.submit(Order::trainee(act));
    }
    for _ in 0..60 {
        drill.tick(&mut log);
    }
    let answer = drill.check(&Order::trainee(Act::HandOver { who: ann, to: bob }));
    assert_eq!(answer, Err(Refusal::LinerElsewhere(bob, boat)));
}

#[test]
fn a_leak_check_that_changes_hands_reads_one_gauge() {
    for seed in 1..=6 {
        let mut play = tight(seed);
        play.go("vega", "node");
        play.go("lind", "node");
        play.done("vega fetch gauge");
        play.give("vega leakcheck 20m").unwrap();
        play.wait(300);
        play.give("vega handover lind").unwrap();
        play.wait(1200);
        let (_, check) = play.happened(|e| matches!(e, Event::LeakChecked { .. })).unwrap();
        let Event::LeakChecked { fell_mmhg, .. } = check else { unreachable!() };
        assert!(fell_mmhg.abs() < 0.5, "seed {seed}: the air is tight, and it fell by {fell_mmhg}");
    }
}

#[test]
fn a_running_stopwatch_goes_with_the_gauge() {
    let mut play = tight(1);
    play.go("vega", "node");
    play.done("vega fetch gauge");
    play.give("vega measure").unwrap();
    play.wait(10);
    play.give("vega stopwatch start").unwrap();
    play.give("vega handover lind").unwrap();
    let crew = play.console().crew;
    assert!(crew[play.person("vega").ix()].stopwatch.is_none(), "nobody times a needle that they do not see");
    assert!(crew[play.person("lind").ix()].stopwatch.is_some());
    play.wait(60);
    play.give("lind stopwatch stop").unwrap();
}

#[test]
fn a_leak_check_of_somebody_slowed_is_judged_by_the_time_that_it_took() {
    let foul = "[station.air]\noxygen = \"156 mmHg\"\ncarbon_dioxide = \"25 mmHg\"\n";
    let mut play = Play::of(&trainer(&(foul.to_string() + &some_day())), 1);
    play.go("vega", "node");
    play.done("vega fetch gauge");
    play.wait(20);
    assert_eq!(play.console().crew[play.person("vega").ix()].condition, Condition::Impaired);
    let began = play.drill.now();
    play.done("vega leakcheck 10m");
    let took = play.drill.now().since(began);
    let (_, check) = play.happened(|e| matches!(e, Event::LeakChecked { .. })).unwrap();
    let Event::LeakChecked { over_s, .. } = check else { unreachable!() };
    assert!(took > 1100, "bad air halves the pace: {took} s");
    assert!(took - u64::from(over_s) < 10, "{over_s} s of {took}");
}

#[test]
fn of_two_hatches_side_by_side_the_open_one_is_floated_through() {
    let mut layout = Layout::clone(&hand::layout());
    let mut second = layout.hatches[0].clone();
    second.id = "a-b-2".into();
    layout.hatches[0].open = false;
    layout.hatches.push(second);
    let mut drill = by_hand(layout);
    let mut log = Log::new();
    drill.submit(Order::trainee(Act::Task { who: hand::ANN, task: Task::Move(CompartmentId(1)) }));
    for _ in 0..60 {
        drill.tick(&mut log);
    }
    assert!(log.events().any(|(_, e)| matches!(e, Event::Arrived { at: CompartmentId(1), .. })), "{log:?}");
    drill.submit(Order::trainee(Act::Task { who: hand::ANN, task: Task::Close(HatchId(2)) }));
    for _ in 0..60 {
        drill.tick(&mut log);
    }
    let away = drill.check(&Order::trainee(Act::Task { who: hand::ANN, task: Task::Move(CompartmentId(0)) }));
    assert!(matches!(away, Err(Refusal::NoWay { .. })), "{away:?}");
}
