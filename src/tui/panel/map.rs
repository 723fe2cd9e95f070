//! The station: modules in place, hatches on their joints, people, and what is known of pressures.

use crate::sim::caution::{LOW_MMHG, VERY_LOW_MMHG};
use crate::sim::console::{Condition, HatchState, KnownPressure};
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::reserve::END_POINT_MMHG;
use crate::tui::menu::Mark;
use crate::tui::pen::{Pen, columns};
use crate::tui::plan::{Detail, Plan};
use crate::tui::theme::Role;
use crate::tui::view::View;
use crate::tui::{figures, labels};

/// A pressure older than this is dim.
const FRESH_S: u64 = 120;

/// ```text
///               ║Poisk             Quest
/// PrK═Zvezda═PkhO·6═Zarya═GA═PMA1═Unity═Lab═Harmony×PMA2
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>) {
    let mut pen = pen.section(labels::STATION, Role::Title);
    let h = pen.height();
    let legend = h > 8;
    let rows = if legend { h - 1 } else { h };
    let plan = Plan::new(view.layout, pen.width(), rows);
    let mut map = pen.part(0, 0, pen.width(), rows);
    let walkers = walkers(view, &plan);
    joints(&mut map, view, &plan);
    places(&mut map, view, &plan, &walkers);
    if plan.detail != Detail::Box {
        people(&mut map, view, &plan, &walkers);
    }
    for walker in &walkers {
        if let Shown::On((x, y)) = walker.shown {
            map.text(x, y, &view.number(walker.who).to_string(), Role::Person);
        }
    }
    letters(&mut map, view, &plan);
    if legend {
        key(&mut pen, h - 1, view);
    }
}

/// Somebody between two places, and where they are drawn.
struct Walker {
    who: PersonId,
    shown: Shown,
}

/// Where somebody is drawn who is on the way.
enum Shown {
    /// In a place, still or already.
    In(CompartmentId),
    /// On the joint.
    On((i32, i32)),
}

/// Everybody who goes through a joint just now, cell by cell.
fn walkers(view: &View<'_>, plan: &Plan) -> Vec<Walker> {
    let Some(motion) = view.motion else { return Vec::new() };
    let walker = |who: PersonId| {
        let (from, to, share) = motion.walks(who, view.layout, view.console.tick)?;
        let between = |h: &crate::sim::layout::Hatch| h.between == [from, to] || h.between == [to, from];
        let joint = plan.joints.get(view.layout.hatches.iter().position(between)?)?;
        let start = plan.spots.get(from.ix())?;
        let mut cells: Vec<(i32, i32)> = joint.line.iter().map(|(x, y, _)| (*x, *y)).collect();
        if cells.is_empty() {
            cells.push(joint.glyph);
        }
        cells.sort_by_key(|(x, y)| (x - start.mid()).abs() + (y - start.row()).abs());
        // The first step is out of one place, the last into the other.
        let step = (share * (cells.len() + 2) as f64) as usize;
        let shown = match step {
            0 => Shown::In(from),
            step if step > cells.len() => Shown::In(to),
            step => Shown::On(cells[step - 1]),
        };
        Some(Walker { who, shown })
    };
    view.console.crew.iter().filter_map(|person| walker(person.who)).collect()
}

/// Who is drawn in a place, by number.
fn people_at(view: &View<'_>, place: CompartmentId, walkers: &[Walker]) -> String {
    let here = |who: PersonId, at: CompartmentId| match walkers.iter().find(|w| w.who == who).map(|w| &w.shown) {
        Some(Shown::In(shown)) => *shown == place,
        Some(Shown::On(_)) => false,
        None => at == place,
    };
    let people = view.console.crew.iter().filter(|p| p.condition != Condition::Gone && here(p.who, p.at));
    people.map(|p| view.number(p.who)).collect()
}

/// What the glyphs mean.
fn key(pen: &mut Pen<'_>, y: i32, view: &View<'_>) {
    let moving = if view.motion.is_some() && !pen.theme.ascii { "▌" } else { "~" };
    pen.run(
        1,
        y,
        &[
            ("═", Role::Good),
            (labels::KEY_OPEN, Role::Dim),
            (moving, Role::Caution),
            (labels::KEY_MOVING, Role::Dim),
            ("×", Role::Warning),
            (labels::KEY_SHUT, Role::Dim),
            ("!", Role::Warning),
            (labels::KEY_JAMMED, Role::Dim),
            (">", Role::Caution),
            (labels::KEY_FLOW, Role::Dim),
        ],
    );
}

