//! How fast the station moves, against a bound.
//!
//! `cargo bench --bench speed` times each subject with divan. `cargo bench --bench speed -- ratios` prints, from one
//! run, the median of five interleaved measurements of each subject as a multiple of the plain-array bound: machines
//! and their loads differ, ratios hardly do.

use divan::{Bencher, black_box};
use leakdrill::sim::gas::species::CABIN;
use leakdrill::sim::gas::{CompartmentSetup, Masses, Network, NetworkSetup, PassageSetup, Species, Thermal};
use leakdrill::units::{CubicMetres, CubicMetresPerSecond, Kelvin, Pascals, SquareMetres};
use std::time::Instant;

fn main() {
    if std::env::args().any(|argument| argument == "ratios") {
        ratios();
    } else {
        divan::main();
    }
}

/// The plain-array bound: 24 compartments, 30 orifices with the exact seventh root, 4 leaks, 4 gases, one explicit
/// step, and nothing else: no choice, no ledger, no heat, no check. Nobody could play it; no step that looks at every
/// opening once can be expected to be much faster.
struct Bound {
    mass: [[f64; 4]; 24],
    volume: [f64; 24],
    orifice: [(usize, usize, f64); 30],
    leak: [(usize, f64); 4],
}

impl Bound {
    const R: f64 = 8.314_462_618;
    const T: f64 = 295.15;
    const PER_KG: [f64; 4] = [1.0 / 31.9988e-3, 1.0 / 28.0134e-3, 1.0 / 44.0095e-3, 1.0 / 18.01528e-3];

    fn new() -> Self {
        let mut bound = Self {
            mass: [[0.0; 4]; 24],
            volume: [0.0; 24],
            orifice: [(0, 0, 0.0); 30],
            leak: [(3, 1e-6), (9, 2e-6), (17, 1e-6), (23, 5e-7)],
        };
        for (index, (mass, volume)) in bound.mass.iter_mut().zip(&mut bound.volume).enumerate() {
            *volume = VOLUMES[index % VOLUMES.len()];
            // Neighbours differ by up to 3 %, so that every orifice flows and none chokes.
            let pressure = Pascals(98_000.0 + 1500.0 * ((index * 7) % 3) as f64);
            *mass = Masses::from_pressure(pressure, Kelvin(Self::T), CubicMetres(*volume), CABIN).0;
        }
        for (index, orifice) in bound.orifice.iter_mut().enumerate() {
            // A tree of 24 and six rings; areas small enough for an explicit second.
            let a = index % 24;
            *orifice = if index < 23 { (index / 2, index + 1, 2e-5) } else { (a, (a + 11) % 24, 1e-5) };
        }
        bound
    }

    fn step(&mut self) {
        let mut pressure = [0.0; 24];
        let mut scale = [0.0; 24];
        for index in 0..24 {
            let mass = self.mass[index];
            let moles = mass[0] * Self::PER_KG[0]
                + mass[1] * Self::PER_KG[1]
                + mass[2] * Self::PER_KG[2]
                + mass[3] * Self::PER_KG[3];
            let total = mass[0] + mass[1] + mass[2] + mass[3];
            pressure[index] = moles * (Self::R * Self::T) / self.volume[index];
            // kg/s through 1 m2 per Pa, per kg of what is upstream.
            scale[index] = (total / (moles * Self::R * Self::T)).sqrt() / total;
        }
        let mut change = [[0.0; 4]; 24];
        for &(a, b, area) in &self.orifice {
            let (up, down) = if pressure[a] >= pressure[b] { (a, b) } else { (b, a) };
            let ratio = pressure[down] / pressure[up];
            let psi = if ratio <= 0.528_282 {
                0.684_731_5
            } else {
                // y^7 = r by two Newton steps from the tangent at 1.
                let mut y = 1.0 - (1.0 - ratio) * (1.0 / 7.0) * (1.0 + (1.0 - ratio) * (3.0 / 7.0));
                for _ in 0..2 {
                    let y2 = y * y;
                    let y6 = y2 * y2 * y2;
                    y -= (y6 * y - ratio) / (7.0 * y6);
                }
                let y3 = y * y * y;
                (7.0 * ratio * y3 * (1.0 - y * y)).max(0.0).sqrt()
            };
            let share = area * pressure[up] * psi * scale[up];
            for lane in 0..4 {
                let kg = share * self.mass[up][lane];
                change[up][lane] -= kg;
                change[down][lane] += kg;
            }
        }
        for &(index, area) in &self.leak {
            let share = area * pressure[index] * 0.684_731_5 * scale[index];
            for lane in 0..4 {
                change[index][lane] -= share * self.mass[index][lane];
            }
        }
        for (mass, change) in self.mass.iter_mut().zip(&change) {
            for lane in 0..4 {
                mass[lane] += change[lane];
            }
        }
    }
}

