//! Actions of events, holes and strikes: from their tables to [`Action`].

use super::lookup::Desk;
use super::model::{Action, HoleSpec, Message, SensorFault, StrikePlan};
use super::problem::{Kind, Problem};
use super::row::{Cell, Row, Value};
use super::station::Whole;
use super::unit::{self, Dimension, Misread};
use super::value::misread;
use crate::sim::event::Outcome;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Quantity;
use crate::units::Tick;

/// The discharge coefficient of a round hole in a thin wall.
const HOLE_CD: f64 = 0.8;
/// Length of a crack that gives none, mm.
const CRACK_MM: f64 = 40.0;
/// Effective areas that make sense, mm2: from a hair to a hole that empties the station in a minute.
const AREAS: (f64, f64) = (1e-4, 1e5);

impl Desk {
    /// The actions of one table. It holds one, but walls moved by a difference are one for each compartment.
    pub fn actions(&mut self, row: &Row, event: &str, messages: &mut Vec<Message>) -> Vec<Action> {
        let mut list = Vec::new();
        for (field, cell) in &row.cells {
            match (*field, cell.row()) {
                ("walls", Some(walls)) => list.extend(self.walls(walls)),
                ("say", Some(say)) => list.extend(speak(say, messages)),
                _ => list.extend(self.action(field, cell, row, event)),
            }
        }
        list
    }

    fn action(&mut self, field: &str, cell: &Cell, row: &Row, event: &str) -> Option<Action> {
        Some(match field {
            "hole" => Action::Hole(self.hole_spec(cell.row()?, event, false)?),
            "crack" => Action::Hole(self.hole_spec(cell.row()?, event, true)?),
            "grow" => {
                let grow = cell.row()?;
                let hole = self.hole(grow, "hole")?;
                Action::Grow { hole, factor: grow.number("to")?, over_s: grow.seconds("over").unwrap_or(0) }
            }
            "reopen" => Action::Reopen { hole: self.hole(row, field)? },
            "strike" => Action::Strike(self.strike(cell.row()?)),
            "noise" => Action::Noise { at: self.compartment(row, field)? },
            "sensor" => self.sensor_fault(cell.row()?)?,
            "gauge_bias" => Action::GaugeBias { mmhg: cell.number()? },
            "break" => Action::Break { equipment: self.machine(row, field)?, broken: true },
            "mend" => Action::Break { equipment: self.machine(row, field)?, broken: false },
            "switch_on" => Action::Switch { equipment: self.machine(row, field)?, on: true },
            "switch_off" => Action::Switch { equipment: self.machine(row, field)?, on: false },
            "jam" => Action::Jam { hatch: self.door(row, field)?, jammed: true },
            "free" => Action::Jam { hatch: self.one_hatch(row, field)?, jammed: false },
            "leak_coolant" => Action::Degrade { vehicle: self.vehicle(row, field)? },
            "wake" => Action::Wake { who: self.people(row, field)? },
            "sleep" => Action::Sleep { who: self.people(row, field)? },
            "take_away" => Action::TakeAway { vehicle: self.vehicle(row, field)? },
            "end" => Action::End(outcome(cell.text()?)?),
            _ => return None,
        })
    }

    fn walls(&mut self, row: &Row) -> Vec<Action> {
        let over_s = row.seconds("over").unwrap_or(0);
        let places = self.places(row, "in").unwrap_or_default();
        if let Some(celsius) = row.number("to") {
            return vec![Action::Walls { places, kelvin: celsius + crate::units::CELSIUS_K, over_s }];
        }
        let by = row.number("by").unwrap_or(0.0);
        let warm = |c: CompartmentId| self.layout.compartment(c).temperature.0 + by;
        places.into_iter().map(|c| Action::Walls { places: vec![c], kelvin: warm(c), over_s }).collect()
    }

