//! Many drills and many forgeries: whatever is ordered, in whatever batches, at whatever speed, verifies; whatever is
//! changed is found, or changes nothing. A bounded piece runs with every test, a thousand of each in the gate.

use crate::record::{Dice, any_order, forge, shipped};
use leakdrill::debrief::certify;
use leakdrill::drill::{Drill, Entry, Log};
use leakdrill::mission::{Mission, library};
use leakdrill::replay::record::read_with;
use leakdrill::replay::recorder::Recorder;
use leakdrill::replay::{End, Header, Note, Record, Verdict, read, verify};
use leakdrill::score;
use leakdrill::units::Tick;
use std::sync::Arc;

/// One drill under random orders, recorded as a window would: batches of any size, any speed, pauses.
fn fly(mission: &Arc<Mission>, seed: u64) -> Vec<u8> {
    let header = Header { trainee: "Ann".into(), ..Header::new(mission, seed) };
    let mut recorder = Recorder::begin(Vec::new(), &header, &mission.layout).unwrap();
    let (mut drill, mut log, mut dice) = (Drill::new(mission.clone(), seed), Log::new(), Dice(seed));
    let until = Tick(200 + dice.below(1600));
    let mut wall_ms = 0;
    while drill.now() < until && drill.outcome().is_none() {
        let speed = [1, 5, 60, 600, 3600][dice.below(5) as usize];
        if dice.below(8) == 0 {
            recorder.note(drill.now(), Note::Speed(speed as u32)).unwrap();
        }
        if dice.below(12) == 0 {
            recorder.note(drill.now(), Note::Paused).unwrap();
            wall_ms += dice.below(90_000);
            recorder.follow(&log, drill.now(), wall_ms).unwrap();
            recorder.note(drill.now(), Note::Resumed).unwrap();
        }
        for _ in 0..dice.below(3) {
            drill.submit(any_order(&mut dice, mission));
        }
        for _ in 0..=dice.below(speed.min(400)) {
            if drill.now() < until {
                drill.tick(&mut log);
            }
        }
        wall_ms += 1 + dice.below(1500);
        recorder.follow(&log, drill.now(), wall_ms).unwrap();
    }
    if let Some(outcome) = drill.outcome() {
        let card = score::mark(mission, &log);
        let end = End { outcome, points: card.points, max: card.max, passed: card.passed };
        recorder.end(drill.now(), end).unwrap();
    }
    recorder.into_sink().unwrap()
}

/// So many streams, spread over all missions.
fn streams(seeds: std::ops::Range<u64>) {
    let missions: Vec<Arc<Mission>> = library::list().map(|m| shipped(m.name)).collect();
    for seed in seeds {
        let mission = &missions[seed as usize % missions.len()];
        let record = read_with(&fly(mission, seed), mission.clone()).unwrap();
        let verdict = verify(&record);
        assert!(matches!(verdict, Verdict::True { .. }), "{} stream {seed}: {verdict:?}", mission.name);
    }
}

#[test]
fn order_streams_over_all_missions_verify_whatever_the_batches_speeds_and_pauses() {
    streams(0..38);
}

#[test]
#[ignore = "a thousand streams; the gate runs it"]
fn a_thousand_order_streams_verify() {
    streams(10_000..11_000);
}

/// What happened, leaving out who said an order: that is a claim which no evidence can hold against.
fn happened(record: &Record) -> Vec<(Tick, Entry)> {
    let unsigned = |entry: &Entry| match entry {
        Entry::Order(order) => Entry::Order(leakdrill::sim::order::Order::trainee(order.act)),
        entry => entry.clone(),
    };
    record.log.entries().iter().map(|(tick, entry)| (*tick, unsigned(entry))).collect()
}

/// Changes single bytes of a finished record, and chains its lines anew as a forger would who knows how: found, or what
/// happened and its score are the same. Returns how many of them were found.
fn forgeries(name: &str, changes: u64, dice: &mut Dice) -> u64 {
    let mission = shipped(name);
    let (mut drill, mut log) = (Drill::new(mission.clone(), 7), Log::new());
    leakdrill::pilot::fly(&mut drill, &mut log, leakdrill::pilot::PilotKind::Novice, None);
    let card = score::mark(&mission, &log);
    let end = End { outcome: drill.outcome().unwrap(), points: card.points, max: card.max, passed: card.passed };
    let header = Header { trainee: "Ann".into(), ..Header::new(&mission, 7) };
    let bytes = leakdrill::replay::recorder::write(&header, &mission.layout, &log, drill.now(), Some(end)).unwrap();
    let whole = read(&bytes).unwrap();
    assert!(certify(&whole).holds());
    let lines: Vec<usize> = String::from_utf8(bytes.clone()).unwrap().lines().map(str::len).collect();
    let mut found = 0;
    for _ in 0..changes {
        let line = dice.below(lines.len() as u64) as usize;
        let (at, new) = (dice.below(lines[line] as u64) as usize, (b' ' + dice.below(95) as u8) as char);
        let forged = forge(&bytes, |n, head| {
            let fits = n == line + 1 && at < head.len() && head.is_char_boundary(at) && head.is_char_boundary(at + 1);
            fits.then(|| format!("{}{new}{}", &head[..at], &head[at + 1..]))
        });
        if forged == bytes {
            continue;
        }
        match read(&forged) {
            Err(_) => found += 1,
            Ok(record) if !certify(&record).holds() => found += 1,
            Ok(record) => {
                assert!(
                    happened(&record) == happened(&whole),
                    "{name} line {}, byte {at}, {new:?}: not found",
                    line + 1
                );
                assert_eq!(certify(&record).card.points, card.points, "{name} line {}, byte {at}, {new:?}", line + 1);
            }
        }
    }
    found
}

#[test]
fn a_forged_byte_is_found_or_changes_nothing() {
    assert!(forgeries("first-drill", 40, &mut Dice(5)) > 20);
}

#[test]
#[ignore = "a thousand forgeries; the gate runs it"]
fn a_thousand_forged_bytes_are_found_or_change_nothing() {
    let found = forgeries("first-drill", 900, &mut Dice(1)) + forgeries("masked-leak", 100, &mut Dice(2));
    assert!(found > 700, "{found} of a thousand");
}

/// Single bytes changed without a new chain: every one of them is found at its line.
#[test]
#[ignore = "a thousand changes; the gate runs it"]
fn a_thousand_changed_bytes_are_all_found() {
    let mission = shipped("first-drill");
    let bytes = fly(&mission, 77);
    let mut dice = Dice(3);
    for _ in 0..1000 {
        let (at, to) = (dice.below(bytes.len() as u64) as usize, dice.below(256) as u8);
        let mut changed = bytes.clone();
        changed[at] = to;
        if changed == bytes {
            continue;
        }
        match read(&changed) {
            Err(damage) => {
                let line = 1 + bytes[..at].iter().filter(|b| **b == b'\n').count();
                assert!(
                    damage.line == line || damage.line == line + 1,
                    "byte {at} to {to}: line {} named",
                    damage.line
                );
            }
            Ok(record) => {
                assert!(record.torn && at + 1 == bytes.len(), "byte {at} was changed to {to} and nobody noticed")
            }
        }
    }
}
