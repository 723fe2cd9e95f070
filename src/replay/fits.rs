//! Whether a line of a record speaks of things that its mission has. The chain of hashes is no secret: anybody can write
//! a record that is whole and names the four-hundredth person of two. Whoever scores, debriefs or draws a record looks
//! things up by number, so such a line ends at the reader.

use crate::drill::log::Entry;
use crate::mission::Mission;
use crate::sim::event::Event;
use crate::sim::layout::Layout;
use crate::sim::sample::Sample;

/// More holes than this no drill has: thirty days of a storm open some hundreds.
const HOLES: usize = 10_000;

/// Whether everything that an entry names is there.
pub fn fits(entry: &Entry, mission: &Mission) -> bool {
    match entry {
        Entry::Event(event) => said(event, mission) && names(event, &mission.layout),
        Entry::Sample(sample) => rows(sample, &mission.layout),
        // Orders are written with names, which the grammar looks up; a mark names nothing.
        Entry::Order(_) | Entry::Mark(_) => true,
    }
}

fn said(event: &Event, mission: &Mission) -> bool {
    match event {
        Event::Said { message } => usize::from(*message) < mission.messages.len(),
        Event::Script { event } => usize::from(*event) < mission.script.len(),
        _ => true,
    }
}

/// Every number in an event that stands for a thing, however deep: orders and reasons hold some too. They are found in
/// the form that the compiler derives, so that an event that is thought of later is asked without being listed here.
fn names(event: &Event, layout: &Layout) -> bool {
    let text = format!("{event:?}");
    let lists = [
        ("SegmentId(", layout.segments.len()),
        ("CompartmentId(", layout.compartments.len()),
        ("HatchId(", layout.hatches.len()),
        ("VehicleId(", layout.vehicles.len()),
        ("PersonId(", layout.crew.len()),
        ("EquipmentId(", layout.equipment.len()),
        ("TankId(", layout.tanks.len()),
        ("SensorId(", layout.sensors.len()),
        // No list of the mission's says how many of these there can be: a storm opens some.
        ("HoleId(", HOLES),
        ("FoundId(", HOLES),
    ];
    lists.iter().all(|(kind, count)| {
        text.split(kind).skip(1).all(|rest| {
            let number = rest.split(')').next().and_then(|digits| digits.parse::<usize>().ok());
            number.is_some_and(|number| number < *count)
        })
    })
}

fn rows(sample: &Sample, layout: &Layout) -> bool {
    let person = |p: &crate::sim::sample::PersonSample| {
        p.who.ix() < layout.crew.len() && p.at.ix() < layout.compartments.len() && (0.0..=1.0).contains(&p.exposure)
    };
    sample.air.len() == layout.compartments.len()
        && sample.sensors.len() == layout.sensors.len()
        && sample.crew.len() <= layout.crew.len()
        && sample.crew.iter().all(person)
}
