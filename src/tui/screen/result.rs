//! After the drill: one sentence that a tired person can take in, then the card, then why it went so.

use super::why;
use crate::mission::Mission;
use crate::score::{Grade, Line, Scorecard};
use crate::tui::action::Action;
use crate::tui::keys::Keymap;
use crate::tui::labels;
use crate::tui::page::{Page, Span};
use crate::tui::panel::cheat;
use crate::tui::pen::{Pen, columns, wrap};
use crate::tui::report::{Report, Why};
use crate::tui::theme::Role;
use crate::words::en;

/// Where a report is drawn: the page, and the charts beside it where there is room.
#[derive(Clone, Copy, Debug)]
pub struct Plates {
    left: i32,
    top: i32,
    width: i32,
    rows: i32,
    beside: Option<(i32, i32)>,
}

/// Of a screen of this size.
pub fn plates(w: i32, h: i32) -> Plates {
    let beside = w >= 112 && h >= 30;
    let whole = if beside { (w - 4).min(190) } else { (w - 4).min(104) };
    let left = (w - whole) / 2;
    let top = if h >= 34 { 3 } else { 2 };
    let rows = h - top - 1;
    if beside {
        let width = whole * 54 / 100;
        Plates { left, top, width, rows, beside: Some((left + width + 3, whole - width - 3)) }
    } else {
        Plates { left, top, width: whole, rows, beside: None }
    }
}

impl Plates {
    /// Rows of a report that can be scrolled past.
    pub fn most(&self, report: &Report) -> usize {
        page(report, self.width, self.beside.is_none()).most(self.rows)
    }

    /// The row where the next part begins.
    pub fn next_part(&self, report: &Report) -> usize {
        page(report, self.width, self.beside.is_none()).next_part(report.scroll, self.rows)
    }

    /// Rows of the page on the screen.
    pub fn rows(&self) -> i32 {
        self.rows
    }
}

/// How it ended.
pub fn draw(mut pen: Pen<'_>, report: &Report, keys: &Keymap) {
    let (w, h) = (pen.width(), pen.height());
    let plates = plates(w, h);
    head(&mut pen, report, &plates);
    let page = page(report, plates.width, plates.beside.is_none());
    page.draw(&mut pen.part(plates.left, plates.top, plates.width, plates.rows), report.scroll);
    if let Some((x, width)) = plates.beside {
        why::beside(pen.part(x, plates.top, width, plates.rows), report);
    }
    let most = page.most(plates.rows);
    let mut end = w - plates.left;
    if most > 0 {
        let rows = plates.rows.max(1) as usize;
        let share = (report.scroll.min(most) + rows) * 100 / (most + rows);
        end = pen.right(end, h - 1, &format!("{share:3} %"), Role::Dim) - 2;
    }
    if matches!(report.why, Why::Working(_)) {
        end = pen.right(end, h - 1, labels::DEBRIEF_COMES, Role::Accent) - 2;
    }
    let mut actions = vec![Action::ScrollDown, Action::NextPart];
    actions.extend(report.waiting().map(|_| Action::GoOn));
    actions.extend(report.path.as_ref().map(|_| Action::Watch));
    actions.extend([Action::FlyAgain, Action::MenuHelp, Action::Back]);
    cheat::keys(&mut pen.part(plates.left, h - 1, end - plates.left, 1), keys, &actions);
}

fn head(pen: &mut Pen<'_>, report: &Report, plates: &Plates) {
    let (x, w) = (plates.left, pen.width() - 2 * plates.left);
    let y = plates.top - 2;
    let kind = if report.exam { labels::EXAM_EXERCISE } else { labels::EXERCISE };
    let seed = report.seed.map(labels::seed).unwrap_or_default();
    let tail = format!("{kind}  {seed}{}", report.last);
    let who = if report.trainee.is_empty() { String::new() } else { format!(", {}", report.trainee) };
    let title = format!("{}{who}", report.mission.title);
    pen.fit(x, y, &title, w - columns(&tail) - 2, Role::Title);
    pen.right(x + w, y, &tail, Role::Caution);
    pen.rule(x, y + 1, w, '─', Role::Border);
}

