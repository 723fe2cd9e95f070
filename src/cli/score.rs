//! `leakdrill score`: the card of a record, by its own rubric or by another.

use super::args::{Format, ScoreArgs};
use super::exit::{Exit, Stop};
use super::missions::{self, Text};
use super::out::Out;
use super::records;
use crate::debrief::text;
use crate::mission::Mission;
use crate::replay::Record;
use crate::score::{Scorecard, mark_by};
use crate::words::en::{command as say, score, window};
use serde_json::{Value, json};
use std::path::Path;

/// Scores a record. Not passed is a "no".
pub fn run(args: &ScoreArgs, out: &mut Out) -> Result<Exit, Stop> {
    let record = records::read(&args.record)?;
    let card = match &args.rubric {
        Some(path) => {
            let other = other(path, &record)?;
            mark_by(&other.rubric, &other, &record.log)
        }
        None => records::card(&record),
    };
    match args.format {
        Format::Json => out.json(&json(&record, &card))?,
        Format::Text => {
            out.line(&score::heading(&record.mission.title, record.told_seed()))?;
            if let Some((taken, allowed)) = pauses(&record).filter(|(taken, allowed)| taken > allowed) {
                out.line(&window::too_many_pauses(taken, allowed))?;
            }
            out.line(if record.finished() { text::scorecard(&card) } else { score::NOT_OVER.to_owned() }.trim_end())?;
        }
    }
    Ok(if card.passed { Exit::Done } else { Exit::No })
}

/// A mission whose rubric is held against the record. Its station must be the record's, or its hatches would be others.
fn other(path: &Path, record: &Record) -> Result<Mission, Stop> {
    let shown = path.display().to_string();
    let Text::Good(text) = missions::read(path)? else {
        return Err(Stop::Unusable(say::of_file(&shown, say::NOT_TEXT)));
    };
    let station = record.header.station.as_deref();
    let mission = Mission::from_texts(&record.header.mission, &text, station, record.header.level.as_deref())
        .map_err(|problems| Stop::Unusable(format!("{shown}:\n\n{}", problems.render(&shown, false).trim_end())))?;
    if mission.layout != record.mission.layout {
        return Err(Stop::Unusable(say::of_file(&shown, say::OTHER_STATION)));
    }
    if mission.script.len() != record.mission.script.len() {
        return Err(Stop::Unusable(say::of_file(&shown, say::OTHER_EVENTS)));
    }
    Ok(mission)
}

/// The pauses that an exam took, and how many it allows.
fn pauses(record: &Record) -> Option<(u32, u32)> {
    record.header.exam.then(|| (record.pauses(), record.mission.exam.pauses))
}

/// The card. What was earned so far would tell the truth of a drill that is not over, and an exam does not even say what
/// counts before its end.
fn json(record: &Record, card: &Scorecard) -> Value {
    let finished = record.finished();
    let secret = record.header.exam && !finished;
    let lines: Vec<Value> = card
        .lines
        .iter()
        .filter(|_| !secret)
        .map(|line| {
            json!({
                "name": line.name,
                "skill": line.skill,
                "critical": line.critical,
                "points": finished.then_some(line.points),
                "max": line.max,
                "grade": finished.then_some(line.grade),
                "at_t_s": line.evidence.at().filter(|_| finished).map(|tick| tick.0),
                "evidence": finished.then_some(&line.evidence),
                "why": finished.then(|| score::evidence(&line.evidence)),
            })
        })
        .collect();
    json!({
        "mission": record.header.mission,
        "seed": record.told_seed(),
        "trainee": record.header.trainee,
        "outcome": card.outcome,
        "sound": finished.then_some(card.sound),
        "score": finished.then_some(card.points),
        "max_score": card.max,
        "pass_mark": card.pass_mark,
        "passed": card.passed,
        "ticks": card.last.0,
        "exam": pauses(record).map(|(taken, allowed)| json!({ "pauses": taken, "pauses_allowed": allowed })),
        "lines": lines,
    })
}
