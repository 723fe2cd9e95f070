//! Leakdrill trains crews to answer an air leak on the International Space Station.

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
