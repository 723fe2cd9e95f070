//! The walk over a parsed file: every value is read as its field says, every mistake is kept, none stops the walk.

use super::advice::{for_example, homes, missing};
use super::field::{Field, Need, Rule, Table, Thing, Ty};
use super::limit;
use super::problem::{Kind, Place, Problem, Source};
use super::row::{Cell, Row, Value};
use super::suggest;
use super::value::{Scalars, brief, kind_of};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A parsed value with its place.
pub(super) type Node<'i> = Spanned<DeValue<'i>>;

/// Chosen values of the settings, by name.
pub(super) type Choices<'d, 'i> = Vec<(String, Option<&'d Node<'i>>)>;

/// One walk over one text.
pub(super) struct Walk<'d, 'i> {
    /// Which text it walks.
    pub source: Source,
    /// What `$names` stand for.
    pub choices: Choices<'d, 'i>,
    /// Settings that were used.
    pub used: Vec<String>,
    /// What was found.
    pub problems: Vec<Problem>,
    /// Tables within tables so far.
    depth: usize,
    /// Settings within settings so far.
    settings: usize,
}

impl<'d, 'i> Walk<'d, 'i> {
    /// A walk over this text.
    pub fn new(source: Source, choices: Choices<'d, 'i>) -> Self {
        Self { source, choices, used: Vec::new(), problems: Vec::new(), depth: 0, settings: 0 }
    }

    /// The place of a value or key.
    pub fn place<T>(&self, spanned: &Spanned<T>) -> Place {
        Place { source: self.source, span: spanned.span() }
    }

