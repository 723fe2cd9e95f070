//! The keys of an order: what a hint, the palette and a test tell a hand that wants to learn them.
//!
//! The number of the person, the key of the verb, the letter of the thing: never more than three, however a mission
//! calls its modules. Letters come from [`offers::list`], as those of the menus do.

use super::action::Action;
use super::keys::Keymap;
use super::menu::{Asked, Pick, Row};
use super::offers::{self, Listed};
use super::view::{Hand, View};
use crate::drill::grammar;
use crate::sim::ids::PersonId;
use crate::sim::order::{Act, Task};

/// Words that an order has at most.
const WORDS: usize = 5;

/// The keys that give an order: `2 g l`. None where it stands in no menu now.
pub fn keys(act: &Act, view: &View<'_>) -> Option<String> {
    let who = person(act);
    let after = verb(act, view, who.unwrap_or(view.hand.person))?;
    match who.and_then(|who| view.console.crew.iter().position(|p| p.who == who)) {
        Some(at) => Some(format!("{} {after}", at + 1)),
        None => Some(after),
    }
}

/// The keys after the person's number.
fn verb(act: &Act, view: &View<'_>, who: PersonId) -> Option<String> {
    let place = view.console.crew.iter().find(|p| p.who == who).map_or(view.hand.place, |p| p.at);
    let hand = Hand { person: who, place, ..view.hand.clone() };
    let view = View { hand: &hand, ..*view };
    let action = action(act);
    let key = view.keys.shown(action);
    match offers::list(action, &view) {
        Listed::Order(order) => (order == *act).then_some(key),
        Listed::Rows(_, rows) => row(&rows, act).map(|letter| format!("{key} {letter}")),
        Listed::Ask(Asked::Reserve) => Some(key),
        Listed::Ask(_) | Listed::Nothing => None,
    }
}

/// The key that leads to an order.
const fn action(act: &Act) -> Action {
    match act {
        Act::Task { task, .. } => match task {
            Task::Move(_) => Action::Go,
            Task::Close(_) => Action::Close,
            Task::Open(_) => Action::Open,
            Task::Equalise(_) => Action::Equalise,
            Task::Clear(_) => Action::ClearWay,
            Task::Measure(None) => Action::Measure,
            Task::Measure(Some(_)) => Action::Act,
            Task::Listen => Action::Listen,
            Task::Search => Action::Search,
            Task::LeakCheck(_) => Action::LeakCheck,
            Task::Inspect(_)
            | Task::Photograph(_)
            | Task::Finger(_)
            | Task::Tape(_)
            | Task::Sealant(_)
            | Task::Patch(_) => Action::Hole,
            Task::Valve(..) | Task::Candle | Task::Mask(_) | Task::Switch(..) => Action::Air,
            Task::Wake(_) | Task::Sleep => Action::Rest,
            Task::Suit | Task::Liner(_) | Task::Enter(_) | Task::Undock(_) => Action::Boat,
            Task::Fetch(_) => Action::Take,
            Task::Give(..) => Action::Give,
            Task::Report(_) => Action::Report,
        },
        Act::Stop { .. } => Action::StopWork,
        Act::HandOver { .. } => Action::HandOver,
        Act::Stopwatch { .. } => Action::Stopwatch,
        Act::Commit { .. } => Action::Commit,
        Act::Muster { .. } => Action::Muster,
        Act::RaiseAlarm => Action::RaiseAlarm,
        Act::Acknowledge => Action::Acknowledge,
        Act::GroundWake { .. } => Action::Rest,
        Act::Declare(_) => Action::Declare,
    }
}

/// The letter of the row that gives an order, or asks for the rest of it.
fn row(rows: &[Row], act: &Act) -> Option<String> {
    if let Some(row) = rows.iter().find(|row| row.pick == Pick::Order(*act)) {
        return Some(row.letter.to_string());
    }
    let asks = rows.iter().find(|row| row.pick == Pick::Ask(Asked::LeakCheck))?;
    match act {
        Act::Task { task: Task::LeakCheck(seconds), .. } => {
            Some(format!("{} {}", asks.letter, grammar::duration::write(f64::from(*seconds))))
        }
        _ => None,
    }
}

