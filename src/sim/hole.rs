//! A hole or crack in the hull, and what the crew has put on it. Its effective area, discharge coefficient inside,
//! is what was made, times how far it has grown, times the best of what lies on it.
//!
//! Stages and numbers: facts 6.2 (Kapton slows and creeps; two-component sealant on cloth is tacky after two hours,
//! checked at twelve, done at twenty-four, faster in the warm; a blister may form). Where no figure is published the
//! constant says that it is a model choice.

use super::digest::Digester;
use super::ids::{CompartmentId, FoundId, PersonId};
use super::rng::{Luck, Stream};
use crate::units::{SquareMetres, Tick};

/// Largest hole that a finger closes without harm, mm (facts 6.2: tissue injury above 8 to 10 mm).
pub const FINGER_LIMIT_MM: f64 = 10.0;
/// What a finger still lets through.
const FINGER_RESIDUAL: f64 = 0.02;
/// Largest hole on which tape lasts, mm (facts 6.2).
pub const TAPE_LIMIT_MM: f64 = 5.0;
/// Largest hole that a rubber-and-foil patch spans, mm (model choice; the external kit reaches 102 mm).
pub const PATCH_LIMIT_MM: f64 = 40.0;
/// Largest effective hole into which sealant can be worked without being blown out, mm (model choice).
const SEALANT_LIMIT_MM: f64 = 3.0;
/// Seconds at 22 °C until a coat is tacky.
pub const TACK_S: f64 = 7200.0;
/// Seconds at 22 °C until it can be relied on.
pub const CURED_S: f64 = 43_200.0;
/// Coats that help.
pub const COATS: u8 = 3;
/// Discharge coefficient of a drilled or struck hole, by which an effective area is shown as a diameter.
const CD: f64 = 0.8;

/// How a hole came to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// Where.
    pub at: CompartmentId,
    /// Effective area as made.
    pub cd_area: SquareMetres,
    /// How large it looks, mm; a crack: its length.
    pub looks_mm: f64,
    /// A crack.
    pub crack: bool,
    /// Struck from outside, else made from inside.
    pub from_outside: bool,
    /// It does not go through.
    pub blind: bool,
    /// 1 in plain sight, less behind racks.
    pub findable: f64,
}

/// A piece of tape or a patch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Since when.
    pub since: Tick,
    /// Share let through when put on.
    pub residual: f64,
    /// More of it each hour.
    pub creep_per_h: f64,
    /// When it comes off.
    pub fails: Option<Tick>,
}

impl Cover {
    fn lets_through(&self, now: Tick) -> f64 {
        if self.fails.is_some_and(|fails| now >= fails) {
            return 1.0;
        }
        (self.residual + self.creep_per_h * now.since(self.since) as f64 / 3600.0).min(1.0)
    }
}

/// The coats of sealant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coats {
    /// How many.
    pub count: u8,
    /// When the last was put on.
    pub last: Tick,
    /// Seconds at 22 °C for which the last has cured.
    pub cured_s: f64,
    /// Share let through by all coats below the last.
    pub below: f64,
    /// Share of that let through by the last, once tacky.
    pub residual: f64,
    /// A blister lifts the last coat.
    pub blister: bool,
    /// Somebody saw it.
    pub blister_seen: bool,
}

impl Coats {
    /// Tacky: may be checked and coated again.
    pub fn tacky(&self) -> bool {
        self.cured_s >= TACK_S
    }

    /// Wet sealant halves the flow; from tacky to cured its own residual falls to a fifth; a blister lets a third by.
    fn lets_through(&self) -> f64 {
        if !self.tacky() {
            return self.below * 0.5;
        }
        let curing = ((self.cured_s - TACK_S) / (CURED_S - TACK_S)).clamp(0.0, 1.0);
        let residual = self.residual * (1.0 - 0.8 * curing);
        self.below * if self.blister { residual.max(0.35) } else { residual }
    }
}

/// A hole in a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Hole {
    /// As made.
    pub made: Made,
    /// Its number among the found, once found.
    pub found: Option<FoundId>,
    /// Grown (or shrunk) to so many times its made area.
    pub grown: f64,
    /// Still growing to this, by so much a second.
    pub growing: Option<(f64, f64)>,
    /// A finger.
    pub finger: Option<PersonId>,
    /// Tape.
    pub tape: Option<Cover>,
    /// A patch.
    pub patch: Option<Cover>,
    /// Sealant.
    pub coats: Option<Coats>,
    /// Whoever works on it.
    pub worked_by: Option<PersonId>,
    /// Somebody looked closely.
    pub inspected: bool,
    /// Pictures were taken.
    pub photographed: bool,
    /// Attempts at repair so far, by which luck is keyed.
    pub attempts: u32,
}

impl Hole {
    /// Fresh.
    pub fn new(made: Made) -> Self {
        Self {
            made,
            found: None,
            grown: 1.0,
            growing: None,
            finger: None,
            tape: None,
            patch: None,
            coats: None,
            worked_by: None,
            inspected: false,
            photographed: false,
            attempts: 0,
        }
    }

    /// Share that gets past what lies on it.
    fn lets_through(&self, now: Tick) -> f64 {
        let cover = |c: &Option<Cover>| c.map_or(1.0, |c| c.lets_through(now));
        let cloth = self.coats.map_or(1.0, |c| c.lets_through());
        let finger = if self.finger.is_some() { FINGER_RESIDUAL } else { 1.0 };
        finger.min(cover(&self.tape).min(cover(&self.patch)) * cloth)
    }

