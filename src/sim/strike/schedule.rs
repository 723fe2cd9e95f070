//! When strikes come in a drill: a Poisson process, conditioned by the mission's plan, keyed by the seed.

use super::flux::YEAR_S;
use super::plan::StrikePlan;
use super::sky::{Band, Sky, Strike};
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Layout;
use crate::sim::reserve::END_POINT_MMHG;
use crate::sim::rng::{Draw, Luck, Stream};
use crate::units::{CubicMetres, MMHG_PA, Pascals, Tick};

/// Flow function of choked flow, gamma = 1.4 (physics.md, Flow).
const CHOKED: f64 = 0.684_731_5;
/// Gas constant of air, J/(kg K): R/M with M = 28.97 g/mol.
const AIR_J_KG_K: f64 = 287.05;
/// Where a plan names no end, the sky is looked at for the longest drill: 30 days.
const HORIZON: Tick = Tick(30 * 86_400);
/// No plan gets more strikes than this, whatever it asks for.
const MOST: u32 = 1_000;
/// Strikes that are heard and stopped come within this of one that goes through, s. Model choice.
const MISS_SPREAD_S: f64 = 3_600.0;
/// At most so many of those to one that goes through. Model choice.
const MISSES_EACH: u32 = 4;

/// A strike and its moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScheduledStrike {
    /// When.
    pub at: Tick,
    /// What.
    pub strike: Strike,
}

/// The effective area (mm2) that gives an open station a reserve time, by the linear rule and the choked orifice:
/// T_res = (P - 490 mmHg) / |dP/dt|, dP/dt = P CdA Psi sqrt(R T / M) / V.
pub fn area_for_reserve_mm2(reserve_s: f64, volume: CubicMetres, pressure: Pascals, kelvin: f64) -> f64 {
    let left = (pressure.0 - END_POINT_MMHG * MMHG_PA).max(0.0);
    let speed = CHOKED * (AIR_J_KG_K * kelvin).sqrt();
    1e6 * left * volume.0 / (reserve_s.max(1.0) * pressure.0 * speed)
}

/// What a plan makes of the sky over a station, the same for every seed: it takes a millisecond to work out, as long as
/// some two thousand seconds of a drill.
#[derive(Clone, Debug)]
pub struct StrikeRates {
    sky: Sky,
    band: Band,
    /// One a compartment.
    weights: Vec<f64>,
    /// Perforations a second.
    rate_s: f64,
}

impl StrikeRates {
    /// Works them out. `open_volume` and `pressure` turn a reserve-time band into one of effective area.
    pub fn new(plan: &StrikePlan, layout: &Layout, open_volume: CubicMetres, pressure: Pascals) -> Self {
        let sky = Sky::new(layout);
        let band = sky.band(limits(plan, layout, open_volume, pressure));
        let weights = weights(plan, layout);
        let rate_s = match plan.perforations_per_hour {
            Some(rate) => rate.max(0.0) / 3600.0,
            None => plan.flux_scale.max(0.0) * sky.rate_per_year(&band, &weights) / YEAR_S,
        };
        Self { sky, band, weights, rate_s }
    }
}

/// All random strikes of a drill, in order of time. A pure function of plan, seed and station: the same whoever asks,
/// and whatever the crew does.
///
/// Perforations arrive as a Poisson process of the plan's rate (or the sky's own rate within the band, times
/// `flux_scale`), beginning at `from`, each at least `grace` after the one before. The first `at_least` are certain:
/// their waits are drawn from the same law, given that they end in what is left of the window.
pub fn schedule(plan: &StrikePlan, rates: &StrikeRates, seed: u64) -> Vec<ScheduledStrike> {
    let StrikeRates { sky, band, weights, rate_s } = rates;
    let (luck, rate_s) = (Luck::new(seed), *rate_s);
    let end = plan.until.unwrap_or(HORIZON).seconds();
    let certain = plan.at_least.min(MOST);
    let most = plan.at_most.max(certain).min(MOST);
    let mut strikes = Vec::new();
    let mut earliest = plan.from.seconds();
    for n in 0..most {
        let later = f64::from(certain.saturating_sub(n + 1)) * plan.grace_s as f64;
        let mut draw = luck.draw(Stream::Strike, n, 0);
        let wait = if n < certain {
            certain_wait(&mut draw, rate_s, (end - earliest - later).max(0.0))
        } else {
            draw.exponential() / rate_s
        };
        let at = earliest + wait;
        // An infinite or undefined wait (a rate of nothing) is never before the end.
        if !(at <= end || n < certain) {
            break;
        }
        let at = Tick(at as u64);
        if let Some(strike) = sky.draw_in(band, &mut luck.draw(Stream::StrikePlace, n, 0), weights) {
            strikes.push(ScheduledStrike { at, strike });
        }
        add_misses(&mut strikes, sky, luck, (n, at), plan, weights);
        earliest = at.seconds() + plan.grace_s.max(1) as f64;
    }
    strikes.sort_by_key(|s| s.at);
    strikes
}

