//! A record watched: any of its moments by keys, the truth once it may be told, and flown on from.

use crate::screen::hands::{Window, shipped};
use leakdrill::drill::{Drill, Entry, Log, grammar};
use leakdrill::pilot::{PilotKind, fly};
use leakdrill::replay::player::SNAPSHOTS;
use leakdrill::replay::recorder::write;
use leakdrill::replay::{End, Header, Note, Player, Record, Verdict, chain, file, read, verify};
use leakdrill::score;
use leakdrill::sim::order::Order;
use leakdrill::store::Summary;
use leakdrill::tui::app::{Msg, Stage};
use leakdrill::tui::going_on::{self, Waiting};
use leakdrill::tui::scribe::Scribe;
use leakdrill::tui::settings::Settings;
use leakdrill::tui::title::Title;
use leakdrill::tui::watch::Watch;
use leakdrill::units::Tick;
use std::path::PathBuf;
use std::sync::Arc;

/// A drill of the expert crew, stopped at a moment or not at all.
fn flown(name: &str, until: Option<u64>, exam: bool) -> Vec<u8> {
    let mission = shipped(name);
    let (mut drill, mut log) = (Drill::new(mission.clone(), 7).with_exam(exam), Log::new());
    fly(&mut drill, &mut log, PilotKind::Expert, until.map(Tick));
    let end = drill.outcome().map(|outcome| {
        let card = score::mark(&mission, &log);
        End { outcome, points: card.points, max: card.max, passed: card.passed }
    });
    let header = Header { trainee: "Ann".into(), exam, ..Header::new(&mission, 7) };
    write(&header, &mission.layout, &log, drill.now(), end).unwrap()
}

fn record(name: &str, until: Option<u64>, exam: bool) -> Arc<Record> {
    Arc::new(read(&flown(name, until, exam)).unwrap())
}

/// The same lines with another head, chained anew.
fn with_head(bytes: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut before = chain::START.to_owned();
    let mut out = String::new();
    for (n, line) in std::str::from_utf8(bytes).unwrap().lines().enumerate() {
        let head = &line[..line.len() - chain::DIGITS - 8];
        let head = if n == 0 { change(head) } else { head.to_owned() };
        before = chain::link(&before, &head);
        out += &format!("{head},\"h\":\"{before}\"}}\n");
    }
    out.into_bytes()
}

fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("watch").join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

#[test]
fn a_replay_looks_like_the_cabin_with_the_record_as_a_line_under_it() {
    for (w, h) in [(80, 24), (120, 40), (160, 50)] {
        let mut window = Window::watch(record("first-drill", None, false), w, h);
        insta::assert_snapshot!(format!("begin_{w}x{h}"), window.screen());
        window.keys("n n n n n n");
        insta::assert_snapshot!(format!("event_{w}x{h}"), window.screen());
        window.keys("t");
        insta::assert_snapshot!(format!("truth_{w}x{h}"), window.screen());
        window.keys("Esc $");
        insta::assert_snapshot!(format!("end_{w}x{h}"), window.screen());
    }
}

#[test]
fn keys_go_by_second_minute_hour_and_event_both_ways() {
    let mut window = Window::watch(record("ms09-2018", None, false), 80, 24);
    window.keys("Right Right Up");
    window.expect("T+00:01:02");
    window.keys("Left Down");
    window.expect("T+00:00:01");
    window.keys("] ]");
    window.expect("T+02:00:01");
    window.keys("[");
    window.expect("T+01:00:01");
    window.keys("0 n");
    let first = window.screen();
    window.keys("n p");
    assert_eq!(first, window.screen(), "there and back is the same moment, and the same screen");
    window.keys("0 p");
    window.expect("Nothing happened before this.");
    window.keys("$ n");
    window.expect("Nothing more happened after this.");
}

#[test]
fn time_runs_at_any_speed_and_stands_at_the_end() {
    let mut window = Window::watch(record("first-drill", None, false), 80, 24);
    window.expect("PAUSED");
    window.keys("Space");
    window.expect("▶ 1x");
    window.pass(5);
    window.expect("T+00:00:05");
    window.keys("+ + + + + + + + + + + +");
    window.expect("▶ 86400x");
    window.app.update(Msg::Pass(86_400));
    window.expect("■ ended");
    assert_eq!(window.app.ticks_per_second(), 0);
    window.keys("0 Space");
    window.expect("▶ 86400x");
}

