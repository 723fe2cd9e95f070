//! What keys and clicks do to a replay.

use super::{NoTakeOver, Watch};
use crate::drill::Entry;
use crate::sim::ids::PersonId;
use crate::tui::action::Action;
use crate::tui::app::{App, Stage, is};
use crate::tui::keys::typed;
use crate::tui::labels;
use crate::tui::over::Over;
use crate::tui::panel::reel;
use crate::tui::play::{Play, Wish};
use crate::tui::screen::cabin::{self, Sheet};
use crate::tui::screen::watch as screen;
use crate::tui::session::Session;
use crate::tui::view::Note;
use crate::units::Tick;
use crate::words::Words;
use crate::words::en::replay as say;
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;

impl Watch {
    /// Does an action.
    pub fn act(&mut self, action: Action) -> Wish {
        self.hand.note = None;
        match action {
            Action::StepBack => self.step(-1),
            Action::StepOn => self.step(1),
            Action::MinuteBack => self.up_or_down(-60),
            Action::MinuteOn => self.up_or_down(60),
            Action::HourBack => self.page(-3600),
            Action::HourOn => self.page(3600),
            Action::PreviousMoment => self.jump(self.previous_moment(), say::NO_EARLIER),
            Action::NextMoment => self.jump(self.next_moment(), say::NO_LATER),
            Action::First => self.go(Tick::ZERO),
            Action::Last => self.go(self.last()),
            Action::Pause => self.rate.paused = !self.rate.paused || self.now() >= self.last(),
            Action::Faster => self.speed(1),
            Action::Slower => self.speed(-1),
            Action::Truth => self.unveil(),
            Action::NextPerson => self.turn(1),
            Action::PreviousPerson => self.turn(-1),
            Action::Card => self.lay(Sheet::Card),
            Action::Messages => self.lay(Sheet::Messages),
            Action::Trend => self.lay(Sheet::Trend),
            Action::TakeOver => match self.may_take_over() {
                Ok(()) => {
                    self.rate.paused = true;
                    return Wish::TakeOver;
                }
                Err(why) => self.refuse(sentence(why)),
            },
            Action::Help => return Wish::Help,
            Action::Settings => return Wish::Settings,
            Action::Leave => return Wish::Leave,
            _ => {}
        }
        Wish::None
    }

    /// Goes to a moment and stands there.
    fn go(&mut self, tick: Tick) {
        self.rate.paused = true;
        self.seek(tick);
    }

    fn step(&mut self, seconds: i64) {
        let now = self.now();
        self.go(if seconds < 0 { now - seconds.unsigned_abs() } else { now + seconds.unsigned_abs() });
    }

    /// A minute, or a line of the journal where that lies open.
    fn up_or_down(&mut self, seconds: i64) {
        if self.sheet == Sheet::Messages { self.scroll(seconds.signum() as i32) } else { self.step(seconds) }
    }

    fn page(&mut self, seconds: i64) {
        if self.sheet == Sheet::Messages { self.scroll(8 * seconds.signum() as i32) } else { self.step(seconds) }
    }

    /// Goes to a moment at which something happened.
    fn jump(&mut self, to: Option<Tick>, none: &str) {
        let Some(to) = to else { return self.refuse(none) };
        self.go(to);
        self.hand.note = self.told(to).map(|text| Note { text, refused: false });
    }

    /// What only the truth tells of a tick, while it is shown; the journal tells the rest.
    fn told(&self, at: Tick) -> Option<String> {
        let entries = self.record().log.entries().iter().skip_while(|(tick, _)| *tick < at);
        let mut here = entries.take_while(|(tick, _)| *tick == at);
        here.find_map(|(_, entry)| match entry {
            Entry::Event(event) if event.is_truth() && self.is_moment(entry) => {
                Some(Words::of(&self.record().mission).event(event))
            }
            _ => None,
        })
    }

    fn refuse(&mut self, why: &str) {
        self.hand.note = Some(Note { text: why.to_owned(), refused: true });
    }

