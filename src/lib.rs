//! Leakdrill trains crews to answer an air leak on the International Space Station: a deterministic simulator of the
//! station, its air and its people, missions that instructors write, records that can be verified, and a terminal in
//! which to fly them.
//!
//! # The map
//!
//! Lines lead down: a room may know some of those below it, and never one above (`tests/it/laws.rs` has the table, and
//! keeps it so).
//!
//! ```text
//!    main -> cli                   arguments, exit codes: assembles the others
//!              |
//!             tui                  a person's window: loop, panels, keys, the only clock
//!              |
//!    debrief  export  lab  store   why it went so | other formats | sweeps, validation | folders, index of drills
//!        \      |      |     /
//!         words   pilot   score    sentences | scripted crews | (rubric, log) -> scorecard, pure
//!              \     |     /
//!               belief             what could be inferred from what was seen
//!                  |
//!                replay            the record: write, read, play, verify
//!                  |
//!                drill             one run: mission + station + log; the only room that moves time
//!                /   \
//!          mission   sim           TOML -> Mission or every problem at once | the station: deaf, blind and mute
//!                \   /
//!                units             Pascals, Kelvin, Kilograms, Tick
//! ```
//!
//! # Where to start
//!
//! [`drill::Drill::tick`] is the heart: orders, script, station, outcome, evidence. From there down,
//! [`sim::Station::step`] is a second on board; from there up, everything else watches what it tells.
//!
//! # What holds everywhere
//!
//! * The same mission, seed and orders give the same log on every machine: no clock, thread, hash order or
//!   platform-dependent arithmetic below `tui`.
//! * Orders go in, events come out, both plain values; nothing else changes a drill.
//! * A live screen, a pilot and a mission's conditions see a [`sim::console::Console`] or telemetry, never the truth.
//! * No sentence stands below `words` but the mission's own.
//! * Once a mission has loaded, nothing in the core can fail.

pub mod belief;
pub mod debrief;
pub mod drill;
pub mod export;
pub mod lab;
pub mod mission;
pub mod pilot;
pub mod replay;
pub mod score;
pub mod sim;
pub mod units;
pub mod words;

#[cfg(feature = "app")]
pub mod cli;
#[cfg(feature = "app")]
pub mod store;
#[cfg(feature = "app")]
pub mod tui;
