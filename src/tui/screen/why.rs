//! The debrief on the result screen: what to take home, the pressure as it was and as it was shown, our expert from
//! here, and everything that happened.

use crate::debrief::Debrief;
use crate::debrief::model::Sort;
use crate::tui::labels;
use crate::tui::page::{Page, Span};
use crate::tui::panel::course;
use crate::tui::pen::Pen;
use crate::tui::report::{Report, Why};
use crate::tui::theme::Role;
use crate::words::en;

/// Rows of the chart on a narrow screen.
const CHART: i32 = 13;

/// The explanation, with charts in it where they do not stand beside.
pub fn rows(page: &mut Page, debrief: &Debrief, charts: bool) {
    lessons(page, debrief);
    if charts {
        page.part(labels::COURSE, Role::Title);
        course::rows(page, debrief, CHART);
    }
    decisions(page, debrief);
    moments(page, debrief);
}

/// The charts at the right of a wide screen.
pub fn beside(mut pen: Pen<'_>, report: &Report) {
    if matches!(report.why, Why::Untold) {
        return;
    }
    let (w, h) = (pen.width(), pen.height());
    let mut page = Page::new(w);
    page.part(labels::COURSE, Role::Title);
    match &report.why {
        Why::Told(debrief) => course::rows(&mut page, debrief, (h * 3 / 5).max(CHART)),
        Why::Working(_) => page.text("… ", Role::Accent, en::window::WORKING, Role::Accent),
        Why::Untold => {}
    }
    page.draw(&mut pen, 0);
}

fn lessons(page: &mut Page, debrief: &Debrief) {
    page.part(labels::TAKE_HOME, Role::Title);
    // The first lesson is the sentence that the page opens with.
    for (n, lesson) in debrief.lessons.iter().skip(1).enumerate() {
        let lost =
            if lesson.points > 0.0 { format!(" [-{}]", en::score::points(lesson.points)) } else { String::new() };
        page.text(&format!("{:2}. ", n + 1), Role::Accent, &format!("{}{lost}", lesson.what), Role::Text);
        if !lesson.why.is_empty() {
            page.text("    ", Role::Dim, &lesson.why, Role::Dim);
        }
    }
    if debrief.lessons.len() < 2 {
        page.text("", Role::Dim, labels::NOTHING_TO_TAKE, Role::Dim);
    }
}

fn decisions(page: &mut Page, debrief: &Debrief) {
    page.part(labels::EXPERT, Role::Title);
    if debrief.decisions.is_empty() {
        page.text("", Role::Dim, en::window::NO_DECISIONS, Role::Dim);
        return;
    }
    page.text("", Role::Dim, en::window::EXPERT, Role::Dim);
    if !debrief.decisions.iter().any(|decision| decision.costly()) {
        page.text("✓ ", Role::Good, en::window::NOTHING_LOST, Role::Good);
    }
    for decision in &debrief.decisions {
        let role = if decision.costly() { Role::Caution } else { Role::Dim };
        page.text(&format!("{}  ", decision.at), role, &decision.row(), Role::Text);
    }
}

fn moments(page: &mut Page, debrief: &Debrief) {
    page.part(labels::HAPPENED, Role::Title);
    page.row(vec![
        Span { x: 0, text: "°".into(), role: Role::Warning },
        Span { x: 2, text: labels::SIGN_TRUTH.into(), role: Role::Dim },
        Span { x: 23, text: "!".into(), role: Role::Caution },
        Span { x: 25, text: labels::SIGN_SEEN.into(), role: Role::Dim },
        Span { x: 41, text: "·".into(), role: Role::Accent },
        Span { x: 43, text: labels::SIGN_DONE.into(), role: Role::Dim },
    ]);
    for moment in &debrief.story.moments {
        let (sign, role, text) = match moment.sort {
            Sort::Truth => ("°", Role::Warning, Role::Text),
            Sort::Sign => ("!", Role::Caution, Role::Text),
            Sort::Act => ("·", Role::Accent, Role::Dim),
        };
        page.text(&format!("{} {sign} ", moment.at), role, &moment.text, text);
    }
}
