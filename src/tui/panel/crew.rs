//! Who is where, what they do, how far it is and how long still.

use crate::sim::console::{Condition, PersonView};
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, labels};
use crate::words::Words;

/// ```text
///  2 Arnold     Poisk    stowing the hatch      ▓▓▓▓▓▓░░░  0:40 left
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let h = pen.height();
    let chosen = view.console.crew.iter().position(|p| p.who == view.hand.person).unwrap_or(0) as i32;
    let n = view.console.crew.len() as i32;
    let first = (chosen - h + 1).clamp(0, (n - h).max(0));
    for row in 0..h.min(n) {
        let i = first + row;
        if let Some(person) = view.console.crew.get(i as usize) {
            line(&mut pen, row, view, person);
        }
    }
}

fn line(pen: &mut Pen<'_>, y: i32, view: &View<'_>, person: &PersonView) {
    let w = pen.width();
    let chosen = person.who == view.hand.person;
    let bad = matches!(person.condition, Condition::Impaired | Condition::Unconscious | Condition::Dead);
    let name = if chosen {
        Role::Select
    } else if bad {
        Role::Warning
    } else {
        Role::Text
    };
    pen.text(0, y, if chosen { "▸" } else { " " }, Role::Accent);
    pen.text(1, y, &view.number(person.who).to_string(), Role::Person);
    pen.fit(3, y, &format!("{:<10}", view.who(person.who)), 10, name);
    pen.fit(14, y, view.label(person.at), 8, Role::Text);
    let end = bar(pen, y, w, person);
    let room = end - 24;
    let mut what = String::new();
    let role = if let Some(word) = labels::condition(person.condition) {
        what.push_str(word);
        if bad { Role::Warning } else { Role::Dim }
    } else {
        Role::Text
    };
    let mut role = role;
    if person.condition != Condition::Gone {
        let doing = doing(view, person);
        if !doing.is_empty() {
            if !what.is_empty() {
                what.push_str(", ");
            }
            what.push_str(&doing);
        } else if what.is_empty() {
            what.push_str(labels::FREE);
            role = Role::Good;
        }
    }
    let x = pen.fit(23, y, &what, room, role);
    extras(pen, x, y, end, view, person);
}

/// What they do, and what waits.
fn doing(view: &View<'_>, person: &PersonView) -> String {
    let words = Words::of(view.mission);
    let mut out = match &person.job {
        None => String::new(),
        Some(job) => match job.walking_to {
            Some(_) => words.on_the_way(&job.task),
            None => words.doing(&job.task),
        },
    };
    if !person.queue.is_empty() {
        out.push_str(&format!(" +{}", person.queue.len()));
    }
    // Orders that the next tick hears.
    let waiting = view.pending.iter().filter(|o| concerns(&o.act, person)).count();
    if waiting > 0 {
        out.push_str(&if out.is_empty() { labels::ORDER_GIVEN.to_owned() } else { format!(" +{}", labels::ORDER) });
    }
    out
}

fn concerns(act: &crate::sim::order::Act, person: &PersonView) -> bool {
    use crate::sim::order::Act;
    matches!(act, Act::Task { who, .. } | Act::Stop { who } | Act::HandOver { who, .. } if *who == person.who)
}

/// The progress bar and the time left, at the right; gives the column where they begin.
fn bar(pen: &mut Pen<'_>, y: i32, w: i32, person: &PersonView) -> i32 {
    let Some(job) = &person.job else { return w - 1 };
    let Some(left) = job.left_s else {
        let text = figures::span(u64::from(job.done_s));
        return pen.right(w - 1, y, &text, Role::Dim) - 1;
    };
    let text = labels::left(&figures::span(u64::from(left)));
    let start = w - 1 - columns(&text);
    pen.text(start, y, &text, Role::Text);
    let bar_w = if w >= 100 { 14 } else { 9 };
    let share = f64::from(job.done_s) / f64::from((job.done_s + left).max(1));
    pen.bar(start - bar_w - 1, y, bar_w, share, Role::Accent, Role::Faint);
    start - bar_w - 2
}

/// Mask, suit, exposure, and what they carry, as far as there is room.
fn extras(pen: &mut Pen<'_>, x: i32, y: i32, end: i32, view: &View<'_>, person: &PersonView) {
    if person.condition == Condition::Gone {
        return;
    }
    let mut parts: Vec<(String, Role)> = Vec::new();
    if person.exposure >= 0.05 {
        let role = if person.exposure > 0.5 { Role::Warning } else { Role::Caution };
        parts.push((labels::bad_air(person.exposure), role));
    }
    if let Some(s) = person.mask_s {
        parts.push((labels::mask(&figures::span(u64::from(s))), Role::Accent));
    }
    if let Some(s) = person.hose_s {
        parts.push((labels::hose(&figures::span(u64::from(s))), Role::Warning));
    } else if person.suited {
        parts.push((labels::SUIT.into(), Role::Accent));
    }
    if let Some(vehicle) = person.seated {
        parts.push((labels::seated(Words::of(view.mission).vehicle(vehicle)), Role::Accent));
    }
    let carried = labels::carried(&person.carries);
    if !carried.is_empty() {
        parts.push((labels::has(&carried), Role::Dim));
    }
    let mut at = end;
    for (text, role) in parts.into_iter().rev() {
        let room = at - x - 2;
        if room < 8 {
            break;
        }
        let text = crate::tui::pen::cut(&text, room);
        at = pen.right(at, y, &text, role) - 2;
    }
}
