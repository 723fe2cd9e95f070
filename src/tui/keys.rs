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
    /// The key does something else already.
    Taken {
        /// The key.
        key: String,
        /// What it was to do.
        action: String,
        /// What it does.
        by: &'static str,
    },
}

impl std::fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&match self {
            KeyProblem::UnknownAction(id) => say::no_action(id),
            KeyProblem::NotAKey(id, key) => say::not_a_key(id, key),
            KeyProblem::Taken { key, action, by } => say::taken(key, action, by),
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
                Some(combination) => set.push((combination, entry.action)),
                None => problems.push(KeyProblem::NotAKey(id.clone(), key.clone())),
            }
        }
        for entry in TABLE {
            let changed: Vec<_> = set.iter().filter(|(_, a)| *a == entry.action).copied().collect();
            if changed.is_empty() {
                keys.extend(entry.keys.iter().filter_map(|k| parse(k)).map(|k| (k, entry.action)));
            } else {
                keys.extend(changed);
            }
        }
        // The first in the table keeps a key that two want.
        let mut kept: Vec<(KeyCombination, Action)> = Vec::new();
        for (key, action) in keys {
            match kept.iter().find(|(k, other)| *k == key && meet(*other, action)) {
                Some((_, by)) if *by == action => {}
                Some((_, by)) => problems.push(KeyProblem::Taken {
                    key: key.to_string(),
                    action: action::find(action).map_or(String::new(), |e| e.id.to_owned()),
                    by: action::find(*by).map_or("", |e| e.id),
                }),
                None => kept.push((key, action)),
            }
        }
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
