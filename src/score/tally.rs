//! The numbers of a log, gathered in one walk: what each [`Measure`] says, and the tick that decided it.

use super::calls::Calls;
use super::chase::Chase;
use super::closure::Closure;
use super::lifeline::Lifeline;
use super::patching::Patching;
use crate::mission::deed::Whereabouts;
use crate::mission::model::Measure;
use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Layout;
use crate::sim::order::{Act, Order, Task};
use crate::sim::reserve::END_POINT_MMHG;
use crate::sim::sample::Sample;
use crate::units::Tick;
use std::sync::Arc;

/// A number and the tick that decided it.
pub type Reading = (f64, Option<Tick>);

/// A committed reserve time beside the true one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// When.
    pub at: Tick,
    /// Committed, s.
    pub estimate_s: f64,
    /// True, s.
    pub true_s: f64,
}

impl Estimate {
    /// Relative error, percent.
    pub fn error_percent(&self) -> f64 {
        (self.estimate_s - self.true_s).abs() / self.true_s * 100.0
    }
}

/// The numbers of one drill.
#[derive(Clone, Debug)]
pub struct Tally {
    layout: Arc<Layout>,
    doors: Whereabouts,
    lifeline: Lifeline,
    closure: Closure,
    patching: Patching,
    calls: Calls,
    chase: Chase,
    shut_before: Vec<bool>,
    reopened: Reading,
    lowest: Option<Reading>,
    oxygen: Option<Reading>,
    exposure: Reading,
    leaked: Reading,
    air: Vec<f64>,
    estimates: Vec<Estimate>,
    leak: Option<Tick>,
    /// The first answer; an order that is refused in its tick is none.
    response: Option<(Tick, Act)>,
    last: Tick,
}

impl Tally {
    /// Nothing happened yet.
    pub fn new(layout: &Arc<Layout>) -> Self {
        let doors = Whereabouts::new(layout);
        Self {
            lifeline: Lifeline::new(layout, &doors),
            closure: Closure::new(layout),
            patching: Patching::default(),
            calls: Calls::default(),
            chase: Chase::new(layout),
            shut_before: vec![false; layout.hatches.len()],
            reopened: (0.0, None),
            lowest: None,
            oxygen: None,
            exposure: (0.0, None),
            leaked: (0.0, None),
            air: Vec::new(),
            estimates: Vec::new(),
            leak: None,
            response: None,
            last: Tick::ZERO,
            doors,
            layout: layout.clone(),
        }
    }

    /// Takes in an order: what the crew answered with, and when.
    pub fn order(&mut self, tick: Tick, order: &Order) {
        let answers = match order.act {
            Act::Muster { .. } | Act::RaiseAlarm | Act::GroundWake { .. } | Act::Stopwatch { .. } => true,
            Act::Task { task, .. } => matches!(
                task,
                Task::Measure(_)
                    | Task::Close(_)
                    | Task::Listen
                    | Task::Search
                    | Task::LeakCheck(_)
                    | Task::Wake(_)
                    | Task::Enter(_)
                    | Task::Finger(_)
            ),
            _ => false,
        };
        if answers && self.leak.is_some() {
            self.response.get_or_insert((tick, order.act));
        }
    }

    /// Takes in an event.
    pub fn event(&mut self, tick: Tick, event: &Event) {
        self.closure.before(tick, event, &self.layout, &self.doors, &self.lifeline);
        self.doors.observe(event, &self.layout);
        self.lifeline.observe(tick, event, &self.layout, &self.doors);
        self.patching.observe(tick, event);
        self.calls.observe(event);
        self.chase.observe(tick, event);
        match *event {
            Event::HoleOpened { cd_area_mm2, .. } if cd_area_mm2 > 0.0 => {
                self.leak.get_or_insert(tick);
            }
            Event::Refused { act, .. } if self.response == Some((tick, act)) => self.response = None,
            Event::HatchShut { hatch, .. } => self.shut_before[hatch.ix()] = true,
            Event::HatchOpened { hatch, dp_mmhg, .. }
                if self.shut_before[hatch.ix()] && dp_mmhg.abs() > self.reopened.0 =>
            {
                self.reopened = (dp_mmhg.abs(), Some(tick));
            }
            Event::Committed { estimate_s, true_s: Some(true_s), .. } if true_s > 0.0 => {
                self.estimates.push(Estimate { at: tick, estimate_s, true_s });
            }
            _ => {}
        }
    }

