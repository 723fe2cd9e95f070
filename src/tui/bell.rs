//! The tones of alarms, as far as a terminal can beep: a rhythm for each class, told apart without looking.
//!
//! ```text
//!  emergency  ♪♪♪♪♪ . . . ♪♪♪♪♪ . . .   five quick, every two seconds
//!  warning    ♪ ♪ ♪ . . . . . . . . .   three slow, every four
//!  caution    ♪ . . . . . . . . . . .   one, every eight
//! ```
//! A rhythm goes on until the alarm is acknowledged. Plain numbers; the clock that plays them is in `pace`.

use crate::sim::alarm::AlarmClass;

/// Strokes and a rest, again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// Strokes in a group.
    pub strokes: u64,
    /// From one to the next, ms.
    pub apart_ms: u64,
    /// From one group to the next, ms.
    pub every_ms: u64,
}

/// How long a flash lasts, ms. One a group: never more than three in a second.
pub const FLASH_MS: u64 = 150;

/// The rhythm of a class; an advisory has none.
pub const fn rhythm(class: AlarmClass) -> Option<Rhythm> {
    match class {
        AlarmClass::Emergency => Some(Rhythm { strokes: 5, apart_ms: 180, every_ms: 2000 }),
        AlarmClass::Warning => Some(Rhythm { strokes: 3, apart_ms: 400, every_ms: 4000 }),
        AlarmClass::Caution => Some(Rhythm { strokes: 1, apart_ms: 8000, every_ms: 8000 }),
        AlarmClass::Advisory => None,
    }
}

impl Rhythm {
    /// Strokes that are due up to a moment since it began; the first is at once.
    pub const fn due(&self, at_ms: u64) -> u64 {
        let groups = at_ms / self.every_ms;
        let within = at_ms % self.every_ms;
        let more = within / self.apart_ms + 1;
        groups * self.strokes + if more < self.strokes { more } else { self.strokes }
    }

    /// When the stroke of this number is due, from 0.
    pub const fn at_ms(&self, stroke: u64) -> u64 {
        stroke / self.strokes * self.every_ms + stroke % self.strokes * self.apart_ms
    }

    /// Whether the screen is lit at a moment.
    pub const fn lit(&self, at_ms: u64) -> bool {
        at_ms % self.every_ms < FLASH_MS
    }
}

#[cfg(test)]
mod tests {
    use super::{AlarmClass, rhythm};

    #[test]
    fn each_class_has_its_own_rhythm_and_the_worst_is_the_busiest() {
        let in_eight_seconds = |class| rhythm(class).map_or(0, |r| r.due(7999));
        let classes = [AlarmClass::Emergency, AlarmClass::Warning, AlarmClass::Caution, AlarmClass::Advisory];
        assert_eq!(classes.map(in_eight_seconds), [20, 6, 1, 0]);
        let warning = rhythm(AlarmClass::Warning).unwrap();
        assert_eq!([0, 399, 400, 800, 3999, 4000].map(|ms| warning.due(ms)), [1, 1, 2, 3, 3, 4]);
        assert_eq!([0, 1, 2, 3].map(|n| warning.at_ms(n)), [0, 400, 800, 4000]);
        assert!(warning.lit(0) && !warning.lit(200) && warning.lit(4100));
    }
}
