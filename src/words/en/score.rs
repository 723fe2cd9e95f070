//! Why a line of the scorecard was earned or lost.

use super::{measure, outcome};
use crate::mission::model::Measure;
use crate::score::Evidence;

/// Points without decimals that say nothing: `7`, `7.5`.
pub fn points(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), ToOwned::to_owned)
}

/// Instead of the card of a drill that is not over.
pub const NOT_OVER: &str = "This drill is not over: its card is shown once it is.";
/// A claim of points that are not those earned, before those may be told.
pub const OTHER_POINTS: &str = "the events follow from the orders, but the points that are claimed do not";
/// A record that was checked and found wrong.
pub const NOT_TRUE: &str = "NOT TRUE";
/// Verify: all of it follows.
pub const IS_TRUE: &str = "true";
/// A record that cannot be checked by these rules.
pub const NOT_CERTIFIED: &str = "NOT CERTIFIED";
/// In the place of something that only an all-knowing observer could tell.
pub const NOT_TOLD_YET: &str = "something that is told once the drill is over";

/// Whose card it is: the mission, and the seed where it may be told.
pub fn heading(title: &str, seed: Option<u64>) -> String {
    seed.map_or_else(|| title.to_owned(), |seed| format!("{title}, seed {seed}"))
}

/// What earned or lost a line, in half a sentence with its tick.
pub fn evidence(evidence: &Evidence) -> String {
    match *evidence {
        Evidence::CameTrue { at } => format!("at {at}"),
        Evidence::TooLate { at, limit } => format!("at {at}, too late: points until {limit}"),
        Evidence::NeverCameTrue => "never".into(),
        Evidence::Happened { at } => format!("lost at {at}"),
        Evidence::NeverHappened => "kept to the end".into(),
        Evidence::Measured { measure, value, at, full, none } => {
            let at = at.map(|at| format!(" at {at}")).unwrap_or_default();
            format!(
                "{} {}{at}; full points at {}, none at {}",
                measured(measure),
                number(measure, value),
                number(measure, full),
                number(measure, none)
            )
        }
        Evidence::NotMeasured { measure } => format!("{}: there was nothing to measure", measured(measure)),
        Evidence::Ended { outcome: how, sound, at } => {
            let at = at.map(|at| format!(" at {at}")).unwrap_or_default();
            let truth = if sound { "" } else { ", which was not so" };
            format!("ended{at}: {}{truth}", outcome::name(how))
        }
        Evidence::NotApplicable => "does not apply here".into(),
    }
}

/// What a measure measures.
pub const fn measured(measure: Measure) -> &'static str {
    match measure {
        Measure::AirLost => "air lost",
        Measure::LowestPressure => "lowest pressure where somebody was",
        Measure::HighestOxygenPercent => "highest share of oxygen where somebody was",
        Measure::ReserveError => "error of the middle reserve time",
        Measure::LastReserveError => "error of the last reserve time",
        Measure::CutOffSeconds => "time cut off from a lifeboat, summed over people",
        Measure::WorstExposure => "worst exposure to bad air",
        Measure::CompartmentsLost => "compartments lost",
        Measure::ReopenDifference => "largest difference a hatch was reopened against",
        Measure::ClosureInformation => "share of what hatch closures could teach",
        Measure::FalseAlarms => "false alarms chased",
        Measure::PatchFaults => "slips of patch discipline",
        Measure::ResponseSeconds => "time to the first answer",
        Measure::CallsMissing => "calls to the ground missing",
    }
}

/// A measured number with its unit.
fn number(measure: Measure, value: f64) -> String {
    match measure {
        Measure::AirLost => measure::kilograms(value),
        Measure::LowestPressure | Measure::ReopenDifference => measure::mmhg(value),
        Measure::HighestOxygenPercent | Measure::ReserveError | Measure::LastReserveError => format!("{value:.1} %"),
        Measure::CutOffSeconds | Measure::ResponseSeconds => measure::span(value),
        Measure::WorstExposure | Measure::ClosureInformation => format!("{:.0} %", value * 100.0),
        Measure::CompartmentsLost | Measure::FalseAlarms | Measure::PatchFaults | Measure::CallsMissing => {
            format!("{value:.0}")
        }
    }
}
