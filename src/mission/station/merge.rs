//! A preset and what a mission changes in it, put together table by table before anything is built.

use crate::mission::advice::missing;
use crate::mission::field::Need;
use crate::mission::lookup::Desk;
use crate::mission::problem::{Kind, Problem};
use crate::mission::row::{Cell, Row, Value};

/// The lists of a station, in the order in which they are built.
pub(super) const LISTS: [&str; 9] =
    ["segment", "compartment", "equipment", "hatch", "vehicle", "tank", "sensor", "stock", "crew"];

/// The tables of a station after all changes.
pub(super) struct Plan {
    /// Its head: title, air and the like.
    pub head: Row,
    /// Its lists, in the order of [`LISTS`].
    lists: [Vec<Row>; 9],
}

impl Plan {
    /// A list by its name.
    pub fn rows(&self, list: &str) -> &[Row] {
        LISTS.iter().position(|l| *l == list).map_or(&[], |i| &self.lists[i])
    }

    fn list(&mut self, list: &str) -> &mut Vec<Row> {
        let at = LISTS.iter().position(|l| *l == list).unwrap_or(0);
        &mut self.lists[at]
    }
}

/// A station file alone.
pub(super) fn alone(file: Row, desk: &mut Desk) -> Plan {
    let lists = LISTS.map(|list| file.rows(list).cloned().collect());
    let mut plan = Plan { head: file, lists };
    finish(&mut plan, desk);
    plan
}

/// A preset under a mission's changes.
pub(super) fn merge(preset: Option<Row>, changes: &Row, crew: &[(Cell, Cell)], desk: &mut Desk) -> Plan {
    let mut plan = match preset {
        Some(base) => {
            let lists = LISTS.map(|list| base.rows(list).cloned().collect());
            let mut plan = Plan { head: overlay(&base, changes), lists };
            // What is missing is missing in the mission, not in the preset.
            plan.head.place = changes.place.clone();
            plan
        }
        None => Plan { head: changes.clone(), lists: Default::default() },
    };
    if let (Some(base), Some(air)) = (plan.head.row("air").cloned(), changes.row("air")) {
        let merged = overlay(&base, air);
        set(&mut plan.head, "air", Cell { place: merged.place.clone(), value: Value::Row(merged) });
    }
    let mut gone: Vec<(&str, String, Row)> = Vec::new();
    for list in LISTS {
        for row in changes.rows(list) {
            change(plan.list(list), list, row, &mut gone, desk);
        }
    }
    for (name, cell) in crew {
        let (Some(id), Some(row)) = (name.text(), cell.row()) else { continue };
        match plan.list("crew").iter_mut().find(|r| r.text("id") == Some(id)) {
            Some(member) => *member = overlay(member, row),
            None => desk.unknown_crew(name, &plan),
        }
    }
    cascade(&mut plan, &gone, desk);
    finish(&mut plan, desk);
    plan
}

