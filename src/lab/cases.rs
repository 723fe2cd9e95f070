//! Running a folder of cases and saying how far off the answers are.

use super::case_build::build;
use super::case_file::{CaseFile, EventFile};
use super::case_run::Runner;
use super::expected::{Keys, Table, parse_index, parse_table, read_index, read_table};
pub use super::problem::CasesError;
use super::quantity::Quantity;
use super::report::Report;
pub use super::report::{CaseReport, Place};
use crate::units::MMHG_PA;
use std::path::{Path, PathBuf};

/// Runs every case of a folder: `cases/NAME.json` against `expected/NAME.csv` and `expected/index.json`. A folder
/// without `cases` holds them itself, and the answers beside them or in its own `expected` or its parent's.
pub fn run_folder(folder: &Path) -> Result<Vec<CaseReport>, CasesError> {
    let inner = folder.join("cases");
    let from = if inner.is_dir() { inner } else { folder.to_owned() };
    let mut answers = [folder.join("expected"), folder.join("../expected")].into_iter();
    let answers = answers.find(|answers| answers.is_dir()).unwrap_or_else(|| from.clone());
    let index_path = answers.join("index.json");
    let index = read_index(&index_path)?;
    let mut reports = Vec::new();
    for path in case_files(&from)? {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|error| CasesError::Read { file: file.clone(), error })?;
        let case: CaseFile =
            serde_json::from_str(&text).map_err(|error| CasesError::Json { file: file.clone(), error })?;
        let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let table_path = answers.join(format!("{stem}.csv"));
        let table = read_table(&table_path)?;
        let keys = index.iter().find(|keys| keys.case == stem || Some(&keys.case) == case.name.as_ref());
        if table.is_none() && keys.is_none() {
            let (table, index) = (table_path.display().to_string(), index_path.display().to_string());
            return Err(CasesError::NothingToCompare { file, table, index });
        }
        reports.push(run_case(&case, &file, stem, table.as_ref(), keys)?);
    }
    if reports.is_empty() {
        return Err(CasesError::NoCases { folder: folder.display().to_string() });
    }
    Ok(reports)
}

/// A case and its answer as texts.
#[derive(Clone, Copy, Debug)]
pub struct CaseText<'a> {
    /// Its name.
    pub name: &'a str,
    /// The case, JSON.
    pub case: &'a str,
    /// Its rows over time, CSV.
    pub table: Option<&'a str>,
}

/// Runs cases that are texts, with the index of their end values and events.
pub fn run_texts(texts: &[CaseText<'_>], index: &str) -> Result<Vec<CaseReport>, CasesError> {
    let index = parse_index(index, "index.json")?;
    let mut reports = Vec::new();
    for text in texts {
        let file = format!("{}.json", text.name);
        let case: CaseFile =
            serde_json::from_str(text.case).map_err(|error| CasesError::Json { file: file.clone(), error })?;
        let table = text.table.map(|table| parse_table(table, &format!("{}.csv", text.name))).transpose()?;
        let keys = index.iter().find(|keys| keys.case == text.name || Some(&keys.case) == case.name.as_ref());
        reports.push(run_case(&case, &file, text.name.to_owned(), table.as_ref(), keys)?);
    }
    Ok(reports)
}

/// The cases of a folder by name.
fn case_files(folder: &Path) -> Result<Vec<PathBuf>, CasesError> {
    let read = |error| CasesError::Read { file: folder.display().to_string(), error };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(read)? {
        let path = entry.map_err(read)?.path();
        let is_index = path.file_name().is_some_and(|name| name == "index.json");
        if path.extension().is_some_and(|extension| extension == "json") && !is_index {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A crossing being waited for.
struct Watch<'a> {
    event: &'a EventFile,
    quantity: Quantity,
    level: f64,
    before: f64,
    rising: bool,
    at: Option<f64>,
}

fn run_case(
    case: &CaseFile,
    file: &str,
    name: String,
    table: Option<&Table>,
    keys: Option<&Keys>,
) -> Result<CaseReport, CasesError> {
    let mut run = build(case, file)?;
    let mut report = Report::new(name);
    if table.is_none() {
        report.skip("no table of this case: rows over time were not compared".into());
    }
    if keys.is_none() {
        report.skip("no entry in the index: end values and events were not compared".into());
    }
    let mut watches = Vec::new();
    for (index, event) in case.events.iter().enumerate() {
        let quantity = Quantity::of_event(event, &run.names).ok_or_else(|| CasesError::Field {
            file: file.to_owned(),
            field: format!("events[{index}]"),
            what: "needs a compartment and a quantity that exist, and a level (mmHg, Pa, K or kg)".into(),
        })?;
        let level = event.Pa.or(event.mmHg.map(|mmhg| mmhg * MMHG_PA)).or(event.K).or(event.kg).unwrap_or(0.0);
        let before = quantity.read(&run);
        watches.push(Watch { event, quantity, level, before, rising: before < level, at: None });
    }
    let empty = Table::default();
    let table = table.unwrap_or(&empty);
    let quantities: Vec<Option<Quantity>> =
        table.columns.iter().map(|column| Quantity::parse(column, &run.names)).collect();
    for (column, quantity) in table.columns.iter().zip(&quantities) {
        if quantity.is_none() {
            report.skip(format!("column {column}: not a quantity of this case"));
        }
    }
    let mut rows = table.rows.iter().peekable();
    loop {
        while let Some(row) = rows.next_if(|row| row.0 <= run.time) {
            report.row(row, table, &quantities, &run);
        }
        if run.time >= case.t_end_s {
            break;
        }
        let before = run.time;
        run.advance(rows.peek().map_or(case.t_end_s, |row| row.0.min(case.t_end_s)));
        for watch in watches.iter_mut().filter(|watch| watch.at.is_none()) {
            watch.look(&run, before);
        }
    }
    if rows.next().is_some() {
        report.skip("rows after t_end_s".into());
    }
    let came: Vec<(&str, Option<f64>)> = watches.iter().map(|watch| (watch.event.name.as_str(), watch.at)).collect();
    for (key, expected) in keys.iter().flat_map(|keys| &keys.key_results) {
        report.key(key, *expected, &came, &run, case.t_end_s);
    }
    Ok(report.done())
}

impl Watch<'_> {
    fn look(&mut self, run: &Runner, before: f64) {
        let now = self.quantity.read(run);
        let passed = if self.rising { now >= self.level } else { now <= self.level };
        if passed {
            let share = if now == self.before { 0.0 } else { (self.level - self.before) / (now - self.before) };
            self.at = Some(before + share * (run.time - before));
        }
        self.before = now;
    }
}
