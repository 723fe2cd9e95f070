//! The laboratory: validation against reference cases and published events, sweeps.
//!
//! A case is a small network written down as JSON with its answer beside it; [`cases`] runs a folder of them on the
//! very [`crate::sim::gas::Network`] that a drill uses and says how far off it is. Anyone who doubts the physics can
//! write one.
//!
//! This room may name `sim` and `units` and read files. It deliberately solves nothing itself: what it measures must be
//! what plays. Start at [`cases::run_folder`]; `case_file` is the form of a case, `schedule` what changes over time in
//! it, `case_build` makes a network of it and `case_run` drives that, `expected` reads the answers, `quantity` says what
//! a column means and `report` how far off it is.

mod case_build;
pub mod case_file;
mod case_run;
pub mod cases;
mod expected;
mod problem;
pub mod published;
mod quantity;
mod report;
mod schedule;
pub mod sweep;
