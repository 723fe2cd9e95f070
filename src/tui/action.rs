//! Everything a key can do in the cabin, in a replay and around them: one table that makes the keymap, the cheat line,
//! the help and the palette.

use super::view::View;
use Action::*;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the table says what they are")]
pub enum Action {
    NextPerson,
    PreviousPerson,
    Left,
    Right,
    Up,
    Down,
    Act,
    Go,
    Close,
    Open,
    Equalise,
    ClearWay,
    Measure,
    Stopwatch,
    Commit,
    LeakCheck,
    Listen,
    Search,
    Hole,
    Take,
    Give,
    Air,
    Boat,
    Report,
    Rest,
    HandOver,
    StopWork,
    Acknowledge,
    RaiseAlarm,
    Muster,
    Declare,
    Repeat,
    Undo,
    Pause,
    Faster,
    Slower,
    NextEvent,
    Help,
    Palette,
    Card,
    Messages,
    Trend,
    Mute,
    Settings,
    Leave,
    // Around the drill.
    ScrollDown,
    ScrollUp,
    PageDown,
    PageUp,
    NextPart,
    Choose,
    Back,
    FlyAgain,
    Exam,
    Records,
    Progress,
    MenuSettings,
    MenuHelp,
    GoOn,
    Watch,
    // In a replay.
    StepBack,
    StepOn,
    MinuteBack,
    MinuteOn,
    HourBack,
    HourOn,
    PreviousMoment,
    NextMoment,
    First,
    Last,
    Truth,
    TakeOver,
}

/// Where an action stands in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Who and where.
    Who,
    /// What one person does.
    Work,
    /// What the whole crew does.
    Crew,
    /// The clock.
    Time,
    /// What is shown.
    Look,
    /// Title, lists, results: keys that mean this outside the cabin.
    Lobby,
    /// A record that is watched.
    Replay,
}

impl Group {
    /// Those of the cabin, in the order of the help.
    pub const CABIN: [Group; 5] = [Group::Who, Group::Work, Group::Crew, Group::Time, Group::Look];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Group::Who => "Who and where",
            Group::Work => "The chosen person",
            Group::Crew => "Everybody",
            Group::Time => "Time",
            Group::Look => "Looking",
            Group::Lobby => "Title, lists and results",
            Group::Replay => "A record being watched",
        }
    }
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub action: Action,
    /// Its name in config.toml.
    pub id: &'static str,
    /// Its keys, the first shown.
    pub keys: &'static [&'static str],
    /// Where it stands.
    pub group: Group,
    /// One or two words for the cheat line.
    pub short: &'static str,
    /// A line for the help.
    pub help: &'static str,
}

const fn entry(
    action: Action,
    id: &'static str,
    keys: &'static [&'static str],
    group: Group,
    short: &'static str,
    help: &'static str,
) -> Entry {
    Entry { action, id, keys, group, short, help }
}

