//! A console put together from what a record says, for rules that this program does not play.
//!
//! Events say what was done, samples what the instruments showed each minute: enough to see a drill again, less than
//! flying it. What no line tells is left as the mission had it (stocks) or out (queues, tanks' contents). Nothing here
//! proves anything: a record shown in this way is not certified.

use super::record::Record;
use crate::drill::Drill;
use crate::drill::log::Entry;
use crate::sim::alarm::Alarm;
use crate::sim::console::*;
use crate::sim::event::Event;
use crate::sim::ids::{FoundId, PersonId, SensorId};
use crate::sim::layout::Quantity;
use crate::sim::order::Task;
use crate::sim::sample::Sample;
use crate::units::Tick;

/// Seconds over which the shorter of the two rates is taken.
const TEN_MINUTES: u64 = 600;
/// Over which the longer.
const HOUR: u64 = 3600;

/// What the crew could know at a moment, as far as the record says.
pub fn console(record: &Record, now: Tick) -> Console {
    let fresh = Drill::new(record.mission.clone(), record.header.seed);
    let mut fold = Fold { console: fresh.console(Viewpoint::Crew), began: Vec::new() };
    fold.console.tanks.clear();
    fold.began = vec![Tick::ZERO; fold.console.crew.len()];
    let entries = record.log.entries();
    let until = entries.partition_point(|(tick, _)| *tick <= now);
    let mut last = None;
    for (tick, entry) in &entries[..until] {
        match entry {
            Entry::Event(event) => fold.event(*tick, event),
            Entry::Sample(sample) => {
                fold.people(sample);
                last = Some((*tick, sample.as_ref()));
            }
            Entry::Order(_) | Entry::Mark(_) => {}
        }
    }
    fold.console.tick = now;
    if let Some((at, sample)) = last {
        fold.gauges(record, at, sample);
    }
    fold.progress(now);
    fold.console
}

/// The last sample that is no later than a moment.
pub fn sample(record: &Record, now: Tick) -> Option<(Tick, &Sample)> {
    let entries = record.log.entries();
    let until = entries.partition_point(|(tick, _)| *tick <= now);
    entries[..until].iter().rev().find_map(|(tick, entry)| match entry {
        Entry::Sample(sample) => Some((*tick, sample.as_ref())),
        _ => None,
    })
}

struct Fold {
    console: Console,
    /// When each person's task began.
    began: Vec<Tick>,
}

impl Fold {
    fn person(&mut self, who: PersonId) -> Option<&mut PersonView> {
        self.console.crew.get_mut(who.ix())
    }

    fn people(&mut self, sample: &Sample) {
        for p in &sample.crew {
            if let Some(person) = self.person(p.who) {
                (person.at, person.condition) = (p.at, p.condition);
                (person.exposure, person.needle_mmhg) = (p.exposure, p.needle);
            }
        }
    }

    /// Sensors and their rates from the samples.
    fn gauges(&mut self, record: &Record, at: Tick, now: &Sample) {
        let before = |span: u64| (at.0 >= span).then(|| sample(record, at - span)).flatten();
        let per_hour = |ix: usize, earlier: Option<(Tick, &Sample)>| {
            let (then, earlier) = earlier?;
            let fell = now.sensors.get(ix).copied().flatten()? - earlier.sensors.get(ix).copied().flatten()?;
            Some(fell * 3600.0 / at.since(then).max(1) as f64)
        };
        let (short, long) = (before(TEN_MINUTES), before(HOUR));
        let rates = !record.header.exam;
        for (ix, value) in now.sensors.iter().enumerate() {
            let Some(view) = self.console.sensors.get_mut(ix) else { continue };
            view.value = *value;
            view.per_hour_10min = per_hour(ix, short).filter(|_| rates);
            view.per_hour_1h = per_hour(ix, long).filter(|_| rates);
            let sensor = record.mission.layout.sensor(SensorId::at(ix));
            let known = self.console.pressures.get_mut(sensor.compartment.ix());
            if let (Quantity::Pressure, Some(mmhg), Some(known)) = (sensor.quantity, *value, known)
                && known.is_none_or(|k| k.at <= at)
            {
                *known = Some(KnownPressure { mmhg, at, by_hand: None });
            }
        }
    }

