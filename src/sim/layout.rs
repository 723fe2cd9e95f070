//! What a station is made of before anything happens: read once from a mission, never changed by a drill.
//!
//! Numbers and identifiers only. How the parts behave is said in the modules of their nouns (`hatch`, `crew`, ...).

use super::gas::Masses;
use super::ids::{CompartmentId, EquipmentId, HatchId, PersonId, SegmentId, SensorId, TankId, VehicleId};
use super::item::Item;
use crate::units::{CubicMetres, CubicMetresPerSecond, Kelvin, Kilograms, KilogramsPerSecond, SquareMetres};

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
    /// The compartment into which the door swings when it opens; pressure from the other side holds it shut against
    /// nobody, pressure from this side presses it into its seat.
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

/// A machine that can be switched.
#[derive(Clone, Debug, PartialEq)]
pub struct Equipment {
    /// Short name typed in orders.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Where it stands and is switched.
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
