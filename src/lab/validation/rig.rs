//! A test stand: a station of the very rules that play, built to measure one thing.

use super::cabin::CABIN_K;
use crate::mission;
use crate::sim::Station;
use crate::sim::console::{Condition, Console, Viewpoint};
use crate::sim::event::Event;
use crate::sim::gas::Masses;
use crate::sim::hole::Made;
use crate::sim::ids::{CompartmentId, FoundId, HatchId, PersonId};
use crate::sim::item::Item;
use crate::sim::layout::Layout;
use crate::sim::order::{Act, Order, Task};
use crate::units::{CubicMetres, Kelvin, MMHG_PA, Pascals, SquareMetres};
use std::sync::Arc;

/// The first place of the trainer, where whoever is measured stands.
pub const LAB: CompartmentId = CompartmentId(0);
/// The hatch between it and the next.
pub const DOOR: HatchId = HatchId(0);
/// Whoever is measured.
pub const ONE: PersonId = PersonId(0);

/// A station that ships.
pub fn shipped(name: &str) -> Layout {
    let text = mission::library::station(name).expect("a station that ships").text;
    mission::load_station(text).expect("what ships loads: tests hold it")
}

/// The trainer, its machines off and its air as asked: partial pressures of O2, N2, CO2 and H2O in mmHg, and the volume
/// of each of its three places in m3.
pub fn quiet(partial_mmhg: [f64; 4], volume_m3: f64) -> Layout {
    let mut layout = shipped("trainer");
    layout.equipment.iter_mut().for_each(|machine| machine.on = false);
    for place in &mut layout.compartments {
        place.volume = CubicMetres(volume_m3);
        place.temperature = Kelvin(CABIN_K);
        let total: f64 = partial_mmhg.iter().sum();
        let fractions = partial_mmhg.map(|p| if total > 0.0 { p / total } else { 0.0 });
        place.air = Masses::from_pressure(Pascals::from_mmhg(total), place.temperature, place.volume, fractions);
    }
    layout.crew[0].carries = Item::ALL.to_vec();
    layout
}

/// Cabin air of this total pressure with 21 % oxygen.
pub fn thin_air(total_mmhg: f64) -> [f64; 4] {
    [0.21 * total_mmhg, 0.79 * total_mmhg, 0.0, 0.0]
}

/// The trainer as asked, its first place shut off from the others.
pub fn shut_off(mut layout: Layout) -> Layout {
    layout.hatches.iter_mut().for_each(|hatch| hatch.open = false);
    layout
}

/// A station being measured.
pub struct Rig {
    /// The station.
    pub station: Station,
    /// What has been told since somebody last looked.
    pub events: Vec<Event>,
}

impl Rig {
    /// A station of this layout, with the luck of this seed.
    pub fn new(layout: Layout, seed: u64) -> Self {
        Self { station: Station::new(Arc::new(layout), seed, 0.05), events: Vec::new() }
    }

    /// Gives the one who is measured a task.
    pub fn order(&mut self, task: Task) {
        self.act(Act::Task { who: ONE, task });
    }

    /// Gives an order.
    pub fn act(&mut self, act: Act) {
        self.station.obey(&Order::trainee(act), &mut self.events);
    }

    /// Lets so many seconds pass.
    pub fn pass(&mut self, seconds: u32) {
        for _ in 0..seconds {
            self.events.clear();
            self.station.step(&mut self.events);
        }
    }

    /// Seconds until this is told; none if it is not within `most`.
    pub fn until(&mut self, most: u32, told: impl Fn(&Event) -> bool) -> Option<u32> {
        for second in 0..=most {
            if self.events.iter().any(&told) {
                return Some(second);
            }
            self.events.clear();
            if second < most {
                self.station.step(&mut self.events);
            }
        }
        None
    }

    /// Seconds that a task takes from order to end, or to its failure.
    pub fn takes_s(&mut self, task: Task) -> Option<u32> {
        self.events.clear();
        self.order(task);
        self.until(200_000, |event| matches!(event, Event::Finished { who: ONE, .. }))
    }

    /// Opens a hole where the one who is measured stands.
    pub fn hole(&mut self, cd_area_mm2: f64, findable: f64) {
        let cd_area = SquareMetres::from_mm2(cd_area_mm2);
        let made = Made { at: LAB, cd_area, looks_mm: 20.0, crack: false, from_outside: true, blind: false, findable };
        self.station.open_hole(made, &mut self.events);
    }

    /// Searches by eye until the hole is found.
    pub fn find(&mut self) -> FoundId {
        let found = |rig: &Self| !rig.console().holes.is_empty();
        for _ in 0..50 {
            if found(self) {
                break;
            }
            self.takes_s(Task::Search);
        }
        FoundId(0)
    }

    /// What the crew knows.
    pub fn console(&self) -> Console {
        self.station.console(Viewpoint::Crew, true)
    }

    /// How the one who is measured does.
    pub fn condition(&self) -> Condition {
        self.console().crew[0].condition
    }

    /// Share of the hole's own area that is open now.
    pub fn open_share(&self) -> f64 {
        let hole = &self.station.holes()[0];
        hole.cd_area(self.station.now()).0 / hole.made.cd_area.0
    }

    /// Partial pressure of a gas (O2, N2, CO2, H2O) where the one who is measured stands, mmHg.
    pub fn partial_mmhg(&self, gas: usize) -> f64 {
        let species = crate::sim::gas::Species::ALL[gas];
        self.station.air().partial(u32::from(LAB.0), species).0 / MMHG_PA
    }
}
