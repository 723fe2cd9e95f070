//! The window with a drill in it.

use crate::drills::shipped;
use divan::black_box;
use leakdrill::tui::app::{App, Msg, Stage};
use leakdrill::tui::keys::plain;
use leakdrill::tui::settings::Settings;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A window and the cells that it draws into.
pub struct Window {
    app: App,
    area: Rect,
    buffer: Buffer,
}

impl Window {
    /// At the cabin, so many columns by rows, in ms09-2018 with its second person chosen, after 600 frames of ten ticks.
    pub fn of_cabin(w: u16, h: u16) -> Self {
        let brief = Stage::Brief { mission: shipped("ms09-2018"), seed: 1, exam: false };
        let mut app = App::new(brief, Settings::default());
        app.update(Msg::Size(w, h));
        app.update(Msg::Key(crokey::KeyCombination::from(crokey::crossterm::event::KeyCode::Enter)));
        app.update(Msg::Key(plain('2')));
        (0..600).for_each(|_| app.update(Msg::Pass(10)));
        let area = Rect::new(0, 0, w, h);
        Self { app, area, buffer: Buffer::empty(area) }
    }

    /// Draws all of it.
    pub fn draw(&mut self) {
        self.buffer.reset();
        black_box(&self.app).draw(&mut self.buffer, self.area);
    }
}
