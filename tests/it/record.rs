//! Records: whatever is flown, however it was batched, reads, verifies, seeks and goes on; whatever is changed is found.

use crate::hand;
use leakdrill::drill::grammar;
use leakdrill::drill::{Drill, Entry, Log};
use leakdrill::mission::{self, Mission, library};
use leakdrill::replay::record::read_with;
use leakdrill::replay::recorder::{Recorder, write};
use leakdrill::replay::{Damage, Difference, End, Flaw, Header, Note, Player, Record, Verdict, chain, file, verify};
use leakdrill::sim::event::Outcome;
use leakdrill::sim::order::Order;
use leakdrill::store::{self, Home};
use leakdrill::units::Tick;
use std::sync::Arc;

/// Numbers for choices in tests: small, seeded, the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// What Ann may be told, sensible or not.
const LINES: &[&str] = &[
    "ann move b",
    "ann move a",
    "ann fetch gauge",
    "ann fetch tape",
    "ann fetch sealant",
    "ann fetch detector",
    "ann measure 3m",
    "ann stopwatch start",
    "ann stopwatch stop",
    "ann commit 11.3h",
    "ann commit 1234.567s",
    "ann listen",
    "ann search",
    "ann tape h1",
    "ann sealant h1",
    "ann leakcheck 10m",
    "ann close a-b",
    "ann open a-b",
    "ann equalise a-b",
    "ann report muster",
    "ann stop",
    "ann sleep",
    "crew muster",
    "crew alarm",
    "crew acknowledge",
    "ground wake ann",
    "crew declare isolated",
];

fn mission() -> Arc<Mission> {
    Arc::new(hand::mission(vec![]))
}

fn order(line: &str) -> Order {
    Order::trainee(grammar::parse(line, &hand::layout()).unwrap().unwrap().act)
}

/// Flies orders drawn by `seed` in batches drawn by `batches`, and records as it goes.
fn fly(mission: &Arc<Mission>, seed: u64, batches: u64, ticks: u64) -> Vec<u8> {
    let header = Header { trainee: "Ann".into(), ..Header::new(mission, seed) };
    let mut recorder = Recorder::begin(Vec::new(), &header, &mission.layout).unwrap();
    let (mut drill, mut log) = (Drill::new(mission.clone(), seed), Log::new());
    let (mut orders, mut batch) = (Dice(seed), Dice(batches));
    let mut due = orders.below(200);
    let mut wall_ms = 0;
    while drill.now() < Tick(ticks) && drill.outcome().is_none() {
        for _ in 0..=batch.below(90) {
            while drill.now().0 == due {
                drill.submit(order(LINES[orders.below(LINES.len() as u64) as usize]));
                due += if orders.below(4) == 0 { 0 } else { 1 + orders.below(300) };
            }
            if drill.now() < Tick(ticks) {
                drill.tick(&mut log);
            }
        }
        wall_ms += batch.below(1500);
        recorder.follow(&log, drill.now(), wall_ms).unwrap();
        if batch.below(5) == 0 {
            recorder.note(drill.now(), Note::Speed(1 + batch.below(60) as u32)).unwrap();
        }
    }
    if let Some(outcome) = drill.outcome() {
        recorder.end(drill.now(), End { outcome, points: 0.0, max: 0.0, passed: false }).unwrap();
    }
    recorder.into_sink().unwrap()
}

fn read(bytes: &[u8]) -> Result<Record, Damage> {
    read_with(bytes, mission())
}

/// The lines with their contents changed by `change`, and the chain made good again: what a careful forger would do.
pub fn forge(bytes: &[u8], change: impl Fn(usize, &str) -> Option<String>) -> Vec<u8> {
    let mut before = chain::START.to_owned();
    let mut forged = String::new();
    for (n, line) in std::str::from_utf8(bytes).unwrap().lines().enumerate() {
        let head = &line[..line.len() - chain::DIGITS - 8];
        let head = change(n + 1, head).unwrap_or_else(|| head.to_owned());
        before = chain::link(&before, &head);
        forged += &format!("{head},\"h\":\"{before}\"}}\n");
    }
    forged.into_bytes()
}

