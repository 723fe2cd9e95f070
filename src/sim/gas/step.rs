//! One tick: look, plan, move.

use super::flow::PSI_CHOKED;
use super::network::Network;
use super::species::{GAS_CONSTANT, moles, sum};
use super::{heat, pressure};

/// Most pieces that a tick is cut into.
pub(super) const MOST_PIECES: f64 = 64.0;

/// Largest share of a compartment's gas that a piece may carry away: the second-order rule for mixtures then errs by
/// less than 0.06 % of a difference in composition while it passes.
const CROWDED: f64 = 0.06;

/// Numbers of one piece of a tick. Nothing in here outlives the tick.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    pub rooms: Vec<Room>,
    /// kg of sources, sinks, scrubbers and losses over the piece.
    pub parcel: Vec<[f64; 4]>,
    pub zones: Vec<Volume>,
    pub ajar: Vec<Opening>,
    /// Right-hand side and solution of the implicit equations, Pa.
    pub first: Vec<f64>,
    pub second: Vec<f64>,
    /// mol through each passage over the piece, a -> b.
    pub moved: Vec<f64>,
    /// kg through each passage over the tick so far.
    pub moved_kg: Vec<f64>,
    /// kg through all holes of a compartment over the tick so far.
    pub holes_kg: Vec<f64>,
    /// Masses and p V half-way through a move, and the change so far.
    pub middle: Vec<([f64; 4], f64)>,
    pub change: Vec<([f64; 4], f64)>,
}

/// What a compartment is doing during a piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    pub moles: f64,
    pub per_mole: f64,
    pub kelvin: f64,
    /// sqrt(R T / M), m/s: the speed that orifice flow scales with.
    pub speed: f64,
    /// mol/s that leave through holes per Pa.
    pub drain: f64,
    /// p V per mole that arrives at the compartment's own temperature, J/mol: R T, times gamma where energy is kept.
    pub work: f64,
    /// mol that sources bring over the piece.
    pub sourced: f64,
    /// J of p V that heat brings over the piece.
    pub heated: f64,
    /// mol lost through holes over the piece.
    pub leaked: f64,
    /// mol, and J of p V, that everything but the zone's own net flow brings over the piece.
    pub gain: f64,
    pub gain_work: f64,
    /// Correction of flows for the change of temperature within the piece, sqrt(T_start / T_middle).
    pub fade: f64,
    /// Share of the gas that leaves over the piece.
    pub leaving: f64,
    /// The net flow to the parent as a + b p (mol, mol/Pa).
    pub slope: (f64, f64),
}

/// A zone during a piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Volume {
    /// Pa at the start of the piece.
    pub pressure: f64,
    /// mol/Pa.
    pub capacity: f64,
    /// mol/s per Pa through holes.
    pub drain: f64,
    /// mol/s from sources and heat.
    pub rate: f64,
    /// Mean of the pressure over the piece, less its start, Pa.
    pub lift: f64,
    /// Change over the piece, Pa.
    pub rise: f64,
}

/// An ajar opening during a piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opening {
    /// mol/s, a -> b.
    pub flow: f64,
    /// mol/s per Pa of a and of b (both not negative).
    pub by_a: f64,
    pub by_b: f64,
    /// Share of the difference that it would take away in a second.
    pub hurry: f64,
}

impl Scratch {
    pub fn new(rooms: usize, passages: usize) -> Self {
        Self {
            rooms: vec![Room::default(); rooms],
            parcel: vec![[0.0; 4]; rooms],
            moved: vec![0.0; passages],
            moved_kg: vec![0.0; passages],
            holes_kg: vec![0.0; rooms],
            middle: vec![Default::default(); rooms],
            change: vec![Default::default(); rooms],
            ..Self::default()
        }
    }
}

impl Network {
    /// Moves the gas by one tick of one second.
    pub fn step(&mut self) {
        self.advance(1.0);
    }

    /// Moves the gas by a part of a second, or a whole one. Only whole ticks are ever played; the laboratory follows a
    /// hatch that moves within one.
    ///
    /// The span is cut into as many pieces (1 to 64) as the state needs, a choice made from the state alone. In each,
    /// all openings are solved together for the amounts that pass (`pressure`), and then the mixtures and their heat
    /// follow those amounts (`transport`).
    pub fn advance(&mut self, span_s: f64) {
        assert!(span_s > 0.0 && span_s <= 1.0, "the gas moves by a second or a part of one");
        self.review_joins();
        self.scratch.moved_kg.fill(0.0);
        self.scratch.holes_kg.fill(0.0);
        let pieces = self.first_plan(span_s);
        let seconds = span_s / pieces;
        self.transport(seconds);
        let mut done = 1.0;
        while done < pieces {
            self.look();
            self.plan(seconds);
            self.transport(seconds);
            done += 1.0;
        }
        self.settle(span_s);
        self.assert_finite();
    }

