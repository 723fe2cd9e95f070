//! One tick: look, plan, move.

use super::flow::PSI_CHOKED;
use super::network::Network;
use super::source::Feed;
use super::species::{GAS_CONSTANT, Masses};
use super::{heat, pressure};

/// Most pieces that a tick is cut into.
pub(super) const MOST_PIECES: f64 = 64.0;

/// Largest share of a compartment's gas that a piece may carry away: the second-order rule for mixtures then errs by
/// less than 0.06 % of a difference in composition while it passes.
const CROWDED: f64 = 0.06;

/// Moles below which a compartment counts as empty: 0.1 mPa in a cubic metre.
pub(super) const EMPTY_MOL: f64 = 4e-8;

/// Numbers of one piece of a tick, and of the tick so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    pub rooms: Vec<Room>,
    pub feeds: Vec<Feed>,
    /// kg that each scrubber takes over the piece.
    pub scrubbed: Vec<f64>,
    /// kg of sources, sinks, scrubbers and losses over the piece.
    pub parcel: Vec<Masses>,
    pub zones: Vec<Volume>,
    pub ajar: Vec<Opening>,
    /// Right-hand side and solution of the implicit equations, Pa.
    pub first: Vec<f64>,
    pub second: Vec<f64>,
    /// mol through each passage over the piece, a -> b.
    pub moved: Vec<f64>,
    /// What each live passage carries over the piece.
    pub conduits: Vec<Conduit>,
    /// Masses and p V half-way through a move, and the change so far.
    pub middle: Vec<Content>,
    pub change: Vec<Content>,
    /// kg that holes let out over the piece, by compartment and in all, and change of temperature, K.
    pub gone: Vec<Masses>,
    pub gone_all: Masses,
    pub warming: Vec<f64>,
}

/// Masses, kg, and p V, J.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    pub mass: Masses,
    pub work: f64,
}

/// The shares of its two sides' gas that a passage carries over a piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Conduit {
    pub a: u32,
    pub b: u32,
    /// From a and from b, in Heun's first and second stage.
    pub first: (f64, f64),
    pub second: (f64, f64),
}

/// What a compartment is doing during a piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    pub moles: f64,
    pub kelvin: f64,
    /// 1 / sqrt(M R T), mol/s per m2 and Pa: what orifice flow scales with.
    pub draw: f64,
    /// mol/s that leave through holes per Pa.
    pub drain: f64,
    /// p V per mole that arrives at the compartment's own temperature, J/mol: R T, times gamma where energy is kept;
    /// and its inverse.
    pub work: f64,
    pub per_work: f64,
    /// mol that sources bring over the piece.
    pub sourced: f64,
    /// J of p V that heat brings over the piece, and that heat and sources do.
    pub heated: f64,
    pub brought: f64,
    /// mol lost through holes over the piece.
    pub leaked: f64,
    /// mol, and J of p V, that the piece brings in all.
    pub gain: f64,
    pub gain_work: f64,
    /// Correction of flows for the change of temperature within the piece, sqrt(T_start / T_middle).
    pub fade: f64,
    /// One over the moles at the piece's start and at its planned end.
    pub per_mole: (f64, f64),
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
    /// mol/Pa, and its inverse.
    pub capacity: f64,
    pub per_capacity: f64,
    /// mol/s per Pa through holes.
    pub drain: f64,
    /// mol over the piece from sources, heat and fans.
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
    /// mol/s per Pa of a and of b (both not negative), and along the chord to rest.
    pub by_a: f64,
    pub by_b: f64,
    pub chord: f64,
    /// Share of the difference that it would take away in a second.
    pub hurry: f64,
    /// Those of them that the piece was planned with.
    pub used: (f64, f64, f64),
}

impl Scratch {
    pub fn new(rooms: usize, passages: usize) -> Self {
        Self {
            rooms: vec![Room::default(); rooms],
            parcel: vec![Masses::VACUUM; rooms],
            moved: vec![0.0; passages],
            middle: vec![Content::default(); rooms],
            change: vec![Content::default(); rooms],
            gone: vec![Masses::VACUUM; rooms],
            warming: vec![0.0; rooms],
            ..Self::default()
        }
    }
}

impl Network {
    /// Moves the gas by one tick of one second.
    ///
    /// While a plan of several ticks runs (`stride`), a tick only counts; the state is the plan's start and as much of
    /// its change as has come due.
    pub fn step(&mut self) {
        if self.stride.elapsed < self.stride.ticks {
            self.stride.elapsed += 1.0;
            self.stride.part = self.stride.elapsed / self.stride.ticks;
            return;
        }
        self.settle();
        self.refresh();
        if !self.stride() {
            self.pieces(1.0);
        }
        self.assert_finite();
    }

    /// Moves the gas by a part of a second, or a whole one. Only whole ticks are ever played; the laboratory follows a
    /// hatch that moves within one.
    pub fn advance(&mut self, span_s: f64) {
        assert!(span_s > 0.0 && span_s <= 1.0, "the gas moves by a second or a part of one");
        if span_s == 1.0 {
            return self.step();
        }
        self.settle();
        self.refresh();
        self.pieces(span_s);
        self.assert_finite();
    }

    /// Brings up to date what inputs have made stale.
    fn refresh(&mut self) {
        if self.holes_stale {
            self.part_holes();
        }
        if self.feeds_stale {
            self.list_feeds();
        }
        self.planned_wall.copy_from_slice(&self.rooms.wall);
        self.planned_area.copy_from_slice(&self.passages.cd_area);
    }

