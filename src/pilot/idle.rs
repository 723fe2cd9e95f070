//! The crew that does nothing: whatever it wins was not worth winning.

use super::Pilot;
use crate::sim::console::Console;
use crate::sim::event::Event;
use crate::sim::layout::Layout;
use crate::sim::order::Order;
use crate::units::Tick;

/// Does nothing.
#[derive(Clone, Copy, Debug)]
pub struct Idle;

impl Pilot for Idle {
    fn act(&mut self, _layout: &Layout, _console: &Console, _news: &[(Tick, Event)]) -> Vec<Order> {
        Vec::new()
    }

    fn every(&self) -> u64 {
        u64::MAX
    }
}
