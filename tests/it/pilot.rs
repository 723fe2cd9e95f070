//! Scripted crews before the real drill: who wins what.

use leakdrill::belief::{Belief, Prior, closure_bits};
use leakdrill::drill::{Drill, Entry, Log};
use leakdrill::mission::Mission;
use leakdrill::pilot::{PilotKind, fly};
use leakdrill::sim::console::Viewpoint;
use leakdrill::sim::event::{Event, Outcome};
use leakdrill::sim::order::{Act, Giver, Order, Task};
use leakdrill::units::Tick;
use std::sync::Arc;

fn mission(name: &str) -> Arc<Mission> {
    let text = std::fs::read_to_string(format!("{}/missions/{name}.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let loaded = leakdrill::mission::load(name, &text, None);
    Arc::new(loaded.unwrap_or_else(|problems| panic!("{name}: {problems:?}")))
}

fn play(mission: &Arc<Mission>, kind: PilotKind, seed: u64) -> (Drill, Log) {
    let mut drill = Drill::new(mission.clone(), seed);
    let mut log = Log::new();
    fly(&mut drill, &mut log, kind, None);
    (drill, log)
}

fn won(drill: &Drill) -> bool {
    matches!(drill.outcome(), Some(Outcome::Held | Outcome::Isolated)) && drill.sound()
}

/// A few of the hundred below, with every test.
#[test]
fn the_expert_wins_and_nobody_loses() {
    for (name, seeds) in [("strike", 1..=3), ("ms09-2018", 1..=1)] {
        let mission = mission(name);
        for seed in seeds {
            let (drill, log) = play(&mission, PilotKind::Expert, seed);
            assert!(won(&drill), "{name} {seed}: {:?} sound {}", drill.outcome(), drill.sound());
            assert!(leakdrill::score::mark(&mission, &log).passed, "{name} {seed} is won but not passed");
            let (idle, log) = play(&mission, PilotKind::Idle, seed);
            assert!(!won(&idle) && !leakdrill::score::mark(&mission, &log).passed, "{name} {seed} was won by silence");
        }
    }
}

/// An exam draws from seeds that the expert has won: the last of some lists, with every test; every one of every mission
/// below, in the gate.
#[test]
fn exams_draw_from_seeds_that_the_expert_has_won() {
    for name in ["debris-storm", "slow-leak", "one-inch", "masked-leak", "night-leak", "strike"] {
        let mission = mission(name);
        let seed = mission.draw_seed(true, mission.certified.len() as u64 * 7 - 1);
        assert_eq!(Some(&seed), mission.certified.last());
        assert_eq!(mission.draw_seed(false, 4711), 4711);
        let (_, log) = play(&mission, PilotKind::Expert, seed);
        assert!(leakdrill::score::mark(&mission, &log).passed, "{name} {seed} is certified and was not won");
    }
}

/// The same drill twice, and an expert who takes over where a novice stopped.
#[test]
fn pilots_are_deterministic_and_can_take_over() {
    let mission = mission("strike");
    for kind in PilotKind::ALL {
        assert_eq!(PilotKind::find(kind.id()), Some(kind));
        let [one, two] = [0, 1].map(|_| {
            let mut drill = Drill::new(mission.clone(), 5);
            let mut log = Log::new();
            fly(&mut drill, &mut log, kind, Some(Tick::hms(3, 0, 0)));
            (drill, log)
        });
        assert_eq!(one.0.digest(), two.0.digest());
        assert_eq!(one.1, two.1, "{kind:?}");
    }
    let mut drill = Drill::new(mission.clone(), 4);
    let mut log = Log::new();
    fly(&mut drill, &mut log, PilotKind::Novice, Some(Tick::hms(1, 30, 0)));
    fly(&mut drill, &mut log, PilotKind::Expert, None);
    assert!(drill.outcome().is_some());
    assert!(log.orders().all(|(_, order)| order.by == leakdrill::sim::order::Giver::Pilot));
}

/// The expert never shuts a hatch between somebody and their lifeboat.
#[test]
fn the_expert_cuts_nobody_off() {
    let mission = mission("strike");
    for seed in 1..=3 {
        let (_, log) = play(&mission, PilotKind::Expert, seed);
        let cut = log.events().filter(|(_, e)| matches!(e, Event::HatchShut { cut_off: 1.., .. })).count();
        assert_eq!(cut, 0, "seed {seed}");
    }
}

/// Evidence moves the belief to the side where the leak is, and no further than it may.
#[test]
fn belief_follows_the_evidence() {
    let mission = mission("first-drill");
    let layout = &mission.layout;
    let lab = layout.find_compartment("lab").unwrap();
    let mut drill = Drill::new(mission.clone(), 1);
    let mut log = Log::new();
    let mut belief = Belief::new(layout, Prior::Even);
    let prior = belief.chances();
    assert!((prior.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!(
        closure_bits(layout, &drill.console(Viewpoint::Crew), &prior, layout.find_hatch("lab-node").unwrap()) > 0.8
    );
    let order = |act| Order { by: Giver::Trainee, act };
    let lind = layout.find_person("lind").unwrap();
    let vega = layout.find_person("vega").unwrap();
    drill.submit(order(Act::Task { who: vega, task: Task::Move(layout.find_compartment("node").unwrap()) }));
    let mut read = 0;
    for second in 0..1200 {
        if second == 600 {
            let before = belief.chances()[lab.ix()];
            assert!(before < 0.6, "with everything open nothing tells where: {before}");
            drill.submit(order(Act::Task { who: lind, task: Task::Close(layout.find_hatch("lab-node").unwrap()) }));
        }
        drill.tick(&mut log);
        if second % 10 == 0 {
            belief.see(layout, &drill.console(Viewpoint::Crew));
        }
        for (_, entry) in log.since(read) {
            if let Entry::Event(event) = entry {
                belief.hear(layout, event);
            }
        }
        read = log.len();
    }
    let after = belief.chances();
    assert!(after[lab.ix()] > 0.9, "the laboratory falls behind the shut hatch: {after:?}");
    assert!(belief.entropy_bits() < 0.8);
}

/// What an instructor begins with can be won: the file that `new` writes, and the mission that the handbook builds.
#[test]
fn the_expert_wins_the_first_missions_of_an_instructor() {
    let handbook = include_str!("../../missions/README.md");
    let example = handbook.split("```toml\n").find(|block| block.contains("\"Night watch\"")).unwrap();
    let example = example.split("```").next().unwrap().to_owned();
    for text in [leakdrill::mission::template("mine"), example] {
        let mission = Arc::new(leakdrill::mission::load("mine", &text, None).unwrap());
        for seed in 1..=5 {
            let passed = |kind| leakdrill::score::mark(&mission, &play(&mission, kind, seed).1).passed;
            assert!(passed(PilotKind::Expert), "{} {seed}", mission.title);
            assert!(!passed(PilotKind::Idle), "{} {seed}", mission.title);
        }
    }
}

/// Every certified seed of every mission that ships: `cargo test --test it pilot::every -- --ignored`; the gate runs it.
#[test]
#[ignore = "some hundreds of drills"]
fn every_certified_seed_is_won_by_the_expert() {
    let lost_of = |name: &'static str| {
        let mission = mission(name);
        let seeds = mission.certified.clone();
        let lost = seeds.iter().filter(|seed| {
            let (_, log) = play(&mission, PilotKind::Expert, **seed);
            !leakdrill::score::mark(&mission, &log).passed
        });
        (name, lost.copied().collect::<Vec<u64>>(), seeds.len())
    };
    let flown: Vec<_> = std::thread::scope(|scope| {
        let each = leakdrill::mission::library::list().map(|m| scope.spawn(move || lost_of(m.name)));
        each.collect::<Vec<_>>().into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let lost: Vec<_> = flown.iter().filter(|(_, lost, _)| !lost.is_empty()).collect();
    assert!(lost.is_empty(), "certified and not won: {lost:?}");
    assert!(flown.iter().map(|(_, _, seeds)| seeds).sum::<usize>() > 100, "{flown:?}");
}

/// A hundred skies: `cargo test --release pilot::a_hundred -- --ignored`; the gate runs it.
#[test]
#[ignore = "two hundred drills"]
fn a_hundred_strikes_are_answered_by_the_expert_and_by_no_silence() {
    let mission = mission("strike");
    let wins =
        |kind| (1..=100).filter(|seed| leakdrill::score::mark(&mission, &play(&mission, kind, *seed).1).passed).count();
    assert!(wins(PilotKind::Expert) >= 90);
    assert_eq!(wins(PilotKind::Idle), 0);
}
