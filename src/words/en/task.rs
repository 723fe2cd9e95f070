//! What one person does: to be done (`shut the GA-Rassvet hatch`), being done (`shutting ...`).

use super::super::{Form, Words};
use super::{claim, item, measure, topic};
use crate::sim::order::{Act, Task};

/// Which form of a verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mood {
    Do,
    Doing,
}

impl Words<'_> {
    /// To be done: `shut the GA-Rassvet hatch`.
    pub fn task(&self, task: &Task) -> String {
        self.in_mood(task, Mood::Do)
    }

    /// Being done: `shutting the GA-Rassvet hatch`.
    pub fn doing(&self, task: &Task) -> String {
        self.in_mood(task, Mood::Doing)
    }

    /// On the way to where it is done: `on the way: fetch the hand gauge`.
    pub fn on_the_way(&self, task: &Task) -> String {
        match task {
            Task::Move(_) => self.doing(task),
            task => format!("on the way: {}", self.task(task)),
        }
    }

    /// An order as it is said: `Feustel: shut the GA-Rassvet hatch`.
    pub fn act(&self, act: &Act) -> String {
        let name = |who| self.person(who);
        match *act {
            Act::Task { who, task } => format!("{}: {}", name(who), self.task(&task)),
            Act::Stop { who } => format!("{}: stop, and drop what waits", name(who)),
            Act::HandOver { who, to } => format!("{}: hand your task to {}", name(who), name(to)),
            Act::Stopwatch { who, start: true } => format!("{}: start the stopwatch", name(who)),
            Act::Stopwatch { who, start: false } => format!("{}: stop the stopwatch", name(who)),
            Act::Commit { who, reserve_s } => {
                format!("{}: commit a reserve time of {}", name(who), measure::span(reserve_s))
            }
            Act::Muster { to: None } => "All: muster at your vehicles".into(),
            Act::Muster { to: Some(to) } => format!("All: muster in {}", self.place(to, Form::Short)),
            Act::RaiseAlarm => "Press the depressurisation alarm".into(),
            Act::Acknowledge => "Acknowledge the alarms".into(),
            Act::GroundWake { who } => format!("Ground: wake {}", name(who)),
            Act::Declare(what) => format!("Declare the leak {}", claim(what)),
        }
    }

    fn in_mood(&self, task: &Task, mood: Mood) -> String {
        let say = |verb: &str, doing: &str, rest: &str| {
            let verb = if mood == Mood::Do { verb } else { doing };
            if rest.is_empty() { verb.to_string() } else { format!("{verb} {rest}") }
        };
        let hatch = |id| format!("the {} hatch", self.hatch(id));
        let hole = |id| self.hole(id);
        match *task {
            Task::Move(to) => say("go to", "going to", self.place(to, Form::Short)),
            Task::Close(id) => say("shut", "shutting", &hatch(id)),
            Task::Open(id) => say("open", "opening", &hatch(id)),
            Task::Equalise(id) => say("equalise", "equalising", &hatch(id)),
            Task::Clear(id) => say("clear", "clearing", &hatch(id)),
            Task::Measure(None) => say("read", "reading", "the gauge"),
            Task::Measure(Some(s)) => say("read", "reading", &format!("the gauge for {}", measure::span(f64::from(s)))),
            Task::Listen => say("listen", "listening", "with the detector"),
            Task::Search => say("search", "searching", "by eye"),
            Task::Inspect(id) => say("inspect", "inspecting", &format!("hole {}", hole(id))),
            Task::Photograph(id) => say("photograph", "photographing", &format!("hole {}", hole(id))),
            Task::Finger(id) => say("hold", "holding", &format!("a finger on hole {}", hole(id))),
            Task::Tape(id) => say("tape", "taping", &format!("hole {}", hole(id))),
            Task::Sealant(id) => say("put", "putting", &format!("sealant on hole {}", hole(id))),
            Task::Patch(id) => say("patch", "patching", &format!("hole {}", hole(id))),
            Task::LeakCheck(s) => say("check", "checking", &format!("for a leak over {}", measure::span(f64::from(s)))),
            Task::Valve(id, true) => say("open", "opening", &format!("the {} valve", self.tank(id))),
            Task::Valve(id, false) => say("shut", "shutting", &format!("the {} valve", self.tank(id))),
            Task::Candle => say("light", "lighting", "an oxygen candle"),
            Task::Wake(who) => say("wake", "waking", self.person(who)),
            Task::Mask(true) => say("put", "putting", "a mask on"),
            Task::Mask(false) => say("take", "taking", "the mask off"),
            Task::Suit => say("put", "putting", "on the Sokol suit"),
            Task::Liner(id) => say("carry", "carrying", &format!("the seat liner to {}", self.vehicle(id))),
            Task::Enter(id) => say("strap", "strapping", &format!("into {}", self.vehicle(id))),
            Task::Undock(id) => say("undock", "undocking", self.vehicle(id)),
            Task::Switch(id, true) => say("switch", "switching", &format!("on {}", self.machine(id))),
            Task::Switch(id, false) => say("switch", "switching", &format!("off {}", self.machine(id))),
            Task::Fetch(what) => say("fetch", "fetching", item(what)),
            Task::Give(what, to) => say("give", "giving", &format!("{} to {}", item(what), self.person(to))),
            Task::Report(what) => say("report", "reporting", topic(what)),
            Task::Sleep => say("sleep", "sleeping", ""),
        }
    }
}
