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
            let carried = self.mass[up].map(|kg| share * kg);
            change[up].iter_mut().zip(carried).for_each(|(change, kg)| *change -= kg);
            change[down].iter_mut().zip(carried).for_each(|(change, kg)| *change += kg);
        }
        for &(index, area) in &self.leak {
            let share = area * pressure[index] * 0.684_731_5 * scale[index];
            let carried = self.mass[index].map(|kg| share * kg);
            change[index].iter_mut().zip(carried).for_each(|(change, kg)| *change -= kg);
        }
        for (mass, change) in self.mass.iter_mut().zip(&change) {
            mass.iter_mut().zip(change).for_each(|(mass, change)| *mass += change);
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

/// Nanoseconds that this thread has had a processor for, where the system tells (Linux): other programs' shares of a
/// busy machine would otherwise be counted as ours.
fn processor_ns() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok()
}

/// Nanoseconds a call over `calls` calls.
fn time(calls: u32, mut call: impl FnMut()) -> f64 {
    let (start, before) = (Instant::now(), processor_ns());
    for _ in 0..calls {
        call();
    }
    let wall = start.elapsed().as_secs_f64() * 1e9;
    let spent = before.zip(processor_ns()).map_or(wall, |(before, after)| after - before);
    spent / f64::from(calls)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A subject of the ratios: a station, and whether somebody changes an input before every tick, which ends the plan of
/// several ticks that a calm station is stepped by.
struct Subject {
    name: String,
    network: Network,
    meddled: bool,
    bar: Option<f64>,
}

impl Subject {
    fn new(scene: Scene, rooms: u32, meddled: bool, bar: Option<f64>) -> Self {
        let name = format!("{scene:?}, {rooms} compartments{}", if meddled { ", meddled with" } else { "" });
        Self { name, network: station(rooms, scene), meddled, bar }
    }

    fn run(&mut self, ticks: u32) -> f64 {
        let (mut odd, meddled, network) = (false, self.meddled, black_box(&mut self.network));
        time(ticks, || {
            if meddled {
                odd = !odd;
                network.set_source(0, [0.0, if odd { 1e-9 } else { 2e-9 }, 0.0, 0.0]);
            }
            network.step();
        })
    }
}

fn ratios() {
    let mut subjects = vec![
        Subject::new(Scene::Open, 24, false, Some(0.35)),
        Subject::new(Scene::OpenWalls, 24, false, Some(0.35)),
        Subject::new(Scene::Ajar, 24, false, Some(1.0)),
        Subject::new(Scene::AjarWalls, 24, false, Some(1.0)),
        Subject::new(Scene::Quiet, 24, false, None),
        Subject::new(Scene::Open, 24, true, None),
        Subject::new(Scene::OpenWalls, 24, true, None),
        Subject::new(Scene::Ajar, 24, true, None),
    ];
    subjects.extend([3, 48, 100, 200].map(|rooms| Subject::new(Scene::Open, rooms, false, None)));
    let mut bound = Bound::new();
    let mut units = Vec::new();
    let mut rounds: Vec<Vec<f64>> = vec![Vec::new(); subjects.len()];
    for _ in 0..5 {
        units.push(time(40_000, || black_box(&mut bound).step()));
        for (subject, times) in subjects.iter_mut().zip(&mut rounds) {
            times.push(subject.run(40_000));
        }
    }
    println!("{:38} {:7.0} ns a step, median of five", "plain-array bound", median(units.clone()));
    for (subject, times) in subjects.iter().zip(&rounds) {
        let ratio = median(times.iter().zip(&units).map(|(time, unit)| time / unit).collect());
        let bar = subject.bar.map_or_else(String::new, |bar| format!(", bar {bar:.2}"));
        println!("{:38} {:7.0} ns  {ratio:5.2} of the bound{bar}", subject.name, median(times.clone()));
    }
}
