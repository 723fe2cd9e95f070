//! Text from others never works on the terminal: not in a mission, a record, a configuration, nor in a file's name.

use super::{answer, chain, folder, honest, program, take_apart};
use leakdrill::mission::hostile::is_hostile;
use std::path::Path;

/// Clears the screen, renames the window, turns text around, begins a sequence in one byte of C1, rings.
const EVIL: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{202e}live\u{2066}\u{9b}31m\u{61c}\r";

/// The same as a text of TOML or JSON, which both know `\u`.
const WRITTEN: &str = r"\u001b[2J\u001b]0;owned\u0007\u202elive\u2066\u009b31m\u061c";

fn calm(page: &str, what: &str) {
    let bad = page.chars().find(|c| is_hostile(*c) && *c != '\n' && *c != '\t');
    assert!(bad.is_none(), "{what} lets {bad:?} through:\n{page:?}");
}

const MISSION: &str = r#"format = 1
title = "TITLE"
brief = "BRIEF"
skill = "SKILL"
sources = ["SOURCE"]
time_limit = "1h"

[station]
preset = "trainer"

[[event]]
at = "1 min"
do = [{ hole = { in = "lab", diameter = "2 mm" } }, { say = { from = "FROM", text = "SAID" } }]

[[hint]]
text = "HINT"

[[card]]
text = "CARD"

[[score]]
name = "ITEM"
points = 10
critical = true
when = { done = "commit" }
why = "REASON"
"#;

#[test]
fn no_text_of_a_mission_can_hold_what_works_on_a_terminal() {
    let home = folder("mission-text");
    std::fs::create_dir_all(home.join("missions")).unwrap();
    let fields = ["TITLE", "BRIEF", "SKILL", "SOURCE", "FROM", "SAID", "HINT", "CARD", "ITEM", "REASON"];
    for field in fields {
        // As an escape of TOML, and written out, which TOML forbids for some and not for others.
        for evil in [WRITTEN, EVIL, "\u{202e}", "\u{9b}2J"] {
            let text = MISSION.replace(field, &format!("so {evil} so"));
            let path = home.join("missions/evil.toml");
            std::fs::write(&path, &text).unwrap();
            let problems = leakdrill::mission::check(&text);
            assert!(problems.has_errors(), "{field} holds {evil:?}");
            calm(&problems.render("evil.toml", false), field);
            if evil == WRITTEN || field == "TITLE" {
                let shown = path.display().to_string();
                for args in [
                    vec!["check", &shown],
                    vec!["check", &shown, "--format", "json"],
                    vec!["run", &shown],
                    vec!["play", "--plain", &shown],
                    vec!["list"],
                    vec!["list", "--format", "json"],
                ] {
                    let answer = answer(program(&home).args(&args), "quit\n");
                    calm(&answer.all(), &format!("{args:?} with {field}"));
                    assert!(args[0] == "list" || answer.code != Some(0), "{args:?} takes {field}");
                }
            }
        }
    }
    // A mission that would be good but for its colours is shown with ours, and with nothing else.
    let page = leakdrill::mission::check(&MISSION.replace("TITLE", WRITTEN)).render(EVIL, true);
    let without_ours =
        page.split('\u{1b}').map(|s| s.trim_start_matches(|c: char| c == '[' || c == ';' || c.is_ascii_digit()));
    calm(&without_ours.map(|s| s.trim_start_matches('m')).collect::<String>(), "the coloured page");
}

