//! Heat between gas and walls, and the averages of a decay that it and the leaks need.
//!
//! A molecule of these gases has the heat capacity of five degrees of freedom here (gamma = 7/5): c_v = 5/2 R a mole.
//! Carbon dioxide and water have a little more; at cabin fractions the difference is below 0.3 % of the heat capacity.

use super::species::GAS_CONSTANT;

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

/// (1 - exp(-z)) / z, the mean of a unit decay over its step, for z not negative.
#[inline]
pub(super) fn mean_decay(z: f64) -> f64 {
    1.0 - z * mean_lag(z)
}

/// (z - 1 + exp(-z)) / z^2, the mean progress of a decay towards its end over its step: 1/2 - z/6 + z^2/24 - ...
#[inline]
pub(super) fn mean_lag(z: f64) -> f64 {
    if z < 0.02 {
        // Next term z^5/5040: 6e-13 at worst.
        0.5 - z * (1.0 / 6.0 - z * (1.0 / 24.0 - z * (1.0 / 120.0 - z * (1.0 / 720.0))))
    } else {
        (z - 1.0 + libm::exp(-z)) / (z * z)
    }
}

/// Heat that enters the gas over `seconds`, J: from its wall, which it follows as exp(-UA t / (n c_v)), and from what
/// runs in the compartment. Without much gas there is little to heat: the wall term then ends at the wall's
/// temperature, and what runs is held to ten kelvin, or a whiff of gas would be made as hot as a star.
#[inline]
pub(super) fn heat_joules(moles: f64, kelvin: f64, ua_w_k: f64, wall_k: f64, watts: f64, seconds: f64) -> f64 {
    let capacity = 2.5 * GAS_CONSTANT * moles;
    if capacity <= 1e-9 {
        return 0.0;
    }
    let most = 10.0 * capacity;
    let run = watts * seconds;
    let held = if run > most {
        most
    } else if run < -most {
        -most
    } else {
        run
    };
    if ua_w_k == 0.0 {
        return held;
    }
    let mean = mean_decay(ua_w_k * seconds / capacity);
    (ua_w_k * (wall_k - kelvin) * seconds + run) * mean
}
