//! A person's window: what a trainee sees, and the keys by which they act.
//!
//! A key becomes a message, [`app`] is the only place where it changes anything, and orders leave through the drill's
//! own door. This room may know every other. It lacks any way to the truth while a drill runs (panels are given a
//! [`view::View`], which holds a `Console`), any clock but the one in [`pace`], and any sentence that belongs into
//! `words`: its short labels are in [`labels`]. Colours are decided in [`theme`], keys in [`action`] and [`keys`].
//!
//! Start at [`app`], then [`screen::cabin`], then [`action`].

pub mod action;
pub mod app;
pub mod bell;
pub mod bug;
pub mod cabin;
pub mod canvas;
pub mod desk;
pub mod edited;
pub mod feed;
pub mod figures;
pub mod film;
pub mod glyph;
pub mod going_on;
pub mod history;
pub mod keys;
pub mod labels;
pub mod lobby;
pub mod menu;
pub mod motion;
pub mod mouse;
pub mod msg;
pub mod offers;
pub mod over;
pub mod own;
pub mod pace;
pub mod page;
pub mod palette;
pub mod panel;
pub mod past;
pub mod pen;
pub mod plan;
pub mod play;
pub mod report;
pub mod rush;
pub mod screen;
pub mod scribe;
pub mod session;
pub mod settings;
pub mod speech;
pub mod taught;
pub mod tempo;
pub mod terminal;
pub mod theme;
pub mod title;
pub mod view;
pub mod watch;

use crate::mission::Mission;
use crate::replay::Record;
use crate::replay::file::Resumed;
use crate::store::Home;
use crate::words::en;
use app::{App, Msg, Stage};
use desk::Desk;
use edited::Editor;
use going_on::GoesOn;
use pace::{Pace, Tones};
use scribe::{Opener, Scribe};
use settings::Settings;
use std::io;
use std::sync::Arc;
use terminal::Taken;

/// Where a window begins.
pub enum Start {
    /// At the title, with the missions that are known at once, and what reads all of them meanwhile.
    Title(Vec<Arc<Mission>>, Missions),
    /// In a drill that broke off.
    GoOn(Box<Resumed>),
    /// At the brief of a mission.
    Play {
        /// Which.
        mission: Arc<Mission>,
        /// With this seed; a fresh one if none.
        seed: Option<u64>,
        /// Under exam rules.
        exam: bool,
    },
    /// At the first moment of a record.
    Watch(Arc<Record>),
}

/// Reads every mission: more than may pass before the first frame.
pub type Missions = Box<dyn FnOnce() -> Vec<Arc<Mission>> + Send>;

/// What the program's edge gives to a window.
#[derive(Default)]
pub struct Given {
    /// The trainee's choices.
    pub settings: Settings,
    /// Opens the record of each drill; none is kept without it.
    pub record: Option<Opener>,
    /// The user's folders; nothing past is known without them.
    pub home: Option<Home>,
    /// Who sits here, as records call them.
    pub trainee: String,
    /// Looks after the mission's file, if somebody may be editing it.
    pub editor: Option<Editor>,
}

impl From<Settings> for Given {
    /// A window that keeps no record.
    fn from(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }
}

/// Opens the window and stays until the person leaves.
pub fn run(start: Start, given: impl Into<Given>) -> io::Result<()> {
    let given = given.into();
    let mut kept = None;
    let mut missions = None;
    let stage = match start {
        Start::Title(first, all) => {
            missions = Some(all);
            Stage::Title(title::Title { reading: true, ..title::Title::new(first) })
        }
        Start::GoOn(drill) => {
            let GoesOn { stage, recorder, hints } = going_on::stage(*drill, &given.settings);
            kept = Some((recorder, hints));
            stage
        }
        Start::Play { mission, seed, exam } => {
            let seed = seed.unwrap_or_else(|| title::seed(&mission, exam));
            Stage::Brief { mission, seed, exam }
        }
        Start::Watch(record) => Stage::Watch(Box::new(watch::Watch::open(record))),
    };
    let mut app = App::new(stage, given.settings);
    app.lobby.trainee = given.trainee;
    let mut desk = Desk::new(given.home);
    if let Some(all) = missions {
        desk.bring(move || Msg::Missions(all()));
    }
    let mut scribe = Scribe::new(given.record);
    if let Some((recorder, hints)) = kept {
        scribe.go_on(&app, recorder, hints);
    }
    let mut taken = Taken::take()?;
    let size = taken.terminal.size()?;
    app.update(Msg::Size(size.width, size.height));
    let ended = drive(&mut app, &mut taken, &mut scribe, &mut desk, given.editor);
    if ended.is_err() {
        taken.yield_to_signal();
    }
    ended
}

