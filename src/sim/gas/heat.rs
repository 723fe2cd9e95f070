//! Heat between gas and walls, and the averages of a decay that it and the leaks need.
//!
//! A molecule of these gases has the heat capacity of five degrees of freedom here (gamma = 7/5): c_v = 5/2 R a mole.
//! Carbon dioxide and water have a little more; at cabin fractions the difference is below 0.3 % of the heat capacity.

use super::network::Rooms;
use super::species::GAS_CONSTANT;
use super::step::Room;

/// Ratio of specific heats.
pub const GAMMA: f64 = 1.4;

/// Temperatures that the equations are held to, K: a compartment that blows down adiabatically within a tick would
/// otherwise reach values where the next division has no meaning. No person is there to see them.
const RANGE_K: (f64, f64) = (3.0, 3000.0);

/// Holds a temperature to what the equations can bear.
#[inline]
pub(super) fn bearable(kelvin: f64) -> f64 {
    if kelvin >= RANGE_K.1 {
        RANGE_K.1
    } else if kelvin >= RANGE_K.0 {
        kelvin
    } else {
        RANGE_K.0
    }
}

/// (z - 1 + exp(-z)) / z^2, the mean progress of a decay towards its end over its step: 1/2 - z/6 + z^2/24 - ...
#[inline]
pub(super) fn mean_lag(z: f64) -> f64 {
    if z < 0.25 {
        // Next term z^9/11!: 1e-13 at worst.
        let tail = 1.0 / 40_320.0 - z * (1.0 / 362_880.0 - z * (1.0 / 3_628_800.0));
        let tail = 1.0 / 720.0 - z * (1.0 / 5040.0 - z * tail);
        0.5 - z * (1.0 / 6.0 - z * (1.0 / 24.0 - z * (1.0 / 120.0 - z * tail)))
    } else {
        (z - 1.0 + libm::exp(-z)) / (z * z)
    }
}

/// What heats a compartment's gas.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heat {
    /// Conductance to the wall.
    pub ua_w_k: f64,
    /// Temperature of the wall.
    pub wall_k: f64,
    /// What runs in the compartment.
    pub watts: f64,
}

impl Heat {
    /// What heats a compartment.
    #[inline]
    pub fn of(rooms: &Rooms, index: usize) -> Self {
        Self { ua_w_k: rooms.ua[index], wall_k: rooms.wall[index], watts: rooms.heat[index] }
    }

    /// Joules that enter the gas over a piece, and the gas's mean temperature, when everything else would change its
    /// temperature by `drift_k` over the piece.
    ///
    /// dT/dt = k (T_wall - T) + drift, k = UA / (n c_v), which is followed exactly: a whiff of gas is in balance with
    /// its wall and with its own cooling long before the piece ends. Without a wall, what runs in the compartment is
    /// held to ten kelvin a piece, or a whiff of gas would be made as hot as a star.
    #[inline]
    pub fn over(self, room: &Room, drift_k: f64, seconds: f64) -> (f64, f64) {
        let capacity = 2.5 * GAS_CONSTANT * room.moles;
        if capacity <= 1e-9 || (self.ua_w_k == 0.0 && self.watts == 0.0) {
            return (0.0, room.kelvin + 0.5 * drift_k);
        }
        let run = self.watts * seconds;
        let per_capacity = 1.0 / capacity;
        if self.ua_w_k == 0.0 {
            let held = run.clamp(-10.0 * capacity, 10.0 * capacity);
            return (held, room.kelvin + 0.5 * (drift_k + held * per_capacity));
        }
        let ease = self.ua_w_k * seconds * per_capacity;
        let pull = ease * (self.wall_k - room.kelvin) + drift_k + run * per_capacity;
        let mean = room.kelvin + pull * mean_lag(ease);
        let joules = self.ua_w_k * seconds * (self.wall_k - mean) + run;
        // A wall may be colder than any gas can be: the one behind a machine that is off, if it was made so thin that
        // it took kilowatts away. More heat than the gas has would be pressure below nothing, and a hole that lets in.
        let (least, most) = ((RANGE_K.0 - room.kelvin) * capacity, (RANGE_K.1 - room.kelvin) * capacity);
        if joules >= least && joules <= most {
            (joules, mean)
        } else {
            let held = joules.max(least).min(most);
            (held, bearable(room.kelvin + 0.5 * (drift_k + held * per_capacity)))
        }
    }
}