    /// Moves the gas by a span, cut into as many pieces (1 to 64) as the state needs, a choice made from the state
    /// alone. In each, all openings are solved together for the amounts that pass (`pressure`), and then the mixtures
    /// and their heat follow those amounts (`transport`).
    fn pieces(&mut self, span_s: f64) {
        let pieces = self.first_plan(span_s);
        let seconds = span_s / pieces;
        self.leaking.fill(0.0);
        self.passage_mol_s.fill(0.0);
        let mut done = 0.0;
        while done < pieces {
            if done > 0.0 {
                self.look();
                self.plan(seconds);
            }
            self.transport(seconds);
            self.note_flows(span_s);
            self.apply(1.0);
            done += 1.0;
        }
    }

    /// Plans a span as a whole, with the passages joined and parted that must be.
    pub(super) fn plan_whole(&mut self, span_s: f64) {
        self.look_and_join();
        self.plan(span_s);
        while self.part_strained(span_s) {
            self.look();
            self.plan(span_s);
        }
    }

    /// Plans the whole span, and again in pieces if that plan asks for it. Returns how many.
    fn first_plan(&mut self, span_s: f64) -> f64 {
        self.plan_whole(span_s);
        let wanted = pressure::pieces_wanted(&self.zones, &self.scratch, span_s);
        let by_pressure = if wanted > MOST_PIECES { MOST_PIECES } else { wanted };
        if by_pressure > 1.0 {
            self.plan(span_s / by_pressure);
        }
        let crowd = self.crowd();
        if crowd <= CROWDED {
            return by_pressure;
        }
        let pieces = libm::ceil(by_pressure * crowd / CROWDED).min(MOST_PIECES);
        if pieces > by_pressure {
            self.plan(span_s / pieces);
        }
        pieces
    }

    /// Looks, and looks again while passages whose sides have come to agree are joined.
    pub(super) fn look_and_join(&mut self) {
        if self.stale {
            self.cut_zones();
        }
        self.look();
        while self.join_settled() {
            self.look();
        }
    }

    /// The largest share of a compartment's gas that the plan carries away.
    pub(super) fn crowd(&self) -> f64 {
        self.scratch.rooms.iter().fold(0.0, |most, room| if room.leaving > most { room.leaving } else { most })
    }

    /// Works out what depends on the state alone.
    fn look(&mut self) {
        let rooms = &self.rooms;
        for (index, (room, &mass)) in self.scratch.rooms.iter_mut().zip(&rooms.mass).enumerate() {
            let kelvin = rooms.temperature[index];
            let gamma = rooms.gamma[index];
            let warmth = GAS_CONSTANT * kelvin;
            let kg = mass.total_kg();
            room.moles = mass.moles();
            room.kelvin = kelvin;
            room.work = gamma * warmth;
            room.fade = 1.0;
            if room.moles > EMPTY_MOL {
                // One division serves 1 / (R T) and 1 / (M R T).
                let per = 1.0 / (kg * room.work);
                room.per_work = kg * per;
                room.draw = (room.moles * (per * gamma)).sqrt();
            } else {
                room.per_work = 1.0 / room.work;
                room.draw = 0.0;
            }
            room.drain = rooms.hole_area[index] * PSI_CHOKED * room.draw;
        }
        if self.any_outside {
            self.look_outside();
        }
        pressure::look(&self.zones, &self.passages, &self.rooms, &mut self.scratch);
    }

    /// Adds the holes that have a pressure outside.
    fn look_outside(&mut self) {
        for index in 0..self.holes.len() {
            let hole = self.holes[index];
            if hole.outside_pa > 0.0 {
                let pull = self.pull(&hole);
                let room = &mut self.scratch.rooms[hole.compartment as usize];
                room.drain += pull * PSI_CHOKED * room.draw;
            }
        }
    }

    /// Works out all amounts that pass in a piece of `seconds`.
    fn plan(&mut self, seconds: f64) {
        self.gather_sources(seconds);
        self.solve(seconds);
        // Where gas cools as it leaves, flows weaken within the piece and walls give more: a second pass with the
        // temperature of its middle keeps the rule second-order. Small leaks, which cool nothing, do without.
        if self.any_energy && self.fade(seconds) {
            self.solve(seconds);
            for room in &mut self.scratch.rooms {
                room.fade = 1.0;
            }
        }
        self.lay_conduits(seconds);
    }

    /// A number that is not finite is a bug, and must not travel into a record.
    fn assert_finite(&self) {
        // One sum finds any of them: infinity and NaN survive every addition.
        let kg = self.rooms.mass.iter().fold(Masses::VACUUM, |all, &mass| all + mass).total_kg();
        let kelvin = self.rooms.temperature.iter().fold(0.0, |all, &kelvin| all + kelvin);
        assert!((kg + kelvin).is_finite(), "the gas holds a number that is not finite");
    }

    /// How strongly a hole draws, m2 of choked area.
    pub(super) fn pull(&self, hole: &super::hole::Hole) -> f64 {
        if hole.outside_pa == 0.0 {
            return hole.cd_area;
        }
        let room = hole.compartment as usize;
        let moles = self.rooms.mass[room].moles();
        let inside = moles * GAS_CONSTANT * self.rooms.temperature[room] * self.rooms.per_volume[room];
        if inside > hole.outside_pa {
            hole.cd_area * super::flow::psi(hole.outside_pa / inside) / PSI_CHOKED
        } else {
            0.0
        }
    }
}

/// Heat capacity ratio by whether energy is kept: what p V gains for each R T that arrives.
pub(super) fn gamma_of(energy: bool) -> f64 {
    if energy { heat::GAMMA } else { 1.0 }
}
