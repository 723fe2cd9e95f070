//! The sky: meteoroids and debris, what they strike, what goes through, and how large a hole it leaves.
//!
//! A chain of published relations, each in its file: how many particles of a size arrive ([`flux`]), which of them a
//! wall stops and what hole the others leave ([`shield`]), how many go through each compartment of a station and one
//! of them drawn exactly from that law, whole or within a band ([`sky`]), and when they come in a drill
//! (`schedule`, by a mission's [`StrikePlan`]). It may know the layout, luck and units. Everything here is a pure
//! function of seed, plan and layout: nothing moves, and no state is kept.
//!
//! Left out on purpose: streams and showers of meteoroids, the orbit's precession, shadowing of modules by each
//! other, damage other than a hole (strikes that start fires, cracks that unzip), and particles above 100 mm, which
//! are tracked and dodged. Start at [`sky::Sky`].

pub mod flux;
pub mod plan;
pub mod schedule;
pub mod shield;
pub mod sky;

pub use plan::StrikePlan;
pub use schedule::{ScheduledStrike, StrikeRates, area_for_reserve_mm2, schedule, single};
pub use sky::{Band, Sky, Strike};
