//! The reference part of the handbook `missions/README.md`, made from the field table, the units and the limits.

use super::field::{Field, Need, Rule, Table, Ty, Word};
use super::limit;
use super::suggest;
use super::table;
use super::unit::{Dimension, write_time};
use std::fmt::Write;

/// Everything after the guided part, in Markdown.
pub fn reference() -> String {
    let mut page = String::new();
    for table in table::ALL {
        section(&mut page, table);
    }
    units(&mut page);
    limits(&mut page);
    page
}

fn section(page: &mut String, table: &'static Table) {
    let _ = writeln!(page, "### {}\n\n{}\n", capital(table.heading), table.doc);
    let _ = writeln!(page, "| field | what | value | left out | example |\n| --- | --- | --- | --- | --- |");
    let mut lists = Vec::new();
    for field in table.fields {
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} | {} |",
            field.name,
            cell(field.doc),
            cell(&kind(&field.ty)),
            need(field),
            code(field.example)
        );
        if let Some(words) = words_of(&field.ty) {
            lists.push((field.name, words));
        }
    }
    page.push('\n');
    let rules: Vec<String> = table.rules.iter().filter_map(rule).collect();
    if !rules.is_empty() {
        let _ = writeln!(page, "{}\n", rules.join(" "));
    }
    for (name, words) in lists {
        let _ = writeln!(page, "Words of `{name}`:\n");
        for Word(word, meaning) in words {
            let _ = writeln!(page, "- `{word}`: {meaning}");
        }
        page.push('\n');
    }
}

fn capital(heading: &str) -> String {
    let mut chars = heading.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn code(example: &str) -> String {
    if example.is_empty() { String::new() } else { format!("`{}`", cell(example)) }
}

fn need(field: &Field) -> String {
    match field.need {
        Need::Always => "**needed**".to_owned(),
        Need::New => "**needed** in a new one".to_owned(),
        Need::Or("") => "-".to_owned(),
        Need::Or(default) => cell(&default.replace('"', "`").replace("``", "`")),
    }
}

/// A type with its unit and range, in words.
fn kind(ty: &Ty) -> String {
    match ty {
        Ty::Text(most) => format!("text, up to {most} characters"),
        Ty::Label(most) => format!("text, up to {most} columns"),
        Ty::Prose(most) => format!("text of any lines, up to {most} characters"),
        Ty::Id => "new short name".to_owned(),
        Ty::Name(thing) => {
            let also = thing.also();
            let name = format!("name of {}", thing.a_noun());
            if also.is_empty() { name } else { format!("{name}, or {}", suggest::list(also.iter().copied())) }
        }
        Ty::Word(list) if list.len() <= 8 => suggest::list(list.iter().map(|w| w.0)),
        Ty::Word(_) => "a word, below".to_owned(),
        Ty::Flag => "`true` or `false`".to_owned(),
        Ty::Count(low, high) if *high >= i64::MAX as u64 => format!("whole number from {low}"),
        Ty::Count(low, high) => format!("whole number, {low} to {high}"),
        Ty::Number(low, high) => format!("number, {low} to {high}"),
        Ty::Amount(dimension, low, high) => {
            format!("{}, {} to {}", bare(dimension.noun()), dimension.write(*low), dimension.write(*high))
        }
        Ty::Measured => "quantity in the unit that fits".to_owned(),
        Ty::Moment => "event `+` time".to_owned(),
        Ty::Date => "date and time, RFC 3339".to_owned(),
        Ty::Any => "text, number or flag".to_owned(),
        Ty::List(of, most) => format!("list of up to {most}: {}", kind(of)),
        Ty::Several(of, most) => format!("{}; or a list of up to {most}", kind(of)),
        Ty::Pair(of) => format!("two in brackets: {}", kind(of)),
        Ty::Band(of) => format!("{}; or lowest and highest in brackets", kind(of)),
        Ty::Table(table) => format!("table: {}", link(table)),
        Ty::Tables(table, most) => format!("tables {}, up to {most}", link(table)),
        Ty::Named(table, most) => format!("tables {}, up to {most}", link(table)),
        Ty::Weights => "numbers 0 to 1000 by the names of places".to_owned(),
        Ty::Or(first, table) => format!("{}; or {}", kind(first), link(table)),
        Ty::Spread => "name of a place, a list of them, or weights by name".to_owned(),
    }
}

fn bare(noun: &str) -> &str {
    noun.strip_prefix("an ").or_else(|| noun.strip_prefix("a ")).unwrap_or(noun)
}

/// A link to a table's section, under the anchor that Markdown gives its heading.
fn link(table: &Table) -> String {
    let heading = capital(table.heading);
    let anchor: String = heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect();
    format!("[{}](#{anchor})", heading.replace('[', "\\[").replace(']', "\\]"))
}

fn words_of(ty: &Ty) -> Option<&'static [Word]> {
    match ty {
        Ty::Word(list) => Some(list),
        Ty::List(of, _) | Ty::Several(of, _) => words_of(of),
        _ => None,
    }
}

