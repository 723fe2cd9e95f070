//! Why an order cannot be obeyed: a value from which a trainee learns, shown by menus, printed by `run`, recorded.

use super::ids::{CompartmentId, FoundId, HatchId, PersonId, TankId, VehicleId};
use super::item::Item;
use super::layout::ObstructionKind;

/// Why not. The sentences, and what would help, are in `words`.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Refusal {
    /// The drill is over.
    DrillOver,
    /// They sleep.
    Asleep(PersonId),
    /// They are unconscious.
    Unconscious(PersonId),
    /// They are dead.
    Dead(PersonId),
    /// They have left with a vehicle.
    Gone(PersonId),
    /// They have as many tasks waiting as one can remember.
    QueueFull(PersonId),
    /// They have nothing to stop or to hand over.
    Idle(PersonId),
    /// That is themselves.
    Oneself(PersonId),
    /// The two are not in the same place.
    NotTogether(PersonId, PersonId),
    /// They are already there.
    AlreadyThere(PersonId, CompartmentId),
    /// No open way leads there; the first shut hatch on the shortest way is named.
    NoWay {
        /// Where to.
        to: CompartmentId,
        /// What bars the way.
        shut: HatchId,
    },
    /// It cannot be reached: the vehicle with it has left.
    Undocked(VehicleId),
    /// The hatch is already so.
    HatchAlready {
        /// Which.
        hatch: HatchId,
        /// Open, else shut.
        open: bool,
    },
    /// It is a passage without a door.
    NoDoor(HatchId),
    /// Somebody else works on it.
    HatchBusy(HatchId, PersonId),
    /// The door is jammed.
    Jammed(HatchId),
    /// Something lies through it.
    Obstructed(HatchId, ObstructionKind),
    /// Nothing lies through it.
    NotObstructed(HatchId),
    /// Too much pressure on the door to move it by hand.
    PressedShut {
        /// Which.
        hatch: HatchId,
        /// Difference across it as far as felt, mmHg.
        dp_mmhg: f64,
    },
    /// The US interlock holds while pressure outside is higher.
    Interlocked {
        /// Which.
        hatch: HatchId,
        /// Difference across it as far as felt, mmHg.
        dp_mmhg: f64,
    },
    /// The air streaming through is too strong to push the door against.
    TooMuchFlow(HatchId),
    /// It has no equalisation valve.
    NoValve(HatchId),
    /// Both sides are already equal.
    AlreadyEqual(HatchId),
    /// They do not carry it.
    Lacks(PersonId, Item),
    /// They carry it already.
    Has(PersonId, Item),
    /// There is none left that can be reached.
    NoneLeft(Item),
    /// They must be reading a gauge first.
    NotMeasuring(PersonId),
    /// The stopwatch already runs.
    StopwatchRuns(PersonId),
    /// The stopwatch does not run.
    StopwatchStands(PersonId),
    /// A reserve time must be a positive number.
    NotAReserveTime,
    /// No such hole has been found.
    NotFound(FoundId),
    /// It is blind: it does not go through, and there is nothing to seal.
    Blind(FoundId),
    /// It is too large for a finger, which would be hurt.
    TooLargeForFinger(FoundId),
    /// Somebody already holds it, or works on it.
    HoleBusy(FoundId, PersonId),
    /// Tape, a patch or a coat is already on it.
    AlreadyTaped(FoundId),
    /// A coat is still wet: another one waits until it is tacky, in so many seconds.
    StillWet(FoundId, u32),
    /// It has all the coats that help.
    FullyCoated(FoundId),
    /// It was photographed or inspected already.
    AlreadyDone(FoundId),
    /// The tank is empty.
    TankEmpty(TankId),
    /// The valve is already so.
    ValveAlready(TankId, bool),
    /// The machine is already so.
    SwitchedAlready,
    /// The machine is broken.
    Broken,
    /// They are awake.
    Awake(PersonId),
    /// They have one on already, or none to take off.
    MaskAlready(PersonId, bool),
    /// They wear their suit.
    SuitAlready(PersonId),
    /// The suit is in their own vehicle, which they must be able to reach.
    NoSuitHere(PersonId),
    /// The liner is already there.
    LinerAlready(VehicleId),
    /// A cargo ship has no seats.
    NoSeats(VehicleId),
    /// All its seats are taken.
    SeatsTaken(VehicleId),
    /// Their seat liner is elsewhere.
    LinerElsewhere(PersonId, VehicleId),
    /// They must sit in it to undock it.
    NotAboard(PersonId, VehicleId),
    /// A hatch between it and the station is open.
    StillOpen(HatchId),
    /// Somebody in it has no seat.
    Unseated(PersonId),
    /// Nothing rings.
    NoAlarm,
    /// The alarm rings already.
    AlarmRings,
    /// A declaration needs a finished leak check, later than the last work on holes.
    NoLeakCheck,
    /// The last leak check showed that it still falls, by so many mmHg.
    CheckFailed {
        /// Fall, mmHg.
        fell_mmhg: f64,
    },
    /// The check was too short for the gauge to tell; it needs so many seconds.
    CheckTooShort {
        /// Seconds.
        needs_s: u32,
    },
    /// Isolation needs a shut hatch between the crew and part of the station.
    NothingIsolated,
}
