//! The one evaluator of conditions: a drill's script asks it live, the score asks it of a log, hints and the
//! procedure card follow it on the screen. All three get the same answer, since all three feed it the same events.
//!
//! Conditions are compiled once into a flat [`Plan`]; a [`Watcher`] is the small state that goes with it, cheap to
//! clone. Events are taken in with [`Watcher::observe`]; [`Watcher::settle`] then answers every condition for a tick,
//! and returns at once when no event mattered, no clock ran out and no frame of telemetry has come. Nothing allocates
//! after the start.

use super::deed::Whereabouts;
use super::model::{Condition, Deed};
use crate::sim::digest::Digester;
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, HatchId, PersonId, SensorId};
use crate::sim::layout::{Layout, Quantity};
use crate::sim::telemetry::FRAME_TICKS;
use crate::units::Tick;
use std::sync::Arc;

/// What telemetry shows at a moment: the only thing that events do not tell.
pub trait Readings {
    /// What a sensor shows, mmHg or °C; none where it shows nothing.
    fn value(&self, sensor: SensorId) -> Option<f64>;
    /// Its change over the last ten minutes, per hour; none until there are ten minutes.
    fn per_hour_10min(&self, sensor: SensorId) -> Option<f64>;
}

/// No telemetry at all: conditions on sensors do not hold.
pub struct Silence;

impl Readings for Silence {
    fn value(&self, _: SensorId) -> Option<f64> {
        None
    }
    fn per_hour_10min(&self, _: SensorId) -> Option<f64> {
        None
    }
}

/// A condition with its deeds and steady clocks resolved to numbers.
#[derive(Clone, Debug)]
enum Node {
    At(Tick),
    After { event: usize, delay_s: u64 },
    Done { deed: usize, times: u32 },
    Before { first: usize, second: usize },
    Since { deed: usize, delay_s: u64 },
    Hatch { hatch: HatchId, shut: bool },
    Telemetry { sensor: SensorId, below: bool, value: f64 },
    Falling { sensor: SensorId, faster_than: f64 },
    Steady { clocks: Vec<usize>, for_s: u64 },
    Inside { who: Option<PersonId>, places: Vec<CompartmentId> },
    Asleep { who: Option<PersonId> },
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
}

/// Compiled conditions.
#[derive(Debug)]
struct Plan {
    layout: Arc<Layout>,
    nodes: Vec<Node>,
    deeds: Vec<Deed>,
    /// Sensors whose steadiness is asked for, with their resolution.
    steady: Vec<(SensorId, f64)>,
    /// Conditions that ask for telemetry, which may change with any frame, by number.
    telemetry: Vec<usize>,
}

/// How often and when a deed was done. Moments carry the number of the event, so that two deeds of one tick keep
/// their order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Done {
    times: u32,
    first: Option<(Tick, u64)>,
    last: Option<Tick>,
}

/// Since when a sensor has not moved from a value by more than its resolution and a half.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Still {
    value: Option<f64>,
    since: Tick,
}

/// Follows one stream of events and answers conditions about it.
#[derive(Clone, Debug)]
pub struct Watcher {
    plan: Arc<Plan>,
    whereabouts: Whereabouts,
    done: Vec<Done>,
    script: Vec<Option<Tick>>,
    still: Vec<Still>,
    seen: u64,
    holds: Vec<bool>,
    first: Vec<Option<Tick>>,
    dirty: bool,
    wake: Option<Tick>,
}

