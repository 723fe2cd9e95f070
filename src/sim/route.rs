//! Ways through the station: the quickest path through open hatches, and what bars it when there is none.

use super::hatch::Door;
use super::ids::{CompartmentId, HatchId};
use super::layout::Layout;
use std::sync::Arc;

/// Seconds to pass a hatch ring.
pub const RING_S: u32 = 3;

/// Who is next to whom, in the order of the layout; made once.
#[derive(Clone, Debug)]
pub struct Ways {
    /// For each compartment, its hatches and what lies beyond them.
    next: Vec<Vec<(HatchId, CompartmentId)>>,
    layout: Arc<Layout>,
}

/// A path: the compartments still to be entered, first to last, by which hatch each, and the seconds it takes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Path {
    /// Compartments to be entered.
    pub steps: Vec<CompartmentId>,
    /// The hatch into each: two compartments may have more than one between them.
    pub hatches: Vec<HatchId>,
    /// Seconds in all.
    pub seconds: u32,
}

impl Ways {
    /// The neighbourhood of a layout.
    pub fn new(layout: &Arc<Layout>) -> Self {
        let mut next = vec![Vec::new(); layout.compartments.len()];
        for (ix, hatch) in layout.hatches.iter().enumerate() {
            let [a, b] = hatch.between;
            next[a.ix()].push((HatchId::at(ix), b));
            next[b.ix()].push((HatchId::at(ix), a));
        }
        Self { next, layout: layout.clone() }
    }

    /// Hatches of a compartment and what lies beyond each.
    pub fn around(&self, at: CompartmentId) -> &[(HatchId, CompartmentId)] {
        &self.next[at.ix()]
    }

    /// Seconds from `a` into its neighbour `b`: half of each, and the ring.
    pub fn step_s(&self, a: CompartmentId, b: CompartmentId) -> u32 {
        let half = |c: CompartmentId| self.layout.compartment(c).transit_s;
        (half(a) + half(b)) / 2 + RING_S
    }

    /// The quickest way from `from` to the nearest of `goals` through hatches that `passable` lets through
    /// (Dijkstra over at most a few hundred compartments; ties go to the lower index, so that the way is the same on
    /// every machine).
    pub fn find(
        &self,
        from: CompartmentId,
        goals: &[CompartmentId],
        passable: impl Fn(HatchId) -> bool,
    ) -> Option<Path> {
        let count = self.next.len();
        let mut seconds = vec![u32::MAX; count];
        let mut came_from: Vec<Option<(HatchId, CompartmentId)>> = vec![None; count];
        let mut done = vec![false; count];
        seconds[from.ix()] = 0;
        loop {
            let here = (0..count).filter(|&i| !done[i] && seconds[i] != u32::MAX).min_by_key(|&i| (seconds[i], i))?;
            done[here] = true;
            let place = CompartmentId::at(here);
            if goals.contains(&place) {
                let (mut steps, mut hatches) = (Vec::new(), Vec::new());
                let mut at = place;
                while let Some((hatch, before)) = came_from[at.ix()] {
                    steps.push(at);
                    hatches.push(hatch);
                    at = before;
                }
                steps.reverse();
                hatches.reverse();
                return Some(Path { steps, hatches, seconds: seconds[here] });
            }
            for &(hatch, beyond) in &self.next[here] {
                let cost = seconds[here] + self.step_s(place, beyond);
                if passable(hatch) && cost < seconds[beyond.ix()] {
                    seconds[beyond.ix()] = cost;
                    came_from[beyond.ix()] = Some((hatch, place));
                }
            }
        }
    }

    /// The first shut hatch on the way that would be shortest were all hatches open: what to open first.
    pub fn barred_by(&self, from: CompartmentId, goals: &[CompartmentId], doors: &[Door]) -> Option<HatchId> {
        let path = self.find(from, goals, |h| !doors[h.ix()].gone)?;
        path.hatches.into_iter().find(|h| !doors[h.ix()].passable())
    }
}
