//! What can lie over a screen: help, settings, a question, the palette.

use super::app::{App, Stage, is};
use super::desk::Wanted;
use super::going_on::Waiting;
use super::keys::{plain, typed};
use super::labels;
use super::menu::Asked;
use super::palette::{Palette, What};
use super::screen::help;
use super::settings::Choice;
use crate::drill::grammar::duration;
use crate::mission::Mission;
use crate::sim::ids::PersonId;
use crate::sim::order::{Act, Task};
use crate::store::config::Value;
use crokey::KeyCombination;
use crokey::crossterm::event::{KeyCode, KeyModifiers};
use std::sync::Arc;

/// What lies over the screen.
#[derive(Clone, Debug)]
pub enum Over {
    /// Nothing.
    None,
    /// Keys and words.
    Help {
        /// Lines scrolled.
        scroll: usize,
    },
    /// Any order by typing.
    Palette(Box<Palette>),
    /// A number.
    Ask {
        /// Which.
        asked: Asked,
        /// What was typed.
        typed: String,
        /// What was wrong with it.
        wrong: Option<String>,
    },
    /// Choices of the trainee.
    Settings {
        /// The chosen line.
        cursor: usize,
    },
    /// Really leave the drill?
    Leave,
    /// Really leave the program?
    Quit,
    /// Really fly on from the moment that a replay shows?
    TakeOver,
    /// Begin again with the mission as it was edited?
    Edited(Arc<Mission>),
    /// A drill that broke off is offered.
    Waiting(Waiting),
    /// Something that must be read.
    Notice {
        /// What it is about.
        title: &'static str,
        /// The lines.
        lines: Vec<String>,
    },
}

/// What is to be typed.
pub const fn form(asked: Asked) -> &'static str {
    match asked {
        Asked::Reserve => labels::ASK_RESERVE,
        Asked::LeakCheck => labels::ASK_CHECK,
    }
}

/// The order that an answer makes for a person. A number without a unit makes none: it could be hours or minutes.
pub fn answer(asked: Asked, typed: &str) -> Option<Box<dyn Fn(PersonId) -> Act>> {
    let text = typed.trim().replace(',', ".").replace(' ', "");
    match asked {
        Asked::Reserve => {
            let reserve_s = duration::parse(&text)?;
            Some(Box::new(move |who| Act::Commit { who, reserve_s }))
        }
        Asked::LeakCheck => {
            let seconds = duration::parse_whole(&text).filter(|s| *s > 0)?;
            Some(Box::new(move |who| Act::Task { who, task: Task::LeakCheck(seconds) }))
        }
    }
}

/// The key that ends programs everywhere.
fn ctrl_c() -> KeyCombination {
    KeyCombination::one_key(KeyCode::Char('c'), KeyModifiers::CONTROL)
}

impl App {
    /// A key while something lies over the screen.
    pub(super) fn key_over(&mut self, key: KeyCombination) {
        let over = std::mem::replace(&mut self.over, Over::None);
        if is(key, KeyCode::Esc) {
            return;
        }
        match over {
            Over::None | Over::Notice { .. } => {}
            Over::Waiting(waiting) => self.key_waiting(key, waiting),
            Over::Help { scroll } => {
                self.over = Over::Help { scroll };
                match () {
                    () if is(key, KeyCode::Down) || key == plain('j') => self.scroll_help(1),
                    () if is(key, KeyCode::Up) || key == plain('k') => self.scroll_help(-1),
                    () if is(key, KeyCode::PageDown) || key == plain(' ') => self.scroll_help(15),
                    () if is(key, KeyCode::PageUp) || key == plain('b') => self.scroll_help(-15),
                    () if is(key, KeyCode::Tab) => {
                        let scroll = help::next_part(self, scroll);
                        self.over = Over::Help { scroll };
                    }
                    () => self.over = Over::None,
                }
            }
            Over::Settings { cursor } => self.key_settings(key, cursor),
            Over::Leave => match typed(key) {
                Some('y' | 'Y') => {
                    if matches!(self.stage, Stage::Cabin(_)) {
                        self.finish();
                    }
                }
                Some('n' | 'N') => {}
                _ if is(key, KeyCode::Enter) => {}
                _ => self.over = Over::Leave,
            },
            Over::Quit => match typed(key) {
                Some('n' | 'N') => {}
                _ if typed(key).is_some_and(|c| "yYqQ".contains(c)) || is(key, KeyCode::Enter) || key == ctrl_c() => {
                    self.quit = true;
                }
                _ => self.over = Over::Quit,
            },
            Over::TakeOver => match typed(key) {
                Some('y' | 'Y') => self.take_over(),
                Some('n' | 'N') => {}
                _ if is(key, KeyCode::Enter) => {}
                _ => self.over = Over::TakeOver,
            },
            Over::Edited(mission) => match typed(key) {
                Some('y' | 'Y') => self.begin_edited(mission),
                Some('n' | 'N') => {}
                _ if is(key, KeyCode::Enter) => {}
                _ => self.over = Over::Edited(mission),
            },
            Over::Ask { asked, typed, .. } => self.key_ask(key, asked, typed),
            Over::Palette(palette) => self.key_palette(key, palette),
        }
    }

