//! Whether a rubric can be earned, and not by doing nothing.

use super::audit::{NEVER, earliest};
use super::lookup::Desk;
use super::model::{Action, Condition, Deed, DeedKind, Measure, Mission, ScoreItem, Test};
use super::problem::{Kind, Problem};
use super::row::Row;
use super::unit::write_time;
use crate::sim::event::Outcome;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Layout;

/// Asks of every item, then of all together.
pub(super) fn audit(mission: &Mission, row: &Row, events: &[u64], desk: &mut Desk) {
    let rows: Vec<&Row> = row.rows("score").collect();
    let holed = holed(mission);
    for (item, row) in mission.rubric.items.iter().zip(&rows) {
        if let Test::When { condition, bands } = &item.test {
            in_time(
                mission,
                row,
                condition,
                bands.last().filter(|b| b.after_event.is_none()).map(|b| b.within_s),
                events,
                desk,
            );
            if let Some(why) = vain(condition, &holed) {
                desk.report(
                    Problem::new(
                        Kind::CannotBeEarned,
                        row.place_of("when"),
                        format!("nobody can earn `{}`", item.name),
                    )
                    .expected(why),
                );
            }
        }
    }
    contradictions(mission, &rows, desk);
    whole(mission, row, &rows, desk);
}

/// What the items must have together.
fn whole(mission: &Mission, mission_row: &Row, rows: &[&Row], desk: &mut Desk) {
    let Some(first) = rows.first() else {
        desk.report(
            Problem::new(Kind::SilencePasses, mission_row.place_of("title"), "nothing counts in this mission")
                .expected("no [[score]] follows")
                .help("add one: [[score]] name = \"...\", points = 10, critical = true, when = { done = \"find\" }"),
        );
        return;
    };
    if mission.rubric.items.iter().map(|i| i.points).sum::<f64>() <= 0.0 {
        desk.report(
            Problem::new(Kind::CannotBeEarned, first.place_of("points"), "the rubric has no points to earn")
                .expected("points above 0 in some item"),
        );
    }
    if !mission
        .rubric
        .items
        .iter()
        .any(|item| item.critical && item.applies.is_none() && asks_of_the_crew(item, &mission.layout))
    {
        desk.report(
            Problem::new(Kind::SilencePasses, &first.place, "no critical item asks for anything to be done")
                .expected("doing nothing would fail for nothing that was not done")
                .help("make an item critical that asks for a deed: reserve time committed, leak found, lifeboat checked, report made"),
        );
    }
}

/// Whether an item cannot be earned by doing nothing.
fn asks_of_the_crew(item: &ScoreItem, layout: &Layout) -> bool {
    match &item.test {
        Test::When { condition, .. } => asks(condition, layout),
        Test::Never { .. } => false,
        Test::Measure { measure, .. } => matches!(
            measure,
            Measure::ReserveError
                | Measure::LastReserveError
                | Measure::ClosureInformation
                | Measure::ResponseSeconds
                | Measure::CallsMissing
        ),
        Test::Outcome { any_of } => {
            any_of.iter().all(|o| matches!(o, Outcome::Held | Outcome::Isolated | Outcome::Evacuated))
        }
    }
}

/// Whether somebody must do something for a condition to come true, whatever happens by itself.
fn asks(condition: &Condition, layout: &Layout) -> bool {
    let by_itself = |deed: &Deed| matches!(deed.what, DeedKind::EmergencySounded | DeedKind::Wake);
    match condition {
        Condition::Done { deed, .. } | Condition::Since { deed, .. } => !by_itself(deed),
        Condition::Before { first, .. } => !by_itself(first),
        Condition::Hatch { hatch, shut } => layout.hatch(*hatch).open == *shut,
        Condition::All(list) => list.iter().any(|c| asks(c, layout)),
        Condition::Any(list) => !list.is_empty() && list.iter().all(|c| asks(c, layout)),
        _ => false,
    }
}

/// An item whose time is over before it can come true.
fn in_time(mission: &Mission, row: &Row, condition: &Condition, within: Option<u64>, events: &[u64], desk: &mut Desk) {
    let at = earliest(condition, events);
    let limit = within.unwrap_or(NEVER).min(mission.time_limit.0);
    if at != NEVER && at > limit {
        let name = row.text("name").unwrap_or_default();
        desk.report(
            Problem::new(Kind::CannotBeEarned, row.place_of("when"), format!("nobody can earn `{name}` in time"))
                .expected(format!(
                    "not before {}, but it must be done within {}",
                    write_time(at as f64),
                    write_time(limit as f64)
                )),
        );
    }
}

