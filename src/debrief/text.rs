//! The debrief for a terminal: plain text, a column for the tick, readable aloud.

use super::model::{Debrief, Sort};
use crate::score::Scorecard;
use crate::words::{en, measure};
use std::fmt::Write;

/// Columns of a line.
const WIDTH: usize = 100;

/// The whole debrief.
pub fn text(debrief: &Debrief) -> String {
    let mut out = String::new();
    head(&mut out, debrief);
    section(&mut out, "What to take home");
    for (n, lesson) in debrief.lessons.iter().enumerate() {
        let points =
            if lesson.points > 0.0 { format!(" [-{}]", en::score::points(lesson.points)) } else { String::new() };
        wrap(&mut out, &format!("{}. ", n + 1), &format!("{}{points}", lesson.what));
        if !lesson.why.is_empty() {
            wrap(&mut out, "   ", &lesson.why);
        }
    }
    section(&mut out, "Scorecard");
    out += &scorecard(&debrief.card);
    decisions(&mut out, debrief);
    section(&mut out, "What happened   (! true, unknown then   * could be seen   - done)");
    for moment in &debrief.story.moments {
        let sign = match moment.sort {
            Sort::Act => '-',
            Sort::Sign => '*',
            Sort::Truth => '!',
        };
        wrap(&mut out, &format!("{} {sign} ", moment.at), &moment.text);
    }
    out
}

fn head(out: &mut String, debrief: &Debrief) {
    let about = &debrief.about;
    let who = if about.trainee.is_empty() { String::new() } else { format!(", flown by {}", about.trainee) };
    let exam = if about.exam { ", exam" } else { "" };
    let _ = writeln!(out, "{}{who}{exam} (for the exercise)", about.title);
    let _ = writeln!(out, "{}, seed {}, {} long, record {}", about.station, about.seed, about.last, about.record);
    let story = &debrief.story;
    let reserve = story.shortest_reserve.map(|(s, at)| format!("; shortest reserve time {} at {at}", measure::span(s)));
    let _ = writeln!(out, "Air lost {}{}.", measure::kilograms(story.leaked_kg), reserve.unwrap_or_default());
}

/// The scorecard as lines.
pub fn scorecard(card: &Scorecard) -> String {
    let mut out = String::new();
    for line in &card.lines {
        let critical = if line.critical { " (critical)" } else { "" };
        let points = format!("{}/{}", en::score::points(line.points), en::score::points(line.max));
        let head = format!("{} {points:>9}  ", line.grade.digit());
        wrap(&mut out, &head, &format!("{}{critical}: {}", line.name, en::score::evidence(&line.evidence)));
    }
    let verdict = if card.passed { "passed" } else { "not passed" };
    let _ = writeln!(
        out,
        "  {:>9}  {:.0} % of the points, {:.0} % needed: {verdict}",
        format!("{}/{}", en::score::points(card.points), en::score::points(card.max)),
        card.share() * 100.0,
        card.pass_mark * 100.0
    );
    out
}

fn decisions(out: &mut String, debrief: &Debrief) {
    if debrief.decisions.is_empty() {
        return;
    }
    section(out, "Our expert from here (what a scripted textbook crew could still reach; no part of the score)");
    for decision in &debrief.decisions {
        wrap(out, &format!("{}   ", decision.at), &decision.row());
    }
}

fn section(out: &mut String, title: &str) {
    let _ = write!(out, "\n{title}\n{}\n", "-".repeat(title.chars().count().min(WIDTH)));
}

/// Writes `text` after `lead`, wrapped, later lines under the first word.
pub(super) fn wrap(out: &mut String, lead: &str, text: &str) {
    let indent = lead.chars().count();
    let mut column = indent;
    out.push_str(lead);
    for (n, word) in text.split_whitespace().enumerate() {
        let length = word.chars().count();
        if n > 0 && column + 1 + length > WIDTH {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if n > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
}
