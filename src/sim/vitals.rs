//! Every ten seconds: people breathe what is where they are, and flow sensors feel what streams past them.

use super::body::{Breath, Toll};
use super::console::Condition;
use super::event::Event;
use super::gas::Species;
use super::ids::{HatchId, PersonId};
use super::order::Task;
use super::person::Person;
use super::station::{SLOW_TICKS, Station};

/// A flow sensor feels this, m/s, once the air has been still for so many seconds (facts 2.3: a few minutes; physics:
/// above some 30 mm/s with fans off).
const FLOW_M_S: f64 = 0.03;
const STILL_S: u64 = 180;
/// Share of oxygen in a mask.
const MASK_SHARE: f64 = 0.95;
/// Cabin pressure below which a suit on its hose is given oxygen instead of cabin air, mmHg (facts 5.3: 600 hPa); then
/// the pressure in it, mmHg (0.4 atm).
const HOSE_MMHG: f64 = 450.0;
const SUIT_MMHG: f64 = 300.0;
/// What a suit full of oxygen gives to breathe, mmHg (model choice: enough, with the breath in it).
const SUIT_O2_MMHG: f64 = 160.0;
const SUIT_CO2_MMHG: f64 = 3.0;
/// Exposure at which a person notices.
const NOTICES: f64 = 0.25;

impl Station {
    /// Ten seconds of everybody's breath.
    pub(super) fn breathe(&mut self, events: &mut Vec<Event>) {
        for ix in 0..self.crew.len() {
            if !self.crew[ix].aboard() {
                continue;
            }
            self.feed_by_hose(ix);
            let breath = self.breath_of(&self.crew[ix]);
            let person = &mut self.crew[ix];
            let who = PersonId::at(ix);
            if let Some(left) = person.mask_s.as_mut() {
                *left = left.saturating_sub(SLOW_TICKS as u32);
                if *left == 0 {
                    person.mask_s = None;
                    events.push(Event::MaskOn { who, on: false });
                }
            }
            let before = person.body.exposure();
            let conscious = person.condition != Condition::Unconscious;
            let asleep = person.condition == Condition::Asleep;
            let toll = person.body.breathe(breath, asleep, conscious, SLOW_TICKS as f64);
            if before < NOTICES && person.body.exposure() >= NOTICES && person.awake() {
                events.push(Event::FeelsIll { who });
            }
            match toll {
                Toll::Bears => {
                    if person.awake() {
                        person.condition = if person.body.slow { Condition::Impaired } else { Condition::Well };
                    }
                }
                Toll::Faints => self.collapse(who, Condition::Unconscious, Event::Fainted { who }, events),
                Toll::Dies => self.collapse(who, Condition::Dead, Event::Died { who }, events),
                Toll::ComesTo => {
                    person.condition = Condition::Impaired;
                    events.push(Event::CameTo { who });
                }
            }
        }
    }

    fn collapse(&mut self, who: PersonId, condition: Condition, event: Event, events: &mut Vec<Event>) {
        self.drop_job(who, events);
        let person = &mut self.crew[who.ix()];
        person.queue.clear();
        person.condition = condition;
        self.support.stale = true;
        events.push(event);
    }

    /// The oxygen of a suit flows where its hose is at hand and the cabin has too little air, as long as it lasts.
    fn feed_by_hose(&mut self, ix: usize) {
        let mmhg = self.air.pressure(u32::from(self.crew[ix].at.0)).mmhg();
        let person = &mut self.crew[ix];
        let fed = person.on_hose() && mmhg < HOSE_MMHG;
        if fed {
            person.hose_s = person.hose_s.saturating_sub(SLOW_TICKS as u32);
        }
        self.support.stale |= fed != person.fed;
        person.fed = fed;
    }

    fn breath_of(&self, person: &Person) -> Breath {
        let at = u32::from(person.at.0);
        let total_mmhg = self.air.pressure(at).mmhg();
        let works = person.job.as_ref().is_some_and(|j| {
            matches!(j.task, Task::Move(_) | Task::Close(_) | Task::Open(_) | Task::Clear(_) | Task::Liner(_))
        });
        if person.fed {
            let total_mmhg = total_mmhg.max(SUIT_MMHG);
            return Breath { o2_mmhg: SUIT_O2_MMHG, co2_mmhg: SUIT_CO2_MMHG, total_mmhg, works: false };
        }
        let o2_mmhg = self.air.partial(at, Species::O2).mmhg();
        let co2_mmhg = self.air.partial(at, Species::CO2).mmhg();
        match person.mask_s {
            Some(_) => Breath { o2_mmhg: o2_mmhg.max(MASK_SHARE * total_mmhg), co2_mmhg: 1.0, total_mmhg, works },
            None => Breath { o2_mmhg, co2_mmhg, total_mmhg, works },
        }
    }

    /// What the flow sensors feel, in still air.
    pub(super) fn feel_flow(&mut self, events: &mut Vec<Event>) {
        let still = self.still_since.is_some_and(|since| self.now.since(since) >= STILL_S);
        for ix in 0..self.doors.len() {
            let hatch = &self.layout.hatches[ix];
            if !hatch.flow_sensor {
                continue;
            }
            let into = if still && self.doors[ix].passable() { self.stream(ix) } else { None };
            if into != self.doors[ix].flow_into {
                self.doors[ix].flow_into = into;
                events.push(Event::FlowSensed { hatch: HatchId::at(ix), into });
            }
        }
    }

    fn stream(&self, ix: usize) -> Option<super::ids::CompartmentId> {
        let hatch = &self.layout.hatches[ix];
        let [a, b] = hatch.between;
        let m3_s = self.air.passage_stream(ix as u32).0;
        (m3_s.abs() >= FLOW_M_S * hatch.area.0).then_some(if m3_s > 0.0 { b } else { a })
    }
}
