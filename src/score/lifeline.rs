//! Nobody is ever cut off from their own lifeboat: the law that no commander breaks (facts 2.4, Gerst).
//!
//! Counted in person-seconds, from events alone: a person is cut off while no way of open hatches leads from where
//! they are to the cabin of the vehicle in which their seat liner is.

use super::ways::Ways;
use crate::mission::deed::Whereabouts;
use crate::sim::event::Event;
use crate::sim::ids::{PersonId, VehicleId};
use crate::sim::layout::Layout;
use crate::units::Tick;

/// Follows who is cut off.
#[derive(Clone, Debug)]
pub struct Lifeline {
    liner: Vec<Option<VehicleId>>,
    cut_off: u64,
    since: Tick,
    person_s: u64,
    first: Option<Tick>,
}

impl Lifeline {
    /// As the drill begins.
    pub fn new(layout: &Layout, doors: &Whereabouts) -> Self {
        let mut line = Self {
            liner: layout.crew.iter().map(|member| member.vehicle).collect(),
            cut_off: 0,
            since: Tick::ZERO,
            person_s: 0,
            first: None,
        };
        line.cut_off = line.count(layout, doors);
        line
    }

    /// Takes in an event that `doors` has taken in too.
    pub fn observe(&mut self, tick: Tick, event: &Event, layout: &Layout, doors: &Whereabouts) {
        match *event {
            Event::LinerMoved { who, vehicle } => {
                if let Some(liner) = self.liner.get_mut(who.ix()) {
                    *liner = Some(vehicle);
                }
            }
            Event::HatchShut { .. }
            | Event::HatchOpened { .. }
            | Event::Arrived { .. }
            | Event::Died { .. }
            | Event::Undocked { .. } => {}
            _ => return,
        }
        self.until(tick);
        self.cut_off = self.count(layout, doors);
        if self.cut_off > 0 {
            self.first.get_or_insert(tick);
        }
    }

    /// Counts up to this tick.
    pub fn until(&mut self, tick: Tick) {
        self.person_s += self.cut_off * tick.since(self.since);
        self.since = tick;
    }

    /// Person-seconds so far, and when it first happened.
    pub fn reading(&self) -> (f64, Option<Tick>) {
        (self.person_s as f64, self.first)
    }

    /// How many are cut off.
    pub fn cut_off(&self) -> u64 {
        self.cut_off
    }

    fn count(&self, layout: &Layout, doors: &Whereabouts) -> u64 {
        self.would_cut_off(layout, doors, &Ways::now(layout, doors))
    }

    /// How many would be cut off with hatches so.
    pub fn would_cut_off(&self, layout: &Layout, doors: &Whereabouts, ways: &Ways) -> u64 {
        let cut = |(ix, liner): (usize, &Option<VehicleId>)| {
            let (Some(at), Some(vehicle)) = (doors.at(PersonId::at(ix)), *liner) else { return false };
            let Some(cabin) = layout.vehicle(vehicle).cabin() else { return false };
            !doors.docked(vehicle) || !ways.joined(at, cabin)
        };
        self.liner.iter().enumerate().filter(|one| cut(*one)).count() as u64
    }
}
