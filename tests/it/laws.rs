//! The laws of the house: who may know whom, how large a file may grow, what may not be left lying about.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and the rooms that it may name. The map in `src/lib.rs` shows the same as a drawing.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("sim", &["units"]),
    ("mission", &["sim", "units"]),
    ("drill", &["mission", "sim", "units"]),
    ("replay", &["drill", "mission", "sim", "units"]),
    ("belief", &["drill", "mission", "sim", "units"]),
    ("pilot", &["belief", "drill", "mission", "sim", "units"]),
    ("score", &["drill", "mission", "sim", "units"]),
    ("words", &["drill", "mission", "score", "sim", "units"]),
    ("debrief", &["belief", "drill", "mission", "pilot", "replay", "score", "sim", "units", "words"]),
    ("export", &["belief", "debrief", "drill", "mission", "pilot", "replay", "score", "sim", "units", "words"]),
    ("lab", &["belief", "debrief", "drill", "mission", "pilot", "replay", "score", "sim", "units", "words"]),
    ("store", &["debrief", "drill", "mission", "replay", "score", "sim", "units", "words"]),
    (
        "tui",
        &[
            "belief", "debrief", "drill", "export", "lab", "mission", "pilot", "replay", "score", "sim", "store",
            "units", "words",
        ],
    ),
    (
        "cli",
        &[
            "belief", "debrief", "drill", "export", "lab", "mission", "pilot", "replay", "score", "sim", "store",
            "tui", "units", "words",
        ],
    ),
];

/// Files that hold a table of words or fields rather than a noun, and may grow.
const TABLES: &[&str] = &["src/mission/table/", "src/words/en/", "tests/"];

const BUDGET_LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(under: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(under), &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file");
        (path.strip_prefix(root()).expect("inside the project").to_path_buf(), text)
    };
    found.into_iter().map(read).collect()
}

/// Every `crate::room` that a file names, comments left out, tests within the file too.
fn rooms_named(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or(""))
        .collect()
}

#[test]
fn rooms_name_only_the_rooms_below_them() {
    let may: BTreeMap<_, _> = MAY_NAME.iter().copied().collect();
    let mut broken = Vec::new();
    for (path, text) in rust_files("src") {
        let mut parts = path.components().skip(1).map(|c| c.as_os_str().to_string_lossy().to_string());
        let (Some(room), Some(_)) = (parts.next(), parts.next()) else { continue };
        let allowed = may.get(room.as_str()).unwrap_or_else(|| panic!("the room {room} is not in the table of laws"));
        assert!(!text.contains("use crate::{"), "{}: one `use` a room, so that this law can read it", path.display());
        for named in rooms_named(&text) {
            if named != room && may.contains_key(named) && !allowed.contains(&named) {
                broken.push(format!("{} names {named}, which {room} may not know", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_room_is_in_the_table_of_laws_and_says_what_it_is_for() {
    for entry in fs::read_dir(root().join("src")).unwrap().flatten().filter(|e| e.path().is_dir()) {
        let room = entry.file_name().to_string_lossy().to_string();
        assert!(MAY_NAME.iter().any(|(name, _)| *name == room), "{room} is not in the table of laws");
        let door = fs::read_to_string(entry.path().join("mod.rs")).unwrap();
        let said = door.lines().take_while(|line| line.starts_with("//!")).count();
        assert!((3..=20).contains(&said), "src/{room}/mod.rs opens with {said} lines on what it is for");
    }
}

#[test]
fn files_stay_small_enough_to_read_in_one_go() {
    let long: Vec<_> = rust_files("src")
        .into_iter()
        .filter(|(path, _)| !TABLES.iter().any(|table| path.to_string_lossy().starts_with(table)))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > BUDGET_LINES)
        .collect();
    assert!(long.is_empty(), "over {BUDGET_LINES} lines, so each is two nouns: {long:?}");
}

#[test]
fn nothing_is_left_lying_about() {
    let words = ["dbg!(", "todo!(", "unimplemented!(", concat!("FIX", "ME"), concat!("XX", "X")];
    for (path, text) in rust_files("src") {
        for word in words {
            assert!(!text.contains(word), "{} still has {word}", path.display());
        }
    }
}

#[test]
fn the_rules_know_no_clock_file_thread_or_hash_order() {
    let banned = ["std::time", "std::fs", "std::thread", "std::net", "HashMap", "HashSet", "thread_rng", "SystemTime"];
    for room in ["units", "sim", "drill", "score", "belief", "pilot"] {
        for (path, text) in rust_files(&format!("src/{room}")) {
            for name in banned {
                let used = text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(name));
                assert!(!used, "{} uses {name}", path.display());
            }
        }
    }
}
