//! A mission file that was edited while its drill is open: the new one is offered, or its mistakes are told.

use super::app::{App, Stage};
use super::labels;
use super::over::Over;
use crate::mission::Mission;
use std::sync::Arc;

/// Asks, each time that it is called, whether the file was edited: the mission as it now is, or what is wrong with it.
pub type Editor = Box<dyn FnMut() -> Option<Result<Arc<Mission>, String>>>;

impl App {
    /// What became of the file. A brief shows the new text at once; a drill goes on by the old one until its trainee
    /// says otherwise; an exam is not disturbed.
    pub(super) fn edited(&mut self, edited: Result<Arc<Mission>, String>) {
        match (&mut self.stage, edited) {
            (Stage::Brief { mission, exam: false, .. }, Ok(new)) => *mission = new,
            (Stage::Cabin(play), Ok(new)) if !play.rate.exam => self.over = Over::Edited(new),
            (Stage::Cabin(play), Err(_)) if play.rate.exam => {}
            (Stage::Brief { .. } | Stage::Cabin(_), Err(problems)) => {
                let lines = problems.lines().map(str::to_owned).collect();
                self.over = Over::Notice { title: labels::EDITED, lines };
            }
            _ => {}
        }
    }

    /// Leaves the drill, and briefs for the same seed of the edited mission once the record is closed.
    pub(super) fn begin_edited(&mut self, mission: Arc<Mission>) {
        let Stage::Cabin(play) = &self.stage else { return };
        let seed = mission.seed.unwrap_or(play.session.drill().seed());
        self.finish();
        self.next = Some(Stage::Brief { mission, seed, exam: false });
    }

    /// Goes where a drill was left for.
    pub fn go_next(&mut self) {
        if let Some(stage) = self.next.take() {
            self.go(stage);
        }
    }
}
