//! A mission as the drill uses it: everything decided, every name resolved to an index, nothing left to fail.
//!
//! Three parts that a reader can tell apart: what is there ([`Layout`]), what happens when ([`ScriptEvent`],
//! [`StrikePlan`]), what counts ([`Rubric`]).

pub use super::measure::Measure;
use crate::sim::event::Outcome;
use crate::sim::ids::{CompartmentId, EquipmentId, HatchId, PersonId, SensorId, VehicleId};
use crate::sim::item::Item;
use crate::sim::layout::Layout;
use crate::sim::order::{Claim, Topic};
pub use crate::sim::strike::StrikePlan;
use crate::sim::strike::StrikeRates;
use crate::units::Tick;
use std::sync::{Arc, OnceLock};

/// A mission, checked and resolved.
#[derive(Clone, Debug)]
pub struct Mission {
    /// Short name: that of the file.
    pub name: String,
    /// The file's text, carried by every record.
    pub text: Arc<str>,
    /// The station file's text, if the mission names a preset; carried by every record too.
    pub station_text: Option<Arc<str>>,
    /// Name for people.
    pub title: String,
    /// What the trainee reads before.
    pub brief: String,
    /// What it teaches, in a line.
    pub skill: String,
    /// 1 (a first drill) to 5.
    pub difficulty: u8,
    /// Where its events come from.
    pub sources: Vec<String>,
    /// The seed, if it is always the same.
    pub seed: Option<u64>,
    /// Seeds that the expert won: exams draw from these.
    pub certified: Vec<u64>,
    /// Date and time at the start, seconds since 1970 UTC.
    pub start_unix_s: i64,
    /// When it ends at the latest.
    pub time_limit: Tick,
    /// Exam rules.
    pub exam: ExamRules,
    /// The station.
    pub layout: Arc<Layout>,
    /// The level of difficulty.
    pub level: super::level::Level,
    /// Difficulty settings with the values in force, for the brief.
    pub settings: Vec<(String, String)>,
    /// What happens when.
    pub script: Vec<ScriptEvent>,
    /// What ground, or anybody, says; named by number in events.
    pub messages: Vec<Message>,
    /// Random strikes.
    pub strikes: Option<StrikePlan>,
    /// What they come to over this station, once somebody has asked: the first of many drills works it out.
    pub strike_rates: OnceLock<StrikeRates>,
    /// What counts.
    pub rubric: Rubric,
    /// Help in practice, in order.
    pub hints: Vec<Hint>,
    /// The procedure card.
    pub card: Vec<CardStep>,
    /// A declaration "held" is true while all that leaks from the crew's air through holes is slower than this,
    /// mmHg/h in the air where the crew is.
    pub held_below_mmhg_h: f64,
}

/// How an exam on this mission is run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExamRules {
    /// Pauses allowed.
    pub pauses: u32,
    /// Fastest playback.
    pub max_speed: u32,
}

/// Something said to the crew.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Houston, Moscow, or any name.
    pub from: String,
    /// The words.
    pub text: String,
}

/// A hint for practice.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// When it becomes useful.
    pub when: Condition,
    /// When it is useful no more.
    pub until: Option<Condition>,
    /// The words.
    pub text: String,
}

/// A step of the procedure card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardStep {
    /// The words.
    pub text: String,
    /// When it counts as done, if a machine can tell.
    pub done: Option<Condition>,
}

/// Something that happens when its condition comes true.
#[derive(Clone, Debug, PartialEq)]
pub struct ScriptEvent {
    /// Name, unique in the file.
    pub name: String,
    /// When. Asked each tick.
    pub when: Condition,
    /// Chance that it happens when its time comes, 0 to 1.
    pub chance: f64,
    /// Happens again so long after the last time while the condition holds; once if none.
    pub repeat_s: Option<u64>,
    /// At most so many times.
    pub at_most: u32,
    /// What happens.
    pub actions: Vec<Action>,
}

