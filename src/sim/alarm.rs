//! Caution and warning: kinds, classes, and the alarms that ring.

use super::ids::SensorId;
use crate::units::Tick;

/// How bad, worst first (facts: Outpost p. 104).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlarmClass {
    /// Red: fire, rapid depressurisation, toxic air.
    Emergency,
    /// Red: act now or somebody is hurt.
    Warning,
    /// Yellow: may grow into a warning.
    Caution,
    /// White.
    Advisory,
}

/// What rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlarmKind {
    /// Pressure fell by 1 mmHg in a minute, or by 5 in ten.
    RapidDepress,
    /// Somebody pressed the button.
    CrewDepress,
    /// Pressure below 700 mmHg.
    PressureVeryLow,
    /// Pressure fell by 2 mmHg in ten minutes.
    PressureFalling,
    /// Pressure below 724 mmHg.
    PressureLow,
    /// Oxygen below 146 mmHg.
    OxygenLow,
    /// Carbon dioxide above 6 mmHg.
    CarbonDioxideHigh,
    /// Pressure falls by 0.5 mmHg an hour, for an hour.
    PressureTrend,
    /// Oxygen above 24 % of the air: a fire would burn fiercely.
    OxygenFraction,
    /// The cabin is too warm or too cold.
    Temperature,
    /// A machine stopped by itself.
    EquipmentOff,
}

impl AlarmKind {
    /// Its class.
    pub const fn class(self) -> AlarmClass {
        match self {
            AlarmKind::RapidDepress | AlarmKind::CrewDepress | AlarmKind::PressureVeryLow => AlarmClass::Emergency,
            AlarmKind::PressureFalling
            | AlarmKind::PressureLow
            | AlarmKind::OxygenLow
            | AlarmKind::CarbonDioxideHigh
            | AlarmKind::OxygenFraction => AlarmClass::Warning,
            AlarmKind::PressureTrend | AlarmKind::Temperature => AlarmClass::Caution,
            AlarmKind::EquipmentOff => AlarmClass::Advisory,
        }
    }
}

/// An alarm that rings, or whose cause lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alarm {
    /// What.
    pub kind: AlarmKind,
    /// Which sensor, if one did.
    pub sensor: Option<SensorId>,
    /// Since when.
    pub since: Tick,
    /// Seen by the crew: its tones are silent.
    pub acknowledged: bool,
    /// Its cause lasts.
    pub active: bool,
}
