//! Past drills, newest first; Enter opens the result of one.

use crate::sim::event::Outcome;
use crate::store::Summary;
use crate::tui::action::Action;
use crate::tui::figures::Gmt;
use crate::tui::keys::Keymap;
use crate::tui::labels;
use crate::tui::lobby::Lobby;
use crate::tui::panel::cheat;
use crate::tui::pen::{Pen, wrap};
use crate::tui::theme::Role;
use crate::words::en;

/// Rows above the list.
const HEAD: i32 = 3;
/// Rows below it: what is chosen, and the keys.
const FOOT: i32 = 4;

/// The drill on a row of the screen, if there is one.
pub fn at(lobby: &Lobby, h: i32, y: i32) -> Option<usize> {
    let row = y - HEAD;
    let shown = (h - HEAD - FOOT).max(0);
    let ix = usize::try_from(row + first(lobby, shown)).ok()?;
    (row >= 0 && row < shown && ix < lobby.drills().len()).then_some(ix)
}

/// The first drill shown.
fn first(lobby: &Lobby, shown: i32) -> i32 {
    let n = lobby.drills().len() as i32;
    (lobby.cursor as i32 - shown / 2).clamp(0, (n - shown).max(0))
}

/// Draws the list.
pub fn draw(mut pen: Pen<'_>, lobby: &Lobby, keys: &Keymap) {
    let (w, h) = (pen.width(), pen.height());
    let width = (w - 2).min(132);
    let left = (w - width) / 2;
    let mut pen = pen.part(left, 0, width, h);
    let n = lobby.drills().len();
    pen.text(1, 0, labels::PAST_DRILLS, Role::Title);
    pen.right(width - 1, 0, &format!("{n}"), Role::Dim);
    pen.rule(0, 1, width, '─', Role::Border);
    match &lobby.past {
        None => pen.text(1, HEAD, labels::READING, Role::Dim),
        Some(past) if past.is_empty() => pen.text(1, HEAD, en::window::NO_RECORDS, Role::Dim),
        Some(_) => 0,
    };
    let places = Columns::new(width);
    if n > 0 {
        places.heading(&mut pen);
    }
    let shown = (h - HEAD - FOOT).max(0);
    let first = first(lobby, shown);
    for row in 0..shown {
        let ix = (row + first) as usize;
        let Some(drill) = lobby.drills().get(ix) else { break };
        places.line(&mut pen, HEAD + row, drill, ix == lobby.cursor);
    }
    if let Some(drill) = lobby.drills().get(lobby.cursor) {
        pen.rule(0, h - FOOT, width, '─', Role::Border);
        let lines = wrap(&about(drill), width - 2);
        for (y, line) in lines.iter().take(2).enumerate() {
            pen.fit(1, h - FOOT + 1 + y as i32, line, width - 2, Role::Dim);
        }
    }
    let chosen = lobby.drills().get(lobby.cursor);
    let mut actions = vec![Action::ScrollDown, Action::Choose];
    actions.extend(chosen.filter(|drill| drill.damage.is_none()).map(|_| Action::Watch));
    actions.extend(chosen.filter(|drill| drill.can_go_on).map(|_| Action::GoOn));
    actions.extend([Action::Progress, Action::MenuHelp, Action::Back]);
    cheat::keys(&mut pen.part(1, h - 1, width - 1, 1), keys, &actions);
}

struct Columns {
    title: i32,
    outcome: i32,
    points: i32,
    tail: i32,
    width: i32,
}

impl Columns {
    fn new(width: i32) -> Self {
        let points = width - 29;
        let outcome = points - 16;
        Self { title: 20, outcome, points, tail: points + 11, width }
    }

    fn heading(&self, pen: &mut Pen<'_>) {
        for (x, text) in [
            (2, labels::WHEN_GMT),
            (self.title, labels::MISSION),
            (self.outcome, labels::OUTCOME),
            (self.points, labels::POINTS),
        ] {
            pen.text(x, HEAD - 1, text, Role::Faint);
        }
    }

    fn line(&self, pen: &mut Pen<'_>, y: i32, drill: &Summary, chosen: bool) {
        let role = if chosen { Role::Select } else { Role::Text };
        pen.text(0, y, if chosen { "▸" } else { " " }, Role::Accent);
        let when = Gmt::from_unix(drill.started_unix_s);
        pen.text(2, y, &format!("{} {}", when.date(), when.minute()), if chosen { role } else { Role::Dim });
        if let Some(damage) = &drill.damage {
            pen.fit(self.title, y, &format!("✗ {damage}"), self.width - self.title - 1, Role::Caution);
            return;
        }
        pen.fit(self.title, y, &drill.title, self.outcome - self.title - 1, role);
        let open = if drill.can_go_on { labels::CAN_GO_ON } else { en::outcome::name(Outcome::Unfinished) };
        let outcome = drill.outcome.map_or(open, en::outcome::name);
        pen.fit(self.outcome, y, outcome, self.points - self.outcome - 1, role);
        let mut end = self.tail;
        if drill.outcome.is_some() {
            let points = format!("{}/{}", en::score::points(drill.points), en::score::points(drill.max));
            pen.text(self.points, y, &points, role);
            let (glyph, role) = if drill.passed { ("✓", Role::Good) } else { ("✗", Role::Caution) };
            end = pen.text(self.tail, y, &format!("{glyph} {}", labels::verdict(drill.passed)), role);
        }
        if drill.exam {
            pen.text(end + 1, y, labels::EXAM, Role::Key);
        }
    }
}

/// More of a drill: who, which attempt, seed, how long, where it lies.
fn about(drill: &Summary) -> String {
    if drill.damage.is_some() {
        return drill.path.display().to_string();
    }
    let who = if drill.trainee.is_empty() { labels::SOMEBODY } else { &drill.trainee };
    let length = crate::tui::figures::span(drill.ticks);
    let name = drill.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    labels::about_drill(who, drill.attempt, drill.seed, &length, &name)
}
