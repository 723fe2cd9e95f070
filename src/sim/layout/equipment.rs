//! Machines and tanks.

use crate::sim::ids::{CompartmentId, VehicleId};
use crate::units::{CubicMetresPerSecond, Kilograms, KilogramsPerSecond};

/// A machine that can be switched.
#[derive(Clone, Debug, PartialEq)]
pub struct Equipment {
    /// Short name typed in orders.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Where it stands. It is switched from any laptop, wherever somebody is.
    pub compartment: CompartmentId,
    /// What it does.
    pub kind: EquipmentKind,
    /// On at the start.
    pub on: bool,
    /// Cabin air lost overboard while it runs.
    pub air_loss: KilogramsPerSecond,
    /// Heat into the cabin while it runs, W.
    pub heat_w: f64,
    /// How much it hinders listening in its compartment, 0 to 1.
    pub noise: f64,
}

/// What a machine does to the air.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EquipmentKind {
    /// Makes oxygen.
    OxygenGenerator {
        /// How much.
        rate: KilogramsPerSecond,
    },
    /// Takes carbon dioxide out.
    Co2Removal {
        /// Air through it times the share removed per pass.
        flow: CubicMetresPerSecond,
        /// Most that it can take.
        cap: Option<KilogramsPerSecond>,
    },
    /// Takes water vapour out.
    Condenser {
        /// Air through it times the share removed per pass.
        flow: CubicMetresPerSecond,
        /// Most that it can take.
        cap: Option<KilogramsPerSecond>,
    },
    /// Moves air through hatches.
    Fan,
    /// Holds the walls at their temperature; off, they warm or cool.
    AirConditioner,
    /// Only warms.
    HeatLoad,
}

/// A tank of gas with a valve into a compartment.
#[derive(Clone, Debug, PartialEq)]
pub struct Tank {
    /// Short name typed in orders.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Share of each gas by mass, O2 N2 CO2 H2O.
    pub gas: [f64; 4],
    /// Load at the start.
    pub mass: Kilograms,
    /// Flow when its valve is open.
    pub rate: KilogramsPerSecond,
    /// Where it flows and where its valve is worked.
    pub compartment: CompartmentId,
    /// The vehicle that carries it.
    pub vehicle: Option<VehicleId>,
}
