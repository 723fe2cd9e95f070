//! Running a folder of cases and saying how far off the answers are.

use super::case_file::{CaseFile, EventFile};
use super::case_run::Runner;
use super::expected::{Keys, Table, read_index, read_table};
use crate::sim::gas::Species;
use crate::sim::gas::species::{GAS_CONSTANT, MOLAR_MASS};
use crate::units::MMHG_PA;
use std::path::{Path, PathBuf};

/// Agreement asked of pressures and masses, as a share.
const VALUE_TOLERANCE: f64 = 1e-3;

/// Five pascals count as agreement too: they are 0.1 % of this. A share is taken of at least this much.
const LEAST_PA: f64 = 5.0 / VALUE_TOLERANCE;

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

/// Why a folder could not be run.
#[derive(Debug, thiserror::Error)]
pub enum CasesError {
    /// A file or folder cannot be read.
    #[error("{file}: cannot be read: {error}")]
    Read {
        /// Which.
        file: String,
        /// Why.
        error: std::io::Error,
    },
    /// A file is not the JSON that it should be.
    #[error("{file}: {error}")]
    Json {
        /// Which.
        file: String,
        /// Where and why.
        error: serde_json::Error,
    },
    /// A field has a value that means nothing.
    #[error("{file}: {field}: {what}")]
    Field {
        /// In which file.
        file: String,
        /// Which field.
        field: String,
        /// What is wrong with it.
        what: String,
    },
    /// A case has no answer.
    #[error("{file}: nothing to compare with: neither {table} nor an entry in {index}")]
    NothingToCompare {
        /// The case.
        file: String,
        /// The table that was looked for.
        table: String,
        /// The index that was looked in.
        index: String,
    },
    /// A folder has no case.
    #[error("{folder}: no case (a .json file) in it")]
    NoCases {
        /// Which.
        folder: String,
    },
}

/// Runs every case of a folder: `cases/NAME.json` against `expected/NAME.csv` and `expected/index.json`. A folder
/// without `cases` holds them itself, and the answers beside them or in its own `expected` or its parent's.
pub fn run_folder(folder: &Path) -> Result<Vec<CaseReport>, CasesError> {
    let inner = folder.join("cases");
    let from = if inner.is_dir() { inner } else { folder.to_owned() };
    let mut answers = [folder.join("expected"), folder.join("../expected")].into_iter();
    let answers = answers.find(|answers| answers.is_dir()).unwrap_or_else(|| from.clone());
    let index_path = answers.join("index.json");
    let index = read_index(&index_path)?;
    let mut reports = Vec::new();
    for path in case_files(&from)? {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|error| CasesError::Read { file: file.clone(), error })?;
        let case: CaseFile =
            serde_json::from_str(&text).map_err(|error| CasesError::Json { file: file.clone(), error })?;
        let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let table_path = answers.join(format!("{stem}.csv"));
        let table = read_table(&table_path)?;
        let keys = index.iter().find(|keys| keys.case == stem || Some(&keys.case) == case.name.as_ref());
        if table.is_none() && keys.is_none() {
            let (table, index) = (table_path.display().to_string(), index_path.display().to_string());
            return Err(CasesError::NothingToCompare { file, table, index });
        }
        reports.push(run_case(&case, &file, stem, table.as_ref(), keys)?);
    }
    if reports.is_empty() {
        return Err(CasesError::NoCases { folder: folder.display().to_string() });
    }
    Ok(reports)
}

/// The cases of a folder by name.
fn case_files(folder: &Path) -> Result<Vec<PathBuf>, CasesError> {
    let read = |error| CasesError::Read { file: folder.display().to_string(), error };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(read)? {
        let path = entry.map_err(read)?.path();
        let is_index = path.file_name().is_some_and(|name| name == "index.json");
        if path.extension().is_some_and(|extension| extension == "json") && !is_index {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A crossing being waited for.
struct Watch<'a> {
    event: &'a EventFile,
    quantity: Quantity,
    level: f64,
    before: f64,
    rising: bool,
    at: Option<f64>,
}

fn run_case(
    case: &CaseFile,
    file: &str,
    name: String,
    table: Option<&Table>,
    keys: Option<&Keys>,
) -> Result<CaseReport, CasesError> {
    let mut run = Runner::new(case, file)?;
    let mut report = Report::new(name);
    if table.is_none() {
        report.skip("no table of this case: rows over time were not compared".into());
    }
    if keys.is_none() {
        report.skip("no entry in the index: end values and events were not compared".into());
    }
    let mut watches = Vec::new();
    for (index, event) in case.events.iter().enumerate() {
        let quantity = Quantity::of_event(event, &run.names).ok_or_else(|| CasesError::Field {
            file: file.to_owned(),
            field: format!("events[{index}]"),
            what: "needs a compartment and a quantity that exist, and a level (mmHg, Pa, K or kg)".into(),
        })?;
        let level = event.Pa.or(event.mmHg.map(|mmhg| mmhg * MMHG_PA)).or(event.K).or(event.kg).unwrap_or(0.0);
        let before = quantity.read(&run);
        watches.push(Watch { event, quantity, level, before, rising: before < level, at: None });
    }
    let empty = Table::default();
    let table = table.unwrap_or(&empty);
    let quantities: Vec<Option<Quantity>> =
        table.columns.iter().map(|column| Quantity::parse(column, &run.names)).collect();
    for (column, quantity) in table.columns.iter().zip(&quantities) {
        if quantity.is_none() {
            report.skip(format!("column {column}: not a quantity of this case"));
        }
    }
    let mut rows = table.rows.iter().peekable();
    loop {
        while let Some(row) = rows.next_if(|row| row.0 <= run.time) {
            report.row(row, table, &quantities, &run);
        }
        if run.time >= case.t_end_s {
            break;
        }
        let before = run.time;
        run.advance(rows.peek().map_or(case.t_end_s, |row| row.0.min(case.t_end_s)));
        for watch in watches.iter_mut().filter(|watch| watch.at.is_none()) {
            watch.look(&run, before);
        }
    }
    if rows.next().is_some() {
        report.skip("rows after t_end_s".into());
    }
    for (key, expected) in keys.iter().flat_map(|keys| &keys.key_results) {
        report.key(key, *expected, &watches, &run, case.t_end_s);
    }
    Ok(report.done())
}

impl Watch<'_> {
    fn look(&mut self, run: &Runner, before: f64) {
        let now = self.quantity.read(run);
        let passed = if self.rising { now >= self.level } else { now <= self.level };
        if passed {
            let share = if now == self.before { 0.0 } else { (self.level - self.before) / (now - self.before) };
            self.at = Some(before + share * (run.time - before));
        }
        self.before = now;
    }
}

/// What a column speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Quantity {
    Pressure(u32),
    Partial(u32, Species),
    Temperature(u32),
    Mass(u32, Species),
    TotalMass,
    Leaked(Option<Species>),
    NetSource(Option<Species>),
}

