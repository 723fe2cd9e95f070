//! How people are, and what they are about.

use super::super::{Form, Words};
use super::measure;
use crate::sim::console::{Condition, PersonView};

/// How somebody is, in a word.
pub const fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::Well => "well",
        Condition::Impaired => "short of breath",
        Condition::Asleep => "asleep",
        Condition::Unconscious => "unconscious",
        Condition::Dead => "dead",
        Condition::Gone => "gone",
    }
}

impl Words<'_> {
    /// What somebody is about, with what is left of it: `stowing ..., 0:40 left`. At most some fifty columns.
    pub fn busy(&self, person: &PersonView) -> String {
        match person.condition {
            Condition::Well | Condition::Impaired => {}
            Condition::Gone => return "left with a vehicle".into(),
            other => return condition(other).into(),
        }
        let Some(job) = &person.job else {
            return match (person.seated, person.stopwatch) {
                (Some(vehicle), _) => format!("strapped into {}", self.vehicle(vehicle)),
                (None, Some(_)) => "timing the needle".into(),
                (None, None) => "waiting".into(),
            };
        };
        let doing = match (job.walking_to, person.stopwatch) {
            (Some(next), _) => format!("{}, {} next", self.on_the_way(&job.task), self.place(next, Form::Short)),
            (None, Some(_)) => format!("{}, stopwatch running", self.doing(&job.task)),
            (None, None) => self.doing(&job.task),
        };
        match job.left_s {
            Some(left) => format!("{doing}, {} left", measure::clock(u64::from(left))),
            None => doing,
        }
    }
}
