//! Patch discipline: throttle before sealant, no coat upon a wet coat, nothing declared while the last coat is wet.
//!
//! Epoxy blown through by streaming air cures into a channel; a second coat on a wet first one lifts it; a leak check
//! on uncured sealant proves nothing (facts 6.2). Each breach counts once; a coat upon a wet one is refused since
//! revision 3, and only older records tell of any.

use crate::sim::event::Event;
use crate::sim::ids::FoundId;
use crate::sim::order::Claim;
use crate::units::Tick;

/// Counts breaches.
#[derive(Clone, Debug, Default)]
pub struct Patching {
    /// Whether the last coat on each found hole is wet.
    wet: Vec<bool>,
    faults: u32,
    first: Option<Tick>,
    worked: bool,
}

impl Patching {
    /// Takes in an event.
    pub fn observe(&mut self, tick: Tick, event: &Event) {
        match *event {
            Event::Taped { .. } | Event::Patched { .. } => self.worked = true,
            Event::Coated { found, throttled, wet, .. } => {
                self.worked = true;
                *self.wet(found) = true;
                self.fault(tick, u32::from(!throttled) + u32::from(wet));
            }
            Event::CoatTacky { found } => *self.wet(found) = false,
            Event::Declared { claim: Claim::Held, .. } => {
                let wet = self.wet.contains(&true);
                self.fault(tick, u32::from(wet));
            }
            _ => {}
        }
    }

    fn wet(&mut self, found: FoundId) -> &mut bool {
        if found.ix() >= self.wet.len() {
            self.wet.resize(found.ix() + 1, false);
        }
        &mut self.wet[found.ix()]
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