    /// Takes in a minute's evidence.
    pub fn sample(&mut self, tick: Tick, sample: &Sample) {
        self.closure.sample(sample, &self.layout, &self.doors);
        self.chase.sample(tick, sample);
        self.leaked = (sample.leaked_kg, Some(tick));
        self.air.clear();
        self.air.extend(sample.air.iter().map(|air| air.p));
        for person in &sample.crew {
            if person.exposure > self.exposure.0 {
                self.exposure = (person.exposure, Some(tick));
            }
            let Some(air) = sample.air.get(person.at.ix()) else { continue };
            if matches!(person.condition, Condition::Dead | Condition::Gone) || air.p <= 0.0 {
                continue;
            }
            keep(&mut self.lowest, air.p, tick, |new, old| new < old);
            keep(&mut self.oxygen, air.o2 / air.p * 100.0, tick, |new, old| new > old);
        }
    }

    /// Counts clocks up to the end.
    pub fn finish(&mut self, last: Tick) {
        self.lifeline.until(last);
        self.last = last;
    }

    /// What a measure says; none where there was nothing to measure.
    pub fn reading(&self, measure: Measure) -> Option<Reading> {
        match measure {
            Measure::AirLost => Some(self.leaked),
            Measure::LowestPressure => self.lowest,
            Measure::HighestOxygenPercent => self.oxygen,
            Measure::ReserveError => self.middle_estimate().map(|e| (e.error_percent(), Some(e.at))),
            Measure::LastReserveError => self.estimates.last().map(|e| (e.error_percent(), Some(e.at))),
            Measure::CutOffSeconds => Some(self.lifeline.reading()),
            Measure::WorstExposure => Some(self.exposure),
            Measure::CompartmentsLost => Some((self.compartments_lost(), Some(self.last))),
            Measure::ReopenDifference => Some(self.reopened),
            Measure::ClosureInformation => self.closure.reading(),
            Measure::FalseAlarms => Some(self.chase.reading()),
            Measure::PatchFaults => self.patching.reading(),
            Measure::ResponseSeconds => {
                let (leak, (response, _)) = (self.leak?, self.response?);
                Some((response.since(leak) as f64, Some(response)))
            }
            Measure::CallsMissing => Some((self.calls.missing(), Some(self.last))),
        }
    }

    /// Every committed reserve time that had a truth to be compared with.
    pub fn estimates(&self) -> &[Estimate] {
        &self.estimates
    }

    /// The median by error (of an even number, the worse of the two): whoever commits every number there is wins nothing.
    fn middle_estimate(&self) -> Option<&Estimate> {
        let mut by_error: Vec<&Estimate> = self.estimates.iter().collect();
        by_error.sort_by(|a, b| a.error_percent().total_cmp(&b.error_percent()));
        by_error.get(by_error.len() / 2).copied()
    }

    /// What belongs to a vehicle that has left is not lost: it is gone.
    fn compartments_lost(&self) -> f64 {
        let there = |ix: usize| {
            let vehicle = self.layout.compartment(CompartmentId::at(ix)).vehicle;
            vehicle.is_none_or(|vehicle| self.doors.docked(vehicle))
        };
        self.air.iter().enumerate().filter(|(ix, p)| **p < END_POINT_MMHG && there(*ix)).count() as f64
    }
}

fn keep(slot: &mut Option<Reading>, value: f64, tick: Tick, better: impl Fn(f64, f64) -> bool) {
    if slot.is_none_or(|(old, _)| better(value, old)) {
        *slot = Some((value, Some(tick)));
    }
}
