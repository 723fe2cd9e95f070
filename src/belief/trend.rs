//! How fast the air of a zone falls, as gauges and laptops show it, the effect of temperature taken out.

use super::zones::Zones;
use crate::sim::console::Console;
use crate::sim::ids::{CompartmentId, PersonId, SensorId};
use crate::sim::layout::{Layout, Quantity};
use crate::units::{CELSIUS_K, Tick};

/// Seconds between kept readings.
const STEP_S: u64 = 20;
/// Readings kept: an hour.
const KEPT: usize = 180;
/// The fewest readings in a half that may be left away.
const SHORTEST: usize = 4;
/// A slope needs this long, s.
const SHORTEST_S: u64 = 40;

/// A fall of pressure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fall {
    /// mmHg an hour; below zero where it rises.
    pub mmhg_h: f64,
    /// Its standard error, mmHg an hour.
    pub sigma: f64,
    /// Seconds of readings behind it.
    pub over_s: u64,
}

/// Where a reading comes from. A gauge in another hand, or carried to another place, is another series: its bias does
/// not move, so that slopes are free of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Sensor(SensorId),
    Hand(PersonId, CompartmentId),
}

#[derive(Clone, Debug)]
struct Series {
    source: Source,
    at: CompartmentId,
    temperature: bool,
    /// Smallest step shown.
    step: f64,
    readings: Vec<(Tick, f64)>,
    /// Slope an hour, its error, and over how many seconds: worked out with each reading, asked for far more often.
    slope: Option<(f64, f64, u64)>,
}

/// Readings since the last time that a hatch, a hole or a tank changed.
#[derive(Clone, Debug, Default)]
pub struct Trends {
    series: Vec<Series>,
}

impl Trends {
    /// Forgets: what was read under other hatches says nothing about these.
    pub fn restart(&mut self) {
        self.series.clear();
    }

    /// Reads every instrument that the console shows.
    pub fn read(&mut self, layout: &Layout, console: &Console) {
        for view in &console.sensors {
            let sensor = layout.sensor(view.sensor);
            let temperature = match sensor.quantity {
                Quantity::Pressure => false,
                Quantity::Temperature => true,
                Quantity::Oxygen | Quantity::CarbonDioxide => continue,
            };
            if let Some(value) = view.value {
                self.push(
                    Source::Sensor(view.sensor),
                    sensor.compartment,
                    temperature,
                    sensor.resolution,
                    (console.tick, value),
                );
            }
        }
        for person in &console.crew {
            if let Some(mmhg) = person.needle_mmhg {
                self.push(Source::Hand(person.who, person.at), person.at, false, 0.25, (console.tick, mmhg));
            }
        }
    }

    fn push(&mut self, source: Source, at: CompartmentId, temperature: bool, step: f64, reading: (Tick, f64)) {
        let ix = self.series.iter().position(|s| s.source == source).unwrap_or_else(|| {
            self.series.push(Series { source, at, temperature, step, readings: Vec::new(), slope: None });
            self.series.len() - 1
        });
        let series = &mut self.series[ix];
        let readings = &mut series.readings;
        // A gauge put away and taken out again may sit elsewhere on its friction: a new series.
        if readings.last().is_some_and(|(last, _)| reading.0.since(*last) > 10 * STEP_S) {
            readings.clear();
            series.slope = None;
        }
        if readings.last().is_none_or(|(last, _)| reading.0.since(*last) >= STEP_S) {
            if readings.len() == KEPT {
                readings.remove(0);
            }
            readings.push(reading);
            series.slope = series.fit();
        }
    }

    /// How fast the pressure of a zone falls: the straight line of least squares through each series, averaged by
    /// 1/sigma^2, less what the zone's thermometers explain: dP = P/T dT. Sigma of a slope is the step of the
    /// instrument over the time (readings within a step of each other are not independent, so that more of them do
    /// not help). Temperature is taken out only where its own slope is beyond its error.
    pub fn fall(&self, zones: &Zones, zone: u16) -> Option<Fall> {
        let here = |temperature: bool| {
            self.series.iter().filter(move |s| s.temperature == temperature && zones.of(s.at) == zone)
        };
        let (slope, sigma, over_s) = average(here(false).filter_map(|s| s.slope))?;
        let pressure = here(false).filter_map(|s| s.readings.last()).map(|r| r.1).next().unwrap_or(0.0);
        let kelvin = here(true).filter_map(|s| s.readings.last()).map(|r| r.1 + CELSIUS_K).next().unwrap_or(295.0);
        let warmed = average(here(true).filter_map(|s| s.slope)).filter(|(slope, sigma, _)| slope.abs() > 2.0 * sigma);
        let (warming, unsure) =
            warmed.map_or((0.0, 0.0), |(slope, sigma, _)| (slope * pressure / kelvin, sigma * pressure / kelvin));
        Some(Fall { mmhg_h: warming - slope, sigma: (sigma * sigma + unsure * unsure).sqrt(), over_s })
    }
}

impl Series {
    /// Its slope as the readings now are.
    fn fit(&self) -> Option<(f64, f64, u64)> {
        let last = self.readings.last()?;
        let readings = self.steady_part();
        let first = readings.first()?;
        let over_s = last.0.since(first.0);
        if over_s < SHORTEST_S {
            return None;
        }
        Some((line(readings), self.step * 3600.0 / over_s as f64, over_s))
    }

    /// The readings from the last change of rate on: while the two halves of a stretch have slopes that differ by more
    /// than their errors, the earlier half is left away.
    fn steady_part(&self) -> &[(Tick, f64)] {
        let mut part = &self.readings[..];
        while part.len() >= 2 * SHORTEST {
            let (early, late) = part.split_at(part.len() / 2);
            let hours = |half: &[(Tick, f64)]| half[half.len() - 1].0.since(half[0].0).max(1) as f64 / 3600.0;
            let error = self.step / hours(early) + self.step / hours(late);
            if (line(early) - line(late)).abs() <= 1.5 * error {
                break;
            }
            part = late;
        }
        part
    }
}

/// Slope an hour of the straight line of least squares.
fn line(readings: &[(Tick, f64)]) -> f64 {
    let n = readings.len() as f64;
    let hours = |t: Tick| t.since(readings[0].0) as f64 / 3600.0;
    let (mx, my) = readings.iter().fold((0.0, 0.0), |(x, y), r| (x + hours(r.0) / n, y + r.1 / n));
    let (mut sxx, mut sxy) = (0.0, 0.0);
    for (t, value) in readings {
        let dx = hours(*t) - mx;
        sxx += dx * dx;
        sxy += dx * (value - my);
    }
    if sxx > 0.0 { sxy / sxx } else { 0.0 }
}

/// Mean of slopes weighted by 1/sigma^2; the error of the best one, since all share the same air.
fn average(slopes: impl Iterator<Item = (f64, f64, u64)>) -> Option<(f64, f64, u64)> {
    let (mut sum, mut weights, mut best, mut longest) = (0.0, 0.0, f64::INFINITY, 0);
    for (slope, sigma, over_s) in slopes {
        let weight = 1.0 / (sigma * sigma);
        sum += slope * weight;
        weights += weight;
        best = best.min(sigma);
        longest = longest.max(over_s);
    }
    (weights > 0.0).then(|| (sum / weights, best, longest))
}
