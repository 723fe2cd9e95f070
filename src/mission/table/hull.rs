//! The tables of what holds the air: segments, compartments and the hatches between them.

use super::station::REMOVE;
use super::{may, must, new};
use crate::mission::field::{Rule, Table, Thing, Ty, Word};
use crate::mission::limit::*;
use crate::mission::unit::Dimension::*;

static GROUND: &[Word] = &[Word("Houston", "mission control, Houston"), Word("Moscow", "TsUP, Moscow")];

static OWNERS: &[Word] =
    &[Word("NASA", "United States"), Word("Roscosmos", "Russia"), Word("JAXA", "Japan"), Word("ESA", "Europe")];

static SHIELDS: &[Word] = &[
    Word("usos", "US, European and Japanese modules: stuffed Whipple shield"),
    Word("fgb", "Zarya and its like"),
    Word("zvezda", "Zvezda and its like"),
    Word("soyuz", "Soyuz and Progress: thin"),
    Word("beam", "the inflatable BEAM"),
];

static HATCH_KINDS: &[Word] = &[
    Word("russian", "round, 0.8 m: 0.5 m2, discharge coefficient 0.8, valve 4 cm2, closes in 45 s, opens in 60 s"),
    Word("us", "square, 1.27 m: 1.5 m2, 0.8, valve 4 cm2, closes in 90 s, opens in 90 s"),
    Word("docking", "of a Soyuz or Progress: 0.5 m2, 0.8, valve 4 cm2, closes in 60 s, opens in 90 s"),
    Word("internal", "between the parts of a vehicle: 0.28 m2, 0.8, valve 4 cm2, closes in 30 s, opens in 30 s"),
    Word("open", "a passage without a door: 2 m2, 1"),
];

static STATES: &[Word] = &[Word("open", "open at the start"), Word("shut", "shut at the start")];

static OBSTRUCTIONS: &[Word] =
    &[Word("duct", "an air duct, quick to pull"), Word("cables", "power and data cables, slow to part")];

/// A segment.
pub static SEGMENT: Table = Table {
    name: "segment",
    heading: "`[[segment]]`",
    doc: "A part of the station that one control centre looks after. Hatches between two segments are what `segment` \
          and `first_segment_hatch` speak of in conditions.",
    fields: &[
        must("id", Ty::Id, "Short name, typed in orders", "\"rs\""),
        new("name", Ty::Text(60), "Name for people", "\"Russian segment\""),
        new("ground", Ty::Word(GROUND), "Who answers for it on the loop", "\"Moscow\""),
        REMOVE,
    ],
    rules: &[],
};

/// A compartment.
pub static COMPARTMENT: Table = Table {
    name: "compartment",
    heading: "`[[compartment]]`",
    doc: "A well-mixed volume of air. A large module may be several, joined by hatches of kind `open`.",
    fields: &[
        must("id", Ty::Id, "Short name, typed in orders", "\"zvezda\""),
        new("name", Ty::Text(60), "Name for people", "\"Zvezda working compartment\""),
        new("label", Ty::Label(8), "Name on the map, at most eight columns", "\"Zvezda\""),
        new("segment", Ty::Name(Thing::Segment), "The segment that it belongs to", "\"rs\""),
        new("owner", Ty::Word(OWNERS), "Who owns it", "\"Roscosmos\""),
        new("volume", Ty::Amount(Volume, 0.1, 10_000.0), "Free gas volume: racks and cargo taken off", "\"77 m3\""),
        may(
            "shell_volume",
            Ty::Amount(Volume, 0.1, 10_000.0),
            "not shown",
            "Volume that fact sheets give; shown, never used",
            "\"75 m3\"",
        ),
        may(
            "leak",
            Ty::Amount(MassRate, 0.0, 10.0),
            "0 kg/day",
            "Structural leakage: air lost overboard at 745 mmHg and 295 K. It scales with the pressure",
            "\"0.000009 kg/day\"",
        ),
        may(
            "walls",
            Ty::Amount(Conductance, 0.0, 100_000.0),
            "3 W/K for each m3",
            "Conductance from the air to walls and air conditioning",
            "\"250 W/K\"",
        ),
        may("transit", Ty::Amount(Time, 1.0, 600.0), "15 s", "Time to cross it", "\"15 s\""),
        new(
            "at",
            Ty::Pair(&Ty::Count(0, 99)),
            "Column and row on the map: aft is left, forward right, zenith up, nadir down",
            "[2, 4]",
        ),
        may(
            "area",
            Ty::Amount(Area, 0.0, 1e10),
            "that of a ball of its volume",
            "Outer hull area that strikes can hit",
            "\"70 m2\"",
        ),
        may(
            "faces",
            Ty::Table(&FACES),
            "a sixth each way",
            "Share of that area that faces each way; the shares sum to 1",
            "{ ram = 0.1, port = 0.3, starboard = 0.3, zenith = 0.2, nadir = 0.1 }",
        ),
        may("shield", Ty::Word(SHIELDS), "\"usos\"", "Wall and bumper", "\"zvezda\""),
        may(
            "pressure",
            Ty::Amount(Pressure, 0.0, 1000.0),
            "that of `[air]`",
            "Total pressure here at the start",
            "\"700 mmHg\"",
        ),
        may(
            "temperature",
            Ty::Amount(Temperature, -50.0, 60.0),
            "that of `[air]`",
            "Temperature here at the start",
            "\"20 C\"",
        ),
        may(
            "oxygen",
            Ty::Amount(Pressure, 0.0, 1000.0),
            "that of `[air]`",
            "Partial pressure of oxygen here at the start",
            "\"150 mmHg\"",
        ),
        may(
            "carbon_dioxide",
            Ty::Amount(Pressure, 0.0, 100.0),
            "that of `[air]`",
            "Partial pressure of carbon dioxide here at the start",
            "\"3 mmHg\"",
        ),
        may(
            "water",
            Ty::Amount(Pressure, 0.0, 50.0),
            "that of `[air]`",
            "Partial pressure of water vapour here at the start",
            "\"9 mmHg\"",
        ),
        may("source", Ty::Text(NOTE), "none", "Where its numbers come from", "\"free: V-HAB\""),
        REMOVE,
    ],
    rules: &[],
};

