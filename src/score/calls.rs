//! Calls to the ground: which were due and never made.
//!
//! Due is what happened: the muster once an emergency sounded, the leak once a hole was found or a part of the
//! station declared shut off, the repair once one was made, the status once the crew declared. Pressure reports are
//! a habit of missions, which ask for them with conditions of their own. A report without the facts that it stands on
//! is no report.

use crate::sim::alarm::AlarmClass;
use crate::sim::event::Event;
use crate::sim::order::{Claim, Topic};

/// Due and made, by topic: muster, leak, repair, status.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calls {
    due: [bool; 4],
    made: [bool; 4],
}

impl Calls {
    /// Takes in an event.
    pub fn observe(&mut self, event: &Event) {
        match *event {
            Event::Alarm { kind, .. } if kind.class() == AlarmClass::Emergency => self.due[0] = true,
            Event::HoleFound { .. } => self.due[1] = true,
            Event::Declared { claim, .. } => {
                self.due[1] |= claim == Claim::Isolated;
                self.due[3] = true;
            }
            Event::Taped { .. } | Event::Coated { .. } | Event::Patched { .. } => self.due[2] = true,
            Event::Reported { topic, founded: true, .. } => match topic {
                Topic::Muster => self.made[0] = true,
                Topic::Leak => self.made[1] = true,
                Topic::Repair => self.made[2] = true,
                Topic::Status => self.made[3] = true,
                Topic::Pressure => {}
            },
            _ => {}
        }
    }

    /// How many of those due were not made.
    pub fn missing(&self) -> f64 {
        self.due.iter().zip(&self.made).filter(|(due, made)| **due && !**made).count() as f64
    }
}
