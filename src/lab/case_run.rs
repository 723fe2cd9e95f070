//! Driving a network through a case.

use super::case_file::{CaseFile, CompartmentFile, Fractions, Opening};
use super::cases::CasesError;
use super::schedule::Schedule;
use crate::sim::gas::species::{AIR, CABIN};
use crate::sim::gas::{CompartmentSetup, Masses, Network, NetworkSetup, PassageSetup, Species, Thermal};
use crate::units::{CubicMetres, CubicMetresPerSecond, DAY_S, Kelvin, KilogramsPerSecond, Pascals, SquareMetres};

/// Temperature where a case says none, K.
const DEFAULT_K: f64 = 295.15;

/// A supply and what it has left.
struct Supply {
    compartment: usize,
    rates: [f64; 4],
    left_kg: f64,
    schedule: Schedule,
}

/// A case ready to run.
pub(super) struct Runner {
    pub network: Network,
    pub names: Vec<String>,
    openings: Vec<(u32, Schedule, f64)>,
    holes: Vec<(u32, Schedule, f64)>,
    supplies: Vec<Supply>,
    scrubbers: Vec<(u32, Schedule, f64, Option<KilogramsPerSecond>)>,
    temperatures: Vec<(u32, Schedule, bool)>,
    changes_until: f64,
    pub time: f64,
}

