//! Telemetry as the samples of a log kept it, so that conditions on sensors can be asked again of a record.

use crate::mission::watch::Readings;
use crate::sim::ids::SensorId;
use crate::sim::sample::Sample;
use crate::units::Tick;
use std::collections::VecDeque;

/// Ten minutes, the window of the trend that the laptops show.
const WINDOW_S: u64 = 600;

/// The last ten minutes of samples.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    kept: VecDeque<(Tick, Vec<Option<f64>>)>,
}

impl Shown {
    /// Takes in a minute's evidence.
    pub fn take(&mut self, tick: Tick, sample: &Sample) {
        while self.kept.get(1).is_some_and(|(second, _)| tick.since(*second) >= WINDOW_S) {
            self.kept.pop_front();
        }
        self.kept.push_back((tick, sample.sensors.clone()));
    }
}

impl Readings for Shown {
    fn value(&self, sensor: SensorId) -> Option<f64> {
        self.kept.back()?.1.get(sensor.ix()).copied().flatten()
    }

    fn per_hour_10min(&self, sensor: SensorId) -> Option<f64> {
        let (then, before) = self.kept.front()?;
        let (now, after) = self.kept.back()?;
        if now.since(*then) < WINDOW_S {
            return None;
        }
        let change = after.get(sensor.ix()).copied().flatten()? - before.get(sensor.ix()).copied().flatten()?;
        Some(change * 3600.0 / now.since(*then) as f64)
    }
}
