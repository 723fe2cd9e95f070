//! The screens around the drill: title, past drills, progress, results with their debriefs.

use super::hands::Window;
use leakdrill::replay::{Header, file};
use leakdrill::sim::event::Outcome;
use leakdrill::store::Summary;
use leakdrill::tui::app::Msg;
use leakdrill::tui::scribe::Scribe;
use std::path::{Path, PathBuf};

/// Sizes that have a layout of their own.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (160, 50)];

fn past(mission: &str, title: &str, day: i64, points: f64, passed: bool) -> Summary {
    Summary {
        path: PathBuf::from(format!("/records/{mission}-{day}.jsonl")),
        id: String::new(),
        mission: mission.into(),
        title: title.into(),
        trainee: "Ada".into(),
        started_unix_s: 1_725_000_000 + day * 86_400,
        seed: Some(7),
        exam: day == 3,
        attempt: 1,
        taken_over: false,
        ticks: 4000,
        outcome: Some(if passed { Outcome::Held } else { Outcome::TimeLimit }),
        points,
        max: 100.0,
        passed,
        items: vec![
            ("reserve time".into(), "Reserve time near the truth".into(), points / 4.0, 25.0),
            ("repair".into(), "Patched".into(), 25.0, 25.0),
        ],
        can_go_on: false,
        damage: None,
    }
}

fn drills() -> Vec<Summary> {
    let broken = Summary { damage: Some("line 3 is not as it was written".into()), ..past("x", "", 0, 0.0, false) };
    let off = Summary { outcome: None, ..past("reserve-time", "Reserve time", 4, 0.0, false) };
    vec![
        off,
        past("night-leak", "Night leak", 3, 55.0, false),
        past("first-drill", "First drill", 2, 92.0, true),
        past("first-drill", "First drill", 1, 61.0, false),
        broken,
    ]
}

fn title(w: u16, h: u16) -> Window {
    Window::title(w, h).with_past("Ada", drills())
}

/// A first drill in which the crew waits until the end.
fn waited(w: u16, h: u16) -> Window {
    let mut window = Window::play("first-drill", w, h);
    window.until("Time is up");
    window
}

#[test]
fn the_title_shows_what_can_be_flown_and_how_it_went() {
    for (w, h) in SIZES {
        let mut window = title(w, h);
        window.keys("Down Down");
        insta::assert_snapshot!(format!("title_{w}x{h}"), window.screen());
        window.keys("x");
        window.expect("EXAM RULES");
        window.expect(", settings");
    }
    let fresh = Window::title(80, 24);
    insta::assert_snapshot!("title_first_time_80x24", fresh.screen());
}

#[test]
fn past_drills_are_listed_and_lead_back() {
    for (w, h) in SIZES {
        let mut window = title(w, h);
        window.keys("r Down");
        insta::assert_snapshot!(format!("records_{w}x{h}"), window.screen());
        window.keys("Esc");
        window.expect("Night leak");
    }
    let mut none = Window::title(80, 24).with_past("Ada", Vec::new());
    none.keys("r");
    none.expect("No drill has been flown yet");
}

#[test]
fn a_record_that_cannot_be_read_is_told() {
    let mut window = title(80, 24);
    window.keys("r Enter");
    window.settle();
    window.expect("/records/reserve-time-4.jsonl");
}

#[test]
fn progress_suggests_what_to_fly_and_enter_flies_it() {
    for (w, h) in SIZES {
        let mut window = title(w, h);
        window.keys("p");
        insta::assert_snapshot!(format!("progress_{w}x{h}"), window.screen());
        window.keys("Enter");
        window.expect("Enter begin");
        window.expect("Night leak");
    }
}

#[test]
fn a_result_opens_with_a_sentence_and_the_debrief_follows() {
    for (w, h) in SIZES {
        let mut window = waited(w, h);
        window.expect("Time is up, and nothing was declared.");
        window.expect("debrief comes");
        insta::assert_snapshot!(format!("result_working_{w}x{h}"), window.screen());
        window.settle();
        window.refuse("debrief comes");
        insta::assert_snapshot!(format!("result_{w}x{h}"), window.screen());
        for part in ["two", "three", "four", "five"] {
            window.keys("Tab");
            insta::assert_snapshot!(format!("result_part_{part}_{w}x{h}"), window.screen());
        }
    }
}

