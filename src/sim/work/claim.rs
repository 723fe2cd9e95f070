//! Whether a declaration may be made: on what leak check it must stand.

use crate::sim::gauge::TELL_MMHG;
use crate::sim::ids::CompartmentId;
use crate::sim::order::Claim;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;
use crate::sim::work::check::{Answer, Forecast};

impl Station {
    /// A declaration stands on a leak check that is later than all work on holes, long enough, and held.
    pub(super) fn check_claim(&self, claim: Claim) -> Answer {
        if !self.anybody_awake() {
            return Err(self.all_out());
        }
        let Some(check) = self.last_check.filter(|c| c.ended >= self.worked) else {
            return Err(Refusal::NoLeakCheck);
        };
        if !check.holds {
            return Err(Refusal::CheckFailed { fell_mmhg: check.fell_mmhg });
        }
        let needs_s = self.check_needs_s(check.volume_m3);
        if check.over_s < needs_s {
            return Err(Refusal::CheckTooShort { needs_s });
        }
        let crew_zone = |c: CompartmentId| self.crew.iter().any(|p| p.aboard() && self.same_air(p.at, c));
        let cut = (0..self.doors.len()).any(|h| {
            let [a, b] = self.layout.hatches[h].between;
            let barred = self.doors[h].shut() && !self.doors[h].gone;
            barred && self.layout.hatches[h].open && (crew_zone(a) != crew_zone(b))
        });
        if claim == Claim::Isolated && !cut {
            return Err(Refusal::NothingIsolated);
        }
        Ok(Forecast::default())
    }

    /// Seconds that a gauge needs in so large a volume to feel what the mission calls a leak.
    pub(in crate::sim) fn check_needs_s(&self, volume_m3: f64) -> u32 {
        ((TELL_MMHG / self.leak_mmhg_h(volume_m3)) * 3600.0).min(43_200.0) as u32
    }

    /// How much the needle may fall in a leak check that holds, mmHg: two steps of it, or, in a check longer than it
    /// needs to be, what the mission does not call a leak.
    pub(super) fn check_allows_mmhg(&self, volume_m3: f64, over_s: u32) -> f64 {
        TELL_MMHG.max(self.leak_mmhg_h(volume_m3) * f64::from(over_s) / 3600.0)
    }

    /// The smallest fall that the mission calls a leak, were all of it in so large a volume, mmHg/h.
    fn leak_mmhg_h(&self, volume_m3: f64) -> f64 {
        self.held_below_mmhg_h * (self.aboard_volume_m3() / volume_m3).max(1.0)
    }
}
