//! Quantities with units.
//!
//! Every public signature of the simulator speaks in these types, so that a pressure can never be handed over as a
//! temperature, nor mmHg as pascals. Inside a hot loop the plain `f64` with its unit in its name (`pressure_pa`) is
//! used; the type is put on again at the door.
//!
//! This room knows nobody. It deliberately has no parsing (mission files have their own reader, with places and
//! suggestions) and no sentences; `Display` is for people who debug. Start at [`quantity`], then [`time`].

pub mod quantity;
pub mod time;

pub use quantity::{CubicMetres, CubicMetresPerSecond, Kelvin, Kilograms, KilogramsPerSecond, Pascals, SquareMetres};
pub use time::Tick;

/// Pascals in one millimetre of mercury (conventional, 0 °C, standard gravity).
pub const MMHG_PA: f64 = 133.322_387_415;

/// Degrees Celsius to kelvin.
pub const CELSIUS_K: f64 = 273.15;

/// Seconds in a day.
pub const DAY_S: f64 = 86_400.0;
