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
    /// Who took it out: its bias is drawn for them, and stays with the gauge when another takes it over.
    pub whose: PersonId,
}

impl HandGauge {
    /// Taken out at this pressure by somebody.
    pub fn new(pressure_mmhg: f64, whose: PersonId) -> Self {
        Self { felt_mmhg: pressure_mmhg, needle_mmhg: pressure_mmhg, whose }
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
        let bias = luck.draw(Stream::GaugeBias, u32::from(self.whose.0), 0).range(-BIAS_MMHG, BIAS_MMHG);
        let noise = luck.draw(Stream::Gauge, u32::from(bearer.0), now.0).normal() * NOISE_MMHG;
        to_step(self.needle_mmhg + bias + extra_bias_mmhg + noise, READ_MMHG).max(0.0)
    }
}

/// Rounded to a multiple of `step`.
#[inline]
pub fn to_step(value: f64, step: f64) -> f64 {
    if step > 0.0 { nearest(value / step) * step } else { value }
}

/// The nearest whole number, halves away from zero: `f64::round`, which is a call into the system's library on processors
/// of the oldest kind that this is built for. The largest number below a half is added, so that what lies just below a
/// half stays below; what is too large for a fraction is whole already.
#[inline]
fn nearest(value: f64) -> f64 {
    const BELOW_HALF: f64 = 0.5 - f64::EPSILON / 4.0;
    if value.abs() < 4_503_599_627_370_496.0 { (value + BELOW_HALF.copysign(value)) as i64 as f64 } else { value }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_whole_number_is_that_of_the_library() {
        let just_below = 0.5 - f64::EPSILON / 4.0;
        let mut edge = vec![0.0, 0.5, just_below, 1.5, 2.5, 1e15 + 0.5, 4_503_599_627_370_495.5, 1e16, 1e300, 1e-300];
        let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..100_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            edge.push((bits >> 20) as f64 / 1024.0);
            edge.push(((bits >> 40) as f64 + 0.5) / 2.0);
        }
        for value in edge.into_iter().flat_map(|value| [value, -value]) {
            assert_eq!(nearest(value), value.round(), "{value:e}");
        }
    }
}
