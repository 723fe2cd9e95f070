//! Caution and warning: what an alarm is called, and what it asks for. Thresholds are those of `sim::caution`.

use super::super::{Form, Words};
use crate::sim::alarm::{Alarm, AlarmClass, AlarmKind};

/// The class as it stands before an alarm: `EMERGENCY`.
pub const fn class(class: AlarmClass) -> &'static str {
    match class {
        AlarmClass::Emergency => "EMERGENCY",
        AlarmClass::Warning => "WARNING",
        AlarmClass::Caution => "CAUTION",
        AlarmClass::Advisory => "ADVISORY",
    }
}

/// The name on the panel, at most 28 columns.
pub const fn name(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::RapidDepress => "rapid depressurisation",
        AlarmKind::CrewDepress => "depressurisation, by hand",
        AlarmKind::PressureVeryLow => "pressure below 700 mmHg",
        AlarmKind::PressureFalling => "pressure falls fast",
        AlarmKind::PressureLow => "pressure below 724 mmHg",
        AlarmKind::OxygenLow => "oxygen below 146 mmHg",
        AlarmKind::CarbonDioxideHigh => "CO2 above 6 mmHg",
        AlarmKind::PressureTrend => "pressure falls slowly",
        AlarmKind::OxygenFraction => "oxygen above 24 %",
        AlarmKind::Temperature => "cabin temperature",
        AlarmKind::EquipmentOff => "a machine stopped",
    }
}

/// The name of an alarm that has lost its cause: it stands until somebody acknowledges it.
pub fn over(kind: AlarmKind) -> String {
    let was = match kind {
        AlarmKind::PressureFalling => "pressure fell fast",
        AlarmKind::PressureTrend => "pressure fell slowly",
        AlarmKind::EquipmentOff => "a machine had stopped",
        other => name(other),
    };
    format!("{was}: over")
}

/// What it means and what it asks for, in a sentence or two.
pub const fn advice(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::RapidDepress => {
            "Pressure fell by 1 mmHg in a minute, or by 5 in ten. Muster, read the gauge, and know your reserve time first."
        }
        AlarmKind::CrewDepress => {
            "Somebody pressed the button: everybody is awake, the fans stand, the ground listens. Muster, then measure."
        }
        AlarmKind::PressureVeryLow => {
            "The air is thin. Know your reserve time, and keep the way to your vehicles open; masks help those who tire."
        }
        AlarmKind::PressureFalling => {
            "Pressure fell by 2 mmHg in ten minutes. Muster, measure, and find out which side of a hatch it is on."
        }
        AlarmKind::PressureLow => "Below the band the cabin is kept in. Find out why before you add air to it.",
        AlarmKind::OxygenLow => {
            "Thought slows before anybody notices. Open an oxygen tank, light a candle, or wear masks."
        }
        AlarmKind::CarbonDioxideHigh => {
            "Heads ache soon. See that removal and ventilation run, or leave small places where many people breathe."
        }
        AlarmKind::PressureTrend => {
            "Pressure fell by 0.5 mmHg in an hour. There is time: measure before you act, and ask \
             what else could move the gauge, such as temperature."
        }
        AlarmKind::OxygenFraction => "A fire would burn fiercely. Shut the oxygen valve and let the air mix.",
        AlarmKind::Temperature => {
            "Warmth lifts pressure and cold lowers it: 1 °C is 2.5 mmHg. Take it out before you trust a trend."
        }
        AlarmKind::EquipmentOff => {
            "A machine stopped by itself. It may have been switched off by the automatic response."
        }
    }
}

impl Words<'_> {
    /// A line of the alarm panel without its time: `WARNING pressure falls fast, Zarya`.
    pub fn alarm(&self, alarm: &Alarm) -> String {
        let place = alarm.sensor.map(|sensor| format!(", {}", self.sensor_place(sensor, Form::Short)));
        let place = place.unwrap_or_default();
        let name = if alarm.active { name(alarm.kind).to_owned() } else { over(alarm.kind) };
        format!("{} {name}{place}", class(alarm.kind.class()))
    }
}
