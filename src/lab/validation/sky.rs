//! The sky, sampled as a drill samples it, against the formulas worked out anew and the published figures of facts 7.
//!
//! The very schedule of a mission's random strikes is run over many years: its rate is turned up, so that a month holds
//! four hundred perforations, and its calendar stretched by as much. The laws beside it are summed here from the
//! published formulas, module by module, without the sampler's tables.

use super::plot::Plot;
use super::row::{Kind, Row, Section, Theirs};
use super::sky_laws::{Laws, exposed_m2, meteoroids, near_earth};
use super::sky_plots::plots;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::{Layout, Shield};
use crate::sim::rng::{Luck, Stream};
use crate::sim::strike::flux::{LARGEST_MM, Population, YEAR_S, gruen, mass_g};
use crate::sim::strike::shield::{HOLE_GROWTH, whipple};
use crate::sim::strike::sky::FACES;
use crate::sim::strike::{Sky, Strike, StrikePlan, StrikeRates, area_for_reserve_mm2, schedule};
use crate::units::{CubicMetres, Pascals, Tick};

/// Perforations in one run of the schedule.
const EACH: f64 = 400.0;
/// A run of the schedule, s: the longest drill.
const RUN_S: f64 = 30.0 * 86_400.0;
/// Impacts that a wall stops, drawn one by one.
const STOPPED: u32 = 20_000;
/// Free volume of the station, m3, and its air.
const OPEN_M3: f64 = 842.0;
const AIR: Pascals = Pascals::from_mmhg(745.0);
/// A count may be off by so many standard deviations of itself.
const DEVIATIONS: f64 = 4.0;
/// Largest distance between a sample and its law, times the root of the count: passed by one sample in ten thousand
/// (Kolmogorov and Smirnov).
const DISTANCE: f64 = 2.23;

/// What was sampled.
pub struct Sample {
    /// Perforations.
    pub strikes: Vec<Strike>,
    /// Years between one and the next.
    pub waits: Vec<f64>,
    /// Years sampled.
    pub years: f64,
    /// The count that the rate of the law asks for.
    pub expected: f64,
}

/// Samples so many years (rounded up to whole runs): the rows and their plots.
pub fn sample(years: f64) -> (Section, Vec<Plot>) {
    let layout = super::rig::shipped("iss-2018-08-30");
    let laws = Laws::of(&layout);
    let sample = run(&layout, &laws, years);
    let mut rows = fluxes();
    rows.extend(counts(&layout, &laws, &sample));
    rows.extend(sizes(&layout, &laws, &sample));
    rows.extend(risks(&layout, &laws, &sample));
    rows.extend(choices());
    let plots = plots(&layout, &laws, &sample);
    let about = format!(
        "{} perforations in {:.0} years over the station of 30 August 2018, by the schedule that draws a mission's random \
         strikes. The laws: Gruen meteoroids and a debris power law, speeds and angles, Christiansen's ballistic limits, \
         hole size past the limit. Counts may be off by {DEVIATIONS} standard deviations of themselves. What the sources \
         leave open is a model choice and says so; left out are showers, shadowing of modules by each other, strikes \
         that do other harm than a hole, and what is larger than {LARGEST_MM} mm, which is tracked and dodged.",
        sample.strikes.len(),
        sample.years
    );
    (Section { id: "sky", title: "Strikes: a sky of many years", about, rows }, plots)
}

fn plan(flux_scale: f64) -> StrikePlan {
    StrikePlan {
        perforations_per_hour: None,
        flux_scale,
        cd_area_mm2: None,
        reserve_s: None,
        weights: Vec::new(),
        from: Tick::ZERO,
        until: Some(Tick(RUN_S as u64)),
        grace_s: 0,
        at_most: 1000,
        at_least: 0,
        misses: 0.0,
    }
}