/// The table.
pub const TABLE: &[Entry] = &[
    entry(NextPerson, "next-person", &["tab"], Group::Who, "person", "next person; 1 to 9 choose one by number"),
    entry(PreviousPerson, "previous-person", &["backtab", "shift-backtab"], Group::Who, "", "previous person"),
    entry(Left, "left", &["left"], Group::Who, "", "choose the place to the left on the map"),
    entry(Right, "right", &["right"], Group::Who, "", "choose the place to the right"),
    entry(Up, "up", &["up"], Group::Who, "", "choose the place above"),
    entry(Down, "down", &["down"], Group::Who, "", "choose the place below"),
    entry(Act, "act", &["enter"], Group::Who, "act here", "what can be done at the chosen place"),
    entry(Go, "go", &["g"], Group::Work, "go", "walk to a compartment"),
    entry(Close, "close", &["c"], Group::Work, "shut", "shut a hatch"),
    entry(Open, "open", &["o"], Group::Work, "open", "open a hatch"),
    entry(Equalise, "equalise", &["e"], Group::Work, "equalise", "let pressures across a shut hatch become equal"),
    entry(ClearWay, "clear", &["w"], Group::Work, "clear", "pull a duct or cables out of a hatch"),
    entry(Measure, "measure", &["m"], Group::Work, "measure", "read the hand gauge where they stand"),
    entry(Stopwatch, "stopwatch", &["s"], Group::Work, "watch", "start or stop the stopwatch at the gauge"),
    entry(Commit, "reserve", &["r"], Group::Work, "reserve", "commit a reserve time: 11.3h, 45m"),
    entry(LeakCheck, "leak-check", &["k"], Group::Work, "leak check", "watch the gauge for a while: does it hold?"),
    entry(Listen, "listen", &["l"], Group::Work, "listen", "search with the ultrasonic detector"),
    entry(Search, "find", &["f"], Group::Work, "look", "search by eye"),
    entry(Hole, "hole", &["h"], Group::Work, "hole", "work on a hole that was found: finger, tape, sealant..."),
    entry(Take, "take", &["t"], Group::Work, "take", "fetch a gauge, tape, sealant..."),
    entry(Give, "give", &["v"], Group::Work, "give", "hand an item to somebody here"),
    entry(Air, "air", &["x"], Group::Work, "air", "oxygen valves, candles, masks, machines"),
    entry(Boat, "boat", &["b"], Group::Work, "boat", "suit, seat liner, strap in, undock"),
    entry(Report, "report", &["p"], Group::Work, "report", "tell the ground"),
    entry(Rest, "rest", &["z"], Group::Work, "wake", "wake somebody, or go to sleep"),
    entry(HandOver, "hand-over", &["H"], Group::Work, "hand over", "give the task to somebody here"),
    entry(StopWork, "stop", &["S", "delete"], Group::Work, "stop", "drop the task and what waits behind it"),
    entry(Acknowledge, "acknowledge", &["a"], Group::Crew, "acknowledge", "silence the alarms: they were seen"),
    entry(RaiseAlarm, "alarm", &["A"], Group::Crew, "alarm", "raise the depressurisation alarm by hand"),
    entry(Muster, "muster", &["M"], Group::Crew, "muster", "call everybody together and count"),
    entry(Declare, "declare", &["D"], Group::Crew, "declare", "declare the leak held, or isolated: ends the drill"),
    entry(Repeat, "repeat", &["."], Group::Crew, "again", "give the last order again, to the chosen person"),
    entry(Undo, "undo", &["u", "backspace"], Group::Crew, "undo", "take back the newest order not yet heard"),
    entry(Pause, "pause", &["space"], Group::Time, "pause", "stop the clock, and let it run"),
    entry(Faster, "faster", &["+", "="], Group::Time, "faster", "up to 3600 times; a replay up to a day a second"),
    entry(Slower, "slower", &["-"], Group::Time, "slower", "down to 1"),
    entry(NextEvent, "next", &["n"], Group::Time, "next event", "run until something happens"),
    entry(Help, "help", &["?", "f1"], Group::Look, "help", "keys and words"),
    entry(Palette, "palette", &[":", "/"], Group::Look, "any order", "find any order or command by typing"),
    entry(Card, "card", &["i"], Group::Look, "steps", "the procedure card"),
    entry(Messages, "journal", &["j"], Group::Look, "journal", "everything that was said"),
    entry(Trend, "trend", &["y"], Group::Look, "trend", "pressure over time, and the hatches"),
    entry(Mute, "mute", &["B"], Group::Look, "bell", "bell on or off"),
    entry(Settings, "settings", &[","], Group::Look, "settings", "colours, glyphs, bell, motion"),
    entry(Leave, "leave", &["q", "ctrl-c"], Group::Look, "leave", "leave the drill, or the record"),
    entry(ScrollDown, "scroll-down", &["down", "j"], Group::Lobby, "scroll", "the next line, the next row of a list"),
    entry(ScrollUp, "scroll-up", &["up", "k"], Group::Lobby, "", "the line before"),
    entry(PageDown, "page-down", &["pagedown", "space"], Group::Lobby, "", "a screen further down"),
    entry(PageUp, "page-up", &["pageup", "b"], Group::Lobby, "", "a screen further up"),
    entry(NextPart, "next-part", &["tab"], Group::Lobby, "next part", "the next part of a result"),
    entry(Choose, "choose", &["enter"], Group::Lobby, "choose", "fly the mission, open the drill"),
    entry(Exam, "exam", &["x"], Group::Lobby, "exam", "fly under exam rules, or in practice"),
    entry(Records, "records", &["r"], Group::Lobby, "records", "past drills, each with its result"),
    entry(Progress, "progress", &["p"], Group::Lobby, "progress", "what you passed, what is weak, what comes next"),
    entry(FlyAgain, "fly-again", &["a"], Group::Lobby, "again", "fly the mission of this result again"),
    entry(GoOn, "go-on", &["c"], Group::Lobby, "go on", "go on with a drill that broke off"),
    entry(Watch, "watch", &["w"], Group::Lobby, "watch", "watch the drill of a record or of a result again"),
    entry(MenuSettings, "menu-settings", &[","], Group::Lobby, "settings", "colours, glyphs, bell, motion"),
    entry(MenuHelp, "menu-help", &["?", "f1"], Group::Lobby, "help", "keys and words"),
    entry(Back, "back", &["esc", "q", "ctrl-c"], Group::Lobby, "back", "to the title; from there, out of the program"),
    entry(StepBack, "step-back", &["left"], Group::Replay, "", "one second back"),
    entry(StepOn, "step-on", &["right"], Group::Replay, "second", "one second on"),
    entry(MinuteBack, "minute-back", &["down"], Group::Replay, "", "one minute back"),
    entry(MinuteOn, "minute-on", &["up"], Group::Replay, "minute", "one minute on"),
    entry(HourBack, "hour-back", &["pagedown", "["], Group::Replay, "", "one hour back"),
    entry(HourOn, "hour-on", &["pageup", "]"], Group::Replay, "", "one hour on"),
    entry(PreviousMoment, "previous-event", &["p", "N"], Group::Replay, "back", "to the order or event before"),
    entry(NextMoment, "next-event", &["n"], Group::Replay, "next event", "to the next order or event"),
    entry(First, "first-moment", &["home", "0"], Group::Replay, "", "to the beginning"),
    entry(Last, "last-moment", &["end", "$"], Group::Replay, "", "to the end"),
    entry(Truth, "truth", &["t"], Group::Replay, "truth", "the truth beside it, once the drill is over"),
    entry(TakeOver, "take-over", &["o"], Group::Replay, "take over", "fly on from this moment, in a new record"),
];

