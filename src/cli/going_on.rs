//! Going on with a drill that broke off: `play --record FILE` of a file that is there already.

use super::args::PlayArgs;
use super::exit::{Stop, plain};
use crate::replay::file::{self, ResumeError, Resumed};
use crate::replay::limit::{RECORD_BYTES, read_up_to};
use crate::replay::record::read_header;
use std::path::Path;

/// Opens a record to go on with. What was asked for beside it must be what it holds: a record is never written over, nor
/// gone on with as another drill.
pub fn open(path: &Path, args: &PlayArgs, mission: &str) -> Result<Resumed, Stop> {
    let shown = path.display();
    let bytes = read_up_to(path, RECORD_BYTES).map_err(|error| Stop::file(path, &error))?;
    let header = read_header(&bytes).map_err(|damage| {
        Stop::Unusable(format!("{shown} exists already, and is not overwritten; nor can it be gone on with: {damage}"))
    })?;
    let other = if header.mission != mission {
        Some(format!("it holds a drill of {0}; go on with: leakdrill play {0} --record {shown}", header.mission))
    } else if args.seed.is_some() && header.exam {
        // Not even whether it is this one.
        Some("it is an exam, whose seed is its own; leave --seed out to go on with it".to_owned())
    } else if args.seed.is_some_and(|seed| seed != header.seed) {
        Some("it was begun with another seed; leave --seed out to go on with it".to_owned())
    } else if args.exam && !header.exam {
        Some("it was begun as practice; leave --exam out to go on with it".to_owned())
    } else if args.plain && header.exam {
        Some("it is an exam, which runs on the clock; leave --plain out to go on with it".to_owned())
    } else if args.trainee.as_ref().is_some_and(|name| *name != header.trainee) {
        Some("somebody else began it; leave --trainee out to go on with it".to_owned())
    } else {
        None
    };
    if let Some(why) = other {
        return Err(Stop::Unusable(format!("{shown}: {why}, or name a new file")));
    }
    file::resume(path).map_err(|error| {
        Stop::Unusable(match error {
            ResumeError::Over => {
                format!("{shown}: this drill is over; see it with: leakdrill watch {shown}, or name a new file")
            }
            ResumeError::Io(error) => format!("{shown}: {}", plain(&error)),
            other => format!("{shown}: {other}; name a new file"),
        })
    })
}
