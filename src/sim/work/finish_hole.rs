//! What came of looking for a hole, of looking at it, and of work on it.

use crate::sim::ear::{chance_by_ear, chance_by_eye};
use crate::sim::event::Event;
use crate::sim::hole::Coats;
use crate::sim::ids::{FoundId, HoleId, PersonId};
use crate::sim::item::Item;
use crate::sim::order::Task;
use crate::sim::rng::Stream;
use crate::sim::station::Station;

impl Station {
    /// A search of the place where somebody is, by ear with the detector or by eye.
    pub(super) fn search(&mut self, who: PersonId, by_ear: bool, events: &mut Vec<Event>) {
        let at = self.crew[who.ix()].at;
        self.crew[who.ix()].searches += 1;
        let attempt = u64::from(self.crew[who.ix()].searches);
        let noise = self.noise(at);
        let mut any = false;
        for ix in 0..self.holes.len() {
            let hole = &self.holes[ix];
            if hole.made.at != at || hole.found.is_some() {
                continue;
            }
            let chance = if by_ear {
                chance_by_ear(hole.cd_area(self.now), noise) * hole.made.findable
            } else {
                chance_by_eye(hole.made.looks_mm, hole.made.crack) * hole.made.findable
            };
            let key = (u32::from(who.0)) << 16 | ix as u32;
            if self.luck.draw(Stream::Find, key, attempt).chance(chance) {
                let found = FoundId::at(self.found.len());
                self.holes[ix].found = Some(found);
                self.found.push(HoleId::at(ix));
                any = true;
                events.push(Event::HoleFound { who, at, found, by_ear });
            }
        }
        if !any {
            events.push(Event::FoundNothing { who, at, by_ear });
        }
    }

    pub(super) fn inspect(&mut self, who: PersonId, f: FoundId, events: &mut Vec<Event>) {
        let Some(h) = self.hole_of(f) else { return };
        let hole = &mut self.holes[h.ix()];
        hole.inspected = true;
        let (through, from_outside) = (!hole.made.blind, hole.made.from_outside);
        let lifted = match &mut hole.coats {
            // A blister takes a while to rise.
            Some(Coats { blister: true, blister_seen, cured_s, .. }) if *cured_s > 1800.0 && !*blister_seen => {
                *blister_seen = true;
                true
            }
            _ => false,
        };
        events.push(Event::HoleInspected { who, found: f, through, from_outside });
        if lifted {
            events.push(Event::BlisterSeen { who, found: f });
        }
    }

    pub(super) fn photograph(&mut self, who: PersonId, f: FoundId, events: &mut Vec<Event>) {
        if let Some(h) = self.hole_of(f) {
            self.holes[h.ix()].photographed = true;
        }
        events.push(Event::HolePhotographed { who, found: f });
    }

    pub(super) fn repair(&mut self, who: PersonId, f: FoundId, task: &Task, events: &mut Vec<Event>) {
        let Some(h) = self.hole_of(f) else { return };
        let (now, luck, number) = (self.now, self.luck, u32::from(h.0));
        let hole = &mut self.holes[h.ix()];
        let carries = &mut self.crew[who.ix()].carries;
        match task {
            Task::Tape(_) => {
                carries.take_one(Item::Tape);
                hole.put_tape(now, luck, number);
                events.push(Event::Taped { who, found: f });
            }
            Task::Patch(_) => {
                carries.take_one(Item::Patch);
                hole.put_patch(now, luck, number);
                events.push(Event::Patched { who, found: f });
            }
            _ => {
                carries.take_one(Item::Sealant);
                let throttled = hole.throttled(now);
                hole.put_coat(now, luck, number);
                let coat = hole.coats.map_or(0, |c| c.count);
                events.push(Event::Coated { who, found: f, coat, throttled, wet: false });
            }
        }
        self.worked = self.now;
        self.refresh_hole(h);
    }
}
