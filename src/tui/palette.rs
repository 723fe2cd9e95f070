//! Any order and any command, found by typing: the grammar's own words, matched loosely.

use super::action::{Action, TABLE};
use super::session::Session;
use super::speech;
use super::view::View;
use crate::drill::grammar::{self, Arg, Subject};
use crate::sim::layout::Layout;
use crate::sim::order::Act;
use crate::units::Tick;
use crate::words::en::window;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Rows shown at most.
const SHOWN: usize = 12;

/// The palette while it is open.
#[derive(Clone, Debug)]
pub struct Palette {
    /// What was typed.
    pub typed: String,
    /// What matches, best first.
    pub found: Vec<Found>,
    /// The chosen row.
    pub cursor: usize,
    all: Vec<Entry>,
}

/// A thing that can be found.
#[derive(Clone, Debug)]
struct Entry {
    text: String,
    what: What,
    near: bool,
}

/// An order or a command.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// An order.
    Order(Act),
    /// A command.
    Command(Action),
    /// An order for another time than now, which nobody keeps here.
    Elsewhen,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Found {
    /// The words.
    pub text: String,
    /// The time it takes, or why it cannot be; what a command does.
    pub note: String,
    /// It can be done now.
    pub possible: bool,
    /// What it is.
    pub what: What,
}

impl Palette {
    /// Everything that can be said now.
    pub fn open(session: &Session, view: &View<'_>) -> Self {
        let chosen = view.layout.crew.get(view.hand.person.ix()).map_or("", |m| m.id.as_str());
        let mut all: Vec<Entry> = orders(view)
            .into_iter()
            .map(|(text, act)| {
                let near = text.split(' ').next() == Some(chosen);
                Entry { text, what: What::Order(act), near }
            })
            .collect();
        all.extend(TABLE.iter().filter(|e| e.in_cabin()).map(|e| Entry {
            text: format!("{}  {}", e.id, e.help()),
            what: What::Command(e.action),
            near: false,
        }));
        let mut palette = Self { typed: String::new(), found: Vec::new(), cursor: 0, all };
        palette.search(session);
        palette
    }

    /// Types a character.
    pub fn push(&mut self, ch: char, session: &Session) {
        self.typed.push(ch);
        self.search(session);
    }

    /// Takes the last character back; says whether there was one.
    pub fn pop(&mut self, session: &Session) -> bool {
        let had = self.typed.pop().is_some();
        self.search(session);
        had
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: i32) {
        let n = self.found.len() as i32;
        if n > 0 {
            self.cursor = (self.cursor as i32 + by).rem_euclid(n) as usize;
        }
    }

    /// What the cursor stands on.
    pub fn chosen(&self) -> Option<&Found> {
        self.found.get(self.cursor)
    }

    /// A whole order as typed comes first, then what matches; the chosen person's before the others'.
    fn search(&mut self, session: &Session) {
        self.cursor = 0;
        let layout = &session.mission().layout;
        let mut hits: Vec<(u32, &Entry)> = Vec::new();
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(&self.typed, CaseMatching::Ignore, Normalization::Smart);
        let mut buf = Vec::new();
        for entry in &self.all {
            if let Some(score) = pattern.score(Utf32Str::new(&entry.text, &mut buf), &mut matcher) {
                hits.push((score * 2 + u32::from(entry.near), entry));
            }
        }
        hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let mut found: Vec<Found> = Vec::new();
        if let Ok(Some(line)) = grammar::parse(&self.typed, layout) {
            let text = grammar::write(&line.act, layout);
            found.push(match line.at {
                Some(at) if !is_now(session, at) => {
                    Found { text, note: window::ONLY_NOW.to_owned(), possible: false, what: What::Elsewhen }
                }
                _ => ask(session, text, What::Order(line.act)),
            });
        }
        let whole = found.len();
        for (_, entry) in hits.into_iter().take(SHOWN) {
            if found.len() < SHOWN && found.first().is_none_or(|f| f.what != entry.what) {
                found.push(ask(session, entry.text.clone(), entry.what));
            }
        }
        // What can be done comes before what cannot, else the best match first. What was typed whole is meant, even if
        // it cannot be: Enter must not give another order.
        found[whole..].sort_by_key(|f| !f.possible);
        self.found = found;
    }
}

/// Whether an order for this tick is one for now: for the tick that shows, or for the next, which hears it.
fn is_now(session: &Session, at: Tick) -> bool {
    let now = session.drill().now();
    at == now || at == now + 1
}

fn ask(session: &Session, text: String, what: What) -> Found {
    let (possible, note) = match what {
        What::Command(_) | What::Elsewhen => (true, String::new()),
        What::Order(act) => match session.check(&act) {
            Ok(forecast) => (true, speech::forecast(&act, &forecast)),
            Err(why) => (false, speech::refusal(session.mission(), &why)),
        },
    };
    Found { text, note, possible, what }
}

/// Every order that the grammar can say of this station, with the holes that were found.
fn orders(view: &View<'_>) -> Vec<(String, Act)> {
    let layout = view.layout;
    let mut out = Vec::new();
    for row in grammar::verbs() {
        let subjects: Vec<&str> = match row.subject {
            Subject::Person => layout.crew.iter().map(|m| m.id.as_str()).collect(),
            Subject::Crew => vec!["crew"],
            Subject::Ground => vec!["ground"],
        };
        let args: Vec<Arg> = row.args.iter().copied().chain(row.optional.filter(|a| *a != Arg::Duration)).collect();
        for subject in subjects {
            let mut lines = vec![format!("{subject} {}", row.name)];
            for (n, arg) in args.iter().enumerate() {
                let optional = n >= row.args.len();
                let longer: Vec<String> = lines
                    .iter()
                    .flat_map(|line| choices(view, layout, *arg).into_iter().map(move |c| format!("{line} {c}")))
                    .collect();
                if optional {
                    lines.extend(longer);
                } else {
                    lines = longer;
                }
            }
            for line in lines {
                if let Ok(Some(parsed)) = grammar::parse(&line, layout) {
                    out.push((line, parsed.act));
                }
            }
        }
    }
    out
}

fn choices(view: &View<'_>, layout: &Layout, arg: Arg) -> Vec<String> {
    match arg {
        Arg::Hole => (1..=view.console.holes.len()).map(|n| format!("h{n}")).collect(),
        Arg::Duration => ["5m", "10m", "30m", "1h"].map(str::to_owned).into(),
        other => grammar::choices(other, layout),
    }
}
