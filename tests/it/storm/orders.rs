//! Random orders: anything that can be said, sensible or not.

use leakdrill::sim::ids::*;
use leakdrill::sim::item::Item;
use leakdrill::sim::layout::Layout;
use leakdrill::sim::order::{Act, Claim, Task, Topic};
use leakdrill::sim::rng::Draw;

/// Any task at all, sensible or not.
fn any_task(draw: &mut Draw, layout: &Layout) -> Task {
    let mut below = |n: usize| draw.below(n.max(1) as u64) as usize;
    let hatch = HatchId::at(below(layout.hatches.len()));
    let place = CompartmentId::at(below(layout.compartments.len()));
    let found = FoundId::at(below(3));
    let vehicle = VehicleId::at(below(layout.vehicles.len()));
    let person = PersonId::at(below(layout.crew.len()));
    let item = Item::ALL[below(Item::ALL.len())];
    let on = below(2) == 0;
    match below(32) {
        // What is not there has no name, and an order speaks in names.
        4..=9 if layout.hatches.is_empty() => Task::Search,
        26 | 27 | 31 if layout.vehicles.is_empty() => Task::Sleep,
        0..=3 => Task::Move(place),
        4 | 5 => Task::Close(hatch),
        6 | 7 => Task::Open(hatch),
        8 => Task::Equalise(hatch),
        9 => Task::Clear(hatch),
        10 => Task::Measure(on.then_some(120)),
        11 | 12 => Task::Listen,
        13 => Task::Search,
        14 => Task::Inspect(found),
        15 => Task::Photograph(found),
        16 => Task::Finger(found),
        17 => Task::Tape(found),
        18 => Task::Sealant(found),
        19 => Task::Patch(found),
        20 => Task::LeakCheck(1 + below(1800) as u32),
        21 if !layout.tanks.is_empty() => Task::Valve(TankId::at(below(layout.tanks.len())), on),
        22 => Task::Candle,
        23 => Task::Wake(person),
        24 => Task::Mask(on),
        25 => Task::Suit,
        26 => Task::Liner(vehicle),
        27 => Task::Enter(vehicle),
        28 if !layout.equipment.is_empty() => Task::Switch(EquipmentId::at(below(layout.equipment.len())), on),
        29 => Task::Fetch(item),
        30 => Task::Give(item, person),
        31 => [Task::Sleep, Task::Report(Topic::Status), Task::Undock(vehicle)][below(3)],
        _ => Task::Report(Topic::Leak),
    }
}

/// Any order at all. Declarations are rare, since they end a drill.
pub fn any_act(draw: &mut Draw, layout: &Layout) -> Act {
    let who = PersonId::at(draw.below(layout.crew.len() as u64) as usize);
    match draw.below(24) {
        0 => Act::Stop { who },
        1 => Act::HandOver { who, to: PersonId::at(draw.below(layout.crew.len() as u64) as usize) },
        2 => Act::Stopwatch { who, start: draw.chance(0.5) },
        3 => Act::Commit { who, reserve_s: draw.range(-10.0, 1e6) },
        4 if draw.chance(0.3) => Act::Muster { to: None },
        5 if draw.chance(0.2) => Act::RaiseAlarm,
        6 => Act::Acknowledge,
        7 => Act::GroundWake { who },
        8 if draw.chance(0.01) => Act::Declare(if draw.chance(0.5) { Claim::Held } else { Claim::Isolated }),
        _ => Act::Task { who, task: any_task(draw, layout) },
    }
}
