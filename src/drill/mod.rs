//! One run of a mission (being built).

pub mod log;
