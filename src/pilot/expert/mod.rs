//! The expert crew: the real procedure (facts 2.4), one phase after the other, with the belief to choose by.
//!
//! Watch, gather, time the reserve, account for the lifeboats, split the station, search, mend, check, declare; shut
//! off what cannot be mended; leave when nothing else holds. Each phase is a file, looks at the console alone, and
//! ends when the console shows that its work is done, so that an expert who takes over in the middle of a drill runs
//! through the phases that are behind it at a glance.

mod apart;
mod berth;
mod check;
mod gather;
mod isolate;
mod leave;
mod lifeboats;
mod mend;
mod places;
mod repress;
mod reserve;
mod search;
mod split;
mod watch;

use self::apart::Apart;
use super::Pilot;
use super::hands::Hands;
use crate::belief::{Belief, Prior};
use crate::sim::console::{Console, HatchState};
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, FoundId, HatchId, PersonId};
use crate::sim::layout::Layout;
use crate::sim::order::{Act, Order, Task, Topic};
use crate::sim::refusal::Refusal;
use crate::sim::reserve::END_POINT_MMHG;
use crate::sim::route::Ways;
use crate::units::Tick;
use std::sync::Arc;

/// Seconds between looks.
const LOOK_S: u64 = 5;
/// What was refused is not asked again for so long, s.
const SULK_S: u64 = 30;

/// What the crew is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is wrong yet.
    Watch,
    /// Alarm, muster, roll.
    Gather,
    /// Gauge, stopwatch, reserve time.
    Reserve,
    /// Is my ride home tight?
    Lifeboats,
    /// A lifeboat is fit for an emergency alone: who sits where?
    Berth,
    /// Modules set apart for hours, where minutes teach nothing.
    Apart,
    /// Which half of the station?
    Split,
    /// Ears and eyes.
    Search,
    /// Finger, tape, patch, sealant, and the wait.
    Mend,
    /// Gas given back.
    Repress,
    /// A leaking part is shut off.
    Isolate,
    /// Leak check and declaration.
    Check,
    /// To the lifeboats, and away.
    Leave,
}

/// The expert.
#[derive(Clone, Debug)]
pub struct Expert {
    ways: Arc<Ways>,
    belief: Belief,
    phase: Phase,
    /// When the phase, and its step, began.
    since: Tick,
    step: u8,
    step_since: Tick,
    /// Reserve time as last worked out, s, and when.
    reserve: Option<(f64, Tick)>,
    /// Hatches shut to learn something: to be opened again.
    trial: Vec<HatchId>,
    /// Hatches to be shut for the leak check.
    check_doors: Vec<HatchId>,
    /// Coats put on for a check that failed.
    extra_coats: u8,
    /// Hatches that would not open: the valve first.
    pressed: Vec<HatchId>,
    /// Hatches shut for a split so far.
    splits: Vec<HatchId>,
    /// Compartments that are given up.
    given_up: Vec<CompartmentId>,
    /// What was reported.
    reported: Vec<Topic>,
    /// Seconds that the whole station's leak check needs, once a check has told.
    needs_whole_s: Option<f64>,
    /// Searches without a find since the last find.
    searches: u32,
    /// Blisters were looked for in this coat of this hole.
    looked: Vec<(FoundId, u8)>,
    /// Orders that were refused, and when: not to be given again at once.
    refused: Vec<(Act, Tick)>,
    /// A check was spoilt by machines: a smaller volume next.
    spoilt: bool,
    /// Times a leak check failed.
    failed_checks: u32,
    /// Nothing presses: it was the ground's call, or a lifeboat's, and no gauge of ours.
    calm: bool,
    /// When the ground spoke.
    calls: Vec<Tick>,
    /// When the crew was woken, not by itself.
    woken: Option<Tick>,
    /// The door that is shut behind on the way to the lifeboats, and the side to be on.
    refuge: Option<(HatchId, CompartmentId)>,
    /// Modules set apart.
    apart: Apart,
    /// Where a slow leak must be.
    suspects: Vec<CompartmentId>,
}

