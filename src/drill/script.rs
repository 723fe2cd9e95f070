//! What the mission does in a drill: its events when their conditions come true, its random strikes when they are due;
//! and which hints and steps of the procedure card are up. All conditions go through one watcher, the same that a
//! score uses, over visible telemetry.

use crate::mission::Mission;
use crate::mission::model::{Action, HoleSpec, SensorFault};
use crate::mission::watch::{Readings, Watcher};
use crate::sim::Station;
use crate::sim::digest::Digester;
use crate::sim::event::{Event, Outcome};
use crate::sim::hole::{Made, diameter_mm};
use crate::sim::ids::{CompartmentId, HoleId, SensorId};
use crate::sim::rng::{Draw, Luck, Stream};
use crate::sim::strike::{ScheduledStrike, Strike, StrikePlan, StrikeRates, schedule, single};
use crate::sim::telemetry::Fault;
use crate::units::{CubicMetres, Pascals, SquareMetres, Tick};
use std::sync::Arc;

/// The script of a drill.
#[derive(Clone, Debug)]
pub struct Script {
    mission: Arc<Mission>,
    luck: Luck,
    /// Conditions of events, then of hints (when, until), then of card steps.
    watcher: Watcher,
    /// For each event: how often it has happened, and when last.
    fired: Vec<(u32, Tick)>,
    /// When the next repeat of an event may be due.
    again: Option<Tick>,
    /// Random strikes, in order of time, and how many have come.
    strikes: Arc<Vec<ScheduledStrike>>,
    struck: usize,
    /// Strikes that events have asked for.
    asked: u32,
    /// Holes by the name that the mission gave them.
    named: Vec<(String, HoleId)>,
    ended: Option<Outcome>,
}

/// The ground's telemetry.
struct Telemetry<'a>(&'a Station);

impl Readings for Telemetry<'_> {
    fn value(&self, sensor: SensorId) -> Option<f64> {
        self.0.shown(sensor)
    }
    fn per_hour_10min(&self, sensor: SensorId) -> Option<f64> {
        self.0.shown_per_hour(sensor)
    }
}

impl Script {
    /// The script of a mission, with the strikes that this seed brings.
    pub fn new(mission: &Arc<Mission>, seed: u64, station: &Station) -> Self {
        let never = crate::mission::model::Condition::Any(Vec::new());
        let hints = mission.hints.iter().flat_map(|h| [&h.when, h.until.as_ref().unwrap_or(&never)]);
        let card = mission.card.iter().map(|step| step.done.as_ref().unwrap_or(&never));
        let conditions = mission.script.iter().map(|e| &e.when).chain(hints).chain(card);
        let (volume, pressure) = open_station(station);
        let strikes = match &mission.strikes {
            Some(plan) => {
                let rates = || StrikeRates::new(plan, &mission.layout, volume, pressure);
                schedule(plan, mission.strike_rates.get_or_init(rates), seed)
            }
            None => Vec::new(),
        };
        Self {
            watcher: Watcher::new(&mission.layout, conditions),
            mission: mission.clone(),
            luck: Luck::new(seed),
            fired: vec![(0, Tick::ZERO); mission.script.len()],
            again: None,
            strikes: Arc::new(strikes),
            struck: 0,
            asked: 0,
            named: Vec::new(),
            ended: None,
        }
    }

    /// The outcome that an event has called, if one has.
    pub fn ended(&self) -> Option<Outcome> {
        self.ended
    }

    /// Takes in what happened.
    pub fn observe(&mut self, tick: Tick, event: &Event) {
        self.watcher.observe(tick, event);
    }

