//! Scripted crews before the real drill: who wins what.

use leakdrill::drill::{Drill, Entry, Log};
use leakdrill::mission::Mission;
use leakdrill::pilot::{PilotKind, fly};
use leakdrill::sim::event::{Event, Outcome};
use std::sync::Arc;

fn mission(name: &str) -> Arc<Mission> {
    let text = std::fs::read_to_string(format!("missions/{name}.toml")).unwrap();
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

/// A drill told line by line, for whoever asks why: MISSION=strike SEED=3 cargo test --test it pilot::told -- --ignored --nocapture
#[test]
#[ignore = "prints a drill"]
fn told() {
    let name = std::env::var("MISSION").unwrap_or("strike".into());
    let seed = std::env::var("SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(1);
    let kind = PilotKind::find(&std::env::var("PILOT").unwrap_or("expert".into())).unwrap();
    let mission = mission(&name);
    let (drill, log) = play(&mission, kind, seed);
    let name = |d: String| {
        let mut d = d;
        for (ix, c) in mission.layout.compartments.iter().enumerate().rev() {
            d = d.replace(&format!("CompartmentId({ix})"), &c.id);
        }
        for (ix, c) in mission.layout.hatches.iter().enumerate().rev() {
            d = d.replace(&format!("HatchId({ix})"), &c.id);
        }
        for (ix, c) in mission.layout.crew.iter().enumerate().rev() {
            d = d.replace(&format!("PersonId({ix})"), &c.id);
        }
        d
    };
    for (tick, entry) in log.entries() {
        match entry {
            Entry::Order(order) => println!("{tick}   > {}", name(format!("{:?}", order.act))),
            Entry::Event(Event::Arrived { .. } | Event::Began { .. } | Event::Finished { .. }) => {}
            Entry::Event(event) => println!("{tick} {}", name(format!("{event:?}"))),
            _ => {}
        }
    }
    let truth = drill.truth();
    println!("{:?} sound {} at {}", drill.outcome(), drill.sound(), drill.now());
    for hole in truth.holes {
        println!(
            "hole {} made {:.2} open {:.4} found {:?}",
            name(format!("{:?}", hole.at)),
            hole.made_mm2,
            hole.open_mm2,
            hole.found
        );
    }
}

/// The table of who wins: MISSION=strike SEEDS=100 cargo test --test it pilot::table -- --ignored --nocapture
#[test]
#[ignore = "prints a table"]
fn table() {
    let name = std::env::var("MISSION").unwrap_or("strike".into());
    let seeds = std::env::var("SEEDS").ok().and_then(|s| s.parse().ok()).unwrap_or(20);
    let kind = PilotKind::find(&std::env::var("PILOT").unwrap_or("expert".into())).unwrap();
    let mission = mission(&name);
    let mut wins = 0;
    for seed in 1..=seeds {
        let (drill, log) = play(&mission, kind, seed);
        let holes: Vec<String> = drill
            .truth()
            .holes
            .iter()
            .map(|h| format!("{} {:.1}->{:.3}", mission.layout.compartment(h.at).id, h.made_mm2, h.open_mm2))
            .collect();
        let card = leakdrill::score::mark(&mission, &log);
        wins += u32::from(won(&drill));
        println!(
            "{} {seed:3} {:?} sound {} at {} score {:?} | {}",
            if won(&drill) { "  " } else { "!!" },
            drill.outcome().unwrap(),
            drill.sound(),
            drill.now(),
            card.passed,
            holes.join(", ")
        );
    }
    println!("{wins} of {seeds}");
}