fn run(layout: &Layout, laws: &Laws, years: f64) -> Sample {
    let rate = laws.total(0.0, 0.0);
    let scale = EACH / (rate * RUN_S / YEAR_S);
    let run_years = RUN_S * scale / YEAR_S;
    let runs = (years / run_years).ceil().max(1.0);
    // The schedule keeps a second between two strikes.
    let mean_s = RUN_S / EACH + 1.0;
    let mut sample =
        Sample { strikes: Vec::new(), waits: Vec::new(), years: runs * run_years, expected: runs * RUN_S / mean_s };
    let plan = plan(scale);
    let rates = StrikeRates::new(&plan, layout, CubicMetres(OPEN_M3), AIR);
    for seed in 0..runs as u64 {
        let mut before = 0.0;
        for struck in schedule(&plan, &rates, seed) {
            sample.waits.push((struck.at.seconds() - before) * scale / YEAR_S);
            sample.strikes.push(struck.strike);
            before = struck.at.seconds();
        }
    }
    sample
}

/// A count beside what the law asks for.
fn counted(name: impl Into<String>, count: usize, expected: f64) -> Row {
    let tolerance = (DEVIATIONS * expected.sqrt() + 1.0) / expected;
    Row::new(name, count as f64, Theirs::Value(expected), "", tolerance)
        .says(Kind::ClosedForm, "the formulas, summed anew")
}

/// A distance between a sample (in order) and the share of the law below each of its values.
fn distance(sorted: &[f64], below: impl Fn(f64) -> f64) -> f64 {
    let count = sorted.len() as f64;
    // Some hundred places tell the distance within a hundredth, and a law may be slow to sum.
    let step = (sorted.len() / 300).max(1);
    let places = (0..sorted.len()).step_by(step);
    places.map(|i| (below(sorted[i]) - (i as f64 + 0.5) / count).abs()).fold(0.0, f64::max)
}

fn far(name: &'static str, sorted: &[f64], below: impl Fn(f64) -> f64) -> Row {
    let allowed = DISTANCE / (sorted.len() as f64).sqrt();
    Row::new(name, distance(sorted, below), Theirs::Range(0.0, allowed), "", 0.0)
        .by(format!("largest distance of {} values from the law (Kolmogorov and Smirnov)", sorted.len()))
        .says(Kind::ClosedForm, "the formulas, summed anew")
}

/// Fluxes. Of meteoroids the formula is reckoned a second time, in [`meteoroids`]; that both are the table of facts 7.1
/// is held where the flux is made.
fn fluxes() -> Vec<Row> {
    let mut rows = Vec::new();
    for mm in [0.1, 0.3, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0] {
        let anew = meteoroids(mm);
        rows.push(
            Row::new(
                format!("meteoroids of {mm} mm and more, far from Earth"),
                gruen(mass_g(mm, Population::Meteoroid.density_g_cm3())),
                Theirs::Value(anew),
                "per m2 and year",
                1e-9,
            )
            .by("F1 + F2 + F3 at 2.5 g/cm3")
            .says(Kind::ClosedForm, "Gruen 1985 in ECSS-E-ST-10-04C 10.2.4.1, reckoned anew in logarithms"),
        );
        rows.push(
            Row::new(
                format!("meteoroids of {mm} mm and more, at the station"),
                Population::Meteoroid.flux(mm),
                Theirs::Value(anew * near_earth()),
                "per m2 and year",
                1e-3,
            )
            .by("times 0.647 (shadow of the Earth) and 1.29 (focusing)")
            .says(
                Kind::ClosedForm,
                "ECSS-E-ST-10-04C C.1.3: the shadow from the Earth's radius and the station's height",
            ),
        );
    }
    for (mm, low, high) in [(1.0, 1e-3, 4e-3), (3.0, 1e-5, 1e-4), (10.0, 2e-6, 5e-6)] {
        rows.push(
            Row::new(
                format!("debris of {mm} mm and more"),
                Population::Debris.flux(mm),
                Theirs::Range(low, high),
                "per m2 and year",
                0.5,
            )
            .by("2e-3 (d / 1 mm)^-2.6; orders of magnitude, so half as much again is near enough")
            .says(
                Kind::ModelChoice,
                "ORDEM 3.0 for the station, from memory (facts 7.2); its table is not public here",
            ),
        );
    }
    let mean = |p: Population| p.speeds().iter().map(|(speed, share)| speed * share).sum::<f64>();
    rows.push(
        Row::new("mean speed of debris", mean(Population::Debris), Theirs::Range(10.0, 13.0), "km/s", 0.0)
            .by("f(V) ~ V^3 (15.5 - V) up to 15.5 km/s")
            .says(Kind::ModelChoice, "ECSS J.2.2.1.3: 10 at low inclinations, 13 at high ones"),
    );
    rows.push(
        Row::new("mean speed of meteoroids", mean(Population::Meteoroid), Theirs::Range(17.0, 20.0), "km/s", 0.0)
            .by("f(V) ~ (V - 11) exp(-(V - 11) / 4)")
            .says(Kind::ModelChoice, "general knowledge: 17 to 20"),
    );
    rows
}

