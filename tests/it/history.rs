//! What each historic mission gives when it is flown, beside what was published (design facts 2, 3, 4, 9): printed as a
//! table by `cargo test --test it history -- --nocapture`.
//!
//! A row is a number that a reader who knows the event would look for: how fast, how much, when. The published ones are
//! rounded, second hand, or both; `within` says how far ours may be from them, and why where that is wide.

use super::missions::{ordered, play, pressure, reference, shipped};
use leakdrill::drill::Log;
use leakdrill::mission::Mission;
use leakdrill::sim::event::Event;
use leakdrill::sim::order::Topic;
use leakdrill::units::Tick;

/// A number of ours beside theirs.
struct Row {
    mission: &'static str,
    what: &'static str,
    unit: &'static str,
    ours: f64,
    published: &'static str,
    within: (f64, f64),
}

/// What the first pressure sensor showed at a whole minute, mmHg.
fn shown(log: &Log, tick: u64) -> f64 {
    log.samples().find(|(t, _)| t.0 == tick).and_then(|(_, s)| s.sensors[0]).unwrap()
}

/// Air that had left through holes by a whole minute, kg.
fn leaked(log: &Log, tick: u64) -> f64 {
    log.samples().find(|(t, _)| t.0 == tick).map(|(_, s)| s.leaked_kg).unwrap()
}

/// When something first happened, h.
fn first_h(log: &Log, is: impl Fn(&Event) -> bool) -> f64 {
    log.events().find(|(_, e)| is(e)).map(|(tick, _)| tick.0 as f64 / 3600.0).unwrap()
}

/// When the ground first said something with these words, h.
fn said_h(mission: &Mission, log: &Log, words: &str) -> f64 {
    let message = mission.messages.iter().position(|m| m.text.contains(words)).unwrap();
    first_h(log, |e| matches!(e, Event::Said { message: m } if usize::from(*m) == message))
}

fn ms09(table: &mut Vec<Row>) {
    let mut row = |what, unit, ours, published, within| {
        table.push(Row { mission: "ms09-2018", what, unit, ours, published, within })
    };
    let mission = shipped("ms09-2018");
    let (drill, log) = play(&mission, mission.seed.unwrap(), &[], Tick(7 * 3600));
    // 842 m3 lose 0.60; BEAM and two adapters are shut off (25 m3), and sleepers breathe out less than the condensers
    // take (0.03): both show on a gauge, as they would have that night. The loop's number has one digit.
    row(
        "fall on the screens, 0 to 6 UTC",
        "mmHg/h",
        (shown(&log, 3600) - shown(&log, 7 * 3600)) / 6.0,
        "0.6 (loop), 0.8 (RIA)",
        (0.55, 0.66),
    );
    row("lost while the crew slept", "mmHg", shown(&log, 60) - shown(&log, 7 * 3600), "about 4", (3.7, 5.0));
    row(
        "air lost",
        "kg/day",
        drill.truth().leaked_kg / (7.0 * 3600.0 - 60.0) * 86_400.0,
        "19.1 in 842 m3 (derived)",
        (18.5, 19.7),
    );
    row("reserve time", "d", drill.truth().reserve_s.unwrap() / 86_400.0, "18 (from 749 mmHg)", (16.7, 18.1));
    row("the ground's first word", "h", said_h(&mission, &log, "small fall"), "0 (23:00 UTC)", (0.0, 0.1));
    let (mission, drill, log, _) = reference("ms09-2018");
    row(
        "reveille",
        "h",
        said_h(&mission, &log, "Good morning. For the exercise: the station"),
        "7 (06:00 UTC)",
        (6.9, 7.1),
    );
    row(
        "the hole is found",
        "h",
        first_h(&log, |e| matches!(e, Event::HoleFound { .. })),
        "7 to 13 (the morning)",
        (7.0, 13.0),
    );
    row(
        "a bubble in the first coat",
        "h",
        first_h(&log, |e| matches!(e, Event::BlisterSeen { .. })),
        "12 to 25 (the evening)",
        (12.0, 25.0),
    );
    let coats: Vec<f64> =
        log.events().filter(|(_, e)| matches!(e, Event::Coated { .. })).map(|(t, _)| t.0 as f64 / 3600.0).collect();
    row("coats of sealant", "", coats.len() as f64, "3", (3.0, 3.0));
    row("the second coat", "h", coats[1], "25 to 48 (31 August)", (25.0, 48.0));
    let tank = mission.layout.tanks.iter().position(|t| t.id == "progress-o2").unwrap();
    let given = 52.0 - drill.console(leakdrill::sim::console::Viewpoint::Crew).tanks[tank].left_kg;
    row("given back from Progress", "mmHg", given * 0.68, "10", (7.0, 12.0));
}

