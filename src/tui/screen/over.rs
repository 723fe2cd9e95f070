//! What lies over a screen.

use super::help;
use crate::tui::app::{App, Stage};
use crate::tui::going_on;
use crate::tui::labels;
use crate::tui::over::{Over, form};
use crate::tui::palette::{Palette, What};
use crate::tui::pen::{Pen, columns, wrap};
use crate::tui::settings::Choice;
use crate::tui::taught;
use crate::tui::theme::{Depth, Role};
use crate::tui::view::View;
use crate::words::en::{self, replay};

/// Draws it, if there is any.
pub fn draw(mut pen: Pen<'_>, app: &App) {
    let w = pen.width();
    match &app.over {
        Over::None => {}
        Over::Help { scroll } => help::draw(pen, app, *scroll),
        Over::Palette(palette) => self::palette(pen, app, palette),
        Over::Ask { asked, typed, wrong } => {
            let mut inside = sheet(&mut pen, 4, form(*asked));
            inside.text(1, 0, ">", Role::Key);
            let width = inside.width();
            inside.field(3, 0, typed, width - 4, Role::Text);
            match wrong {
                Some(form) => inside.fit(1, 1, &labels::is_none(form), width - 2, Role::Caution),
                None => inside.fit(1, 1, labels::ENTER_COMMITS, width - 2, Role::Dim),
            };
        }
        Over::Settings { cursor } => settings(&mut pen, app, *cursor),
        Over::Leave => {
            let over = matches!(&app.stage, Stage::Cabin(play) if play.over());
            if over {
                question(&mut pen, labels::LEAVE, en::window::LEAVE_OVER, "");
            } else {
                question(&mut pen, labels::LEAVE, en::window::LEAVE, en::window::LEAVE_KEYS);
            }
        }
        Over::Quit => question(&mut pen, labels::QUIT, en::window::QUIT, en::window::QUIT_KEYS),
        Over::TakeOver => {
            question(&mut pen, labels::TAKE_OVER, replay::TAKE_OVER, labels::TAKE_OVER_KEYS);
        }
        Over::Edited(_) => question(&mut pen, labels::EDITED, labels::BEGIN_EDITED, labels::EDITED_KEYS),
        Over::Waiting(waiting) => going_on::draw(&mut pen, waiting),
        Over::Notice { title, lines } => {
            let width = (w - 4).min(76) - 4;
            // What fits stands as it is: a caret points at the column above it.
            let drawn = |line: &String| if columns(line) <= width { vec![line.clone()] } else { wrap(line, width) };
            let lines: Vec<String> = lines.iter().flat_map(drawn).collect();
            let mut inside = sheet(&mut pen, lines.len() as i32 + 3, title);
            for (y, line) in lines.iter().enumerate() {
                inside.fit(1, y as i32, line, width, Role::Caution);
            }
            if app.errand.is_none() {
                inside.text(1, lines.len() as i32, labels::ANY_KEY, Role::Dim);
            }
        }
    }
}

/// Something asked, and its answers.
fn question(pen: &mut Pen<'_>, title: &str, text: &str, answers: &str) {
    let width = (pen.width() - 4).min(76) - 4;
    let lines = wrap(text, width);
    let mut inside = sheet(pen, lines.len() as i32 + 2 + i32::from(!answers.is_empty()), title);
    for (y, line) in lines.iter().enumerate() {
        inside.fit(1, y as i32, line, width, Role::Text);
    }
    inside.fit(1, lines.len() as i32, answers, width, Role::Caution);
}

/// Rows of the settings sheet: the choices, what the chosen one means, the keys.
const SETTINGS: i32 = Choice::ALL.len() as i32 + 6;

/// The choice on a row of a screen of this size, if there is one.
pub fn choice_at((w, h): (i32, i32), x: i32, y: i32) -> Option<usize> {
    let (left, top, width) = place(w, h, SETTINGS);
    let row = usize::try_from(y - top - 1).ok()?;
    (x > left && x < left + width && row < Choice::ALL.len()).then_some(row)
}

