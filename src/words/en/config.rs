//! What is wrong with a configuration, a theme or a key in it: a sentence each, told when the window opens.

/// What is wrong with a theme.
pub fn in_theme(name: &str, what: &str) -> String {
    format!("theme {name}: {what}")
}

/// A theme begins from one that there is not.
pub fn no_base(base: &str) -> String {
    format!("there is no theme '{base}' to begin from")
}

/// A theme colours something that there is not.
pub fn no_role(role: &str) -> String {
    format!("nothing on the screen is called '{role}'")
}

/// A theme has a colour that is none.
pub fn no_colour(colour: &str, role: &str) -> String {
    format!("{colour} is no colour for '{role}'; write \"#ff8800\" or \"light-red\"")
}

/// A theme holds something else.
pub fn no_field(field: &str) -> String {
    format!("'{field}' is not known; a theme has base and [colours]")
}

/// A theme has the name of one that ships.
pub fn theme_ships(name: &str) -> String {
    format!("theme {name}: a theme that ships has this name; give the file another")
}

/// No such theme.
pub fn no_theme(name: &str, others: &str, last: &str) -> String {
    format!("config.toml: there is no theme '{name}'; there are {others} and {last}")
}

/// A speed that is none.
pub fn no_speed(speed: u32) -> String {
    format!("config.toml: a drill cannot begin at {speed}x; it begins at 1x")
}

/// An action that there is not.
pub fn no_action(id: &str) -> String {
    format!("keys: there is no action '{id}'")
}

/// A key that there is not.
pub fn not_a_key(id: &str, key: &str) -> String {
    format!("keys: '{key}' for '{id}' is not a key; try 'g', 'ctrl-r', 'f5'")
}

/// The only key of an action was given to another.
pub fn lost(key: &str, action: &str, by: &str) -> String {
    format!("keys: '{key}' does '{by}' now, and '{action}' has no key left; give '{action}' another one")
}

/// A key whose meaning nobody can change.
pub fn reserved(id: &str, key: &str) -> String {
    format!("keys: '{key}' cannot be given to '{id}': digits choose people, and Esc goes back")
}

/// A key that does something else.
pub fn taken(key: &str, action: &str, by: &str) -> String {
    format!("keys: '{key}' for '{action}' is taken by '{by}'; give that one another key first")
}
