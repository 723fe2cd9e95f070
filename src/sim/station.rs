//! The station: everything physical of a drill, moved on by one second with each [`Station::step`].

use super::caution::Caution;
use super::console::{Condition, KnownPressure};
use super::digest::Digester;
use super::event::Event;
use super::gas::{CompartmentSetup, Network, NetworkSetup, PassageSetup, Thermal};
use super::hatch::Door;
use super::hole::{Hole, Made};
use super::ids::{CompartmentId, HoleId};
use super::item::Items;
use super::layout::Layout;
use super::order::Claim;
use super::person::Person;
use super::rng::Luck;
use super::route::Ways;
use super::support::Support;
use super::telemetry::{FRAME_TICKS, Feed};
use crate::units::{Kelvin, SquareMetres, Tick};
use std::sync::Arc;

/// Every so many ticks telemetry, bodies, alarms and walls are looked at: they change slowly.
pub(super) const SLOW_TICKS: u64 = FRAME_TICKS;
/// What lies on holes creeps and cures in steps of so many ticks.
const COVER_TICKS: u64 = 60;

/// A station in a drill.
#[derive(Clone, Debug)]
pub struct Station {
    pub(super) layout: Arc<Layout>,
    pub(super) ways: Arc<Ways>,
    pub(super) luck: Luck,
    pub(super) now: Tick,
    pub(super) air: Network,
    pub(super) doors: Vec<Door>,
    /// Some door is being moved.
    pub(super) doors_move: bool,
    pub(super) holes: Vec<Hole>,
    /// Holes that the crew found, in that order.
    pub(super) found: Vec<HoleId>,
    pub(super) crew: Vec<Person>,
    pub(super) support: Support,
    pub(super) feeds: Vec<Feed>,
    pub(super) caution: Caution,
    pub(super) ships: Vec<Ship>,
    /// What lies stowed in each compartment.
    pub(super) stock: Vec<Items>,
    /// Compartments that have not left with a vehicle.
    pub(super) aboard: Vec<bool>,
    /// Last hand-gauge reading in each compartment.
    pub(super) known: Vec<Option<KnownPressure>>,
    pub(super) last_check: Option<LastCheck>,
    /// When the crew last mended a hole: leak checks before it no longer count. Never when a hole opens or grows, which
    /// nobody can see.
    pub(super) worked: Tick,
    /// A roll was called since the last emergency.
    pub(super) roll_called: bool,
    /// Walls that move to a temperature.
    pub(super) walls: Vec<Wall>,
    /// Bias that the mission put on all hand gauges, mmHg.
    pub(super) gauge_bias_mmhg: f64,
    /// What the mission calls a leak, mmHg/h over the whole station.
    pub(super) held_below_mmhg_h: f64,
    pub(super) declared: Option<(Claim, bool)>,
    /// Since when all fans have been off.
    pub(super) still_since: Option<Tick>,
}

/// A vehicle in a drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ship {
    /// Still there.
    pub docked: bool,
    /// A lifeboat only in need.
    pub degraded: bool,
}

/// The last leak check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LastCheck {
    pub(super) at: CompartmentId,
    pub(super) ended: Tick,
    pub(super) fell_mmhg: f64,
    pub(super) over_s: u32,
    pub(super) holds: bool,
    pub(super) volume_m3: f64,
}

/// The walls of a compartment, on their way to a temperature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wall {
    pub(super) now_k: f64,
    pub(super) target_k: f64,
    pub(super) per_s: f64,
}

impl Station {
    /// A station as its layout has it. `held_below_mmhg_h` is what the mission calls a leak.
    pub fn new(layout: Arc<Layout>, seed: u64, held_below_mmhg_h: f64) -> Self {
        let setup = NetworkSetup {
            compartments: layout
                .compartments
                .iter()
                .map(|c| CompartmentSetup {
                    volume: c.volume,
                    temperature: c.temperature,
                    masses: c.air,
                    thermal: Thermal::Wall { ua_w_k: c.walls_w_k, wall: c.temperature },
                })
                .collect(),
            passages: layout
                .hatches
                .iter()
                .map(|h| PassageSetup {
                    a: u32::from(h.between[0].0),
                    b: u32::from(h.between[1].0),
                    cd_area: h.area * h.cd,
                    seal_cd_area: h.seal,
                })
                .collect(),
        };
        let mut air = Network::new(&setup);
        for (ix, c) in layout.compartments.iter().enumerate() {
            // Structural leakage is a tiny hole of each compartment: network hole `ix` is that of compartment `ix`.
            air.add_hole(ix as u32, c.leak);
        }
        let support = Support::new(&layout, &mut air);
        let mut stock = vec![Items::default(); layout.compartments.len()];
        for pile in &layout.stock {
            stock[pile.compartment.ix()].add(pile.item, pile.count);
        }
        let mut station = Self {
            ways: Arc::new(Ways::new(&layout)),
            luck: Luck::new(seed),
            now: Tick::ZERO,
            doors: layout.hatches.iter().map(Door::new).collect(),
            doors_move: false,
            holes: Vec::new(),
            found: Vec::new(),
            crew: layout.crew.iter().map(Person::new).collect(),
            support,
            feeds: layout.sensors.iter().map(|s| Feed::new(s, &air)).collect(),
            caution: Caution::default(),
            ships: vec![Ship { docked: true, degraded: false }; layout.vehicles.len()],
            stock,
            aboard: vec![true; layout.compartments.len()],
            known: vec![None; layout.compartments.len()],
            last_check: None,
            worked: Tick::ZERO,
            roll_called: false,
            walls: layout
                .compartments
                .iter()
                .map(|c| Wall { now_k: c.temperature.0, target_k: c.temperature.0, per_s: 0.0 })
                .collect(),
            gauge_bias_mmhg: 0.0,
            held_below_mmhg_h,
            declared: None,
            still_since: None,
            air,
            layout,
        };
        for h in 0..station.doors.len() {
            station.air.set_opening(h as u32, station.doors[h].position);
        }
        station.refresh_ventilation();
        station
    }

