//! What air does to people and people to air (facts 5 and 4.3), measured on people in a station.

use super::cabin::BROCHURE_M3;
use super::rig::{DOOR, LAB, ONE, Rig, quiet, shut_off, thin_air};
use super::row::{Kind, Row, Section, Theirs};
use crate::sim::console::Condition;
use crate::sim::event::Event;
use crate::sim::layout::{Layout, Obstruction, ObstructionKind};
use crate::sim::order::{Task, Topic};
use crate::units::{CubicMetres, DAY_S};

/// So large that nobody's breath changes the air, m3.
const HALL_M3: f64 = 10_000.0;

/// Everything about the crew.
pub fn section() -> Section {
    let mut rows = useful_consciousness();
    rows.extend(hypoxia());
    rows.extend(breath());
    rows.extend(carbon_dioxide());
    rows.extend(supplies());
    Section {
        id: "crew",
        title: "Crew: hypoxia, carbon dioxide, exposure, oxygen",
        about: "Measured on people in a station, with the stopwatch: put into such air until an event is told. Bodies are \
                looked at every ten seconds, which rounds short times up. Left out: a rapid decompression, which halves \
                the time of useful consciousness; differences between people; headaches and poor sleep in 4 to 15 mmHg \
                of carbon dioxide, which cost no time here; exercise as a state of its own (39e-4 kg of oxygen a minute)."
            .into(),
        rows,
    }
}

/// Seconds until the one who is measured faints in this air.
fn faints_s(partial_mmhg: [f64; 4], most: u32) -> Option<u32> {
    Rig::new(quiet(partial_mmhg, HALL_M3), 1).until(most, |event| matches!(event, Event::Fainted { who: ONE }))
}

fn useful_consciousness() -> Vec<Row> {
    // Altitude, ft; pressure, mmHg; published time of useful consciousness, s.
    let table = [
        ("15,000", 429.0, 1800.0, f64::INFINITY),
        ("18,000", 380.0, 1200.0, 1800.0),
        ("20,000", 349.0, 600.0, 1800.0),
        ("22,000", 321.0, 300.0, 600.0),
        ("25,000", 282.0, 180.0, 360.0),
        ("28,000", 247.0, 150.0, 180.0),
        ("30,000", 226.0, 60.0, 180.0),
        ("35,000", 179.0, 30.0, 60.0),
        ("40,000", 141.0, 15.0, 20.0),
    ];
    let mut rows: Vec<Row> = table
        .into_iter()
        .map(|(feet, mmhg, low, high)| {
            let ours = faints_s(thin_air(mmhg), 20_000).map_or(f64::INFINITY, f64::from);
            Row::new(format!("faint at {feet} ft, at rest"), ours, Theirs::Range(low, high), "s", 0.0)
                .by(format!("{mmhg} mmHg of air: {:.0} mmHg of oxygen", 0.21 * mmhg))
                .says(Kind::Calibrates, "times of useful consciousness (liquisearch; aviamedab.se for 20,000 ft)")
        })
        .collect();
    let vacuum = faints_s([0.0; 4], 60).map_or(f64::INFINITY, f64::from);
    rows.push(
        Row::new("faint in vacuum", vacuum, Theirs::Range(6.0, 9.0), "s", 0.12)
            .by("nothing to breathe; the first look at a body is after ten seconds")
            .says(Kind::Calibrates, "six to nine seconds (sagapedia, liquisearch)"),
    );
    rows
}

/// Seconds that half a minute of work takes in this air.
fn report_s(partial_mmhg: [f64; 4]) -> f64 {
    let mut rig = Rig::new(quiet(partial_mmhg, HALL_M3), 1);
    rig.pass(20);
    rig.takes_s(Task::Report(Topic::Status)).map_or(f64::INFINITY, f64::from)
}

