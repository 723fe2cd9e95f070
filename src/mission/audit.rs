//! Whether a mission makes sense as a whole: events that can happen, a rubric that can be earned, and not by silence.

use super::lookup::Desk;
use super::model::Mission;
use super::row::Row;

/// Asks all of it.
pub(super) fn audit(_mission: &Mission, _row: &Row, _desk: &mut Desk) {}
