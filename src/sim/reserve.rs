//! Reserve time and the other truths that a declaration and a score are held against.
//!
//! By definition (physics): T_res = (P - 490 mmHg) / |dP/dt|, with P and dP/dt of the volume in which somebody stands,
//! the hatches as they are, and the effect of temperature taken out: the fall is what flows out of the volume, through
//! holes and past doors, and nothing else.

use super::ids::CompartmentId;
use super::station::Station;
use crate::units::MMHG_PA;

/// End-point pressure, mmHg (facts 2.1).
pub const END_POINT_MMHG: f64 = 490.0;
/// Slower than this is not a leak but the seals of the station, mmHg/h.
const NOT_A_LEAK_MMHG_H: f64 = 0.003;
/// Molar gas constant, J/(mol K).
const R: f64 = super::gas::species::GAS_CONSTANT;

impl Station {
    /// Fall of pressure of the air that a compartment shares, by outflow alone, mmHg/h.
    pub fn fall_mmhg_h(&self, at: CompartmentId) -> f64 {
        let zone = self.air.zone_of(u32::from(at.0));
        let inside = |c: u32| self.air.zone_of(c) == zone;
        let mut out_kg_s = 0.0;
        for (ix, hole) in self.holes.iter().enumerate() {
            if inside(u32::from(hole.made.at.0)) {
                out_kg_s += self.air.hole_flow((self.layout.compartments.len() + ix) as u32).0;
            }
        }
        for (ix, hatch) in self.layout.hatches.iter().enumerate() {
            let [a, b] = hatch.between.map(|c| u32::from(c.0));
            let flow = self.air.passage_flow(ix as u32).0;
            match (inside(a), inside(b)) {
                (true, false) => out_kg_s += flow,
                (false, true) => out_kg_s -= flow,
                _ => {}
            }
        }
        let c = u32::from(at.0);
        let air = self.air.masses(c);
        let moles = air.moles();
        if moles <= 0.0 {
            return 0.0;
        }
        let kg_per_mol = air.total_kg() / moles;
        let volume = self.air.zone_volume(c).0;
        out_kg_s / kg_per_mol * R * self.air.temperature(c).0 / volume / MMHG_PA * 3600.0
    }

    /// True reserve time where somebody stands, by the linear rule, s; none where nothing leaks.
    pub fn reserve_s(&self, at: CompartmentId) -> Option<f64> {
        let fall = self.fall_mmhg_h(at);
        let pressure = self.air.pressure(u32::from(at.0)).mmhg();
        (fall > NOT_A_LEAK_MMHG_H).then(|| ((pressure - END_POINT_MMHG) / fall * 3600.0).max(0.0))
    }

    /// The shortest true reserve time of anybody aboard.
    pub fn crew_reserve_s(&self) -> Option<f64> {
        let people = self.crew.iter().filter(|p| p.aboard());
        people.filter_map(|p| self.reserve_s(p.at)).min_by(f64::total_cmp)
    }

    /// The best air that anybody aboard has, mmHg: below the end point, nobody has a place to stay.
    pub fn best_air_mmhg(&self) -> f64 {
        let people = self.crew.iter().filter(|p| p.aboard() && !p.suited);
        people.map(|p| self.air.pressure(u32::from(p.at.0)).mmhg()).fold(f64::NEG_INFINITY, f64::max)
    }

    /// Fall by leaks of the air where people are, as the mission's criterion counts it: over the whole station.
    fn crew_leak_mmhg_h(&self) -> f64 {
        let whole = self.aboard_volume_m3();
        let mut worst = 0.0_f64;
        for person in self.crew.iter().filter(|p| p.aboard()) {
            let volume = self.air.zone_volume(u32::from(person.at.0)).0;
            worst = worst.max(self.fall_mmhg_h(person.at) * volume / whole);
        }
        worst
    }

    /// "Held" is so when no hole left on the station leaks more than the criterion, and no compartment was given up.
    pub(super) fn truly_held(&self) -> bool {
        let whole = self.aboard_volume_m3();
        let mut total = 0.0;
        let mut given_up = false;
        for (ix, compartment) in self.layout.compartments.iter().enumerate() {
            let at = CompartmentId::at(ix);
            if !self.aboard[ix] {
                continue;
            }
            let opened_at_start = self.layout.hatches.iter().any(|h| h.open && h.between.contains(&at));
            given_up |= opened_at_start && self.air.pressure(ix as u32).mmhg() < END_POINT_MMHG;
            let holes = self.holes.iter().enumerate().filter(|(_, h)| h.made.at == at);
            for (hole, _) in holes {
                let kg_s = self.air.hole_flow((self.layout.compartments.len() + hole) as u32).0;
                let air = self.air.masses(ix as u32);
                if air.moles() > 0.0 {
                    let kg_per_mol = air.total_kg() / air.moles();
                    total += kg_s / kg_per_mol * R * compartment.temperature.0 / whole / MMHG_PA * 3600.0;
                }
            }
        }
        total <= self.held_below_mmhg_h && !given_up
    }

    /// "Isolated" is so when the air where people are holds, nobody is cut off from a lifeboat, and it is not itself
    /// the leaking part.
    pub(super) fn truly_isolated(&self) -> bool {
        self.crew_leak_mmhg_h() <= self.held_below_mmhg_h && self.cut_off() == 0
    }
}