#[test]
fn seeking_shows_what_a_straight_flight_shows() {
    let record = record("first-drill", None, false);
    let mut player = Player::open(record.clone());
    assert_eq!(player.differs(), None);
    let (mut drill, mut log) = (Drill::new(record.mission.clone(), 7), Log::new());
    let mut orders = record.orders().peekable();
    let mut digests = Vec::new();
    while drill.now() < record.last {
        while let Some((_, order)) = orders.next_if(|(at, _)| *at == drill.now() + 1) {
            drill.submit(order);
        }
        drill.tick(&mut log);
        digests.push(drill.digest());
    }
    // Back and forth across the whole of it, in strides that meet snapshots and miss them.
    for n in 0..120_u64 {
        let to = (n * 7919) % record.last.0 + 1;
        player.seek(Tick(to));
        assert_eq!(player.drill().digest(), digests[to as usize - 1], "at {to}");
    }
}

/// Eighteen days as a record, without the detour over its text.
fn eighteen_days() -> Record {
    let mission = shipped("endurance");
    let seed = mission.seed.unwrap_or(1);
    let orders = include_str!("../../missions/endurance.orders").lines();
    let mut orders = orders.filter_map(|line| grammar::parse(line, &mission.layout).unwrap()).peekable();
    let (mut drill, mut log) = (Drill::new(mission.clone(), seed), Log::new());
    while drill.outcome().is_none() {
        while let Some(line) = orders.next_if(|line| line.at.is_none_or(|at| at <= drill.now() + 1)) {
            drill.submit(Order::trainee(line.act));
        }
        drill.tick(&mut log);
    }
    let last = drill.now();
    Record {
        id: "days".into(),
        header: Header::new(&mission, seed),
        lines: vec![0; log.len()],
        mission,
        log,
        notes: Vec::new(),
        end: Some(End { outcome: drill.outcome().unwrap(), points: 0.0, max: 0.0, passed: false }),
        last,
        wall_s: 0,
        torn: false,
        whole_bytes: 0,
        hash: String::new(),
    }
}

#[test]
fn any_moment_of_eighteen_days_is_some_three_thousand_ticks_away() {
    let record = Arc::new(eighteen_days());
    assert!(record.last > Tick(17 * 86_400));
    let mut window = Window::at(Stage::Watch(Box::new(Watch::open(record.clone()))), 80, 24);
    window.app.update(Msg::Open);
    window.expect("opening");
    window.keys("]");
    window.refuse("T+01:00:00");
    while window.app.opening() {
        window.app.update(Msg::Open);
    }
    let Stage::Watch(watch) = &mut window.app.stage else { panic!() };
    // At half a microsecond to a microsecond a tick; `benches/speed` has the milliseconds.
    let mut player = Player::open(record.clone());
    for n in 0..16_u64 {
        let to = Tick(record.last.0 - n * 93_749);
        player.seek(Tick(to.0 / 2));
        let flown = player.seek(to);
        assert!(flown <= record.last.0 / SNAPSHOTS, "{to}: {flown} ticks");
        watch.seek(to);
        assert_eq!(watch.now(), to);
    }
}

#[test]
fn the_truth_of_a_drill_that_is_not_over_stays_untold() {
    // The hole is open by then, and nobody has found it.
    for exam in [false, true] {
        let mut window = Window::watch(record("first-drill", Some(400), exam), 160, 50);
        window.expect("This drill is not over");
        window.keys("$ t");
        window.expect("what is true in it stays untold");
        window.refuse("the truth, beside");
        // Neither a step nor a mark on the line betrays when it opened.
        window.keys("0");
        let opened = record("first-drill", Some(400), exam).log.events().find(|(_, e)| e.is_truth()).unwrap().0;
        let shown = format!("{opened}");
        for _ in 0..40 {
            window.keys("n");
            window.refuse(&format!("{shown}  ┃┃"));
        }
        window.refuse("*");
    }
    let mut finished = Window::watch(record("first-drill", None, true), 160, 50);
    finished.keys("$ t");
    finished.expect("the truth, beside");
    finished.expect("hole in Lab, h1");
}