#[test]
fn no_text_of_a_record_works_on_a_terminal_or_a_page() {
    let home = folder("record-text");
    let evil = honest(5400, |header| {
        header.trainee = format!("<script>{EVIL}</script>");
        header.mission = format!("../{EVIL}");
        header.program = EVIL.into();
        header.level = None;
    });
    let mut noted = take_apart(&evil);
    let last = noted.last().unwrap().0;
    let before_the_end = noted.len() - 1;
    noted.insert(before_the_end, (last, "note".into(), format!("{{\"remark\":\"{WRITTEN}\"}}")));
    let path = home.join("evil.jsonl");
    std::fs::write(&path, chain(&noted)).unwrap();
    let shown = path.display().to_string();
    let html = home.join("page.html").display().to_string();
    for args in [
        vec!["verify", &shown],
        vec!["verify", &shown, "--format", "json"],
        vec!["score", &shown],
        vec!["score", &shown, "--format", "json"],
        vec!["debrief", &shown],
        vec!["debrief", &shown, "--format", "json"],
        vec!["debrief", &shown, "--html", &html],
        vec!["compare", &shown, &shown],
        vec!["watch", &shown],
    ] {
        let answer = answer(program(&home).args(&args), "");
        calm(&answer.all(), &format!("{args:?}"));
        assert!(args[0] == "watch" || answer.code == Some(0), "{args:?}: {}", answer.all());
    }
    let page = std::fs::read_to_string(&html).unwrap();
    calm(&page, "the page");
    assert!(!page.contains("<script>"), "the page runs what a trainee is called");
    // Formats for machines keep the text as data: JSON escapes what is not to be seen.
    for form in ["jsonl", "xapi"] {
        let answer = answer(program(&home).args(["export", &shown, "--as", form]), "");
        assert!(!answer.all().contains('\u{1b}'), "{form}");
    }
}

#[test]
fn a_damaged_record_is_told_without_its_escapes() {
    let home = folder("damaged-text");
    let head = take_apart(&honest(60, |_| ()));
    let with = |kind: &str, content: &str| chain(&vec![head[0].clone(), (1, kind.into(), content.into())]);
    let records = [
        with(EVIL, "1"),
        with("event", &format!("\"{WRITTEN}\"")),
        with("event", &format!("\"{EVIL}\"")),
        with("order", &format!("{{\"by\":\"trainee\",\"do\":\"{WRITTEN}\"}}")),
        with("note", &format!("{{\"{WRITTEN}\":1}}")),
        EVIL.as_bytes().to_vec(),
        format!("{{\"t\":0,\"header\":{EVIL}\n").into_bytes(),
    ];
    for (n, record) in records.iter().enumerate() {
        let path = home.join("damaged.jsonl");
        std::fs::write(&path, record).unwrap();
        for command in ["verify", "score", "debrief", "watch"] {
            let answer = answer(program(&home).arg(command).arg(&path), "");
            assert_ne!(answer.code, Some(0), "{command} of record {n}");
            calm(&answer.all(), &format!("{command} of record {n}"));
        }
    }
}

#[test]
fn a_name_of_a_file_is_told_without_its_escapes() {
    let home = folder("names");
    let evil = EVIL.replace('\r', "");
    let missing = home.join(format!("{evil}.toml"));
    let there = home.join(format!("there{evil}.toml"));
    std::fs::write(&there, MISSION.replace("TITLE", "")).unwrap();
    std::fs::create_dir_all(home.join("missions")).unwrap();
    std::fs::write(home.join("missions").join(format!("own{evil}.toml")), MISSION).unwrap();
    std::fs::write(home.join("missions").join(format!("bad{evil}.toml")), "x").unwrap();
    let (missing, there) = (missing.display().to_string(), there.display().to_string());
    for args in [
        vec!["check", &missing],
        vec!["check", &there],
        vec!["check", &there, "--format", "json"],
        vec!["run", &missing],
        vec!["run", &there],
        vec!["run", &evil],
        vec!["run", "first-drill", "--orders", &missing],
        vec!["verify", &missing],
        vec!["verify", &there],
        vec!["verify", &there, "--format", "json"],
        vec!["debrief", &missing],
        vec!["list"],
        vec!["list", "--format", "json"],
        vec!["play", "--plain", "first-drill", "--record", &missing],
    ] {
        calm(&answer(program(&home).args(&args), "wait 1m\nquit\n").all(), &format!("{args:?}"));
    }
}

