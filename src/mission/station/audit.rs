//! Whether a station hangs together: every compartment can be reached, every ship parts where it is docked, everybody
//! has a seat, and the map can be drawn.

use super::map;
use super::merge::Plan;
use crate::mission::lookup::Desk;
use crate::mission::problem::{Kind, Problem};
use crate::mission::row::Row;
use crate::sim::ids::{CompartmentId, VehicleId};
use crate::sim::layout::Layout;

/// Asks all of it.
pub(super) fn audit(plan: &Plan, desk: &mut Desk) {
    for (what, list) in [("compartment", "compartment"), ("segment", "segment"), ("crew member", "crew")] {
        if plan.rows(list).is_empty() {
            let place = plan.head.place_of(list).clone();
            desk.report(
                Problem::new(Kind::Empty, &place, format!("the station has no {what}")).expected("at least one"),
            );
        }
    }
    if desk.layout.compartments.is_empty() {
        return;
    }
    reachable(plan, desk);
    vehicles(plan, desk);
    seats(plan, desk);
    map::audit(plan.rows("compartment"), plan.rows("hatch"), desk);
}

/// For each compartment, whether a way leads there from the first.
fn reached(layout: &Layout, without: Option<usize>) -> Vec<bool> {
    let mut reached = vec![false; layout.compartments.len()];
    let mut todo = vec![CompartmentId(0)];
    while let Some(here) = todo.pop() {
        if std::mem::replace(&mut reached[here.ix()], true) {
            continue;
        }
        let ways = layout.hatches.iter().enumerate().filter(|(i, _)| Some(*i) != without);
        todo.extend(ways.filter_map(|(_, h)| h.beyond(here)));
    }
    reached
}

fn reachable(plan: &Plan, desk: &mut Desk) {
    let reached = reached(&desk.layout, None);
    let rows: &[Row] = plan.rows("compartment");
    // Those in the smaller part are the ones left out.
    let inside = reached.iter().filter(|r| **r).count() * 2 >= reached.len();
    for (row, _) in rows.iter().zip(&reached).filter(|(_, r)| **r != inside) {
        let id = row.text("id").unwrap_or("?");
        desk.problems.push(
            Problem::new(Kind::Unreachable, row.place_of("id"), format!("no hatch leads to compartment `{id}`"))
                .expected("reachable from the rest of the station")
                .help("add a [[hatch]] with it as `a` or `b`"),
        );
    }
}

fn vehicles(plan: &Plan, desk: &mut Desk) {
    let layout = &desk.layout;
    let mut found = Vec::new();
    for (vehicle, row) in layout.vehicles.iter().zip(plan.rows("vehicle")) {
        let inside = |c: CompartmentId| vehicle.compartments.contains(&c);
        let id = &vehicle.id;
        let mut say = |field: &str, message: String, expected: &str| {
            found.push(Problem::new(Kind::BadVehicle, row.place_of(field), message).expected(expected));
        };
        if vehicle.compartments.is_empty() {
            say("compartments", format!("vehicle `{id}` has no compartment"), "at least one");
            continue;
        }
        let [a, b] = layout.hatch(vehicle.docked_by).between;
        if inside(a) == inside(b) {
            say(
                "docked_by",
                format!("`{}` does not join vehicle `{id}` to the station", layout.hatch(vehicle.docked_by).id),
                "a hatch with one side in the vehicle and one outside",
            );
        }
        let bridges = layout.hatches.iter().filter(|h| inside(h.between[0]) != inside(h.between[1])).count();
        if bridges > 1 {
            say(
                "docked_by",
                format!("vehicle `{id}` is joined to the station by {bridges} hatches"),
                "one alone parts",
            );
        }
        if vehicle.casts_off.iter().any(|c| !inside(*c)) {
            say("casts_off", format!("vehicle `{id}` casts off what is not part of it"), "some of its `compartments`");
        } else if vehicle.seats > 0 && vehicle.cabin().is_none() {
            say("casts_off", format!("vehicle `{id}` casts off everything"), "one compartment stays for its seats");
        }
    }
    for (i, row) in plan.rows("vehicle").iter().enumerate() {
        for cell in row.list("compartments") {
            let owner = cell.text().and_then(|n| layout.find_compartment(n)).map(|c| layout.compartment(c).vehicle);
            if owner != Some(Some(VehicleId::at(i))) {
                let name = cell.text().unwrap_or("?");
                found.push(
                    Problem::new(
                        Kind::BadVehicle,
                        &cell.place,
                        format!("compartment `{name}` is part of two vehicles"),
                    )
                    .expected("part of one"),
                );
            }
        }
    }
    desk.problems.extend(found);
}

fn seats(plan: &Plan, desk: &mut Desk) {
    let layout = &desk.layout;
    let mut taken = vec![0u8; layout.vehicles.len()];
    let mut found = Vec::new();
    let ships = plan.rows("vehicle");
    for (member, row) in layout.crew.iter().zip(plan.rows("crew")) {
        let Some(vehicle) = member.vehicle else { continue };
        taken[vehicle.ix()] += 1;
        let ship = layout.vehicle(vehicle);
        if taken[vehicle.ix()] > ship.seats {
            found.push(
                Problem::new(
                    Kind::NoSeat,
                    map::written_here([row.place_of("vehicle"), ships[vehicle.ix()].place_of("seats")]),
                    format!("`{}` has no seat in `{}`", member.id, ship.id),
                )
                .expected(format!("it has seats for {}", ship.seats)),
            );
        }
    }
    desk.problems.extend(found);
}
