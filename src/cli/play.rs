//! `leakdrill play` and the title: a person flies, on the screen or line by line.

use super::args::{LevelName, PlayArgs};
use super::exit::{Exit, Stop, plain as said};
use super::out::Out;
use super::{going_on, missions, plain, seed};
use crate::drill::Drill;
use crate::mission::{self, Mission, library};
use crate::replay::file::{self, RecordFile};
use crate::replay::{Header, Record, Recorder};
use crate::store::{Config, Draft, Home, drills};
use crate::tui::edited::Editor;
use crate::tui::own::Own;
use crate::tui::settings::Settings;
use crate::tui::{self, Given, Start, terminal};
use crate::words::en::command as say;
use crate::words::en::window::EXAM_HAS_ITS_SEED;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Plays a mission.
pub fn run(args: &PlayArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mission = missions::find(&args.mission, args.level)?;
    if args.plain && args.exam {
        return Err(Stop::Unusable(say::NO_PLAIN_EXAM.into()));
    }
    if args.exam && args.seed.is_some() {
        return Err(Stop::Unusable(EXAM_HAS_ITS_SEED.into()));
    }
    let (home, config, problems) = home()?;
    let line_by_line = args.plain || (config.plain && !args.exam);
    // Line by line there is no window to tell it in: a mistake in the file is told instead of a drill.
    let config = if line_by_line {
        Config::read(&home.config()).map_err(|error| Stop::Unusable(error.to_string()))?
    } else {
        config
    };
    if let Some(path) = args.record.as_deref().filter(|path| path.exists()) {
        if !line_by_line {
            terminal::present().map_err(|error| Stop::Unusable(said(&error)))?;
        }
        let resumed = going_on::open(path, args, &mission.name)?;
        if line_by_line && !resumed.drill.exam() {
            return plain::go_on(resumed, path, out);
        }
        // Whoever began it flies on, and whatever is flown after it in this window.
        let trainee = resumed.record.header.trainee.clone();
        return window(Start::GoOn(Box::new(resumed)), &config, problems, trainee, None, None);
    }
    if line_by_line {
        let seed = args.seed.or(mission.seed).unwrap_or_else(seed::fresh);
        let drill = Drill::new(mission, seed).with_exam(args.exam);
        let trainee = args.trainee.as_ref().unwrap_or(&config.trainee);
        let (path, record) = record(args.record.as_deref(), &drill, trainee, None)?;
        return plain::play(drill, record, &path, out);
    }
    let start = Start::Play { mission, seed: args.seed, exam: args.exam };
    let trainee = args.trainee.clone().unwrap_or_else(|| config.trainee.clone());
    window(start, &config, problems, trainee, args.record.clone(), editor(&args.mission, args.level))
}

/// Looks after the file of a mission that does not ship.
fn editor(name: &str, level: Option<LevelName>) -> Option<Editor> {
    let mut draft = Draft::new(missions::file(name)?);
    let name = name.to_owned();
    Some(Box::new(move || draft.edited().then(|| missions::find(&name, level).map_err(|stop| stop.to_string()))))
}

/// Opens the title screen.
pub fn title() -> Result<Exit, Stop> {
    // The first mission is there with the first frame; the others, and what broke off, come as soon as they are read.
    let first = library::list().take(1).filter_map(shipped).collect();
    let (_, config, problems) = home()?;
    let trainee = config.trainee.clone();
    window(Start::Title(first, Box::new(all)), &config, problems, trainee, None, None)
}

/// A mission that ships.
fn shipped(mission: &library::Shipped) -> Option<Arc<Mission>> {
    mission::load(mission.name, mission.text, None).ok().map(Arc::new)
}

/// Every mission that can be flown: those that ship, and one's own.
fn all() -> Vec<Arc<Mission>> {
    let own = missions::own().into_iter().filter_map(|(name, _)| missions::find(&name, None).ok());
    library::list().filter_map(shipped).chain(own).collect()
}

/// Opens a record to be watched. A drill that is taken over from it is recorded among the others.
pub fn watch(record: Arc<Record>) -> Result<Exit, Stop> {
    let (_, config, problems) = home()?;
    let trainee = config.trainee.clone();
    window(Start::Watch(record), &config, problems, trainee, None, None)
}

/// The user's folders, the configuration in them, and what of it could not be used.
fn home() -> Result<(Home, Config, Vec<String>), Stop> {
    let home = Home::find().map_err(|error| Stop::Unusable(say::no_home(&error.to_string())))?;
    let (config, problems) = Config::read_kindly(&home.config());
    Ok((home, config, problems))
}

/// Opens the window. Each drill in it leaves a record; the first in the file that was named.
fn window(
    start: Start,
    config: &Config,
    problems: Vec<String>,
    trainee: String,
    mut file: Option<PathBuf>,
    editor: Option<Editor>,
) -> Result<Exit, Stop> {
    let home = Home::find().ok();
    let name = trainee.clone();
    let opener = move |drill: &Drill, carried: Option<&Header>| {
        let begun = record(file.take().as_deref(), drill, &trainee, carried);
        begun.map(|(_, recorder)| recorder).map_err(|stop| std::io::Error::other(stop.to_string()))
    };
    let settings = settings(config, problems, home.as_ref());
    let given = Given { settings, record: Some(Box::new(opener)), home, trainee: name, editor };
    tui::run(start, given).map_err(|error| Stop::Unusable(said(&error)))?;
    Ok(Exit::Done)
}

/// What the terminal suggests, with what the configuration says put over it, and what could not be used.
fn settings(config: &Config, problems: Vec<String>, home: Option<&Home>) -> Settings {
    let (owns, wrong) = home.map(|home| Own::all(&home.themes())).unwrap_or_default();
    let mut settings = Settings::detect(|name| std::env::var(name).ok());
    settings.problems = problems;
    settings.problems.extend(wrong);
    settings.with(config, owns)
}

/// Begins the record that every drill of a person leaves: in the file that was named, else among the others.
/// A take-over carries its parent's head.
fn record(
    file: Option<&Path>,
    drill: &Drill,
    trainee: &str,
    carried: Option<&Header>,
) -> Result<(PathBuf, Recorder<RecordFile>), Stop> {
    let home = Home::find().map_err(|error| Stop::Unusable(say::no_home(&error.to_string())))?;
    let started_unix_s = seed::unix_s();
    let mission = drill.mission();
    let path = match file {
        Some(path) => path.to_owned(),
        None => home.new_record(&mission.name, started_unix_s).map_err(|error| Stop::file(&home.records(), &error))?,
    };
    // Attempts are counted for exams; drills that cannot be read count for nothing.
    let past = crate::store::past(&home).unwrap_or_default();
    let header = Header {
        started_unix_s,
        exam: drill.exam(),
        trainee: trainee.to_owned(),
        attempt: drills::next_attempt(&past, &mission.name, trainee),
        ..carried.cloned().unwrap_or_else(|| Header::new(mission, drill.seed()))
    };
    let record = file::create(&path, &header, &mission.layout).map_err(|error| Stop::file(&path, &error))?;
    Ok((path, record))
}
