//! What the gauges showed over time: the trend on the screen, from consoles alone.

use crate::sim::alarm::AlarmClass;
use crate::sim::console::{Console, HatchState};
use crate::sim::event::Event;
use crate::sim::ids::HatchId;
use crate::units::Tick;

/// Longest stretch that a chart shows, s.
pub const SPAN_S: u64 = 12 * 3600;
/// More points than this and every second one is dropped.
const POINTS: usize = 2048;

/// Sensor values at an even interval, and what happened when.
#[derive(Clone, Debug)]
pub struct History {
    every: u64,
    points: Vec<(Tick, Vec<f32>)>,
    marks: Vec<(Tick, Mark)>,
    doors: Vec<(Tick, HatchId, bool)>,
}

/// Why a moment is marked on the time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// An alarm sounded.
    Alarm(AlarmClass),
    /// A hatch was shut.
    Shut,
    /// A hatch was opened.
    Open,
    /// A hole was found, or worked on.
    Hole,
    /// A tank's valve was turned.
    Tank,
}

impl Mark {
    /// The mark that an event leaves, if it leaves one.
    pub const fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Alarm { kind, .. } => Some(Mark::Alarm(kind.class())),
            Event::HatchShut { .. } => Some(Mark::Shut),
            Event::HatchOpened { .. } => Some(Mark::Open),
            Event::HoleFound { .. } | Event::Taped { .. } | Event::Coated { .. } | Event::Patched { .. } => {
                Some(Mark::Hole)
            }
            Event::TankValve { .. } => Some(Mark::Tank),
            _ => None,
        }
    }

    /// Its glyph on the axis.
    pub const fn glyph(self) -> &'static str {
        match self {
            Mark::Alarm(_) => "!",
            Mark::Shut => "×",
            Mark::Open => "═",
            Mark::Hole => "o",
            Mark::Tank => "+",
        }
    }
}

impl Default for History {
    fn default() -> Self {
        Self { every: 10, points: Vec::new(), marks: Vec::new(), doors: Vec::new() }
    }
}

impl History {
    /// Whether a console of this moment is wanted.
    pub fn wants(&self, now: Tick) -> bool {
        self.points.last().is_none_or(|(last, _)| now.since(*last) >= self.every)
    }

    /// Remembers a console.
    pub fn keep(&mut self, console: &Console) {
        if !self.wants(console.tick) {
            return;
        }
        self.push(console.tick, values(console));
    }

    /// Remembers what the sensors showed at a moment.
    pub fn push(&mut self, at: Tick, values: Vec<f32>) {
        self.points.push((at, values));
        if self.points.len() >= POINTS {
            let mut odd = false;
            self.points.retain(|_| {
                odd = !odd;
                odd
            });
            self.every *= 2;
        }
    }

    /// Remembers which hatches stand otherwise than they did.
    pub fn watch_doors(&mut self, console: &Console) {
        for hatch in &console.hatches {
            let shut = hatch.state == HatchState::Shut;
            self.door(console.tick, hatch.hatch, shut);
        }
    }

    /// Remembers how a hatch stands, if it stood otherwise.
    pub fn door(&mut self, at: Tick, hatch: HatchId, shut: bool) {
        let was = self.doors.iter().rev().find(|d| d.1 == hatch).map(|d| d.2);
        if was != Some(shut) {
            self.doors.push((at, hatch, shut));
        }
    }

    /// When each hatch was shut (true) or opened, oldest first; the first entry of each is how it stood at the start.
    pub fn doors(&self) -> &[(Tick, HatchId, bool)] {
        &self.doors
    }

    /// Remembers a moment.
    pub fn mark(&mut self, at: Tick, mark: Mark) {
        self.marks.push((at, mark));
    }

    /// All moments marked.
    pub fn marks(&self) -> &[(Tick, Mark)] {
        &self.marks
    }

    /// The first moment remembered.
    pub fn start(&self) -> Tick {
        self.points.first().map_or(Tick::ZERO, |(t, _)| *t)
    }

    /// One sensor's values since a moment, oldest first.
    pub fn trace(&self, sensor: usize, since: Tick) -> impl Iterator<Item = (Tick, f64)> + '_ {
        let from = self.points.partition_point(|(t, _)| *t < since);
        self.points[from..]
            .iter()
            .filter_map(move |(t, values)| values.get(sensor).map(|v| (*t, f64::from(*v))))
            .filter(|(_, v)| v.is_finite())
    }
}

/// What the sensors of a console show; not a number where one shows nothing.
pub fn values(console: &Console) -> Vec<f32> {
    console.sensors.iter().map(|s| s.value.map_or(f32::NAN, |v| v as f32)).collect()
}