impl Quantity {
    fn parse(column: &str, names: &[String]) -> Option<Self> {
        if let Some((name, what)) = column.rsplit_once('.') {
            let room = names.iter().position(|known| known == name)? as u32;
            let what =
                what.strip_suffix("_Pa").or(what.strip_suffix("_kg")).or(what.strip_suffix("_K")).unwrap_or(what);
            return match what {
                "p" => Some(Self::Pressure(room)),
                "T" => Some(Self::Temperature(room)),
                _ => match what.split_at_checked(1)? {
                    ("p", formula) => Some(Self::Partial(room, Species::from_formula(formula)?)),
                    ("m", formula) => Some(Self::Mass(room, Species::from_formula(formula)?)),
                    _ => None,
                },
            };
        }
        let what = column.strip_suffix("_kg")?;
        match what {
            "total_mass" => Some(Self::TotalMass),
            "leaked_mass" | "leaked" => Some(Self::Leaked(None)),
            "net_source_mass" | "net_source" => Some(Self::NetSource(None)),
            _ => match what.rsplit_once('_')? {
                ("leaked", formula) => Some(Self::Leaked(Some(Species::from_formula(formula)?))),
                ("net_source", formula) => Some(Self::NetSource(Some(Species::from_formula(formula)?))),
                _ => None,
            },
        }
    }

    fn of_event(event: &EventFile, names: &[String]) -> Option<Self> {
        event.Pa.or(event.mmHg).or(event.K).or(event.kg)?;
        let quantity = event.quantity.as_deref().unwrap_or(if event.K.is_some() { "T" } else { "p" });
        let quantity = if quantity == "pressure" { "p" } else { quantity };
        Self::parse(&format!("{}.{}", event.compartment, quantity.trim_end_matches("_mmHg")), names)
    }

    fn read(self, run: &Runner) -> f64 {
        let network = &run.network;
        let of = |masses: crate::sim::gas::Masses, species: Option<Species>| {
            species.map_or(masses.total_kg(), |species| masses.of(species))
        };
        match self {
            Self::Pressure(room) => network.pressure(room).0,
            Self::Partial(room, species) => network.partial(room, species).0,
            Self::Temperature(room) => network.temperature(room).0,
            Self::Mass(room, species) => network.mass(room, species).0,
            Self::TotalMass => network.total_mass().0,
            Self::Leaked(species) => of(network.leaked_total(), species),
            Self::NetSource(species) => of(network.net_source(), species),
        }
    }

    /// The least that a share is taken of.
    fn least(self, run: &Runner) -> f64 {
        let kg = |room: u32, molar: f64| {
            let kelvin = run.network.temperature(room).0;
            LEAST_PA * run.network.volume(room).0 / (GAS_CONSTANT * kelvin) * molar
        };
        match self {
            Self::Pressure(_) | Self::Partial(..) => LEAST_PA,
            Self::Temperature(_) => 0.0,
            Self::Mass(room, species) => kg(room, species.molar_mass()),
            // Of a whole station, what it is of its smallest compartment.
            Self::TotalMass | Self::Leaked(_) | Self::NetSource(_) => {
                (0..run.network.compartments()).map(|room| kg(room, MOLAR_MASS[1])).fold(f64::INFINITY, f64::min)
            }
        }
    }
}

/// A report in the making.
struct Report(CaseReport);

impl Report {
    fn new(case: String) -> Self {
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

    fn skip(&mut self, why: String) {
        self.0.not_compared.push(why);
    }

    fn row(&mut self, row: &(f64, Vec<f64>), table: &Table, of: &[Option<Quantity>], run: &Runner) {
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

    fn key(&mut self, key: &str, expected: Option<f64>, watches: &[Watch<'_>], run: &Runner, end_s: f64) {
        if let Some(name) = key.strip_prefix("event_s.") {
            let Some(watch) = watches.iter().find(|watch| watch.event.name == name) else {
                return self.skip(format!("{key}: the case has no event of this name"));
            };
            match (watch.at, expected) {
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
        if !(place.times_allowed <= 1.0) {
            self.0.passed = false;
            self.0.first_failure.get_or_insert_with(|| place.clone());
        }
        if self.0.worst.as_ref().is_none_or(|worst| place.times_allowed > worst.times_allowed) {
            self.0.worst = Some(place);
        }
    }

    fn done(self) -> CaseReport {
        self.0
    }
}