#[test]
fn the_chart_falls_in_ascii_too() {
    let mut window = waited(80, 24);
    window.keys(", Down Enter Esc");
    window.settle();
    window.keys("Tab Tab Tab");
    insta::assert_snapshot!("result_chart_ascii_80x24", window.screen());
}

#[test]
fn scrolling_stops_at_the_end_and_comes_back_at_once() {
    let mut window = waited(80, 24);
    window.settle();
    let first = window.screen();
    window.keys(&"PgDn ".repeat(60));
    let end = window.screen();
    window.keys("k");
    assert_ne!(window.screen(), end);
    window.keys(&"k ".repeat(2000));
    assert_eq!(window.screen(), first);
}

#[test]
fn a_drill_that_was_left_tells_no_truth() {
    for (w, h) in SIZES {
        let mut window = Window::play("first-drill", w, h);
        window.pass(600);
        window.keys("q y");
        window.settle();
        window.expect("The drill was stopped before its end.");
        window.expect("stay untold");
        window.refuse("scorecard");
        insta::assert_snapshot!(format!("result_left_{w}x{h}"), window.screen());
    }
}

/// A file for the record of a drill, and who writes it.
fn scribe(name: &str) -> (PathBuf, Scribe) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("lobby").join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    let named = path.clone();
    let open = move |drill: &leakdrill::drill::Drill, _: Option<&Header>| {
        file::create(&named, &Header::new(drill.mission(), drill.seed()), &drill.mission().layout)
    };
    (path, Scribe::new(Some(Box::new(open))))
}

#[test]
fn a_result_and_a_list_lead_to_the_drill_seen_again_and_back() {
    let (path, mut scribe) = scribe("again.jsonl");
    let mut window = Window::play("first-drill", 80, 24);
    scribe.follow(&window.app).unwrap();
    window.until("Time is up");
    window.refuse("w watch");
    scribe.follow(&window.app).unwrap();
    window.app.update(Msg::Kept(scribe.kept().unwrap()));
    insta::assert_snapshot!("result_kept_80x24", window.screen());
    let debrief = std::mem::take(&mut window.app.wants);
    window.keys("w");
    window.settle();
    window.expect("REPLAY");
    window.app.wants = debrief;
    window.settle();
    window.keys("n q");
    window.expect("Time is up, and nothing was declared.");
    window.refuse("debrief comes");

    let mut list = Window::title(80, 24).with_past("Ada", vec![Summary::of(&path)]);
    list.keys("r w");
    list.settle();
    list.keys("Right");
    list.expect("REPLAY");
    list.keys("?");
    list.expect("A record being watched");
    for (w, h) in SIZES {
        insta::assert_snapshot!(format!("help_in_a_replay_{w}x{h}"), list.drawn_at(w, h));
    }
    list.keys("Esc t");
    list.expect("the truth, beside what was shown");
    list.expect("Esc back");
    list.keys("Esc");
    list.refuse("the truth, beside what was shown");
    list.keys("Esc");
    list.expect("past drills");
    list.keys("Enter");
    list.settle();
    list.expect("Time is up, and nothing was declared.");
    list.keys("w");
    list.settle();
    list.keys("Right o y");
    list.expect("You fly on from here");
    list.keys("q y Enter");
    list.expect("missions");
}

#[test]
fn a_drill_that_was_left_goes_on_from_its_result_and_from_the_list() {
    let (path, mut scribe) = scribe("left.jsonl");
    let mut window = Window::play("first-drill", 80, 24);
    window.pass(30);
    scribe.follow(&window.app).unwrap();
    window.keys("q y");
    scribe.follow(&window.app).unwrap();
    window.app.update(Msg::Kept(scribe.kept().unwrap()));
    insta::assert_snapshot!("result_left_kept_80x24", window.screen());
    window.keys("c Enter");
    go_on(&mut window, &path);

    let mut list = Window::title(80, 24).with_past("Ada", vec![Summary::of(&path)]);
    list.keys("r");
    list.expect("c go on");
    list.keys("c");
    for (w, h) in SIZES {
        insta::assert_snapshot!(format!("records_offered_{w}x{h}"), list.drawn_at(w, h));
    }
    list.keys("Enter");
    go_on(&mut list, &path);
    list.keys("q y Enter");
    list.expect("missions");
}

