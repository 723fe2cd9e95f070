//! Scripted crews: expert, novice, idle. They see the console alone, and give the orders that a person could.
//!
//! A [`Pilot`] is handed what the crew can see (a [`Console`], and visible events) and answers with orders; the
//! [`Seat`] puts one before a drill and plays. They certify that a mission can be won and that silence loses it, show
//! in a debrief what a textbook crew would have done from some moment on, and fly sweeps. A pilot starts from console
//! history and from nothing else, so that it can take over at any moment. It may know `belief`, the drill's console
//! and log, and orders; never the truth of a station, and it draws no luck but its own stream.
//!
//! Start at [`expert`], which is the procedure of facts 2.4 in the order of its files; then [`seat`].

pub mod expert;
pub mod hands;
pub mod idle;
pub mod novice;
pub mod seat;

pub use seat::{Seat, fly};

use crate::sim::console::Console;
use crate::sim::event::Event;
use crate::sim::layout::Layout;
use crate::sim::order::Order;
use crate::units::Tick;

/// A scripted crew.
pub trait Pilot: Send {
    /// Looks at the console and at what happened since the last look, and gives orders.
    fn act(&mut self, layout: &Layout, console: &Console, news: &[(Tick, Event)]) -> Vec<Order>;

    /// Looks so often, in ticks.
    fn every(&self) -> u64;
}

/// The scripted crews there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PilotKind {
    /// Follows the procedure.
    Expert,
    /// Means well.
    Novice,
    /// Does nothing.
    Idle,
}

impl PilotKind {
    /// All of them.
    pub const ALL: [PilotKind; 3] = [PilotKind::Expert, PilotKind::Novice, PilotKind::Idle];

    /// The name that commands and files use.
    pub const fn id(self) -> &'static str {
        match self {
            PilotKind::Expert => "expert",
            PilotKind::Novice => "novice",
            PilotKind::Idle => "idle",
        }
    }

    /// The crew of this name.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// One of this kind, for a station and a seed (only the novice has whims).
    pub fn board(self, layout: &Layout, seed: u64) -> Box<dyn Pilot> {
        match self {
            PilotKind::Expert => Box::new(expert::Expert::new(layout)),
            PilotKind::Novice => Box::new(novice::Novice::new(layout, seed)),
            PilotKind::Idle => Box::new(idle::Idle),
        }
    }
}