    /// Plans the whole span, and again in pieces if that plan asks for it. Returns how many.
    fn first_plan(&mut self, span_s: f64) -> f64 {
        self.look();
        self.plan(span_s);
        while self.part_strained(span_s) {
            self.look();
            self.plan(span_s);
        }
        let wanted = pressure::pieces_wanted(&self.zones, &self.scratch, span_s);
        let by_pressure = if wanted > MOST_PIECES { MOST_PIECES } else { wanted };
        if by_pressure > 1.0 {
            self.plan(span_s / by_pressure);
        }
        let crowd =
            self.scratch.rooms.iter().fold(0.0, |most, room| if room.leaving > most { room.leaving } else { most });
        if crowd <= CROWDED {
            return by_pressure;
        }
        let pieces = libm::ceil(by_pressure * crowd / CROWDED).min(MOST_PIECES);
        if pieces > by_pressure {
            self.plan(span_s / pieces);
        }
        pieces
    }

    /// Works out what depends on the state alone.
    fn look(&mut self) {
        let rooms = &self.rooms;
        for (index, room) in self.scratch.rooms.iter_mut().enumerate() {
            let mass = rooms.mass[index];
            let kelvin = rooms.temperature[index];
            room.moles = moles(mass);
            room.kelvin = kelvin;
            let warmth = GAS_CONSTANT * kelvin;
            room.work = if rooms.energy[index] { heat::GAMMA * warmth } else { warmth };
            if room.moles > 1e-12 {
                room.per_mole = 1.0 / room.moles;
                room.speed = (warmth * room.moles / sum(mass)).sqrt();
            } else {
                room.per_mole = 0.0;
                room.speed = 0.0;
            }
            room.drain = rooms.hole_area[index] * PSI_CHOKED * room.speed / warmth;
        }
        for hole in self.holes.iter().filter(|hole| hole.outside_pa > 0.0) {
            let room = &mut self.scratch.rooms[hole.compartment as usize];
            let inside = room.moles * GAS_CONSTANT * room.kelvin / rooms.volume[hole.compartment as usize];
            if inside > hole.outside_pa {
                let psi = super::flow::psi(hole.outside_pa / inside);
                room.drain += hole.cd_area * psi * room.speed / (GAS_CONSTANT * room.kelvin);
            }
        }
        pressure::look(&self.zones, &self.passages, &self.rooms, &mut self.scratch);
    }

    /// Works out all amounts that pass in a piece of `seconds`.
    fn plan(&mut self, seconds: f64) {
        self.gather_sources(seconds);
        let any_energy = self.scratch.rooms.iter_mut().zip(&self.rooms.energy).fold(false, |any, (room, &energy)| {
            room.fade = 1.0;
            any | energy
        });
        self.solve(seconds);
        // Where gas cools as it leaves, flows weaken within the piece and walls give more: a second pass with the
        // temperature of its middle keeps the rule second-order. Small leaks, which cool nothing, do without.
        if any_energy && self.fade(seconds) {
            self.solve(seconds);
        }
    }

    /// Books the span's leaks by hole and its flows by passage.
    fn settle(&mut self, span_s: f64) {
        for (flow, &kg) in self.passage_flow.iter_mut().zip(&self.scratch.moved_kg) {
            *flow = kg / span_s;
        }
        for hole in &mut self.holes {
            hole.flow = 0.0;
        }
        for index in 0..self.holes.len() {
            let hole = self.holes[index];
            let kg = self.scratch.holes_kg[hole.compartment as usize];
            if hole.cd_area == 0.0 || kg == 0.0 {
                continue;
            }
            let whole: f64 =
                self.holes.iter().filter(|h| h.compartment == hole.compartment).map(|h| self.pull(h)).sum();
            let share = kg * (self.pull(&hole) / whole);
            self.holes[index].flow = share / span_s;
            self.holes[index].leaked.add(share);
        }
    }

    /// How strongly a hole draws, m2 of choked area: what its compartment's leak is divided by.
    fn pull(&self, hole: &super::network::Hole) -> f64 {
        let room = &self.scratch.rooms[hole.compartment as usize];
        let volume = self.rooms.volume[hole.compartment as usize];
        let inside = room.moles * GAS_CONSTANT * room.kelvin / volume;
        if hole.outside_pa == 0.0 {
            hole.cd_area
        } else if inside > hole.outside_pa {
            hole.cd_area * super::flow::psi(hole.outside_pa / inside) / PSI_CHOKED
        } else {
            0.0
        }
    }

    /// A number that is not finite is a bug, and must not travel into a record.
    fn assert_finite(&self) {
        // One sum finds any of them: infinity and NaN survive every addition.
        let kg = self.rooms.mass.iter().fold(0.0, |all, &mass| all + sum(mass));
        let kelvin = self.rooms.temperature.iter().fold(0.0, |all, &kelvin| all + kelvin);
        assert!(kg.is_finite() && kelvin.is_finite(), "the gas holds a number that is not finite");
    }
}
