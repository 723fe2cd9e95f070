//! Everything a key can do in the cabin, in a replay and around them: one table that makes the keymap, the cheat line,
//! the help and the palette.

use super::view::View;
use crate::words::en::key;
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
    Level,
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
        key::GROUPS[self as usize]
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
}

const fn entry(action: Action, id: &'static str, keys: &'static [&'static str], group: Group) -> Entry {
    Entry { action, id, keys, group }
}

/// The table.
pub const TABLE: &[Entry] = &[
    entry(NextPerson, "next-person", &["tab"], Group::Who),
    entry(PreviousPerson, "previous-person", &["backtab", "shift-backtab"], Group::Who),
    entry(Left, "left", &["left"], Group::Who),
    entry(Right, "right", &["right"], Group::Who),
    entry(Up, "up", &["up"], Group::Who),
    entry(Down, "down", &["down"], Group::Who),
    entry(Act, "act", &["enter"], Group::Who),
    entry(Go, "go", &["g"], Group::Work),
    entry(Close, "close", &["c"], Group::Work),
    entry(Open, "open", &["o"], Group::Work),
    entry(Equalise, "equalise", &["e"], Group::Work),
    entry(ClearWay, "clear", &["w"], Group::Work),
    entry(Measure, "measure", &["m"], Group::Work),
    entry(Stopwatch, "stopwatch", &["s"], Group::Work),
    entry(Commit, "reserve", &["r"], Group::Work),
    entry(LeakCheck, "leak-check", &["k"], Group::Work),
    entry(Listen, "listen", &["l"], Group::Work),
    entry(Search, "find", &["f"], Group::Work),
    entry(Hole, "hole", &["h"], Group::Work),
    entry(Take, "take", &["t"], Group::Work),
    entry(Give, "give", &["v"], Group::Work),
    entry(Air, "air", &["x"], Group::Work),
    entry(Boat, "boat", &["b"], Group::Work),
    entry(Report, "report", &["p"], Group::Work),
    entry(Rest, "rest", &["z"], Group::Work),
    entry(HandOver, "hand-over", &["H"], Group::Work),
    entry(StopWork, "stop", &["S", "delete"], Group::Work),
    entry(Acknowledge, "acknowledge", &["a"], Group::Crew),
    entry(RaiseAlarm, "alarm", &["A"], Group::Crew),
    entry(Muster, "muster", &["M"], Group::Crew),
    entry(Declare, "declare", &["D"], Group::Crew),
    entry(Repeat, "repeat", &["."], Group::Crew),
    entry(Undo, "undo", &["u", "backspace"], Group::Crew),
    entry(Pause, "pause", &["space"], Group::Time),
    entry(Faster, "faster", &["+", "="], Group::Time),
    entry(Slower, "slower", &["-"], Group::Time),
    entry(NextEvent, "next", &["n"], Group::Time),
    entry(Help, "help", &["?", "f1"], Group::Look),
    entry(Palette, "palette", &[":", "/"], Group::Look),
    entry(Card, "card", &["i"], Group::Look),
    entry(Messages, "journal", &["j"], Group::Look),
    entry(Trend, "trend", &["y"], Group::Look),
    entry(Mute, "mute", &["B"], Group::Look),
    entry(Settings, "settings", &[","], Group::Look),
    entry(Leave, "leave", &["q", "ctrl-c"], Group::Look),
    entry(ScrollDown, "scroll-down", &["down", "j"], Group::Lobby),
    entry(ScrollUp, "scroll-up", &["up", "k"], Group::Lobby),
    entry(PageDown, "page-down", &["pagedown", "space"], Group::Lobby),
    entry(PageUp, "page-up", &["pageup", "b"], Group::Lobby),
    entry(NextPart, "next-part", &["tab"], Group::Lobby),
    entry(Choose, "choose", &["enter"], Group::Lobby),
    entry(Exam, "exam", &["x"], Group::Lobby),
    entry(Level, "level", &["l"], Group::Lobby),
    entry(Records, "records", &["r"], Group::Lobby),
    entry(Progress, "progress", &["p"], Group::Lobby),
    entry(FlyAgain, "fly-again", &["a"], Group::Lobby),
    entry(GoOn, "go-on", &["c"], Group::Lobby),
    entry(Watch, "watch", &["w"], Group::Lobby),
    entry(MenuSettings, "menu-settings", &[","], Group::Lobby),
    entry(MenuHelp, "menu-help", &["?", "f1"], Group::Lobby),
    entry(Back, "back", &["q", "esc", "ctrl-c"], Group::Lobby),
    entry(StepBack, "step-back", &["left"], Group::Replay),
    entry(StepOn, "step-on", &["right"], Group::Replay),
    entry(MinuteBack, "minute-back", &["down"], Group::Replay),
    entry(MinuteOn, "minute-on", &["up"], Group::Replay),
    entry(HourBack, "hour-back", &["pagedown", "["], Group::Replay),
    entry(HourOn, "hour-on", &["pageup", "]"], Group::Replay),
    entry(PreviousMoment, "previous-event", &["p", "N"], Group::Replay),
    entry(NextMoment, "next-event", &["n"], Group::Replay),
    entry(First, "first-moment", &["home", "0"], Group::Replay),
    entry(Last, "last-moment", &["end", "$"], Group::Replay),
    entry(Truth, "truth", &["t"], Group::Replay),
    entry(TakeOver, "take-over", &["o"], Group::Replay),
];

/// What a replay shares with the cabin: who is looked at, the clock, what is shown.
const SHARED: &[Action] =
    &[NextPerson, PreviousPerson, Pause, Faster, Slower, Help, Card, Messages, Trend, Settings, Leave];

impl Entry {
    /// One or two words for the cheat line.
    pub fn short(&self) -> &'static str {
        key::short(self.id)
    }

    /// A line for the help.
    pub fn help(&self) -> &'static str {
        key::help(self.id)
    }

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
    out
}
