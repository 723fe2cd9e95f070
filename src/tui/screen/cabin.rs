//! The cabin: three layouts, each drawn for its size; smaller than 80x24 it says so.

use crate::tui::keys::Keymap;
use crate::tui::labels;
use crate::tui::menu::Menu;
use crate::tui::panel::{alarms, card, cheat, choices, crew, gauges, header, map, messages, timeline, trend};
use crate::tui::pen::Pen;
use crate::tui::plan::Plan;
use crate::tui::theme::Role;
use crate::tui::view::View;

/// What lies over the lower part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Nothing.
    None,
    /// The procedure card.
    Card,
    /// Everything that was said.
    Messages,
    /// The trend and the hatches.
    Trend,
}

/// Smallest size that is drawn.
pub const LEAST: (i32, i32) = (80, 24);

/// Rows of the note on a screen with room: an answer and a hint.
const NOTE: i32 = 3;

/// Where the panels stand: x, y, columns, rows.
type Area = (i32, i32, i32, i32);

struct Plates {
    map: Area,
    gauges: Area,
    trend: Option<Area>,
    alarms: Area,
    crew: Area,
    messages: Area,
    card: Option<Area>,
    timeline: Option<Area>,
    /// Rows that the note may take at most.
    note: i32,
}

/// Draws the whole cabin.
pub fn draw(mut pen: Pen<'_>, view: &View<'_>, keys: &Keymap, sheet: Sheet) {
    let (w, h) = (pen.width(), pen.height());
    if w < LEAST.0 || h < LEAST.1 {
        too_small(&mut pen);
        return;
    }
    panels(&mut pen, view, sheet);
    if let Some(menu) = &view.hand.menu {
        let (x, y, width, rows) = menu_area(view, menu, w, h);
        choices::draw(pen.part(x, y, width, rows), menu);
    }
    let most = plates(view, w, h).note.max(if view.hand.menu.is_some() { 3 } else { 0 });
    let note = cheat::height(view, w, most);
    pen.clear(0, h - 1 - note, w, note);
    cheat::note(pen.part(0, h - 1 - note, w, note), view);
    cheat::draw(pen.part(0, h - 1, w, 1), view, keys);
}

/// Everything but the last two rows, which belong to whoever holds the keys.
pub fn panels(pen: &mut Pen<'_>, view: &View<'_>, sheet: Sheet) {
    let (w, h) = (pen.width(), pen.height());
    let plates = plates(view, w, h);
    header::draw(pen.part(0, 0, w, 1), view);
    let part = |pen: &mut Pen<'_>, area: Area, draw: fn(Pen<'_>, &View<'_>)| {
        draw(pen.part(area.0, area.1, area.2, area.3), view);
    };
    part(pen, plates.map, map::draw);
    part(pen, plates.gauges, gauges::draw);
    part(pen, plates.alarms, alarms::draw);
    part(pen, plates.crew, crew::draw);
    part(pen, plates.messages, messages::draw);
    for (area, draw) in [
        (plates.trend, trend::draw as fn(Pen<'_>, &View<'_>)),
        (plates.card, card::draw),
        (plates.timeline, timeline::draw),
    ] {
        if let Some(area) = area {
            part(pen, area, draw);
        }
    }
    self::sheet(pen, view, sheet, &plates);
}

/// Where something may stand beside the console: over the card where there is one, else over the right half.
pub fn aside(view: &View<'_>, w: i32, h: i32) -> (i32, i32, i32, i32) {
    let plates = plates(view, w, h);
    match plates.card {
        Some(card) if plates.timeline.is_some() => card,
        _ => (w - 47, 1, 47, h - 3),
    }
}

/// Over everything below the header: one panel at its largest.
fn sheet(pen: &mut Pen<'_>, view: &View<'_>, sheet: Sheet, plates: &Plates) {
    let (w, h) = (pen.width(), pen.height());
    let top = plates.map.1;
    match sheet {
        Sheet::None => {}
        Sheet::Card => {
            let (x, width) = (w / 2, w - w / 2);
            pen.clear(x, top, width, h - 2 - top);
            card::with_hint(pen.part(x, top, width, h - 2 - top), view);
        }
        Sheet::Messages => {
            let y = plates.alarms.1 + plates.alarms.3;
            let y = if h < 34 { top } else { y };
            pen.clear(0, y, w, h - 2 - y);
            let mut area = pen.part(0, y, w, h - 2 - y);
            let inside = area.section(labels::JOURNAL, Role::Title);
            messages::draw(inside, view);
        }
        Sheet::Trend => {
            pen.clear(0, top, w, h - 2 - top);
            let rows = (h - 2 - top) * 2 / 3;
            trend::draw(pen.part(0, top, w, rows), view);
            timeline::draw(pen.part(0, top + rows, w, h - 2 - top - rows), view);
        }
    }
}

fn plates(view: &View<'_>, w: i32, h: i32) -> Plates {
    if w >= 150 && h >= 44 {
        wide(view, w, h)
    } else if w >= 110 && h >= 34 {
        middle(view, w, h)
    } else {
        narrow(view, w, h)
    }
}

fn people(view: &View<'_>) -> i32 {
    view.console.crew.len() as i32
}

