//! What keys do in the cabin, and what the cabin wishes of the window.

use super::action::Action;
use super::app::{App, Stage, is};
use super::keys::typed;
use super::labels;
use super::over::Over;
use super::palette::Palette;
use super::play::{Play, Wish};
use super::screen::cabin::Sheet;
use super::view::Note;
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;

impl App {
    /// A key in the cabin.
    pub(super) fn key_cabin(&mut self, key: KeyCombination) {
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
        if let Some(number) = typed(key).filter(char::is_ascii_digit) {
            play.choose_person(number);
            return;
        }
        let Some(action) = self.keys.action(key) else {
            // The journal scrolls by pages, unless somebody has given these keys another meaning.
            let page = i32::from(is(key, KeyCode::PageUp)) - i32::from(is(key, KeyCode::PageDown));
            if page != 0 {
                play.scroll(8 * page);
                return;
            }
            let help = self.keys.shown(Action::Help);
            let text = labels::does_nothing(&key.to_string(), &help);
            play.hand.note = Some(Note { text, refused: true });
            return;
        };
        let wish = play.act(action, self.size);
        self.wish(wish);
    }

    /// Does what the cabin, or a replay, asks of the window.
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
                    let text = if self.settings.bell { labels::BELL_ON } else { labels::BELL_OFF };
                    play.hand.note = Some(Note { text: text.into(), refused: false });
                }
            }
        }
    }
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
