//! Whether the map can be drawn: one compartment in a cell, and for each hatch a way along the grid, straight or with
//! one corner, that crosses no other compartment.

use crate::mission::lookup::Desk;
use crate::mission::problem::{Kind, Place, Problem, Source};
use crate::mission::row::Row;

type Cell = (i32, i32);

/// The first of these places that is in the mission, since its author cannot change the preset's file.
pub(super) fn written_here<const N: usize>(places: [&Place; N]) -> &Place {
    places.into_iter().find(|p| p.source == Source::Mission).unwrap_or(places[0])
}

/// Asks for every compartment and hatch.
pub(super) fn audit(compartments: &[Row], hatches: &[Row], desk: &mut Desk) {
    let cells: Vec<Cell> = desk.layout.compartments.iter().map(|c| c.cell).collect();
    let mut overlap = false;
    for (i, (cell, row)) in cells.iter().zip(compartments).enumerate() {
        if let Some(other) = cells[..i].iter().position(|c| c == cell) {
            overlap = true;
            let (a, b) = (&desk.layout.compartments[other].id, &desk.layout.compartments[i].id);
            desk.problems.push(
                Problem::new(
                    Kind::MapOverlap,
                    written_here([row.place_of("at"), compartments[other].place_of("at")]),
                    format!("`{b}` lies over `{a}` on the map"),
                )
                .expected("a cell of its own"),
            );
        }
    }
    if overlap {
        return;
    }
    for (hatch, row) in desk.layout.hatches.iter().zip(hatches) {
        let [a, b] = hatch.between.map(|c| cells[c.ix()]);
        if !drawable(a, b, &cells) {
            let [a, b] = hatch.between.map(|c| &desk.layout.compartment(c).id);
            desk.problems.push(
                Problem::new(
                    Kind::MapUndrawable,
                    written_here([
                        row.place_of("id"),
                        compartments[hatch.between[0].ix()].place_of("at"),
                        compartments[hatch.between[1].ix()].place_of("at"),
                    ]),
                    format!("the map cannot draw hatch `{}` from `{a}` to `{b}`", hatch.id),
                )
                .expected("a way, straight or with one corner, past no other compartment")
                .help("move a compartment: its `at` is column and row"),
            );
        }
    }
}

/// Whether a line with one corner at most joins two cells through free ones.
fn drawable(a: Cell, b: Cell, cells: &[Cell]) -> bool {
    [(a.0, b.1), (b.0, a.1)].into_iter().any(|corner| {
        let free = |c: Cell| c == a || c == b || !cells.contains(&c);
        leg(a, corner).chain(leg(corner, b)).all(free)
    })
}

/// The cells of a straight leg, both ends included.
fn leg(from: Cell, to: Cell) -> impl Iterator<Item = Cell> {
    let (dx, dy) = ((to.0 - from.0).signum(), (to.1 - from.1).signum());
    let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs());
    (0..=steps).map(move |i| (from.0 + dx * i, from.1 + dy * i))
}
