//! Conditions and deeds: from their tables to [`Condition`] and [`Deed`].

use super::advice::words;
use super::field::Table;
use super::lookup::Desk;
use super::model::{Condition, Deed, DeedKind};
use super::problem::{Kind, Problem};
use super::row::{Cell, Row, Value};
use super::station::item;
use super::table::DEEDS;
use super::unit::Dimension;
use crate::sim::ids::SensorId;
use crate::sim::layout::Quantity;
use crate::sim::order::{Claim, Topic};
use crate::units::Tick;

impl Desk {
    /// A condition; all that one table says must be true together.
    pub fn condition(&mut self, row: &Row) -> Option<Condition> {
        let mut all = Vec::new();
        if let Some(at) = row.seconds("at") {
            all.push(Condition::At(Tick(at)));
        }
        if let Some(cell) = row.cell("after") {
            all.extend(self.after(cell));
        }
        if row.wrote("done") {
            all.extend(self.done(row));
        }
        for (field, shut) in [("shut", true), ("open", false)] {
            for hatch in self.doors(row, field).unwrap_or_default() {
                all.push(Condition::Hatch { hatch, shut });
            }
        }
        self.telemetry(row, &mut all);
        if row.wrote("inside") {
            let places = self.places(row, "inside").unwrap_or_default();
            // Of a deed that is somebody's, `who` says by whom it was done.
            let doer = row.text("done").and_then(kind).is_some_and(has_doer);
            let who = if doer { None } else { self.person(row, "who") };
            all.push(Condition::Inside { who, places });
        }
        if row.wrote("asleep") {
            all.extend(self.people(row, "asleep").map(|who| Condition::Asleep { who }));
        }
        let list = |desk: &mut Self, field: &str| desk.conditions(row, field);
        if row.wrote("all") {
            all.extend(list(self, "all"));
        }
        if row.wrote("any") {
            all.push(Condition::Any(list(self, "any")));
        }
        if let Some(not) = row.row("not") {
            all.extend(self.condition(not).map(|c| Condition::Not(Box::new(c))));
        }
        match all.len() {
            0 => None,
            1 => all.pop(),
            _ => Some(Condition::All(all)),
        }
    }

    /// A list of conditions.
    pub fn conditions(&mut self, row: &Row, field: &str) -> Vec<Condition> {
        let rows: Vec<&Row> = row.rows(field).collect();
        rows.into_iter().filter_map(|r| self.condition(r)).collect()
    }

    /// The condition of a field, if it is written.
    pub fn condition_of(&mut self, row: &Row, field: &str) -> Option<Condition> {
        row.row(field).and_then(|r| self.condition(r))
    }

    /// `after = "name + 5m"`.
    pub fn after(&mut self, cell: &Cell) -> Option<Condition> {
        let Value::Moment { event, delay_s } = &cell.value else { return None };
        let event = self.event(event, &cell.place)?;
        Some(Condition::After { event, delay_s: *delay_s })
    }

    fn done(&mut self, row: &Row) -> Vec<Condition> {
        let Some(deed) = self.deed(row) else { return Vec::new() };
        let mut all = Vec::new();
        let times = row.count("times").unwrap_or(1) as u32;
        let before = row.wrote("before").then(|| self.before(row)).flatten();
        let since = row.seconds("since");
        if row.wrote("times") || (before.is_none() && since.is_none()) {
            all.push(Condition::Done { deed: deed.clone(), times });
        }
        if let Some(second) = before {
            all.push(Condition::Before { first: deed.clone(), second });
        }
        if let Some(delay_s) = since {
            all.push(Condition::Since { deed, delay_s });
        }
        all
    }

    fn before(&mut self, row: &Row) -> Option<Deed> {
        let cell = row.cell("before")?;
        if let Some(table) = cell.row() {
            return self.deed(table);
        }
        let word = cell.text()?;
        if word == "first_segment_hatch" {
            let hatches = self.dividing(&cell.place)?;
            return Some(Deed { what: DeedKind::Close, who: None, places: Vec::new(), hatches });
        }
        match kind(word) {
            Some(what) => Some(Deed { what, who: None, places: Vec::new(), hatches: Vec::new() }),
            None => {
                let all = words(DEEDS).chain(["first_segment_hatch"]);
                self.report(
                    Problem::new(
                        Kind::UnknownWord,
                        &cell.place,
                        format!("nobody can do `{}`", super::value::brief(word)),
                    )
                    .one_of(word, all),
                );
                None
            }
        }
    }

