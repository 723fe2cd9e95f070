//! Whether somebody has what a task is done with, and can take, wear or hand over what it is about.

use crate::sim::console::Condition;
use crate::sim::ids::PersonId;
use crate::sim::item::Item;
use crate::sim::order::Task;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;
use crate::sim::work::check::Before;

impl Station {
    pub(super) fn check_item(&self, before: Before, task: &Task) -> Result<(), Refusal> {
        let who = before.who;
        let person = &self.crew[who.ix()];
        match *task {
            Task::Listen => self.must_carry(before, Item::Detector),
            Task::Candle => self.must_carry(before, Item::Candle),
            Task::Mask(on) => {
                before.already(person.mask_s.is_some() == on, Refusal::MaskAlready(who, on))?;
                if on { self.must_carry(before, Item::Mask) } else { Ok(()) }
            }
            Task::Suit => before.already(person.suited, Refusal::SuitAlready(who)),
            Task::Fetch(item) => before.already(
                person.carries.has(item) && !matches!(item, Item::Tape | Item::Sealant | Item::Candle | Item::Patch),
                Refusal::Has(who, item),
            ),
            Task::Give(item, other) => {
                if other == who {
                    return Err(Refusal::Oneself(who));
                }
                match self.crew[other.ix()].condition {
                    Condition::Dead => Err(Refusal::Dead(other)),
                    Condition::Gone => Err(Refusal::Gone(other)),
                    _ => self.must_carry(before, item),
                }
            }
            _ => self.must_carry(before, Item::Gauge),
        }
    }

    /// They carry an item, will have fetched it by then, or are handed it with the task.
    pub(super) fn must_carry(&self, before: Before, item: Item) -> Result<(), Refusal> {
        let has = |who: PersonId| self.crew[who.ix()].carries.has(item);
        let fetched = before.later && self.has_in_mind(before.who, Task::Fetch(item));
        if has(before.who) || fetched || before.giver.is_some_and(has) {
            Ok(())
        } else {
            Err(Refusal::Lacks(before.who, item))
        }
    }

    /// They are at a task, or it waits behind what they do.
    pub(super) fn has_in_mind(&self, who: PersonId, task: Task) -> bool {
        let person = &self.crew[who.ix()];
        person.queue.iter().chain(person.job.as_ref().map(|j| &j.task)).any(|t| *t == task)
    }
}
