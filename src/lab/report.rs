//! How far off a case is.

use super::case_run::Runner;
use super::expected::Table;
use super::quantity::Quantity;

/// Agreement asked of pressures and masses, as a share.
const VALUE_TOLERANCE: f64 = 1e-3;

/// Five pascals count as agreement too: they are 0.1 % of this. A share is taken of at least this much.
pub(super) const LEAST_PA: f64 = 5.0 / VALUE_TOLERANCE;

/// Agreement asked of moments, as a share.
const EVENT_TOLERANCE: f64 = 2e-3;

/// One tick counts as agreement too.
const LEAST_S: f64 = 1.0 / EVENT_TOLERANCE;

/// Agreement asked of temperatures, K.
const TEMPERATURE_TOLERANCE_K: f64 = 0.3;

/// Where a value was compared.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Place {
    /// Column or event.
    pub what: String,
    /// Moment, s.
    pub time_s: f64,
    /// What the simulator says (nothing if an event never came).
    pub ours: Option<f64>,
    /// What was expected.
    pub expected: f64,
    /// Error as a multiple of what is allowed.
    pub times_allowed: f64,
}

/// How a case went.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct CaseReport {
    /// Its name.
    pub case: String,
    /// Largest error of a pressure, as a share of it (of 5 kPa where it is less: 5 Pa is always near enough).
    pub max_pressure_error_rel: f64,
    /// Largest error of a mass, as a share of it (of the mass of 5 kPa where it is less).
    pub max_mass_error_rel: f64,
    /// Largest error of a moment, as a share of it (of 500 s where it is less: a tick is always near enough).
    pub max_event_error_rel: f64,
    /// Largest error of a temperature, K.
    pub max_temperature_error_k: f64,
    /// Everything compared was within its tolerance.
    pub passed: bool,
    /// How many values were compared.
    pub compared: u32,
    /// The first value out of tolerance.
    pub first_failure: Option<Place>,
    /// The value that came nearest to its tolerance or passed it furthest.
    pub worst: Option<Place>,
    /// What could not be compared, and why.
    pub not_compared: Vec<String>,
}

/// A report in the making.
pub(super) struct Report(CaseReport);

impl Report {
    /// Nothing compared yet.
    pub fn new(case: String) -> Self {
        Self(CaseReport {
            case,
            max_pressure_error_rel: 0.0,
            max_mass_error_rel: 0.0,
            max_event_error_rel: 0.0,
            max_temperature_error_k: 0.0,
            passed: true,
            compared: 0,
            first_failure: None,
            worst: None,
            not_compared: Vec::new(),
        })
    }

    /// Notes what is not compared.
    pub fn skip(&mut self, why: String) {
        self.0.not_compared.push(why);
    }

    /// Compares a row of the table.
    pub fn row(&mut self, row: &(f64, Vec<f64>), table: &Table, of: &[Option<Quantity>], run: &Runner) {
        for (index, quantity) in of.iter().enumerate() {
            if let Some(quantity) = quantity {
                self.value(&table.columns[index], *quantity, row.0, quantity.read(run), row.1[index], run);
            }
        }
    }

    fn value(&mut self, what: &str, quantity: Quantity, time_s: f64, ours: f64, expected: f64, run: &Runner) {
        let error = (ours - expected).abs();
        let share = error / expected.abs().max(quantity.least(run));
        let (most, allowed, error) = match quantity {
            Quantity::Temperature(_) => (&mut self.0.max_temperature_error_k, TEMPERATURE_TOLERANCE_K, error),
            Quantity::Pressure(_) | Quantity::Partial(..) => {
                (&mut self.0.max_pressure_error_rel, VALUE_TOLERANCE, share)
            }
            _ => (&mut self.0.max_mass_error_rel, VALUE_TOLERANCE, share),
        };
        *most = most.max(error);
        self.place(Place { what: what.to_owned(), time_s, ours: Some(ours), expected, times_allowed: error / allowed });
    }

    /// Compares an entry of the index; `events` are the moments at which the case's events came.
    pub fn key(&mut self, key: &str, expected: Option<f64>, events: &[(&str, Option<f64>)], run: &Runner, end_s: f64) {
        if let Some(name) = key.strip_prefix("event_s.") {
            let Some((_, at)) = events.iter().find(|event| event.0 == name) else {
                return self.skip(format!("{key}: the case has no event of this name"));
            };
            match (*at, expected) {
                (None, None) => self.0.compared += 1,
                (Some(ours), None) => self.event(key, Some(ours), end_s, f64::INFINITY),
                (None, Some(expected)) => self.event(key, None, expected, f64::INFINITY),
                (Some(ours), Some(expected)) => {
                    self.event(key, Some(ours), expected, (ours - expected).abs() / expected.max(LEAST_S));
                }
            }
            return;
        }
        let quantity = key.strip_prefix("final.").and_then(|column| Quantity::parse(column, &run.names));
        match (quantity, expected) {
            (Some(quantity), Some(expected)) => self.value(key, quantity, end_s, quantity.read(run), expected, run),
            _ => self.skip(format!("{key}: not a quantity of this case")),
        }
    }

    fn event(&mut self, key: &str, ours: Option<f64>, expected: f64, error: f64) {
        self.0.max_event_error_rel = self.0.max_event_error_rel.max(error);
        let place =
            Place { what: key.to_owned(), time_s: expected, ours, expected, times_allowed: error / EVENT_TOLERANCE };
        self.place(place);
    }

    fn place(&mut self, place: Place) {
        self.0.compared += 1;
        // Not a number is not within.
        let within = place.times_allowed <= 1.0;
        if !within {
            self.0.passed = false;
            self.0.first_failure.get_or_insert_with(|| place.clone());
        }
        if self.0.worst.as_ref().is_none_or(|worst| place.times_allowed > worst.times_allowed) {
            self.0.worst = Some(place);
        }
    }

    /// The finished report.
    pub fn done(self) -> CaseReport {
        self.0
    }
}