fn rule(rule: &Rule) -> Option<String> {
    let list = |names: &[&'static str]| suggest::all(names.iter().copied());
    match rule {
        Rule::One(names) => Some(format!("Exactly one of {} is needed.", list(names))),
        Rule::AtMostOne(names) => Some(format!("No more than one of {} may stand here.", list(names))),
        Rule::Some(names) => Some(format!("At least one of {} is needed.", list(names))),
        Rule::Beside(name, others) => Some(format!("`{name}` goes with {}.", list(others))),
    }
}

fn units(page: &mut String) {
    let _ = writeln!(
        page,
        "### Quantities and units\n\nA quantity is a text: a number and a unit, `\"0.6 mmHg/h\"`. A number alone is a problem, \
         since 3 could be millimetres or inches. Times may also be written `\"1h30m\"` or `\"00:10:00\"`.\n\n\
         | quantity | units |\n| --- | --- |"
    );
    for dimension in Dimension::ALL {
        let units: Vec<String> = dimension.units().map(|u| format!("`{u}`")).collect();
        let _ = writeln!(page, "| {} | {} |", bare(dimension.noun()), units.join(", "));
    }
    page.push('\n');
}

fn limits(page: &mut String) {
    let _ = writeln!(page, "### Limits\n\n| what | at most |\n| --- | --- |");
    let rows = [
        ("file", format!("{} KiB", limit::FILE_BYTES / 1024)),
        ("time limit, and any time in the file", write_time(limit::TIME_S)),
        ("compartments", limit::COMPARTMENTS.to_string()),
        ("hatches", limit::HATCHES.to_string()),
        ("segments", limit::SEGMENTS.to_string()),
        ("vehicles", limit::VEHICLES.to_string()),
        ("machines", limit::EQUIPMENT.to_string()),
        ("tanks", limit::TANKS.to_string()),
        ("sensors", limit::SENSORS.to_string()),
        ("entries of stock", limit::STOCK.to_string()),
        ("crew members", limit::CREW.to_string()),
        ("events", limit::EVENTS.to_string()),
        ("actions of an event", limit::ACTIONS.to_string()),
        ("conditions in a list", limit::CONDITIONS.to_string()),
        ("tables within tables", limit::DEPTH.to_string()),
        ("score items", limit::SCORE_ITEMS.to_string()),
        ("time bands of an item", limit::BANDS.to_string()),
        ("hints", limit::HINTS.to_string()),
        ("steps of the procedure card", limit::CARD_STEPS.to_string()),
        ("settings", limit::SETTINGS.to_string()),
        ("certified seeds", limit::CERTIFIED.to_string()),
        ("characters of a short name", limit::NAME.to_string()),
        ("characters of a brief", limit::PROSE.to_string()),
        ("problems reported of one file", limit::PROBLEMS.to_string()),
    ];
    for (what, most) in rows {
        let _ = writeln!(page, "| {what} | {most} |");
    }
}