impl Watcher {
    /// A watcher of these conditions; they are asked about by their place in the list.
    pub fn new<'a>(layout: &Arc<Layout>, conditions: impl IntoIterator<Item = &'a Condition>) -> Self {
        let mut plan = Plan {
            layout: layout.clone(),
            nodes: Vec::new(),
            deeds: Vec::new(),
            steady: Vec::new(),
            telemetry: Vec::new(),
        };
        let mut events = 0;
        for condition in conditions {
            let node = plan.compile(condition, &mut events);
            if node.asks_telemetry() {
                plan.telemetry.push(plan.nodes.len());
            }
            plan.nodes.push(node);
        }
        Self {
            whereabouts: Whereabouts::new(layout),
            done: vec![Done::default(); plan.deeds.len()],
            script: vec![None; events],
            still: vec![Still::default(); plan.steady.len()],
            seen: 0,
            holds: vec![false; plan.nodes.len()],
            first: vec![None; plan.nodes.len()],
            dirty: true,
            wake: None,
            plan: Arc::new(plan),
        }
    }

    /// Takes in what happened at `tick`.
    pub fn observe(&mut self, tick: Tick, event: &Event) {
        self.seen += 1;
        self.dirty |= self.whereabouts.observe(event, &self.plan.layout);
        if let Event::Script { event } = *event
            && let Some(first) = self.script.get_mut(usize::from(event))
            && first.is_none()
        {
            *first = Some(tick);
            self.dirty = true;
        }
        for (deed, done) in self.plan.deeds.iter().zip(&mut self.done) {
            if deed.is(event, &self.whereabouts, &self.plan.layout) {
                done.times += 1;
                done.first.get_or_insert((tick, self.seen));
                done.last = Some(tick);
                self.dirty = true;
            }
        }
    }

    /// Answers every condition for this tick; says whether any answer may have changed. At once if none can have.
    pub fn settle(&mut self, now: Tick, readings: &impl Readings) -> bool {
        let due = self.dirty || self.wake.is_some_and(|wake| now >= wake);
        if !due && !now.0.is_multiple_of(FRAME_TICKS) {
            return false;
        }
        for (still, &(sensor, resolution)) in self.still.iter_mut().zip(&self.plan.steady) {
            still.follow(readings.value(sensor), resolution, now);
        }
        let mut changed = self.dirty;
        let plan = self.plan.clone();
        if due {
            self.dirty = false;
            self.wake = None;
            (0..plan.nodes.len()).for_each(|n| changed |= self.settle_one(&plan, n, now, readings));
        } else {
            plan.telemetry.iter().for_each(|&n| changed |= self.settle_one(&plan, n, now, readings));
        }
        changed
    }

    /// Answers one condition and notes when its clocks may next change the answer; says whether it changed now.
    fn settle_one(&mut self, plan: &Plan, n: usize, now: Tick, readings: &impl Readings) -> bool {
        let node = &plan.nodes[n];
        let holds = self.ask(node, now, readings);
        let changed = holds != self.holds[n];
        self.holds[n] = holds;
        if holds {
            self.first[n].get_or_insert(now);
        }
        self.wake = self.wake.into_iter().chain(self.next_flip(node, now)).min();
        changed
    }

    /// Whether the condition with this number held when last settled.
    pub fn holds(&self, n: usize) -> bool {
        self.holds[n]
    }

    /// When the condition with this number first held.
    pub fn first(&self, n: usize) -> Option<Tick> {
        self.first[n]
    }

    /// The next tick at which a clock alone can change an answer.
    pub fn wake(&self) -> Option<Tick> {
        self.wake
    }

    /// Where people are and which hatches are shut, as followed.
    pub fn whereabouts(&self) -> &Whereabouts {
        &self.whereabouts
    }

    /// Adds what later answers depend on.
    pub fn digest(&self, d: &mut Digester) {
        for done in &self.done {
            d.u32(done.times);
            if let (Some((first, n)), Some(last)) = (done.first, done.last) {
                d.tick(first);
                d.u64(n);
                d.tick(last);
            }
        }
        for first in &self.script {
            d.moment(*first);
        }
        for still in &self.still {
            d.f64(still.value.unwrap_or(-1.0));
            d.tick(still.since);
        }
        for &holds in &self.holds {
            d.u8(u8::from(holds));
        }
    }

    fn ask(&self, node: &Node, now: Tick, readings: &impl Readings) -> bool {
        match node {
            Node::At(tick) => now >= *tick,
            Node::After { event, delay_s } => self.script[*event].is_some_and(|first| now.since(first) >= *delay_s),
            Node::Done { deed, times } => self.done[*deed].times >= *times,
            Node::Before { first, second } => match (self.done[*first].first, self.done[*second].first) {
                (Some((_, first)), Some((_, second))) => first <= second,
                (Some(_), None) => true,
                (None, _) => false,
            },
            Node::Since { deed, delay_s } => self.done[*deed].last.is_some_and(|last| now.since(last) >= *delay_s),
            Node::Hatch { hatch, shut } => self.whereabouts.shut(*hatch) == *shut,
            Node::Telemetry { sensor, below, value } => {
                readings.value(*sensor).is_some_and(|shown| if *below { shown < *value } else { shown > *value })
            }
            Node::Falling { sensor, faster_than } => {
                readings.per_hour_10min(*sensor).is_some_and(|rate| -rate > *faster_than)
            }
            Node::Steady { clocks, for_s } => clocks.iter().all(|&n| {
                let still = self.still[n];
                // A sensor that shows nothing (its vehicle has left) has no say, unless it is the only one asked.
                (still.value.is_none() && clocks.len() > 1)
                    || (still.value.is_some() && now.since(still.since) >= *for_s)
            }),
            Node::Inside { who, places } => self.whereabouts.inside(*who, places),
            Node::Asleep { who: Some(who) } => self.whereabouts.asleep(*who),
            Node::Asleep { who: None } => self.whereabouts.all_asleep(),
            Node::All(parts) => parts.iter().all(|part| self.ask(part, now, readings)),
            Node::Any(parts) => parts.iter().any(|part| self.ask(part, now, readings)),
            Node::Not(part) => !self.ask(part, now, readings),
        }
    }

    fn next_flip(&self, node: &Node, now: Tick) -> Option<Tick> {
        let flip = match node {
            Node::At(tick) => Some(*tick),
            Node::After { event, delay_s } => self.script[*event].map(|first| first + *delay_s),
            Node::Since { deed, delay_s } => self.done[*deed].last.map(|last| last + *delay_s),
            Node::Steady { clocks, for_s } => {
                clocks.iter().map(|&n| self.still[n].since + *for_s).filter(|flip| *flip > now).min()
            }
            Node::All(parts) | Node::Any(parts) => parts.iter().filter_map(|part| self.next_flip(part, now)).min(),
            Node::Not(part) => self.next_flip(part, now),
            _ => None,
        };
        flip.filter(|flip| *flip > now)
    }
}