/// Everything, in rows.
fn page(report: &Report, width: i32, charts: bool) -> Page {
    let mut page = Page::new(width);
    let told = en::outcome::outcome(report.outcome, report.sound);
    let (glyph, role) = if report.good() { ("✓ ", Role::Good) } else { ("✗ ", Role::Warning) };
    page.text(glyph, role, &told.what, role);
    page.text("  ", role, &told.more, Role::Text);
    if let Some((taken, allowed)) = report.too_many_pauses() {
        page.text("  ", Role::Caution, &en::window::too_many_pauses(taken, allowed), Role::Caution);
    }
    match &report.card {
        Some(card) => self::card(&mut page, card),
        None => {
            page.gap();
            if report.waits {
                page.text("  ", Role::Text, en::replay::LEFT, Role::Text);
            }
            page.text("  ", Role::Dim, en::window::UNTOLD, Role::Dim);
        }
    }
    if let Some(file) = report.path.as_ref().and_then(|path| path.file_name()) {
        page.gap();
        page.text("  ", Role::Dim, &en::replay::kept(&file.to_string_lossy()), Role::Dim);
    }
    match &report.why {
        Why::Untold => {}
        Why::Working(_) => {
            page.part(labels::TAKE_HOME, Role::Title);
            page.text("… ", Role::Accent, en::window::WORKING, Role::Accent);
        }
        Why::Told(debrief) => why::rows(&mut page, debrief, charts),
    }
    if !report.mission.brief.is_empty() && report.card.is_some() {
        brief(&mut page, &report.mission);
    }
    page
}

/// What had been asked, to read the card against.
fn brief(page: &mut Page, mission: &Mission) {
    page.part(labels::THE_BRIEF, Role::Title);
    page.text("", Role::Dim, &mission.brief, Role::Dim);
}

/// The scorecard, line by line with its evidence; why a line counts is told below, where it was lost.
fn card(page: &mut Page, card: &Scorecard) {
    let verdict = labels::verdict(card.passed);
    let points = en::score::points(card.points);
    let title = labels::scorecard(&points, &en::score::points(card.max), verdict);
    page.part(&title, if card.passed { Role::Good } else { Role::Caution });
    for line in &card.lines {
        item(page, line);
    }
}

fn item(page: &mut Page, line: &Line) {
    let (glyph, role) = match line.grade {
        Grade::NotApplicable => ("·", Role::Dim),
        Grade::Full => ("✓", Role::Good),
        Grade::Part => ("◇", Role::Caution),
        Grade::Missed => ("✗", Role::Warning),
    };
    let critical = if line.critical { labels::CRITICAL } else { "" };
    let points = match line.grade {
        Grade::NotApplicable => labels::NOT_APPLICABLE.to_owned(),
        _ => format!("{}/{}", en::score::points(line.points), en::score::points(line.max)),
    };
    let w = page.width();
    let at = w - columns(&points);
    let name = crate::tui::pen::cut(&format!("{}{critical}", line.name), w - 12);
    let evidence = en::score::evidence(&line.evidence);
    let mut row = vec![Span { x: 0, text: glyph.into(), role }, Span { x: 2, text: name.clone(), role }];
    row.push(Span { x: at, text: points, role });
    let beside = 2 + columns(&name) + 2;
    let fits = beside + columns(&evidence) < w - 8;
    if fits {
        row.push(Span { x: beside, text: evidence.clone(), role: Role::Dim });
    }
    page.row(row);
    if !fits {
        for text in wrap(&evidence, w - 16) {
            page.row(vec![Span { x: 4, text, role: Role::Dim }]);
        }
    }
}
