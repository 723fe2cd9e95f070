//! Single values: texts, words, names, numbers, quantities, times and dates, each with what can be wrong with it.

use super::advice::{for_example, words};
use super::date;
use super::field::{Field, Ty};
use super::hostile::is_hostile;
use super::limit;
use super::problem::{Kind, Problem};
use super::row::Value;
use super::suggest;
use super::unit::{self, Dimension, Misread};
use super::walk::{Node, Walk};
use toml::de::{DeInteger, DeValue};
use unicode_width::UnicodeWidthStr;

/// Reading of single values.
pub(super) trait Scalars {
    /// Reads a value that is neither list nor table. `None` if it could not be; the problem is kept then.
    fn scalar(&mut self, ty: &'static Ty, field: &'static Field, node: &Node<'_>) -> Option<Value>;
}

impl Scalars for Walk<'_, '_> {
    fn scalar(&mut self, ty: &'static Ty, field: &'static Field, node: &Node<'_>) -> Option<Value> {
        match ty {
            Ty::Text(most) => text(self, field, node, *most, false),
            Ty::Label(most) => label(self, field, node, *most),
            Ty::Prose(most) => text(self, field, node, *most, true),
            Ty::Id => id(self, field, node),
            Ty::Name(thing) => match node.get_ref() {
                DeValue::String(name) if name.chars().count() <= limit::NAME => Some(Value::Text(name.to_string())),
                DeValue::String(_) => too_long(self, field, node, limit::NAME),
                _ => wrong(self, field, node, &format!("the name of {}, in quotes", thing.a_noun())),
            },
            Ty::Word(list) => match node.get_ref() {
                DeValue::String(word) if words(list).any(|w| w == word) => Some(Value::Text(word.to_string())),
                DeValue::String(word) => {
                    let place = self.place(node);
                    let problem = Problem::new(
                        Kind::UnknownWord,
                        &place,
                        format!("`{}` cannot be `{}`", field.name, brief(word)),
                    )
                    .one_of(word, words(list));
                    self.report(problem);
                    None
                }
                _ => wrong(self, field, node, &suggest::list(words(list))),
            },
            Ty::Flag => match node.get_ref() {
                DeValue::Boolean(b) => Some(Value::Flag(*b)),
                _ => wrong(self, field, node, "`true` or `false`"),
            },
            Ty::Count(low, high) => count(self, field, node, *low, *high),
            Ty::Number(low, high) => number(self, field, node, *low, *high),
            Ty::Amount(dimension, low, high) => amount(self, field, node, *dimension, *low, *high),
            Ty::Moment => moment(self, field, node),
            Ty::Date => match node.get_ref() {
                DeValue::String(text) => read_date(self, field, node, text),
                DeValue::Datetime(at) => read_date(self, field, node, &at.to_string()),
                _ => wrong(self, field, node, "a date and time, `\"2018-08-29T23:00:00Z\"`"),
            },
            Ty::Measured | Ty::Any => match node.get_ref() {
                DeValue::String(text) => Some(Value::Text(text.to_string())),
                DeValue::Integer(_) | DeValue::Float(_) => Some(Value::Number(plain_number(node)?)),
                DeValue::Boolean(b) => Some(Value::Flag(*b)),
                _ => wrong(self, field, node, "a text, a number, `true` or `false`"),
            },
            _ => wrong(self, field, node, "another kind of value"),
        }
    }
}

fn wrong(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>, needed: &str) -> Option<Value> {
    walk.wrong_type(field, node, needed);
    None
}

fn text(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>, most: usize, lines: bool) -> Option<Value> {
    let DeValue::String(text) = node.get_ref() else {
        return wrong(walk, field, node, "a text in quotes");
    };
    let place = walk.place(node);
    if let Some(bad) = text.chars().find(|&c| is_hostile(c) && !(lines && matches!(c, '\n' | '\t' | '\r'))) {
        let name = if bad == '\n' || bad == '\r' {
            "a line break".into()
        } else {
            format!("the control character U+{:04X}", bad as u32)
        };
        walk.report(
            Problem::new(Kind::ControlCharacter, &place, format!("`{}` holds {name}", field.name))
                .expected(if lines {
                    "text without control characters"
                } else {
                    "one line of text without control characters"
                })
                .help("control characters and escape sequences could take over a trainee's terminal"),
        );
        return None;
    }
    if text.chars().count() > most {
        return too_long(walk, field, node, most);
    }
    if text.trim().is_empty() {
        walk.report(
            Problem::new(Kind::Empty, &place, format!("`{}` is empty", field.name))
                .expected("some text")
                .help(for_example(field)),
        );
        return None;
    }
    Some(Value::Text(text.trim().to_owned()))
}

fn label(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>, most: usize) -> Option<Value> {
    let text = text(walk, field, node, most, false)?;
    let Value::Text(label) = &text else { return Some(text) };
    let columns = label.width();
    if columns > most {
        let place = walk.place(node);
        walk.report(
            Problem::new(Kind::TooLong, &place, format!("`{}` is {columns} columns wide", field.name))
                .expected(format!("at most {most}")),
        );
        return None;
    }
    Some(text)
}

fn too_long(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>, most: usize) -> Option<Value> {
    let count = node.get_ref().as_str().map_or(0, |t| t.chars().count());
    let place = walk.place(node);
    walk.report(
        Problem::new(Kind::TooLong, &place, format!("`{}` is {count} characters long", field.name))
            .expected(format!("at most {most}")),
    );
    None
}

fn id(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>) -> Option<Value> {
    let DeValue::String(text) = node.get_ref() else {
        return wrong(walk, field, node, "a short name in quotes");
    };
    if text.chars().count() > limit::NAME {
        return too_long(walk, field, node, limit::NAME);
    }
    if is_id(text) {
        return Some(Value::Text(text.to_string()));
    }
    let place = walk.place(node);
    let tidy = tidy_id(text);
    let problem = Problem::new(Kind::BadName, &place, format!("`{}` is no short name", brief(text)))
        .expected("small letters, digits, `-` and `_`, beginning with a letter or digit")
        .near(is_id(&tidy).then_some(tidy.as_str()));
    walk.report(problem);
    None
}

/// Whether this can be typed as a name in an order.
pub(super) fn is_id(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

fn tidy_id(text: &str) -> String {
    let small = text.trim().to_ascii_lowercase().replace([' ', '.', '/'], "-");
    small.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// A word short enough for a message, without anything hostile.
pub(super) fn brief(text: &str) -> String {
    let clean: String = text.chars().map(|c| if is_hostile(c) { '\u{fffd}' } else { c }).take(40).collect();
    if text.chars().count() > 40 { format!("{clean}...") } else { clean }
}

fn integer(written: &DeInteger<'_>) -> Option<i128> {
    i128::from_str_radix(written.as_str(), written.radix()).ok()
}

/// The value of a bare number; infinite ones included.
fn plain_number(node: &Node<'_>) -> Option<f64> {
    match node.get_ref() {
        DeValue::Integer(n) => integer(n).map(|n| n as f64).or(Some(f64::INFINITY)),
        DeValue::Float(x) => x.as_str().replace('_', "").parse().ok(),
        _ => None,
    }
}

fn count(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>, low: u64, high: u64) -> Option<Value> {
    let DeValue::Integer(written) = node.get_ref() else {
        return wrong(walk, field, node, "a whole number");
    };
    let value = integer(written);
    if let Some(n) = value.and_then(|n| u64::try_from(n).ok())
        && (low..=high).contains(&n)
    {
        return Some(Value::Count(n));
    }
    let range = if high >= i64::MAX as u64 { format!("{low} or more") } else { format!("from {low} to {high}") };
    let kind = if value.is_some_and(|n| n < 0) { Kind::Negative } else { Kind::OutOfRange };
    let place = walk.place(node);
    let message = format!("`{}` is {}", field.name, if kind == Kind::Negative { "negative" } else { "out of range" });
    walk.report(Problem::new(kind, &place, message).expected(format!("a whole number {range}")));
    None
}

fn number(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>, low: f64, high: f64) -> Option<Value> {
    match plain_number(node) {
        Some(value) => in_range(walk, field, node, value, (low, high), |x| format!("{x}")).map(Value::Number),
        None => wrong(walk, field, node, "a number without a unit"),
    }
}

/// The value, if it is finite and within; the problem else.
fn in_range(
    walk: &mut Walk<'_, '_>,
    field: &'static Field,
    node: &Node<'_>,
    value: f64,
    (low, high): (f64, f64),
    write: impl Fn(f64) -> String,
) -> Option<f64> {
    if (low..=high).contains(&value) {
        return Some(value + 0.0);
    }
    let place = walk.place(node);
    let (kind, what) = if !value.is_finite() {
        (Kind::NotFinite, "not a finite number")
    } else if value < 0.0 && low >= 0.0 {
        (Kind::Negative, "negative")
    } else {
        (Kind::OutOfRange, "out of range")
    };
    walk.report(Problem::new(kind, &place, format!("`{}` is {what}", field.name)).expected(format!(
        "from {} to {}",
        write(low),
        write(high)
    )));
    None
}

fn amount(
    walk: &mut Walk<'_, '_>,
    field: &'static Field,
    node: &Node<'_>,
    dimension: Dimension,
    low: f64,
    high: f64,
) -> Option<Value> {
    let read = match node.get_ref() {
        DeValue::String(text) => unit::read(text, dimension),
        DeValue::Integer(_) | DeValue::Float(_) => match plain_number(node) {
            Some(x) if x.is_finite() => Err(Misread::NoUnit(x)),
            _ => Err(Misread::NotFinite),
        },
        _ => return wrong(walk, field, node, &format!("{} such as {}", dimension.noun(), field.example)),
    };
    match read {
        Ok(value) => in_range(walk, field, node, value, (low, high), |x| dimension.write(x)).map(Value::Number),
        Err(why) => {
            let problem = misread(field.name, &walk.place(node), dimension, why, field.example);
            walk.report(problem);
            None
        }
    }
}

/// What to say about a quantity that cannot be read.
pub(super) fn misread(
    name: &str,
    place: &super::problem::Place,
    dimension: Dimension,
    why: Misread,
    example: &str,
) -> Problem {
    let units = suggest::list(dimension.units());
    match why {
        Misread::NoUnit(value) => {
            let with = format!("\"{value} {}\"", dimension.usual());
            let mut problem = Problem::new(Kind::MissingUnit, place, format!("`{name}` has no unit"))
                .expected(format!("{} needs one: {units}", dimension.noun()))
                .help(format!("write {with}, if that is what you mean"));
            problem.replacement = Some(with);
            problem
        }
        Misread::NotFinite => Problem::new(Kind::NotFinite, place, format!("`{name}` is not a finite number"))
            .expected(format!("{} that can be", dimension.noun())),
        Misread::WrongUnit { unit, measures } => {
            let other = measures.first().map_or("something else", |d| d.noun());
            Problem::new(Kind::WrongUnit, place, format!("`{}` is the unit of {other}", brief(&unit)))
                .expected(format!("{} is needed: {units}", dimension.noun()))
        }
        Misread::UnknownUnit { unit, near } => {
            Problem::new(Kind::UnknownUnit, place, format!("`{}` is no unit", brief(&unit)))
                .expected(format!("{} has one of {units}", dimension.noun()))
                .near(near)
        }
        Misread::Clock => Problem::new(Kind::NotAQuantity, place, format!("`{name}` is no time of a clock"))
            .expected("hours, minutes and seconds, `00:10:00`, minutes and seconds below 60"),
        Misread::Comma => Problem::new(Kind::NotAQuantity, place, format!("`{name}` has a comma in its number"))
            .expected("a point before the decimals, and nothing between thousands"),
        Misread::NoNumber => Problem::new(Kind::NotAQuantity, place, format!("`{name}` is no quantity"))
            .expected(format!("{}: a number and one of {units}", dimension.noun()))
            .help(format!("for example: {name} = {example}")),
    }
}

fn moment(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>) -> Option<Value> {
    let DeValue::String(text) = node.get_ref() else {
        return wrong(walk, field, node, "the name of an event and a time, `\"hole + 5m\"`");
    };
    let (event, delay) = match text.split_once('+') {
        Some((event, delay)) => (event.trim(), delay.trim()),
        None => (text.trim(), "0 s"),
    };
    if event.is_empty() || event.chars().count() > limit::NAME {
        return wrong(walk, field, node, "the name of an event and a time, `\"hole + 5m\"`");
    }
    match unit::read(delay, Dimension::Time) {
        Ok(delay) => {
            let delay = in_range(walk, field, node, delay, (0.0, limit::TIME_S), |x| Dimension::Time.write(x))?;
            Some(Value::Moment { event: event.to_owned(), delay_s: libm::round(delay) as u64 })
        }
        Err(why) => {
            let mut problem = misread(field.name, &walk.place(node), Dimension::Time, why, field.example);
            if problem.replacement.take().is_some() {
                problem.help = Some(format!("write \"{event} + {delay} min\", if that is what you mean"));
            }
            walk.report(problem);
            None
        }
    }
}

fn read_date(walk: &mut Walk<'_, '_>, field: &'static Field, node: &Node<'_>, text: &str) -> Option<Value> {
    match date::read(text) {
        Some(seconds) => Some(Value::Date(seconds)),
        None => {
            let place = walk.place(node);
            walk.report(
                Problem::new(Kind::NotADate, &place, format!("`{}` is no date and time", field.name))
                    .expected("RFC 3339 with its zone, between 1961 and 2100")
                    .help(format!("for example: {} = {}", field.name, field.example)),
            );
            None
        }
    }
}

/// What a value is, in a sentence.
pub(super) fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a flag",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
