//! The tables of a station: in a file of its own, or under `[station]` in a mission. What it is made of has tables beside
//! this one: its hull, its vehicles, its machines and its crew.

use super::{COMPARTMENT, CREW_MEMBER, EQUIPMENT, HATCH, SEGMENT, SENSOR, STOCK, TANK, VEHICLE, may, must, new};
use crate::mission::field::{Field, Table, Thing, Ty};
use crate::mission::limit::*;
use crate::mission::unit::Dimension::*;

const STATION_ID: Field = must("id", Ty::Id, "Short name of the station; equals the name of its file", "\"trainer\"");
const TITLE: Field = new("title", Ty::Text(LINE), "Name of the station for people", "\"Trainer, three compartments\"");
const ABOUT: Field = may(
    "about",
    Ty::Prose(PROSE),
    "none",
    "What the station is, in two or three sentences",
    "\"A small station to learn on.\"",
);
const STATION_SOURCES: Field = may(
    "sources",
    Ty::List(&Ty::Text(NOTE), SOURCES),
    "none",
    "Where its numbers come from, a line each",
    "[\"volumes: fact sheet\"]",
);
const BROCHURE: Field = may(
    "brochure_volume",
    Ty::Amount(Volume, 0.1, 100_000.0),
    "not shown",
    "What fact sheets say of the whole volume. It is shown, never used: the physics uses free volumes",
    "\"916 m3\"",
);
const AIR_FIELD: Field = new(
    "air",
    Ty::Table(&AIR),
    "The air everywhere at the start, unless a compartment has its own",
    "{ pressure = \"745 mmHg\", temperature = \"22 C\", oxygen = \"156 mmHg\" }",
);
const SEGMENTS_FIELD: Field = new(
    "segment",
    Ty::Tables(&SEGMENT, SEGMENTS),
    "Parts of the station that one control centre looks after",
    "[[segment]]",
);
const COMPARTMENTS_FIELD: Field =
    new("compartment", Ty::Tables(&COMPARTMENT, COMPARTMENTS), "Volumes of air", "[[compartment]]");
const HATCHES_FIELD: Field =
    may("hatch", Ty::Tables(&HATCH, HATCHES), "none", "Doors and passages between compartments", "[[hatch]]");
const VEHICLES_FIELD: Field = may("vehicle", Ty::Tables(&VEHICLE, VEHICLES), "none", "Docked ships", "[[vehicle]]");
const EQUIPMENT_FIELD: Field =
    may("equipment", Ty::Tables(&EQUIPMENT, crate::mission::limit::EQUIPMENT), "none", "Machines", "[[equipment]]");
const TANKS_FIELD: Field = may("tank", Ty::Tables(&TANK, TANKS), "none", "Gas behind valves", "[[tank]]");
const SENSORS_FIELD: Field =
    may("sensor", Ty::Tables(&SENSOR, SENSORS), "none", "What the laptops and the ground can read", "[[sensor]]");
const STOCK_FIELD: Field = may(
    "stock",
    Ty::Tables(&STOCK, crate::mission::limit::STOCK),
    "none",
    "Things to carry, where they are stowed",
    "[[stock]]",
);
const CREW_FIELD: Field = new("crew", Ty::Tables(&CREW_MEMBER, crate::mission::limit::CREW), "The people", "[[crew]]");

/// A station file.
pub static STATION: Table = Table {
    name: "station",
    heading: "a station file",
    doc: "A station in a file of its own. The same tables may stand in a mission under `[station]`.",
    fields: &[
        must("format", Ty::Count(1, u64::MAX), "Version of the file format: 1", "1"),
        STATION_ID,
        TITLE,
        ABOUT,
        STATION_SOURCES,
        BROCHURE,
        AIR_FIELD,
        SEGMENTS_FIELD,
        COMPARTMENTS_FIELD,
        HATCHES_FIELD,
        VEHICLES_FIELD,
        EQUIPMENT_FIELD,
        TANKS_FIELD,
        SENSORS_FIELD,
        STOCK_FIELD,
        CREW_FIELD,
    ],
    rules: &[],
};

/// The station of a mission: a preset, a preset with changes, or everything.
pub static CHANGES: Table = Table {
    name: "mission_station",
    heading: "`[station]`",
    doc: "The station of a mission: a preset by its name, a preset with changes, or, without `preset`, a whole station \
          written out. A table with the `id` of something in the preset changes the fields that it names and no other; \
          `remove = true` takes the thing away with all that is in it; a new `id` adds a thing.",
    fields: &[
        may(
            "preset",
            Ty::Name(Thing::Preset),
            "none: the station is written out here",
            "The station that ships under this name; `leakdrill list` shows them",
            "\"iss-2018-08-30\"",
        ),
        may("id", Ty::Id, "that of the preset, else `custom`", "Short name of the station", "\"my-station\""),
        TITLE,
        ABOUT,
        STATION_SOURCES,
        BROCHURE,
        AIR_FIELD,
        SEGMENTS_FIELD,
        COMPARTMENTS_FIELD,
        HATCHES_FIELD,
        VEHICLES_FIELD,
        EQUIPMENT_FIELD,
        TANKS_FIELD,
        SENSORS_FIELD,
        STOCK_FIELD,
        CREW_FIELD,
    ],
    rules: &[],
};

/// Air at the start.
pub static AIR: Table = Table {
    name: "air",
    heading: "`[air]`",
    doc: "The air at the start: total pressure and partial pressures; the rest is nitrogen.",
    fields: &[
        new("pressure", Ty::Amount(Pressure, 0.0, 1000.0), "Total pressure", "\"745 mmHg\""),
        new("temperature", Ty::Amount(Temperature, -50.0, 60.0), "Temperature of air and walls", "\"22.2 C\""),
        new("oxygen", Ty::Amount(Pressure, 0.0, 1000.0), "Partial pressure of oxygen", "\"156 mmHg\""),
        may(
            "carbon_dioxide",
            Ty::Amount(Pressure, 0.0, 100.0),
            "0 mmHg",
            "Partial pressure of carbon dioxide",
            "\"2.3 mmHg\"",
        ),
        may("water", Ty::Amount(Pressure, 0.0, 50.0), "0 mmHg", "Partial pressure of water vapour", "\"8 mmHg\""),
    ],
    rules: &[],
};

/// A thing of a preset that is not in a mission.
pub(super) const REMOVE: Field =
    may("remove", Ty::Flag, "false", "Takes it out of the preset, with all that is in it", "true");
