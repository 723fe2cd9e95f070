//! The words of the trade, explained for somebody who meets them for the first time.

/// A word and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub word: &'static str,
    /// What it means, in a sentence or two.
    pub meaning: &'static str,
}

/// All of them, in the order of the alphabet.
pub const fn glossary() -> &'static [Term] {
    TERMS
}

const fn term(word: &'static str, meaning: &'static str) -> Term {
    Term { word, meaning }
}

const TERMS: &[Term] = &[
    term(
        "alarm",
        "A tone and a line on the panel, in four classes: emergency, warning, caution, advisory. Acknowledging silences the tone and mends nothing.",
    ),
    term("blind hole", "A mark in the wall that does not go through. Nothing leaks there; keep looking."),
    term(
        "blister",
        "A bubble that cabin air blows into wet sealant. Throttle the hole first, with tape, and wait until a coat is tacky.",
    ),
    term("compartment", "One volume of air with a hatch at each end. A module may have several."),
    term("console", "What the crew can know: gauges, telemetry, what they did and found. Never the truth itself."),
    term("crack", "A long thin leak in a weld or a wall. Tape on one part may leave another open, and it can grow."),
    term("debrief", "The talk after a drill: what was true, what you could have known, and what each choice cost."),
    term("dP/dt", "How fast pressure changes, in mmHg an hour. A leak makes it negative; so do cooling and breathing."),
    term("end point", "490 mmHg. Below it a crew no longer works safely, so the reserve is counted down to there."),
    term(
        "equalise",
        "To let air through a hatch's small valve until both sides are at one pressure, so that the door can move.",
    ),
    term(
        "flow sensor",
        "A sensor at a hatch that feels which way air streams. It needs still air: fans off, a few minutes.",
    ),
    term(
        "hand gauge",
        "The manovacuumeter: a needle over a scale, the instrument that crews trust. Time its fall over 1 mmHg.",
    ),
    term(
        "held",
        "A declaration: the leak is closed, or there is none. It needs a leak check, and is compared with the truth.",
    ),
    term(
        "interlock",
        "A lock on US hatches that holds while pressure outside is higher. Equalise first, or open from the other side.",
    ),
    term(
        "isolate",
        "To shut the leak off behind a hatch, nobody and nobody's lifeboat beyond it. It stops the loss and mends nothing.",
    ),
    term(
        "isolated",
        "A declaration: the leak is behind a shut hatch; the rest holds, and is more to live in than a lifeboat.",
    ),
    term(
        "leak check",
        "Watching the gauge for a set time in a shut volume, with temperature taken out. The smaller the volume, the sooner it tells.",
    ),
    term("mmHg", "Millimetres of mercury, the unit of every gauge on board. The cabin is kept between 724 and 770."),
    term("muster", "Everybody to their vehicle, or to one place, and counted. First thing after an alarm."),
    term(
        "Progress oxygen",
        "A cargo ship carries oxygen that can be let into the cabin. It buys time; above 24 % of the air it feeds fire.",
    ),
    term(
        "record",
        "The file of a drill: its mission, orders, events and marks. It can be replayed, verified and scored anew.",
    ),
    term(
        "reserve time",
        "How long until the end point at the present fall: (P - 490) / (mmHg an hour). Work it out again after each hatch: the volume changed.",
    ),
    term("safe haven", "A part of the station that holds, with the crew and their way to their lifeboats in it."),
    term(
        "sealant",
        "Two parts mixed on cloth. It is tacky after about two hours and wants its checks after many more.",
    ),
    term(
        "seat liner",
        "A seat moulded to one person. Without it in a vehicle there is no safe landing in that vehicle.",
    ),
    term(
        "segment",
        "The Russian or the US part of the station. Splitting the station between them is the first cut of a search.",
    ),
    term(
        "Sokol",
        "The suit worn in a Soyuz. The hose of its seat feeds it for some two hours in a vacuum; away from it, nothing.",
    ),
    term("truth", "What really is so, hole and pressures and all. Only the debrief and a finished record show it."),
    term(
        "vehicle",
        "A docked ship. A Soyuz is the lifeboat of three people: never shut a hatch between somebody and their Soyuz.",
    ),
];
