//! One station under the sky: how often each compartment is struck and holed, and one strike drawn from that law.

use super::flux::{LARGEST_MM, Population, SMALLEST_MM, cosines};
use super::shield::{HOLE_GROWTH, LARGEST_HOLE_MM, effective_area_mm2, hole_mm, hole_of_area_mm, whipple};
use crate::sim::ids::CompartmentId;
use crate::sim::layout::{Layout, Shield};
use crate::sim::rng::Draw;
use crate::units::SquareMetres;

/// Share of the flux on each face, in the order of [`Face::ALL`](crate::sim::layout::Face::ALL): ram, port,
/// starboard, zenith, aft, nadir. Model choice of facts 7.5: debris comes from ahead and the sides, meteoroids from
/// ahead and above, the Earth shadows nadir.
pub const FACES: [f64; 6] = [0.40, 0.20, 0.20, 0.14, 0.04, 0.02];

/// The classes of shields, in the order of the tables here.
const SHIELDS: [Shield; 5] = [Shield::Usos, Shield::Fgb, Shield::Zvezda, Shield::Soyuz, Shield::Beam];

/// One way to be struck: population, speed and angle, with its share and what the wall stops then.
#[derive(Clone, Copy, Debug)]
struct Way {
    population: Population,
    speed_km_s: f64,
    share: f64,
    limit_mm: f64,
}

/// Something that struck.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strike {
    /// Where.
    pub compartment: CompartmentId,
    /// Diameter of the particle, mm.
    pub particle_mm: f64,
    /// Its speed, km/s.
    pub speed_km_s: f64,
    /// Diameter of the hole in the pressure wall, mm; 0 if it did not go through.
    pub hole_mm: f64,
    /// Effective area of that hole, discharge coefficient inside.
    pub cd_area: SquareMetres,
    /// It went through.
    pub perforates: bool,
}

/// A station under the sky, its rates worked out.
#[derive(Clone, Debug)]
pub struct Sky {
    /// Area of each compartment, m2, weighted by where it faces: that of a randomly turned plate struck as often.
    exposed_m2: Vec<f64>,
    /// Its place in [`SHIELDS`].
    shield: Vec<usize>,
    /// Ways to be struck, for each class of shield.
    ways: Vec<Vec<Way>>,
    /// Everything that perforates.
    any: Band,
}

/// Perforations whose effective area lies within limits, their rates worked out.
#[derive(Clone, Debug)]
pub struct Band {
    /// The limits, mm2.
    limits_mm2: (f64, f64),
    /// For each class of shield and way, a year and exposed square metre.
    rates: Vec<Vec<f64>>,
    /// Their sum, for each class of shield.
    sums: Vec<f64>,
}

impl Sky {
    /// Works out the rates for a station.
    pub fn new(layout: &Layout) -> Self {
        let exposed =
            |faces: &[f64; 6]| faces.iter().zip(FACES).map(|(share, weight)| share * weight * 6.0).sum::<f64>();
        let exposed_m2 = layout.compartments.iter().map(|c| c.hull.area.0 * exposed(&c.hull.faces)).collect();
        let place = |shield| SHIELDS.iter().position(|s| *s == shield).unwrap_or(0);
        let shield = layout.compartments.iter().map(|c| place(c.hull.shield)).collect();
        let ways: Vec<Vec<Way>> = SHIELDS.iter().map(|shield| ways(*shield)).collect();
        let any = Band::new(&ways, (0.0, f64::INFINITY));
        Self { exposed_m2, shield, ways, any }
    }

    /// Perforations a year of one compartment.
    pub fn perforations_per_year(&self, c: CompartmentId) -> f64 {
        self.rate(&self.any, c)
    }

    /// Perforations a year of the whole station, within a band.
    pub fn rate_per_year(&self, band: &Band, weights: &[f64]) -> f64 {
        self.rates(band, weights).iter().sum()
    }

    /// Impacts a year of the whole station by particles of 0.3 mm and more, most of which are stopped.
    pub fn impacts_per_year(&self) -> f64 {
        let flux: f64 = Population::ALL.iter().map(|p| p.flux(SMALLEST_MM) - p.flux(LARGEST_MM)).sum();
        flux * self.exposed_m2.iter().sum::<f64>()
    }

    /// Perforations by effective area, mm2; all if no limits are given.
    pub fn band(&self, limits_mm2: Option<(f64, f64)>) -> Band {
        limits_mm2.map_or_else(|| self.any.clone(), |limits| Band::new(&self.ways, limits))
    }

    /// One perforation within a band, from the physical law: see [`Sky::draw_in`], which reuses a band.
    pub fn sample(&self, draw: &mut Draw, limits_mm2: Option<(f64, f64)>, weights: &[f64]) -> Option<Strike> {
        self.draw_in(&self.band(limits_mm2), draw, weights)
    }

