//! A replay: the cabin as it was, the record as a line under it, and the keys of somebody who watches.

use super::cabin;
use crate::tui::action::Action;
use crate::tui::keys::Keymap;
use crate::tui::panel::{cheat, reel, truth};
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::watch::Watch;

/// Rows of the line under a cabin of this height.
pub const fn strip(h: i32) -> i32 {
    if h >= 34 { 3 } else { 1 }
}

/// The rows that the cabin has of a window, its own two last ones included.
pub const fn cabin_rows(h: i32) -> i32 {
    h - strip(h) + 1
}

/// Draws it. `held` tells that something over the screen holds the clock.
pub fn draw(mut pen: Pen<'_>, watch: &Watch, keys: &Keymap, held: bool) {
    let (w, h) = (pen.width(), pen.height());
    if w < cabin::LEAST.0 || h < cabin::LEAST.1 {
        cabin::too_small(&mut pen);
        return;
    }
    let rows = cabin_rows(h);
    let mut view = watch.view();
    view.rate.paused |= held;
    cabin::panels(&mut pen.part(0, 0, w, rows), &view, watch.sheet);
    if let Some(unveiled) = watch.unveiled() {
        let (x, y, width, height) = cabin::aside(&view, w, rows);
        truth::draw(pen.part(x, y, width, height), &view, &unveiled);
    }
    if view.hand.note.is_some() {
        let note = cheat::height(&view, w);
        pen.clear(0, rows - 2 - note, w, note);
        cheat::note(pen.part(0, rows - 2 - note, w, note), &view);
    }
    reel::draw(pen.part(0, rows - 2, w, strip(h)), watch);
    legend(&mut pen, h - 1, watch, keys);
}

/// The keys, by what they do to time.
fn legend(pen: &mut Pen<'_>, y: i32, watch: &Watch, keys: &Keymap) {
    let run = if watch.rate.paused { "run" } else { "pause" };
    let groups: [(&[Action], &str); 9] = [
        (&[Action::Pause], run),
        (&[Action::StepBack, Action::StepOn], "1 s"),
        (&[Action::MinuteBack, Action::MinuteOn], "1 min"),
        (&[Action::PreviousMoment, Action::NextMoment], "event"),
        (&[Action::Slower, Action::Faster], "speed"),
        (&[Action::Truth], "truth"),
        (&[Action::TakeOver], "take over"),
        (&[Action::Leave], "leave"),
        (&[Action::HourBack, Action::HourOn], "1 h"),
    ];
    let w = pen.width();
    let help = keys.shown(Action::Help);
    let stop = w - columns(&help) - 6;
    let mut x = 1;
    for (actions, what) in groups {
        let shown: Vec<String> = actions.iter().map(|action| keys.shown(*action)).collect();
        let wide = shown.iter().any(|key| columns(key) > 1);
        let key = shown.join(if wide && actions.len() > 1 { " " } else { "" });
        if x + columns(&key) + columns(what) + 1 > stop {
            continue;
        }
        x = pen.text(x, y, &key, Role::Key) + 1;
        x = pen.text(x, y, what, Role::Dim) + 2;
    }
    let x = pen.text(stop, y, &help, Role::Key) + 1;
    pen.text(x, y, "help", Role::Dim);
}
