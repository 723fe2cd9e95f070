//! A drill in a test: a mission text, orders in words, and what came of them.

use leakdrill::drill::{Drill, Log, grammar};
use leakdrill::mission;
use leakdrill::sim::console::{Console, Viewpoint};
use leakdrill::sim::event::Event;
use leakdrill::sim::ids::{CompartmentId, PersonId};
use leakdrill::sim::order::Order;
use leakdrill::sim::refusal::Refusal;
use leakdrill::units::Tick;
use std::sync::Arc;

/// A three-compartment mission (lab - node - boat, crew vega and lind) with these lines added.
pub fn trainer(lines: &str) -> String {
    format!(
        r#"format = 1
title = "Test"
brief = "A test. For the exercise."
start = "2018-08-28T09:00:00Z"
time_limit = "30d"
pass_mark = 0.5
held_below = "0.5 mmHg/h"
[station]
preset = "trainer"
{lines}
[[score]]
name = "Leak found"
points = 10
critical = true
when = {{ done = "find" }}
"#
    )
}

/// A hole of so many mm in a compartment from the tenth second on.
pub fn hole(place: &str, diameter: &str) -> String {
    format!(
        "[[event]]\nname = \"hole\"\nat = \"10 s\"\ndo = {{ hole = {{ in = \"{place}\", diameter = \"{diameter}\", findable = 1.0 }} }}\n"
    )
}

/// A drill and its log.
pub struct Play {
    pub drill: Drill,
    pub log: Log,
}

impl Play {
    /// A drill of this mission text.
    pub fn of(text: &str, seed: u64) -> Self {
        let mission = match mission::load("test", text, None) {
            Ok(mission) => mission,
            Err(problems) => panic!("{}", problems.render("test.toml", false)),
        };
        Self { drill: Drill::new(Arc::new(mission), seed), log: Log::new() }
    }

    /// A trainer with a hole.
    pub fn leak(place: &str, diameter: &str) -> Self {
        Self::of(&trainer(&hole(place, diameter)), 1)
    }

    pub fn order(&self, line: &str) -> Order {
        let parsed = grammar::parse(line, &self.drill.mission().layout);
        Order::trainee(parsed.expect("an order").expect("not a blank line").act)
    }

    /// Gives an order and lets one tick obey it; tells why not.
    pub fn give(&mut self, line: &str) -> Result<(), Refusal> {
        let order = self.order(line);
        let from = self.log.len();
        self.drill.submit(order);
        self.drill.tick(&mut self.log);
        let refused = self.log.since(from).iter().find_map(|(_, entry)| match entry {
            leakdrill::drill::Entry::Event(Event::Refused { why, .. }) => Some(*why),
            _ => None,
        });
        refused.map_or(Ok(()), Err)
    }

    /// Gives an order that must be obeyed, and waits until its giver has nothing left to do.
    pub fn done(&mut self, line: &str) {
        if let Err(why) = self.give(line) {
            panic!("{line}: {why:?} at {}", self.drill.now());
        }
        let who = self.order(line);
        if let leakdrill::sim::order::Act::Task { who, .. } = who.act {
            for _ in 0..200_000 {
                if self.console().crew[who.ix()].job.is_none() && self.console().crew[who.ix()].queue.is_empty() {
                    return;
                }
                self.wait(1);
            }
            panic!("{line}: never done");
        }
    }

    /// Goes to a place, or is there already.
    pub fn go(&mut self, who: &str, place: &str) {
        if self.console().crew[self.person(who).ix()].at != self.place(place) {
            self.done(&format!("{who} move {place}"));
        }
    }

    pub fn wait(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.drill.tick(&mut self.log);
        }
    }

    pub fn console(&self) -> Console {
        self.drill.console(Viewpoint::Crew)
    }

    pub fn happened(&self, is: impl Fn(&Event) -> bool) -> Option<(Tick, Event)> {
        self.log.events().find(|(_, e)| is(e)).map(|(t, e)| (t, *e))
    }

    pub fn place(&self, id: &str) -> CompartmentId {
        self.drill.mission().layout.find_compartment(id).expect("a compartment")
    }

    pub fn person(&self, id: &str) -> PersonId {
        self.drill.mission().layout.find_person(id).expect("a person")
    }

    /// True pressure, mmHg.
    pub fn mmhg(&self, id: &str) -> f64 {
        self.drill.truth().air[self.place(id).ix()].pressure_pa / leakdrill::units::MMHG_PA
    }
}
