//! Where the moments of a replay come from.

use crate::debrief::finds;
use crate::drill::outcome::TrueHole;
use crate::drill::{Entry, Truth};
use crate::replay::{Player, Record, evidence};
use crate::sim::console::{Console, Viewpoint};
use crate::sim::event::Event;
use crate::tui::history::{SPAN_S, values};
use crate::tui::past;
use crate::units::{Pascals, Tick};
use std::sync::Arc;

/// The trend of a drill as short as its chart has a point so often, as live; longer ones make do with the samples.
const FINE_TICKS: u64 = 10;

/// A trend: what the sensors showed at moments.
pub type Points = Vec<(Tick, Vec<f32>)>;

/// The moments of a record.
#[derive(Debug)]
pub enum Source {
    /// Flown again from its orders.
    Flown {
        /// The flight.
        player: Box<Player>,
        /// The fine trend, as far as it is flown.
        fine: Points,
    },
    /// As its lines tell, by rules that this program does not play.
    Told {
        /// The moment shown.
        now: Tick,
    },
}

/// What was true at a moment: never of a drill that is not over.
#[derive(Clone, Debug, PartialEq)]
pub struct Unveiled {
    /// True pressure by compartment, mmHg.
    pub mmhg: Vec<f64>,
    /// Air that left through holes, kg.
    pub leaked_kg: f64,
    /// True reserve time of the crew's air, s.
    pub reserve_s: Option<f64>,
    /// Every hole.
    pub holes: Vec<TrueHole>,
}

impl Source {
    /// Of a record, at its first moment.
    pub fn of(record: &Arc<Record>) -> Self {
        if !record.same_rules() {
            return Source::Told { now: Tick::ZERO };
        }
        let player = Box::new(Player::new(record.clone()));
        let fine = vec![(Tick::ZERO, values(&player.front().console(Viewpoint::Crew)))];
        Source::Flown { player, fine }
    }

    /// The moment shown.
    pub fn now(&self) -> Tick {
        match self {
            Source::Flown { player, .. } => player.now(),
            Source::Told { now } => *now,
        }
    }

    /// Up to where moments can be shown.
    pub fn ready(&self, record: &Record) -> Tick {
        match self {
            Source::Flown { player, .. } => player.ready_until().min(record.last),
            Source::Told { .. } => record.last,
        }
    }

    /// Whether every moment can be shown.
    pub fn prepared(&self) -> bool {
        match self {
            Source::Flown { player, .. } => player.prepared(),
            Source::Told { .. } => true,
        }
    }

    /// The first tick that is known to say something else than follows from the orders.
    pub fn differs(&self) -> Option<Tick> {
        match self {
            Source::Flown { player, .. } => player.differs(),
            Source::Told { .. } => None,
        }
    }

    /// Flies some way ahead.
    pub fn prepare(&mut self, ticks: u64) {
        let Source::Flown { player, fine } = self else { return };
        if player.last().0 > SPAN_S {
            player.prepare(ticks);
            return;
        }
        for _ in 0..ticks / FINE_TICKS {
            if player.prepared() {
                return;
            }
            player.prepare(FINE_TICKS);
            fine.push((player.ready_until(), values(&player.front().console(Viewpoint::Crew))));
        }
    }

    /// Goes to a moment, or as far as is ready.
    pub fn seek(&mut self, record: &Record, tick: Tick) {
        match self {
            Source::Flown { player, .. } => {
                player.seek(tick);
            }
            Source::Told { now } => *now = tick.min(record.last),
        }
    }

    /// What could be known.
    pub fn console(&self, record: &Record) -> Console {
        match self {
            Source::Flown { player, .. } => player.drill().console(Viewpoint::Crew),
            Source::Told { now } => evidence::console(record, *now),
        }
    }

    /// Hints and steps of the card: other rules leave none.
    pub fn advice(&self) -> (Vec<u16>, Vec<bool>) {
        match self {
            Source::Flown { player, .. } => (player.drill().hints(), player.drill().card()),
            Source::Told { .. } => (Vec::new(), Vec::new()),
        }
    }

    /// The trend so far.
    pub fn points<'a>(&'a self, entries: &'a [(Tick, Entry)]) -> Box<dyn Iterator<Item = (Tick, Vec<f32>)> + 'a> {
        match self {
            Source::Flown { player, fine } if player.last().0 <= SPAN_S => Box::new(fine.iter().cloned()),
            Source::Flown { fine, .. } => Box::new(fine.iter().cloned().chain(past::points(entries))),
            Source::Told { .. } => Box::new(past::points(entries)),
        }
    }

    /// What was true.
    pub fn unveiled(&self, record: &Record) -> Unveiled {
        match self {
            Source::Flown { player, .. } => Unveiled::of(&player.drill().truth()),
            Source::Told { now } => Unveiled::told(record, *now),
        }
    }
}

impl Unveiled {
    fn of(truth: &Truth) -> Self {
        Self {
            mmhg: truth.air.iter().map(|air| Pascals(air.pressure_pa).mmhg()).collect(),
            leaked_kg: truth.leaked_kg,
            reserve_s: truth.reserve_s,
            holes: truth.holes.clone(),
        }
    }

    /// As the record's own lines tell.
    fn told(record: &Record, now: Tick) -> Self {
        let sample = evidence::sample(record, now).map(|(_, sample)| sample);
        let mut holes: Vec<TrueHole> = Vec::new();
        let finds = finds::told(record);
        for (_, event) in record.log.events().take_while(|(tick, _)| *tick <= now) {
            match *event {
                Event::HoleOpened { at, cd_area_mm2, .. } => {
                    holes.push(TrueHole { at, made_mm2: cd_area_mm2, open_mm2: cd_area_mm2, found: None });
                }
                Event::HoleChanged { hole, cd_area_mm2 } => {
                    if let Some(hole) = holes.get_mut(hole.ix()) {
                        hole.open_mm2 = cd_area_mm2;
                    }
                }
                Event::HoleFound { found, .. } => {
                    let which = finds.iter().find(|(number, _)| *number == found);
                    if let Some(hole) = which.and_then(|(_, ix)| holes.get_mut(*ix)) {
                        hole.found = Some(found);
                    }
                }
                _ => {}
            }
        }
        Self {
            mmhg: sample.map(|s| s.air.iter().map(|air| air.p).collect()).unwrap_or_default(),
            leaked_kg: sample.map_or(0.0, |s| s.leaked_kg),
            reserve_s: sample.and_then(|s| s.reserve_s),
            holes,
        }
    }
}
