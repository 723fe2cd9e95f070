//! Missions (being built).

pub mod model;

pub use model::Mission;
