//! The chance that the leak is in each compartment.

use super::closure::surprise;
use super::trend::{Fall, Trends};
use super::zones::Zones;
use crate::sim::console::{Console, HatchState};
use crate::sim::ear::{chance_by_ear, chance_by_eye};
use crate::sim::event::Event;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::{EquipmentKind, Layout};
use crate::sim::strike::Sky;
use crate::sim::strike::shield::hole_of_area_mm;
use crate::units::{SquareMetres, Tick};

/// What is believed before anything is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prior {
    /// Half by where the sky makes holes (exposure, shielding), half evenly: seals and workmanship leak too.
    Sky,
    /// Evenly.
    Even,
}

/// Prior chance that what falls is no leak of any compartment. Model choice.
const NOWHERE: f64 = 0.02;
/// No single piece of evidence moves odds by more than this: instruments fail. Model choice.
const FLOOR: f64 = 1e-3;
/// Spread of a zone's share of the leak around 0 or 1, beyond the error of its trend. Model choice.
const SHARE_SIGMA: f64 = 0.2;
/// Effective area per flow: 0.1994 L/s for each mm2 at 295 K (physics.md).
const M3_S_MM2: f64 = 0.1994e-3;
/// Air above this speed is felt in a hatch ring (physics.md), m/s.
const FELT_M_S: f64 = 0.03;
/// What one person adds to a volume without a condenser while surfaces take up most of the damp: a tenth of an hour's
/// vapour, oxygen turned into carbon dioxide aside. mmHg m3/h, model choice between nothing (an hour) and 70 (a minute).
const BREATH_MMHG_M3_H: f64 = 20.0;
/// Share of the chance that racks leave of finding a hole: half of the holes may be behind some, and most of those are
/// heard all the same. Model choice.
const IN_SIGHT: f64 = 0.8;

/// What so much effective area loses at the pressure of a full station, mmHg m3 an hour.
pub fn lost_mmhg_m3_h(area_mm2: f64) -> f64 {
    745.0 * area_mm2 * M3_S_MM2 * 3600.0
}

/// Where the leak may be, given what was seen.
#[derive(Clone, Debug)]
pub struct Belief {
    prior: Vec<f64>,
    /// Evidence that stands: searches, leak checks, trends under earlier hatches.
    kept: Vec<f64>,
    /// Evidence of the trends under the hatches as they are.
    current: Vec<f64>,
    /// What hatch rings felt.
    rings: Vec<f64>,
    trends: Trends,
    /// Hatches, holes and tanks as they were when the trends began.
    scene: Vec<u32>,
    zones: Option<Zones>,
    /// Loss of the whole leak, mmHg m3/h, with its error.
    loss: Option<(f64, f64)>,
    fans_off_since: Option<Tick>,
}

impl Belief {
    /// Before anything was seen.
    pub fn new(layout: &Layout, prior: Prior) -> Self {
        let n = layout.compartments.len();
        let even = 1.0 / n as f64;
        let rates: Vec<f64> = match prior {
            Prior::Even => vec![even; n],
            Prior::Sky => {
                let sky = Sky::new(layout);
                let rates: Vec<f64> = (0..n).map(|c| sky.perforations_per_year(CompartmentId::at(c))).collect();
                let total = rates.iter().sum::<f64>().max(f64::MIN_POSITIVE);
                rates.iter().map(|r| 0.5 * r / total + 0.5 * even).collect()
            }
        };
        let mut prior: Vec<f64> = rates.iter().map(|r| r * (1.0 - NOWHERE)).collect();
        prior.push(NOWHERE);
        let ones = vec![1.0; n + 1];
        Self {
            prior,
            kept: ones.clone(),
            current: ones.clone(),
            rings: ones,
            trends: Trends::default(),
            scene: Vec::new(),
            zones: None,
            loss: None,
            fans_off_since: None,
        }
    }

    /// Takes in what the console shows now. To be called every few seconds; what is not looked at is not known.
    pub fn see(&mut self, layout: &Layout, console: &Console) {
        let zones = Zones::seen(layout, console);
        let scene = scene(console);
        if scene != self.scene {
            for (kept, current) in self.kept.iter_mut().zip(&mut self.current) {
                *kept *= std::mem::replace(current, 1.0);
            }
            self.trends.restart();
            self.scene = scene;
        }
        self.trends.read(layout, console);
        let fans = |e: &&crate::sim::console::EquipmentView| layout.machine(e.equipment).kind == EquipmentKind::Fan;
        let still = console.equipment.iter().filter(fans).all(|e| !e.on);
        self.fans_off_since = if still { self.fans_off_since.or(Some(console.tick)) } else { None };
        self.judge_trends(layout, console, &zones);
        self.judge_rings(layout, console, &zones);
        self.zones = Some(zones);
    }

