//! The network of compartments: what it is made of and what is done to it.

use super::hole::Hole;
use super::join::is_wide;
use super::ledger::{Ledger, Sum};
use super::species::{Masses, Species};
use super::step::{Scratch, gamma_of};
use super::stride::Stride;
use super::zone::Zones;
use crate::units::{CubicMetres, CubicMetresPerSecond, Kelvin, KilogramsPerSecond, SquareMetres};

/// How far a wall may move before a plan of several ticks takes note, K.
const WALL_K: f64 = 0.02;

/// How the gas of a compartment gets its temperature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Thermal {
    /// It has the temperature it is told ([`Network::set_temperature`]).
    Isothermal,
    /// It keeps its own energy.
    Adiabatic,
    /// It keeps its own energy and exchanges heat with its wall.
    Wall {
        /// Conductance, W/K.
        ua_w_k: f64,
        /// Temperature of the wall.
        wall: Kelvin,
    },
}

/// A compartment at the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompartmentSetup {
    /// Free gas volume.
    pub volume: CubicMetres,
    /// Temperature of the gas.
    pub temperature: Kelvin,
    /// What is in it.
    pub masses: Masses,
    /// Where its heat comes from.
    pub thermal: Thermal,
}

/// A passage between two compartments; it starts fully open, with its valve shut and its fan off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PassageSetup {
    /// The compartment that positive flow leaves.
    pub a: u32,
    /// The compartment that positive flow enters.
    pub b: u32,
    /// Discharge coefficient times area when fully open.
    pub cd_area: SquareMetres,
    /// What leaks past the seal, open or shut.
    pub seal_cd_area: SquareMetres,
}

/// Everything that a network is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkSetup {
    /// Compartments; their index is their number.
    pub compartments: Vec<CompartmentSetup>,
    /// Passages; their index is their number.
    pub passages: Vec<PassageSetup>,
}

/// Passages, a list a property.
#[derive(Clone, Debug, Default)]
pub(super) struct Passages {
    pub ends: Vec<(u32, u32)>,
    pub full: Vec<f64>,
    pub seal: Vec<f64>,
    pub opening: Vec<f64>,
    pub valve: Vec<f64>,
    /// Cd A as it is now, m2.
    pub cd_area: Vec<f64>,
    /// Whether it is so wide that its sides may count as one volume.
    pub wide: Vec<bool>,
    /// m3/s each way, and the same as shares of the volumes of a and b, 1/s.
    pub exchange: Vec<f64>,
    pub fan: Vec<(f64, f64)>,
}

/// Takes one species out of the air that flows through it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scrubber {
    pub compartment: u32,
    pub species: Species,
    pub flow: f64,
    pub cap: f64,
    pub removed: Sum,
}

/// Compartments, a list a property.
#[derive(Clone, Debug, Default)]
pub(super) struct Rooms {
    pub volume: Vec<f64>,
    pub per_volume: Vec<f64>,
    /// kg, and what the last digit of it cannot hold.
    pub mass: Vec<Masses>,
    pub low: Vec<Masses>,
    pub temperature: Vec<f64>,
    pub energy: Vec<bool>,
    /// What p V gains for each R T that arrives: 1.4 where energy is kept, else 1; and its inverse.
    pub gamma: Vec<f64>,
    pub per_gamma: Vec<f64>,
    pub ua: Vec<f64>,
    pub wall: Vec<f64>,
    pub heat: Vec<f64>,
    pub source: Vec<Masses>,
    pub loss: Vec<f64>,
    /// Cd A of all holes to vacuum, m2.
    pub hole_area: Vec<f64>,
    /// kg that all holes have let out, since the start and when their parts last changed.
    pub leaked: Vec<Sum>,
    pub parted: Vec<f64>,
}

/// Compartments, passages and holes with the gas in them, stepped one second at a time.
#[derive(Clone, Debug)]
pub struct Network {
    pub(super) rooms: Rooms,
    pub(super) passages: Passages,
    pub(super) holes: Vec<Hole>,
    pub(super) scrubbers: Vec<Scrubber>,
    /// Wide passages whose two sides count as one volume.
    pub(super) joined: Vec<bool>,
    /// Flow around each ring of open hatches, mol/s by the chord's passage: where the next balance starts looking.
    pub(super) ring_flow: Vec<f64>,
    /// Over the last tick: mol/s through each passage, kg/s through all holes of each compartment.
    pub(super) passage_mol_s: Vec<f64>,
    pub(super) leaking: Vec<f64>,
    /// Temperatures of the walls that the plan under way rests on.
    pub(super) planned_wall: Vec<f64>,
    /// The Cd A of passages, m2, that the plan under way was made with.
    pub(super) planned_area: Vec<f64>,
    pub(super) stride: Stride,
    pub(super) leaked: Ledger,
    pub(super) lost: Ledger,
    pub(super) sourced: Ledger,
    pub(super) shortfall: Ledger,
    pub(super) zones: Zones,
    /// The zones must be cut anew, the feeds listed, the holes' parts worked out.
    pub(super) stale: bool,
    pub(super) feeds_stale: bool,
    pub(super) holes_stale: bool,
    /// Some compartment keeps its energy; some hole has a pressure outside.
    pub(super) any_energy: bool,
    pub(super) any_outside: bool,
    pub(super) scratch: Scratch,
}