    /// A deed, from a condition or from a table of its own.
    pub fn deed(&mut self, row: &Row) -> Option<Deed> {
        let word = row.text("done")?;
        let mut what = kind(word)?;
        let mut fits: &[&str] = &[];
        match &mut what {
            DeedKind::LeakCheck { holds } => {
                fits = &["holds"];
                *holds = row.flag("holds");
            }
            DeedKind::Report { topic } => {
                fits = &["topic"];
                *topic = row.text("topic").and_then(topic_of);
            }
            DeedKind::Declare { claim } => {
                fits = &["claim"];
                *claim = row.text("claim").map(|c| if c == "held" { Claim::Held } else { Claim::Isolated });
            }
            DeedKind::Took { item: took } => {
                fits = &["item"];
                *took = row.text("item").and_then(item);
            }
            DeedKind::Switch { equipment, on } => {
                fits = &["equipment", "on"];
                *equipment = self.machine(row, "equipment");
                *on = row.flag("on");
            }
            DeedKind::Close | DeedKind::Open | DeedKind::Clear => fits = &["hatch"],
            _ => {}
        }
        let (places_fit, who_fits) = (has_place(what), has_doer(what));
        for field in ["holds", "topic", "claim", "item", "equipment", "on", "hatch", "in", "who"] {
            let fit = match field {
                "in" => places_fit,
                "who" => who_fits || has(row.table, "inside") && row.wrote("inside"),
                _ => fits.contains(&field),
            };
            if row.wrote(field) && !fit {
                self.report(
                    Problem::new(
                        Kind::Lonely,
                        row.place_of(field),
                        format!("`{field}` says nothing of `done = \"{word}\"`"),
                    )
                    .expected(match owner(field) {
                        Some(deed) => format!("goes with {deed}"),
                        None => "this deed is nobody's in particular, and nowhere".to_owned(),
                    }),
                );
            }
        }
        self.means_for(what, row);
        let places = if places_fit { self.places(row, "in")? } else { Vec::new() };
        let hatches = if fits.contains(&"hatch") { self.doors(row, "hatch")? } else { Vec::new() };
        let who = if who_fits { self.person(row, "who") } else { None };
        Some(Deed { what, who, places, hatches })
    }

    fn telemetry(&mut self, row: &Row, all: &mut Vec<Condition>) {
        let named = row.wrote("sensor");
        let sensor = self.sensor(row, "sensor");
        if named && sensor.is_none() {
            return;
        }
        for (field, below) in [("telemetry_below", true), ("telemetry_above", false)] {
            let Some(cell) = row.cell(field).cloned() else { continue };
            let warm = match sensor {
                Some(id) => self.layout.sensor(id).quantity == Quantity::Temperature,
                None => cell.text().is_some_and(|t| super::unit::read(t, Dimension::Temperature).is_ok()),
            };
            let (dimension, range) =
                if warm { (Dimension::Temperature, (-100.0, 100.0)) } else { (Dimension::Pressure, (0.0, 1000.0)) };
            let Some(value) = self.measured(field, &cell, dimension, range, "\"700 mmHg\"") else { continue };
            let quantity = if warm { Quantity::Temperature } else { Quantity::Pressure };
            let any = self.any_sensor(sensor, quantity, &cell, |sensor| Condition::Telemetry { sensor, below, value });
            all.extend(any);
        }
        if let Some(faster_than) = row.number("falling")
            && let Some(cell) = row.cell("falling").cloned()
        {
            self.must_be_pressure(row, sensor);
            let any =
                self.any_sensor(sensor, Quantity::Pressure, &cell, |sensor| Condition::Falling { sensor, faster_than });
            all.extend(any);
        }
        if let Some(for_s) = row.seconds("telemetry_steady") {
            self.must_be_pressure(row, sensor);
            all.push(Condition::Steady { sensor, for_s });
        }
    }

