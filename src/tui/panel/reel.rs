//! The whole of a record as a line: what happened when, what is opened, and the moment shown.

use crate::drill::Entry;
use crate::sim::event::Event;
use crate::tui::history::Mark;
use crate::tui::labels;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::watch::Watch;
use crate::units::Tick;

/// Where the line stands in a row so wide: its first column, and how many.
pub fn line(w: i32) -> (i32, i32) {
    (1, (w - 15).max(1))
}

/// The moment that a column of the line stands for.
pub fn moment(column: i32, w: i32, last: Tick) -> Tick {
    let column = column.clamp(0, (w - 1).max(0)) as u64;
    Tick(last.0 * column / (w as u64).saturating_sub(1).max(1))
}

/// The column of a moment.
fn column(at: Tick, w: i32, last: Tick) -> i32 {
    (at.0.min(last.0) * (w as u64).saturating_sub(1) / last.0.max(1)) as i32
}

/// ```text
/// ─ the record: · order  ! alarm  × shut  ═ open  o hole ─────────
/// ━━━·━!━·━━━×━━━█──────·───o───────────────────────────── opening 95 %
/// T+00:00:00                  T+01:05:00                     T+02:10:00
/// ```
/// In one row, the line alone.
pub fn draw(mut pen: Pen<'_>, watch: &Watch) {
    let (w, h) = (pen.width(), pen.height());
    let (left, room) = line(w);
    let row = i32::from(h >= 3);
    if h >= 3 {
        let key = labels::the_record(watch.truth && watch.may_know());
        pen.section(&key, Role::Title);
        for quarter in 0..4 {
            let x = room * quarter / 4;
            pen.text(left + x, 2, &moment(x, room, watch.last()).to_string(), Role::Dim);
        }
    }
    let (now, ready) = (column(watch.now(), room, watch.last()), column(watch.ready(), room, watch.last()));
    pen.rule(left, row, room, '░', Role::Faint);
    pen.rule(left, row, ready + 1, '─', Role::Border);
    pen.rule(left, row, now, '━', Role::Accent);
    for (x, glyph, role) in marks(watch, room) {
        pen.text(left + x, row, glyph, role);
    }
    pen.text(left + now, row, "█", Role::Select);
    let (end, role) = if watch.opening() {
        (labels::opening(watch.ready().0 * 100 / watch.last().0.max(1)), Role::Caution)
    } else if watch.doubtful() {
        (labels::NOT_CERTIFIED.to_owned(), Role::Caution)
    } else if h >= 3 {
        (String::new(), Role::Dim)
    } else {
        (watch.last().to_string(), Role::Dim)
    };
    pen.right(w - 1, row, &end, role);
    if h >= 3 {
        pen.right(w - 1, 2, &watch.last().to_string(), Role::Dim);
    }
}

/// One mark a column: the weightiest of what happened there.
fn marks(watch: &Watch, w: i32) -> Vec<(i32, &'static str, Role)> {
    let truth = watch.truth && watch.may_know();
    let mut best: Vec<(u8, &'static str, Role)> = vec![(0, "", Role::Text); w.max(0) as usize];
    for (at, entry) in watch.record().log.entries() {
        let Some(mark) = mark(entry, truth) else { continue };
        if let Some(cell) = best.get_mut(column(*at, w, watch.last()) as usize)
            && mark.0 > cell.0
        {
            *cell = mark;
        }
    }
    let marked = best.into_iter().enumerate().filter(|(_, mark)| mark.0 > 0);
    marked.map(|(x, (_, glyph, role))| (x as i32, glyph, role)).collect()
}

/// Weight, glyph and role of an entry.
fn mark(entry: &Entry, truth: bool) -> Option<(u8, &'static str, Role)> {
    let event = match entry {
        Entry::Order(_) => return Some((1, "·", Role::Key)),
        Entry::Event(event) => event,
        Entry::Sample(_) | Entry::Mark(_) => return None,
    };
    if truth && matches!(event, Event::HoleOpened { .. } | Event::Struck { perforated: true, .. }) {
        return Some((6, "*", Role::Warning));
    }
    let mark = Mark::of(event)?;
    Some(match mark {
        Mark::Alarm(_) => (5, mark.glyph(), Role::Warning),
        Mark::Hole => (4, mark.glyph(), Role::Accent),
        Mark::Shut => (3, mark.glyph(), Role::Caution),
        Mark::Open | Mark::Tank => (2, mark.glyph(), Role::Accent),
    })
}
