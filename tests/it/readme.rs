//! The README says what is so: its commands are run, its table of commands is the program's.

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../../README.md");

/// The blocks fenced as `console`.
fn consoles() -> impl Iterator<Item = &'static str> {
    README.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap())
}

/// A command with the lines that are shown after it.
fn commands(block: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), found.last_mut()) {
            (Some(command), _) => found.push((command, Vec::new())),
            (None, Some((_, shown))) if line != "..." => shown.push(line),
            _ => {}
        }
    }
    found
}

#[test]
fn every_console_block_does_what_it_shows() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("readme-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("missions")).unwrap();
    let mission = include_str!("../../missions/first-drill.toml");
    std::fs::write(folder.join("missions/first-drill.toml"), mission).unwrap();
    let mut ran = 0;
    for (command, shown) in consoles().flat_map(commands) {
        let mut words = command.split_whitespace();
        assert_eq!(words.next(), Some("leakdrill"), "{command}");
        let output = Command::new(env!("CARGO_BIN_EXE_leakdrill"))
            .args(words)
            .current_dir(&folder)
            .env("LEAKDRILL_HOME", folder.join("home"))
            .output()
            .unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        for line in shown {
            assert!(out.contains(line), "{command} does not print \"{line}\":\n{out}");
        }
        ran += 1;
    }
    assert!(ran >= 4);
}

#[test]
fn the_table_of_commands_is_the_programs() {
    let help = Command::new(env!("CARGO_BIN_EXE_leakdrill")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<&str> = list
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(names.len() >= 10);
    for name in &names {
        assert!(README.contains(&format!("| `leakdrill {name}")), "{name} is not in the README");
    }
    for row in README.lines().filter_map(|line| line.strip_prefix("| `leakdrill ")) {
        let name = row.split([' ', '`']).next().unwrap();
        assert!(names.contains(&name), "the README promises {name}");
    }
}
