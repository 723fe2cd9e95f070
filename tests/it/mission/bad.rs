//! Bad missions: each file under tests/bad stands beside the whole message that its author gets.

use super::{files, root, writes};
use leakdrill::mission;

#[test]
fn every_bad_mission_gets_its_whole_message() {
    let mut wrong = Vec::new();
    let all = files("tests/bad");
    assert!(all.len() >= 100, "a hundred bad missions or more, not {}", all.len());
    for (name, path) in all {
        let text = std::fs::read_to_string(&path).expect("a mission");
        let problems = mission::check(&text);
        assert!(!problems.is_empty(), "{name} has nothing wrong with it");
        let said = problems.render(&format!("{name}.toml"), false);
        let expected = root().join("tests/bad").join(format!("{name}.txt"));
        if writes() {
            std::fs::write(expected, said).expect("can write");
        } else if std::fs::read_to_string(expected).unwrap_or_default() != said {
            wrong.push(format!("--- {name}\n{said}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "other messages than expected; if they are better, write them with LEAKDRILL_WRITE=1 and read them:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_same_problems_are_there_for_an_editor() {
    for (name, path) in files("tests/bad") {
        let text = std::fs::read_to_string(&path).expect("a mission");
        let problems = mission::check(&text);
        let json = problems.to_json("mission.toml");
        let list = json["problems"].as_array().expect("a list");
        assert_eq!(list.len(), problems.list().len());
        for problem in list {
            let line = problem["line"].as_u64().expect("a line") as usize;
            let column = problem["column"].as_u64().expect("a column") as usize;
            let source = text.split('\n').nth(line - 1).unwrap_or("");
            assert!(column <= source.chars().count() + 1, "{name}: {problem}");
            assert!(!problem["message"].as_str().expect("a message").is_empty());
        }
    }
}

/// A new sort of problem without a bad mission that shows it fails here.
#[test]
fn every_sort_of_problem_has_a_bad_mission() {
    let source = include_str!("../../../src/mission/problem.rs");
    let sorts = source.split("pub enum Kind {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the sorts");
    let sorts = sorts.lines().filter_map(|line| line.trim().strip_suffix(',')).filter(|name| !name.contains(' '));
    let shown: Vec<String> = files("tests/bad")
        .iter()
        .flat_map(|(_, path)| mission::check(&std::fs::read_to_string(path).expect("a mission")).list().to_vec())
        .map(|problem| format!("{:?}", problem.kind))
        .collect();
    // Too large for a file here, and a level that is asked for beside the file: tests of their own.
    let elsewhere = ["TooLarge", "UnknownLevel"];
    let missing: Vec<&str> = sorts.filter(|s| !shown.iter().any(|k| k == s) && !elsewhere.contains(s)).collect();
    assert!(missing.is_empty(), "no bad mission shows {missing:?}");
}

#[test]
fn one_mistake_is_one_problem() {
    // Those that make several mistakes, and those whose one mistake takes several things away.
    const SEVERAL: &[&str] = &[
        "compartment-new-incomplete",
        "empty-file",
        "hole-in-unknown-places",
        "no-toml-at-all",
        "score-measure-without-ends",
        "score-measure-without-unit",
        "score-none-beside-a-warning",
        "several-at-once",
        "station-empty",
        "strikes-weights-of-nothings",
    ];
    // One mistake of which something else in the file is wrong too, and is better told at once.
    const TWO: &[&str] = &[
        "compartment-removed-with-crew",
        "event-waits-for-a-cycle",
        "events-none",
        "faces-unknown-side",
        "setting-misspelt",
    ];
    for (name, path) in files("tests/bad") {
        if name.starts_with("syntax") || SEVERAL.contains(&name.as_str()) {
            continue;
        }
        let problems = mission::check(&std::fs::read_to_string(&path).expect("a mission"));
        let expected = if TWO.contains(&name.as_str()) { 2 } else { 1 };
        assert_eq!(problems.list().len(), expected, "{name}:\n{}", problems.render(&name, false));
    }
}