/// Faces of a hull.
pub static FACES: Table = Table {
    name: "faces",
    heading: "`faces`",
    doc: "Shares of a hull's area by the way that they face. A face that is left out is 0; all together are 1.",
    fields: &[
        may("ram", Ty::Number(0.0, 1.0), "0", "Forward, into the debris", "0.1"),
        may("port", Ty::Number(0.0, 1.0), "0", "Left of flight", "0.3"),
        may("starboard", Ty::Number(0.0, 1.0), "0", "Right of flight", "0.3"),
        may("zenith", Ty::Number(0.0, 1.0), "0", "Away from the Earth", "0.2"),
        may("aft", Ty::Number(0.0, 1.0), "0", "Backward", "0.0"),
        may("nadir", Ty::Number(0.0, 1.0), "0", "To the Earth", "0.1"),
    ],
    rules: &[],
};

/// A hatch.
pub static HATCH: Table = Table {
    name: "hatch",
    heading: "`[[hatch]]`",
    doc: "A door between two compartments, or a passage without one.",
    fields: &[
        must("id", Ty::Id, "Short name, typed in orders", "\"zvezda-pkho\""),
        may("also", Ty::List(&Ty::Id, 4), "none", "Other names that missions may use for it", "[\"fgb-mrm1\"]"),
        new("a", Ty::Name(Thing::Compartment), "The compartment on one side", "\"zvezda\""),
        new("b", Ty::Name(Thing::Compartment), "The compartment on the other side", "\"pkho\""),
        new("kind", Ty::Word(HATCH_KINDS), "What sort of door", "\"russian\""),
        may("state", Ty::Word(STATES), "\"open\"", "How it stands at the start", "\"open\""),
        may(
            "swings_into",
            Ty::Name(Thing::Compartment),
            "neither: pressure does not hold it",
            "The compartment into which the door moves when it opens: higher pressure there presses it into its seat",
            "\"pkho\"",
        ),
        may(
            "imv",
            Ty::Amount(Flow, 0.0, 10_000.0),
            "0 m3/h",
            "Ventilation each way while it is open and its fan runs",
            "\"163 m3/h\"",
        ),
        may(
            "fan",
            Ty::Name(Thing::Equipment),
            "none: the ventilation needs no fan",
            "The fan that drives the ventilation",
            "\"fan-rs\"",
        ),
        may(
            "obstruction",
            Ty::Word(OBSTRUCTIONS),
            "none",
            "What lies through it and must come out before it can shut",
            "\"duct\"",
        ),
        may(
            "clear",
            Ty::Amount(Time, 1.0, 3600.0),
            "2 min for a duct, 3 min for cables",
            "Time to pull that out",
            "\"2 min\"",
        ),
        may("flow_sensor", Ty::Flag, "true for `russian`", "Whether air-flow sensors sit on its ring", "true"),
        may("area", Ty::Amount(Area, 1.0, 1e7), "by its kind", "Free area when open", "\"0.5 m2\""),
        may("cd", Ty::Number(0.1, 1.0), "by its kind", "Discharge coefficient of the opening", "0.8"),
        may(
            "seal",
            Ty::Amount(Area, 0.0, 1e4),
            "0 mm2",
            "Effective area that leaks past its seal when shut",
            "\"0.01 mm2\"",
        ),
        may(
            "valve",
            Ty::Amount(Area, 0.0, 1e5),
            "by its kind",
            "Effective area of its equalisation valve",
            "\"4 cm2\"",
        ),
        may("closes_in", Ty::Amount(Time, 1.0, 3600.0), "by its kind", "Time to shut it", "\"45 s\""),
        may("opens_in", Ty::Amount(Time, 1.0, 3600.0), "by its kind", "Time to open it", "\"60 s\""),
        REMOVE,
    ],
    rules: &[Rule::Beside("clear", &["obstruction"])],
};
