//! Which hatches make a volume of its own: a lifeboat with its porch, a region to be checked.

use crate::belief::Zones;
use crate::pilot::hands::Hands;
use crate::sim::ids::{CompartmentId, HatchId, VehicleId};
use crate::sim::layout::EquipmentKind;
use crate::sim::order::Task;

/// A module between a lifeboat and the station counts as its porch up to this volume of both, m3.
const PORCH_M3: f64 = 45.0;

/// A lifeboat with its porch: the hatch that shuts them off, what is inside, and how much air.
pub struct Haven {
    /// The hatch to shut.
    pub neck: HatchId,
    /// What lies on the lifeboat's side of it.
    pub inside: Vec<CompartmentId>,
    /// Volume, m3.
    pub volume_m3: f64,
}

/// The haven of a lifeboat: with its porch (an MRM with no other neighbour but the station) if there is one, else the
/// lifeboat alone (facts 2.4, step 3).
pub fn haven(hands: &Hands, vehicle: VehicleId) -> Option<Haven> {
    let ship = hands.layout.vehicle(vehicle);
    let cabin = ship.cabin()?;
    let mut best = None;
    let porch = hands.layout.hatch(ship.docked_by).between.into_iter().find(|c| !ship.compartments.contains(c))?;
    let beyond: Vec<HatchId> =
        hands.around(porch).iter().map(|(h, _)| *h).filter(|h| *h != ship.docked_by && hands.open(*h)).collect();
    let necks = [Some(ship.docked_by), (beyond.len() == 1).then(|| beyond[0])];
    for neck in necks.into_iter().flatten().filter(|h| hands.movable(*h)) {
        let apart = Zones::with_shut(hands.layout, hands.console, neck);
        let zone = apart.of(cabin);
        let [a, b] = hands.layout.hatch(neck).between;
        let volume_m3 = apart.volume_m3(hands.layout, zone);
        if !apart.same(a, b) && volume_m3 <= PORCH_M3 {
            best = Some(Haven { neck, inside: apart.members(zone).collect(), volume_m3 });
        }
    }
    best
}

/// What hangs on a region by a hatch and is smaller than this part of it is left in, rather than shut off.
const APPENDIX: f64 = 0.06;
/// Seconds to shut a hatch and open it again, and to clear what lies through it.
const DOOR_S: f64 = 150.0;
const CLEAR_S: f64 = 120.0;
/// Machines that take carbon dioxide away make a gauge fall too: such a region counts as so much slower.
const MACHINES: f64 = 1.5;

/// A part of the station that hatches can shut off.
pub struct Region {
    /// For each compartment, whether it is in.
    pub inside: Vec<bool>,
    /// Hatches to be shut.
    pub doors: Vec<HatchId>,
}

impl Region {
    /// The smallest region with a seat and some places in it.
    pub fn between(hands: &Hands, seat: CompartmentId, places: &[CompartmentId]) -> Option<Self> {
        let mut inside = vec![seat];
        if let Some(v) = hands.layout.compartment(seat).vehicle {
            inside.extend(&hands.layout.vehicle(v).compartments);
        }
        for place in places {
            inside.extend(hands.way(seat, *place)?);
        }
        Self::closed(hands, inside)
    }

    /// The region of these compartments, small appendices taken in; none where a passage without a door leads out.
    pub fn closed(hands: &Hands, members: Vec<CompartmentId>) -> Option<Self> {
        let mut inside = vec![false; hands.layout.compartments.len()];
        members.iter().for_each(|c| inside[c.ix()] = true);
        let volume = |inside: &[bool]| -> f64 {
            inside.iter().zip(&hands.layout.compartments).filter(|(i, _)| **i).map(|(_, c)| c.volume.0).sum()
        };
        let size = volume(&inside);
        let crosses = |inside: &[bool], h: HatchId| {
            let [a, b] = hands.layout.hatch(h).between;
            inside[a.ix()] != inside[b.ix()] && !hands.shut(h)
        };
        let hatches = || (0..hands.layout.hatches.len()).map(HatchId::at);
        for h in hatches() {
            if !crosses(&inside, h) {
                continue;
            }
            let outer = hands.layout.hatch(h).between.into_iter().find(|c| !inside[c.ix()])?;
            let apart = Zones::with_shut(hands.layout, hands.console, h);
            let zone = apart.of(outer);
            let seats = hands.aboard().any(|p| hands.seat(p).is_some_and(|s| apart.of(s) == zone));
            if apart.volume_m3(hands.layout, zone) < APPENDIX * size && !seats {
                apart.members(zone).for_each(|c| inside[c.ix()] = true);
            }
        }
        let doors: Vec<HatchId> = hatches().filter(|h| crosses(&inside, *h)).collect();
        doors.iter().all(|h| hands.movable(*h)).then_some(Self { inside, doors })
    }

    /// Seconds for its leak check, where the whole station's takes `whole_s`.
    pub fn cost_s(&self, hands: &Hands, whole_s: f64) -> f64 {
        let all = &hands.layout.compartments;
        let whole: f64 = all.iter().map(|c| c.volume.0).sum();
        let volume: f64 = self.inside.iter().zip(all).filter(|(i, _)| **i).map(|(_, c)| c.volume.0).sum();
        let machines = hands.console.equipment.iter().any(|e| {
            let machine = hands.layout.machine(e.equipment);
            e.on && matches!(machine.kind, EquipmentKind::Co2Removal { .. }) && self.inside[machine.compartment.ix()]
        });
        let obstructed = self.doors.iter().filter(|h| hands.console.hatches[h.ix()].obstructed).count();
        let doors = DOOR_S * self.doors.len() as f64 + CLEAR_S * obstructed as f64;
        whole_s * volume / whole * if machines { MACHINES } else { 1.0 } + doors
    }
}

/// Everybody to their own lifeboat's side of a region that is to be shut off.
pub fn place_people(hands: &mut Hands, inside: &[bool]) {
    let outside = Zones::with(hands.layout, |h| {
        let [a, b] = hands.layout.hatch(h).between;
        !hands.shut(h) && inside[a.ix()] == inside[b.ix()]
    });
    for who in hands.aboard().collect::<Vec<_>>() {
        let (Some(seat), Some(boat)) = (hands.seat(who), hands.boat(who)) else { continue };
        let berth = hands.layout.vehicle(boat).compartments[0];
        if !outside.same(hands.at(who), seat) {
            hands.task(who, Task::Move(berth));
        }
    }
}
