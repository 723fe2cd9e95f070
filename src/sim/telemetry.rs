//! Sensors whose values reach the laptops and the ground: lag, resolution, faults, and the rates that a computer makes
//! of them. Neither a rate nor an alarm ever sees the air itself, only these values.

use super::digest::Digester;
use super::gas::{Network, Species};
use super::gauge::to_step;
use super::layout::{Quantity, Sensor};
use crate::units::Tick;

/// A frame of telemetry comes every so many ticks. Between frames every laptop shows what it showed: whoever wants to
/// see the pressure move from second to second holds a hand gauge.
pub const FRAME_TICKS: u64 = 10;

/// Minutes of history kept, one value each.
const HISTORY_MIN: usize = 61;

/// What is wrong with a sensor.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Shows this for ever.
    Stuck(f64),
    /// Off by so much.
    Bias(f64),
    /// Off by so much an hour, since.
    Drift(f64, Tick),
    /// Shows nothing.
    Dead,
}

/// A sensor in a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// Its value after its lag, mmHg or °C, before fault and resolution.
    felt: f64,
    /// Share of a difference taken on from frame to frame.
    gain: f64,
    /// What is wrong with it.
    pub fault: Fault,
    /// A value each minute, the newest at `head`.
    history: [f32; HISTORY_MIN],
    head: u8,
    filled: u8,
}

/// The true quantity at a sensor, mmHg or °C.
fn truth(sensor: &Sensor, air: &Network) -> f64 {
    let c = u32::from(sensor.compartment.0);
    match sensor.quantity {
        Quantity::Pressure => air.pressure(c).mmhg(),
        Quantity::Oxygen => air.partial(c, Species::O2).mmhg(),
        Quantity::CarbonDioxide => air.partial(c, Species::CO2).mmhg(),
        Quantity::Temperature => air.temperature(c).celsius(),
    }
}

impl Feed {
    /// Settled on the air as it is.
    pub fn new(sensor: &Sensor, air: &Network) -> Self {
        // One less what a lag of that many seconds keeps of a difference over a frame.
        let gain = -libm::expm1(-(FRAME_TICKS as f64) / sensor.lag_s.max(f64::MIN_POSITIVE));
        Self { felt: truth(sensor, air), gain, fault: Fault::None, history: [0.0; HISTORY_MIN], head: 0, filled: 0 }
    }

    /// A frame later; at whole minutes the value joins the history.
    pub fn follow(&mut self, sensor: &Sensor, air: &Network, now: Tick) {
        self.felt += (truth(sensor, air) - self.felt) * self.gain;
        if now.0.is_multiple_of(60) {
            if let Some(value) = self.value(sensor, now) {
                self.head = (self.head + 1) % HISTORY_MIN as u8;
                self.history[usize::from(self.head)] = value as f32;
                self.filled = (self.filled + 1).min(HISTORY_MIN as u8);
            } else {
                self.filled = 0;
            }
        }
    }

    /// What it shows, mmHg or °C; nothing when dead.
    pub fn value(&self, sensor: &Sensor, now: Tick) -> Option<f64> {
        let felt = match self.fault {
            Fault::None => self.felt,
            Fault::Stuck(value) => value,
            Fault::Bias(off) => self.felt + off,
            Fault::Drift(per_h, since) => self.felt + per_h * now.since(since) as f64 / 3600.0,
            Fault::Dead => return None,
        };
        Some(to_step(felt, sensor.resolution))
    }

    /// The value `minutes` ago.
    pub fn ago(&self, minutes: usize) -> Option<f64> {
        if minutes >= usize::from(self.filled) {
            return None;
        }
        let at = (usize::from(self.head) + HISTORY_MIN - minutes) % HISTORY_MIN;
        Some(f64::from(self.history[at]))
    }

    /// Change an hour over the last `minutes`, from the minute values.
    pub fn per_hour(&self, minutes: usize) -> Option<f64> {
        Some((self.ago(0)? - self.ago(minutes)?) * 60.0 / minutes as f64)
    }

    /// Adds its state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        d.f64(self.felt);
        let (kind, numbers) = match self.fault {
            Fault::None => (0, None),
            Fault::Stuck(value) => (1, Some((value, Tick::ZERO))),
            Fault::Bias(off) => (2, Some((off, Tick::ZERO))),
            Fault::Drift(per_h, since) => (3, Some((per_h, since))),
            Fault::Dead => (4, None),
        };
        d.u8(kind);
        if let Some((value, since)) = numbers {
            d.f64(value);
            d.tick(since);
        }
        d.u8(self.filled);
        d.u32(self.history[usize::from(self.head)].to_bits());
    }
}
