//! The station: deaf, blind and mute.
//!
//! Everything physical happens here: gas, hatches, holes, people, instruments, alarms. A `Station` is built from a
//! [`layout::Layout`], is asked and given [`order::Order`]s, and moves one second with each step, telling
//! [`event::Event`]s. It may know [`units`](crate::units) alone. It has, on purpose, no clock, no files, no threads,
//! no text for people and no terminal, and nothing in it fails once it is built.
//!
//! Start at [`layout`] (what there is), [`order`] (what can be asked), [`event`] (what is told) and [`console`] (what
//! a crew can know).

pub mod alarm;
pub mod body;
pub mod caution;
pub mod console;
pub mod digest;
mod doorway;
pub mod ear;
pub mod event;
mod fate;
pub mod gas;
pub mod gauge;
pub mod hatch;
pub mod hole;
pub mod ids;
pub mod item;
pub mod layout;
pub mod order;
pub mod person;
pub mod refusal;
pub mod reserve;
pub mod rng;
pub mod route;
pub mod sample;
pub mod station;
pub mod strike;
pub mod support;
pub mod telemetry;
mod view;
mod vitals;
mod work;

pub use station::Station;
pub use work::Forecast;

/// Number of the rules: raised whenever the same mission, seed and orders could end in another state, so that a record
/// made under other rules says so and is not certified by these.
pub const REVISION: u32 = 3;
