//! Stations of any size with air in them, in the states that matter for speed.

use leakdrill::sim::gas::species::CABIN;
use leakdrill::sim::gas::{CompartmentSetup, Masses, Network, NetworkSetup, PassageSetup, Species, Thermal};
use leakdrill::units::{CubicMetres, CubicMetresPerSecond, Kelvin, Pascals, SquareMetres};

/// Free volumes of the station's compartments, m3 (facts: V-HAB and ours).
pub const VOLUMES: [f64; 24] = [
    6.0, 77.0, 7.0, 55.0, 6.0, 5.3, 55.2, 97.7, 62.0, 64.0, 126.7, 39.4, 62.0, 45.0, 3.4, 25.0, 6.4, 12.5, 6.2, 4.0,
    12.5, 10.3, 12.5, 6.0,
];

/// How the subject's hatches stand, and what goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scene {
    Open,
    OpenWalls,
    Ajar,
    AjarWalls,
    Quiet,
}

/// A station of any size: the real one's volumes over and over, a tree of hatches with a ring in every 24.
pub fn station(rooms: u32, scene: Scene) -> Network {
    let thermal = match scene {
        Scene::OpenWalls | Scene::AjarWalls => Thermal::Wall { ua_w_k: 200.0, wall: Kelvin(295.15) },
        _ => Thermal::Isothermal,
    };
    let mut setup = NetworkSetup::default();
    for index in 0..rooms {
        let volume = CubicMetres(VOLUMES[index as usize % VOLUMES.len()]);
        let temperature = Kelvin(295.15);
        let masses = Masses::from_pressure(Pascals::from_mmhg(745.0), temperature, volume, CABIN);
        setup.compartments.push(CompartmentSetup { volume, temperature, masses, thermal });
    }
    let mut passage = |a: u32, b: u32| {
        let (cd_area, seal_cd_area) = (SquareMetres(0.4), SquareMetres(1e-9));
        setup.passages.push(PassageSetup { a, b, cd_area, seal_cd_area });
    };
    for index in 1..rooms {
        // Chains of three off a spine: about as bushy as the station.
        passage(if index % 3 == 0 { index - index.min(3) } else { index - 1 }, index);
    }
    for ring in 1..=2 * rooms.div_ceil(24) {
        if ring * 12 < rooms {
            passage(ring * 12 - 5, ring * 12);
        }
    }
    let mut network = Network::new(&setup);
    let opening = if matches!(scene, Scene::Ajar | Scene::AjarWalls) { 0.02 } else { 1.0 };
    for index in 0..network.passages() {
        network.set_opening(index, opening);
        if scene != Scene::Quiet {
            network.set_exchange(index, CubicMetresPerSecond::per_hour(150.0 * opening));
        }
    }
    if scene == Scene::Quiet {
        return network;
    }
    for index in 0..rooms {
        network.add_hole(index, SquareMetres(1e-10 * VOLUMES[index as usize % VOLUMES.len()]));
        let breath = [-9.4e-6, 0.0, 1.2e-5, 2e-5];
        network.set_source(index, if index % 4 == 1 { breath } else { [0.0; 4] });
    }
    // A small station has smaller holes: three rooms would be empty before they are measured.
    let share = (f64::from(rooms) / 24.0).min(1.0);
    network.add_hole(rooms / 3, SquareMetres::from_mm2(1.0 * share));
    network.add_hole(rooms - 1, SquareMetres::from_mm2(20.0 * share));
    let scrubber = network.add_scrubber(1, Species::CO2);
    network.set_scrubber(scrubber, CubicMetresPerSecond::per_hour(34.7), None);
    // Past the first moments, in which pressures find each other.
    for _ in 0..300 {
        network.step();
    }
    network
}
