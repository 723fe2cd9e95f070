//! What a table of a mission file may hold, as data: the one description that the reader, the JSON Schema, the handbook
//! and every suggestion are made from.

use super::unit::Dimension;

/// A table of the file.
#[derive(Debug)]
pub struct Table {
    /// Key under which the schema defines it and the handbook lists it.
    pub name: &'static str,
    /// How it is written in a file, for headings: `[[event]]`.
    pub heading: &'static str,
    /// What it is for, in a sentence or two.
    pub doc: &'static str,
    /// What it may hold.
    pub fields: &'static [Field],
    /// What must stand together, or may not.
    pub rules: &'static [Rule],
}

impl Table {
    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name)
    }
}

/// A field of a table.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What may stand there.
    pub ty: Ty,
    /// Whether it may be left out.
    pub need: Need,
    /// What it means, with the reason where one is needed.
    pub doc: &'static str,
    /// A value as one would write it.
    pub example: &'static str,
}

/// Whether a field may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be there.
    Always,
    /// It must be there in a new thing, and may be left out where one of a preset is changed.
    New,
    /// It may be left out; then this holds, in words.
    Or(&'static str),
}

/// What may stand in a field.
#[derive(Debug)]
pub enum Ty {
    /// One line of text of at most so many characters.
    Text(usize),
    /// A name on the map of at most so many columns; some characters take two.
    Label(usize),
    /// Lines of text of at most so many characters in all.
    Prose(usize),
    /// A new short name.
    Id,
    /// The short name of something that stands elsewhere.
    Name(Thing),
    /// One of these words.
    Word(&'static [Word]),
    /// `true` or `false`.
    Flag,
    /// A whole number between these.
    Count(u64, u64),
    /// A number between these, without a unit.
    Number(f64, f64),
    /// A quantity with its unit, between these (in the base unit of its dimension).
    Amount(Dimension, f64, f64),
    /// A quantity whose dimension the `measure` beside it decides.
    Measured,
    /// `event + time`.
    Moment,
    /// A date and time, RFC 3339.
    Date,
    /// Any text, number or flag: the choice of a setting.
    Any,
    /// A list of at most so many.
    List(&'static Ty, usize),
    /// One, or a list of at most so many.
    Several(&'static Ty, usize),
    /// Two in brackets.
    Pair(&'static Ty),
    /// One, or the lowest and the highest in brackets.
    Band(&'static Ty),
    /// A table.
    Table(&'static Table),
    /// Tables, `[[so]]`, at most so many.
    Tables(&'static Table, usize),
    /// Tables by name, `[so.NAME]`, at most so many.
    Named(&'static Table, usize),
    /// Numbers between 0 and 1000 by the name of a place.
    Weights,
    /// The first, or a table.
    Or(&'static Ty, &'static Table),
    /// Places: one, several, or a table of weights.
    Spread,
}

/// A word with its meaning.
#[derive(Debug)]
pub struct Word(pub &'static str, pub &'static str);

/// What a short name may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A station that ships.
    Preset,
    /// A segment of the station.
    Segment,
    /// A compartment.
    Compartment,
    /// A compartment, or all those of a vehicle or a segment.
    Place,
    /// A hatch, or `segment` for all that divide two segments.
    Hatch,
    /// A hatch, and no other.
    OneHatch,
    /// A vehicle.
    Vehicle,
    /// A crew member.
    Person,
    /// A crew member, or `all`.
    People,
    /// A machine.
    Equipment,
    /// A sensor.
    Sensor,
    /// A hole that an event makes.
    Hole,
    /// An event.
    Event,
}

impl Thing {
    /// In a sentence: "no hatch is named so".
    pub const fn noun(self) -> &'static str {
        match self {
            Thing::Preset => "station",
            Thing::Segment => "segment",
            Thing::Compartment => "compartment",
            Thing::Place => "compartment, vehicle or segment",
            Thing::Hatch | Thing::OneHatch => "hatch",
            Thing::Vehicle => "vehicle",
            Thing::Person | Thing::People => "crew member",
            Thing::Equipment => "machine",
            Thing::Sensor => "sensor",
            Thing::Hole => "hole",
            Thing::Event => "event",
        }
    }

    /// With its article.
    pub const fn a_noun(self) -> &'static str {
        match self {
            Thing::Preset => "a station",
            Thing::Segment => "a segment",
            Thing::Compartment => "a compartment",
            Thing::Place => "a compartment, vehicle or segment",
            Thing::Hatch | Thing::OneHatch => "a hatch",
            Thing::Vehicle => "a vehicle",
            Thing::Person | Thing::People => "a crew member",
            Thing::Equipment => "a machine",
            Thing::Sensor => "a sensor",
            Thing::Hole => "a hole",
            Thing::Event => "an event",
        }
    }

    /// Words that stand beside the names.
    pub const fn also(self) -> &'static [&'static str] {
        match self {
            Thing::Hatch => &["segment", "first_segment_hatch"],
            Thing::People => &["all"],
            _ => &[],
        }
    }
}

/// What must stand together, or may not.
#[derive(Debug)]
pub enum Rule {
    /// Exactly one of these.
    One(&'static [&'static str]),
    /// No more than one of these.
    AtMostOne(&'static [&'static str]),
    /// One of these or more.
    Some(&'static [&'static str]),
    /// The first needs one of the others beside it.
    Beside(&'static str, &'static [&'static str]),
}
