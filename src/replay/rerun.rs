//! A record's orders given again, tick by tick, to a fresh drill.

use super::record::Record;
use crate::drill::{Drill, Log};
use crate::sim::order::Order;
use crate::units::Tick;
use std::sync::Arc;

/// A drill that is given the orders of a record as their ticks come.
#[derive(Clone, Debug)]
pub struct Rerun {
    /// The drill.
    pub drill: Drill,
    orders: Arc<Vec<(Tick, Order)>>,
    next: usize,
}

impl Rerun {
    /// At the first moment.
    pub fn new(record: &Record) -> Self {
        let drill = Drill::new(record.mission.clone(), record.header.seed).with_exam(record.header.exam);
        Self { drill, orders: Arc::new(record.orders().collect()), next: 0 }
    }

    /// One tick, with the orders that the record has in it.
    pub fn tick(&mut self, log: &mut Log) {
        let tick = self.drill.now() + 1;
        while let Some((_, order)) = self.orders.get(self.next).filter(|(at, _)| *at <= tick) {
            self.drill.submit(*order);
            self.next += 1;
        }
        self.drill.tick(log);
    }

    /// Ticks up to `tick`, or to the drill's end.
    pub fn run_to(&mut self, tick: Tick, log: &mut Log) {
        while self.drill.now() < tick && self.drill.outcome().is_none() {
            self.tick(log);
        }
    }
}
