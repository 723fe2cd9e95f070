//! What a score may measure of a drill; `score::tally` takes the numbers.

/// Numbers taken from the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Air that went through holes, kg.
    AirLost,
    /// Lowest pressure where a person was, mmHg (more is better: `full` above `none`).
    LowestPressure,
    /// Highest share of oxygen by volume where a person was, percent.
    HighestOxygenPercent,
    /// Relative error of the middle one of all committed reserve times, percent; unmeasured counts as the worst.
    ReserveError,
    /// Relative error of the last committed reserve time, percent.
    LastReserveError,
    /// Person-seconds with no open way to one's own lifeboat.
    CutOffSeconds,
    /// Worst exposure of anybody to bad air, 0..1.
    WorstExposure,
    /// Compartments below 490 mmHg at the end.
    CompartmentsLost,
    /// Largest pressure difference against which a hatch had to be reopened, mmHg.
    ReopenDifference,
    /// Share of the information that the permitted hatch closures could have given, that the chosen ones gave.
    ClosureInformation,
    /// Emergency procedures begun on evidence of nothing: false alarms chased.
    FalseAlarms,
    /// Times patch discipline was broken: sealant without throttling, coats while wet, declared before tacky.
    PatchFaults,
    /// Seconds from the first leak to the first act of the crew that answers it.
    ResponseSeconds,
    /// Calls to ground with the muster, leak, repair and status, how many of those due.
    CallsMissing,
}
