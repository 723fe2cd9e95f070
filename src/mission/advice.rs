//! What is said of a field beside a mistake: what it is, where it belongs, how it may be written.

use super::field::{Field, Ty, Word};
use super::problem::{Kind, Problem};
use super::row::Row;

/// Where a field of this name belongs.
pub(super) fn homes(key: &str) -> Vec<&'static str> {
    super::table::ALL.iter().filter(|t| t.field(key).is_some()).map(|t| t.heading).take(3).collect()
}

/// A field that must be there is not.
pub(super) fn missing(row: &Row, field: &Field) -> Problem {
    Problem::new(Kind::MissingField, &row.place, format!("{} has no `{}`", row.table.heading, field.name))
        .expected(format!("`{}` is needed: {}", field.name, first_sentence(field.doc)))
        .help(for_example(field))
}

/// How a field may be written.
pub(super) fn for_example(field: &Field) -> String {
    match field.ty {
        Ty::Table(_) | Ty::Tables(..) | Ty::Named(..) if field.example.starts_with('[') => {
            format!("for example: {}", field.example)
        }
        _ => format!("for example: {} = {}", field.name, field.example),
    }
}

/// The first sentence of a text, without its full stop, beginning small.
pub(super) fn first_sentence(doc: &str) -> String {
    let sentence = doc.split_once(". ").map_or(doc, |(first, _)| first).trim_end_matches('.');
    let mut chars = sentence.chars();
    match chars.next() {
        Some(c) if !sentence.starts_with("ISS") => c.to_lowercase().chain(chars).collect(),
        _ => sentence.to_owned(),
    }
}

/// The names of words.
pub(super) fn words(list: &'static [Word]) -> impl Iterator<Item = &'static str> + Clone {
    list.iter().map(|w| w.0)
}
