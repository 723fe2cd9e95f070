//! Each stage of a repair against facts 6.2, measured on a hole in a station with the clock, or on the hole itself with
//! the luck of many seeds.

use super::cabin::{CABIN_K, area_mm2};
use super::rig::{Rig, quiet, thin_air};
use super::row::{Kind, Row, Section, Theirs};
use crate::sim::event::Event;
use crate::sim::hole::{Hole, Made};
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Layout;
use crate::sim::order::Task;
use crate::sim::rng::Luck;
use crate::units::{SquareMetres, Tick};

/// Seeds that a spread is taken over.
const SEEDS: u64 = 400;
const UNKNOWN: &str = "no figure is published";

/// Every stage.
pub fn section() -> Section {
    let mut rows = finger();
    rows.extend(tape());
    rows.extend(sealant());
    rows.extend(patch());
    Section {
        id: "repair",
        title: "Repair, stage by stage",
        about: "A hole of 2 mm in a place of 100 m3 at 745 mmHg unless said; shares are of its own effective area. Most \
                figures are not public: the range is what the sources' words leave, and ours was chosen within it. Left \
                out: the sealant's work life of half an hour (nobody carries mixed sealant about), its last strength from \
                12 to 24 h (nothing loads a patch here but the air, which it bears at the check), and repairs from outside."
            .into(),
        rows,
    }
}

fn cabin() -> Layout {
    quiet(thin_air(745.0), 100.0)
}

/// A station with a hole that has been found.
fn found(mm: f64, layout: Layout) -> Rig {
    let mut rig = Rig::new(layout, 1);
    rig.hole(area_mm2(mm, 0.8), 1.0);
    rig.find();
    rig
}

/// A hole by itself.
fn hole(mm: f64, crack: bool) -> Hole {
    let cd_area = SquareMetres::from_mm2(area_mm2(mm, 0.8));
    let at = CompartmentId(0);
    Hole::new(Made { at, cd_area, looks_mm: mm, crack, from_outside: true, blind: false, findable: 1.0 })
}

/// Share of a hole that is open at a moment.
fn open(hole: &Hole, now: Tick) -> f64 {
    hole.cd_area(now).0 / hole.made.cd_area.0
}

fn finger() -> Vec<Row> {
    let mut rig = found(2.0, cabin());
    let id = rig.find();
    rig.order(Task::Finger(id));
    rig.pass(60);
    let share = rig.open_share();
    let largest = (1..40).map(|n| f64::from(n) * 0.5).filter(|&mm| {
        let mut rig = found(mm, cabin());
        let id = rig.find();
        rig.order(Task::Finger(id));
        rig.pass(30);
        rig.open_share() < 1.0
    });
    vec![
        Row::new("open under a finger", share, Theirs::Range(0.0, 0.05), "", 0.0)
            .by("a minute after it is held there")
            .says(Kind::ModelChoice, "it seals while it is held (facts 6.2)"),
        Row::new("largest hole that a finger closes", largest.fold(0.0, f64::max), Theirs::Range(8.0, 10.0), "mm", 0.0)
            .by("the largest, in steps of half a millimetre, that is not refused")
            .says(Kind::ModelChoice, "facts 6.2: up to 10 mm; tissue injury above 8 to 10"),
    ]
}

/// What tape lets through of a fresh hole, and how that grows an hour, by seed.
fn taped(crack: bool) -> Vec<(f64, f64)> {
    let one = |seed| {
        let mut hole = hole(2.0, crack);
        hole.put_tape(Tick(0), Luck::new(seed), 0);
        let at_once = open(&hole, Tick(0));
        (at_once, open(&hole, Tick(3600)) - at_once)
    };
    (0..SEEDS).map(one).collect()
}

fn least(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::INFINITY, f64::min)
}

fn most(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::NEG_INFINITY, f64::max)
}

/// Two rows: the least and the most of a spread, both within a range.
fn spread(name: &str, values: &[f64], (low, high): (f64, f64), unit: &'static str) -> [Row; 2] {
    let range = Theirs::Range(low, high);
    let how = format!("of {} seeds", values.len());
    [
        Row::new(format!("{name}, least"), least(values.iter().copied()), range, unit, 0.0).by(how.clone()),
        Row::new(format!("{name}, most"), most(values.iter().copied()), range, unit, 0.0).by(how),
    ]
}

