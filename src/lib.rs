//! Leakdrill trains crews to answer an air leak on the International Space Station.

pub mod sim;
pub mod units;
