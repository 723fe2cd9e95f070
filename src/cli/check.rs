//! `leakdrill check`: every problem of mission files at once, with its place and what would be right.

use super::args::{CheckArgs, Format};
use super::exit::{Exit, Stop};
use super::missions::{self, Text};
use super::out::Out;
use crate::mission::{self, Severity};
use serde_json::{Value, json};
use std::io::IsTerminal;
use std::path::Path;

/// Checks files; the largest exit code of all counts.
pub fn run(args: &CheckArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mut exit = Exit::Done;
    let mut files = Vec::new();
    for path in &args.files {
        let answer = match missions::read(path) {
            Ok(text) => check(path, &text),
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
