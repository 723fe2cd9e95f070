//! Whole drills: crews at work, instruments, script, log and marks.

use leakdrill::drill::{Drill, Log, grammar};
use leakdrill::mission::{self, Mission, library};
use leakdrill::replay::{self, Header};
use leakdrill::sim::order::Order;
use leakdrill::units::Tick;
use std::sync::Arc;

/// Orders and their ticks, soonest first.
pub type Orders = Vec<(Tick, Order)>;

/// A mission that ships.
pub fn shipped(name: &str) -> Arc<Mission> {
    let text = library::find(name).expect("a mission that ships").text;
    Arc::new(mission::load(name, text, None).expect("a mission that loads"))
}

/// The orders of a file.
pub fn orders(mission: &Mission, text: &str) -> Orders {
    let mut at = Tick(1);
    let lines = text.lines().filter_map(|line| grammar::parse(line, &mission.layout).expect("a line that reads"));
    lines
        .map(|line| {
            at = line.at.unwrap_or(at);
            (at, Order::trainee(line.act))
        })
        .collect()
}

/// A drill with its orders, flown again and again.
pub struct Crew {
    mission: Arc<Mission>,
    orders: Orders,
    drill: Drill,
    log: Log,
    next: usize,
}

impl Crew {
    /// A crew before its first tick.
    pub fn new(mission: Arc<Mission>, orders: Orders) -> Self {
        let drill = Drill::new(mission.clone(), 1);
        Self { mission, orders, drill, log: Log::new(), next: 0 }
    }

    /// One tick; after the last, the drill begins again.
    pub fn tick(&mut self) {
        if self.drill.outcome().is_some() {
            *self = Self::new(self.mission.clone(), std::mem::take(&mut self.orders));
        }
        while let Some((at, order)) = self.orders.get(self.next)
            && *at <= self.drill.now() + 1
        {
            self.drill.submit(*order);
            self.next += 1;
        }
        self.drill.tick(&mut self.log);
    }

    /// The record of a drill flown to its end, and its ticks.
    pub fn record(mut self) -> (Vec<u8>, u64) {
        while self.drill.outcome().is_none() {
            self.tick();
        }
        let now = self.drill.now();
        let header = Header::new(&self.mission, 1);
        let bytes = replay::recorder::write(&header, &self.mission.layout, &self.log, now, None);
        (bytes.expect("memory takes a record"), now.0)
    }
}
