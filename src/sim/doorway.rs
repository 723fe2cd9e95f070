//! Doors as parts of the station: what moving one does to the air, to ventilation and to what has left.

use super::ids::{CompartmentId, HatchId, HoleId, PersonId, VehicleId};
use super::layout::EquipmentKind;
use super::station::Station;
use crate::units::SquareMetres;

impl Station {
    /// Doors in motion let more or less through.
    pub(super) fn move_doors(&mut self) {
        self.doors_move = false;
        for (ix, door) in self.doors.iter_mut().enumerate() {
            if door.speed != 0.0 {
                self.doors_move = true;
                door.position = (door.position + door.speed).clamp(0.0, 1.0);
                self.air.set_opening(ix as u32, door.position);
            }
        }
    }

    /// Ventilation through each hatch: on while it is quite open and its fan runs.
    pub(super) fn refresh_ventilation(&mut self) {
        let mut any_fan = false;
        for (machine, e) in self.support.machines.iter().zip(&self.layout.equipment) {
            any_fan |= e.kind == EquipmentKind::Fan && machine.runs();
        }
        self.still_since = match (any_fan, self.still_since) {
            (true, _) => None,
            (false, since) => Some(since.unwrap_or(self.now)),
        };
        for (ix, hatch) in self.layout.hatches.iter().enumerate() {
            let runs = hatch.fan.is_none_or(|f| self.support.machines[f.ix()].runs());
            let open = self.doors[ix].passable();
            let flow = if runs && open { hatch.imv } else { Default::default() };
            self.air.set_exchange(ix as u32, flow);
        }
    }

    /// Difference across a hatch as seen from `side`, mmHg: positive when the pressure beyond is higher.
    pub(super) fn difference_mmhg(&self, h: HatchId, side: CompartmentId) -> f64 {
        let beyond = self.layout.hatch(h).beyond(side).unwrap_or(side);
        (self.air.pressure(u32::from(beyond.0)) - self.air.pressure(u32::from(side.0))).mmhg()
    }

    /// Begins to move a door.
    pub(super) fn move_door(&mut self, who: PersonId, h: HatchId, open: bool) {
        let hatch = self.layout.hatch(h);
        let seconds = if open { hatch.opens_s } else { hatch.closes_s }.max(1);
        let against_mmhg = if open { self.difference_mmhg(h, hatch.between[0]).abs() } else { 0.0 };
        let door = &mut self.doors[h.ix()];
        door.against_mmhg = against_mmhg;
        door.worked_by = Some(who);
        door.speed = if open { 1.0 } else { -1.0 } / f64::from(seconds);
        self.doors_move = true;
        if door.valve_open {
            self.turn_valve(h, false);
        }
        if !open {
            // Ventilation stops as soon as the door leaves its stop.
            self.air.set_exchange(u32::from(h.0), Default::default());
        }
    }

    /// A door stands where it was moved to.
    pub(super) fn set_door(&mut self, h: HatchId, position: f64) {
        let now = self.now;
        let door = &mut self.doors[h.ix()];
        door.position = position;
        door.speed = 0.0;
        door.since = now;
        door.worked_by = None;
        self.air.set_opening(u32::from(h.0), position);
        self.refresh_ventilation();
    }

    /// Opens or shuts an equalisation valve.
    pub(super) fn turn_valve(&mut self, h: HatchId, open: bool) {
        self.doors[h.ix()].valve_open = open;
        let area = if open { self.layout.hatch(h).valve } else { SquareMetres::ZERO };
        self.air.set_valve(u32::from(h.0), area);
    }

    /// A vehicle parts: its hatch is a wall now, and what it holds is no longer the station's.
    pub(super) fn part(&mut self, v: VehicleId) {
        let layout = self.layout.clone();
        let ship = layout.vehicle(v);
        self.ships[v.ix()].docked = false;
        self.set_door(ship.docked_by, 0.0);
        self.doors[ship.docked_by.ix()].gone = true;
        for &c in &ship.compartments {
            self.aboard[c.ix()] = false;
        }
        for (ix, hatch) in layout.hatches.iter().enumerate() {
            if hatch.between.iter().all(|c| ship.compartments.contains(c)) {
                self.doors[ix].gone = true;
            }
        }
        for (ix, tank) in layout.tanks.iter().enumerate() {
            if tank.vehicle == Some(v) {
                self.support.tanks[ix].open = false;
            }
        }
        for h in 0..self.holes.len() {
            self.refresh_hole(HoleId::at(h));
        }
        self.support.stale = true;
    }

    /// Noise in a compartment, 0 to 1: its machines, and its ventilation.
    pub(super) fn noise(&self, at: CompartmentId) -> f64 {
        let machines = self.support.machines.iter().zip(&self.layout.equipment);
        let loud: f64 = machines.filter(|(m, e)| m.runs() && e.compartment == at).map(|(_, e)| e.noise).sum();
        let drafts = self.layout.hatches.iter().zip(&self.doors).any(|(h, d)| {
            let fan = h.fan.is_some_and(|f| self.support.machines[f.ix()].runs());
            fan && h.between.contains(&at) && d.passable()
        });
        (loud + if drafts { 0.6 } else { 0.0 }).min(1.0)
    }
}
