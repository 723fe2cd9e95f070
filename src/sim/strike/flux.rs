//! How many particles of a size arrive: meteoroids by Gruen, debris by a power law, with their speeds and angles.

use std::f64::consts::PI;

/// Seconds in a Julian year, for fluxes stated by the year.
pub const YEAR_S: f64 = 31_557_600.0;

/// Largest particle that counts, mm. From here on objects are tracked and dodged (facts 7.2: tracked above ~10 cm).
pub const LARGEST_MM: f64 = 100.0;

/// Smallest particle that counts, mm: below it nothing goes through any wall and nobody hears it. Model choice.
pub const SMALLEST_MM: f64 = 0.3;

/// Directions of a wall against flight are drawn as so many equally likely steps.
const ANGLES: usize = 6;

/// A population of particles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Population {
    /// Natural: stone, from all sides but the Earth's.
    Meteoroid,
    /// Made by people: aluminium, from ahead and the sides.
    Debris,
}

impl Population {
    /// Both.
    pub const ALL: [Population; 2] = [Population::Meteoroid, Population::Debris];

    /// Density, g/cm3: 2.5 for meteoroids (ECSS-E-ST-10-04C), 2.8 for debris (aluminium).
    pub const fn density_g_cm3(self) -> f64 {
        match self {
            Population::Meteoroid => 2.5,
            Population::Debris => 2.8,
        }
    }

    /// Impacts of particles of at least `d_mm`, a year and square metre of a randomly turned plate seen from one side,
    /// at the station's height.
    pub fn flux(self, d_mm: f64) -> f64 {
        match self {
            Population::Meteoroid => NEAR_EARTH * gruen(mass_g(d_mm, self.density_g_cm3())),
            Population::Debris => DEBRIS_1MM * libm::pow(d_mm, -DEBRIS_SLOPE),
        }
    }

    /// The size that so many particles reach: the inverse of [`Population::flux`]. Closed for debris; for meteoroids
    /// by sixty halvings of an interval in the logarithm of the size, which end within one part in 10^15.
    pub fn size_mm(self, flux: f64) -> f64 {
        match self {
            Population::Debris => libm::pow(flux / DEBRIS_1MM, -1.0 / DEBRIS_SLOPE),
            Population::Meteoroid => {
                let (mut small, mut large) = (libm::log(1e-3), libm::log(1e3));
                for _ in 0..60 {
                    let middle = 0.5 * (small + large);
                    if self.flux(libm::exp(middle)) > flux { small = middle } else { large = middle }
                }
                libm::exp(0.5 * (small + large))
            }
        }
    }

    /// Impact speeds (km/s) with their shares. Model choices, fitted to published means:
    /// debris f(V) ~ V^3 (15.5 - V) on 0..15.5, mean 10.3 (ECSS J.2.2.1.3: 0 to 15.5, mean 10 at low inclinations and
    /// 13 at high ones); meteoroids f(V) ~ (V - 11) exp(-(V - 11)/4), mean 19 (17 to 20 published).
    pub fn speeds(self) -> Vec<(f64, f64)> {
        let mut speeds: Vec<(f64, f64)> = match self {
            Population::Debris => (1..=15).map(f64::from).map(|v| (v, v * v * v * (15.5 - v))).collect(),
            Population::Meteoroid => (0..20)
                .map(|i| 12.0 + 2.0 * f64::from(i))
                .map(|v| (v, (v - 11.0) * libm::exp(-(v - 11.0) / 4.0)))
                .collect(),
        };
        let total: f64 = speeds.iter().map(|s| s.1).sum();
        for speed in &mut speeds {
            speed.1 /= total;
        }
        speeds
    }
}

/// Cosines of the angle between a particle's path and the wall's normal, equally likely. Flux through a plate goes
/// with the cosine, so that its square is evenly distributed.
pub fn cosines() -> [f64; ANGLES] {
    std::array::from_fn(|i| ((i as f64 + 0.5) / ANGLES as f64).sqrt())
}