/// Lets the record follow. Where it cannot be written just now (a full disk), that is told once and the drill goes on:
/// what waits is written as soon as there is room. Leaving then loses it, and says so.
fn keep(app: &mut App, scribe: &mut Scribe, told: &mut bool) -> io::Result<()> {
    let followed = scribe.follow(app);
    if let Some((path, error)) = scribe.lost() {
        let (path, why) = (path.display().to_string(), en::window::trouble(&error));
        app.update(Msg::Told(en::window::record_broken(&path, &why)));
    }
    let Err(error) = followed else {
        *told = false;
        return Ok(());
    };
    let Some(path) = scribe.writes() else { return Err(error) };
    let path = path.display().to_string();
    if app.quit {
        return Err(io::Error::other(en::window::record_broken(&path, &en::window::trouble(&error))));
    }
    if !std::mem::replace(told, true) {
        app.update(Msg::Told(en::window::record_waits(&path, &en::window::trouble(&error))));
    }
    Ok(())
}

/// Lets the ticks pass that are due, as far as a frame has time for them; opens some more of a long record.
fn let_pass(app: &mut App, pace: &mut Pace, rate: &mut u32) {
    let mut due = pace.due(*rate);
    pace.begin();
    while app.opening() && pace.may_open() {
        app.update(Msg::Open);
    }
    if let Stage::Watch(_) = app.stage {
        // A replay jumps as far as is due: what lies between is in its record.
        if due > 0 {
            app.update(Msg::Pass(std::mem::take(&mut due)));
        }
    }
    while due > 0 && pace.may_go_on() {
        let some = due.min(16);
        app.update(Msg::Pass(some));
        due -= some;
        // An alarm, or the end, changes the speed on its own tick.
        if *rate != app.ticks_per_second() {
            *rate = app.ticks_per_second();
            pace.forget();
            due = 0;
        }
    }
    pace.give_back(due);
}

/// The loop: draw if something changed, wait for a key or a tick, let the ticks pass that are due.
fn drive(
    app: &mut App,
    taken: &mut Taken,
    scribe: &mut Scribe,
    desk: &mut Desk,
    mut editor: Option<Editor>,
) -> io::Result<()> {
    let mut pace = Pace::default();
    let mut tones = Tones::default();
    let mut rate = app.ticks_per_second();
    let mut told = false;
    while !app.quit {
        app.glide(pace.share(rate));
        if std::mem::take(&mut app.stale) {
            taken.draw(|frame| {
                let area = frame.area();
                app.draw(frame.buffer_mut(), area);
            })?;
        }
        if let Some(errand) = app.errand.take() {
            going_on::run(&errand, app, scribe);
            continue;
        }
        let rings = app.rings();
        if tones.strikes(rings) && app.settings.bell {
            taken.bell()?;
        }
        app.light(tones.lit() && app.settings.flash);
        app.wants.drain(..).for_each(|wanted| desk.begin(wanted));
        let mut within = if app.opening() {
            std::time::Duration::ZERO
        } else {
            pace.wait(rate, desk.busy()).min(tones.wait()).min(pace.glide(app.moves()))
        };
        while let Some(msg) = taken.next(within)? {
            app.update(msg);
            // Before the next key: a drill may be left, and its result too, within one frame.
            keep(app, scribe, &mut told)?;
            app.go_next();
            if app.quit {
                return Ok(());
            }
            within = std::time::Duration::ZERO;
        }
        if let Some(edited) = editor.as_mut().and_then(|editor| editor()) {
            app.update(Msg::Edited(edited));
        }
        while let Some(answer) = desk.answer() {
            app.update(answer);
        }
        if rate != app.ticks_per_second() {
            rate = app.ticks_per_second();
            pace.forget();
        }
        let_pass(app, &mut pace, &mut rate);
        keep(app, scribe, &mut told)?;
        if let Some(path) = scribe.kept() {
            app.update(Msg::Kept(path));
        }
    }
    keep(app, scribe, &mut told)
}
