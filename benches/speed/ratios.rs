//! Medians of five, as multiples of the bound of the same run.

use crate::air::{Scene, station};
use crate::bound::Bound;
use crate::clock::{median, time};
use crate::drills::{Crew, orders, shipped};
use divan::black_box;
use leakdrill::replay;
use leakdrill::sim::gas::Network;

/// Ticks of a measurement.
const TICKS: u32 = 40_000;

struct Subject {
    name: String,
    bar: Option<f64>,
    /// Runs about so many ticks and says how long one took, ns.
    run: Box<dyn FnMut(u32) -> f64>,
}

impl Subject {
    fn air(scene: Scene, rooms: u32, bar: Option<f64>) -> Self {
        let mut network = station(rooms, scene);
        let run = move |ticks| time(ticks, || black_box(&mut network).step());
        Self { name: format!("air, {scene:?}, {rooms} compartments"), bar, run: Box::new(run) }
    }

    /// Somebody changes an input before every tick, which ends the plan of several ticks that a calm station is
    /// stepped by.
    fn meddled(scene: Scene, rooms: u32) -> Self {
        let mut network: Network = station(rooms, scene);
        let mut odd = false;
        let run = move |ticks| {
            time(ticks, || {
                odd = !odd;
                network.set_source(0, [0.0, if odd { 1e-9 } else { 2e-9 }, 0.0, 0.0]);
                black_box(&mut network).step();
            })
        };
        Self { name: format!("air, {scene:?}, {rooms} compartments, meddled with"), bar: None, run: Box::new(run) }
    }

    fn drill(name: &str, text: &str, bar: Option<f64>) -> Self {
        let mission = shipped(name);
        let mut crew = Crew::new(mission.clone(), orders(&mission, text));
        let run = move |ticks| time(ticks, || black_box(&mut crew).tick());
        Self { name: format!("drill tick, {name}, crew at work"), bar, run: Box::new(run) }
    }

    fn verify(name: &str, text: &str, bar: Option<f64>) -> Self {
        let mission = shipped(name);
        let length = mission.time_limit.0;
        let orders = orders(&mission, text);
        let mut recorded = None;
        let verify = move |_| {
            let (bytes, ticks) = recorded.get_or_insert_with(|| Crew::new(mission.clone(), orders.clone()).record());
            let whole = time(1, || {
                let record = replay::read(black_box(bytes)).expect("a whole record");
                assert!(matches!(replay::verify(&record), replay::Verdict::True { .. }));
            });
            whole / *ticks as f64
        };
        Self { name: format!("read and verify {name}, {length} ticks at most"), bar, run: Box::new(verify) }
    }
}

/// Prints the table; with the record of eighteen days if `long`, and only subjects with `only` in their names.
pub fn print(long: bool, only: &str) {
    let mut subjects = vec![
        Subject::air(Scene::Open, 24, Some(0.35)),
        Subject::air(Scene::OpenWalls, 24, Some(0.35)),
        Subject::air(Scene::Ajar, 24, Some(1.0)),
        Subject::air(Scene::AjarWalls, 24, Some(1.0)),
        Subject::air(Scene::Quiet, 24, None),
        Subject::meddled(Scene::Open, 24),
        Subject::meddled(Scene::OpenWalls, 24),
        Subject::meddled(Scene::Ajar, 24),
        Subject::drill("strike", crate::STRIKE_CREW, Some(0.75)),
        Subject::drill("ms09-2018", crate::MS09_CREW, Some(0.75)),
        Subject::verify("ms09-2018", crate::MS09_CREW, Some(1.0)),
    ];
    if long {
        subjects.push(Subject::verify("endurance", include_str!("../../missions/endurance.orders"), Some(1.0)));
    }
    subjects.extend([3, 48, 100, 200].map(|rooms| Subject::air(Scene::Open, rooms, None)));
    subjects.retain(|subject| subject.name.contains(only));
    let mut bound = Bound::new();
    let mut units = Vec::new();
    let mut rounds: Vec<Vec<f64>> = vec![Vec::new(); subjects.len()];
    for _ in 0..5 {
        for (subject, times) in subjects.iter_mut().zip(&mut rounds) {
            // The bound just before each subject: the machine's mood of that moment is in both.
            let unit = time(TICKS, || black_box(&mut bound).step());
            units.push(unit);
            times.push((subject.run)(TICKS) / unit);
        }
    }
    let unit = median(units);
    println!("{:46} {unit:7.0} ns a step, median", "plain-array bound");
    for (subject, times) in subjects.iter().zip(rounds) {
        let ratio = median(times);
        let bar = subject.bar.map_or_else(String::new, |bar| format!(", bar {bar:.2}"));
        println!("{:46} {:7.0} ns  {ratio:5.2} of the bound{bar}", subject.name, ratio * unit);
    }
}