#[test]
fn a_drill_is_flown_on_from_any_moment_in_a_record_of_its_own() {
    let parent = record("first-drill", None, false);
    let path = scratch("child.jsonl");
    let _ = std::fs::remove_file(&path);
    let to = path.clone();
    let mut scribe = Scribe::new(Some(Box::new(move |drill: &Drill, carried: Option<&Header>| {
        file::create(&to, carried.unwrap(), &drill.mission().layout)
    })));
    let mut window = Window::watch(parent.clone(), 80, 24);
    window.keys("n n n n n n Up o");
    window.expect("names this one");
    let shown = parent.log.orders().next().unwrap().0;
    window.keys("y");
    window.expect("You fly on from here");
    window.expect("EXERCISE");
    scribe.follow(&window.app).unwrap();
    window.keys("Space 2 g l");
    window.pass(120);
    scribe.follow(&window.app).unwrap();
    window.keys("q y");
    scribe.follow(&window.app).unwrap();

    assert!(Summary::of(&path).taken_over, "it counts for nobody's progress");
    let child = read(&std::fs::read(&path).unwrap()).unwrap();
    let from = child.header.parent.clone().unwrap();
    assert_eq!(from.record, parent.id);
    assert!(from.at > shown);
    assert!(matches!(verify(&child), Verdict::True { interrupted: true, .. }));
    let upto = |record: &Record| -> Vec<(Tick, Entry)> {
        record.log.entries().iter().filter(|(tick, _)| *tick <= from.at).cloned().collect()
    };
    assert!(upto(&child) == upto(&parent), "it carries its parent's lines");
    assert!(child.orders().any(|(tick, _)| tick > from.at));
}

#[test]
fn no_drill_begins_where_none_can() {
    let mut over = Window::watch(record("first-drill", None, false), 80, 24);
    over.keys("$ o");
    over.expect("The drill is over at this moment");
    let mut exam = Window::watch(record("first-drill", Some(400), true), 80, 24);
    exam.keys("Up o");
    exam.expect("This exam is not over");
    let mut practice = Window::watch(record("first-drill", None, true), 80, 24);
    practice.keys("Up o y");
    practice.expect("EXERCISE");
    practice.refuse("EXAM");
}

#[test]
fn another_revision_is_watched_from_its_evidence_and_not_certified() {
    let now = flown("first-drill", None, false);
    let rules = format!("\"sim\":{}", leakdrill::sim::REVISION);
    let old = Arc::new(read(&with_head(&now, |head| head.replace(&rules, "\"sim\":0"))).unwrap());
    assert!(!old.same_rules());
    let mut window = Window::watch(old, 80, 24);
    window.expect("it is not certified");
    // That stays in sight whatever is pressed.
    window.keys("Right");
    window.expect("not certified");
    window.keys("n n n n n n n");
    window.expect("EMERGENCY");
    window.keys("t");
    window.expect("the truth, beside");
    window.keys("t $ o");
    window.expect("it can be watched, not");
    insta::assert_snapshot!("evidence_80x24", window.screen());
}

#[test]
fn what_a_forger_wrote_is_told_while_it_is_watched() {
    let bytes = flown("first-drill", None, false);
    let forged = with_head(&bytes, |head| head.replace("\"seed\":7", "\"seed\":8"));
    let window = Window::watch(Arc::new(read(&forged).unwrap()), 80, 24);
    window.expect("says something else than follows from");
    window.expect("not certified");
}

#[test]
fn no_size_panics_while_a_record_is_watched() {
    let mut window = Window::watch(record("ms09-2018", Some(6000), false), 80, 24);
    window.keys("?");
    window.expect("A record being watched");
    window.expect("fly on from this moment");
    window.refuse("shut a hatch");
    window.keys("Esc");
    for keys in ["", "$", "t", "j", "y", "i", "?"] {
        window.keys(keys);
        for w in (0..=200).step_by(13) {
            for h in (0..=60).step_by(5) {
                window.drawn_at(w, h);
            }
        }
        window.keys("Esc");
    }
}

#[test]
fn keys_of_a_replay_can_be_changed_and_mean_nothing_in_a_drill() {
    use leakdrill::tui::action::Action;
    use leakdrill::tui::keys::{Keymap, plain};
    let (keys, problems) = Keymap::new(&[("take-over".into(), "x".into()), ("truth".into(), "i".into())]);
    assert_eq!(keys.replay(plain('x')), Some(Action::TakeOver));
    assert_eq!(keys.action(plain('x')), Some(Action::Air));
    // The card can be looked at in a replay too.
    assert_eq!(problems.len(), 1, "{problems:?}");
}

