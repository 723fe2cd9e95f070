//! What can be asked of the network: the true state, which only instruments and ledgers above may read.

use super::ledger::Sum;
use super::network::Network;
use super::species::{GAS_CONSTANT, MOLES_PER_KG, Masses, Species};
use crate::sim::digest::Digester;
use crate::units::{CubicMetres, CubicMetresPerSecond, Kelvin, Kilograms, KilogramsPerSecond, Pascals};

impl Network {
    /// How many compartments there are.
    pub fn compartments(&self) -> u32 {
        self.rooms.volume.len() as u32
    }

    /// How many passages there are.
    pub fn passages(&self) -> u32 {
        self.passages.ends.len() as u32
    }

    /// How many holes were made.
    pub fn holes(&self) -> u32 {
        self.holes.len() as u32
    }

    /// Pressure: p = n R T / V.
    pub fn pressure(&self, compartment: u32) -> Pascals {
        let index = compartment as usize;
        Pascals(self.now(index).moles() * self.pascals_per_mole(index))
    }

    /// Partial pressure of one gas.
    pub fn partial(&self, compartment: u32, species: Species) -> Pascals {
        let (index, lane) = (compartment as usize, species.lane());
        Pascals(self.now(index).0[lane] * MOLES_PER_KG[lane] * self.pascals_per_mole(index))
    }

    /// Pressure and partial pressures of a compartment in one go, Pa, as [`Network::pressure`] and
    /// [`Network::partial`] tell them.
    pub fn pressures(&self, compartment: u32) -> (Pascals, [Pascals; 4]) {
        let index = compartment as usize;
        let (now, per_mole) = (self.now(index), self.pascals_per_mole(index));
        let part = |lane: usize| Pascals(now.0[lane] * MOLES_PER_KG[lane] * per_mole);
        (Pascals(now.moles() * per_mole), [part(0), part(1), part(2), part(3)])
    }

    fn pascals_per_mole(&self, index: usize) -> f64 {
        GAS_CONSTANT * self.kelvin(index) / self.rooms.volume[index]
    }

    /// A compartment's gas at this tick: at the start of the plan under way, and what of it has come due.
    #[inline]
    fn now(&self, index: usize) -> Masses {
        self.rooms.mass[index] + (self.scratch.change[index].mass * self.stride.part + self.rooms.low[index])
    }

    #[inline]
    fn kelvin(&self, index: usize) -> f64 {
        self.rooms.temperature[index] + self.scratch.warming[index] * self.stride.part
    }

    /// Temperature of the gas.
    pub fn temperature(&self, compartment: u32) -> Kelvin {
        Kelvin(self.kelvin(compartment as usize))
    }

    /// Free gas volume.
    pub fn volume(&self, compartment: u32) -> CubicMetres {
        CubicMetres(self.rooms.volume[compartment as usize])
    }

    /// Mass of one gas.
    pub fn mass(&self, compartment: u32, species: Species) -> Kilograms {
        let (index, lane) = (compartment as usize, species.lane());
        Kilograms(self.now(index).0[lane])
    }

    /// All of a compartment's gas.
    pub fn masses(&self, compartment: u32) -> Masses {
        self.now(compartment as usize)
    }

    /// All gas on board.
    pub fn total_mass(&self) -> Kilograms {
        let mut all = Sum::default();
        for ((high, low), change) in self.rooms.mass.iter().zip(&self.rooms.low).zip(&self.scratch.change) {
            for part in [*high, *low, change.mass * self.stride.part] {
                part.0.into_iter().for_each(|kg| all.add(kg));
            }
        }
        Kilograms(all.value())
    }

    /// Net flow through a passage over the last tick, positive from a to b; ventilation, which is even, is not in it.
    pub fn passage_flow(&self, passage: u32) -> KilogramsPerSecond {
        let moles = self.passage_mol_s[passage as usize];
        let (a, b) = self.passages.ends[passage as usize];
        let upper = self.now(if moles >= 0.0 { a } else { b } as usize);
        let there = upper.moles();
        KilogramsPerSecond(if there > 0.0 { moles * upper.total_kg() / there } else { 0.0 })
    }

    /// The same as a volume of the air on the side that it comes from.
    pub fn passage_stream(&self, passage: u32) -> CubicMetresPerSecond {
        let moles = self.passage_mol_s[passage as usize];
        if moles == 0.0 {
            return CubicMetresPerSecond(0.0);
        }
        let (a, b) = self.passages.ends[passage as usize];
        let from = if moles >= 0.0 { a } else { b } as usize;
        let there = self.now(from).moles();
        CubicMetresPerSecond(if there > 0.0 { moles * self.rooms.volume[from] / there } else { 0.0 })
    }

    /// What all holes have let out since the start, by species.
    pub fn leaked_total(&self) -> Masses {
        self.leaked.value() + self.scratch.gone_all * self.stride.part
    }

    /// What machines have thrown overboard since the start ([`Network::set_loss`]), by species.
    pub fn lost_total(&self) -> Masses {
        self.lost.value() + self.due(|feed| feed.thrown)
    }

    /// What sources have added less what sinks and scrubbers have taken since the start, by species.
    pub fn net_source(&self) -> Masses {
        self.sourced.value() + self.due(|feed| feed.parcel + feed.thrown)
    }

    /// What sinks asked for and did not find since the start, by species.
    pub fn shortfall(&self) -> Masses {
        self.shortfall.value() + self.due(|feed| feed.short)
    }

    /// What a scrubber has removed since the start.
    pub fn scrubbed(&self, number: u32) -> Kilograms {
        let scrubber = &self.scrubbers[number as usize];
        let due = self.scratch.scrubbed.get(number as usize).copied().unwrap_or(0.0);
        Kilograms(scrubber.removed.value() + due * self.stride.part)
    }

    /// The zone that a compartment belongs to: compartments with the same number are one volume, as of the last tick.
    pub fn zone_of(&self, compartment: u32) -> u32 {
        self.zones.zone_of[compartment as usize]
    }

    /// Volume of all compartments that are one with this one, itself included.
    pub fn zone_volume(&self, compartment: u32) -> CubicMetres {
        let zone = self.zone_of(compartment);
        let members = self.zones.zone_of.iter().zip(&self.rooms.volume).filter(|(of, _)| **of == zone);
        CubicMetres(members.map(|(_, volume)| volume).sum())
    }

    /// Describes the state, in a fixed order: what each compartment holds, and what the next tick depends on beside it.
    /// What feeds the gas, how warm walls are and how far holes and passages are open is described by those who set it:
    /// crew, machines, tanks, doors and holes of a station.
    pub fn digest(&self, d: &mut Digester) {
        for (index, &joined) in self.joined.iter().enumerate() {
            d.u8(u8::from(joined));
            d.rare(self.ring_flow[index]);
        }
        for index in 0..self.rooms.volume.len() {
            self.now(index).0.into_iter().for_each(|kg| d.f64(kg));
            d.f64(self.kelvin(index));
            d.rare(self.rooms.leaked[index].value());
        }
        for scrubber in &self.scrubbers {
            d.f64(scrubber.removed.value());
        }
        for ticks in [self.stride.ticks, self.stride.elapsed, self.stride.next] {
            d.f64(ticks);
        }
        for ledger in [&self.leaked, &self.lost, &self.sourced, &self.shortfall] {
            ledger.value().0.into_iter().for_each(|kg| d.f64(kg));
        }
    }
}