fn zvezda(table: &mut Vec<Row>) {
    let mut row = |what, unit, ours, published, within| {
        table.push(Row { mission: "zvezda-2020", what, unit, ours, published, within })
    };
    let (mission, drill, log) = ordered("zvezda-2020", 1, "", 12 * 3600);
    row("air lost", "kg/day", leaked(&log, 16_200) / (4.5 / 24.0), "1.4 (RIA), 1.6 (3.5 lb)", (1.3, 1.6));
    // Telemetry has 0.1 mmHg, and sleepers use less oxygen than is made.
    let apparent = |from: u64, to: u64| (shown(&log, from) - shown(&log, to)) / (to - from) as f64 * 86_400.0 * 1.31;
    row("the apparent jump", "kg/day", apparent(3600, 4 * 3600), "6.8 (15 lb)", (4.5, 9.0));
    row(
        "the crew is woken",
        "h",
        first_h(&log, |e| matches!(e, Event::Woke { .. })),
        "the night of 28 September",
        (3.0, 5.0),
    );
    row(
        "\"about what it was\"",
        "h",
        said_h(&mission, &log, "temperatures have come back"),
        "the next day",
        (10.0, 16.0),
    );
    row(
        "the same leak after it",
        "kg/day",
        (leaked(&log, 12 * 3600) - leaked(&log, 11 * 3600)) * 24.0,
        "1.6 (3.5 lb)",
        (1.3, 1.6),
    );
    assert!(drill.truth().leaked_kg > 0.0);
}

fn prk(table: &mut Vec<Row>) {
    let mut row = |what, unit, ours, published, within| {
        table.push(Row { mission: "prk-2024", what, unit, ours, published, within })
    };
    let shut =
        "T+00:02:00 borisov close prk-pms26\nT+00:04:00 borisov move zvezda\nT+00:05:00 borisov close prk-zvezda";
    let (mission, drill, _) = ordered("prk-2024", 1, shut, 400);
    let first = pressure(&mission, &drill, "prk");
    let behind = |hours: f64| {
        let (mission, drill, _) = ordered("prk-2024", 1, shut, 400 + (hours * 3600.0) as u64);
        730.0 * pressure(&mission, &drill, "prk") / first
    };
    // Calibrated by the first; the second was measured on another night, when the crack was a fifth wider.
    row("behind its hatch, 730 mmHg after 11.5 h", "mmHg", behind(11.5), "678", (674.0, 682.0));
    row("behind its hatch, 730 mmHg after 18 h", "mmHg", behind(18.0), "620 (another night)", (615.0, 660.0));
    let (_, _, log) = ordered("prk-2024", 1, "", 40 * 3600);
    row("air lost, tunnel open, February", "kg/day", leaked(&log, 86_400), "1.1 (2.4 lb)", (1.0, 1.2));
    row(
        "air lost, tunnel open, April",
        "kg/day",
        (leaked(&log, 40 * 3600) - leaked(&log, 30 * 3600)) * 2.4,
        "1.7 (3.7 lb)",
        (1.6, 1.8),
    );
    let (mission, _, log, _) = reference("prk-2024");
    let door = mission.layout.find_hatch("prk-zvezda").unwrap();
    let evening = first_h(&log, |e| matches!(e, Event::HatchShut { hatch, .. } if *hatch == door));
    row("the hatch is shut for the night", "h", evening, "9 to 12 (in the evening)", (9.0, 12.0));
}

