//! Evidence, once a minute: what was true and what the instruments said, side by side.

use super::console::Condition;
use super::ids::{CompartmentId, PersonId};

/// A minute's evidence. Numbers are rounded to what evidence needs, so that a long record stays small.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Sample {
    /// The truth, by compartment.
    pub air: Vec<AirSample>,
    /// What each sensor showed, mmHg or °C; none where it showed nothing.
    pub sensors: Vec<Option<f64>>,
    /// Where everybody was.
    pub crew: Vec<PersonSample>,
    /// Air that has left through holes, kg.
    pub leaked_kg: f64,
    /// True reserve time of the crew's volume by the linear rule, s; none where nothing falls.
    pub reserve_s: Option<f64>,
}

/// True air in a compartment.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AirSample {
    /// Pressure, mmHg to 0.001.
    pub p: f64,
    /// Oxygen, mmHg to 0.01.
    pub o2: f64,
    /// Carbon dioxide, mmHg to 0.01.
    pub co2: f64,
    /// Temperature, °C to 0.01.
    pub t: f64,
}

/// One person.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PersonSample {
    /// Who.
    pub who: PersonId,
    /// Where.
    pub at: CompartmentId,
    /// How.
    pub condition: Condition,
    /// Exposure, 0..1.
    pub exposure: f64,
    /// The needle of the gauge they were reading, mmHg.
    pub needle: Option<f64>,
}
