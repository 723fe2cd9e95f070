//! Luck: every random number of a drill, keyed by what it is for rather than taken in sequence.
//!
//! A number depends on (seed, stream, entity, moment) alone. One more order, one more gauge read or one more person
//! therefore does not reshuffle what happens later, and the branches that a debrief explores share the same fate.
//! The generator is named ([`Pcg64Mcg`], value-stable across releases of `rand_pcg`) and distributions are shaped here
//! by our own formulas over libm, so that a seed means the same drill on every machine and in every later version.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// What a draw is for. The numbers are part of every record's meaning: new streams are added, none is
/// renumbered, and the numbers of those that are no longer drawn (6, 11, 13, 16, 17) are not given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Stream {
    /// When something strikes, and how often.
    Strike = 1,
    /// Which compartment is struck.
    StrikePlace = 2,
    /// How large the particle is, how fast, and what hole it leaves.
    HoleSize = 3,
    /// How well tape holds, and how it ages.
    Tape = 4,
    /// How well a coat of sealant closes.
    Sealant = 5,
    /// Whether a search finds a hole.
    Find = 7,
    /// Noise of a gauge reading.
    Gauge = 8,
    /// The constant bias of a gauge.
    GaugeBias = 9,
    /// Chances of the mission's script.
    Script = 10,
    /// Whims of a scripted crew.
    Pilot = 12,
    /// How well a patch seats.
    Patch = 14,
    /// How a hole looks to the eye.
    Looks = 15,
    /// Random missions, crews and orders of the simulator's own tests.
    Trial = 18,
    /// Where a hole of the mission's script is, and how large.
    ScriptPlace = 19,
}

impl Stream {
    /// Whether a crew could have had other luck with it from some moment on: noise of instruments, searches, repairs.
    /// What the sky, the mission and the hull hold in store is fate and stays, and so does the bias of a gauge in hand.
    const fn is_noise(self) -> bool {
        matches!(self, Stream::Tape | Stream::Sealant | Stream::Patch | Stream::Find | Stream::Gauge)
    }
}

/// The luck of one drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    /// The drill's seed.
    pub seed: u64,
    /// Which draw of noise; 0 is the drill's own.
    noise: u64,
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves half the bits of the output.
const fn scatter(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Luck {
    /// The luck of this seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed, noise: 0 }
    }

    /// The same fate with other luck of instruments, searches and repairs: draw number `noise`, of which 0 is the
    /// drill's own. A debrief flies a branch over a few of them, so that no price rests on one lucky strip of tape.
    #[must_use]
    pub const fn again(self, noise: u64) -> Self {
        Self { noise, ..self }
    }

    /// The draw for one purpose, one thing and one moment (a tick, or the number of an attempt). The same key gives
    /// the same numbers, in any order of asking.
    pub fn draw(&self, stream: Stream, entity: u32, moment: u64) -> Draw {
        let what = (stream as u64) << 32 | entity as u64;
        let seed = if self.noise > 0 && stream.is_noise() { self.seed ^ scatter(self.noise) } else { self.seed };
        let low = scatter(scatter(scatter(seed) ^ what) ^ moment);
        let high = scatter(low ^ 0xa5a5_a5a5_5a5a_5a5a);
        let mut key = [0; 16];
        key[..8].copy_from_slice(&low.to_le_bytes());
        key[8..].copy_from_slice(&high.to_le_bytes());
        Draw(Pcg64Mcg::from_seed(key))
    }
}

/// A few numbers that belong to one key.
#[derive(Clone, Debug)]
pub struct Draw(Pcg64Mcg);

impl Draw {
    /// Sixty-four even bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Evenly from [0, 1): the upper 53 bits over 2^53, exact on every machine.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// Evenly from [a, b).
    pub fn range(&mut self, a: f64, b: f64) -> f64 {
        a + (b - a) * self.unit()
    }

    /// Evenly in the logarithm from [a, b), both above zero.
    pub fn log_range(&mut self, a: f64, b: f64) -> f64 {
        a * libm::exp(libm::log(b / a) * self.unit())
    }

    /// A whole number below `n`; 0 if `n` is 0. By the high half of a 128-bit product (Lemire 2019); the bias, below
    /// n/2^64, is left in rather than looped away.
    pub fn below(&mut self, n: u64) -> u64 {
        ((self.bits() as u128 * n as u128) >> 64) as u64
    }

    /// Whether something with chance `p` happens: never for 0, always for 1.
    pub fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// From the standard normal distribution, by Box and Muller: sqrt(-2 ln u) cos(2 pi v), u in (0, 1]. Always two
    /// even numbers are used, so that no rejection can loop.
    pub fn normal(&mut self) -> f64 {
        let u = 1.0 - self.unit();
        let v = self.unit();
        (-2.0 * libm::log(u)).sqrt() * libm::cos(std::f64::consts::TAU * v)
    }

    /// From the exponential distribution with mean 1: the waiting time of a Poisson process of rate 1.
    pub fn exponential(&mut self) -> f64 {
        -libm::log(1.0 - self.unit())
    }

