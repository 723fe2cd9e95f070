//! A sweep as Parquet: a column a value, in groups of rows, so that memory stays flat.

use super::journal::Journal;
use super::many::SweepError;
use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Rows of a group: few enough that those in hand count for little beside the program itself, enough that a million rows
/// make some hundred groups.
const GROUP: usize = 8192;

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
    let mut group = Columns::default();
    journal.lines(|line| {
        group.take(line);
        if group.passed.len() == GROUP {
            group.flush(&mut writer).map_err(wrong)?;
        }
        Ok(())
    })?;
    if !group.passed.is_empty() {
        group.flush(&mut writer).map_err(wrong)?;
    }
    writer.close().map_err(wrong)?;
    Ok(())
}

/// Rows in hand, a column each, as Parquet has them.
#[derive(Default)]
struct Columns {
    texts: [Vec<ByteArray>; 2],
    doubles: [Vec<f64>; 3],
    passed: Vec<bool>,
    counts: [Vec<i64>; 4],
    /// The few words that the texts are made of, each kept once.
    words: Vec<ByteArray>,
}

impl Columns {
    /// Adds a line of CSV, in the order of [`SCHEMA`].
    fn take(&mut self, line: &str) {
        let mut cells = line.split(',');
        let mut next = || cells.next().unwrap_or("");
        // Seeds are unsigned: the same 64 bits.
        let count = |cell: &str| cell.parse::<u64>().unwrap_or(0) as i64;
        let double = |cell: &str| cell.parse::<f64>().unwrap_or(f64::NAN);
        self.counts[0].push(count(next()));
        for text in 0..2 {
            let word = self.word(next());
            self.texts[text].push(word);
        }
        self.doubles[0].push(double(next()));
        self.passed.push(next() == "true");
        self.counts[1].push(count(next()));
        self.doubles[1].push(double(next()));
        self.doubles[2].push(double(next()));
        self.counts[2].push(count(next()));
        self.counts[3].push(count(next()));
    }

    fn word(&mut self, text: &str) -> ByteArray {
        if let Some(known) = self.words.iter().find(|word| word.data() == text.as_bytes()) {
            return known.clone();
        }
        let word = ByteArray::from(text);
        self.words.push(word.clone());
        word
    }

    /// Writes them as a group of rows and begins the next.
    fn flush(&mut self, writer: &mut SerializedFileWriter<File>) -> Result<(), ParquetError> {
        let mut group = writer.next_row_group()?;
        let g = &mut group;
        column::<Int64Type>(g, &mut self.counts[0])?;
        column::<ByteArrayType>(g, &mut self.texts[0])?;
        column::<ByteArrayType>(g, &mut self.texts[1])?;
        column::<DoubleType>(g, &mut self.doubles[0])?;
        column::<BoolType>(g, &mut self.passed)?;
        column::<Int64Type>(g, &mut self.counts[1])?;
        column::<DoubleType>(g, &mut self.doubles[1])?;
        column::<DoubleType>(g, &mut self.doubles[2])?;
        column::<Int64Type>(g, &mut self.counts[2])?;
        column::<Int64Type>(g, &mut self.counts[3])?;
        group.close()?;
        Ok(())
    }
}

/// Writes the next column of a group and empties it.
fn column<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, File>,
    values: &mut Vec<T::T>,
) -> Result<(), ParquetError> {
    if let Some(mut writer) = group.next_column()? {
        writer.typed::<T>().write_batch(values, None, None)?;
        writer.close()?;
    }
    values.clear();
    Ok(())
}