fn counts(layout: &Layout, laws: &Laws, sample: &Sample) -> Vec<Row> {
    let mut rows = vec![
        counted(format!("perforations in {:.0} years", sample.years), sample.strikes.len(), sample.expected)
            .by("as they came, and the rate of the law times the years"),
    ];
    let mut waits = sample.waits.clone();
    waits.sort_by(f64::total_cmp);
    let mean = sample.years / sample.expected;
    rows.push(far("waits between perforations", &waits, |wait| 1.0 - libm::exp(-wait / mean)));
    let rates = laws.by_place();
    let whole: f64 = rates.iter().sum();
    for (ix, place) in layout.compartments.iter().enumerate() {
        let count = sample.strikes.iter().filter(|s| s.compartment == CompartmentId::at(ix)).count();
        let expected = sample.expected * rates[ix] / whole;
        let how =
            format!("{:?} shield, {:.1} m2 as a randomly turned plate is struck", place.hull.shield, exposed_m2(place));
        rows.push(counted(format!("perforations in {}", place.name), count, expected).by(how));
    }
    rows
}

fn sizes(layout: &Layout, laws: &Laws, sample: &Sample) -> Vec<Row> {
    let whole = laws.total(0.0, 0.0);
    let mut particles: Vec<f64> = sample.strikes.iter().map(|s| s.particle_mm).collect();
    let mut areas: Vec<f64> = sample.strikes.iter().map(|s| s.cd_area.mm2()).collect();
    particles.sort_by(f64::total_cmp);
    areas.sort_by(f64::total_cmp);
    let mut rows = vec![
        far("sizes of particles that go through", &particles, |mm| 1.0 - laws.total(mm, 0.0) / whole),
        far("effective areas of holes", &areas, |area| 1.0 - laws.total(0.0, area) / whole),
        far("sizes of particles that are stopped", &stopped(layout), |mm| laws.stopped_below(mm)),
    ];
    for area in [1.0, 10.0, 100.0, 1000.0] {
        let count = areas.iter().filter(|a| **a >= area).count();
        let expected = sample.expected * laws.total(0.0, area) / whole;
        rows.push(counted(format!("holes of {area} mm2 effective and more"), count, expected).by("Cd 0.8 inside"));
    }
    rows
}

/// Sizes of impacts that are heard and stopped, in order.
fn stopped(layout: &Layout) -> Vec<f64> {
    let (sky, luck) = (Sky::new(layout), Luck::new(2018));
    let draw = |n| sky.draw_miss(&mut luck.draw(Stream::Trial, n, 0), &[]).map_or(f64::NAN, |s| s.particle_mm);
    let mut sizes: Vec<f64> = (0..STOPPED).map(draw).collect();
    sizes.sort_by(f64::total_cmp);
    sizes
}

/// The hole through which the open station falls so fast, mm2 effective: 0.1994 L/s per mm2 of 842 m3.
fn area_of_fall_mm2(mmhg_h: f64) -> f64 {
    mmhg_h * OPEN_M3 / (745.0 * 0.1994e-3 * 3600.0)
}

/// A share of the perforations beside that of the law. Nobody publishes one: it follows from flux, walls and growth of
/// holes, and what a mission's author is told of it is held by a test.
fn shared(name: &'static str, ours: f64, law: f64, count: f64) -> Row {
    let tolerance = DEVIATIONS * (law * (1.0 - law) / count).sqrt() / law;
    Row::new(name, ours, Theirs::Value(law), "", tolerance)
        .says(Kind::ClosedForm, "the formulas, summed anew; no share is published")
}

