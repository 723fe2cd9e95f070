//! One seed of a sweep, flown to its end, as a row. A plain function, so that a caller may fly them on all cores.

use crate::drill::{Drill, Log};
use crate::mission::Mission;
use crate::pilot::{PilotKind, fly};
use crate::score::mark;
use crate::sim::console::Condition;
use crate::sim::event::{Event, Outcome};
use std::sync::Arc;

/// The columns, in order.
pub const COLUMNS: &str =
    "seed,pilot,outcome,score,passed,ticks,leaked_kg,min_pressure_mmhg,crew_lost,compartments_lost";

/// What came of a seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The seed.
    pub seed: u64,
    /// Who flew.
    pub pilot: PilotKind,
    /// How it ended.
    pub outcome: Outcome,
    /// Points.
    pub score: f64,
    /// Points at most.
    pub max_score: f64,
    /// Passed.
    pub passed: bool,
    /// How long it was.
    pub ticks: u64,
    /// Air that went through holes, kg.
    pub leaked_kg: f64,
    /// Lowest pressure where somebody was, mmHg, to the minute; none if nobody was ever aboard.
    pub min_pressure_mmhg: Option<f64>,
    /// People who died.
    pub crew_lost: usize,
    /// Compartments below the end point at the end.
    pub compartments_lost: usize,
}

impl Row {
    /// The row as CSV, without its line end. No field can hold a comma or a quote.
    pub fn csv(&self) -> String {
        let outcome = serde_json::to_value(self.outcome).unwrap_or_default();
        let outcome = outcome.as_str().unwrap_or_default();
        let lowest = self.min_pressure_mmhg.map(|p| p.to_string()).unwrap_or_default();
        format!(
            "{},{},{outcome},{},{},{},{},{lowest},{},{}",
            self.seed,
            self.pilot.id(),
            self.score,
            self.passed,
            self.ticks,
            self.leaked_kg,
            self.crew_lost,
            self.compartments_lost
        )
    }
}

/// Flies one seed to its end.
pub fn fly_seed(mission: &Arc<Mission>, seed: u64, pilot: PilotKind) -> Row {
    let mut drill = Drill::new(mission.clone(), seed);
    let mut log = Log::new();
    fly(&mut drill, &mut log, pilot, None);
    let card = mark(mission, &log);
    let aboard = log.samples().flat_map(|(_, sample)| {
        let people = sample.crew.iter().filter(|p| !matches!(p.condition, Condition::Gone | Condition::Dead));
        people.map(|person| sample.air[person.at.ix()].p)
    });
    let truth = drill.truth();
    Row {
        seed,
        pilot,
        outcome: drill.outcome().unwrap_or(Outcome::Unfinished),
        score: card.points,
        max_score: card.max,
        passed: card.passed,
        ticks: drill.now().0,
        leaked_kg: truth.leaked_kg,
        min_pressure_mmhg: aboard.min_by(f64::total_cmp),
        crew_lost: log.events().filter(|(_, event)| matches!(event, Event::Died { .. })).count(),
        compartments_lost: truth.compartments_lost,
    }
}