/// A question about a drill with a yes or no, asked of what the crew and the ground can know and of what was done.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are their names")]
pub enum Condition {
    /// The drill has lasted so long.
    At(Tick),
    /// So long after a script event (by number) first happened.
    After { event: u16, delay_s: u64 },
    /// It was done at least so often.
    Done { deed: Deed, times: u32 },
    /// The first was done, and the second was not done before it.
    Before { first: Deed, second: Deed },
    /// So long since it was last done (false while it was not).
    Since { deed: Deed, delay_s: u64 },
    /// The hatch is shut, else open.
    Hatch { hatch: HatchId, shut: bool },
    /// A sensor shows less (or more) than so much (mmHg, °C).
    Telemetry { sensor: SensorId, below: bool, value: f64 },
    /// A pressure sensor shows a fall over ten minutes faster than so much, mmHg/h.
    Falling { sensor: SensorId, faster_than: f64 },
    /// Pressure telemetry of all docked sensors (or this one) moved less than its resolution and a half for so long.
    Steady { sensor: Option<SensorId>, for_s: u64 },
    /// Somebody (or this person) is in one of these compartments.
    Inside { who: Option<PersonId>, places: Vec<CompartmentId> },
    /// Everybody (or this person) sleeps.
    Asleep { who: Option<PersonId> },
    /// All of these.
    All(Vec<Condition>),
    /// Any of these.
    Any(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
}

/// Something that a crew does, as a pattern over visible events. Empty lists and `None` match anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// What.
    pub what: DeedKind,
    /// By whom.
    pub who: Option<PersonId>,
    /// Where (a compartment, or all those of a vehicle or segment).
    pub places: Vec<CompartmentId>,
    /// At which hatches (one, or all those that divide two segments).
    pub hatches: Vec<HatchId>,
}

/// Kinds of deeds.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are their names")]
pub enum DeedKind {
    /// The roll was called and all awake answered.
    Muster,
    /// A hand gauge was read.
    Measure,
    /// A reserve time was committed.
    Commit,
    /// A leak check ended; only one that holds (or does not), if given.
    LeakCheck { holds: Option<bool> },
    /// A hatch was shut.
    Close,
    /// A hatch was opened.
    Open,
    /// A place was searched, by ear or eye.
    Searched,
    /// A hole was found.
    Find,
    /// A hole was inspected.
    Inspect,
    /// A hole was photographed.
    Photograph,
    /// A finger was put on a hole.
    Finger,
    /// Tape was put on a hole.
    Tape,
    /// A coat of sealant was put on.
    Coat,
    /// A patch was put on.
    Patch,
    /// A tank's valve was opened.
    OpenTank,
    /// A tank's valve was shut.
    ShutTank,
    /// A candle was lit.
    Candle,
    /// Somebody was woken or woke.
    Wake,
    /// A mask was put on.
    Mask,
    /// A suit was put on.
    Suit,
    /// A seat liner was moved.
    Liner,
    /// Somebody strapped in.
    Seat,
    /// A vehicle undocked.
    Undock,
    /// A machine was switched by somebody.
    Switch { equipment: Option<EquipmentId>, on: Option<bool> },
    /// The ground was told.
    Report { topic: Option<Topic> },
    /// The alarm was raised by hand.
    RaiseAlarm,
    /// Alarms were acknowledged.
    Acknowledge,
    /// An item was fetched or handed over.
    Took { item: Option<Item> },
    /// A hatch was cleared of what lay through it.
    Clear,
    /// The crew declared.
    Declare { claim: Option<Claim> },
    /// An emergency alarm sounded.
    EmergencySounded,
}

