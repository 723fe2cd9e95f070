//! What a person reads stands in `words`, so that a second language is a second folder. A mission's texts are its own, and
//! the names and sources of validated numbers stand beside the numbers, in `lab`.

use std::path::{Path, PathBuf};

/// The rooms that talk to people. Rooms below `words` may not name it: their errors carry a text of their own.
const ROOMS: &[&str] = &["src/tui", "src/cli", "src/debrief"];

/// Literals that read like words and are none: style sheets, names of classes and of what they mark, headings that every
/// manual page has, a word of the parser of arguments that is taken away.
const NO_SENTENCES: &[(&str, &str)] = &[
    ("src/cli/manual.rs", "Leakdrill"),
    ("src/cli/manual.rs", "EXIT STATUS"),
    ("src/cli/manual.rs", "Usage: "),
    ("src/cli/validate_page.rs", "body{"),
    ("src/cli/validate_page.rs", "width=device-width"),
    ("src/debrief/html/chart.rs", "line {}"),
    ("src/debrief/html/map.rs", "map-{number}-title"),
    ("src/debrief/html/mod.rs", "width=device-width"),
    ("src/debrief/html/strips.rs", "doors-title"),
    ("src/debrief/html/strips.rs", "air-strips-title"),
    ("src/debrief/html/style.rs", "\n:root"),
];

/// Units and names that are the same in every language: beside numbers, on keys, on the command line.
const SYMBOLS: &[&str] =
    &["mmHg", "kg", "min", "GMT", "leakdrill", "Enter", "Esc", "Space", "Left", "Right", "Up", "Down"];

/// The literals of a source file with their lines: no comments, no attributes, no tests at its end, and not what an
/// invariant says of itself to whoever reads the code.
fn literals(code: &str) -> Vec<(usize, String)> {
    let code = code.split("#[cfg(test)]").next().unwrap_or(code);
    let chars: Vec<char> = code.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let (mut found, mut i, mut attribute) = (Vec::new(), 0, 0usize);
    let line_of = |i: usize| 1 + chars[..i].iter().filter(|c| **c == '\n').count();
    while i < chars.len() {
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '#' if at(i + 1) == '[' || (at(i + 1) == '!' && at(i + 2) == '[') => {
                i += if at(i + 1) == '[' { 2 } else { 3 };
                attribute = 1;
            }
            '[' if attribute > 0 => {
                attribute += 1;
                i += 1;
            }
            ']' if attribute > 0 => {
                attribute -= 1;
                i += 1;
            }
            // A character, not a lifetime.
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                i += if at(i + 1) == '\\' { 3 } else { 2 };
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '"' => {
                let raw = (0..i).rev().take_while(|j| at(*j) == '#').count();
                let is_raw = i > raw && at(i - raw - 1) == 'r';
                let from = i;
                let mut text = String::new();
                i += 1;
                while i < chars.len() {
                    let closes = at(i) == '"' && (!is_raw || (1..=raw).all(|n| at(i + n) == '#'));
                    if closes {
                        break;
                    }
                    if !is_raw && at(i) == '\\' {
                        // A line that goes on begins after its indent; other escapes are no letters.
                        i += 2;
                        if at(i - 1) == '\n' {
                            while at(i).is_whitespace() {
                                i += 1;
                            }
                        } else {
                            text.push(if at(i - 1) == 'n' { '\n' } else { '"' });
                        }
                        continue;
                    }
                    text.push(at(i));
                    i += 1;
                }
                i += 1 + if is_raw { raw } else { 0 };
                let before: String = chars[from.saturating_sub(40)..from].iter().collect();
                if attribute == 0 && !before.trim_end().ends_with("expect(") {
                    found.push((line_of(from), text));
                }
            }
            _ => i += 1,
        }
    }
    found
}

/// Whether a literal says something to a person: two words, a word beside something that is filled in, or a heading.
fn speaks(literal: &str) -> bool {
    // What is filled in stands for a word.
    let filled = regex_lite::Regex::new(r"\{[^{}]*\}").unwrap().replace_all(literal, "\u{1}");
    let mut text = filled.into_owned();
    for symbol in SYMBOLS {
        let alone = regex_lite::Regex::new(&format!(r"\b{symbol}\b")).unwrap();
        text = alone.replace_all(&text, "0").into_owned();
    }
    let word = r"[A-Za-z]{2,}";
    let patterns = [
        format!(r#"{word}[")]?[,.:;]? ["(]?{word}"#),
        format!(r#"{word}[")]?[,.:;]? +["(]?\x01"#),
        format!(r#"\x01[")]?[,.:;]? ["(]?{word}"#),
        format!(r"^[,.:;] {word}"),
        format!(r"^{word}[.:;] *$"),
        r"^[A-Z][a-z]+[.:]?$".to_owned(),
    ];
    patterns.iter().any(|pattern| regex_lite::Regex::new(pattern).unwrap().is_match(&text))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn rooms_that_talk_to_people_hold_no_sentences_of_their_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    ROOMS.iter().for_each(|room| files(&root.join(room), &mut found));
    found.sort();
    let mut said = Vec::new();
    for path in found {
        let shown = path.strip_prefix(root).unwrap().display().to_string();
        for (line, literal) in literals(&std::fs::read_to_string(&path).unwrap()) {
            let known = NO_SENTENCES.iter().any(|(file, begins)| *file == shown && literal.starts_with(begins));
            if !known && speaks(&literal) {
                said.push(format!("{shown}:{line}: {literal:?}"));
            }
        }
    }
    assert!(said.is_empty(), "{} sentences outside of words:\n{}", said.len(), said.join("\n"));
}

#[test]
fn what_speaks_is_told_from_what_does_not() {
    for sentence in [
        "the sensor {} shows nothing\n",
        "alarm: {}, since {}, {seen}\n",
        "{what} in {}: {value}{rate}\n",
        ", taped",
        "Scorecard",
        "points: ",
        "Flown by {}. ",
        "{name}: \"{}\" or",
    ] {
        assert!(speaks(sentence), "{sentence}");
    }
    for other in ["{:.2} kg", "{needle:.2} mmHg", "{} {}", "theme", "{}: {}", "T+", "seed_1", "--", "\n\n"] {
        assert!(!speaks(other), "{other}");
    }
    let code = "/// \"a comment\" of words\n#[error(\"an attribute of {0}\")]\nlet a = b.expect(\"it is so\");\nlet c = '\"';\n\
                say(\"two \\\n        lines {d}\", r#\"raw \"words\" here\"#);\n#[cfg(test)] \"not this one\"";
    let found: Vec<String> = literals(code).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["two lines {d}", "raw \"words\" here"]);
}

/// What was once a sentence there and has moved is no reason to look away for ever.
#[test]
fn every_exception_still_stands_in_its_file() {
    for (file, begins) in NO_SENTENCES {
        let code = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        assert!(literals(&code).iter().any(|(_, text)| text.starts_with(begins)), "{file}: {begins}");
    }
}
