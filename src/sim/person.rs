//! A crew member in a drill: where, how, with what, and at which task.

use super::body::Body;
use super::console::Condition;
use super::digest::Digester;
use super::gauge::HandGauge;
use super::ids::{CompartmentId, PersonId, VehicleId};
use super::item::Items;
use super::layout::Member;
use super::order::Task;
use super::route::Path;
use crate::units::Tick;
use std::collections::VecDeque;

/// Tasks that can wait behind the one in hand.
pub const QUEUE: usize = 4;

/// Oxygen in a mask's bottle, s (model choice; portable breathing apparatus carries some fifteen minutes to an hour).
pub const MASK_S: u32 = 1800;

/// Oxygen that a Soyuz has for one suit, s (facts 5.3: some two hours).
pub const HOSE_S: u32 = 7200;

/// A crew member.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Where.
    pub at: CompartmentId,
    /// Asleep, unconscious, dead, gone, or neither.
    pub condition: Condition,
    /// What air has done to them.
    pub body: Body,
    /// What they do.
    pub job: Option<Job>,
    /// What waits.
    pub queue: VecDeque<Task>,
    /// What they carry.
    pub carries: Items,
    /// Oxygen left in the mask they wear, s.
    pub mask_s: Option<u32>,
    /// Oxygen left in a mask that they have worn and carry now, s.
    pub mask_used_s: Option<u32>,
    /// Wears the Sokol suit.
    pub suited: bool,
    /// Oxygen left for their suit at the hose of a seat, s.
    pub hose_s: u32,
    /// The hose feeds them just now, so that they take nothing from the cabin.
    pub fed: bool,
    /// Strapped into a vehicle.
    pub seated: Option<VehicleId>,
    /// Where their seat liner is.
    pub liner: Option<VehicleId>,
    /// The hand gauge they are reading.
    pub gauge: Option<HandGauge>,
    /// Stopwatch running since, with the needle then, mmHg.
    pub stopwatch: Option<(Tick, f64)>,
    /// Last timing: seconds, and mmHg fallen.
    pub timed: Option<(u32, f64)>,
    /// Last committed reserve time, s, and when.
    pub committed: Option<(f64, Tick)>,
    /// Searches made so far, by which luck is keyed.
    pub searches: u32,
    /// Where they are to answer the roll: they are on the way, or there.
    pub mustering: Option<CompartmentId>,
}

/// A task in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// What.
    pub task: Task,
    /// Compartments still to be entered.
    pub path: Path,
    /// Seconds to the next of them.
    pub step_left_s: u32,
    /// Work has begun.
    pub working: bool,
    /// Seconds done, walking included.
    pub done_s: u32,
    /// Seconds of work left; nothing for what goes on until stopped.
    pub left_s: Option<u32>,
    /// When the work began.
    pub began: Tick,
    /// What the work remembers from its start (a leak check: reading over temperature).
    pub memory: [f64; 2],
}

impl Person {
    /// As the layout has them.
    pub fn new(member: &Member) -> Self {
        let mut carries = Items::default();
        for &item in &member.carries {
            carries.add(item, item.pack());
        }
        Self {
            at: member.compartment,
            condition: if member.asleep { Condition::Asleep } else { Condition::Well },
            body: Body::default(),
            job: None,
            queue: VecDeque::new(),
            carries,
            mask_s: None,
            mask_used_s: None,
            suited: false,
            hose_s: HOSE_S,
            fed: false,
            seated: None,
            liner: member.vehicle,
            gauge: None,
            stopwatch: None,
            timed: None,
            committed: None,
            searches: 0,
            mustering: None,
        }
    }

    /// Alive and not gone.
    pub fn aboard(&self) -> bool {
        !matches!(self.condition, Condition::Dead | Condition::Gone)
    }

    /// Can be given orders.
    pub fn awake(&self) -> bool {
        matches!(self.condition, Condition::Well | Condition::Impaired)
    }

    /// In a suit, on the hose of the seat in which they sit, while it has oxygen: away from the seat a suit feeds nobody.
    pub fn on_hose(&self) -> bool {
        self.suited && self.seated.is_some() && self.hose_s > 0
    }

    /// Has nothing in hand, and nothing waits.
    pub fn is_idle(&self) -> bool {
        self.job.is_none() && self.queue.is_empty()
    }

    /// Adds their state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        d.u32(u32::from(self.at.0));
        d.u8(self.condition as u8);
        self.body.digest(d);
        self.carries.digest(d);
        d.u32(self.mask_s.unwrap_or(u32::MAX));
        d.u32(self.mask_used_s.unwrap_or(u32::MAX));
        d.u8(u8::from(self.suited) << 1 | u8::from(self.fed));
        d.u32(self.hose_s);
        d.u32(self.mustering.map_or(u32::MAX, |c| u32::from(c.0)));
        d.u32(self.seated.map_or(u32::MAX, |v| u32::from(v.0)));
        d.u32(self.liner.map_or(u32::MAX, |v| u32::from(v.0)));
        d.f64(self.gauge.map_or(-1.0, |g| g.felt_mmhg));
        d.moment(self.stopwatch.map(|(since, _)| since));
        if let Some((_, mmhg)) = self.stopwatch {
            d.f64(mmhg);
        }
        d.moment(self.committed.map(|(_, at)| at));
        d.u32(self.searches);
        d.u8(self.queue.len() as u8);
        self.queue.iter().for_each(|task| d.hashed(task));
        if let Some(job) = &self.job {
            d.hashed(&job.task);
            d.u8(u8::from(job.working));
            d.u32(job.done_s);
            d.u32(job.left_s.unwrap_or(u32::MAX));
            d.u32(job.step_left_s);
            d.tick(job.began);
            d.u8(job.path.steps.len() as u8);
        }
    }
}

/// All that one must know to name a person in a list.
pub fn ids(count: usize) -> impl Iterator<Item = PersonId> {
    (0..count).map(PersonId::at)
}