    /// A place of the list with chance in proportion to its weight; weights below zero count as zero. None if nothing
    /// has weight.
    pub fn pick_weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().map(|w| w.max(0.0)).sum();
        let mut left = self.unit() * total;
        if total <= 0.0 || !total.is_finite() {
            return None;
        }
        let mut last = None;
        for (place, weight) in weights.iter().enumerate().filter(|(_, w)| **w > 0.0) {
            if left < *weight {
                return Some(place);
            }
            left -= weight;
            last = Some(place);
        }
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values that may never change: a record made today must mean the same drill in ten years.
    #[test]
    fn golden_vectors() {
        let mut first = Luck::new(7).draw(Stream::Strike, 0, 0);
        let mut second = Luck::new(7).draw(Stream::Find, 3, 86_400);
        let got = [first.bits(), first.bits(), second.bits(), second.bits()];
        assert_eq!(got, [0x8834_10f4_7e4c_58ce, 0x582f_e1cd_7b9e_8368, 0x9d4f_d8b7_f9a4_2b49, 0x66c1_ce41_faf7_e001]);
        let mut draw = Luck::new(u64::MAX).draw(Stream::Trial, u32::MAX, u64::MAX);
        let shaped = [draw.unit(), draw.range(10.0, 20.0), draw.normal(), draw.exponential()].map(f64::to_bits);
        assert_eq!(
            shaped,
            [0x3f95_e35b_040e_8360, 0x4024_15d2_3966_2975, 0xbff8_8f13_1667_486d, 0x3fa0_8396_5203_2c8b]
        );
    }

    #[test]
    fn a_key_is_a_key() {
        let luck = Luck::new(1);
        let of = |s, e, m| luck.draw(s, e, m).bits();
        assert_eq!(of(Stream::Gauge, 2, 3), of(Stream::Gauge, 2, 3));
        assert_ne!(of(Stream::Gauge, 2, 3), of(Stream::Gauge, 3, 2));
        assert_ne!(of(Stream::Gauge, 2, 3), of(Stream::GaugeBias, 2, 3));
        assert_ne!(of(Stream::Gauge, 2, 3), Luck::new(2).draw(Stream::Gauge, 2, 3).bits());
    }

    #[test]
    fn another_draw_of_noise_leaves_fate_alone() {
        let luck = Luck::new(1);
        let same = |stream| luck.draw(stream, 2, 3).bits() == luck.again(1).draw(stream, 2, 3).bits();
        assert!([Stream::Strike, Stream::Script, Stream::ScriptPlace, Stream::GaugeBias].into_iter().all(same));
        assert!(![Stream::Gauge, Stream::Tape, Stream::Patch, Stream::Find].into_iter().any(same));
        assert_ne!(luck.again(1).draw(Stream::Tape, 0, 0).bits(), luck.again(2).draw(Stream::Tape, 0, 0).bits());
        assert_eq!(luck.again(0), luck);
    }

    /// Neighbouring keys (the next tick, the next person) must look independent, not just successive draws.
    #[test]
    fn neighbours_are_even_and_unrelated() {
        let n = 100_000;
        let (mut sum, mut square, mut lag) = (0.0, 0.0, 0.0);
        let mut before = 0.5;
        for moment in 0..n {
            let u = Luck::new(42).draw(Stream::Gauge, 1, moment).unit();
            sum += u;
            square += (u - 0.5) * (u - 0.5);
            lag += (u - 0.5) * (before - 0.5);
            before = u;
        }
        let n = n as f64;
        assert!((sum / n - 0.5).abs() < 4.0 * (1.0 / 12.0 / n).sqrt(), "mean {}", sum / n);
        assert!((square / n - 1.0 / 12.0).abs() < 0.001, "variance {}", square / n);
        assert!((lag / n).abs() < 4.0 / 12.0 / n.sqrt(), "lag {}", lag / n);
    }

    #[test]
    fn shapes() {
        let n = 50_000u32;
        let (mut mean, mut variance, mut waiting) = (0.0, 0.0, 0.0);
        let mut picks = [0u32; 4];
        for entity in 0..n {
            let mut draw = Luck::new(9).draw(Stream::Trial, entity, 0);
            let z = draw.normal();
            mean += z;
            variance += z * z;
            waiting += draw.exponential();
            picks[draw.pick_weighted(&[1.0, 0.0, 3.0, -2.0]).unwrap()] += 1;
            assert!(draw.below(6) < 6);
            assert!((2.0..50.0).contains(&draw.log_range(2.0, 50.0)));
        }
        let n = f64::from(n);
        assert!((mean / n).abs() < 0.02, "{}", mean / n);
        assert!((variance / n - 1.0).abs() < 0.03, "{}", variance / n);
        assert!((waiting / n - 1.0).abs() < 0.02, "{}", waiting / n);
        assert!((f64::from(picks[2]) / n - 0.75).abs() < 0.01, "{picks:?}");
        assert_eq!((picks[1], picks[3]), (0, 0));
        let mut draw = Luck::new(9).draw(Stream::Trial, 0, 0);
        assert_eq!(draw.pick_weighted(&[]), None);
        assert_eq!(draw.pick_weighted(&[0.0]), None);
        assert_eq!(draw.below(0), 0);
        assert!(!draw.chance(0.0) && draw.chance(1.0));
    }
}
