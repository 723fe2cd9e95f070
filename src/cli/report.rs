//! What a run answers: for people, or as one JSON document.

use crate::debrief;
use crate::drill::{Drill, Log};
use crate::pilot::PilotKind;
use crate::score::Scorecard;
use crate::sim::event::{Event, Outcome};
use crate::words::Words;
use crate::words::en::{command, outcome};
use serde_json::{Value, json};

/// A drill that was run.
#[derive(Clone, Copy, Debug)]
pub struct Flown<'a> {
    /// It.
    pub drill: &'a Drill,
    /// What it left.
    pub log: &'a Log,
    /// What it earned.
    pub card: &'a Scorecard,
    /// Who flew.
    pub pilot: Option<PilotKind>,
    /// Seconds that its loop took.
    pub wall_s: f64,
}

/// The document of `run --format json`; its fields are a contract, described in README.md.
pub fn json(flown: &Flown<'_>) -> Value {
    let Flown { drill, log, card, pilot, wall_s } = *flown;
    let truth = drill.truth();
    let [pressure, o2, co2] = truth.crew_air_mmhg;
    let words = Words::of(drill.mission());
    let refusals: Vec<Value> = log
        .events()
        .filter_map(|(tick, event)| match event {
            Event::Refused { act, why } => Some(json!({
                "t_s": tick.0,
                "order": crate::drill::grammar::write(act, &drill.mission().layout),
                "why": words.refusal(why).line(),
            })),
            _ => None,
        })
        .collect();
    json!({
        "mission": drill.mission().name,
        "seed": drill.seed(),
        "pilot": pilot.map(PilotKind::id),
        "ticks": drill.now().0,
        "sim_time_s": drill.now().0,
        "wall_s": wall_s,
        "outcome": drill.outcome().unwrap_or(Outcome::Unfinished),
        "sound": drill.sound(),
        "score": card.points,
        "max_score": card.max,
        "pass_mark": card.pass_mark,
        "passed": card.passed,
        "final": {
            "pressure_mmhg": pressure,
            "o2_mmhg": o2,
            "co2_mmhg": co2,
            "mass_kg": truth.mass_kg,
            "leaked_kg": truth.leaked_kg,
        },
        "orders": log.orders().count(),
        "refusals": refusals,
        "digest": drill.digest().hex(),
    })
}

/// The same for people.
pub fn text(flown: &Flown<'_>) -> String {
    let Flown { drill, card, wall_s, .. } = *flown;
    let truth = drill.truth();
    let end = outcome::outcome(drill.outcome().unwrap_or(Outcome::Unfinished), drill.sound());
    let rate = if wall_s > 0.0 { drill.now().0 as f64 / wall_s } else { 0.0 };
    let run = command::Run {
        seed: drill.seed(),
        ticks: drill.now().0,
        wall_s,
        rate: &thousands(rate),
        air_mmhg: truth.crew_air_mmhg,
        leaked_kg: truth.leaked_kg,
        digest: &drill.digest().hex(),
    };
    let mut page = command::flown(&end.line(), &drill.mission().title, &run);
    page += "\n";
    page += &debrief::text::scorecard(card);
    page.trim_end().to_owned()
}

/// A large number in groups of three digits: `1,234,567`.
fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
