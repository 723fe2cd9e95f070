//! `leakdrill verify`: whether what a record says follows from its orders.

use super::args::{Format, VerifyArgs};
use super::exit::{self, Exit, Stop};
use super::out::Out;
use super::records;
use crate::debrief::{Certificate, certify};
use crate::drill::{Entry, grammar};
use crate::replay::rerun::Rerun;
use crate::replay::{Difference, Record, Verdict};
use crate::words::{Words, en::command as say, en::score};
use serde_json::{Value, json};
use std::path::Path;

/// Verifies records; the largest exit code of all counts.
pub fn run(args: &VerifyArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mut exit = Exit::Done;
    let mut rows = Vec::new();
    for path in &args.records {
        let answer = match records::read(path) {
            Ok(record) => examine(path, &record),
            Err(stop) => {
                exit::tell(&stop);
                let kind = if stop.exit() == Exit::No { "damaged" } else { "unreadable" };
                let file = path.display().to_string();
                let json = json!({ "file": file, "verified": false, "verdict": kind, "message": stop.to_string() });
                Answer { exit: stop.exit(), line: None, json }
            }
        };
        exit = exit.max(answer.exit);
        rows.push(answer.json);
        if let (Format::Text, Some(line)) = (args.format, answer.line) {
            out.line(&line)?;
        }
    }
    if args.format == Format::Json {
        out.json(&json!({ "records": rows }))?;
    }
    Ok(exit)
}

struct Answer {
    exit: Exit,
    line: Option<String>,
    json: Value,
}

fn examine(path: &Path, record: &Record) -> Answer {
    let file = path.display().to_string();
    let certificate = certify(record);
    let Certificate { verdict, card, .. } = &certificate;
    let honest = certificate.holds();
    // Points, like all truth, are told once the drill is over.
    let told = record.finished();
    let (kind, message) = match verdict {
        Verdict::True { marks, interrupted: false } if honest => ("verified", say::verified(*marks)),
        Verdict::True { marks, interrupted: true } => ("interrupted", say::verified_so_far(*marks)),
        Verdict::True { .. } if !told => ("score_differs", score::OTHER_POINTS.to_owned()),
        Verdict::True { .. } => {
            ("score_differs", say::score_differs(record.end.map_or(0.0, |end| end.points), card.points))
        }
        Verdict::Differs(difference) => ("differs", differs(record, difference)),
        Verdict::OtherRules { record, program } => ("other_rules", say::other_rules(*record, *program)),
    };
    let verified = matches!(kind, "verified" | "interrupted");
    let digest = verified.then(|| digest(record));
    let mut json = json!({
        "file": file,
        "verified": verified,
        "verdict": kind,
        "message": message,
        "mission": record.header.mission,
        "seed": record.told_seed(),
        "ticks": record.last.0,
        "score": told.then_some(card.points),
        "max_score": card.max,
        "passed": card.passed,
        "digest": digest,
    });
    if let Verdict::Differs(difference) = verdict {
        json["first_difference"] = place(difference);
    }
    let answer = match kind {
        _ if verified => score::IS_TRUE,
        "other_rules" => score::NOT_CERTIFIED,
        _ => score::NOT_TRUE,
    };
    Answer {
        exit: if verified { Exit::Done } else { Exit::No },
        line: Some(say::verify_answer(&file, answer, &message, digest.as_deref())),
        json,
    }
}

/// The digest of the state at the last tick, the same that the run printed. A verified record mostly says it itself.
fn digest(record: &Record) -> String {
    match record.log.marks().last() {
        Some((tick, digest)) if tick == record.last => digest.hex(),
        _ => {
            let mut rerun = Rerun::new(record);
            rerun.run_to(record.last, &mut crate::drill::Log::new());
            rerun.drill.digest().hex()
        }
    }
}

fn differs(record: &Record, difference: &Difference) -> String {
    match difference {
        Difference::Entry { tick, line, recorded, happens } => {
            say::differs(*line, *tick, &said(record, recorded.as_ref()), &said(record, happens.as_ref()))
        }
        Difference::Interval { after, until, line } => say::differs_between(*line, *after, *until),
        Difference::End { claimed, happens } => say::ends_otherwise(*claimed, *happens),
    }
}

fn said(record: &Record, entry: Option<&Entry>) -> String {
    let words = Words::of(&record.mission);
    match entry {
        None => say::SAYS_NOTHING.into(),
        Some(Entry::Event(event)) if event.is_truth() && !record.finished() => score::NOT_TOLD_YET.into(),
        Some(Entry::Order(order)) => say::says_order(&grammar::write(&order.act, &record.mission.layout)),
        Some(Entry::Event(event)) => say::says_event(&words.event(event)),
        Some(Entry::Sample(_)) => say::SAYS_SAMPLE.into(),
        Some(Entry::Mark(digest)) => say::says_mark(&format!("{digest:?}")),
    }
}

fn place(difference: &Difference) -> Value {
    match difference {
        Difference::Entry { tick, line, .. } => json!({ "kind": "entry", "line": line, "t_s": tick.0 }),
        Difference::Interval { after, until, line } => {
            json!({ "kind": "interval", "line": line, "after_t_s": after.0, "until_t_s": until.0 })
        }
        Difference::End { .. } => json!({ "kind": "end" }),
    }
}
