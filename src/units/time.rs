//! The only time that the rules know: whole ticks of one second since the drill began.

use std::fmt;
use std::ops::{Add, Sub};

/// A moment of a drill, counted in ticks of one second from its start.
///
/// Displays as `T+HH:MM:SS`, the form used in orders and records; hours grow past 24 rather than turn into days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Tick(pub u64);

impl Tick {
    /// The first moment.
    pub const ZERO: Self = Self(0);

    /// The moment `hours`, `minutes` and `seconds` after the start.
    pub const fn hms(hours: u64, minutes: u64, seconds: u64) -> Self {
        Self(hours * 3600 + minutes * 60 + seconds)
    }

    /// Ticks from `earlier` to this moment, none if `earlier` is later.
    pub const fn since(self, earlier: Tick) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Seconds since the start, as a number to compute with.
    pub const fn seconds(self) -> f64 {
        self.0 as f64
    }
}

impl Add<u64> for Tick {
    type Output = Tick;
    fn add(self, ticks: u64) -> Tick {
        Tick(self.0 + ticks)
    }
}

impl Sub<u64> for Tick {
    type Output = Tick;
    fn sub(self, ticks: u64) -> Tick {
        Tick(self.0.saturating_sub(ticks))
    }
}

impl fmt::Display for Tick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T+{:02}:{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}
