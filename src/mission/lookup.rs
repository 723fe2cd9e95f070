//! Names to numbers: what a file calls by name is found in the station, or reported with the name that is meant.

use super::field::{Thing, Ty};
use super::problem::{Kind, Place, Problem};
use super::row::{Cell, Row, Value};
use super::suggest;
use super::unit::{self, Dimension};
use super::value::{brief, misread};
use crate::sim::ids::{CompartmentId, EquipmentId, HatchId, PersonId, SensorId, VehicleId};
use crate::sim::layout::Layout;

/// What is known while a mission is put together, and what was found wrong.
pub(super) struct Desk {
    /// The station so far.
    pub layout: Layout,
    /// The station could not be read: names in it are unknown, and nobody is blamed for that.
    pub blind: bool,
    /// Some short name in the station could not be read: who asks for a name may mean that one.
    pub gaps: bool,
    /// Names of events, by number.
    pub events: Vec<String>,
    /// Names of holes.
    pub holes: Vec<String>,
    /// Other names of hatches.
    pub also: Vec<(String, HatchId)>,
    /// What was found.
    pub problems: Vec<Problem>,
}

macro_rules! finders {
    ($($name:ident, $list:ident, $id:ident, $thing:ident;)*) => {
        $(
            #[doc = concat!("The one of `", stringify!($list), "` that a field names.")]
            pub fn $name(&mut self, row: &Row, field: &str) -> Option<$id> {
                let cell = row.cell(field)?;
                let at = self.layout.$list.iter().position(|x| Some(x.id.as_str()) == cell.text());
                at.map($id::at).or_else(|| self.unknown(cell, Thing::$thing))
            }
        )*
    };
}

