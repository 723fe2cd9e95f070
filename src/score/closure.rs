//! What each hatch closure could teach: leak search graded as inference.
//!
//! A shut hatch asks one question, on which side is the leak, and the answer is worth at most the binary entropy of
//! the odds, `H(q) = -q log2 q - (1-q) log2 (1-q)`, times the share of the station that it divides. A closure is set
//! against the best that the procedure allowed at that moment: any open door whose shutting would cut nobody off from
//! their lifeboat. While a lifeboat has not been accounted for, shutting it off is what the procedure asks (facts 2.4,
//! step 3), and such a closure is its own best.
//!
//! The odds start from each hull's area (the stated prior: what is larger outside is hit or cracks more often) and
//! follow what was seen: flow felt in a hatch, leak checks, timings by the hand gauge, and sensors that fell on one
//! side and not on the other. Evidence divides the odds of the side that it excuses by [`EXCUSED`], not by infinity:
//! gauges lie, and there may be two holes. Once a hole is found, hatches are shut to save air and teach no more.

use super::lifeline::Lifeline;
use super::ways::Ways;
use crate::mission::deed::Whereabouts;
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::layout::{HatchKind, Layout, Quantity};
use crate::sim::sample::Sample;
use crate::units::Tick;

/// By how much evidence divides the odds of what it excuses.
const EXCUSED: f64 = 20.0;
/// A fall of so many sensor steps since the doors moved is a fall; below one step is none.
const STEPS: f64 = 3.0;
/// A fall that a hand gauge shows beyond its step of 0.25 mmHg.
const BY_HAND_MMHG: f64 = 0.5;

/// Follows the odds and what the closures gave.
#[derive(Clone, Debug)]
pub struct Closure {
    odds: Vec<f64>,
    lifeboats: Vec<(CompartmentId, bool)>,
    given: f64,
    best: f64,
    worst: Option<(f64, Tick)>,
    at_doors: Option<Vec<Option<f64>>>,
    told: bool,
    timing: Vec<Option<(Tick, f64)>>,
    rate_mmhg_s: f64,
    over: bool,
}

impl Closure {
    /// From the stated prior.
    pub fn new(layout: &Layout) -> Self {
        let boats = layout.vehicles.iter().filter_map(|v| v.cabin()).map(|cabin| (cabin, false));
        Self {
            odds: layout.compartments.iter().map(|c| c.hull.area.0.max(0.1)).collect(),
            lifeboats: boats.collect(),
            given: 0.0,
            best: 0.0,
            worst: None,
            at_doors: None,
            told: false,
            timing: vec![None; layout.crew.len()],
            rate_mmhg_s: 0.0,
            over: false,
        }
    }

    /// Share of the information that the permitted closures could have given, that the chosen ones gave; with the
    /// closure that fell shortest. Nothing to measure where none was shut in search.
    pub fn reading(&self) -> Option<(f64, Option<Tick>)> {
        (self.best > 0.0).then(|| (self.given / self.best, self.worst.map(|(_, at)| at)))
    }

    /// Takes in an event before `doors` does.
    pub fn before(&mut self, tick: Tick, event: &Event, layout: &Layout, doors: &Whereabouts, line: &Lifeline) {
        match *event {
            Event::HatchShut { hatch, .. } if !self.over => self.weigh(tick, hatch, layout, doors, line),
            Event::HatchShut { .. } | Event::HatchOpened { .. } => {}
            Event::HoleFound { .. } => self.over = true,
            Event::FlowSensed { hatch, into: Some(into) } => {
                let ways = Ways::after_shutting(layout, doors, hatch);
                self.excuse(|c| !ways.joined(c, into));
            }
            // A check that was too short to tell excuses nobody.
            Event::LeakChecked { at, holds, over_s, needs_s, .. } if over_s >= needs_s || !holds => {
                let ways = Ways::now(layout, doors);
                self.excuse(|c| ways.joined(c, at) == holds);
            }
            Event::StopwatchPressed { who, start, mmhg } => self.pressed(tick, who, start, mmhg, layout, doors),
            _ => {}
        }
        if matches!(event, Event::HatchShut { .. } | Event::HatchOpened { .. }) {
            self.at_doors = None;
            self.told = false;
            self.timing.fill(None);
        }
    }

