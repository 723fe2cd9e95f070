//! What shutting a hatch could teach, in bits.

use super::zones::Zones;
use crate::sim::console::Console;
use crate::sim::ids::HatchId;
use crate::sim::layout::Layout;

/// Expected information of shutting one hatch and reading the gauges on both sides: the entropy of the answer,
/// H(q) = -q log2 q - (1-q) log2 (1-q), with q the chance that the leak is on one side given that it is in the zone
/// which the hatch divides, times the chance that it is there. 0 for a hatch that divides nothing; 1 at best.
///
/// `chance` has the posterior of each compartment, and of none of them last.
pub fn closure_bits(layout: &Layout, console: &Console, chance: &[f64], hatch: HatchId) -> f64 {
    let [a, b] = layout.hatch(hatch).between;
    let before = Zones::seen(layout, console);
    let after = Zones::with_shut(layout, console, hatch);
    if !before.same(a, b) || after.same(a, b) {
        return 0.0;
    }
    let side = |zone: u16| after.members(zone).map(|c| chance[c.ix()]).sum::<f64>();
    let (left, right) = (side(after.of(a)), side(after.of(b)));
    let both = left + right;
    if both <= 0.0 {
        return 0.0;
    }
    both * (surprise(left / both) + surprise(right / both))
}

/// -q log2 q, 0 for 0.
pub(super) fn surprise(q: f64) -> f64 {
    if q > 0.0 { -q * libm::log2(q) } else { 0.0 }
}
