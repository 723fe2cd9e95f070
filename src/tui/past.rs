//! What a screen would remember at a moment, had it been watching: trend, marks and journal made again from a log.
//!
//! A replay that jumps and a drill that goes on after a break have not seen what came before; the log has.

use super::feed::{Feed, Voice};
use super::history::{History, Mark, SPAN_S};
use super::{labels, speech};
use crate::drill::Entry;
use crate::mission::Mission;
use crate::sim::event::Event;
use crate::sim::ids::HatchId;
use crate::sim::sample::Sample;
use crate::units::Tick;
use std::collections::VecDeque;

/// Lines of the journal that are told again.
const LINES: usize = 200;

/// How a journal tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// As live: whoever flies knows what they ordered.
    Live,
    /// To somebody who watches: orders too.
    Watched,
}

/// The sensors of each sample.
pub fn points(entries: &[(Tick, Entry)]) -> impl Iterator<Item = (Tick, Vec<f32>)> + '_ {
    entries.iter().filter_map(|(tick, entry)| match entry {
        Entry::Sample(sample) => Some((*tick, shown(sample))),
        _ => None,
    })
}

fn shown(sample: &Sample) -> Vec<f32> {
    sample.sensors.iter().map(|value| value.map_or(f32::NAN, |v| v as f32)).collect()
}

/// Trend and journal at a moment, from the entries up to it and the points of its trend.
pub fn recall(
    mission: &Mission,
    entries: &[(Tick, Entry)],
    now: Tick,
    points: impl Iterator<Item = (Tick, Vec<f32>)>,
    told: Told,
) -> (History, Feed) {
    let mut history = History::default();
    // A little more than a chart shows, so that its left edge has a line to begin with.
    let since = now - (SPAN_S + 60);
    for (at, values) in points.skip_while(|(at, _)| *at < since).take_while(|(at, _)| *at <= now) {
        history.push(at, values);
    }
    for (ix, hatch) in mission.layout.hatches.iter().enumerate() {
        history.door(Tick::ZERO, HatchId::at(ix), !hatch.open);
    }
    for (at, entry) in entries {
        let Entry::Event(event) = entry else { continue };
        match event {
            Event::HatchShut { hatch, .. } => history.door(*at, *hatch, true),
            Event::HatchOpened { hatch, .. } => history.door(*at, *hatch, false),
            _ => {}
        }
        if let Some(mark) = Mark::of(event).filter(|_| *at >= since) {
            history.mark(*at, mark);
        }
    }
    (history, journal(mission, entries, told))
}

/// The newest lines.
fn journal(mission: &Mission, entries: &[(Tick, Entry)], told: Told) -> Feed {
    let mut lines = VecDeque::new();
    for (at, entry) in entries.iter().rev() {
        if lines.len() == LINES {
            break;
        }
        if let Some((voice, from, text)) = line(mission, entry, told) {
            lines.push_front((*at, voice, from, text));
        }
    }
    let mut feed = Feed::default();
    for (at, voice, from, text) in lines {
        feed.say(at, voice, from, text);
    }
    feed
}

/// What the journal says of an entry. Nothing that only an all-knowing observer could tell.
pub fn line(mission: &Mission, entry: &Entry, told: Told) -> Option<(Voice, String, String)> {
    match entry {
        Entry::Event(event) if !event.is_truth() => speech::event(mission, event),
        Entry::Order(order) if told == Told::Watched => {
            Some((Voice::Crew, labels::giver(order.by).to_owned(), speech::act(mission, &order.act)))
        }
        _ => None,
    }
}