fn tape() -> Vec<Row> {
    const SAYS: &str = "facts 6.2: 10 to 40 %, creeping 1 to 3 % an hour; MS-09: slowed, not stopped";
    const CRACK: &str = "2020: on the crack the leak went on, even rose";
    let (holes, cracks) = (taped(false), taped(true));
    let shares: Vec<f64> = holes.iter().map(|t| t.0).collect();
    let creep: Vec<f64> = holes.iter().map(|t| 100.0 * t.1).collect();
    let on_cracks: Vec<f64> = cracks.iter().map(|t| t.0).collect();
    let mut rig = found(2.0, cabin());
    let id = rig.find();
    let takes = rig.takes_s(Task::Tape(id)).map_or(f64::INFINITY, |s| f64::from(s) / 60.0);
    let lasts = (1..40).map(|n| f64::from(n) * 0.5).filter(|&mm| {
        let mut hole = hole(mm, false);
        hole.put_tape(Tick(0), Luck::new(1), 0);
        open(&hole, Tick(7200)) < 1.0
    });
    let mut rows = vec![
        Row::new("time to tape a hole", takes, Theirs::Range(0.5, 5.0), "min", 0.0)
            .by("from order to end, standing beside it")
            .says(Kind::ModelChoice, "\"quick\" (facts 6.2)"),
        Row::new("largest hole on which tape lasts", most(lasts), Theirs::Range(4.0, 6.0), "mm", 0.0)
            .by("the largest, in steps of half a millimetre, on which it holds for two hours")
            .says(Kind::ModelChoice, "facts 6.2: fails above about 5 mm"),
    ];
    let says = |rows: [Row; 2], source| rows.map(|row| row.says(Kind::ModelChoice, source));
    rows.extend(says(spread("open under tape", &shares, (0.10, 0.40), ""), SAYS));
    rows.extend(says(spread("creep of tape", &creep, (1.0, 3.0), "%/h"), SAYS));
    rows.extend(says(spread("open under tape on a crack", &on_cracks, (0.40, 1.0), ""), CRACK));
    rows
}

/// A hole taped and coated, cured for so long at 22 °C a coat.
fn coated(seed: u64, coats: u32, taped: bool, cured_s: f64) -> Hole {
    let mut hole = hole(2.0, false);
    if taped {
        hole.put_tape(Tick(0), Luck::new(seed), 0);
    }
    for coat in 0..coats {
        hole.put_coat(Tick(u64::from(coat)), Luck::new(seed), 0);
        hole.cure(cured_s, 22.0);
    }
    hole
}

/// Share of first coats in which a blister forms.
fn blisters(taped: bool) -> f64 {
    let count = (0..SEEDS).filter(|&seed| coated(seed, 1, taped, 0.0).coats.is_some_and(|c| c.blister)).count();
    count as f64 / SEEDS as f64
}

/// Hours from a coat put on until it is tacky, in a cabin of this temperature.
fn tacky_h(kelvin: f64) -> f64 {
    let mut layout = cabin();
    layout.compartments.iter_mut().for_each(|place| place.temperature = crate::units::Kelvin(kelvin));
    let mut rig = found(2.0, layout);
    let id = rig.find();
    rig.takes_s(Task::Tape(id));
    rig.takes_s(Task::Sealant(id));
    rig.events.clear();
    let told = rig.until(100_000, |event| matches!(event, Event::CoatTacky { .. }));
    told.map_or(f64::INFINITY, |s| f64::from(s) / 3600.0)
}

