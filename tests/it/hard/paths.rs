//! Names from files never become paths outside the folders of the program.

use super::{answer, folder, honest, program};
use leakdrill::store::Home;

#[test]
fn a_record_is_named_by_its_mission_and_stays_in_its_folder() {
    let root = folder("names-of-records");
    let home = Home::under(&root);
    let long = "x".repeat(5000);
    for name in
        ["../../x", "/etc/passwd", "..", ".", "", "a/b", "a\\b", "a\0b", "C:\\x", "\u{1b}[2J", "ünïcode", "-rf", &long]
    {
        for second in [0, -1, 1_535_608_800, i64::from(u32::MAX), 253_402_300_800, -62_167_219_201] {
            let path = home.new_record(name, second).expect("a name");
            assert_eq!(path.parent(), Some(home.records().as_path()), "{name:?} goes elsewhere");
            let file = path.file_name().unwrap().to_str().unwrap();
            let plain = file.strip_suffix(".jsonl").unwrap();
            assert!(plain.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{file}");
            assert!(file.len() < 120, "{file}");
            std::fs::write(&path, "").expect("the system takes the name");
        }
    }
}

/// A record whose mission is called like a path, and whose theme and station are too, writes and reads nothing outside.
#[test]
fn names_in_files_are_looked_up_and_never_opened() {
    let root = folder("names-in-files");
    let home = root.join("home");
    std::fs::create_dir_all(home.join("themes")).unwrap();
    std::fs::write(root.join("outside.toml"), "base = \"light\"\n").unwrap();
    std::fs::write(home.join("config.toml"), "theme = \"../../outside\"\n").unwrap();
    let mission = "format = 1\ntitle = \"t\"\nbrief = \"b\"\ntime_limit = \"1h\"\n[station]\npreset = \"../outside\"\n";
    std::fs::write(root.join("mission.toml"), mission).unwrap();
    let checked = answer(program(&home).arg("check").arg(root.join("mission.toml")), "");
    assert!(
        checked.all().contains("there is no station `../outside`") || checked.all().contains("../outside"),
        "{}",
        checked.all()
    );
    assert_eq!(checked.code, Some(1));

    let record = root.join("record.jsonl");
    std::fs::write(&record, honest(60, |header| header.mission = "../../../outside".into())).unwrap();
    let before = listing(&root);
    for args in [["verify"], ["score"], ["debrief"]] {
        answer(program(&home).args(args).arg(&record), "");
    }
    let flown = answer(program(&home).args(["play", "--plain", "first-drill"]), "wait 1m\nquit\n");
    assert_eq!(flown.code, Some(0), "{}", flown.all());
    let new: Vec<String> = listing(&root).into_iter().filter(|path| !before.contains(path)).collect();
    assert!(new.iter().all(|path| path.starts_with("home/")), "written outside: {new:?}");
    assert!(new.iter().any(|path| path.starts_with("home/records/")), "{new:?}");
}

/// Every file under a folder.
fn listing(root: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut todo = vec![root.to_owned()];
    while let Some(folder) = todo.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                todo.push(path);
            } else {
                found.push(path.strip_prefix(root).unwrap().display().to_string());
            }
        }
    }
    found
}
