//! Good missions load, and what comes out is what was written.

use super::{files, root};
use leakdrill::mission::model::{Action, Condition, DeedKind, Test};
use leakdrill::mission::{self, Kind, library};
use leakdrill::units::Tick;

const SMALL: &str = r#"format = 1
title = "Small"
brief = "Find the leak."
time_limit = "2h"
[station]
preset = "trainer"
[[event]]
name = "hole"
at = "5m"
do = { hole = { in = "lab", diameter = "2 mm" } }
[[score]]
name = "Leak found"
points = 10
critical = true
when = { done = "find" }
"#;

/// The small mission with something put in before its events.
fn small(more: &str) -> mission::Mission {
    let text = SMALL.replacen("[[event]]", &format!("{more}\n[[event]]"), 1);
    mission::load("small", &text, None).unwrap_or_else(|p| panic!("{}", p.render("small.toml", false)))
}

#[test]
fn every_shipped_station_loads() {
    for station in library::stations() {
        let problems = mission::check_station(station.text);
        assert!(problems.is_empty(), "{}", problems.render(station.name, false));
        let layout = mission::load_station(station.text).expect("no problems");
        assert_eq!(layout.id, station.name);
        assert!(mission::check(station.text).is_empty(), "check tells a station file from a mission");
    }
}

#[test]
fn every_shipped_mission_loads() {
    for shipped in library::list() {
        let problems = mission::check(shipped.text);
        assert!(problems.is_empty(), "{}", problems.render(shipped.name, false));
        assert!(mission::load(shipped.name, shipped.text, None).is_ok());
    }
}

#[test]
fn the_library_is_what_lies_in_the_folders() {
    let names = |folder| files(folder).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let mut missions: Vec<&str> = library::list().map(|m| m.name).collect();
    missions.sort_unstable();
    assert_eq!(missions, names("missions"), "add the file to MISSIONS in src/mission/library.rs");
    let mut stations: Vec<&str> = library::stations().map(|s| s.name).collect();
    stations.sort_unstable();
    assert_eq!(stations, names("assets/stations"), "add the file to STATIONS in src/mission/library.rs");
}

#[test]
fn missions_of_every_kind_load_without_a_word() {
    for (name, path) in files("tests/data/missions") {
        let text = std::fs::read_to_string(path).expect("a mission");
        let problems = mission::check(&text);
        assert!(problems.is_empty(), "{}", problems.render(&name, false));
    }
}

#[test]
fn a_new_mission_passes_the_check_whatever_its_name() {
    for name in ["night-leak", "", "über \"alles\" \\ \u{1b}[31m", &"x".repeat(500)] {
        let text = mission::template(name);
        let problems = mission::check(&text);
        assert!(problems.is_empty(), "{}", problems.render("new.toml", false));
    }
    assert!(mission::template("night-leak").contains("title = \"Night leak\""));
}

#[test]
fn a_leak_given_by_its_rate_has_the_published_area() {
    // 0.6 mmHg/h in 842 m3 at 745 mmHg and 295 K is 0.945 mm2 (the facts of MS-09).
    let text = std::fs::read_to_string(root().join("tests/data/missions/night-leak.toml")).expect("a mission");
    let text = text.replace("cd_area_mm2 = 0.945", "rate = \"0.6 mmHg/h\"");
    let mission = mission::load("night", &text, None).expect("no problems");
    let Action::Hole(hole) = &mission.script[0].actions[0] else { panic!("a hole") };
    assert!((hole.cd_area_mm2.0 - 0.945).abs() < 0.01, "{:?}", hole.cd_area_mm2);
    let volume: f64 = mission.layout.compartments.iter().map(|c| c.volume.0).sum();
    assert!((volume - 842.0).abs() < 0.5, "{volume}");
}

#[test]
fn the_example_of_the_design_means_what_it_says() {
    let text = std::fs::read_to_string(root().join("tests/data/missions/night-leak.toml")).expect("a mission");
    let mission = mission::load("night", &text, None).expect("no problems");
    assert_eq!(mission.start_unix_s, 1_535_583_600);
    assert_eq!(mission.time_limit, Tick::hms(48, 0, 0));
    assert_eq!(mission.script[0].when, Condition::At(Tick::hms(0, 10, 0)));
    let Condition::All(both) = &mission.script[1].when else { panic!("two conditions") };
    assert!(
        matches!(both[0], Condition::Hatch { shut: true, hatch } if mission.layout.hatch(hatch).id == "ga-rassvet")
    );
    assert_eq!(both[1], Condition::Steady { sensor: None, for_s: 600 });
    let strikes = mission.strikes.as_ref().expect("strikes");
    assert_eq!((strikes.reserve_s, strikes.grace_s, strikes.at_most), (Some((3600.0, 86_400.0)), 600, 2));
    let Test::When { condition: Condition::Before { first, second }, .. } = &mission.rubric.items[0].test else {
        panic!("one deed before another")
    };
    assert_eq!(first.what, DeedKind::LeakCheck { holds: None });
    let boat: Vec<&str> = first.places.iter().map(|c| mission.layout.compartment(*c).id.as_str()).collect();
    assert_eq!(boat, ["ms09-bo", "ms09-sa"]);
    assert_eq!(second.what, DeedKind::Close);
    let dividing: Vec<&str> = second.hatches.iter().map(|h| mission.layout.hatch(*h).id.as_str()).collect();
    assert!(!dividing.is_empty());
    for hatch in &second.hatches {
        let [a, b] = mission.layout.hatch(*hatch).between;
        assert_ne!(mission.layout.compartment(a).segment, mission.layout.compartment(b).segment, "{dividing:?}");
    }
}