    /// Draws the luck of instruments, searches and repairs again from now on: for what might have been, never for a
    /// record.
    pub fn draw_again(&mut self, noise: u64) {
        self.luck = self.luck.again(noise);
    }

    /// Now.
    pub fn now(&self) -> Tick {
        self.now
    }

    /// What it is made of.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The air, for those who may know the truth.
    pub fn air(&self) -> &Network {
        &self.air
    }

    /// Holes, for those who may know the truth.
    pub fn holes(&self) -> &[Hole] {
        &self.holes
    }

    /// One second. The order is fixed: hands, doors, holes, supplies, air, instruments, walls, bodies, flow sensors and
    /// alarms. What changes slowly is looked at every ten seconds, which also spares the air from being planned anew
    /// each tick for a strip of tape that creeps.
    pub fn step(&mut self, events: &mut Vec<Event>) {
        self.now = self.now + 1;
        self.move_hands(events);
        if self.doors_move {
            self.move_doors();
        }
        if self.now.0.is_multiple_of(SLOW_TICKS) {
            self.age_holes(events);
        }
        self.support.follow(&self.layout, &self.crew, &mut self.air, self.now, events);
        self.air.step();
        self.follow_needles();
        if self.now.0.is_multiple_of(SLOW_TICKS) {
            self.follow_sensors();
            self.move_walls();
            self.breathe(events);
            self.feel_flow(events);
            if self.caution.watch(&self.layout, &self.aboard, &self.feeds, self.now, events) {
                self.respond(events);
            }
        }
    }

    /// Holes that change by themselves: growth every ten seconds; what lies on them every minute, with the damp, so that
    /// the air is planned anew for both at once.
    fn age_holes(&mut self, events: &mut Vec<Event>) {
        let minute = self.now.0.is_multiple_of(COVER_TICKS);
        for ix in 0..self.holes.len() {
            let hole = &mut self.holes[ix];
            let (grows, covered) = (hole.grows(), minute && hole.covered());
            if grows {
                hole.grow(SLOW_TICKS as f64);
            }
            let grown = grows && !hole.grows();
            if covered {
                let celsius = self.air.temperature(u32::from(hole.made.at.0)).celsius();
                let tacky = |hole: &Hole| hole.coats.is_some_and(|coats| coats.tacky());
                let before = tacky(hole);
                hole.cure(COVER_TICKS as f64, celsius);
                if let Some(found) = hole.found.filter(|_| !before && tacky(hole)) {
                    events.push(Event::CoatTacky { found });
                }
            }
            if grows || covered {
                self.refresh_hole(HoleId::at(ix));
            }
            if grown {
                self.tell_hole(HoleId::at(ix), events);
            }
        }
    }

    fn follow_sensors(&mut self) {
        for (feed, sensor) in self.feeds.iter_mut().zip(&self.layout.sensors) {
            feed.follow(sensor, &self.air, self.now);
        }
    }

    fn follow_needles(&mut self) {
        for person in &mut self.crew {
            if let Some(gauge) = &mut person.gauge {
                gauge.follow(self.air.pressure(u32::from(person.at.0)).mmhg());
            }
        }
    }

    fn move_walls(&mut self) {
        for (ix, wall) in self.walls.iter_mut().enumerate() {
            if wall.per_s == 0.0 {
                continue;
            }
            let next = wall.now_k + wall.per_s * SLOW_TICKS as f64;
            let there = if wall.per_s > 0.0 { next >= wall.target_k } else { next <= wall.target_k };
            wall.now_k = if there { wall.target_k } else { next };
            if there {
                wall.per_s = 0.0;
            }
            self.air.set_wall(ix as u32, Kelvin(wall.now_k));
        }
    }

