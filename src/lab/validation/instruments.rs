//! Instruments against facts 4.4, 2.3 and 6.1: gauge, telemetry, flow sensors, the ear.

use super::cabin::{area_mm2, cabin};
use super::rig::{DOOR, LAB, ONE, Rig, quiet, shipped, thin_air};
use super::row::{Kind, Row, Section, Theirs};
use crate::sim::event::Event;
use crate::sim::gas::Thermal;
use crate::sim::gauge::HandGauge;
use crate::sim::ids::PersonId;
use crate::sim::layout::Quantity;
use crate::sim::order::{Act, Task};
use crate::sim::rng::Luck;
use crate::sim::telemetry::{FRAME_TICKS, Feed};
use crate::units::Tick;

/// Everything about instruments.
pub fn section() -> Section {
    let mut rows = gauge();
    rows.extend(timing());
    rows.extend(telemetry());
    rows.extend(flow());
    rows.extend(ear());
    Section {
        id: "instruments",
        title: "Instruments",
        about: "No specification of the manovacuumeter, the flow sensors or the detector is public: figures are procedures' \
                words and what follows from them (facts 4.4, 2.3, 6.1). Chances are counted over searches of as many \
                seeds, and may be off by four standard deviations of such a count."
            .into(),
        rows,
    }
}

