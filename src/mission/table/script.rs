//! Events, conditions, deeds and strikes.

use super::{ACTION, may, must};
use crate::mission::field::{Field, Rule, Table, Thing, Ty, Word};
use crate::mission::limit;
use crate::mission::limit::{ACTIONS, CONDITIONS, TIME_S};
use crate::mission::unit::Dimension::*;

static TOPICS: &[Word] = &[
    Word("pressure", "pressure, rate and reserve time as measured"),
    Word("muster", "everybody is accounted for"),
    Word("leak", "where the leak is"),
    Word("repair", "what was done to it"),
    Word("status", "how things stand"),
];

static CLAIMS: &[Word] = &[
    Word("held", "the leak is closed"),
    Word("isolated", "the leak is shut off from where the crew lives, and that is more than a lifeboat"),
];

/// What a crew does.
pub static DEEDS: &[Word] = &[
    Word("muster", "the roll was called and all awake answered"),
    Word("measure", "a hand gauge was read"),
    Word("commit", "a reserve time was committed"),
    Word("leak_check", "a leak check ended; `holds` asks for its answer"),
    Word("close", "a hatch was shut"),
    Word("open", "a hatch was opened"),
    Word("search", "a place was searched, by ear or by eye"),
    Word("find", "a hole was found"),
    Word("inspect", "a hole was looked at closely"),
    Word("photograph", "a hole was photographed"),
    Word("finger", "a finger was put on a hole"),
    Word("tape", "tape was put on a hole"),
    Word("sealant", "a coat of sealant was put on a hole"),
    Word("patch", "a patch was put on a hole"),
    Word("open_tank", "a tank's valve was opened"),
    Word("shut_tank", "a tank's valve was shut"),
    Word("candle", "an oxygen candle was lit"),
    Word("wake", "somebody woke"),
    Word("mask", "a mask was put on"),
    Word("suit", "a suit was put on"),
    Word("liner", "a seat liner was moved"),
    Word("seat", "somebody strapped in"),
    Word("undock", "a vehicle undocked"),
    Word("switch", "a machine was switched; `equipment` and `on` ask which and how"),
    Word("report", "the ground was told; `topic` asks of what"),
    Word("raise_alarm", "the alarm was raised by hand"),
    Word("acknowledge", "alarms were acknowledged"),
    Word("take", "an item was fetched or handed over; `item` asks which"),
    Word("clear", "what lay through a hatch was pulled out"),
    Word("declare", "the crew declared; `claim` asks what"),
    Word("alarm", "an emergency alarm sounded"),
];

/// An event.
pub static EVENT: Table = Table {
    name: "event",
    heading: "`[[event]]`",
    doc: "Something that happens. It waits until everything that it says about time and condition is true together; then \
          its actions happen in their order.",
    fields: &[
        may("name", Ty::Id, "its number", "Short name, for `after` and for the debrief", "\"hole\""),
        may("at", Ty::Amount(Time, 0.0, TIME_S), "the start", "Not before this time since the start", "\"00:10:00\""),
        may("after", Ty::Moment, "waits for none", "So long after another event first happened", "\"hole + 5m\""),
        may(
            "when",
            Ty::Table(&CONDITION),
            "always",
            "A condition",
            "{ shut = \"fgb-mrm1\", telemetry_steady = \"10m\" }",
        ),
        may(
            "all",
            Ty::List(&Ty::Table(&CONDITION), CONDITIONS),
            "none",
            "Conditions that must all be true",
            "[{ done = \"muster\" }, { done = \"commit\" }]",
        ),
        may(
            "any",
            Ty::List(&Ty::Table(&CONDITION), CONDITIONS),
            "none",
            "Conditions of which one must be true",
            "[{ done = \"find\" }, { at = \"2h\" }]",
        ),
        may("not", Ty::Table(&CONDITION), "none", "A condition that must be false", "{ done = \"report\" }"),
        may("chance", Ty::Number(0.0, 1.0), "1", "Chance that it happens when its time comes; the seed decides", "0.5"),
        may(
            "repeat",
            Ty::Amount(Time, 1.0, TIME_S),
            "happens once",
            "Happens again so long after the last time, while its condition holds",
            "\"1h\"",
        ),
        may("at_most", Ty::Count(1, 100_000), "1, or 1000 with `repeat`", "Happens no more often than this", "12"),
        must(
            "do",
            Ty::Several(&Ty::Table(&ACTION), ACTIONS),
            "What happens: one action, or a list of them",
            "{ say = { from = \"Moscow\", text = \"Copy.\" } }",
        ),
    ],
    rules: &[Rule::Some(&["at", "after", "when", "all", "any", "not"]), Rule::Beside("at_most", &["repeat"])],
};

