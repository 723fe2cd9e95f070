//! What the instruments say: pressure and its rate, reserve time, oxygen, carbon dioxide, temperature, tanks.

use crate::sim::console::SensorView;
use crate::sim::layout::Quantity;
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, labels, panel};

/// The end of useful air: the linear rule counts down to it, mmHg.
const END_MMHG: f64 = 490.0;

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
    y += tanks(&mut pen, view, y);
    let rest = pen.height() - y;
    if rest >= 2 {
        others(&mut pen, view, y, rest);
    }
}

/// The pressure where the chosen person is, its rates, the reserve time they mean.
fn pressure(pen: &mut Pen<'_>, view: &View<'_>, y: i32) -> i32 {
    let Some(sensor) = view.main_pressure() else {
        pen.text(0, y, labels::NO_TELEMETRY, Role::Dim);
        return 1;
    };
    let w = pen.width();
    // A dead sensor shows dashes.
    let value = sensor.value.unwrap_or(f64::NAN);
    pen.fit(0, y, place(view, sensor), 8, Role::Text);
    let role = if value < 700.0 {
        Role::Warning
    } else if value < 724.0 {
        Role::Caution
    } else {
        Role::Banner
    };
    let x = pen.text(9, y, &figures::mmhg(value), role);
    pen.text(x, y, " mmHg", Role::Dim);
    let (label, role) = match sensor.per_hour_10min {
        _ if view.rate.exam => (labels::IN_EXAM.to_owned(), Role::Faint),
        None => ("    --".to_owned(), Role::Faint),
        Some(rate) => (figures::rate(rate), rate_role(rate)),
    };
    pen.text(0, y + 1, labels::TEN_MINUTES, Role::Dim);
    let x = pen.text(8, y + 1, &label, role);
    pen.text(x, y + 1, " mmHg/h", Role::Dim);
    let mut used = 2;
    if w >= 34 {
        let hour = match sensor.per_hour_1h {
            Some(rate) if !view.rate.exam => (figures::rate(rate), rate_role(rate)),
            _ => ("    --".to_owned(), Role::Faint),
        };
        pen.text(23, y + 1, labels::HOUR, Role::Dim);
        pen.text(27, y + 1, &hour.0, hour.1);
    }
    if !view.rate.exam {
        let reserve = sensor.per_hour_10min.filter(|r| *r < -0.2).map(|r| (value - END_MMHG).max(0.0) / -r * 3600.0);
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
        used += 1;
    }
    used
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
        let role = if o2 < 146.0 { Role::Warning } else { Role::Text };
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
fn tanks(pen: &mut Pen<'_>, view: &View<'_>, y: i32) -> i32 {
    let mut used = 0;
    for tank in &view.console.tanks {
        let Some(def) = view.layout.tanks.get(tank.tank.ix()) else { continue };
        // Where rows are few, those that flow and the ships' come first.
        if pen.height() - y - used < 1 || (pen.height() < 14 && !tank.open && def.vehicle.is_none() && used > 0) {
            continue;
        }
        let text = format!("{:5.1} kg", tank.left_kg);
        let w = pen.width();
        let open = if tank.open { labels::TANK_OPEN } else { "" };
        let name_w = w - columns(&text) - columns(open) - 1;
        let x = pen.fit(0, y + used, &def.name, name_w, Role::Dim);
        let x = pen.text(x + 1, y + used, &text, Role::Text);
        pen.text(x, y + used, open, Role::Caution);
        used += 1;
    }
    used
}

/// The other pressures, one a line, where there is room.
fn others(pen: &mut Pen<'_>, view: &View<'_>, y: i32, rest: i32) {
    let main = view.main_pressure().map(|s| s.sensor);
    let others: Vec<_> = view.sensors(Quantity::Pressure).filter(|s| Some(s.sensor) != main).collect();
    if others.is_empty() {
        return;
    }
    let wide = pen.width() >= 34;
    for (i, sensor) in others.iter().take(rest.max(0) as usize).enumerate() {
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
