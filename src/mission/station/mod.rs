//! A station, from its file and from a mission's changes to it: [`merge`] puts the tables together, [`build`] makes a
//! [`Layout`] of them, [`audit`] asks whether it hangs together.

mod air;
mod audit;
mod build;
mod hatch;
mod map;
mod merge;

pub(super) use air::Whole;
pub(super) use build::item;

use super::lookup::Desk;
use super::problem::{Problem, Source, sound};
use super::row::{Cell, Row};
use super::{read, table};
use crate::sim::layout::Layout;

/// Reads a station file. Gives what can be read even where something is wrong.
pub(super) fn file(text: &str, source: Source) -> (Option<Row>, Vec<Problem>) {
    let doc = read::parse(text, source);
    let mut problems = doc.problems;
    let walked = read::walk(&doc.table, source, &table::STATION, Vec::new());
    let torn = doc.torn;
    problems.extend(read::newer(&walked.row).filter(|_| !torn));
    problems.extend(walked.problems.into_iter().filter(|p| !torn || read::stands_alone(p)));
    ((!torn).then_some(walked.row), problems)
}

/// The station of a mission: the preset's tables, if there is a preset, under the mission's changes.
pub(super) fn settle(preset: Option<Row>, changes: &Row, crew: &[(Cell, Cell)], desk: &mut Desk) {
    let begun = desk.problems.len();
    let named = preset.as_ref().map(|p| p.text("id").unwrap_or("").to_owned());
    let plan = merge::merge(preset, changes, crew, desk);
    build::build(&plan, named, desk);
    if sound(&desk.problems[begun..]) && !desk.gaps {
        audit::audit(&plan, desk);
    }
    desk.blind = desk.layout.compartments.is_empty();
    // The preset is sound by itself: what is wrong in it now comes from the changes, and is mended there.
    for problem in desk.problems[begun..].iter_mut().filter(|p| p.place.source == Source::Station) {
        problem.place = changes.place.clone();
    }
}

/// Nothing at all, to begin with.
pub(super) fn nowhere() -> Layout {
    Layout {
        id: String::new(),
        title: String::new(),
        about: String::new(),
        sources: Vec::new(),
        segments: Vec::new(),
        compartments: Vec::new(),
        hatches: Vec::new(),
        vehicles: Vec::new(),
        equipment: Vec::new(),
        tanks: Vec::new(),
        sensors: Vec::new(),
        stock: Vec::new(),
        crew: Vec::new(),
    }
}

/// A station in a file of its own, checked whole.
pub(super) fn whole(text: &str) -> (Option<Layout>, Vec<Problem>) {
    let (row, mut problems) = file(text, Source::Mission);
    let Some(row) = row else { return (None, problems) };
    let mut desk = Desk::new(nowhere());
    desk.problems = std::mem::take(&mut problems);
    let id = row.text("id").map(str::to_owned);
    let plan = merge::alone(row, &mut desk);
    build::build(&plan, id, &mut desk);
    if sound(&desk.problems) && !desk.gaps {
        audit::audit(&plan, &mut desk);
    }
    (Some(desk.layout), desk.problems)
}

/// Whether a text is a station file rather than a mission.
pub(super) fn is_station(text: &str) -> bool {
    let doc = read::parse(text, Source::Mission);
    let has = |key: &str| doc.table.get_ref().contains_key(key);
    (has("compartment") || has("segment")) && !has("brief") && !has("station")
}