impl Runner {
    /// Builds the network of a case.
    pub fn new(case: &CaseFile, file: &str) -> Result<Self, CasesError> {
        let wrong =
            |field: String, what: &str| CasesError::Field { file: file.to_owned(), field, what: what.to_owned() };
        if case.gamma.is_some_and(|gamma| (gamma - 1.4).abs() > 1e-9) {
            return Err(wrong("gamma".into(), "only 1.4 can be simulated"));
        }
        if !(case.t_end_s > 0.0) {
            return Err(wrong("t_end_s".into(), "must be above 0"));
        }
        let mut setup = NetworkSetup::default();
        for (index, room) in case.compartments.iter().enumerate() {
            let place = |field: &str| format!("compartments[{index}].{field}");
            if !(room.volume_m3 > 0.0) {
                return Err(wrong(place("volume_m3"), "must be above 0"));
            }
            let masses = contents(room).map_err(|(field, what)| wrong(place(field), &what))?;
            let kelvin = Kelvin(room.T_K.unwrap_or(DEFAULT_K));
            let thermal = match room.thermal.as_deref().or(case.thermal.as_deref()).unwrap_or("isothermal") {
                "isothermal" => Thermal::Isothermal,
                "adiabatic" => Thermal::Adiabatic,
                "wall" => {
                    let wall = Kelvin(room.T_wall_K.unwrap_or(kelvin.0));
                    Thermal::Wall { ua_w_k: room.UA_W_K.unwrap_or(0.0), wall }
                }
                other => {
                    return Err(wrong("thermal".into(), &format!("`{other}` is not isothermal, adiabatic or wall")));
                }
            };
            setup.compartments.push(CompartmentSetup {
                volume: CubicMetres(room.volume_m3),
                temperature: kelvin,
                masses,
                thermal,
            });
        }
        let names: Vec<String> = case.compartments.iter().map(|room| room.name.clone()).collect();
        let find = |name: &str, field: String| {
            let place = names.iter().position(|known| known == name);
            place.map(|index| index as u32).ok_or_else(|| wrong(field, &format!("there is no compartment `{name}`")))
        };
        let plan = |points: Option<&Vec<(f64, f64)>>, mode: Option<&str>, field: String| {
            let linear = match mode {
                None | Some("step") => false,
                Some("linear") => true,
                Some(other) => return Err(wrong(field, &format!("mode `{other}` is not step or linear"))),
            };
            let points = points.cloned().unwrap_or_default();
            Schedule::new(points, linear, 1.0).ok_or_else(|| wrong(field, "times must not go back"))
        };
        let lane = |formula: &str, field: String| {
            let species = Species::from_formula(formula);
            species.ok_or_else(|| wrong(field, &format!("`{formula}` is not O2, N2, CO2 or H2O")))
        };
        for (index, hatch) in case.hatches.iter().enumerate() {
            let place = |field: &str| format!("hatches[{index}].{field}");
            let area = area(hatch.area_m2, hatch.diameter_mm).ok_or_else(|| wrong(place("area_m2"), "is missing"))?;
            setup.passages.push(PassageSetup {
                a: find(&hatch.a, place("a"))?,
                b: find(&hatch.b, place("b"))?,
                cd_area: SquareMetres(area * hatch.Cd.unwrap_or(0.8)),
                seal_cd_area: SquareMetres(hatch.seal_CdA_m2.unwrap_or(0.0)),
            });
        }
        let mut run = Self {
            network: Network::new(&setup),
            names: names.clone(),
            openings: Vec::new(),
            holes: Vec::new(),
            supplies: Vec::new(),
            scrubbers: Vec::new(),
            temperatures: Vec::new(),
            changes_until: f64::NEG_INFINITY,
            time: 0.0,
        };
        for (index, room) in case.compartments.iter().enumerate() {
            run.network.set_heat_w(index as u32, room.heat_W.unwrap_or(0.0));
        }
        for (index, hatch) in case.hatches.iter().enumerate() {
            let field = format!("hatches[{index}].opening");
            let schedule = match &hatch.opening {
                None => Schedule::constant(1.0),
                Some(Opening::Fixed(fraction)) => Schedule::constant(*fraction),
                Some(Opening::Moves(points)) => plan(Some(points), hatch.mode.as_deref(), field)?,
            };
            run.openings.push((index as u32, schedule, hatch.exchange_m3_h.unwrap_or(0.0)));
        }
        for (index, leak) in case.leaks.iter().enumerate() {
            let place = |field: &str| format!("leaks[{index}].{field}");
            let area = area(leak.area_m2, leak.diameter_mm)
                .ok_or_else(|| wrong(place("diameter_mm"), "or area_m2 must be given"))?;
            let hole = run.network.add_hole(find(&leak.compartment, place("compartment"))?, SquareMetres(0.0));
            run.network.set_hole_outside(hole, Pascals(leak.p_out_Pa.unwrap_or(0.0)));
            let schedule = plan(leak.schedule.as_ref(), leak.mode.as_deref(), place("schedule"))?;
            run.holes.push((hole, schedule, area * leak.Cd.unwrap_or(0.8)));
        }
        for (index, tank) in case.tanks.iter().enumerate() {
            let place = |field: &str| format!("tanks[{index}].{field}");
            let mut rates = [0.0; 4];
            rates[lane(&tank.species, place("species"))?.lane()] = tank.rate_kg_h / 3600.0;
            run.supplies.push(Supply {
                compartment: find(&tank.compartment, place("compartment"))? as usize,
                rates,
                left_kg: tank.mass_kg.unwrap_or(f64::INFINITY),
                schedule: plan(tank.schedule.as_ref(), tank.mode.as_deref(), place("schedule"))?,
            });
        }
        for (index, crew) in case.crew.iter().enumerate() {
            let place = |field: &str| format!("crew[{index}].{field}");
            let per_second = crew.count / DAY_S;
            let (o2, co2) = (crew.O2_kg_day.unwrap_or(0.816), crew.CO2_kg_day.unwrap_or(1.04));
            let water = crew.H2O_kg_day.unwrap_or(0.0);
            run.supplies.push(Supply {
                compartment: find(&crew.compartment, place("compartment"))? as usize,
                rates: [-o2 * per_second, 0.0, co2 * per_second, water * per_second],
                left_kg: f64::INFINITY,
                schedule: plan(crew.schedule.as_ref(), None, place("schedule"))?,
            });
        }
        for (index, scrubber) in case.scrubbers.iter().enumerate() {
            let place = |field: &str| format!("scrubbers[{index}].{field}");
            let compartment = find(&scrubber.compartment, place("compartment"))?;
            let number = run.network.add_scrubber(compartment, lane(&scrubber.species, place("species"))?);
            let flow = scrubber.flow_m3_h / 3600.0 * scrubber.efficiency.unwrap_or(1.0);
            let cap = scrubber.max_kg_h.map(KilogramsPerSecond::per_hour);
            run.scrubbers.push((number, plan(scrubber.schedule.as_ref(), None, place("schedule"))?, flow, cap));
        }
        for (index, temperature) in case.temperature.iter().enumerate() {
            let place = |field: &str| format!("temperature[{index}].{field}");
            let compartment = find(&temperature.compartment, place("compartment"))?;
            let room = &setup.compartments[compartment as usize];
            let schedule = plan(Some(&temperature.schedule), temperature.mode.as_deref(), place("schedule"))?;
            let schedule = schedule.starting_at(room.temperature.0);
            run.temperatures.push((compartment, schedule, room.thermal == Thermal::Isothermal));
        }
        run.changes_until = run.last_change();
        run.start();
        Ok(run)
    }

    fn last_change(&self) -> f64 {
        let temperatures = self.temperatures.iter().map(|temperature| &temperature.1);
        // The first second, in which everything is set, counts as one in which something changes.
        self.schedules().chain(temperatures).map(Schedule::settled_after).fold(0.0, f64::max)
    }

    /// Temperatures hold from the start, before any tick.
    fn start(&mut self) {
        for (compartment, schedule, gas) in &self.temperatures {
            if *gas {
                self.network.set_temperature(*compartment, Kelvin(schedule.at(0.0)));
            }
        }
    }

