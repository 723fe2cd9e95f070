//! The cabin being played: a session, the trainee's hand, the speed; what each action does to them.

use super::action::Action;
use super::menu::{Asked, Pick};
use super::offers::{self, Offered};
use super::screen::cabin::{self, Sheet};
use super::session::{Passed, Session};
use super::settings::Settings;
use super::view::{Hand, Note, Rate, View};
use super::{speech, taught, tempo};
use crate::replay::Header;
use crate::sim::alarm::AlarmClass;
use crate::sim::ids::PersonId;
use crate::sim::order::Act;
use crate::units::Tick;
use crate::words::en::window;

/// A drill being played.
#[derive(Debug)]
pub struct Play {
    /// The drill.
    pub session: Session,
    /// The trainee's hand.
    pub hand: Hand,
    /// Speed and pause.
    pub rate: Rate,
    /// What lies over the lower part.
    pub sheet: Sheet,
    /// The head of its record, where it was taken over from another.
    pub carried: Option<Box<Header>>,
    /// The last order, to give again.
    last: Option<Act>,
    /// Pauses taken, which an exam counts.
    pub(super) pauses: u32,
    /// How often the whole program was stopped while the clock ran, for its record.
    pub stops: u32,
    /// Who flies, where a record that is gone on with says so.
    pub trainee: Option<String>,
    /// From where to where a run to the next event goes if nothing comes.
    pub(super) run: (Tick, Tick),
}

/// What an action asks of the window around the cabin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Nothing.
    None,
    /// A number is to be typed.
    Ask(Asked),
    /// The help.
    Help,
    /// The palette.
    Palette,
    /// The settings.
    Settings,
    /// To leave.
    Leave,
    /// To fly on from the moment that a replay shows.
    TakeOver,
    /// The bell on or off.
    Mute,
}

impl Play {
    /// A drill at its beginning.
    pub fn new(session: Session, settings: &Settings) -> Self {
        let hand = Hand::new(&session.console);
        let exam = session.drill().exam();
        let speed = settings.speed.min(tempo::most(&session));
        let rate = Rate { speed, paused: false, rushing: false, exam, muted: !settings.bell, replay: false };
        Self {
            session,
            hand,
            rate,
            sheet: Sheet::None,
            carried: None,
            last: None,
            pauses: 0,
            stops: 0,
            trainee: None,
            run: (Tick::ZERO, Tick::ZERO),
        }
    }

    /// It went on after a break, with so many pauses taken before. In practice the clock stands, so that somebody can
    /// look around first; an exam runs.
    pub fn went_on(&mut self, pauses: u32) {
        self.pauses = pauses;
        self.rate.paused = !self.rate.exam;
    }