#[test]
fn any_order_stream_under_any_batching_verifies() {
    let mission = mission();
    for seed in 0..40 {
        let bytes = fly(&mission, seed, seed * 7 + 1, 1800);
        let record = read(&bytes).unwrap();
        let verdict = verify(&record);
        assert!(matches!(verdict, Verdict::True { .. }), "seed {seed}: {verdict:?}");
        let again = read(&fly(&mission, seed, seed + 1000, 1800)).unwrap();
        let upto = record.last.min(again.last);
        let entries = |r: &Record| -> Vec<(Tick, Entry)> {
            r.log.entries().iter().filter(|(tick, _)| *tick <= upto).cloned().collect()
        };
        assert!(entries(&record) == entries(&again), "seed {seed}: batching changed what happened");
    }
}

#[test]
fn every_single_changed_byte_is_found() {
    let bytes = fly(&mission(), 3, 3, 900);
    let mut dice = Dice(1);
    for _ in 0..300 {
        let mut changed = bytes.clone();
        let at = dice.below(bytes.len() as u64) as usize;
        changed[at] ^= 1 << dice.below(8);
        match read(&changed) {
            Err(_) => {}
            Ok(record) => assert!(record.torn && at + 1 == bytes.len(), "byte {at} was changed and nobody noticed"),
        }
    }
}

#[test]
fn what_a_forger_writes_is_found_by_flying_it_again() {
    let bytes = fly(&mission(), 5, 5, 1800);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let line_with = |what: &str| 1 + text.lines().position(|line| line.contains(what)).unwrap();

    let mark = line_with("\"mark\"");
    let forged = forge(&bytes, |n, _| (n == mark).then(|| format!("{{\"t\":60,\"mark\":\"{}\"", "0".repeat(64))));
    match verify(&read(&forged).unwrap()) {
        Verdict::Differs(Difference::Interval { line, .. }) => assert_eq!(line as usize, mark),
        other => panic!("{other:?}"),
    }

    let hole = line_with("HoleOpened");
    let forged =
        forge(&bytes, |n, head| (n == hole).then(|| head.replace("\"cd_area_mm2\":2.0", "\"cd_area_mm2\":1.0")));
    match verify(&read(&forged).unwrap()) {
        Verdict::Differs(Difference::Entry { line, tick, .. }) => assert_eq!((line as usize, tick), (hole, Tick(100))),
        other => panic!("{other:?}"),
    }

    let first = line_with("\"order\"");
    let forged = forge(&bytes, |n, head| (n == first).then(|| head.replace("trainee", "instructor")));
    let verdict = verify(&read(&forged).unwrap());
    assert!(matches!(verdict, Verdict::True { .. }), "who gave an order changes nothing that happened: {verdict:?}");

    let forged = forge(&bytes, |n, head| (n == 1).then(|| head.replace("\"seed\":5", "\"seed\":6")));
    assert!(matches!(verify(&read(&forged).unwrap()), Verdict::Differs(_)), "another seed is another drill");
}

#[test]
fn a_record_cut_at_any_byte_reads_and_goes_on_to_the_same_end() {
    let mission = mission();
    let whole = fly(&mission, 11, 2, 1200);
    let full = read(&whole).unwrap();
    let header = whole.iter().position(|b| *b == b'\n').unwrap() + 1;
    let mut dice = Dice(9);
    for _ in 0..60 {
        let cut = header + dice.below((whole.len() - header) as u64) as usize;
        let record = read(&whole[..cut]).unwrap();
        let (mut drill, mut log) = file::fly_again(&record).unwrap();
        assert_eq!(drill.now(), record.last);
        let mut orders: Vec<_> = full.orders().filter(|(tick, _)| *tick > drill.now()).collect();
        orders.reverse();
        while drill.now() < full.last && drill.outcome().is_none() {
            while let Some((_, order)) = orders.pop_if(|(tick, _)| *tick == drill.now() + 1) {
                drill.submit(order);
            }
            drill.tick(&mut log);
        }
        let torn_order = full.orders().count() != log.orders().count();
        assert!(torn_order || log.entries() == full.log.entries(), "cut at byte {cut}: the end is another one");
    }
}