    /// Runs to the next whole second, or to `stop` if that comes first.
    ///
    /// A second in which something changes is cut where it changes, and one in which something moves into sixteenths,
    /// each with its mean: a hatch that closes behind a hole matters most in its last moments.
    pub fn advance(&mut self, stop: f64) {
        let end = (self.time.floor() + 1.0).min(stop);
        if self.time > self.changes_until {
            return self.piece(end, false);
        }
        let mut cuts: Vec<f64> = self.schedules().flat_map(|schedule| schedule.cuts(self.time, end)).collect();
        cuts.push(end);
        cuts.sort_by(f64::total_cmp);
        for cut in cuts {
            // Shorter spans than this are the rounding of two equal moments.
            if cut - self.time > 1e-9 {
                self.piece(cut, true);
            }
        }
        self.time = end;
    }

    fn piece(&mut self, to: f64, changes: bool) {
        let from = self.time;
        if changes {
            self.apply_schedules(from, to);
        }
        self.feed(from, to);
        self.network.advance(to - from);
        self.time = to;
    }

    fn schedules(&self) -> impl Iterator<Item = &Schedule> {
        let passages = self.openings.iter().map(|opening| &opening.1);
        let holes = self.holes.iter().map(|hole| &hole.1);
        let scrubbers = self.scrubbers.iter().map(|scrubber| &scrubber.1);
        passages.chain(holes).chain(scrubbers)
    }

    fn apply_schedules(&mut self, from: f64, to: f64) {
        for (passage, schedule, fan_m3_h) in &self.openings {
            let fraction = schedule.mean(from, to);
            self.network.set_opening(*passage, fraction);
            self.network.set_exchange(*passage, CubicMetresPerSecond::per_hour(fan_m3_h * fraction));
        }
        for (hole, schedule, cd_area) in &self.holes {
            self.network.set_hole(*hole, SquareMetres(cd_area * schedule.mean(from, to)));
        }
        for (scrubber, schedule, flow, cap) in &self.scrubbers {
            self.network.set_scrubber(*scrubber, CubicMetresPerSecond(flow * schedule.mean(from, to)), *cap);
        }
        for (compartment, schedule, gas) in &self.temperatures {
            if *gas {
                self.network.set_temperature(*compartment, Kelvin(schedule.at(to)));
            } else {
                self.network.set_wall(*compartment, Kelvin(schedule.mean(from, to)));
            }
        }
    }

    fn feed(&mut self, from: f64, to: f64) {
        if self.supplies.is_empty() {
            return;
        }
        let mut rates = vec![[0.0; 4]; self.names.len()];
        for supply in &mut self.supplies {
            let factor = supply.schedule.mean(from, to);
            let asked: f64 = supply.rates.iter().sum::<f64>() * factor * (to - from);
            let given = if asked > supply.left_kg { supply.left_kg / asked } else { 1.0 };
            if supply.left_kg.is_finite() {
                supply.left_kg -= asked * given;
            }
            for (rate, own) in rates[supply.compartment].iter_mut().zip(supply.rates) {
                *rate += own * factor * given;
            }
        }
        for (compartment, rates) in rates.into_iter().enumerate() {
            self.network.set_source(compartment as u32, rates);
        }
    }
}

/// Area of a round or a measured opening, m2.
fn area(area_m2: Option<f64>, diameter_mm: Option<f64>) -> Option<f64> {
    area_m2.or_else(|| diameter_mm.map(|mm| std::f64::consts::FRAC_PI_4 * mm * mm * 1e-6))
}

/// The gas of a compartment in whichever of its forms; on failure the field and what is wrong with it.
fn contents(room: &CompartmentFile) -> Result<Masses, (&'static str, String)> {
    let kelvin = Kelvin(room.T_K.unwrap_or(DEFAULT_K));
    if !(kelvin.0 > 0.0) {
        return Err(("T_K", "must be above 0".into()));
    }
    let lanes = |by_name: &std::collections::BTreeMap<String, f64>, field: &'static str| {
        let mut lanes = [0.0; 4];
        for (formula, value) in by_name {
            let Some(species) = Species::from_formula(formula) else {
                return Err((field, format!("`{formula}` is not O2, N2, CO2 or H2O")));
            };
            lanes[species.lane()] = *value;
        }
        Ok(lanes)
    };
    if let Some(masses) = &room.masses_kg {
        return Ok(Masses(lanes(masses, "masses_kg")?));
    }
    let volume = CubicMetres(room.volume_m3);
    if let Some(partials) = &room.partial_Pa {
        return Ok(Masses::from_partials(lanes(partials, "partial_Pa")?, kelvin, volume));
    }
    let pressure = room.p_Pa.map(Pascals).or(room.p_mmHg.map(Pascals::from_mmhg)).unwrap_or(Pascals(101_325.0));
    let fractions = match &room.fractions {
        None => AIR,
        Some(Fractions::Named(name)) if name == "AIR" => AIR,
        Some(Fractions::Named(name)) if name == "CABIN" => CABIN,
        Some(Fractions::Named(name)) => return Err(("fractions", format!("`{name}` is not AIR or CABIN"))),
        Some(Fractions::Each(each)) => lanes(each, "fractions")?,
    };
    Ok(Masses::from_pressure(pressure, kelvin, volume, fractions))
}
