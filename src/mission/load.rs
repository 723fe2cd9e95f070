//! From the texts of a mission and its station to a [`Mission`], or every problem at once.

use super::audit;
use super::field::Thing;
use super::library;
use super::lookup::Desk;
use super::model::{CardStep, ExamRules, Hint, Mission};
use super::problem::{Kind, Problem, Source, sound};
use super::problems::Problems;
use super::read;
use super::row::{Cell, Row, Value};
use super::settings::{self, Settings};
use super::station;
use super::table::MISSION;
use crate::units::Tick;
use std::sync::{Arc, OnceLock};

/// When a mission starts that does not say, seconds since 1970: 06:00 UTC on 30 August 2018.
const START: i64 = 1_535_608_800;

/// What came of reading a mission.
pub(super) struct Loaded {
    /// The mission, if it can be used.
    pub mission: Option<Mission>,
    /// All that was found, warnings too.
    pub problems: Problems,
}

/// Reads a mission. `station` is the text of its station file; without it, one that ships is looked up by name.
pub(super) fn load(name: &str, text: &str, station: Option<&str>, level: Option<&str>) -> Loaded {
    let text: Arc<str> = Arc::from(text);
    let doc = read::parse(&text, Source::Mission);
    let mut problems = doc.problems;
    let settings = Settings::of(doc.table.get_ref(), level);
    let walked = read::walk(&doc.table, Source::Mission, &MISSION, settings.choices.clone());
    if doc.torn {
        problems.extend(walked.problems.into_iter().filter(read::stands_alone));
        return Loaded { mission: None, problems: Problems::new(text.clone(), None, problems) };
    }
    problems.extend(walked.problems);
    one_voice_on_characters(&mut problems);
    let row = walked.row;
    settings::audit(&settings, &row, &walked.used, &mut problems);
    problems.extend(read::newer(&row));

    let mut desk = Desk::new(station::nowhere());
    let preset = preset(&row, station, &mut desk);
    let station_text = preset.as_ref().map(|p| (p.path.clone(), p.text.clone()));
    let (mut mission, script_problems) = assemble(name, &text, &row, preset, &settings, desk, sound(&problems));
    mission.station_text = station_text.as_ref().map(|(_, text)| text.clone());
    problems.extend(script_problems);
    let usable = sound(&problems);
    Loaded { mission: usable.then_some(mission), problems: Problems::new(text.clone(), station_text, problems) }
}

/// A hostile character inside a field is told there; the word on the file as a whole would say it twice.
fn one_voice_on_characters(problems: &mut Vec<Problem>) {
    let inner: Vec<_> =
        problems.iter().skip(1).filter(|p| p.kind == Kind::ControlCharacter).map(|p| p.place.span.clone()).collect();
    problems.retain(|p| {
        let outer = |span: &std::ops::Range<usize>| span.contains(&p.place.span.start) && *span != p.place.span;
        p.kind != Kind::ControlCharacter || !inner.iter().any(outer)
    });
}

/// A station file that a mission stands on.
struct Preset {
    path: String,
    text: Arc<str>,
    row: Option<Row>,
}

/// The station file that `[station]` names.
fn preset(row: &Row, given: Option<&str>, desk: &mut Desk) -> Option<Preset> {
    let Some(changes) = row.row("station") else {
        desk.blind = true;
        return None;
    };
    let cell = match changes.cell("preset") {
        Some(cell) => cell,
        None => {
            desk.blind = changes.wrote("preset");
            return None;
        }
    };
    let name = cell.text().unwrap_or_default();
    let text = given.or_else(|| library::station(name).map(|s| s.text));
    let Some(text) = text else {
        desk.unknown::<()>(cell, Thing::Preset);
        desk.blind = true;
        return None;
    };
    let (row, problems) = station::file(text, Source::Station);
    desk.blind = row.is_none();
    desk.problems.extend(problems);
    Some(Preset { path: format!("{name}.toml"), text: Arc::from(text), row })
}