impl Desk {
    /// An empty desk over a station.
    pub fn new(layout: Layout) -> Self {
        Self {
            layout,
            blind: false,
            gaps: false,
            events: Vec::new(),
            holes: Vec::new(),
            also: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Keeps a problem.
    pub fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    finders! {
        compartment, compartments, CompartmentId, Compartment;
        vehicle, vehicles, VehicleId, Vehicle;
        person, crew, PersonId, Person;
        machine, equipment, EquipmentId, Equipment;
        sensor, sensors, SensorId, Sensor;
    }

    /// The hatch of this name, or of this other name.
    pub fn hatch_named(&self, name: &str) -> Option<HatchId> {
        let also = || self.also.iter().find(|(n, _)| n == name).map(|(_, id)| *id);
        self.layout.find_hatch(name).or_else(also)
    }

    /// The hatch that a field names.
    pub fn one_hatch(&mut self, row: &Row, field: &str) -> Option<HatchId> {
        let cell = row.cell(field)?;
        cell.text().and_then(|name| self.hatch_named(name)).or_else(|| self.unknown(cell, Thing::OneHatch))
    }

    /// A person, or nobody in particular for `all`.
    pub fn people(&mut self, row: &Row, field: &str) -> Option<Option<PersonId>> {
        match row.text(field)? {
            "all" => Some(None),
            _ => self.person(row, field).map(Some),
        }
    }

    /// An event by its name.
    pub fn event(&mut self, name: &str, place: &Place) -> Option<u16> {
        if let Some(at) = self.events.iter().position(|e| e == name) {
            return Some(at as u16);
        }
        let cell = Cell { place: place.clone(), value: Value::Text(name.to_owned()) };
        self.unknown(&cell, Thing::Event)
    }

    /// A hole by its name.
    pub fn hole(&mut self, row: &Row, field: &str) -> Option<String> {
        let cell = row.cell(field)?;
        let name = cell.text()?;
        if self.holes.iter().any(|h| h == name) {
            return Some(name.to_owned());
        }
        self.unknown(cell, Thing::Hole)
    }

    /// The compartments of a compartment, vehicle or segment. Where one name means a compartment and a vehicle, it is
    /// the vehicle, which holds the compartment.
    pub fn place(&mut self, cell: &Cell) -> Option<Vec<CompartmentId>> {
        let name = cell.text()?;
        if let Some(vehicle) = self.layout.vehicles.iter().find(|v| v.id == name) {
            return Some(vehicle.compartments.clone());
        }
        if let Some(one) = self.layout.find_compartment(name) {
            return Some(vec![one]);
        }
        if let Some(segment) = self.layout.find_segment(name) {
            let all = self.layout.compartments.iter().enumerate();
            return Some(all.filter(|(_, c)| c.segment == segment).map(|(i, _)| CompartmentId::at(i)).collect());
        }
        self.unknown(cell, Thing::Place)
    }

    /// The compartments of all the places of a field, each once. Every name that is none is reported.
    pub fn places(&mut self, row: &Row, field: &str) -> Option<Vec<CompartmentId>> {
        let mut all = Vec::new();
        let mut known = true;
        for cell in row.list(field) {
            let place = self.place(cell);
            known &= place.is_some();
            for id in place.unwrap_or_default() {
                if !all.contains(&id) {
                    all.push(id);
                }
            }
        }
        known.then_some(all)
    }

    /// The hatches of a field: by name, or, where its type takes that word, all that divide two segments. Every name
    /// that is none is reported.
    pub fn hatches(&mut self, row: &Row, field: &str) -> Option<Vec<HatchId>> {
        let thing = match row.table.field(field).map(|f| &f.ty) {
            Some(Ty::Several(Ty::Name(thing), _)) => *thing,
            _ => Thing::Hatch,
        };
        let mut all = Vec::new();
        let mut known = true;
        for cell in row.list(field) {
            let some = match cell.text() {
                Some(word) if thing.also().contains(&word) => self.dividing(&cell.place),
                Some(name) => match self.hatch_named(name) {
                    Some(one) => Some(vec![one]),
                    None => self.unknown(cell, thing),
                },
                None => None,
            };
            known &= some.is_some();
            all.extend(some.unwrap_or_default().into_iter().filter(|h| !all.contains(h)).collect::<Vec<_>>());
        }
        known.then_some(all)
    }

    /// The hatches between two segments.
    pub fn dividing(&mut self, place: &Place) -> Option<Vec<HatchId>> {
        let segment = |c: CompartmentId| self.layout.compartments.get(c.ix()).map(|c| c.segment);
        let all = self.layout.hatches.iter().enumerate();
        let some: Vec<_> =
            all.filter(|(_, h)| segment(h.between[0]) != segment(h.between[1])).map(|(i, _)| HatchId::at(i)).collect();
        if some.is_empty() && !self.blind {
            self.report(
                Problem::new(Kind::Impossible, place, "this station has no hatch between two segments")
                    .expected("the name of a hatch"),
            );
            return None;
        }
        Some(some)
    }

    /// Says that a name is unknown. Gives nothing, so that it ends a search.
    pub fn unknown<T>(&mut self, cell: &Cell, thing: Thing) -> Option<T> {
        let name = cell.text()?;
        if (self.blind || self.gaps) && !matches!(thing, Thing::Event | Thing::Hole | Thing::Preset) {
            return None;
        }
        let names = self.names(thing);
        let near = suggest::nearest(name, names.iter().copied());
        let problem =
            Problem::new(Kind::UnknownName, &cell.place, format!("no {} is named `{}`", thing.noun(), brief(name)))
                .expected(format!("the name of {}", thing.a_noun()));
        let problem = match near {
            Some(_) => problem.near(near),
            None => problem.help(known(&names, thing)),
        };
        self.report(problem);
        None
    }

    /// Every name of a kind of thing.
    fn names(&self, thing: Thing) -> Vec<&str> {
        let l = &self.layout;
        let mut names: Vec<&str> = thing.also().to_vec();
        match thing {
            Thing::Preset => names.extend(super::library::stations().map(|s| s.name)),
            Thing::Segment => names.extend(l.segments.iter().map(|x| x.id.as_str())),
            Thing::Compartment => names.extend(l.compartments.iter().map(|x| x.id.as_str())),
            Thing::Place => {
                names.extend(l.compartments.iter().map(|x| x.id.as_str()));
                names.extend(l.vehicles.iter().map(|x| x.id.as_str()));
                names.extend(l.segments.iter().map(|x| x.id.as_str()));
            }
            Thing::Hatch | Thing::OneHatch => names.extend(l.hatches.iter().map(|x| x.id.as_str())),
            Thing::Vehicle => names.extend(l.vehicles.iter().map(|x| x.id.as_str())),
            Thing::Person | Thing::People => names.extend(l.crew.iter().map(|x| x.id.as_str())),
            Thing::Equipment => names.extend(l.equipment.iter().map(|x| x.id.as_str())),
            Thing::Sensor => names.extend(l.sensors.iter().map(|x| x.id.as_str())),
            Thing::Hole => names.extend(self.holes.iter().map(String::as_str)),
            Thing::Event => names.extend(self.events.iter().map(String::as_str)),
        }
        names
    }

    /// A quantity of a dimension that another field decides, within these.
    pub fn measured(
        &mut self,
        name: &str,
        cell: &Cell,
        dimension: Dimension,
        (low, high): (f64, f64),
        example: &str,
    ) -> Option<f64> {
        let read = match &cell.value {
            Value::Text(text) => unit::read(text, dimension),
            Value::Number(x) if x.is_finite() => Err(unit::Misread::NoUnit(*x)),
            Value::Number(_) => Err(unit::Misread::NotFinite),
            _ => Err(unit::Misread::NoNumber),
        };
        match read {
            Ok(x) if (low..=high).contains(&x) => return Some(x),
            Ok(x) => {
                let (kind, what) = if x < 0.0 && low >= 0.0 {
                    (Kind::Negative, "negative")
                } else {
                    (Kind::OutOfRange, "out of range")
                };
                self.report(Problem::new(kind, &cell.place, format!("`{name}` is {what}")).expected(format!(
                    "from {} to {}",
                    dimension.write(low),
                    dimension.write(high)
                )));
            }
            Err(why) => {
                let problem = misread(name, &cell.place, dimension, why, example);
                self.report(problem);
            }
        }
        None
    }
}

/// Which names there are, in a sentence.
fn known(names: &[&str], thing: Thing) -> String {
    match names {
        [] => format!("there is no {} here", thing.noun()),
        [one] => format!("there is only `{one}`"),
        _ => format!("there are {}", suggest::list(names.iter().copied()).replace(" or ", " and ")),
    }
}