    fn sensor_fault(&mut self, row: &Row) -> Option<Action> {
        let sensor = self.sensor(row, "id")?;
        let warm = self.layout.sensor(sensor).quantity == Quantity::Temperature;
        let word = row.text("fault")?;
        let needs = match (word, warm) {
            ("bias", false) => Some(Dimension::Pressure),
            ("bias", true) => Some(Dimension::Warming),
            ("drift", false) => Some(Dimension::PressureRate),
            ("drift", true) => Some(Dimension::WarmingRate),
            _ => None,
        };
        let by = match (needs, row.cell("by").cloned()) {
            (Some(dimension), Some(cell)) => {
                self.measured("by", &cell, dimension, (-1000.0, 1000.0), "\"0.3 mmHg/h\"")?
            }
            (Some(dimension), None) => {
                self.report(
                    Problem::new(
                        Kind::Lonely,
                        row.place_of("fault"),
                        format!("fault `{word}` does not say by how much"),
                    )
                    .expected(format!("needs `by` beside it, {}", dimension.noun())),
                );
                return None;
            }
            (None, Some(cell)) => {
                self.report(
                    Problem::new(Kind::Lonely, &cell.place, format!("`by` says nothing of fault `{word}`"))
                        .expected("goes with `bias` or `drift`"),
                );
                return None;
            }
            (None, None) => 0.0,
        };
        let fault = match word {
            "stuck" => SensorFault::Stuck,
            "bias" => SensorFault::Bias(by),
            "drift" => SensorFault::Drift(by),
            "dead" => SensorFault::Dead,
            _ => SensorFault::None,
        };
        Some(Action::SensorFault { sensor, fault })
    }

    fn hole_spec(&mut self, row: &Row, event: &str, crack: bool) -> Option<HoleSpec> {
        let places = self.spread(row.cell("in")?)?;
        if places.iter().all(|(_, w)| *w <= 0.0) {
            self.report(
                Problem::new(Kind::Impossible, row.place_of("in"), "there is no place where it could be")
                    .expected("a place with a weight above 0"),
            );
            return None;
        }
        let (field, area) = if let Some(band) = row.cell("cd_area_mm2").and_then(Cell::band) {
            ("cd_area_mm2", band)
        } else if !crack && let Some((low, high)) = row.cell("diameter").and_then(Cell::band) {
            let area = |d: f64| HOLE_CD * std::f64::consts::PI / 4.0 * d * d;
            ("diameter", (area(low), area(high)))
        } else {
            let cell = row.cell("rate").cloned()?;
            let band = match &cell.value {
                Value::List(two) => (self.area_of_rate(two.first()?)?, self.area_of_rate(two.get(1)?)?),
                _ => {
                    let one = self.area_of_rate(&cell)?;
                    (one, one)
                }
            };
            ("rate", band)
        };
        if area.0 > area.1 {
            self.report(
                Problem::new(Kind::Reversed, row.place_of(field), format!("`{field}` runs from high to low"))
                    .expected("the lower value first"),
            );
            return None;
        }
        if area.0 < AREAS.0 || area.1 > AREAS.1 {
            self.report(
                Problem::new(Kind::OutOfRange, row.place_of(field), format!("`{field}` makes no hole that can be"))
                    .expected(format!("an effective area from {} to {} mm2", AREAS.0, AREAS.1)),
            );
            return None;
        }
        let looks = if crack { Some(row.number("length").unwrap_or(CRACK_MM)) } else { row.number("drawn_as") };
        Some(HoleSpec {
            name: row.text("name").unwrap_or(event).to_owned(),
            places,
            cd_area_mm2: area,
            looks_mm: looks,
            crack,
            from_outside: crack || row.text("made_from") != Some("inside"),
            blind: !crack && row.flag("blind").unwrap_or(false),
            findable: row.number("findable").unwrap_or(1.0),
        })
    }

    /// The effective area, mm2, behind a rate of the whole station's pressure or air at the start.
    fn area_of_rate(&mut self, cell: &Cell) -> Option<f64> {
        let text = match &cell.value {
            Value::Text(text) => text.as_str(),
            _ => "",
        };
        let air = Whole::of(&self.layout);
        match (unit::read(text, Dimension::PressureRate), unit::read(text, Dimension::MassRate)) {
            (Ok(rate), _) if rate > 0.0 => Some(air.area_for_mmhg_h(rate)),
            (_, Ok(rate)) if rate > 0.0 => Some(air.area_for_kg_day(rate)),
            (Ok(_), _) | (_, Ok(_)) => {
                self.report(
                    Problem::new(Kind::Negative, &cell.place, "`rate` is not above zero").expected("how fast it leaks"),
                );
                None
            }
            (Err(why), _) => {
                let why = match cell.number() {
                    Some(x) if x.is_finite() => Misread::NoUnit(x),
                    Some(_) => Misread::NotFinite,
                    None => why,
                };
                let problem = misread("rate", &cell.place, Dimension::PressureRate, why, "\"0.6 mmHg/h\"");
                self.report(
                    problem.help("a rate of pressure such as \"0.6 mmHg/h\", or of mass such as \"1.4 kg/day\""),
                );
                None
            }
        }
    }

