//! Numbers with their units, as instruments and people give them.

/// A task's or a stopwatch's time: `0:40`, `2:40`, `1:02:40`.
pub fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// A length of time to think in, such as a reserve time: `45 s`, `9 min`, `11.3 h`, `2.6 d`, `18 d`. It keeps no more
/// digits than a decision needs.
pub fn span(seconds: f64) -> String {
    if !seconds.is_finite() {
        return "no end".into();
    }
    // The limits are where rounding would cross into the next unit: 59.7 s is said as 1 min.
    match seconds {
        s if s < 59.5 => format!("{s:.0} s"),
        s if s < 599.5 => {
            let (minutes, rest) = (s.round() as u64 / 60, s.round() as u64 % 60);
            if rest == 0 { format!("{minutes} min") } else { format!("{minutes} min {rest} s") }
        }
        s if s < 2.0 * 3600.0 - 30.0 => format!("{:.0} min", s / 60.0),
        s if s < 47.95 * 3600.0 => format!("{:.1} h", s / 3600.0),
        s if s < 9.95 * 86_400.0 => format!("{:.1} d", s / 86_400.0),
        s => format!("{:.0} d", s / 86_400.0),
    }
}

/// A length of time that is chosen from a list: `90 seconds`, `1 minute`, `2 hours`.
pub fn length(seconds: u32) -> String {
    let n = u64::from(seconds);
    match seconds {
        s if s % 3600 == 0 => count(n / 3600, "hour", "hours"),
        s if s % 60 == 0 => count(n / 60, "minute", "minutes"),
        _ => count(n, "second", "seconds"),
    }
}

/// A pressure: `743.1 mmHg`.
pub fn mmhg(value: f64) -> String {
    format!("{} mmHg", decimal(value, 1))
}

/// A rate of pressure: `-0.6 mmHg/h`; steady is `0.0`, never `-0.0`.
pub fn mmhg_per_hour(value: f64) -> String {
    format!("{} mmHg/h", decimal(value, 1))
}

/// A limit of such a rate, which may be finer than what a gauge can tell: `0.05 mmHg/h`.
pub fn limit_mmhg_per_hour(value: f64) -> String {
    format!("{} mmHg/h", decimal(value, if value < 0.1 { 2 } else { 1 }))
}

/// A mass: `52.0 kg`.
pub fn kilograms(value: f64) -> String {
    format!("{} kg", decimal(value, 1))
}

/// A temperature: `22.4 °C`.
pub fn celsius(value: f64) -> String {
    format!("{} °C", decimal(value, 1))
}

/// The area of a hole: `0.95 mm2`.
pub fn square_millimetres(value: f64) -> String {
    format!("{} mm2", decimal(value, if value < 10.0 { 2 } else { 0 }))
}

/// The size of a hole by eye: `2 mm`, `0.5 mm`.
pub fn millimetres(value: f64) -> String {
    format!("{} mm", decimal(value, if value < 2.0 { 1 } else { 0 }))
}

/// A count with its noun: `1 person`, `3 people`.
pub fn count(n: u64, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A number with so many decimals, without the sign of a rounded zero.
fn decimal(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|b| b == b'0' || b == b'.') => rest.to_string(),
        _ => text,
    }
}
