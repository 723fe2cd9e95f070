//! Which passages are so wide that their two sides are one volume.
//!
//! Half a square metre evens out a module in milliseconds, and no step of a second can follow that. A passage whose
//! sides would agree within about 0.2 s, and already nearly do, is *joined*: its sides share one pressure. It is
//! parted again when it has become narrow, or when the flow through it would need a difference that somebody could
//! notice: the orifice formula then holds, as it does for every valve and every hatch that is nearly shut.

use super::network::Network;
use super::species::{GAS_CONSTANT, moles, sum};
use super::zone::{ROOT, Zones};

/// Sides that differ by less are joined, Pa.
const JOIN_PA: f64 = 0.25;

/// A joined passage whose flow would need more is parted, Pa.
const PART_PA: f64 = 0.5;

/// Sides that even out within this time are joined, s ...
const JOIN_S: f64 = 0.2;

/// ... and stay so up to this.
const PART_S: f64 = 0.3;

impl Network {
    /// Joins and parts passages by what their sides have become, and cuts the zones anew if that changed any.
    pub(super) fn review_joins(&mut self) {
        for &passage in &self.zones.live {
            let joined = self.wants_joined(passage as usize);
            self.stale |= joined != self.joined[passage as usize];
            self.joined[passage as usize] = joined;
        }
        if self.stale {
            for index in 0..self.joined.len() {
                self.joined[index] = self.wants_joined(index);
                if self.passages.cd_area[index] <= 0.0 {
                    self.passage_flow[index] = 0.0;
                }
            }
            self.cut_zones();
        }
    }

    /// Parts the joined passages whose planned flow would need too much of a difference; true if there were any, and
    /// the plan must be made again. This catches in its first moment what a hole does behind a hatch that was wide
    /// only while nothing flowed.
    pub(super) fn part_strained(&mut self, seconds: f64) -> bool {
        let mut any = false;
        for leaf in self.zones.leaves.iter().filter(|leaf| leaf.parent != ROOT) {
            let index = leaf.passage as usize;
            let room = &self.scratch.rooms[leaf.room as usize];
            let zone = &self.scratch.zones[self.zones.zone_of[leaf.room as usize] as usize];
            // n' = Cd A sqrt(2 dp p / (M R T)), for the largest dp
            let scale = seconds * self.passages.cd_area[index] * room.speed / (GAS_CONSTANT * room.kelvin);
            let moved = self.scratch.moved[index];
            if moved * moved > scale * scale * (2.0 * PART_PA * zone.pressure) && zone.pressure > PART_PA {
                self.joined[index] = false;
                any = true;
            }
        }
        if any {
            self.cut_zones();
        }
        any
    }

    /// Cuts the zones anew.
    fn cut_zones(&mut self) {
        self.zones = Zones::new(&self.passages, &self.joined, &self.rooms.energy);
        self.scratch.moved.fill(0.0);
        for (index, flow) in self.ring_flow.iter_mut().enumerate() {
            if !self.zones.chords.iter().any(|chord| chord.passage as usize == index) {
                *flow = 0.0;
            }
        }
        self.stale = false;
    }

    /// Whether the two sides of an open passage should count as one volume.
    fn wants_joined(&self, index: usize) -> bool {
        let (a, b) = self.passages.ends[index];
        let area = self.passages.cd_area[index];
        if area <= 0.0 || a == b {
            return false;
        }
        let rooms = &self.rooms;
        let side = |room: u32| {
            let room = room as usize;
            let work = GAS_CONSTANT * rooms.temperature[room];
            (moles(rooms.mass[room]) * work / rooms.volume[room], sum(rooms.mass[room]), rooms.volume[room])
        };
        let ((pressure_a, mass_a, volume_a), (pressure_b, mass_b, volume_b)) = (side(a), side(b));
        let joined = self.joined[index];
        let volume = volume_a * volume_b / (volume_a + volume_b);
        let difference = (pressure_a - pressure_b).abs();
        let pressure = 0.5 * (pressure_a + pressure_b);
        let density = (mass_a + mass_b) / (volume_a + volume_b);
        if !joined && difference > JOIN_PA {
            return false;
        }
        if density <= 1e-9 {
            // Nothing to move on either side: stay as it was.
            return joined;
        }
        // V dp/dt = -Cd A sqrt(2 dp / rho) p: the time to rest is 2 V sqrt(dp rho / 2) / (Cd A p), and at least the
        // one from a ten-thousandth of the pressure, or every crack would be wide while nothing flows.
        let from = if difference > 1e-4 * pressure { difference } else { 1e-4 * pressure };
        let seconds = (2.0 * volume / (area * pressure)) * (0.5 * from * density).sqrt();
        seconds <= if joined { PART_S } else { JOIN_S }
    }
}