    /// How far everybody's task is by now.
    fn progress(&mut self, now: Tick) {
        for (person, began) in self.console.crew.iter_mut().zip(&self.began) {
            if let Some(job) = &mut person.job {
                job.done_s = u32::try_from(now.since(*began)).unwrap_or(u32::MAX);
                job.left_s = job.left_s.map(|takes| takes.saturating_sub(job.done_s));
            }
        }
    }

    fn begin(&mut self, at: Tick, who: PersonId, task: Task, takes_s: Option<u32>) {
        if let Some(began) = self.began.get_mut(who.ix()) {
            *began = at;
        }
        if let Some(person) = self.person(who) {
            person.job = Some(JobView { task, walking_to: None, done_s: 0, left_s: takes_s });
        }
    }

    fn event(&mut self, at: Tick, event: &Event) {
        match *event {
            Event::Began { who, task, takes_s } => self.begin(at, who, task, takes_s),
            Event::HandedOver { who, to, task } => {
                let left = self.person(who).and_then(|p| p.job.take()).and_then(|job| job.left_s);
                self.begin(at, to, task, left);
            }
            Event::Finished { who, .. } | Event::Failed { who, .. } | Event::Stopped { who, .. } => {
                if let Some(person) = self.person(who) {
                    (person.job, person.needle_mmhg) = (None, None);
                }
            }
            Event::Alarm { kind, sensor } => {
                self.console.alarms.retain(|alarm| alarm.kind != kind);
                self.console.alarms.push(Alarm { kind, sensor, since: at, acknowledged: false, active: true });
            }
            Event::AlarmCleared { kind } => {
                self.console.alarms.retain(|alarm| alarm.kind != kind || !alarm.acknowledged);
                self.console
                    .alarms
                    .iter_mut()
                    .filter(|alarm| alarm.kind == kind)
                    .for_each(|alarm| alarm.active = false);
            }
            Event::Acknowledged => {
                self.console.alarms.retain(|alarm| alarm.active);
                self.console.alarms.iter_mut().for_each(|alarm| alarm.acknowledged = true);
            }
            Event::LeakChecked { at: place, fell_mmhg, over_s, holds, needs_s, .. } => {
                let check = CheckView { at: place, ended: at, fell_mmhg, over_s, needs_s, holds, fresh: true };
                self.console.leak_check = Some(check);
            }
            Event::Undocked { vehicle, .. } => self.undock(vehicle),
            Event::VehicleDegraded { vehicle } => {
                if let Some(ship) = self.console.vehicles.get_mut(vehicle.ix()) {
                    ship.degraded = true;
                }
            }
            Event::TankValve { .. } | Event::TankEmpty { .. } => {}
            Event::Switched { equipment, on, .. } => {
                if let Some(machine) = self.console.equipment.get_mut(equipment.ix()) {
                    machine.on = on;
                }
            }
            Event::EquipmentFault { equipment, broken } => {
                if let Some(machine) = self.console.equipment.get_mut(equipment.ix()) {
                    machine.broken = broken;
                }
            }
            Event::Ended { outcome } => self.console.outcome = Some(outcome),
            _ => self.doors(at, event),
        }
    }

    fn doors(&mut self, at: Tick, event: &Event) {
        let (hatch, change): (_, &dyn Fn(&mut HatchView)) = match event {
            Event::HatchShut { hatch, .. } => (hatch, &|h| h.state = HatchState::Shut),
            Event::HatchOpened { hatch, .. } => (hatch, &|h| h.state = HatchState::Open),
            Event::ValveTurned { hatch, open, .. } => (hatch, &|h| h.valve_open = *open),
            Event::HatchCleared { hatch, .. } => (hatch, &|h| h.obstructed = false),
            Event::FlowSensed { hatch, into } => (hatch, &|h| h.flow_into = *into),
            _ => return self.bodies(at, event),
        };
        if let Some(view) = self.console.hatches.get_mut(hatch.ix()) {
            let was = view.state;
            change(view);
            if was != view.state {
                view.since = at;
            }
        }
    }