/// Something heavy lies in the door, for an hour's work.
fn with_work(mut layout: Layout) -> Layout {
    layout.hatches[DOOR.ix()].obstruction = Some(Obstruction { kind: ObstructionKind::Cables, clear_s: 7200 });
    layout
}

fn hypoxia() -> Vec<Row> {
    let fainted = |event: &Event| matches!(event, Event::Fainted { who: ONE });
    let low = thin_air(523.0);
    let day = faints_s(low, 86_400).map_or(0.0, |_| 1.0);
    let rest = faints_s(thin_air(380.0), 20_000).map_or(f64::NAN, f64::from);
    let mut rig = Rig::new(with_work(quiet(thin_air(380.0), HALL_M3)), 1);
    rig.order(Task::Clear(DOOR));
    let work = rig.until(20_000, fainted).map_or(f64::NAN, f64::from);
    let rich = faints_s([0.30 * 380.0, 0.70 * 380.0, 0.0, 0.0], 21_600).map_or(0.0, |_| 1.0);
    let pace = report_s(thin_air(760.0)) / report_s(thin_air(480.0));
    let mut masked = Rig::new(quiet(thin_air(282.0), HALL_M3), 1);
    masked.order(Task::Mask(true));
    masked.until(600, |event| matches!(event, Event::MaskOn { who: ONE, on: true }));
    masked.events.clear();
    let bottle = masked.until(7200, |event| matches!(event, Event::MaskOn { who: ONE, on: false }));
    let clear_headed = masked.condition() != Condition::Unconscious;
    let mut lost = Rig::new(quiet(thin_air(179.0), HALL_M3), 1);
    lost.until(600, fainted);
    let dies = lost.until(3600, |event| matches!(event, Event::Died { who: ONE }));
    vec![
        Row::new("faints in a day at 10,000 ft", day, Theirs::Value(0.0), "", 0.0)
            .by("523 mmHg of air for 24 h")
            .says(Kind::Checks, "unlimited: 10.2 psi is used before spacewalks (ISS: Operating an Outpost, p. 299)"),
        Row::new("time at work beside time at rest", rest / work, Theirs::Value(3.0), "", 0.1)
            .by("380 mmHg of air, pulling cables out of a hatch or standing still")
            .says(Kind::Calibrates, "exercise cuts the time of useful consciousness to a third (liquisearch)"),
        Row::new("faints in six hours at 18,000 ft with 30 % oxygen", rich, Theirs::Value(0.0), "", 0.0)
            .by("380 mmHg with 114 of oxygen: the partial pressure decides, not the total")
            .says(Kind::Checks, "facts 5.3: oxygen from a Progress carries more at the same total pressure"),
        Row::new("pace of work just below 490 mmHg", pace, Theirs::Range(0.4, 0.6), "", 0.0)
            .by("a report to the ground at 760 and at 480 mmHg of air: bad air halves the pace")
            .says(Kind::ModelChoice, "\"performance loss\" (11,700 ft); no number is published"),
        Row::new(
            "oxygen in a mask's bottle",
            bottle.map_or(0.0, |s| f64::from(s) / 60.0),
            Theirs::Range(15.0, 60.0),
            "min",
            0.0,
        )
        .by(format!("at 25,000 ft, and its bearer {}", if clear_headed { "is awake" } else { "has fainted" }))
        .says(Kind::ModelChoice, "portable breathing apparatus: some fifteen minutes to an hour"),
        Row::new(
            "death after a faint without oxygen",
            dies.map_or(f64::INFINITY, |s| f64::from(s) / 60.0),
            Theirs::Range(4.0, 6.0),
            "min",
            0.0,
        )
        .by("at 35,000 ft, from the faint on")
        .says(Kind::ModelChoice, "general knowledge: four to six minutes without oxygen"),
    ]
}