fn settings(pen: &mut Pen<'_>, app: &App, cursor: usize) {
    let mut inside = sheet(pen, SETTINGS, labels::SETTINGS);
    let width = inside.width();
    for (i, choice) in Choice::ALL.into_iter().enumerate() {
        let role = if i == cursor { Role::Select } else { Role::Text };
        inside.text(1, i as i32, if i == cursor { "▸" } else { " " }, Role::Accent);
        inside.fit(3, i as i32, labels::choice(choice), 30, role);
        inside.fit(35, i as i32, &app.settings.value(choice), width - 36, Role::Accent);
    }
    let mut y = Choice::ALL.len() as i32 + 1;
    if let Some(choice) = Choice::ALL.get(cursor) {
        let colourless = *choice == Choice::Palette && app.settings.depth == Depth::Mono;
        let text = if colourless { en::window::NO_COLOURS } else { en::window::choice(choice.id()) };
        for line in wrap(text, width - 2).iter().take(2) {
            inside.text(1, y, line, Role::Dim);
            y += 1;
        }
    }
    let y = Choice::ALL.len() as i32 + 3;
    inside.fit(1, y, labels::SETTINGS_KEYS, width - 2, Role::Dim);
}

/// A framed sheet in the lower middle of the screen, its inside empty.
pub fn sheet<'a>(pen: &'a mut Pen<'_>, rows: i32, title: &str) -> Pen<'a> {
    let (x, y, width) = place(pen.width(), pen.height(), rows);
    pen.clear(x, y, width, rows);
    let area = pen.part(x, y, width, rows).area();
    pen.boxed(x, y, width, rows, Role::Accent);
    pen.fit(x + 2, y, &format!(" {title} "), width - 4, Role::Title);
    pen.over(area)
}

/// Where a sheet of so many rows stands on a screen: left, top, columns.
fn place(w: i32, h: i32, rows: i32) -> (i32, i32, i32) {
    let width = (w - 4).min(76);
    ((w - width) / 2, (h - rows - 3).max(0), width)
}

/// Where the palette stands: left, top, columns, rows.
fn palette_place(palette: &Palette, (w, h): (i32, i32)) -> (i32, i32, i32, i32) {
    let width = (w - 4).min(100);
    let rows = (palette.found.len() as i32 + 4).min(h);
    ((w - width) / 2, 2.min((h - rows).max(0)), width, rows)
}

/// The found row at a place of the screen, if there is one.
pub fn found_at(palette: &Palette, size: (i32, i32), x: i32, y: i32) -> Option<usize> {
    let (left, top, width, _) = palette_place(palette, size);
    let row = usize::try_from(y - top - 3).ok()?;
    (x > left && x < left + width && row < palette.found.len()).then_some(row)
}

/// The keys that do from the cabin what was found.
fn keys_of(app: &App, what: What) -> String {
    match (what, &app.stage) {
        (What::Command(action), _) => app.keys().shown(action),
        (What::Order(act), Stage::Cabin(play)) => {
            let view = View { keys: app.keys(), ..play.view() };
            taught::keys(&act, &view).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn palette(mut pen: Pen<'_>, app: &App, palette: &Palette) {
    let (x, y, width, rows) = palette_place(palette, (pen.width(), pen.height()));
    pen.clear(x, y, width, rows);
    let mut area = pen.part(x, y, width, rows);
    let mut inside = area.frame(labels::PALETTE, Role::Accent, Role::Title);
    let width = inside.width();
    inside.text(1, 0, ">", Role::Key);
    inside.field(3, 0, &palette.typed, width - 4, Role::Text);
    for (i, found) in palette.found.iter().enumerate() {
        let y = i as i32 + 2;
        let chosen = i == palette.cursor;
        let role = match (chosen, found.possible) {
            (true, _) => Role::Select,
            (false, true) => Role::Text,
            (false, false) => Role::Dim,
        };
        let end = inside.fit(1, y, &found.text, width * 3 / 5, role);
        let at = (end + 2).max(36.min(width / 2));
        let note = if found.possible {
            Role::Dim
        } else if chosen {
            Role::Caution
        } else {
            Role::Faint
        };
        // The keys that would have done it, for the next time.
        let keys = inside.right(width - 1, y, &keys_of(app, found.what), Role::Key);
        inside.fit(at, y, &found.note, keys - at - 2, note);
    }
    if palette.found.is_empty() {
        inside.text(1, 2, labels::NOTHING_MATCHES, Role::Dim);
    }
}