    /// Keeps a problem.
    pub fn report(&mut self, problem: Problem) {
        if self.problems.len() < limit::PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Reads a table.
    pub fn table(&mut self, table: &'static Table, place: Place, found: &'d DeTable<'i>) -> Row {
        let mut row = Row { table, place, cells: Vec::new() };
        if self.depth > limit::DEPTH {
            self.report(
                Problem::new(Kind::TooMany, &row.place, "tables within tables within tables, too deep to follow")
                    .expected(format!("no more than {} levels", limit::DEPTH)),
            );
            return row;
        }
        self.depth += 1;
        let mut slips = Vec::new();
        for (key, value) in found {
            match table.field(key.get_ref()) {
                Some(field) => {
                    if let Some(cell) = self.value(&field.ty, field, value) {
                        row.cells.push((field.name, cell));
                    } else {
                        row.cells.push((field.name, Cell { place: self.place(value), value: Value::Unread }));
                    }
                }
                None => slips.push(self.unknown_field(table, key.get_ref(), self.place(key))),
            }
        }
        self.depth -= 1;
        // A field that was misspelt is not missing too.
        let lacks = |f: &&Field| f.need == Need::Always && !row.wrote(f.name) && !slips.contains(&Some(f.name));
        for field in table.fields.iter().filter(lacks) {
            self.report(missing(&row, field));
        }
        for rule in table.rules {
            self.rule(rule, &row, slips.is_empty());
        }
        row
    }

    /// Says that a field is unknown, and gives the one that is meant.
    fn unknown_field(&mut self, table: &'static Table, key: &str, place: Place) -> Option<&'static str> {
        let names = || table.fields.iter().map(|f| f.name);
        let near = suggest::nearest(key, names());
        let problem =
            Problem::new(Kind::UnknownField, &place, format!("{} has no field `{}`", table.heading, brief(key)));
        self.report(match near {
            Some(_) => problem.expected("unknown field").near(near),
            None => problem.expected("not a field of this table").help(match homes(key).as_slice() {
                [] => format!("its fields are {}", suggest::all(names()).replace(" or ", " and ")),
                homes => format!("`{key}` is a field of {}", homes.join(", ")),
            }),
        });
        near
    }

    /// Says that a rule is broken. `whole`: every field of the table was known.
    fn rule(&mut self, rule: &Rule, row: &Row, whole: bool) {
        let written =
            |names: &[&'static str]| -> Vec<&'static str> { names.iter().copied().filter(|n| row.wrote(n)).collect() };
        let problem = match rule {
            Rule::One(names) | Rule::Some(names) if written(names).is_empty() => {
                if !whole {
                    return;
                }
                let count = if matches!(rule, Rule::One(_)) { "exactly one" } else { "one or more" };
                let lacks = if row.cells.is_empty() { "is empty" } else { "says too little" };
                Problem::new(Kind::Choice, &row.place, format!("{} {lacks}", row.table.heading))
                    .expected(format!("{count} of {} is needed", suggest::all(names.iter().copied())))
            }
            Rule::One(names) | Rule::AtMostOne(names) if written(names).len() > 1 => {
                let both = written(names);
                let place = row.place_of(both[1]).clone();
                let all = both.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(" and ");
                let problem = Problem::new(Kind::Choice, &place, format!("{} says {all}", row.table.heading))
                    .expected("only one of them may stand here");
                match row.table.name {
                    "action" => problem.help("several actions are a list: do = [{ ... }, { ... }]"),
                    _ => problem,
                }
            }
            Rule::Beside(name, others) if row.wrote(name) && written(others).is_empty() => {
                let others = suggest::list(others.iter().copied());
                Problem::new(Kind::Lonely, row.place_of(name), format!("`{name}` says nothing alone"))
                    .expected(format!("needs {others} beside it"))
            }
            _ => return,
        };
        self.report(problem);
    }

    /// Reads a value as this type. `None` if it could not be; the problem is kept then.
    pub fn value(&mut self, ty: &'static Ty, field: &'static Field, node: &'d Node<'i>) -> Option<Cell> {
        if let DeValue::String(text) = node.get_ref()
            && let Some(name) = text.strip_prefix('$')
            && !matches!(ty, Ty::Text(_) | Ty::Label(_) | Ty::Prose(_))
        {
            return self.setting(ty, field, name, self.place(node));
        }
        let place = self.place(node);
        let value = match ty {
            Ty::List(of, most) => self.list(of, field, node, *most)?,
            Ty::Several(of, most) => match node.get_ref() {
                DeValue::Array(_) => self.list(of, field, node, *most)?,
                _ => return self.value(of, field, node),
            },
            Ty::Pair(of) => self.pair(of, field, node)?,
            Ty::Band(of) => match node.get_ref() {
                DeValue::Array(_) => {
                    let band = self.pair(of, field, node)?;
                    self.band_runs_upward(&band, field, &place)?;
                    band
                }
                _ => return self.value(of, field, node),
            },
            Ty::Table(table) => match node.get_ref() {
                DeValue::Table(found) => Value::Row(self.table(table, place.clone(), found)),
                _ => {
                    return self.wrong_type(
                        field,
                        node,
                        "one table: a heading in single brackets, or braces `{ ... }`",
                    );
                }
            },
            Ty::Tables(table, most) => self.tables(table, field, node, *most)?,
            Ty::Named(table, most) => self.named(table, field, node, *most)?,
            Ty::Weights => self.weights(field, node)?,
            Ty::Or(first, table) => match node.get_ref() {
                DeValue::Table(found) => Value::Row(self.table(table, place.clone(), found)),
                _ => return self.value(first, field, node),
            },
            Ty::Spread => match node.get_ref() {
                DeValue::Table(_) => self.weights(field, node)?,
                DeValue::Array(_) => self.list(&Ty::Name(Thing::Place), field, node, limit::PLACES)?,
                _ => return self.value(&Ty::Name(Thing::Place), field, node),
            },
            scalar => self.scalar(scalar, field, node)?,
        };
        Some(Cell { place, value })
    }

    fn setting(&mut self, ty: &'static Ty, field: &'static Field, name: &str, place: Place) -> Option<Cell> {
        let Some((name, choice)) = self.choices.iter().find(|(n, _)| n == name).cloned() else {
            let near = suggest::nearest(name, self.choices.iter().map(|(n, _)| n.as_str())).map(|n| format!("${n}"));
            let none_declared = self.choices.is_empty();
            let problem = Problem::new(Kind::UnknownSetting, &place, format!("no setting is named `{name}`"))
                .expected("a setting that the file declares under [settings]");
            let problem = problem.near(near.as_deref());
            let declare = format!("declare it: `[settings.{name}]`");
            self.report(if none_declared { problem.help(declare) } else { problem });
            return None;
        };
        self.used.push(name);
        if self.settings > 0 {
            self.report(
                Problem::new(Kind::WrongType, &place, "a setting may not stand for another setting")
                    .expected("the value itself"),
            );
            return None;
        }
        self.settings += 1;
        let cell = choice.and_then(|node| self.value(ty, field, node));
        self.settings -= 1;
        cell
    }

    fn list(&mut self, of: &'static Ty, field: &'static Field, node: &'d Node<'i>, most: usize) -> Option<Value> {
        let DeValue::Array(array) = node.get_ref() else {
            self.wrong_type(field, node, "a list in brackets, `[...]`");
            return None;
        };
        if !self.few_enough(array.len(), most, field, &self.place(node)) {
            return None;
        }
        if array.is_empty() && asks_for_some(&field.ty) {
            self.report(
                Problem::new(Kind::Empty, &self.place(node), format!("`{}` is an empty list", field.name))
                    .expected("at least one"),
            );
            return None;
        }
        Some(Value::List(array.iter().filter_map(|n| self.value(of, field, n)).collect()))
    }

    fn pair(&mut self, of: &'static Ty, field: &'static Field, node: &'d Node<'i>) -> Option<Value> {
        match node.get_ref() {
            DeValue::Array(array) if array.len() == 2 => {
                let two: Vec<Cell> = array.iter().filter_map(|n| self.value(of, field, n)).collect();
                (two.len() == 2).then_some(Value::List(two))
            }
            DeValue::Array(array) => {
                let count = array.len();
                self.report(
                    Problem::new(Kind::WrongType, &self.place(node), format!("`{}` is a list of {count}", field.name))
                        .expected("expected two values in brackets, `[..., ...]`"),
                );
                None
            }
            _ => {
                self.wrong_type(field, node, "two values in brackets, `[..., ...]`");
                None
            }
        }
    }

    fn band_runs_upward(&mut self, band: &Value, field: &'static Field, place: &Place) -> Option<()> {
        let cell = Cell { place: place.clone(), value: band.clone() };
        // What is still a text, since the words beside it decide its dimension, is compared once it is read.
        let Some((low, high)) = cell.band() else { return Some(()) };
        if low <= high {
            return Some(());
        }
        self.report(
            Problem::new(Kind::Reversed, place, format!("`{}` runs from high to low", field.name))
                .expected("the lower value first"),
        );
        None
    }

    fn tables(
        &mut self,
        table: &'static Table,
        field: &'static Field,
        node: &'d Node<'i>,
        most: usize,
    ) -> Option<Value> {
        let array = match node.get_ref() {
            DeValue::Array(array) => array,
            DeValue::Table(_) => {
                self.report(
                    Problem::new(Kind::WrongType, &self.place(node), format!("`{}` is a list of tables", field.name))
                        .expected("its heading has double brackets, [[...]]"),
                );
                return None;
            }
            _ => {
                self.wrong_type(field, node, &format!("tables with the heading `{}`", table.heading));
                return None;
            }
        };
        let over = array.get(most).map(|n| self.place(n));
        if let Some(over) = over {
            self.few_enough(array.len(), most, field, &over);
        }
        let mut rows = Vec::new();
        for item in array.iter().take(most) {
            match item.get_ref() {
                DeValue::Table(found) => {
                    let place = self.place(item);
                    rows.push(Cell { place: place.clone(), value: Value::Row(self.table(table, place, found)) });
                }
                _ => {
                    self.wrong_type(field, item, &format!("a table with the heading `{}`", table.heading));
                }
            }
        }
        Some(Value::List(rows))
    }

    fn named(
        &mut self,
        table: &'static Table,
        field: &'static Field,
        node: &'d Node<'i>,
        most: usize,
    ) -> Option<Value> {
        let DeValue::Table(found) = node.get_ref() else {
            self.wrong_type(field, node, &format!("tables with headings such as `{}`", table.heading));
            return None;
        };
        let mut list = Vec::new();
        for (key, value) in found {
            if !self.few_enough(list.len() + 1, most, field, &self.place(key)) {
                break;
            }
            let name = Cell { place: self.place(key), value: Value::Text(key.get_ref().to_string()) };
            let DeValue::Table(found) = value.get_ref() else {
                self.wrong_type(field, value, &format!("a table with a heading such as `{}`", table.heading));
                continue;
            };
            let place = name.place.clone();
            let row = self.table(table, place.clone(), found);
            list.push((name, Cell { place, value: Value::Row(row) }));
        }
        list.sort_by_key(|(name, _)| name.place.span.start);
        Some(Value::Named(list))
    }

    fn weights(&mut self, field: &'static Field, node: &'d Node<'i>) -> Option<Value> {
        static WEIGHT: Ty = Ty::Number(0.0, 1000.0);
        let DeValue::Table(found) = node.get_ref() else {
            self.wrong_type(field, node, "a weight for each place, `{ zvezda = 2, unity = 1 }`");
            return None;
        };
        if !self.few_enough(found.len(), limit::PLACES, field, &self.place(node)) {
            return None;
        }
        let mut list = Vec::new();
        for (key, value) in found {
            let name = Cell { place: self.place(key), value: Value::Text(key.get_ref().to_string()) };
            if let Some(cell) = self.value(&WEIGHT, field, value) {
                list.push((name, cell));
            }
        }
        list.sort_by_key(|(name, _)| name.place.span.start);
        Some(Value::Named(list))
    }

    /// Says that there are too many, if there are.
    fn few_enough(&mut self, count: usize, most: usize, field: &'static Field, place: &Place) -> bool {
        if count <= most {
            return true;
        }
        self.report(
            Problem::new(Kind::TooMany, place, format!("`{}` holds more than {most}", field.name))
                .expected(format!("at most {most}")),
        );
        false
    }

    /// Says that another type is needed.
    pub fn wrong_type(&mut self, field: &'static Field, node: &Node<'_>, needed: &str) -> Option<Cell> {
        let found = kind_of(node.get_ref());
        self.report(
            Problem::new(Kind::WrongType, &self.place(node), format!("`{}` is {found}", field.name))
                .expected(format!("expected {needed}"))
                .help(for_example(field)),
        );
        None
    }
}

/// Whether an empty list would change what is meant: of hatches it would ask for nothing, and of places mean all.
fn asks_for_some(ty: &Ty) -> bool {
    matches!(ty, Ty::Several(..) | Ty::Spread | Ty::List(Ty::Table(_), _))
}
