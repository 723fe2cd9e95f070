//! The laboratory: validation against reference cases and published events, sweeps.
//!
//! A case is a small network written down as JSON with its answer beside it; [`cases`] runs a folder of them on the
//! very [`crate::sim::gas::Network`] that a drill uses and says how far off it is. Anyone who doubts the physics can
//! write one.
//!
//! This room may read files. It deliberately solves nothing itself: what it measures must be what plays. Start at
//! [`validation::run`], which lays everything beside what others say, or [`sweep`]. Of the cases, `case_file` is the form of one,
//! `schedule` what changes over time in it, `case_build` makes a network of it and `case_run` drives that, `expected`
//! reads the answers, `quantity` says what a column means and `report` how far off it is.

mod case_build;
pub mod case_file;
mod case_run;
pub mod cases;
mod expected;
mod problem;
mod quantity;
mod report;
mod schedule;
pub mod sweep;
pub mod validation;
