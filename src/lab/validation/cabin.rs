//! One volume of cabin air, run as the very network of a drill.

use crate::sim::gas::{CompartmentSetup, Masses, Network, NetworkSetup, Thermal};
use crate::sim::reserve::END_POINT_MMHG;
use crate::units::{CubicMetres, Kelvin, Pascals, SquareMetres};
use std::f64::consts::PI;

/// Cabin temperature, K (22.2 °C).
pub const CABIN_K: f64 = 295.35;
/// Volume that fact sheets give the station of 2018, m3.
pub const BROCHURE_M3: f64 = 916.0;

/// Effective area of a round hole, mm2.
pub fn area_mm2(diameter_mm: f64, cd: f64) -> f64 {
    cd * PI / 4.0 * diameter_mm * diameter_mm
}

/// Dry air of 21 % oxygen.
pub fn air(pressure_mmhg: f64, volume_m3: f64) -> Masses {
    let fractions = [0.21, 0.79, 0.0, 0.0];
    Masses::from_pressure(Pascals::from_mmhg(pressure_mmhg), Kelvin(CABIN_K), CubicMetres(volume_m3), fractions)
}

/// Time constant of isothermal choked decay, s: V / (CdA Psi sqrt(R T / M)).
pub fn decay_s(volume_m3: f64, cd_area_mm2: f64) -> f64 {
    let air = air(760.0, volume_m3);
    let kg_per_mol = air.total_kg() / air.moles();
    let speed = (crate::sim::gas::species::GAS_CONSTANT * CABIN_K / kg_per_mol).sqrt();
    volume_m3 / (cd_area_mm2 * 1e-6 * crate::sim::gas::flow::psi(0.0) * speed)
}

/// One volume with a hole.
#[derive(Clone, Copy, Debug)]
pub struct Cabin {
    /// Pressure at the start, mmHg.
    pub from_mmhg: f64,
    /// Free volume, m3.
    pub volume_m3: f64,
    /// Effective area of its hole, mm2.
    pub cd_area_mm2: f64,
}

/// A cabin of this pressure and volume with this hole.
pub fn cabin(from_mmhg: f64, volume_m3: f64, cd_area_mm2: f64) -> Cabin {
    Cabin { from_mmhg, volume_m3, cd_area_mm2 }
}

impl Cabin {
    /// As a network.
    pub fn network(self, thermal: Thermal) -> Network {
        let compartment = CompartmentSetup {
            volume: CubicMetres(self.volume_m3),
            temperature: Kelvin(CABIN_K),
            masses: air(self.from_mmhg, self.volume_m3),
            thermal,
        };
        let mut network = Network::new(&NetworkSetup { compartments: vec![compartment], passages: Vec::new() });
        network.add_hole(0, SquareMetres::from_mm2(self.cd_area_mm2));
        network
    }

    /// Pressure after so long, mmHg, the walls keeping it warm.
    pub fn after_mmhg(self, seconds: u32) -> f64 {
        run(self.network(Thermal::Isothermal), seconds).pressure(0).mmhg()
    }

    /// How far it falls in so long, mmHg.
    pub fn fall_mmhg(self, seconds: u32) -> f64 {
        self.from_mmhg - self.after_mmhg(seconds)
    }

    /// Reserve time by the linear rule, s: (P - 490 mmHg) over the fall in the first second.
    pub fn linear_reserve_s(self) -> f64 {
        (self.from_mmhg - END_POINT_MMHG) / self.fall_mmhg(1)
    }

    /// Seconds until it is at 490 mmHg, in fact; looked at each second.
    pub fn true_reserve_s(self) -> f64 {
        let mut network = self.network(Thermal::Isothermal);
        let (mut seconds, mut before) = (0.0, self.from_mmhg);
        loop {
            network.step();
            let now = network.pressure(0).mmhg();
            if now <= END_POINT_MMHG {
                return seconds + (before - END_POINT_MMHG) / (before - now);
            }
            (seconds, before) = (seconds + 1.0, now);
        }
    }
}

/// A network so many seconds later.
pub fn run(mut network: Network, seconds: u32) -> Network {
    for _ in 0..seconds {
        network.step();
    }
    network
}

/// Kilograms of air that are 1 mmHg.
pub fn kg_per_mmhg(volume_m3: f64) -> f64 {
    air(1.0, volume_m3).total_kg()
}
