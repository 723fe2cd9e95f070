//! A table of the file after reading: every value of its type, in its base unit, with its place.

use super::field::Table;
use super::problem::Place;

/// A read table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// What it was read as.
    pub table: &'static Table,
    /// Where it begins: its heading, or its braces.
    pub place: Place,
    /// What stands in it.
    pub cells: Vec<(&'static str, Cell)>,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// Where the value stands.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// What a cell holds.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A text, a word, or a short name.
    Text(String),
    /// A flag.
    Flag(bool),
    /// A number, or a quantity in its base unit.
    Number(f64),
    /// A whole number.
    Count(u64),
    /// A time after an event.
    Moment {
        /// The event.
        event: String,
        /// Seconds.
        delay_s: u64,
    },
    /// Seconds since 1970.
    Date(i64),
    /// Several.
    List(Vec<Cell>),
    /// A table.
    Row(Row),
    /// Things by name.
    Named(Vec<(Cell, Cell)>),
    /// Something that could not be read; its problem is kept elsewhere.
    Unread,
}

impl Row {
    /// The cell of a field, if it was written and could be read.
    pub fn cell(&self, name: &str) -> Option<&Cell> {
        debug_assert!(self.table.field(name).is_some(), "{} has no field {name}", self.table.name);
        self.cells.iter().find(|(n, _)| *n == name).map(|(_, c)| c).filter(|c| !matches!(c.value, Value::Unread))
    }

    /// Whether a field was written, be it well or badly.
    pub fn wrote(&self, name: &str) -> bool {
        self.cells.iter().any(|(n, _)| *n == name)
    }

    /// Where a field stands, else the table.
    pub fn place_of(&self, name: &str) -> &Place {
        self.cells.iter().find(|(n, _)| *n == name).map_or(&self.place, |(_, c)| &c.place)
    }

    /// A text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.cell(name)?.text()
    }

    /// A number or quantity.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.cell(name)?.number()
    }

    /// A whole number.
    pub fn count(&self, name: &str) -> Option<u64> {
        match self.cell(name)?.value {
            Value::Count(n) => Some(n),
            _ => None,
        }
    }

    /// Whole seconds.
    pub fn seconds(&self, name: &str) -> Option<u64> {
        self.number(name).map(|s| libm::round(s) as u64)
    }

    /// A flag.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.cell(name)?.value {
            Value::Flag(b) => Some(b),
            _ => None,
        }
    }

    /// A table.
    pub fn row(&self, name: &str) -> Option<&Row> {
        self.cell(name)?.row()
    }

    /// Several, or one.
    pub fn list(&self, name: &str) -> &[Cell] {
        match self.cell(name) {
            Some(Cell { value: Value::List(list), .. }) => list,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        }
    }

    /// Tables, `[[so]]`.
    pub fn rows(&self, name: &str) -> impl Iterator<Item = &Row> {
        self.list(name).iter().filter_map(Cell::row)
    }

    /// Things by name.
    pub fn named(&self, name: &str) -> &[(Cell, Cell)] {
        match self.cell(name) {
            Some(Cell { value: Value::Named(list), .. }) => list,
            _ => &[],
        }
    }
}

impl Cell {
    /// Its text.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Its number.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(x) => Some(x),
            Value::Count(n) => Some(n as f64),
            _ => None,
        }
    }

    /// Its table.
    pub fn row(&self) -> Option<&Row> {
        match &self.value {
            Value::Row(row) => Some(row),
            _ => None,
        }
    }

    /// Its two numbers; one stands for both.
    pub fn band(&self) -> Option<(f64, f64)> {
        match &self.value {
            Value::List(two) => match two.as_slice() {
                [a, b] => Some((a.number()?, b.number()?)),
                _ => None,
            },
            _ => self.number().map(|x| (x, x)),
        }
    }
}
