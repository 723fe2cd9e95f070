//! The title's list of missions.

use super::action::Action;
use super::app::is;
use super::going_on::Waiting;
use super::lobby::Lobby;
use crate::mission::Mission;
use crate::store::progress::{self, Offer, Standing, Suggestion};
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
    /// More missions are still being read.
    pub reading: bool,
}

/// What a key chose.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Nothing yet.
    Nothing,
    /// A mission, under exam rules or not.
    Mission(Arc<Mission>, bool),
    /// The past drills.
    Records,
    /// The progress.
    Progress,
    /// The drill that broke off.
    Waiting(Waiting),
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

    /// Moves the cursor.
    pub fn step(&mut self, by: i32) {
        let n = self.missions.len().max(1) as i32;
        self.cursor = (self.cursor as i32 + by).rem_euclid(n) as usize;
    }

    /// The chosen mission at the next level of difficulty that it offers.
    fn next_level(&mut self) {
        let Some(mission) = self.missions.get_mut(self.cursor).filter(|mission| mission.level.is_open()) else {
            return;
        };
        let next = mission.level.next().and_then(|level| mission.at_level(level));
        if let Some(next) = next {
            *mission = Arc::new(next);
        }
    }

    /// A key on the title, and what the keymap calls it. Escape goes back everywhere; here it is back already.
    pub fn key(&mut self, key: KeyCombination, action: Option<Action>) -> Chosen {
        match action {
            Some(Action::Back) if is(key, KeyCode::Esc) => {}
            Some(Action::ScrollDown) => self.step(1),
            Some(Action::ScrollUp) => self.step(-1),
            Some(Action::Exam) => self.exam = !self.exam,
            Some(Action::Level) => self.next_level(),
            Some(Action::GoOn) => {
                if let Some(waiting) = &self.waiting {
                    return Chosen::Waiting(waiting.clone());
                }
            }
            Some(Action::Records) => return Chosen::Records,
            Some(Action::Progress) => return Chosen::Progress,
            Some(Action::Back) => return Chosen::Leave,
            Some(Action::Choose | Action::PageDown) => {
                if let Some(mission) = self.chosen() {
                    return Chosen::Mission(mission.clone(), self.exam);
                }
            }
            _ => {}
        }
        Chosen::Nothing
    }
}

/// How somebody stands at a mission.
pub fn standing(lobby: &Lobby, mission: &str) -> Option<Standing> {
    progress::standings(lobby.drills(), &lobby.trainee).into_iter().find(|s| s.mission == mission)
}

/// What to fly next.
pub fn suggestion(title: &Title, lobby: &Lobby) -> Option<Suggestion> {
    let offer = |m: &Arc<Mission>| Offer { mission: m.name.clone(), difficulty: m.difficulty };
    let offers: Vec<Offer> = title.missions.iter().map(offer).collect();
    lobby.past.as_ref().and_then(|past| progress::next(past, &lobby.trainee, &offers))
}

/// The seed of a drill to come.
pub fn seed(mission: &Mission, exam: bool) -> u64 {
    mission.draw_seed(exam, fresh_seed())
}

/// A seed that nobody chose: drawn at the edge, and recorded.
pub fn fresh_seed() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    // The standard library's own per-process keys are the machine's randomness, without another crate.
    std::collections::hash_map::RandomState::new().build_hasher().finish() % 1_000_000
}
