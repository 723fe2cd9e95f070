//! A door: where it stands, what holds it, and how hard the air presses on it.

use super::digest::Digester;
use super::ids::{CompartmentId, PersonId};
use super::layout::{Hatch, HatchKind};
use crate::units::Tick;

/// Difference against which one person can still move a Russian or docking hatch, mmHg. A model choice within 3 to 5:
/// 1 mmHg on 0.8 m is 67 N.
pub const RUSSIAN_LIMIT_MMHG: f64 = 4.0;

/// The same for the US common hatch, 1.27 m square: 211 N for 1 mmHg (a model choice within 1 to 2).
pub const US_LIMIT_MMHG: f64 = 1.5;

/// Equal, as far as a hand on the door can tell, mmHg.
pub const EQUAL_MMHG: f64 = 0.5;

/// Flow through the ring against which a door cannot be pushed to, kg/s: about that of a 100 mm hole.
pub const FLOW_LIMIT_KG_S: f64 = 1.5;

/// How a door stands in a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Door {
    /// 0 shut to 1 open.
    pub position: f64,
    /// Change of position a second while somebody moves it.
    pub speed: f64,
    /// Since when it stands so.
    pub since: Tick,
    /// Equalisation valve open.
    pub valve_open: bool,
    /// Something lies through it.
    pub obstructed: bool,
    /// Jammed, by the script.
    pub jammed: bool,
    /// Somebody has felt that it is jammed.
    pub known_jammed: bool,
    /// Who works on it.
    pub worked_by: Option<PersonId>,
    /// What its flow sensors feel.
    pub flow_into: Option<CompartmentId>,
    /// Difference across it when the hands that open it began, mmHg.
    pub against_mmhg: f64,
    /// Its vehicle has left, or the compartments beyond have.
    pub gone: bool,
}

impl Door {
    /// As the layout has it.
    pub fn new(hatch: &Hatch) -> Self {
        let open = hatch.open || hatch.kind == HatchKind::Open;
        Self {
            position: if open { 1.0 } else { 0.0 },
            speed: 0.0,
            since: Tick::ZERO,
            valve_open: false,
            obstructed: open && hatch.obstruction.is_some(),
            jammed: false,
            known_jammed: false,
            worked_by: None,
            flow_into: None,
            against_mmhg: 0.0,
            gone: false,
        }
    }

    /// A person can float through.
    pub fn passable(&self) -> bool {
        self.position >= 1.0 && !self.gone
    }

    /// Quite shut.
    pub fn shut(&self) -> bool {
        self.position <= 0.0
    }

    /// Adds its state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        let ajar = self.position > 0.0 && self.position < 1.0;
        d.tick(self.since);
        let flags = [self.valve_open, self.obstructed, self.jammed, self.known_jammed, self.gone, self.shut(), ajar];
        d.u8(flags.iter().fold(0, |bits, &flag| bits << 1 | u8::from(flag)));
        d.u16(self.worked_by.map_or(u16::MAX, |p| p.0));
        d.u16(self.flow_into.map_or(u16::MAX, |c| c.0));
        if ajar {
            d.f64(self.position);
        }
        d.rare(self.speed);
        d.rare(self.against_mmhg);
    }
}

/// Largest difference against which somebody at `side` can open the door, mmHg, when the pressure beyond is higher
/// (`beyond_higher`) or lower. A door that swings towards the lower pressure is helped by it, which is worth a factor
/// of three before it becomes dangerous; one that swings towards the higher pressure is pressed into its seat.
pub fn opening_limit_mmhg(hatch: &Hatch, side: CompartmentId, beyond_higher: bool) -> f64 {
    let base = match hatch.kind {
        HatchKind::Us => US_LIMIT_MMHG,
        HatchKind::Open => f64::INFINITY,
        HatchKind::Russian | HatchKind::Docking | HatchKind::Internal => RUSSIAN_LIMIT_MMHG,
    };
    let swings_here = match hatch.swings_into {
        None => return base,
        Some(into) => into == side,
    };
    if swings_here == beyond_higher { base * 3.0 } else { base }
}
