//! `leakdrill check`: every problem of mission files at once, with its place and what would be right.

use super::args::{CheckArgs, Format};
use super::exit::{Exit, Stop};
use super::missions::{self, Text};
use super::out::Out;
use super::sweep::pool;
use crate::lab::sweep::{Row, fly_seed};
use crate::mission::{self, Severity};
use crate::pilot::PilotKind;
use crate::words::measure;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

/// Checks files; the largest exit code of all counts.
pub fn run(args: &CheckArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mut exit = Exit::Done;
    let mut files = Vec::new();
    for path in &args.files {
        let answer = match missions::read(path) {
            Ok(text) => {
                let mut answer = check(path, &text);
                if let (Some(seeds), true, Text::Good(text)) = (args.seeds, answer.usable, &text) {
                    winners(path, text, seeds, &mut answer)?;
                }
                answer
            }
            Err(stop) => {
                anstream::eprintln!("leakdrill: {stop}");
                files.push(json!({ "file": path.display().to_string(), "usable": false, "problems": [], "error": stop.to_string() }));
                exit = exit.max(stop.exit());
                continue;
            }
        };
        exit = exit.max(if answer.usable { Exit::Done } else { Exit::No });
        if args.format == Format::Text {
            out.line(&answer.text)?;
        }
        files.push(answer.json);
    }
    if args.format == Format::Json {
        out.json(&json!({ "files": files }))?;
    }
    Ok(exit)
}

struct Answer {
    usable: bool,
    text: String,
    json: Value,
}

/// Flies seeds with every scripted crew. A mission that nobody can win, or that doing nothing wins, is a "no".
fn winners(path: &Path, text: &str, seeds: u64, answer: &mut Answer) -> Result<(), Stop> {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    // A station file has nothing to fly.
    let Ok(mission) = mission::load(&name, text, None).map(Arc::new) else { return Ok(()) };
    let pool = pool(None)?;
    let mut crews = Vec::new();
    for pilot in PilotKind::ALL {
        let rows: Vec<Row> =
            pool.install(|| (1..=seeds).into_par_iter().map(|seed| fly_seed(&mission, seed, pilot)).collect());
        let spare = rows.iter().filter(|row| row.passed).map(|row| mission.time_limit.0 - row.ticks).min();
        let won = rows.iter().filter(|row| row.passed).count();
        let spared = spare.map(|s| format!(", with {} to spare at least", measure::span(s as f64))).unwrap_or_default();
        answer.text += &format!("\n  {:<7} wins {won} of {seeds} seeds{spared}", pilot.id());
        let lost: Vec<u64> = rows.iter().filter(|row| !row.passed).map(|row| row.seed).collect();
        crews.push(json!({ "pilot": pilot.id(), "won": won, "of": seeds, "least_spare_s": spare, "lost_seeds": lost }));
        answer.usable &= match pilot {
            PilotKind::Expert => won > 0,
            PilotKind::Novice => true,
            PilotKind::Idle => won == 0,
        };
    }
    answer.json["winners"] = json!(crews);
    answer.json["usable"] = json!(answer.usable);
    Ok(())
}

fn check(path: &Path, text: &Text) -> Answer {
    let shown = path.display().to_string();
    let text = match text {
        Text::Good(text) => text,
        Text::NotText { line } => {
            let message = "this is not UTF-8 text";
            let problem = json!({
                "file": shown, "line": line, "column": 1, "end_line": line, "end_column": 1, "severity": "error",
                "kind": "not_text", "message": message, "expected": "UTF-8", "help": null, "replacement": null,
            });
            return Answer {
                usable: false,
                text: format!("error: {message}\n --> {shown}:{line}:1\n\n{shown}: 1 error"),
                json: json!({ "file": shown, "usable": false, "problems": [problem] }),
            };
        }
    };
    let problems = mission::check(text);
    let errors = problems.list().iter().filter(|p| p.severity == Severity::Error).count();
    let warnings = problems.list().len() - errors;
    let color = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    let mut json = problems.to_json(&shown);
    json["usable"] = json!(errors == 0);
    Answer {
        usable: errors == 0,
        text: format!("{}{shown}: {}", problems.render(&shown, color), verdict(errors, warnings)),
        json,
    }
}

fn verdict(errors: usize, warnings: usize) -> String {
    let count = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    match (errors, warnings) {
        (0, 0) => "no problems".into(),
        (0, _) => format!("{}, it can be flown", count(warnings, "warning")),
        (_, 0) => count(errors, "error"),
        _ => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}
