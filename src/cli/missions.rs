//! Missions by name or path, with a sentence that helps when there is none.

use super::args::LevelName;
use super::exit::Stop;
use crate::drill::grammar::nearest;
use crate::mission::{self, Kind, Mission, Problems, library};
use crate::store::Home;
use crate::words::en::command as say;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// No mission is nearly as large; what is larger is read no further.
const LARGEST: u64 = 8 << 20;

/// Text of a file that a person wrote, or why not.
#[derive(Debug)]
pub enum Text {
    /// It is text.
    Good(String),
    /// It is not UTF-8 from this line on.
    NotText {
        /// The line, from 1.
        line: usize,
    },
}

/// Reads a mission or station file.
pub fn read(path: &Path) -> Result<Text, Stop> {
    let mut bytes = Vec::new();
    let stop = |error| Stop::file(path, &error);
    File::open(path).map_err(stop)?.take(LARGEST).read_to_end(&mut bytes).map_err(stop)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Text::Good(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            Text::NotText { line: 1 + error.as_bytes()[..good].iter().filter(|b| **b == b'\n').count() }
        }
    })
}

/// The mission of this name, or in this file, at a level that it offers.
pub fn find(name: &str, level: Option<LevelName>) -> Result<Arc<Mission>, Stop> {
    if let Some(shipped) = library::find(name) {
        return load(name, shipped.text, level, &format!("{name}.toml"));
    }
    if let Some(path) = file(name) {
        return open(&path, level);
    }
    Err(unknown(name, &names()))
}

/// Every mission that can be named.
fn names() -> Vec<String> {
    library::list().map(|m| m.name.to_owned()).chain(own().into_iter().map(|(name, _)| name)).collect()
}

/// There is none of this name; the nearest, or all of them.
fn unknown(name: &str, names: &[String]) -> Stop {
    let hint = match near(name, names).as_slice() {
        [] => say::there_are(names),
        [others @ .., last] => say::did_you_mean(others, last),
    };
    Stop::Unusable(say::no_mission(name, &hint))
}

/// The names that one cut short may stand for; else the one that a slip of the finger may mean.
fn near(name: &str, names: &[String]) -> Vec<String> {
    let short = name.to_lowercase().replace(['_', ' '], "-");
    let starts = |full: &&String| short.chars().count() >= 2 && full.to_lowercase().starts_with(&short);
    let longer: Vec<String> = names.iter().filter(starts).take(3).cloned().collect();
    if longer.is_empty() { nearest(&short, names).into_iter().collect() } else { longer }
}

/// The text of a file to be checked; of a mission or station that ships, or that lies in the user's own folder, where
/// no file has this name. With how it is called in answers, and its file if it may be written.
pub fn text(path: &Path) -> Result<Named, Stop> {
    let name = path.to_string_lossy();
    let station = || library::stations().find(|s| s.name == name);
    let text = match library::find(&name).or_else(station).filter(|_| !path.is_file()) {
        Some(shipped) => {
            return Ok(Named {
                shown: PathBuf::from(format!("{name}.toml")),
                text: Text::Good(shipped.text.to_owned()),
                file: None,
            });
        }
        None => file(&name).map(|own| read(&own).map(|text| (own, text))),
    };
    match text {
        Some(found) => found.map(|(file, text)| Named { shown: file.clone(), text, file: Some(file) }),
        None => Err(unknown(&name, &names())),
    }
}

/// A text that was found.
pub struct Named {
    /// How answers call it.
    pub shown: PathBuf,
    /// What stands in it.
    pub text: Text,
    /// Where it lies, unless it ships.
    pub file: Option<PathBuf>,
}

/// A name or path as a shell takes it for one word.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '+' | ',' | '@' | '%' | '=');
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// The file that this name stands for; none for what ships, or where there is none of the name.
pub fn file(name: &str) -> Option<PathBuf> {
    if library::find(name).is_some() {
        return None;
    }
    let path = Path::new(name);
    if path.is_file() || name.ends_with(".toml") || name.contains(std::path::is_separator) {
        return Some(path.to_owned());
    }
    own().into_iter().find(|(own, _)| own == name).map(|(_, path)| path)
}

fn open(path: &Path, level: Option<LevelName>) -> Result<Arc<Mission>, Stop> {
    let shown = path.display().to_string();
    let name = path.file_stem().map_or_else(|| shown.clone(), |stem| stem.to_string_lossy().into_owned());
    match read(path)? {
        Text::Good(text) => load(&name, &text, level, &shown),
        Text::NotText { line } => Err(Stop::Unusable(say::of_file(&shown, &say::line_not_text(line)))),
    }
}

fn load(name: &str, text: &str, level: Option<LevelName>, shown: &str) -> Result<Arc<Mission>, Stop> {
    mission::load(name, text, level.map(LevelName::id)).map(Arc::new).map_err(|problems| {
        no_level(shown, &problems).unwrap_or_else(|| {
            let page = problems.render(shown, false);
            Stop::Unusable(say::cannot_be_flown(shown, page.trim_end()))
        })
    })
}

/// The level that was asked for is not offered; that is no mistake in the file.
pub fn no_level(shown: &str, problems: &Problems) -> Option<Stop> {
    let problem = problems.list().iter().find(|problem| problem.kind == Kind::UnknownLevel)?;
    Some(Stop::Unusable(say::of_file(shown, &format!("{}: {}", problem.message, problem.expected))))
}

/// Missions in the user's own folder: their names and files, in order.
pub fn own() -> Vec<(String, PathBuf)> {
    let Some(folder) = own_folder() else { return Vec::new() };
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(String, PathBuf)> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path)))
        .collect();
    found.sort();
    found
}

/// Where the user keeps missions.
pub fn own_folder() -> Option<PathBuf> {
    Home::find().ok().map(|home| home.missions())
}