/// A condition.
pub static CONDITION: Table = Table {
    name: "condition",
    heading: "a condition",
    doc: "A question with a yes or no, asked each second of what the crew and the ground can know: telemetry, never the \
          truth. All that one condition says must be true together.",
    fields: &[
        may("at", Ty::Amount(Time, 0.0, TIME_S), "", "The drill has lasted so long", "\"2h\""),
        may("after", Ty::Moment, "", "So long after an event first happened", "\"hole + 30m\""),
        may("done", Ty::Word(DEEDS), "", "It was done", "\"leak_check\""),
        may(
            "who",
            Ty::Name(Thing::Person),
            "anybody",
            "By whom; where no deed of `done` is somebody's: who is `inside`",
            "\"gerst\"",
        ),
        may(
            "in",
            Ty::Several(&Ty::Name(Thing::Place), limit::PLACES),
            "anywhere",
            "Where it was done: a compartment, or any of a vehicle or a segment",
            "\"ms09\"",
        ),
        may(
            "hatch",
            Ty::Several(&Ty::Name(Thing::Hatch), limit::PLACES),
            "any",
            "At which hatch; `segment` is any that divides two segments",
            "\"unity-aft\"",
        ),
        may("holds", Ty::Flag, "either", "Of a leak check: whether it held", "true"),
        may("topic", Ty::Word(TOPICS), "any", "Of a report: what it was about", "\"leak\""),
        may("claim", Ty::Word(CLAIMS), "either", "Of a declaration: what was declared", "\"held\""),
        may("item", Ty::Word(super::ITEMS), "any", "Of taking: what was taken", "\"gauge\""),
        may("equipment", Ty::Name(Thing::Equipment), "any", "Of switching: which machine", "\"elektron\""),
        may("on", Ty::Flag, "either", "Of switching: on, or off", "false"),
        may("times", Ty::Count(1, 1000), "1", "It was done at least so often", "2"),
        may(
            "before",
            Ty::Or(&Ty::Text(limit::NAME), &DEED),
            "",
            "The deed of `done` came before this one: a word of `done`, `first_segment_hatch` for the first hatch shut \
             between two segments, or a table",
            "\"first_segment_hatch\"",
        ),
        may("since", Ty::Amount(Time, 0.0, TIME_S), "", "So long since it was last done", "\"12h\""),
        may(
            "shut",
            Ty::Several(&Ty::Name(Thing::OneHatch), limit::PLACES),
            "",
            "The hatch is shut; of a list, all are",
            "\"fgb-mrm1\"",
        ),
        may(
            "open",
            Ty::Several(&Ty::Name(Thing::OneHatch), limit::PLACES),
            "",
            "The hatch is open; of a list, all are",
            "\"fgb-mrm1\"",
        ),
        may(
            "telemetry_below",
            Ty::Measured,
            "",
            "A sensor shows less: mmHg or C. Without `sensor`, any of that quantity",
            "\"700 mmHg\"",
        ),
        may(
            "telemetry_above",
            Ty::Measured,
            "",
            "A sensor shows more: mmHg or C. Without `sensor`, any of that quantity",
            "\"24 C\"",
        ),
        may(
            "falling",
            Ty::Amount(PressureRate, 0.0, 100_000.0),
            "",
            "A pressure sensor shows a fall over ten minutes that is faster. Without `sensor`, any",
            "\"1 mmHg/h\"",
        ),
        may(
            "telemetry_steady",
            Ty::Amount(Time, 60.0, TIME_S),
            "",
            "Pressure telemetry moved no more than its resolution for so long. Without `sensor`, all of it",
            "\"10m\"",
        ),
        may("sensor", Ty::Name(Thing::Sensor), "any, or all", "Which sensor", "\"p-zvezda\""),
        may(
            "inside",
            Ty::Several(&Ty::Name(Thing::Place), limit::PLACES),
            "",
            "Somebody, or `who`, is in there",
            "\"ms09\"",
        ),
        may("asleep", Ty::Name(Thing::People), "", "They sleep: a name, or `all`", "\"all\""),
        may(
            "all",
            Ty::List(&Ty::Table(&CONDITION), CONDITIONS),
            "",
            "All of these are true",
            "[{ done = \"muster\" }, { done = \"commit\" }]",
        ),
        may(
            "any",
            Ty::List(&Ty::Table(&CONDITION), CONDITIONS),
            "",
            "One of these is true",
            "[{ done = \"find\" }, { at = \"2h\" }]",
        ),
        may("not", Ty::Table(&CONDITION), "", "This is false", "{ shut = \"unity-aft\" }"),
    ],
    rules: &[
        Rule::Some(&[
            "at",
            "after",
            "done",
            "shut",
            "open",
            "telemetry_below",
            "telemetry_above",
            "falling",
            "telemetry_steady",
            "inside",
            "asleep",
            "all",
            "any",
            "not",
        ]),
        Rule::Beside("who", &["done", "inside"]),
        Rule::Beside("in", &["done"]),
        Rule::Beside("hatch", &["done"]),
        Rule::Beside("holds", &["done"]),
        Rule::Beside("topic", &["done"]),
        Rule::Beside("claim", &["done"]),
        Rule::Beside("item", &["done"]),
        Rule::Beside("equipment", &["done"]),
        Rule::Beside("on", &["done"]),
        Rule::Beside("times", &["done"]),
        Rule::Beside("before", &["done"]),
        Rule::Beside("since", &["done"]),
        Rule::Beside("sensor", &["telemetry_below", "telemetry_above", "falling", "telemetry_steady"]),
    ],
};

