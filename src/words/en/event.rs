//! What happened, as a line of a panel and as a sentence of a report.
//!
//! Visible events are told from their visible fields alone: the true reserve time beside a committed one, or whether a
//! declaration was sound, are for score and outcome to tell.

use super::super::{Form, SHORT_COLUMNS, Words, fit};
use super::{alarm, claim, item, measure, outcome, topic};
use crate::sim::event::Event;

impl Words<'_> {
    /// One line of at most 60 columns.
    pub fn event_short(&self, event: &Event) -> String {
        fit(&self.told(event, Form::Short), SHORT_COLUMNS)
    }

    /// A whole sentence.
    pub fn event(&self, event: &Event) -> String {
        let text = self.told(event, Form::Full);
        if text.ends_with(['.', '!', '?']) { text } else { text + "." }
    }

    fn told(&self, event: &Event, form: Form) -> String {
        let full = form == Form::Full;
        let name = |who| self.person(who);
        let place = |at| self.place(at, form);
        let hole = |found| self.hole(found);
        match *event {
            Event::Refused { ref act, why } => match form {
                Form::Short => format!("Refused: {}", self.refusal(&why).what),
                Form::Full => format!("Refused: \"{}\". {}", self.act(act), self.refusal(&why).line()),
            },
            Event::Began { who, ref task, takes_s: Some(s) } => {
                format!("{} began {}, {}", name(who), self.doing(task), measure::clock(u64::from(s)))
            }
            Event::Began { who, ref task, takes_s: None } => format!("{} began {}", name(who), self.doing(task)),
            Event::Finished { who, ref task } => format!("{} finished {}", name(who), self.doing(task)),
            Event::Failed { who, ref task, why } => match form {
                Form::Short => format!("{} could not {}", name(who), self.task(task)),
                Form::Full => format!("{} could not {}. {}", name(who), self.task(task), self.refusal(&why).line()),
            },
            Event::Stopped { who, ref task } => format!("{} stopped {}", name(who), self.doing(task)),
            Event::HandedOver { who, to, ref task } => match form {
                Form::Short => format!("{} took over from {}", name(to), name(who)),
                Form::Full => format!("{} took over from {}: {}", name(to), name(who), self.task(task)),
            },
            Event::Arrived { who, at } => format!("{} is in {}", name(who), place(at)),
            Event::Mustered { present, of } if present == of => format!("Muster: all {of} answered"),
            Event::Mustered { present, of } => format!("Muster: {present} of {of} answered"),
            Event::Took { who, item: what } => format!("{} has {}", name(who), item(what)),

            Event::HatchShut { hatch, who, cut_off: 0 } => {
                format!("{} shut the {} hatch", name(who), self.hatch(hatch))
            }
            Event::HatchShut { hatch, who, cut_off } => {
                let people = measure::count(u64::from(cut_off), "person", "people");
                match form {
                    Form::Short => format!("{} shut {}: {people} cut off", name(who), self.hatch(hatch)),
                    Form::Full => format!(
                        "{} shut the {} hatch, and {people} now {} no open way to their own vehicle",
                        name(who),
                        self.hatch(hatch),
                        if cut_off == 1 { "has" } else { "have" }
                    ),
                }
            }
            Event::HatchOpened { hatch, who, dp_mmhg } if full && dp_mmhg.abs() >= 0.05 => {
                format!("{} opened the {} hatch against {}", name(who), self.hatch(hatch), measure::mmhg(dp_mmhg.abs()))
            }
            Event::HatchOpened { hatch, who, .. } => format!("{} opened the {} hatch", name(who), self.hatch(hatch)),
            Event::ValveTurned { hatch, who, open } => {
                format!("{} {} the {} valve", name(who), if open { "opened" } else { "shut" }, self.hatch(hatch))
            }
            Event::HatchCleared { hatch, who } => format!("{} cleared the {} hatch", name(who), self.hatch(hatch)),
            Event::HatchJammed { hatch, jammed: true } => format!("The {} hatch jammed", self.hatch(hatch)),
            Event::HatchJammed { hatch, jammed: false } => format!("The {} hatch came free", self.hatch(hatch)),

            Event::GaugeRead { who, at, mmhg } => {
                format!("{} reads {mmhg:.2} mmHg in {}", name(who), place(at))
            }
            Event::StopwatchPressed { who, start: true, mmhg } => {
                format!("{} started the stopwatch at {mmhg:.2} mmHg", name(who))
            }
            Event::StopwatchPressed { who, start: false, mmhg } => {
                format!("{} stopped the stopwatch at {mmhg:.2} mmHg", name(who))
            }
            Event::Committed { who, at, estimate_s, true_s: _ } => {
                format!("{}: reserve time {} in {}", name(who), measure::span(estimate_s), place(at))
            }
            Event::LeakChecked { who: _, at, fell_mmhg: _, over_s, holds: true, .. } if !full => {
                format!("Leak check in {}: holds over {}", place(at), measure::span(f64::from(over_s)))
            }
            Event::LeakChecked { who: _, at, fell_mmhg, over_s: _, holds: false, .. } if !full => {
                format!("Leak check in {}: fell {fell_mmhg:.2} mmHg", place(at))
            }
            Event::LeakChecked { who, at, fell_mmhg, over_s, holds, .. } => format!(
                "{}'s leak check in {} over {} {}: it fell by {fell_mmhg:.2} mmHg, temperature taken out{}",
                name(who),
                place(at),
                measure::span(f64::from(over_s)),
                if holds { "holds" } else { "fails" },
                if holds { ", which is no leak that the gauge could tell" } else { "" }
            ),
            Event::FlowSensed { hatch, into: Some(at) } => {
                format!("Flow at the {} hatch, into {}", self.hatch(hatch), place(at))
            }
            Event::FlowSensed { hatch, into: None } => format!("No more flow at the {} hatch", self.hatch(hatch)),

            Event::Struck { at, particle_mm, speed_km_s, perforated } => {
                let size = measure::millimetres(particle_mm);
                let effect = if perforated { "and went through" } else { "and did not go through" };
                match form {
                    Form::Short => format!("{}: struck, {size} {effect}", place(at)),
                    Form::Full => format!("A particle of {size} at {speed_km_s:.0} km/s struck {} {effect}", place(at)),
                }
            }
            Event::HoleOpened { hole: _, at, cd_area_mm2 } if cd_area_mm2 <= 0.0 => {
                format!("A blind hole was made in {}, and lets nothing through", place(at))
            }
            Event::HoleOpened { hole: _, at, cd_area_mm2 } => {
                format!("A hole of {} opened in {}", measure::square_millimetres(cd_area_mm2), place(at))
            }
            Event::HoleChanged { hole, cd_area_mm2 } => {
                let number = u32::from(hole.0) + 1;
                format!("Leak {number} changed to {}", measure::square_millimetres(cd_area_mm2))
            }

            Event::Heard { who } => match form {
                Form::Short => format!("{} heard a bang", name(who)),
                Form::Full => format!("{} heard a bang; from where cannot be told", name(who)),
            },
            Event::FoundNothing { who, at, by_ear } => {
                let how = if by_ear { "heard nothing" } else { "saw nothing" };
                match form {
                    Form::Short => format!("{} {how} in {}", name(who), place(at)),
                    Form::Full => {
                        format!("{} {how} in {}, which does not prove that nothing is there", name(who), place(at))
                    }
                }
            }
            Event::HoleFound { who, at, found, by_ear } => {
                let how = if by_ear { "by ear" } else { "by eye" };
                format!("{} found hole {} in {}, {how}", name(who), hole(found), place(at))
            }
            Event::HoleInspected { who, found, through, from_outside } => {
                let depth = if through { "goes through" } else { "is blind" };
                let side = if from_outside { "struck from outside" } else { "made from inside" };
                match form {
                    Form::Short => format!("Hole {} {depth}, {side}", hole(found)),
                    Form::Full => format!("{} looked at hole {}: it {depth}, {side}", name(who), hole(found)),
                }
            }
            Event::HolePhotographed { who, found } => format!("{} photographed hole {}", name(who), hole(found)),
            Event::FingerOn { who, found, on: true } => format!("{} holds a finger on hole {}", name(who), hole(found)),
            Event::FingerOn { who, found, on: false } => {
                format!("{} took the finger off hole {}", name(who), hole(found))
            }
            Event::Taped { who, found } => format!("{} taped hole {}", name(who), hole(found)),
            Event::Coated { who, found, coat, .. } => format!("{} put coat {coat} on hole {}", name(who), hole(found)),
            Event::Patched { who, found } => format!("{} put a patch on hole {}", name(who), hole(found)),
            Event::CoatTacky { found } => match form {
                Form::Short => format!("The coat on hole {} is tacky", hole(found)),
                Form::Full => format!("The coat on hole {} is tacky: it can be checked, and coated again", hole(found)),
            },
            Event::BlisterSeen { who, found } => match form {
                Form::Short => format!("{} sees a blister on hole {}", name(who), hole(found)),
                Form::Full => {
                    format!("{} sees a blister in the coat on hole {}: air is getting under it", name(who), hole(found))
                }
            },

            Event::TankValve { who, tank, open } => {
                format!("{} {} the {} valve", name(who), if open { "opened" } else { "shut" }, self.tank(tank))
            }
            Event::TankEmpty { tank } => format!("Empty: {}", self.tank(tank)),
            Event::CandleLit { who, at } => format!("{} lit an oxygen candle in {}", name(who), place(at)),
            Event::Switched { who, equipment, on } => {
                let state = if on { "on" } else { "off" };
                match (who, form) {
                    (Some(who), _) => format!("{} switched {state}: {}", name(who), self.machine(equipment)),
                    (None, Form::Short) => format!("Went {state}: {}", self.machine(equipment)),
                    (None, Form::Full) => {
                        format!("The automatic response switched {state}: {}", self.machine(equipment))
                    }
                }
            }
            Event::EquipmentFault { equipment, broken: true } => format!("Broke down: {}", self.machine(equipment)),
            Event::EquipmentFault { equipment, broken: false } => format!("Works again: {}", self.machine(equipment)),
            Event::SensorFault { sensor, faulty } => {
                let state = if faulty { "went wrong" } else { "is right again" };
                format!("The sensor {} in {} {state}", self.layout().sensor(sensor).id, self.sensor_place(sensor, form))
            }

            Event::Woke { who } => format!("{} is awake", name(who)),
            Event::Slept { who } => format!("{} went to sleep", name(who)),
            Event::MaskOn { who, on: true } => format!("{} has a mask on", name(who)),
            Event::MaskOn { who, on: false } => format!("{}'s mask is off", name(who)),
            Event::SuitOn { who } => match form {
                Form::Short => format!("{} wears the Sokol suit", name(who)),
                Form::Full => format!("{} wears the Sokol suit, which only the hose of a seat feeds", name(who)),
            },
            Event::FeelsIll { who } => match form {
                Form::Short => format!("{} feels unwell", name(who)),
                Form::Full => format!("{} feels unwell: look at oxygen, carbon dioxide and pressure there", name(who)),
            },
            Event::Fainted { who } => format!("{} fainted", name(who)),
            Event::CameTo { who } => format!("{} came to", name(who)),
            Event::Died { who } => format!("{} died", name(who)),

            Event::LinerMoved { who, vehicle } => format!("{}'s seat liner is in {}", name(who), self.vehicle(vehicle)),
            Event::Seated { who, vehicle } => format!("{} is strapped into {}", name(who), self.vehicle(vehicle)),
            Event::Undocked { vehicle, people } => {
                let people = if people == 0 { "empty".to_string() } else { format!("{people} aboard") };
                format!("{} undocked, {people}", self.vehicle(vehicle))
            }
            Event::VehicleDegraded { vehicle } => match form {
                Form::Short => format!("{}: a lifeboat only in need", self.vehicle(vehicle)),
                Form::Full => format!("{} has a fault: it is a lifeboat only in need", self.vehicle(vehicle)),
            },

            Event::Alarm { kind, sensor } => {
                let at = sensor.map(|s| format!(", {}", self.sensor_place(s, form))).unwrap_or_default();
                format!("{}: {}{at}", alarm::class(kind.class()), alarm::name(kind))
            }
            Event::AlarmCleared { kind } => format!("Over: {}", alarm::name(kind)),
            Event::Acknowledged => "Alarms acknowledged".into(),
            Event::Reported { who, topic: what, founded: _ } => {
                format!("{} told the ground {}", name(who), topic(what))
            }
            Event::Said { message } => match self.message(message) {
                Some(message) => format!("{}: {}", message.from, message.text),
                None => format!("Message {message}"),
            },
            Event::Script { event } => format!("Script event {} happened", u32::from(event) + 1),

            Event::Declared { claim: what, sound: _ } => format!("Declared: {}", claim(what)),
            Event::Ended { outcome: how } => format!("The drill is over: {}", outcome::name(how)),
        }
    }
}
