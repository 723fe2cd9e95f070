//! The window's state and the one function that changes it: [`App::update`].
//!
//! ```text
//!  key -> Msg -> update -> action table -> hand, speed, sheets   or   an order -> Drill::submit
//!  clock -> pace -> Msg::Pass(ticks) -> Session::pass -> Drill::tick
//! ```

use super::desk::Wanted;
use super::going_on::Errand;
use super::keys::Keymap;
use super::labels;
use super::lobby::Lobby;
use super::motion::Motion;
use super::over::Over;
use super::pen::Pen;
use super::play::Play;
use super::report::Report;
use super::screen;
use super::screen::cabin::Sheet;
use super::settings::Settings;
use super::theme::Theme;
use super::title::Title;
use super::watch::Watch;
use crate::mission::Mission;
use crate::sim::alarm::AlarmClass;
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::sync::Arc;

pub use super::msg::Msg;

/// Nothing is drawn on less than this; the cabin asks for more.
const LEAST: (i32, i32) = (60, 18);

/// What fills the window.
#[derive(Debug)]
pub enum Stage {
    /// The title, with its list of missions.
    Title(Title),
    /// The brief before a drill.
    Brief {
        /// What will be flown.
        mission: Arc<Mission>,
        /// With this seed.
        seed: u64,
        /// Under exam rules.
        exam: bool,
    },
    /// A drill.
    Cabin(Box<Play>),
    /// How it ended.
    Result(Box<Play>, Box<Report>),
    /// How a past drill ended.
    Report(Box<Report>),
    /// The list of past drills.
    Records,
    /// How somebody gets on.
    Progress {
        /// Rows scrolled.
        scroll: usize,
    },
    /// A record being watched.
    Watch(Box<Watch>),
}

/// The window.
#[derive(Debug)]
pub struct App {
    /// What fills it.
    pub stage: Stage,
    /// What lies over it.
    pub over: Over,
    /// The trainee's choices.
    pub settings: Settings,
    pub(super) keys: Keymap,
    pub(super) theme: Theme,
    pub(super) size: (u16, u16),
    /// The program should end.
    pub quit: bool,
    /// The screen is lit by an alarm.
    lit: bool,
    /// How much of the second since the last console has passed, for what moves.
    share: f64,
    /// Drills begun, so that each gets a record of its own.
    pub flights: u64,
    /// Something to draw.
    pub stale: bool,
    /// Nobody has touched a key yet.
    untouched: bool,
    /// What the machine is asked for.
    pub wants: Vec<Wanted>,
    /// What is known around the drill.
    pub lobby: Lobby,
    /// The title while another screen is shown; none if the program did not begin there.
    pub(super) shelf: Option<Title>,
    /// Where a record was chosen that is watched now.
    pub(super) before: Option<Box<Stage>>,
    /// Questions asked so far.
    pub(super) asked: u64,
    /// What the loop is to do with a record.
    pub errand: Option<Errand>,
    /// Where to go once the record of the drill that was left is closed.
    pub(super) next: Option<Stage>,
}

impl App {
    /// A window at a stage.
    pub fn new(stage: Stage, settings: Settings) -> Self {
        let (keys, conflicts) = Keymap::new(&settings.keys);
        let problems: Vec<String> =
            settings.problems.iter().cloned().chain(conflicts.iter().map(ToString::to_string)).collect();
        let theme = settings.theme();
        let wants = if matches!(stage, Stage::Title(_)) { vec![Wanted::Past] } else { Vec::new() };
        let waiting = if let Stage::Title(title) = &stage { title.waiting.clone() } else { None };
        let over = if problems.is_empty() {
            waiting.map_or(Over::None, Over::Waiting)
        } else {
            Over::Notice { title: labels::NOTICE, lines: problems }
        };
        Self {
            stage,
            over,
            settings,
            keys,
            theme,
            size: (80, 24),
            quit: false,
            lit: false,
            share: 1.0,
            flights: 0,
            stale: true,
            untouched: true,
            wants,
            lobby: Lobby::default(),
            shelf: None,
            before: None,
            asked: 0,
            errand: None,
            next: None,
        }
    }

