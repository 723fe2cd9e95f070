//! What the program is made of: licences that we may ship, one registry, no unsafe code of ours, the Rust that we say.

use std::path::Path;
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Licences that ask no more of us than to keep their text (MPL: and to publish its files where we change them, and we
/// change none). The same list stands in `deny.toml`.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "WTFPL",
    "Zlib",
];

/// Whether an SPDX expression can be met by what is allowed: one side of each OR, both sides of each AND.
fn allowed(expression: &str) -> bool {
    let expression = expression.trim().replace('/', " OR ");
    let expression = expression.trim();
    // The outermost operator, parentheses left whole; OR binds more loosely than AND.
    for (operator, any) in [(" OR ", true), (" AND ", false)] {
        let mut depth = 0;
        let cut = expression.char_indices().position(|(at, c)| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0 && expression[at..].starts_with(operator)
        });
        if let Some(cut) = cut {
            let (left, right) = (&expression[..cut], &expression[cut + operator.len()..]);
            return if any { allowed(left) || allowed(right) } else { allowed(left) && allowed(right) };
        }
    }
    match expression.strip_prefix('(').and_then(|e| e.strip_suffix(')')) {
        Some(inner) => allowed(inner),
        None => ALLOWED.contains(&expression),
    }
}

#[test]
fn expressions_of_licences_are_understood() {
    for good in
        ["MIT", "MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "GPL-2.0 OR (MIT AND ISC)"]
    {
        assert!(allowed(good), "{good}");
    }
    for bad in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR ISC) AND SSPL-1.0", "", "Proprietary OR GPL-3.0"] {
        assert!(!allowed(bad), "{bad}");
    }
}

#[test]
fn every_part_has_a_licence_that_we_may_ship_and_comes_from_one_registry() {
    let host = Command::new(env!("CARGO").replace("cargo", "rustc")).arg("-vV").output();
    let host = host.or_else(|_| Command::new("rustc").arg("-vV").output()).expect("rustc");
    let host = String::from_utf8(host.stdout).unwrap();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host").to_owned();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host])
        .current_dir(root())
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    // With a platform the list holds what is built there, and all that the lock file names beside it.
    let packages = metadata["packages"].as_array().expect("packages");
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for package in packages {
        let (name, licence) = (package["name"].as_str().unwrap(), package["license"].as_str().unwrap_or_default());
        if name == "leakdrill" {
            assert_eq!(licence, "MIT OR Apache-2.0");
            continue;
        }
        seen += 1;
        if !allowed(licence) {
            wrong.push(format!("{name} is under {licence:?}"));
        }
        let source = package["source"].as_str().unwrap_or("no registry");
        if source != "registry+https://github.com/rust-lang/crates.io-index" {
            wrong.push(format!("{name} comes from {source}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 100, "only {seen} parts were looked at");
}

#[test]
fn deny_toml_allows_the_same_licences() {
    let text = std::fs::read_to_string(root().join("deny.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let list: Vec<&str> = table["licenses"]["allow"].as_array().unwrap().iter().filter_map(|l| l.as_str()).collect();
    assert_eq!(list, ALLOWED);
}

#[test]
fn unsafe_code_is_forbidden_and_the_oldest_rust_is_said_once() {
    let text = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    assert_eq!(table["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    let oldest = table["package"]["rust-version"].as_str().expect("a minimum version of Rust");
    // clippy takes it from there; a second number could only disagree.
    assert!(!std::fs::read_to_string(root().join("clippy.toml")).unwrap().contains("msrv"));
    let number = |version: &str| -> Vec<u32> { version.split('.').filter_map(|part| part.parse().ok()).collect() };
    let rustc = Command::new("rustc").arg("--version").current_dir(root()).output().expect("rustc");
    let rustc = String::from_utf8(rustc.stdout).unwrap();
    let here = rustc.split_whitespace().nth(1).expect("a version").split('-').next().unwrap();
    assert!(number(here)[..2] >= number(oldest)[..2], "this is Rust {here}, and {oldest} is needed");
    assert!(
        std::fs::read_to_string(root().join("README.md")).unwrap().contains(oldest),
        "the README says another Rust"
    );
}
