//! `leakdrill list`: what can be flown.

use super::args::{Format, ListArgs};
use super::exit::{Exit, Stop};
use super::missions::{self, Text};
use super::out::Out;
use crate::mission::{self, Mission, library};
use crate::words::en::command as say;
use crate::words::measure;
use serde_json::{Value, json};

/// A mission that was found, usable or not.
struct Found {
    name: String,
    /// The file, if it does not ship.
    file: Option<String>,
    mission: Option<Mission>,
}

/// Lists missions.
pub fn run(args: &ListArgs, out: &mut Out) -> Result<Exit, Stop> {
    let shipped = library::list().map(|m| Found {
        name: m.name.to_owned(),
        file: None,
        mission: mission::load(m.name, m.text, None).ok(),
    });
    let own = missions::own().into_iter().map(|(name, path)| {
        let text = missions::read(&path);
        let mission = match text {
            Ok(Text::Good(text)) => mission::load(&name, &text, None).ok(),
            _ => None,
        };
        Found { name, file: Some(path.display().to_string()), mission }
    });
    let all: Vec<Found> = shipped.chain(own).collect();
    match args.format {
        Format::Json => out.json(&json!({
            "missions": all.iter().map(row).collect::<Vec<_>>(),
            "stations": library::stations().map(|s| s.name).collect::<Vec<_>>(),
        }))?,
        Format::Text => {
            for found in &all {
                out.line(&line(found))?;
            }
            let stations: Vec<&str> = library::stations().map(|station| station.name).collect();
            out.line(&say::stations(&stations))?;
            out.line(say::LIST_END)?;
        }
    }
    Ok(Exit::Done)
}

fn row(found: &Found) -> Value {
    let mission = found.mission.as_ref();
    json!({
        "name": found.name,
        "file": found.file,
        "usable": mission.is_some(),
        "title": mission.map(|m| &m.title),
        "skill": mission.map(|m| &m.skill),
        "difficulty": mission.map(|m| m.difficulty),
        "station": mission.map(|m| &m.layout.id),
        "crew": mission.map(|m| m.layout.crew.len()),
        "time_limit_s": mission.map(|m| m.time_limit.0),
        "seed": mission.and_then(|m| m.seed),
        "sources": mission.map(|m| &m.sources),
    })
}

fn line(found: &Found) -> String {
    let Some(mission) = &found.mission else {
        let file = found.file.as_deref().unwrap_or(&found.name);
        return say::list_unusable(&found.name, &missions::quoted(file));
    };
    let marks: String = (0..5).map(|n| if n < mission.difficulty { '*' } else { '.' }).collect();
    let limit = measure::span(mission.time_limit.seconds());
    format!("{:<16} {marks}  {:<28} {limit:>7}  {}", found.name, mission.title, mission.skill)
}
