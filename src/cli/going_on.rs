//! Going on with a drill that broke off: `play --record FILE` of a file that is there already.

use super::args::PlayArgs;
use super::exit::{Stop, plain};
use crate::mission::Mission;
use crate::replay::Header;
use crate::replay::file::{self, ResumeError, Resumed};
use crate::replay::limit::{RECORD_BYTES, read_up_to};
use crate::replay::record::read_header;
use crate::words::en::command as say;
use std::path::Path;

/// Opens a record to go on with. What was asked for beside it must be what it holds: a record is never written over, nor
/// gone on with as another drill.
pub fn open(path: &Path, args: &PlayArgs, mission: &str) -> Result<Resumed, Stop> {
    let shown = path.display().to_string();
    let bytes = read_up_to(path, RECORD_BYTES).map_err(|error| Stop::file(path, &error))?;
    let header =
        read_header(&bytes).map_err(|damage| Stop::Unusable(say::cannot_go_on(&shown, &damage.to_string())))?;
    let other = if header.mission != mission {
        Some(say::other_mission(&header.mission, &shown))
    } else if args.seed.is_some() && header.exam {
        // Not even whether it is this one.
        Some(say::SEED_OF_EXAM.to_owned())
    } else if args.seed.is_some_and(|seed| seed != header.seed) {
        Some(say::OTHER_SEED.to_owned())
    } else if args.level.is_some_and(|level| Some(level.id()) != level_of(&header).as_deref()) {
        Some(say::OTHER_LEVEL.to_owned())
    } else if args.exam && !header.exam {
        Some(say::IS_PRACTICE.to_owned())
    } else if args.plain && header.exam {
        Some(say::IS_EXAM.to_owned())
    } else if args.trainee.as_ref().is_some_and(|name| *name != header.trainee) {
        Some(say::OTHER_TRAINEE.to_owned())
    } else {
        None
    };
    if let Some(why) = other {
        return Err(Stop::Unusable(say::or_new_file(&shown, &why)));
    }
    file::resume(path).map_err(|error| {
        Stop::Unusable(match error {
            ResumeError::Over => say::is_over(&shown),
            ResumeError::Io(error) => say::of_file(&shown, &plain(&error)),
            other => say::name_new_file(&shown, &other.to_string()),
        })
    })
}

/// The level of difficulty at which a record's drill is flown.
fn level_of(header: &Header) -> Option<String> {
    let mission =
        Mission::from_texts(&header.mission, &header.text, header.station.as_deref(), header.level.as_deref()).ok()?;
    Some(mission.level.in_force)
}
