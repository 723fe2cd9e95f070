//! The table of docked ships.

use super::station::REMOVE;
use super::{may, must, new};
use crate::mission::field::{Table, Thing, Ty, Word};
use crate::mission::unit::Dimension::*;

static VEHICLE_KINDS: &[Word] = &[
    Word("soyuz", "a lifeboat for three"),
    Word("progress", "a Russian cargo ship"),
    Word("cygnus", "a US cargo ship"),
    Word("dragon", "a US lifeboat"),
    Word("shuttle", "the Space Shuttle"),
];

/// A vehicle.
pub static VEHICLE: Table = Table {
    name: "vehicle",
    heading: "`[[vehicle]]`",
    doc: "A docked ship. Its compartments and its hatches are declared like any others.",
    fields: &[
        must("id", Ty::Id, "Short name, typed in orders", "\"ms09\""),
        new("name", Ty::Text(60), "Name for people", "\"Soyuz MS-09\""),
        new("kind", Ty::Word(VEHICLE_KINDS), "What it is", "\"soyuz\""),
        new("docked_by", Ty::Name(Thing::OneHatch), "The hatch that parts when it undocks", "\"mrm1-ms09\""),
        new(
            "compartments",
            Ty::List(&Ty::Name(Thing::Compartment), 10),
            "What it is made of; people ride home in the last one that is not cast off",
            "[\"ms09-bo\", \"ms09-sa\"]",
        ),
        may(
            "casts_off",
            Ty::List(&Ty::Name(Thing::Compartment), 10),
            "none",
            "Those of them that are dropped before landing: a hole there does not keep anybody from going home",
            "[\"ms09-bo\"]",
        ),
        may("seats", Ty::Count(0, 10), "0: cargo", "How many people it carries home", "3"),
        may(
            "undocks_in",
            Ty::Amount(Time, 1.0, 86_400.0),
            "3 min",
            "Time from the order to being free, once all are in and the hatches shut",
            "\"3 min\"",
        ),
        REMOVE,
    ],
    rules: &[],
};
