//! Who wins a mission: every scripted crew on seeds 1 to N, flown on all cores, and what is wrong with the answer.

use super::exit::Stop;
use super::missions::quoted;
use super::sweep::pool;
use crate::drill::{Drill, Log};
use crate::mission::{Mission, limit};
use crate::pilot::{PilotKind, fly};
use crate::score::{self, Scorecard};
use crate::words::en::winners as say;
use crate::words::measure;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// The expert has to win so many of ten seeds.
const OF_TEN: usize = 9;

/// Lost seeds named in a line, and lines of them.
const SEEDS_SHOWN: usize = 12;
const ENDS_SHOWN: usize = 6;

/// Who won a mission.
pub struct Winners {
    /// Its name.
    pub mission: String,
    /// Where it lies.
    file: String,
    /// The level of difficulty that was asked for.
    level: Option<String>,
    crews: Vec<Crew>,
    /// Seeds that the file calls certified.
    certified: Vec<u64>,
}

struct Crew {
    pilot: PilotKind,
    won: usize,
    of: usize,
    /// Time that was left in the win that took longest, s.
    least_spare_s: Option<u64>,
    /// The seeds that it won, and those that it lost with what came of each.
    won_seeds: Vec<u64>,
    lost: Vec<(u64, String)>,
    /// What came of the first seed that it won.
    first_win: Option<(u64, String)>,
}

/// One seed flown by one crew.
struct Flight {
    seed: u64,
    pilot: PilotKind,
    card: Scorecard,
    ticks: u64,
}

