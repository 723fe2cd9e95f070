//! What air does to a person: lack of oxygen by the time of useful consciousness, carbon dioxide, vacuum, tiredness.
//!
//! Hypoxia follows the partial pressure of oxygen, not its share, so that oxygen from a Progress helps at any total
//! pressure. The published times (facts 5.3) are turned into a dose: each second at a partial pressure uses up its
//! part of the time of useful consciousness there; a full dose is a faint. Work takes three times as much, sleep and
//! rest one; clean air gives it back within minutes.

use super::digest::Digester;

/// What a person breathes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breath {
    /// Partial pressure of oxygen breathed, mmHg.
    pub o2_mmhg: f64,
    /// Partial pressure of carbon dioxide breathed, mmHg.
    pub co2_mmhg: f64,
    /// Pressure around the body, mmHg.
    pub total_mmhg: f64,
    /// Works, rather than rests.
    pub works: bool,
}

/// Oxygen partial pressure against time of useful consciousness at rest, mmHg and s (facts 5.3; air of 21 % at the
/// standard pressures of 15,000 to 40,000 ft). Above the first there is no faint; the first itself is a model choice,
/// between 103 mmHg, which is borne without limit, and the half hour or more at 90.
const USEFUL: [(f64, f64); 9] = [
    (96.0, 7200.0),
    (90.0, 1800.0),
    (80.0, 1500.0),
    (73.0, 1200.0),
    (67.0, 450.0),
    (59.0, 270.0),
    (52.0, 165.0),
    (37.0, 45.0),
    (30.0, 17.0),
];
/// At the least, s (vacuum: 6 to 9).
const USEFUL_LEAST_S: f64 = 9.0;
/// Below this oxygen a person is slower, mmHg (air at 490 mmHg: 103).
const SLOW_O2_MMHG: f64 = 105.0;
/// Seconds in which a full dose goes in clean air (model choice).
const RECOVERY_S: f64 = 300.0;
/// Carbon dioxide above which a person is slower, and above which they faint in time, mmHg (facts 2.1, 5.3: model
/// choice beyond 20).
const SLOW_CO2_MMHG: f64 = 15.0;
const FAINT_CO2_MMHG: f64 = 45.0;
/// Water boils in tissue below this, mmHg.
const BOIL_MMHG: f64 = 47.0;
/// Seconds unconscious without oxygen that kill (model choice within four to six minutes).
const ANOXIA_S: f64 = 240.0;
/// Seconds near vacuum that kill.
const VACUUM_S: f64 = 100.0;
/// Seconds awake after which a person is slower.
const TIRED_S: f64 = 20.0 * 3600.0;

/// State of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Body {
    /// Part of useful consciousness used up, 0..1.
    pub hypoxia: f64,
    /// The same for carbon dioxide.
    pub poisoning: f64,
    /// Seconds without what keeps alive.
    pub dying_s: f64,
    /// Seconds awake since rested.
    pub awake_s: f64,
    /// Slowed just now.
    pub slow: bool,
}

/// What became of a person in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toll {
    /// Lives on as before.
    Bears,
    /// Faints.
    Faints,
    /// Comes to.
    ComesTo,
    /// Dies.
    Dies,
}

/// Time of useful consciousness at rest at this oxygen, s; none above the highest of the table.
pub fn useful_consciousness_s(o2_mmhg: f64) -> Option<f64> {
    if o2_mmhg >= USEFUL[0].0 {
        return None;
    }
    let below = USEFUL.iter().position(|&(p, _)| p <= o2_mmhg);
    Some(match below {
        Some(i) => {
            let ((high_p, high_s), (low_p, low_s)) = (USEFUL[i - 1], USEFUL[i]);
            let part = (o2_mmhg - low_p) / (high_p - low_p);
            low_s * libm::exp(part * libm::log(high_s / low_s))
        }
        None => {
            let (low_p, low_s) = USEFUL[USEFUL.len() - 1];
            USEFUL_LEAST_S + (low_s - USEFUL_LEAST_S) * (o2_mmhg / low_p)
        }
    })
}

impl Body {
    /// How much of what they can stand is used, 0..1.
    pub fn exposure(&self) -> f64 {
        self.hypoxia.max(self.poisoning).min(1.0)
    }

    /// Breathes for `seconds`. `conscious` tells whether they are.
    pub fn breathe(&mut self, breath: Breath, asleep: bool, conscious: bool, seconds: f64) -> Toll {
        let effort = if breath.works { 3.0 } else { 1.0 };
        let boiling = breath.total_mmhg < BOIL_MMHG;
        match useful_consciousness_s(breath.o2_mmhg) {
            Some(useful) => self.hypoxia = (self.hypoxia + seconds * effort / useful).min(1.0),
            None => self.hypoxia = (self.hypoxia - seconds / RECOVERY_S).max(0.0),
        }
        if breath.co2_mmhg > FAINT_CO2_MMHG {
            // Ten minutes at 60 mmHg, under three at 100, at rest: the excess decides.
            let excess = breath.co2_mmhg - FAINT_CO2_MMHG;
            self.poisoning = (self.poisoning + seconds * excess * effort / 9000.0).min(1.0);
        } else {
            self.poisoning = (self.poisoning - seconds / RECOVERY_S).max(0.0);
        }
        if boiling {
            self.hypoxia = (self.hypoxia + seconds / USEFUL_LEAST_S).min(1.0);
        }
        self.awake_s = if asleep { (self.awake_s - 2.0 * seconds).max(0.0) } else { self.awake_s + seconds };
        self.slow = breath.o2_mmhg < SLOW_O2_MMHG || breath.co2_mmhg > SLOW_CO2_MMHG || self.awake_s > TIRED_S;
        self.toll(breath, boiling, conscious, seconds)
    }

    fn toll(&mut self, breath: Breath, boiling: bool, conscious: bool, seconds: f64) -> Toll {
        if conscious {
            self.dying_s = 0.0;
            return if self.exposure() >= 1.0 { Toll::Faints } else { Toll::Bears };
        }
        if boiling {
            self.dying_s += seconds * ANOXIA_S / VACUUM_S;
        } else if breath.o2_mmhg < 60.0 || breath.co2_mmhg > 75.0 {
            self.dying_s += seconds;
        }
        if self.dying_s >= ANOXIA_S {
            Toll::Dies
        } else if self.exposure() < 0.5 {
            Toll::ComesTo
        } else {
            Toll::Bears
        }
    }

    /// Adds its state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        for value in [self.hypoxia, self.poisoning, self.dying_s, self.awake_s] {
            d.f64(value);
        }
        d.u8(u8::from(self.slow));
    }
}
