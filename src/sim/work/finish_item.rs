//! What came of things that are fetched, handed on, worn and lit.

use crate::sim::event::Event;
use crate::sim::ids::PersonId;
use crate::sim::item::Item;
use crate::sim::person::MASK_S;
use crate::sim::refusal::Refusal;
use crate::sim::station::Station;

impl Station {
    /// Takes a pack of an item from where it is stowed, unless another has taken the last.
    pub(super) fn pick_up(&mut self, who: PersonId, item: Item, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let at = self.crew[who.ix()].at;
        let mut taken = 0;
        while taken < item.pack() && self.stock[at.ix()].take_one(item) {
            taken += 1;
        }
        if taken == 0 {
            return Err(Refusal::NoneLeft(item));
        }
        self.crew[who.ix()].carries.add(item, taken);
        events.push(Event::Took { who, item });
        Ok(())
    }

    /// Hands all of an item to another.
    pub(super) fn pass_on(&mut self, who: PersonId, to: PersonId, item: Item, events: &mut Vec<Event>) {
        let count = self.crew[who.ix()].carries.take_all(item);
        self.crew[to.ix()].carries.add(item, count);
        if item == Item::Mask {
            let used = self.crew[who.ix()].mask_used_s.take();
            let other = self.crew[to.ix()].mask_used_s;
            self.crew[to.ix()].mask_used_s = used.into_iter().chain(other).min();
        }
        events.push(Event::Took { who: to, item });
    }

    /// A mask goes on, one that was used before all others; taken off it is carried on with what is left in its bottle.
    pub(super) fn wear_mask(&mut self, who: PersonId, on: bool, events: &mut Vec<Event>) {
        let person = &mut self.crew[who.ix()];
        if on {
            person.carries.take_one(Item::Mask);
            person.mask_s = Some(person.mask_used_s.take().unwrap_or(MASK_S));
        } else if let Some(left) = person.mask_s.take() {
            person.carries.add(Item::Mask, 1);
            person.mask_used_s = Some(left);
        }
        events.push(Event::MaskOn { who, on });
    }

    pub(super) fn wear_suit(&mut self, who: PersonId, events: &mut Vec<Event>) {
        self.crew[who.ix()].suited = true;
        self.support.stale = true;
        events.push(Event::SuitOn { who });
    }

    pub(super) fn light_candle(&mut self, who: PersonId, events: &mut Vec<Event>) {
        let at = self.crew[who.ix()].at;
        self.crew[who.ix()].carries.take_one(Item::Candle);
        self.support.light(at);
        events.push(Event::CandleLit { who, at });
    }
}