#[test]
fn a_station_may_be_changed_piece_by_piece() {
    let mission = small(
        "[[station.compartment]]\nid = \"lab\"\nvolume = \"50 m3\"\n\
         [[station.equipment]]\nid = \"generator\"\non = false\n\
         [[station.stock]]\nitem = \"tape\"\nin = \"node\"\ncount = 0\n\
         [[station.stock]]\nitem = \"candle\"\nin = \"lab\"\ncount = 2\n\
         [crew.lind]\nin = \"boat\"\nasleep = true\n",
    );
    let l = &mission.layout;
    let lab = l.compartment(l.find_compartment("lab").expect("lab"));
    assert_eq!((lab.volume.0, lab.name.as_str()), (50.0, "Laboratory"));
    assert!(!l.machine(l.find_equipment("generator").expect("generator")).on);
    assert!(l.stock.iter().all(|s| s.item.id() != "tape"));
    assert!(l.stock.iter().any(|s| s.item.id() == "candle" && s.count == 2));
    let lind = l.person(l.find_person("lind").expect("lind"));
    assert_eq!((l.compartment(lind.compartment).id.as_str(), lind.asleep), ("boat", true));
}

#[test]
fn what_is_removed_takes_along_what_was_in_it() {
    let text = SMALL.replace("trainer", "iss-2018-08-30").replace("in = \"lab\"", "in = \"destiny\"").replacen(
        "[[event]]",
        "[[station.vehicle]]\nid = \"progress\"\nremove = true\n[[event]]",
        1,
    );
    let text = match mission::load("less", &text, None) {
        Ok(_) => text,
        Err(_) => text.replace("destiny", "lab"),
    };
    let mission = mission::load("less", &text, None).unwrap_or_else(|p| panic!("{}", p.render("less.toml", false)));
    assert!(mission.layout.find_vehicle("progress").is_none());
    assert!(mission.layout.find_compartment("progress").is_none());
    assert!(mission.layout.find_hatch("pirs-progress").is_none());
    assert!(mission.layout.tanks.iter().all(|t| !t.id.starts_with("progress")));
}

#[test]
fn difficulty_changes_the_values_that_the_file_declares() {
    let text = SMALL.replace("\"2 mm\"", "\"$size\"").replacen(
        "[[event]]",
        "[settings.size]\ntitle = \"Hole\"\neasy = \"4 mm\"\nnormal = \"2 mm\"\nhard = \"1 mm\"\n[[event]]",
        1,
    );
    let area = |level| {
        let mission = mission::load("levels", &text, level).expect("no problems");
        let Action::Hole(hole) = &mission.script[0].actions[0] else { panic!("a hole") };
        (hole.cd_area_mm2.0, mission.settings[0].clone())
    };
    let (normal, setting) = area(None);
    assert_eq!(setting, ("Hole".to_owned(), "2 mm".to_owned()));
    assert!((normal - 2.513).abs() < 1e-3);
    assert!((area(Some("easy")).0 / normal - 4.0).abs() < 1e-9);
    assert!((area(Some("hard")).0 / normal - 0.25).abs() < 1e-9);
    let wrong = mission::load("levels", &text, Some("harder")).expect_err("no such level");
    assert_eq!(wrong.list()[0].kind, Kind::UnknownLevel);
}

#[test]
fn a_record_may_carry_its_own_station() {
    let station = library::station("trainer").expect("it ships").text.replace("40 m3", "41 m3");
    let mission = mission::Mission::from_texts("small", SMALL, Some(&station), None).expect("no problems");
    assert_eq!(mission.layout.compartments[0].volume.0, 41.0);
    assert_eq!(mission.station_text.as_deref(), Some(station.as_str()));
}

#[test]
fn a_file_beyond_its_limit_is_refused_before_it_is_read() {
    let text = format!("{SMALL}# {}\n", "x".repeat(300 * 1024));
    assert_eq!(mission::check(&text).list()[0].kind, Kind::TooLarge);
}

#[test]
fn a_station_of_a_newer_format_is_refused_alone_and_under_a_mission() {
    let newer = library::station("trainer").expect("it ships").text.replace("format = 1", "format = 9");
    let problems = mission::check(&newer);
    assert_eq!(problems.list().iter().map(|p| p.kind).collect::<Vec<_>>(), [Kind::UnknownFormat]);
    assert!(mission::load_station(&newer).is_err());
    let under = mission::Mission::from_texts("small", SMALL, Some(&newer), None).expect_err("format 9");
    assert_eq!(under.list().iter().map(|p| p.kind).collect::<Vec<_>>(), [Kind::UnknownFormat]);
}

#[test]
fn who_is_asked_of_the_place_where_the_deed_is_nobodys() {
    let when = |when: &str| {
        let event = format!("[[event]]\nwhen = {when}\ndo = {{ wake = \"all\" }}");
        let mission = small(&event);
        (mission.layout.find_person("lind"), mission.script[0].when.clone())
    };
    let (lind, Condition::All(both)) = when("{ done = \"muster\", inside = \"boat\", who = \"lind\" }") else {
        panic!("two conditions")
    };
    assert!(matches!(&both[0], Condition::Done { deed, .. } if deed.what == DeedKind::Muster && deed.who.is_none()));
    assert!(matches!(&both[1], Condition::Inside { who, .. } if *who == lind && lind.is_some()));
    // Of a deed that is somebody's, it says by whom.
    let (lind, Condition::All(both)) = when("{ done = \"find\", inside = \"boat\", who = \"lind\" }") else {
        panic!("two conditions")
    };
    assert!(matches!(&both[0], Condition::Done { deed, .. } if deed.who == lind && lind.is_some()));
    assert!(matches!(&both[1], Condition::Inside { who: None, .. }));
}
