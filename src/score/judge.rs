//! One line of the card: a test held against what the walk found.

use super::Ended;
use super::card::{Evidence, Grade, Line};
use super::tally::Tally;
use crate::mission::model::{Band, ScoreItem, Test};
use crate::units::Tick;

/// An item with what the walk found about it.
pub(crate) struct Item<'a> {
    pub item: &'a ScoreItem,
    /// The author's condition for it came true, or there is none.
    pub applies: bool,
    /// When its condition first held.
    pub first: Option<Tick>,
    /// When each event of the script first fired.
    pub script: &'a [Option<Tick>],
    pub ended: Ended,
    pub tally: &'a Tally,
}

/// Judges it.
pub(crate) fn judge(found: &Item<'_>) -> Line {
    let item = found.item;
    let (share, evidence) = if found.applies { found.weigh() } else { (0.0, Evidence::NotApplicable) };
    Line {
        name: item.name.clone(),
        skill: item.skill.clone(),
        why: item.why.clone(),
        points: item.points * share,
        max: item.points,
        critical: item.critical,
        grade: if found.applies { Grade::of(share) } else { Grade::NotApplicable },
        evidence,
    }
}

impl Item<'_> {
    fn weigh(&self) -> (f64, Evidence) {
        match (&self.item.test, self.first) {
            (Test::When { .. }, None) => (0.0, Evidence::NeverCameTrue),
            (Test::When { bands, .. }, Some(at)) if bands.is_empty() => (1.0, Evidence::CameTrue { at }),
            (Test::When { bands, .. }, Some(at)) => self.by_bands(bands, at),
            (Test::Never { .. }, None) => (1.0, Evidence::NeverHappened),
            (Test::Never { .. }, Some(at)) => (0.0, Evidence::Happened { at }),
            (Test::Outcome { any_of }, _) => {
                let Ended { outcome, sound, at } = self.ended;
                let earned = sound && any_of.contains(&outcome);
                (if earned { 1.0 } else { 0.0 }, Evidence::Ended { outcome, sound, at })
            }
            (Test::Measure { measure, full, none }, _) => match self.tally.reading(*measure) {
                None => (0.0, Evidence::NotMeasured { measure: *measure }),
                Some((value, at)) => {
                    let evidence = Evidence::Measured { measure: *measure, value, at, full: *full, none: *none };
                    (between(value, *full, *none), evidence)
                }
            },
        }
    }

    /// The best share among the bands that were met. A band after a script event that never fired cannot be met.
    fn by_bands(&self, bands: &[Band], at: Tick) -> (f64, Evidence) {
        let limit = |band: &Band| match band.after_event {
            None => Some(Tick(band.within_s)),
            Some(event) => self.script.get(usize::from(event)).copied().flatten().map(|fired| fired + band.within_s),
        };
        let met = bands.iter().filter(|band| limit(band).is_some_and(|limit| at <= limit));
        let share = met.map(|band| band.share).fold(0.0, f64::max);
        if share > 0.0 {
            return (share, Evidence::CameTrue { at });
        }
        match bands.iter().filter_map(limit).max() {
            Some(limit) => (0.0, Evidence::TooLate { at, limit }),
            None => (0.0, Evidence::CameTrue { at }),
        }
    }
}

/// Share of the points: all at `full` and beyond it, none at `none` and beyond it, in proportion between. Which of
/// the two is larger says whether more is better.
fn between(value: f64, full: f64, none: f64) -> f64 {
    if full == none {
        return if value <= full { 1.0 } else { 0.0 };
    }
    ((value - none) / (full - none)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn points_run_from_full_to_none_in_either_direction() {
        assert_eq!(between(2.0, 10.0, 20.0), 1.0);
        assert_eq!(between(15.0, 10.0, 20.0), 0.5);
        assert_eq!(between(25.0, 10.0, 20.0), 0.0);
        assert_eq!(between(700.0, 690.0, 600.0), 1.0, "more is better where full is above none");
        assert_eq!(between(0.0, 0.0, 0.0), 1.0, "none of it, and none allowed");
        assert_eq!(between(1.0, 0.0, 0.0), 0.0);
    }
}
