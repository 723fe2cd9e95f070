//! Life support: what people, machines, tanks and candles put into the air and take out of it, handed to the gas
//! network whenever it changes.

use super::console::Condition;
use super::digest::Digester;
use super::event::Event;
use super::gas::{Network, Species};
use super::ids::{CompartmentId, TankId};
use super::layout::{EquipmentKind, Layout};
use super::person::Person;
use super::telemetry::FRAME_TICKS;
use crate::units::{CubicMetresPerSecond, Kilograms, KilogramsPerSecond, Tick};

/// Oxygen used awake and asleep, kg/s; carbon dioxide and water made. Awake 5.68e-4 kg/min and asleep 3.60e-4 make
/// 0.72 kg a day with eight hours of sleep; scaled here to the 0.835 and 0.998 kg a day of facts 5.2.
const SCALE_O2: f64 = 0.835 / (16.0 * 60.0 * 5.68e-4 + 8.0 * 60.0 * 3.60e-4);
const SCALE_CO2: f64 = 0.998 / (16.0 * 60.0 * 7.20e-4 + 8.0 * 60.0 * 4.55e-4);
const SCALE_H2O: f64 = 1.70 / (16.0 * 60.0 * 11.77e-4 + 8.0 * 60.0 * 6.3e-4);
const AWAKE: [f64; 4] = [-5.68e-4 / 60.0 * SCALE_O2, 0.0, 7.20e-4 / 60.0 * SCALE_CO2, 11.77e-4 / 60.0 * SCALE_H2O];
const ASLEEP: [f64; 4] = [-3.60e-4 / 60.0 * SCALE_O2, 0.0, 4.55e-4 / 60.0 * SCALE_CO2, 6.3e-4 / 60.0 * SCALE_H2O];

/// Oxygen in a candle, kg, and how long it burns, s (facts 5.1: 600 L, 5 to 20 min).
const CANDLE_KG: f64 = 0.83;
const CANDLE_S: u32 = 900;

/// Walls, cloth and cold surfaces are in balance with the humidity of the cabin as it starts; what rises above that
/// they take up with this time constant, s, looked at each minute (model choice; that they give it back to drier air
/// is left out). Without them three people behind a shut hatch would add 9 mmHg of vapour in an hour, and hide a leak.
const DAMP_S: f64 = 300.0;
const DAMP_TICKS: u64 = 60;

/// A machine in a drill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machine {
    /// Switched on.
    pub on: bool,
    /// Broken.
    pub broken: bool,
    /// Its scrubber in the network, if it takes something out of the air.
    scrubber: Option<u32>,
}

impl Machine {
    /// On and whole.
    pub fn runs(&self) -> bool {
        self.on && !self.broken
    }
}

/// A tank in a drill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bottle {
    /// What is left.
    pub left: Kilograms,
    /// Its valve.
    pub open: bool,
}

/// Everything that feeds the air.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// Machines, as in the layout.
    pub machines: Vec<Machine>,
    /// Tanks, as in the layout.
    pub tanks: Vec<Bottle>,
    /// Candles that burn: where, and seconds left.
    candles: Vec<(CompartmentId, u32)>,
    /// Net heat of machines by compartment at the start, W: the walls are set so that it is in balance.
    base_heat_w: Vec<f64>,
    /// Heat of machines now, W, and the cabin air that they lose, kg/s, by compartment, reused.
    heat_w: Vec<f64>,
    loss_kg_s: Vec<f64>,
    /// Water vapour taken up by surfaces, kg/s by compartment, and the partial pressure above which they do, Pa.
    damp_kg_s: Vec<f64>,
    dry_pa: Vec<f64>,
    /// What was handed to the network no longer holds.
    pub stale: bool,
    /// Somebody breathes in another place: handed over with the next frame, so that a crew on the move does not have
    /// the air planned anew at every hatch.
    pub moved: bool,
    /// Sources by compartment as handed over, reused.
    rates: Vec<[f64; 4]>,
}

impl Support {
    /// As the layout has it; adds scrubbers to the network and balances the walls.
    pub fn new(layout: &Layout, air: &mut Network) -> Self {
        let machines: Vec<Machine> = layout
            .equipment
            .iter()
            .map(|e| {
                let at = u32::from(e.compartment.0);
                let scrubber = match e.kind {
                    EquipmentKind::Co2Removal { .. } => Some(air.add_scrubber(at, Species::CO2)),
                    EquipmentKind::Condenser { .. } => Some(air.add_scrubber(at, Species::H2O)),
                    _ => None,
                };
                Machine { on: e.on, broken: false, scrubber }
            })
            .collect();
        let mut support = Self {
            machines,
            tanks: layout.tanks.iter().map(|t| Bottle { left: t.mass, open: false }).collect(),
            candles: Vec::new(),
            base_heat_w: vec![0.0; layout.compartments.len()],
            heat_w: vec![0.0; layout.compartments.len()],
            loss_kg_s: vec![0.0; layout.compartments.len()],
            damp_kg_s: vec![0.0; layout.compartments.len()],
            dry_pa: (0..layout.compartments.len() as u32).map(|c| air.partial(c, Species::H2O).0).collect(),
            stale: true,
            moved: false,
            rates: vec![[0.0; 4]; layout.compartments.len()],
        };
        support.sum_machines(layout);
        support.base_heat_w.clone_from(&support.heat_w);
        support
    }

