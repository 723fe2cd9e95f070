//! Around the drill: the title, past drills, progress, results. What is known there, and what its keys do.

use super::action::Action;
use super::app::{App, Stage};
use super::desk::Wanted;
use super::going_on::Waiting;
use super::over::Over;
use super::play::Play;
use super::report::{self, Report};
use super::screen::result;
use super::session::Session;
use super::title::{self, Chosen, Title};
use super::watch::Watch;
use crate::mission::Mission;
use crate::replay::Record;
use crate::store::Summary;
use crokey::KeyCombination;
use std::sync::Arc;

/// What the screens around the drill know.
#[derive(Clone, Debug, Default)]
pub struct Lobby {
    /// Past drills, newest first; none until they have been read.
    pub past: Option<Vec<Summary>>,
    /// Who sits here, as records call them.
    pub trainee: String,
    /// The chosen past drill.
    pub cursor: usize,
}

impl Lobby {
    /// Past drills that are known.
    pub fn drills(&self) -> &[Summary] {
        self.past.as_deref().unwrap_or_default()
    }
}

impl App {
    /// A key outside the cabin.
    pub(super) fn key_lobby(&mut self, key: KeyCombination) {
        let action = self.keys().lobby(key);
        match (action, &self.stage) {
            (Some(Action::MenuHelp), _) => {
                self.over = Over::Help { scroll: 0 };
                return;
            }
            (Some(Action::MenuSettings), _) => {
                self.over = Over::Settings { cursor: 0 };
                return;
            }
            _ => {}
        }
        match &mut self.stage {
            Stage::Title(title) => {
                let chosen = title.key(key, action);
                self.chosen(chosen);
            }
            Stage::Brief { mission, seed, exam } => match action {
                Some(Action::Back) => self.leave(),
                Some(Action::Choose | Action::PageDown) => {
                    let session = Session::new(mission.clone(), *seed, *exam);
                    self.flights += 1;
                    self.stage = Stage::Cabin(Box::new(Play::new(session, &self.settings)));
                }
                _ => {}
            },
            Stage::Result(..) | Stage::Report(_) => self.key_report(action),
            Stage::Records => self.key_records(action),
            Stage::Progress { .. } => self.key_progress(action),
            Stage::Cabin(_) | Stage::Watch(_) => {}
        }
    }

    fn chosen(&mut self, chosen: Chosen) {
        match chosen {
            Chosen::Nothing => {}
            Chosen::Mission(mission, exam) => self.brief(mission, exam),
            Chosen::Waiting(waiting) => self.over = Over::Waiting(waiting),
            Chosen::Records => self.go(Stage::Records),
            Chosen::Progress => self.go(Stage::Progress { scroll: 0 }),
            Chosen::Leave => self.over = Over::Quit,
        }
    }

    /// To another screen; the title is kept as it stands.
    pub(super) fn go(&mut self, stage: Stage) {
        if let Stage::Title(title) = std::mem::replace(&mut self.stage, stage) {
            self.shelf = Some(title);
        }
    }

    fn brief(&mut self, mission: Arc<Mission>, exam: bool) {
        let seed = title::seed(&mission, exam);
        self.go(Stage::Brief { mission, seed, exam });
    }

    /// Back to the title, or out of the program if it did not begin there.
    pub(super) fn leave(&mut self) {
        match self.shelf.take() {
            Some(title) => {
                self.stage = Stage::Title(title);
                self.wants.push(Wanted::Past);
            }
            None => self.quit = true,
        }
    }

    /// What the title offers to go on with, from now on.
    pub(super) fn offer(&mut self, waiting: Option<Waiting>) {
        match (&mut self.shelf, &mut self.stage) {
            (_, Stage::Title(title)) | (Some(title), _) => title.waiting = waiting,
            _ => {}
        }
    }

    /// All missions, once they have been read; the same one stays chosen.
    pub(super) fn found(&mut self, missions: Vec<Arc<Mission>>) {
        if let (_, Stage::Title(title)) | (Some(title), _) = (&mut self.shelf, &mut self.stage) {
            let chosen = title.chosen().map(|mission| mission.name.clone());
            title.cursor = missions.iter().position(|m| Some(&m.name) == chosen.as_ref()).unwrap_or(0);
            (title.missions, title.reading) = (missions, false);
        }
    }

    /// What was offered to go on with is no longer.
    pub(super) fn forget_waiting(&mut self) {
        self.offer(None);
        if let Some(report) = self.report() {
            report.waits = false;
        }
    }

    /// The report that is shown, or lies under the record that is watched.
    pub(super) fn report(&mut self) -> Option<&mut Report> {
        let below = self.before.as_deref_mut();
        [Some(&mut self.stage), below].into_iter().flatten().find_map(|stage| match stage {
            Stage::Result(_, report) | Stage::Report(report) => Some(&mut **report),
            _ => None,
        })
    }

    /// To a record; from there back to where it was chosen.
    pub(super) fn watch(&mut self, record: Arc<Record>) {
        if matches!(self.stage, Stage::Result(..) | Stage::Report(_) | Stage::Records) {
            let watch = Stage::Watch(Box::new(Watch::open(record)));
            self.before = Some(Box::new(std::mem::replace(&mut self.stage, watch)));
        }
    }

    /// Back to where the record was chosen that was watched.
    pub(super) fn end_watch(&mut self) {
        match self.before.take() {
            Some(stage) => self.stage = *stage,
            None => self.leave(),
        }
    }

