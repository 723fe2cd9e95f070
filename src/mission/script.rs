//! Events: from their tables to [`ScriptEvent`]s, their names first, since any may speak of any other.

use super::lookup::Desk;
use super::model::{Condition, Message, ScriptEvent};
use super::problem::{Kind, Place, Problem};
use super::row::Row;
use crate::units::Tick;

/// Times that a repeating event happens at most, unless it says otherwise.
const REPEATS: u32 = 1000;

impl Desk {
    /// Learns the names of all events and holes.
    pub fn name_events(&mut self, mission: &Row) {
        let (mut events, mut holes): (Vec<&Place>, Vec<&Place>) = (Vec::new(), Vec::new());
        for (i, row) in mission.rows("event").enumerate() {
            let name = row.text("name").map_or_else(|| format!("event {}", i + 1), str::to_owned);
            if let Some(first) = self.events.iter().position(|other| *other == name) {
                self.report(
                    Problem::new(Kind::Duplicate, row.place_of("name"), format!("two events are named `{name}`"))
                        .expected("a name of its own")
                        .first(events[first]),
                );
            }
            events.push(row.place_of("name"));
            for action in row.rows("do") {
                for made in ["hole", "crack"].into_iter().filter_map(|field| action.row(field)) {
                    let hole = made.text("name").unwrap_or(&name).to_owned();
                    if let Some(first) = self.holes.iter().position(|other| *other == hole) {
                        self.problems.push(
                            Problem::new(
                                Kind::Duplicate,
                                made.place_of("name"),
                                format!("two holes are named `{hole}`"),
                            )
                            .expected("a name of its own")
                            .first(holes[first])
                            .help("give the hole a `name`; without one it has that of its event"),
                        );
                    }
                    holes.push(made.place_of("name"));
                    self.holes.push(hole);
                }
            }
            self.events.push(name);
        }
    }

    /// All events.
    pub fn script(&mut self, mission: &Row, messages: &mut Vec<Message>) -> Vec<ScriptEvent> {
        let rows: Vec<&Row> = mission.rows("event").collect();
        rows.into_iter().enumerate().map(|(i, row)| self.script_event(i, row, messages)).collect()
    }

    fn script_event(&mut self, number: usize, row: &Row, messages: &mut Vec<Message>) -> ScriptEvent {
        let name = self.events[number].clone();
        let mut all = Vec::new();
        if let Some(at) = row.seconds("at") {
            all.push(Condition::At(Tick(at)));
        }
        if let Some(cell) = row.cell("after") {
            all.extend(self.after(cell));
        }
        all.extend(self.condition_of(row, "when"));
        all.extend(self.conditions(row, "all"));
        if row.wrote("any") {
            all.push(Condition::Any(self.conditions(row, "any")));
        }
        all.extend(self.condition_of(row, "not").map(|c| Condition::Not(Box::new(c))));
        let when = if all.len() == 1 { all.remove(0) } else { Condition::All(all) };
        let repeat_s = row.seconds("repeat");
        let actions: Vec<_> = row.rows("do").flat_map(|action| self.actions(action, &name, messages)).collect();
        ScriptEvent {
            name,
            when,
            chance: row.number("chance").unwrap_or(1.0),
            repeat_s,
            at_most: row.count("at_most").map_or(if repeat_s.is_some() { REPEATS } else { 1 }, |n| n as u32),
            actions,
        }
    }
}
