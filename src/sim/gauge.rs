//! The hand gauge, the crew's best friend: a dial with marks each 1 mmHg, its needle read to a quarter.
//!
//! What is shown is the pressure where its bearer stands, after a few seconds, plus the bias of that gauge, moved only
//! when friction is overcome, plus the tremble of a needle (facts 4.4: noise below 0.1, a constant bias, a little
//! stiction; a model choice within those words).

use super::ids::PersonId;
use super::rng::{Luck, Stream};
use crate::units::Tick;

/// Time constant, s.
const LAG_S: f64 = 4.0;
/// The needle does not move for less, mmHg.
const STICTION_MMHG: f64 = 0.08;
/// Tremble, standard deviation, mmHg.
const NOISE_MMHG: f64 = 0.04;
/// Largest bias, mmHg.
const BIAS_MMHG: f64 = 0.8;
/// A needle is read to this, mmHg.
pub const READ_MMHG: f64 = 0.25;
/// Two readings that differ by less than this may be the same pressure, mmHg: two steps of the needle.
pub const TELL_MMHG: f64 = 0.5;

/// A gauge in somebody's hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HandGauge {
    /// Pressure behind the glass, mmHg.
    pub felt_mmhg: f64,
    /// Where the needle sticks, mmHg.
    pub needle_mmhg: f64,
}

impl HandGauge {
    /// Taken out at this pressure.
    pub fn new(pressure_mmhg: f64) -> Self {
        Self { felt_mmhg: pressure_mmhg, needle_mmhg: pressure_mmhg }
    }

    /// A second later, in this pressure.
    pub fn follow(&mut self, pressure_mmhg: f64) {
        self.felt_mmhg += (pressure_mmhg - self.felt_mmhg) / LAG_S;
        if (self.felt_mmhg - self.needle_mmhg).abs() > STICTION_MMHG {
            self.needle_mmhg = self.felt_mmhg;
        }
    }

    /// What its bearer reads, to a quarter mmHg. `extra_bias` is what the mission put on all gauges.
    pub fn read(&self, luck: Luck, bearer: PersonId, now: Tick, extra_bias_mmhg: f64) -> f64 {
        let bias = luck.draw(Stream::GaugeBias, u32::from(bearer.0), 0).range(-BIAS_MMHG, BIAS_MMHG);
        let noise = luck.draw(Stream::Gauge, u32::from(bearer.0), now.0).normal() * NOISE_MMHG;
        to_step(self.needle_mmhg + bias + extra_bias_mmhg + noise, READ_MMHG).max(0.0)
    }
}

/// Rounded to a multiple of `step`.
pub fn to_step(value: f64, step: f64) -> f64 {
    if step > 0.0 { (value / step).round() * step } else { value }
}
