//! What `leakdrill check` says of a mission: its verdict, who wins it, and what is wrong with that.

use super::{measure, outcome};
use crate::score::Scorecard;

/// How many problems, in few words.
pub fn verdict(errors: usize, warnings: usize) -> String {
    let count = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    match (errors, warnings) {
        (0, 0) => "no problems".into(),
        (0, _) => format!("{}, it can be flown", count(warnings, "warning")),
        (_, 0) => count(errors, "error"),
        _ => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}
/// A problem as the reader of missions shows them.
pub fn problem(message: &str, file: &str, expected: &str, help: &str) -> String {
    format!("error: {message}\n --> {file}\n  = expected: {expected}\n  = help: {help}\n\n")
}
/// The same of a file that is no text.
pub fn problem_at(message: &str, file: &str, line: usize) -> String {
    format!("error: {message}\n --> {file}:{line}:1\n\n")
}

/// Seeds are not written into what ships.
pub fn ships(file: &str) -> String {
    format!("{file} ships with the program: copy it first")
}
/// No seeds to write.
pub const NOTHING_CERTIFIED: &str = "nothing certified: the expert won no seed";
/// Nowhere to write them.
pub const NO_PLACE: &str = "no place to write the seeds";
/// They are written.
pub fn certified(count: usize, file: &str) -> String {
    format!("certified {count} seeds in {file}: its exams draw from them")
}

/// How a drill was lost: how it ended, and the first critical line that was lost, or the points that were too few.
pub fn why_lost(card: &Scorecard) -> String {
    let untrue = if card.sound || !outcome::is_declared(card.outcome) { "" } else { ", which was not so" };
    let ended = format!("{}{untrue}", outcome::name(card.outcome));
    match card.criticals_missed().next() {
        Some(line) => format!("{ended}; not earned: \"{}\"", line.name),
        None => format!(
            "{ended}; {:.0} of {:.0} points where {:.0} are needed",
            card.points,
            card.max,
            (card.pass_mark * card.max).ceil()
        ),
    }
}
/// How it was won, and the critical lines that were earned.
pub fn why_won(card: &Scorecard) -> String {
    let critical = card.lines.iter().filter(|l| l.critical && l.points > 0.0);
    let earned: Vec<String> = critical.map(|l| format!("\"{}\"", l.name)).collect();
    format!("{}; earned: {}", outcome::name(card.outcome), earned.join(", "))
}
/// A seed and what came of it.
pub fn seed(seed: u64, why: &str) -> String {
    format!("seed {seed}: {why}")
}

/// The expert loses too often.
pub fn expert_loses(won: usize, of: usize) -> String {
    format!("the expert crew wins {won} of {of} seeds")
}
/// What should be.
pub const EXPERT_EXPECTED: &str = "at least nine in ten";
/// What to do: `told` is a seed and why it was lost, `word` the file for a shell.
pub fn expert_help(told: &str, word: &str, seed: u64, level: Option<&str>) -> String {
    let level = level.map_or(String::new(), |level| format!(" --level {level}"));
    format!("{told}; see it: leakdrill run {word} --seed {seed}{level} --pilot expert")
}
/// Certified seeds that the expert loses.
pub fn certified_lost(seeds: &[String]) -> String {
    format!("certified, but lost by the expert crew: seed {}", seeds.join(", "))
}
/// What should be.
pub const CERTIFIED_EXPECTED: &str = "seeds that it wins";
/// What to do.
pub fn certified_help(told: &str) -> String {
    format!("{told}; --certify writes the list anew")
}
/// Silence wins.
pub fn silence_wins(won: usize, of: usize) -> String {
    format!("a crew that does nothing wins {won} of {of} seeds")
}
/// What should be.
pub const SILENCE_EXPECTED: &str = "none";
/// What to do.
pub fn silence_help(told: &str) -> String {
    format!("{told}; make something critical that only a deed earns: a reserve time, a leak check, a declaration")
}

/// What a crew wins, and the least time that it had to spare, s.
pub fn wins(crew: &str, won: usize, of: usize, least_spare_s: Option<u64>) -> String {
    let spare = least_spare_s.map(|s| format!(", with {} to spare at least", measure::span(s as f64)));
    format!("\n  {crew:<7} wins {won} of {of} seeds{}", spare.unwrap_or_default())
}
/// Seeds that were lost alike, as many as are named and how many more.
pub fn lost(seeds: &[String], more: usize, why: &str) -> String {
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("\n          lost {}{more}: {why}", seeds.join(", "))
}
/// Columns of the table of missions.
pub const COLUMNS: [&str; 5] = ["mission", "expert", "novice", "idle", "least time to spare"];
/// A cell of it.
pub fn won_of(won: usize, of: usize) -> String {
    format!("{won} of {of}")
}
