//! What a crew can lay hands on at a look: who is free, who is near, which ways are open; and the orders given.

use crate::belief::Zones;
use crate::sim::console::{Condition, Console, HatchState, HoleView, PersonView};
use crate::sim::ids::{CompartmentId, FoundId, HatchId, PersonId, VehicleId};
use crate::sim::item::Item;
use crate::sim::layout::{HatchKind, Layout};
use crate::sim::order::{Act, Giver, Order, Task};
use crate::sim::route::Ways;

/// A look at the console, and the orders that come of it.
pub struct Hands<'a> {
    /// What there is.
    pub layout: &'a Layout,
    /// What is seen.
    pub console: &'a Console,
    /// Volumes of shared air.
    pub zones: Zones,
    ways: &'a Ways,
    orders: Vec<Order>,
    taken: Vec<bool>,
}

impl<'a> Hands<'a> {
    /// A fresh look.
    pub fn new(layout: &'a Layout, console: &'a Console, ways: &'a Ways) -> Self {
        let zones = Zones::seen(layout, console);
        Self { layout, console, zones, ways, orders: Vec::new(), taken: vec![false; console.crew.len()] }
    }

    /// The orders given.
    pub fn done(self) -> Vec<Order> {
        self.orders
    }

    /// Gives an order to nobody in particular.
    pub fn give(&mut self, act: Act) {
        self.orders.push(Order { by: Giver::Pilot, act });
    }

    /// Gives somebody a task, behind what they have.
    pub fn task(&mut self, who: PersonId, task: Task) {
        self.taken[who.ix()] = true;
        self.give(Act::Task { who, task });
    }

    /// Has somebody drop everything.
    pub fn stop(&mut self, who: PersonId) {
        self.taken[who.ix()] = true;
        if self.person(who).job.is_some() || !self.person(who).queue.is_empty() {
            self.give(Act::Stop { who });
        }
    }

