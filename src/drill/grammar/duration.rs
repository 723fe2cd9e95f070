//! Durations as they are typed: `90s`, `5m`, `11.3h`, `2d`, `1h30m`, `00:10:00`.

/// Units a duration may be written in, largest first, with their seconds.
const UNITS: [(char, f64); 4] = [('d', 86_400.0), ('h', 3600.0), ('m', 60.0), ('s', 1.0)];

/// Longest that anything can be ordered to go on, s: thirty days, as long as a mission can be.
pub const LONGEST_S: u32 = 30 * 86_400;

/// Reads a duration, in seconds; none if it is not one.
///
/// A number without a unit is refused, and so is `2:40`: on a gauge it is minutes, in a log it is hours, and a reserve
/// time that is wrong by sixty ought not to come from a colon.
pub fn parse(word: &str) -> Option<f64> {
    let seconds = if word.contains(':') { clock(word)? } else { units(word)? };
    let whole = seconds.round();
    // 11.3 h is 40,680 s, whatever binary fractions make of it; seconds alone are kept to the last bit, since a record
    // must give back the number that was committed.
    let only_seconds = !word.contains(['d', 'h', 'm', 'D', 'H', 'M']);
    let seconds = if !only_seconds && (seconds - whole).abs() < 1e-6 { whole } else { seconds };
    seconds.is_finite().then_some(seconds)
}

/// Reads a duration in whole seconds, rounded, if it is not longer than [`LONGEST_S`].
pub fn parse_whole(word: &str) -> Option<u32> {
    let seconds = parse(word)?.round();
    (seconds <= f64::from(LONGEST_S)).then_some(seconds as u32)
}

/// `HH:MM:SS`, hours growing past 24.
pub fn clock(word: &str) -> Option<f64> {
    let mut fields = word.split(':');
    let [Some(hours), Some(minutes), Some(seconds), None] =
        [fields.next(), fields.next(), fields.next(), fields.next()]
    else {
        return None;
    };
    let number = |text: &str, below: u64| {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<u64>().ok()).flatten().filter(|n| *n < below)
    };
    // A million hours is longer than any drill and keeps the sum exact.
    Some((number(hours, 1_000_000)? * 3600 + number(minutes, 60)? * 60 + number(seconds, 60)?) as f64)
}

/// `1h30m`, `11.3h`: numbers with units, each smaller than the one before.
fn units(word: &str) -> Option<f64> {
    let mut rest = word;
    let mut left = &UNITS[..];
    let mut sum = 0.0;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
        let (number, tail) = rest.split_at(digits);
        let number: f64 = number.parse().ok()?;
        let unit = tail.chars().next()?.to_ascii_lowercase();
        let place = left.iter().position(|(name, _)| *name == unit)?;
        sum += number * left[place].1;
        left = &left[place + 1..];
        rest = &tail[1..];
    }
    (!word.is_empty()).then_some(sum)
}

/// The canonical form: whole seconds as `1d2h3m4s` without what is zero, others as `12.5s`. [`parse`] gives the same
/// number back.
pub fn write(seconds: f64) -> String {
    let whole = (0.0..1e9).contains(&seconds) && seconds.fract() == 0.0;
    if !whole || seconds == 0.0 {
        return format!("{seconds}s");
    }
    let mut left = seconds as u64;
    let mut text = String::new();
    for (unit, size) in UNITS {
        let count = left / size as u64;
        left %= size as u64;
        if count > 0 {
            text += &format!("{count}{unit}");
        }
    }
    text
}
