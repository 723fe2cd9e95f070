//! Hands on the keys of a window without a terminal: type, let time pass, read the screen.

use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;
use leakdrill::mission::{self, library};
use leakdrill::replay::Record;
use leakdrill::store::Summary;
use leakdrill::tui::app::{App, Msg, Stage};
use leakdrill::tui::desk;
use leakdrill::tui::keys::plain;
use leakdrill::tui::settings::Settings;
use leakdrill::tui::theme::{Depth, Palette};
use leakdrill::tui::title::Title;
use leakdrill::tui::watch::Watch;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::Arc;

pub struct Window {
    pub app: App,
    size: (u16, u16),
}

/// A drawn screen as text, without what trails.
pub fn text(buf: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buf.area.height {
        let mut line = String::new();
        for x in 0..buf.area.width {
            line.push_str(buf.cell((x, y)).unwrap().symbol());
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn settings() -> Settings {
    Settings { palette: Palette::Mono, depth: Depth::Mono, ..Settings::default() }
}

pub fn shipped(name: &str) -> Arc<mission::Mission> {
    Arc::new(mission::load(name, library::find(name).unwrap().text, None).unwrap())
}

impl Window {
    /// At the title.
    pub fn title(w: u16, h: u16) -> Self {
        let missions = library::list().map(|m| shipped(m.name)).collect();
        Self::at(Stage::Title(Title::new(missions)), w, h)
    }

    /// In the cabin of a mission, with seed 7.
    pub fn play(name: &str, w: u16, h: u16) -> Self {
        let mut window = Self::at(Stage::Brief { mission: shipped(name), seed: 7, exam: false }, w, h);
        window.keys("Enter");
        window
    }

    /// At the brief of a mission, with seed 7.
    pub fn brief(name: &str, w: u16, h: u16) -> Self {
        Self::at(Stage::Brief { mission: shipped(name), seed: 7, exam: false }, w, h)
    }

    /// The same in an exam.
    pub fn exam(name: &str, w: u16, h: u16) -> Self {
        Self::at(Stage::Brief { mission: shipped(name), seed: 7, exam: true }, w, h)
    }

    /// At the title, with settings of one's own.
    pub fn with_settings(settings: Settings) -> Self {
        Self::open(Stage::Title(Title::new(vec![shipped("first-drill")])), settings, 80, 24)
    }

    /// Before a record, opened as far as it goes.
    pub fn watch(record: Arc<Record>, w: u16, h: u16) -> Self {
        let mut window = Self::at(Stage::Watch(Box::new(Watch::open(record))), w, h);
        while window.app.opening() {
            window.app.update(Msg::Open);
        }
        window
    }

    pub fn at(stage: Stage, w: u16, h: u16) -> Self {
        Self::open(stage, settings(), w, h)
    }

    fn open(stage: Stage, settings: Settings, w: u16, h: u16) -> Self {
        let mut app = App::new(stage, settings);
        app.update(Msg::Size(w, h));
        Self { app, size: (w, h) }
    }

    /// Gives the window these past drills of its trainee.
    pub fn with_past(mut self, trainee: &str, past: Vec<Summary>) -> Self {
        self.app.wants.clear();
        self.app.lobby.trainee = trainee.into();
        self.app.update(Msg::Past(past));
        self
    }

    /// Does what the window asked of the machine, and brings the answers.
    pub fn settle(&mut self) {
        for wanted in std::mem::take(&mut self.app.wants) {
            for msg in desk::answer(wanted, None) {
                self.app.update(msg);
            }
        }
    }

    /// Another size.
    pub fn resize(&mut self, w: u16, h: u16) {
        self.size = (w, h);
        self.app.update(Msg::Size(w, h));
    }

    /// Presses keys, parted by spaces; words are named keys.
    pub fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let key = match key {
                "Enter" => KeyCombination::from(KeyCode::Enter),
                "Esc" => KeyCombination::from(KeyCode::Esc),
                "Tab" => KeyCombination::from(KeyCode::Tab),
                "Down" => KeyCombination::from(KeyCode::Down),
                "PgDn" => KeyCombination::from(KeyCode::PageDown),
                "Up" => KeyCombination::from(KeyCode::Up),
                "Left" => KeyCombination::from(KeyCode::Left),
                "Right" => KeyCombination::from(KeyCode::Right),
                "Space" => plain(' '),
                one => plain(one.chars().next().unwrap()),
            };
            self.app.update(Msg::Key(key));
        }
    }

    /// Types text.
    pub fn type_text(&mut self, text: &str) {
        for ch in text.chars() {
            self.app.update(Msg::Key(plain(ch)));
        }
    }

    /// Lets ticks pass.
    pub fn pass(&mut self, ticks: u32) {
        for _ in 0..ticks {
            self.app.update(Msg::Pass(1));
        }
    }

    /// Lets time pass until the screen shows something new; at most two days.
    pub fn until(&mut self, wanted: &str) {
        for _ in 0..2 * 86_400 / 10 {
            self.app.update(Msg::Pass(10));
            if self.screen().contains(wanted) {
                return;
            }
        }
        panic!("never saw '{wanted}':\n{}", self.screen());
    }

    pub fn screen(&self) -> String {
        self.drawn_at(self.size.0, self.size.1)
    }

    pub fn drawn_at(&self, w: u16, h: u16) -> String {
        let area = Rect::new(0, 0, w, h);
        let mut buf = Buffer::empty(area);
        self.app.draw(&mut buf, area);
        text(&buf)
    }

    pub fn expect(&self, wanted: &str) {
        let screen = self.screen();
        assert!(screen.contains(wanted), "'{wanted}' is not on the screen:\n{screen}");
    }

    pub fn refuse(&self, unwanted: &str) {
        let screen = self.screen();
        assert!(!screen.contains(unwanted), "'{unwanted}' is still on the screen:\n{screen}");
    }
}
