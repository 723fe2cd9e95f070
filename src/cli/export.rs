//! `leakdrill export`: a record in another format.

use super::args::{ExportArgs, ExportForm};
use super::exit::{Exit, Stop, plain as said};
use super::out::Out;
use super::records;
use crate::export::{cast, csv, jsonl, xapi};
use crate::replay::Record;
use crate::tui::film;
use crate::tui::settings::Settings;
use std::sync::Arc;

/// Exports a record.
pub fn run(args: &ExportArgs, out: &mut Out) -> Result<Exit, Stop> {
    let record = records::read(&args.record)?;
    let text = match args.form {
        ExportForm::Csv => {
            csv::csv(&record).map_err(|error| Stop::Unusable(format!("{}: {error}", args.record.display())))?
        }
        ExportForm::Jsonl => jsonl::jsonl(&record),
        ExportForm::Xapi => xapi::xapi(&record, &xapi::Options::default()),
        ExportForm::Cast => film(record, args.size)?,
    };
    match &args.output {
        Some(path) => records::write_beside(path, &[&args.record], text.as_bytes())?,
        None => out.content(&text)?,
    }
    Ok(Exit::Done)
}

/// The screen of the replay as a terminal recording, in the program's own colours: whoever plays it has another terminal
/// than this one.
fn film(record: Record, size: Option<(u16, u16)>) -> Result<String, Stop> {
    let record = Arc::new(record);
    let mut options = cast::Options::for_record(&record);
    (options.width, options.height) = size.unwrap_or((options.width, options.height));
    let frames = film::frames(&record, &options, Settings::default());
    let frames = frames.map_err(|error| Stop::Unusable(said(&error)))?;
    Ok(cast::cast(&record, &options, frames))
}