fn sealant() -> Vec<Row> {
    let mut rig = found(2.0, cabin());
    let id = rig.find();
    rig.takes_s(Task::Tape(id));
    let takes = rig.takes_s(Task::Sealant(id)).map_or(f64::INFINITY, |s| f64::from(s) / 60.0);
    let (cabin_h, warm_h) = (tacky_h(295.15), tacky_h(305.15));
    // What a good coat lets through, looked at each quarter of an hour: when does it get no better?
    let good = (0..SEEDS).find(|&seed| !coated(seed, 1, false, 0.0).coats.is_some_and(|c| c.blister)).unwrap_or(0);
    let after = |quarters: u32| open(&coated(good, 1, false, f64::from(quarters) * 900.0), Tick(0));
    let cured = (1..200).find(|&quarters| after(quarters) <= after(200)).map_or(f64::INFINITY, |q| f64::from(q) / 4.0);
    let sound = |coats| {
        let holes = (0..SEEDS).map(|seed| coated(seed, coats, true, 43_200.0));
        let sound = holes.filter(|hole| hole.coats.is_some_and(|c| !c.blister));
        let mut shares: Vec<f64> = sound.map(|hole| open(&hole, Tick(0))).collect();
        shares.sort_by(f64::total_cmp);
        shares[shares.len() / 2]
    };
    let (one, three) = (sound(1), sound(3));
    let (throttled, bare) = (blisters(true), blisters(false));
    let limit = (1..40).map(|n| f64::from(n) * 0.25).filter(|&mm| {
        let mut hole = hole(mm, false);
        hole.put_coat(Tick(0), Luck::new(good), 0);
        hole.cure(43_200.0, 22.0);
        open(&hole, Tick(0)) < 0.1
    });
    vec![
        Row::new("time to mix and work in sealant", takes, Theirs::Range(15.0, 20.0), "min", 0.0)
            .by("from order to end, standing beside it")
            .says(Kind::ModelChoice, "facts 6.2"),
        Row::new("tacky", cabin_h, Theirs::Value(2.0), "h", 0.02)
            .by("at 22 °C, from the coat to the event; looked at each minute")
            .says(Kind::ModelChoice, "facts 6.2"),
        Row::new("speed of curing at 32 °C beside 22 °C", cabin_h / warm_h, Theirs::Value(2.0), "", 0.03)
            .by("the same in a warmer cabin")
            .says(Kind::ModelChoice, "facts 6.2: doubles with each 10 K"),
        Row::new("gets no tighter after", cured, Theirs::Value(12.0), "h", 0.03)
            .by("at 22 °C, looked at each quarter of an hour")
            .says(Kind::Calibrates, "2018: \"control in 12 hours\"; the compound is said to be done at 24"),
        Row::new("open under a sound coat on tape, middle", one, Theirs::Range(0.0, 0.05), "", 0.0)
            .by(format!("after 12 h, of {SEEDS} seeds"))
            .says(Kind::ModelChoice, "2018: pressure steady overnight under the first coat; the leak was at 100"),
        Row::new("open under three coats beside one", three / one, Theirs::Range(0.0, 0.1), "", 0.0)
            .by("12 h each")
            .says(Kind::ModelChoice, "coats two and three followed on the next day (Interfax)"),
        Row::new("blisters on a throttled hole", throttled, Theirs::Range(0.05, 0.3), "", 0.0)
            .by(format!("share of {SEEDS} first coats over tape"))
            .says(Kind::ModelChoice, "2018: one was suspected, none found; less where tape backs it"),
        Row::new("blisters on a bare hole beside that", bare / throttled, Theirs::Range(2.0, 20.0), "", 0.0)
            .by("the same without tape")
            .says(Kind::ModelChoice, UNKNOWN),
        Row::new("largest bare hole that takes sealant", most(limit), Theirs::Range(2.0, 5.0), "mm", 0.0)
            .by("the largest, in steps of a quarter, that is left a tenth open or less after 12 h")
            .says(Kind::ModelChoice, "2018: about 2 mm was filled on cloth; no limit is published"),
    ]
}

fn patch() -> Vec<Row> {
    let shares = |crack| -> Vec<f64> {
        let one = |seed| {
            let mut hole = hole(10.0, crack);
            hole.put_patch(Tick(0), Luck::new(seed), 0);
            open(&hole, Tick(0))
        };
        (0..SEEDS).map(one).collect()
    };
    let lasts = (1..60).map(|n| f64::from(n) * 2.0).filter(|&mm| {
        let mut hole = hole(mm, false);
        hole.put_patch(Tick(0), Luck::new(1), 0);
        open(&hole, Tick(7200)) < 1.0
    });
    let mut layout = cabin();
    layout.compartments[0].temperature = crate::units::Kelvin(CABIN_K);
    let mut rig = found(6.0, layout);
    let id = rig.find();
    let takes = rig.takes_s(Task::Patch(id)).map_or(f64::INFINITY, |s| f64::from(s) / 60.0);
    let mut rows = vec![
        Row::new("time to seat a patch", takes, Theirs::Range(5.0, 30.0), "min", 0.0)
            .by("from order to end, standing beside it")
            .says(Kind::ModelChoice, UNKNOWN),
        Row::new("largest hole that a patch spans", most(lasts), Theirs::Range(6.35, 102.0), "mm", 0.0)
            .by("the largest, in steps of 2 mm, on which it holds for two hours")
            .says(
                Kind::ModelChoice,
                "up to a quarter inch may be mended from inside (US 6,885,967); KERMIt from outside to 102 mm",
            ),
    ];
    let says = |rows: [Row; 2], source| rows.map(|row| row.says(Kind::ModelChoice, source));
    rows.extend(says(spread("open under a patch", &shares(false), (0.0, 0.1), ""), UNKNOWN));
    rows.extend(says(
        spread("open under a patch on a crack", &shares(true), (0.1, 0.6), ""),
        "2020 and 2021: patches slowed it",
    ));
    rows
}