    /// Ticks a second that are wanted now. Help, settings and questions hold the clock in practice.
    pub fn ticks_per_second(&self) -> u32 {
        let play = match &self.stage {
            Stage::Cabin(play) => play,
            Stage::Watch(watch) if matches!(self.over, Over::None) => return watch.ticks_per_second(),
            _ => return 0,
        };
        let wanted = play.ticks_per_second();
        match &self.over {
            Over::None => wanted,
            Over::Palette(_) | Over::Ask { .. } => wanted.min(1),
            _ if play.rate.exam => wanted.min(1),
            _ => 0,
        }
    }

    /// The worst class that rings now, for bell and flash: in a pause too, as nobody has acknowledged it; none while
    /// somebody reads the help, chooses a setting or is asked something, which hold the clock.
    pub fn rings(&self) -> Option<AlarmClass> {
        let held = self.ticks_per_second() == 0 && !matches!(self.over, Over::None);
        match &self.stage {
            Stage::Cabin(play) if !held && (self.settings.bell || self.settings.flash) => play.ringing(),
            _ => None,
        }
    }

    /// Whether something is on its way between two consoles, and the clock slow enough for it to be seen.
    pub fn moves(&self) -> bool {
        match &self.stage {
            Stage::Cabin(play) => {
                self.settings.motion
                    && (1..=2).contains(&self.ticks_per_second())
                    && play.session.before.moves(&play.session.console)
            }
            _ => false,
        }
    }

    /// So much of the second since the last console has passed.
    pub fn glide(&mut self, share: f64) {
        self.stale |= self.moves();
        self.share = share;
    }

    /// Lights the screen, or lets it go dark again.
    pub fn light(&mut self, lit: bool) {
        self.stale |= self.lit != lit;
        self.lit = lit;
    }

    /// The only change of state.
    pub fn update(&mut self, msg: Msg) {
        match msg {
            Msg::Key(key) => {
                self.stale = true;
                self.untouched = false;
                // What is being done for one key is not undone by the next.
                if self.errand.is_none() {
                    self.key(key);
                }
            }
            Msg::Click(x, y) => {
                self.stale = true;
                self.untouched = false;
                self.click(x, y);
            }
            Msg::Wheel(lines) => {
                self.stale = true;
                match (&mut self.over, &mut self.stage) {
                    (Over::Help { .. }, _) => self.scroll_help(-3 * lines),
                    (_, Stage::Cabin(play)) => play.scroll(lines),
                    (_, Stage::Watch(watch)) => watch.scroll(lines),
                    _ => self.wheel_lobby(lines),
                }
            }
            Msg::Size(w, h) => {
                self.size = (w, h);
                self.stale = true;
            }
            Msg::Continued(w, h) => {
                let ran = self.ticks_per_second() > 0;
                if let (Stage::Cabin(play), true) = (&mut self.stage, ran) {
                    play.was_stopped();
                }
                self.update(Msg::Size(w, h));
            }
            Msg::Pass(ticks) => self.pass(ticks),
            Msg::Open => {
                if let Stage::Watch(watch) = &mut self.stage {
                    watch.prepare();
                    self.stale = true;
                }
            }
            Msg::End => self.quit = true,
            answer => {
                self.stale = true;
                self.answer(answer);
            }
        }
    }

    /// The key that chooses, by whatever else than a key.
    pub(super) fn choose(&mut self) {
        self.key(KeyCombination::from(KeyCode::Enter));
    }

