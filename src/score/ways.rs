//! Which compartments hang together through open hatches: the ground on which cut-off crews and hatch closures are
//! judged.

use crate::mission::deed::Whereabouts;
use crate::sim::ids::{CompartmentId, HatchId};
use crate::sim::layout::Layout;

/// Compartments grouped by open ways: two with the same number can be walked between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways(Vec<u16>);

impl Ways {
    /// As the hatches stand.
    pub fn now(layout: &Layout, doors: &Whereabouts) -> Self {
        Self::with(layout, |hatch| !doors.shut(hatch))
    }

    /// As they would stand with one more shut.
    pub fn after_shutting(layout: &Layout, doors: &Whereabouts, shut: HatchId) -> Self {
        Self::with(layout, |hatch| hatch != shut && !doors.shut(hatch))
    }

    fn with(layout: &Layout, open: impl Fn(HatchId) -> bool) -> Self {
        let mut group: Vec<u16> = (0..layout.compartments.len() as u16).collect();
        // Groups take the lowest number among their members; with a few dozen compartments a plain repetition until
        // nothing changes is as fast as anything cleverer.
        let mut changed = true;
        while changed {
            changed = false;
            for (ix, hatch) in layout.hatches.iter().enumerate() {
                let [a, b] = hatch.between.map(CompartmentId::ix);
                let low = group[a].min(group[b]);
                if group[a] != group[b] && open(HatchId::at(ix)) {
                    group[a] = low;
                    group[b] = low;
                    changed = true;
                }
            }
        }
        Self(group)
    }

    /// Whether one can be reached from the other.
    pub fn joined(&self, a: CompartmentId, b: CompartmentId) -> bool {
        self.0[a.ix()] == self.0[b.ix()]
    }

    /// The number of a compartment's group.
    pub fn group(&self, c: CompartmentId) -> u16 {
        self.0[c.ix()]
    }
}