/// 80x24: map, gauges, an alarm, the crew, two messages.
fn narrow(view: &View<'_>, w: i32, h: i32) -> Plates {
    let crew = people(view).min(7);
    let alarms = if h >= 28 { 2 } else { 1 };
    let rest = h - 1 - alarms - crew - 2;
    let map_h = (rest - 2).min(14 + (h - 24).max(0) / 2);
    let side = (w - 57).clamp(22, 34);
    let y = 1 + map_h;
    // What was just said keeps two rows, or one where a crew is large.
    let below = y + alarms + crew;
    let note = (h - 3 - below).clamp(2, 4);
    Plates {
        map: (0, 1, w - side - 1, map_h),
        gauges: (w - side, 1, side, map_h),
        trend: None,
        alarms: (0, y, w, alarms),
        crew: (0, y + alarms, w, crew),
        messages: (0, below, w, h - 1 - cheat::height(view, w, note) - below),
        card: None,
        timeline: None,
        note,
    }
}

/// 120x40: the map with readings, gauges and trend beside it; card and hatches over time beside the crew.
fn middle(view: &View<'_>, w: i32, h: i32) -> Plates {
    let side = (w / 3).clamp(38, 46);
    let left = w - side - 1;
    let alarms = 2;
    let below = (people(view) + 7).clamp(10, 14);
    let top = h - 1 - alarms - below - 3;
    // A needle, and under it what was read by hand elsewhere.
    let gauges = (top / 2).clamp(12, 14);
    // A small crew leaves no room for them; they are marked on the trend, and `y` shows them large.
    let hatches = if below >= 12 { 5 } else { 0 };
    let y = 1 + top;
    let under = y + alarms;
    let crew = people(view).min(below - 4);
    let messages = under + crew + 1;
    Plates {
        map: (0, 1, left, top),
        gauges: (left + 1, 1, side, gauges),
        trend: Some((left + 1, 1 + gauges, side, top - gauges)),
        alarms: (0, y, w, alarms),
        crew: (0, under, left, crew),
        messages: (0, messages, left, h - 1 - cheat::height(view, w, NOTE) - messages),
        card: Some((left + 1, under, side, below - hatches)),
        timeline: (hatches > 0).then_some((left + 1, under + below - hatches, side, hatches)),
        note: NOTE,
    }
}

/// 160x50: the map in boxes, the trend, the card, the journal and the hatches over time.
fn wide(view: &View<'_>, w: i32, h: i32) -> Plates {
    let side = (w * 3 / 10).clamp(46, 64);
    let left = w - side - 1;
    let alarms = 3;
    let n = people(view);
    let below = (n + 8).clamp(13, 18);
    let top = h - 1 - alarms - below - 3;
    let gauges = (top * 2 / 5).clamp(11, 16);
    let trend = ((top - gauges) * 3 / 5).max(8);
    let y = 1 + top;
    let under = y + alarms;
    let crew = n.min(below - 5);
    let messages = under + crew + 1;
    Plates {
        map: (0, 1, left, top),
        gauges: (left + 1, 1, side, gauges),
        trend: Some((left + 1, 1 + gauges, side, trend)),
        alarms: (0, y, w, alarms),
        crew: (0, under, left, crew),
        messages: (0, messages, left, h - 1 - cheat::height(view, w, NOTE) - messages),
        card: Some((left + 1, under, side, below)),
        timeline: Some((left + 1, 1 + gauges + trend, side, top - gauges - trend)),
        note: NOTE,
    }
}

/// The map's plan and its place on the screen, for arrows and the mouse.
pub fn plan(view: &View<'_>, w: i32, h: i32) -> (Plan, i32, i32) {
    let area = plates(view, w.max(LEAST.0), h.max(LEAST.1)).map;
    let rows = area.3 - 1;
    let rows = if rows > 8 { rows - 1 } else { rows };
    (Plan::new(view.layout, area.2, rows), area.0, area.1 + 1)
}

/// Where an open menu stands: left, top, columns, rows.
pub fn menu_area(view: &View<'_>, menu: &Menu, w: i32, h: i32) -> (i32, i32, i32, i32) {
    let plates = plates(view, w, h);
    let bottom = h - 1 - cheat::height(view, w, plates.note.max(3));
    // All rows are shown if that leaves the upper half of the map to be seen.
    let rows = choices::height(menu, w).min(bottom - 1 - plates.map.3 / 2).max(3);
    (0, bottom - rows, w, rows)
}

/// Rows that a note may take, for a screen that draws it elsewhere.
pub fn note_rows(view: &View<'_>, w: i32, h: i32) -> i32 {
    plates(view, w, h).note
}

/// Where the trend stands, if it is shown.
pub fn trend_area(view: &View<'_>, sheet: Sheet, w: i32, h: i32) -> Option<(i32, i32, i32, i32)> {
    let plates = plates(view, w, h);
    match sheet {
        Sheet::Trend => Some((0, plates.map.1, w, (h - 2 - plates.map.1) * 2 / 3)),
        Sheet::None => plates.trend,
        _ => None,
    }
}

/// Says what is missing, and that the drill goes on.
pub fn too_small(pen: &mut Pen<'_>) {
    let (w, h) = (pen.width(), pen.height());
    let y = (h / 2 - 1).max(0);
    pen.centre(y, labels::TOO_SMALL, Role::Caution);
    pen.centre(y + 1, &labels::too_small(w, h), Role::Text);
    pen.centre(y + 2, labels::ENLARGE, Role::Dim);
}
