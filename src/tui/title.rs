//! The title's list of missions.

use super::app::is;
use super::going_on::Waiting;
use super::keys::plain;
use crate::mission::Mission;
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;
use std::sync::Arc;

/// The list and what is chosen in it.
#[derive(Clone, Debug, Default)]
pub struct Title {
    /// Missions that can be flown.
    pub missions: Vec<Arc<Mission>>,
    /// The chosen one.
    pub cursor: usize,
    /// Under exam rules.
    pub exam: bool,
    /// A drill that broke off.
    pub waiting: Option<Waiting>,
}

/// What a key chose.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Nothing yet.
    Nothing,
    /// A mission, under exam rules or not.
    Mission(Arc<Mission>, bool),
    /// The drill that broke off.
    Waiting(Waiting),
    /// The help.
    Help,
    /// The settings.
    Settings,
    /// The end of the program.
    Leave,
}

impl Title {
    /// With these to choose from.
    pub fn new(missions: Vec<Arc<Mission>>) -> Self {
        Self { missions, ..Self::default() }
    }

    /// With a drill to go on with, which is offered first.
    pub fn waiting(self, waiting: Option<Waiting>) -> Self {
        Self { waiting, ..self }
    }

    /// The chosen mission.
    pub fn chosen(&self) -> Option<&Arc<Mission>> {
        self.missions.get(self.cursor)
    }

    /// A key on the title.
    pub fn key(&mut self, key: KeyCombination) -> Chosen {
        let n = self.missions.len().max(1);
        if is(key, KeyCode::Down) || key == plain('j') {
            self.cursor = (self.cursor + 1) % n;
        } else if is(key, KeyCode::Up) || key == plain('k') {
            self.cursor = (self.cursor + n - 1) % n;
        } else if key == plain('x') {
            self.exam = !self.exam;
        } else if let (true, Some(waiting)) = (key == plain('c'), &self.waiting) {
            return Chosen::Waiting(waiting.clone());
        } else if key == plain('?') {
            return Chosen::Help;
        } else if key == plain(',') {
            return Chosen::Settings;
        } else if key == plain('q') || is(key, KeyCode::Esc) {
            return Chosen::Leave;
        } else if (is(key, KeyCode::Enter) || key == plain(' '))
            && let Some(mission) = self.chosen()
        {
            return Chosen::Mission(mission.clone(), self.exam);
        }
        Chosen::Nothing
    }
}

/// A seed that nobody chose: drawn at the edge, and recorded.
pub fn fresh_seed() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    // The standard library's own per-process keys are the machine's randomness, without another crate.
    std::collections::hash_map::RandomState::new().build_hasher().finish() % 1_000_000
}