impl Network {
    /// A network at rest with every passage fully open.
    pub fn new(setup: &NetworkSetup) -> Self {
        let mut rooms = Rooms::default();
        for room in &setup.compartments {
            let (energy, ua, wall) = match room.thermal {
                Thermal::Isothermal => (false, 0.0, room.temperature.0),
                Thermal::Adiabatic => (true, 0.0, room.temperature.0),
                Thermal::Wall { ua_w_k, wall } => (true, ua_w_k, wall.0),
            };
            rooms.volume.push(room.volume.0);
            rooms.per_volume.push(1.0 / room.volume.0);
            rooms.mass.push(room.masses);
            rooms.low.push(Masses::VACUUM);
            rooms.temperature.push(room.temperature.0);
            rooms.energy.push(energy);
            rooms.gamma.push(gamma_of(energy));
            rooms.per_gamma.push(1.0 / gamma_of(energy));
            rooms.ua.push(ua);
            rooms.wall.push(wall);
            rooms.heat.push(0.0);
            rooms.source.push(Masses::VACUUM);
            rooms.loss.push(0.0);
            rooms.hole_area.push(0.0);
            rooms.leaked.push(Sum::default());
            rooms.parted.push(0.0);
        }
        let mut passages = Passages::default();
        for passage in &setup.passages {
            let count = setup.compartments.len() as u32;
            assert!(passage.a < count && passage.b < count, "a passage leads to a compartment that is not there");
            passages.ends.push((passage.a, passage.b));
            passages.full.push(passage.cd_area.0);
            passages.seal.push(passage.seal_cd_area.0);
            passages.opening.push(1.0);
            passages.valve.push(0.0);
            passages.cd_area.push(passage.cd_area.0 + passage.seal_cd_area.0);
            passages.wide.push(false);
            passages.exchange.push(0.0);
            passages.fan.push((0.0, 0.0));
        }
        let count = passages.ends.len();
        let mut network = Self {
            scratch: Scratch::new(rooms.volume.len(), count),
            any_energy: rooms.energy.contains(&true),
            any_outside: false,
            passage_mol_s: vec![0.0; count],
            leaking: vec![0.0; rooms.volume.len()],
            planned_wall: rooms.wall.clone(),
            planned_area: passages.cd_area.clone(),
            stride: Stride::default(),
            rooms,
            passages,
            holes: Vec::new(),
            scrubbers: Vec::new(),
            joined: vec![false; count],
            ring_flow: vec![0.0; count],
            leaked: Ledger::default(),
            lost: Ledger::default(),
            sourced: Ledger::default(),
            shortfall: Ledger::default(),
            zones: Zones::default(),
            stale: true,
            feeds_stale: true,
            holes_stale: false,
        };
        for passage in 0..count {
            network.widen(passage);
        }
        network.look_and_join();
        network
    }

    /// Opens a passage to a fraction 0..=1 of its full area. The seal's leak is added whatever the fraction.
    pub fn set_opening(&mut self, passage: u32, fraction: f64) {
        assert!((0.0..=1.0).contains(&fraction), "an opening is a fraction");
        self.resize(passage, fraction, self.passages.valve[passage as usize]);
    }

    /// Opens the pressure equalisation valve beside a hatch to this discharge coefficient times area.
    pub fn set_valve(&mut self, passage: u32, cd_area: SquareMetres) {
        assert!(cd_area.0 >= 0.0, "an area is not negative");
        self.resize(passage, self.passages.opening[passage as usize], cd_area.0);
    }

    fn resize(&mut self, passage: u32, opening: f64, valve: f64) {
        let (index, passages) = (passage as usize, &mut self.passages);
        passages.opening[index] = opening;
        passages.valve[index] = valve;
        let area = passages.full[index] * opening + passages.seal[index] + valve;
        let known = passages.cd_area[index];
        if area == known {
            return;
        }
        let joined = self.joined[index];
        // Where two compartments are one volume and no ring closes through them, it is all the same how wide the way
        // between them is: only whether it must be parted is asked again, once it has changed by a fifth.
        let alike = area <= 1.25 * self.planned_area[index] && self.planned_area[index] <= 1.25 * area;
        let (a, b) = self.passages.ends[index];
        let still_wide = is_wide(area, self.rooms.volume[a as usize], self.rooms.volume[b as usize]);
        let same = joined && still_wide && self.zones.chords.is_empty();
        if !(same && alike) {
            self.disturb();
        }
        self.passages.cd_area[index] = area;
        self.widen(index);
        let cut = (known > 0.0) != (area > 0.0) || self.joined[index] != joined;
        self.stale |= cut || !self.zones.chords.is_empty();
    }

