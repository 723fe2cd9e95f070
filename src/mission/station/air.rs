//! From what an instructor writes of leaks (rates) to effective areas.
//!
//! Choked flow through an opening of effective area CdA to vacuum, gamma 1.4: mdot = CdA p sqrt(M / (R T)) Psi (kg/s,
//! m2, Pa, kg/mol, J/(mol K), K); the constants are those of the gas network.

use crate::sim::gas::flow::PSI_CHOKED;
use crate::sim::gas::species::{AIR, GAS_CONSTANT, MOLAR_MASS};
use crate::sim::layout::Layout;
use crate::units::{MMHG_PA, Pascals, SquareMetres};

/// Molar mass of a mixture by mole fractions, kg/mol.
fn molar(fractions: [f64; 4]) -> f64 {
    fractions.iter().zip(MOLAR_MASS).map(|(x, m)| x * m).sum()
}

/// Shares by mass of a tank of air.
pub(super) fn air_by_mass() -> [f64; 4] {
    let whole = molar(AIR);
    let mut shares = AIR;
    for (share, m) in shares.iter_mut().zip(MOLAR_MASS) {
        *share *= m / whole;
    }
    shares
}

/// The effective area that leaks so many kg a day of air at 745 mmHg and 295 K: the state at which structural leaks
/// are published.
pub(super) fn structural(kg_day: f64) -> SquareMetres {
    let full = Pascals::from_mmhg(745.0).0 * libm::sqrt(molar(AIR) / (GAS_CONSTANT * 295.0)) * PSI_CHOKED;
    SquareMetres(kg_day / 86_400.0 / full)
}

/// The air of a whole station at the start, as one volume.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole {
    volume_m3: f64,
    pressure_pa: f64,
    /// Sqrt(R T / M), m/s.
    speed: f64,
}

impl Whole {
    /// That of a layout.
    pub fn of(layout: &Layout) -> Self {
        let (mut volume, mut kg, mut mol, mut mol_kelvin) = (0.0, 0.0, 0.0, 0.0);
        for c in &layout.compartments {
            volume += c.volume.0;
            for (mass, molar) in c.air.0.iter().zip(MOLAR_MASS) {
                kg += mass;
                mol += mass / molar;
                mol_kelvin += mass / molar * c.temperature.0;
            }
        }
        let kelvin = mol_kelvin / mol;
        Self {
            volume_m3: volume,
            pressure_pa: mol * GAS_CONSTANT * kelvin / volume,
            speed: libm::sqrt(GAS_CONSTANT * kelvin * mol / kg),
        }
    }

    /// The effective area, mm2, that lets the pressure of the whole station fall so fast at the start.
    pub fn area_for_mmhg_h(&self, rate: f64) -> f64 {
        rate * MMHG_PA / 3600.0 * self.volume_m3 / (self.pressure_pa * self.speed * PSI_CHOKED) * 1e6
    }

    /// The effective area, mm2, that loses so many kg a day at the start.
    pub fn area_for_kg_day(&self, rate: f64) -> f64 {
        rate / 86_400.0 * self.speed / (self.pressure_pa * PSI_CHOKED) * 1e6
    }
}
