//! The form of a case: what its JSON may say. Fields are named as in the files, units last.
#![allow(missing_docs, reason = "the names are the documentation: each ends in its unit")]

use serde::Deserialize;
use std::collections::BTreeMap;

/// A whole case.
#[derive(Clone, Debug, Deserialize)]
pub struct CaseFile {
    /// Its name; the file's stem stands in.
    pub name: Option<String>,
    /// `isothermal` (the default), `adiabatic` or `wall`, for every compartment that does not say otherwise.
    pub thermal: Option<String>,
    /// The network's compartments.
    pub compartments: Vec<CompartmentFile>,
    /// Holes.
    #[serde(default)]
    pub leaks: Vec<LeakFile>,
    /// Hatches and valves.
    #[serde(default)]
    pub hatches: Vec<HatchFile>,
    /// Constant supplies.
    #[serde(default)]
    pub tanks: Vec<TankFile>,
    /// People.
    #[serde(default)]
    pub crew: Vec<CrewFile>,
    /// Removers of one gas.
    #[serde(default)]
    pub scrubbers: Vec<ScrubberFile>,
    /// Prescribed temperatures.
    #[serde(default)]
    pub temperature: Vec<TemperatureFile>,
    /// Crossings to be timed.
    #[serde(default)]
    pub events: Vec<EventFile>,
    /// End, s.
    pub t_end_s: f64,
    /// Moments of the rows expected; the answer's own rows decide, so that it may be absent.
    pub output_times_s: Option<Vec<f64>>,
    /// The same as an interval, s.
    pub dt_out_s: Option<f64>,
    /// Ratio of specific heats, if it is said: 1.4 is what there is.
    pub gamma: Option<f64>,
}

/// A compartment: its contents by pressure and fractions, by partial pressures, or by masses.
#[allow(non_snake_case)]
#[derive(Clone, Debug, Deserialize)]
pub struct CompartmentFile {
    pub name: String,
    pub volume_m3: f64,
    pub T_K: Option<f64>,
    pub p_Pa: Option<f64>,
    pub p_mmHg: Option<f64>,
    pub fractions: Option<Fractions>,
    pub partial_Pa: Option<BTreeMap<String, f64>>,
    pub masses_kg: Option<BTreeMap<String, f64>>,
    pub thermal: Option<String>,
    pub UA_W_K: Option<f64>,
    pub T_wall_K: Option<f64>,
    pub heat_W: Option<f64>,
}

/// Mole fractions, written out or by the name of a mixture (`AIR`, `CABIN`).
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Fractions {
    /// `AIR` or `CABIN`.
    Named(String),
    /// By formula.
    Each(BTreeMap<String, f64>),
}

/// A hole; the schedule's factors apply to its area.
#[allow(non_snake_case)]
#[derive(Clone, Debug, Deserialize)]
pub struct LeakFile {
    pub compartment: String,
    pub diameter_mm: Option<f64>,
    pub area_m2: Option<f64>,
    pub Cd: Option<f64>,
    pub p_out_Pa: Option<f64>,
    pub schedule: Option<Vec<(f64, f64)>>,
    pub mode: Option<String>,
}

/// A hatch.
#[allow(non_snake_case)]
#[derive(Clone, Debug, Deserialize)]
pub struct HatchFile {
    pub name: Option<String>,
    pub a: String,
    pub b: String,
    pub area_m2: Option<f64>,
    pub diameter_mm: Option<f64>,
    pub Cd: Option<f64>,
    pub opening: Option<Opening>,
    pub mode: Option<String>,
    pub seal_CdA_m2: Option<f64>,
    pub exchange_m3_h: Option<f64>,
}

/// How far a hatch is open: all the time, or over time.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Opening {
    /// All the time.
    Fixed(f64),
    /// Over time.
    Moves(Vec<(f64, f64)>),
}

/// A supply of one gas, endless without a mass.
#[derive(Clone, Debug, Deserialize)]
pub struct TankFile {
    pub name: Option<String>,
    pub species: String,
    pub mass_kg: Option<f64>,
    pub rate_kg_h: f64,
    pub compartment: String,
    pub schedule: Option<Vec<(f64, f64)>>,
    pub mode: Option<String>,
}

/// People in a compartment.
#[allow(non_snake_case)]
#[derive(Clone, Debug, Deserialize)]
pub struct CrewFile {
    pub compartment: String,
    pub count: f64,
    pub O2_kg_day: Option<f64>,
    pub CO2_kg_day: Option<f64>,
    pub H2O_kg_day: Option<f64>,
    pub schedule: Option<Vec<(f64, f64)>>,
}

/// A remover of one gas.
#[derive(Clone, Debug, Deserialize)]
pub struct ScrubberFile {
    pub compartment: String,
    pub species: String,
    pub flow_m3_h: f64,
    pub efficiency: Option<f64>,
    pub max_kg_h: Option<f64>,
    pub schedule: Option<Vec<(f64, f64)>>,
}

/// A prescribed temperature: of the gas where it is isothermal, else of the wall.
#[derive(Clone, Debug, Deserialize)]
pub struct TemperatureFile {
    pub compartment: String,
    pub mode: Option<String>,
    pub schedule: Vec<(f64, f64)>,
}

/// The first moment at which a quantity passes a level.
#[allow(non_snake_case)]
#[derive(Clone, Debug, Deserialize)]
pub struct EventFile {
    pub name: String,
    pub compartment: String,
    /// `p` (the default), `pO2` and so on, `T`, `mO2` and so on; with or without its unit (`p_Pa`).
    pub quantity: Option<String>,
    pub mmHg: Option<f64>,
    pub Pa: Option<f64>,
    pub K: Option<f64>,
    pub kg: Option<f64>,
}
