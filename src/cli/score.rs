//! `leakdrill score`: the card of a record, by its own rubric or by another.

use super::args::{Format, ScoreArgs};
use super::exit::{Exit, Stop};
use super::missions::{self, Text};
use super::out::Out;
use super::{records, report};
use crate::mission::Mission;
use crate::replay::Record;
use crate::score::{Scorecard, mark_by};
use crate::words::en::{command as say, score};
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
    let secret = record.header.exam && !record.finished();
    match args.format {
        Format::Json => out.json(&json(&record, &card, secret))?,
        Format::Text if secret => out.line(say::CARD_SECRET)?,
        Format::Text => {
            out.line(&say::card_of(&record.mission.title, record.header.seed))?;
            out.line(report::scorecard(&card, record.finished()).trim_end())?;
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

fn json(record: &Record, card: &Scorecard, secret: bool) -> Value {
    let finished = record.finished();
    let lines: Vec<Value> = card
        .lines
        .iter()
        .filter(|_| !secret)
        .map(|line| {
            json!({
                "name": line.name,
                "skill": line.skill,
                "critical": line.critical,
                "points": line.points,
                "max": line.max,
                "grade": line.grade,
                "at_t_s": line.evidence.at().map(|tick| tick.0),
                // What was measured is the truth, and that of an unfinished drill is nobody's yet.
                "evidence": finished.then_some(&line.evidence),
                "why": finished.then(|| score::evidence(&line.evidence)),
            })
        })
        .collect();
    json!({
        "mission": record.header.mission,
        "seed": record.header.seed,
        "trainee": record.header.trainee,
        "outcome": card.outcome,
        "sound": (!secret).then_some(card.sound),
        "score": (!secret).then_some(card.points),
        "max_score": card.max,
        "pass_mark": card.pass_mark,
        "passed": card.passed,
        "ticks": card.last.0,
        "lines": lines,
    })
}