fn go_on(window: &mut Window, path: &Path) {
    let errand = window.app.errand.take().unwrap();
    leakdrill::tui::going_on::run(&errand, &mut window.app, &mut Scribe::new(None));
    window.expect("goes on exactly where it broke off");
    window.expect("T+00:00:30");
    assert!(file::is_free(path));
}

#[test]
fn the_title_offers_what_broke_off_meanwhile() {
    let (path, mut scribe) = scribe("meanwhile.jsonl");
    let mut flown = Window::play("first-drill", 80, 24);
    flown.pass(30);
    scribe.follow(&flown.app).unwrap();
    drop(scribe);
    let drill = Summary::of(&path);
    let mut window = title(80, 24);
    window.keys("c");
    window.refuse("a drill broke off");
    window.app.update(Msg::Waiting(leakdrill::tui::going_on::Waiting::newest(&[drill])));
    window.refuse("a drill broke off");
    for shown in ["c go on", ", settings", "? help", "q leave"] {
        window.expect(shown);
    }
    for (w, h) in SIZES {
        insta::assert_snapshot!(format!("title_waiting_{w}x{h}"), window.drawn_at(w, h));
    }
    window.keys("c");
    window.expect("a drill broke off");
}

#[test]
fn no_size_panics_around_the_drill() {
    let mut screens = vec![title(80, 24), waited(80, 24)];
    for keys in ["r", "p", "Enter", ",", "?"] {
        let mut window = title(80, 24);
        window.keys(keys);
        screens.push(window);
    }
    let mut told = waited(80, 24);
    told.settle();
    told.resize(160, 50);
    screens.push(told);
    for window in &screens {
        for w in (0..=200).step_by(11) {
            for h in (0..=60).step_by(4) {
                window.drawn_at(w, h);
            }
        }
    }
}

#[test]
fn an_edited_mission_file_is_told_and_offered() {
    let mut window = Window::play("first-drill", 80, 24);
    window.pass(5);
    let text =
        include_str!("../../../missions/first-drill.toml").replace("title = \"First drill\"", "title = \"Edited\"");
    let edited = std::sync::Arc::new(leakdrill::mission::load("edited", &text, None).unwrap());
    window.app.update(Msg::Edited(Err("edited.toml:3:1: there is no field `titel`".into())));
    window.expect("there is no field `titel`");
    window.keys("Esc");
    window.app.update(Msg::Edited(Ok(edited.clone())));
    window.expect("the mission file has changed");
    window.keys("n");
    window.expect("First drill");
    window.app.update(Msg::Edited(Ok(edited)));
    window.keys("y");
    window.app.go_next();
    window.expect("Edited");
    window.expect("Enter begin");
}

#[test]
fn a_file_counts_as_edited_once_for_each_writing() {
    let path = std::env::temp_dir().join(format!("leakdrill-draft-{}.toml", std::process::id()));
    std::fs::write(&path, "one").unwrap();
    let mut draft = leakdrill::store::Draft::new(path.clone());
    assert!(!draft.edited());
    std::fs::write(&path, "three").unwrap();
    assert!(draft.edited() && !draft.edited());
    std::fs::remove_file(&path).unwrap();
    assert!(!draft.edited(), "an editor replaces a file by way of none");
}

#[test]
fn the_title_goes_through_the_levels_that_a_mission_offers() {
    for (w, h) in SIZES {
        let mut window = title(w, h);
        window.settle();
        window.refuse("Level");
        window.keys("l");
        window.refuse("Level");
        // Slow leak is the sixth.
        window.keys("Down Down Down Down Down");
        for levels in ["easy [normal] hard", "easy normal [hard]", "[easy] normal hard", "easy [normal] hard"] {
            window.expect(&format!("Level (l): {levels}"));
            window.keys("l");
        }
        window.expect("Level (l): easy normal [hard]");
        window.keys("Enter");
        window.expect("Level: hard    International Space Station");
    }
}
