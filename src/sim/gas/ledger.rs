//! Sums that lose nothing over millions of ticks.
//!
//! A plain sum of 1.5 million equal small terms errs systematically, since each is rounded the same way: 1e-11 of the
//! total over 18 days, ten times what the mass balance allows. Each sum here is two numbers: what it has come to, and
//! what the last digit of that could not hold.

use super::species::Masses;

/// A running sum of terms of any size (Knuth's two-sum: exact without asking which term is larger).
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
        let added = total - self.high;
        self.low += (self.high - (total - added)) + (term - added);
        self.high = total;
    }

    /// The sum so far.
    #[inline]
    pub fn value(self) -> f64 {
        self.high + self.low
    }
}

/// Four such sums, one a species, kg.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ledger {
    high: Masses,
    low: Masses,
}

impl Ledger {
    /// Adds a parcel.
    #[inline]
    pub fn add(&mut self, parcel: Masses) {
        let total = self.high + parcel;
        let added = total - self.high;
        self.low += (self.high - (total - added)) + (parcel - added);
        self.high = total;
    }

    /// The parcel so far.
    pub fn value(&self) -> Masses {
        self.high + self.low
    }
}

/// Adds `change` to the mass that `high + low` stands for.
///
/// The mass is larger than any change of a piece (or the compartment is nearly empty, where the error is nothing), so
/// Dekker's three-operation form is enough.
#[inline]
pub(super) fn credit(high: &mut Masses, low: &mut Masses, change: Masses) {
    let term = change + *low;
    let total = *high + term;
    *low = term - (total - *high);
    *high = total;
}
