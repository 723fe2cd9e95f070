//! What a user may set, in `config.toml`. Everything has a default, and an unknown name is told rather than ignored.

use super::whole;
use crate::drill::grammar::nearest;
use crate::replay::limit::{CONFIG_BYTES, read_text_up_to};
use crate::words::en::window::trouble;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The configuration.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// How the trainee wishes to be called in records; empty for no name.
    pub trainee: String,
    /// Name of the theme; the program's own if empty.
    pub theme: String,
    /// Draw with ASCII alone.
    pub ascii: bool,
    /// No colours.
    pub monochrome: bool,
    /// Nothing blinks or moves by itself.
    pub reduced_motion: bool,
    /// The terminal's bell sounds for alarms.
    pub bell: bool,
    /// The screen flashes for alarms.
    pub flash: bool,
    /// An alarm sets the speed to 1.
    pub slow_on_alarm: bool,
    /// A finished task sets the speed to 1.
    pub slow_on_task: bool,
    /// Speed at which a drill begins.
    pub speed: u32,
    /// One line at a time, for screen readers.
    pub plain: bool,
    /// Keys by the name of the action.
    pub keys: BTreeMap<String, String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            trainee: String::new(),
            theme: String::new(),
            ascii: false,
            monochrome: false,
            reduced_motion: false,
            bell: true,
            flash: false,
            slow_on_alarm: true,
            slow_on_task: false,
            speed: 1,
            plain: false,
            keys: BTreeMap::new(),
        }
    }
}

const FLAG: &str = "true or false";

/// Names of the settings, and what they take.
const NAMES: [(&str, &str); 12] = [
    ("trainee", "a name in quotes"),
    ("theme", "the name of a theme in quotes"),
    ("ascii", FLAG),
    ("monochrome", FLAG),
    ("reduced_motion", FLAG),
    ("bell", FLAG),
    ("flash", FLAG),
    ("slow_on_alarm", FLAG),
    ("slow_on_task", FLAG),
    ("speed", "a whole number"),
    ("plain", FLAG),
    ("keys", "lines such as go = \"ctrl-g\""),
];

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A name.
    Name(String),
    /// A number.
    Number(u32),
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file.
    #[error("{path}: {why}", why = trouble(error))]
    Io {
        /// Which file.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// What stands in it.
    #[error("{path}: {error}")]
    Content {
        /// Which file.
        path: String,
        /// Why, with its place.
        error: Box<toml::de::Error>,
    },
    /// What stands in it cannot be kept while something is changed.
    #[error("{path} has a mistake, so nothing was written to it; mend it, and choose again")]
    Unwritable {
        /// Which file.
        path: String,
    },
}

impl Config {
    /// Reads it; a file that is not there is all defaults.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        match text(path)? {
            Some(text) => toml::from_str(&text)
                .map_err(|error| ConfigError::Content { path: path.display().to_string(), error: error.into() }),
            None => Ok(Self::default()),
        }
    }

    /// Reads what can be used of it, and tells in a sentence each what cannot: a window opens in any case.
    pub fn read_kindly(path: &Path) -> (Self, Vec<String>) {
        match text(path) {
            Ok(Some(text)) => Self::of_kindly(&text),
            Ok(None) => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![error.to_string()]),
        }
    }

    /// The same of a text.
    pub fn of_kindly(text: &str) -> (Self, Vec<String>) {
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => {
                let line = error.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count());
                let what = error.message();
                return (
                    Self::default(),
                    vec![format!("config.toml, line {line}: {what}. Nothing of it is in force.")],
                );
            }
        };
        let mut good = toml::Table::new();
        let mut problems = Vec::new();
        for (name, value) in table {
            let Some((_, form)) = NAMES.iter().find(|(known, _)| *known == name) else {
                let names: Vec<String> = NAMES.iter().map(|(name, _)| (*name).to_owned()).collect();
                let near = nearest(&name, &names).map(|near| format!("; did you mean '{near}'?")).unwrap_or_default();
                problems.push(format!("config.toml: there is no setting '{name}'{near}"));
                continue;
            };
            let alone = toml::Table::from_iter([(name.clone(), value.clone())]);
            match alone.try_into::<Self>() {
                Ok(_) => {
                    good.insert(name, value);
                }
                Err(_) => problems.push(format!("config.toml: '{name}' cannot be {value}; it takes {form}")),
            }
        }
        (good.try_into().unwrap_or_default(), problems)
    }

    /// Changes one setting in the file and leaves all else in it, comments too, as it stands. Written whole, so that a
    /// crash leaves either the old file or the new one.
    pub fn change(path: &Path, name: &str, value: &Value) -> Result<(), ConfigError> {
        let old = text(path)?.unwrap_or_default();
        let unwritable = |_| ConfigError::Unwritable { path: path.display().to_string() };
        let mut document: toml_edit::DocumentMut = old.parse().map_err(unwritable)?;
        let mut new = match value {
            Value::Flag(flag) => toml_edit::Value::from(*flag),
            Value::Name(name) => toml_edit::Value::from(name.as_str()),
            Value::Number(number) => toml_edit::Value::from(i64::from(*number)),
        };
        match document.get_mut(name).and_then(toml_edit::Item::as_value_mut) {
            Some(there) => {
                // What stands behind a value, a comment for instance, stays.
                *new.decor_mut() = there.decor().clone();
                *there = new;
            }
            None => {
                document.insert(name, toml_edit::Item::Value(new));
            }
        }
        write(path, &document.to_string()).map_err(|error| io_error(path, error))
    }
}

fn io_error(path: &Path, error: io::Error) -> ConfigError {
    ConfigError::Io { path: path.display().to_string(), error }
}

fn text(path: &Path) -> Result<Option<String>, ConfigError> {
    match read_text_up_to(path, CONFIG_BYTES) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(io_error(path, error)),
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    whole::write(path, text.as_bytes())
}
