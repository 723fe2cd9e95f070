//! Sums that lose nothing over millions of ticks.

use super::species::sum;

/// A running sum with the part that its last digit could not hold (Neumaier's improvement on Kahan's sum).
///
/// A plain sum of 1.5 million equal small terms errs systematically, since each is rounded the same way: 1e-11 of the
/// total over 18 days, ten times what the mass balance allows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    /// Adds a term.
    #[inline]
    pub fn add(&mut self, term: f64) {
        let total = self.high + term;
        // Two branches of one subtraction: the smaller of the two is the one that lost digits.
        self.low += if self.high.abs() >= term.abs() { (self.high - total) + term } else { (term - total) + self.high };
        self.high = total;
    }

    /// The sum so far.
    pub fn value(self) -> f64 {
        self.high + self.low
    }

    /// Both halves, for a digest.
    pub fn halves(self) -> [f64; 2] {
        [self.high, self.low]
    }
}

/// Four such sums, one a species, kg.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ledger([Sum; 4]);

impl Ledger {
    /// Adds a parcel.
    #[inline]
    pub fn add(&mut self, parcel: [f64; 4]) {
        for (lane, term) in self.0.iter_mut().zip(parcel) {
            lane.add(term);
        }
    }

    /// The parcel so far.
    pub fn value(&self) -> [f64; 4] {
        self.0.map(Sum::value)
    }

    /// All halves, for a digest.
    pub fn halves(&self) -> [[f64; 2]; 4] {
        self.0.map(Sum::halves)
    }
}

/// Adds `change` to the mass that `high + low` stands for, keeping what the last digit of `high` cannot hold in `low`.
///
/// The mass is larger than any change of a substep (or the compartment is nearly empty, where the error is nothing),
/// so Dekker's three-operation form is enough. A mass that rounding took below nothing is nothing: the sliver that is
/// so created is returned, to be booked.
#[inline]
pub(super) fn credit(high: &mut [f64; 4], low: &mut [f64; 4], change: [f64; 4]) {
    for lane in 0..4 {
        let term = change[lane] + low[lane];
        let total = high[lane] + term;
        low[lane] = term - (total - high[lane]);
        high[lane] = total;
    }
}

/// Total of a parcel with its compensation, kg.
pub(super) fn whole(high: [f64; 4], low: [f64; 4]) -> f64 {
    sum(high) + sum(low)
}
