//! Orders put into words of the grammar: the way back from [`parse`](super::parse).

use super::duration;
use crate::sim::ids::{FoundId, HatchId, PersonId, VehicleId};
use crate::sim::layout::Layout;
use crate::sim::order::{Act, Claim, Task, Topic};

/// The canonical form, without a time. Parsing it gives the same act back.
pub fn write(act: &Act, layout: &Layout) -> String {
    let name = |who: PersonId| layout.person(who).id.as_str();
    match *act {
        Act::Task { who, task } => format!("{} {}", name(who), write_task(&task, layout)),
        Act::Stop { who } => format!("{} stop", name(who)),
        Act::HandOver { who, to } => format!("{} handover {}", name(who), name(to)),
        Act::Stopwatch { who, start } => {
            format!("{} stopwatch {}", name(who), if start { "start" } else { "stop" })
        }
        Act::Commit { who, reserve_s } => format!("{} commit {}", name(who), duration::write(reserve_s)),
        Act::Muster { to: None } => "crew muster".into(),
        Act::Muster { to: Some(to) } => format!("crew muster {}", layout.compartment(to).id),
        Act::RaiseAlarm => "crew alarm".into(),
        Act::Acknowledge => "crew acknowledge".into(),
        Act::GroundWake { who } => format!("ground wake {}", name(who)),
        Act::Declare(Claim::Held) => "crew declare held".into(),
        Act::Declare(Claim::Isolated) => "crew declare isolated".into(),
    }
}

fn write_task(task: &Task, layout: &Layout) -> String {
    let hatch = |id: HatchId| layout.hatch(id).id.as_str();
    let vehicle = |id: VehicleId| layout.vehicle(id).id.as_str();
    let hole = |id: FoundId| format!("h{}", u32::from(id.0) + 1);
    let on_off = |on: bool| if on { "on" } else { "off" };
    let seconds = |s: u32| duration::write(f64::from(s));
    match *task {
        Task::Move(to) => format!("move {}", layout.compartment(to).id),
        Task::Close(id) => format!("close {}", hatch(id)),
        Task::Open(id) => format!("open {}", hatch(id)),
        Task::Equalise(id) => format!("equalise {}", hatch(id)),
        Task::Clear(id) => format!("clear {}", hatch(id)),
        Task::Measure(None) => "measure".into(),
        Task::Measure(Some(s)) => format!("measure {}", seconds(s)),
        Task::Listen => "listen".into(),
        Task::Search => "search".into(),
        Task::Inspect(id) => format!("inspect {}", hole(id)),
        Task::Photograph(id) => format!("photograph {}", hole(id)),
        Task::Finger(id) => format!("finger {}", hole(id)),
        Task::Tape(id) => format!("tape {}", hole(id)),
        Task::Sealant(id) => format!("sealant {}", hole(id)),
        Task::Patch(id) => format!("patch {}", hole(id)),
        Task::LeakCheck(s) => format!("leakcheck {}", seconds(s)),
        Task::Valve(id, open) => format!("valve {} {}", layout.tank(id).id, if open { "open" } else { "shut" }),
        Task::Candle => "candle".into(),
        Task::Wake(who) => format!("wake {}", layout.person(who).id),
        Task::Mask(on) => format!("mask {}", on_off(on)),
        Task::Suit => "suit".into(),
        Task::Liner(id) => format!("liner {}", vehicle(id)),
        Task::Enter(id) => format!("enter {}", vehicle(id)),
        Task::Undock(id) => format!("undock {}", vehicle(id)),
        Task::Switch(id, on) => format!("switch {} {}", layout.machine(id).id, on_off(on)),
        Task::Fetch(item) => format!("fetch {}", item.id()),
        Task::Give(item, to) => format!("give {} {}", item.id(), layout.person(to).id),
        Task::Report(topic) => format!("report {}", topic_word(topic)),
        Task::Sleep => "sleep".into(),
    }
}

const fn topic_word(topic: Topic) -> &'static str {
    match topic {
        Topic::Pressure => "pressure",
        Topic::Muster => "muster",
        Topic::Leak => "leak",
        Topic::Repair => "repair",
        Topic::Status => "status",
    }
}