/// Lines and hatches.
fn joints(pen: &mut Pen<'_>, view: &View<'_>, plan: &Plan) {
    for (i, joint) in plan.joints.iter().enumerate() {
        let Some(hatch) = view.console.hatches.get(i) else { continue };
        if hatch.gone {
            continue;
        }
        for (x, y, ch) in &joint.line {
            pen.text(*x, *y, ch.encode_utf8(&mut [0; 4]), Role::Faint);
        }
        let (x, y) = joint.glyph;
        let role = match (hatch.jammed, hatch.state) {
            (true, _) => Role::Warning,
            (_, HatchState::Open) => Role::Good,
            (_, HatchState::Moving(_)) => Role::Caution,
            (_, HatchState::Shut) => Role::Warning,
        };
        let mut glyph = labels::hatch(hatch.state, hatch.jammed, joint.upright);
        let mut role = role;
        let moving = view.motion.and_then(|motion| motion.hatch(HatchId::at(i), hatch.state));
        if let (Some(open), false) = (moving, pen.theme.ascii || hatch.jammed) {
            (glyph, role) = (labels::door(open, joint.upright), Role::Caution);
        }
        if let (Some(into), HatchState::Open) = (hatch.flow_into, hatch.state) {
            glyph = towards(view, plan, HatchId::at(i), into, joint.upright);
            role = Role::Caution;
        }
        pen.text(x, y, glyph.encode_utf8(&mut [0; 4]), role);
    }
}

/// An arrow on a joint into a compartment.
fn towards(view: &View<'_>, plan: &Plan, hatch: HatchId, into: CompartmentId, upright: bool) -> char {
    let from = view.layout.hatches.get(hatch.ix()).and_then(|h| h.beyond(into));
    let spot = |c: CompartmentId| plan.spots.get(c.ix()).copied().unwrap_or_default();
    let (to, from) = (spot(into), from.map(spot).unwrap_or_default());
    match (upright, to.x > from.x, to.y > from.y) {
        (false, true, _) => '>',
        (false, false, _) => '<',
        (true, _, true) => 'v',
        (true, _, false) => '^',
    }
}

/// Whether a compartment has left with its vehicle.
fn gone(view: &View<'_>, place: usize) -> bool {
    view.layout
        .compartments
        .get(place)
        .and_then(|c| c.vehicle)
        .and_then(|v| view.console.vehicles.get(v.ix()))
        .is_some_and(|v| !v.docked)
}

/// Modules.
fn places(pen: &mut Pen<'_>, view: &View<'_>, plan: &Plan, walkers: &[Walker]) {
    for (i, (spot, place)) in plan.spots.iter().zip(&view.layout.compartments).enumerate() {
        if gone(view, i) {
            continue;
        }
        let id = CompartmentId::at(i);
        let known = view.console.pressures.get(i).copied().flatten();
        let hole = view.console.holes.iter().any(|h| h.at == id && h.through != Some(false));
        let base = match place.segment.0 {
            0 => Role::SegmentA,
            _ => Role::SegmentB,
        };
        let state = known.map(|k| level(k.mmhg)).unwrap_or(Role::Text);
        let role = match state {
            Role::Text if hole => Role::Warning,
            Role::Text => base,
            bad => bad,
        };
        let chosen = id == view.hand.place;
        match plan.detail {
            Detail::Box => boxed(pen, view, plan, (id, role, known), &people_at(view, id, walkers)),
            _ => {
                let text = if hole { format!("{}°", place.label) } else { place.label.clone() };
                pen.text(spot.x, spot.y, &text, if chosen { Role::Select } else { role });
                if plan.detail == Detail::Reading
                    && let Some(known) = known
                {
                    let text = format!("{:.1}", known.mmhg);
                    let x = spot.mid() - (columns(&text) - 1) / 2;
                    if pen.blank(x, spot.y + 1, columns(&text)) {
                        pen.text(x, spot.y + 1, &text, reading_role(view, &known));
                    }
                }
            }
        }
    }
}

/// How bad a pressure is.
fn level(mmhg: f64) -> Role {
    if mmhg < END_POINT_MMHG {
        Role::Emergency
    } else if mmhg < VERY_LOW_MMHG {
        Role::Warning
    } else if mmhg < LOW_MMHG {
        Role::Caution
    } else {
        Role::Text
    }
}

fn reading_role(view: &View<'_>, known: &KnownPressure) -> Role {
    match level(known.mmhg) {
        Role::Text if view.console.tick.since(known.at) > FRESH_S => Role::Dim,
        role => role,
    }
}

