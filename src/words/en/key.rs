//! What the keys do, by their names in config.toml: a word or two for the cheat line, a line for the help.

/// Name, word, line.
pub const KEYS: &[(&str, &str, &str)] = &[
    ("next-person", "person", "next person; 1 to 9 choose one by number"),
    ("previous-person", "", "previous person"),
    ("left", "", "choose the place to the left on the map"),
    ("right", "", "choose the place to the right"),
    ("up", "", "choose the place above"),
    ("down", "", "choose the place below"),
    ("act", "act here", "what can be done at the chosen place"),
    ("go", "go", "walk to a compartment"),
    ("close", "shut", "shut a hatch"),
    ("open", "open", "open a hatch"),
    ("equalise", "equalise", "let pressures across a shut hatch become equal"),
    ("clear", "clear", "pull a duct or cables out of a hatch"),
    ("measure", "measure", "read the hand gauge where they stand"),
    ("stopwatch", "watch", "start or stop the stopwatch at the gauge"),
    ("reserve", "reserve", "commit a reserve time: 11.3h, 45m"),
    ("leak-check", "leak check", "watch the gauge for a while: does it hold?"),
    ("listen", "listen", "search with the ultrasonic detector"),
    ("find", "look", "search by eye"),
    ("hole", "hole", "work on a hole that was found: finger, tape, sealant..."),
    ("take", "take", "fetch a gauge, tape, sealant..."),
    ("give", "give", "hand an item to somebody"),
    ("air", "air", "oxygen valves, candles, masks, machines"),
    ("boat", "boat", "suit, seat liner, strap in, undock"),
    ("report", "report", "tell the ground"),
    ("rest", "wake", "wake somebody, or go to sleep"),
    ("hand-over", "hand over", "give the task to somebody here"),
    ("stop", "stop", "drop the task and what waits behind it"),
    ("acknowledge", "acknowledge", "silence the alarms: they were seen"),
    ("alarm", "alarm", "raise the depressurisation alarm by hand"),
    ("muster", "muster", "call everybody together and count"),
    ("declare", "declare", "declare the leak held, or isolated: ends the drill"),
    ("repeat", "again", "give the last order again, to the chosen person"),
    ("undo", "undo", "take back the newest order not yet heard"),
    ("pause", "pause", "stop the clock, and let it run"),
    ("faster", "faster", "up to 3600 times; a replay up to a day a second"),
    ("slower", "slower", "down to 1"),
    ("next", "next", "run until something happens, or it is time to look"),
    ("help", "help", "keys and words"),
    ("palette", "any", "find any order or command by typing"),
    ("card", "steps", "the procedure card"),
    ("journal", "journal", "everything that was said"),
    ("trend", "trend", "pressure over time, and the hatches"),
    ("mute", "bell", "bell on or off"),
    ("settings", "settings", "colours, glyphs, bell, motion"),
    ("leave", "leave", "leave the drill, or the record"),
    ("scroll-down", "scroll", "the next line, the next row of a list"),
    ("scroll-up", "", "the line before"),
    ("page-down", "", "a screen further down"),
    ("page-up", "", "a screen further up"),
    ("next-part", "next part", "the next part of a result"),
    ("choose", "open", "fly the mission, open the drill"),
    ("exam", "exam", "fly under exam rules, or in practice"),
    ("level", "level", "the next level of difficulty, where the mission offers some"),
    ("records", "records", "past drills, each with its result"),
    ("progress", "progress", "what you passed, what is weak, what comes next"),
    ("fly-again", "again", "fly the mission of this result again"),
    ("go-on", "go on", "go on with a drill that broke off"),
    ("watch", "watch", "watch the drill of a record or of a result again"),
    ("menu-settings", "settings", "colours, glyphs, bell, motion"),
    ("menu-help", "help", "keys and words"),
    ("back", "back", "to the title; q there asks whether to leave"),
    ("step-back", "", "one second back"),
    ("step-on", "second", "one second on"),
    ("minute-back", "", "one minute back"),
    ("minute-on", "minute", "one minute on"),
    ("hour-back", "", "one hour back"),
    ("hour-on", "", "one hour on"),
    ("previous-event", "back", "to the order or event before"),
    ("next-event", "next event", "to the next order or event"),
    ("first-moment", "", "to the beginning"),
    ("last-moment", "", "to the end"),
    ("truth", "truth", "the truth beside it, once the drill is over"),
    ("take-over", "take over", "fly on from this moment, in a new record"),
];

/// The word of an action, for the cheat line; empty where it has none there.
pub fn short(id: &str) -> &'static str {
    KEYS.iter().find(|key| key.0 == id).map_or("", |key| key.1)
}

/// Its line, for the help.
pub fn help(id: &str) -> &'static str {
    KEYS.iter().find(|key| key.0 == id).map_or("", |key| key.2)
}

/// Headings of the help: who and where, one person, everybody, time, looking, lists, replays.
pub const GROUPS: [&str; 7] = [
    "Who and where",
    "The chosen person",
    "Everybody",
    "Time",
    "Looking",
    "Title, lists and results",
    "A record being watched",
];
