//! The handbook missions/README.md cannot go stale: its tables come from the field table, its examples load.

use super::{root, writes};
use leakdrill::mission::{self, handbook};

const BEGIN: &str = "<!-- made from the field table: begin -->\n";
const END: &str = "<!-- made from the field table: end -->\n";

#[test]
fn the_reference_is_made_from_the_field_table() {
    let path = root().join("missions/README.md");
    let text = std::fs::read_to_string(&path).expect("the handbook");
    let (before, rest) = text.split_once(BEGIN).expect("the beginning of the reference");
    let (stands, after) = rest.split_once(END).expect("the end of the reference");
    let made = format!("\n{}\n", handbook::reference().trim_end());
    if writes() {
        std::fs::write(&path, format!("{before}{BEGIN}{made}{END}{after}")).expect("can write");
    } else {
        assert!(
            stands == made,
            "the handbook is stale: run `LEAKDRILL_WRITE=1 cargo test --test it mission::handbook` and read what changed"
        );
    }
}

#[test]
fn every_example_of_the_handbook_loads() {
    let text = std::fs::read_to_string(root().join("missions/README.md")).expect("the handbook");
    let blocks: Vec<&str> = text.split("```toml\n").skip(1).filter_map(|b| b.split("```").next()).collect();
    assert!(blocks.len() >= 10, "{} examples", blocks.len());
    let whole: Vec<&&str> = blocks.iter().filter(|b| b.starts_with("format = 1")).collect();
    let base = whole.first().expect("a whole mission");
    for block in &blocks {
        // A piece is put under the head of the guided mission, in place of what it speaks of.
        let text = if block.starts_with("format = 1") { (*block).to_string() } else { completed(base, block) };
        let problems = mission::check(&text);
        assert!(!problems.has_errors(), "{}\n{text}", problems.render("README.md", false));
    }
}

/// A piece of a mission, with what it lacks from a whole one.
fn completed(whole: &str, piece: &str) -> String {
    let mut tables: Vec<String> = Vec::new();
    for line in whole.lines() {
        let heading = line.starts_with('[') && !line.starts_with("[\"");
        match tables.last_mut() {
            Some(last) if !heading => {
                last.push('\n');
                last.push_str(line);
            }
            _ => tables.push(line.to_owned()),
        }
    }
    let heading = |table: &str| table.lines().next().unwrap_or("").to_owned();
    let named = |table: &str, key: &str| table.lines().find(|l| l.starts_with(key)).map(str::to_owned);
    let has = |table: &str| match heading(table).as_str() {
        h if h.starts_with("[[") => named(table, "name").is_some_and(|n| piece.contains(&n)),
        h => piece.lines().any(|l| l == h),
    };
    let head_of_piece: Vec<&str> = piece.lines().take_while(|l| !l.starts_with('[')).collect();
    let key = |line: &str| line.split('=').next().unwrap_or("").trim().to_owned();
    let keys: Vec<String> = head_of_piece.iter().filter(|l| l.contains('=')).map(|l| key(l)).collect();
    let head: Vec<&str> = tables[0].lines().filter(|l| !l.contains('=') || !keys.contains(&key(l))).collect();
    let rest: Vec<String> = tables[1..].iter().filter(|t| !has(t)).cloned().collect();
    let tail: Vec<&str> = piece.lines().skip(head_of_piece.len()).collect();
    format!("{}\n{}\n{}\n{}\n", head.join("\n"), head_of_piece.join("\n"), tail.join("\n"), rest.join("\n"))
}
