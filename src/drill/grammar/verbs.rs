//! The one table of what can be ordered: parser, palette, help and manual are made from it.
//!
//! Their one-line help is in `words::orders`, where a verb without one does not compile.

/// Who is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One crew member, by name.
    Person,
    /// Everybody.
    Crew,
    /// Mission control.
    Ground,
}

/// What can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its word; what it does is said in words::orders")]
pub enum Verb {
    Move,
    Close,
    Open,
    Equalise,
    Clear,
    Measure,
    Stopwatch,
    Commit,
    LeakCheck,
    Listen,
    Search,
    Inspect,
    Photograph,
    Finger,
    Tape,
    Sealant,
    Patch,
    Valve,
    Candle,
    Wake,
    Mask,
    Suit,
    Liner,
    Enter,
    Undock,
    Switch,
    Fetch,
    Give,
    Report,
    Sleep,
    Stop,
    HandOver,
    Muster,
    Alarm,
    Acknowledge,
    Declare,
    GroundWake,
}

/// What follows a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its word")]
pub enum Arg {
    Compartment,
    Hatch,
    Person,
    Vehicle,
    Equipment,
    Tank,
    Item,
    Hole,
    Duration,
    Topic,
    Claim,
    StartStop,
    OpenShut,
    OnOff,
}

impl Arg {
    /// Its place in a form: upper case for what must be filled in, the words themselves where there are few.
    pub const fn form(self) -> &'static str {
        match self {
            Arg::Compartment => "COMPARTMENT",
            Arg::Hatch => "HATCH",
            Arg::Person => "PERSON",
            Arg::Vehicle => "VEHICLE",
            Arg::Equipment => "EQUIPMENT",
            Arg::Tank => "TANK",
            Arg::Item => "ITEM",
            Arg::Hole => "HOLE",
            Arg::Duration => "DURATION",
            Arg::Topic => "pressure|muster|leak|repair|status",
            Arg::Claim => "held|isolated",
            Arg::StartStop => "start|stop",
            Arg::OpenShut => "open|shut",
            Arg::OnOff => "on|off",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What is ordered.
    pub verb: Verb,
    /// Who is spoken to.
    pub subject: Subject,
    /// The word, in its canonical form.
    pub name: &'static str,
    /// Other words for it that are understood.
    pub aliases: &'static [&'static str],
    /// What must follow.
    pub args: &'static [Arg],
    /// What may follow.
    pub optional: Option<Arg>,
}

impl Row {
    /// How it is written: `NAME close HATCH`.
    pub fn form(&self) -> String {
        let mut form = match self.subject {
            Subject::Person => "NAME ",
            Subject::Crew => "crew ",
            Subject::Ground => "ground ",
        }
        .to_string();
        form += self.name;
        for arg in self.args {
            form += " ";
            form += arg.form();
        }
        if let Some(arg) = self.optional {
            form += &format!(" [{}]", arg.form());
        }
        form
    }
}

const fn row(verb: Verb, name: &'static str, args: &'static [Arg]) -> Row {
    Row { verb, subject: Subject::Person, name, aliases: &[], args, optional: None }
}

impl Row {
    const fn or(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    const fn maybe(self, arg: Arg) -> Self {
        Self { optional: Some(arg), ..self }
    }

    const fn of(self, subject: Subject) -> Self {
        Self { subject, ..self }
    }
}

/// Every verb, in the order in which help shows them.
pub const VERBS: &[Row] = &[
    row(Verb::Move, "move", &[Arg::Compartment]).or(&["go"]),
    row(Verb::Close, "close", &[Arg::Hatch]).or(&["shut"]),
    row(Verb::Open, "open", &[Arg::Hatch]),
    row(Verb::Equalise, "equalise", &[Arg::Hatch]).or(&["equalize"]),
    row(Verb::Clear, "clear", &[Arg::Hatch]),
    row(Verb::Measure, "measure", &[]).maybe(Arg::Duration),
    row(Verb::Stopwatch, "stopwatch", &[Arg::StartStop]),
    row(Verb::Commit, "commit", &[Arg::Duration]),
    row(Verb::LeakCheck, "leakcheck", &[Arg::Duration]).or(&["leak-check"]),
    row(Verb::Listen, "listen", &[]),
    row(Verb::Search, "search", &[]),
    row(Verb::Inspect, "inspect", &[Arg::Hole]),
    row(Verb::Photograph, "photograph", &[Arg::Hole]),
    row(Verb::Finger, "finger", &[Arg::Hole]),
    row(Verb::Tape, "tape", &[Arg::Hole]),
    row(Verb::Sealant, "sealant", &[Arg::Hole]),
    row(Verb::Patch, "patch", &[Arg::Hole]),
    row(Verb::Valve, "valve", &[Arg::Tank, Arg::OpenShut]),
    row(Verb::Candle, "candle", &[]),
    row(Verb::Wake, "wake", &[Arg::Person]),
    row(Verb::Mask, "mask", &[Arg::OnOff]),
    row(Verb::Suit, "suit", &[]),
    row(Verb::Liner, "liner", &[Arg::Vehicle]),
    row(Verb::Enter, "enter", &[Arg::Vehicle]),
    row(Verb::Undock, "undock", &[Arg::Vehicle]),
    row(Verb::Switch, "switch", &[Arg::Equipment, Arg::OnOff]),
    row(Verb::Fetch, "fetch", &[Arg::Item]),
    row(Verb::Give, "give", &[Arg::Item, Arg::Person]),
    row(Verb::Report, "report", &[Arg::Topic]),
    row(Verb::Sleep, "sleep", &[]),
    row(Verb::Stop, "stop", &[]),
    row(Verb::HandOver, "handover", &[Arg::Person]).or(&["hand-over"]),
    row(Verb::Muster, "muster", &[]).maybe(Arg::Compartment).of(Subject::Crew),
    row(Verb::Alarm, "alarm", &[]).of(Subject::Crew),
    row(Verb::Acknowledge, "acknowledge", &[]).of(Subject::Crew),
    row(Verb::Declare, "declare", &[Arg::Claim]).of(Subject::Crew),
    row(Verb::GroundWake, "wake", &[Arg::Person]).of(Subject::Ground),
];