/// A deed, where `before` needs more than a word.
pub static DEED: Table = Table {
    name: "deed",
    heading: "a deed",
    doc: "Something that a crew does, more closely than by its word alone. The fields mean what they mean in a condition.",
    fields: &[
        must("done", Ty::Word(DEEDS), "What was done", "\"close\""),
        may("who", Ty::Name(Thing::Person), "anybody", "By whom", "\"gerst\""),
        may("in", Ty::Several(&Ty::Name(Thing::Place), limit::PLACES), "anywhere", "Where", "\"zvezda\""),
        may("hatch", Ty::Several(&Ty::Name(Thing::Hatch), limit::PLACES), "any", "At which hatch", "\"segment\""),
        may("holds", Ty::Flag, "either", "Of a leak check: whether it held", "true"),
        may("topic", Ty::Word(TOPICS), "any", "Of a report: what it was about", "\"leak\""),
        may("claim", Ty::Word(CLAIMS), "either", "Of a declaration: what was declared", "\"held\""),
        may("item", Ty::Word(super::ITEMS), "any", "Of taking: what was taken", "\"gauge\""),
        may("equipment", Ty::Name(Thing::Equipment), "any", "Of switching: which machine", "\"elektron\""),
        may("on", Ty::Flag, "either", "Of switching: on, or off", "false"),
    ],
    rules: &[],
};

/// How large a strike's hole may be.
pub(super) const BAND_AREA: Field = may(
    "cd_area_mm2",
    Ty::Pair(&Ty::Number(0.001, 100_000.0)),
    "any",
    "Effective area between these, mm2, the discharge coefficient in it",
    "[0.5, 20.0]",
);
/// The same by what it leaves.
pub(super) const BAND_TIME: Field = may(
    "reserve_time",
    Ty::Pair(&Ty::Amount(Time, 60.0, 1e8)),
    "any",
    "Or: reserve time of the open station between these",
    "[\"1h\", \"24h\"]",
);
/// Where it may be.
pub(super) const WEIGHTS: Field = may(
    "weights",
    Ty::Weights,
    "1 each",
    "How much likelier than the sky says each place is hit; 0 spares it",
    "{ rs = 2, unity = 0 }",
);

/// Random strikes.
pub static STRIKES: Table = Table {
    name: "strikes",
    heading: "`[strikes]`",
    doc: "Random strikes from the sky: where and how large is drawn from the flux of meteoroids and debris and from the \
          walls, within the band that is given here. Left alone a quarter of its holes are too small for the \
          ground to notice, and one in seven rings the emergency alarm at once; so give a band.",
    fields: &[
        may(
            "perforations_per_hour",
            Ty::Number(0.0, 100.0),
            "the sky's own rate times `flux_scale`",
            "Expected perforations an hour",
            "0.5",
        ),
        may("flux_scale", Ty::Number(0.0, 1e9), "1", "The sky's own rate, so many times", "10000.0"),
        BAND_AREA,
        BAND_TIME,
        WEIGHTS,
        may("from", Ty::Amount(Time, 0.0, TIME_S), "the start", "No strike before this", "\"5m\""),
        may("until", Ty::Amount(Time, 0.0, TIME_S), "the end", "Nor after this", "\"1h\""),
        may(
            "grace",
            Ty::Amount(Time, 0.0, TIME_S),
            "10 min",
            "Least time between two strikes: each needs room to be answered",
            "\"10m\"",
        ),
        may("at_most", Ty::Count(1, 20), "3", "No more strikes than this", "2"),
        may(
            "at_least",
            Ty::Count(0, 20),
            "0",
            "No fewer than this: the first ones come between `from` and `until` for certain",
            "1",
        ),
        may("misses", Ty::Number(0.0, 0.9), "0", "Share of the strikes that are heard and do not go through", "0.3"),
    ],
    rules: &[
        Rule::AtMostOne(&["cd_area_mm2", "reserve_time"]),
        Rule::AtMostOne(&["perforations_per_hour", "flux_scale"]),
    ],
};
