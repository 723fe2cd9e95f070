//! What became of people: who died, where and in what air, and who was left behind when a ship went.

use super::model::Lesson;
use crate::replay::Record;
use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::ids::PersonId;
use crate::sim::sample::Sample;
use crate::units::Tick;
use crate::words::en::lesson as say;
use crate::words::{Form, Words};

/// Lessons about them.
pub fn lessons(record: &Record) -> Vec<Lesson> {
    deaths(record).into_iter().chain(left_behind(record)).collect()
}

fn lesson(at: Tick, what: String, why: &str) -> Lesson {
    Lesson { at: Some(at), what, why: why.to_owned(), points: 0.0 }
}

fn names(words: &Words<'_>, people: impl Iterator<Item = PersonId>) -> String {
    say::names(&people.map(|who| words.person(who)).collect::<Vec<_>>())
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
    let what = say::died(&who, at, words.place(place, Form::Full), [air.p, air.o2, air.co2], fell_ill);
    let left = record.log.events().any(|(tick, event)| {
        let Event::Undocked { vehicle, .. } = event else { return false };
        tick == at && record.mission.layout.vehicle(*vehicle).compartments.contains(&place)
    });
    let why = if left {
        say::DIED_OPEN
    } else if air.o2 < 100.0 && air.co2 < 40.0 {
        say::DIED_OXYGEN
    } else if air.co2 >= 40.0 {
        say::DIED_CARBON_DIOXIDE
    } else {
        say::DIED_OTHERWISE
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
    Some(lesson(at, say::left_behind(&who, words.vehicle(vehicle), at), say::LEFT_BEHIND_WHY))
}
