//! Quantities as instructors write them: a number and its unit.
//!
//! Each dimension has a base unit, the one that the handbook and the ranges of the field table are written in; every
//! value is read into it.

use super::suggest;
use crate::units::MMHG_PA;

/// What a quantity measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Seconds.
    Time,
    /// Millimetres.
    Length,
    /// Square millimetres.
    Area,
    /// Cubic metres.
    Volume,
    /// Millimetres of mercury.
    Pressure,
    /// mmHg an hour.
    PressureRate,
    /// Kilograms.
    Mass,
    /// Kilograms a day.
    MassRate,
    /// Degrees Celsius, as a place on the scale.
    Temperature,
    /// Kelvins, as a difference.
    Warming,
    /// Kelvins an hour.
    WarmingRate,
    /// Cubic metres an hour.
    Flow,
    /// Watts per kelvin.
    Conductance,
    /// Watts.
    Power,
    /// Percent.
    Share,
}

use Dimension::*;

/// A unit: what it measures, how it is written, and how many base units it is; then what is added.
type Unit = (Dimension, &'static str, f64, f64);

/// Every unit that is understood; the first of a dimension is its base unit.
static UNITS: &[Unit] = &[
    (Time, "s", 1.0, 0.0),
    (Time, "sec", 1.0, 0.0),
    (Time, "min", 60.0, 0.0),
    (Time, "m", 60.0, 0.0),
    (Time, "h", 3600.0, 0.0),
    (Time, "d", 86_400.0, 0.0),
    (Time, "day", 86_400.0, 0.0),
    (Time, "days", 86_400.0, 0.0),
    (Length, "mm", 1.0, 0.0),
    (Length, "cm", 10.0, 0.0),
    (Length, "m", 1000.0, 0.0),
    (Length, "in", 25.4, 0.0),
    (Area, "mm2", 1.0, 0.0),
    (Area, "cm2", 100.0, 0.0),
    (Area, "m2", 1e6, 0.0),
    (Volume, "m3", 1.0, 0.0),
    (Volume, "L", 1e-3, 0.0),
    (Pressure, "mmHg", 1.0, 0.0),
    (Pressure, "Pa", 1.0 / MMHG_PA, 0.0),
    (Pressure, "hPa", 100.0 / MMHG_PA, 0.0),
    (Pressure, "mbar", 100.0 / MMHG_PA, 0.0),
    (Pressure, "kPa", 1000.0 / MMHG_PA, 0.0),
    (Pressure, "psi", 6_894.757_293_168 / MMHG_PA, 0.0),
    (PressureRate, "mmHg/h", 1.0, 0.0),
    (PressureRate, "mmHg/min", 60.0, 0.0),
    (PressureRate, "mmHg/day", 1.0 / 24.0, 0.0),
    (PressureRate, "kPa/h", 1000.0 / MMHG_PA, 0.0),
    (PressureRate, "psi/min", 60.0 * 6_894.757_293_168 / MMHG_PA, 0.0),
    (Mass, "kg", 1.0, 0.0),
    (Mass, "g", 1e-3, 0.0),
    (Mass, "lb", 0.453_592_37, 0.0),
    (MassRate, "kg/day", 1.0, 0.0),
    (MassRate, "kg/h", 24.0, 0.0),
    (MassRate, "kg/s", 86_400.0, 0.0),
    (MassRate, "g/day", 1e-3, 0.0),
    (MassRate, "lb/day", 0.453_592_37, 0.0),
    (Temperature, "C", 1.0, 0.0),
    (Temperature, "K", 1.0, -273.15),
    (Warming, "K", 1.0, 0.0),
    (Warming, "C", 1.0, 0.0),
    (WarmingRate, "K/h", 1.0, 0.0),
    (WarmingRate, "K/day", 1.0 / 24.0, 0.0),
    (Flow, "m3/h", 1.0, 0.0),
    (Flow, "L/s", 3.6, 0.0),
    (Flow, "cfm", 1.699_010_796, 0.0),
    (Conductance, "W/K", 1.0, 0.0),
    (Power, "W", 1.0, 0.0),
    (Power, "kW", 1000.0, 0.0),
    (Share, "%", 1.0, 0.0),
];

impl Dimension {
    /// All of them, in the order of the handbook.
    pub const ALL: [Dimension; 15] = [
        Time,
        Length,
        Area,
        Volume,
        Pressure,
        PressureRate,
        Mass,
        MassRate,
        Temperature,
        Warming,
        WarmingRate,
        Flow,
        Conductance,
        Power,
        Share,
    ];

    /// In a sentence: "a pressure is needed here".
    pub const fn noun(self) -> &'static str {
        match self {
            Time => "a time",
            Length => "a length",
            Area => "an area",
            Volume => "a volume",
            Pressure => "a pressure",
            PressureRate => "a rate of pressure",
            Mass => "a mass",
            MassRate => "a rate of mass",
            Temperature => "a temperature",
            Warming => "a change of temperature",
            WarmingRate => "a rate of temperature",
            Flow => "a flow of air",
            Conductance => "a conductance",
            Power => "a power",
            Share => "a share",
        }
    }

    /// The units that fit.
    pub fn units(self) -> impl Iterator<Item = &'static str> {
        UNITS.iter().filter(move |u| u.0 == self).map(|u| u.1)
    }

    /// The unit that ranges are written in.
    pub fn base(self) -> &'static str {
        self.units().next().unwrap_or("")
    }

    /// The unit to propose to somebody who left it out.
    pub fn usual(self) -> &'static str {
        if self == Time { "min" } else { self.base() }
    }

    /// A value in base units as one would write it.
    pub fn write(self, value: f64) -> String {
        match self {
            Time => write_time(value),
            Area if value.abs() >= 1e5 => format!("{} m2", value / 1e6),
            _ => format!("{value} {}", self.base()),
        }
    }
}

