//! Making a network of a case, with every mistake in its fields named.

use super::case_file::{CaseFile, CompartmentFile, Fractions, Opening};
use super::case_run::{Runner, Supply};
use super::problem::CasesError;
use super::schedule::Schedule;
use crate::sim::gas::species::{AIR, CABIN};
use crate::sim::gas::{CompartmentSetup, Masses, Network, NetworkSetup, PassageSetup, Species, Thermal};
use crate::units::{CubicMetres, DAY_S, Kelvin, KilogramsPerSecond, Pascals, SquareMetres};
use std::collections::BTreeMap;

/// Temperature where a case says none, K.
const DEFAULT_K: f64 = 295.15;

/// Discharge coefficient where a case says none.
const DEFAULT_CD: f64 = 0.8;

/// Builds the network of a case and sets it to its start.
pub(super) fn build(case: &CaseFile, file: &str) -> Result<Runner, CasesError> {
    let builder = Builder { case, file };
    let setup = builder.setup()?;
    let mut run = Runner {
        network: Network::new(&setup),
        names: case.compartments.iter().map(|room| room.name.clone()).collect(),
        openings: Vec::new(),
        holes: Vec::new(),
        supplies: Vec::new(),
        scrubbers: Vec::new(),
        temperatures: Vec::new(),
        changes_until: 0.0,
        time: 0.0,
    };
    for (index, room) in case.compartments.iter().enumerate() {
        run.network.set_heat_w(index as u32, room.heat_W.unwrap_or(0.0));
    }
    builder.hatches(&mut run)?;
    builder.leaks(&mut run)?;
    builder.supplies(&mut run)?;
    builder.scrubbers(&mut run)?;
    builder.temperatures(&mut run, &setup)?;
    run.changes_until = run.last_change();
    run.start();
    Ok(run)
}

struct Builder<'a> {
    case: &'a CaseFile,
    file: &'a str,
}