impl Expert {
    /// An expert crew for a station.
    pub fn new(layout: &Layout) -> Self {
        Self {
            ways: Arc::new(Ways::new(&Arc::new(layout.clone()))),
            belief: Belief::new(layout, Prior::Sky),
            phase: Phase::Watch,
            since: Tick::ZERO,
            step: 0,
            step_since: Tick::ZERO,
            reserve: None,
            trial: Vec::new(),
            check_doors: Vec::new(),
            extra_coats: 0,
            pressed: Vec::new(),
            splits: Vec::new(),
            given_up: Vec::new(),
            reported: Vec::new(),
            needs_whole_s: None,
            searches: 0,
            looked: Vec::new(),
            refused: Vec::new(),
            spoilt: false,
            failed_checks: 0,
            calm: false,
            calls: Vec::new(),
            woken: None,
            refuge: None,
            apart: Apart::default(),
            suspects: Vec::new(),
        }
    }

    /// What the crew is at.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Looks on while others fly, and learns what they could have learnt: a debrief hands it the drill later. It has
    /// ordered nothing then, so that it waits for no order that nobody obeyed.
    pub fn behold(&mut self, layout: &Layout, console: &Console, news: &[(Tick, Event)]) {
        self.belief.see(layout, console);
        let ways = self.ways.clone();
        self.hear(&Hands::new(layout, console, &ways), news);
    }

    /// What it believes.
    pub fn belief(&self) -> &Belief {
        &self.belief
    }

    fn enter(&mut self, phase: Phase, now: Tick) {
        self.phase = phase;
        self.since = now;
        self.step = 0;
        self.step_since = now;
    }

    fn next_step(&mut self, now: Tick) {
        self.step += 1;
        self.step_since = now;
    }

    /// Seconds in this step.
    fn waited(&self, hands: &Hands) -> u64 {
        hands.console.tick.since(self.step_since)
    }

    fn hear(&mut self, hands: &Hands, news: &[(Tick, Event)]) {
        let now = hands.console.tick;
        self.refused.retain(|(_, when)| now.since(*when) < SULK_S);
        for (when, event) in news {
            self.belief.hear(hands.layout, event);
            if let Event::Refused { act, .. } = *event {
                self.refused.push((act, now));
            }
            match *event {
                Event::Failed { task: Task::Open(h), why, .. }
                | Event::Refused { act: Act::Task { task: Task::Open(h), .. }, why } => {
                    let held = matches!(why, Refusal::PressedShut { .. } | Refusal::Interlocked { .. });
                    if held && !self.pressed.contains(&h) {
                        self.pressed.push(h);
                    }
                    if let Refusal::PressedShut { dp_mmhg, .. } | Refusal::Interlocked { dp_mmhg, .. } = why {
                        self.apart.feel(h, dp_mmhg.abs());
                    }
                }
                Event::HatchOpened { hatch, dp_mmhg, .. } => {
                    self.apart.feel(hatch, dp_mmhg.abs());
                    self.pressed.retain(|h| *h != hatch);
                    self.trial.retain(|h| *h != hatch);
                }
                Event::Said { .. } => self.calls.push(*when),
                Event::Woke { .. } if self.phase == Phase::Watch => self.woken = Some(*when),
                Event::FoundNothing { .. } => self.searches += 1,
                Event::HoleFound { .. } => self.searches = 0,
                Event::Reported { topic, .. } => self.reported.push(topic),
                _ => {}
            }
        }
        if let Some(check) = hands.console.leak_check {
            let whole: f64 = hands.layout.compartments.iter().map(|c| c.volume.0).sum();
            let volume = hands.zones.volume_m3(hands.layout, hands.zones.of(check.at));
            // The zone may have changed since the check: only a fresh one tells.
            if check.ended == hands.console.tick || self.needs_whole_s.is_none() && check.needs_s < 43_200 {
                self.needs_whole_s = Some(f64::from(check.needs_s) * whole / volume.max(1.0));
            }
        }
    }