    fn bodies(&mut self, at: Tick, event: &Event) {
        let (who, change): (_, &dyn Fn(&mut PersonView)) = match event {
            Event::Arrived { who, at: place } => (who, &|p| p.at = *place),
            Event::Took { who, item } => (who, &|p| p.carries.add(*item, 1)),
            Event::Woke { who } | Event::CameTo { who } => (who, &|p| p.condition = Condition::Well),
            Event::Slept { who } => (who, &|p| p.condition = Condition::Asleep),
            Event::Fainted { who } => (who, &|p| p.condition = Condition::Unconscious),
            Event::Died { who } => (who, &|p| p.condition = Condition::Dead),
            Event::SuitOn { who } => (who, &|p| p.suited = true),
            Event::Seated { who, vehicle } => (who, &|p| p.seated = Some(*vehicle)),
            Event::LinerMoved { who, vehicle } => (who, &|p| p.liner = Some(*vehicle)),
            Event::Committed { who, estimate_s, .. } => (who, &|p| p.committed = Some((*estimate_s, at))),
            Event::StopwatchPressed { who, start: true, mmhg } => (who, &|p| p.stopwatch = Some((at, *mmhg))),
            Event::StopwatchPressed { who, start: false, mmhg } => (who, &|p| {
                let timed = p.stopwatch.take().map(|(since, from)| (at.since(since), from - *mmhg));
                p.timed = timed.map(|(s, fell)| (u32::try_from(s).unwrap_or(u32::MAX), fell));
            }),
            Event::GaugeRead { who, at: place, mmhg } => {
                if let Some(known) = self.console.pressures.get_mut(place.ix()) {
                    *known = Some(KnownPressure { mmhg: *mmhg, at, by_hand: Some(*who) });
                }
                (who, &|p| p.needle_mmhg = Some(*mmhg))
            }
            _ => return self.holes(at, event),
        };
        if let Some(person) = self.person(*who) {
            change(person);
        }
    }

    fn holes(&mut self, at: Tick, event: &Event) {
        if let Event::HoleFound { at: place, found, .. } = *event {
            self.console.holes.push(found_hole(found, place));
            return;
        }
        let (found, change): (_, &dyn Fn(&mut HoleView)) = match event {
            Event::HoleInspected { found, through, from_outside, .. } => (found, &|h| {
                (h.through, h.from_outside) = (Some(*through), Some(*from_outside));
            }),
            Event::FingerOn { who, found, on } => (found, &|h| h.finger = on.then_some(*who)),
            Event::Taped { found, .. } => (found, &|h| h.taped = Some(at)),
            Event::Patched { found, .. } => (found, &|h| h.patched = Some(at)),
            Event::Coated { found, coat, .. } => (found, &|h| {
                (h.coats, h.coated, h.tacky) = (*coat, Some(at), false);
            }),
            Event::CoatTacky { found } => (found, &|h| h.tacky = true),
            Event::BlisterSeen { found, .. } => (found, &|h| h.blister = true),
            _ => return,
        };
        if let Some(hole) = self.console.holes.iter_mut().find(|hole| hole.found == *found) {
            change(hole);
        }
        if let (Event::Taped { .. } | Event::Patched { .. } | Event::Coated { .. }, Some(check)) =
            (event, &mut self.console.leak_check)
        {
            check.fresh = false;
        }
    }

    fn undock(&mut self, vehicle: crate::sim::ids::VehicleId) {
        if let Some(ship) = self.console.vehicles.get_mut(vehicle.ix()) {
            ship.docked = false;
        }
        for person in self.console.crew.iter_mut().filter(|p| p.seated == Some(vehicle)) {
            (person.condition, person.job) = (Condition::Gone, None);
        }
    }
}

fn found_hole(found: FoundId, at: crate::sim::ids::CompartmentId) -> HoleView {
    HoleView {
        found,
        at,
        looks_mm: 0.0,
        crack: false,
        through: None,
        from_outside: None,
        finger: None,
        taped: None,
        patched: None,
        coats: 0,
        coated: None,
        tacky: false,
        blister: false,
        lost: false,
    }
}