/// Readings of one gauge at a steady pressure.
fn readings(bearer: u32, mmhg: f64, ticks: std::ops::Range<u64>) -> Vec<f64> {
    let bearer = PersonId(bearer as u16);
    let gauge = HandGauge::new(mmhg, bearer);
    ticks.map(|tick| gauge.read(Luck::new(7), bearer, Tick(tick), 0.0)).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn gauge() -> Vec<Row> {
    // Pressures spread over a step, so that rounding is even noise of a known size.
    let spread: Vec<f64> = (0..40_000).map(|i| 740.0 + f64::from(i % 1000) * 0.01).collect();
    let off: Vec<f64> = spread.iter().zip(0..).map(|(&p, tick)| readings(0, p, tick..tick + 1)[0] - p).collect();
    let bias = mean(&off);
    let variance = mean(&off.iter().map(|o| (o - bias) * (o - bias)).collect::<Vec<_>>());
    let noise = (variance - 0.25 * 0.25 / 12.0).max(0.0).sqrt();
    let mut shown: Vec<f64> = readings(0, 741.3, 0..5000);
    shown.extend(readings(0, 742.8, 0..5000));
    shown.sort_by(f64::total_cmp);
    let step = shown.windows(2).map(|w| w[1] - w[0]).filter(|d| *d > 1e-9).fold(f64::INFINITY, f64::min);
    let biases: Vec<f64> = (0..2000).map(|bearer| mean(&readings(bearer, 741.0, 0..200)) - 741.0).collect();
    let largest = biases.iter().fold(0.0_f64, |most, b| most.max(b.abs()));
    let early = mean(&readings(3, 741.0, 0..5000));
    let late = mean(&readings(3, 741.0, 60_000..65_000));
    let stiction = (1..200).map(|n| f64::from(n) * 0.005).find(|&change| {
        let mut gauge = HandGauge::new(740.0, ONE);
        (0..60).for_each(|_| gauge.follow(740.0 - change));
        gauge.needle_mmhg < 740.0
    });
    let mut gauge = HandGauge::new(740.0, ONE);
    let ninety = (1..120).find(|_| {
        gauge.follow(730.0);
        gauge.needle_mmhg <= 731.0
    });
    vec![
        Row::new("step of a needle's reading", step, Theirs::Value(0.25), "mmHg", 1e-9)
            .by("smallest difference between ten thousand readings of the hand gauge")
            .says(Kind::Calibrates, "marks each 1 mmHg, read to a quarter (facts 4.4)"),
        Row::new("tremble of the needle", noise, Theirs::Range(0.0, 0.1), "mmHg", 0.0)
            .by("standard deviation of 40,000 readings, that of rounding taken out")
            .says(
                Kind::ModelChoice,
                "below 0.1: with 0.3 a timed millimetre would be wrong by a quarter more often than not",
            ),
        Row::new("largest bias of a gauge", largest, Theirs::Range(0.0, 1.0), "mmHg", 0.0)
            .by("of two thousand gauges, means of two hundred readings each")
            .says(Kind::ModelChoice, "a constant bias; no size is published; marks are 1 mmHg apart"),
        Row::new("change of a gauge's bias within a day", (late - early).abs(), Theirs::Range(0.0, 0.01), "mmHg", 0.0)
            .by("means of five thousand readings, seventeen hours apart")
            .says(Kind::Checks, "constant"),
        Row::new("stiction of the needle", stiction.unwrap_or(f64::INFINITY), Theirs::Range(0.0, 0.25), "mmHg", 0.0)
            .by("smallest fall that moves it within a minute")
            .says(Kind::ModelChoice, "slight: less than what can be read"),
        Row::new(
            "nine tenths of a sudden fall",
            ninety.map_or(f64::INFINITY, f64::from),
            Theirs::Range(5.0, 10.0),
            "s",
            0.0,
        )
        .by("10 mmHg at once; time constant 4 s")
        .says(Kind::ModelChoice, "facts 4.4: lag of 5 to 10 s"),
    ]
}

/// Errors of a rate that a perfect reader times: from the first new reading of the needle to the first that is
/// `mmhg` lower, at a fall of `per_h`.
fn timing_errors(per_h: f64, mmhg: f64) -> Vec<f64> {
    let mut errors: Vec<f64> = (0..400)
        .map(|seed| {
            let luck = Luck::new(seed);
            let start = 740.0 + luck.draw(crate::sim::rng::Stream::Trial, 0, 0).unit();
            let mut gauge = HandGauge::new(start, ONE);
            let read = |gauge: &HandGauge, s: u64| gauge.read(luck, ONE, Tick(s), 0.0);
            // He begins where the needle first comes to a new mark, and so knows to less than a step where it stands.
            let (mut lowest, mut from) = (read(&gauge, 0), None);
            for second in 1..200_000_u64 {
                gauge.follow(start - per_h * second as f64 / 3600.0);
                let now = read(&gauge, second);
                match from {
                    None if now < lowest => (lowest, from) = (now, Some(second)),
                    Some(began) if now <= lowest - mmhg => {
                        return (mmhg * 3600.0 / (second - began) as f64 / per_h - 1.0).abs();
                    }
                    _ => {}
                }
            }
            f64::INFINITY
        })
        .collect();
    errors.sort_by(f64::total_cmp);
    errors
}

fn timing() -> Vec<Row> {
    let row = |name: &str, per_h, mmhg, most| {
        let errors = timing_errors(per_h, mmhg);
        Row::new(name, 100.0 * errors[360], Theirs::Range(0.0, most), "%", 0.0)
            .by("400 gauges; from the first new mark that the needle shows to the first so far below it; half of them are \
                 within ".to_owned() + &format!("{:.1} %", 100.0 * errors[200]))
            .says(Kind::Checks, "a timed millimetre should not be wrong by a quarter (facts 4.4)")
    };
    vec![
        row("error of a perfect reader, nine in ten: 1 mmHg timed at 0.6 mmHg/h", 0.6, 1.0, 25.0),
        row("error of a perfect reader, nine in ten: 1 mmHg timed at 10 mmHg/h", 10.0, 1.0, 25.0),
        row("error of a perfect reader, nine in ten: 3 mmHg timed at 10 mmHg/h", 10.0, 3.0, 12.0),
        row("error of a perfect reader, nine in ten: 5 mmHg timed at 237 mmHg/h", 237.0, 5.0, 25.0),
    ]
}

fn telemetry() -> Vec<Row> {
    let layout = shipped("iss-2018-08-30");
    let sensor = layout.sensors.iter().find(|s| s.quantity == Quantity::Pressure).expect("that station has one");
    let at = |mmhg: f64| cabin(mmhg, 100.0, 0.0).network(Thermal::Isothermal);
    let mut here = sensor.clone();
    here.compartment = LAB;
    let mut feed = Feed::new(&here, &at(745.0));
    let lower = at(735.0);
    let mut shown = Vec::new();
    let mut lag = None;
    // Frame by frame: between frames a laptop shows what it showed.
    for second in (FRAME_TICKS..=1200).step_by(FRAME_TICKS as usize) {
        feed.follow(&here, &lower, Tick(second));
        let value = feed.value(&here, Tick(second)).unwrap_or(f64::NAN);
        if lag.is_none() && value <= 745.0 - 10.0 * 0.632 {
            lag = Some(second);
        }
        shown.push((value * 1000.0).round());
    }
    let step = shown.windows(2).map(|w| w[0] - w[1]).filter(|d| *d > 0.0).fold(f64::INFINITY, f64::min) / 1000.0;
    vec![
        Row::new("step of cabin telemetry", step, Theirs::Value(0.1), "mmHg", 1e-9)
            .by("smallest change that a pressure sensor of the station of 30 August 2018 shows")
            .says(Kind::Calibrates, "facts 4.4"),
        Row::new("lag of cabin telemetry", lag.map_or(f64::INFINITY, |s| s as f64), Theirs::Range(5.0, 10.0), "s", 0.0)
            .by("63 % of a sudden fall of 10 mmHg, to the frame of ten seconds that shows it")
            .says(Kind::ModelChoice, "facts 4.4: 5 to 10 s"),
    ]
}

/// A hole in the orbital module of MS-09, fans off by the alarm: the air's speed through Rassvet's hatch, mm/s, and the
/// seconds until a sensor names a module, if one does within a quarter of an hour.
fn still_air(cd_area_mm2: f64) -> (f64, Option<u32>) {
    let layout = shipped("iss-2018-08-30");
    let hatch = layout.find_hatch("ga-rassvet").expect("the hatch of that station");
    let place = layout.find_compartment("ms09-bo").expect("the module of that station");
    let mut rig = Rig::new(layout, 1);
    let made = crate::sim::hole::Made {
        at: place,
        cd_area: crate::units::SquareMetres::from_mm2(cd_area_mm2),
        looks_mm: 2.0,
        crack: false,
        from_outside: false,
        blind: false,
        findable: 1.0,
    };
    rig.station.open_hole(made, &mut rig.events);
    rig.act(Act::RaiseAlarm);
    rig.events.clear();
    let named = rig.until(900, |event| matches!(event, Event::FlowSensed { into: Some(_), .. }));
    let layout = rig.station.layout().clone();
    let air = rig.station.air();
    let kg_s = air.passage_flow(hatch.0.into()).0.abs();
    let from = u32::from(layout.hatch(hatch).between[0].0);
    let density = air.masses(from).total_kg() / air.volume(from).0;
    (1e3 * kg_s / (density * layout.hatch(hatch).area.0), named)
}

fn flow() -> Vec<Row> {
    let cases = [(0.945, 0.4, 0.1), (area_mm2(6.0, 0.8), 9.0, 0.05), (area_mm2(25.4, 0.8), 160.0, 0.05)];
    let names = ["air into Rassvet, hole of MS-09", "air into Rassvet, 6 mm hole", "air into Rassvet, one inch"];
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for (name, (area, theirs, tolerance)) in names.into_iter().zip(cases) {
        let (mm_s, named) = still_air(area);
        rows.push(
            Row::new(name, mm_s, Theirs::Value(theirs), "mm/s", tolerance)
                .by(format!("{area:.3} mm2 in its orbital module, station of 30 August 2018, fans off, through 0.8 m"))
                .says(Kind::Checks, "V = CdA Psi sqrt(R T / M) over the hatch's area"),
        );
        told.push(named);
    }
    let small = told[..2].iter().filter(|named| named.is_some()).count();
    rows.push(
        Row::new("small holes (MS-09, 6 mm) that flow sensors name", small as f64, Theirs::Value(0.0), "", 0.0)
            .by("a quarter of an hour of still air; they feel 30 mm/s")
            .says(Kind::ModelChoice, "sensitivity is not public; the leak of 2018 was found by hand"),
    );
    rows.push(
        Row::new(
            "time until they name a module, one inch",
            told[2].map_or(f64::INFINITY, f64::from),
            Theirs::Range(120.0, 600.0),
            "s",
            0.0,
        )
        .by("from the alarm, which stops the fans")
        .says(Kind::ModelChoice, "\"within a few minutes\" of still air (Cristoforetti's logbook)"),
    );
    rows
}

/// Searches of a seed each.
const SEARCHES: u64 = 400;

/// Share of sweeps that hear a hole.
fn heard(mm: f64, findable: f64, fans: bool) -> f64 {
    let mut layout = quiet(thin_air(745.0), 10.0);
    layout.hatches[DOOR.ix()].fan = None;
    if fans {
        layout.equipment[0].on = true;
        layout.equipment[0].noise = 1.0;
    }
    let found = (0..SEARCHES).filter(|&seed| {
        let mut rig = Rig::new(layout.clone(), seed);
        rig.hole(area_mm2(mm, 0.8), findable);
        rig.takes_s(Task::Listen);
        !rig.console().holes.is_empty()
    });
    found.count() as f64 / SEARCHES as f64
}

fn ear() -> Vec<Row> {
    let row = |name: &str, mm: f64, findable: f64, fans: bool, theirs: f64| {
        let deviation = (theirs * (1.0 - theirs) / SEARCHES as f64).sqrt();
        Row::new(name, heard(mm, findable, fans), Theirs::Value(theirs), "", 4.0 * deviation / theirs)
            .by(format!("share of {SEARCHES} sweeps of 10 m3 with the detector"))
            .says(Kind::ModelChoice, "facts 6.1; it missed the leaks of 2004 and 2020 and found that of 2018")
    };
    vec![
        row("a sweep hears 1 mm, fans off", 1.0, 1.0, false, 0.95),
        row("a sweep hears 0.5 mm, fans off", 0.5, 1.0, false, 0.40),
        row("a sweep hears 0.3 mm, fans off", 0.3, 1.0, false, 0.05),
        row("a sweep hears 1 mm beside a loud machine", 1.0, 1.0, true, 0.475),
        row("a sweep hears 1 mm behind a rack, fans off", 1.0, 0.3, false, 0.285),
    ]
}