    /// Places with their weights. Every name that is none is reported.
    fn spread(&mut self, cell: &Cell) -> Option<Vec<(CompartmentId, f64)>> {
        let mut list: Vec<(CompartmentId, f64)> = Vec::new();
        let mut add = |places: Vec<CompartmentId>, weight: f64| {
            for place in places {
                match list.iter_mut().find(|(c, _)| *c == place) {
                    Some(entry) => entry.1 = weight,
                    None => list.push((place, weight)),
                }
            }
        };
        let cells: Vec<(&Cell, Option<f64>)> = match &cell.value {
            Value::Named(named) => named.iter().map(|(name, weight)| (name, weight.number())).collect(),
            Value::List(cells) => cells.iter().map(|one| (one, Some(1.0))).collect(),
            _ => vec![(cell, Some(1.0))],
        };
        let mut known = true;
        for (one, weight) in cells {
            match (self.place(one), weight) {
                (Some(places), Some(weight)) => add(places, weight),
                _ => known = false,
            }
        }
        known.then_some(list)
    }

    /// A plan of strikes.
    pub fn strikes(&mut self, row: &Row) -> StrikePlan {
        let from = Tick(row.seconds("from").unwrap_or(0));
        let until = row.seconds("until").map(Tick);
        if until.is_some_and(|until| until <= from) {
            self.report(
                Problem::new(Kind::Reversed, row.place_of("until"), "`until` is no later than `from`")
                    .expected(format!("later than {}", unit::write_time(from.seconds()))),
            );
        }
        let (at_least, at_most) = (row.count("at_least").unwrap_or(0) as u32, row.count("at_most").unwrap_or(3) as u32);
        if at_least > at_most {
            self.report(
                Problem::new(Kind::Reversed, row.place_of("at_least"), "`at_least` is more than `at_most`")
                    .expected(format!("at most {at_most}")),
            );
        }
        StrikePlan {
            perforations_per_hour: row.number("perforations_per_hour"),
            flux_scale: row.number("flux_scale").unwrap_or(1.0),
            from,
            until,
            grace_s: row.seconds("grace").unwrap_or(600),
            at_most,
            at_least,
            misses: row.number("misses").unwrap_or(0.0),
            ..self.strike(row)
        }
    }

    /// One strike, now: how large it may be, and where.
    fn strike(&mut self, row: &Row) -> StrikePlan {
        for field in ["cd_area_mm2", "reserve_time"] {
            if row.cell(field).and_then(Cell::band).is_some_and(|(low, high)| low > high) {
                self.report(
                    Problem::new(Kind::Reversed, row.place_of(field), format!("`{field}` runs from high to low"))
                        .expected("the lower value first"),
                );
            }
        }
        let weights = row.cell("weights").cloned().and_then(|cell| self.spread(&cell)).unwrap_or_default();
        let spares_all = weights.len() == self.layout.compartments.len() && weights.iter().all(|(_, w)| *w <= 0.0);
        if spares_all && !weights.is_empty() {
            self.report(
                Problem::new(Kind::Impossible, row.place_of("weights"), "every place is spared, so nothing can be hit")
                    .expected("a weight above 0 somewhere"),
            );
        }
        StrikePlan {
            perforations_per_hour: None,
            flux_scale: 1.0,
            cd_area_mm2: row.cell("cd_area_mm2").and_then(Cell::band),
            reserve_s: row.cell("reserve_time").and_then(Cell::band),
            weights,
            from: Tick(0),
            until: None,
            grace_s: 0,
            at_most: 1,
            at_least: 0,
            misses: 0.0,
        }
    }
}

fn speak(row: &Row, messages: &mut Vec<Message>) -> Option<Action> {
    let message = Message { from: row.text("from")?.to_owned(), text: row.text("text")?.to_owned() };
    let at = messages.iter().position(|m| *m == message).unwrap_or(messages.len());
    if at == messages.len() {
        messages.push(message);
    }
    Some(Action::Say(at as u16))
}

/// The outcome that a word means.
pub(super) fn outcome(word: &str) -> Option<Outcome> {
    Some(match word {
        "held" => Outcome::Held,
        "isolated" => Outcome::Isolated,
        "evacuated" => Outcome::Evacuated,
        "lost_crew" => Outcome::LostCrew,
        "out_of_reserve" => Outcome::OutOfReserve,
        "time_limit" => Outcome::TimeLimit,
        "unfinished" => Outcome::Unfinished,
        _ => return None,
    })
}
