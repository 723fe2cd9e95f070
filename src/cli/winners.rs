//! Who wins a mission: every scripted crew on seeds 1 to N, flown on all cores, and what is wrong with the answer.

use super::exit::Stop;
use super::sweep::pool;
use crate::lab::sweep::{Row, fly_seed};
use crate::mission::Mission;
use crate::pilot::PilotKind;
use crate::words::measure;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// The expert has to win so many of ten seeds.
const OF_TEN: usize = 9;

/// Who won a mission.
pub struct Winners {
    /// Its name.
    pub mission: String,
    /// Where it lies.
    file: String,
    crews: Vec<Crew>,
}

struct Crew {
    pilot: PilotKind,
    won: usize,
    of: usize,
    /// Time that was left in the win that took longest, s.
    least_spare_s: Option<u64>,
    lost_seeds: Vec<u64>,
}

/// Something wrong with who wins.
pub struct Flaw {
    /// Its sort, for programs.
    pub kind: &'static str,
    /// What is so.
    pub message: String,
    /// What should be.
    pub expected: &'static str,
    /// What its author may do.
    pub help: String,
}

impl Winners {
    /// Flies them. Seeds of all crews share the cores, so that none idles while the slowest crew ends.
    pub fn fly(mission: &Arc<Mission>, file: &Path, seeds: u64) -> Result<Self, Stop> {
        let flights: Vec<(PilotKind, u64)> =
            PilotKind::ALL.into_iter().flat_map(|pilot| (1..=seeds).map(move |seed| (pilot, seed))).collect();
        let rows: Vec<Row> =
            pool(None)?.install(|| flights.par_iter().map(|(pilot, seed)| fly_seed(mission, *seed, *pilot)).collect());
        let crew = |pilot: PilotKind| {
            let mine = || rows.iter().filter(move |row| row.pilot == pilot);
            Crew {
                pilot,
                won: mine().filter(|row| row.passed).count(),
                of: mine().count(),
                least_spare_s: mine().filter(|row| row.passed).map(|row| mission.time_limit.0 - row.ticks).min(),
                lost_seeds: mine().filter(|row| !row.passed).map(|row| row.seed).collect(),
            }
        };
        let file = file.display().to_string();
        Ok(Self { mission: mission.name.clone(), file, crews: PilotKind::ALL.into_iter().map(crew).collect() })
    }

    /// What is wrong: a mission that the expert cannot win often enough, or that silence wins.
    pub fn flaws(&self) -> Vec<Flaw> {
        let flaw = |crew: &Crew| match crew.pilot {
            PilotKind::Expert if 10 * crew.won < OF_TEN * crew.of => Some(Flaw {
                kind: "expert_loses",
                message: format!("the expert crew wins {} of {} seeds", crew.won, crew.of),
                expected: "at least nine in ten",
                help: format!(
                    "see what it lost: leakdrill run {} --seed {} --pilot expert",
                    self.file,
                    crew.lost_seeds.first().copied().unwrap_or(1)
                ),
            }),
            PilotKind::Idle if crew.won > 0 => Some(Flaw {
                kind: "silence_wins",
                message: format!("a crew that does nothing wins {} of {} seeds", crew.won, crew.of),
                expected: "none",
                help: "make something critical that only a deed earns: a reserve time, a leak check, a declaration"
                    .into(),
            }),
            _ => None,
        };
        self.crews.iter().filter_map(flaw).collect()
    }

    /// A line a crew.
    pub fn lines(&self) -> String {
        let line = |crew: &Crew| {
            let spare = crew.least_spare_s.map(|s| format!(", with {} to spare at least", measure::span(s as f64)));
            format!("\n  {:<7} wins {} of {} seeds{}", crew.pilot.id(), crew.won, crew.of, spare.unwrap_or_default())
        };
        self.crews.iter().map(line).collect()
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let crew = |crew: &Crew| {
            json!({
                "pilot": crew.pilot.id(), "won": crew.won, "of": crew.of, "least_spare_s": crew.least_spare_s,
                "lost_seeds": crew.lost_seeds,
            })
        };
        self.crews.iter().map(crew).collect()
    }

    /// One row a mission: who wins how many, and the least time that the expert had to spare.
    pub fn table(all: &[Winners]) -> String {
        let widest = all.iter().map(|w| w.mission.chars().count()).max().unwrap_or(0).max("mission".len());
        let mut text =
            format!("{:<widest$}  {:>10}  {:>10}  {:>10}  least time to spare", "mission", "expert", "novice", "idle");
        for winners in all {
            text += &format!("\n{:<widest$}", winners.mission);
            for crew in &winners.crews {
                text += &format!("  {:>10}", format!("{} of {}", crew.won, crew.of));
            }
            let spare = winners.crews.iter().find(|c| c.pilot == PilotKind::Expert).and_then(|c| c.least_spare_s);
            text += &format!("  {}", spare.map_or("-".into(), |s| measure::span(s as f64)));
        }
        text
    }
}
