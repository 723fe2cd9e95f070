//! What a user may set, in `config.toml`. Everything has a default, and an unknown name is told rather than ignored.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The configuration.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
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
    /// One line at a time, for screen readers.
    pub plain: bool,
    /// Keys by the name of the action.
    pub keys: BTreeMap<String, String>,
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file.
    #[error("{path}: {error}")]
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
}

impl Config {
    /// Reads it; a file that is not there is all defaults.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let name = || path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => {
                toml::from_str(&text).map_err(|error| ConfigError::Content { path: name(), error: error.into() })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(ConfigError::Io { path: name(), error }),
        }
    }

    /// Writes it whole, so that a crash leaves either the old one or the new one.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let text = toml::to_string_pretty(self).map_err(io::Error::other)?;
        let beside = path.with_extension("toml.new");
        std::fs::write(&beside, text)?;
        std::fs::rename(&beside, path)
    }
}