    /// Does what is due at this tick.
    pub fn act(&mut self, tick: Tick, station: &mut Station, events: &mut Vec<Event>) {
        while let Some(due) = self.strikes.get(self.struck).filter(|s| s.at <= tick) {
            let strike = due.strike;
            self.struck += 1;
            self.strike(&strike, station, events);
        }
        let changed = self.watcher.settle(tick, &Telemetry(station));
        if !changed && self.again.is_none_or(|again| tick < again) {
            return;
        }
        let mission = self.mission.clone();
        for (ix, event) in mission.script.iter().enumerate() {
            let (times, last) = self.fired[ix];
            let due = match event.repeat_s {
                _ if times >= event.at_most => false,
                None => times == 0,
                Some(every) => times == 0 || tick.since(last) >= every,
            };
            if !due || !self.watcher.holds(ix) {
                continue;
            }
            self.fired[ix] = (times + 1, tick);
            let happens =
                event.chance >= 1.0 || self.luck.draw(Stream::Script, ix as u32, u64::from(times)).chance(event.chance);
            if happens {
                events.push(Event::Script { event: ix as u16 });
                for (n, action) in event.actions.iter().enumerate() {
                    self.carry_out((ix, times, n), action, station, events);
                }
            }
        }
        self.again = self.next_repeat();
    }

    /// The soonest repeat of an event that has happened, and whose condition still holds: one that does not is asked
    /// again when that changes.
    fn next_repeat(&self) -> Option<Tick> {
        let events = self.mission.script.iter().zip(&self.fired).enumerate();
        let due = events.filter_map(|(ix, (event, (times, last)))| {
            let goes_on = *times > 0 && *times < event.at_most && self.watcher.holds(ix);
            event.repeat_s.filter(|_| goes_on).map(|every| *last + every)
        });
        due.min()
    }

    /// Does one action: number `n` of event `ix`, the `times`th time.
    fn carry_out(
        &mut self,
        (ix, times, n): (usize, u32, usize),
        action: &Action,
        station: &mut Station,
        events: &mut Vec<Event>,
    ) {
        match action {
            Action::Say(message) => events.push(Event::Said { message: *message }),
            Action::Hole(spec) => {
                let draw = self.luck.draw(Stream::ScriptPlace, ix as u32, u64::from(times) << 16 | n as u64);
                self.make_hole(draw, spec, station, events);
            }
            Action::Grow { hole, factor, over_s } => {
                if let Some(id) = self.hole_named(hole) {
                    station.grow_hole(id, *factor, *over_s, events);
                }
            }
            Action::Reopen { hole } => {
                if let Some(id) = self.hole_named(hole) {
                    station.reopen_hole(id, events);
                }
            }
            Action::Strike(plan) => self.strike_now(plan, station, events),
            Action::Noise { at } => station.bang(*at, events),
            Action::SensorFault { sensor, fault } => {
                let fault = match *fault {
                    SensorFault::None => Fault::None,
                    SensorFault::Stuck => Fault::Stuck(station.shown(*sensor).unwrap_or(0.0)),
                    SensorFault::Bias(off) => Fault::Bias(off),
                    SensorFault::Drift(per_h) => Fault::Drift(per_h, station.now()),
                    SensorFault::Dead => Fault::Dead,
                };
                station.fault_sensor(*sensor, fault, events);
            }
            Action::GaugeBias { mmhg } => station.bias_gauges(*mmhg),
            Action::Break { equipment, broken } => station.break_machine(*equipment, *broken, events),
            Action::Switch { equipment, on } => station.switch_machine(*equipment, *on, events),
            Action::Jam { hatch, jammed } => station.jam(*hatch, *jammed, events),
            Action::Walls { places, kelvin, over_s } => station.move_walls_to(places, *kelvin, *over_s),
            Action::Degrade { vehicle } => station.degrade(*vehicle, events),
            Action::Wake { who } => station.rouse(*who, events),
            Action::Sleep { who } => station.lull(*who, events),
            Action::TakeAway { vehicle } => station.take_away(*vehicle, events),
            Action::End(outcome) => self.ended = Some(*outcome),
        }
    }

