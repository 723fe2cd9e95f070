//! How fast the program is, against a bound.
//!
//! `cargo bench --bench speed` times each subject with divan. `cargo bench --bench speed -- ratios` prints, from one
//! run, the median of five interleaved measurements of each subject as a multiple of the plain-array bound: machines
//! and their loads differ, ratios hardly do. `-- ratios 18d` adds the verification of a record of eighteen days,
//! `-- ratios json` prints JSON. `-- once NAME UNITS` does nothing but that, for a tool that counts instructions.
//! `benches/report.py` makes docs/speed.md of all that.

mod air;
mod bound;
mod clock;
mod drills;
mod ratios;
mod subject;
mod window;

use air::{Scene, station};
use bound::Bound;
use divan::{Bencher, black_box};
use drills::{Crew, orders, shipped};
use leakdrill::drill::{Drill, Log};
use leakdrill::mission::{self, library};
use leakdrill::pilot::{PilotKind, fly};
use leakdrill::replay;
use leakdrill::sim::console::Viewpoint;
use window::Window;

const MS09_CREW: &str = include_str!("../../missions/reference/ms09-2018.orders");
const STRIKE_CREW: &str = include_str!("../../missions/reference/strike.orders");

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let told = |word: &str| words.iter().any(|argument| argument == word);
    if let Some(at) = words.iter().position(|word| word == "once") {
        let units = words.get(at + 2).and_then(|units| units.parse().ok()).expect("once NAME UNITS");
        ratios::once(&words[at + 1], units);
    } else if told("ratios") && told("json") {
        ratios::json(told("18d"));
    } else if told("ratios") {
        ratios::print(told("18d"));
    } else {
        divan::main();
    }
}

#[divan::bench]
fn plain_array_bound(bencher: Bencher<'_, '_>) {
    let mut bound = Bound::new();
    bencher.bench_local(|| black_box(&mut bound).step());
}

#[divan::bench(args = [Scene::Open, Scene::OpenWalls, Scene::Ajar, Scene::AjarWalls, Scene::Quiet])]
fn station_step(bencher: Bencher<'_, '_>, scene: Scene) {
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

/// A tick of a drill with its crew at work, over the whole drill.
#[divan::bench(args = [("strike", STRIKE_CREW), ("ms09-2018", MS09_CREW)])]
fn drill_tick(bencher: Bencher<'_, '_>, (name, text): (&str, &str)) {
    let mission = shipped(name);
    let mut crew = Crew::new(mission.clone(), orders(&mission, text));
    bencher.bench_local(|| black_box(&mut crew).tick());
}

/// What a screen asks for at each frame.
#[divan::bench]
fn console(bencher: Bencher<'_, '_>) {
    let mut drill = Drill::new(shipped("ms09-2018"), 1);
    let mut log = Log::new();
    (0..3_600).for_each(|_| drill.tick(&mut log));
    bencher.bench_local(|| black_box(&drill).console(Viewpoint::Crew));
}

/// A whole drill of a scripted crew.
#[divan::bench(sample_count = 5)]
fn expert_strike(bencher: Bencher<'_, '_>) {
    let mission = shipped("strike");
    bencher.bench_local(|| {
        let mut drill = Drill::new(mission.clone(), 1);
        fly(&mut drill, &mut Log::new(), PilotKind::Expert, None);
        drill.digest()
    });
}

/// Reading and verifying the record of a drill.
#[divan::bench(sample_count = 5)]
fn verify_ms09(bencher: Bencher<'_, '_>) {
    let mission = shipped("ms09-2018");
    let (bytes, _) = Crew::new(mission.clone(), orders(&mission, MS09_CREW)).record();
    bencher.bench_local(|| replay::verify(&replay::read(black_box(&bytes)).expect("a whole record")));
}

/// A mission file with its station, read and checked.
#[divan::bench(args = ["first-drill", "ms09-2018", "strike"])]
fn mission_load(bencher: Bencher<'_, '_>, name: &str) {
    let text = library::find(name).expect("a mission that ships").text;
    bencher.bench_local(|| mission::load(name, black_box(text), None).is_ok());
}

/// The cabin, drawn whole.
#[divan::bench(args = [(80, 24), (120, 40), (160, 50)])]
fn frame(bencher: Bencher<'_, '_>, (w, h): (u16, u16)) {
    let mut window = Window::of_cabin(w, h);
    bencher.bench_local(|| window.draw());
}