    /// What the cabin screen is given.
    pub fn view(&self) -> View<'_> {
        let mission = self.session.mission();
        View {
            mission,
            layout: &mission.layout,
            console: &self.session.console,
            history: &self.session.history,
            feed: &self.session.feed,
            hints: &self.session.hints,
            card: &self.session.card,
            pending: &self.session.waiting,
            hand: &self.hand,
            rate: self.rate,
            keys: taught::defaults(),
            motion: None,
        }
    }

    /// Whether the drill is over.
    pub fn over(&self) -> bool {
        self.session.console.outcome.is_some()
    }

    /// Ticks a second that are wanted now. While something is being chosen, time runs at its own pace.
    pub fn ticks_per_second(&self) -> u32 {
        if self.rate.paused || self.over() {
            0
        } else if self.hand.menu.is_some() {
            1
        } else {
            self.chosen_speed()
        }
    }

    /// Lets ticks pass; gives the class of an alarm that sounded.
    pub fn pass(&mut self, ticks: u32, settings: &Settings) -> Passed {
        let ticks = if self.rate.rushing { ticks.min(self.left_to_run()) } else { ticks };
        let passed = self.session.pass(ticks, self.rate.rushing);
        if let Some(menu) = &mut self.hand.menu {
            offers::refresh(&self.session, menu);
        }
        if passed.alarm.is_some() && settings.slow_on_alarm {
            self.rate.speed = 1;
        }
        if passed.task_ended && settings.slow_on_task {
            self.rate.speed = 1;
        }
        if passed.alarm.is_some() || passed.notable || passed.ended {
            if self.rate.rushing {
                self.rate.speed = 1;
            }
            self.rate.rushing = false;
        }
        if self.rate.rushing && self.left_to_run() == 0 {
            self.nothing_came();
        }
        passed
    }

    /// The worst alarm that rings; none once it was acknowledged, though the next tick has yet to hear of it.
    pub fn ringing(&self) -> Option<AlarmClass> {
        let heard = self.session.waiting.iter().any(|order| order.act == Act::Acknowledge);
        self.view().ringing().filter(|_| !heard)
    }

    /// Does an action.
    pub fn act(&mut self, action: Action, size: (u16, u16)) -> Wish {
        self.hand.note = None;
        match action {
            Action::NextPerson => self.turn(1),
            Action::PreviousPerson => self.turn(-1),
            Action::Left => self.walk(-1, 0, size),
            Action::Right => self.walk(1, 0, size),
            Action::Up => self.walk(0, -1, size),
            Action::Down => self.walk(0, 1, size),
            Action::Repeat => self.repeat(),
            Action::Undo => self.undo(),
            Action::Pause => self.pause(),
            Action::Faster => self.speed(1),
            Action::Slower => self.speed(-1),
            Action::NextEvent => self.rush(),
            Action::Card => self.lay(Sheet::Card),
            Action::Messages => self.lay(Sheet::Messages),
            Action::Trend => self.lay(Sheet::Trend),
            Action::Help => return Wish::Help,
            Action::Palette => return Wish::Palette,
            Action::Settings => return Wish::Settings,
            Action::Leave => return Wish::Leave,
            Action::Mute => return Wish::Mute,
            other => return self.offer(other),
        }
        Wish::None
    }

    fn offer(&mut self, action: Action) -> Wish {
        match offers::of(action, &self.session, &self.view()) {
            Offered::Menu(menu) if menu.rows.is_empty() => {
                let text = super::labels::nothing(action).to_owned();
                self.hand.note = Some(Note { text, refused: true });
            }
            Offered::Menu(menu) => self.hand.menu = Some(menu),
            Offered::Order(act) => self.order(act),
            Offered::Ask(asked) => return Wish::Ask(asked),
            Offered::Nothing => {}
        }
        Wish::None
    }

    /// Gives an order and answers it.
    pub fn order(&mut self, act: Act) {
        let said = speech::act(self.session.mission(), &act);
        self.hand.note = Some(match self.session.order(act) {
            Ok(forecast) => {
                self.last = Some(act);
                Note { text: format!("{said}: {}", speech::forecast(&act, &forecast)), refused: false }
            }
            Err(why) => Note { text: speech::refusal(self.session.mission(), &why), refused: true },
        });
    }

    fn repeat(&mut self) {
        match self.last {
            Some(act) => self.order(by(act, self.hand.person)),
            None => self.hand.note = Some(Note { text: super::labels::NO_LAST.into(), refused: true }),
        }
    }

    fn undo(&mut self) {
        self.hand.note = Some(match self.session.undo() {
            Some(order) => {
                let said = speech::act(self.session.mission(), &order.act);
                Note { text: format!("{}: {said}", super::labels::TAKEN_BACK), refused: false }
            }
            None => Note { text: super::labels::NOTHING_PENDING.into(), refused: true },
        });
    }

    /// The next person, or the one before.
    fn turn(&mut self, by: i32) {
        let crew = &self.session.console.crew;
        let n = crew.len() as i32;
        if n == 0 {
            return;
        }
        let at = crew.iter().position(|p| p.who == self.hand.person).unwrap_or(0) as i32;
        if let Some(person) = crew.get((at + by).rem_euclid(n) as usize) {
            self.hand.person = person.who;
            self.hand.place = person.at;
        }
    }

    /// The person of this number: 1 to 9, then 0 for the tenth.
    pub fn choose_person(&mut self, number: char) {
        let view = self.view();
        let person = view.console.crew.iter().find(|p| view.number(p.who) == number);
        let Some((who, at)) = person.map(|p| (p.who, p.at)) else {
            return self.refuse(window::nobody(number));
        };
        self.hand.note = None;
        (self.hand.person, self.hand.place) = (who, at);
    }

    fn walk(&mut self, dx: i32, dy: i32, size: (u16, u16)) {
        if self.sheet == Sheet::Messages {
            self.scroll(-dy);
            return;
        }
        let (plan, ..) = cabin::plan(&self.view(), i32::from(size.0), i32::from(size.1));
        if let Some(place) = plan.beside(self.hand.place, dx, dy) {
            self.hand.place = place;
        }
    }

    /// Scrolls the journal back by so many lines.
    pub fn scroll(&mut self, lines: i32) {
        let most = self.session.feed.lines().len().saturating_sub(1) as i32;
        self.hand.back = (self.hand.back as i32 + lines).clamp(0, most.max(0)) as usize;
    }

    pub(super) fn refuse(&mut self, text: String) {
        self.hand.note = Some(Note { text, refused: true });
    }

    fn lay(&mut self, sheet: Sheet) {
        self.sheet = if self.sheet == sheet { Sheet::None } else { sheet };
        self.hand.back = 0;
    }

    /// Takes what a row of the open menu does.
    pub fn pick(&mut self, pick: Pick) -> Wish {
        self.hand.menu = None;
        match pick {
            Pick::Order(act) => self.order(act),
            Pick::Ask(asked) => return Wish::Ask(asked),
        }
        Wish::None
    }

    /// Takes a row by its letter: an impossible one only says why.
    pub fn letter(&mut self, letter: char) -> Wish {
        let Some(menu) = &mut self.hand.menu else { return Wish::None };
        // Rows beyond all letters have a blank one, and are taken by the cursor.
        let Some(at) = menu.rows.iter().position(|r| r.letter == letter && letter != ' ') else { return Wish::None };
        menu.cursor = at;
        self.take_cursor()
    }

    /// Takes the row under the cursor.
    pub fn take_cursor(&mut self) -> Wish {
        let Some(menu) = &self.hand.menu else { return Wish::None };
        match menu.rows.get(menu.cursor) {
            Some(row) if row.possible => {
                let pick = row.pick.clone();
                self.pick(pick)
            }
            // The note line shows why.
            _ => Wish::None,
        }
    }
}

/// The same order for another person.
fn by(act: Act, who: PersonId) -> Act {
    match act {
        Act::Task { task, .. } => Act::Task { who, task },
        Act::Stop { .. } => Act::Stop { who },
        Act::Stopwatch { start, .. } => Act::Stopwatch { who, start },
        Act::HandOver { to, .. } => Act::HandOver { who, to },
        Act::Commit { reserve_s, .. } => Act::Commit { who, reserve_s },
        other => other,
    }
}