/// A time in seconds as one would write it: `48h`, `1h30m`.
pub fn write_time(seconds: f64) -> String {
    let whole = seconds as u64;
    if whole as f64 != seconds || whole == 0 {
        return format!("{seconds} s");
    }
    if whole.is_multiple_of(86_400) && whole > 86_400 {
        return format!("{} d", whole / 86_400);
    }
    let (h, m, s) = (whole / 3600, whole / 60 % 60, whole % 60);
    match (h, m, s) {
        (0, 0, s) => format!("{s} s"),
        (0, m, 0) => format!("{m} min"),
        (h, 0, 0) => format!("{h} h"),
        (h, m, 0) => format!("{h}h{m}m"),
        (0, m, s) => format!("{m}m{s}s"),
        (h, m, s) => format!("{h}h{m}m{s}s"),
    }
}

/// Why a text is no quantity of the dimension that is needed.
#[derive(Clone, Debug, PartialEq)]
pub enum Misread {
    /// There is no number in it.
    NoNumber,
    /// Colons, but no time of a clock.
    Clock,
    /// A comma stands where a point belongs.
    Comma,
    /// A number alone.
    NoUnit(f64),
    /// Infinite, or no number by its own account.
    NotFinite,
    /// A unit of something else.
    WrongUnit {
        /// As written.
        unit: String,
        /// What it measures.
        measures: Vec<Dimension>,
    },
    /// A unit that nobody knows.
    UnknownUnit {
        /// As written.
        unit: String,
        /// One that may be meant.
        near: Option<&'static str>,
    },
}

/// The value of `text` in the base unit of `dimension`.
pub fn read(text: &str, dimension: Dimension) -> Result<f64, Misread> {
    let text = text.trim();
    if dimension == Time {
        if let Some(seconds) = clock(text) {
            return Ok(seconds);
        }
        if let Some(seconds) = compound(text) {
            return Ok(seconds);
        }
    }
    if dimension == Time && text.contains(':') && text.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(Misread::Clock);
    }
    let (number, unit) = split(text);
    if is_word_of_infinity(number, unit) {
        return Err(Misread::NotFinite);
    }
    if number.is_empty() {
        return Err(Misread::NoNumber);
    }
    if number.contains(',') {
        return Err(Misread::Comma);
    }
    let value: f64 = number.replace('_', "").parse().map_err(|_| Misread::NoNumber)?;
    if !value.is_finite() {
        return Err(Misread::NotFinite);
    }
    if unit.is_empty() {
        return Err(Misread::NoUnit(value));
    }
    let (factor, plus) = find(unit, dimension)?;
    let value = value * factor + plus;
    if value.is_finite() { Ok(value) } else { Err(Misread::NotFinite) }
}

/// Number and unit of `0.6 mmHg/h`, each trimmed.
fn split(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(&b) = bytes.get(end) {
        let exponent = matches!(b, b'e' | b'E')
            && end > 0
            && bytes[end - 1].is_ascii_digit()
            && bytes.get(end + 1).is_some_and(|n| n.is_ascii_digit() || matches!(n, b'-' | b'+'));
        if b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b',' | b'_') || exponent {
            end += 1;
        } else {
            break;
        }
    }
    (text[..end].trim(), text[end..].trim())
}

/// Whether somebody wrote `inf`, `-infinity` or `nan`.
fn is_word_of_infinity(number: &str, unit: &str) -> bool {
    let word = unit.split_whitespace().next().unwrap_or("").to_ascii_lowercase();
    matches!(number, "" | "-" | "+") && matches!(word.as_str(), "inf" | "infinity" | "nan" | "infinite")
}

