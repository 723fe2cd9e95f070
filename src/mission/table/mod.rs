//! The field table: every table of a mission or station file, every field with its type, unit, range, default,
//! meaning and example. The reader, the schema, the handbook and the suggestions all come from here, so that none of
//! them can say what the others do not.

mod action;
mod crew;
mod hull;
mod machine;
mod mission;
mod rubric;
mod script;
mod station;
mod vehicle;

pub use action::{ACTION, CRACK, END_WORDS, GAUGE, GROW, HOLE, SAY, STRIKE, WALLS};
pub use crew::{CREW_MEMBER, ITEMS, STOCK};
pub use hull::{COMPARTMENT, FACES, HATCH, SEGMENT};
pub use machine::{EQUIPMENT, SENSOR, TANK};
pub use mission::{CARD, CREW, EXAM, HINT, LEVELS, MISSION, SETTING};
pub use rubric::{BAND, MEASURES, SCORE};
pub use script::{CONDITION, DEED, DEEDS, EVENT, STRIKES};
pub use station::{AIR, CHANGES, STATION};
pub use vehicle::VEHICLE;

use super::field::{Field, Need, Table, Ty};

/// Every table, in the order of the handbook.
pub static ALL: &[&Table] = &[
    &MISSION,
    &EXAM,
    &SETTING,
    &CREW,
    &EVENT,
    &CONDITION,
    &DEED,
    &ACTION,
    &SAY,
    &HOLE,
    &CRACK,
    &GROW,
    &STRIKE,
    &GAUGE,
    &WALLS,
    &STRIKES,
    &SCORE,
    &BAND,
    &HINT,
    &CARD,
    &STATION,
    &CHANGES,
    &AIR,
    &SEGMENT,
    &COMPARTMENT,
    &FACES,
    &HATCH,
    &VEHICLE,
    &EQUIPMENT,
    &TANK,
    &SENSOR,
    &STOCK,
    &CREW_MEMBER,
];

/// A field that must be there.
const fn must(name: &'static str, ty: Ty, doc: &'static str, example: &'static str) -> Field {
    Field { name, ty, need: Need::Always, doc, example }
}

/// A field that a new thing must have.
const fn new(name: &'static str, ty: Ty, doc: &'static str, example: &'static str) -> Field {
    Field { name, ty, need: Need::New, doc, example }
}

/// A field that may be left out; then `default` holds.
const fn may(name: &'static str, ty: Ty, default: &'static str, doc: &'static str, example: &'static str) -> Field {
    Field { name, ty, need: Need::Or(default), doc, example }
}
