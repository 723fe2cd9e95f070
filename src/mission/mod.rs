//! Missions (being built).

pub mod deed;
pub mod model;
pub mod watch;

pub use model::Mission;
