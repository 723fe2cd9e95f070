//! What passes through an orifice.
//!
//! Compressible flow of a perfect gas with gamma = 7/5, upstream u, downstream d, r = p_d / p_u:
//!
//! ```text
//! n' = Cd A p_u Psi(r) / sqrt(M_u R T_u)        mol/s
//! Psi^2 = 2g/(g-1) (r^(2/g) - r^((g+1)/g)) = 7 (r^(10/7) - r^(12/7))     for r above the critical ratio
//! Psi   = sqrt(g) (2/(g+1))^((g+1)/(2(g-1))) = sqrt(1.4) / 1.2^3         at and below it (choked)
//! ```
//!
//! (Saint-Venant and Wantzel; physics contract, "Flow".) Left out: the vena contracta's dependence on r, which the
//! discharge coefficient stands for, and friction in long openings.

/// Pressure ratio at which the flow chokes, (2/(g+1))^(g/(g-1)) = (5/6)^3.5.
pub const CRITICAL_RATIO: f64 = 0.528_281_787_717_174_2;

/// Flow function of a choked orifice.
pub const PSI_CHOKED: f64 = 0.684_731_456_377_270_5;

/// Below this difference, Pa, the flow is linear in it: the square root's infinite slope at rest stands for no
/// motion that anyone could measure, and would make every open hatch infinitely stiff.
pub const SMOOTH_PA: f64 = 0.1;

/// Psi^2 / x as a polynomial in x = 1 - r on `[0, 1 - CRITICAL_RATIO]`.
///
/// The seventh root of r hides in Psi^2, but Psi^2 is analytic at r = 1 with the nearest singularity at r = 0, so a
/// polynomial of degree ten (Chebyshev interpolation) holds it to 1.2e-11 without a root or a division, and the
/// difference r^(10/7) - r^(12/7) is never taken, which would lose its digits exactly where hatches live, at r = 1.
const PSI_SQUARED_OVER_X: [f64; 11] = [
    2.000_000_000_006_483_7,
    -2.142_857_146_178_664_5,
    2.792_788_007_090_294_5e-7,
    0.029_145_429_168_118_624,
    0.022_641_025_279_331_473,
    0.014_807_607_860_033_635,
    0.020_363_120_075_784_807,
    -0.021_930_205_814_435_58,
    0.077_561_355_061_960_44,
    -0.087_228_922_767_443_44,
    0.061_741_867_725_655_93,
];

/// Psi^2 and its derivative by x, for x = 1 - r between 0 and 1 - [`CRITICAL_RATIO`].
#[inline]
fn psi_squared(x: f64) -> (f64, f64) {
    let c = &PSI_SQUARED_OVER_X;
    // Even and odd halves in x^2 run side by side where one Horner chain would wait for itself.
    let y = x * x;
    let even = ((((c[10] * y + c[8]) * y + c[6]) * y + c[4]) * y + c[2]) * y + c[0];
    let odd = (((c[9] * y + c[7]) * y + c[5]) * y + c[3]) * y + c[1];
    let q = even + x * odd;
    // d(x q)/dx = q + x q'. The slope only steers the implicit step, so the tail of q' may go: 1e-3 of it at worst.
    let slope = c[1] + y * (3.0 * c[3]) + x * y * (4.0 * c[4]) + y * y * (5.0 * c[5]);
    (x * q, q + x * slope)
}

/// The flow function Psi of r = p_down / p_up in 0..=1.
pub fn psi(ratio: f64) -> f64 {
    if ratio <= CRITICAL_RATIO { PSI_CHOKED } else { psi_squared(1.0 - ratio).0.max(0.0).sqrt() }
}

/// Flow through an opening at one moment: p_u Psi and its partial derivatives, all per (Cd A / sqrt(M R T)).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drive {
    /// p_u Psi, Pa.
    pub flow: f64,
    /// d(p_u Psi) / dp_u.
    pub by_up: f64,
    /// -d(p_u Psi) / dp_d.
    pub by_down: f64,
    /// Slope of the chord to rest, flow / (p_u - p_d).
    pub chord: f64,
}

/// What drives an opening from `up_pa` to `down_pa` (`up_pa` at least `down_pa`, both at least 0).
#[inline]
pub(super) fn drive(up_pa: f64, down_pa: f64) -> Drive {
    let difference = up_pa - down_pa;
    if down_pa <= CRITICAL_RATIO * up_pa {
        let chord = if difference > 0.0 { up_pa * PSI_CHOKED / difference } else { 0.0 };
        return Drive { flow: up_pa * PSI_CHOKED, by_up: PSI_CHOKED, by_down: 0.0, chord };
    }
    if difference < SMOOTH_PA {
        let slope = smooth_slope(up_pa);
        return Drive { flow: slope * difference, by_up: slope, by_down: slope, chord: slope };
    }
    let x = difference / up_pa;
    let (squared, derivative) = psi_squared(x);
    let psi = squared.sqrt();
    let by_x = 0.5 * derivative / psi;
    Drive { flow: up_pa * psi, by_up: psi + (1.0 - x) * by_x, by_down: by_x, chord: psi / x }
}

/// Slope of the linear piece, continuous with the orifice formula at [`SMOOTH_PA`].
#[inline]
fn smooth_slope(up_pa: f64) -> f64 {
    let up = if up_pa > 2.0 * SMOOTH_PA { up_pa } else { 2.0 * SMOOTH_PA };
    let x = SMOOTH_PA / up;
    let (squared, _) = psi_squared(if x < 0.47 { x } else { 0.47 });
    up * squared.sqrt() / SMOOTH_PA
}
