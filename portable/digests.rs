//! What the core computes, in one table: every mission that ships, flown by the expert and by the novice for at most
//! four hours of drill, with its outcome, its points and the digest of its last state.
//!
//! It needs no file, no clock and no terminal, so it runs wherever Rust does. The same table must come out on every
//! machine and in every build: `docs/platforms.md` says where that was seen, `.ci/run` sees it again, and
//! `tests/data/digests.txt` holds the table for the simulation's revision.
//!
//! ```text
//! cargo run --no-default-features --features digests --bin digests
//! ```

use leakdrill::drill::{Drill, Log};
use leakdrill::mission::{library, load};
use leakdrill::pilot::{PilotKind, fly};
use leakdrill::score::mark;
use leakdrill::sim::REVISION;
use leakdrill::units::Tick;
use std::sync::Arc;

/// Longest flight, ticks: four hours.
const LONGEST: Tick = Tick(4 * 3600);

/// The table, a line each.
pub fn table() -> Vec<String> {
    let mut lines =
        vec![format!("# simulation revision {REVISION}: mission, seed, crew, ticks, outcome, points, digest")];
    for shipped in library::list() {
        let Ok(mission) = load(shipped.name, shipped.text, None).map(Arc::new) else {
            lines.push(format!("{} does not load", shipped.name));
            continue;
        };
        for (seed, crew) in [(1, PilotKind::Expert), (2, PilotKind::Novice)] {
            let (mut drill, mut log) = (Drill::new(mission.clone(), seed), Log::new());
            fly(&mut drill, &mut log, crew, Some(LONGEST));
            let card = mark(&mission, &log);
            let outcome = drill.outcome().map_or("flies on".to_owned(), |outcome| format!("{outcome:?}"));
            lines.push(format!(
                "{:<15} {seed} {:<6} {:>5} {outcome:<12} {:>6.2} {}",
                shipped.name,
                crew.id(),
                drill.now().0,
                card.points,
                drill.digest().hex(),
            ));
        }
    }
    lines
}

/// Prints it.
fn main() {
    for line in table() {
        println!("{line}");
    }
}
