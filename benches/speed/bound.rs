//! The yardstick: the least work that a station's step could be.

use crate::air::VOLUMES;
use leakdrill::sim::gas::Masses;
use leakdrill::sim::gas::species::CABIN;
use leakdrill::units::{CubicMetres, Kelvin, Pascals};

/// The plain-array bound: 24 compartments, 30 orifices with the exact seventh root, 4 leaks, 4 gases, one explicit
/// step, and nothing else: no choice, no ledger, no heat, no check. Nobody could play it; no step that looks at every
/// opening once can be expected to be much faster.
pub struct Bound {
    mass: [[f64; 4]; 24],
    volume: [f64; 24],
    orifice: [(usize, usize, f64); 30],
    leak: [(usize, f64); 4],
}

impl Bound {
    const R: f64 = 8.314_462_618;
    const T: f64 = 295.15;
    const PER_KG: [f64; 4] = [1.0 / 31.9988e-3, 1.0 / 28.0134e-3, 1.0 / 44.0095e-3, 1.0 / 18.01528e-3];

    /// At rest nowhere: every orifice flows.
    pub fn new() -> Self {
        let mut bound = Self {
            mass: [[0.0; 4]; 24],
            volume: [0.0; 24],
            orifice: [(0, 0, 0.0); 30],
            leak: [(3, 1e-6), (9, 2e-6), (17, 1e-6), (23, 5e-7)],
        };
        for (index, (mass, volume)) in bound.mass.iter_mut().zip(&mut bound.volume).enumerate() {
            *volume = VOLUMES[index % VOLUMES.len()];
            // Neighbours differ by up to 3 %, so that every orifice flows and none chokes.
            let pressure = Pascals(98_000.0 + 1500.0 * ((index * 7) % 3) as f64);
            *mass = Masses::from_pressure(pressure, Kelvin(Self::T), CubicMetres(*volume), CABIN).0;
        }
        for (index, orifice) in bound.orifice.iter_mut().enumerate() {
            // A tree of 24 and six rings; areas small enough for an explicit second.
            let a = index % 24;
            *orifice = if index < 23 { (index / 2, index + 1, 2e-5) } else { (a, (a + 11) % 24, 1e-5) };
        }
        bound
    }

    /// One step of a second.
    pub fn step(&mut self) {
        let mut pressure = [0.0; 24];
        let mut scale = [0.0; 24];
        for index in 0..24 {
            let mass = self.mass[index];
            let moles = mass[0] * Self::PER_KG[0]
                + mass[1] * Self::PER_KG[1]
                + mass[2] * Self::PER_KG[2]
                + mass[3] * Self::PER_KG[3];
            let total = mass[0] + mass[1] + mass[2] + mass[3];
            pressure[index] = moles * (Self::R * Self::T) / self.volume[index];
            // kg/s through 1 m2 per Pa, per kg of what is upstream.
            scale[index] = (total / (moles * Self::R * Self::T)).sqrt() / total;
        }
        let mut change = [[0.0; 4]; 24];
        for &(a, b, area) in &self.orifice {
            let (up, down) = if pressure[a] >= pressure[b] { (a, b) } else { (b, a) };
            let ratio = pressure[down] / pressure[up];
            let psi = if ratio <= 0.528_282 {
                0.684_731_5
            } else {
                // y^7 = r by two Newton steps from the tangent at 1.
                let mut y = 1.0 - (1.0 - ratio) * (1.0 / 7.0) * (1.0 + (1.0 - ratio) * (3.0 / 7.0));
                for _ in 0..2 {
                    let y2 = y * y;
                    let y6 = y2 * y2 * y2;
                    y -= (y6 * y - ratio) / (7.0 * y6);
                }
                let y3 = y * y * y;
                (7.0 * ratio * y3 * (1.0 - y * y)).max(0.0).sqrt()
            };
            let share = area * pressure[up] * psi * scale[up];
            let carried = self.mass[up].map(|kg| share * kg);
            change[up].iter_mut().zip(carried).for_each(|(change, kg)| *change -= kg);
            change[down].iter_mut().zip(carried).for_each(|(change, kg)| *change += kg);
        }
        for &(index, area) in &self.leak {
            let share = area * pressure[index] * 0.684_731_5 * scale[index];
            let carried = self.mass[index].map(|kg| share * kg);
            change[index].iter_mut().zip(carried).for_each(|(change, kg)| *change -= kg);
        }
        for (mass, change) in self.mass.iter_mut().zip(&change) {
            mass.iter_mut().zip(change).for_each(|(mass, change)| *mass += change);
        }
    }
}
