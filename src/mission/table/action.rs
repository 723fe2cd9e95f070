//! What events do.

use super::script::{BAND_AREA, BAND_TIME, WEIGHTS};
use super::{may, must};
use crate::mission::field::{Rule, Table, Thing, Ty, Word};
use crate::mission::limit;
use crate::mission::limit::TIME_S;
use crate::mission::unit::Dimension::*;

/// Ways in which an event can end a drill.
pub static END_WORDS: &[Word] = &[
    Word("held", "the leak was declared closed"),
    Word("isolated", "the leak was declared shut off from where the crew lives"),
    Word("evacuated", "everybody alive left"),
    Word("lost_crew", "somebody died"),
    Word("out_of_reserve", "the crew's air fell below 490 mmHg"),
    Word("time_limit", "time ran out"),
    Word("unfinished", "it was stopped"),
];

static SIDES: &[Word] = &[Word("inside", "drilled or worn from within"), Word("outside", "struck from without")];

static FAULTS: &[Word] = &[
    Word("stuck", "shows what it showed"),
    Word("bias", "is off by `by` from now on"),
    Word("drift", "drifts by `by` an hour from now on"),
    Word("dead", "shows nothing"),
    Word("none", "is mended"),
];

/// An action.
pub static ACTION: Table = Table {
    name: "action",
    heading: "an action",
    doc: "One thing that an event does. Several actions are a list of such tables.",
    fields: &[
        may(
            "say",
            Ty::Table(&SAY),
            "",
            "Somebody speaks to the crew",
            "{ from = \"Houston\", text = \"We see it too.\" }",
        ),
        may("hole", Ty::Table(&HOLE), "", "A hole opens", "{ in = \"ms09-bo\", rate = \"0.6 mmHg/h\" }"),
        may(
            "crack",
            Ty::Table(&CRACK),
            "",
            "A crack opens: it may grow, and tape does not hold it",
            "{ in = \"prk\", rate = \"1.4 kg/day\" }",
        ),
        may(
            "grow",
            Ty::Table(&GROW),
            "",
            "A hole grows or shrinks, at once or over a time",
            "{ hole = \"crack\", to = 2.0, over = \"6h\" }",
        ),
        may("reopen", Ty::Name(Thing::Hole), "", "All repairs of a hole fail", "\"crack\""),
        may("strike", Ty::Table(&STRIKE), "", "One strike from the sky, now", "{ reserve_time = [\"1h\", \"24h\"] }"),
        may("noise", Ty::Name(Thing::Compartment), "", "A bang is heard that comes from nothing", "\"zarya\""),
        may(
            "sensor",
            Ty::Table(&GAUGE),
            "",
            "A sensor goes wrong, or is mended",
            "{ id = \"p-zvezda\", fault = \"stuck\" }",
        ),
        may("gauge_bias", Ty::Amount(Pressure, -50.0, 50.0), "", "All hand gauges are off by so much", "\"2 mmHg\""),
        may("break", Ty::Name(Thing::Equipment), "", "A machine breaks", "\"elektron\""),
        may("mend", Ty::Name(Thing::Equipment), "", "A broken machine works again", "\"elektron\""),
        may("switch_on", Ty::Name(Thing::Equipment), "", "A machine is switched on", "\"vozdukh\""),
        may("switch_off", Ty::Name(Thing::Equipment), "", "A machine is switched off", "\"vozdukh\""),
        may("jam", Ty::Name(Thing::OneHatch), "", "A hatch jams", "\"pkho-zarya\""),
        may("free", Ty::Name(Thing::OneHatch), "", "A jammed hatch comes free", "\"pkho-zarya\""),
        may(
            "walls",
            Ty::Table(&WALLS),
            "",
            "Walls warm or cool: the air follows, and the pressure with it",
            "{ in = \"rs\", by = \"-1.5 K\", over = \"8h\" }",
        ),
        may(
            "leak_coolant",
            Ty::Name(Thing::Vehicle),
            "",
            "A vehicle loses its coolant: from now on a lifeboat only in need",
            "\"ms22\"",
        ),
        may("wake", Ty::Name(Thing::People), "", "Somebody wakes: a name, or `all`", "\"all\""),
        may("sleep", Ty::Name(Thing::People), "", "Somebody who is idle goes to sleep: a name, or `all`", "\"all\""),
        may("take_away", Ty::Name(Thing::Vehicle), "", "A vehicle leaves with nobody in it", "\"progress\""),
        may("end", Ty::Word(END_WORDS), "", "The drill ends so", "\"time_limit\""),
    ],
    rules: &[Rule::One(&[
        "say",
        "hole",
        "crack",
        "grow",
        "reopen",
        "strike",
        "noise",
        "sensor",
        "gauge_bias",
        "break",
        "mend",
        "switch_on",
        "switch_off",
        "jam",
        "free",
        "walls",
        "leak_coolant",
        "wake",
        "sleep",
        "take_away",
        "end",
    ])],
};

/// Words.
pub static SAY: Table = Table {
    name: "say",
    heading: "`say`",
    doc: "Something said to the crew.",
    fields: &[
        must("from", Ty::Text(30), "Who speaks", "\"Moscow\""),
        must("text", Ty::Prose(limit::NOTE), "The words", "\"Report pressure in five minutes.\""),
    ],
    rules: &[],
};

