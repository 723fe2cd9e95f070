//! Driving a network through a case.

use super::schedule::Schedule;
use crate::sim::gas::Network;
use crate::units::{CubicMetresPerSecond, Kelvin, KilogramsPerSecond, SquareMetres};

/// A supply and what it has left.
pub(super) struct Supply {
    pub compartment: usize,
    /// kg/s of O2, N2, CO2 and H2O.
    pub rates: [f64; 4],
    pub left_kg: f64,
    pub schedule: Schedule,
}

/// A case ready to run.
pub(super) struct Runner {
    pub network: Network,
    pub names: Vec<String>,
    /// Passage, opening and its fan, m3/h.
    pub openings: Vec<(u32, Schedule, f64)>,
    /// Hole, part of its area and that, Cd A in m2.
    pub holes: Vec<(u32, Schedule, f64)>,
    pub supplies: Vec<Supply>,
    /// Scrubber, part of its flow, that in m3/s, and its cap.
    pub scrubbers: Vec<(u32, Schedule, f64, Option<KilogramsPerSecond>)>,
    /// Compartment, temperature, and whether it is the gas's and not the wall's.
    pub temperatures: Vec<(u32, Schedule, bool)>,
    pub changes_until: f64,
    pub time: f64,
}

impl Runner {
    /// The last moment at which a schedule changes anything.
    pub fn last_change(&self) -> f64 {
        let temperatures = self.temperatures.iter().map(|temperature| &temperature.1);
        // The first second, in which everything is set, counts as one in which something changes.
        self.schedules().chain(temperatures).map(Schedule::settled_after).fold(0.0, f64::max)
    }

    /// Temperatures hold from the start, before any tick.
    pub fn start(&mut self) {
        for (compartment, schedule, gas) in &self.temperatures {
            if *gas {
                self.network.set_temperature(*compartment, Kelvin(schedule.at(0.0)));
            }
        }
    }

    /// Runs to the next whole second, or to `stop` if that comes first.
    ///
    /// A second in which something changes is cut where it changes, and one in which something moves into sixteenths,
    /// each with its mean: a hatch that closes behind a hole matters most in its last moments.
    pub fn advance(&mut self, stop: f64) {
        let end = (self.time.floor() + 1.0).min(stop);
        if self.time > self.changes_until {
            return self.piece(end, false);
        }
        let mut cuts: Vec<f64> = self.schedules().flat_map(|schedule| schedule.cuts(self.time, end)).collect();
        cuts.push(end);
        cuts.sort_by(f64::total_cmp);
        for cut in cuts {
            // Shorter spans than this are the rounding of two equal moments.
            if cut - self.time > 1e-9 {
                self.piece(cut, true);
            }
        }
        self.time = end;
    }

    fn piece(&mut self, to: f64, changes: bool) {
        let from = self.time;
        if changes {
            self.apply_schedules(from, to);
        }
        self.feed(from, to);
        self.network.advance(to - from);
        self.time = to;
    }

    fn schedules(&self) -> impl Iterator<Item = &Schedule> {
        let passages = self.openings.iter().map(|opening| &opening.1);
        let holes = self.holes.iter().map(|hole| &hole.1);
        let scrubbers = self.scrubbers.iter().map(|scrubber| &scrubber.1);
        passages.chain(holes).chain(scrubbers)
    }

    fn apply_schedules(&mut self, from: f64, to: f64) {
        for (passage, schedule, fan_m3_h) in &self.openings {
            let fraction = schedule.mean(from, to);
            self.network.set_opening(*passage, fraction);
            self.network.set_exchange(*passage, CubicMetresPerSecond::per_hour(fan_m3_h * fraction));
        }
        for (hole, schedule, cd_area) in &self.holes {
            self.network.set_hole(*hole, SquareMetres(cd_area * schedule.mean(from, to)));
        }
        for (scrubber, schedule, flow, cap) in &self.scrubbers {
            self.network.set_scrubber(*scrubber, CubicMetresPerSecond(flow * schedule.mean(from, to)), *cap);
        }
        for (compartment, schedule, gas) in &self.temperatures {
            if *gas {
                self.network.set_temperature(*compartment, Kelvin(schedule.at(to)));
            } else {
                self.network.set_wall(*compartment, Kelvin(schedule.mean(from, to)));
            }
        }
    }

    fn feed(&mut self, from: f64, to: f64) {
        if self.supplies.is_empty() {
            return;
        }
        let mut rates = vec![[0.0; 4]; self.names.len()];
        for supply in &mut self.supplies {
            let factor = supply.schedule.mean(from, to);
            let asked: f64 = supply.rates.iter().sum::<f64>() * factor * (to - from);
            let given = if asked > supply.left_kg { supply.left_kg / asked } else { 1.0 };
            if supply.left_kg.is_finite() {
                supply.left_kg -= asked * given;
            }
            for (rate, own) in rates[supply.compartment].iter_mut().zip(supply.rates) {
                *rate += own * factor * given;
            }
        }
        for (compartment, rates) in rates.into_iter().enumerate() {
            self.network.set_source(compartment as u32, rates);
        }
    }
}
