//! What is timed: by name, made when it is wanted.

use crate::air::{Scene, station};
use crate::clock::time;
use crate::drills::{Crew, orders, shipped};
use crate::window::Window;
use divan::black_box;
use leakdrill::drill::{Drill, Log};
use leakdrill::lab::sweep::fly_seed;
use leakdrill::mission::{self, library};
use leakdrill::pilot::{PilotKind, fly};
use leakdrill::replay;
use leakdrill::sim::gas::Network;
use leakdrill::units::Tick;
use std::sync::Arc;

/// Does about so many units of work and says how long one took, ns.
pub type Run = Box<dyn FnMut(u32) -> f64>;

/// Something to time.
pub struct Subject {
    /// Its name.
    pub name: String,
    /// What its time is of.
    pub unit: &'static str,
    /// The most that it may take, times the bound.
    pub bar: Option<f64>,
    /// Units that make a measurement.
    pub units: u32,
    /// Makes it ready.
    pub make: Box<dyn Fn() -> Run>,
}

/// Ticks of a measurement.
const TICKS: u32 = 40_000;

/// Sizes of stations, in compartments.
pub const SIZES: [u32; 7] = [3, 6, 12, 24, 48, 100, 200];

/// Everything; with the record of eighteen days if `long`.
pub fn all(long: bool) -> Vec<Subject> {
    let mut all = vec![
        air(Scene::Open, 24, Some(0.35)),
        air(Scene::OpenWalls, 24, Some(0.35)),
        air(Scene::Ajar, 24, Some(1.0)),
        air(Scene::AjarWalls, 24, Some(1.0)),
        air(Scene::Quiet, 24, None),
        meddled(Scene::Open, 24),
        meddled(Scene::OpenWalls, 24),
        meddled(Scene::Ajar, 24),
        drill("strike", crate::STRIKE_CREW, Some(0.75)),
        drill("ms09-2018", crate::MS09_CREW, Some(0.75)),
        verify("ms09-2018", crate::MS09_CREW, Some(1.0)),
    ];
    if long {
        all.push(verify("endurance", include_str!("../../missions/endurance.orders"), Some(1.0)));
        all.push(seek("endurance", include_str!("../../missions/endurance.orders")));
    }
    all.push(expert("strike"));
    all.push(sweep("novice", PilotKind::Novice));
    all.push(sweep("expert", PilotKind::Expert));
    all.extend([(80, 24), (120, 40), (160, 50)].map(|(w, h)| frame(w, h)));
    all.extend(["first-drill", "ms09-2018", "strike"].map(load));
    for scene in [Scene::Open, Scene::Ajar] {
        all.extend(SIZES.iter().filter(|rooms| **rooms != 24).map(|rooms| air(scene, *rooms, None)));
    }
    all
}

fn subject(name: String, unit: &'static str, units: u32, make: impl Fn() -> Run + 'static) -> Subject {
    Subject { name, unit, bar: None, units, make: Box::new(make) }
}

fn air(scene: Scene, rooms: u32, bar: Option<f64>) -> Subject {
    let make = move || -> Run {
        let mut network = station(rooms, scene);
        Box::new(move |ticks| time(ticks, || black_box(&mut network).step()))
    };
    Subject { bar, ..subject(format!("air, {scene:?}, {rooms} compartments"), "tick", TICKS, make) }
}

/// Somebody changes an input before every tick, which ends the plan of several ticks that a calm station is stepped by.
fn meddled(scene: Scene, rooms: u32) -> Subject {
    let make = move || -> Run {
        let mut network: Network = station(rooms, scene);
        let mut odd = false;
        Box::new(move |ticks| {
            time(ticks, || {
                odd = !odd;
                network.set_source(0, [0.0, if odd { 1e-9 } else { 2e-9 }, 0.0, 0.0]);
                black_box(&mut network).step();
            })
        })
    };
    subject(format!("air, {scene:?}, {rooms} compartments, meddled with"), "tick", TICKS, make)
}

fn drill(name: &'static str, text: &'static str, bar: Option<f64>) -> Subject {
    let make = move || -> Run {
        let mission = shipped(name);
        let mut crew = Crew::new(mission.clone(), orders(&mission, text));
        Box::new(move |ticks| time(ticks, || black_box(&mut crew).tick()))
    };
    Subject { bar, ..subject(format!("drill tick, {name}, crew at work"), "tick", TICKS, make) }
}

/// A whole record, whatever the units asked for.
fn verify(name: &'static str, text: &'static str, bar: Option<f64>) -> Subject {
    let make = move || -> Run {
        let mission = shipped(name);
        let (bytes, ticks) = Crew::new(mission.clone(), orders(&mission, text)).record();
        Box::new(move |_| {
            let whole = time(1, || {
                let record = replay::read(black_box(&bytes)).expect("a whole record");
                assert!(matches!(replay::verify(&record), replay::Verdict::True { .. }));
            });
            whole / ticks as f64
        })
    };
    Subject { bar, ..subject(format!("read and verify {name}"), "tick", 1, make) }
}

/// To moments all over a record that is open, back and forth.
fn seek(name: &'static str, text: &'static str) -> Subject {
    let make = move || -> Run {
        let mission = shipped(name);
        let (bytes, _) = Crew::new(mission.clone(), orders(&mission, text)).record();
        let record = Arc::new(replay::read(&bytes).expect("a whole record"));
        let mut player = replay::Player::open(record);
        let mut place = 0_u64;
        Box::new(move |seeks| {
            let last = player.last().0;
            time(seeks, || {
                // A step that shares no factor with the snapshots' spacing.
                place = (place + 948_301) % last;
                player.seek(Tick(place));
            })
        })
    };
    subject(format!("seek in {name}"), "seek", 64, make)
}

/// Whole drills of the scripted expert, with all that it thinks.
fn expert(name: &'static str) -> Subject {
    let make = move || -> Run {
        let mission = shipped(name);
        Box::new(move |drills| {
            let mut ticks = 0;
            let one = time(drills, || {
                let mut drill = Drill::new(mission.clone(), 1);
                fly(&mut drill, &mut Log::new(), PilotKind::Expert, None);
                ticks = black_box(drill.now().0);
            });
            one / ticks as f64
        })
    };
    subject(format!("expert pilot, {name}"), "tick", 1, make)
}

/// Drills of a sweep as a thread of it flies them.
fn sweep(name: &'static str, pilot: PilotKind) -> Subject {
    let make = move || -> Run {
        let text = include_str!("../../docs/cluster/short.toml");
        let mission = Arc::new(mission::load("short", text, None).expect("a mission that loads"));
        let mut seed = 0;
        Box::new(move |drills| {
            time(drills, || {
                seed += 1;
                black_box(fly_seed(&mission, seed, pilot));
            })
        })
    };
    subject(format!("sweep of ten-minute drills, {name}"), "drill", 20, make)
}

/// The cabin, drawn whole.
fn frame(w: u16, h: u16) -> Subject {
    let make = move || -> Run {
        let mut window = Window::of_cabin(w, h);
        Box::new(move |frames| time(frames, || window.draw()))
    };
    subject(format!("frame of {w}x{h}"), "frame", 50, make)
}

/// A mission file with its station, read and checked.
fn load(name: &'static str) -> Subject {
    let make = move || -> Run {
        let text = library::find(name).expect("a mission that ships").text;
        Box::new(move |loads| time(loads, || assert!(mission::load(name, black_box(text), None).is_ok())))
    };
    subject(format!("mission load, {name}"), "load", 10, make)
}
