//! Whether a script makes sense as a whole: something happens, events can come, none waits for itself. The rubric is
//! asked in [`super::earn`].

use super::earn;
use super::lookup::Desk;
use super::model::{Action, Condition, Mission};
use super::problem::{Kind, Place, Problem};
use super::row::Row;
use super::unit::write_time;

/// The time of what never comes.
pub(super) const NEVER: u64 = u64::MAX;

/// Asks all of it.
pub(super) fn audit(mission: &Mission, row: &Row, desk: &mut Desk) {
    let rows: Vec<&Row> = row.rows("event").collect();
    let earliest = earliest_of_all(mission);
    cycles(mission, &rows, &earliest, desk);
    late(mission, &rows, &earliest, desk);
    strikes(mission, row, desk);
    nothing(mission, row, desk);
    certified(mission, row, desk);
    earn::audit(mission, row, &earliest, desk);
}

/// For each event, the earliest second at which it can come, by its times alone.
fn earliest_of_all(mission: &Mission) -> Vec<u64> {
    let mut times = vec![NEVER; mission.script.len()];
    // Each round settles at least one event more, as with shortest ways.
    for _ in 0..=mission.script.len() {
        let next: Vec<u64> = mission
            .script
            .iter()
            .map(|event| if event.chance > 0.0 { earliest(&event.when, &times) } else { NEVER })
            .collect();
        if next == times {
            break;
        }
        times = next;
    }
    times
}

/// The earliest second at which a condition can be true, given those of events.
pub(super) fn earliest(condition: &Condition, events: &[u64]) -> u64 {
    match condition {
        Condition::At(tick) => tick.0,
        Condition::After { event, delay_s } => {
            events.get(usize::from(*event)).map_or(NEVER, |t| t.saturating_add(*delay_s))
        }
        Condition::Since { delay_s, .. } => *delay_s,
        Condition::Steady { for_s, .. } => *for_s,
        Condition::All(list) => list.iter().map(|c| earliest(c, events)).max().unwrap_or(0),
        Condition::Any(list) => list.iter().map(|c| earliest(c, events)).min().unwrap_or(NEVER),
        _ => 0,
    }
}

/// The events that one must wait for, which never come.
fn waits_for(condition: &Condition, earliest: &[u64], found: &mut Vec<usize>) {
    match condition {
        Condition::After { event, .. } if earliest.get(usize::from(*event)) == Some(&NEVER) => {
            found.push(usize::from(*event));
        }
        Condition::All(list) | Condition::Any(list) => list.iter().for_each(|c| waits_for(c, earliest, found)),
        _ => {}
    }
}

/// Says of each ring of events that wait for one another.
fn cycles(mission: &Mission, rows: &[&Row], earliest: &[u64], desk: &mut Desk) {
    let mut said = vec![false; rows.len()];
    for start in 0..rows.len() {
        let mut way = vec![start];
        while let Some(&here) = way.last() {
            if earliest[here] != NEVER || mission.script[here].chance <= 0.0 {
                break;
            }
            let mut next = Vec::new();
            waits_for(&mission.script[here].when, earliest, &mut next);
            let Some(&next) = next.first() else { break };
            if let Some(from) = way.iter().position(|&e| e == next) {
                let ring = &way[from..];
                if ring.iter().any(|&e| said[e]) {
                    break;
                }
                ring.iter().for_each(|&e| said[e] = true);
                let chain: Vec<String> =
                    ring.iter().chain([&next]).map(|&e| format!("`{}`", mission.script[e].name)).collect();
                let first = ring.iter().copied().min().unwrap_or(next);
                desk.report(
                    Problem::new(Kind::Cycle, place_of_wait(rows[first]), "events wait for one another, so none comes")
                        .expected(chain.join(" waits for "))
                        .help("let one of them begin by `at` or by a condition on what the crew does"),
                );
                break;
            }
            way.push(next);
        }
    }
    for (i, row) in rows.iter().enumerate().filter(|(i, _)| earliest[*i] == NEVER && !said[*i]) {
        let event = &mission.script[i];
        let (place, why) = if event.chance <= 0.0 {
            (row.place_of("chance"), "its chance is 0")
        } else {
            (place_of_wait(row), "it waits for an event that never happens")
        };
        desk.report(
            Problem::new(Kind::NeverHappens, place, format!("event `{}` can never happen", event.name)).expected(why),
        );
    }
}

/// Where an event says what it waits for.
fn place_of_wait(row: &Row) -> &Place {
    let field = ["after", "when", "all", "any", "at"].into_iter().find(|f| row.wrote(f)).unwrap_or("do");
    row.place_of(field)
}

fn late(mission: &Mission, rows: &[&Row], earliest: &[u64], desk: &mut Desk) {
    let end = mission.time_limit.0;
    for ((event, row), at) in mission.script.iter().zip(rows).zip(earliest) {
        if *at != NEVER && *at >= end {
            desk.report(
                Problem::new(
                    Kind::NeverHappens,
                    place_of_wait(row),
                    format!("event `{}` comes after the end of the drill", event.name),
                )
                .expected(format!(
                    "not before {}, but the time limit is {}",
                    write_time(*at as f64),
                    write_time(end as f64)
                )),
            );
        }
    }
}

fn strikes(mission: &Mission, row: &Row, desk: &mut Desk) {
    let (Some(plan), Some(row)) = (&mission.strikes, row.row("strikes")) else { return };
    if plan.from >= mission.time_limit {
        desk.report(
            Problem::new(Kind::NeverHappens, row.place_of("from"), "the strikes begin after the end of the drill")
                .expected(format!("before the time limit of {}", write_time(mission.time_limit.seconds()))),
        );
    }
    let none =
        plan.perforations_per_hour == Some(0.0) || plan.perforations_per_hour.is_none() && plan.flux_scale <= 0.0;
    if none && plan.at_least == 0 {
        let field = if row.wrote("perforations_per_hour") { "perforations_per_hour" } else { "flux_scale" };
        desk.report(
            Problem::new(Kind::NeverHappens, row.place_of(field), "no strike can come")
                .expected("a rate above 0, or `at_least`"),
        );
    }
}

fn nothing(mission: &Mission, row: &Row, desk: &mut Desk) {
    if mission.strikes.is_some() {
        return;
    }
    if mission.script.is_empty() {
        desk.report(
            Problem::new(Kind::NothingHappens, row.place_of("title"), "nothing happens in this mission")
                .expected("no [[event]] and no [strikes] follow")
                .help("open a hole: [[event]] at = \"2 min\", do = { hole = { in = \"...\", diameter = \"2 mm\" } }"),
        );
        return;
    }
    let only_talk =
        |a: &Action| matches!(a, Action::Say(_) | Action::Wake { .. } | Action::Sleep { .. } | Action::End(_));
    if mission.script.iter().flat_map(|e| &e.actions).all(only_talk) {
        desk.report(
            Problem::new(Kind::NothingHappens, row.place_of("title"), "nothing goes wrong in this mission")
                .expected("its events only talk")
                .warning(),
        );
    }
}

fn certified(mission: &Mission, row: &Row, desk: &mut Desk) {
    let cells = row.list("certified");
    for (i, cell) in cells.iter().enumerate() {
        if let Some(first) = mission.certified[..i].iter().position(|seed| *seed == mission.certified[i]) {
            desk.report(
                Problem::new(Kind::Duplicate, &cell.place, format!("seed {} is certified twice", mission.certified[i]))
                    .expected("each seed once")
                    .first(&cells[first].place),
            );
        }
    }
}