/// Everything after the walk: names become numbers.
fn assemble(
    name: &str,
    text: &Arc<str>,
    row: &Row,
    preset: Option<Preset>,
    settings: &Settings<'_, '_>,
    mut desk: Desk,
    clean: bool,
) -> (Mission, Vec<Problem>) {
    let blind = desk.blind;
    if !blind && let Some(changes) = row.row("station") {
        station::settle(preset.and_then(|p| p.row), changes, row.named("crew"), &mut desk);
    }
    desk.name_events(row);
    let mut messages = Vec::new();
    let script = desk.script(row, &mut messages);
    let strikes = row.row("strikes").map(|s| desk.strikes(s));
    let rubric = desk.rubric(row);
    let (hints, card) = (hints(row, &mut desk), card(row, &mut desk));
    let words = |field: &str| row.text(field).unwrap_or_default().to_owned();
    let exam = row.row("exam");
    let mission = Mission {
        name: name.to_owned(),
        text: text.clone(),
        station_text: None,
        title: words("title"),
        brief: words("brief"),
        skill: words("skill"),
        difficulty: row.count("difficulty").unwrap_or(1) as u8,
        sources: row.list("sources").iter().filter_map(|c| Some(c.text()?.to_owned())).collect(),
        seed: row.count("seed"),
        certified: row.list("certified").iter().filter_map(whole).collect(),
        start_unix_s: match row.cell("start") {
            Some(Cell { value: Value::Date(at), .. }) => *at,
            _ => START,
        },
        time_limit: Tick(row.seconds("time_limit").unwrap_or(0)),
        exam: ExamRules {
            pauses: exam.and_then(|e| e.count("pauses")).unwrap_or(0) as u32,
            max_speed: exam.and_then(|e| e.count("max_speed")).unwrap_or(600) as u32,
        },
        layout: Arc::new(desk.layout.clone()),
        level: settings.level.clone(),
        settings: settings.in_force(row),
        script,
        messages,
        strikes,
        strike_rates: OnceLock::new(),
        rubric,
        hints,
        card,
        held_below_mmhg_h: row.number("held_below").unwrap_or(0.05),
    };
    if clean && sound(&desk.problems) {
        audit::audit(&mission, row, &mut desk);
    }
    (mission, desk.problems)
}

fn whole(cell: &Cell) -> Option<u64> {
    match cell.value {
        Value::Count(n) => Some(n),
        _ => None,
    }
}

fn hints(row: &Row, desk: &mut Desk) -> Vec<Hint> {
    use super::model::Condition;
    row.rows("hint")
        .map(|hint| Hint {
            when: desk.condition_of(hint, "when").unwrap_or(Condition::At(Tick::ZERO)),
            until: desk.condition_of(hint, "until"),
            text: hint.text("text").unwrap_or_default().to_owned(),
        })
        .collect()
}

fn card(row: &Row, desk: &mut Desk) -> Vec<CardStep> {
    row.rows("card")
        .map(|step| CardStep {
            text: step.text("text").unwrap_or_default().to_owned(),
            done: desk.condition_of(step, "done"),
        })
        .collect()
}

/// Every problem at every level of difficulty.
pub(super) fn check(text: &str) -> Problems {
    let doc = read::parse(text, Source::Mission);
    let offered = if doc.torn { Vec::new() } else { settings::offered(doc.table.get_ref()) };
    // Where there is nothing to choose, the file's own level is all.
    let others = offered.iter().filter(|_| offered.len() > 1).map(|level| Some(level.as_str()));
    let levels: Vec<Option<&str>> = std::iter::once(None).chain(others).collect();
    let mut all: Option<Problems> = None;
    for level in levels {
        let next = load("mission", text, None, level).problems;
        all = Some(match all {
            None => next,
            Some(all) => all.merge(next),
        });
    }
    all.unwrap_or_else(|| Problems::new(Arc::from(text), None, Vec::new()))
}