    /// From the cabin to the result.
    pub(super) fn finish(&mut self) {
        let stage = std::mem::replace(&mut self.stage, Stage::Title(Title::default()));
        self.over = Over::None;
        self.stage = match stage {
            Stage::Cabin(play) => {
                let number = self.number();
                let mut report = Report::of_session(&play.session, number);
                report.trainee.clone_from(play.trainee.as_ref().unwrap_or(&self.lobby.trainee));
                report.pauses = play.exam_pauses();
                if play.over() {
                    self.wants.push(Wanted::Debrief(number, Box::new(report::record(&play.session))));
                }
                Stage::Result(play, Box::new(report))
            }
            other => other,
        };
    }

    /// A number that no question had before.
    fn number(&mut self) -> u64 {
        self.asked += 1;
        self.asked
    }

    fn key_report(&mut self, action: Option<Action>) {
        let plates = result::plates(i32::from(self.size.0), i32::from(self.size.1));
        let (Stage::Result(_, report) | Stage::Report(report)) = &mut self.stage else { return };
        let page = (plates.rows() - 2).max(1) as usize;
        let most = plates.most(report);
        match action {
            Some(Action::ScrollDown) => report.scroll += 1,
            Some(Action::ScrollUp) => report.scroll = report.scroll.saturating_sub(1),
            Some(Action::PageDown) => report.scroll += page,
            Some(Action::PageUp) => report.scroll = report.scroll.saturating_sub(page),
            Some(Action::NextPart) => report.scroll = plates.next_part(report),
            Some(Action::Watch) => self.wants.extend(report.path.clone().map(Wanted::Watch)),
            Some(Action::GoOn) => {
                if let Some(waiting) = report.waiting() {
                    self.over = Over::Waiting(waiting);
                }
                return;
            }
            Some(Action::FlyAgain) => {
                let (mission, exam) = (report.newer.as_ref().unwrap_or(&report.mission).clone(), report.exam);
                let seed = report.seed.filter(|_| !exam).unwrap_or_else(|| title::seed(&mission, exam));
                self.stage = Stage::Brief { mission, seed, exam };
                return;
            }
            Some(Action::Back | Action::Choose) => {
                if matches!(self.stage, Stage::Report(_)) {
                    self.stage = Stage::Records;
                } else {
                    self.leave();
                }
                return;
            }
            _ => {}
        }
        report.scroll = report.scroll.min(most);
    }

    /// The wheel, on what scrolls.
    pub(super) fn wheel_lobby(&mut self, lines: i32) {
        let action = if lines > 0 { Action::ScrollUp } else { Action::ScrollDown };
        match &mut self.stage {
            Stage::Result(..) | Stage::Report(_) => {
                for _ in 0..3 {
                    self.key_report(Some(action));
                }
            }
            Stage::Records => self.key_records(Some(action)),
            Stage::Progress { .. } => self.key_progress(Some(action)),
            Stage::Title(title) => title.step(-lines.signum()),
            _ => {}
        }
    }

    fn key_records(&mut self, action: Option<Action>) {
        let n = self.lobby.drills().len();
        let at = self.lobby.cursor;
        self.lobby.cursor = match action {
            Some(Action::ScrollDown) => at + 1,
            Some(Action::ScrollUp) => at.saturating_sub(1),
            Some(Action::PageDown) => at + 10,
            Some(Action::PageUp) => at.saturating_sub(10),
            Some(Action::Back | Action::Records) => return self.leave(),
            Some(Action::Progress) => {
                self.stage = Stage::Progress { scroll: 0 };
                return;
            }
            Some(Action::Choose) => return self.open_record(),
            Some(Action::Watch) => return self.watch_record(),
            Some(Action::GoOn) => return self.go_on_with_record(),
            _ => at,
        }
        .min(n.saturating_sub(1));
    }

    /// Opens the chosen record.
    pub(super) fn open_record(&mut self) {
        let Some(path) = self.lobby.drills().get(self.lobby.cursor).map(|drill| drill.path.clone()) else { return };
        let number = self.number();
        self.wants.push(Wanted::Open(path, number));
    }

    /// The chosen record, to be watched.
    fn watch_record(&mut self) {
        let chosen = self.lobby.drills().get(self.lobby.cursor);
        self.wants.extend(chosen.map(|drill| Wanted::Watch(drill.path.clone())));
    }

    /// Offers the chosen drill, if it broke off.
    fn go_on_with_record(&mut self) {
        let chosen = self.lobby.drills().get(self.lobby.cursor);
        if let Some(drill) = chosen.filter(|drill| drill.can_go_on) {
            self.over = Over::Waiting(Waiting::from(drill));
        }
    }

    fn key_progress(&mut self, action: Option<Action>) {
        let most = super::screen::progress::most(self);
        let Stage::Progress { scroll } = &mut self.stage else { return };
        *scroll = match action {
            Some(Action::ScrollDown) => *scroll + 1,
            Some(Action::ScrollUp) => scroll.saturating_sub(1),
            Some(Action::PageDown) => *scroll + 10,
            Some(Action::PageUp) => scroll.saturating_sub(10),
            Some(Action::Back | Action::Progress) => return self.leave(),
            Some(Action::Records) => {
                self.stage = Stage::Records;
                return;
            }
            Some(Action::Choose) => return self.fly_suggestion(),
            _ => *scroll,
        }
        .min(most);
    }

    /// The brief of what the progress page suggests.
    fn fly_suggestion(&mut self) {
        let Some(title) = &self.shelf else { return };
        let suggested = title::suggestion(title, &self.lobby);
        let mission = suggested.and_then(|s| title.missions.iter().find(|m| m.name == s.mission)).cloned();
        if let Some(mission) = mission {
            self.brief(mission, false);
        }
    }

    /// What the machine answered.
    pub(super) fn answered(&mut self, report: Box<Report>) {
        if matches!(self.stage, Stage::Records) {
            self.stage = Stage::Report(report);
        }
    }
}
