//! `leakdrill new` and `leakdrill schema`: for those who write missions.

use super::args::{NewArgs, SchemaArgs};
use super::exit::{Exit, Stop, plain};
use super::out::Out;
use crate::mission::{schema, template};
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

/// Writes a commented mission that passes check; a file that exists is not overwritten.
pub fn new(args: &NewArgs, out: &mut Out) -> Result<Exit, Stop> {
    let stem = args.name.strip_suffix(".toml").unwrap_or(&args.name);
    let path = PathBuf::from(format!("{stem}.toml"));
    let name = match path.file_stem().and_then(|name| name.to_str()) {
        Some(name) if !stem.is_empty() && !stem.ends_with(std::path::is_separator) => name,
        _ => return Err(Stop::Unusable(format!("\"{}\" is no name for a file; try \"my-mission\"", args.name))),
    };
    File::options()
        .write(true)
        .create_new(true)
        .open(&path)
        .and_then(|mut file| file.write_all(template(name).as_bytes()))
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Stop::Unusable(format!("{}: there is no such folder", path.display())),
            _ => Stop::Unusable(format!("{}: {}", path.display(), plain(&error))),
        })?;
    let shown = path.display();
    out.line(&format!("{shown} is written. Edit it, then: leakdrill check {shown}, leakdrill play {shown}"))?;
    Ok(Exit::Done)
}

/// Prints the JSON Schema of mission files, or of station files.
pub fn schema(args: &SchemaArgs, out: &mut Out) -> Result<Exit, Stop> {
    out.json(&if args.station { schema::station_json() } else { schema::json() })?;
    Ok(Exit::Done)
}
