//! The mission file's own tables: the head, exam rules, settings, changes to the crew, hints and the procedure card.

use super::{CHANGES, CONDITION, EVENT, ITEMS, SCORE, STRIKES, may, must};
use crate::mission::field::{Table, Thing, Ty, Word};
use crate::mission::limit;
use crate::mission::limit::{CERTIFIED, HINTS, LINE, NOTE, PROSE, SOURCES, TIME_S};
use crate::mission::unit::Dimension::*;

/// Levels of difficulty that settings may have.
pub static LEVELS: &[Word] =
    &[Word("easy", "to begin with"), Word("normal", "as it was"), Word("hard", "for those who know it")];

static LANGUAGES: &[Word] = &[Word("en", "English")];

/// The mission file.
pub static MISSION: Table = Table {
    name: "mission",
    heading: "the mission",
    doc: "The head of the file. In TOML these fields come first, before any heading in brackets.",
    fields: &[
        must("format", Ty::Count(1, u64::MAX), "Version of the file format: 1", "1"),
        must("title", Ty::Text(60), "Name of the mission for people", "\"Night leak\""),
        must(
            "brief",
            Ty::Prose(PROSE),
            "What the trainee reads before the drill: what is known, and what is asked",
            "\"\"\"0.6 mmHg an hour since 23:00 UTC.\"\"\"",
        ),
        may("skill", Ty::Text(LINE), "none", "What it teaches, in a line", "\"search hatch by hatch\""),
        may("difficulty", Ty::Count(1, 5), "1", "From 1, a first drill, to 5; for lists", "2"),
        may(
            "sources",
            Ty::List(&Ty::Text(NOTE), SOURCES),
            "none",
            "Where its events come from, a line each",
            "[\"NASA statement of 30 August 2018\"]",
        ),
        may(
            "seed",
            Ty::Count(0, i64::MAX as u64),
            "a fresh one each time",
            "The seed of all chance, if it is always to be the same",
            "7",
        ),
        may(
            "certified",
            Ty::List(&Ty::Count(0, i64::MAX as u64), CERTIFIED),
            "none",
            "Seeds that the expert crew won; exams draw from these. `leakdrill check FILE --seeds N --certify` writes them",
            "[1, 2, 5]",
        ),
        may(
            "start",
            Ty::Date,
            "\"2018-08-30T06:00:00Z\"",
            "Date and time at the start, for the clock on the screen",
            "\"2018-08-29T23:00:00Z\"",
        ),
        may("lang", Ty::Word(LANGUAGES), "\"en\"", "Language of its texts", "\"en\""),
        must("time_limit", Ty::Amount(Time, 60.0, TIME_S), "When it ends at the latest", "\"48h\""),
        may(
            "pass_mark",
            Ty::Number(0.01, 1.0),
            "0.7",
            "Share of the points that passes, with every critical item earned",
            "0.7",
        ),
        may(
            "held_below",
            Ty::Amount(PressureRate, 1e-4, 10.0),
            "0.05 mmHg/h",
            "The declaration \"held\" is true while all that leaks through holes is slower than this where the crew is",
            "\"0.05 mmHg/h\"",
        ),
        may(
            "level",
            Ty::Word(LEVELS),
            "\"normal\"",
            "Which choice of the settings is in force when nobody asks for another",
            "\"normal\"",
        ),
        may("exam", Ty::Table(&EXAM), "as its table says", "Rules of an exam on this mission", "{ pauses = 0 }"),
        must("station", Ty::Table(&CHANGES), "Where it happens", "{ preset = \"trainer\" }"),
        may(
            "settings",
            Ty::Named(&SETTING, limit::SETTINGS),
            "none",
            "Values that change with the level of difficulty",
            "[settings.rate]",
        ),
        may(
            "crew",
            Ty::Named(&CREW, limit::CREW),
            "as the station says",
            "Where people are at the start of this mission",
            "[crew.gerst]",
        ),
        may("event", Ty::Tables(&EVENT, limit::EVENTS), "none", "What happens when", "[[event]]"),
        may("strikes", Ty::Table(&STRIKES), "none", "Random strikes", "[strikes]"),
        may("score", Ty::Tables(&SCORE, limit::SCORE_ITEMS), "none", "What counts", "[[score]]"),
        may("hint", Ty::Tables(&HINT, HINTS), "none", "Help in practice, in order", "[[hint]]"),
        may("card", Ty::Tables(&CARD, limit::CARD_STEPS), "none", "The procedure card, step by step", "[[card]]"),
    ],
    rules: &[],
};

/// Exam rules.
pub static EXAM: Table = Table {
    name: "exam",
    heading: "`[exam]`",
    doc: "How an exam on this mission is run. In an exam the seed is withheld, computed rates are hidden, and hints are silent.",
    fields: &[
        may("pauses", Ty::Count(0, 100), "0", "How often the trainee may pause", "2"),
        may("max_speed", Ty::Count(1, 100_000), "600", "How many times faster than life the clock may run", "600"),
    ],
    rules: &[],
};

/// A setting.
pub static SETTING: Table = Table {
    name: "setting",
    heading: "`[settings.NAME]`",
    doc: "A value that changes with the level of difficulty. Wherever the file needs the value, it says `\"$NAME\"`. Every \
          setting has a choice for the same levels; the choices may be of any type that fits where they are used.",
    fields: &[
        may("title", Ty::Text(60), "its name", "What it is called in the brief", "\"Leak rate\""),
        may("easy", Ty::Any, "not offered", "The value at the level `easy`", "\"0.3 mmHg/h\""),
        must("normal", Ty::Any, "The value at the level `normal`", "\"0.6 mmHg/h\""),
        may("hard", Ty::Any, "not offered", "The value at the level `hard`", "\"0.8 mmHg/h\""),
    ],
    rules: &[],
};

/// Changes to the crew.
pub static CREW: Table = Table {
    name: "crew",
    heading: "`[crew.NAME]`",
    doc: "Where somebody of the station's crew is at the start of this mission, by the short name.",
    fields: &[
        may("in", Ty::Name(Thing::Compartment), "as the station says", "Where they are", "\"zvezda\""),
        may("asleep", Ty::Flag, "as the station says", "Whether they sleep", "true"),
        may("carries", Ty::List(&Ty::Word(ITEMS), 8), "as the station says", "What they carry", "[\"gauge\"]"),
    ],
    rules: &[],
};

/// A hint.
pub static HINT: Table = Table {
    name: "hint",
    heading: "`[[hint]]`",
    doc: "A help for practice. It is offered from when its condition is true until the other is.",
    fields: &[
        must("text", Ty::Prose(NOTE), "The words", "\"Time how long the needle takes for 1 mmHg.\""),
        may("when", Ty::Table(&CONDITION), "from the start", "When it becomes useful", "{ after = \"hole + 5m\" }"),
        may("until", Ty::Table(&CONDITION), "to the end", "When it is useful no more", "{ done = \"commit\" }"),
    ],
    rules: &[],
};

/// A step of the card.
pub static CARD: Table = Table {
    name: "card",
    heading: "`[[card]]`",
    doc: "A step of the procedure card that is on the trainee's screen.",
    fields: &[
        must("text", Ty::Text(LINE), "The words", "\"Muster at the lifeboats\""),
        may("done", Ty::Table(&CONDITION), "the trainee ticks it", "When it counts as done", "{ done = \"muster\" }"),
    ],
    rules: &[],
};
