//! What could be inferred from what was seen: a fold over console history, from a stated prior.
//!
//! A [`Belief`] holds the chance that the leak is in each compartment, or nowhere on the list. It begins with where
//! the sky makes holes ([`Prior`]), and is moved by evidence that the crew's console showed and by nothing else:
//! pressure trends of each volume that shut hatches separate ([`trend`]), flow felt in hatch rings, leak checks,
//! searches that found nothing. It may know the layout, the console and visible events; the truth has no way in.
//! Scripted crews act on it. What a closure taught a trainee is graded in `score::closure`, from a simpler prior that a
//! mission's author can state in a sentence.
//!
//! Left out on purpose: two leaks at once are one belief with two peaks, found one after the other; sensor faults are
//! only bounded (no single trend moves the odds by more than a thousand). Start at [`Belief::see`].

pub mod closure;
pub mod posterior;
pub mod trend;
pub mod zones;

pub use closure::closure_bits;
pub use posterior::{Belief, Prior, lost_mmhg_m3_h};
pub use trend::Fall;
pub use zones::Zones;
