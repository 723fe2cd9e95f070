//! `leakdrill check`: every problem of mission files at once, with its place and what would be right.

use super::args::{CheckArgs, Format, LevelName};
use super::certified;
use super::exit::{self, Exit, Stop};
use super::missions::{self, Named, Text};
use super::out::Out;
use super::winners::Winners;
use crate::mission::hostile::harmless;
use crate::mission::{self, Severity};
use crate::store::whole;
use crate::words::en::command::{MISSION_NOT_TEXT, of_file};
use crate::words::en::winners as say;
use serde_json::{Value, json};
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

/// Checks files; the largest exit code of all counts. Of several files that are flown, who wins is one table.
pub fn run(args: &CheckArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mut exit = Exit::Done;
    let (mut files, mut flown) = (Vec::new(), Vec::new());
    let text = args.format == Format::Text;
    for path in &args.files {
        let mut certified = None;
        let (path, answer) = match missions::text(path) {
            Ok(Named { shown, text: read, file }) => {
                let mut answer = check(&shown, &read);
                if let (Some(seeds), 0, Text::Good(read)) = (args.seeds, answer.errors, &read) {
                    answer.winners = winners(&shown, read, args.level, seeds)?;
                    if let (true, Some(winners)) = (args.certify, &answer.winners) {
                        certified = Some(certify(file.as_deref(), &shown, read, winners)?);
                    }
                    answer.judge_winners(&shown, certified.is_some());
                }
                (shown, answer)
            }
            Err(stop) => {
                exit::tell(&stop);
                files.push(json!({ "file": path.display().to_string(), "usable": false, "problems": [], "error": stop.to_string() }));
                exit = exit.max(stop.exit());
                continue;
            }
        };
        exit = exit.max(if answer.errors == 0 { Exit::Done } else { Exit::No });
        if text {
            let alone = answer.winners.as_ref().filter(|_| args.files.len() == 1).map(Winners::lines);
            out.styled(&answer.shown)?;
            out.line(&format!("{}{}", answer.verdict(&path), alone.unwrap_or_default()))?;
            if let Some(said) = certified {
                out.line(&format!("  {said}"))?;
            }
        }
        files.push(answer.json);
        flown.extend(answer.winners);
    }
    if !text {
        out.json(&json!({ "files": files }))?;
    } else if args.files.len() > 1 && !flown.is_empty() {
        out.line(&format!("\n{}", Winners::table(&flown)))?;
    }
    Ok(exit)
}

struct Answer {
    errors: usize,
    warnings: usize,
    /// The problems, with their places.
    shown: String,
    winners: Option<Winners>,
    json: Value,
}

impl Answer {
    fn verdict(&self, path: &Path) -> String {
        format!("{}: {}", path.display(), say::verdict(self.errors, self.warnings))
    }

    /// A mission that the expert cannot win, or that doing nothing wins, is a problem like any other.
    fn judge_winners(&mut self, path: &Path, certified: bool) {
        let Some(winners) = &self.winners else { return };
        let file = harmless(&path.display().to_string());
        for flaw in winners.flaws(certified) {
            self.errors += 1;
            self.shown += &say::problem(&flaw.message, &file, flaw.expected, &flaw.help);
            if let Some(problems) = self.json["problems"].as_array_mut() {
                problems.push(json!({
                    "file": file, "line": 1, "column": 1, "end_line": 1, "end_column": 1, "severity": "error",
                    "kind": flaw.kind, "message": flaw.message, "expected": flaw.expected, "help": flaw.help,
                    "replacement": null, "first": null,
                }));
            }
        }
        self.json["winners"] = winners.json();
        self.json["usable"] = json!(self.errors == 0);
    }
}

/// Flies seeds with every scripted crew. A station file has nothing to fly.
fn winners(path: &Path, text: &str, level: Option<LevelName>, seeds: u64) -> Result<Option<Winners>, Stop> {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    match mission::load(&name, text, level.map(LevelName::id)) {
        Ok(mission) => Winners::fly(&Arc::new(mission), path, seeds).map(Some),
        Err(problems) => missions::no_level(&path.display().to_string(), &problems).map_or(Ok(None), Err),
    }
}

/// Writes the seeds that the expert won into the file; says so.
fn certify(file: Option<&Path>, shown: &Path, text: &str, winners: &Winners) -> Result<String, Stop> {
    let Some(file) = file else {
        return Err(Stop::Unusable(say::ships(&shown.display().to_string())));
    };
    let seeds = winners.won_by_the_expert();
    if seeds.is_empty() {
        return Ok(say::NOTHING_CERTIFIED.into());
    }
    let shown = file.display().to_string();
    let new = certified::write(text, &seeds).ok_or_else(|| Stop::Unusable(of_file(&shown, say::NO_PLACE)))?;
    whole::write(file, new.as_bytes()).map_err(|error| Stop::file(file, &error))?;
    Ok(say::certified(seeds.len(), &shown))
}

fn check(path: &Path, text: &Text) -> Answer {
    let shown = harmless(&path.display().to_string());
    let text = match text {
        Text::Good(text) => text,
        Text::NotText { line } => {
            let message = MISSION_NOT_TEXT;
            let problem = json!({
                "file": shown, "line": line, "column": 1, "end_line": line, "end_column": 1, "severity": "error",
                "kind": "not_text", "message": message, "expected": "UTF-8", "help": null, "replacement": null,
                "first": null,
            });
            return Answer {
                errors: 1,
                warnings: 0,
                shown: say::problem_at(message, &shown, *line),
                winners: None,
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
    Answer { errors, warnings, shown: problems.render(&shown, color), winners: None, json }
}