    /// Heat and losses of machines by compartment. An air conditioner carries its heat away instead.
    fn sum_machines(&mut self, layout: &Layout) {
        self.heat_w.fill(0.0);
        self.loss_kg_s.fill(0.0);
        for (machine, e) in self.machines.iter().zip(&layout.equipment) {
            if machine.runs() {
                let sign = if matches!(e.kind, EquipmentKind::AirConditioner) { -1.0 } else { 1.0 };
                self.heat_w[e.compartment.ix()] += sign * e.heat_w;
                self.loss_kg_s[e.compartment.ix()] += e.air_loss.0;
            }
        }
    }

    /// Lights a candle.
    pub fn light(&mut self, at: CompartmentId) {
        self.candles.push((at, CANDLE_S));
        self.stale = true;
    }

    /// A second of tanks and candles; hands everything to the network when it changed.
    pub fn follow(&mut self, layout: &Layout, crew: &[Person], air: &mut Network, now: Tick, events: &mut Vec<Event>) {
        if now.0.is_multiple_of(DAMP_TICKS) {
            self.take_up_damp(air);
        }
        if self.stale || self.moved && now.0.is_multiple_of(FRAME_TICKS) {
            self.hand_over(layout, crew, air);
            self.stale = false;
            self.moved = false;
        }
        for (ix, bottle) in self.tanks.iter_mut().enumerate().filter(|(_, b)| b.open) {
            // A whole second's flow has been handed over; the last one may take the tank a gram below what it held,
            // so a tank shuts with what is less than a second's flow still in it.
            let flow = layout.tanks[ix].rate;
            bottle.left -= Kilograms(flow.0);
            if bottle.left.0 < flow.0 {
                bottle.open = false;
                self.stale = true;
                events.push(Event::TankEmpty { tank: TankId::at(ix) });
            }
        }
        if !self.candles.is_empty() {
            for (_, left) in &mut self.candles {
                *left -= 1;
            }
            let before = self.candles.len();
            self.candles.retain(|(_, left)| *left > 0);
            self.stale |= self.candles.len() != before;
        }
    }

    /// How fast surfaces take up what is above their balance.
    fn take_up_damp(&mut self, air: &Network) {
        for (ix, (damp, dry)) in self.damp_kg_s.iter_mut().zip(&self.dry_pa).enumerate() {
            let c = ix as u32;
            let partial = air.partial(c, Species::H2O).0;
            let excess = ((partial - dry) / partial.max(1.0)).max(0.0);
            let rate = air.mass(c, Species::H2O).0 * excess / DAMP_S;
            self.stale |= rate != *damp;
            *damp = rate;
        }
    }

    fn hand_over(&mut self, layout: &Layout, crew: &[Person], air: &mut Network) {
        self.rates.fill([0.0; 4]);
        for person in crew.iter().filter(|p| p.aboard() && !p.fed) {
            let rate = if person.condition == Condition::Asleep { &ASLEEP } else { &AWAKE };
            add(&mut self.rates[person.at.ix()], rate, 1.0);
        }
        self.sum_machines(layout);
        for (machine, e) in self.machines.iter().zip(&layout.equipment) {
            let runs = machine.runs();
            let at = e.compartment.ix();
            if runs && let EquipmentKind::OxygenGenerator { rate } = e.kind {
                self.rates[at][0] += rate.0;
            }
            if let (Some(scrubber), EquipmentKind::Co2Removal { flow, cap } | EquipmentKind::Condenser { flow, cap }) =
                (machine.scrubber, e.kind)
            {
                air.set_scrubber(scrubber, if runs { flow } else { CubicMetresPerSecond::ZERO }, cap);
            }
        }
        for (bottle, tank) in self.tanks.iter().zip(&layout.tanks) {
            if bottle.open {
                add(&mut self.rates[tank.compartment.ix()], &tank.gas, tank.rate.0);
            }
        }
        for (at, _) in &self.candles {
            self.rates[at.ix()][0] += CANDLE_KG / f64::from(CANDLE_S);
        }
        for (rates, damp) in self.rates.iter_mut().zip(&self.damp_kg_s) {
            rates[Species::H2O.lane()] -= damp;
        }
        for (ix, rates) in self.rates.iter().enumerate() {
            let c = ix as u32;
            air.set_source(c, *rates);
            air.set_loss(c, KilogramsPerSecond(self.loss_kg_s[ix]));
            air.set_heat_w(c, self.heat_w[ix] - self.base_heat_w[ix]);
        }
    }

    /// Adds its state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        for machine in &self.machines {
            d.u8(u8::from(machine.on) << 1 | u8::from(machine.broken));
        }
        for bottle in &self.tanks {
            d.f64(bottle.left.0);
            d.u8(u8::from(bottle.open));
        }
        for damp in &self.damp_kg_s {
            d.rare(*damp);
        }
        for (at, left) in &self.candles {
            d.u32(u32::from(at.0));
            d.u32(*left);
        }
    }
}

fn add(sum: &mut [f64; 4], rates: &[f64; 4], factor: f64) {
    for (sum, rate) in sum.iter_mut().zip(rates) {
        *sum += rate * factor;
    }
}
