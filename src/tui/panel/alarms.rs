//! Alarms, unacknowledged first: class by glyph, word and colour; what; since when.

use crate::sim::alarm::{Alarm, AlarmClass};
use crate::sim::order::Act;
use crate::tui::action::Action;
use crate::tui::pen::{Pen, columns};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, labels};
use crate::words::en;

/// ```text
///  ● CAUTION  pressure falls 0.5 mmHg/h, for an hour         02:10  a acknowledge
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let alarms = view.alarms();
    if alarms.is_empty() {
        pen.text(1, 0, labels::NO_ALARMS, Role::Good);
        return;
    }
    let h = pen.height();
    for (i, alarm) in alarms.iter().take(h.max(0) as usize).enumerate() {
        let last = i as i32 == h - 1 && alarms.len() as i32 > h;
        line(&mut pen, i as i32, view, alarm, if last { alarms.len() as i32 - h } else { 0 });
    }
}

fn line(pen: &mut Pen<'_>, y: i32, view: &View<'_>, alarm: &Alarm, more: i32) {
    let class = alarm.kind.class();
    let (glyph, word) = (labels::class(class), en::alarm::class(class));
    let role = match (alarm.acknowledged, class) {
        _ if !alarm.active => Role::Dim,
        (false, AlarmClass::Emergency) => Role::Ringing,
        (_, AlarmClass::Emergency) => Role::Emergency,
        (_, AlarmClass::Warning) => Role::Warning,
        (_, AlarmClass::Caution) => Role::Caution,
        (_, AlarmClass::Advisory) => Role::Text,
    };
    let w = pen.width();
    let x = pen.text(1, y, &format!("{glyph} {word}"), role);
    let mut tail = figures::age(view.console.tick.since(alarm.since));
    if more > 0 {
        tail = format!("{}  {tail}", labels::more(more));
    }
    let heard = view.pending.iter().any(|order| order.act == Act::Acknowledge);
    let tail = if alarm.acknowledged {
        format!("{tail}  {}", if alarm.active { labels::SEEN } else { labels::OVER })
    } else if view.rate.replay {
        format!("{tail}  {}", labels::RINGS)
    } else if heard {
        format!("{tail}  {}", labels::ORDER_GIVEN)
    } else {
        format!("{tail}  {} {}", view.keys.shown(Action::Acknowledge), labels::ACKNOWLEDGE)
    };
    let tail_role = if alarm.acknowledged { Role::Dim } else { Role::Key };
    // What has lost its cause says so: it rings on until somebody has seen it, and is no longer so.
    let name = if alarm.active { en::alarm::name(alarm.kind).to_owned() } else { en::alarm::over(alarm.kind) };
    let advised = w >= 110 && alarm.active;
    let mut text = if advised { format!("{name}: {}", en::alarm::advice(alarm.kind)) } else { name };
    if let Some(sensor) = alarm.sensor.and_then(|s| view.layout.sensors.get(s.ix())) {
        text = format!("{}: {text}", view.label(sensor.compartment));
    }
    let text_role = if !alarm.active { Role::Dim } else { Role::Text };
    pen.fit(x + 2, y, &text, w - x - 3 - columns(&tail) - 1, text_role);
    pen.right(w - 1, y, &tail, tail_role);
}
