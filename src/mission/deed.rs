//! Whether an event is a deed: the patterns of mission files held against what happened.
//!
//! Most events say who and at what; where it was follows from where the person stands and where a hole was found,
//! which [`Whereabouts`] keeps from the same stream. Only visible events can match: no deed can be answered by a
//! truth that nobody on board could see.

use super::model::{Deed, DeedKind};
use crate::sim::alarm::{AlarmClass, AlarmKind};
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, HatchId, PersonId, VehicleId};
use crate::sim::layout::Layout;

/// Where everybody is, who sleeps, which hatches are shut and where holes were found: followed from events alone, so
/// that a record and a running drill give the same answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabouts {
    people: Vec<Person>,
    shut: Vec<bool>,
    found: Vec<CompartmentId>,
    docked: Vec<bool>,
}

/// What is followed of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Person {
    at: CompartmentId,
    asleep: bool,
    /// Alive and on the station.
    present: bool,
}

impl Whereabouts {
    /// As the drill begins.
    pub fn new(layout: &Layout) -> Self {
        let person = |m: &crate::sim::layout::Member| Person { at: m.compartment, asleep: m.asleep, present: true };
        Self {
            people: layout.crew.iter().map(person).collect(),
            shut: layout.hatches.iter().map(|h| !h.open).collect(),
            found: Vec::new(),
            docked: vec![true; layout.vehicles.len()],
        }
    }

    /// Takes in what happened; says whether anything changed.
    pub fn observe(&mut self, event: &Event, layout: &Layout) -> bool {
        match *event {
            Event::Arrived { who, at } => self.person(who, |p| p.at = at),
            Event::Woke { who } => self.person(who, |p| p.asleep = false),
            Event::Slept { who } => self.person(who, |p| p.asleep = true),
            Event::Died { who } => self.person(who, |p| p.present = false),
            Event::Undocked { vehicle, .. } => self.undock(vehicle, layout),
            Event::HatchShut { hatch, .. } => self.door(hatch, true),
            Event::HatchOpened { hatch, .. } => self.door(hatch, false),
            Event::HoleFound { at, found, .. } => {
                if found.ix() >= self.found.len() {
                    self.found.resize(found.ix() + 1, at);
                }
                self.found[found.ix()] = at;
            }
            _ => return false,
        }
        true
    }

    fn person(&mut self, who: PersonId, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.people.get_mut(who.ix()) {
            change(person);
        }
    }

    fn door(&mut self, hatch: HatchId, shut: bool) {
        if let Some(door) = self.shut.get_mut(hatch.ix()) {
            *door = shut;
        }
    }

    fn undock(&mut self, vehicle: VehicleId, layout: &Layout) {
        if let Some(docked) = self.docked.get_mut(vehicle.ix()) {
            *docked = false;
        }
        let aboard = &layout.vehicle(vehicle).compartments;
        for person in self.people.iter_mut().filter(|p| aboard.contains(&p.at)) {
            person.present = false;
        }
    }

    /// Where somebody is; none once they died or left.
    pub fn at(&self, who: PersonId) -> Option<CompartmentId> {
        self.people.get(who.ix()).filter(|p| p.present).map(|p| p.at)
    }

    /// Whether somebody sleeps.
    pub fn asleep(&self, who: PersonId) -> bool {
        self.people.get(who.ix()).is_some_and(|p| p.asleep)
    }

    /// Whether everybody who is alive and on board sleeps.
    pub fn all_asleep(&self) -> bool {
        self.people.iter().filter(|p| p.present).all(|p| p.asleep)
    }

    /// Whether anybody (or this person) is in one of these places.
    pub fn inside(&self, who: Option<PersonId>, places: &[CompartmentId]) -> bool {
        match who {
            Some(who) => self.at(who).is_some_and(|at| places.contains(&at)),
            None => self.people.iter().any(|p| p.present && places.contains(&p.at)),
        }
    }

    /// Whether a hatch is shut.
    pub fn shut(&self, hatch: HatchId) -> bool {
        self.shut.get(hatch.ix()).copied().unwrap_or(false)
    }

    /// Whether a vehicle is still there.
    pub fn docked(&self, vehicle: VehicleId) -> bool {
        self.docked.get(vehicle.ix()).copied().unwrap_or(false)
    }

    /// Whether a vehicle left with somebody in it, dead or alive.
    fn left_with(&self, vehicle: VehicleId, layout: &Layout) -> bool {
        let aboard = &layout.vehicle(vehicle).compartments;
        self.people.iter().any(|p| aboard.contains(&p.at))
    }

    /// Where a hole was found.
    pub fn hole(&self, found: crate::sim::ids::FoundId) -> Option<CompartmentId> {
        self.found.get(found.ix()).copied()
    }

    /// How many people the drill began with.
    pub fn crew(&self) -> usize {
        self.people.len()
    }
}

/// The scene of an event: who did it, where, at which hatch, in which vehicle.
#[derive(Default)]
struct Scene {
    who: Option<PersonId>,
    at: Option<CompartmentId>,
    hatch: Option<HatchId>,
    vehicle: Option<VehicleId>,
}

impl Scene {
    fn by(who: PersonId, w: &Whereabouts) -> Self {
        Self { who: Some(who), at: w.at(who), ..Self::default() }
    }

    fn at(who: PersonId, at: CompartmentId) -> Self {
        Self { who: Some(who), at: Some(at), ..Self::default() }
    }

