//! The program itself: help, manual, lists, names that are nearly right, readers that go away, its own numbers.

use super::{json, leakdrill, scratch};
use std::process::{Command, Stdio};

#[test]
fn what_is_nearly_right_is_asked_back() {
    let answer = leakdrill(&["run", "frist-drill"]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert!(answer.err.contains("did you mean \"first-drill\"?"), "{}", answer.err);
    let answer = leakdrill(&["run", "first-drill", "--sead", "3"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("--seed"), "{}", answer.err);
    let answer = leakdrill(&["runn", "first-drill"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("'run'"), "{}", answer.err);
    let answer = leakdrill(&["first-drill"]);
    assert!(answer.err.contains("leakdrill play first-drill"), "{}", answer.err);
    let answer = leakdrill(&["run", "no/such/file.toml"]);
    assert_eq!((answer.code, answer.err.as_str()), (2, "leakdrill: no/such/file.toml: there is no such file\n"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leakdrill"))
        .args(["man"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn list_names_every_mission_that_ships_for_people_and_programs() {
    let text = leakdrill(&["list"]).out;
    let json = json(&leakdrill(&["list", "--format", "json"]));
    let missions = json["missions"].as_array().unwrap();
    assert!(missions.len() >= 3);
    for mission in missions {
        assert_eq!(mission["usable"], true);
        assert!(text.contains(mission["name"].as_str().unwrap()));
    }
}

#[test]
fn help_says_where_files_live_and_the_manual_knows_every_verb() {
    let help = leakdrill(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("LEAKDRILL_HOME") && help.out.contains("Exit codes:"));
    let man = leakdrill(&["man"]).out.replace("\\-", "-").replace("\\*(Aq", "'");
    let orders = leakdrill(&["run", "--help"]).out;
    for row in leakdrill::drill::grammar::verbs() {
        assert!(man.contains(leakdrill::words::verb_help(row.verb)), "{}", row.name);
        assert!(orders.contains(&row.form()), "{}", row.name);
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(leakdrill(&["completions", shell]).out.contains("leakdrill"));
    }
}

#[test]
fn validate_lays_our_numbers_beside_theirs() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reference");
    let page = scratch("validate.html");
    let page_name = page.display().to_string();
    let args = [
        "validate", "--only", "cases", "--only", "events", "--cases", folder, "--format", "json", "--html", &page_name,
    ];
    let answer = leakdrill(&args);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
    let json = json(&answer);
    for field in ["case", "max_pressure_error_rel", "max_event_error_rel", "passed"] {
        assert!(json["cases"][0].get(field).is_some(), "{field}");
    }
    for field in ["name", "ours", "theirs", "source", "kind", "passed"] {
        assert!(json["events"][0].get(field).is_some(), "{field}");
    }
    assert!(std::fs::read_to_string(&page).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(leakdrill(&["validate", "--cases", "no/such/folder"]).code, 2);
}
