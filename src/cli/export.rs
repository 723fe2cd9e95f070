//! `leakdrill export`: a record in another format.

use super::args::{ExportArgs, ExportForm};
use super::exit::{Exit, Stop};
use super::out::Out;
use super::records;
use crate::export::{cast, csv, jsonl, xapi};
use std::io::Write;

/// Exports a record.
pub fn run(args: &ExportArgs, out: &mut Out) -> Result<Exit, Stop> {
    let record = records::read(&args.record)?;
    let text = match args.form {
        ExportForm::Csv => {
            csv::csv(&record).map_err(|error| Stop::Unusable(format!("{}: {error}", args.record.display())))?
        }
        ExportForm::Jsonl => jsonl::jsonl(&record),
        ExportForm::Xapi => xapi::xapi(&record, &xapi::Options::default()),
        ExportForm::Cast => cast::cast(&record, &cast::Options::for_record(&record), cast::lines(&record)),
    };
    match &args.output {
        Some(path) => std::fs::write(path, text).map_err(|error| Stop::file(path, &error))?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(Exit::Done)
}