    /// Reserve time now, s, by the trend where most people are.
    fn reserve_now_s(&self, hands: &Hands) -> Option<f64> {
        let zone = hands.main_zone();
        let at = hands.zones.members(zone).next()?;
        let fall = self.belief.fall(at).filter(|f| f.mmhg_h > (2.0 * f.sigma).max(0.2))?;
        Some((hands.zone_mmhg(zone)? - END_POINT_MMHG).max(0.0) / fall.mmhg_h * 3600.0)
    }

    /// Tells the ground something, once.
    fn report(&mut self, hands: &mut Hands, topic: Topic) {
        let told = self.reported.contains(&topic) || hands.doing(|t| *t == Task::Report(topic)).is_some();
        if told {
            return;
        }
        let free = hands.aboard().find(|p| hands.free(*p));
        if let Some(who) = free {
            hands.task(who, Task::Report(topic));
        }
    }

    /// Opens again what was shut on trial; says whether all of it stands open.
    fn reopen(&mut self, hands: &mut Hands) -> bool {
        let mut all = true;
        for h in self.trial.clone() {
            let view = &hands.console.hatches[h.ix()];
            if view.state == HatchState::Open || !hands.movable(h) {
                self.trial.retain(|t| *t != h);
                continue;
            }
            all = false;
            let at_it = |t: &Task| matches!(t, Task::Open(x) | Task::Equalise(x) | Task::Close(x) if *x == h);
            if hands.doing(at_it).is_some() {
                continue;
            }
            let sides = hands.layout.hatch(h).between;
            let Some(who) = hands.nearest(&sides, |_| true) else { continue };
            if self.pressed.contains(&h) {
                hands.task(who, Task::Equalise(h));
            }
            hands.task(who, Task::Open(h));
        }
        all
    }
}

impl Pilot for Expert {
    fn act(&mut self, layout: &Layout, console: &Console, news: &[(Tick, Event)]) -> Vec<Order> {
        self.belief.see(layout, console);
        let ways = self.ways.clone();
        let mut hands = Hands::new(layout, console, &ways);
        self.hear(&hands, news);
        if console.alarms.iter().any(|a| !a.acknowledged) && hands.aboard().any(|p| hands.able(p)) {
            hands.give(Act::Acknowledge);
        }
        if self.must_leave(&hands) && self.phase != Phase::Leave {
            self.enter(Phase::Leave, console.tick);
        }
        let next = match self.phase {
            Phase::Watch => self.watch(&mut hands),
            Phase::Gather => self.gather(&mut hands),
            Phase::Reserve => self.time_reserve(&mut hands),
            Phase::Lifeboats => self.lifeboats(&mut hands),
            Phase::Berth => self.berth(&mut hands),
            Phase::Apart => self.set_apart(&mut hands),
            Phase::Split => self.split(&mut hands),
            Phase::Search => self.search(&mut hands),
            Phase::Mend => self.mend(&mut hands),
            Phase::Repress => self.repress(&mut hands),
            Phase::Isolate => self.isolate(&mut hands),
            Phase::Check => self.check(&mut hands),
            Phase::Leave => self.leave(&mut hands),
        };
        if let Some(phase) = next {
            self.enter(phase, console.tick);
        }
        let mut orders = hands.done();
        orders.retain(|order| {
            !self.refused.iter().any(|(act, _)| *act == order.act) || matches!(order.act, Act::Declare(_))
        });
        orders
    }

    fn every(&self) -> u64 {
        // Nothing to do but look: less often.
        if self.phase == Phase::Watch { 4 * LOOK_S } else { LOOK_S }
    }
}

/// Somebody of a crew who carries a gauge, or else the first.
fn leader(hands: &Hands, crew: &[PersonId]) -> Option<PersonId> {
    let able = || crew.iter().copied().filter(|p| hands.able(*p));
    able().find(|p| hands.has(*p, crate::sim::item::Item::Gauge)).or_else(|| able().next())
}

/// Those of a crew who can act.
fn able_of(hands: &Hands, crew: &[PersonId]) -> Vec<PersonId> {
    crew.iter().copied().filter(|p| hands.able(*p)).collect()
}
