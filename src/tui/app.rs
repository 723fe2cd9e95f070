//! The window's state and the one function that changes it: [`App::update`].
//!
//! ```text
//!  key -> Msg -> update -> action table -> hand, speed, sheets   or   an order -> Drill::submit
//!  clock -> pace -> Msg::Pass(ticks) -> Session::pass -> Drill::tick
//! ```

use super::going_on::Errand;
use super::keys::{Keymap, plain, typed};
use super::over::Over;
use super::palette::Palette;
use super::pen::Pen;
use super::play::{Play, Wish};
use super::screen;
use super::screen::cabin::Sheet;
use super::session::Session;
use super::settings::Settings;
use super::theme::Theme;
use super::title::Title;
use super::view::Note;
use super::watch::Watch;
use crate::mission::Mission;
use crate::sim::alarm::AlarmClass;
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::Arc;

/// Something that came in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Msg {
    /// A key.
    Key(KeyCombination),
    /// A click.
    Click(u16, u16),
    /// The wheel, lines up.
    Wheel(i32),
    /// The window has this size.
    Size(u16, u16),
    /// So many ticks are due.
    Pass(u32),
    /// Some more of a long record can be opened.
    Open,
    /// The program is told to end.
    End,
}

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
    Result(Box<Play>),
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
    /// An alarm for the bell.
    pub bell: Option<AlarmClass>,
    /// Drills begun, so that each gets a record of its own.
    pub flights: u64,
    /// Something to draw.
    pub stale: bool,
    /// What the loop is to do with a record.
    pub errand: Option<Errand>,
    /// What the title offers; none if the program did not begin there.
    shelf: Option<Title>,
}

