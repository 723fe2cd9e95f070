//! A list of things that can be chosen, each with its letter: what is possible now, what it takes, and why not else.

use crate::sim::ids::{CompartmentId, HatchId};
use crate::sim::order::Act;

/// A menu that is open.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What is asked.
    pub title: String,
    /// What can be chosen.
    pub rows: Vec<Row>,
    /// The row that Enter takes.
    pub cursor: usize,
}

/// A thing that can be chosen.
#[derive(Clone, Debug)]
pub struct Row {
    /// The letter that takes it.
    pub letter: char,
    /// What it is.
    pub label: String,
    /// The time it takes, or why it cannot be.
    pub note: String,
    /// It can be done now.
    pub possible: bool,
    /// What it does.
    pub pick: Pick,
    /// Where it is on the map.
    pub mark: Option<Mark>,
}

/// A place on the map that a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A compartment.
    Place(CompartmentId),
    /// A hatch.
    Hatch(HatchId),
}

/// What a row does.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    /// Gives an order.
    Order(Act),
    /// Asks for a number first.
    Ask(Asked),
}

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A reserve time.
    Reserve,
    /// How long a leak check lasts.
    LeakCheck,
}

impl Menu {
    /// Gives each row a letter of its own name where that is free, so that a hand can learn it. It does not depend on
    /// what is possible.
    pub fn letter(mut rows: Vec<Row>) -> Vec<Row> {
        let mut taken = Vec::new();
        for row in &mut rows {
            row.letter = letter(&row.label, &taken);
            taken.push(row.letter);
        }
        rows
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: i32) {
        let n = self.rows.len() as i32;
        if n > 0 {
            self.cursor = (self.cursor as i32 + by).rem_euclid(n) as usize;
        }
    }
}

impl Row {
    /// A row that can be chosen.
    pub fn new(label: impl Into<String>, note: impl Into<String>, pick: Pick) -> Self {
        Self { letter: ' ', label: label.into(), note: note.into(), possible: true, pick, mark: None }
    }
}

/// What rows are lettered with once letters and digits are used up.
const SIGNS: &str = "!#$%&*+-./:;<=>?@^_~";

/// The first letter of a label that is free, small before capital, else any that is.
fn letter(label: &str, taken: &[char]) -> char {
    let own = label.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase());
    let mut all = own
        .clone()
        .chain(own.map(|c| c.to_ascii_uppercase()))
        .chain('a'..='z')
        .chain('A'..='Z')
        .chain('0'..='9')
        .chain(SIGNS.chars());
    all.find(|c| !taken.contains(c)).unwrap_or(' ')
}
