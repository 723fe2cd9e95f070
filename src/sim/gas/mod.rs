//! The gas network (being built).

/// Masses of the four gases, kg, in the order O2, N2, CO2, H2O.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Masses(pub [f64; 4]);
