//! What the instruments say: pressure and its rate, reserve time, oxygen, carbon dioxide, temperature, tanks.

use crate::sim::caution::{LOW_MMHG, OXYGEN_LOW_MMHG, VERY_LOW_MMHG};
use crate::sim::console::{KnownPressure, SensorView};
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Quantity;
use crate::sim::reserve::END_POINT_MMHG;
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, labels, panel};
use crate::words::en;

/// Hand readings of places, the newest first.
type Read = (CompartmentId, KnownPressure);

/// ```text
/// Zarya   743.1 mmHg
/// 10 min   -0.6 mmHg/h
/// reserve  11.3 h
/// O2 156.0  CO2 2.9
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let mut pen = pen.section(labels::GAUGES, Role::Title);
    let mut y = 0;
    y += pressure(&mut pen, view, y);
    if let Some(person) = panel::needle::reader(view)
        && pen.height() - y >= 5
    {
        y += panel::needle::draw(&mut pen, y, view, person);
    }
    y += committed(&mut pen, view, y);
    y += air(&mut pen, view, y);
    let read = by_hand(view);
    // A reading by hand stands nowhere else on a small screen: tanks make room for the newest.
    let kept = (read.len() as i32).min(if pen.height() < 14 { 2 } else { 6 });
    let rows = pen.height() - y - kept;
    y += tanks(&mut pen.part(0, y, pen.width(), rows), view);
    y += hands(&mut pen, view, y, &read);
    others(&mut pen, view, y);
}

/// The pressure that a sensor shows where the chosen person is, or else the first that any shows; its rates, and the
/// reserve time they mean.
fn pressure(pen: &mut Pen<'_>, view: &View<'_>, y: i32) -> i32 {
    let Some(sensor) = view.main_pressure() else {
        pen.text(0, y, labels::NO_TELEMETRY, Role::Dim);
        return 1;
    };
    let w = pen.width();
    // A dead sensor shows dashes.
    let value = sensor.value.unwrap_or(f64::NAN);
    pen.fit(0, y, place(view, sensor), 8, Role::Text);
    let role = if value < VERY_LOW_MMHG {
        Role::Warning
    } else if value < LOW_MMHG {
        Role::Caution
    } else {
        Role::Banner
    };
    let x = pen.text(9, y, &figures::mmhg(value), role);
    pen.text(x, y, " mmHg", Role::Dim);
    pen.text(0, y + 1, labels::TEN_MINUTES, Role::Dim);
    if view.rate.exam {
        pen.text(9, y + 1, en::window::RATE_IN_EXAM, Role::Faint);
        return 2;
    }
    let (label, role) = match sensor.per_hour_10min {
        None => ("    --".to_owned(), Role::Faint),
        Some(rate) => (figures::rate(rate), rate_role(rate)),
    };
    let x = pen.text(8, y + 1, &label, role);
    pen.text(x, y + 1, " mmHg/h", Role::Dim);
    if w >= 34 {
        let hour = match sensor.per_hour_1h {
            Some(rate) => (figures::rate(rate), rate_role(rate)),
            None => ("    --".to_owned(), Role::Faint),
        };
        pen.text(23, y + 1, labels::HOUR, Role::Dim);
        pen.text(27, y + 1, &hour.0, hour.1);
    }
    let reserve = sensor.per_hour_10min.filter(|r| *r < -0.2).map(|r| (value - END_POINT_MMHG).max(0.0) / -r * 3600.0);
    pen.text(0, y + 2, labels::RESERVE, Role::Dim);
    match reserve {
        Some(s) => {
            let role = if s < 3600.0 {
                Role::Warning
            } else if s < 6.0 * 3600.0 {
                Role::Caution
            } else {
                Role::Text
            };
            let x = pen.text(9, y + 2, &figures::reserve(s), role);
            pen.text(x, y + 2, labels::BY_RATE, Role::Dim);
        }
        None if sensor.per_hour_10min.is_none() => {
            pen.fit(9, y + 2, labels::NOT_KNOWN_YET, w - 9, Role::Faint);
        }
        None => {
            pen.text(9, y + 2, labels::STEADY, Role::Good);
        }
    }
    3
}

/// How bad a rate is.
fn rate_role(rate: f64) -> Role {
    if rate <= -12.0 {
        Role::Warning
    } else if rate <= -0.5 {
        Role::Caution
    } else {
        Role::Text
    }
}

fn place<'a>(view: &View<'a>, sensor: &SensorView) -> &'a str {
    view.layout.sensors.get(sensor.sensor.ix()).map_or("?", |s| view.label(s.compartment))
}

/// The last reserve time that somebody committed.
fn committed(pen: &mut Pen<'_>, view: &View<'_>, y: i32) -> i32 {
    if y >= pen.height() {
        return 0;
    }
    let last = view.console.crew.iter().filter_map(|p| p.committed.map(|(s, at)| (at, s, p.who))).max_by_key(|c| c.0);
    let Some((at, seconds, who)) = last else { return 0 };
    let x = pen.run(0, y, &[(labels::BY_HAND, Role::Dim), (" ", Role::Dim), (" ", Role::Dim)]);
    let x = pen.text(x, y, &figures::reserve(seconds), Role::Accent);
    let left = pen.width() - x - 1;
    pen.fit(x + 1, y, &format!("{} {}", view.who(who), figures::age(view.console.tick.since(at))), left, Role::Dim);
    1
}

