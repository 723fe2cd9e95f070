//! Volumes of shared air, as the hatches show them.

use crate::sim::console::{Console, HatchState};
use crate::sim::ids::{CompartmentId, HatchId};
use crate::sim::layout::Layout;

/// Which compartments share their air: those with no shut hatch between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zones {
    of: Vec<u16>,
}

impl Zones {
    /// As the console shows the hatches.
    pub fn seen(layout: &Layout, console: &Console) -> Self {
        Self::with(layout, |h| {
            let view = &console.hatches[h.ix()];
            !view.gone && view.state != HatchState::Shut
        })
    }

    /// As they would be with one more hatch shut.
    pub fn with_shut(layout: &Layout, console: &Console, hatch: HatchId) -> Self {
        Self::with(layout, |h| {
            let view = &console.hatches[h.ix()];
            h != hatch && !view.gone && view.state != HatchState::Shut
        })
    }

    /// With these hatches open. Each zone is named by its first compartment.
    pub fn with(layout: &Layout, open: impl Fn(HatchId) -> bool) -> Self {
        let mut of: Vec<u16> = (0..layout.compartments.len() as u16).collect();
        let mut changed = true;
        while changed {
            changed = false;
            for (ix, hatch) in layout.hatches.iter().enumerate() {
                let [a, b] = hatch.between.map(CompartmentId::ix);
                if of[a] != of[b] && open(HatchId::at(ix)) {
                    let (low, high) = (of[a].min(of[b]), of[a].max(of[b]));
                    of.iter_mut().filter(|z| **z == high).for_each(|z| *z = low);
                    changed = true;
                }
            }
        }
        Self { of }
    }

    /// The zone of a compartment.
    pub fn of(&self, c: CompartmentId) -> u16 {
        self.of[c.ix()]
    }

    /// The zone of the compartment at a place of the list, if there is one.
    pub(super) fn of_index(&self, ix: usize) -> Option<u16> {
        self.of.get(ix).copied()
    }

    /// Whether two compartments share their air.
    pub fn same(&self, a: CompartmentId, b: CompartmentId) -> bool {
        self.of(a) == self.of(b)
    }

    /// All compartments of a zone.
    pub fn members(&self, zone: u16) -> impl Iterator<Item = CompartmentId> + '_ {
        self.of.iter().enumerate().filter(move |(_, z)| **z == zone).map(|(ix, _)| CompartmentId::at(ix))
    }

    /// The zones there are, each once.
    pub fn all(&self) -> impl Iterator<Item = u16> + '_ {
        self.of.iter().enumerate().filter(|(ix, z)| *ix == usize::from(**z)).map(|(_, z)| *z)
    }

    /// Its volume, m3.
    pub fn volume_m3(&self, layout: &Layout, zone: u16) -> f64 {
        self.members(zone).map(|c| layout.compartment(c).volume.0).sum()
    }
}