/// What an event does.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are their names")]
pub enum Action {
    /// Somebody says something (by number in [`Mission::messages`]).
    Say(u16),
    /// A hole opens.
    Hole(HoleSpec),
    /// A hole made before (by name) grows or shrinks to so many times its made area, over so long.
    Grow { hole: String, factor: f64, over_s: u64 },
    /// Repairs on the hole fail: it is as it was made.
    Reopen { hole: String },
    /// One strike from the sky now, by this plan.
    Strike(StrikePlan),
    /// A bang that comes from nothing.
    Noise { at: CompartmentId },
    /// A sensor goes wrong.
    SensorFault { sensor: SensorId, fault: SensorFault },
    /// A hand gauge is off by so much, mmHg (all that are carried).
    GaugeBias { mmhg: f64 },
    /// A machine breaks or is mended.
    Break { equipment: EquipmentId, broken: bool },
    /// A machine is switched.
    Switch { equipment: EquipmentId, on: bool },
    /// A hatch jams or is freed.
    Jam { hatch: HatchId, jammed: bool },
    /// Wall temperature of compartments moves to so many K over so long.
    Walls { places: Vec<CompartmentId>, kelvin: f64, over_s: u64 },
    /// A vehicle loses its coolant: a lifeboat only in need.
    Degrade { vehicle: VehicleId },
    /// Somebody (or all) wakes.
    Wake { who: Option<PersonId> },
    /// Somebody (or all) who is idle goes to sleep.
    Sleep { who: Option<PersonId> },
    /// A vehicle leaves empty.
    TakeAway { vehicle: VehicleId },
    /// The drill ends.
    End(Outcome),
}

/// What goes wrong with a sensor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SensorFault {
    /// Mended.
    None,
    /// Shows what it showed.
    Stuck,
    /// Off by so much from now.
    Bias(f64),
    /// Drifts by so much an hour from now.
    Drift(f64),
    /// Shows nothing.
    Dead,
}

/// A scripted hole or crack.
#[derive(Clone, Debug, PartialEq)]
pub struct HoleSpec {
    /// Name by which later actions speak of it.
    pub name: String,
    /// Where: one of these, drawn by the seed with these weights.
    pub places: Vec<(CompartmentId, f64)>,
    /// Effective area, discharge coefficient inside, mm2: drawn evenly in the logarithm between the two.
    pub cd_area_mm2: (f64, f64),
    /// How large it looks, mm; from the area if none. For a crack its length.
    pub looks_mm: Option<f64>,
    /// A crack.
    pub crack: bool,
    /// Struck from outside, else made from inside.
    pub from_outside: bool,
    /// It does not go through: seen, but nothing leaks.
    pub blind: bool,
    /// How hard it is to find by ear and eye: 1 as usual, 0.3 behind racks.
    pub findable: f64,
}

/// What counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Rubric {
    /// Items in the order of the card.
    pub items: Vec<ScoreItem>,
    /// Share of the points needed to pass, with every critical item earned.
    pub pass_mark: f64,
}

/// A line of the scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreItem {
    /// Name for people.
    pub name: String,
    /// The skill it belongs to, a short word shared by missions (`lifeboat`, `reserve_time`, `search`, ...).
    pub skill: String,
    /// Points at most.
    pub points: f64,
    /// Without it there is no pass.
    pub critical: bool,
    /// Why it counts, for the debrief.
    pub why: String,
    /// Not applicable (and leaves the total) unless this came true. The mission's author decides this, not the
    /// trainee's choices.
    pub applies: Option<Condition>,
    /// How it is earned.
    pub test: Test,
}

/// How an item is earned.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are their names")]
pub enum Test {
    /// When the condition comes true; by bands of time, full points if there are none.
    When { condition: Condition, bands: Vec<Band> },
    /// Unless the condition ever comes true.
    Never { condition: Condition },
    /// By a number taken from the log: full points up to `full`, none from `none` on, in proportion between.
    Measure { measure: Measure, full: f64, none: f64 },
    /// By how it ended; a false declaration earns nothing.
    Outcome { any_of: Vec<Outcome> },
}

/// Points by time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Up to this moment (since the start, or since a script event).
    pub within_s: u64,
    /// Measured from this script event; from the start if none.
    pub after_event: Option<u16>,
    /// Share of the points.
    pub share: f64,
}
