//! Golden digests: what drills come to under this revision of the rules. A change of the rules that nobody meant, or
//! that was meant and not declared, fails here.

#[path = "../../portable/digests.rs"]
#[allow(dead_code, reason = "its `main` prints what is asked for here")]
mod table;

use leakdrill::sim::REVISION;
use std::path::Path;

const FILE: &str = "tests/data/digests.txt";

#[test]
fn drills_come_to_what_this_revision_of_the_rules_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let now = table::table();
    if std::env::var_os("LEAKDRILL_DIGESTS").is_some_and(|v| v == "write") {
        std::fs::write(&path, now.join("\n") + "\n").expect("the table is written");
        return;
    }
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    let golden: Vec<&str> = file.lines().collect();
    let changed: Vec<String> = now
        .iter()
        .enumerate()
        .filter(|(n, line)| golden.get(*n) != Some(&line.as_str()))
        .map(|(n, line)| format!("  was {}\n  is  {line}", golden.get(n).unwrap_or(&"nothing")))
        .collect();
    assert!(
        changed.is_empty() && golden.len() == now.len(),
        "\nThe rules of the simulation give other results than {FILE} says for revision {REVISION}:\n{}\n\n\
         If you did not mean to change a result, you did: look for it.\n\
         If you did mean it, raise `REVISION` in src/sim/mod.rs (records of the old one can then be watched and scored \
         from their evidence, but not certified), and write the table anew:\n\
         LEAKDRILL_DIGESTS=write cargo test --test it -- digests::\n",
        changed.join("\n")
    );
}

/// What `docs/platforms.md` says of other machines is of these rules, or nobody has looked since.
#[test]
fn other_machines_were_looked_at_under_this_revision() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/platforms.md")).unwrap();
    let drills = table::table().len() - 1;
    let said = format!("revision {REVISION}: {drills} of {drills} lines the same");
    let rows: Vec<&str> = page.lines().filter(|line| line.contains("lines the same")).collect();
    assert_eq!(rows.len(), 4);
    for row in rows {
        assert!(row.contains(&said), "run the digests step of .ci/run, and write down what it said: {row}");
    }
}
