//! What a column or an event of a case speaks of.

use super::case_file::EventFile;
use super::case_run::Runner;
use super::report::LEAST_PA;
use crate::sim::gas::species::{GAS_CONSTANT, MOLAR_MASS};
use crate::sim::gas::{Masses, Species};

/// What a column speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Quantity {
    Pressure(u32),
    Partial(u32, Species),
    Temperature(u32),
    Mass(u32, Species),
    TotalMass,
    Leaked(Option<Species>),
    NetSource(Option<Species>),
}

impl Quantity {
    /// The quantity of a column's name, if the case has it.
    pub fn parse(column: &str, names: &[String]) -> Option<Self> {
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

    /// The quantity that an event watches.
    pub fn of_event(event: &EventFile, names: &[String]) -> Option<Self> {
        event.Pa.or(event.mmHg).or(event.K).or(event.kg)?;
        let quantity = event.quantity.as_deref().unwrap_or(if event.K.is_some() { "T" } else { "p" });
        let quantity = if quantity == "pressure" { "p" } else { quantity };
        Self::parse(&format!("{}.{}", event.compartment, quantity.trim_end_matches("_mmHg")), names)
    }

    /// Its value now.
    pub fn read(self, run: &Runner) -> f64 {
        let network = &run.network;
        let of =
            |masses: Masses, species: Option<Species>| species.map_or(masses.total_kg(), |species| masses.of(species));
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
    pub fn least(self, run: &Runner) -> f64 {
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
