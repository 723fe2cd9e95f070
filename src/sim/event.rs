//! What happens: plain values with the numbers that a score, a debrief or a sentence needs, and no text.
//!
//! Truth and knowledge share one stream, in the order in which they happen; [`Event::is_truth`] tells those apart that
//! nobody on board or on the ground could see.

use super::alarm::AlarmKind;
use super::ids::{CompartmentId, EquipmentId, FoundId, HatchId, HoleId, PersonId, SensorId, TankId, VehicleId};
use super::item::Item;
use super::order::{Act, Claim, Task, Topic};
use super::refusal::Refusal;

/// Something that happened in a tick. Field names say what they hold; units end the name.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs, reason = "the fields are their names")]
pub enum Event {
    // -- orders --
    /// An order could not be obeyed.
    Refused { act: Act, why: Refusal },
    // -- people at work --
    /// A task began; it takes so many seconds with the walk, if it has an end.
    Began { who: PersonId, task: Task, takes_s: Option<u32> },
    /// A task was done.
    Finished { who: PersonId, task: Task },
    /// A task could not begin or go on.
    Failed { who: PersonId, task: Task, why: Refusal },
    /// A task was dropped by order.
    Stopped { who: PersonId, task: Task },
    /// A task went from one to another.
    HandedOver { who: PersonId, to: PersonId, task: Task },
    /// Somebody came into a compartment.
    Arrived { who: PersonId, at: CompartmentId },
    /// Everybody awake is at their muster place; so many answered of so many.
    Mustered { present: u8, of: u8 },
    /// An item changed hands, or was picked up.
    Took { who: PersonId, item: Item },
    // -- hatches --
    /// A hatch was shut; `cut_off` people have no way to their vehicle now.
    HatchShut { hatch: HatchId, who: PersonId, cut_off: u8 },
    /// A hatch was opened, against so much difference as hands on it could tell when they began.
    HatchOpened { hatch: HatchId, who: PersonId, dp_mmhg: f64 },
    /// An equalisation valve was opened or shut.
    ValveTurned { hatch: HatchId, who: PersonId, open: bool },
    /// What lay through a hatch was pulled out.
    HatchCleared { hatch: HatchId, who: PersonId },
    /// A hatch jammed, or was freed, by the script.
    HatchJammed { hatch: HatchId, jammed: bool },
    // -- instruments --
    /// Somebody read the hand gauge where they stand.
    GaugeRead { who: PersonId, at: CompartmentId, mmhg: f64 },
    /// The stopwatch was pressed, with the needle at this reading.
    StopwatchPressed { who: PersonId, start: bool, mmhg: f64 },
    /// A reserve time was committed, s; beside it the true one by the linear rule (none where nothing falls).
    Committed { who: PersonId, at: CompartmentId, estimate_s: f64, true_s: Option<f64> },
    /// A leak check ended: what the gauge showed over how long, with temperature taken out.
    LeakChecked {
        who: PersonId,
        at: CompartmentId,
        fell_mmhg: f64,
        over_s: u32,
        holds: bool,
        /// How long it had to last to tell anything, s; nothing in records older than revision 3.
        #[serde(default)]
        needs_s: u32,
    },
    /// Flow sensors at a hatch feel air going into a compartment, or no longer feel any.
    FlowSensed { hatch: HatchId, into: Option<CompartmentId> },
    // -- holes: truth --
    /// Something struck the hull: where, how large the particle (mm), and whether it went through.
    Struck { at: CompartmentId, particle_mm: f64, speed_km_s: f64, perforated: bool },
    /// A hole or crack opened.
    HoleOpened { hole: HoleId, at: CompartmentId, cd_area_mm2: f64 },
    /// A hole grew to this effective area, with what lies on it, or what lay on it came off, by the script.
    HoleChanged { hole: HoleId, cd_area_mm2: f64 },
    // -- holes: seen --
    /// A bang was heard by somebody awake near it; from where cannot be told.
    Heard { who: PersonId },
    /// A search of a place ended without finding anything new.
    FoundNothing { who: PersonId, at: CompartmentId, by_ear: bool },
    /// A hole was found.
    HoleFound { who: PersonId, at: CompartmentId, found: FoundId, by_ear: bool },
    /// A found hole was looked at closely.
    HoleInspected { who: PersonId, found: FoundId, through: bool, from_outside: bool },
    /// Pictures went to the ground.
    HolePhotographed { who: PersonId, found: FoundId },
    /// A finger was put on, or taken off.
    FingerOn { who: PersonId, found: FoundId, on: bool },
    /// Tape was put on.
    Taped { who: PersonId, found: FoundId },
    /// A coat of sealant was put on: which, whether the hole was throttled first, whether the coat below was still wet, which
    /// no record says: a coat upon a wet one is refused.
    Coated { who: PersonId, found: FoundId, coat: u8, throttled: bool, wet: bool },
    /// A patch was put on.
    Patched { who: PersonId, found: FoundId },
    /// A coat became tacky: it can be checked, and coated again.
    CoatTacky { found: FoundId },
    /// A blister was seen in a coat by somebody who looked.
    BlisterSeen { who: PersonId, found: FoundId },
    // -- supplies --
    /// A tank's valve was turned.
    TankValve { who: PersonId, tank: TankId, open: bool },
    /// A tank ran empty.
    TankEmpty { tank: TankId },
    /// A candle was lit.
    CandleLit { who: PersonId, at: CompartmentId },
    /// A machine was switched, by somebody or by the automatic response.
    Switched { who: Option<PersonId>, equipment: EquipmentId, on: bool },
    /// A machine broke, or was mended, by the script.
    EquipmentFault { equipment: EquipmentId, broken: bool },
    /// A sensor became faulty, or was mended, by the script.
    SensorFault { sensor: SensorId, faulty: bool },
    // -- people --
    /// Somebody woke.
    Woke { who: PersonId },
    /// Somebody went to sleep.
    Slept { who: PersonId },
    /// A mask went on or off, or ran out.
    MaskOn { who: PersonId, on: bool },
    /// A suit went on.
    SuitOn { who: PersonId },
    /// Lack of oxygen or bad air was felt.
    FeelsIll { who: PersonId },
    /// Somebody fainted.
    Fainted { who: PersonId },
    /// Somebody came to.
    CameTo { who: PersonId },
    /// Somebody died.
    Died { who: PersonId },
    // -- vehicles --
    /// A seat liner was moved.
    LinerMoved { who: PersonId, vehicle: VehicleId },
    /// Somebody strapped in.
    Seated { who: PersonId, vehicle: VehicleId },
    /// A vehicle undocked with so many people.
    Undocked { vehicle: VehicleId, people: u8 },
    /// A vehicle lost its coolant, or another fault made it a lifeboat only in need.
    VehicleDegraded { vehicle: VehicleId },
    // -- alarms and words --
    /// An alarm sounded.
    Alarm { kind: AlarmKind, sensor: Option<SensorId> },
    /// An alarm's cause went away.
    AlarmCleared { kind: AlarmKind },
    /// The alarms were acknowledged.
    Acknowledged,
    /// The ground was told; whether the crew had what the report stands on.
    Reported { who: PersonId, topic: Topic, founded: bool },
    /// A message of the mission, by its number in the mission.
    Said { message: u16 },
    /// An event of the mission's script fired, by its number.
    Script { event: u16 },
    // -- ends --
    /// The crew declared; whether the truth agrees.
    Declared { claim: Claim, sound: bool },
    /// The drill ended.
    Ended { outcome: Outcome },
}

/// How a drill ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The leak was declared closed after a leak check.
    Held,
    /// The leak was declared shut off after a leak check.
    Isolated,
    /// Everybody alive left.
    Evacuated,
    /// Somebody died.
    LostCrew,
    /// The crew's air fell below the end-point pressure.
    OutOfReserve,
    /// Time ran out.
    TimeLimit,
    /// It was stopped before its end.
    Unfinished,
}

impl Event {
    /// Whether only an all-knowing observer could tell: kept from the console, the ground and unfinished records.
    pub const fn is_truth(&self) -> bool {
        matches!(
            self,
            Event::Struck { .. }
                | Event::HoleOpened { .. }
                | Event::HoleChanged { .. }
                | Event::HatchJammed { .. }
                | Event::SensorFault { .. }
                | Event::Script { .. }
        )
    }
}
