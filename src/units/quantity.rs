//! Physical quantities as newtypes over `f64`, in SI units.

use super::{CELSIUS_K, DAY_S, MMHG_PA};
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $unit:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(0.0);

            /// Its size without its sign.
            pub fn abs(self) -> Self {
                Self(self.0.abs())
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }
        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }
        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }
        impl Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }
        impl Div<$name> for $name {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)?;
                f.write_str(concat!(" ", $unit))
            }
        }
    };
}

quantity!(
    /// Pressure, Pa.
    Pascals, "Pa"
);
quantity!(
    /// Absolute temperature, K.
    Kelvin, "K"
);
quantity!(
    /// Volume, m3.
    CubicMetres, "m3"
);
quantity!(
    /// Mass, kg.
    Kilograms, "kg"
);
quantity!(
    /// Mass flow, kg/s.
    KilogramsPerSecond, "kg/s"
);
quantity!(
    /// Area, m2.
    SquareMetres, "m2"
);
quantity!(
    /// Volume flow, m3/s.
    CubicMetresPerSecond, "m3/s"
);

impl Pascals {
    /// From millimetres of mercury, the unit of every gauge on board.
    pub const fn from_mmhg(mmhg: f64) -> Self {
        Self(mmhg * MMHG_PA)
    }

    /// In millimetres of mercury.
    pub const fn mmhg(self) -> f64 {
        self.0 / MMHG_PA
    }
}

impl Kelvin {
    /// From degrees Celsius.
    pub const fn from_celsius(celsius: f64) -> Self {
        Self(celsius + CELSIUS_K)
    }

    /// In degrees Celsius.
    pub const fn celsius(self) -> f64 {
        self.0 - CELSIUS_K
    }
}

impl SquareMetres {
    /// From square millimetres.
    pub const fn from_mm2(mm2: f64) -> Self {
        Self(mm2 * 1e-6)
    }

    /// In square millimetres.
    pub const fn mm2(self) -> f64 {
        self.0 * 1e6
    }
}

impl CubicMetresPerSecond {
    /// From cubic metres an hour, the unit of ventilation tables.
    pub const fn per_hour(m3_h: f64) -> Self {
        Self(m3_h / 3600.0)
    }
}

impl KilogramsPerSecond {
    /// From kilograms a day, the unit of life support.
    pub const fn per_day(kg_day: f64) -> Self {
        Self(kg_day / DAY_S)
    }

    /// From kilograms an hour.
    pub const fn per_hour(kg_h: f64) -> Self {
        Self(kg_h / 3600.0)
    }
}
