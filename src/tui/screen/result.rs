//! After the drill: one sentence that a tired person can take in, then what it means, then the card.

use crate::score;
use crate::sim::event::Outcome;
use crate::tui::pen::{Pen, wrap};
use crate::tui::play::Play;
use crate::tui::theme::Role;
use crate::words::en::{self, replay};

/// How it ended.
pub fn draw(mut pen: Pen<'_>, play: &Play) {
    let (w, h) = (pen.width(), pen.height());
    let width = (w - 4).min(110);
    let left = (w - width) / 2;
    let mut pen = pen.part(left, 0, width, h);
    let session = &play.session;
    let outcome = session.console.outcome.unwrap_or(Outcome::Unfinished);
    let sound = session.drill().sound();
    let told = en::outcome::outcome(outcome, sound);
    let mut y = if h >= 34 { 2 } else { 0 };
    pen.text(0, y, &session.mission().title, Role::Title);
    pen.right(width, y, &format!("EXERCISE  {}", session.console.tick), Role::Dim);
    y += 1;
    pen.rule(0, y, width, '─', Role::Border);
    y += 1;
    let good = matches!(outcome, Outcome::Held | Outcome::Isolated) && sound;
    let (glyph, role) = if good { ("✓ ", Role::Good) } else { ("✗ ", Role::Warning) };
    for (i, line) in wrap(&told.what, width - 2).iter().enumerate() {
        pen.text(0, y, if i == 0 { glyph } else { "  " }, role);
        pen.text(2, y, line, role);
        y += 1;
    }
    for line in wrap(&told.more, width - 2) {
        pen.text(2, y, &line, Role::Text);
        y += 1;
    }
    y += 1;
    let rows = h - y - 2;
    if session.console.outcome.is_some() {
        card(&mut pen.part(0, y, width, rows), play);
    } else {
        // Its card would tell what is true, and the drill may still go on.
        for line in wrap(replay::LEFT, width - 2) {
            pen.text(2, y, &line, Role::Dim);
            y += 1;
        }
    }
    pen.run(
        0,
        h - 1,
        &[
            ("↑↓", Role::Key),
            (" scroll  ", Role::Dim),
            ("r", Role::Key),
            (" again  ", Role::Dim),
            ("Enter", Role::Key),
            (" on", Role::Dim),
        ],
    );
}

/// The scorecard, line by line with its evidence.
fn card(pen: &mut Pen<'_>, play: &Play) {
    let session = &play.session;
    let card = score::mark(session.mission(), session.log());
    let verdict = if card.passed { "passed" } else { "not passed" };
    let title = format!("scorecard: {:.0} of {:.0} points, {verdict}", card.points, card.max);
    let mut pen = pen.section(&title, if card.passed { Role::Good } else { Role::Caution });
    let (w, h) = (pen.width(), pen.height());
    let mut lines: Vec<(String, String, Role)> = Vec::new();
    for line in &card.lines {
        let full = line.points >= line.max;
        let (glyph, role) = match line.grade {
            score::Grade::NotApplicable => ("·", Role::Dim),
            _ if full => ("✓", Role::Good),
            score::Grade::Part => ("◇", Role::Caution),
            _ => ("✗", Role::Warning),
        };
        let critical = if line.critical { " (critical)" } else { "" };
        let points = match line.grade {
            score::Grade::NotApplicable => "  n/a".to_owned(),
            _ => format!("{:.0}/{:.0}", line.points, line.max),
        };
        lines.push((format!("{glyph} {}{critical}", line.name), points, role));
        if !full && !line.why.is_empty() {
            for why in wrap(&line.why, w - 14) {
                lines.push((format!("    {why}"), String::new(), Role::Dim));
            }
        }
    }
    let most = (lines.len() as i32 - h).max(0);
    let first = (play.hand.back as i32).clamp(0, most) as usize;
    for (row, (text, points, role)) in lines.iter().skip(first).take(h.max(0) as usize).enumerate() {
        pen.fit(0, row as i32, text, w - 9, *role);
        pen.right(w, row as i32, points, *role);
    }
}