/// Six people in one place of this volume and nobody else; two of them asleep, as eight hours of twenty-four are slept.
fn six(volume_m3: f64) -> Layout {
    let mut layout = shut_off(quiet([156.0, 580.0, 2.0, 8.0], volume_m3));
    let person = layout.crew[0].clone();
    layout.crew = (0..6)
        .map(|n| {
            let mut person = person.clone();
            (person.compartment, person.asleep) = (LAB, n >= 4);
            person
        })
        .collect();
    layout.compartments[LAB.ix()].volume = CubicMetres(volume_m3);
    layout
}

fn breath() -> Vec<Row> {
    let mut cabin = Rig::new(six(BROCHURE_M3), 1);
    let made = |rig: &Rig, gas: usize| rig.station.air().net_source().0[gas];
    let (oxygen, dioxide) = (cabin.partial_mmhg(0), cabin.partial_mmhg(2));
    cabin.pass(DAY_S as u32);
    let (fell, rose) = (oxygen - cabin.partial_mmhg(0), cabin.partial_mmhg(2) - dioxide);
    let mut room = Rig::new(six(100.0), 1);
    let before = room.partial_mmhg(2);
    room.pass(3600);
    vec![
        Row::new("oxygen that a person uses", -made(&cabin, 0) / 6.0, Theirs::Value(0.835), "kg/day", 1e-3)
            .by("six people for a day, a third of it asleep")
            .says(Kind::Calibrates, "Baseline Values and Assumptions Document, 2004"),
        Row::new("carbon dioxide that a person makes", made(&cabin, 2) / 6.0, Theirs::Value(0.998), "kg/day", 1e-3)
            .by("the same six")
            .says(Kind::Calibrates, "Baseline Values and Assumptions Document, 2004"),
        Row::new(
            "oxygen that six people use, their carbon dioxide removed",
            fell,
            Theirs::Value(3.2),
            "mmHg/day",
            0.03,
        )
        .by("fall of its partial pressure in 916 m3, in a day of the same six")
        .says(Kind::Checks, "0.84 kg a person a day in 916 m3 (facts 4.5)"),
        Row::new(
            "oxygen that six people use, their carbon dioxide left in",
            fell - rose,
            Theirs::Range(0.2, 0.4),
            "mmHg/day",
            0.1,
        )
        .by("fall of the dry air's pressure: oxygen less carbon dioxide; surfaces take up the water")
        .says(Kind::Checks, "facts, defaults: only 0.2 to 0.4"),
        Row::new(
            "carbon dioxide of six people in 100 m3, no scrubber",
            room.partial_mmhg(2) - before,
            Theirs::Value(1.0),
            "mmHg/h",
            0.05,
        )
        .by("rise of its partial pressure behind a shut hatch in an hour")
        .says(Kind::Checks, "facts 4.3: about 1.0 mmHg/h"),
    ]
}

/// Air at 760 mmHg with so much carbon dioxide.
fn stale(co2_mmhg: f64) -> [f64; 4] {
    [160.0, 600.0 - co2_mmhg, co2_mmhg, 0.0]
}

fn carbon_dioxide() -> Vec<Row> {
    let slows = (1..60).map(f64::from).find(|&co2| {
        let mut rig = Rig::new(quiet(stale(co2), HALL_M3), 1);
        rig.pass(20);
        rig.condition() == Condition::Impaired
    });
    let eight_percent = faints_s(stale(61.0), 7200).map_or(f64::INFINITY, |s| f64::from(s) / 60.0);
    let five_percent = faints_s(stale(38.0), 86_400).map_or(0.0, |_| 1.0);
    vec![
        Row::new(
            "carbon dioxide that slows people",
            slows.unwrap_or(f64::INFINITY),
            Theirs::Range(4.0, 20.0),
            "mmHg",
            0.0,
        )
        .by("the first whole mmHg at which whoever breathes it is slowed")
        .says(Kind::ModelChoice, "symptoms just above 4 mmHg (NTRS 20100039645); masks at 15 to 20"),
        Row::new("faint in 8 % carbon dioxide", eight_percent, Theirs::Range(5.0, 10.0), "min", 0.0)
            .by("61 mmHg of it at 760 mmHg")
            .says(Kind::Checks, "loss of consciousness after five to ten minutes (encyclopaedias)"),
        Row::new("faints in a day in 5 % carbon dioxide", five_percent, Theirs::Value(0.0), "", 0.0)
            .by("38 mmHg of it at 760 mmHg for 24 h")
            .says(Kind::ModelChoice, "dizziness, confusion, headache, laboured breath; no faint is named"),
    ]
}

