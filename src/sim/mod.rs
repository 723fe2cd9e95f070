//! The station: deaf, blind and mute.

pub mod digest;
