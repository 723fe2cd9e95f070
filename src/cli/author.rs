//! `leakdrill new` and `leakdrill schema`: for those who write missions.

use super::args::{NewArgs, SchemaArgs};
use super::exit::{Exit, Stop, plain};
use super::missions::quoted;
use super::out::Out;
use crate::mission::{schema, template};
use crate::words::en::command as say;
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

/// Writes a commented mission that passes check; a file that exists is not overwritten.
pub fn new(args: &NewArgs, out: &mut Out) -> Result<Exit, Stop> {
    // Words become one: a file name that needs no quotes in a command, and a title of several words all the same.
    let stem = match args.name.strip_suffix(".toml") {
        Some(stem) => stem.to_owned(),
        None => in_one_word(&args.name),
    };
    let path = PathBuf::from(format!("{stem}.toml"));
    let name = match path.file_stem().and_then(|name| name.to_str()) {
        Some(name) if !stem.is_empty() && !stem.ends_with(std::path::is_separator) => name,
        _ => return Err(Stop::Unusable(say::no_file_name(&args.name))),
    };
    File::options()
        .write(true)
        .create_new(true)
        .open(&path)
        .and_then(|mut file| file.write_all(template(name).as_bytes()))
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Stop::Unusable(say::of_file(&path.display().to_string(), say::NO_FOLDER)),
            _ => Stop::Unusable(format!("{}: {}", path.display(), plain(&error))),
        })?;
    let shown = path.display().to_string();
    out.line(&say::new_mission(&shown, &quoted(&shown)))?;
    Ok(Exit::Done)
}

/// The name with dashes between the words of its last part.
fn in_one_word(name: &str) -> String {
    let at = name.rfind(std::path::is_separator).map_or(0, |i| i + 1);
    let (folder, last) = name.split_at(at);
    format!("{folder}{}", last.split_whitespace().collect::<Vec<_>>().join("-"))
}

/// Prints the JSON Schema of mission files, or of station files.
pub fn schema(args: &SchemaArgs, out: &mut Out) -> Result<Exit, Stop> {
    out.json(&if args.station { schema::station_json() } else { schema::json() })?;
    Ok(Exit::Done)
}