    /// Somebody as the console shows them.
    pub fn person(&self, who: PersonId) -> &'a PersonView {
        &self.console.crew[who.ix()]
    }

    /// Everybody aboard and alive.
    pub fn aboard(&self) -> impl Iterator<Item = PersonId> + use<'a> {
        let here = |p: &&PersonView| !matches!(p.condition, Condition::Dead | Condition::Gone);
        self.console.crew.iter().filter(here).map(|p| p.who)
    }

    /// Awake and able.
    pub fn able(&self, who: PersonId) -> bool {
        matches!(self.person(who).condition, Condition::Well | Condition::Impaired)
    }

    /// Able, with nothing in hand that must be finished, and not yet spoken for in this look.
    pub fn free(&self, who: PersonId) -> bool {
        let p = self.person(who);
        let idle = p.job.is_none_or(|j| j.task.is_open_ended()) && p.queue.is_empty();
        self.able(who) && idle && !self.taken[who.ix()]
    }

    /// Nobody has anything to finish.
    pub fn all_idle(&self) -> bool {
        self.aboard().filter(|p| self.able(*p)).all(|p| {
            let p = self.person(p);
            p.job.is_none_or(|j| j.task.is_open_ended()) && p.queue.is_empty()
        })
    }

    /// Somebody does this, or has it in mind.
    pub fn doing(&self, is: impl Fn(&Task) -> bool) -> Option<PersonId> {
        let busy = |p: &&PersonView| p.job.as_ref().is_some_and(|j| is(&j.task)) || p.queue.iter().any(&is);
        self.console.crew.iter().find(busy).map(|p| p.who)
    }

    /// How many are on their way to take an item.
    pub fn fetching(&self, item: Item) -> u32 {
        let fetches = |p: &&PersonView| {
            p.job.is_some_and(|j| j.task == Task::Fetch(item)) || p.queue.contains(&Task::Fetch(item))
        };
        self.console.crew.iter().filter(fetches).count() as u32
    }

    /// Where somebody stands.
    pub fn at(&self, who: PersonId) -> CompartmentId {
        self.person(who).at
    }

    /// Whether somebody carries an item.
    pub fn has(&self, who: PersonId, item: Item) -> bool {
        self.person(who).carries.has(item)
    }

    /// The hatch can be floated through.
    pub fn open(&self, h: HatchId) -> bool {
        let view = &self.console.hatches[h.ix()];
        view.state == HatchState::Open && !view.gone
    }

    /// The hatch is quite shut.
    pub fn shut(&self, h: HatchId) -> bool {
        self.console.hatches[h.ix()].state == HatchState::Shut
    }

    /// It has a door that can be moved, as far as is known.
    pub fn movable(&self, h: HatchId) -> bool {
        let view = &self.console.hatches[h.ix()];
        self.layout.hatch(h).kind != HatchKind::Open && !view.jammed && !view.gone
    }

    /// Seconds of walking to the nearest of some places through open hatches; none if there is no way.
    pub fn walk_s(&self, who: PersonId, places: &[CompartmentId]) -> Option<u32> {
        self.ways.find(self.at(who), places, |h| self.open(h)).map(|path| path.seconds)
    }

    /// Whether somebody who is able can get to a place through open hatches.
    pub fn reachable(&self, place: CompartmentId) -> bool {
        self.aboard().any(|p| self.able(p) && self.walk_s(p, &[place]).is_some())
    }

    /// The compartments on the way from one place to another through open hatches, both included.
    pub fn way(&self, from: CompartmentId, to: CompartmentId) -> Option<Vec<CompartmentId>> {
        let mut way = self.ways.find(from, &[to], |h| self.open(h))?.steps;
        way.push(from);
        Some(way)
    }

    /// Of the free people that pass, the one nearest to some places.
    pub fn nearest(&self, places: &[CompartmentId], pass: impl Fn(PersonId) -> bool) -> Option<PersonId> {
        let candidates = self.aboard().filter(|p| self.free(*p) && pass(*p));
        candidates.filter_map(|p| Some((self.walk_s(p, places)?, p))).min().map(|(_, p)| p)
    }

    /// Compartments where an item is stowed that somebody can reach.
    pub fn stowed(&self, who: PersonId, item: Item) -> bool {
        let places: Vec<CompartmentId> =
            (0..self.console.stock.len()).filter(|c| self.console.stock[*c].has(item)).map(CompartmentId::at).collect();
        self.walk_s(who, &places).is_some()
    }

    /// Somebody carries an item or can fetch it.
    pub fn can_get(&self, who: PersonId, item: Item) -> bool {
        self.has(who, item) || self.stowed(who, item)
    }

    /// Has somebody take an item first, if they lack it.
    pub fn fetch(&mut self, who: PersonId, item: Item) {
        if !self.has(who, item) {
            self.task(who, Task::Fetch(item));
        }
    }

    /// The same, where they can.
    pub fn fetch_if_near(&mut self, who: PersonId, item: Item) {
        if !self.has(who, item) && self.stowed(who, item) {
            self.task(who, Task::Fetch(item));
        }
    }

    /// How many were sent to a place in this look.
    pub fn sent_to(&self, place: CompartmentId) -> usize {
        self.orders.iter().filter(|o| matches!(o.act, Act::Task { task: Task::Move(c), .. } if c == place)).count()
    }

    /// Somebody's lifeboat, while it is docked.
    pub fn boat(&self, who: PersonId) -> Option<VehicleId> {
        let v = self.person(who).liner.or(self.layout.person(who).vehicle)?;
        self.console.vehicles[v.ix()].docked.then_some(v)
    }

    /// Where somebody would sit in it.
    pub fn seat(&self, who: PersonId) -> Option<CompartmentId> {
        self.layout.vehicle(self.boat(who)?).cabin()
    }

    /// Lifeboats with their crews.
    pub fn crews(&self) -> Vec<(VehicleId, Vec<PersonId>)> {
        let boats = (0..self.layout.vehicles.len()).map(VehicleId::at);
        boats
            .map(|v| (v, self.aboard().filter(|p| self.boat(*p) == Some(v)).collect::<Vec<_>>()))
            .filter(|(_, crew)| !crew.is_empty())
            .collect()
    }

    /// The hatches of a compartment, and what lies beyond.
    pub fn around(&self, c: CompartmentId) -> &[(HatchId, CompartmentId)] {
        self.ways.around(c)
    }

    /// Whether everybody would still share their air with their own lifeboat if this hatch were shut as well, standing
    /// where they stand now.
    pub fn nobody_cut_off_by(&self, h: HatchId) -> bool {
        let apart = Zones::with_shut(self.layout, self.console, h);
        self.aboard()
            .all(|p| self.seat(p).is_none_or(|seat| apart.same(seat, self.at(p)) || !self.zones.same(seat, self.at(p))))
    }

    /// Has somebody shut a hatch, clearing it first.
    pub fn close(&mut self, who: PersonId, h: HatchId) {
        if self.console.hatches[h.ix()].obstructed {
            self.task(who, Task::Clear(h));
        }
        self.task(who, Task::Close(h));
    }

    /// A found hole.
    pub fn hole(&self, f: FoundId) -> &'a HoleView {
        &self.console.holes[f.ix()]
    }

    /// Found holes that air may go through: all but those that proved blind.
    pub fn real_holes(&self) -> impl Iterator<Item = &'a HoleView> + Clone + use<'a> {
        self.console.holes.iter().filter(|h| h.through != Some(false))
    }

    /// The newest pressure known of a zone, mmHg.
    pub fn zone_mmhg(&self, zone: u16) -> Option<f64> {
        let known = self.zones.members(zone).filter_map(|c| self.console.pressures[c.ix()]);
        known.max_by_key(|k| k.at).map(|k| k.mmhg)
    }

    /// The zone with the most people; of several the one with the largest volume.
    pub fn main_zone(&self) -> u16 {
        let people = |z: u16| self.aboard().filter(|p| self.zones.of(self.at(*p)) == z).count();
        let volume = |z: u16| self.zones.volume_m3(self.layout, z) as u64;
        self.zones.all().max_by_key(|z| (people(*z), volume(*z))).unwrap_or(0)
    }
}