/// A module as a box: label in its top, pressure and age inside, people in its bottom.
fn boxed(
    pen: &mut Pen<'_>,
    view: &View<'_>,
    plan: &Plan,
    (id, role, known): (CompartmentId, Role, Option<KnownPressure>),
    people: &str,
) {
    let Some(spot) = plan.spots.get(id.ix()) else { return };
    let Some(place) = view.layout.compartments.get(id.ix()) else { return };
    let chosen = id == view.hand.place;
    let edge = if chosen { Role::Accent } else { Role::Border };
    pen.boxed(spot.x, spot.y, spot.w, 3, edge);
    pen.fit(spot.x + 1, spot.y, &place.label, spot.w - 2, if chosen { Role::Select } else { role });
    if let Some(known) = known {
        let value = if known.by_hand.is_some() { format!("{:.2}", known.mmhg) } else { format!("{:.1}", known.mmhg) };
        let old = figures::age(view.console.tick.since(known.at));
        let role = reading_role(view, &known);
        pen.fit(spot.x + 1, spot.y + 1, &value, spot.w - 2, role);
        if view.console.tick.since(known.at) > 10 && columns(&value) + columns(&old) + 3 <= spot.w {
            pen.right(spot.x + spot.w - 1, spot.y + 1, &old, Role::Dim);
        }
    }
    let holes = view.console.holes.iter().filter(|h| h.at == id).count();
    let mut x = spot.x + 1;
    if !people.is_empty() {
        x = pen.fit(x, spot.y + 2, people, spot.w - 2, Role::Person);
    }
    if holes > 0 {
        pen.fit(x, spot.y + 2, &format!("°{holes}"), spot.x + spot.w - 1 - x, Role::Warning);
    }
}

/// People beside the labels, where there is room.
fn people(pen: &mut Pen<'_>, view: &View<'_>, plan: &Plan, walkers: &[Walker]) {
    for (i, spot) in plan.spots.iter().enumerate() {
        let id = CompartmentId::at(i);
        let who = people_at(view, id, walkers);
        if who.is_empty() || gone(view, i) {
            continue;
        }
        let awake = view.console.crew.iter().any(|p| {
            p.at == id && !matches!(p.condition, Condition::Asleep | Condition::Unconscious | Condition::Dead)
        });
        let role = if awake { Role::Person } else { Role::Dim };
        let n = columns(&who);
        let after = spot.x + spot.w;
        let below = spot.y + spot.h;
        let spots = [
            (after + 1, spot.y, after, n + 2),
            (spot.mid() + 2, below, spot.mid() + 1, n + 2),
            (spot.mid() - n, below, spot.mid() - n - 1, n + 1),
            (spot.mid() + 2, spot.y - 1, spot.mid() + 1, n + 2),
            (spot.mid() - n, spot.y - 1, spot.mid() - n - 1, n + 1),
            (spot.x - n - 1, spot.y, spot.x - n - 2, n + 2),
            (spot.x, below, spot.x, n),
            (spot.x, spot.y - 1, spot.x, n),
        ];
        if let Some((x, y, ..)) = spots.into_iter().find(|(_, y, free, room)| pen.blank(*free, *y, *room)) {
            pen.text(x, y, &who, role);
        }
    }
}

/// Letters of the open menu on what they mean.
fn letters(pen: &mut Pen<'_>, view: &View<'_>, plan: &Plan) {
    let Some(menu) = &view.hand.menu else { return };
    for (n, row) in menu.rows.iter().enumerate() {
        if !row.possible {
            continue;
        }
        let (x, y) = match row.mark {
            Some(Mark::Place(c)) => match plan.spots.get(c.ix()) {
                // In a box inside its lower edge, where corners, names and people are left alone.
                Some(spot) if plan.detail == Detail::Box => (spot.x + spot.w - 2, spot.y + spot.h - 1),
                // Before a name where nothing stands, else on its first letter.
                Some(spot) if pen.blank(spot.x - 1, spot.y, 1) => (spot.x - 1, spot.y),
                Some(spot) => (spot.x, spot.y),
                None => continue,
            },
            Some(Mark::Hatch(h)) => match plan.joints.get(h.ix()) {
                Some(joint) => joint.glyph,
                None => continue,
            },
            None => continue,
        };
        let role = if n == menu.cursor { Role::Select } else { Role::Hint };
        pen.text(x, y, row.letter.encode_utf8(&mut [0; 4]), role);
    }
}
