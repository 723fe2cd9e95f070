//! Which passages are so wide that their two sides are one volume.
//!
//! Half a square metre evens out a module in milliseconds, and no step of a second can follow that. A passage is *wide*
//! when it would even out its sides within about 0.2 s from a ten-thousandth of their pressure. A wide passage whose
//! sides agree is *joined*: they share one pressure. It is parted again when it has become narrow, or when the flow
//! through it would need a difference that somebody could notice: the orifice formula then holds, as it does for every
//! valve and every hatch that is nearly shut.

use super::network::Network;
use super::zone::{ROOT, Zones};

/// Sides that differ by less are joined, Pa.
const JOIN_PA: f64 = 0.25;

/// A joined passage whose flow would need more is parted, Pa.
const PART_PA: f64 = 0.5;

/// Least Cd A, m2, of a wide passage for each m3 of V_a V_b / (V_a + V_b).
///
/// V dp/dt = -Cd A sqrt(2 dp / rho) p takes 2 (V / Cd A) sqrt(dp / p) / sqrt(2 R T / M) to come to rest, 0.2 s from
/// dp = p / 10,000 at the 292 m/s of cabin air.
const WIDE_PER_M: f64 = 2.0 * 0.01 / (0.2 * 292.0 * std::f64::consts::SQRT_2);

/// Whether an opening of this Cd A, m2, between two volumes is wide.
pub(super) fn is_wide(cd_area: f64, volume_a: f64, volume_b: f64) -> bool {
    cd_area > 0.0 && cd_area >= WIDE_PER_M * volume_a * volume_b / (volume_a + volume_b)
}

impl Network {
    /// Joins the wide passages whose sides agree; true if there were any and the zones were cut anew.
    pub(super) fn join_settled(&mut self) -> bool {
        let mut any = false;
        for ajar in &self.zones.ajar {
            let index = ajar.passage as usize;
            if self.passages.wide[index] {
                let a = self.scratch.zones[ajar.zone_a as usize].pressure;
                let b = self.scratch.zones[ajar.zone_b as usize].pressure;
                if (a - b).abs() <= JOIN_PA {
                    self.joined[index] = true;
                    any = true;
                }
            }
        }
        if any {
            self.cut_zones();
        }
        any
    }

    /// Parts the joined passages whose planned flow would need too much of a difference; true if there were any, and
    /// the plan must be made again. This catches in its first moment what a hole does behind a hatch.
    pub(super) fn part_strained(&mut self, seconds: f64) -> bool {
        let mut any = false;
        for (zone, volume) in self.zones.zones.iter().zip(&self.scratch.zones) {
            let leaves = &self.zones.leaves[zone.start as usize..zone.end as usize];
            let pressure = volume.pressure;
            let bound = 2.0 * PART_PA * pressure * seconds * seconds;
            for leaf in leaves.iter().filter(|leaf| leaf.parent != ROOT) {
                // n' = Cd A sqrt(2 dp p) / sqrt(M R T), for the largest dp
                let index = leaf.passage as usize;
                let most = self.passages.cd_area[index] * self.scratch.rooms[leaf.room as usize].draw;
                let moved = self.scratch.moved[index];
                if moved * moved > most * most * bound && pressure > PART_PA {
                    self.joined[index] = false;
                    any = true;
                }
            }
        }
        if any {
            self.cut_zones();
        }
        any
    }

    /// Cuts the zones anew.
    pub(super) fn cut_zones(&mut self) {
        self.zones = Zones::new(&self.passages, &self.joined, &self.rooms.energy);
        self.scratch.moved.fill(0.0);
        for (index, flow) in self.ring_flow.iter_mut().enumerate() {
            if !self.zones.chords.iter().any(|chord| chord.passage as usize == index) {
                *flow = 0.0;
            }
        }
        self.stale = false;
    }
}