    /// Where a hole's effective area has changed, the air is told.
    pub(super) fn refresh_hole(&mut self, hole: HoleId) {
        let number = self.layout.compartments.len() as u32 + u32::from(hole.0);
        let gone = !self.aboard[self.holes[hole.ix()].made.at.ix()];
        let area = if gone { SquareMetres::ZERO } else { self.holes[hole.ix()].cd_area(self.now) };
        self.air.set_hole(number, area);
    }

    /// A hole opens.
    pub fn open_hole(&mut self, made: Made, events: &mut Vec<Event>) -> HoleId {
        let id = HoleId::at(self.holes.len());
        let (at, cd_area_mm2) = (made.at, made.cd_area.mm2());
        let number = self.air.add_hole(u32::from(at.0), SquareMetres::ZERO);
        debug_assert_eq!(number as usize, self.layout.compartments.len() + id.ix(), "holes of the air and ours agree");
        self.holes.push(Hole::new(made));
        self.refresh_hole(id);
        events.push(Event::HoleOpened { hole: id, at, cd_area_mm2 });
        id
    }

    /// Volume that has not left, m3.
    pub(super) fn aboard_volume_m3(&self) -> f64 {
        let volumes = self.layout.compartments.iter().zip(&self.aboard);
        volumes.filter(|(_, aboard)| **aboard).map(|(c, _)| c.volume.0).sum()
    }

    /// Whether two compartments share one air.
    pub(super) fn same_air(&self, a: CompartmentId, b: CompartmentId) -> bool {
        self.air.zone_of(u32::from(a.0)) == self.air.zone_of(u32::from(b.0))
    }

    /// People with no open way to the vehicle that holds their seat liner.
    pub(super) fn cut_off(&self) -> u8 {
        let barred = |person: &Person| match person.liner.filter(|v| self.ships[v.ix()].docked) {
            Some(v) if person.aboard() => {
                let cabin = [self.cabin(v)];
                self.ways.find(person.at, &cabin, |h| self.doors[h.ix()].passable()).is_none()
                    && !self.layout.vehicle(v).compartments.contains(&person.at)
            }
            _ => false,
        };
        self.crew.iter().filter(|p| barred(p)).count() as u8
    }

    /// The crew pressed the button, and nobody has acknowledged it.
    pub(super) fn crew_alarm_up(&self) -> bool {
        self.caution.alarms().any(|a| a.kind == super::alarm::AlarmKind::CrewDepress && !a.acknowledged)
    }

    /// What the crew declared, and whether it was so.
    pub fn declared(&self) -> Option<(Claim, bool)> {
        self.declared
    }

    /// People who have not left or died.
    pub fn people_aboard(&self) -> usize {
        self.crew.iter().filter(|p| p.aboard()).count()
    }

    /// Where those are who have not left or died.
    pub fn people(&self) -> impl Iterator<Item = CompartmentId> {
        self.crew.iter().filter(|p| p.aboard()).map(|p| p.at)
    }

    /// Whether anybody has died.
    pub fn anybody_dead(&self) -> bool {
        self.crew.iter().any(|p| p.condition == Condition::Dead)
    }

    /// Adds the canonical state to a digest.
    ///
    /// Of a sensor's past its newest minute is in it: the older ones were in the marks of their own minutes.
    pub fn digest(&self, d: &mut Digester) {
        d.tick(self.now);
        d.u64(self.luck.seed);
        self.air.digest(d);
        for door in &self.doors {
            door.digest(d);
        }
        for hole in &self.holes {
            hole.digest(d);
        }
        for person in &self.crew {
            person.digest(d);
        }
        self.support.digest(d);
        for feed in &self.feeds {
            feed.digest(d);
        }
        self.caution.digest(d);
        for ship in &self.ships {
            d.u8(u8::from(ship.docked) << 1 | u8::from(ship.degraded));
        }
        for pile in &self.stock {
            pile.digest(d);
        }
        for wall in &self.walls {
            d.f64(wall.now_k);
            d.rare(wall.per_s);
            if wall.per_s != 0.0 {
                d.f64(wall.target_k);
            }
        }
        for known in self.known.iter().flatten() {
            d.tick(known.at);
            d.f64(known.mmhg);
        }
        if let Some(check) = &self.last_check {
            d.tick(check.ended);
            d.f64(check.fell_mmhg);
            d.u8(u8::from(check.holds));
        }
        d.moment(self.still_since);
        d.f64(self.gauge_bias_mmhg);
        d.tick(self.worked);
        d.u8(u8::from(self.roll_called));
        d.u8(self.declared.map_or(0, |(claim, sound)| 1 + claim as u8 * 2 + u8::from(sound)));
    }
}
