//! The air: compartments, the openings between them, the holes to the outside, and what breathes and blows.
//!
//! [`Network`] holds kilograms of four gases and a temperature a compartment, and moves them one tick at a time. It
//! takes inputs that stay until changed (openings, holes, sources) and can be asked for any quantity: the truth, which
//! only instruments may see.
//!
//! This room may name `units` and `sim::digest`. It deliberately has no crew, no hatch with a crank, no gauge and no
//! event: those set its inputs and read its outputs. It draws no random number and knows no clock but its tick.
//!
//! Start at [`network`] for what can be done to it, then `step` for a tick: `join` decides which compartments are one
//! volume, `zone` lays them out, `pressure` finds how much passes (with `flow` for one orifice, `sparse` for all at
//! once, `rings` within a volume), `transport` moves the mixtures, `stride` lets one plan serve many ticks, `ledger`
//! keeps the sums.

mod cascade;
pub mod flow;
mod heat;
mod hole;
mod join;
mod ledger;
pub mod network;
mod pressure;
mod readout;
mod rings;
mod source;
mod sparse;
pub mod species;
mod step;
mod stride;
mod transport;
mod zone;

pub use network::{CompartmentSetup, Network, NetworkSetup, PassageSetup, Thermal};
pub use species::{Masses, Species};