/// Oxygen, carbon dioxide and temperature: the worst of each.
fn air(pen: &mut Pen<'_>, view: &View<'_>, y: i32) -> i32 {
    let worst = |q: Quantity, high: bool| {
        view.sensors(q).filter_map(|s| s.value).reduce(|a, b| if (a > b) == high { a } else { b })
    };
    if y >= pen.height() {
        return 0;
    }
    let mut x = 0;
    if let Some(o2) = worst(Quantity::Oxygen, false) {
        let role = if o2 < OXYGEN_LOW_MMHG { Role::Warning } else { Role::Text };
        x = pen.run(x, y, &[("O₂", Role::Dim)]);
        x = pen.text(x, y, &figures::mmhg(o2), role) + 1;
    }
    if let Some(co2) = worst(Quantity::CarbonDioxide, true) {
        let role = if co2 > 6.0 { Role::Warning } else { Role::Text };
        x = pen.text(x, y, "CO₂", Role::Dim);
        x = pen.text(x, y, &format!("{co2:4.1}"), role) + 1;
    }
    if let Some(t) = view
        .person()
        .and_then(|p| {
            view.sensors(Quantity::Temperature)
                .find(|s| view.layout.sensors.get(s.sensor.ix()).is_some_and(|d| d.compartment == p.at))
        })
        .or_else(|| view.sensors(Quantity::Temperature).next())
        && pen.width() - x >= 7
        && let Some(t) = t.value
    {
        pen.text(x, y, &format!("{t:.1}°C"), Role::Text);
    }
    1
}

/// Tanks: what is left, and whether they flow.
fn tanks(pen: &mut Pen<'_>, view: &View<'_>) -> i32 {
    let mut used = 0;
    for tank in &view.console.tanks {
        let Some(def) = view.layout.tanks.get(tank.tank.ix()) else { continue };
        // Where rows are few, those that flow and the ships' come first.
        if pen.height() - used < 1 || (pen.height() < 8 && !tank.open && def.vehicle.is_none() && used > 0) {
            continue;
        }
        let text = format!("{:5.1} kg", tank.left_kg);
        let w = pen.width();
        let open = if tank.open { labels::TANK_OPEN } else { "" };
        let name_w = w - columns(&text) - columns(open) - 1;
        let x = pen.fit(0, used, &def.name, name_w, Role::Dim);
        let x = pen.text(x + 1, used, &text, Role::Text);
        pen.text(x, used, open, Role::Caution);
        used += 1;
    }
    used
}

/// What was read by hand, the newest first. Where somebody stands with the needle in view, that shows it already.
fn by_hand(view: &View<'_>) -> Vec<Read> {
    let watched = panel::needle::reader(view).map(|person| person.at);
    let known = view.console.pressures.iter().enumerate().map(|(ix, known)| (CompartmentId::at(ix), *known));
    let mut read: Vec<Read> = known
        .filter_map(|(place, known)| known.filter(|k| k.by_hand.is_some()).map(|known| (place, known)))
        .filter(|(place, _)| Some(*place) != watched)
        .collect();
    read.sort_by_key(|(_, known)| std::cmp::Reverse(known.at));
    read
}

/// Them, one a line, with their ages: nobody reads the gauge there now.
fn hands(pen: &mut Pen<'_>, view: &View<'_>, y: i32, read: &[Read]) -> i32 {
    let rows = (pen.height() - y).clamp(0, read.len() as i32);
    for (row, (place, known)) in (y..y + rows).zip(read) {
        pen.fit(0, row, view.label(*place), 8, Role::Dim);
        pen.text(9, row, &format!("{:.2}", known.mmhg), Role::Text);
        let age = figures::age(view.console.tick.since(known.at));
        let age = en::window::hand_read(&age, pen.width() >= 30);
        pen.right(pen.width().min(34), row, &age, Role::Dim);
    }
    rows
}

/// The other sensors' pressures, one a line, where there is room for more than one.
fn others(pen: &mut Pen<'_>, view: &View<'_>, y: i32) {
    let rest = pen.height() - y;
    if rest < 2 {
        return;
    }
    let main = view.main_pressure().map(|s| s.sensor);
    let others: Vec<_> = view.sensors(Quantity::Pressure).filter(|s| Some(s.sensor) != main).collect();
    if others.is_empty() {
        return;
    }
    let wide = pen.width() >= 34;
    for (i, sensor) in others.iter().take(rest as usize).enumerate() {
        let row = y + i as i32;
        pen.fit(0, row, place(view, sensor), 8, Role::Dim);
        let x = pen.text(9, row, &figures::mmhg(sensor.value.unwrap_or(f64::NAN)), Role::Text);
        if let (Some(rate), false, true) = (sensor.per_hour_10min, view.rate.exam, wide || pen.width() >= 22) {
            let x = pen.text(x + 1, row, &figures::rate(rate), rate_role(rate));
            if wide {
                pen.text(x, row, " mmHg/h", Role::Faint);
            }
        }
    }
}
