//! The tables of the people on board and of what they can carry.

use super::station::REMOVE;
use super::{may, must, new};
use crate::mission::field::{Table, Thing, Ty, Word};

/// Items that can be carried.
pub static ITEMS: &[Word] = &[
    Word("gauge", "hand manovacuumeter, the pressure gauge with a needle"),
    Word("detector", "ultrasonic leak detector with headphones"),
    Word("tape", "Kapton tape; a count is a number of strips"),
    Word("sealant", "two-component sealant with cloth; a count is a number of doses"),
    Word("camera", "camera for pictures to the ground"),
    Word("candle", "oxygen candle"),
    Word("mask", "oxygen mask with its bottle"),
    Word("patch", "rubber-and-foil patch for holes too large for tape"),
];

/// Stock.
pub static STOCK: Table = Table {
    name: "stock",
    heading: "`[[stock]]`",
    doc: "Things that can be carried, where they are stowed. The same item in the same place changes the preset's count; \
          `count = 0` takes it away.",
    fields: &[
        must("item", Ty::Word(ITEMS), "What", "\"tape\""),
        must("in", Ty::Name(Thing::Compartment), "Where it is stowed", "\"zvezda\""),
        may("count", Ty::Count(0, 255), "1", "How many, or how many uses", "3"),
    ],
    rules: &[],
};

/// A crew member.
pub static CREW_MEMBER: Table = Table {
    name: "crew_member",
    heading: "`[[crew]]`",
    doc: "Somebody on board.",
    fields: &[
        must("id", Ty::Id, "Short name, typed in orders", "\"feustel\""),
        new("name", Ty::Text(60), "Full name", "\"Andrew Feustel\""),
        new("label", Ty::Label(10), "Name on the map, at most ten columns", "\"Feustel\""),
        may("agency", Ty::Text(20), "none", "Who sent them", "\"NASA\""),
        may(
            "vehicle",
            Ty::Name(Thing::Vehicle),
            "none: nobody takes them home",
            "The ship in which their seat liner is",
            "\"ms08\"",
        ),
        new("in", Ty::Name(Thing::Compartment), "Where they are", "\"harmony\""),
        may("asleep", Ty::Flag, "false", "Whether they sleep at the start", "false"),
        may("carries", Ty::List(&Ty::Word(ITEMS), 8), "nothing", "What they carry", "[\"gauge\"]"),
        REMOVE,
    ],
    rules: &[],
};
