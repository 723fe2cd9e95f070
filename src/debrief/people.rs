//! What became of people: who died, where and in what air, and who was left behind when a ship went.

use super::model::Lesson;
use crate::replay::Record;
use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::ids::PersonId;
use crate::sim::sample::Sample;
use crate::units::Tick;
use crate::words::{Form, Words};

/// Lessons about them.
pub fn lessons(record: &Record) -> Vec<Lesson> {
    deaths(record).into_iter().chain(left_behind(record)).collect()
}

fn lesson(at: Tick, what: String, why: &str) -> Lesson {
    Lesson { at: Some(at), what, why: why.to_owned(), points: 0.0 }
}

fn names(words: &Words<'_>, people: impl Iterator<Item = PersonId>) -> String {
    let names: Vec<&str> = people.map(|who| words.person(who)).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The sample before a moment: what was breathed there until then.
fn before(record: &Record, at: Tick) -> Option<&Sample> {
    record.log.samples().take_while(|(tick, _)| *tick < at).last().map(|(_, sample)| sample)
}

/// Those who died in one moment, with the air in which the first of them was.
fn deaths(record: &Record) -> Option<Lesson> {
    let words = Words::of(&record.mission);
    let died = || {
        record.log.events().filter_map(|(tick, event)| match event {
            Event::Died { who } => Some((tick, *who)),
            _ => None,
        })
    };
    let (at, first) = died().next()?;
    let who = names(&words, died().filter(|(tick, _)| *tick == at).map(|(_, who)| who));
    let fell_ill = record.log.events().find_map(|(tick, event)| match event {
        Event::FeelsIll { who } | Event::Fainted { who } if *who == first => Some(tick),
        _ => None,
    });
    let sample = before(record, at)?;
    let place = sample.crew.iter().find(|p| p.who == first)?.at;
    let air = sample.air.get(place.ix())?;
    let ill = fell_ill.map(|tick| format!(" The first sign was at {tick}.")).unwrap_or_default();
    let what = format!(
        "{who} died at {at} in {}, at {:.0} mmHg with {:.0} of oxygen and {:.0} of carbon dioxide.{ill}",
        words.place(place, Form::Full),
        air.p,
        air.o2,
        air.co2
    );
    let left = record.log.events().any(|(tick, event)| {
        let Event::Undocked { vehicle, .. } = event else { return false };
        tick == at && record.mission.layout.vehicle(*vehicle).compartments.contains(&place)
    });
    let why = if left {
        "Their ship left with its cabin open, or leaking. The hatches on both sides of the module that is cast off are shut, \
         and the cabin is checked for a leak, before a ship goes."
    } else if air.o2 < 100.0 && air.co2 < 40.0 {
        "Below 100 mmHg of oxygen people slow down, below some 60 they faint. Masks buy minutes; a shut door towards \
         better air, oxygen from the Progress, or leaving buy lives."
    } else if air.co2 >= 40.0 {
        "A small shut volume fills with what people breathe out within hours. A ship that is shut is to be flown home, \
         or opened again; carbon dioxide is on the gauges long before anybody faints."
    } else {
        "Look at pressure, oxygen and carbon dioxide where people are, and fetch them before they cannot walk."
    };
    Some(lesson(at, what, why))
}

/// Those who were still aboard when the last ship with somebody in it left.
fn left_behind(record: &Record) -> Option<Lesson> {
    let words = Words::of(&record.mission);
    let undocked = record.log.events().filter_map(|(tick, event)| match event {
        Event::Undocked { vehicle, people } if *people > 0 => Some((tick, *vehicle)),
        _ => None,
    });
    let (at, vehicle) = undocked.last()?;
    let (_, after) = record.log.samples().find(|(tick, _)| *tick >= at)?;
    let aboard = after.crew.iter().filter(|p| !matches!(p.condition, Condition::Gone | Condition::Dead));
    let who = names(&words, aboard.map(|p| p.who));
    if who.is_empty() {
        return None;
    }
    let what = format!("{who} stayed behind when {} left at {at}.", words.vehicle(vehicle));
    Some(lesson(
        at,
        what,
        "A crew leaves together, or with a word who stays and how they will follow: muster, and count seats against people \
         before any hatch of a ship is shut.",
    ))
}