/// Where holes can be: everywhere if strikes may come, with those that are spared left out.
fn holed(mission: &Mission) -> Vec<CompartmentId> {
    let all = (0..mission.layout.compartments.len()).map(CompartmentId::at);
    let actions = || mission.script.iter().flat_map(|e| &e.actions);
    let plans = actions().filter_map(|a| match a {
        Action::Strike(plan) => Some(plan),
        _ => None,
    });
    let plans: Vec<_> = plans.chain(&mission.strikes).collect();
    let by_sky = |c: &CompartmentId| {
        plans.iter().any(|plan| plan.weights.iter().find(|(p, _)| p == c).is_none_or(|(_, weight)| *weight > 0.0))
    };
    let by_script = |c: &CompartmentId| {
        actions().any(|a| matches!(a, Action::Hole(spec) if spec.places.iter().any(|(p, w)| p == c && *w > 0.0)))
    };
    all.filter(|c| by_sky(c) || by_script(c)).collect()
}

/// Why a condition asks for what cannot be, if it does: work on holes where none can be.
fn vain(condition: &Condition, holed: &[CompartmentId]) -> Option<&'static str> {
    let of = |deed: &Deed| -> Option<&'static str> {
        let on_holes = matches!(
            deed.what,
            DeedKind::Find
                | DeedKind::Inspect
                | DeedKind::Photograph
                | DeedKind::Finger
                | DeedKind::Tape
                | DeedKind::Coat
                | DeedKind::Patch
        );
        if !on_holes {
            return None;
        }
        if holed.is_empty() {
            return Some("no hole ever opens in this mission");
        }
        (!deed.places.is_empty() && !deed.places.iter().any(|p| holed.contains(p))).then_some("no hole can open there")
    };
    match condition {
        Condition::Done { deed, .. } | Condition::Since { deed, .. } => of(deed),
        Condition::Before { first, .. } => of(first),
        Condition::All(list) => list.iter().find_map(|c| vain(c, holed)),
        Condition::Any(list) if !list.is_empty() => {
            let whys: Vec<_> = list.iter().map(|c| vain(c, holed)).collect();
            whys.iter().all(Option::is_some).then(|| whys.first().copied().flatten()).flatten()
        }
        _ => None,
    }
}

/// Critical items of which one needs what the other forbids.
fn contradictions(mission: &Mission, rows: &[&Row], desk: &mut Desk) {
    let critical = || mission.rubric.items.iter().zip(rows).filter(|(item, _)| item.critical);
    for (forbids, row) in critical() {
        let Test::Never { condition: Condition::Done { deed: forbidden, times: 1 } } = &forbids.test else { continue };
        for (needs, _) in critical() {
            let Test::When { condition, .. } = &needs.test else { continue };
            let mut deeds = Vec::new();
            needed(condition, &mut deeds);
            if deeds.iter().any(|deed| covers(forbidden, deed)) {
                desk.problems.push(
                    Problem::new(
                        Kind::CannotBeEarned,
                        row.place_of("never"),
                        format!("critical item `{}` forbids what critical item `{}` needs", forbids.name, needs.name),
                    )
                    .expected("nobody can earn both"),
                );
            }
        }
    }
}

/// The deeds without which a condition cannot come true.
fn needed<'a>(condition: &'a Condition, deeds: &mut Vec<&'a Deed>) {
    match condition {
        Condition::Done { deed, .. } | Condition::Since { deed, .. } => deeds.push(deed),
        Condition::Before { first, .. } => deeds.push(first),
        Condition::All(list) => list.iter().for_each(|c| needed(c, deeds)),
        _ => {}
    }
}

/// Whether every deed of the second kind is one of the first.
fn covers(wide: &Deed, narrow: &Deed) -> bool {
    fn within<T: PartialEq>(narrow: &[T], wide: &[T]) -> bool {
        wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(|x| wide.contains(x)))
    }
    let plain = |kind: DeedKind| match kind {
        DeedKind::LeakCheck { .. } => DeedKind::LeakCheck { holds: None },
        DeedKind::Report { .. } => DeedKind::Report { topic: None },
        DeedKind::Declare { .. } => DeedKind::Declare { claim: None },
        DeedKind::Took { .. } => DeedKind::Took { item: None },
        DeedKind::Switch { .. } => DeedKind::Switch { equipment: None, on: None },
        other => other,
    };
    let same_what = wide.what == narrow.what || (wide.what == plain(wide.what) && wide.what == plain(narrow.what));
    same_what
        && (wide.who.is_none() || wide.who == narrow.who)
        && within(&narrow.places, &wide.places)
        && within(&narrow.hatches, &wide.hatches)
}
