//! What a needle showed: a reading, a leak check, and what the ground is told of them.

use crate::sim::event::Event;
use crate::sim::gas::Species;
use crate::sim::gauge::to_step;
use crate::sim::ids::PersonId;
use crate::sim::order::Topic;
use crate::sim::station::{LastCheck, Station};

impl Station {
    pub(super) fn note_reading(&mut self, who: PersonId, events: &mut Vec<Event>) {
        if let Some(mmhg) = self.needle(who) {
            let at = self.crew[who.ix()].at;
            self.know_by_hand(who, mmhg);
            events.push(Event::GaugeRead { who, at, mmhg });
        }
    }

    /// A leak check is judged by the time that it took, which is more than was ordered where bad air slows its reader.
    pub(super) fn judge_leak_check(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let Some(job) = &self.crew[who.ix()].job else { return };
        let (before, over_s) = (job.memory, self.now.since(job.began).min(u64::from(u32::MAX)) as u32);
        let at = self.crew[who.ix()].at;
        let after = self.check_reading(who);
        // The same dry air at the first temperature: p/T is what a leak takes from.
        let fell_mmhg = before[0] - after[0] * before[1] / after[1];
        let volume_m3 = self.air.zone_volume(u32::from(at.0)).0;
        let holds = fell_mmhg < self.check_allows_mmhg(volume_m3, over_s);
        self.last_check = Some(LastCheck { at, ended: self.now, fell_mmhg, over_s, holds, volume_m3 });
        self.note_reading(who, events);
        let needs_s = self.check_needs_s(volume_m3);
        events.push(Event::LeakChecked { who, at, fell_mmhg, over_s, holds, needs_s });
    }

    /// What a leak check notes of the air that is checked: the needle less the water vapour, mmHg, and the temperature,
    /// K. Breath that surfaces have not taken up yet would hide a leak, and a ship that warms alone raises the pressure
    /// of all the air it shares. So hygrometer and thermometer are carried round: vapour is the mean by volume,
    /// temperature the one that all of it would have at this pressure, V / sum(V_i / T_i).
    pub(super) fn check_reading(&self, who: PersonId) -> [f64; 2] {
        let at = u32::from(self.crew[who.ix()].at.0);
        let mmhg = self.needle(who).unwrap_or(self.air.pressure(at).mmhg());
        let (mut vapour, mut volume, mut cold) = (0.0, 0.0, 0.0);
        for (ix, compartment) in self.layout.compartments.iter().enumerate() {
            let c = ix as u32;
            if self.air.zone_of(c) == self.air.zone_of(at) {
                vapour += self.air.partial(c, Species::H2O).mmhg() * compartment.volume.0;
                volume += compartment.volume.0;
                cold += compartment.volume.0 / self.air.temperature(c).0;
            }
        }
        [mmhg - to_step(vapour / volume, 0.1), to_step(volume / cold, 0.05)]
    }

    pub(super) fn report(&mut self, who: PersonId, topic: Topic, events: &mut Vec<Event>) {
        let (pressure, place) = (self.crew[who.ix()].timed.is_some(), !self.found.is_empty());
        // A report stands on something that the crew has: a measurement, a finding, work done,
        // a roll called since the alarm.
        let founded = match topic {
            Topic::Pressure => pressure || self.known.iter().flatten().any(|k| k.by_hand.is_some()),
            Topic::Leak => place || self.doors.iter().any(|d| d.shut()),
            Topic::Repair => self.holes.iter().any(|h| h.tape.is_some() || h.patch.is_some() || h.coats.is_some()),
            Topic::Muster => self.roll_called,
            Topic::Status => true,
        };
        events.push(Event::Reported { who, topic, founded });
    }
}
