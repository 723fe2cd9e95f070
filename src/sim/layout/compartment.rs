//! A compartment, its owner and its outside.

use crate::sim::gas::Masses;
use crate::sim::ids::{SegmentId, VehicleId};
use crate::units::{CubicMetres, Kelvin, SquareMetres};

/// One well-mixed volume of air.
#[derive(Clone, Debug, PartialEq)]
pub struct Compartment {
    /// Short name typed in orders.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// At most eight columns, for the map.
    pub label: String,
    /// Which segment it belongs to.
    pub segment: SegmentId,
    /// Who owns it.
    pub owner: Owner,
    /// Free gas volume.
    pub volume: CubicMetres,
    /// Air at the start, kg of each gas.
    pub air: Masses,
    /// Air temperature at the start; the walls start there too.
    pub temperature: Kelvin,
    /// Conductance from the air to walls and air conditioning, W/K.
    pub walls_w_k: f64,
    /// Structural leakage as an effective area (discharge coefficient inside).
    pub leak: SquareMetres,
    /// Seconds to cross it.
    pub transit_s: u32,
    /// Column and row on the map grid: aft left, forward right, zenith up, nadir down.
    pub cell: (i32, i32),
    /// What strikes can hit.
    pub hull: Hull,
    /// The vehicle it is part of, if any.
    pub vehicle: Option<VehicleId>,
}

/// Who owns a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Owner {
    /// NASA.
    #[serde(rename = "NASA")]
    Nasa,
    /// Roscosmos.
    Roscosmos,
    /// JAXA.
    #[serde(rename = "JAXA")]
    Jaxa,
    /// ESA.
    #[serde(rename = "ESA")]
    Esa,
}

/// The outside of a compartment, as the sky sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hull {
    /// Outer area.
    pub area: SquareMetres,
    /// Share of the area that faces each way, in the order of [`Face::ALL`]; sums to one.
    pub faces: [f64; 6],
    /// Wall and bumper.
    pub shield: Shield,
}

/// A direction of flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// Forward, into the debris.
    Ram,
    /// Left of flight.
    Port,
    /// Right of flight.
    Starboard,
    /// Away from the Earth.
    Zenith,
    /// Backward.
    Aft,
    /// To the Earth.
    Nadir,
}

impl Face {
    /// All six, in the order of [`Hull::faces`].
    pub const ALL: [Face; 6] = [Face::Ram, Face::Port, Face::Starboard, Face::Zenith, Face::Aft, Face::Nadir];
}

/// Wall and bumper classes; their thicknesses are in `strike`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shield {
    /// US, European and Japanese modules: stuffed Whipple.
    Usos,
    /// Zarya and its like.
    Fgb,
    /// Zvezda and its like.
    Zvezda,
    /// Soyuz and Progress: thin.
    Soyuz,
    /// The inflatable BEAM.
    Beam,
}
