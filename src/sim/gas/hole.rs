//! Openings to the outside, and who of them let out what.
//!
//! A compartment's holes all see the same gas, so the step knows only their sum, and each hole's part of it is worked
//! out when somebody asks or when the parts change: a station has a hundred seeps, and nobody asks after them.

use super::ledger::Sum;
use super::network::Network;
use crate::units::{Kilograms, KilogramsPerSecond, Pascals, SquareMetres};

/// An opening to the outside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hole {
    pub compartment: u32,
    pub cd_area: f64,
    pub outside_pa: f64,
    /// Its part of its compartment's leak.
    pub share: f64,
    /// What it had let out when the parts last changed.
    pub leaked: Sum,
}

impl Network {
    /// Makes a hole to vacuum and returns its number.
    pub fn add_hole(&mut self, compartment: u32, cd_area: SquareMetres) -> u32 {
        assert!((compartment as usize) < self.rooms.volume.len(), "a hole is in a compartment");
        self.holes.push(Hole { compartment, cd_area: 0.0, outside_pa: 0.0, share: 0.0, leaked: Sum::default() });
        let number = (self.holes.len() - 1) as u32;
        self.set_hole(number, cd_area);
        number
    }

    /// Changes a hole's discharge coefficient times area; nothing is a plugged hole.
    pub fn set_hole(&mut self, hole: u32, cd_area: SquareMetres) {
        assert!(cd_area.0 >= 0.0, "an area is not negative");
        if self.holes[hole as usize].cd_area != cd_area.0 {
            // Most changes are the creep of what lies on a hole: the next plan may be as long as this one.
            self.settle();
            self.holes[hole as usize].cd_area = cd_area.0;
            self.gather_holes(hole);
        }
    }

    /// Puts a pressure outside a hole, as in a vacuum chamber on the ground. Nothing flows in: what the air of that
    /// chamber is made of is not known here.
    pub fn set_hole_outside(&mut self, hole: u32, pressure: Pascals) {
        assert!(pressure.0 >= 0.0, "a pressure is not negative");
        self.disturb();
        self.holes[hole as usize].outside_pa = pressure.0;
        self.any_outside = self.holes.iter().any(|hole| hole.outside_pa > 0.0);
        self.gather_holes(hole);
    }

    /// Sums the areas open to vacuum in a hole's compartment afresh, so that plugging and reopening leaves no residue.
    fn gather_holes(&mut self, hole: u32) {
        let compartment = self.holes[hole as usize].compartment;
        let here = self.holes.iter().filter(|hole| hole.compartment == compartment && hole.outside_pa == 0.0);
        self.rooms.hole_area[compartment as usize] = here.map(|hole| hole.cd_area).fold(0.0, |sum, area| sum + area);
        self.holes_stale = true;
    }

    /// Gives each hole what it has let out by its old part, and then its new part.
    pub(super) fn part_holes(&mut self) {
        let mut whole = vec![0.0; self.rooms.volume.len()];
        for index in 0..self.holes.len() {
            let hole = self.holes[index];
            let room = hole.compartment as usize;
            let since = self.rooms.leaked[room].value() - self.rooms.parted[room];
            self.holes[index].leaked.add(since * hole.share);
            self.holes[index].share = self.pull(&hole);
            whole[room] += self.holes[index].share;
        }
        for hole in &mut self.holes {
            let whole = whole[hole.compartment as usize];
            hole.share = if whole > 0.0 { hole.share / whole } else { 0.0 };
        }
        for (parted, leaked) in self.rooms.parted.iter_mut().zip(&self.rooms.leaked) {
            *parted = leaked.value();
        }
        // Against a pressure outside, parts change as the pressure inside does.
        self.holes_stale = self.any_outside;
    }

    /// Flow through a hole over the last tick.
    pub fn hole_flow(&self, hole: u32) -> KilogramsPerSecond {
        let hole = &self.holes[hole as usize];
        KilogramsPerSecond(self.leaking[hole.compartment as usize] * hole.share)
    }

    /// What a hole has let out since it was made.
    pub fn leaked(&self, hole: u32) -> Kilograms {
        let hole = &self.holes[hole as usize];
        let room = hole.compartment as usize;
        let due = self.scratch.gone[room].total_kg() * self.stride.part;
        let since = self.rooms.leaked[room].value() + due - self.rooms.parted[room];
        Kilograms(hole.leaked.value() + since * hole.share)
    }
}
