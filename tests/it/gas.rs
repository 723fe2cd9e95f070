//! The gas model against worked answers, closed forms and its own laws.

use leakdrill::lab::cases::{CaseReport, CasesError, run_folder};
use leakdrill::sim::digest::Digester;
use leakdrill::sim::gas::flow::{CRITICAL_RATIO, PSI_CHOKED, psi};
use leakdrill::sim::gas::species::{AIR, CABIN, GAS_CONSTANT};
use leakdrill::sim::gas::{CompartmentSetup, Masses, Network, NetworkSetup, PassageSetup, Species, Thermal};
use leakdrill::units::{CubicMetres, CubicMetresPerSecond, Kelvin, KilogramsPerSecond, Pascals, SquareMetres};
use std::path::Path;

const ATM: Pascals = Pascals(101_325.0);

fn room(volume: f64, pressure: Pascals, kelvin: f64, thermal: Thermal) -> CompartmentSetup {
    let (volume, temperature) = (CubicMetres(volume), Kelvin(kelvin));
    CompartmentSetup { volume, temperature, masses: Masses::from_pressure(pressure, temperature, volume, AIR), thermal }
}

fn hatch(a: u32, b: u32, cd_area: f64) -> PassageSetup {
    PassageSetup { a, b, cd_area: SquareMetres(cd_area), seal_cd_area: SquareMetres(0.0) }
}

fn digest(network: &Network) -> String {
    let mut digester = Digester::new();
    network.digest(&mut digester);
    digester.finish().hex()
}

/// tau = V / (Cd A Psi sqrt(R T / M))
fn tau(network: &Network, cd_area: f64) -> f64 {
    let masses = network.masses(0);
    let speed = (GAS_CONSTANT * network.temperature(0).0 * masses.moles() / masses.total_kg()).sqrt();
    network.volume(0).0 / (cd_area * PSI_CHOKED * speed)
}

#[test]
fn every_reference_case_agrees() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference");
    let reports = run_folder(&folder).expect("the reference cases can be read");
    let line = |report: &CaseReport| {
        format!(
            "{:28} p {:.1e} m {:.1e} event {:.1e} T {:.1e} K, {} values, {}, nearest {}",
            report.case,
            report.max_pressure_error_rel,
            report.max_mass_error_rel,
            report.max_event_error_rel,
            report.max_temperature_error_k,
            report.compared,
            if report.passed { "within" } else { "OUT" },
            report.worst.as_ref().map_or_else(String::new, |place| format!("{} at {} s", place.what, place.time_s)),
        )
    };
    for report in &reports {
        println!("{}", line(report));
        if !report.passed {
            println!("   first {:?}\n   worst {:?}", report.first_failure, report.worst);
        }
        assert!(report.not_compared.is_empty(), "{}: {:?}", report.case, report.not_compared);
    }
    assert!(reports.iter().all(|report| report.passed));
}

