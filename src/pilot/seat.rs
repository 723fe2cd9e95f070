//! A pilot before a drill: looks when it is time, submits what it orders.

use super::{Pilot, PilotKind};
use crate::drill::{Drill, Log};
use crate::sim::console::Viewpoint;
use crate::sim::event::Event;
use crate::units::Tick;

/// A pilot in its seat.
pub struct Seat {
    pilot: Box<dyn Pilot>,
    /// Lines of the log that it has read.
    read: usize,
    next: u64,
}

impl Seat {
    /// A pilot for this drill, from now on. It reads the log from its first line, so that it knows what happened
    /// before it sat down.
    pub fn new(kind: PilotKind, drill: &Drill) -> Self {
        let pilot = kind.board(&drill.mission().layout, drill.seed());
        Self { pilot, read: 0, next: drill.now().0 }
    }

    /// Looks, if it is time, and submits orders. To be called before each tick.
    pub fn look(&mut self, drill: &mut Drill, log: &Log) {
        let now = drill.now().0;
        if now < self.next || drill.outcome().is_some() || self.pilot.every() == u64::MAX {
            return;
        }
        self.next = now + self.pilot.every().max(1);
        let news: Vec<(Tick, Event)> = visible(log, self.read);
        self.read = log.len();
        let console = drill.console(Viewpoint::Crew);
        let layout = drill.mission().layout.clone();
        for order in self.pilot.act(&layout, &console, &news) {
            drill.submit(order);
        }
    }
}

/// Events that the crew could see, from line `from` of a log on.
fn visible(log: &Log, from: usize) -> Vec<(Tick, Event)> {
    let lines = log.since(from).iter();
    lines
        .filter_map(|(tick, entry)| match entry {
            crate::drill::Entry::Event(event) if !event.is_truth() => Some((*tick, *event)),
            _ => None,
        })
        .collect()
}

/// Flies a drill to its end, or until `until` if that comes first.
pub fn fly(drill: &mut Drill, log: &mut Log, kind: PilotKind, until: Option<Tick>) {
    let mut seat = Seat::new(kind, drill);
    while drill.outcome().is_none() && until.is_none_or(|end| drill.now() < end) {
        seat.look(drill, log);
        drill.tick(log);
    }
}
