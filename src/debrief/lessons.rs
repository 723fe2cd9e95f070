//! What to take home: the lines that lost points, the moments that lost most, and what the gauges kept from the crew.
//!
//! A lesson says what happened, with its tick, and what would have served better. It never blames waiting as such, nor
//! a choice that what was shown then allowed.

use super::model::{Decision, Lesson, Story};
use super::people;
use crate::replay::Record;
use crate::score::{Evidence, Grade, Scorecard};
use crate::sim::event::Outcome;
use crate::sim::hole::{FINGER_LIMIT_MM, PATCH_LIMIT_MM, TAPE_LIMIT_MM, diameter_mm};
use crate::units::{SquareMetres, Tick};
use crate::words::en::{self, lesson as say};

/// So many decisions are told as lessons; the table has them all.
const DEAREST: usize = 3;

/// Draws them: first the end and who did not live to see it, then what cost most, then time, holes, estimates, and the lines of the card.
pub fn draw(record: &Record, card: &Scorecard, story: &Story, decisions: &[Decision]) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    let ended = en::outcome::outcome(card.outcome, card.sound);
    lessons.push(Lesson { at: Some(card.last), what: ended.what, why: ended.more, points: 0.0 });
    lessons.extend(false_words(record, card, story));
    lessons.extend(people::lessons(record));
    lessons.extend(costliest(decisions));
    lessons.extend(noticing(story));
    lessons.extend(finding(card, story));
    lessons.extend(estimates(story));
    lessons.extend(lost_lines(card, decisions));
    lessons
}

fn lesson(at: Option<Tick>, what: String, why: impl Into<String>) -> Lesson {
    Lesson { at, what, why: why.into(), points: 0.0 }
}

/// From the hole to the first sign, from the sign to the answer.
fn noticing(story: &Story) -> Option<Lesson> {
    let hole = story.holes.first()?;
    let Some(sign) = &story.first_sign else {
        return Some(lesson(Some(hole.opened), say::unseen(&hole.place, hole.opened), say::UNSEEN_WHY));
    };
    let what = say::sign(&hole.place, hole.opened, sign.at.since(hole.opened) as f64, &sign.text);
    let why = match story.first_answer {
        None => say::UNANSWERED.to_owned(),
        Some(answer) if answer < sign.at => say::answered_before(answer),
        Some(answer) => say::answered(answer, answer.since(sign.at) as f64),
    };
    Some(lesson(Some(sign.at), what, why))
}

/// Each hole: found, covered, or neither.
fn finding(card: &Scorecard, story: &Story) -> Vec<Lesson> {
    // Whoever shut the leak off, and soundly, had no need to look for it.
    let shut_off = card.sound && card.outcome == Outcome::Isolated;
    let tell = |hole: &super::model::HoleStory| {
        let found_after = |found: Tick| found.since(hole.opened) as f64;
        let (what, why) = match (hole.found, hole.covered) {
            (None, _) if shut_off => (say::shut_off(&hole.place, hole.cd_area_mm2), say::SHUT_OFF_WHY),
            (None, _) => (say::never_found(&hole.place, hole.cd_area_mm2), say::NEVER_FOUND_WHY),
            (Some(found), None) => {
                (say::never_covered(&hole.place, found_after(found), found), at_once(hole.cd_area_mm2))
            }
            (Some(found), Some(covered)) => {
                let later = covered.since(found) as f64;
                (say::covered(&hole.place, found, found_after(found), later), say::COVERED_WHY)
            }
        };
        lesson(hole.found.or(Some(hole.opened)), what, why)
    };
    // A blind hole beside the true one lets nothing through: it was never found wanting.
    story.holes.iter().filter(|hole| hole.cd_area_mm2 > 0.0).take(6).map(tell).collect()
}