impl Builder<'_> {
    fn wrong(&self, field: impl Into<String>, what: impl Into<String>) -> CasesError {
        CasesError::Field { file: self.file.to_owned(), field: field.into(), what: what.into() }
    }

    fn room(&self, name: &str, field: String) -> Result<u32, CasesError> {
        let place = self.case.compartments.iter().position(|room| room.name == name);
        place.map(|index| index as u32).ok_or_else(|| self.wrong(field, format!("there is no compartment `{name}`")))
    }

    fn species(&self, formula: &str, field: String) -> Result<Species, CasesError> {
        let species = Species::from_formula(formula);
        species.ok_or_else(|| self.wrong(field, format!("`{formula}` is not O2, N2, CO2 or H2O")))
    }

    /// A number that must not be negative.
    fn amount(&self, value: f64, field: String) -> Result<f64, CasesError> {
        if value >= 0.0 { Ok(value) } else { Err(self.wrong(field, "must not be negative")) }
    }

    fn above_zero(&self, value: f64, field: String) -> Result<f64, CasesError> {
        if value > 0.0 { Ok(value) } else { Err(self.wrong(field, "must be above 0")) }
    }

    /// A schedule of factors, 1 before the first, between 0 and `most`.
    fn plan(
        &self,
        points: Option<&Vec<(f64, f64)>>,
        mode: Option<&str>,
        most: f64,
        field: String,
    ) -> Result<Schedule, CasesError> {
        let linear = match mode {
            None | Some("step") => false,
            Some("linear") => true,
            Some(other) => return Err(self.wrong(field, format!("mode `{other}` is not step or linear"))),
        };
        let points = points.cloned().unwrap_or_default();
        if !points.iter().all(|point| (0.0..=most).contains(&point.1)) {
            let range = if most.is_finite() { format!("0 to {most}") } else { "0 and more".to_owned() };
            return Err(self.wrong(field, format!("values are {range}")));
        }
        Schedule::new(points, linear, 1.0).ok_or_else(|| self.wrong(field, "times must not go back"))
    }

    fn setup(&self) -> Result<NetworkSetup, CasesError> {
        if self.case.gamma.is_some_and(|gamma| (gamma - 1.4).abs() > 1e-9) {
            return Err(self.wrong("gamma", "only 1.4 can be simulated"));
        }
        self.above_zero(self.case.t_end_s, "t_end_s".into())?;
        let mut setup = NetworkSetup::default();
        for (index, room) in self.case.compartments.iter().enumerate() {
            let place = |field: &str| format!("compartments[{index}].{field}");
            let volume = self.above_zero(room.volume_m3, place("volume_m3"))?;
            let kelvin = self.above_zero(room.T_K.unwrap_or(DEFAULT_K), place("T_K"))?;
            let masses = contents(room).map_err(|(field, what)| self.wrong(place(field), what))?;
            if !masses.0.iter().all(|&kg| kg >= 0.0) {
                return Err(self.wrong(place("p_Pa"), "contents must not be negative"));
            }
            let thermal = match room.thermal.as_deref().or(self.case.thermal.as_deref()).unwrap_or("isothermal") {
                "isothermal" => Thermal::Isothermal,
                "adiabatic" => Thermal::Adiabatic,
                "wall" => {
                    let wall = Kelvin(self.above_zero(room.T_wall_K.unwrap_or(kelvin), place("T_wall_K"))?);
                    Thermal::Wall { ua_w_k: self.amount(room.UA_W_K.unwrap_or(0.0), place("UA_W_K"))?, wall }
                }
                other => return Err(self.wrong("thermal", format!("`{other}` is not isothermal, adiabatic or wall"))),
            };
            let (volume, temperature) = (CubicMetres(volume), Kelvin(kelvin));
            setup.compartments.push(CompartmentSetup { volume, temperature, masses, thermal });
        }
        for (index, hatch) in self.case.hatches.iter().enumerate() {
            let place = |field: &str| format!("hatches[{index}].{field}");
            let area = area(hatch.area_m2, hatch.diameter_mm)
                .ok_or_else(|| self.wrong(place("area_m2"), "or diameter_mm must be given"))?;
            let cd_area = self.amount(area * hatch.Cd.unwrap_or(DEFAULT_CD), place("area_m2"))?;
            let seal = self.amount(hatch.seal_CdA_m2.unwrap_or(0.0), place("seal_CdA_m2"))?;
            setup.passages.push(PassageSetup {
                a: self.room(&hatch.a, place("a"))?,
                b: self.room(&hatch.b, place("b"))?,
                cd_area: SquareMetres(cd_area),
                seal_cd_area: SquareMetres(seal),
            });
        }
        Ok(setup)
    }

    fn hatches(&self, run: &mut Runner) -> Result<(), CasesError> {
        for (index, hatch) in self.case.hatches.iter().enumerate() {
            let field = format!("hatches[{index}].opening");
            let fixed;
            let points = match &hatch.opening {
                None => None,
                Some(Opening::Fixed(fraction)) => {
                    fixed = vec![(0.0, *fraction)];
                    Some(&fixed)
                }
                Some(Opening::Moves(points)) => Some(points),
            };
            let schedule = self.plan(points, hatch.mode.as_deref(), 1.0, field)?;
            let fan = self.amount(hatch.exchange_m3_h.unwrap_or(0.0), format!("hatches[{index}].exchange_m3_h"))?;
            run.openings.push((index as u32, schedule, fan));
        }
        Ok(())
    }

    fn leaks(&self, run: &mut Runner) -> Result<(), CasesError> {
        for (index, leak) in self.case.leaks.iter().enumerate() {
            let place = |field: &str| format!("leaks[{index}].{field}");
            let area = area(leak.area_m2, leak.diameter_mm)
                .ok_or_else(|| self.wrong(place("diameter_mm"), "or area_m2 must be given"))?;
            let cd_area = self.amount(area * leak.Cd.unwrap_or(DEFAULT_CD), place("area_m2"))?;
            let outside = self.amount(leak.p_out_Pa.unwrap_or(0.0), place("p_out_Pa"))?;
            let hole = run.network.add_hole(self.room(&leak.compartment, place("compartment"))?, SquareMetres(0.0));
            run.network.set_hole_outside(hole, Pascals(outside));
            let schedule = self.plan(leak.schedule.as_ref(), leak.mode.as_deref(), f64::INFINITY, place("schedule"))?;
            run.holes.push((hole, schedule, cd_area));
        }
        Ok(())
    }

    fn supplies(&self, run: &mut Runner) -> Result<(), CasesError> {
        for (index, tank) in self.case.tanks.iter().enumerate() {
            let place = |field: &str| format!("tanks[{index}].{field}");
            let mut rates = [0.0; 4];
            let rate = self.amount(tank.rate_kg_h, place("rate_kg_h"))?;
            rates[self.species(&tank.species, place("species"))?.lane()] = rate / 3600.0;
            run.supplies.push(Supply {
                compartment: self.room(&tank.compartment, place("compartment"))? as usize,
                rates,
                left_kg: self.amount(tank.mass_kg.unwrap_or(f64::INFINITY), place("mass_kg"))?,
                schedule: self.plan(tank.schedule.as_ref(), tank.mode.as_deref(), f64::INFINITY, place("schedule"))?,
            });
        }
        for (index, crew) in self.case.crew.iter().enumerate() {
            let place = |field: &str| format!("crew[{index}].{field}");
            let per_second = self.amount(crew.count, place("count"))? / DAY_S;
            let (o2, co2) = (crew.O2_kg_day.unwrap_or(0.816), crew.CO2_kg_day.unwrap_or(1.04));
            let water = crew.H2O_kg_day.unwrap_or(0.0);
            run.supplies.push(Supply {
                compartment: self.room(&crew.compartment, place("compartment"))? as usize,
                rates: [-o2 * per_second, 0.0, co2 * per_second, water * per_second],
                left_kg: f64::INFINITY,
                schedule: self.plan(crew.schedule.as_ref(), None, f64::INFINITY, place("schedule"))?,
            });
        }
        Ok(())
    }

    fn scrubbers(&self, run: &mut Runner) -> Result<(), CasesError> {
        for (index, scrubber) in self.case.scrubbers.iter().enumerate() {
            let place = |field: &str| format!("scrubbers[{index}].{field}");
            let compartment = self.room(&scrubber.compartment, place("compartment"))?;
            let species = self.species(&scrubber.species, place("species"))?;
            let flow = scrubber.flow_m3_h / 3600.0 * scrubber.efficiency.unwrap_or(1.0);
            let flow = self.amount(flow, place("flow_m3_h"))?;
            let cap = scrubber.max_kg_h.map(|cap| self.amount(cap, place("max_kg_h"))).transpose()?;
            let schedule = self.plan(scrubber.schedule.as_ref(), None, f64::INFINITY, place("schedule"))?;
            let number = run.network.add_scrubber(compartment, species);
            run.scrubbers.push((number, schedule, flow, cap.map(KilogramsPerSecond::per_hour)));
        }
        Ok(())
    }

    fn temperatures(&self, run: &mut Runner, setup: &NetworkSetup) -> Result<(), CasesError> {
        for (index, temperature) in self.case.temperature.iter().enumerate() {
            let place = |field: &str| format!("temperature[{index}].{field}");
            let compartment = self.room(&temperature.compartment, place("compartment"))?;
            let room = &setup.compartments[compartment as usize];
            let schedule =
                self.plan(Some(&temperature.schedule), temperature.mode.as_deref(), f64::INFINITY, place("schedule"))?;
            for point in &temperature.schedule {
                self.above_zero(point.1, place("schedule"))?;
            }
            let schedule = schedule.starting_at(room.temperature.0);
            run.temperatures.push((compartment, schedule, room.thermal == Thermal::Isothermal));
        }
        Ok(())
    }
}

/// Area of a round or a measured opening, m2.
fn area(area_m2: Option<f64>, diameter_mm: Option<f64>) -> Option<f64> {
    area_m2.or_else(|| diameter_mm.map(|mm| std::f64::consts::FRAC_PI_4 * mm * mm * 1e-6))
}

/// The gas of a compartment in whichever of its forms; on failure the field and what is wrong with it.
fn contents(room: &CompartmentFile) -> Result<Masses, (&'static str, String)> {
    let kelvin = Kelvin(room.T_K.unwrap_or(DEFAULT_K));
    let lanes = |by_name: &BTreeMap<String, f64>, field: &'static str| {
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
