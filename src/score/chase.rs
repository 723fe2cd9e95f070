//! False alarms chased: emergency procedures begun while nothing that anybody could see spoke of a leak.
//!
//! Judged on what was shown, never on what was true: once any alarm about pressure has sounded, a bang was heard,
//! somebody spoke, a sensor fell by more than its noise within an hour or a hand gauge lost a millimetre, an answer is
//! an answer, even if it turns out that nothing leaked. Acts within half an hour of each other are one chase.

use crate::sim::alarm::AlarmKind;
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, PersonId};
use crate::sim::layout::{Layout, Quantity};
use crate::sim::sample::Sample;
use crate::units::Tick;
use std::collections::VecDeque;

/// How long one chase lasts without a new act, s.
const LULL_S: u64 = 1800;
/// A sensor's fall within this time is evidence, s.
const WINDOW_S: u64 = 3600;
/// How much fall is evidence, in steps of the sensor; two steps are within its noise and rounding.
const STEPS: f64 = 3.0;
/// What a hand gauge can tell for certain, mmHg.
const GAUGE_MMHG: f64 = 1.0;

/// Counts chases.
#[derive(Clone, Debug, Default)]
pub struct Chase {
    pressure: Vec<(usize, f64)>,
    history: VecDeque<(Tick, Vec<Option<f64>>)>,
    /// Highest reading of each pair of hands in each place: two gauges differ without any leak.
    by_hand: Vec<(PersonId, CompartmentId, f64)>,
    evidence: bool,
    chases: u32,
    first: Option<Tick>,
    last_act: Option<Tick>,
}

impl Chase {
    /// Nothing shown yet.
    pub fn new(layout: &Layout) -> Self {
        let sensors = layout.sensors.iter().enumerate().filter(|(_, s)| s.quantity == Quantity::Pressure);
        Self { pressure: sensors.map(|(ix, s)| (ix, s.resolution)).collect(), ..Self::default() }
    }

    /// Takes in what telemetry showed.
    pub fn sample(&mut self, tick: Tick, sample: &Sample) {
        if self.evidence {
            return;
        }
        while self.history.front().is_some_and(|(then, _)| tick.since(*then) > WINDOW_S) {
            self.history.pop_front();
        }
        let shown: Vec<Option<f64>> =
            self.pressure.iter().map(|(ix, _)| sample.sensors.get(*ix).copied().flatten()).collect();
        let fell = |n: usize, step: f64| {
            let now = shown[n]?;
            let highest = self.history.iter().filter_map(|(_, then)| then[n]).fold(now, f64::max);
            Some(highest - now >= STEPS * step)
        };
        let falls = self.pressure.iter().enumerate().any(|(n, (_, step))| fell(n, *step).unwrap_or(false));
        self.evidence |= falls;
        self.history.push_back((tick, shown));
    }

    /// Takes in what happened.
    pub fn observe(&mut self, tick: Tick, event: &Event) {
        match *event {
            Event::Alarm { kind: AlarmKind::CrewDepress, .. }
            | Event::HatchShut { .. }
            | Event::Undocked { .. }
            | Event::Seated { .. }
                if !self.evidence =>
            {
                if self.last_act.is_none_or(|last| tick.since(last) > LULL_S) {
                    self.chases += 1;
                    self.first.get_or_insert(tick);
                }
                self.last_act = Some(tick);
            }
            Event::Alarm { kind, .. } => self.evidence |= kind != AlarmKind::CrewDepress,
            Event::Heard { .. } | Event::Said { .. } | Event::FeelsIll { .. } => self.evidence = true,
            Event::GaugeRead { who, at, mmhg } => {
                if let Some((_, _, highest)) = self.by_hand.iter_mut().find(|(w, c, _)| (*w, *c) == (who, at)) {
                    *highest = highest.max(mmhg);
                    self.evidence |= *highest - mmhg >= GAUGE_MMHG;
                } else {
                    self.by_hand.push((who, at, mmhg));
                }
            }
            _ => {}
        }
    }

    /// Chases so far, and when the first began.
    pub fn reading(&self) -> (f64, Option<Tick>) {
        (f64::from(self.chases), self.first)
    }
}
