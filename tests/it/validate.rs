//! The report that lays our numbers beside others': it fails when one leaves its tolerance, and what ships is true.

use leakdrill::lab::validation::{self, Kind, Options, Report, Theirs};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn validate(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leakdrill")).arg("validate").args(args).output().unwrap()
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("validate-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

/// Everything, over a shorter sky: fewer strikes, so that counts may be further off, as each row works out for itself.
fn quick(only: &[String]) -> Report {
    validation::run(Options { cases: None, sky_years: 20_000.0, only }).unwrap()
}

#[test]
fn everything_is_within_its_tolerance_and_says_where_it_comes_from() {
    let report = quick(&[]);
    for case in &report.cases {
        assert!(case.passed && case.not_compared.is_empty(), "{case:?}");
    }
    let mut kinds = [0; 4];
    for row in report.sections.iter().flat_map(|section| &section.rows) {
        assert!(row.passed, "{row:?}");
        assert!(!row.source.is_empty() && !row.how.is_empty(), "{row:?}");
        if let Theirs::Range(low, high) = row.theirs {
            assert!(low < high, "{row:?}");
        }
        kinds[row.kind as usize] += 1;
    }
    assert!(report.passed());
    assert!(kinds.iter().all(|count| *count > 10), "{kinds:?}");
    let events = &report.sections[0].rows;
    // physics.md's table: the events that must be there.
    for name in [
        "reserve time of the 2018 leak",
        "one-inch hole",
        "in the Shuttle",
        "rate of the 2018 leak",
        "Zvezda's tunnel",
        "from Progress",
    ] {
        assert!(events.iter().any(|row| row.name.contains(name)), "{name}");
    }
    assert!(events.iter().any(|row| row.kind == Kind::Calibrates) && events.iter().any(|row| row.kind == Kind::Checks));
}

/// A tolerance that is too narrow for a number that does not agree so well: the report says no.
#[test]
fn one_figure_out_of_tolerance_fails_the_whole() {
    let mut report = quick(&["events".into()]);
    let row = report.sections[0].rows[0].clone();
    assert!(report.passed() && row.passed);
    report.sections[0].rows[0] = validation::Row::new(row.name, row.ours, row.theirs, row.unit, row.tolerance / 1000.0);
    assert!(!report.passed(), "18 days are not met to a hundred-thousandth");
}

/// A folder of cases in which one answer is wrong by a percent: exit code 1, and the place is named.
#[test]
fn a_wrong_answer_in_a_folder_of_cases_ends_with_a_no() {
    let folder = scratch("cases");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference");
    for part in ["cases", "expected"] {
        std::fs::create_dir_all(folder.join(part)).unwrap();
    }
    let name = "16_temperature_plus3K";
    std::fs::copy(from.join(format!("cases/{name}.json")), folder.join(format!("cases/{name}.json"))).unwrap();
    let table = std::fs::read_to_string(from.join(format!("expected/{name}.csv"))).unwrap();
    let to = folder.join(format!("expected/{name}.csv"));
    let args = ["--only", "cases", "--cases", folder.to_str().unwrap()];
    std::fs::write(&to, &table).unwrap();
    let right = validate(&args);
    assert_eq!(right.status.code(), Some(0), "{}", String::from_utf8_lossy(&right.stdout));
    let mut lines: Vec<String> = table.lines().map(str::to_owned).collect();
    let pressure = lines[0].split(',').position(|column| column.ends_with(".p_Pa")).unwrap();
    let last = lines.last_mut().unwrap();
    let mut cells: Vec<String> = last.split(',').map(str::to_owned).collect();
    cells[pressure] = (cells[pressure].parse::<f64>().unwrap() * 1.01).to_string();
    *last = cells.join(",");
    std::fs::write(&to, lines.join("\n")).unwrap();
    let wrong = validate(&args);
    let said = String::from_utf8(wrong.stdout).unwrap();
    assert_eq!(wrong.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("FAIL {name}")) && said.contains("first out of tolerance"), "{said}");
    assert!(said.ends_with("1 OUT OF TOLERANCE.\n"), "{said}");
}

/// Without its first lines, which have the date.
fn undated(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with("Measured on ")).collect()
}

/// docs/validation.md and its charts are what the command writes today; only the date may differ.
#[test]
fn the_report_that_ships_is_true() {
    let path = scratch("validation.md");
    let output = validate(&["--markdown", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let again = "run: leakdrill validate --markdown docs/validation.md";
    let (ours, ships) =
        (std::fs::read_to_string(&path).unwrap(), std::fs::read_to_string(docs.join("validation.md")).unwrap());
    for (ours, ships) in undated(&ours).into_iter().zip(undated(&ships)) {
        assert_eq!(ours, ships, "{again}");
    }
    assert_eq!(undated(&ours).len(), undated(&ships).len(), "{again}");
    let dated = ships.lines().find(|line| line.starts_with("Measured on ")).unwrap();
    assert!(dated.contains(&format!("simulation revision {}", leakdrill::sim::REVISION)), "{dated}");
    let mut charts = 0;
    for name in
        ships.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|name| name.ends_with(".svg"))
    {
        let (ours, ships) =
            (std::fs::read(path.with_file_name(name)).unwrap(), std::fs::read(docs.join(name)).unwrap());
        assert!(ours == ships, "{name} differs; {again}");
        charts += 1;
    }
    assert_eq!(charts, 4);
}
