//! The tables of what works on the air or reads it: machines, tanks, sensors.

use super::station::REMOVE;
use super::{may, must, new};
use crate::mission::field::{Table, Thing, Ty, Word};
use crate::mission::unit::Dimension::*;

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
