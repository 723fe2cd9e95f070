//! Numbers as they are written on the screen: fixed widths, units beside them, nothing that jumps.

use super::labels;
use crate::units::Tick;
use crate::words::date::civil;

/// A pressure to a tenth, in five columns.
pub fn mmhg(value: f64) -> String {
    if value.is_finite() { format!("{value:5.1}") } else { "  -- ".to_owned() }
}

/// A rate with its sign, in six columns.
pub fn rate(value: f64) -> String {
    if !value.is_finite() {
        return "    --".to_owned();
    }
    // A rate that rounds to nothing has no sign.
    let value = if value.abs() < 0.05 { 0.0 } else { value };
    if value.abs() < 1000.0 { format!("{value:+6.1}") } else { format!("{value:+6.0}") }
}

/// How long still, or how long since: `0:40`, `12:05`, `3:10:00`.
pub fn span(seconds: u64) -> String {
    if seconds < 3600 {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    } else {
        format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

/// An age in at most four columns: `12s`, `4m`, `3h`, `2d`.
pub fn age(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds}s"),
        60..3600 => format!("{}m", seconds / 60),
        3600..86_400 => format!("{}h", seconds / 3600),
        _ => format!("{}d", seconds / 86_400),
    }
}

/// A reserve time: `48 s`, `9.5 min`, `11.3 h`, `12 d`.
pub fn reserve(seconds: f64) -> String {
    if !seconds.is_finite() || seconds < 0.0 {
        "--".to_owned()
    } else if seconds < 100.0 {
        format!("{seconds:.0} s")
    } else if seconds < 5400.0 {
        format!("{:.1} min", seconds / 60.0)
    } else if seconds < 360_000.0 {
        format!("{:.1} h", seconds / 3600.0)
    } else {
        format!("{:.0} d", seconds / 86_400.0)
    }
}

/// A moment as the clocks on board show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gmt {
    year: i64,
    month: i64,
    day: i64,
    second: i64,
}

impl Gmt {
    /// From seconds since 1970.
    pub fn from_unix(unix_s: i64) -> Self {
        let (year, month, day) = civil(unix_s.div_euclid(86_400));
        Self { year, month, day, second: unix_s.rem_euclid(86_400) }
    }

    /// `30 Aug 2018`.
    pub fn date(self) -> String {
        let month = labels::MONTHS.get(self.month as usize - 1).copied().unwrap_or("---");
        format!("{:2} {month} {}", self.day, self.year)
    }

    /// `06:14:20`.
    pub fn time(self) -> String {
        format!("{}:{:02}", self.minute(), self.second % 60)
    }

    /// `06:14`.
    pub fn minute(self) -> String {
        format!("{:02}:{:02}", self.second / 3600, self.second / 60 % 60)
    }
}

/// The clock on board at a moment of a drill.
pub fn clock(start_unix_s: i64, tick: Tick) -> Gmt {
    Gmt::from_unix(start_unix_s.saturating_add(tick.0 as i64))
}
