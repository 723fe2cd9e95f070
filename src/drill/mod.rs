//! One run of a mission: the only room that moves time.
//!
//! A [`Drill`] holds a station, the mission's script and the orders that wait for the next tick; the [`Log`] of what
//! happened stands outside it, so that a drill is cheap to clone (a debrief branches it dozens of times). Live play,
//! replay and headless runs are the same loop around [`Drill::tick`]. It may know `mission`, `sim` and `units`. It has
//! no clock (a tick is a tick, however fast they come), no files, no sentences, and it shows a live screen nothing but
//! a [`Console`].
//!
//! Start at [`Drill::tick`], then [`script`] (what the mission does), [`outcome`] (how it ends), [`log`] (what is
//! left).

pub mod grammar;
pub mod log;
pub mod outcome;
pub mod script;

pub use log::{Entry, Log};
pub use outcome::{TrueAir, Truth};

use crate::mission::Mission;
use crate::sim::console::{Console, Viewpoint};
use crate::sim::digest::{Digest, Digester};
use crate::sim::event::{Event, Outcome};
use crate::sim::order::Order;
use crate::sim::refusal::Refusal;
use crate::sim::telemetry::FRAME_TICKS;
use crate::sim::{Forecast, Station};
use crate::units::Tick;
use script::Script;
use std::sync::Arc;

/// Marks and samples come every so many ticks.
pub const MARK_TICKS: u64 = 60;

/// One run of a mission.
#[derive(Clone, Debug)]
pub struct Drill {
    mission: Arc<Mission>,
    seed: u64,
    exam: bool,
    marks: bool,
    station: Station,
    script: Script,
    pending: Vec<Order>,
    outcome: Option<Outcome>,
    /// Events of the tick in hand, reused.
    events: Vec<Event>,
}

impl Drill {
    /// A run of `mission` with this seed, at its first moment.
    pub fn new(mission: Arc<Mission>, seed: u64) -> Self {
        let station = Station::new(mission.layout.clone(), seed, mission.held_below_mmhg_h);
        let script = Script::new(&mission, seed, &station);
        Self {
            mission,
            seed,
            exam: false,
            marks: true,
            station,
            script,
            pending: Vec::new(),
            outcome: None,
            events: Vec::with_capacity(16),
        }
    }

    /// The same under exam rules: computed rates are hidden from the console.
    pub fn with_exam(mut self, exam: bool) -> Self {
        self.exam = exam;
        self
    }

    /// The same as a sketch of what might have been: no marks are taken, which costs less, and the luck of
    /// instruments, searches and repairs is draw `noise` from now on (0 is its own). No record is made of it.
    #[must_use]
    pub fn sketched(mut self, noise: u64) -> Self {
        self.marks = false;
        self.station.draw_again(noise);
        self
    }

    /// What is flown.
    pub fn mission(&self) -> &Arc<Mission> {
        &self.mission
    }

    /// The seed of its luck.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Whether exam rules hold.
    pub fn exam(&self) -> bool {
        self.exam
    }

    /// Now.
    pub fn now(&self) -> Tick {
        self.station.now()
    }

    /// How it ended, once it has.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Whether a declaration agreed with the truth; true where nothing was declared.
    pub fn sound(&self) -> bool {
        self.station.declared().is_none_or(|(_, sound)| sound)
    }

    /// Whether an order could be obeyed, as things stand and with what is queued.
    pub fn check(&self, order: &Order) -> Result<Forecast, Refusal> {
        if self.outcome.is_some() {
            return Err(Refusal::DrillOver);
        }
        self.station.check(&order.act)
    }

    /// Gives an order: it waits for the next tick, which records it and obeys or refuses it.
    pub fn submit(&mut self, order: Order) {
        if self.outcome.is_none() {
            self.pending.push(order);
        }
    }

    /// Takes back the newest order that no tick has obeyed yet.
    pub fn undo(&mut self) -> Option<Order> {
        self.pending.pop()
    }

    /// Orders that wait for the next tick.
    pub fn pending(&self) -> &[Order] {
        &self.pending
    }

    /// One second: orders, script, station, outcome, evidence. Everything that happens in it carries the number that
    /// the clock shows at its end. Does nothing once the drill is over.
    pub fn tick(&mut self, log: &mut Log) {
        if self.outcome.is_some() {
            return;
        }
        let tick = self.now() + 1;
        let quiet = log.len();
        let ordered = !self.pending.is_empty();
        for order in std::mem::take(&mut self.pending) {
            log.push(tick, Entry::Order(order));
            self.station.obey(&order, &mut self.events);
            self.tell(tick, log);
        }
        self.script.act(tick, &mut self.station, &mut self.events);
        self.tell(tick, log);
        self.station.step(&mut self.events);
        self.tell(tick, log);
        // Every end but the time limit comes with an event, or with air that is looked at once a frame.
        let may_end = log.len() != quiet || tick.0.is_multiple_of(FRAME_TICKS) || tick >= self.mission.time_limit;
        if may_end && let Some(outcome) = outcome::reached(&self.mission, &self.station, self.script.ended()) {
            self.outcome = Some(outcome);
            self.events.push(Event::Ended { outcome });
            self.tell(tick, log);
        }
        let minute = tick.0.is_multiple_of(MARK_TICKS);
        if minute || self.outcome.is_some() {
            log.push(tick, Entry::Sample(Box::new(self.station.sample())));
        }
        if self.marks && (minute || ordered || self.outcome.is_some()) {
            log.push(tick, Entry::Mark(self.digest()));
        }
    }

    /// Passes what happened to the script, which may wait for it, and to the log.
    fn tell(&mut self, tick: Tick, log: &mut Log) {
        for event in self.events.drain(..) {
            self.script.observe(tick, &event);
            log.push(tick, Entry::Event(event));
        }
    }

    /// What `viewpoint` can know.
    pub fn console(&self, viewpoint: Viewpoint) -> Console {
        Console { outcome: self.outcome, ..self.station.console(viewpoint, !self.exam) }
    }

    /// The truth, for replays, debriefs and laboratories; never for a live screen.
    pub fn truth(&self) -> Truth {
        Truth::of(&self.station)
    }

    /// Hints of the mission that are useful now, by number.
    pub fn hints(&self) -> Vec<u16> {
        self.script.hints()
    }

    /// Which steps of the procedure card a machine can tell to be done.
    pub fn card(&self) -> Vec<bool> {
        self.script.card()
    }

    /// The digest of the canonical state: station, script, and how it ended. Orders that wait for their tick are in the
    /// record, and in no state yet.
    pub fn digest(&self) -> Digest {
        let mut d = Digester::new();
        self.station.digest(&mut d);
        self.script.digest(&mut d);
        d.u8(self.outcome.map_or(0, |outcome| 1 + outcome as u8));
        d.finish()
    }
}