    fn answer(&mut self, msg: Msg) {
        match msg {
            Msg::Past(past) => self.lobby.past = Some(past),
            Msg::Opened(report) => self.answered(report),
            Msg::Debrief(number, debrief) => {
                if let Some(report) = self.report() {
                    report.take(number, debrief);
                }
            }
            Msg::Waiting(waiting) => {
                // Offered by itself once, before anybody has begun something else.
                if let (Stage::Title(_), Over::None, true, Some(waiting)) =
                    (&self.stage, &self.over, std::mem::take(&mut self.untouched), &waiting)
                {
                    self.over = Over::Waiting(waiting.clone());
                }
                self.offer(waiting);
            }
            Msg::Missions(missions) => self.found(missions),
            Msg::Kept(path) => {
                if let Some(report) = self.report() {
                    report.path = Some(path);
                }
            }
            Msg::Watch(record) => self.watch(record),
            Msg::Edited(edited) => self.edited(edited),
            Msg::Broke(number) => {
                if let (Some(number), Some(report)) = (number, self.report()) {
                    report.give_up(number);
                }
                let lines = vec![crate::words::en::window::FAILED_MEANWHILE.to_owned()];
                self.over = Over::Notice { title: labels::NOTICE, lines };
            }
            Msg::Told(text) => self.over = Over::Notice { title: labels::NOTICE, lines: vec![text] },
            _ => {}
        }
    }

    /// Whether a record is being opened that can be watched meanwhile.
    pub fn opening(&self) -> bool {
        matches!(&self.stage, Stage::Watch(watch) if watch.opening())
    }

    fn pass(&mut self, ticks: u32) {
        if let Stage::Watch(watch) = &mut self.stage {
            watch.pass(ticks);
            self.stale = true;
        }
        let Stage::Cabin(play) = &mut self.stage else { return };
        let passed = play.pass(ticks, &self.settings);
        self.stale |= passed.ticks > 0;
        if passed.ended {
            play.hand.menu = None;
            play.sheet = Sheet::None;
            self.finish();
        }
    }

    fn key(&mut self, key: KeyCombination) {
        if !matches!(self.over, Over::None) {
            self.key_over(key);
            return;
        }
        match self.stage {
            Stage::Cabin(_) => self.key_cabin(key),
            Stage::Watch(_) => self.key_watch(key),
            _ => self.key_lobby(key),
        }
    }

    /// Draws everything. Reads only.
    pub fn draw(&self, buf: &mut Buffer, area: Rect) {
        let mut pen = Pen::new(buf, area, &self.theme);
        let (w, h) = (pen.width(), pen.height());
        let mut whole = pen.part(0, 0, w, h);
        if w < LEAST.0 || h < LEAST.1 {
            screen::cabin::too_small(&mut whole);
            return;
        }
        match &self.stage {
            Stage::Title(title) => screen::title::draw(whole, title, &self.lobby, &self.keys),
            Stage::Brief { mission, seed, exam } => screen::brief::draw(whole, mission, *seed, *exam),
            Stage::Cabin(play) => {
                let mut view = play.view();
                // A clock that help or a question holds says so.
                view.rate.paused |= self.ticks_per_second() == 0;
                view.keys = &self.keys;
                view.motion = self.moves().then_some(Motion { before: &play.session.before, share: self.share });
                screen::cabin::draw(whole, &view, &self.keys, play.sheet);
            }
            Stage::Result(_, report) | Stage::Report(report) => screen::result::draw(whole, report, &self.keys),
            Stage::Records => screen::records::draw(whole, &self.lobby, &self.keys),
            Stage::Progress { scroll } => screen::progress::draw(whole, self, *scroll),
            Stage::Watch(watch) => {
                screen::watch::draw(whole, watch, &self.keys, !matches!(self.over, Over::None));
            }
        }
        screen::over::draw(pen, self);
        if self.lit {
            buf.set_style(area.intersection(buf.area), Style::new().add_modifier(Modifier::REVERSED));
        }
    }

    /// The keys in force.
    pub fn keys(&self) -> &Keymap {
        &self.keys
    }
}

/// Whether a key is this one, unmodified.
pub fn is(key: KeyCombination, code: KeyCode) -> bool {
    key == KeyCombination::from(code)
}