    /// Takes in a minute's telemetry: once the sensors of one side have clearly fallen and those of another have not,
    /// the latter side is excused, once for each position of the doors.
    pub fn sample(&mut self, sample: &Sample, layout: &Layout, doors: &Whereabouts) {
        let Some(then) = &self.at_doors else {
            self.at_doors = Some(sample.sensors.clone());
            return;
        };
        if self.told || self.over {
            return;
        }
        let ways = Ways::now(layout, doors);
        let (mut falling, mut still) = (Vec::new(), Vec::new());
        for (ix, sensor) in layout.sensors.iter().enumerate().filter(|(_, s)| s.quantity == Quantity::Pressure) {
            let shown = |of: &[Option<f64>]| of.get(ix).copied().flatten();
            let (Some(before), Some(now)) = (shown(then), shown(&sample.sensors)) else { continue };
            let group = ways.group(sensor.compartment);
            if before - now >= STEPS * sensor.resolution {
                falling.push(group);
            } else if before - now < sensor.resolution {
                still.push(group);
            }
        }
        if !falling.is_empty() && still.iter().any(|group| !falling.contains(group)) {
            self.told = true;
            self.excuse(|c| still.contains(&ways.group(c)) && !falling.contains(&ways.group(c)));
        }
    }

    fn pressed(&mut self, tick: Tick, who: PersonId, start: bool, mmhg: f64, layout: &Layout, doors: &Whereabouts) {
        let Some(slot) = self.timing.get_mut(who.ix()) else { return };
        if start {
            *slot = Some((tick, mmhg));
            return;
        }
        let (Some((begun, before)), Some(at)) = (slot.take(), doors.at(who)) else { return };
        let (over_s, fell) = (tick.since(begun) as f64, before - mmhg);
        let ways = Ways::now(layout, doors);
        if fell >= BY_HAND_MMHG && over_s > 0.0 {
            self.rate_mmhg_s = self.rate_mmhg_s.max(fell / over_s);
            self.excuse(|c| !ways.joined(c, at));
        } else if fell <= 0.0 && self.rate_mmhg_s * over_s >= BY_HAND_MMHG {
            self.excuse(|c| ways.joined(c, at));
        }
    }

    fn excuse(&mut self, excused: impl Fn(CompartmentId) -> bool) {
        for (ix, odds) in self.odds.iter_mut().enumerate() {
            if excused(CompartmentId::at(ix)) {
                *odds /= EXCUSED;
            }
        }
    }

    fn weigh(&mut self, tick: Tick, hatch: HatchId, layout: &Layout, doors: &Whereabouts, line: &Lifeline) {
        let given = self.bits(hatch, layout, doors);
        let ways = Ways::after_shutting(layout, doors, hatch);
        let [a, b] = layout.hatch(hatch).between;
        let divides = |cabin: CompartmentId| ways.joined(cabin, a) != ways.joined(cabin, b);
        let mut lifeboat = false;
        for (cabin, checked) in &mut self.lifeboats {
            // Of the two sides the lifeboat's is the smaller one in the procedure's sense: the Soyuz with its module.
            let small = layout.compartments.len() / 3;
            let side = (0..layout.compartments.len()).filter(|ix| ways.joined(CompartmentId::at(*ix), *cabin)).count();
            lifeboat |= divides(*cabin) && side <= small.max(2) && !std::mem::replace(checked, true);
        }
        let permitted = |other: HatchId| {
            let after = Ways::after_shutting(layout, doors, other);
            line.would_cut_off(layout, doors, &after) <= line.cut_off()
        };
        let doors_open = (0..layout.hatches.len())
            .map(HatchId::at)
            .filter(|h| layout.hatch(*h).kind != HatchKind::Open && !doors.shut(*h));
        let best = doors_open
            .map(|other| (other, self.bits(other, layout, doors)))
            .filter(|(other, bits)| *bits > given && permitted(*other))
            .fold(given, |best, (_, bits)| best.max(bits));
        let best = if lifeboat { given } else { best };
        self.given += given;
        self.best += best;
        if best > given && self.worst.is_none_or(|(short, _)| best - given > short) {
            self.worst = Some((best - given, tick));
        }
    }

    /// What shutting a hatch could teach, bits.
    pub fn bits(&self, hatch: HatchId, layout: &Layout, doors: &Whereabouts) -> f64 {
        let ways = Ways::after_shutting(layout, doors, hatch);
        let [a, b] = layout.hatch(hatch).between;
        if ways.joined(a, b) {
            return 0.0;
        }
        let mass = |side: CompartmentId| -> f64 {
            let of_side = |(ix, odds): (usize, &f64)| ways.joined(CompartmentId::at(ix), side).then_some(*odds);
            self.odds.iter().enumerate().filter_map(of_side).sum()
        };
        let (a, b, all) = (mass(a), mass(b), self.odds.iter().sum::<f64>());
        (a + b) / all * entropy(a / (a + b))
    }
}

/// Binary entropy, bits.
fn entropy(q: f64) -> f64 {
    let part = |p: f64| if p > 0.0 { -p * libm::log2(p) } else { 0.0 };
    part(q) + part(1.0 - q)
}