#[test]
fn a_case_without_an_answer_and_a_wrong_field_are_errors_that_say_where() {
    let folder = std::env::temp_dir().join(format!("leakdrill-cases-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("one.json");
    let write = |text: &str| std::fs::write(&path, text).unwrap();
    write(r#"{"compartments": [{"name": "A", "volume_m3": 10}], "t_end_s": 5}"#);
    assert!(matches!(run_folder(&folder), Err(CasesError::NothingToCompare { .. })));
    std::fs::write(folder.join("one.csv"), "t_s,A.p_Pa\n5,101325\n").unwrap();
    let reports = run_folder(&folder).unwrap();
    assert!(reports[0].passed && reports[0].compared == 1);
    assert_eq!(reports[0].not_compared.len(), 1, "it says that the index was not there");
    write(
        r#"{"compartments": [{"name": "A", "volume_m3": 10}], "t_end_s": 5, "leaks": [{"compartment": "B", "area_m2": 1}]}"#,
    );
    let error = run_folder(&folder).unwrap_err().to_string();
    assert!(error.ends_with("one.json: leaks[0].compartment: there is no compartment `B`"), "{error}");
    write(r#"{"compartments": [{"name": "A"}], "t_end_s": 5}"#);
    let error = run_folder(&folder).unwrap_err().to_string();
    assert!(error.contains("one.json: missing field `volume_m3` at line 1"), "{error}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_flow_function_is_the_formula() {
    for step in 0..=1000 {
        let ratio = f64::from(step) / 1000.0;
        let formula = if ratio <= CRITICAL_RATIO {
            PSI_CHOKED
        } else {
            (7.0 * (libm::pow(ratio, 10.0 / 7.0) - libm::pow(ratio, 12.0 / 7.0))).max(0.0).sqrt()
        };
        assert!((psi(ratio) - formula).abs() <= 2e-11 + 1e-10 * formula, "{ratio}: {} for {formula}", psi(ratio));
    }
}

#[test]
fn a_leak_to_vacuum_is_exponential_where_it_stays_warm() {
    let compartments = vec![room(4.0, ATM, 295.15, Thermal::Isothermal)];
    let mut network = Network::new(&NetworkSetup { compartments, passages: vec![] });
    let cd_area = 1.57e-3;
    let tau = tau(&network, cd_area);
    network.add_hole(0, SquareMetres(cd_area));
    for second in 1..=100 {
        network.step();
        let exact = ATM.0 * libm::exp(-f64::from(second) / tau);
        assert!((network.pressure(0).0 / exact - 1.0).abs() < 1e-6, "{second} s");
    }
}

#[test]
fn a_leak_to_vacuum_is_a_seventh_power_where_it_keeps_its_energy() {
    let compartments = vec![room(10.0, ATM, 295.15, Thermal::Adiabatic)];
    let mut network = Network::new(&NetworkSetup { compartments, passages: vec![] });
    let cd_area = 2.5e-4;
    let tau = tau(&network, cd_area);
    network.add_hole(0, SquareMetres(cd_area));
    for second in 1..=600 {
        network.step();
        let x = 1.0 + 0.2 * f64::from(second) / tau;
        let (p, t) = (ATM.0 / libm::pow(x, 7.0), 295.15 / (x * x));
        assert!((network.pressure(0).0 / p - 1.0).abs() < 3e-4, "{second} s: {} for {p}", network.pressure(0).0);
        assert!((network.temperature(0).0 - t).abs() < 0.03, "{second} s");
    }
}

#[test]
fn modules_even_out_to_the_mean_by_volume() {
    for thermal in [Thermal::Isothermal, Thermal::Adiabatic] {
        for cd_area in [1e-3, 0.02, 0.4] {
            let compartments = vec![room(100.0, ATM, 300.0, thermal), room(30.0, Pascals(20_000.0), 300.0, thermal)];
            let mut network = Network::new(&NetworkSetup { compartments, passages: vec![hatch(0, 1, cd_area)] });
            for _ in 0..900 {
                network.step();
            }
            let mean = (ATM.0 * 100.0 + 20_000.0 * 30.0) / 130.0;
            for index in 0..2 {
                let error = (network.pressure(index).0 / mean - 1.0).abs();
                assert!(error < 2e-5, "{thermal:?} {cd_area}: {} for {mean}", network.pressure(index).0);
            }
        }
    }
}

/// Twenty-two rooms in a tree with a ring, everything going on.
fn busy(order: &dyn Fn(usize) -> usize, thermal: Thermal) -> Network {
    let count = 22;
    let place = |room: usize| order(room) as u32;
    let mut compartments = vec![None; count];
    for index in 0..count {
        let volume = CubicMetres([6.0, 77.0, 12.5, 55.0, 5.3, 97.7][index % 6]);
        let temperature = Kelvin(293.0 + (index % 5) as f64);
        let masses = Masses::from_pressure(Pascals::from_mmhg(745.0), temperature, volume, CABIN);
        compartments[order(index)] = Some(CompartmentSetup { volume, temperature, masses, thermal });
    }
    let mut passages: Vec<(usize, usize, f64)> = (1..count).map(|index| (index / 2, index, 0.4)).collect();
    passages.push((7, 20, 0.3));
    if order(0) != 0 {
        passages.reverse();
    }
    let setup = NetworkSetup {
        compartments: compartments.into_iter().flatten().collect(),
        passages: passages.iter().map(|&(a, b, area)| hatch(place(a), place(b), area)).collect(),
    };
    let mut network = Network::new(&setup);
    for (index, passage) in passages.iter().enumerate() {
        network.set_exchange(index as u32, CubicMetresPerSecond::per_hour(60.0 + passage.1 as f64));
        if passage.1 == 9 || passage.1 == 16 {
            network.set_opening(index as u32, 0.002);
        }
    }
    for index in 0..count {
        network.add_hole(place(index), SquareMetres(1e-9));
        network.set_source(place(index), [-1.1e-5, 0.0, 1.3e-5, 2e-6]);
    }
    network.add_hole(place(21), SquareMetres::from_mm2(40.0));
    network.add_hole(place(9), SquareMetres::from_mm2(20.0));
    network.set_loss(place(3), KilogramsPerSecond(2e-6));
    let scrubber = network.add_scrubber(place(5), Species::CO2);
    network.set_scrubber(scrubber, CubicMetresPerSecond(0.01), Some(KilogramsPerSecond(1e-4)));
    network
}

const WALL: Thermal = Thermal::Wall { ua_w_k: 150.0, wall: Kelvin(296.0) };

#[test]
fn no_gram_is_lost() {
    for thermal in [Thermal::Isothermal, WALL] {
        let mut network = busy(&|room| room, thermal);
        let start = network.total_mass().0;
        for second in 0..100_000_u32 {
            // A hatch that is worked all day: zones join and part.
            if second % 5000 == 0 {
                network.set_opening(7, if second % 10_000 == 0 { 0.0 } else { 1.0 });
            }
            network.step();
        }
        let left = network.total_mass().0 + network.leaked_total().total_kg() + network.lost_total().total_kg();
        let error = (left - network.net_source().total_kg() - start) / start;
        assert!(error.abs() < 1e-13, "{error:e}");
        assert!(network.leaked_total().total_kg() > 1.0, "something leaked");
    }
}

#[test]
fn eighteen_days_balance() {
    let compartments = (0..3).map(|_| room(300.0, ATM, 295.15, Thermal::Isothermal)).collect();
    let mut network = Network::new(&NetworkSetup { compartments, passages: vec![hatch(0, 1, 0.4), hatch(1, 2, 0.4)] });
    network.add_hole(2, SquareMetres::from_mm2(1.03));
    network.set_source(0, [-5.7e-5, 0.0, 7.2e-5, 0.0]);
    let start = network.total_mass().0;
    for _ in 0..18 * 86_400 {
        network.step();
    }
    let left = network.total_mass().0 + network.leaked_total().total_kg();
    let error = (left - network.net_source().total_kg() - start) / start;
    assert!(error.abs() < 1e-12, "{error:e}");
}

#[test]
fn a_clone_goes_on_alike_and_a_look_changes_nothing() {
    let mut one = busy(&|room| room, WALL);
    for _ in 0..500 {
        one.step();
    }
    let mut other = one.clone();
    for second in 0..500 {
        one.step();
        if second % 7 == 0 {
            let _ = (other.pressure(3), other.zone_volume(2), digest(&other));
        }
        other.step();
    }
    assert_eq!(digest(&one), digest(&other));
}

#[test]
fn the_order_of_a_list_is_not_physics() {
    for thermal in [Thermal::Isothermal, WALL] {
        let mut one = busy(&|room| room, thermal);
        let turned = |room: usize| (room * 5 + 3) % 22;
        let mut other = busy(&turned, thermal);
        for _ in 0..3000 {
            one.step();
            other.step();
        }
        for index in 0..22 {
            let (a, b) = (index as u32, turned(index) as u32);
            let ratio = one.pressure(a).0 / other.pressure(b).0;
            assert!((ratio - 1.0).abs() < 1e-9, "pressure of {index}: {ratio}");
            for species in Species::ALL {
                let ratio = one.mass(a, species).0 / other.mass(b, species).0;
                assert!((ratio - 1.0).abs() < 1e-9, "{species:?} of {index}: {ratio}");
            }
            assert!((one.temperature(a).0 - other.temperature(b).0).abs() < 1e-6);
        }
    }
}

#[test]
fn hatches_make_and_part_one_volume() {
    let compartments = [900.0, 6.0, 4.0].map(|volume| room(volume, ATM, 295.15, Thermal::Isothermal)).to_vec();
    let mut network = Network::new(&NetworkSetup { compartments, passages: vec![hatch(0, 1, 0.4), hatch(1, 2, 0.24)] });
    network.add_hole(2, SquareMetres::from_mm2(1.0));
    network.step();
    assert_eq!(network.zone_volume(2), CubicMetres(910.0));
    assert!(network.passage_flow(1).0 > 0.99 * network.hole_flow(0).0, "the station feeds the hole");
    network.set_opening(0, 0.0);
    network.step();
    assert_eq!(network.zone_volume(2), CubicMetres(10.0));
    assert_eq!(network.zone_volume(0), CubicMetres(900.0));
    assert_eq!(network.passage_flow(0), KilogramsPerSecond(0.0));
    for _ in 0..3600 {
        network.step();
    }
    assert!(network.pressure(0).0 - network.pressure(1).0 > 5000.0);
    network.set_valve(0, SquareMetres(1e-4));
    for _ in 0..600 {
        network.step();
    }
    assert_ne!(network.zone_of(0), network.zone_of(1), "a valve keeps to the orifice formula");
    network.set_opening(0, 1.0);
    for _ in 0..30 {
        network.step();
    }
    assert_eq!(network.zone_of(0), network.zone_of(2));
}

#[test]
fn a_sink_cannot_take_what_is_not_there() {
    let compartments = vec![room(5.0, ATM, 295.15, Thermal::Isothermal)];
    let mut network = Network::new(&NetworkSetup { compartments, passages: vec![] });
    network.set_source(0, [-0.02, 0.0, 0.0, -0.1]);
    for _ in 0..600 {
        network.step();
        assert!(network.mass(0, Species::O2).0 >= 0.0 && network.mass(0, Species::H2O).0 >= 0.0);
    }
    let short = network.shortfall();
    let taken = network.net_source();
    assert!((short.of(Species::O2) - taken.of(Species::O2) - 12.0).abs() < 1e-9, "asked is taken and short");
    assert!((short.of(Species::H2O) - 60.0).abs() < 1e-9);
}

#[test]
fn a_hole_patched_in_part_leaks_in_proportion() {
    let compartments = vec![room(916.0, ATM, 295.15, Thermal::Isothermal)];
    let mut network = Network::new(&NetworkSetup { compartments, passages: vec![] });
    let (one, other) = (network.add_hole(0, SquareMetres(3e-6)), network.add_hole(0, SquareMetres(1e-6)));
    network.step();
    assert!((network.hole_flow(one).0 / network.hole_flow(other).0 - 3.0).abs() < 1e-12);
    network.set_hole(one, SquareMetres(0.0));
    network.step();
    assert_eq!(network.hole_flow(one), KilogramsPerSecond(0.0));
    let by_hole = network.leaked(one).0 + network.leaked(other).0;
    assert!((by_hole / network.leaked_total().total_kg() - 1.0).abs() < 1e-12);
}

#[test]
fn nothing_breaks_at_the_extremes() {
    for thermal in [Thermal::Isothermal, Thermal::Adiabatic, WALL] {
        let mut compartments = Vec::new();
        for index in 0..200_u32 {
            let pressure = Pascals([101_325.0, 0.0, 1e-3, 3e6][index as usize % 4]);
            compartments.push(room(f64::from(index % 13) * 11.0 + 0.25, pressure, 295.15, thermal));
        }
        let mut passages: Vec<PassageSetup> = (1..200).map(|index| hatch(index / 3, index, 1.2)).collect();
        passages.extend((0..20).map(|index| hatch(index * 9, 199 - index * 5, 0.5)));
        let mut network = Network::new(&NetworkSetup { compartments, passages });
        for index in 0..200 {
            network.add_hole(index, SquareMetres(if index % 3 == 0 { 2.0 } else { 1e-9 }));
            network.set_heat_w(index, 5000.0);
            network.set_source(index, [-1.0, 0.0, 0.01, 0.0]);
            network.set_loss(index, KilogramsPerSecond(0.1));
        }
        for index in 0..network.passages() {
            network.set_exchange(index, CubicMetresPerSecond(5.0));
        }
        for second in 0..60_u32 {
            if second % 10 == 5 {
                for index in 0..network.passages() {
                    network.set_opening(index, f64::from((index + second) % 11) * 0.1);
                }
            }
            network.step();
            for index in 0..200 {
                for species in Species::ALL {
                    let mass = network.mass(index, species).0;
                    assert!(mass > -1e-9, "{thermal:?} {second} s {index} {species:?}: {mass}");
                }
                assert!(network.pressure(index).0 < 1e9);
            }
        }
        assert!(digest(&network).len() == 64);
    }
}

/// Thin walls that carried five kilowatts away are left, once the machine is off, colder than any gas can be.
#[test]
fn the_books_hold_where_gas_is_as_cold_as_it_gets() {
    for (openness, ua_w_k) in [(0.0, 5.0), (1e-4, 5.0), (1e-2, 50.0), (1.0, 2.0)] {
        let cold = Thermal::Wall { ua_w_k, wall: Kelvin(-700.0) };
        let compartments = vec![room(0.9, ATM, 295.15, cold), room(60.0, ATM, 295.15, WALL)];
        let mut network = Network::new(&NetworkSetup { compartments, passages: vec![hatch(0, 1, 0.5)] });
        network.set_opening(0, openness);
        network.add_hole(0, SquareMetres(2e-6));
        let start = network.total_mass().0;
        for second in 0..3000 {
            if second == 1500 {
                network.set_source(0, [2e-4, 0.0, 1e-5, 0.0]);
            }
            network.step();
            let there = network.total_mass().0 + network.leaked_total().total_kg() - network.net_source().total_kg();
            assert!((there / start - 1.0).abs() < 1e-12, "{openness} {second} s: {:e}", there / start - 1.0);
            assert!(network.temperature(0).0 >= 3.0 && network.pressure(0).0 >= 0.0);
        }
    }
}

#[test]
fn a_vehicle_that_has_left_is_alone() {
    let compartments = [100.0, 10.0].map(|volume| room(volume, ATM, 295.15, Thermal::Isothermal)).to_vec();
    let mut network = Network::new(&NetworkSetup { compartments, passages: vec![hatch(0, 1, 0.4)] });
    network.set_opening(0, 0.0);
    network.add_hole(1, SquareMetres(1e-3));
    for _ in 0..600 {
        network.step();
    }
    assert!((network.pressure(0).0 - ATM.0).abs() < 1e-6);
    assert!(network.pressure(1).0 < 1.0);
}