/// What a replay shares with the cabin: who is looked at, the clock, what is shown.
const SHARED: &[Action] =
    &[NextPerson, PreviousPerson, Pause, Faster, Slower, Help, Card, Messages, Trend, Settings, Leave];

impl Entry {
    /// Whether its keys mean it in a drill.
    pub fn in_cabin(&self) -> bool {
        !matches!(self.group, Group::Replay | Group::Lobby)
    }

    /// Whether its keys mean it around the drill.
    pub fn in_lobby(&self) -> bool {
        self.group == Group::Lobby
    }

    /// Whether its keys mean it in a replay.
    pub fn in_replay(&self) -> bool {
        self.group == Group::Replay || SHARED.contains(&self.action)
    }
}

/// The line of an action.
pub fn find(action: Action) -> Option<&'static Entry> {
    TABLE.iter().find(|e| e.action == action)
}

/// What matters now, most urgent first: the cheat line.
pub fn matter(view: &View<'_>) -> Vec<Action> {
    let mut out = Vec::new();
    if view.console.outcome.is_some() {
        return vec![Leave, Messages, Trend, Help];
    }
    if view.ringing().is_some() {
        out.push(Acknowledge);
    }
    if !view.pending.is_empty() {
        out.push(Undo);
    }
    let person = view.person();
    let reading = person.is_some_and(|p| p.needle_mmhg.is_some());
    if reading {
        out.extend([Stopwatch, Commit]);
    }
    if person.is_some_and(|p| p.job.is_some()) {
        out.push(StopWork);
    }
    if !view.console.holes.is_empty() {
        out.push(Hole);
    }
    if view.console.leak_check.is_some_and(|c| c.holds && c.fresh) {
        out.push(Declare);
    }
    out.extend([NextPerson, Go, Close, Measure, Listen, Take, LeakCheck, Open, Air, Report, Muster]);
    out.extend([Palette, Help, Pause, NextEvent]);
    out
}
