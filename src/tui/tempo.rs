//! The clock of a drill in play: pause, speeds, and the run to the next event.

use super::play::Play;
use super::rush;
use super::session::Session;
use super::view::Note;
use crate::words::en;

/// Speeds, slowest first.
pub const SPEEDS: [u32; 10] = [1, 2, 5, 10, 30, 60, 300, 600, 1800, 3600];

/// Ticks a second while running to the next event.
const RUSH: u32 = 3600;

impl Play {
    /// Ticks that a run to the next event may still take.
    pub(super) fn left_to_run(&self) -> u32 {
        self.run.1.since(self.session.drill().now()).min(u64::from(u32::MAX)) as u32
    }

    /// A run came to its end, and nothing stopped it: the clock runs at its own pace again, and says why.
    pub(super) fn nothing_came(&mut self) {
        self.rate.rushing = false;
        self.rate.speed = 1;
        let (now, limit) = (self.session.drill().now(), self.session.mission().time_limit);
        let text = if rush::is_late(now, limit) {
            en::window::time_is_short(&en::measure::span(limit.since(now) as f64))
        } else {
            let span = en::measure::span(now.since(self.run.0) as f64);
            en::window::nothing_came(&span, rush::busy(&self.session.console))
        };
        self.hand.note = Some(Note { text, refused: false });
    }

    /// Stops the clock, or lets it run; an exam counts how often.
    pub(super) fn pause(&mut self) {
        // Out of a run to the next event too, Space stops the clock, or the run at least.
        if std::mem::take(&mut self.rate.rushing) {
            self.rate.speed = 1;
        }
        let allowed = self.session.mission().exam.pauses;
        if self.rate.exam && !self.rate.paused && self.pauses >= allowed {
            self.refuse(en::window::no_more_pauses(allowed));
            return;
        }
        self.rate.paused = !self.rate.paused;
        self.pauses += u32::from(self.rate.paused);
        if self.rate.exam && self.rate.paused {
            let text = en::window::pauses_left(allowed.saturating_sub(self.pauses));
            self.hand.note = Some(Note { text, refused: false });
        }
    }

    /// The whole program was stopped while the clock ran, and went on: a pause like any other, whatever is left of them.
    pub(super) fn was_stopped(&mut self) {
        self.stops += 1;
        if self.rate.exam {
            self.pauses += 1;
            let allowed = self.session.mission().exam.pauses;
            let text = en::window::was_stopped(allowed.saturating_sub(self.pauses), self.pauses > allowed);
            self.hand.note = Some(Note { text, refused: self.pauses > allowed });
        }
    }

    /// Pauses taken in an exam, and how many it allows.
    pub fn exam_pauses(&self) -> Option<(u32, u32)> {
        self.rate.exam.then(|| (self.pauses, self.session.mission().exam.pauses))
    }

    /// One speed faster or slower. A clock that stands goes on standing.
    pub(super) fn speed(&mut self, by: i32) {
        self.rate.rushing = false;
        let at = SPEEDS.iter().position(|s| *s >= self.rate.speed).unwrap_or(0) as i32;
        let next = SPEEDS[(at + by).clamp(0, SPEEDS.len() as i32 - 1) as usize];
        let most = most(&self.session);
        if next > most {
            self.refuse(en::window::no_faster(most));
        }
        self.rate.speed = next.min(most);
    }

    /// To the next event, as fast as is allowed.
    pub(super) fn rush(&mut self) {
        self.rate.paused = false;
        self.rate.rushing = true;
        let now = self.session.drill().now();
        self.run = (now, rush::end(&self.session.console, self.session.mission().time_limit));
        let most = most(&self.session);
        if most < RUSH {
            let text = en::window::rushing(most);
            self.hand.note = Some(Note { text, refused: false });
        }
    }

    /// Ticks a second that the trainee has chosen, whatever holds the clock just now.
    pub fn chosen_speed(&self) -> u32 {
        if self.rate.rushing { RUSH.min(most(&self.session)) } else { self.rate.speed }
    }
}

/// The fastest that a drill may run: an exam's limit, else no limit.
pub(super) fn most(session: &Session) -> u32 {
    if session.drill().exam() { session.mission().exam.max_speed.max(1) } else { RUSH }
}
