//! How everything stands, as plain mode reads it out: all that a console knows, a line a thing.

use super::super::{Form, Words};
use super::measure;
use crate::sim::console::{
    CheckView, Console, HatchState, HatchView, HoleView, KnownPressure, PersonView, SensorView, VehicleView,
};
use crate::sim::ids::{CompartmentId, PersonId};
use crate::sim::item::Item;
use crate::sim::layout::{HatchKind, Quantity};
use crate::units::Tick;
use std::iter::once;

impl Words<'_> {
    /// A line for all that can be known now; of hatches and machines, those that are not as they should be.
    pub fn status(&self, console: &Console, limit: Tick) -> String {
        let now = console.tick;
        let mut lines = vec![format!("{now} of {limit}")];
        lines.extend(console.alarms.iter().map(|alarm| {
            let seen = if alarm.acknowledged { "acknowledged" } else { "not acknowledged" };
            format!("alarm: {}, since {}, {seen}", self.alarm(alarm), alarm.since)
        }));
        lines.extend(console.sensors.iter().map(|sensor| self.sensed(sensor)));
        let known = console.pressures.iter().enumerate();
        lines.extend(known.filter_map(|(ix, known)| self.read_by_hand(CompartmentId::at(ix), known.as_ref()?, now)));
        lines.extend(console.crew.iter().map(|person| self.stands(person)));
        lines.extend(console.holes.iter().map(|hole| self.looks(hole)));
        lines.extend(self.hatches(&console.hatches));
        lines.extend(console.vehicles.iter().map(|vehicle| self.vehicle_stands(*vehicle)));
        lines.extend(console.tanks.iter().map(|tank| {
            let open = if tank.open { ", valve open" } else { "" };
            format!("{}: {} left{open}", self.tank(tank.tank), measure::kilograms(tank.left_kg))
        }));
        lines.extend(console.equipment.iter().filter(|machine| !machine.on || machine.broken).map(|machine| {
            format!("{}: {}", self.machine(machine.equipment), if machine.broken { "broken" } else { "off" })
        }));
        lines.extend(console.leak_check.iter().map(|check| self.checked(check)));
        lines.join("\n")
    }

    fn sensed(&self, view: &SensorView) -> String {
        let sensor = self.layout().sensor(view.sensor);
        let Some(value) = view.value else {
            return format!("the sensor {} shows nothing", sensor.id);
        };
        let (what, value) = match sensor.quantity {
            Quantity::Pressure => ("pressure", measure::mmhg(value)),
            Quantity::Oxygen => ("oxygen", measure::mmhg(value)),
            Quantity::CarbonDioxide => ("CO2", measure::mmhg(value)),
            Quantity::Temperature => ("temperature", measure::celsius(value)),
        };
        let rate = view.per_hour_10min.filter(|_| sensor.quantity == Quantity::Pressure);
        let rate = rate.map(|rate| format!(", {}", measure::mmhg_per_hour(rate))).unwrap_or_default();
        format!("{what} in {}: {value}{rate}", self.sensor_place(view.sensor, Form::Full))
    }

    fn read_by_hand(&self, place: CompartmentId, known: &KnownPressure, now: Tick) -> Option<String> {
        let who = self.person(known.by_hand?);
        let age = measure::span(now.since(known.at) as f64);
        let place = self.place(place, Form::Full);
        Some(format!("pressure in {place}: {:.2} mmHg by hand, read by {who} {age} ago", known.mmhg))
    }

    fn stands(&self, person: &PersonView) -> String {
        let mut line =
            format!("{} in {}: {}", self.person(person.who), self.place(person.at, Form::Full), self.busy(person));
        let mut add = |text: String| line += &format!("; {text}");
        if !person.queue.is_empty() {
            let queue: Vec<String> = person.queue.iter().map(|task| self.task(task)).collect();
            add(format!("then to {}", queue.join(", then to ")));
        }
        if let Some(mmhg) = person.needle_mmhg {
            add(format!("the needle stands at {mmhg:.2} mmHg"));
        }
        match (person.stopwatch, person.timed) {
            (Some((since, mmhg)), _) => add(format!("the stopwatch runs since {since}, from {mmhg:.2} mmHg")),
            (None, Some((seconds, fell))) => {
                add(format!("timed: {} for a fall of {fell:.2} mmHg", measure::clock(u64::from(seconds))));
            }
            (None, None) => {}
        }
        if let Some((seconds, at)) = person.committed {
            add(format!("committed to a reserve time of {} at {at}", measure::span(seconds)));
        }
        if let Some(seconds) = person.mask_s {
            add(format!("mask on, {} of oxygen left", measure::clock(u64::from(seconds))));
        }
        if person.suited {
            add("in the Sokol suit".to_owned());
        }
        if person.exposure >= 0.05 {
            add(format!("has had {:.0} % of the bad air that a person can stand", person.exposure * 100.0));
        }
        let carried: Vec<&str> = Item::ALL.iter().filter(|item| person.carries.has(**item)).map(|i| i.id()).collect();
        if !carried.is_empty() {
            add(format!("carries {}", carried.join(", ")));
        }
        line
    }

    fn looks(&self, hole: &HoleView) -> String {
        let mut line = format!(
            "hole {} in {}: looks {}{}",
            self.hole(hole.found),
            self.place(hole.at, Form::Full),
            measure::millimetres(hole.looks_mm),
            if hole.crack { " long, a crack" } else { "" }
        );
        let through = hole.through.map(|through| if through { "goes through" } else { "blind" }.to_owned());
        let side = hole
            .from_outside
            .map(|outside| if outside { "struck from outside" } else { "made from inside" }.to_owned());
        let finger = hole.finger.map(|who: PersonId| format!("{}'s finger on it", self.person(who)));
        let taped = hole.taped.map(|since| format!("taped at {since}"));
        let patched = hole.patched.map(|since| format!("patched at {since}"));
        let coats = hole.coated.filter(|_| hole.coats > 0).map(|at| {
            let state = if hole.tacky { "tacky" } else { "still wet" };
            format!("{} of sealant, the last at {at}, {state}", measure::count(u64::from(hole.coats), "coat", "coats"))
        });
        let blister = hole.blister.then(|| "a blister in the coat".to_owned());
        let lost = hole.lost.then(|| "what was put on hangs loose".to_owned());
        let looked = through.or_else(|| Some("not looked at closely".to_owned()));
        for part in [looked, side, finger, taped, patched, coats, blister, lost].into_iter().flatten() {
            line += &format!(", {part}");
        }
        line
    }

    /// Hatches that are not simply open, and how many are.
    fn hatches(&self, views: &[HatchView]) -> Vec<String> {
        let doors =
            || views.iter().filter(|view| !view.gone && self.layout().hatch(view.hatch).kind != HatchKind::Open);
        let mut lines: Vec<String> = doors().filter_map(|view| self.hatch_stands(view)).collect();
        let open = doors().filter(|view| view.state == HatchState::Open).count() as u64;
        if open > 0 {
            let all = if lines.is_empty() { "all " } else { "" };
            lines.push(format!("{all}{}", measure::count(open, "hatch open", "hatches open")));
        }
        lines
    }

    fn hatch_stands(&self, view: &HatchView) -> Option<String> {
        let state = match view.state {
            HatchState::Open => None,
            HatchState::Moving(share) => Some(format!("being moved, {:.0} % open", share * 100.0)),
            HatchState::Shut => Some(format!("shut since {}", view.since)),
        };
        let valve = view.valve_open.then(|| "its valve open".to_owned());
        let blocked = view.obstructed.then(|| "something lies through it".to_owned());
        let jammed = view.jammed.then(|| "jammed".to_owned());
        let flow = view.flow_into.map(|into| format!("air flows into {}", self.place(into, Form::Full)));
        let parts: Vec<String> = [state, jammed, valve, blocked, flow].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("hatch {}: {}", self.hatch(view.hatch), parts.join(", ")))
    }

    fn vehicle_stands(&self, view: VehicleView) -> String {
        let state = if view.docked { "docked" } else { "gone" };
        let fault = view.degraded.then_some("a lifeboat only in need");
        let parts: Vec<&str> = once(state).chain(fault).collect();
        format!("{}: {}", self.vehicle(view.vehicle), parts.join(", "))
    }

    fn checked(&self, check: &CheckView) -> String {
        format!(
            "last leak check in {}: {}, {:.2} mmHg over {}{}",
            self.place(check.at, Form::Full),
            if check.holds { "holds" } else { "falls" },
            check.fell_mmhg,
            measure::span(f64::from(check.over_s)),
            if check.fresh { "" } else { ", and something was moved since" }
        )
    }
}