/// A hole.
pub static HOLE: Table = Table {
    name: "hole",
    heading: "`hole`",
    doc: "A round hole to the outside. Its size is given in one of three ways. Two values in brackets are a band: the seed \
          draws between them, evenly in the logarithm.",
    fields: &[
        may("name", Ty::Id, "the event's name", "Name by which `grow` and `reopen` speak of it", "\"hole\""),
        must(
            "in",
            Ty::Spread,
            "Where. Of several places, or of places with weights, the seed draws one",
            "\"ms09-bo\"",
        ),
        may(
            "cd_area_mm2",
            Ty::Band(&Ty::Number(0.0001, 100_000.0)),
            "",
            "Effective area, mm2, with the discharge coefficient in it",
            "0.945",
        ),
        may(
            "diameter",
            Ty::Band(&Ty::Amount(Length, 0.01, 350.0)),
            "",
            "Or its diameter, with the discharge coefficient 0.8",
            "\"2 mm\"",
        ),
        may(
            "rate",
            Ty::Band(&Ty::Measured),
            "",
            "Or how fast it lets the whole station's pressure fall at the start, or its loss of air",
            "\"0.6 mmHg/h\"",
        ),
        may("drawn_as", Ty::Amount(Length, 0.1, 1000.0), "from its area", "How large it looks", "\"2 mm\""),
        may(
            "made_from",
            Ty::Word(SIDES),
            "\"outside\"",
            "From which side it was made; a close look tells",
            "\"inside\"",
        ),
        may("blind", Ty::Flag, "false", "It does not go through: it is seen, and nothing leaks", "true"),
        may("findable", Ty::Number(0.01, 1.0), "1", "How easily it is found; 0.3 behind racks", "0.3"),
    ],
    rules: &[Rule::One(&["cd_area_mm2", "diameter", "rate"])],
};

/// A crack.
pub static CRACK: Table = Table {
    name: "crack",
    heading: "`crack`",
    doc: "A crack. Its leak is given, not computed from its length: as an orifice, four centimetres by 0.6 mm would leak \
          four hundred times too much.",
    fields: &[
        may("name", Ty::Id, "the event's name", "Name by which `grow` and `reopen` speak of it", "\"crack\""),
        must("in", Ty::Spread, "Where. Of several places, or of places with weights, the seed draws one", "\"prk\""),
        may(
            "cd_area_mm2",
            Ty::Band(&Ty::Number(0.0001, 100_000.0)),
            "",
            "Effective area, mm2, with the discharge coefficient in it",
            "0.06",
        ),
        may(
            "rate",
            Ty::Band(&Ty::Measured),
            "",
            "Or how fast it lets the whole station's pressure fall at the start, or its loss of air",
            "\"1.4 kg/day\"",
        ),
        may("length", Ty::Amount(Length, 1.0, 5000.0), "40 mm", "How long it is, for drawing", "\"4 cm\""),
        may("findable", Ty::Number(0.01, 1.0), "1", "How easily it is found; 0.3 behind racks", "0.3"),
    ],
    rules: &[Rule::One(&["cd_area_mm2", "rate"])],
};

/// Growth.
pub static GROW: Table = Table {
    name: "grow",
    heading: "`grow`",
    doc: "A hole changes its size.",
    fields: &[
        must("hole", Ty::Name(Thing::Hole), "Which", "\"crack\""),
        must("to", Ty::Number(0.0, 1000.0), "To so many times the area it was made with", "2.0"),
        may("over", Ty::Amount(Time, 0.0, TIME_S), "at once", "Evenly over so long", "\"6h\""),
    ],
    rules: &[],
};

/// A sensor fault.
pub static GAUGE: Table = Table {
    name: "sensor_fault",
    heading: "`sensor`",
    doc: "What goes wrong with a sensor.",
    fields: &[
        must("id", Ty::Name(Thing::Sensor), "Which", "\"p-zvezda\""),
        must("fault", Ty::Word(FAULTS), "What", "\"drift\""),
        may(
            "by",
            Ty::Measured,
            "needed by `bias` and `drift`",
            "By how much: mmHg or K, for a drift an hour",
            "\"0.3 mmHg/h\"",
        ),
    ],
    rules: &[],
};

/// One strike.
pub static STRIKE: Table = Table {
    name: "strike",
    heading: "`strike`",
    doc: "One strike from the sky, at the moment that the event chooses: where and how large is drawn as for `[strikes]`. \
          Several strikes, their times and their number are the business of `[strikes]`.",
    fields: &[BAND_AREA, BAND_TIME, WEIGHTS],
    rules: &[Rule::AtMostOne(&["cd_area_mm2", "reserve_time"])],
};

/// Wall temperatures.
pub static WALLS: Table = Table {
    name: "walls",
    heading: "`walls`",
    doc: "Wall temperatures move: day and night of the orbit, machines that were switched off. One kelvin over the whole \
          station is 2.5 mmHg.",
    fields: &[
        must(
            "in",
            Ty::Several(&Ty::Name(Thing::Place), limit::PLACES),
            "Where: compartments, or all of a vehicle or a segment",
            "\"rs\"",
        ),
        may("to", Ty::Amount(Temperature, -50.0, 60.0), "", "To this temperature", "\"20 C\""),
        may(
            "by",
            Ty::Amount(Warming, -50.0, 50.0),
            "",
            "Or by so much from the temperature at the start",
            "\"-1.5 K\"",
        ),
        may("over", Ty::Amount(Time, 0.0, TIME_S), "at once", "Evenly over so long", "\"8h\""),
    ],
    rules: &[Rule::One(&["to", "by"])],
};