/// A window whose drill is recorded in a file.
fn recorded(path: &std::path::Path) -> Scribe {
    let to = path.to_owned();
    let _ = std::fs::remove_file(&to);
    Scribe::new(Some(Box::new(move |drill: &Drill, _: Option<&Header>| {
        let header = Header { exam: drill.exam(), ..Header::new(drill.mission(), drill.seed()) };
        file::create(&to, &header, &drill.mission().layout)
    })))
}

fn digest(window: &Window) -> String {
    let Stage::Cabin(play) = &window.app.stage else { panic!("no drill:\n{}", window.screen()) };
    format!("{} {}", play.session.drill().now(), play.session.drill().digest().hex())
}

#[test]
fn a_drill_that_broke_off_is_offered_first_and_goes_on_exactly_where_it_was() {
    // In one sitting.
    let mut whole = Window::play("first-drill", 80, 24);
    whole.keys("2 t u t p");
    whole.pass(100);
    whole.keys("1 g l");
    whole.pass(120);

    // The same keys, with a break between them that leaves a torn line.
    let path = scratch("broken-off.jsonl");
    let mut scribe = recorded(&path);
    let mut first = Window::play("first-drill", 80, 24);
    first.keys("2 t u t p");
    first.pass(100);
    scribe.follow(&first.app).unwrap();
    assert!(!file::is_free(&path), "what somebody flies is not offered");
    first.app.update(Msg::End);
    scribe.follow(&first.app).unwrap();
    assert!(file::is_free(&path));
    let mut torn = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
    std::io::Write::write_all(&mut torn, b"{\"t\":100,\"ev").unwrap();
    drop(torn);

    let waiting = Waiting::from(&Summary::of(&path));
    let mut window = Window::at(Stage::Title(Title::new(vec![shipped("first-drill")]).waiting(Some(waiting))), 80, 24);
    insta::assert_snapshot!("offered_80x24", window.screen());
    window.keys("Enter");
    window.expect("flown again");
    let mut scribe = Scribe::new(None);
    let errand = window.app.errand.take().unwrap();
    going_on::run(&errand, &mut window.app, &mut scribe);
    window.expect("goes on exactly where it broke off");
    window.expect("┃┃ PAUSED");
    scribe.follow(&window.app).unwrap();
    window.keys("Space 1 g l");
    window.pass(120);
    assert_eq!(digest(&window), digest(&whole));
    scribe.follow(&window.app).unwrap();
    drop(scribe);
    let record = read(&std::fs::read(&path).unwrap()).unwrap();
    assert!(matches!(verify(&record), Verdict::True { interrupted: true, .. }));
    assert!(record.notes.iter().any(|(_, note)| *note == Note::Resumed), "what was done to the clock is noted");
}

#[test]
fn a_drill_that_broke_off_can_be_put_away() {
    let path = scratch("put-away.jsonl");
    let mut scribe = recorded(&path);
    let mut first = Window::play("first-drill", 80, 24);
    first.pass(30);
    scribe.follow(&first.app).unwrap();
    drop(scribe);
    let waiting = Waiting::from(&Summary::of(&path));
    let mut window = Window::at(Stage::Title(Title::default().waiting(Some(waiting))), 80, 24);
    window.keys("Esc c d");
    let errand = window.app.errand.take().unwrap();
    going_on::run(&errand, &mut window.app, &mut Scribe::new(None));
    let record = read(&std::fs::read(&path).unwrap()).unwrap();
    assert!(!record.interrupted() && !record.finished());
    window.keys("c");
    window.refuse("a drill broke off");
}

#[test]
fn an_exam_counts_its_pauses_across_a_break() {
    let path = scratch("exam.jsonl");
    let mut scribe = recorded(&path);
    let mission = shipped("first-drill");
    let allowed = mission.exam.pauses;
    assert!(allowed >= 2, "this test wants an exam with pauses");
    let mut first = Window::at(Stage::Brief { mission, seed: 7, exam: true }, 80, 24);
    first.keys("Enter");
    for _ in 1..allowed {
        first.keys("Space");
        scribe.follow(&first.app).unwrap();
        first.keys("Space");
        first.pass(5);
        scribe.follow(&first.app).unwrap();
    }
    drop(scribe);
    let goes_on = going_on::stage(file::resume(&path).unwrap(), &Settings::default());
    drop(goes_on.recorder);
    let mut window = Window::at(goes_on.stage, 80, 24);
    window.keys("Space");
    window.expect("pauses that this exam allows are used");
}
