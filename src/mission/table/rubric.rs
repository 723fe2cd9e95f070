//! What counts.

use super::{CONDITION, END_WORDS, may, must};
use crate::mission::field::{Rule, Table, Thing, Ty, Word};
use crate::mission::limit;
use crate::mission::limit::TIME_S;
use crate::mission::unit::Dimension::*;

/// Numbers taken from the log.
pub static MEASURES: &[Word] = &[
    Word("air_lost", "air that went through holes, kg; less is better"),
    Word("lowest_pressure", "lowest pressure where a person was, mmHg; more is better"),
    Word("highest_oxygen", "highest share of oxygen where a person was, %; less is better"),
    Word("reserve_error", "error of the middle one of all committed reserve times, %; less is better"),
    Word("last_reserve_error", "error of the last committed reserve time, %; less is better"),
    Word("cut_off", "time that people had no open way to their own lifeboat, added up; less is better"),
    Word("worst_exposure", "worst exposure of anybody to bad air, % of what makes one faint; less is better"),
    Word("compartments_lost", "compartments below 490 mmHg at the end, a number; fewer are better"),
    Word(
        "reopen_difference",
        "largest pressure difference against which a hatch had to be reopened, mmHg; less is better",
    ),
    Word("closure_information", "share of what the permitted hatch closures could have told, %; more is better"),
    Word("false_alarms", "emergency procedures begun on evidence of nothing, a number; fewer are better"),
    Word("patch_faults", "breaches of patch discipline, a number; fewer are better"),
    Word("response_time", "time from the first leak to the first act that answers it; less is better"),
    Word("calls_missing", "calls to ground that were due and not made, a number; fewer are better"),
];

/// An item of the rubric.
pub static SCORE: Table = Table {
    name: "score",
    heading: "`[[score]]`",
    doc: "A line of the scorecard. A mission passes when every critical item is earned and the points reach the pass mark. \
          Every mission needs a critical item for something done, so that doing nothing fails for what was not done.",
    fields: &[
        must("name", Ty::Text(80), "The line for people", "\"Lifeboat checked first\""),
        must("points", Ty::Number(0.0, 1000.0), "Points at most", "10"),
        may("critical", Ty::Flag, "false", "Without it there is no pass", "true"),
        may("skill", Ty::Id, "`general`", "The skill it belongs to, a word shared by missions", "\"lifeboat\""),
        may(
            "why",
            Ty::Text(limit::NOTE),
            "none",
            "Why it counts, for the debrief",
            "\"A crew that cannot go home has no reserve.\"",
        ),
        may(
            "applies",
            Ty::Table(&CONDITION),
            "always",
            "It counts only if this came true, else it leaves the total. It is for the mission's author to decide what applies, not for the trainee's choices",
            "{ after = \"second-leak + 0s\" }",
        ),
        may(
            "when",
            Ty::Table(&CONDITION),
            "",
            "Earned when this comes true",
            "{ done = \"leak_check\", in = \"ms09\" }",
        ),
        may("never", Ty::Table(&CONDITION), "", "Or earned unless this ever comes true", "{ done = \"undock\" }"),
        may(
            "measure",
            Ty::Word(MEASURES),
            "",
            "Or earned by a number: in proportion between `none` and `full`",
            "\"reserve_error\"",
        ),
        may(
            "outcome",
            Ty::Several(&Ty::Word(END_WORDS), 7),
            "",
            "Or earned by how the drill ended; a false declaration earns nothing",
            "[\"held\", \"isolated\"]",
        ),
        may(
            "within",
            Ty::Amount(Time, 1.0, TIME_S),
            "no limit of time",
            "With `when`: only up to this time since the start, or since `after`",
            "\"30m\"",
        ),
        may(
            "after",
            Ty::Name(Thing::Event),
            "the start",
            "With `within`: the event that the time counts from",
            "\"hole\"",
        ),
        may(
            "bands",
            Ty::List(&Ty::Table(&BAND), limit::BANDS),
            "all or nothing",
            "With `when`: shares of the points by time, the earliest first",
            "[{ within = \"10m\" }, { within = \"30m\", share = 0.5 }]",
        ),
        may("full", Ty::Measured, "", "With `measure`: all points up to here", "\"5 %\""),
        may("none", Ty::Measured, "", "With `measure`: no points from here on", "\"30 %\""),
    ],
    rules: &[
        Rule::One(&["when", "never", "measure", "outcome"]),
        Rule::AtMostOne(&["within", "bands"]),
        Rule::Beside("within", &["when"]),
        Rule::Beside("bands", &["when"]),
        Rule::Beside("after", &["within", "bands"]),
        Rule::Beside("full", &["measure"]),
        Rule::Beside("none", &["measure"]),
    ],
};

/// A time band.
pub static BAND: Table = Table {
    name: "band",
    heading: "a band",
    doc: "Points by time.",
    fields: &[
        must("within", Ty::Amount(Time, 1.0, TIME_S), "Up to this time since the start, or since `after`", "\"10m\""),
        may("share", Ty::Number(0.0, 1.0), "1", "Share of the points", "0.5"),
        may("after", Ty::Name(Thing::Event), "the item's own", "The event that the time counts from", "\"hole\""),
    ],
    rules: &[],
};
