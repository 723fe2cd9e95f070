//! Chances of finding a hole by ear with the ultrasonic detector, and by eye.
//!
//! By ear: facts 6.1 gives 95 % a sweep for 1 mm close by with fans off, 40 % for 0.5 mm, 5 % for 0.3 mm, and half of
//! that in noise. Ventilation alone is a noise of 0.6, which leaves 0.7 of the chance; with loud machines beside it no
//! more than half is left. By eye is a model choice: large holes are seen and heard without any instrument.

use super::hole::diameter_mm;
use crate::units::SquareMetres;

/// Diameter, mm, against the chance of a sweep.
const BY_EAR: [(f64, f64); 5] = [(0.15, 0.0), (0.3, 0.05), (0.5, 0.40), (1.0, 0.95), (2.0, 0.99)];
/// The same for a search by eye.
const BY_EYE: [(f64, f64); 5] = [(0.3, 0.0), (1.0, 0.25), (2.0, 0.55), (5.0, 0.90), (10.0, 0.98)];

/// Chance that a sweep hears a hole with this effective area; `noise` 0 (still) to 1 (fans and machines).
pub fn chance_by_ear(cd_area: SquareMetres, noise: f64) -> f64 {
    along(&BY_EAR, diameter_mm(cd_area)) * (1.0 - 0.5 * noise.clamp(0.0, 1.0))
}

/// Chance that a search by eye sees a hole that looks so large; a crack is seen by its width, about a fiftieth of its
/// length.
pub fn chance_by_eye(looks_mm: f64, crack: bool) -> f64 {
    along(&BY_EYE, if crack { looks_mm / 50.0 } else { looks_mm })
}

/// Linear between the points of a table, flat beyond its ends.
fn along(table: &[(f64, f64)], x: f64) -> f64 {
    let last = table[table.len() - 1];
    for pair in table.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        if x < x0 {
            return y0;
        }
        if x < x1 {
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
        }
    }
    last.1
}