    /// One perforation within a band, exactly as the physical law has them there: the compartment by its rate (times
    /// the weights, one a compartment, all 1 if empty), the way (population, speed, angle) by its share of that rate,
    /// and the size by inverting the flux between the two sizes whose holes bound the band. Three even numbers, no
    /// rejection. None if nothing can leave such a hole.
    pub fn draw_in(&self, band: &Band, draw: &mut Draw, weights: &[f64]) -> Option<Strike> {
        let place = draw.pick_weighted(&self.rates(band, weights))?;
        let class = self.shield[place];
        let way = self.ways[class][draw.pick_weighted(&band.rates[class])?];
        let (small, large) = band.sizes(&way)?;
        let flux = draw.range(way.population.flux(large), way.population.flux(small));
        let particle_mm = way.population.size_mm(flux).clamp(small, large);
        let (least, most) = band.limits_mm2;
        let area_mm2 = effective_area_mm2(hole_mm(particle_mm, way.limit_mm)).clamp(least, most);
        Some(Strike {
            compartment: CompartmentId::at(place),
            particle_mm,
            speed_km_s: way.speed_km_s,
            hole_mm: hole_of_area_mm(area_mm2),
            cd_area: SquareMetres::from_mm2(area_mm2),
            perforates: true,
        })
    }

    /// One impact that is heard and stopped: a particle of 0.3 mm and more, below what its wall stops.
    pub fn draw_miss(&self, draw: &mut Draw, weights: &[f64]) -> Option<Strike> {
        let exposed: Vec<f64> = (0..self.exposed_m2.len()).map(|c| self.exposed_m2[c] * weight(weights, c)).collect();
        let place = draw.pick_weighted(&exposed)?;
        let ways = &self.ways[self.shield[place]];
        let rate = |w: &Way| w.share * (w.population.flux(SMALLEST_MM) - w.population.flux(w.limit_mm)).max(0.0);
        let way = ways[draw.pick_weighted(&ways.iter().map(rate).collect::<Vec<_>>())?];
        let flux = draw.range(way.population.flux(way.limit_mm), way.population.flux(SMALLEST_MM));
        Some(Strike {
            compartment: CompartmentId::at(place),
            particle_mm: way.population.size_mm(flux).clamp(SMALLEST_MM, way.limit_mm),
            speed_km_s: way.speed_km_s,
            hole_mm: 0.0,
            cd_area: SquareMetres::ZERO,
            perforates: false,
        })
    }

    fn rate(&self, band: &Band, c: CompartmentId) -> f64 {
        self.exposed_m2[c.ix()] * band.sums[self.shield[c.ix()]]
    }

    fn rates(&self, band: &Band, weights: &[f64]) -> Vec<f64> {
        (0..self.exposed_m2.len()).map(|c| self.rate(band, CompartmentId::at(c)) * weight(weights, c)).collect()
    }
}

/// The weight of a compartment: 1 where none is given.
fn weight(weights: &[f64], c: usize) -> f64 {
    weights.get(c).copied().unwrap_or(1.0)
}

/// Every way in which a shield can be struck.
fn ways(shield: Shield) -> Vec<Way> {
    let shield = whipple(shield);
    let cosines = cosines();
    let mut ways = Vec::new();
    for population in Population::ALL {
        for (speed_km_s, share) in population.speeds() {
            for cos in cosines {
                let limit = shield.limit_mm(speed_km_s, cos, population.density_g_cm3());
                let limit_mm = limit.clamp(SMALLEST_MM, LARGEST_MM);
                ways.push(Way { population, speed_km_s, share: share / cosines.len() as f64, limit_mm });
            }
        }
    }
    ways
}

impl Band {
    fn new(ways: &[Vec<Way>], limits_mm2: (f64, f64)) -> Self {
        let mut band = Self { limits_mm2, rates: Vec::new(), sums: Vec::new() };
        for class in ways {
            let rate = |way: &Way| {
                let (small, large) = band.sizes(way)?;
                Some(way.share * (way.population.flux(small) - way.population.flux(large)).max(0.0))
            };
            let rates: Vec<f64> = class.iter().map(|way| rate(way).unwrap_or(0.0)).collect();
            band.sums.push(rates.iter().sum());
            band.rates.push(rates);
        }
        band
    }

    /// The sizes of particles, mm, whose holes bound the band when they come this way; none if no size does.
    fn sizes(&self, way: &Way) -> Option<(f64, f64)> {
        let (least, most) = (hole_of_area_mm(self.limits_mm2.0.max(0.0)), hole_of_area_mm(self.limits_mm2.1.max(0.0)));
        let small = way.limit_mm + least / HOLE_GROWTH;
        let large = if most >= LARGEST_HOLE_MM { LARGEST_MM } else { way.limit_mm + most / HOLE_GROWTH };
        let large = large.min(LARGEST_MM);
        (least <= LARGEST_HOLE_MM && small < large).then_some((small, large))
    }
}
