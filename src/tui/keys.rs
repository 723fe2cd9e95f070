//! Which key does what: the table's defaults, changed by config.toml, with every conflict told. A key may mean one thing
//! in a drill, another in a replay, and another around both.

use super::action::{self, Action, Entry, TABLE};
use crate::words::en::config as say;
use crokey::KeyCombination;

/// Keys in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    keys: Vec<(KeyCombination, Action)>,
}

/// What is wrong with a key in config.toml.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// No such action.
    UnknownAction(String),
    /// Not a key.
    NotAKey(String, String),
    /// The key means the same to everybody.
    Reserved(String, String),
    /// The key does something else already.
    Taken {
        /// The key.
        key: String,
        /// What it was to do.
        action: &'static str,
        /// What it does.
        by: &'static str,
    },
    /// The only key of an action was given to another.
    Lost {
        /// The key.
        key: String,
        /// What it did.
        action: &'static str,
        /// What it does now.
        by: &'static str,
    },
}

impl std::fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&match self {
            KeyProblem::UnknownAction(id) => say::no_action(id),
            KeyProblem::NotAKey(id, key) => say::not_a_key(id, key),
            KeyProblem::Reserved(id, key) => say::reserved(id, key),
            KeyProblem::Taken { key, action, by } => say::taken(key, action, by),
            KeyProblem::Lost { key, action, by } => say::lost(key, action, by),
        })
    }
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&[]).0
    }
}

impl Keymap {
    /// The defaults with changes (action, key) put over them, and what is wrong with those.
    pub fn new(changes: &[(String, String)]) -> (Self, Vec<KeyProblem>) {
        let mut problems = Vec::new();
        let mut keys: Vec<(KeyCombination, Action)> = Vec::new();
        let mut set: Vec<(KeyCombination, Action)> = Vec::new();
        for (id, key) in changes {
            let Some(entry) = TABLE.iter().find(|e| e.id == id) else {
                problems.push(KeyProblem::UnknownAction(id.clone()));
                continue;
            };
            match parse(key) {
                // Taken before any action is looked for: who gets the next order, and the way back.
                Some(combination) if entry.in_cabin() && reserved(combination) => {
                    problems.push(KeyProblem::Reserved(id.clone(), key.clone()));
                }
                Some(combination) => set.push((combination, entry.action)),
                None => problems.push(KeyProblem::NotAKey(id.clone(), key.clone())),
            }
        }
        // What somebody chose comes before what nobody did: of two that want a key the first keeps it.
        for entry in TABLE {
            keys.extend(set.iter().filter(|(_, action)| *action == entry.action));
        }
        for entry in TABLE.iter().filter(|entry| !set.iter().any(|(_, action)| *action == entry.action)) {
            keys.extend(entry.keys.iter().filter_map(|k| parse(k)).map(|k| (k, entry.action)));
        }
        let chosen = keys.iter().take_while(|(key, action)| set.contains(&(*key, *action))).count();
        let mut kept: Vec<(KeyCombination, Action)> = Vec::new();
        let mut lost = Vec::new();
        for (n, (key, action)) in keys.into_iter().enumerate() {
            match kept.iter().find(|(k, other)| *k == key && meet(*other, action)) {
                Some((_, by)) if *by == action => {}
                Some((_, by)) if n < chosen => {
                    problems.push(KeyProblem::Taken { key: key.to_string(), action: id(action), by: id(*by) });
                }
                Some((_, by)) => lost.push((key, action, *by)),
                None => kept.push((key, action)),
            }
        }
        // An action that had no other key is told of: nobody could do it by a key any more.
        lost.retain(|(_, action, _)| !kept.iter().any(|(_, other)| other == action));
        let told = |(key, action, by): &(KeyCombination, Action, Action)| KeyProblem::Lost {
            key: key.to_string(),
            action: id(*action),
            by: id(*by),
        };
        problems.extend(lost.iter().map(told));
        (Self { keys: kept }, problems)
    }

    /// What a key does in a drill.
    pub fn action(&self, key: KeyCombination) -> Option<Action> {
        self.meant(key, Entry::in_cabin)
    }

    /// What a key does in a replay.
    pub fn replay(&self, key: KeyCombination) -> Option<Action> {
        self.meant(key, Entry::in_replay)
    }

    /// What a key does on the screens around both.
    pub fn lobby(&self, key: KeyCombination) -> Option<Action> {
        self.meant(key, Entry::in_lobby)
    }

    fn meant(&self, key: KeyCombination, here: impl Fn(&Entry) -> bool) -> Option<Action> {
        self.keys.iter().find(|(k, a)| *k == key && action::find(*a).is_some_and(&here)).map(|(_, a)| *a)
    }

    /// The first key of an action, as people write it.
    pub fn shown(&self, action: Action) -> String {
        self.keys.iter().find(|(_, a)| *a == action).map_or_else(String::new, |(k, _)| written(*k))
    }
}

/// The name of an action in config.toml.
fn id(action: Action) -> &'static str {
    action::find(action).map_or("", |entry| entry.id)
}

/// Whether a key means in a drill what no file can change.
fn reserved(key: KeyCombination) -> bool {
    typed(key).is_some_and(|c| c.is_ascii_digit())
        || key == KeyCombination::from(crokey::crossterm::event::KeyCode::Esc)
}

/// Whether one key cannot mean both, because there is a screen on which both can be done.
fn meet(a: Action, b: Action) -> bool {
    let both = |here: fn(&Entry) -> bool| [a, b].iter().all(|x| action::find(*x).is_some_and(here));
    both(Entry::in_cabin) || both(Entry::in_replay) || both(Entry::in_lobby)
}

/// A key as it is written in config.toml: a character stands for itself, capitals with it.
fn parse(key: &str) -> Option<KeyCombination> {
    let mut chars = key.chars();
    if let (Some(ch), None) = (chars.next(), chars.next()) {
        return Some(plain(ch));
    }
    crokey::parse(key).ok().map(KeyCombination::normalized)
}

/// The key that types a character.
pub fn plain(ch: char) -> KeyCombination {
    use crokey::crossterm::event::{KeyCode, KeyModifiers};
    let modifiers = if ch.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    KeyCombination::one_key(KeyCode::Char(ch), modifiers)
}

/// The character that a key types, if it types one.
pub fn typed(key: KeyCombination) -> Option<char> {
    use crokey::OneToThree;
    use crokey::crossterm::event::{KeyCode, KeyModifiers};
    match (key.codes, key.modifiers) {
        (OneToThree::One(KeyCode::Char(c)), m) if m.difference(KeyModifiers::SHIFT).is_empty() => Some(c),
        _ => None,
    }
}

fn written(key: KeyCombination) -> String {
    if let Some(c) = typed(key) {
        return if c == ' ' { "Space".into() } else { c.to_string() };
    }
    let name = key.to_string();
    match name.as_str() {
        "PageUp" => "PgUp".into(),
        "PageDown" => "PgDn".into(),
        "Left" => "←".into(),
        "Right" => "→".into(),
        "Up" => "↑".into(),
        "Down" => "↓".into(),
        _ => name,
    }
}
