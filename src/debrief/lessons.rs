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
use crate::words::{en, measure};

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
        let what = format!("The leak in {} opened at {}; nothing on board showed it.", hole.place, hole.opened);
        return Some(lesson(
            Some(hole.opened),
            what,
            "A slow leak hides in the step of the sensors: note the pressure, and compare over hours.",
        ));
    };
    let shown = measure::span(sign.at.since(hole.opened) as f64);
    let what = format!(
        "The leak in {} opened at {}. {shown} later there was the first sign: {}",
        hole.place, hole.opened, sign.text
    );
    let why = match story.first_answer {
        None => "Nobody answered it: no gauge was read, no roll called, no hatch shut.".to_owned(),
        Some(answer) if answer < sign.at => {
            format!("The first act that serves against a leak was before it, at {answer}.")
        }
        Some(answer) => {
            let waited = measure::span(answer.since(sign.at) as f64);
            format!("The first act that answers a leak came at {answer}, {waited} after the sign.")
        }
    };
    Some(lesson(Some(sign.at), what, why))
}

/// Each hole: found, covered, or neither.
fn finding(card: &Scorecard, story: &Story) -> Vec<Lesson> {
    // Whoever shut the leak off, and soundly, had no need to look for it.
    let shut_off = card.sound && card.outcome == Outcome::Isolated;
    let tell = |hole: &super::model::HoleStory| {
        let size = measure::square_millimetres(hole.cd_area_mm2);
        let (what, why) = match (hole.found, hole.covered) {
            (None, _) if shut_off => (
                format!("The hole in {} ({size} effective) was shut off, and never found.", hole.place),
                "That holds while its hatches stay shut. What lies behind them is given up until it is mended.",
            ),
            (None, _) => (
                format!("The hole in {} ({size} effective) was never found.", hole.place),
                "Halve the station with hatches and read a gauge on each side until one module is left; then search \
                 that one by ear, fans off.",
            ),
            (Some(found), None) => (
                format!(
                    "The hole in {} was found {} after it opened, at {found}, and never covered.",
                    hole.place,
                    measure::span(found.since(hole.opened) as f64)
                ),
                at_once(hole.cd_area_mm2),
            ),
            (Some(found), Some(covered)) => (
                format!(
                    "The hole in {} was found at {found}, {} after it opened, and first covered {} later.",
                    hole.place,
                    measure::span(found.since(hole.opened) as f64),
                    measure::span(covered.since(found) as f64)
                ),
                "Tape holds for hours, sealant for good once it is cured; only a leak check tells.",
            ),
        };
        lesson(hole.found.or(Some(hole.opened)), what, why)
    };
    // A blind hole beside the true one lets nothing through: it was never found wanting.
    story.holes.iter().filter(|hole| hole.cd_area_mm2 > 0.0).take(6).map(tell).collect()
}

/// What lies nearest to hand for a hole of this effective area, mm2.
fn at_once(cd_area_mm2: f64) -> &'static str {
    match diameter_mm(SquareMetres(cd_area_mm2 * 1e-6)) {
        mm if mm <= TAPE_LIMIT_MM => {
            "A finger or tape at once stops most of the flow and costs a minute; sealant comes after."
        }
        mm if mm <= FINGER_LIMIT_MM => {
            "A finger at once stops most of the flow, and a patch relieves it; tape comes off a hole as large as this."
        }
        mm if mm <= PATCH_LIMIT_MM => {
            "It is too large for a finger, and tape comes off it: a patch holds, or a shut hatch until there is one."
        }
        _ => "It is too large for all that is on board: only a shut hatch keeps the rest of the air.",
    }
}

/// Committed reserve times against the truth.
fn estimates(story: &Story) -> Option<Lesson> {
    let error = |(_, estimate, truth): &(Tick, f64, f64)| (estimate - truth).abs() / truth;
    let worst = story.estimates.iter().max_by(|a, b| error(a).total_cmp(&error(b)))?;
    let (at, estimate, truth) = *worst;
    let (off, side) = (error(worst) * 100.0, if estimate > truth { "too long" } else { "too short" });
    let what = format!(
        "The reserve time committed at {at}, {}, was {off:.0} % {side}: the true one was {}.",
        measure::span(estimate),
        measure::span(truth)
    );
    let why = if off <= 15.0 {
        "Close enough to decide by."
    } else if estimate > truth {
        "Too long is the dangerous side. Time a whole millimetre on the hand gauge, fans still, and work it out anew after \
         every hatch: T = (P - 490) / rate."
    } else {
        "Too short wastes what could still be done. Time a whole millimetre, not the first twitch of the needle, and mind \
         that cooling air falls without a leak."
    };
    Some(lesson(Some(at), what, why))
}

/// A declaration that was not so.
fn false_words(record: &Record, card: &Scorecard, story: &Story) -> Option<Lesson> {
    if card.sound {
        return None;
    }
    let through = story.holes.iter().filter(|h| h.cd_area_mm2 > 0.0);
    let open: Vec<&str> = through.filter(|h| h.covered.is_none()).map(|h| h.place.as_str()).collect();
    let what = if open.is_empty() {
        "What was put on the hole did not hold when the crew declared.".to_owned()
    } else {
        format!("When the crew declared, the hole in {} was still open.", open.join(" and in "))
    };
    let limit = measure::mmhg_per_hour(record.mission.held_below_mmhg_h);
    let why = format!(
        "A declaration stands while the crew's air loses less than {limit} through holes. Check long enough for the volume \
         that you check: a small volume shows in minutes what the whole station shows in a day."
    );
    Some(lesson(Some(card.last), what, why))
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
            let critical = if line.critical { " It is critical: no pass without it." } else { "" };
            let what = format!("{}: {}.{critical}", line.name, en::score::evidence(&line.evidence));
            let hint = match line.evidence {
                Evidence::Ended { outcome: Outcome::TimeLimit, .. } => " Nobody declared how the leak stands.",
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