#[test]
fn what_is_typed_or_piped_is_answered_without_its_escapes() {
    let home = folder("typed");
    let typed = format!("lind {EVIL}\n{EVIL}\nlind mvoe{EVIL} node\nwait {EVIL}\nquit\n");
    calm(&answer(program(&home).args(["play", "--plain", "first-drill"]), &typed).all(), "plain mode");
    calm(&answer(program(&home).args(["run", "first-drill", "--orders", "-"]), &typed).all(), "a stream of orders");
    let path = home.join("orders");
    std::fs::write(&path, &typed).unwrap();
    let answer = answer(program(&home).args(["run", "first-drill", "--orders"]).arg(&path), "");
    assert_eq!(answer.code, Some(2));
    calm(&answer.all(), "a file of orders");
}

#[test]
fn a_configuration_is_told_without_its_escapes() {
    for config in [
        format!("trainee = \"{WRITTEN}\"\n"),
        format!("\"{WRITTEN}\" = 1\n"),
        format!("theme = \"{WRITTEN}\"\nplain = 3\n"),
        format!("{EVIL}\n"),
        format!("keys = {{ go = \"{WRITTEN}\" }}\n"),
    ] {
        let home = folder("config-text");
        std::fs::write(home.join("config.toml"), &config).unwrap();
        for args in [vec!["play", "--plain", "first-drill"], vec!["list"], vec!["play", "first-drill"]] {
            calm(&answer(program(&home).args(&args), "quit\n").all(), &format!("{args:?} with {config:?}"));
        }
    }
}

/// Whatever the window is given to draw, no cell of it holds what a terminal would obey.
#[test]
fn no_cell_of_the_window_holds_what_works_on_a_terminal() {
    use leakdrill::tui::app::{App, Msg, Stage};
    use leakdrill::tui::settings::Settings;
    use leakdrill::tui::title::Title;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use std::sync::Arc;
    let mut mission = leakdrill::mission::load("m", MISSION, None).unwrap_or_else(|_| panic!("it loads"));
    for text in [&mut mission.title, &mut mission.brief, &mut mission.skill, &mut mission.name] {
        *text = format!("so {EVIL} so");
    }
    let mut settings = Settings::default();
    settings.problems.push(format!("config.toml: {EVIL}"));
    let mission = Arc::new(mission);
    let stages = [
        Stage::Title(Title::new(vec![mission.clone()])),
        Stage::Brief { mission: mission.clone(), seed: 1, exam: false },
    ];
    for stage in stages {
        let mut app = App::new(stage, settings.clone());
        app.lobby.trainee = EVIL.into();
        for told in [None, Some(Msg::Told(EVIL.into())), Some(Msg::Edited(Err(EVIL.into())))] {
            if let Some(told) = told {
                app.update(told);
            }
            let area = Rect::new(0, 0, 120, 40);
            let mut buffer = Buffer::empty(area);
            app.draw(&mut buffer, area);
            for cell in &buffer.content {
                calm(cell.symbol(), "a cell");
            }
        }
    }
}

/// Nobody has to think of this list: every way to the terminal but these goes through [`leakdrill::mission::hostile`].
#[test]
fn the_program_writes_to_the_terminal_in_few_places() {
    let may = [
        "src/cli/exit.rs",
        "src/cli/mod.rs",
        "src/cli/run.rs",
        "src/cli/out.rs",
        "src/tui/bug.rs",
        "src/tui/terminal.rs",
    ];
    fn look(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                look(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                let ways = ["println!", "eprintln!", "print!(", "eprint!(", "io::stdout()", "io::stderr()"];
                if code.clone().any(|line| ways.iter().any(|way| line.contains(way)) && !line.contains("is_terminal")) {
                    found.push(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string());
                }
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let others: Vec<_> = found.iter().filter(|path| !may.contains(&path.as_str())).collect();
    assert!(others.is_empty(), "these write past `Out` and `tell`: {others:?}");
}
