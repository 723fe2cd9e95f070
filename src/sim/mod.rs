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
pub mod gas;
