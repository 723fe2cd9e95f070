//! The scorecard: values with their evidence, ready to be shown, compared and recomputed.

use crate::mission::model::Measure;
use crate::sim::event::Outcome;
use crate::units::Tick;

/// What a drill earned.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Scorecard {
    /// Lines in the order of the rubric.
    pub lines: Vec<Line>,
    /// Points earned.
    pub points: f64,
    /// Points that could be earned: what does not apply is left out.
    pub max: f64,
    /// Share of the points that passes. It travels with the verdict, so that a card can be read by itself.
    pub pass_mark: f64,
    /// How the drill ended.
    pub outcome: Outcome,
    /// Whether a declaration agreed with the truth; true where nothing was declared.
    pub sound: bool,
    /// Every critical line earned in full, share at the pass mark or above, and the drill finished.
    pub passed: bool,
    /// The last tick of the log.
    pub last: Tick,
}

/// A line of the card.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Line {
    /// The author's name for it.
    pub name: String,
    /// The skill it belongs to.
    pub skill: String,
    /// Why it counts, in the author's words.
    pub why: String,
    /// Points earned.
    pub points: f64,
    /// Points at most.
    pub max: f64,
    /// No pass without it.
    pub critical: bool,
    /// 2, 1, 0 or not applicable: the instructor's shorthand.
    pub grade: Grade,
    /// What earned or lost it.
    pub evidence: Evidence,
}

/// The shorthand of check rides: done, partly done, not done, not applicable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 2: all of its points.
    Full,
    /// 1: some of its points.
    Part,
    /// 0: none of its points.
    Missed,
    /// It leaves the total.
    NotApplicable,
}

impl Grade {
    /// From a share of the points.
    pub fn of(share: f64) -> Self {
        if share >= 1.0 {
            Grade::Full
        } else if share > 0.0 {
            Grade::Part
        } else {
            Grade::Missed
        }
    }

    /// `2`, `1`, `0` or `-`.
    pub const fn digit(self) -> char {
        match self {
            Grade::Full => '2',
            Grade::Part => '1',
            Grade::Missed => '0',
            Grade::NotApplicable => '-',
        }
    }
}

/// What earned or lost a line. The sentences are in `words`.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Evidence {
    /// It came true, in time for these points.
    CameTrue {
        /// When.
        at: Tick,
    },
    /// It came true too late for any points; they ended here.
    TooLate {
        /// When.
        at: Tick,
        /// The last moment that would have earned any.
        limit: Tick,
    },
    /// It never came true.
    NeverCameTrue,
    /// What must not happen happened.
    Happened {
        /// When first.
        at: Tick,
    },
    /// What must not happen did not.
    NeverHappened,
    /// A number was measured.
    Measured {
        /// Which number.
        measure: Measure,
        /// The number.
        value: f64,
        /// The tick that decided it, if one did.
        at: Option<Tick>,
        /// Full points from here.
        full: f64,
        /// No points from here.
        none: f64,
    },
    /// There was nothing to measure: the crew never did what would have given the number.
    NotMeasured {
        /// Which number.
        measure: Measure,
    },
    /// How it ended.
    Ended {
        /// How.
        outcome: Outcome,
        /// Whether the truth agreed with what was declared.
        sound: bool,
        /// When, if it did end.
        at: Option<Tick>,
    },
    /// The mission's author leaves it out of this drill.
    NotApplicable,
}

impl Evidence {
    /// The tick that earned or lost it, if one did.
    pub const fn at(&self) -> Option<Tick> {
        match *self {
            Evidence::CameTrue { at } | Evidence::TooLate { at, .. } | Evidence::Happened { at } => Some(at),
            Evidence::Measured { at, .. } | Evidence::Ended { at, .. } => at,
            Evidence::NeverCameTrue
            | Evidence::NeverHappened
            | Evidence::NotMeasured { .. }
            | Evidence::NotApplicable => None,
        }
    }
}

impl Scorecard {
    /// Adds up the lines and gives the verdict.
    pub fn new(lines: Vec<Line>, pass_mark: f64, outcome: Outcome, sound: bool, last: Tick) -> Self {
        let counted = || lines.iter().filter(|line| line.grade != Grade::NotApplicable);
        let points: f64 = counted().map(|line| line.points).sum();
        let max: f64 = counted().map(|line| line.max).sum();
        let criticals = counted().filter(|line| line.critical).all(|line| line.grade == Grade::Full);
        // A millionth forgives sums such as 0.1 + 0.2; it never turns a whole point.
        let enough = points + 1e-6 >= pass_mark * max;
        let passed = criticals && enough && outcome != Outcome::Unfinished;
        // An empty sum is -0.0, which would be shown with its sign.
        Self { points: points + 0.0, max: max + 0.0, lines, pass_mark, outcome, sound, passed, last }
    }

    /// Points as a share of those that could be earned; nothing to earn counts as nothing.
    pub fn share(&self) -> f64 {
        if self.max > 0.0 { self.points / self.max } else { 0.0 }
    }

    /// Critical lines that were not earned in full.
    pub fn criticals_missed(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.critical && matches!(line.grade, Grade::Missed | Grade::Part))
    }
}
