//! The first line: mission, EXERCISE, the date on board, the drill's clock, speed and pause.

use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, labels};

/// ```text
///  first-drill · EXERCISE      30 Aug 2018 06:14:20 GMT    T+07:14:20   ▶ 10x
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let w = pen.width();
    let rate = view.rate;
    let (speed, role) = if view.console.outcome.is_some() {
        (labels::ENDED.to_owned(), Role::Accent)
    } else if rate.paused {
        // Two strokes of one column each: the sign for it is two wide in some fonts, and none in ASCII.
        (labels::PAUSED.to_owned(), Role::Caution)
    } else if rate.rushing {
        (labels::TO_NEXT.to_owned(), Role::Accent)
    } else {
        (format!("▶ {}x", rate.speed), if rate.speed > 1 { Role::Accent } else { Role::Good })
    };
    let gmt = figures::clock(view.mission.start_unix_s, view.console.tick);
    let tick = view.console.tick.to_string();
    // The speed keeps nine columns, so that the clock beside it stands still.
    let speed_w = columns(&speed).max(9);
    let mut x = w - speed_w - 1;
    pen.text(x, 0, &speed, role);
    x -= columns(&tick) + 2;
    pen.text(x, 0, &tick, Role::Banner);
    // Where the name needs the room, the date stays out: the day is on the brief.
    let tight = w < 90 && columns(&view.mission.title) > 14;
    let date = if tight { format!("{} GMT", gmt.time()) } else { format!("{} {} GMT", gmt.date(), gmt.time()) };
    let date_x = x - columns(&date) - 3;
    let kind = labels::kind(rate.exam, rate.replay);
    let room = if date_x > 30 {
        pen.text(date_x, 0, &date, Role::Text);
        date_x
    } else {
        x
    };
    let name_w = (room - 2 - columns(kind)).max(0);
    let end = pen.fit(1, 0, &view.mission.title, name_w, Role::Title);
    pen.fit(end, 0, kind, room - end - 1, Role::Caution);
}
