//! Charts of the sky: the laws as lines, what was sampled as dots.

use super::plot::Plot;
use super::sky::Sample;
use super::sky_laws::Laws;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Layout;

/// All of them.
pub fn plots(layout: &Layout, laws: &Laws, sample: &Sample) -> Vec<Plot> {
    vec![
        holes_plot(laws, sample),
        particles_plot(laws, sample),
        modules_plot(layout, laws, sample),
        waits_plot(laws, sample),
    ]
}

/// Places along a scale of tens.
fn tens(from: f64, to: f64, count: u32) -> impl Iterator<Item = f64> {
    (0..=count).map(move |i| from * libm::pow(to / from, f64::from(i) / f64::from(count)))
}

/// Survivors a year of a sorted list at each of these places.
fn survivors(mut values: Vec<f64>, years: f64, places: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
    values.sort_by(f64::total_cmp);
    places
        .map(|place| (place, (values.len() - values.partition_point(|v| *v < place)) as f64 / years))
        .filter(|(_, rate)| *rate > 0.0)
        .collect()
}

fn holes_plot(laws: &Laws, sample: &Sample) -> Plot {
    let areas = sample.strikes.iter().map(|s| s.cd_area.mm2()).collect();
    Plot {
        id: "sky-holes",
        title: "Holes by effective area".into(),
        summary: "Perforations a year with a hole of at least this effective area: sampled and by the law.".into(),
        axes: ["effective area, mm2", "perforations a year with at least this area"],
        tens: [true, true],
        law: tens(0.01, 6000.0, 60).map(|area| (area, laws.total(0.0, area))).collect(),
        dots: survivors(areas, sample.years, tens(0.01, 6000.0, 20)),
        names: Vec::new(),
    }
}

fn particles_plot(laws: &Laws, sample: &Sample) -> Plot {
    let sizes = sample.strikes.iter().map(|s| s.particle_mm).collect();
    Plot {
        id: "sky-particles",
        title: "Particles that go through, by diameter".into(),
        summary: "Perforations a year by particles of at least this diameter: sampled and by the law.".into(),
        axes: ["diameter, mm", "perforations a year by at least this diameter"],
        tens: [true, true],
        law: tens(1.0, 90.0, 60).map(|mm| (mm, laws.total(mm, 0.0))).collect(),
        dots: survivors(sizes, sample.years, tens(1.0, 90.0, 20)),
        names: Vec::new(),
    }
}

fn modules_plot(layout: &Layout, laws: &Laws, sample: &Sample) -> Plot {
    let mut places: Vec<(usize, f64)> = laws.by_place().into_iter().enumerate().collect();
    places.sort_by(|a, b| b.1.total_cmp(&a.1));
    places.truncate(16);
    let thousand = 1000.0 / sample.years;
    let count = |ix: usize| sample.strikes.iter().filter(|s| s.compartment == CompartmentId::at(ix)).count() as f64;
    Plot {
        id: "sky-modules",
        title: "Perforations by module".into(),
        summary:
            "Perforations in a thousand years of the sixteen modules that are struck most: sampled and by the law."
                .into(),
        axes: ["", "perforations in a thousand years"],
        tens: [false, false],
        law: places.iter().zip(0..).map(|((_, rate), at)| (f64::from(at) + 0.5, rate * 1000.0)).collect(),
        dots: places.iter().zip(0..).map(|((ix, _), at)| (f64::from(at) + 0.5, count(*ix) * thousand)).collect(),
        names: places.iter().map(|(ix, _)| layout.compartments[*ix].label.clone()).collect(),
    }
}

fn waits_plot(laws: &Laws, sample: &Sample) -> Plot {
    let mean = 1.0 / laws.total(0.0, 0.0);
    let count = sample.waits.len() as f64;
    let share = |(wait, rate): (f64, f64)| (wait, rate * sample.years / count);
    let places = (0..=16).map(|i| f64::from(i) * 0.5 * mean);
    Plot {
        id: "sky-waits",
        title: "Waits between perforations".into(),
        summary: "Share of waits that are at least this long: sampled, and exp(-t/mean) of a Poisson process.".into(),
        axes: ["years", "share of waits that are at least this long"],
        tens: [false, true],
        law: (0..=64).map(|i| f64::from(i) * 0.125 * mean).map(|t| (t, libm::exp(-t / mean))).collect(),
        dots: survivors(sample.waits.clone(), sample.years, places).into_iter().map(share).collect(),
        names: Vec::new(),
    }
}