impl App {
    /// A window at a stage.
    pub fn new(stage: Stage, settings: Settings) -> Self {
        let (keys, problems) = Keymap::new(&settings.keys);
        let theme = settings.theme();
        let shelf = if let Stage::Title(title) = &stage { Some(title.clone()) } else { None };
        let waiting = shelf.as_ref().and_then(|title| title.waiting.clone());
        let over = if problems.is_empty() {
            waiting.map_or(Over::None, Over::Waiting)
        } else {
            Over::Notice { title: "config.toml", lines: problems.iter().map(ToString::to_string).collect() }
        };
        Self {
            stage,
            over,
            settings,
            keys,
            theme,
            size: (80, 24),
            quit: false,
            bell: None,
            flights: 0,
            stale: true,
            errand: None,
            shelf,
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

    /// The only change of state.
    pub fn update(&mut self, msg: Msg) {
        match msg {
            Msg::Key(key) => {
                self.stale = true;
                self.key(key);
            }
            Msg::Click(x, y) => {
                self.stale = true;
                match (&mut self.stage, &self.over) {
                    (Stage::Cabin(play), Over::None) => play.click(x, y, self.size),
                    (Stage::Watch(watch), Over::None) => watch.click(x, y, self.size),
                    _ => {}
                }
            }
            Msg::Wheel(lines) => {
                self.stale = true;
                match &mut self.stage {
                    Stage::Cabin(play) => play.scroll(lines),
                    Stage::Watch(watch) => watch.scroll(lines),
                    _ => {}
                }
            }
            Msg::Size(w, h) => {
                self.size = (w, h);
                self.stale = true;
            }
            Msg::Pass(ticks) => self.pass(ticks),
            Msg::Open => {
                if let Stage::Watch(watch) = &mut self.stage {
                    watch.prepare();
                    self.stale = true;
                }
            }
            Msg::End => self.quit = true,
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
        if passed.alarm.is_some() {
            self.bell = passed.alarm;
        }
        if passed.ended {
            play.hand.menu = None;
            play.sheet = Sheet::None;
            self.finish();
        }
    }

    /// From the cabin to the result.
    pub(super) fn finish(&mut self) {
        let stage = std::mem::replace(&mut self.stage, Stage::Title(Title::default()));
        self.over = Over::None;
        self.stage = match stage {
            Stage::Cabin(play) => Stage::Result(play),
            other => other,
        };
    }

    fn key(&mut self, key: KeyCombination) {
        if !matches!(self.over, Over::None) {
            self.key_over(key);
            return;
        }
        match &mut self.stage {
            Stage::Title(title) => match title.key(key) {
                super::title::Chosen::Nothing => {}
                super::title::Chosen::Mission(mission, exam) => self.brief(mission, exam),
                super::title::Chosen::Waiting(waiting) => self.over = Over::Waiting(waiting),
                super::title::Chosen::Help => self.over = Over::Help { scroll: 0 },
                super::title::Chosen::Settings => self.over = Over::Settings { cursor: 0 },
                super::title::Chosen::Leave => self.quit = true,
            },
            Stage::Brief { mission, seed, exam } => {
                if is(key, KeyCode::Esc) || key == plain('q') {
                    self.leave();
                } else if key == plain('?') {
                    self.over = Over::Help { scroll: 0 };
                } else if is(key, KeyCode::Enter) || key == plain(' ') {
                    let session = Session::new(mission.clone(), *seed, *exam);
                    self.flights += 1;
                    self.stage = Stage::Cabin(Box::new(Play::new(session, !self.settings.bell)));
                }
            }
            Stage::Cabin(_) => self.key_cabin(key),
            Stage::Watch(_) => self.key_watch(key),
            Stage::Result(play) => {
                if is(key, KeyCode::Enter) || is(key, KeyCode::Esc) || key == plain('q') {
                    self.leave();
                } else if key == plain('r') {
                    let (mission, seed) = (play.session.mission().clone(), play.session.drill().seed());
                    let exam = play.rate.exam;
                    self.stage = Stage::Brief { mission, seed, exam };
                } else if is(key, KeyCode::Down) {
                    play.hand.back += 1;
                } else if is(key, KeyCode::Up) {
                    play.hand.back = play.hand.back.saturating_sub(1);
                }
            }
        }
    }

    fn brief(&mut self, mission: Arc<Mission>, exam: bool) {
        let seed = mission.draw_seed(exam, super::title::fresh_seed());
        self.stage = Stage::Brief { mission, seed, exam };
    }

    /// What was offered to go on with is no longer.
    pub(super) fn forget_waiting(&mut self) {
        let titles = [self.shelf.as_mut(), if let Stage::Title(title) = &mut self.stage { Some(title) } else { None }];
        titles.into_iter().flatten().for_each(|title| title.waiting = None);
    }

    /// Back to the title, or out of the program if it did not begin there.
    pub(super) fn leave(&mut self) {
        match &self.shelf {
            Some(title) => self.stage = Stage::Title(title.clone()),
            None => self.quit = true,
        }
    }

    fn key_cabin(&mut self, key: KeyCombination) {
        let Stage::Cabin(play) = &mut self.stage else { return };
        if play.hand.menu.is_some() {
            let wish = key_menu(play, key);
            self.wish(wish);
            return;
        }
        if is(key, KeyCode::Esc) {
            play.hand.note = None;
            play.sheet = Sheet::None;
            return;
        }
        if is(key, KeyCode::PageUp) {
            play.scroll(8);
            return;
        }
        if is(key, KeyCode::PageDown) {
            play.scroll(-8);
            return;
        }
        if let Some(number) = typed(key).and_then(|c| c.to_digit(10)) {
            play.choose_person(number);
            return;
        }
        let Some(action) = self.keys.action(key) else {
            let help = self.keys.shown(super::action::Action::Help);
            let text = format!("'{key}' does nothing here; {help} shows the keys");
            play.hand.note = Some(Note { text, refused: true });
            return;
        };
        let wish = play.act(action, self.size);
        self.wish(wish);
    }

    pub(super) fn wish(&mut self, wish: Wish) {
        match wish {
            Wish::None => {}
            Wish::Ask(asked) => self.over = Over::Ask { asked, typed: String::new(), wrong: None },
            Wish::Help => self.over = Over::Help { scroll: 0 },
            Wish::Settings => self.over = Over::Settings { cursor: 0 },
            Wish::Leave => self.over = Over::Leave,
            Wish::TakeOver => self.over = Over::TakeOver,
            Wish::Palette => {
                if let Stage::Cabin(play) = &self.stage {
                    self.over = Over::Palette(Box::new(Palette::open(&play.session, &play.view())));
                }
            }
            Wish::Mute => {
                self.settings.bell = !self.settings.bell;
                if let Stage::Cabin(play) = &mut self.stage {
                    play.rate.muted = !self.settings.bell;
                    let text = if self.settings.bell { "bell on" } else { "bell off" };
                    play.hand.note = Some(Note { text: text.into(), refused: false });
                }
            }
        }
    }

    /// Draws everything. Reads only.
    pub fn draw(&self, buf: &mut Buffer, area: Rect) {
        let mut pen = Pen::new(buf, area, &self.theme);
        let (w, h) = (pen.width(), pen.height());
        let whole = pen.part(0, 0, w, h);
        match &self.stage {
            Stage::Title(title) => screen::title::draw(whole, title),
            Stage::Brief { mission, seed, exam } => screen::brief::draw(whole, mission, *seed, *exam),
            Stage::Cabin(play) => {
                let mut view = play.view();
                // A clock that help or a question holds says so.
                view.rate.paused |= self.ticks_per_second() == 0;
                screen::cabin::draw(whole, &view, &self.keys, play.sheet);
            }
            Stage::Result(play) => screen::result::draw(whole, play),
            Stage::Watch(watch) => {
                screen::watch::draw(whole, watch, &self.keys, !matches!(self.over, Over::None));
            }
        }
        screen::over::draw(pen, self);
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

fn key_menu(play: &mut Play, key: KeyCombination) -> Wish {
    if is(key, KeyCode::Esc) {
        play.hand.menu = None;
        return Wish::None;
    }
    if is(key, KeyCode::Enter) {
        return play.take_cursor();
    }
    let step = match () {
        () if is(key, KeyCode::Down) || is(key, KeyCode::Tab) => 1,
        () if is(key, KeyCode::Up) => -1,
        () => 0,
    };
    if step != 0 {
        if let Some(menu) = &mut play.hand.menu {
            menu.step(step);
        }
        return Wish::None;
    }
    match typed(key) {
        Some(letter) => play.letter(letter),
        None => Wish::None,
    }
}
