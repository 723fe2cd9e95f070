//! A replay: the cabin as it was, the record as a line under it, and the keys of somebody who watches.

use super::cabin;
use crate::tui::action::Action;
use crate::tui::keys::Keymap;
use crate::tui::labels;
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
        let note = cheat::height(&view, w, cabin::note_rows(&view, w, rows));
        pen.clear(0, rows - 2 - note, w, note);
        cheat::note(pen.part(0, rows - 2 - note, w, note), &view);
    }
    reel::draw(pen.part(0, rows - 2, w, strip(h)), watch);
    legend(&mut pen, h - 1, watch, keys);
}

/// The keys, by what they do to time.
fn legend(pen: &mut Pen<'_>, y: i32, watch: &Watch, keys: &Keymap) {
    let run = if watch.rate.paused { labels::RUN } else { labels::PAUSE };
    let groups: [(&[Action], &str); 8] = [
        (&[Action::Pause], run),
        (&[Action::StepBack, Action::StepOn], labels::SECOND),
        (&[Action::MinuteBack, Action::MinuteOn], labels::MINUTE),
        (&[Action::PreviousMoment, Action::NextMoment], labels::EVENT),
        (&[Action::Slower, Action::Faster], labels::SPEED),
        (&[Action::Truth], labels::TRUTH),
        (&[Action::TakeOver], labels::FLY_ON),
        (&[Action::HourBack, Action::HourOn], labels::HOUR),
    ];
    let w = pen.width();
    // The ways out and to help keep their places at the right.
    let always = [(keys.shown(Action::Help), labels::HELPS), ("Esc".to_owned(), labels::BACK)];
    let width: i32 = always.iter().map(|(key, what)| columns(key) + columns(what) + 3).sum();
    let stop = w - width;
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
    let mut x = stop + 1;
    for (key, what) in always {
        x = pen.text(x, y, &key, Role::Key) + 1;
        x = pen.text(x, y, what, Role::Dim) + 2;
    }
}
