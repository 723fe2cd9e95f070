//! Missions: what an instructor writes, and what they are told about it.

use leakdrill::mission::{self, library};

/// All problems of a text as a terminal without colour shows them.
fn problems(text: &str) -> String {
    mission::check(text).render("mission.toml", false)
}

#[test]
fn every_shipped_station_loads() {
    for station in library::stations() {
        let problems = mission::check_station(station.text);
        assert!(problems.is_empty(), "{}", problems.render(station.name, false));
        let layout = mission::load_station(station.text).expect("no problems");
        assert_eq!(layout.id, station.name);
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
    let names = |folder: &str| -> Vec<String> {
        let entries = std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).expect("the folder");
        let paths = entries.map(|e| e.expect("an entry").path()).filter(|p| p.extension().is_some_and(|e| e == "toml"));
        let mut names: Vec<String> =
            paths.map(|p| p.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let mut missions: Vec<&str> = library::list().map(|m| m.name).collect();
    missions.sort_unstable();
    assert_eq!(missions, names("missions"), "add the file to MISSIONS in src/mission/library.rs");
    let mut stations: Vec<&str> = library::stations().map(|s| s.name).collect();
    stations.sort_unstable();
    assert_eq!(stations, names("assets/stations"), "add the file to STATIONS in src/mission/library.rs");
}

#[test]
fn the_example_of_the_design_loads() {
    let text = include_str!("../data/night-leak.toml");
    assert_eq!(problems(text), "");
}
