//! Alarms, unacknowledged first: class by glyph, word and colour; what; since when.

use crate::sim::alarm::{Alarm, AlarmClass};
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
        pen.text(1, 0, "✓ no alarms", Role::Good);
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
        (true, _) if !alarm.active => Role::Dim,
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
        tail = format!("+{more} more  {tail}");
    }
    let tail = if alarm.acknowledged {
        format!("{tail}  {}", if alarm.active { "seen" } else { "over" })
    } else if view.rate.replay {
        format!("{tail}  rings")
    } else {
        format!("{tail}  a acknowledge")
    };
    let tail_role = if alarm.acknowledged { Role::Dim } else { Role::Key };
    let name = en::alarm::name(alarm.kind);
    let mut text = if w >= 110 { format!("{name}: {}", en::alarm::advice(alarm.kind)) } else { name.to_owned() };
    if let Some(sensor) = alarm.sensor.and_then(|s| view.layout.sensors.get(s.ix())) {
        text = format!("{}: {text}", view.label(sensor.compartment));
    }
    let text_role = if alarm.acknowledged && !alarm.active { Role::Dim } else { Role::Text };
    pen.fit(x + 2, y, &text, w - x - 3 - columns(&tail) - 1, text_role);
    pen.right(w - 1, y, &tail, tail_role);
}
