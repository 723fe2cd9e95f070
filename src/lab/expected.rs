//! Reading the answers: a table of rows over time, and an index of end values and moments.

use super::cases::CasesError;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A table: one row a moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub columns: Vec<String>,
    /// Moment, then a value a column.
    pub rows: Vec<(f64, Vec<f64>)>,
}

/// End values and moments of one case, by name.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Keys {
    pub case: String,
    pub key_results: BTreeMap<String, Option<f64>>,
}

/// Reads a CSV; none if there is no such file.
pub(super) fn read_table(path: &Path) -> Result<Option<Table>, CasesError> {
    if !path.is_file() {
        return Ok(None);
    }
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| CasesError::Read { file: file.clone(), error })?;
    parse_table(&text, &file).map(Some)
}

/// A CSV as a table; `file` is how it is named where it is wrong.
pub(super) fn parse_table(text: &str, file: &str) -> Result<Table, CasesError> {
    let file = file.to_owned();
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let Some((_, header)) = lines.next() else {
        return Err(CasesError::Field { file, field: "line 1".into(), what: "the table is empty".into() });
    };
    let mut names = header.split(',').map(|name| name.trim().to_owned());
    if names.next().as_deref() != Some("t_s") {
        return Err(CasesError::Field { file, field: "line 1".into(), what: "the first column must be t_s".into() });
    }
    let mut table = Table { columns: names.collect(), rows: Vec::new() };
    for (number, line) in lines {
        let values: Result<Vec<f64>, _> = line.split(',').map(|cell| cell.trim().parse::<f64>()).collect();
        match values {
            Ok(values) if values.len() == table.columns.len() + 1 => {
                table.rows.push((values[0], values[1..].to_vec()));
            }
            _ => {
                let what = format!("must hold {} numbers", table.columns.len() + 1);
                return Err(CasesError::Field { file, field: format!("line {}", number + 1), what });
            }
        }
    }
    Ok(table)
}

/// Reads the index; empty if there is none.
pub(super) fn read_index(path: &Path) -> Result<Vec<Keys>, CasesError> {
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| CasesError::Read { file: file.clone(), error })?;
    parse_index(&text, &file)
}

/// JSON as an index; `file` is how it is named where it is wrong.
pub(super) fn parse_index(text: &str, file: &str) -> Result<Vec<Keys>, CasesError> {
    serde_json::from_str(text).map_err(|error| CasesError::Json { file: file.to_owned(), error })
}
