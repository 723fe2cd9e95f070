//! Patch discipline: throttle before sealant, no coat upon a wet coat, nothing declared while the last coat is wet.
//!
//! Epoxy blown through by streaming air cures into a channel; a second coat on a wet first one lifts it; a leak check
//! on uncured sealant proves nothing (facts 6.2). Each breach counts once.

use crate::sim::event::Event;
use crate::sim::ids::FoundId;
use crate::sim::order::Claim;
use crate::units::Tick;

/// What is on a found hole.
#[derive(Clone, Copy, Debug, Default)]
struct Work {
    finger: bool,
    taped: bool,
    wet: bool,
}

/// Counts breaches.
#[derive(Clone, Debug, Default)]
pub struct Patching {
    holes: Vec<Work>,
    faults: u32,
    first: Option<Tick>,
    worked: bool,
}

impl Patching {
    /// Takes in an event.
    pub fn observe(&mut self, tick: Tick, event: &Event) {
        match *event {
            Event::FingerOn { found, on, .. } => self.hole(found).finger = on,
            Event::Taped { found, .. } | Event::Patched { found, .. } => {
                self.worked = true;
                self.hole(found).taped = true;
            }
            Event::Coated { found, .. } => {
                self.worked = true;
                let work = *self.hole(found);
                let faults = u32::from(!work.finger && !work.taped) + u32::from(work.wet);
                self.hole(found).wet = true;
                self.fault(tick, faults);
            }
            Event::CoatTacky { found } => self.hole(found).wet = false,
            Event::Declared { claim: Claim::Held, .. } => {
                let wet = self.holes.iter().any(|work| work.wet);
                self.fault(tick, u32::from(wet));
            }
            _ => {}
        }
    }

    fn hole(&mut self, found: FoundId) -> &mut Work {
        if found.ix() >= self.holes.len() {
            self.holes.resize(found.ix() + 1, Work::default());
        }
        &mut self.holes[found.ix()]
    }

    fn fault(&mut self, tick: Tick, faults: u32) {
        self.faults += faults;
        if faults > 0 {
            self.first.get_or_insert(tick);
        }
    }

    /// Breaches so far and when the first was; nothing to measure where nobody patched.
    pub fn reading(&self) -> Option<(f64, Option<Tick>)> {
        self.worked.then_some((f64::from(self.faults), self.first))
    }
}
