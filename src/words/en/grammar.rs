//! What is wrong with a written order, and what would be right.

use super::super::Told;
use crate::drill::grammar::{Arg, GrammarError, Part, Subject};

/// Longer lists than this are told by their first few.
const LISTED: usize = 12;

/// What is wrong with a line.
pub fn grammar_error(error: &GrammarError) -> Told {
    let (what, more) = match error {
        GrammarError::Missing { part, form, expected } => {
            let what = format!("The order ends where {} should follow.", noun(*part));
            let form = form.as_ref().map(|form| format!("It is written: {form}. ")).unwrap_or_default();
            (what, format!("{form}{}", would_work(*part, expected)))
        }
        GrammarError::Unknown { part, word, nearest: Some(nearest), .. } => {
            (format!("\"{word}\" is not {}.", noun(*part)), format!("Did you mean \"{nearest}\"?"))
        }
        GrammarError::Unknown { part, word, expected, nearest: None } => {
            (format!("\"{word}\" is not {}.", noun(*part)), would_work(*part, expected))
        }
        GrammarError::Ambiguous { part, word, matches } => (
            format!(
                "\"{word}\" could be more than one {}.",
                noun(*part).trim_start_matches("a ").trim_start_matches("an ")
            ),
            format!("Write more of it: {}.", list(matches)),
        ),
        GrammarError::WrongSubject { verb, form } => {
            (format!("\"{verb}\" is not said to them."), format!("It is written: {form}."))
        }
        GrammarError::TooLong { word, most_s } => (
            format!("\"{word}\" is longer than any drill."),
            format!("Nothing can be ordered for more than {} days.", most_s / 86_400),
        ),
        GrammarError::Unwanted { word, form } => {
            (format!("Nothing should follow here, but there is \"{word}\"."), format!("It is written: {form}."))
        }
    };
    Told { what, more }
}

fn would_work(part: Part, expected: &[String]) -> String {
    match part {
        Part::Arg(Arg::Duration) => "Write it with its unit: 90s, 5m, 11.3h, 2d, 1h30m or 00:10:00.".into(),
        Part::Arg(Arg::Hole) => "Found holes are h1, h2 and so on.".into(),
        Part::Time => "Write it as T+00:10:00, or T+10m; or leave it out.".into(),
        _ => format!("What would work: {}.", list(expected)),
    }
}

fn list(words: &[String]) -> String {
    let shown = words[..words.len().min(LISTED)].join(", ");
    match words.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

const fn noun(part: Part) -> &'static str {
    match part {
        Part::Time => "a time",
        Part::Subject => "a crew member, \"crew\" or \"ground\"",
        Part::Verb(Subject::Person) => "a thing a crew member can be ordered to do",
        Part::Verb(Subject::Crew) => "a thing the whole crew can be ordered to do",
        Part::Verb(Subject::Ground) => "a thing the ground can be asked for",
        Part::Arg(Arg::Compartment) => "a compartment",
        Part::Arg(Arg::Hatch) => "a hatch",
        Part::Arg(Arg::Person) => "a crew member",
        Part::Arg(Arg::Vehicle) => "a vehicle",
        Part::Arg(Arg::Equipment) => "a machine",
        Part::Arg(Arg::Tank) => "a tank",
        Part::Arg(Arg::Item) => "an item",
        Part::Arg(Arg::Hole) => "a hole",
        Part::Arg(Arg::Duration) => "a duration",
        Part::Arg(Arg::Topic) => "a topic",
        Part::Arg(Arg::Claim) => "a claim",
        Part::Arg(Arg::StartStop | Arg::OpenShut | Arg::OnOff) => "one of the two words",
    }
}
