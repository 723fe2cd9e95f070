//! Reserve time and the other truths that a declaration and a score are held against.
//!
//! By definition (physics): T_res = (P - 490 mmHg) / |dP/dt|, with P and dP/dt of the volume in which somebody stands,
//! the hatches as they are, and the effect of temperature taken out: the fall is what flows out of the volume, through
//! holes and past doors, and nothing else.

use super::ids::CompartmentId;
use super::person::Person;
use super::station::Station;
use crate::units::MMHG_PA;

/// End-point pressure, mmHg (facts 2.1).
pub const END_POINT_MMHG: f64 = 490.0;
/// Slower than this is not a leak but the seals of the station, mmHg/h.
const NOT_A_LEAK_MMHG_H: f64 = 0.003;
/// Room that a person needs to live for months, m3. A model parameter, of the order of what habitability panels ask for
/// long missions; a Soyuz with its porch has 23 m3 for three.
const LIVING_M3: f64 = 25.0;
/// Where a station has less of it for everybody, a third of all its volume will do.
const ENOUGH_SHARE: f64 = 1.0 / 3.0;
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
            let [a, b] = hatch.between.map(|c| inside(u32::from(c.0)));
            if a != b {
                let flow = self.air.passage_flow(ix as u32).0;
                out_kg_s += if a { flow } else { -flow };
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

    /// The best air that anybody aboard has, mmHg: below the end point, nobody has a place to stay. Who sits in a suit
    /// on its hose has the time of its oxygen to get away, whatever the air; where all do, it is minus infinity.
    pub fn best_air_mmhg(&self) -> f64 {
        let air = |p: &Person| self.air.pressure(u32::from(p.at.0)).mmhg();
        let people = self.crew.iter().filter(|p| p.aboard() && (!p.on_hose() || air(p) >= END_POINT_MMHG));
        people.map(air).fold(f64::NEG_INFINITY, f64::max)
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
        let mut given_up = false;
        let mut total = 0.0;
        for ix in 0..self.layout.compartments.len() {
            let at = CompartmentId::at(ix);
            if !self.aboard[ix] {
                continue;
            }
            let opened_at_start = self.layout.hatches.iter().any(|h| h.open && h.between.contains(&at));
            given_up |= opened_at_start && self.air.pressure(ix as u32).mmhg() < END_POINT_MMHG;
            total += self.holes_mmhg_h(at);
        }
        total <= self.held_below_mmhg_h && !given_up
    }

    /// What the holes of a compartment cost the whole station, mmHg/h.
    fn holes_mmhg_h(&self, at: CompartmentId) -> f64 {
        let whole = self.aboard_volume_m3();
        let air = self.air.masses(u32::from(at.0));
        let kelvin = self.air.temperature(u32::from(at.0)).0;
        let holes = self.holes.iter().enumerate().filter(|(_, h)| h.made.at == at && air.moles() > 0.0);
        let loss = holes.map(|(hole, _)| {
            let kg_s = self.air.hole_flow((self.layout.compartments.len() + hole) as u32).0;
            let kg_per_mol = air.total_kg() / air.moles();
            kg_s / kg_per_mol * R * kelvin / whole / MMHG_PA * 3600.0
        });
        loss.sum()
    }

    /// "Isolated" is so when the air where people are holds, nobody is cut off from a lifeboat, and everybody has a
    /// place to live on the tight side of the doors, which a lifeboat and its porch are not.
    pub(super) fn truly_isolated(&self) -> bool {
        self.crew_leak_mmhg_h() <= self.held_below_mmhg_h && self.cut_off() == 0 && self.all_have_room()
    }

    /// Whether what everybody can reach through doors between tight volumes, be they open or shut now (as for a leak
    /// check in a lifeboat), is large enough to live in.
    fn all_have_room(&self) -> bool {
        let layout = &self.layout;
        let tight = self.tight();
        let mut part: Vec<usize> = (0..layout.compartments.len()).collect();
        for _ in 0..part.len() {
            let before = part.clone();
            for (ix, hatch) in layout.hatches.iter().enumerate() {
                let [a, b] = hatch.between.map(CompartmentId::ix);
                if tight[a] && tight[b] && !self.doors[ix].gone {
                    let low = part[a].min(part[b]);
                    (part[a], part[b]) = (low, low);
                }
            }
            if part == before {
                break;
            }
        }
        let enough_m3 = self.aboard_volume_m3() * ENOUGH_SHARE;
        let people = || self.crew.iter().filter(|p| p.aboard());
        people().map(|p| part[p.at.ix()]).all(|mine| {
            let room: f64 =
                layout.compartments.iter().zip(&part).filter(|(_, p)| **p == mine).map(|(c, _)| c.volume.0).sum();
            let sharers = people().filter(|p| part[p.at.ix()] == mine).count();
            room >= (LIVING_M3 * sharers as f64).min(enough_m3)
        })
    }

    /// By compartment: air that can be breathed, and that does not leak out through the holes of the volume which it
    /// shares.
    fn tight(&self) -> Vec<bool> {
        let all = 0..self.layout.compartments.len();
        let holes: Vec<f64> = all.clone().map(|c| self.holes_mmhg_h(CompartmentId::at(c))).collect();
        let leak_mmhg_h = |c: usize| {
            let shared = all.clone().filter(|other| self.same_air(CompartmentId::at(c), CompartmentId::at(*other)));
            shared.map(|other| holes[other]).sum::<f64>()
        };
        let breathes = |c: usize| self.aboard[c] && self.air.pressure(c as u32).mmhg() >= END_POINT_MMHG;
        all.clone().map(|c| breathes(c) && leak_mmhg_h(c) <= self.held_below_mmhg_h).collect()
    }
}