    /// Works out whether a passage is wide, and parts its sides if it is not.
    fn widen(&mut self, index: usize) {
        let (a, b) = self.passages.ends[index];
        let (volume_a, volume_b) = (self.rooms.volume[a as usize], self.rooms.volume[b as usize]);
        let wide = a != b && is_wide(self.passages.cd_area[index], volume_a, volume_b);
        self.passages.wide[index] = wide;
        self.joined[index] &= wide;
    }

    /// Blows this volume a second each way through a passage. The caller has already multiplied a fan's flow by the
    /// hatch's opening: a fan's duct, not this network, knows what an ajar hatch does to it.
    pub fn set_exchange(&mut self, passage: u32, flow: CubicMetresPerSecond) {
        assert!(flow.0 >= 0.0, "ventilation blows both ways");
        let index = passage as usize;
        let known = self.passages.exchange[index];
        if known != flow.0 {
            self.settle();
            self.stale |= (known > 0.0) != (flow.0 > 0.0);
            self.passages.exchange[index] = flow.0;
            let (a, b) = self.passages.ends[index];
            let (per_a, per_b) = (self.rooms.per_volume[a as usize], self.rooms.per_volume[b as usize]);
            self.passages.fan[index] = (flow.0 * per_a, flow.0 * per_b);
        }
    }

    /// Sets all that is added to (or, negative, taken from) a compartment, kg/s of O2, N2, CO2 and H2O: crew, tanks,
    /// generators, condensers, summed by the caller. What is added has the compartment's temperature and brings no
    /// heat. What cannot be taken because it is not there is reported by [`Network::shortfall`].
    pub fn set_source(&mut self, compartment: u32, rates: [f64; 4]) {
        let known = self.rooms.source[compartment as usize];
        if known.0 != rates {
            self.settle();
            self.feeds_stale |= (known == Masses::VACUUM) != (rates == [0.0; 4]);
            self.rooms.source[compartment as usize] = Masses(rates);
        }
    }

    /// Adds a scrubber: see [`Network::set_scrubber`].
    pub fn add_scrubber(&mut self, compartment: u32, species: Species) -> u32 {
        let none = Scrubber { compartment, species, flow: 0.0, cap: f64::INFINITY, removed: Sum::default() };
        self.scrubbers.push(none);
        (self.scrubbers.len() - 1) as u32
    }

    /// Sets a scrubber's air flow times efficiency, and the most that it removes.
    pub fn set_scrubber(&mut self, scrubber: u32, flow: CubicMetresPerSecond, cap: Option<KilogramsPerSecond>) {
        assert!(flow.0 >= 0.0, "a scrubber only takes");
        let cap = cap.map_or(f64::INFINITY, |cap| cap.0);
        let known = &self.scrubbers[scrubber as usize];
        if known.flow != flow.0 || known.cap != cap {
            self.settle();
            let known = &mut self.scrubbers[scrubber as usize];
            self.feeds_stale |= (known.flow > 0.0) != (flow.0 > 0.0);
            known.flow = flow.0;
            known.cap = cap;
        }
    }

    /// Sets the cabin mixture that machines of a compartment throw overboard, kg/s.
    pub fn set_loss(&mut self, compartment: u32, rate: KilogramsPerSecond) {
        assert!(rate.0 >= 0.0, "a loss takes");
        let known = self.rooms.loss[compartment as usize];
        if known != rate.0 {
            self.settle();
            self.feeds_stale |= (known > 0.0) != (rate.0 > 0.0);
            self.rooms.loss[compartment as usize] = rate.0;
        }
    }

    /// Sets the heat released in a compartment, W. An isothermal one does not feel it.
    pub fn set_heat_w(&mut self, compartment: u32, watts: f64) {
        if self.rooms.heat[compartment as usize] != watts {
            self.settle();
            self.rooms.heat[compartment as usize] = watts;
        }
    }

    /// Sets the temperature of a compartment's wall. A wall may be moved every tick: a plan of several ticks is ended
    /// only when the wall has gone further from what it rests on than the gas could feel within it.
    pub fn set_wall(&mut self, compartment: u32, wall: Kelvin) {
        let index = compartment as usize;
        if (wall.0 - self.planned_wall[index]).abs() > WALL_K {
            self.settle();
        }
        self.rooms.wall[index] = wall.0;
    }

    /// Sets the temperature of the gas at once: the way to move an isothermal compartment along its schedule.
    pub fn set_temperature(&mut self, compartment: u32, temperature: Kelvin) {
        assert!(temperature.0 > 0.0, "a temperature is above absolute zero");
        if self.temperature(compartment) != temperature {
            self.disturb();
            self.rooms.temperature[compartment as usize] = temperature.0;
        }
    }
}