    /// Effective area now.
    pub fn cd_area(&self, now: Tick) -> SquareMetres {
        if self.made.blind { SquareMetres::ZERO } else { self.made.cd_area * (self.grown * self.lets_through(now)) }
    }

    /// Diameter of a round hole with the area that is open under what lies on it, mm.
    pub fn open_mm(&self) -> f64 {
        diameter_mm(self.made.cd_area * self.grown)
    }

    /// Moves growth on by `seconds`.
    pub fn grow(&mut self, seconds: f64) {
        if let Some((target, per_s)) = self.growing {
            let next = self.grown + per_s * seconds;
            let there = if per_s >= 0.0 { next >= target } else { next <= target };
            self.grown = if there { target } else { next };
            if there {
                self.growing = None;
            }
        }
    }

    /// Moves cure on by `seconds`, in air of `celsius`: its rate doubles with each 10 K.
    pub fn cure(&mut self, seconds: f64, celsius: f64) {
        if let Some(coats) = &mut self.coats {
            coats.cured_s += seconds * libm::exp2((celsius - 22.0) / 10.0);
        }
    }

    /// Whether its area grows or shrinks without anybody's doing.
    pub fn grows(&self) -> bool {
        self.growing.is_some()
    }

    /// Whether something lies on it that creeps or cures.
    pub fn covered(&self) -> bool {
        self.tape.is_some() || self.patch.is_some() || self.coats.is_some()
    }

    /// Puts tape on.
    pub fn put_tape(&mut self, now: Tick, luck: Luck, number: u32) {
        self.attempts += 1;
        let mut draw = luck.draw(Stream::Tape, number, u64::from(self.attempts));
        let residual = if self.made.crack { draw.range(0.5, 0.9) } else { draw.range(0.10, 0.40) };
        let creep_per_h = draw.range(0.01, 0.03);
        let fails = (self.open_mm() > TAPE_LIMIT_MM).then(|| now + 600 + draw.below(3000));
        self.tape = Some(Cover { since: now, residual, creep_per_h, fails });
    }

    /// Puts a patch on.
    pub fn put_patch(&mut self, now: Tick, luck: Luck, number: u32) {
        self.attempts += 1;
        let mut draw = luck.draw(Stream::Patch, number, u64::from(self.attempts));
        let residual = if self.made.crack { draw.range(0.2, 0.5) } else { draw.range(0.01, 0.05) };
        let creep_per_h = draw.range(0.0005, 0.002);
        let fails = (self.open_mm() > PATCH_LIMIT_MM).then(|| now + 30 + draw.below(120));
        self.patch = Some(Cover { since: now, residual, creep_per_h, fails });
    }

    /// Whether what streams through is throttled enough for sealant to stay.
    pub fn throttled(&self, now: Tick) -> bool {
        diameter_mm(self.cd_area(now)) <= SEALANT_LIMIT_MM && (self.tape.is_some() || self.patch.is_some())
    }

    /// Works a coat of sealant in.
    pub fn put_coat(&mut self, now: Tick, luck: Luck, number: u32) {
        self.attempts += 1;
        let throttled = self.throttled(now);
        let blown_out = diameter_mm(self.cd_area(now)) > SEALANT_LIMIT_MM;
        let mut draw = luck.draw(Stream::Sealant, number, u64::from(self.attempts));
        let base = draw.range(0.03, 0.10) * if self.made.crack { 4.0 } else { 1.0 };
        let residual = if blown_out { draw.range(0.6, 0.9) } else { base };
        let chance = if throttled { 0.12 } else { 0.6 } / f64::from(1 + self.coats.map_or(0, |c| c.count));
        let blister = draw.chance(chance);
        let (count, below) = match &self.coats {
            Some(coats) => (coats.count, coats.lets_through()),
            None => (0, 1.0),
        };
        self.coats =
            Some(Coats { count: count + 1, last: now, cured_s: 0.0, below, residual, blister, blister_seen: false });
    }

    /// Everything on it comes off.
    pub fn reopen(&mut self) {
        self.tape = None;
        self.patch = None;
        self.coats = None;
    }

    /// Adds its state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        d.u32(u32::from(self.made.at.0));
        d.f64(self.made.cd_area.0);
        d.f64(self.grown);
        let (target, per_s) = self.growing.unwrap_or_default();
        d.f64(target);
        d.f64(per_s);
        d.u32(self.found.map_or(u32::MAX, |f| u32::from(f.0)));
        d.u32(self.finger.map_or(u32::MAX, |p| u32::from(p.0)));
        d.u32(self.worked_by.map_or(u32::MAX, |p| u32::from(p.0)));
        d.u32(self.attempts);
        for cover in [&self.tape, &self.patch].into_iter().flatten() {
            d.tick(cover.since);
            d.f64(cover.residual);
            d.f64(cover.creep_per_h);
            d.u64(cover.fails.map_or(u64::MAX, |t| t.0));
        }
        if let Some(coats) = &self.coats {
            d.u8(coats.count);
            d.tick(coats.last);
            d.f64(coats.cured_s);
            d.f64(coats.below);
            d.f64(coats.residual);
            d.u8(u8::from(coats.blister) << 1 | u8::from(coats.blister_seen));
        }
        d.u8(u8::from(self.inspected) << 1 | u8::from(self.photographed));
    }
}

/// Diameter of a round hole with this effective area at a discharge coefficient of 0.8, mm.
pub fn diameter_mm(cd_area: SquareMetres) -> f64 {
    (4.0 * cd_area.0 / (CD * std::f64::consts::PI)).sqrt() * 1e3
}
