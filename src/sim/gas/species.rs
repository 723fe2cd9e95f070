//! The four gases of a cabin, and a parcel of them.

use crate::units::{CubicMetres, Kelvin, Pascals};
use std::ops::{Add, AddAssign, Mul, Sub, SubAssign};

/// Molar gas constant, J/(mol K), exact since the SI of 2019.
pub const GAS_CONSTANT: f64 = 8.314_462_618_153_24;

/// One of the gases that a cabin holds; its number is its lane in every array of four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Species {
    /// Oxygen.
    O2,
    /// Nitrogen.
    N2,
    /// Carbon dioxide.
    CO2,
    /// Water vapour.
    H2O,
}

impl Species {
    /// All of them, in the order of their lanes.
    pub const ALL: [Self; 4] = [Self::O2, Self::N2, Self::CO2, Self::H2O];

    /// The place of this gas in an array of four.
    pub const fn lane(self) -> usize {
        self as usize
    }

    /// Chemical formula, as in the columns of tables.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::O2 => "O2",
            Self::N2 => "N2",
            Self::CO2 => "CO2",
            Self::H2O => "H2O",
        }
    }

    /// The gas with this formula.
    pub fn from_formula(formula: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|species| species.formula() == formula)
    }

    /// Kilograms in a mole (IUPAC atomic weights, as used by the reference cases).
    pub const fn molar_mass(self) -> f64 {
        MOLAR_MASS[self.lane()]
    }
}

/// Kilograms in a mole of O2, N2, CO2 and H2O.
pub const MOLAR_MASS: [f64; 4] = [31.9988e-3, 28.0134e-3, 44.0095e-3, 18.015_28e-3];

/// Moles in a kilogram, so that the loop multiplies where it would divide.
pub(super) const MOLES_PER_KG: [f64; 4] =
    [1.0 / MOLAR_MASS[0], 1.0 / MOLAR_MASS[1], 1.0 / MOLAR_MASS[2], 1.0 / MOLAR_MASS[3]];

/// Mole fractions of dry air as the reference cases have it.
pub const AIR: [f64; 4] = [0.21, 0.79, 0.0, 0.0];

/// Mole fractions of cabin air with its breath and moisture, as the reference cases have it.
pub const CABIN: [f64; 4] = [0.209, 0.781, 0.004, 0.006];

/// A parcel of gas: kilograms of each species, in the order of [`Species::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Masses(pub [f64; 4]);

impl Masses {
    /// Nothing at all.
    pub const VACUUM: Self = Self([0.0; 4]);

    /// What fills `volume` at a pressure and a temperature, by mole fractions (scaled to their sum, so that a table
    /// rounded to three digits still gives the stated pressure).
    pub fn from_pressure(pressure: Pascals, temperature: Kelvin, volume: CubicMetres, fractions: [f64; 4]) -> Self {
        let sum: f64 = fractions.iter().sum();
        let scale = if sum > 0.0 { pressure.0 / sum } else { 0.0 };
        Self::from_partials(fractions.map(|fraction| fraction * scale), temperature, volume)
    }

    /// What fills `volume` at these partial pressures, Pa: m = p V M / (R T).
    pub fn from_partials(partial_pa: [f64; 4], temperature: Kelvin, volume: CubicMetres) -> Self {
        let moles_per_pa = volume.0 / (GAS_CONSTANT * temperature.0);
        let mut masses = [0.0; 4];
        for ((mass, partial), molar) in masses.iter_mut().zip(partial_pa).zip(MOLAR_MASS) {
            *mass = partial * moles_per_pa * molar;
        }
        Self(masses)
    }

    /// Kilograms of one species.
    pub fn of(self, species: Species) -> f64 {
        self.0[species.lane()]
    }
}

impl Masses {
    /// Kilograms altogether, added in the order that two-lane registers do.
    #[inline]
    pub fn total_kg(self) -> f64 {
        let [o2, n2, co2, h2o] = self.0;
        (o2 + co2) + (n2 + h2o)
    }

    /// Moles altogether.
    #[inline]
    pub fn moles(self) -> f64 {
        let ([o2, n2, co2, h2o], m) = (self.0, MOLES_PER_KG);
        (o2 * m[0] + co2 * m[2]) + (n2 * m[1] + h2o * m[3])
    }
}

impl Add for Masses {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        Self([a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]])
    }
}

impl Sub for Masses {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        Self([a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]])
    }
}

impl Mul<f64> for Masses {
    type Output = Self;
    #[inline]
    fn mul(self, factor: f64) -> Self {
        let a = self.0;
        Self([a[0] * factor, a[1] * factor, a[2] * factor, a[3] * factor])
    }
}

impl AddAssign for Masses {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Masses {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}