    fn must_be_pressure(&mut self, row: &Row, sensor: Option<SensorId>) {
        if let Some(id) = sensor
            && self.layout.sensor(id).quantity != Quantity::Pressure
        {
            let name = self.layout.sensor(id).id.clone();
            self.report(
                Problem::new(Kind::Impossible, row.place_of("sensor"), format!("`{name}` feels no total pressure"))
                    .expected("a pressure sensor"),
            );
        }
    }

    /// The condition for one sensor, or for any of its kind.
    fn any_sensor(
        &mut self,
        sensor: Option<SensorId>,
        quantity: Quantity,
        cell: &Cell,
        make: impl Fn(SensorId) -> Condition,
    ) -> Option<Condition> {
        if let Some(sensor) = sensor {
            return Some(make(sensor));
        }
        let all = self.layout.sensors.iter().enumerate().filter(|(_, s)| s.quantity == quantity);
        let any: Vec<Condition> = all.map(|(i, _)| make(SensorId::at(i))).collect();
        if any.is_empty() && !self.blind {
            self.report(
                Problem::new(Kind::Impossible, &cell.place, "this station has no sensor for that")
                    .expected("a station with a [[sensor]] of that quantity"),
            );
            return None;
        }
        Some(Condition::Any(any))
    }
}

fn has(table: &Table, field: &str) -> bool {
    table.field(field).is_some()
}

/// Whether a deed is done somewhere.
fn has_place(what: DeedKind) -> bool {
    !matches!(
        what,
        DeedKind::Muster
            | DeedKind::RaiseAlarm
            | DeedKind::Acknowledge
            | DeedKind::Declare { .. }
            | DeedKind::EmergencySounded
    )
}

/// Whether a deed is somebody's.
fn has_doer(what: DeedKind) -> bool {
    has_place(what) && !matches!(what, DeedKind::Undock)
}

/// The deed that a qualifier belongs to.
fn owner(field: &str) -> Option<&'static str> {
    Some(match field {
        "holds" => "`leak_check`",
        "topic" => "`report`",
        "claim" => "`declare`",
        "item" => "`take`",
        "equipment" | "on" => "`switch`",
        "hatch" => "`close`, `open` or `clear`",
        _ => return None,
    })
}

fn topic_of(word: &str) -> Option<Topic> {
    Some(match word {
        "pressure" => Topic::Pressure,
        "muster" => Topic::Muster,
        "leak" => Topic::Leak,
        "repair" => Topic::Repair,
        "status" => Topic::Status,
        _ => return None,
    })
}

/// The kind of deed that a word means.
pub(super) fn kind(word: &str) -> Option<DeedKind> {
    Some(match word {
        "muster" => DeedKind::Muster,
        "measure" => DeedKind::Measure,
        "commit" => DeedKind::Commit,
        "leak_check" => DeedKind::LeakCheck { holds: None },
        "close" => DeedKind::Close,
        "open" => DeedKind::Open,
        "search" => DeedKind::Searched,
        "find" => DeedKind::Find,
        "inspect" => DeedKind::Inspect,
        "photograph" => DeedKind::Photograph,
        "finger" => DeedKind::Finger,
        "tape" => DeedKind::Tape,
        "sealant" => DeedKind::Coat,
        "patch" => DeedKind::Patch,
        "open_tank" => DeedKind::OpenTank,
        "shut_tank" => DeedKind::ShutTank,
        "candle" => DeedKind::Candle,
        "wake" => DeedKind::Wake,
        "mask" => DeedKind::Mask,
        "suit" => DeedKind::Suit,
        "liner" => DeedKind::Liner,
        "seat" => DeedKind::Seat,
        "undock" => DeedKind::Undock,
        "switch" => DeedKind::Switch { equipment: None, on: None },
        "report" => DeedKind::Report { topic: None },
        "raise_alarm" => DeedKind::RaiseAlarm,
        "acknowledge" => DeedKind::Acknowledge,
        "take" => DeedKind::Took { item: None },
        "clear" => DeedKind::Clear,
        "declare" => DeedKind::Declare { claim: None },
        "alarm" => DeedKind::EmergencySounded,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_is_a_deed() {
        for word in words(DEEDS) {
            assert!(kind(word).is_some(), "{word}");
        }
    }
}