    /// Takes in something that happened in sight of the crew.
    pub fn hear(&mut self, layout: &Layout, event: &Event) {
        match *event {
            Event::FoundNothing { at, by_ear, .. } => {
                let missed = 1.0 - self.find_chance(by_ear);
                self.kept[at.ix()] *= missed.max(FLOOR);
            }
            Event::LeakChecked { at, fell_mmhg, over_s, .. } if over_s > 0 => {
                let hours = f64::from(over_s) / 3600.0;
                let fall = Fall { mmhg_h: fell_mmhg / hours, sigma: 0.3 / hours, over_s: over_s.into() };
                if let (Some(zones), Some((loss, _))) = (self.zones.clone(), self.loss) {
                    let zone = zones.of(at);
                    let share = fall.mmhg_h * zones.volume_m3(layout, zone) / loss;
                    let sigma = fall.sigma * zones.volume_m3(layout, zone) / loss;
                    weigh(&mut self.kept, &zones, zone, share, sigma);
                }
            }
            // What was found is known: from here on the question is whether there is another one.
            Event::Taped { .. } | Event::Patched { .. } | Event::Coated { .. } => self.start_again(),
            _ => {}
        }
    }

    /// Back to the prior: the leak that was sought is dealt with, and a new one would be another question.
    pub fn start_again(&mut self) {
        for evidence in [&mut self.kept, &mut self.current, &mut self.rings] {
            evidence.fill(1.0);
        }
        self.loss = None;
        self.trends.restart();
    }

    /// Long evidence from outside of these trends: it is in one of these places. None of them: nothing is said.
    pub fn suspect(&mut self, places: &[CompartmentId]) {
        for (c, kept) in self.kept.iter_mut().enumerate().filter(|_| !places.is_empty()) {
            *kept *= if places.iter().any(|place| place.ix() == c) { 1.0 } else { FLOOR };
        }
    }

    /// The chance of each compartment, and of none of them last; they sum to one.
    pub fn chances(&self) -> Vec<f64> {
        let mut chances: Vec<f64> = self.prior.clone();
        for evidence in [&self.kept, &self.current, &self.rings] {
            for (chance, weight) in chances.iter_mut().zip(evidence) {
                *chance *= weight;
            }
        }
        let total: f64 = chances.iter().sum();
        if total <= 0.0 || !total.is_finite() {
            return self.prior.clone();
        }
        chances.iter().map(|c| c / total).collect()
    }

    /// What is not known yet, bits.
    pub fn entropy_bits(&self) -> f64 {
        self.chances().into_iter().map(surprise).sum()
    }

    /// How fast the air that a compartment shares falls, temperature taken out.
    pub fn fall(&self, at: CompartmentId) -> Option<Fall> {
        let zones = self.zones.as_ref()?;
        self.trends.fall(zones, zones.of(at))
    }

    /// Loss of the leak, mmHg m3 an hour (a fall times a volume), if a fall beyond its error was seen.
    pub fn loss(&self) -> Option<f64> {
        self.loss.map(|(loss, _)| loss)
    }

    /// Effective area of the leak from that loss, at the pressure of a full station.
    pub fn area(&self) -> Option<SquareMetres> {
        self.loss().map(|loss| SquareMetres::from_mm2(loss / lost_mmhg_m3_h(1.0)))
    }

    /// Chance that a search of a place finds the leak if it is there.
    pub fn find_chance(&self, by_ear: bool) -> f64 {
        let area = self.area().unwrap_or(SquareMetres::from_mm2(1.0));
        let chance = if by_ear { chance_by_ear(area, 0.3) } else { chance_by_eye(hole_of_area_mm(area.mm2()), false) };
        chance * IN_SIGHT
    }