/// Factor and offset of a unit of this dimension.
fn find(written: &str, dimension: Dimension) -> Result<(f64, f64), Misread> {
    let unit = written
        .replace('²', "2")
        .replace('³', "3")
        .replace("^2", "2")
        .replace("^3", "3")
        .replace('°', "")
        .replace("/d ", "/day")
        .replace("/hour", "/h")
        .replace(" / ", "/");
    let unit = if let Some(stem) = unit.strip_suffix("/d") { format!("{stem}/day") } else { unit };
    if let Some(&(_, _, factor, plus)) = UNITS.iter().find(|u| u.0 == dimension && u.1 == unit) {
        return Ok((factor, plus));
    }
    let measures: Vec<_> = UNITS.iter().filter(|u| u.1 == unit).map(|u| u.0).collect();
    if !measures.is_empty() {
        return Err(Misread::WrongUnit { unit: written.to_owned(), measures });
    }
    let near = dimension
        .units()
        .find(|u| u.eq_ignore_ascii_case(&unit))
        .or_else(|| long_name(&unit).filter(|u| dimension.units().any(|d| d == *u)))
        .or_else(|| suggest::nearest(&unit, dimension.units()));
    Err(Misread::UnknownUnit { unit: written.to_owned(), near })
}

/// The unit that a long word stands for.
fn long_name(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "second" | "seconds" | "secs" => "s",
        "minute" | "minutes" | "mins" => "min",
        "hour" | "hours" | "hr" | "hrs" => "h",
        "torr" | "mm" => "mmHg",
        "percent" => "%",
        "celsius" | "degrees" | "deg" => "C",
        "kelvin" => "K",
        "litre" | "litres" | "liter" | "liters" => "L",
        "kilogram" | "kilograms" | "kgs" => "kg",
        "inch" | "inches" => "in",
        _ => return None,
    })
}

/// Seconds of `00:10:00`.
fn clock(text: &str) -> Option<f64> {
    let mut parts = text.split(':');
    let (h, m, s) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || m.len() != 2 || s.len() != 2 || h.len() > 6 {
        return None;
    }
    let whole = |t: &str| t.bytes().all(|b| b.is_ascii_digit()).then(|| t.parse::<u32>().ok()).flatten();
    let (h, m, s) = (whole(h)?, whole(m)?, whole(s)?);
    (m < 60 && s < 60).then(|| f64::from(h) * 3600.0 + f64::from(m) * 60.0 + f64::from(s))
}

/// Seconds of `1h30m`: two parts or more, each unit smaller than the one before.
fn compound(text: &str) -> Option<f64> {
    let (mut rest, mut total, mut last, mut parts) = (text, 0.0, f64::INFINITY, 0);
    while !rest.is_empty() {
        let (number, tail) = split(rest);
        let end = tail.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(end);
        let (factor, _) = find(unit, Time).ok()?;
        if factor >= last || number.starts_with('-') {
            return None;
        }
        total += number.parse::<f64>().ok()? * factor;
        (rest, last, parts) = (tail.trim_start(), factor, parts + 1);
    }
    (parts > 1 && total.is_finite()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_in_the_units_people_use() {
        for (text, dimension, value) in [
            ("48h", Time, 172_800.0),
            ("1h30m", Time, 5_400.0),
            ("1d 2h", Time, 93_600.0),
            ("00:10:00", Time, 600.0),
            ("2 min", Time, 120.0),
            ("0.6 mmHg/h", PressureRate, 0.6),
            ("2 mm", Length, 2.0),
            ("4 cm2", Area, 400.0),
            ("1 m²", Area, 1e6),
            ("295.15 K", Temperature, 22.0),
            ("-5 °C", Temperature, -5.0),
            ("1e-3 kg/d", MassRate, 1e-3),
            ("70 %", Share, 70.0),
        ] {
            let read = read(text, dimension).expect(text);
            assert!((read - value).abs() < 1e-9, "{text} is {read}");
        }
    }

    #[test]
    fn what_is_no_quantity_says_why() {
        assert_eq!(read("745", Pressure), Err(Misread::NoUnit(745.0)));
        assert_eq!(read("inf mmHg", Pressure), Err(Misread::NotFinite));
        assert_eq!(read("1e999 mmHg", Pressure), Err(Misread::NotFinite));
        assert_eq!(read("soon", Time), Err(Misread::NoNumber));
        assert_eq!(read("0,6 mmHg/h", PressureRate), Err(Misread::Comma));
        assert!(matches!(read("3 kg", Pressure), Err(Misread::WrongUnit { .. })));
        assert!(matches!(read("3 mmhg", Pressure), Err(Misread::UnknownUnit { near: Some("mmHg"), .. })));
        assert!(matches!(read("3 hours", Time), Err(Misread::UnknownUnit { near: Some("h"), .. })));
        assert_eq!(read("10:70:00", Time), Err(Misread::Clock));
    }
}