fn spektr(table: &mut Vec<Row>) {
    let mut row = |what, unit, ours, published, within| {
        table.push(Row { mission: "spektr-1997", what, unit, ours, published, within })
    };
    let (mission, drill, log, _) = reference("spektr-1997");
    let base = mission.layout.find_compartment("base").unwrap().ix();
    row(
        "lowest pressure",
        "mmHg",
        log.samples().map(|(_, s)| s.air[base].p).fold(f64::MAX, f64::min),
        "670 to 690",
        (665.0, 700.0),
    );
    // 3 cm2 is all that is known of the hole: by the linear rule it gives 41 minutes, and Moscow announced fewer.
    let told = log.events().find_map(|(_, e)| match e {
        Event::Committed { true_s: Some(s), .. } => Some(s / 60.0),
        _ => None,
    });
    row("reserve time by the linear rule", "min", told.unwrap(), "24 to 28 announced, 45 by 3 cm2", (30.0, 50.0));
    row(
        "\"the pressure is at 700\"",
        "min",
        60.0 * said_h(&mission, &log, "is at 700"),
        "minutes after the blow",
        (4.0, 20.0),
    );
    row("modules lost", "", drill.truth().compartments_lost as f64, "1 (Spektr)", (1.0, 1.0));
}

fn others(table: &mut Vec<Row>) {
    let mut row =
        |mission, what, unit, ours, published, within| table.push(Row { mission, what, unit, ours, published, within });
    let (_, drill, log) = ordered("window-2004", 1, "", 2 * 86_400);
    row(
        "window-2004",
        "leak",
        "mmHg/day",
        drill.truth().leaked_kg / 2.0 / 1.184 * 742.0 / 383.9,
        "2 (36 in 18 days)",
        (1.85, 2.15),
    );
    row(
        "window-2004",
        "fall on the screens",
        "mmHg/day",
        shown(&log, 86_400) - shown(&log, 2 * 86_400),
        "2",
        (1.5, 2.6),
    );
    let (_, drill, _) = ordered("one-inch", 1, "", 200);
    row("one-inch", "reserve time", "min", drill.truth().reserve_s.unwrap() / 60.0, "60 (65 in 916 m3)", (55.0, 65.0));
    let (_, drill, _) = ordered("safe-haven", 1, "", 121);
    row("safe-haven", "reserve time", "min", drill.truth().reserve_s.unwrap() / 60.0, "under 10 (65 mm)", (8.0, 10.0));
    let (_, _, log) = ordered("no-leak", 1, "", 3600);
    // Both generators off, from one moment of calm to the next: 3.2 mmHg a day in 916 m3, 3.5 in 842.
    let oxygen = |tick: u64| {
        let sample = log.samples().find(|(t, _)| t.0 == tick).map(|(_, s)| s).unwrap();
        sample.air.iter().map(|a| a.o2).sum::<f64>() / sample.air.len() as f64
    };
    row(
        "no-leak",
        "oxygen of six, none made",
        "mmHg/day",
        (oxygen(600) - oxygen(3600)) / 3000.0 * 86_400.0,
        "3.2 (3.5 in 842 m3)",
        (2.8, 4.2),
    );
    let (mission, drill, log) = ordered("lost-lifeboat", 1, "", 5 * 3600);
    let ship = mission.layout.find_compartment("ms24-sa").unwrap().ix();
    row(
        "lost-lifeboat",
        "the Soyuz without its cooling",
        "C",
        drill.truth().air[ship].temperature_k - 273.15,
        "30 to 40 (December 2022)",
        (28.0, 40.0),
    );
    assert_eq!(drill.truth().leaked_kg, 0.0, "no air is lost with the coolant");
    assert!(log.events().all(|(_, e)| !matches!(e, Event::Reported { topic: Topic::Leak, .. })));
}

#[test]
fn every_historic_mission_stands_beside_the_published_numbers() {
    let mut table = Vec::new();
    ms09(&mut table);
    zvezda(&mut table);
    prk(&mut table);
    spektr(&mut table);
    others(&mut table);
    println!("{:<14} {:<40} {:>8} {:<9} published", "mission", "what", "ours", "");
    let mut wrong = Vec::new();
    for row in &table {
        let line = format!("{:<14} {:<40} {:>8.2} {:<9} {}", row.mission, row.what, row.ours, row.unit, row.published);
        println!("{line}");
        if !(row.within.0..=row.within.1).contains(&row.ours) {
            wrong.push(format!("{line}, not within {:?}", row.within));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
