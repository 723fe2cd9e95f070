//! A hatch as it was built; how it stands in a drill is a [`Door`](crate::sim::hatch::Door).

use crate::sim::ids::{CompartmentId, EquipmentId};
use crate::units::{CubicMetresPerSecond, SquareMetres};

/// A door between two compartments, or a passage without one.
#[derive(Clone, Debug, PartialEq)]
pub struct Hatch {
    /// Short name typed in orders.
    pub id: String,
    /// The compartments it joins.
    pub between: [CompartmentId; 2],
    /// What sort of door.
    pub kind: HatchKind,
    /// Open at the start.
    pub open: bool,
    /// Free area when open.
    pub area: SquareMetres,
    /// Discharge coefficient of the opening.
    pub cd: f64,
    /// Effective area that leaks past its seal when shut.
    pub seal: SquareMetres,
    /// Effective area of its equalisation valve; none if zero.
    pub valve: SquareMetres,
    /// The compartment into which the door swings when it opens: pressure on the other side helps to push it there,
    /// pressure on this side presses it into its seat.
    pub swings_into: Option<CompartmentId>,
    /// Seconds to shut it.
    pub closes_s: u32,
    /// Seconds to open it.
    pub opens_s: u32,
    /// Ventilation each way while open and its fan runs.
    pub imv: CubicMetresPerSecond,
    /// The fan that drives the ventilation.
    pub fan: Option<EquipmentId>,
    /// What lies through it and must come out before it can shut.
    pub obstruction: Option<Obstruction>,
    /// Whether air-flow sensors sit on its ring.
    pub flow_sensor: bool,
}

/// Something drawn through a hatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obstruction {
    /// What it is.
    pub kind: ObstructionKind,
    /// Seconds to pull it out.
    pub clear_s: u32,
}

/// What may lie through a hatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObstructionKind {
    /// An air duct, quick to pull.
    Duct,
    /// Power and data cables.
    Cables,
}

/// Sorts of hatches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HatchKind {
    /// Russian round hatch, 0.8 m, with an equalisation valve.
    Russian,
    /// US common hatch, 1.27 m square, with a pressure interlock.
    Us,
    /// Docking hatch of a vehicle.
    Docking,
    /// Between the parts of a vehicle.
    Internal,
    /// No door at all.
    Open,
}

impl Hatch {
    /// The compartment on the other side from `here`, if `here` is one of its sides.
    pub fn beyond(&self, here: CompartmentId) -> Option<CompartmentId> {
        match self.between {
            [a, b] if a == here => Some(b),
            [a, b] if b == here => Some(a),
            _ => None,
        }
    }
}
