//! A crew that means well: it hears alarms, guesses its reserve time from the laptop, looks about where it happens to
//! be, tapes what it finds, paints it once, and believes that it holds.

use super::Pilot;
use super::hands::Hands;
use crate::belief::{Belief, Prior};
use crate::sim::console::Console;
use crate::sim::event::Event;
use crate::sim::ids::CompartmentId;
use crate::sim::item::Item;
use crate::sim::layout::Layout;
use crate::sim::order::{Act, Claim, Order, Task};
use crate::sim::reserve::END_POINT_MMHG;
use crate::sim::rng::{Luck, Stream};
use crate::sim::route::Ways;
use crate::units::Tick;
use std::sync::Arc;

/// Seconds between looks.
const LOOK_S: u64 = 30;
/// How far off a guess of the reserve time is, as a factor either way.
const GUESS: f64 = 1.5;
/// How long a novice checks, s.
const CHECK_S: u32 = 900;

/// Means well.
#[derive(Clone, Debug)]
pub struct Novice {
    ways: Arc<Ways>,
    belief: Belief,
    luck: Luck,
    looks: u64,
    alarmed: bool,
    committed: bool,
    checks: u64,
}

impl Novice {
    /// A novice crew with the whims of this seed.
    pub fn new(layout: &Layout, seed: u64) -> Self {
        Self {
            ways: Arc::new(Ways::new(&Arc::new(layout.clone()))),
            belief: Belief::new(layout, Prior::Even),
            luck: Luck::new(seed),
            looks: 0,
            alarmed: false,
            committed: false,
            checks: 0,
        }
    }

    fn guess_reserve(&mut self, hands: &mut Hands) {
        let zone = hands.main_zone();
        let fall = hands.zones.members(zone).next().and_then(|c| self.belief.fall(c)).filter(|f| f.mmhg_h > f.sigma);
        let (Some(fall), Some(mmhg), Some(who)) =
            (fall, hands.zone_mmhg(zone), hands.aboard().find(|p| hands.able(*p)))
        else {
            return;
        };
        let factor = self.luck.draw(Stream::Pilot, 0, 0).log_range(1.0 / GUESS, GUESS);
        hands.give(Act::Commit { who, reserve_s: ((mmhg - END_POINT_MMHG) / fall.mmhg_h * 3600.0 * factor).max(1.0) });
        self.committed = true;
    }

    fn work(&mut self, hands: &mut Hands) {
        let holes = &hands.console.holes;
        if let Some(hole) = holes.iter().find(|h| h.coats == 0 && (h.taped.is_none() || h.lost)) {
            let busy = hands.doing(|t| matches!(t, Task::Tape(f) if *f == hole.found)).is_some();
            if let (false, Some(who)) = (busy, hands.nearest(&[hole.at], |p| hands.can_get(p, Item::Tape))) {
                hands.fetch(who, Item::Tape);
                hands.task(who, Task::Tape(hole.found));
            }
        } else if let Some(hole) = holes.iter().find(|h| h.coats == 0) {
            let busy = hands.doing(|t| matches!(t, Task::Sealant(f) if *f == hole.found)).is_some();
            if let (false, Some(who)) = (busy, hands.nearest(&[hole.at], |p| hands.can_get(p, Item::Sealant))) {
                hands.fetch(who, Item::Sealant);
                hands.task(who, Task::Sealant(hole.found));
            }
        } else if !holes.is_empty() {
            self.believe(hands);
            return;
        }
        for who in hands.aboard().collect::<Vec<_>>() {
            if hands.free(who) && holes.is_empty() {
                let n = hands.layout.compartments.len() as u64;
                let place = CompartmentId::at(
                    self.luck.draw(Stream::Pilot, u32::from(who.0) + 1, self.looks).below(n) as usize
                );
                if hands.at(who) != place && hands.walk_s(who, &[place]).is_some() {
                    hands.task(who, Task::Move(place));
                }
                hands.task(who, Task::Search);
            }
        }
    }

    /// A short check where somebody happens to be, and the words.
    fn believe(&mut self, hands: &mut Hands) {
        if hands.console.leak_check.is_some_and(|c| c.fresh && c.holds) {
            hands.give(Act::Declare(Claim::Held));
        }
        let checking = hands.doing(|t| matches!(t, Task::LeakCheck(_))).is_some();
        let tacky = hands.console.holes.iter().all(|h| h.tacky);
        let able = hands.aboard().find(|p| hands.free(*p) && hands.can_get(*p, Item::Gauge));
        if let (false, true, Some(who)) = (checking, tacky, able) {
            hands.fetch(who, Item::Gauge);
            hands.task(who, Task::LeakCheck(CHECK_S << self.checks.min(5)));
            self.checks += 1;
        }
    }
}

impl Pilot for Novice {
    fn act(&mut self, layout: &Layout, console: &Console, news: &[(Tick, Event)]) -> Vec<Order> {
        self.looks += 1;
        self.belief.see(layout, console);
        for (_, event) in news {
            self.belief.hear(layout, event);
        }
        let ways = self.ways.clone();
        let mut hands = Hands::new(layout, console, &ways);
        let rings = console.alarms.iter().any(|a| !a.acknowledged);
        if rings {
            hands.give(Act::Acknowledge);
        }
        self.alarmed |= rings || !console.holes.is_empty();
        if self.alarmed {
            if !self.committed {
                self.guess_reserve(&mut hands);
            }
            self.work(&mut hands);
        }
        hands.done()
    }

    fn every(&self) -> u64 {
        LOOK_S
    }
}
