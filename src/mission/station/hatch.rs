//! A hatch from its table, with what its kind has unless the file says otherwise.

use crate::mission::field::Thing;
use crate::mission::lookup::Desk;
use crate::mission::problem::{Kind, Problem};
use crate::mission::row::Row;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::{Hatch, HatchKind, Obstruction, ObstructionKind};
use crate::units::{CubicMetresPerSecond, SquareMetres};

/// What a kind of hatch has unless the file says otherwise: area m2, discharge coefficient, valve mm2, seconds to shut
/// and to open. Areas from the published sizes (0.8 m round, 1.27 m square); valves and times are model parameters.
const fn usual(kind: HatchKind) -> (f64, f64, f64, u32, u32) {
    match kind {
        HatchKind::Russian => (0.5, 0.8, 400.0, 45, 60),
        HatchKind::Us => (1.5, 0.8, 400.0, 90, 90),
        HatchKind::Docking => (0.5, 0.8, 400.0, 60, 90),
        HatchKind::Internal => (0.28, 0.8, 400.0, 30, 30),
        HatchKind::Open => (2.0, 1.0, 0.0, 0, 0),
    }
}

pub(super) fn hatch(row: &Row, desk: &mut Desk) -> Hatch {
    let mut side = |field: &str| -> CompartmentId {
        let Some(cell) = row.cell(field) else { return CompartmentId(0) };
        let known = cell.text().and_then(|name| desk.layout.find_compartment(name));
        known.unwrap_or_else(|| {
            let before = desk.problems.len();
            let nothing: Option<CompartmentId> = desk.unknown(cell, Thing::Compartment);
            for problem in &mut desk.problems[before..] {
                problem.kind = Kind::HatchToNowhere;
                problem.message =
                    format!("hatch `{}` leads nowhere: {}", row.text("id").unwrap_or("?"), problem.message);
            }
            nothing.unwrap_or(CompartmentId(u16::MAX))
        })
    };
    let between = [side("a"), side("b")];
    if between[0] == between[1] && row.cell("a").is_some() && row.cell("b").is_some() && between[0].0 != u16::MAX {
        desk.report(
            Problem::new(
                Kind::HatchToItself,
                row.place_of("b"),
                format!("hatch `{}` leads from a compartment into itself", row.text("id").unwrap_or("?")),
            )
            .expected("another compartment than `a`"),
        );
    }
    let kind = match row.text("kind") {
        Some("us") => HatchKind::Us,
        Some("docking") => HatchKind::Docking,
        Some("internal") => HatchKind::Internal,
        Some("open") => HatchKind::Open,
        _ => HatchKind::Russian,
    };
    let open = row.text("state") != Some("shut");
    if kind == HatchKind::Open {
        for field in ["state", "swings_into", "obstruction", "valve", "seal", "closes_in", "opens_in"] {
            if row.wrote(field) && !(field == "state" && open) {
                desk.report(
                    Problem::new(
                        Kind::Choice,
                        row.place_of(field),
                        format!("a passage of kind `open` has no `{field}`"),
                    )
                    .expected("there is no door to shut"),
                );
            }
        }
    }
    let swings_into = desk.compartment(row, "swings_into");
    if let Some(into) = swings_into
        && !between.contains(&into)
    {
        desk.report(
            Problem::new(
                Kind::UnknownName,
                row.place_of("swings_into"),
                "a door can only swing into one of its own sides",
            )
            .expected("what `a` or `b` says"),
        );
    }
    let (area, cd, valve, closes, opens) = usual(kind);
    let obstruction = row.text("obstruction").map(|what| {
        let kind = if what == "cables" { ObstructionKind::Cables } else { ObstructionKind::Duct };
        let usual = if kind == ObstructionKind::Cables { 180 } else { 120 };
        Obstruction { kind, clear_s: row.seconds("clear").unwrap_or(usual) as u32 }
    });
    Hatch {
        id: row.text("id").unwrap_or_default().to_owned(),
        between: between.map(|c| if c.0 == u16::MAX { CompartmentId(0) } else { c }),
        kind,
        open,
        area: row.number("area").map_or(SquareMetres(area), SquareMetres::from_mm2),
        cd: row.number("cd").unwrap_or(cd),
        seal: SquareMetres::from_mm2(row.number("seal").unwrap_or(0.0)),
        valve: SquareMetres::from_mm2(row.number("valve").unwrap_or(valve)),
        swings_into,
        closes_s: row.seconds("closes_in").map_or(closes, |s| s as u32),
        opens_s: row.seconds("opens_in").map_or(opens, |s| s as u32),
        imv: CubicMetresPerSecond::per_hour(row.number("imv").unwrap_or(0.0)),
        fan: desk.machine(row, "fan"),
        obstruction,
        flow_sensor: row.flag("flow_sensor").unwrap_or(kind == HatchKind::Russian),
    }
}