/// One strike of a plan, now: for the script. `number` counts the strikes that the script has asked for.
pub fn single(
    plan: &StrikePlan,
    seed: u64,
    number: u32,
    layout: &Layout,
    open_volume: CubicMetres,
    pressure: Pascals,
) -> Option<Strike> {
    let sky = Sky::new(layout);
    let band = sky.band(limits(plan, layout, open_volume, pressure));
    // Moment 1: not the luck of the same number in the schedule.
    sky.draw_in(&band, &mut Luck::new(seed).draw(Stream::StrikePlace, number, 1), &weights(plan, layout))
}

/// The band of effective areas of a plan.
fn limits(plan: &StrikePlan, layout: &Layout, volume: CubicMetres, pressure: Pascals) -> Option<(f64, f64)> {
    let (short, long) = match (plan.cd_area_mm2, plan.reserve_s) {
        (Some(areas), _) => return Some(areas),
        (None, Some(times)) => times,
        (None, None) => return None,
    };
    let whole: f64 = layout.compartments.iter().map(|c| c.volume.0).sum();
    let kelvin = layout.compartments.iter().map(|c| c.volume.0 * c.temperature.0).sum::<f64>() / whole;
    let area = |reserve_s| area_for_reserve_mm2(reserve_s, volume, pressure, kelvin);
    Some((area(long), area(short)))
}

/// The weights of a plan, one a compartment.
fn weights(plan: &StrikePlan, layout: &Layout) -> Vec<f64> {
    let mut weights = vec![1.0; layout.compartments.len()];
    for (compartment, weight) in &plan.weights {
        weights[compartment.ix()] = *weight;
    }
    if plan.reserve_s.is_some() && plan.cd_area_mm2.is_none() {
        let open = open_station(layout);
        weights.iter_mut().zip(open).filter(|(_, open)| !open).for_each(|(weight, _)| *weight = 0.0);
    }
    weights
}

/// The compartments that share their air as the drill begins, in the largest volume of those that do: a reserve time of
/// the open station says nothing of a hole behind a hatch that was shut before.
fn open_station(layout: &Layout) -> Vec<bool> {
    let mut zone: Vec<usize> = (0..layout.compartments.len()).collect();
    for _ in 0..layout.compartments.len() {
        for hatch in layout.hatches.iter().filter(|h| h.open) {
            let [a, b] = hatch.between.map(CompartmentId::ix);
            let low = zone[a].min(zone[b]);
            (zone[a], zone[b]) = (low, low);
        }
    }
    let volume = |z: usize| {
        zone.iter().zip(&layout.compartments).filter(|(of, _)| **of == z).map(|(_, c)| c.volume.0).sum::<f64>()
    };
    let largest = (0..zone.len()).max_by(|a, b| volume(*a).total_cmp(&volume(*b)).then(b.cmp(a)));
    zone.iter().map(|z| Some(*z) == largest).collect()
}

/// A wait from the exponential law given that it ends within `window_s`: -ln(1 - u (1 - e^(-rate w))) / rate; an even
/// one where the rate is too small to matter.
fn certain_wait(draw: &mut Draw, rate_s: f64, window_s: f64) -> f64 {
    let expected = rate_s * window_s;
    if expected < 1e-9 {
        return draw.range(0.0, window_s);
    }
    let u = draw.unit();
    (-libm::log1p(u * libm::expm1(-expected)) / rate_s).min(window_s)
}

/// The stopped strikes around one that went through: so many that `misses` of all that is heard is stopped on average
/// (a geometric number of them), at even moments within an hour either way, in the window.
fn add_misses(
    strikes: &mut Vec<ScheduledStrike>,
    sky: &Sky,
    luck: Luck,
    (n, at): (u32, Tick),
    plan: &StrikePlan,
    weights: &[f64],
) {
    for attempt in 0..MISSES_EACH {
        let mut draw = luck.draw(Stream::Strike, n, 1 + u64::from(attempt));
        if !draw.chance(plan.misses) {
            break;
        }
        let moment = at.seconds() + draw.range(-MISS_SPREAD_S, MISS_SPREAD_S);
        // A certain strike may have been pushed past the window's end by the grace; its misses then come with it.
        let moment = moment.min(plan.until.map_or(f64::INFINITY, |end| end.seconds().max(at.seconds())));
        let moment = moment.max(plan.from.seconds());
        if let Some(strike) = sky.draw_miss(&mut draw, weights) {
            strikes.push(ScheduledStrike { at: Tick(moment as u64), strike });
        }
    }
}
