//! The laws of the sky as published, summed anew: nothing here is shared with the sampler but the formulas themselves, and
//! of the meteoroids' flux not even that.

use crate::sim::layout::{Compartment, Layout, Shield};
use crate::sim::strike::flux::{LARGEST_MM, Population, SMALLEST_MM, cosines};
use crate::sim::strike::shield::{HOLE_GROWTH, LARGEST_HOLE_MM, hole_of_area_mm, whipple};
use crate::sim::strike::sky::FACES;

/// The area of a randomly turned plate that is struck as often, m2.
pub fn exposed_m2(place: &Compartment) -> f64 {
    place.hull.area.0 * place.hull.faces.iter().zip(FACES).map(|(share, weight)| share * weight * 6.0).sum::<f64>()
}

/// Meteoroids of at least `d_mm`, a year and square metre, far from Earth: an independent check of the sampler's own
/// `gruen`, so typed a second time, from the standard (ECSS-E-ST-10-04C 10.2.4.1, Gruen et al. 1985) and in another
/// form. Each term is summed as a logarithm of the mass, spheres of 2.5 g/cm3:
/// ln F1 = -4.38 ln(15 + 2200 m^0.306), ln F2 = ln 1.3e-9 - 0.36 ln(m + 1e11 m^2 + 1e27 m^4),
/// ln F3 = ln 1.3e-16 - 0.85 ln(m + 1e6 m^2), each a second; a year has 365.25 days.
pub fn meteoroids(d_mm: f64) -> f64 {
    // pi d^3 / 6 of a sphere, mm3, at 0.0025 g/mm3.
    let ln_m = libm::log(0.0025 * std::f64::consts::PI / 6.0) + 3.0 * libm::log(d_mm);
    let part = |ln_factor: f64, power: f64| libm::exp(ln_factor + power * ln_m);
    let terms = [
        -4.38 * libm::log(15.0 + part(libm::log(2200.0), 0.306)),
        libm::log(1.3e-9) - 0.36 * libm::log(part(0.0, 1.0) + part(libm::log(1e11), 2.0) + part(libm::log(1e27), 4.0)),
        libm::log(1.3e-16) - 0.85 * libm::log(part(0.0, 1.0) + part(libm::log(1e6), 2.0)),
    ];
    365.25 * 86_400.0 * terms.map(libm::exp).iter().sum::<f64>()
}

/// What the Earth makes of them at the station, worked out where the sampler has a number: the share of the sky that it
/// and 100 km of air leave free seen from 400 km, (1 + cos eta) / 2 with sin eta = (R + 100 km) / (R + 400 km) and
/// R = 6371 km, times 1.29 for focusing at 20 km/s (facts 7.1).
pub fn near_earth() -> f64 {
    let sin_eta: f64 = (6371.0 + 100.0) / (6371.0 + 400.0);
    1.29 * (1.0 + (1.0 - sin_eta * sin_eta).sqrt()) / 2.0
}

/// A way to be struck: population, share of its flux, and the smallest particle that goes through, mm.
type Way = (Population, f64, f64);

/// The published formulas, module by module, without the sampler's tables.
pub struct Laws {
    /// The classes of shields aboard, each with the area of its modules, m2, and its ways.
    classes: Vec<(Shield, f64, Vec<Way>)>,
    /// Each compartment's class and area.
    places: Vec<(usize, f64)>,
}

impl Laws {
    /// Those of a station.
    pub fn of(layout: &Layout) -> Self {
        let shields = [Shield::Usos, Shield::Fgb, Shield::Zvezda, Shield::Soyuz, Shield::Beam];
        let mut classes: Vec<_> = shields.into_iter().map(|shield| (shield, 0.0, ways(shield))).collect();
        let mut places = Vec::new();
        for place in &layout.compartments {
            let class = classes.iter().position(|class| class.0 == place.hull.shield).unwrap_or(0);
            classes[class].1 += exposed_m2(place);
            places.push((class, exposed_m2(place)));
        }
        Self { classes, places }
    }

    /// Perforations a year and square metre of each class by particles of at least `particle_mm` with holes of at least
    /// `area_mm2`: the sum over populations, speeds and angles of share times (flux above the limit - flux above
    /// 100 mm), the limit by Christiansen, the hole's diameter k (d - limit).
    fn rates(&self, particle_mm: f64, area_mm2: f64) -> Vec<f64> {
        let hole_mm = hole_of_area_mm(area_mm2);
        if hole_mm > LARGEST_HOLE_MM {
            return vec![0.0; self.classes.len()];
        }
        let rate = |ways: &Vec<Way>| {
            let each = ways.iter().map(|(population, share, limit)| {
                let least = (limit + hole_mm / HOLE_GROWTH).max(particle_mm).min(LARGEST_MM);
                share * (population.flux(least) - population.flux(LARGEST_MM))
            });
            each.sum::<f64>()
        };
        self.classes.iter().map(|(_, _, ways)| rate(ways)).collect()
    }

    /// The same of each compartment.
    pub fn by_place(&self) -> Vec<f64> {
        let rates = self.rates(0.0, 0.0);
        self.places.iter().map(|(class, area)| rates[*class] * area).collect()
    }

    /// The same of the whole station.
    pub fn total(&self, particle_mm: f64, area_mm2: f64) -> f64 {
        let rates = self.rates(particle_mm, area_mm2);
        self.classes.iter().zip(rates).map(|((_, area, _), rate)| area * rate).sum()
    }

    /// Share of stopped impacts by particles smaller than this.
    pub fn stopped_below(&self, mm: f64) -> f64 {
        let mut below = [0.0; 2];
        for (_, area, ways) in &self.classes {
            for (population, share, limit) in ways {
                let flux = |to: f64| population.flux(SMALLEST_MM) - population.flux(to.min(*limit));
                below[0] += area * share * flux(mm.max(SMALLEST_MM));
                below[1] += area * share * flux(LARGEST_MM);
            }
        }
        below[0] / below[1]
    }
}

/// Every way to strike a shield.
fn ways(shield: Shield) -> Vec<Way> {
    let (wall, angles) = (whipple(shield), cosines());
    let mut ways = Vec::new();
    for population in Population::ALL {
        for (speed, share) in population.speeds() {
            for cos in angles {
                let limit = wall.limit_mm(speed, cos, population.density_g_cm3()).clamp(SMALLEST_MM, LARGEST_MM);
                ways.push((population, share / angles.len() as f64, limit));
            }
        }
    }
    ways
}