impl Flight {
    fn fly(mission: &Arc<Mission>, pilot: PilotKind, seed: u64) -> Self {
        let mut drill = Drill::new(mission.clone(), seed);
        let mut log = Log::new();
        fly(&mut drill, &mut log, pilot, None);
        Self { seed, pilot, card: score::mark(mission, &log), ticks: drill.now().0 }
    }
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
        let flown: Vec<Flight> = pool(None)?
            .install(|| flights.par_iter().map(|(pilot, seed)| Flight::fly(mission, *pilot, *seed)).collect());
        let crew = |pilot: PilotKind| {
            let mine = || flown.iter().filter(move |flight| flight.pilot == pilot);
            let won = || mine().filter(|flight| flight.card.passed);
            let lost = mine().filter(|flight| !flight.card.passed);
            Crew {
                pilot,
                won: won().count(),
                of: mine().count(),
                least_spare_s: won().map(|flight| mission.time_limit.0 - flight.ticks).min(),
                won_seeds: won().map(|flight| flight.seed).collect(),
                lost: lost.map(|flight| (flight.seed, say::why_lost(&flight.card))).collect(),
                first_win: won().next().map(|flight| (flight.seed, say::why_won(&flight.card))),
            }
        };
        let file = file.display().to_string();
        Ok(Self {
            mission: mission.name.clone(),
            file,
            crews: PilotKind::ALL.into_iter().map(crew).collect(),
            // They are certified at the file's own level.
            certified: if mission.level.asked.is_none() { mission.certified.clone() } else { Vec::new() },
            level: mission.level.asked.clone(),
        })
    }

    /// The seeds that an exam may draw.
    pub fn won_by_the_expert(&self) -> Vec<u64> {
        let expert = self.crews.iter().filter(|crew| crew.pilot == PilotKind::Expert);
        expert.flat_map(|crew| crew.won_seeds.iter().copied()).take(limit::CERTIFIED).collect()
    }

    /// What is wrong: a mission that the expert cannot win often enough, a certified seed that it lost (unless the list
    /// was just written anew), or a mission that silence wins.
    pub fn flaws(&self, certified_anew: bool) -> Vec<Flaw> {
        let flaw = |crew: &Crew| match crew.pilot {
            PilotKind::Expert if 10 * crew.won < OF_TEN * crew.of => Some(Flaw {
                kind: "expert_loses",
                message: say::expert_loses(crew.won, crew.of),
                expected: say::EXPERT_EXPECTED,
                help: {
                    let seed = crew.lost.first().map_or(1, |(seed, _)| *seed);
                    say::expert_help(&told(crew.lost.first()), &quoted(&self.file), seed, self.level.as_deref())
                },
            }),
            PilotKind::Expert if !certified_anew => {
                let lost: Vec<&(u64, String)> =
                    crew.lost.iter().filter(|(seed, _)| self.certified.contains(seed)).collect();
                let seeds: Vec<String> = lost.iter().map(|(seed, _)| seed.to_string()).collect();
                (!lost.is_empty()).then(|| Flaw {
                    kind: "certified_lost",
                    message: say::certified_lost(&seeds),
                    expected: say::CERTIFIED_EXPECTED,
                    help: say::certified_help(&told(lost.first().copied())),
                })
            }
            PilotKind::Idle if crew.won > 0 => Some(Flaw {
                kind: "silence_wins",
                message: say::silence_wins(crew.won, crew.of),
                expected: say::SILENCE_EXPECTED,
                help: say::silence_help(&told(crew.first_win.as_ref())),
            }),
            _ => None,
        };
        self.crews.iter().filter_map(flaw).collect()
    }

    /// A line a crew; below the expert's, what it lost and why.
    pub fn lines(&self) -> String {
        let line = |crew: &Crew| {
            let wins = say::wins(crew.pilot.id(), crew.won, crew.of, crew.least_spare_s);
            let lost = if crew.pilot == PilotKind::Expert { losses(&crew.lost) } else { String::new() };
            wins + &lost
        };
        self.crews.iter().map(line).collect()
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let crew = |crew: &Crew| {
            json!({
                "pilot": crew.pilot.id(), "won": crew.won, "of": crew.of, "least_spare_s": crew.least_spare_s,
                "lost_seeds": crew.lost.iter().map(|(seed, _)| seed).collect::<Vec<_>>(),
            })
        };
        self.crews.iter().map(crew).collect()
    }

    /// One row a mission: who wins how many, and the least time that the expert had to spare.
    pub fn table(all: &[Winners]) -> String {
        let widest = all.iter().map(|w| w.mission.chars().count()).max().unwrap_or(0);
        let [mission, expert, novice, idle, spare] = say::COLUMNS;
        let widest = widest.max(mission.chars().count());
        let mut text = format!("{mission:<widest$}  {expert:>10}  {novice:>10}  {idle:>10}  {spare}");
        for winners in all {
            text += &format!("\n{:<widest$}", winners.mission);
            for crew in &winners.crews {
                text += &format!("  {:>10}", say::won_of(crew.won, crew.of));
            }
            let spare = winners.crews.iter().find(|c| c.pilot == PilotKind::Expert).and_then(|c| c.least_spare_s);
            text += &format!("  {}", spare.map_or("-".into(), |s| measure::span(s as f64)));
        }
        text
    }
}

/// A seed and what came of it.
fn told(seed: Option<&(u64, String)>) -> String {
    seed.map_or_else(String::new, |(seed, why)| say::seed(*seed, why))
}

/// Lost seeds, those that ended alike in a line.
fn losses(lost: &[(u64, String)]) -> String {
    let mut alike: Vec<(&str, Vec<String>)> = Vec::new();
    for (seed, why) in lost {
        match alike.iter_mut().find(|(other, _)| other == why) {
            Some((_, seeds)) => seeds.push(seed.to_string()),
            None => alike.push((why, vec![seed.to_string()])),
        }
    }
    let line = |(why, seeds): &(&str, Vec<String>)| {
        let shown = &seeds[..seeds.len().min(SEEDS_SHOWN)];
        say::lost(shown, seeds.len() - shown.len(), why)
    };
    alike.iter().take(ENDS_SHOWN).map(line).collect()
}