/// Free volumes of the station's compartments, m3 (facts: V-HAB and ours).
const VOLUMES: [f64; 24] = [
    6.0, 77.0, 7.0, 55.0, 6.0, 5.3, 55.2, 97.7, 62.0, 64.0, 126.7, 39.4, 62.0, 45.0, 3.4, 25.0, 6.4, 12.5, 6.2, 4.0,
    12.5, 10.3, 12.5, 6.0,
];

/// How the subject's hatches stand, and what goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scene {
    Open,
    OpenWalls,
    Ajar,
    AjarWalls,
    Quiet,
}

/// A station of any size: the real one's volumes over and over, a tree of hatches with a ring in every 24.
fn station(rooms: u32, scene: Scene) -> Network {
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
    network.add_hole(rooms / 3, SquareMetres::from_mm2(1.0));
    network.add_hole(rooms - 1, SquareMetres::from_mm2(20.0));
    let scrubber = network.add_scrubber(1, Species::CO2);
    network.set_scrubber(scrubber, CubicMetresPerSecond::per_hour(34.7), None);
    // Past the first moments, in which pressures find each other.
    for _ in 0..300 {
        network.step();
    }
    network
}

#[divan::bench]
fn bound(bencher: Bencher<'_, '_>) {
    let mut bound = Bound::new();
    bencher.bench_local(|| black_box(&mut bound).step());
}

#[divan::bench(args = [Scene::Open, Scene::OpenWalls, Scene::Ajar, Scene::AjarWalls, Scene::Quiet])]
fn iss(bencher: Bencher<'_, '_>, scene: Scene) {
    let mut network = station(24, scene);
    bencher.bench_local(|| black_box(&mut network).step());
}

#[divan::bench(args = [3, 6, 12, 24, 48, 100, 200])]
fn open_rooms(bencher: Bencher<'_, '_>, rooms: u32) {
    let mut network = station(rooms, Scene::Open);
    bencher.bench_local(|| black_box(&mut network).step());
}

#[divan::bench(args = [3, 6, 12, 24, 48, 100, 200])]
fn ajar_rooms(bencher: Bencher<'_, '_>, rooms: u32) {
    let mut network = station(rooms, Scene::Ajar);
    bencher.bench_local(|| black_box(&mut network).step());
}

/// Nanoseconds a call over `calls` calls.
fn time(calls: u32, mut call: impl FnMut()) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        call();
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn ratios() {
    let scenes = [Scene::Open, Scene::OpenWalls, Scene::Ajar, Scene::AjarWalls, Scene::Quiet];
    let mut subjects: Vec<(String, Network, f64)> = Vec::new();
    for scene in scenes {
        let bar = match scene {
            Scene::Open | Scene::OpenWalls | Scene::Quiet => 0.35,
            Scene::Ajar | Scene::AjarWalls => 1.0,
        };
        subjects.push((format!("{scene:?}, 24 compartments"), station(24, scene), bar));
    }
    for rooms in [3, 100, 200] {
        subjects.push((format!("Open, {rooms} compartments"), station(rooms, Scene::Open), f64::NAN));
    }
    let mut bound = Bound::new();
    let mut rounds: Vec<Vec<f64>> = vec![Vec::new(); subjects.len() + 1];
    for _ in 0..5 {
        rounds[0].push(time(60_000, || black_box(&mut bound).step()));
        for (index, (_, network, _)) in subjects.iter_mut().enumerate() {
            rounds[index + 1].push(time(60_000, || black_box(&mut *network).step()));
        }
    }
    let unit = median(rounds[0].clone());
    println!("plain-array bound: {unit:.0} ns a step (median of five)");
    for ((name, _, bar), times) in subjects.iter().zip(&rounds[1..]) {
        let ratios = median(times.iter().zip(&rounds[0]).map(|(time, unit)| time / unit).collect());
        let bar = if bar.is_nan() { String::new() } else { format!(", bar {bar:.2}") };
        println!("{name:26} {:7.0} ns  {ratios:5.2} of the bound{bar}", median(times.clone()));
    }
}
