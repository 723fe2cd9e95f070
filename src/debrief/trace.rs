//! Numbers over time for charts: truth beside what the gauges said.

use super::model::{Row, Trace};
use crate::replay::Record;
use crate::sim::console::Condition;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Quantity;
use crate::sim::sample::Sample;
use crate::words::{Form, Words};

/// More points than this no chart of a page can show.
const ROWS: usize = 600;

/// Draws them from the samples.
pub fn draw(record: &Record) -> Trace {
    let words = Words::of(&record.mission);
    let layout = &record.mission.layout;
    let samples: Vec<_> = record.log.samples().collect();
    let every = samples.len().div_ceil(ROWS).max(1);
    let last = samples.len().saturating_sub(1);
    let kept = samples.iter().enumerate().filter(|(n, _)| n.is_multiple_of(every) || *n == last);
    let rows = kept
        .map(|(_, (at, sample))| {
            let here = most_people(sample);
            let sensor = layout
                .sensors
                .iter()
                .enumerate()
                .filter(|(_, s)| s.quantity == Quantity::Pressure)
                .min_by_key(|(_, s)| u8::from(s.compartment != here));
            Row {
                at: *at,
                true_mmhg: sample.air.get(here.ix()).map_or(0.0, |air| air.p),
                shown_mmhg: sensor.and_then(|(ix, _)| sample.sensors.get(ix).copied().flatten()),
                needle_mmhg: sample.crew.iter().find_map(|p| p.needle),
                reserve_s: sample.reserve_s,
                leaked_kg: sample.leaked_kg,
                pressures: sample.air.iter().map(|air| air.p).collect(),
                people: sample.crew.iter().map(|p| present(p.condition).then_some(p.at.0)).collect(),
            }
        })
        .collect();
    let names = (0..layout.compartments.len()).map(CompartmentId::at);
    Trace { rows, compartments: names.map(|c| words.place(c, Form::Short).to_owned()).collect() }
}

const fn present(condition: Condition) -> bool {
    !matches!(condition, Condition::Dead | Condition::Gone)
}

/// Where most of the crew is; the first such place in the station's order.
fn most_people(sample: &Sample) -> CompartmentId {
    let mut counts = vec![0_u32; sample.air.len()];
    for person in sample.crew.iter().filter(|p| present(p.condition)) {
        if let Some(count) = counts.get_mut(person.at.ix()) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    CompartmentId::at(counts.iter().position(|c| *c == most).unwrap_or(0))
}