    fn unveil(&mut self) {
        if self.may_know() {
            self.truth = !self.truth;
        } else {
            self.refuse(say::NO_TRUTH);
        }
    }

    /// Takes off what lies over the replay, one thing at a time; says whether there was any.
    fn uncover(&mut self) -> bool {
        let sheet = std::mem::replace(&mut self.sheet, Sheet::None) != Sheet::None;
        let truth = !sheet && std::mem::take(&mut self.truth);
        // A sentence that stays until the next key is nothing that Escape would be pressed for.
        self.hand.note = None;
        sheet || truth
    }

    /// The next person, or the one before.
    fn turn(&mut self, by: i32) {
        let n = self.console.crew.len() as i32;
        let at = self.console.crew.iter().position(|p| p.who == self.hand.person).unwrap_or(0) as i32;
        if n > 0 {
            self.look_at(PersonId::at((at + by).rem_euclid(n) as usize));
        }
    }

    fn look_at(&mut self, person: PersonId) {
        if let Some(person) = self.console.crew.iter().find(|p| p.who == person) {
            (self.hand.person, self.hand.place) = (person.who, person.at);
        }
    }

    fn lay(&mut self, sheet: Sheet) {
        self.sheet = if self.sheet == sheet { Sheet::None } else { sheet };
        self.hand.back = 0;
    }

    /// Scrolls the journal back by so many lines.
    pub fn scroll(&mut self, lines: i32) {
        let most = self.view().feed.lines().len().saturating_sub(1) as i32;
        self.hand.back = (self.hand.back as i32 + lines).clamp(0, most.max(0)) as usize;
    }

    /// A click: a moment on the line, or a place on the map.
    pub fn click(&mut self, x: i32, y: i32, (w, h): (i32, i32)) {
        let rows = screen::cabin_rows(h);
        if (rows - 2..h - 1).contains(&y) {
            let (left, room) = reel::line(w);
            self.hand.note = None;
            self.go(reel::moment(x - left, room, self.last()));
            return;
        }
        let (plan, left, top) = cabin::plan(&self.view(), w, rows);
        if let Some(place) = plan.at(x - left, y - top) {
            self.hand.place = place;
        }
    }
}

/// Why no drill begins from here.
const fn sentence(why: NoTakeOver) -> &'static str {
    match why {
        NoTakeOver::Over => say::OVER,
        NoTakeOver::OtherRules => say::OTHER_RULES,
        NoTakeOver::Exam => say::EXAM,
        NoTakeOver::Differs => say::DIFFERS,
    }
}

impl App {
    /// A key while a record is watched.
    pub(in crate::tui) fn key_watch(&mut self, key: KeyCombination) {
        let Stage::Watch(watch) = &mut self.stage else { return };
        if is(key, KeyCode::Esc) {
            if !watch.uncover() {
                self.end_watch();
            }
            return;
        }
        if let Some(action) = self.keys.replay(key) {
            let wish = watch.act(action);
            match wish {
                Wish::Leave => self.end_watch(),
                wish => self.wish(wish),
            }
        } else if let Some(number) = typed(key).and_then(|c| c.to_digit(10)) {
            watch.look_at(PersonId::at(number.saturating_sub(1) as usize));
        } else {
            let help = self.keys.shown(Action::Help);
            watch.refuse(&labels::does_nothing(&key.to_string(), &help));
        }
    }

    /// Begins a drill from the moment that is shown.
    pub(in crate::tui) fn take_over(&mut self) {
        let Stage::Watch(watch) = &mut self.stage else { return };
        match watch.take_over() {
            Ok((drill, log, header)) => {
                let mut play = Play::new(Session::go_on(drill, log), &self.settings);
                play.hand.person = watch.hand.person;
                play.hand.place = watch.hand.place;
                play.rate.paused = true;
                play.hand.note = Some(Note { text: say::TAKEN_OVER.to_owned(), refused: false });
                play.carried = Some(Box::new(header));
                self.over = Over::None;
                self.flights += 1;
                self.before = None;
                self.stage = Stage::Cabin(Box::new(play));
            }
            Err(why) => watch.refuse(sentence(why)),
        }
    }
}