fn risks(layout: &Layout, laws: &Laws, sample: &Sample) -> Vec<Row> {
    let count = sample.strikes.len() as f64;
    let rate = count / sample.years;
    let share = |which: &dyn Fn(&Strike) -> bool| sample.strikes.iter().filter(|s| which(s)).count() as f64 / count;
    let decade = |share: f64| 1.0 - libm::exp(-10.0 * rate * share);
    let ten_minutes = area_for_reserve_mm2(600.0, CubicMetres(OPEN_M3), AIR, 295.35);
    let flee = share(&|s| s.cd_area.mm2() >= ten_minutes);
    let russian = share(&|s| {
        let hull = &layout.compartment(s.compartment).hull;
        matches!(hull.shield, Shield::Fgb | Shield::Zvezda | Shield::Soyuz)
    });
    let (threshold, alarm) = (area_of_fall_mm2(0.5), area_of_fall_mm2(60.0));
    let above = |area: f64| laws.total(0.0, area) / laws.total(0.0, 0.0);
    let unnoticed = share(&|s| s.cd_area.mm2() < threshold);
    let emergency = share(&|s| s.cd_area.mm2() >= alarm);
    let limit = whipple(Shield::Usos).limit_mm(7.0, 1.0, 2.8);
    vec![
        Row::new("chance of a perforation in ten years", decade(1.0), Theirs::Range(0.29, 0.55), "", 0.0)
            .by("1 - exp(-10 a), a as sampled; the walls' gaps and stuffing were tuned to this order")
            .says(Kind::Calibrates, "International Space Station Independent Safety Task Force, 2007: 55 %, improvable to 29 % (from memory)"),
        Row::new("chance of a hole that leaves less than ten minutes, in ten years", decade(flee), Theirs::Range(0.0, 0.09), "", 0.0)
            .by(format!("{ten_minutes:.0} mm2 and more in {OPEN_M3} m3; ours is one of the seven ways to lose a crew, theirs all of them"))
            .says(Kind::Checks, "Task Force, 2007: 9 % catastrophic, improvable to 5; 1 in 13 to 2020 (Palm Beach Post, 2011)"),
        Row::new("share of perforations in Russian modules and vehicles", russian, Theirs::Range(0.5, 1.0), "", 0.0)
            .by("Zarya, Zvezda, Pirs, Poisk, Rassvet, two Soyuz, Progress")
            .says(Kind::ModelChoice, "general knowledge: they dominated the station's risk"),
        shared("share too small for the ground's threshold", unnoticed, 1.0 - above(threshold), count)
            .by("falls of less than 0.5 mmHg/h, the ground's threshold of 2018"),
        shared("share that rings the emergency alarm", emergency, above(alarm), count)
            .by("falls of 1 mmHg a minute and more in the open station"),
        Row::new("largest particle that a US module stops at 7 km/s", limit, Theirs::Range(10.0, 20.0), "mm", 0.0)
            .by("Christiansen's limit straight on, 4.8 mm wall at 11 cm, stuffing 1.5")
            .says(Kind::Checks, "shields stop what is below one to two centimetres (Cooke)"),
    ]
}

/// Numbers that nobody publishes, as they are set, beside the range that they were chosen from.
fn choices() -> Vec<Row> {
    vec![
        Row::new("growth of a hole past the limit", HOLE_GROWTH, Theirs::Range(3.0, 6.0), "mm per mm", 0.0)
            .by("D = k (d - limit), from a pinhole on")
            .says(Kind::ModelChoice, "facts 7.3: 3 to 6 for debris near the limit"),
        Row::new("share of the flux on the forward face", FACES[0], Theirs::Range(0.3, 0.5), "", 0.0)
            .by("ram 0.40, port and starboard 0.20 each, zenith 0.14, aft 0.04, nadir 0.02")
            .says(Kind::ModelChoice, "facts 7.5: to be tuned"),
    ]
}
