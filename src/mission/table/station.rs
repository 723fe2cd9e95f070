//! The tables of a station: in a file of its own, or under `[station]` in a mission.

use super::{may, must, new};
use crate::mission::field::{Field, Rule, Table, Thing, Ty, Word};
use crate::mission::limit::*;
use crate::mission::unit::Dimension::*;

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

static VEHICLE_KINDS: &[Word] = &[
    Word("soyuz", "a lifeboat for three"),
    Word("progress", "a Russian cargo ship"),
    Word("cygnus", "a US cargo ship"),
    Word("dragon", "a US lifeboat"),
    Word("shuttle", "the Space Shuttle"),
];

static MACHINES: &[Word] = &[
    Word("oxygen_generator", "makes oxygen at `rate`"),
    Word("co2_removal", "takes carbon dioxide out of `flow`"),
    Word("condenser", "takes water vapour out of `flow`"),
    Word("fan", "moves air through hatches that name it"),
    Word("air_conditioner", "holds the walls at their temperature"),
    Word("heat_load", "only warms"),
];

static GASES: &[Word] =
    &[Word("oxygen", "oxygen"), Word("nitrogen", "nitrogen"), Word("air", "21 % oxygen by volume, the rest nitrogen")];

static QUANTITIES: &[Word] = &[
    Word("pressure", "total pressure, mmHg"),
    Word("oxygen", "partial pressure of oxygen, mmHg"),
    Word("carbon_dioxide", "partial pressure of carbon dioxide, mmHg"),
    Word("temperature", "air temperature"),
];

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

const REMOVE: Field = may("remove", Ty::Flag, "false", "Takes it out of the preset, with all that is in it", "true");

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
        new("label", Ty::Text(8), "Name on the map, at most eight columns", "\"Zvezda\""),
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

/// A machine.
pub static EQUIPMENT: Table = Table {
    name: "equipment",
    heading: "`[[equipment]]`",
    doc: "A machine that can be switched.",
    fields: &[
        must("id", Ty::Id, "Short name, typed in orders", "\"elektron\""),
        new("name", Ty::Text(60), "Name for people", "\"Elektron\""),
        new("in", Ty::Name(Thing::Compartment), "Where it stands and is switched", "\"zvezda\""),
        new("kind", Ty::Word(MACHINES), "What it does to the air", "\"oxygen_generator\""),
        may("on", Ty::Flag, "true", "Whether it runs at the start", "true"),
        may(
            "rate",
            Ty::Amount(MassRate, 0.0, 1000.0),
            "none: `oxygen_generator` needs it",
            "Oxygen made",
            "\"2.59 kg/day\"",
        ),
        may(
            "flow",
            Ty::Amount(Flow, 0.0, 10_000.0),
            "none: `co2_removal` and `condenser` need it",
            "Air through it",
            "\"27 m3/h\"",
        ),
        may("efficiency", Ty::Number(0.0, 1.0), "1", "Share removed per pass", "0.9"),
        may("cap", Ty::Amount(MassRate, 0.0, 1000.0), "no limit", "Most that it can remove", "\"4 kg/day\""),
        may(
            "air_loss",
            Ty::Amount(MassRate, 0.0, 100.0),
            "0 kg/day",
            "Cabin air lost overboard while it runs",
            "\"0.05 kg/day\"",
        ),
        may("heat", Ty::Amount(Power, 0.0, 100_000.0), "0 W", "Heat into the cabin while it runs", "\"500 W\""),
        may("noise", Ty::Number(0.0, 1.0), "0", "How much it hinders listening in its compartment", "0.3"),
        REMOVE,
    ],
    rules: &[],
};

/// A tank.
pub static TANK: Table = Table {
    name: "tank",
    heading: "`[[tank]]`",
    doc: "Gas behind a valve.",
    fields: &[
        must("id", Ty::Id, "Short name, typed in orders", "\"progress-o2\""),
        new("name", Ty::Text(60), "Name for people", "\"Progress oxygen\""),
        new("gas", Ty::Word(GASES), "What is in it", "\"oxygen\""),
        new("mass", Ty::Amount(Mass, 0.0, 10_000.0), "Load at the start", "\"52 kg\""),
        new("rate", Ty::Amount(MassRate, 0.0, 1e6), "Flow when its valve is open", "\"8 kg/h\""),
        new("in", Ty::Name(Thing::Compartment), "Where it flows, and where its valve is worked", "\"progress\""),
        may(
            "vehicle",
            Ty::Name(Thing::Vehicle),
            "none: it belongs to the station",
            "The ship that carries it and leaves with it",
            "\"progress\"",
        ),
        REMOVE,
    ],
    rules: &[],
};

/// A sensor.
pub static SENSOR: Table = Table {
    name: "sensor",
    heading: "`[[sensor]]`",
    doc: "What the laptops and the ground can read. Conditions on telemetry ask these, never the truth.",
    fields: &[
        must("id", Ty::Id, "Short name", "\"p-zvezda\""),
        new("in", Ty::Name(Thing::Compartment), "Where it is", "\"zvezda\""),
        new("quantity", Ty::Word(QUANTITIES), "What it feels", "\"pressure\""),
        may(
            "resolution",
            Ty::Measured,
            "0.1 mmHg, or 0.1 K for temperature",
            "Smallest step that it shows",
            "\"0.1 mmHg\"",
        ),
        may("lag", Ty::Amount(Time, 0.0, 3600.0), "8 s", "Time constant of its lag", "\"8 s\""),
        REMOVE,
    ],
    rules: &[],
};

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
        new("label", Ty::Text(10), "Name on the map, at most ten columns", "\"Feustel\""),
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
