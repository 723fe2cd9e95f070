//! What can be asked of the crew: plain values, the only way in which anybody changes a drill.
//!
//! An [`Order`] is asked (`Station::check`) before it is obeyed; the same answer greys a menu, explains a refusal and
//! validates a replay. Its written form, one grammar for files, palette, plain mode and records, is in
//! `drill::grammar`.

use super::ids::{CompartmentId, EquipmentId, FoundId, HatchId, PersonId, TankId, VehicleId};
use super::item::Item;

/// An order and who gave it.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Order {
    /// Who gave it.
    pub by: Giver,
    /// What is to be done.
    pub act: Act,
}

impl Order {
    /// An order of the trainee.
    pub const fn trainee(act: Act) -> Self {
        Self { by: Giver::Trainee, act }
    }
}

/// Who gives orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Giver {
    /// The person at the keyboard, or an orders file.
    Trainee,
    /// A scripted crew.
    Pilot,
    /// An instructor who steps in.
    Instructor,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Act {
    /// One person does one thing; behind what they are doing, if they are doing something.
    Task {
        /// Who.
        who: PersonId,
        /// What.
        task: Task,
    },
    /// One person drops what they do and all that waits behind it.
    Stop {
        /// Who.
        who: PersonId,
    },
    /// One person takes the current task of another in the same place, who is free then.
    HandOver {
        /// Who has the task.
        who: PersonId,
        /// Who takes it.
        to: PersonId,
    },
    /// One person presses the stopwatch while reading a gauge.
    Stopwatch {
        /// Who.
        who: PersonId,
        /// Start, else stop.
        start: bool,
    },
    /// One person commits a reserve time for the volume in which they stand.
    Commit {
        /// Who.
        who: PersonId,
        /// The estimate, s.
        reserve_s: f64,
    },
    /// Everybody awake goes to a place (their own vehicle's neighbour if none is named) and answers the roll.
    Muster {
        /// Where; each to their own lifeboat if none.
        to: Option<CompartmentId>,
    },
    /// Somebody presses the depressurisation alarm: it wakes all, stops the fans and tells the ground.
    RaiseAlarm,
    /// The tones are silenced and the alarms seen.
    Acknowledge,
    /// The ground wakes a sleeper on the loop.
    GroundWake {
        /// Who is woken.
        who: PersonId,
    },
    /// The crew declares how the leak stands; the drill ends, and the words are compared with the truth.
    Declare(Claim),
}

/// How a crew may declare that a leak stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// The leak is closed, or there is none: the air holds in the volume that was checked and beyond.
    Held,
    /// The leak is shut off behind a hatch, and the rest of the station holds.
    Isolated,
}

/// What one person does, one at a time. Each takes its time; those that have a place are walked to first.
#[derive(Clone, Copy, Debug, PartialEq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Task {
    /// Walks through open hatches.
    Move(CompartmentId),
    /// Shuts a hatch, from the side where they stand or the nearer one.
    Close(HatchId),
    /// Opens a hatch.
    Open(HatchId),
    /// Opens a hatch's equalisation valve until both sides are equal, then shuts it.
    Equalise(HatchId),
    /// Pulls out what lies through a hatch.
    Clear(HatchId),
    /// Watches the needle of the hand gauge; until stopped, or for so many seconds.
    Measure(Option<u32>),
    /// Searches where they stand with the ultrasonic detector.
    Listen,
    /// Searches where they stand by eye.
    Search,
    /// Looks closely at a found hole: through or blind, struck from outside or drilled from inside.
    Inspect(FoundId),
    /// Takes pictures of a found hole for the ground.
    Photograph(FoundId),
    /// Holds a finger on a found hole until stopped.
    Finger(FoundId),
    /// Puts tape over a found hole.
    Tape(FoundId),
    /// Works sealant on cloth into a found hole; once more for another coat.
    Sealant(FoundId),
    /// Puts a rubber-and-foil patch on a found hole.
    Patch(FoundId),
    /// Watches the gauge in the volume as it is for so many seconds, with temperature taken out: does it hold?
    LeakCheck(u32),
    /// Opens or shuts a tank's valve.
    Valve(TankId, bool),
    /// Lights an oxygen candle.
    Candle,
    /// Wakes a sleeper.
    Wake(PersonId),
    /// Puts an oxygen mask on, or takes it off.
    Mask(bool),
    /// Puts on the Sokol suit, in their own vehicle.
    Suit,
    /// Carries their own seat liner to a vehicle.
    Liner(VehicleId),
    /// Straps into a seat of a vehicle.
    Enter(VehicleId),
    /// Undocks a vehicle from inside.
    Undock(VehicleId),
    /// Switches a machine.
    Switch(EquipmentId, bool),
    /// Goes to where an item is stowed and takes it.
    Fetch(Item),
    /// Hands an item to somebody.
    Give(Item, PersonId),
    /// Speaks to the ground.
    Report(Topic),
    /// Goes to sleep.
    Sleep,
}

/// What is reported to the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Pressure, rate and reserve time as measured.
    Pressure,
    /// Everybody is accounted for.
    Muster,
    /// Where the leak is.
    Leak,
    /// What was done to it.
    Repair,
    /// How things stand.
    Status,
}

impl Task {
    /// Whether it goes on until it is stopped.
    pub const fn is_open_ended(&self) -> bool {
        matches!(self, Task::Measure(None) | Task::Finger(_) | Task::Sleep)
    }

    /// Whether it is about the body of whoever does it: another who takes it over begins it anew.
    pub const fn is_ones_own(&self) -> bool {
        matches!(self, Task::Mask(_) | Task::Suit | Task::Liner(_) | Task::Enter(_) | Task::Sleep)
    }
}
