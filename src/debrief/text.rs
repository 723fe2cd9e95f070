//! The debrief for a terminal: plain text, a column for the tick, readable aloud.

use super::model::{Debrief, Sort};
use crate::score::Scorecard;
use crate::words::en::{self, debrief as say};
use std::fmt::Write;

/// Columns of a line.
const WIDTH: usize = 100;

/// The whole debrief.
pub fn text(debrief: &Debrief) -> String {
    let mut out = String::new();
    head(&mut out, debrief);
    section(&mut out, say::TAKE_HOME);
    for (n, lesson) in debrief.lessons.iter().enumerate() {
        let points =
            if lesson.points > 0.0 { format!(" [-{}]", en::score::points(lesson.points)) } else { String::new() };
        wrap(&mut out, &format!("{}. ", n + 1), &format!("{}{points}", lesson.what));
        if !lesson.why.is_empty() {
            wrap(&mut out, "   ", &lesson.why);
        }
    }
    section(&mut out, say::SCORECARD);
    out += &scorecard(&debrief.card);
    decisions(&mut out, debrief);
    section(&mut out, say::HAPPENED_SIGNS);
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
    let _ = writeln!(out, "{}", say::flown(&about.title, &about.trainee, about.exam));
    let _ = writeln!(out, "{}", say::flown_on(&about.station, about.seed, about.last, &about.record));
    let _ = writeln!(out, "{}", say::air_lost(debrief.story.leaked_kg, debrief.story.shortest_reserve));
}

/// The scorecard as lines.
pub fn scorecard(card: &Scorecard) -> String {
    let mut out = String::new();
    for line in &card.lines {
        let critical = if line.critical { en::screen::CRITICAL } else { "" };
        let points = format!("{}/{}", en::score::points(line.points), en::score::points(line.max));
        let head = format!("{} {points:>9}  ", line.grade.digit());
        wrap(&mut out, &head, &format!("{}{critical}: {}", line.name, en::score::evidence(&line.evidence)));
    }
    let points = format!("{}/{}", en::score::points(card.points), en::score::points(card.max));
    let _ = writeln!(out, "  {points:>9}  {}", say::card_sum(card));
    out
}

fn decisions(out: &mut String, debrief: &Debrief) {
    if debrief.decisions.is_empty() {
        return;
    }
    section(out, say::EXPERT_WHAT);
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
