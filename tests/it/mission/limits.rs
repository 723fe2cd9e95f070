//! The limits that the handbook states, each enforced: as many as it says load without a word about it, one more is told.

use super::root;
use leakdrill::mission::{self, Kind, limit};

/// A mission with something in its head, in its event's action, in its score item, and after all.
fn mission(head: &str, action: &str, score: &str, tail: &str) -> String {
    format!(
        r#"format = 1
title = "Small"
time_limit = "30 d"
{head}
[station]
preset = "trainer"
[[event]]
name = "hole"
at = "5m"
do = {action}
[[score]]
name = "Leak found"
points = 10
critical = true
when = {{ done = "find" }}
{score}
{tail}
"#
    )
}

const BRIEF: &str = "brief = \"Find the leak.\"";
const HOLE: &str = r#"{ hole = { in = "lab", diameter = "2 mm" } }"#;

/// So many of a table after the rest.
fn tables(n: usize, one: impl Fn(usize) -> String) -> String {
    mission(BRIEF, HOLE, "", &(0..n).map(one).collect::<String>())
}

fn list(n: usize, one: impl Fn(usize) -> String) -> String {
    format!("[{}]", (0..n).map(one).collect::<Vec<_>>().join(", "))
}

fn station(n: usize, table: &str) -> String {
    tables(n, |i| format!("[[station.{table}]]\nid = \"x{i}\"\n"))
}

/// A limit: what the handbook calls it, how much it is, how it is told, and a mission with so many.
type Limit = (&'static str, usize, Kind, fn(usize) -> String);

fn limits() -> Vec<Limit> {
    use Kind::{OutOfRange, TooLarge, TooLong, TooMany};
    vec![
        ("file", limit::FILE_BYTES, TooLarge, |n| {
            let text = mission(BRIEF, HOLE, "", "#");
            format!("{text}{}", " ".repeat(n - text.len()))
        }),
        ("time limit, and any time in the file", limit::TIME_S as usize, OutOfRange, |n| {
            mission(BRIEF, HOLE, "", &format!("[[event]]\nat = \"{n} s\"\ndo = {HOLE}\n"))
        }),
        ("compartments", limit::COMPARTMENTS, TooMany, |n| station(n, "compartment")),
        ("hatches", limit::HATCHES, TooMany, |n| station(n, "hatch")),
        ("segments", limit::SEGMENTS, TooMany, |n| station(n, "segment")),
        ("vehicles", limit::VEHICLES, TooMany, |n| station(n, "vehicle")),
        ("machines", limit::EQUIPMENT, TooMany, |n| station(n, "equipment")),
        ("tanks", limit::TANKS, TooMany, |n| station(n, "tank")),
        ("sensors", limit::SENSORS, TooMany, |n| station(n, "sensor")),
        ("entries of stock", limit::STOCK, TooMany, |n| {
            tables(n, |_| "[[station.stock]]\nitem = \"candle\"\nin = \"lab\"\n".into())
        }),
        ("crew members", limit::CREW, TooMany, |n| station(n, "crew")),
        ("events", limit::EVENTS, TooMany, |n| {
            tables(n - 1, |i| format!("[[event]]\nat = \"{} m\"\ndo = {HOLE}\n", i + 1))
        }),
        ("actions of an event", limit::ACTIONS, TooMany, |n| mission(BRIEF, &list(n, |_| HOLE.into()), "", "")),
        ("conditions in a list", limit::CONDITIONS, TooMany, |n| {
            let all = list(n, |_| "{ done = \"find\" }".into());
            mission(BRIEF, HOLE, "", &format!("[[event]]\nall = {all}\ndo = {HOLE}\n"))
        }),
        ("tables within tables", limit::DEPTH, TooMany, |n| {
            // The event is one, its condition another.
            let nots = n - 2;
            let when = format!("{}{{ done = \"find\" }}{}", "{ not = ".repeat(nots), " }".repeat(nots));
            mission(BRIEF, HOLE, "", &format!("[[event]]\nwhen = {when}\ndo = {HOLE}\n"))
        }),
        ("score items", limit::SCORE_ITEMS, TooMany, |n| {
            tables(n - 1, |i| format!("[[score]]\nname = \"S{i}\"\npoints = 1\nwhen = {{ done = \"find\" }}\n"))
        }),
        ("time bands of an item", limit::BANDS, TooMany, |n| {
            let bands = list(n, |i| format!("{{ within = \"{} m\", share = 0.5 }}", i + 1));
            mission(BRIEF, HOLE, &format!("bands = {bands}"), "")
        }),
        ("hints", limit::HINTS, TooMany, |n| {
            tables(n, |_| "[[hint]]\ntext = \"Look.\"\nwhen = { at = \"1m\" }\n".into())
        }),
        ("steps of the procedure card", limit::CARD_STEPS, TooMany, |n| {
            tables(n, |_| "[[card]]\ntext = \"Look.\"\n".into())
        }),
        ("settings", limit::SETTINGS, TooMany, |n| {
            tables(n, |i| format!("[settings.s{i}]\neasy = 1\nnormal = 1\nhard = 1\n"))
        }),
        ("certified seeds", limit::CERTIFIED, TooMany, |n| {
            mission(&format!("{BRIEF}\ncertified = {}", list(n, |i| i.to_string())), HOLE, "", "")
        }),
        ("characters of a short name", limit::NAME, TooLong, |n| {
            tables(1, |_| format!("[[event]]\nname = \"{}\"\nat = \"1m\"\ndo = {HOLE}\n", "x".repeat(n)))
        }),
        ("characters of a brief", limit::PROSE, TooLong, |n| {
            mission(&format!("brief = \"{}\"", "x".repeat(n)), HOLE, "", "")
        }),
    ]
}

#[test]
fn every_limit_of_the_handbook_holds() {
    let mut wrong = Vec::new();
    for (what, most, kind, text) in limits() {
        let told = |n: usize| mission::check(&text(n)).list().iter().any(|p| p.kind == kind);
        if told(most) || !told(most + 1) {
            let page = mission::check(&text(most)).render("most", false)
                + &mission::check(&text(most + 1)).render("more", false);
            wrong.push(format!("{what}: {}", page.lines().take(12).collect::<Vec<_>>().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    // Ten thousand mistakes are told as so many.
    let slips: String = (0..10_000).map(|i| format!("slip{i} = 1\n")).collect();
    assert_eq!(mission::check(&slips).list().len(), limit::PROBLEMS);
}

/// What the handbook states has a line above.
#[test]
fn no_limit_is_stated_that_is_not_enforced() {
    let handbook = std::fs::read_to_string(root().join("missions/README.md")).expect("the handbook");
    let stated = handbook.split("### Limits").nth(1).expect("the limits");
    let stated: Vec<&str> = stated.lines().filter_map(|l| l.strip_prefix("| ")?.split(" | ").next()).skip(2).collect();
    let held: Vec<&str> = limits().iter().map(|l| l.0).chain(["problems reported of one file"]).collect();
    assert_eq!(stated, held);
}
