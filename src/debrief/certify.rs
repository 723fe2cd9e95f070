//! The whole of `verify`: the record flown again and scored again.

use crate::replay::{Record, Verdict, verify};
use crate::score::{self, Scorecard};

/// What a verification found, the score included.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    /// Whether everything in the record follows from its orders.
    pub verdict: Verdict,
    /// The score, made anew.
    pub card: Scorecard,
    /// Whether the claimed score is that one; none where nothing was claimed.
    pub claim_holds: Option<bool>,
}

impl Certificate {
    /// Whether the record is true, its score included.
    pub fn holds(&self) -> bool {
        matches!(self.verdict, Verdict::True { .. }) && self.claim_holds != Some(false)
    }
}

/// Flies a record again and scores it again.
pub fn certify(record: &Record) -> Certificate {
    let card = score::mark(&record.mission, &record.log);
    let claim_holds = record.end.map(|end| {
        // A claim is a decimal number written by the same formula: equal to the last bit, or it is another claim.
        end.points == card.points && end.max == card.max && end.passed == card.passed && end.outcome == card.outcome
    });
    Certificate { verdict: verify(record), card, claim_holds }
}
