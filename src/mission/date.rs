//! Dates and times as RFC 3339 writes them.

/// Seconds since 1970 UTC of `2018-08-29T23:00:00Z`, if it is a date of the age of spaceflight.
pub fn read(text: &str) -> Option<i64> {
    let (date, time) = text.trim().split_once(['T', 't', ' '])?;
    let mut parts = date.split('-');
    let (year, month, day) = (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    if parts.next().is_some() || !(1961..=2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    if day < 1 || day > days_in(year, month) {
        return None;
    }
    let zone_at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at(zone_at);
    let clock = match clock.split_once('.') {
        Some((whole, part)) if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => clock,
    };
    let mut parts = clock.split(':');
    let (h, m, s) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    if parts.next().is_some() || h > 23 || m > 59 || s > 59 {
        return None;
    }
    Some(days_from_1970(year, month, day) * 86_400 + h * 3600 + m * 60 + s - offset(zone)?)
}

/// Seconds that a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (h, m) = zone.get(1..)?.split_once(':')?;
    let (h, m) = (digits(h, 2)?, digits(m, 2)?);
    (h < 24 && m < 60).then_some(sign * (h * 3600 + m * 60))
}

fn digits(text: &str, count: usize) -> Option<i64> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_from_1970(year: i64, month: i64, day: i64) -> i64 {
    let years: i64 = (1970..year).map(|y| 365 + i64::from(is_leap(y))).sum();
    let before: i64 = (year..1970).map(|y| 365 + i64::from(is_leap(y))).sum();
    let months: i64 = (1..month).map(|m| days_in(year, m)).sum();
    years - before + months + day - 1
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn dates_are_seconds_since_1970() {
        assert_eq!(read("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(read("2018-08-29T23:00:00Z"), Some(1_535_583_600));
        assert_eq!(read("2018-08-30 02:00:00+03:00"), Some(1_535_583_600));
        assert_eq!(read("1969-12-31T23:59:59Z"), Some(-1));
        assert_eq!(read("2018-02-30T00:00:00Z"), None);
        assert_eq!(read("2018-08-29T23:00:00"), None);
        assert_eq!(read("2018-08-29T23:00:00.250Z"), Some(1_535_583_600));
        assert_eq!(read("2018-08-29T23:00:00.abcZ"), None);
        assert_eq!(read("2018-08-29T23:00:00.Z"), None);
        assert_eq!(read("yesterday"), None);
    }
}
