//! What was true, when it could be seen, when it was answered.

use super::finds;
use super::model::{HatchStory, HoleStory, Moment, Sort, Story, moment};
use crate::drill::log::Entry;
use crate::replay::Record;
use crate::score::tally::Tally;
use crate::sim::alarm::AlarmKind;
use crate::sim::event::Event;
use crate::sim::ids::{FoundId, HatchId};
use crate::sim::layout::Quantity;
use crate::units::Tick;
use crate::words::{Form, Words, en};
use std::collections::BTreeSet;

/// A page holds so many moments; a debrief of eighteen days leaves out what repeats, evenly over all of it.
const MOMENTS: usize = 400;

/// What a moment is worth where there are too many, the dearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worth {
    /// The first and the last: where it began and how it ended.
    Edge,
    /// What a drill turns on: holes, alarms, declarations, who died, who left.
    Turn,
    /// The first that says just this.
    New,
    /// What was said before.
    Again,
}

/// Tells it.
pub fn tell(record: &Record) -> Story {
    let words = Words::of(&record.mission);
    let mut tally = Tally::new(&record.mission.layout);
    let mut story = Story {
        holes: Vec::new(),
        moments: Vec::new(),
        first_sign: None,
        first_answer: None,
        hatches: Vec::new(),
        estimates: Vec::new(),
        leaked_kg: 0.0,
        shortest_reserve: None,
    };
    let found = finds::of(record);
    let mut moments: Vec<(Worth, Moment)> = Vec::new();
    let mut said = BTreeSet::new();
    for (tick, entry) in record.log.entries() {
        match entry {
            Entry::Order(order) => tally.order(*tick, order),
            Entry::Event(event) => {
                tally.event(*tick, event);
                story.hole(*tick, event, &words, &found);
            }
            Entry::Sample(sample) => {
                story.leaked_kg = sample.leaked_kg;
                if let Some(reserve) = sample.reserve_s
                    && story.shortest_reserve.is_none_or(|(least, _)| reserve < least)
                {
                    story.shortest_reserve = Some((reserve, *tick));
                }
            }
            Entry::Mark(_) => {}
        }
        if let Some(moment) = moment(&words, *tick, entry) {
            let new = said.insert(moment.text.clone());
            moments.push((worth(entry, new), moment));
        }
    }
    story.estimates = tally.estimates().iter().map(|e| (e.at, e.estimate_s, e.true_s)).collect();
    story.first_answer = tally.reading(crate::mission::model::Measure::ResponseSeconds).and_then(|(_, at)| at);
    story.first_sign = story.holes.first().and_then(|hole| first_sign(record, &words, hole.opened));
    story.hatches = hatches(record, &words);
    story.moments = thin(moments);
    story
}

impl Story {
    fn hole(&mut self, tick: Tick, event: &Event, words: &Words<'_>, found: &[(FoundId, usize)]) {
        let place_of = |number: FoundId| found.iter().find(|(found, _)| *found == number).map(|(_, hole)| *hole);
        match *event {
            Event::HoleOpened { at, cd_area_mm2, .. } => self.holes.push(HoleStory {
                place: words.place(at, Form::Full).to_owned(),
                at: at.0,
                opened: tick,
                cd_area_mm2,
                found: None,
                covered: None,
            }),
            Event::HoleFound { found: number, .. } => {
                if let Some(hole) = place_of(number).and_then(|ix| self.holes.get_mut(ix)) {
                    hole.found = Some(tick);
                }
            }
            Event::FingerOn { found: number, on: true, .. }
            | Event::Taped { found: number, .. }
            | Event::Coated { found: number, .. }
            | Event::Patched { found: number, .. } => {
                if let Some(hole) = place_of(number).and_then(|ix| self.holes.get_mut(ix)) {
                    hole.covered.get_or_insert(tick);
                }
            }
            _ => {}
        }
    }
}