    /// Scrolls the help, not past its end.
    pub(super) fn scroll_help(&mut self, by: i32) {
        let most = help::most(self) as i32;
        if let Over::Help { scroll } = &mut self.over {
            *scroll = (*scroll as i32 + by).clamp(0, most) as usize;
        }
    }

    fn key_settings(&mut self, key: KeyCombination, cursor: usize) {
        let n = Choice::ALL.len();
        let mut cursor = cursor;
        if is(key, KeyCode::Down) || key == plain('j') {
            cursor = (cursor + 1) % n;
        } else if is(key, KeyCode::Up) || key == plain('k') {
            cursor = (cursor + n - 1) % n;
        } else if is(key, KeyCode::Enter) || is(key, KeyCode::Right) || key == plain(' ') {
            self.turn(cursor, 1);
        } else if is(key, KeyCode::Left) {
            self.turn(cursor, -1);
        } else if key == plain('q') || key == plain(',') {
            return;
        }
        self.over = Over::Settings { cursor };
    }

    /// Takes the next value of a choice: seen at once, and kept.
    pub(super) fn turn(&mut self, cursor: usize, by: i32) {
        let Some(choice) = Choice::ALL.get(cursor) else { return };
        self.settings.turn(*choice, by);
        self.theme = self.settings.theme();
        if let Stage::Cabin(play) = &mut self.stage {
            play.rate.muted = !self.settings.bell;
        }
        self.wants.push(Wanted::Keep(choice.id(), self.settings.written(*choice)));
        // A line that says "no colours" would win over the colours that were chosen, at the next start.
        if *choice == Choice::Palette && std::mem::take(&mut self.settings.monochrome) {
            self.wants.push(Wanted::Keep("monochrome", Value::Flag(false)));
        }
    }

    fn key_ask(&mut self, key: KeyCombination, asked: Asked, mut text: String) {
        if is(key, KeyCode::Backspace) {
            text.pop();
        } else if is(key, KeyCode::Enter) {
            match (answer(asked, &text), &mut self.stage) {
                (Some(make), Stage::Cabin(play)) => {
                    let act = make(play.hand.person);
                    play.order(act);
                    return;
                }
                _ => {
                    let wrong = Some(form(asked).to_owned());
                    self.over = Over::Ask { asked, typed: text, wrong };
                    return;
                }
            }
        } else if let Some(ch) = typed(key) {
            text.push(ch);
        }
        self.over = Over::Ask { asked, typed: text, wrong: None };
    }

    fn key_palette(&mut self, key: KeyCombination, mut palette: Box<Palette>) {
        let Stage::Cabin(play) = &mut self.stage else { return };
        if is(key, KeyCode::Enter) {
            self.take_found(palette.chosen().map(|f| f.what));
            return;
        }
        if is(key, KeyCode::Down) {
            palette.step(1);
        } else if is(key, KeyCode::Up) {
            palette.step(-1);
        } else if is(key, KeyCode::Backspace) {
            if !palette.pop(&play.session) {
                return;
            }
        } else if let Some(ch) = typed(key) {
            palette.push(ch, &play.session);
        }
        self.over = Over::Palette(palette);
    }

    /// Gives the order, or does the command, that was found.
    fn take_found(&mut self, what: Option<What>) {
        let Stage::Cabin(play) = &mut self.stage else { return };
        match what {
            Some(What::Order(act)) => play.order(act),
            Some(What::Command(action)) => {
                let wish = play.act(action, self.size);
                self.wish(wish);
            }
            Some(What::Elsewhen) => play.refuse(crate::words::en::window::ONLY_NOW.to_owned()),
            None => {}
        }
    }

    /// A click on a row of the palette; beside it, it closes.
    pub(super) fn click_palette(&mut self, row: Option<usize>) {
        if let Over::Palette(palette) = std::mem::replace(&mut self.over, Over::None) {
            self.take_found(row.and_then(|row| palette.found.get(row)).map(|f| f.what));
        }
    }
}