    fn hole_named(&self, name: &str) -> Option<HoleId> {
        self.named.iter().rev().find(|(known, _)| known == name).map(|(_, id)| *id)
    }

    fn make_hole(&mut self, mut draw: Draw, spec: &HoleSpec, station: &mut Station, events: &mut Vec<Event>) {
        let weights: Vec<f64> = spec.places.iter().map(|(_, weight)| *weight).collect();
        let Some(at) = draw.pick_weighted(&weights).map(|ix| spec.places[ix].0) else { return };
        let (least, most) = spec.cd_area_mm2;
        let cd_area_mm2 = if least < most { draw.log_range(least, most) } else { least };
        let cd_area = SquareMetres::from_mm2(cd_area_mm2);
        let made = Made {
            at,
            cd_area: if spec.blind { SquareMetres::ZERO } else { cd_area },
            looks_mm: spec.looks_mm.unwrap_or_else(|| diameter_mm(cd_area)),
            crack: spec.crack,
            from_outside: spec.from_outside,
            blind: spec.blind,
            findable: spec.findable,
        };
        let id = station.open_hole(made, events);
        self.named.push((spec.name.clone(), id));
    }

    fn strike_now(&mut self, plan: &StrikePlan, station: &mut Station, events: &mut Vec<Event>) {
        let (volume, pressure) = open_station(station);
        self.asked += 1;
        if let Some(strike) = single(plan, self.luck.seed, self.asked, &self.mission.layout, volume, pressure) {
            self.strike(&strike, station, events);
        }
    }

    /// A strike from the sky: a bang for those near it, and a hole if it went through.
    fn strike(&mut self, strike: &Strike, station: &mut Station, events: &mut Vec<Event>) {
        let at: CompartmentId = strike.compartment;
        events.push(Event::Struck {
            at,
            particle_mm: strike.particle_mm,
            speed_km_s: strike.speed_km_s,
            perforated: strike.perforates,
        });
        station.bang(at, events);
        if strike.perforates {
            let findable = self.luck.draw(Stream::Looks, self.struck as u32, u64::from(self.asked)).range(0.4, 1.0);
            let made = Made {
                at,
                cd_area: strike.cd_area,
                looks_mm: strike.hole_mm,
                crack: false,
                from_outside: true,
                blind: false,
                findable,
            };
            station.open_hole(made, events);
        }
    }

    /// Hints that are up, by number.
    pub fn hints(&self) -> Vec<u16> {
        let first = self.mission.script.len();
        let up = |n: usize| {
            let (when, until) = (first + 2 * n, first + 2 * n + 1);
            self.watcher.first(when).is_some() && self.watcher.first(until).is_none()
        };
        (0..self.mission.hints.len()).filter(|&n| up(n)).map(|n| n as u16).collect()
    }

    /// Card steps that are done.
    pub fn card(&self) -> Vec<bool> {
        let first = self.mission.script.len() + 2 * self.mission.hints.len();
        (0..self.mission.card.len()).map(|n| self.watcher.first(first + n).is_some()).collect()
    }

    /// Adds its state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        self.watcher.digest(d);
        for (times, last) in &self.fired {
            d.u32(*times);
            d.tick(*last);
        }
        d.u32(self.struck as u32);
        d.u32(self.asked);
        for (_, hole) in &self.named {
            d.u16(hole.0);
        }
        d.u8(self.ended.map_or(0, |outcome| 1 + outcome as u8));
    }
}

/// Volume of all compartments, and their mean pressure by volume.
fn open_station(station: &Station) -> (CubicMetres, Pascals) {
    let layout = station.layout();
    let volume: f64 = layout.compartments.iter().map(|c| c.volume.0).sum();
    let weighted: f64 =
        layout.compartments.iter().enumerate().map(|(ix, c)| station.air().pressure(ix as u32).0 * c.volume.0).sum();
    (CubicMetres(volume), Pascals(weighted / volume))
}