    fn door(who: PersonId, hatch: HatchId) -> Self {
        Self { who: Some(who), hatch: Some(hatch), ..Self::default() }
    }

    fn aboard(who: Option<PersonId>, vehicle: VehicleId) -> Self {
        Self { who, vehicle: Some(vehicle), ..Self::default() }
    }
}

impl Deed {
    /// Whether `event` is this deed. `w` has already taken in the event.
    pub fn is(&self, event: &Event, w: &Whereabouts, layout: &Layout) -> bool {
        let Some(scene) = scene(self.what, event, w, layout) else { return false };
        self.who.is_none_or(|who| scene.who == Some(who))
            && (self.hatches.is_empty() || scene.hatch.is_some_and(|h| self.hatches.contains(&h)))
            && (self.places.is_empty() || self.takes_place(&scene, layout))
    }

    fn takes_place(&self, scene: &Scene, layout: &Layout) -> bool {
        let within = |c: &CompartmentId| self.places.contains(c);
        match *scene {
            Scene { vehicle: Some(v), .. } => layout.vehicle(v).compartments.iter().any(within),
            Scene { hatch: Some(h), .. } => layout.hatch(h).between.iter().any(within),
            Scene { at: Some(at), .. } => within(&at),
            // A roll call or a word to the ground has no place: the pattern's place does not exclude it.
            _ => true,
        }
    }
}

/// The scene of an event, if it is of this kind.
fn scene(kind: DeedKind, event: &Event, w: &Whereabouts, layout: &Layout) -> Option<Scene> {
    let hole = |who, found| Scene { who: Some(who), at: w.hole(found).or_else(|| w.at(who)), ..Scene::default() };
    let nowhere = Scene::default;
    match (kind, *event) {
        (DeedKind::Muster, Event::Mustered { present, of }) if present >= of => Some(nowhere()),
        (DeedKind::Measure, Event::GaugeRead { who, at, .. }) => Some(Scene::at(who, at)),
        (DeedKind::Commit, Event::Committed { who, at, .. }) => Some(Scene::at(who, at)),
        (DeedKind::LeakCheck { holds: want }, Event::LeakChecked { who, at, holds, .. })
            if want.is_none_or(|want| want == holds) =>
        {
            Some(Scene::at(who, at))
        }
        (DeedKind::Close, Event::HatchShut { hatch, who, .. }) => Some(Scene::door(who, hatch)),
        (DeedKind::Open, Event::HatchOpened { hatch, who, .. }) => Some(Scene::door(who, hatch)),
        (DeedKind::Clear, Event::HatchCleared { hatch, who }) => Some(Scene::door(who, hatch)),
        (DeedKind::Searched, Event::FoundNothing { who, at, .. } | Event::HoleFound { who, at, .. })
        | (DeedKind::Find, Event::HoleFound { who, at, .. })
        | (DeedKind::Candle, Event::CandleLit { who, at }) => Some(Scene::at(who, at)),
        (DeedKind::Inspect, Event::HoleInspected { who, found, .. })
        | (DeedKind::Photograph, Event::HolePhotographed { who, found })
        | (DeedKind::Finger, Event::FingerOn { who, found, on: true })
        | (DeedKind::Tape, Event::Taped { who, found })
        | (DeedKind::Coat, Event::Coated { who, found, .. })
        | (DeedKind::Patch, Event::Patched { who, found }) => Some(hole(who, found)),
        (DeedKind::OpenTank, Event::TankValve { who, tank, open: true })
        | (DeedKind::ShutTank, Event::TankValve { who, tank, open: false }) => {
            Some(Scene::at(who, layout.tank(tank).compartment))
        }
        (DeedKind::Wake, Event::Woke { who })
        | (DeedKind::Mask, Event::MaskOn { who, on: true })
        | (DeedKind::Suit, Event::SuitOn { who }) => Some(Scene::by(who, w)),
        (DeedKind::Liner, Event::LinerMoved { who, vehicle }) | (DeedKind::Seat, Event::Seated { who, vehicle }) => {
            Some(Scene::aboard(Some(who), vehicle))
        }
        // A ship that leaves empty was taken away by the script: nobody did that.
        (DeedKind::Undock, Event::Undocked { vehicle, .. }) if w.left_with(vehicle, layout) => {
            Some(Scene::aboard(None, vehicle))
        }
        (DeedKind::Switch { equipment: which, on: want }, Event::Switched { who: Some(who), equipment, on })
            if which.is_none_or(|e| e == equipment) && want.is_none_or(|want| want == on) =>
        {
            Some(Scene::at(who, layout.machine(equipment).compartment))
        }
        (DeedKind::Report { topic: want }, Event::Reported { who, topic, .. })
            if want.is_none_or(|want| want == topic) =>
        {
            Some(Scene { who: Some(who), ..Scene::default() })
        }
        (DeedKind::RaiseAlarm, Event::Alarm { kind: AlarmKind::CrewDepress, .. }) => Some(nowhere()),
        (DeedKind::EmergencySounded, Event::Alarm { kind, .. }) if kind.class() == AlarmClass::Emergency => {
            Some(nowhere())
        }
        (DeedKind::Acknowledge, Event::Acknowledged) => Some(nowhere()),
        (DeedKind::Took { item: want }, Event::Took { who, item }) if want.is_none_or(|want| want == item) => {
            Some(Scene::by(who, w))
        }
        (DeedKind::Declare { claim: want }, Event::Declared { claim, .. }) if want.is_none_or(|want| want == claim) => {
            Some(nowhere())
        }
        _ => None,
    }
}
