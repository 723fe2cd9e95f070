//! What a crew, or the ground, can know at a moment: the only view of a drill that a live screen, a pilot or a
//! mission's condition is given. Every number here passed through an instrument; the truth is another type.

use super::alarm::Alarm;
use super::event::Outcome;
use super::ids::{CompartmentId, EquipmentId, FoundId, HatchId, PersonId, SensorId, TankId, VehicleId};
use super::item::Items;
use super::order::Task;
use crate::units::Tick;

/// Whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewpoint {
    /// The crew on board: gauges, telemetry on the laptops, what they did and found.
    Crew,
    /// The ground: the same without the pressures that hand gauges showed.
    Ground,
}

/// What can be known now. Lists are in the order of the layout's lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Console {
    /// Now.
    pub tick: Tick,
    /// Whose eyes.
    pub viewpoint: Viewpoint,
    /// Telemetry.
    pub sensors: Vec<SensorView>,
    /// The last pressure known of each compartment.
    pub pressures: Vec<Option<KnownPressure>>,
    /// Hatches.
    pub hatches: Vec<HatchView>,
    /// People.
    pub crew: Vec<PersonView>,
    /// Vehicles.
    pub vehicles: Vec<VehicleView>,
    /// Machines.
    pub equipment: Vec<EquipmentView>,
    /// Tanks.
    pub tanks: Vec<TankView>,
    /// What lies stowed in each compartment.
    pub stock: Vec<Items>,
    /// Holes found, by [`FoundId`].
    pub holes: Vec<HoleView>,
    /// Alarms that ring or whose cause lasts, worst first.
    pub alarms: Vec<Alarm>,
    /// The last leak check.
    pub leak_check: Option<CheckView>,
    /// How it ended, once it has.
    pub outcome: Option<Outcome>,
}

/// A sensor as the laptop shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SensorView {
    /// Which.
    pub sensor: SensorId,
    /// Its value: mmHg, or °C; none where it shows nothing.
    pub value: Option<f64>,
    /// Change over the last ten minutes, per hour; none until there are ten minutes, or where an exam hides it.
    pub per_hour_10min: Option<f64>,
    /// Change over the last hour, per hour.
    pub per_hour_1h: Option<f64>,
}

/// A pressure that somebody read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownPressure {
    /// mmHg.
    pub mmhg: f64,
    /// When.
    pub at: Tick,
    /// By hand gauge, else by telemetry.
    pub by_hand: Option<PersonId>,
}

/// A hatch as its position switches and sensors show it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HatchView {
    /// Which.
    pub hatch: HatchId,
    /// Open, moving or shut.
    pub state: HatchState,
    /// Since when.
    pub since: Tick,
    /// Its equalisation valve is open.
    pub valve_open: bool,
    /// Something lies through it.
    pub obstructed: bool,
    /// Somebody found it jammed.
    pub jammed: bool,
    /// The compartment into which its flow sensors feel air going.
    pub flow_into: Option<CompartmentId>,
    /// Its vehicle has left.
    pub gone: bool,
}

/// Where a door stands.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum HatchState {
    /// Open.
    Open,
    /// Being moved, this far open (0..1).
    Moving(f64),
    /// Shut.
    Shut,
}

/// A crew member.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonView {
    /// Who.
    pub who: PersonId,
    /// Where.
    pub at: CompartmentId,
    /// How they are.
    pub condition: Condition,
    /// What they do, and how far it is.
    pub job: Option<JobView>,
    /// What waits behind it.
    pub queue: Vec<Task>,
    /// What they carry.
    pub carries: Items,
    /// Seconds of oxygen left in the mask they wear.
    pub mask_s: Option<u32>,
    /// Wears the Sokol suit.
    pub suited: bool,
    /// Oxygen left for the suit, s, while the hose of their seat feeds it.
    pub hose_s: Option<u32>,
    /// Strapped into this vehicle.
    pub seated: Option<VehicleId>,
    /// Where their seat liner is.
    pub liner: Option<VehicleId>,
    /// The needle of the gauge they are reading, mmHg to 0.25.
    pub needle_mmhg: Option<f64>,
    /// Their stopwatch runs since, with the needle at this reading then.
    pub stopwatch: Option<(Tick, f64)>,
    /// The last timing they took: seconds, and mmHg fallen.
    pub timed: Option<(u32, f64)>,
    /// The last reserve time they committed, s, and when.
    pub committed: Option<(f64, Tick)>,
    /// How much of what they can stand of bad air has been used, 0..1.
    pub exposure: f64,
}

/// How a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Well and awake.
    Well,
    /// Awake, slowed by bad air.
    Impaired,
    /// Asleep.
    Asleep,
    /// Unconscious.
    Unconscious,
    /// Dead.
    Dead,
    /// Left with a vehicle.
    Gone,
}

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JobView {
    /// What.
    pub task: Task,
    /// Still on the way, towards this next compartment.
    pub walking_to: Option<CompartmentId>,
    /// Seconds done.
    pub done_s: u32,
    /// Seconds left, if it has an end.
    pub left_s: Option<u32>,
}

/// A vehicle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VehicleView {
    /// Which.
    pub vehicle: VehicleId,
    /// Still docked.
    pub docked: bool,
    /// Known to be unfit but for an emergency.
    pub degraded: bool,
}

/// A machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EquipmentView {
    /// Which.
    pub equipment: EquipmentId,
    /// Switched on.
    pub on: bool,
    /// Broken.
    pub broken: bool,
}

/// A tank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TankView {
    /// Which.
    pub tank: TankId,
    /// What is left, kg, to 0.1.
    pub left_kg: f64,
    /// Its valve is open.
    pub open: bool,
}

/// A hole that the crew has found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HoleView {
    /// Which.
    pub found: FoundId,
    /// Where.
    pub at: CompartmentId,
    /// How large it looks, mm (a crack: its length).
    pub looks_mm: f64,
    /// A crack.
    pub crack: bool,
    /// Through or blind, once inspected.
    pub through: Option<bool>,
    /// Struck from outside, once inspected.
    pub from_outside: Option<bool>,
    /// A finger is on it.
    pub finger: Option<PersonId>,
    /// Tape is on it since.
    pub taped: Option<Tick>,
    /// A patch is on it since.
    pub patched: Option<Tick>,
    /// Coats of sealant, and when the last was put on.
    pub coats: u8,
    /// When the last coat was put on.
    pub coated: Option<Tick>,
    /// The last coat is tacky: it may be checked and coated again.
    pub tacky: bool,
    /// A blister was seen in it.
    pub blister: bool,
    /// Tape or patch hangs loose: it came off.
    pub lost: bool,
}

/// A leak check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckView {
    /// Where.
    pub at: CompartmentId,
    /// When it ended.
    pub ended: Tick,
    /// Fall over it, mmHg, with temperature taken out.
    pub fell_mmhg: f64,
    /// How long it was.
    pub over_s: u32,
    /// How long it should have been in so large a volume, for the gauge to tell.
    pub needs_s: u32,
    /// The gauge could not tell it from still air.
    pub holds: bool,
    /// Nothing was mended since.
    pub fresh: bool,
}
