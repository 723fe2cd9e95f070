//! A sweep as Parquet: a column a value, in groups of rows, so that memory stays flat.

use super::journal::Journal;
use super::many::SweepError;
use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Rows of a group.
const GROUP: usize = 16_384;

const SCHEMA: &str = "message sweep {
    required int64 seed (integer(64, false));
    required binary pilot (string);
    required binary outcome (string);
    required double score;
    required boolean passed;
    required int64 ticks (integer(64, false));
    required double leaked_kg;
    required double min_pressure_mmhg;
    required int64 crew_lost;
    required int64 compartments_lost;
}";

/// Writes the rows of a journal.
pub fn write(journal: &mut Journal, path: &Path) -> Result<(), SweepError> {
    let wrong = |e: ParquetError| SweepError::file(path)(std::io::Error::other(e));
    let schema = Arc::new(parse_message_type(SCHEMA).map_err(wrong)?);
    let properties = Arc::new(WriterProperties::builder().set_compression(Compression::UNCOMPRESSED).build());
    let file = File::create(path).map_err(SweepError::file(path))?;
    let mut writer = SerializedFileWriter::new(file, schema, properties).map_err(wrong)?;
    let mut group: Vec<Vec<String>> = Vec::new();
    journal.lines(|line| {
        group.push(line.split(',').map(str::to_owned).collect());
        if group.len() == GROUP {
            flush(&mut writer, &mut group).map_err(wrong)?;
        }
        Ok(())
    })?;
    if !group.is_empty() {
        flush(&mut writer, &mut group).map_err(wrong)?;
    }
    writer.close().map_err(wrong)?;
    Ok(())
}

fn flush(writer: &mut SerializedFileWriter<File>, rows: &mut Vec<Vec<String>>) -> Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    for column in 0..10 {
        let cells: Vec<&str> = rows.iter().map(|row| row.get(column).map_or("", String::as_str)).collect();
        column_of(&mut group, column, &cells)?;
    }
    group.close()?;
    rows.clear();
    Ok(())
}

fn column_of(
    group: &mut SerializedRowGroupWriter<'_, File>,
    column: usize,
    cells: &[&str],
) -> Result<(), ParquetError> {
    let Some(mut writer) = group.next_column()? else { return Ok(()) };
    match column {
        1 | 2 => {
            let values: Vec<ByteArray> = cells.iter().map(|c| ByteArray::from(*c)).collect();
            writer.typed::<ByteArrayType>().write_batch(&values, None, None)?;
        }
        3 | 6 | 7 => {
            let values: Vec<f64> = cells.iter().map(|c| c.parse().unwrap_or(f64::NAN)).collect();
            writer.typed::<DoubleType>().write_batch(&values, None, None)?;
        }
        4 => {
            let values: Vec<bool> = cells.iter().map(|c| *c == "true").collect();
            writer.typed::<BoolType>().write_batch(&values, None, None)?;
        }
        _ => {
            // Seeds are unsigned: the same 64 bits.
            let values: Vec<i64> = cells.iter().map(|c| c.parse::<u64>().unwrap_or(0) as i64).collect();
            writer.typed::<Int64Type>().write_batch(&values, None, None)?;
        }
    }
    writer.close()
}