/// What lies nearest to hand for a hole of this effective area, mm2.
fn at_once(cd_area_mm2: f64) -> &'static str {
    match diameter_mm(SquareMetres(cd_area_mm2 * 1e-6)) {
        mm if mm <= TAPE_LIMIT_MM => say::TAPE_AT_ONCE,
        mm if mm <= FINGER_LIMIT_MM => say::FINGER_AT_ONCE,
        mm if mm <= PATCH_LIMIT_MM => say::PATCH_AT_ONCE,
        _ => say::HATCH_AT_ONCE,
    }
}

/// Committed reserve times against the truth.
fn estimates(story: &Story) -> Option<Lesson> {
    let error = |(_, estimate, truth): &(Tick, f64, f64)| (estimate - truth).abs() / truth;
    let worst = story.estimates.iter().max_by(|a, b| error(a).total_cmp(&error(b)))?;
    let (at, estimate, truth) = *worst;
    let off = error(worst) * 100.0;
    let why = if off <= 15.0 {
        say::CLOSE_ENOUGH
    } else if estimate > truth {
        say::TOO_LONG_WHY
    } else {
        say::TOO_SHORT_WHY
    };
    Some(lesson(Some(at), say::estimate(at, estimate, truth, off), why))
}

/// A declaration that was not so.
fn false_words(record: &Record, card: &Scorecard, story: &Story) -> Option<Lesson> {
    if card.sound {
        return None;
    }
    let through = story.holes.iter().filter(|h| h.cd_area_mm2 > 0.0);
    let open: Vec<&str> = through.filter(|h| h.covered.is_none()).map(|h| h.place.as_str()).collect();
    let why = say::false_declaration_why(record.mission.held_below_mmhg_h);
    Some(lesson(Some(card.last), say::false_declaration(&open), why))
}

/// The decisions across which most went out of our expert's reach, the dearest first.
fn costliest(decisions: &[Decision]) -> Vec<Lesson> {
    let mut dear: Vec<&Decision> = decisions.iter().filter(|d| d.costly()).collect();
    dear.sort_by(|a, b| {
        let pass = b.pass_lost().cmp(&a.pass_lost());
        pass.then(b.points_lost().total_cmp(&a.points_lost())).then(b.air_lost_kg().total_cmp(&a.air_lost_kg()))
    });
    let tell = |d: &&Decision| {
        let price = d.price()?;
        let fall = en::expert::fall(&d.before.told(), &d.after.told(), &price);
        let plan: Vec<(Tick, &str)> = d.textbook.iter().map(|advice| (advice.at, advice.order.as_str())).collect();
        let plan = en::expert::plan(&plan, d.before.ended, en::outcome::name(d.before.outcome));
        let what = format!("{} {fall}", en::expert::lost(&price, d.at, d.until, &d.ordered));
        Some(Lesson { at: Some(d.at), what, why: plan, points: d.points_lost() })
    };
    dear.iter().take(DEAREST).filter_map(tell).collect()
}

/// Lines that lost points, most first.
fn lost_lines(card: &Scorecard, decisions: &[Decision]) -> Vec<Lesson> {
    let mut lost: Vec<Lesson> = card
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| matches!(line.grade, Grade::Missed | Grade::Part))
        .map(|(ix, line)| {
            let what = say::lost_line(&line.name, &en::score::evidence(&line.evidence), line.critical);
            let hint = match line.evidence {
                Evidence::Ended { outcome: Outcome::TimeLimit, .. } => say::UNDECLARED,
                _ => "",
            };
            // A branch that our expert flew from here, not one that goes on as the crew did.
            let reached = |d: &&Decision| {
                !d.textbook.is_empty() && d.before.lines.get(ix).is_some_and(|l| l.points > line.points + 0.05)
            };
            let last = decisions.iter().rev().find(reached);
            let last = last.map(|d| format!(" {}", en::expert::last_in_reach(d.at, d.before.lines[ix].at)));
            let why = format!("{}{hint}{}", line.why, last.unwrap_or_default());
            Lesson { at: line.evidence.at(), what, why, points: line.max - line.points }
        })
        .collect();
    lost.sort_by(|a, b| b.points.total_cmp(&a.points));
    lost
}