impl Node {
    fn asks_telemetry(&self) -> bool {
        match self {
            Self::Telemetry { .. } | Self::Falling { .. } | Self::Steady { .. } => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::asks_telemetry),
            Self::Not(part) => part.asks_telemetry(),
            _ => false,
        }
    }
}

impl Still {
    fn follow(&mut self, shown: Option<f64>, resolution: f64, now: Tick) {
        match (self.value, shown) {
            (Some(value), Some(shown)) if (shown - value).abs() <= 1.5 * resolution => {}
            (None, None) => {}
            _ => *self = Self { value: shown, since: now },
        }
    }
}

impl Plan {
    fn compile(&mut self, condition: &Condition, events: &mut usize) -> Node {
        match condition {
            Condition::At(tick) => Node::At(*tick),
            Condition::After { event, delay_s } => {
                *events = (*events).max(usize::from(*event) + 1);
                Node::After { event: usize::from(*event), delay_s: *delay_s }
            }
            Condition::Done { deed, times } => Node::Done { deed: self.deed(deed), times: (*times).max(1) },
            Condition::Before { first, second } => Node::Before { first: self.deed(first), second: self.deed(second) },
            Condition::Since { deed, delay_s } => Node::Since { deed: self.deed(deed), delay_s: *delay_s },
            Condition::Hatch { hatch, shut } => Node::Hatch { hatch: *hatch, shut: *shut },
            Condition::Telemetry { sensor, below, value } => {
                Node::Telemetry { sensor: *sensor, below: *below, value: *value }
            }
            Condition::Falling { sensor, faster_than } => Node::Falling { sensor: *sensor, faster_than: *faster_than },
            Condition::Steady { sensor, for_s } => Node::Steady { clocks: self.clocks(*sensor), for_s: *for_s },
            Condition::Inside { who, places } => Node::Inside { who: *who, places: places.clone() },
            Condition::Asleep { who } => Node::Asleep { who: *who },
            Condition::All(parts) => Node::All(parts.iter().map(|part| self.compile(part, events)).collect()),
            Condition::Any(parts) => Node::Any(parts.iter().map(|part| self.compile(part, events)).collect()),
            Condition::Not(part) => Node::Not(Box::new(self.compile(part, events))),
        }
    }

    fn deed(&mut self, deed: &Deed) -> usize {
        self.deeds.iter().position(|known| known == deed).unwrap_or_else(|| {
            self.deeds.push(deed.clone());
            self.deeds.len() - 1
        })
    }

    fn clocks(&mut self, sensor: Option<SensorId>) -> Vec<usize> {
        let asked: Vec<SensorId> = match sensor {
            Some(sensor) => vec![sensor],
            None => (0..self.layout.sensors.len())
                .map(SensorId::at)
                .filter(|s| self.layout.sensor(*s).quantity == Quantity::Pressure)
                .collect(),
        };
        asked.into_iter().map(|sensor| self.clock(sensor)).collect()
    }

    fn clock(&mut self, sensor: SensorId) -> usize {
        self.steady.iter().position(|(known, _)| *known == sensor).unwrap_or_else(|| {
            self.steady.push((sensor, self.layout.sensor(sensor).resolution));
            self.steady.len() - 1
        })
    }
}
