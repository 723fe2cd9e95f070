//! Where a task is done, and how long the work takes.

use crate::sim::ids::{CompartmentId, HoleId, PersonId, VehicleId};
use crate::sim::item::Item;
use crate::sim::order::Task;
use crate::sim::station::Station;

/// Longest wait for an equalisation valve, s.
pub(super) const EQUALISE_S: u32 = 1800;
/// Time to look closely at a hole, and to photograph it, s (model choices, as all below unless said).
const INSPECT_S: u32 = 180;
const PHOTOGRAPH_S: u32 = 120;
const TAPE_S: u32 = 120;
const PATCH_S: u32 = 600;
/// Mixing and working in two-component sealant: 15 to 20 min (facts 6.2).
const SEALANT_S: u32 = 1080;
const VALVE_S: u32 = 30;
const LIGHT_CANDLE_S: u32 = 120;
const WAKE_S: u32 = 60;
const DON_MASK_S: u32 = 15;
const DON_SUIT_S: u32 = 600;
const LINER_S: u32 = 900;
const ENTER_S: u32 = 120;
const SWITCH_S: u32 = 30;
const FETCH_S: u32 = 15;
const GIVE_S: u32 = 5;
const REPORT_S: u32 = 30;
const SLEEP_S: u32 = 300;
/// A sweep of a place by ear, and a search by eye: a minute, and so many seconds for each cubic metre.
const SWEEP_S: u32 = 60;
const LISTEN_S_M3: f64 = 2.0;
const SEARCH_S_M3: f64 = 4.0;

impl Station {
    /// The hole that the crew knows by this number.
    pub(in crate::sim) fn hole_of(&self, found: crate::sim::ids::FoundId) -> Option<HoleId> {
        self.found.get(found.ix()).copied()
    }

    /// A vehicle's cabin, or its first compartment.
    pub(in crate::sim) fn cabin(&self, vehicle: VehicleId) -> CompartmentId {
        let ship = self.layout.vehicle(vehicle);
        ship.cabin().or(ship.compartments.first().copied()).unwrap_or(CompartmentId(0))
    }

    /// Where a task is done: any of these; empty means where they stand.
    pub(super) fn goals(&self, who: PersonId, task: &Task) -> Vec<CompartmentId> {
        let layout = &self.layout;
        match *task {
            Task::Move(to) => vec![to],
            Task::Close(h) | Task::Open(h) | Task::Equalise(h) | Task::Clear(h) => layout.hatch(h).between.to_vec(),
            Task::Inspect(f)
            | Task::Photograph(f)
            | Task::Finger(f)
            | Task::Tape(f)
            | Task::Sealant(f)
            | Task::Patch(f) => self.hole_of(f).map(|h| self.holes[h.ix()].made.at).into_iter().collect(),
            Task::Valve(tank, _) => vec![layout.tank(tank).compartment],
            Task::Wake(other) | Task::Give(_, other) => vec![self.crew[other.ix()].at],
            Task::Suit => match layout.person(who).vehicle {
                Some(v) => layout.vehicle(v).compartments.clone(),
                None => Vec::new(),
            },
            Task::Liner(v) | Task::Enter(v) | Task::Undock(v) => vec![self.cabin(v)],
            Task::Fetch(item) => self.stowed(item),
            Task::Measure(_)
            | Task::Listen
            | Task::Search
            | Task::LeakCheck(_)
            | Task::Candle
            | Task::Mask(_)
            | Task::Switch(..)
            | Task::Report(_)
            | Task::Sleep => Vec::new(),
        }
    }

    /// Compartments that can still be reached in which an item is stowed.
    fn stowed(&self, item: Item) -> Vec<CompartmentId> {
        (0..self.stock.len()).filter(|&c| self.stock[c].has(item)).map(CompartmentId::at).collect()
    }

    /// Seconds that the work takes once they are there; none if it goes on until stopped.
    pub(super) fn work_s(&self, at: CompartmentId, task: &Task) -> Option<u32> {
        let volume = self.layout.compartment(at).volume.0;
        Some(match *task {
            Task::Move(_) => 0,
            Task::Close(h) => self.layout.hatch(h).closes_s,
            Task::Open(h) => self.layout.hatch(h).opens_s,
            Task::Equalise(_) => EQUALISE_S,
            Task::Clear(h) => self.layout.hatch(h).obstruction.map_or(0, |o| o.clear_s),
            Task::Measure(seconds) => return seconds,
            Task::Listen => SWEEP_S + (volume * LISTEN_S_M3) as u32,
            Task::Search => SWEEP_S + (volume * SEARCH_S_M3) as u32,
            Task::Inspect(_) => INSPECT_S,
            Task::Photograph(_) => PHOTOGRAPH_S,
            Task::Finger(_) => return None,
            Task::Tape(_) => TAPE_S,
            Task::Sealant(_) => SEALANT_S,
            Task::Patch(_) => PATCH_S,
            Task::LeakCheck(seconds) => seconds,
            Task::Valve(..) => VALVE_S,
            Task::Candle => LIGHT_CANDLE_S,
            Task::Wake(_) => WAKE_S,
            Task::Mask(_) => DON_MASK_S,
            Task::Suit => DON_SUIT_S,
            Task::Liner(_) => LINER_S,
            Task::Enter(_) => ENTER_S,
            Task::Undock(v) => self.layout.vehicle(v).undocks_s,
            Task::Switch(..) => SWITCH_S,
            Task::Fetch(_) => FETCH_S,
            Task::Give(..) => GIVE_S,
            Task::Report(_) => REPORT_S,
            Task::Sleep => SLEEP_S,
        })
    }
}
