//! How a mission conditions the sky.

use crate::sim::ids::CompartmentId;
use crate::units::Tick;

/// Random strikes, conditioned by the mission, drawn from the physical law.
#[derive(Clone, Debug, PartialEq)]
pub struct StrikePlan {
    /// Expected perforations an hour; none to leave the sky's own rate. For one strike now it is not used.
    pub perforations_per_hour: Option<f64>,
    /// The sky's own rate times so much, where no rate is given.
    pub flux_scale: f64,
    /// Effective area between these, mm2 (discharge coefficient inside).
    pub cd_area_mm2: Option<(f64, f64)>,
    /// Or reserve time of the open station, linear rule, between these, s.
    pub reserve_s: Option<(f64, f64)>,
    /// Weights by compartment on top of exposure and shielding; 1 if not listed. 0 spares it.
    pub weights: Vec<(CompartmentId, f64)>,
    /// No strike before this.
    pub from: Tick,
    /// Nor after this.
    pub until: Option<Tick>,
    /// Least time between two strikes, s.
    pub grace_s: u64,
    /// At most so many.
    pub at_most: u32,
    /// At least so many: the first ones are drawn inside the window for certain.
    pub at_least: u32,
    /// Share of heard strikes that do not perforate, added: a noise and no leak.
    pub misses: f64,
}