/// The first thing after a hole opened that the crew could see or hear: a bang, an alarm, a word from the ground, or a
/// pressure sensor three steps below what it showed before.
fn first_sign(record: &Record, words: &Words<'_>, opened: Tick) -> Option<Moment> {
    let layout = &record.mission.layout;
    let mut before: Option<Vec<Option<f64>>> = None;
    for (tick, entry) in record.log.entries() {
        match entry {
            Entry::Event(event @ (Event::Alarm { .. } | Event::Heard { .. } | Event::Said { .. }))
                if *tick >= opened && !matches!(event, Event::Alarm { kind: AlarmKind::CrewDepress, .. }) =>
            {
                return moment(words, *tick, entry);
            }
            Entry::Sample(sample) if *tick <= opened || before.is_none() => before = Some(sample.sensors.clone()),
            Entry::Sample(sample) => {
                let fell = layout.sensors.iter().enumerate().find(|(ix, sensor)| {
                    let shown = |of: &[Option<f64>]| of.get(*ix).copied().flatten();
                    let then = before.as_deref().and_then(shown);
                    let fall = then.zip(shown(&sample.sensors)).map_or(0.0, |(then, now)| then - now);
                    sensor.quantity == Quantity::Pressure && fall >= 3.0 * sensor.resolution
                });
                if let Some((_, sensor)) = fell {
                    let place = words.place(sensor.compartment, Form::Full);
                    let text = en::lesson::sensor_falls(place);
                    return Some(Moment { at: *tick, sort: Sort::Sign, text });
                }
            }
            _ => {}
        }
    }
    None
}

/// A door followed through the drill.
struct Door {
    moved: bool,
    shut_since: Option<Tick>,
    shut: Vec<(Tick, Tick)>,
}

/// Shut times of hatches that were moved in the drill.
fn hatches(record: &Record, words: &Words<'_>) -> Vec<HatchStory> {
    let begin = |open: bool| Door { moved: false, shut_since: (!open).then_some(Tick::ZERO), shut: Vec::new() };
    let mut doors: Vec<Door> = record.mission.layout.hatches.iter().map(|h| begin(h.open)).collect();
    for (tick, event) in record.log.events() {
        let (hatch, closing) = match *event {
            Event::HatchShut { hatch, .. } => (hatch, true),
            Event::HatchOpened { hatch, .. } => (hatch, false),
            _ => continue,
        };
        let door = &mut doors[hatch.ix()];
        door.moved = true;
        if closing {
            door.shut_since.get_or_insert(tick);
        } else if let Some(from) = door.shut_since.take() {
            door.shut.push((from, tick));
        }
    }
    let tell = |(ix, mut door): (usize, Door)| {
        door.shut.extend(door.shut_since.map(|from| (from, record.last)));
        HatchStory { hatch: words.hatch(HatchId::at(ix)), shut: door.shut }
    };
    doors.into_iter().enumerate().filter(|(_, door)| door.moved).map(tell).collect()
}

/// What an entry is worth on the line of time, if it says something new or not.
const fn worth(entry: &Entry, new: bool) -> Worth {
    match entry {
        Entry::Event(
            Event::HoleOpened { .. }
            | Event::HoleFound { .. }
            | Event::Struck { perforated: true, .. }
            | Event::Alarm { .. }
            | Event::LeakChecked { .. }
            | Event::Declared { .. }
            | Event::Fainted { .. }
            | Event::Died { .. }
            | Event::Undocked { .. }
            | Event::Ended { .. },
        ) => Worth::Turn,
        _ if new => Worth::New,
        _ => Worth::Again,
    }
}

/// Leaves out what is worth least where there is too much, and where even the dearest are too many, takes of them evenly
/// over the whole drill.
fn thin(mut moments: Vec<(Worth, Moment)>) -> Vec<Moment> {
    let all = |moments: Vec<(Worth, Moment)>| moments.into_iter().map(|(_, moment)| moment).collect();
    if moments.len() <= MOMENTS {
        return all(moments);
    }
    if let [(first, _), .., (last, _)] = &mut moments[..] {
        (*first, *last) = (Worth::Edge, Worth::Edge);
    }
    let mut kept = BTreeSet::new();
    for worth in [Worth::Edge, Worth::Turn, Worth::New, Worth::Again] {
        let these: Vec<usize> = (0..moments.len()).filter(|ix| moments[*ix].0 == worth).collect();
        let room = these.len().min(MOMENTS - kept.len());
        kept.extend((0..room).map(|n| these[n * these.len() / room]));
    }
    all(moments.into_iter().enumerate().filter(|(ix, _)| kept.contains(ix)).map(|(_, moment)| moment).collect())
}
