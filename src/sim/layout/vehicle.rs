//! A vehicle: lifeboat or cargo ship.

use crate::sim::ids::{CompartmentId, HatchId};

/// A vehicle docked to the station.
#[derive(Clone, Debug, PartialEq)]
pub struct Vehicle {
    /// Short name typed in orders.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What it is.
    pub kind: VehicleKind,
    /// The hatch that parts when it undocks.
    pub docked_by: HatchId,
    /// Its compartments; people ride home in the last one that is not cast off.
    pub compartments: Vec<CompartmentId>,
    /// Those dropped before landing.
    pub casts_off: Vec<CompartmentId>,
    /// Seats.
    pub seats: u8,
    /// Seconds from the order to undock to being free.
    pub undocks_s: u32,
}

impl Vehicle {
    /// The compartment in which its crew sits, if it carries people home.
    pub fn cabin(&self) -> Option<CompartmentId> {
        if self.seats == 0 {
            return None;
        }
        self.compartments.iter().rev().copied().find(|c| !self.casts_off.contains(c))
    }
}

/// Sorts of vehicles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VehicleKind {
    /// A lifeboat for three.
    Soyuz,
    /// A Russian cargo ship.
    Progress,
    /// A US cargo ship.
    Cygnus,
    /// A US lifeboat.
    Dragon,
    /// The Space Shuttle.
    Shuttle,
}
