//! Whatever the bytes, the reader answers: files are cut, doubled, spliced and sprinkled with words of the format.
//!
//! The bounded run is part of the suite. A long one, in seconds: `LEAKDRILL_FUZZ_S=600 cargo test --test it
//! mission::mutate -- --nocapture`. A coverage-guided one lives under `fuzz/`.

use super::{files, root};
use crate::dice::Dice;
use leakdrill::mission;
use std::time::{Duration, Instant};

const WORDS: &[&str] = &[
    "\"",
    "[",
    "]",
    "{",
    "}",
    "[[event]]\n",
    "[station]\n",
    "= ",
    "\n",
    ",",
    "#",
    "'''",
    "\"\"\"",
    "\\u001b",
    "\u{202e}",
    "nan",
    "inf",
    "-inf",
    "1e999",
    "-0.0",
    "9223372036854775808",
    "0x7f",
    "\"1e308 m3\"",
    "\"-1 s\"",
    "\"0 mm\"",
    "\"$x\"",
    "\"1h30m\"",
    "\"99999999999999 d\"",
    "true",
    "2018-02-30T00:00:00Z",
    "remove = true\n",
    "id = \"lab\"\n",
    "after = \"hole + 5m\"\n",
    "not = { not = { not = {",
    "\u{0}",
    "é",
    "💨",
    "preset = \"iss-2018-08-30\"\n",
    "at = [0, 0]\n",
    "[settings.x]\nnormal = \"$x\"\n",
    "weights = { ts = 0 }\n",
    "\"segment\"",
    "\"all\"",
    "[[station.hatch]]\nid = \"x\"\na = \"lab\"\nb = \"lab\"\n",
    "[[station.compartment]]\nid = \"lab\"\nvolume = \"1e-9 m3\"\n",
    "[station.air]\npressure = \"0 mmHg\"\noxygen = \"0 mmHg\"\n",
    "rate = \"1 kg/day\"",
    "measure = \"air_lost\"\n",
];

fn mutant(dice: &mut Dice, seeds: &[String]) -> String {
    let mut text = seeds[dice.roll(seeds.len())].clone();
    for _ in 0..=dice.roll(6) {
        let at = text.floor_char_boundary(dice.roll(text.len() + 1));
        let to = text.floor_char_boundary((at + dice.roll(200)).min(text.len()));
        match dice.roll(7) {
            0 => text.replace_range(at..to, ""),
            1 => {
                let piece = text[at..to].to_owned();
                text.insert_str(at, &piece);
            }
            2 => text.insert_str(at, WORDS[dice.roll(WORDS.len())]),
            3 => {
                let other = &seeds[dice.roll(seeds.len())];
                let from = other.floor_char_boundary(dice.roll(other.len() + 1));
                let end = other.floor_char_boundary((from + dice.roll(400)).min(other.len()));
                text.insert_str(at, &other[from..end]);
            }
            4 => {
                let mut lines: Vec<&str> = text.split('\n').collect();
                let (a, b) = (dice.roll(lines.len()), dice.roll(lines.len()));
                lines.swap(a, b);
                text = lines.join("\n");
            }
            5 => {
                let mut lines: Vec<&str> = text.split('\n').collect();
                lines.remove(dice.roll(lines.len()));
                text = lines.join("\n");
            }
            _ => {
                let swap = |c: char| if c.is_ascii_digit() { '9' } else { 'z' };
                if let Some(c) = text[at..].chars().next() {
                    text.replace_range(at..at + c.len_utf8(), &swap(c).to_string());
                }
            }
        }
    }
    text
}

#[test]
fn no_bytes_make_the_reader_fall() {
    let mut seeds: Vec<String> = ["missions", "tests/data/missions", "tests/bad"]
        .into_iter()
        .flat_map(files)
        .map(|(_, path)| std::fs::read_to_string(path).expect("a mission"))
        .collect();
    seeds.push(std::fs::read_to_string(root().join("assets/stations/trainer.toml")).expect("a station"));
    seeds.push(mission::template("seed"));
    let long = std::env::var("LEAKDRILL_FUZZ_S").ok().and_then(|s| s.parse().ok()).map(Duration::from_secs);
    let mut dice = Dice(std::env::var("LEAKDRILL_FUZZ_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(0x9e37_79b9));
    let (begun, mut count, mut good, mut slowest) = (Instant::now(), 0u64, 0u64, Duration::ZERO);
    while long.map_or(count < 2000, |d| begun.elapsed() < d) {
        let text = mutant(&mut dice, &seeds);
        let one = Instant::now();
        // A panic in here prints the text that made it.
        let problems = std::panic::catch_unwind(|| {
            let problems = mission::check(&text);
            let page = problems.render("mutant.toml", false);
            assert!(!page.chars().any(|c| c.is_control() && c != '\n'), "a control character reached the terminal");
            let _ = problems.to_json("mutant.toml");
            problems
        });
        let Ok(problems) = problems else { panic!("the reader fell over:\n{text}") };
        if !problems.has_errors() && !text.contains("[[compartment]]") {
            good += 1;
            let loaded = mission::load("mutant", &text, None);
            assert!(loaded.is_ok(), "check and load disagree:\n{text}");
        }
        let took = one.elapsed();
        if took > slowest {
            slowest = took;
        }
        count += 1;
    }
    if long.is_some() {
        println!("{count} mutants, {good} of them missions, slowest {slowest:?}, {:?}", begun.elapsed());
    }
    assert!(good > 0, "not one mutant was a mission: the mutator is too rough");
}