/// Who gets an order, if one person does.
const fn person(act: &Act) -> Option<PersonId> {
    match act {
        Act::Task { who, .. }
        | Act::Stop { who }
        | Act::HandOver { who, .. }
        | Act::Stopwatch { who, .. }
        | Act::Commit { who, .. } => Some(*who),
        _ => None,
    }
}

/// A hint with the keys behind each order in it: `lind fetch gauge (2 t h)`. An order stands between backticks, with a
/// name or for whoever is chosen; without backticks it is known by the name that it begins with.
pub fn hint(text: &str, view: &View<'_>) -> String {
    let mut out = String::new();
    for (n, part) in text.split('`').enumerate() {
        if n % 2 == 1 {
            out.push_str(part);
            if let Some(keys) = keys_of(part, view) {
                out.push_str(&format!(" ({keys})"));
            }
        } else {
            plain(part, view, &mut out);
        }
    }
    out
}

/// The text of a hint for those who type.
pub fn unmarked(text: &str) -> String {
    text.replace('`', "")
}

/// The keys of an order in words: of whoever is named, else of whoever is chosen.
fn keys_of(line: &str, view: &View<'_>) -> Option<String> {
    let last = |act: &Act| match act {
        // The number is typed as it is written.
        Act::Commit { .. } => line.split(' ').next_back().map(|number| format!(" {number}")),
        _ => None,
    };
    if let Ok(Some(line)) = grammar::parse(line, view.layout) {
        return Some(keys(&line.act, view)? + &last(&line.act).unwrap_or_default());
    }
    let name = &view.layout.crew.get(view.hand.person.ix())?.id;
    let act = grammar::parse(&format!("{name} {line}"), view.layout).ok().flatten()?.act;
    let after = verb(&act, view, view.hand.person)? + &last(&act).unwrap_or_default();
    // What can be done at a place is asked of where they are: their number chooses that too.
    if action(&act) == Action::Act { keys(&act, view) } else { Some(after) }
}

/// Text outside backticks: a run of words that begins with a name and is an order gets its keys.
fn plain(text: &str, view: &View<'_>, out: &mut String) {
    let named = |word: &str| word == "crew" || word == "ground" || view.layout.crew.iter().any(|m| m.id == word);
    let words: Vec<&str> = text.split(' ').collect();
    let mut at = 0;
    let mut first = true;
    while at < words.len() {
        let run = if named(words[at]) { order(&words[at..], view) } else { None };
        let (taken, keys) = run.unwrap_or((1, String::new()));
        for (i, word) in words[at..at + taken].iter().enumerate() {
            if !std::mem::take(&mut first) {
                out.push(' ');
            }
            let end = word.trim_end_matches(STOPS).len();
            if i + 1 == taken && !keys.is_empty() {
                out.push_str(&format!("{} ({keys}){}", &word[..end], &word[end..]));
            } else {
                out.push_str(word);
            }
        }
        at += taken;
    }
}

/// What may follow an order in a sentence.
const STOPS: [char; 5] = ['.', ',', ';', ':', ')'];

/// The longest run of words that is an order, and its keys.
fn order(words: &[&str], view: &View<'_>) -> Option<(usize, String)> {
    let end = words.iter().take(WORDS).position(|word| word.ends_with(STOPS)).map_or(WORDS, |at| at + 1);
    (2..=end.min(words.len())).rev().find_map(|n| {
        let line = words[..n].join(" ");
        let keys = keys_of(line.trim_end_matches(STOPS), view).filter(|_| n > 1)?;
        Some((n, keys))
    })
}

/// The default keys, for a view that is looked at without a window.
pub fn defaults() -> &'static Keymap {
    static KEYS: std::sync::OnceLock<Keymap> = std::sync::OnceLock::new();
    KEYS.get_or_init(Keymap::default)
}