    /// Each zone with a trend has its share of the whole loss: 1 if the leak is in it, else 0.
    fn judge_trends(&mut self, layout: &Layout, console: &Console, zones: &Zones) {
        let falls: Vec<(u16, f64, f64)> = zones
            .all()
            .filter_map(|z| {
                let fall = self.trends.fall(zones, z)?;
                let volume = zones.volume_m3(layout, z);
                let breath = breath(layout, console, zones, z);
                Some((z, fall.mmhg_h * volume + breath, fall.sigma * volume))
            })
            .collect();
        let seen: f64 = falls.iter().filter(|(_, loss, sigma)| *loss > 3.0 * sigma).map(|f| f.1).sum();
        let error = falls.iter().map(|f| f.2).fold(0.0, f64::max);
        if seen > 0.0 && self.loss.is_none_or(|(before, sure)| error <= sure || (seen - before).abs() > 3.0 * error) {
            self.loss = Some((seen, error));
        }
        self.current.fill(1.0);
        let Some((loss, _)) = self.loss else { return };
        if falls.len() < 2 && zones.all().count() < 2 {
            return;
        }
        for (zone, fall, sigma) in falls {
            weigh(&mut self.current, zones, zone, fall / loss, sigma / loss);
        }
    }

    /// Rings feel the air that feeds the leak: through a hatch with the leak on one side goes the loss times the other
    /// side's part of the zone's volume. What is felt, and what would be and is not, both tell.
    fn judge_rings(&mut self, layout: &Layout, console: &Console, zones: &Zones) {
        let Some(loss) = self.loss() else { return };
        let any = console.hatches.iter().any(|h| h.flow_into.is_some());
        let settled = self.fans_off_since.is_some_and(|since| console.tick.since(since) >= 300);
        if !any || !settled {
            return;
        }
        self.rings.fill(1.0);
        for view in console.hatches.iter().filter(|h| h.state == HatchState::Open) {
            let hatch = layout.hatch(view.hatch);
            if !hatch.flow_sensor || !zones.same(hatch.between[0], hatch.between[1]) {
                continue;
            }
            let apart = Zones::with_shut(layout, console, view.hatch);
            let whole = zones.volume_m3(layout, zones.of(hatch.between[0]));
            for c in (0..layout.compartments.len()).map(CompartmentId::at) {
                let Some(side) = hatch.between.into_iter().find(|s| apart.same(*s, c)) else { continue };
                let other = whole - apart.volume_m3(layout, apart.of(side));
                let speed = loss / 745.0 / 3600.0 * other / whole / hatch.area.0;
                let fits = match view.flow_into {
                    Some(into) => into == side && speed > 0.5 * FELT_M_S,
                    None => speed < 1.5 * FELT_M_S,
                };
                if !fits {
                    self.rings[c.ix()] *= 0.05;
                }
            }
        }
    }
}

/// Multiplies the likelihood of a zone's share of the loss: normal around 1 for compartments inside, 0 for others.
fn weigh(evidence: &mut [f64], zones: &Zones, zone: u16, share: f64, sigma: f64) {
    let sigma = (sigma * sigma + SHARE_SIGMA * SHARE_SIGMA).sqrt();
    let likelihood = |mean: f64| {
        let z = (share.clamp(-1.0, 2.0) - mean) / sigma;
        libm::exp(-0.5 * z * z)
    };
    let (inside, outside) = (likelihood(1.0), likelihood(0.0));
    let most = inside.max(outside).max(f64::MIN_POSITIVE);
    for (c, weight) in evidence.iter_mut().enumerate() {
        let here = zones.of_index(c) == Some(zone);
        *weight *= ((if here { inside } else { outside }) / most).max(FLOOR);
    }
}

/// What the people in a zone without a running condenser add to its pressure, mmHg m3/h.
fn breath(layout: &Layout, console: &Console, zones: &Zones, zone: u16) -> f64 {
    let dry = console.equipment.iter().any(|e| {
        let machine = layout.machine(e.equipment);
        e.on && matches!(machine.kind, EquipmentKind::Condenser { .. }) && zones.of(machine.compartment) == zone
    });
    let people = console.crew.iter().filter(|p| zones.of(p.at) == zone).count();
    if dry { 0.0 } else { BREATH_MMHG_M3_H * people as f64 }
}

/// Everything whose change makes earlier trends meaningless.
fn scene(console: &Console) -> Vec<u32> {
    let door = |state: HatchState| u32::from(state == HatchState::Shut);
    let hatches = console.hatches.iter().map(|h| door(h.state) | u32::from(h.valve_open) << 1);
    let holes = console.holes.iter().map(|h| {
        u32::from(h.finger.is_some())
            | u32::from(h.taped.is_some()) << 1
            | u32::from(h.patched.is_some()) << 2
            | u32::from(h.coats) << 3
            | u32::from(h.lost) << 8
    });
    let tanks = console.tanks.iter().map(|t| u32::from(t.open));
    hatches.chain([u32::MAX]).chain(holes).chain([u32::MAX]).chain(tanks).collect()
}