/// Mass of a sphere, g, of `d_mm` across.
pub fn mass_g(d_mm: f64, density_g_cm3: f64) -> f64 {
    let d_cm = d_mm / 10.0;
    density_g_cm3 * PI / 6.0 * d_cm * d_cm * d_cm
}

/// Shielding by the Earth times focusing by its gravity at 400 km: s = (1 + cos eta)/2 = 0.647 with
/// sin eta = (Re + 100)/(Re + h), times 1.29 at 20 km/s (facts 7.1; ECSS C.1.3 for the form).
pub const NEAR_EARTH: f64 = 0.647 * 1.29;

/// Gruen et al. 1985 (Icarus 62, 244) as in ECSS-E-ST-10-04C 10.2.4.1: impacts a year and square metre of particles
/// of mass `m` grams and more, at 1 AU, on one side of a randomly turned plate. Stated for 10^-18 to 1 g, used to
/// 100 mm, where it counts for nothing.
pub fn gruen(m: f64) -> f64 {
    let f1 = libm::pow(2.2e3 * libm::pow(m, 0.306) + 15.0, -4.38);
    let f2 = 1.3e-9 * libm::pow(m + 1e11 * m * m + 1e27 * m * m * m * m, -0.36);
    let f3 = 1.3e-16 * libm::pow(m + 1e6 * m * m, -0.85);
    YEAR_S * (f1 + f2 + f3)
}

/// Debris of 1 mm and more, a year and square metre; with its slope a stand-in for ORDEM 3.0 at the station's height
/// (facts 7.2: F ~ 2e-3 (d/1 mm)^-2.6, a model choice within its published orders of magnitude).
const DEBRIS_1MM: f64 = 2e-3;
/// See [`DEBRIS_1MM`].
const DEBRIS_SLOPE: f64 = 2.6;

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of facts 7.1: diameter in mm, impacts a year and square metre, unshielded and near the Earth.
    #[test]
    fn gruen_table() {
        for (d, unshielded, near) in [
            (0.1, 1.16, 0.97),
            (0.3, 3.5e-2, 3.0e-2),
            (0.5, 5.7e-3, 4.8e-3),
            (1.0, 4.2e-4, 3.5e-4),
            (2.0, 2.9e-5, 2.4e-5),
            (3.0, 5.9e-6, 4.9e-6),
            (5.0, 7.8e-7, 6.5e-7),
            (10.0, 4.9e-8, 4.1e-8),
        ] {
            let ours = gruen(mass_g(d, 2.5));
            assert!((ours / unshielded - 1.0).abs() < 0.03, "{d} mm: {ours:e} against {unshielded:e}");
            let ours = Population::Meteoroid.flux(d);
            assert!((ours / near - 1.0).abs() < 0.03, "{d} mm near Earth: {ours:e} against {near:e}");
        }
    }

    /// Orders of magnitude of ORDEM 3.0 for the station (facts 7.2).
    #[test]
    fn debris_orders_of_magnitude() {
        let flux = |d| Population::Debris.flux(d);
        assert!((1e-3..=4e-3).contains(&flux(1.0)));
        assert!((1e-5..=2e-4).contains(&flux(3.0)));
        assert!((2e-6..=5.1e-6).contains(&flux(10.0)));
    }

    #[test]
    fn sizes_invert_fluxes() {
        for population in Population::ALL {
            for d in [0.3, 1.0, 4.7, 30.0, 100.0] {
                let back = population.size_mm(population.flux(d));
                assert!((back / d - 1.0).abs() < 1e-9, "{population:?} {d} {back}");
            }
        }
    }

    #[test]
    fn mean_speeds() {
        let mean = |p: Population| p.speeds().iter().map(|(v, share)| v * share).sum::<f64>();
        assert!((10.0..=10.6).contains(&mean(Population::Debris)), "{}", mean(Population::Debris));
        assert!((17.0..=20.0).contains(&mean(Population::Meteoroid)), "{}", mean(Population::Meteoroid));
    }
}