/// One table of the changes: alters, removes or adds.
fn change(
    list: &mut Vec<Row>,
    name: &'static str,
    row: &Row,
    gone: &mut Vec<(&'static str, String, Row)>,
    desk: &mut Desk,
) {
    let same = |r: &Row| match name {
        "stock" => r.text("item") == row.text("item") && r.text("in") == row.text("in"),
        _ => r.text("id").is_some() && r.text("id") == row.text("id"),
    };
    let from_preset = |r: &Row| r.place.source != row.place.source;
    let at = list.iter().position(|r| same(r) && from_preset(r));
    let removes = name != "stock" && row.flag("remove") == Some(true);
    match (at, removes) {
        (Some(at), true) => {
            let old = list.remove(at);
            let mut mark = row.clone();
            mark.cells.extend(old.cells.into_iter().filter(|(n, _)| !row.wrote(n)));
            gone.push((name, row.text("id").unwrap_or("").to_owned(), mark));
        }
        (None, true) => {
            let id = row.text("id").unwrap_or("?").to_owned();
            desk.report(
                Problem::new(Kind::UnknownName, row.place_of("id"), format!("there is no {name} `{id}` to remove"))
                    .expected(format!("a {name} of the preset")),
            );
        }
        (Some(at), false) => {
            let merged = overlay(&list[at], row);
            list[at] = merged;
        }
        (None, false) => list.push(row.clone()),
    }
}

/// What belongs to something that was removed goes with it.
fn cascade(plan: &mut Plan, gone: &[(&str, String, Row)], desk: &mut Desk) {
    let mut places: Vec<(String, &Row)> = Vec::new();
    let mut ships: Vec<&str> = Vec::new();
    for (list, id, row) in gone {
        match *list {
            "compartment" => places.push((id.clone(), row)),
            "vehicle" => {
                ships.push(id);
                places.extend(row.list("compartments").iter().filter_map(|c| Some((c.text()?.to_owned(), row))));
            }
            "equipment" => {
                for hatch in plan.list("hatch") {
                    if hatch.text("fan") == Some(id) {
                        hatch.cells.retain(|(n, _)| *n != "fan" && *n != "imv");
                    }
                }
            }
            _ => {}
        }
    }
    let was = |name: Option<&str>| places.iter().any(|(p, _)| Some(p.as_str()) == name);
    plan.list("compartment").retain(|r| !was(r.text("id")));
    plan.list("hatch").retain(|r| !was(r.text("a")) && !was(r.text("b")));
    for list in ["equipment", "sensor", "stock"] {
        plan.list(list).retain(|r| !was(r.text("in")));
    }
    plan.list("tank").retain(|r| !was(r.text("in")) && !ships.iter().any(|s| r.text("vehicle") == Some(*s)));
    for member in plan.list("crew") {
        if ships.iter().any(|s| member.text("vehicle") == Some(*s)) {
            member.cells.retain(|(n, _)| *n != "vehicle");
        }
        if let Some((place, row)) = places.iter().find(|(p, _)| Some(p.as_str()) == member.text("in")) {
            let who = member.text("id").unwrap_or("somebody");
            desk.report(
                Problem::new(Kind::UnknownName, &row.place, format!("`{place}` is removed, but `{who}` is in it"))
                    .expected("nobody may be in what is removed")
                    .help(format!("say where they are instead: [crew.{who}] in = \"...\"")),
            );
            member.cells.retain(|(n, _)| *n != "in");
            member.cells.push(("in", Cell { place: row.place.clone(), value: Value::Unread }));
        }
    }
}

/// What a new thing lacks, and names that are used twice.
fn finish(plan: &mut Plan, desk: &mut Desk) {
    for field in plan.head.table.fields.iter().filter(|f| f.need == Need::New && !plan.head.wrote(f.name)) {
        desk.report(missing(&plan.head, field));
    }
    for list in LISTS {
        let rows = plan.rows(list);
        for (i, row) in rows.iter().enumerate() {
            for field in row.table.fields.iter().filter(|f| f.need == Need::New && !row.wrote(f.name)) {
                desk.problems.push(missing(row, field));
            }
            let twin = |r: &&Row| match list {
                "stock" => {
                    r.text("item").is_some() && r.text("item") == row.text("item") && r.text("in") == row.text("in")
                }
                _ => r.text("id").is_some() && r.text("id") == row.text("id"),
            };
            let (field, name) = if list == "stock" { ("item", row.text("item")) } else { ("id", row.text("id")) };
            desk.gaps |= name.is_none();
            if let Some(first) = rows[..i].iter().find(twin) {
                let message = format!("two [[{list}]] tables speak of `{}`", name.unwrap_or("?"));
                let own = if list == "stock" { "one table for an item in a place" } else { "a name of its own" };
                let problem = Problem::new(Kind::Duplicate, row.place_of(field), message).expected(own);
                desk.problems.push(problem.first(first.place_of(field)));
            }
        }
    }
}

/// A row with the cells of another over it.
fn overlay(base: &Row, over: &Row) -> Row {
    let mut row = base.clone();
    row.place = over.place.clone();
    for (name, cell) in &over.cells {
        if base.table.field(name).is_some() {
            set(&mut row, name, cell.clone());
        }
    }
    row
}

fn set(row: &mut Row, name: &'static str, cell: Cell) {
    row.cells.retain(|(n, _)| *n != name);
    row.cells.push((name, cell));
}

impl Desk {
    /// A `[crew.NAME]` for somebody who is not on board.
    fn unknown_crew(&mut self, name: &Cell, plan: &Plan) {
        let names: Vec<&str> = plan.rows("crew").iter().filter_map(|r| r.text("id")).collect();
        let near = crate::mission::suggest::nearest(name.text().unwrap_or(""), names.iter().copied());
        let known = crate::mission::suggest::list(names.iter().copied()).replace(" or ", " and ");
        let problem = Problem::new(
            Kind::UnknownName,
            &name.place,
            format!("no crew member is named `{}`", crate::mission::value::brief(name.text().unwrap_or(""))),
        )
        .expected("the name of a crew member");
        self.report(if near.is_some() { problem.near(near) } else { problem.help(format!("there are {known}")) });
    }
}
