//! From bytes to tables: size, characters, TOML, then the walk.

use super::field::Table;
use super::hostile::is_hostile;
use super::limit;
use super::problem::{Kind, Place, Problem, Source};
use super::row::Row;
use super::walk::{Choices, Walk};
use toml::Spanned;
use toml::de::DeTable;

/// The version of the format of missions and stations.
const FORMAT: u64 = 1;

/// A parsed text.
pub(super) struct Document<'i> {
    /// Its tables, as far as they could be parsed.
    pub table: Spanned<DeTable<'i>>,
    /// What is wrong with it as TOML.
    pub problems: Vec<Problem>,
    /// Whether parts may be missing because of that.
    pub torn: bool,
}

/// A walked text.
pub(super) struct Walked {
    /// What was read.
    pub row: Row,
    /// What was found.
    pub problems: Vec<Problem>,
    /// Settings that were used.
    pub used: Vec<String>,
}

/// Parses a text as TOML.
pub(super) fn parse(text: &str, source: Source) -> Document<'_> {
    let empty = || Spanned::new(0..0, DeTable::new());
    if text.len() > limit::FILE_BYTES {
        let place = Place { source, span: 0..0 };
        let message = format!("the file has {} KiB", text.len() / 1024);
        let problem =
            Problem::new(Kind::TooLarge, &place, message).expected(format!("at most {} KiB", limit::FILE_BYTES / 1024));
        return Document { table: empty(), problems: vec![problem], torn: true };
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<Problem> = hostile(text, source).into_iter().collect();
    problems.extend(errors.iter().take(limit::PROBLEMS).map(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().replace(['\n', '\r'], " ");
        let (what, expected) = message.split_once(", expected ").unwrap_or((&message, ""));
        let problem = Problem::new(Kind::Syntax, &Place { source, span }, format!("this is not TOML: {what}"));
        if what == "string values must be quoted" {
            let written = text.get(problem.place.span.clone()).unwrap_or_default().to_owned();
            let mut problem = problem.expected("texts and quantities stand in quotes");
            problem.replacement = Some(format!("\"{written}\""));
            return problem.help(format!("write \"{written}\""));
        }
        if expected.is_empty() { problem } else { problem.expected(format!("expected {expected}")) }
    }));
    let torn = !errors.is_empty();
    Document { table, problems, torn }
}

/// A character written out in the file that could take over a terminal; TOML itself forbids most.
fn hostile(text: &str, source: Source) -> Option<Problem> {
    let (at, bad) = text.char_indices().find(|(_, c)| is_hostile(*c) && !c.is_control())?;
    let place = Place { source, span: at..at + bad.len_utf8() };
    Some(
        Problem::new(
            Kind::ControlCharacter,
            &place,
            format!("the file holds the invisible character U+{:04X}", bad as u32),
        )
        .expected("text that reads as it is stored"),
    )
}

/// A version of the format that this program does not know, of a mission or a station.
pub(super) fn newer(row: &Row) -> Option<Problem> {
    let format = row.count("format").filter(|f| *f != FORMAT)?;
    let message = format!("format {format} is newer than this program");
    Some(Problem::new(Kind::UnknownFormat, row.place_of("format"), message).expected(format!("format {FORMAT}")))
}

/// Walks a parsed text by a table.
pub(super) fn walk<'i>(
    table: &Spanned<DeTable<'i>>,
    source: Source,
    by: &'static Table,
    choices: Choices<'_, 'i>,
) -> Walked {
    let mut walk = Walk::new(source, choices);
    let row = walk.table(by, Place { source, span: 0..0 }, table.get_ref());
    Walked { row, problems: walk.problems, used: walk.used }
}

/// Whether a problem stands beside torn TOML by itself: others may come from a part that could not be parsed, and
/// would only confuse.
pub(super) fn stands_alone(problem: &Problem) -> bool {
    matches!(
        problem.kind,
        Kind::UnknownField
            | Kind::MissingUnit
            | Kind::WrongUnit
            | Kind::UnknownUnit
            | Kind::UnknownWord
            | Kind::TooMany
    )
}
