//! How a drill ends, and the truth that is shown afterwards.

use crate::mission::Mission;
use crate::sim::Station;
use crate::sim::event::Outcome;
use crate::sim::gas::Species;
use crate::sim::ids::{CompartmentId, FoundId};
use crate::sim::order::Claim;
use crate::sim::reserve::END_POINT_MMHG;

/// The end that has been reached, if any; the worst first, so that a death is never told as a success.
pub fn reached(mission: &Mission, station: &Station, scripted: Option<Outcome>) -> Option<Outcome> {
    if station.anybody_dead() {
        return Some(Outcome::LostCrew);
    }
    if station.people_aboard() == 0 {
        return Some(Outcome::Evacuated);
    }
    if station.best_air_mmhg() < END_POINT_MMHG && station.best_air_mmhg().is_finite() {
        return Some(Outcome::OutOfReserve);
    }
    if let Some((claim, _)) = station.declared() {
        return Some(match claim {
            Claim::Held => Outcome::Held,
            Claim::Isolated => Outcome::Isolated,
        });
    }
    if scripted.is_some() {
        return scripted;
    }
    (station.now() >= mission.time_limit).then_some(Outcome::TimeLimit)
}

/// What was true at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// Air by compartment.
    pub air: Vec<TrueAir>,
    /// Every hole, found or not.
    pub holes: Vec<TrueHole>,
    /// Air that has left through holes, kg.
    pub leaked_kg: f64,
    /// All air of the station and its vehicles, kg.
    pub mass_kg: f64,
    /// All air, and all that left through holes and machines, less all that came from sources, kg: what the drill
    /// began with, to the last digits, for ever.
    pub balance_kg: f64,
    /// Shortest reserve time of anybody aboard, s; none where nothing leaks.
    pub reserve_s: Option<f64>,
    /// Compartments below the end point.
    pub compartments_lost: usize,
    /// Means over the volume that the crew shares, mmHg: pressure, oxygen, carbon dioxide.
    pub crew_air_mmhg: [f64; 3],
}

/// True air of a compartment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrueAir {
    /// Pressure, Pa.
    pub pressure_pa: f64,
    /// Temperature, K.
    pub temperature_k: f64,
    /// Partial pressures O2, N2, CO2, H2O, Pa.
    pub partial_pa: [f64; 4],
    /// Mass, kg.
    pub mass_kg: f64,
}

/// A true hole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrueHole {
    /// Where.
    pub at: CompartmentId,
    /// Effective area as made, mm2.
    pub made_mm2: f64,
    /// Effective area now, mm2.
    pub open_mm2: f64,
    /// Its number among the found.
    pub found: Option<FoundId>,
}

impl Truth {
    /// The truth of a station.
    pub fn of(station: &Station) -> Self {
        let air = station.air();
        let layout = station.layout();
        let compartments = 0..layout.compartments.len() as u32;
        Self {
            air: compartments
                .map(|c| TrueAir {
                    pressure_pa: air.pressure(c).0,
                    temperature_k: air.temperature(c).0,
                    partial_pa: Species::ALL.map(|s| air.partial(c, s).0),
                    mass_kg: air.masses(c).total_kg(),
                })
                .collect(),
            holes: station
                .holes()
                .iter()
                .map(|h| TrueHole {
                    at: h.made.at,
                    made_mm2: h.made.cd_area.mm2(),
                    open_mm2: h.cd_area(station.now()).mm2(),
                    found: h.found,
                })
                .collect(),
            leaked_kg: station.leaked_kg(),
            mass_kg: air.total_mass().0,
            balance_kg: air.total_mass().0 + air.leaked_total().total_kg() + air.lost_total().total_kg()
                - air.net_source().total_kg(),
            reserve_s: station.crew_reserve_s(),
            compartments_lost: station.compartments_lost(),
            crew_air_mmhg: crew_air_mmhg(station),
        }
    }
}

/// Volume-weighted means over all compartments that share their air with somebody aboard; over the whole station once
/// nobody is.
fn crew_air_mmhg(station: &Station) -> [f64; 3] {
    let (air, layout) = (station.air(), station.layout());
    let zones: Vec<u32> = station.people().map(|at| air.zone_of(u32::from(at.0))).collect();
    let mut sums = [0.0; 3];
    let mut volume = 0.0;
    for (ix, compartment) in layout.compartments.iter().enumerate() {
        let c = ix as u32;
        if !zones.is_empty() && !zones.contains(&air.zone_of(c)) {
            continue;
        }
        let values = [air.pressure(c), air.partial(c, Species::O2), air.partial(c, Species::CO2)];
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += value.mmhg() * compartment.volume.0;
        }
        volume += compartment.volume.0;
    }
    sums.map(|sum| if volume > 0.0 { sum / volume } else { 0.0 })
}