fn supplies() -> Vec<Row> {
    let mut rig = Rig::new(shut_off(quiet([156.0, 580.0, 2.0, 8.0], 100.0)), 1);
    rig.order(Task::Candle);
    rig.until(600, |event| matches!(event, Event::CandleLit { .. }));
    let made = |rig: &Rig| rig.station.air().net_source().0[0];
    let before = made(&rig);
    // An hour without a candle says what the breath of the two aboard takes.
    let mut calm = Rig::new(shut_off(quiet([156.0, 580.0, 2.0, 8.0], 100.0)), 1);
    calm.pass(3600);
    let breath_kg = made(&calm);
    rig.pass(3600);
    let candle_kg = made(&rig) - before - breath_kg;
    let mut burning = 0;
    let mut last = Rig::new(shut_off(quiet([156.0, 580.0, 2.0, 8.0], 100.0)), 1);
    last.order(Task::Candle);
    last.until(600, |event| matches!(event, Event::CandleLit { .. }));
    let mut before = made(&last);
    for _ in 0..3600 {
        last.pass(1);
        burning += u32::from(made(&last) > before);
        before = made(&last);
    }
    vec![
        Row::new("oxygen in a candle", candle_kg, Theirs::Range(0.80, 0.86), "kg", 0.0)
            .by("what the air gains in the hour after it is lit, the breath of those aboard taken out")
            .says(Kind::Calibrates, "600 L each (Vika, SFOG)"),
        Row::new("burning time of a candle", f64::from(burning) / 60.0, Theirs::Range(5.0, 20.0), "min", 0.0)
            .by("seconds in which oxygen grows")
            .says(Kind::Calibrates, "5 to 20 minutes"),
        Row::new("oxygen valve of a Progress", progress_mmhg_h(), Theirs::Range(5.0, 10.0), "mmHg/h", 0.05)
            .by("rise of the pressure in the 842 m3 of 30 August 2018, an hour with a valve open and all machines off")
            .says(Kind::ModelChoice, "facts 5.1: not found in any source; 5 to 10 mmHg/h"),
        Row::new("structural leak of the station", structural_kg_day(), Theirs::Value(0.0156), "kg/day", 0.1)
            .by("a day of the station of 30 August 2018 with nobody aboard and every machine off")
            .says(Kind::Checks, "sum of the elements in V-HAB (Ploetner)"),
    ]
}

/// The station of 30 August 2018, still.
fn still_station() -> Layout {
    let mut layout = super::rig::shipped("iss-2018-08-30");
    layout.equipment.iter_mut().for_each(|machine| machine.on = false);
    layout
}

fn progress_mmhg_h() -> f64 {
    let layout = still_station();
    let tank = layout.find_tank("progress-o2").expect("the tank of that station");
    let mut rig = Rig::new(layout, 1);
    rig.order(Task::Valve(tank, true));
    rig.until(3600, |event| matches!(event, Event::TankValve { .. }));
    let pressure = |rig: &Rig| rig.station.air().pressure(0).mmhg();
    let before = pressure(&rig);
    rig.pass(3600);
    pressure(&rig) - before
}

fn structural_kg_day() -> f64 {
    let mut layout = still_station();
    layout.crew.clear();
    let mut rig = Rig::new(layout, 1);
    rig.pass(DAY_S as u32);
    rig.station.air().leaked_total().total_kg()
}
