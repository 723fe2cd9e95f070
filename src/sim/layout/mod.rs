//! What a station is made of before anything happens: read once from a mission, never changed by a drill.
//!
//! Numbers and identifiers only. How the parts behave is said in the modules of their nouns (`hatch`, `crew`, ...).

mod compartment;
mod equipment;
mod hatch;
mod vehicle;

pub use compartment::{Compartment, Face, Hull, Owner, Shield};
pub use equipment::{Equipment, EquipmentKind, Tank};
pub use hatch::{Hatch, HatchKind, Obstruction, ObstructionKind};
pub use vehicle::{Vehicle, VehicleKind};

use super::ids::{CompartmentId, EquipmentId, HatchId, PersonId, SegmentId, SensorId, TankId, VehicleId};
use super::item::Item;

/// A whole station as docked at the start of a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Short name, such as `iss-2018-08-30`.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// A few sentences on what it is.
    pub about: String,
    /// Where its numbers come from, a line each.
    pub sources: Vec<String>,
    /// Segments.
    pub segments: Vec<Segment>,
    /// Compartments.
    pub compartments: Vec<Compartment>,
    /// Hatches, and passages without a door.
    pub hatches: Vec<Hatch>,
    /// Vehicles.
    pub vehicles: Vec<Vehicle>,
    /// Equipment.
    pub equipment: Vec<Equipment>,
    /// Tanks.
    pub tanks: Vec<Tank>,
    /// Sensors.
    pub sensors: Vec<Sensor>,
    /// Things that can be carried, where they are stowed.
    pub stock: Vec<Stock>,
    /// The crew.
    pub crew: Vec<Member>,
}

/// A part of the station that one control centre looks after.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Short name typed in orders.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Who answers for it on the loop.
    pub ground: Ground,
}

/// A control centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Mission control, Houston.
    Houston,
    /// TsUP, Moscow.
    Moscow,
}

/// A sensor that the laptops and the ground read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensor {
    /// Short name.
    pub id: String,
    /// Where it is.
    pub compartment: CompartmentId,
    /// What it feels.
    pub quantity: Quantity,
    /// Smallest step shown: mmHg, or K for temperature.
    pub resolution: f64,
    /// Time constant of its lag, s.
    pub lag_s: f64,
}

/// What a sensor feels; shown in mmHg, temperature in °C.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Total pressure.
    Pressure,
    /// Partial pressure of oxygen.
    Oxygen,
    /// Partial pressure of carbon dioxide.
    CarbonDioxide,
    /// Air temperature.
    Temperature,
}

/// Some of an item in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stock {
    /// What.
    pub item: Item,
    /// Where.
    pub compartment: CompartmentId,
    /// How many, or how many uses.
    pub count: u8,
}

/// A crew member as the drill begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Short name typed in orders.
    pub id: String,
    /// Full name.
    pub name: String,
    /// At most ten columns.
    pub label: String,
    /// Agency.
    pub agency: String,
    /// The vehicle in which their seat liner is.
    pub vehicle: Option<VehicleId>,
    /// Where they are.
    pub compartment: CompartmentId,
    /// Asleep.
    pub asleep: bool,
    /// What they carry.
    pub carries: Vec<Item>,
}

macro_rules! lookups {
    ($($find:ident, $get:ident, $list:ident, $id:ident, $ty:ty;)*) => {
        impl Layout {
            $(
                #[doc = concat!("The one of `", stringify!($list), "` with this short name.")]
                pub fn $find(&self, id: &str) -> Option<$id> {
                    self.$list.iter().position(|x| x.id == id).map($id::at)
                }

                #[doc = concat!("What is known of this one of `", stringify!($list), "`.")]
                pub fn $get(&self, id: $id) -> &$ty {
                    &self.$list[id.ix()]
                }
            )*
        }
    };
}

lookups! {
    find_segment, segment, segments, SegmentId, Segment;
    find_compartment, compartment, compartments, CompartmentId, Compartment;
    find_hatch, hatch, hatches, HatchId, Hatch;
    find_vehicle, vehicle, vehicles, VehicleId, Vehicle;
    find_equipment, machine, equipment, EquipmentId, Equipment;
    find_tank, tank, tanks, TankId, Tank;
    find_sensor, sensor, sensors, SensorId, Sensor;
    find_person, person, crew, PersonId, Member;
}