#[test]
fn a_file_is_locked_cut_and_gone_on_with() {
    let folder = std::env::temp_dir().join(format!("leakdrill-record-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("drill.record");
    let mission = mission();
    let recorder = file::create(&path, &Header::new(&mission, 1), &mission.layout).unwrap();
    assert!(file::create(&path, &Header::new(&mission, 1), &mission.layout).is_err(), "a second writer is kept out");
    assert!(file::resume(&path).is_err(), "nor is it gone on with while somebody writes it");
    drop(recorder);
    assert!(file::create(&path, &Header::new(&mission, 1), &mission.layout).is_err(), "nothing is overwritten");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn seeking_shows_what_was_live_and_a_take_over_verifies_alone() {
    let mission = mission();
    let record = Arc::new(read(&fly(&mission, 21, 4, 1800)).unwrap());
    let mut player = Player::open(record.clone());
    let mut dice = Dice(2);
    for _ in 0..20 {
        let to = Tick(dice.below(record.last.0));
        player.seek(to);
        assert_eq!(player.now(), to);
        let mark = record.log.marks().find(|(tick, _)| *tick == to);
        assert!(mark.is_none_or(|(_, digest)| digest == player.drill().digest()));
    }
    player.seek(Tick(600));
    let (mut drill, mut log, header) = player.take_over();
    drill.submit(order("crew muster"));
    for _ in 0..300 {
        drill.tick(&mut log);
    }
    let mut recorder = Recorder::begin(Vec::new(), &header, &mission.layout).unwrap();
    recorder.follow(&log, drill.now(), 0).unwrap();
    let child = read(&recorder.into_sink().unwrap()).unwrap();
    assert_eq!(child.header.parent.as_ref().map(|p| (p.record.clone(), p.at)), Some((record.id.clone(), Tick(600))));
    assert!(matches!(verify(&child), Verdict::True { interrupted: true, .. }));
}

#[test]
fn an_older_revision_is_told_kindly_and_keeps_its_evidence() {
    let bytes = fly(&mission(), 1, 1, 600);
    let ours = format!("\"sim\":{}", leakdrill::sim::REVISION);
    let old = forge(&bytes, |n, head| (n == 1).then(|| head.replace(&ours, "\"sim\":0")));
    let record = read(&old).unwrap();
    assert_eq!(verify(&record), Verdict::OtherRules { record: 0, program: leakdrill::sim::REVISION });
    assert!(record.log.samples().count() >= 10);
}

#[test]
fn damage_is_named_by_its_line() {
    let bytes = fly(&mission(), 1, 1, 600);
    let text = String::from_utf8(bytes).unwrap();
    let without_third: String =
        text.split_inclusive('\n').enumerate().filter(|(n, _)| *n != 2).map(|(_, l)| l).collect();
    assert_eq!(read(without_third.as_bytes()).unwrap_err(), Damage { line: 3, flaw: Flaw::Chain });
    assert_eq!(read(b"").unwrap_err(), Damage { line: 1, flaw: Flaw::Empty });
    assert_eq!(read(b"hello\n").unwrap_err(), Damage { line: 1, flaw: Flaw::NoHeader });
    let newer = forge(text.as_bytes(), |n, head| (n == 1).then(|| head.replace("\"format\":1", "\"format\":2")));
    assert_eq!(read(&newer).unwrap_err(), Damage { line: 1, flaw: Flaw::NewerFormat(2) });
}

#[test]
fn an_unfinished_outcome_is_not_an_end() {
    let bytes = fly(&mission(), 2, 2, 300);
    let record = read(&bytes).unwrap();
    assert!(record.interrupted() && !record.finished());
    assert_ne!(record.end.map(|end| end.outcome), Some(Outcome::Held));
}

pub fn shipped(name: &str) -> Arc<Mission> {
    Arc::new(mission::load(name, library::find(name).unwrap().text, None).unwrap())
}

/// Any order that the grammar knows, with names of this mission.
pub fn any_order(dice: &mut Dice, mission: &Mission) -> Order {
    let layout = &mission.layout;
    let pick = |dice: &mut Dice, ids: Vec<&String>| {
        ids.get(dice.below(ids.len().max(1) as u64) as usize).map_or(String::new(), |id| (*id).clone())
    };
    loop {
        let who = pick(dice, layout.crew.iter().map(|m| &m.id).collect());
        let line = match dice.below(12) {
            0 => format!("{who} move {}", pick(dice, layout.compartments.iter().map(|c| &c.id).collect())),
            1 => format!("{who} close {}", pick(dice, layout.hatches.iter().map(|h| &h.id).collect())),
            2 => format!("{who} open {}", pick(dice, layout.hatches.iter().map(|h| &h.id).collect())),
            3 => format!("{who} valve {} open", pick(dice, layout.tanks.iter().map(|t| &t.id).collect())),
            4 => format!("{who} fetch {}", ["gauge", "tape", "sealant", "detector"][dice.below(4) as usize]),
            5 => format!("{who} wake {}", pick(dice, layout.crew.iter().map(|m| &m.id).collect())),
            6 => format!(
                "{who} {}",
                ["measure 2m", "listen", "search", "tape h1", "sealant h1", "sleep"][dice.below(6) as usize]
            ),
            7 => format!("{who} enter {}", pick(dice, layout.vehicles.iter().map(|v| &v.id).collect())),
            8 => format!("{who} leakcheck {}m", 1 + dice.below(20)),
            9 => format!("{who} stop"),
            10 => "crew muster".to_owned(),
            _ => format!("{who} report {}", ["pressure", "muster", "status"][dice.below(3) as usize]),
        };
        if let Ok(Some(line)) = grammar::parse(&line, layout) {
            return Order::trainee(line.act);
        }
    }
}

#[test]
fn random_order_streams_over_all_missions_verify_from_their_text_alone() {
    for shipped_mission in library::list() {
        let mission = shipped(shipped_mission.name);
        for seed in 0..3 {
            let mut dice = Dice(seed);
            let (mut drill, mut log) = (Drill::new(mission.clone(), seed), Log::new());
            while drill.now() < Tick(3000) && drill.outcome().is_none() {
                if dice.below(60) == 0 {
                    drill.submit(any_order(&mut dice, &mission));
                }
                drill.tick(&mut log);
            }
            let bytes = write(&Header::new(&mission, seed), &mission.layout, &log, drill.now(), None).unwrap();
            let verdict = verify(&leakdrill::replay::read(&bytes).unwrap());
            assert!(matches!(verdict, Verdict::True { .. }), "{} seed {seed}: {verdict:?}", shipped_mission.name);
        }
    }
}

/// Drills that can be gone on with.
fn interrupted(home: &store::Home) -> Vec<store::Summary> {
    store::past(home).unwrap().into_iter().filter(|drill| drill.can_go_on).collect()
}

#[test]
fn a_killed_drill_is_listed_gone_on_with_and_then_counts() {
    let folder = std::env::temp_dir().join(format!("leakdrill-store-{}", std::process::id()));
    let home = Home::under(&folder);
    let mission = shipped("first-drill");
    let path = home.new_record("first-drill", 1_535_583_600).unwrap();
    let header = Header { trainee: "Ann".into(), started_unix_s: 1_535_583_600, ..Header::new(&mission, 3) };
    let (mut drill, mut log) = (Drill::new(mission.clone(), 3), Log::new());
    let mut recorder = file::create(&path, &header, &mission.layout).unwrap();
    for second in 0..200_u64 {
        drill.tick(&mut log);
        recorder.follow(&log, drill.now(), second * 1000).unwrap();
    }
    drop(recorder);
    let mut torn = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
    std::io::Write::write_all(&mut torn, b"{\"t\":200,\"ev").unwrap();
    drop(torn);

    let waiting = interrupted(&home);
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].trainee.as_str(), waiting[0].outcome), ("Ann", None));

    let mut resumed = file::resume(&waiting[0].path).unwrap();
    assert_eq!(resumed.drill.now(), drill.now(), "it goes on where it was");
    assert_eq!(resumed.drill.digest(), drill.digest());
    while resumed.drill.outcome().is_none() {
        resumed.drill.tick(&mut resumed.log);
    }
    let (now, outcome) = (resumed.drill.now(), resumed.drill.outcome().unwrap());
    resumed.recorder.follow(&resumed.log, now, 5000).unwrap();
    let card = leakdrill::score::mark(&mission, &resumed.log);
    let end = End { outcome, points: card.points, max: card.max, passed: card.passed };
    resumed.recorder.end(now, end).unwrap();
    drop(resumed);

    let record = leakdrill::replay::read(&std::fs::read(&path).unwrap()).unwrap();
    assert!(matches!(verify(&record), Verdict::True { interrupted: false, .. }));
    assert!(record.notes.iter().any(|(_, note)| *note == Note::Continued));
    assert!(interrupted(&home).is_empty());
    let past = store::past(&home).unwrap();
    assert_eq!((past.len(), past[0].outcome), (1, Some(outcome)));
    std::fs::write(home.database(), b"this is no database").unwrap();
    assert_eq!(store::past(&home).unwrap(), past, "the index is built again from the records");
    let offers = [store::progress::Offer { mission: "first-drill".into(), difficulty: 1 }];
    let next = store::progress::next(&past, "Ann", &offers).unwrap();
    assert_eq!(next.reason, store::progress::Reason::NotPassed(past[0].share()));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_first_records_ever_written_are_still_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/records/format-1.jsonl");
    if std::env::var_os("LEAKDRILL_BLESS").is_some() {
        std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
        std::fs::write(path, everything()).unwrap();
    }
    let record = leakdrill::replay::read(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(record.header.mission, "first-drill");
    assert_eq!(record.notes.len(), 4);
    assert_eq!(record.wall_s, 2);
    assert!(record.log.orders().count() == 3 && record.log.samples().count() == 5 && record.log.marks().count() >= 5);
    assert_eq!(record.end.map(|end| end.outcome), Some(Outcome::Unfinished));
    assert!(!record.finished());
}

#[test]
fn a_take_over_of_the_first_format_is_still_read_scored_and_compared() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/records/format-1-taken-over.jsonl");
    if std::env::var_os("LEAKDRILL_BLESS").is_some() {
        std::fs::write(path, taken_over()).unwrap();
    }
    let record = leakdrill::replay::read(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(record.header.parent.as_ref().map(|parent| parent.at), Some(Tick(200)));
    assert_eq!(record.notes.iter().map(|(_, note)| note.clone()).collect::<Vec<_>>(), [Note::Continued, Note::Hint(0)]);
    assert!(record.finished() && record.end.is_some_and(|end| end.outcome == Outcome::TimeLimit && !end.passed));
    let card = leakdrill::score::mark(&record.mission, &record.log);
    assert_eq!(record.end.map(|end| end.points), Some(card.points), "it is scored as it was then");
    match verify(&record) {
        Verdict::True { interrupted: false, .. } => {}
        Verdict::OtherRules { record, program } => assert!(record < program),
        other => panic!("{other:?}"),
    }
}

/// The first drill slept through, taken over and put to its end by somebody who mustered the crew.
fn taken_over() -> Vec<u8> {
    let mission = shipped("first-drill");
    let (mut drill, mut log) = (Drill::new(mission.clone(), 1), Log::new());
    (0..300).for_each(|_| drill.tick(&mut log));
    let parent = write(&Header::new(&mission, 1), &mission.layout, &log, drill.now(), None).unwrap();
    let mut player = Player::open(Arc::new(leakdrill::replay::read(&parent).unwrap()));
    player.seek(Tick(200));
    let (mut drill, mut log, header) = player.take_over();
    let mut recorder = Recorder::begin(Vec::new(), &header, &mission.layout).unwrap();
    recorder.note(Tick::ZERO, Note::Continued).unwrap();
    recorder.note(Tick::ZERO, Note::Hint(0)).unwrap();
    drill.submit(Order::trainee(grammar::parse("crew muster", &mission.layout).unwrap().unwrap().act));
    while drill.outcome().is_none() {
        drill.tick(&mut log);
    }
    recorder.follow(&log, drill.now(), 0).unwrap();
    let card = leakdrill::score::mark(&mission, &log);
    let end = End { outcome: drill.outcome().unwrap(), points: card.points, max: card.max, passed: card.passed };
    recorder.end(drill.now(), end).unwrap();
    recorder.into_sink().unwrap()
}

/// A short record with every kind of line.
fn everything() -> Vec<u8> {
    let mission = shipped("first-drill");
    let who = &mission.layout.crew[0].id;
    let order = |line: String| Order::trainee(grammar::parse(&line, &mission.layout).unwrap().unwrap().act);
    let header =
        Header { trainee: "Ann".into(), attempt: 1, started_unix_s: 1_535_583_600, ..Header::new(&mission, 1) };
    let mut recorder = Recorder::begin(Vec::new(), &header, &mission.layout).unwrap();
    let (mut drill, mut log) = (Drill::new(mission.clone(), 1), Log::new());
    for tick in 0..300 {
        match tick {
            30 => drill.submit(order(format!("{who} measure 2m"))),
            130 => drill.submit(order("crew muster".into())),
            131 => drill.submit(order(format!("{who} commit 1h30m"))),
            _ => {}
        }
        drill.tick(&mut log);
        recorder.follow(&log, drill.now(), tick * 8).unwrap();
    }
    for note in [Note::Paused, Note::Resumed, Note::Speed(60), Note::Remark("put away".into())] {
        recorder.note(drill.now(), note).unwrap();
    }
    let end = End { outcome: Outcome::Unfinished, points: 0.0, max: 0.0, passed: false };
    recorder.end(drill.now(), end).unwrap();
    recorder.into_sink().unwrap()
}
