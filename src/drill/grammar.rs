//! The written form of orders: one grammar for files, palette, plain mode and records.
//!
//! `T+00:10:00 feustel close ga-rassvet # comment`. The time may be left out, words may be in either case, and names
//! may be cut short while only one can be meant, since people type them while air runs out; what `write` gives is
//! always whole, so that a record reads the same for ever. It knows the layout's names and nothing of a drill's state:
//! whether an order can be obeyed is asked of the drill.
//!
//! What is wrong with a line is a value, [`GrammarError`]; its sentence is in `words`. Start at `verbs`, the table,
//! then [`parse`].

pub mod duration;
pub mod verbs;
mod written;

use crate::sim::ids::{CompartmentId, EquipmentId, FoundId, HatchId, PersonId, TankId, VehicleId};
use crate::sim::item::Item;
use crate::sim::layout::Layout;
use crate::sim::order::{Act, Claim, Task, Topic};
use crate::units::Tick;
pub use verbs::{Arg, Row, Subject, Verb};
pub use written::write;

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// When, if it says so.
    pub at: Option<Tick>,
    /// What.
    pub act: Act,
}

/// A part of a line that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The time before it.
    Time,
    /// Who is spoken to.
    Subject,
    /// What is ordered.
    Verb(Subject),
    /// What follows the verb.
    Arg(Arg),
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GrammarError {
    /// The line ends where something must follow.
    Missing {
        /// What.
        part: Part,
        /// The form of the verb, once it is known.
        form: Option<String>,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// A word that means nothing in its place.
    Unknown {
        /// What was expected.
        part: Part,
        /// What was written.
        word: String,
        /// What could stand there.
        expected: Vec<String>,
        /// The likeliest of those.
        nearest: Option<String>,
    },
    /// A word cut so short that it could be one of several.
    Ambiguous {
        /// What was expected.
        part: Part,
        /// What was written.
        word: String,
        /// What it could be.
        matches: Vec<String>,
    },
    /// The verb is known, but not for whom it was said to.
    WrongSubject {
        /// The verb.
        verb: &'static str,
        /// Its form.
        form: String,
    },
    /// A task that is to go on for longer than [`duration::LONGEST_S`].
    TooLong {
        /// What was written.
        word: String,
        /// The longest, s.
        most_s: u32,
    },
    /// More words than the verb takes.
    Unwanted {
        /// The first of them.
        word: String,
        /// The form of the verb.
        form: String,
    },
}

/// The table of verbs.
pub const fn verbs() -> &'static [Row] {
    verbs::VERBS
}

/// Reads one line; nothing if it is blank or a comment.
pub fn parse(line: &str, layout: &Layout) -> Result<Option<Line>, GrammarError> {
    let line = line.split('#').next().unwrap_or_default();
    let mut words = line.split_whitespace().peekable();
    let Some(first) = words.peek() else { return Ok(None) };
    let at = time(first)?;
    if at.is_some() {
        words.next();
    }
    let (subject, person) = subject(words.next(), layout)?;
    let row = verb(words.next(), subject)?;
    let mut reader = Reader { layout, words, row };
    let act = reader.act(person)?;
    match reader.words.next() {
        Some(word) => Err(GrammarError::Unwanted { word: word.to_string(), form: row.form() }),
        None => Ok(Some(Line { at, act })),
    }
}

/// The time of a line that says nothing else: in a stream of orders, run on to it.
pub fn lone_time(line: &str) -> Option<Tick> {
    let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
    match (words.next(), words.next()) {
        (Some(word), None) => time(word).ok().flatten(),
        _ => None,
    }
}

/// What could stand in a place, in the order of the layout's lists. Holes and durations are open lists: examples.
pub fn choices(arg: Arg, layout: &Layout) -> Vec<String> {
    fn ids<T>(list: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
        list.iter().map(|x| id(x).clone()).collect()
    }
    let words = |list: &[&str]| list.iter().map(ToString::to_string).collect();
    match arg {
        Arg::Compartment => ids(&layout.compartments, |x| &x.id),
        // A passage without a door cannot be ordered about, but naming it gets a refusal that says so.
        Arg::Hatch => ids(&layout.hatches, |x| &x.id),
        Arg::Person => ids(&layout.crew, |x| &x.id),
        Arg::Vehicle => ids(&layout.vehicles, |x| &x.id),
        Arg::Equipment => ids(&layout.equipment, |x| &x.id),
        Arg::Tank => ids(&layout.tanks, |x| &x.id),
        Arg::Item => Item::ALL.map(|x| x.id().to_string()).into(),
        Arg::Hole => words(&["h1", "h2"]),
        Arg::Duration => words(&["90s", "5m", "11.3h", "1h30m", "00:10:00"]),
        Arg::Topic => TOPICS.map(|(word, _)| word.to_string()).into(),
        Arg::Claim => words(&["held", "isolated"]),
        Arg::StartStop => words(&["start", "stop"]),
        Arg::OpenShut => words(&["open", "shut"]),
        Arg::OnOff => words(&["on", "off"]),
    }
}

const TOPICS: [(&str, Topic); 5] = [
    ("pressure", Topic::Pressure),
    ("muster", Topic::Muster),
    ("leak", Topic::Leak),
    ("repair", Topic::Repair),
    ("status", Topic::Status),
];

/// `T+HH:MM:SS` or `T+10m`; none if the word is no time at all, so a subject.
fn time(word: &str) -> Result<Option<Tick>, GrammarError> {
    let unknown = || GrammarError::Unknown {
        part: Part::Time,
        word: word.to_string(),
        expected: vec!["T+00:10:00".into(), "T+10m".into()],
        nearest: None,
    };
    match word.get(..2) {
        Some(mark) if mark.eq_ignore_ascii_case("t+") => {
            duration::parse(&word[2..]).map(|s| Some(Tick(s.round() as u64))).ok_or_else(unknown)
        }
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Err(unknown()),
        _ => Ok(None),
    }
}

fn subject(word: Option<&str>, layout: &Layout) -> Result<(Subject, PersonId), GrammarError> {
    let mut expected = choices(Arg::Person, layout);
    expected.extend(["crew".to_string(), "ground".to_string()]);
    let Some(word) = word else {
        return Err(GrammarError::Missing { part: Part::Subject, form: None, expected });
    };
    let ix = pick(word, Part::Subject, expected)?;
    Ok(match ix.checked_sub(layout.crew.len()) {
        None => (Subject::Person, PersonId::at(ix)),
        Some(0) => (Subject::Crew, PersonId::at(0)),
        Some(_) => (Subject::Ground, PersonId::at(0)),
    })
}

fn verb(word: Option<&str>, subject: Subject) -> Result<&'static Row, GrammarError> {
    let of = |subject: Subject| verbs().iter().filter(move |row| row.subject == subject);
    let expected: Vec<String> = of(subject).map(|row| row.name.to_string()).collect();
    let part = Part::Verb(subject);
    let Some(word) = word else { return Err(GrammarError::Missing { part, form: None, expected }) };
    let named =
        |row: &&'static Row| std::iter::once(&row.name).chain(row.aliases).any(|name| name.eq_ignore_ascii_case(word));
    if let Some(row) = of(subject).find(named) {
        return Ok(row);
    }
    match pick(word, part, expected) {
        Ok(ix) => Ok(of(subject).nth(ix).expect("the list that was picked from was made from these rows")),
        Err(error) => Err(match verbs().iter().find(named) {
            Some(row) => GrammarError::WrongSubject { verb: row.name, form: row.form() },
            None => error,
        }),
    }
}

/// The place in `expected` of what `word` means: itself, or the only one that it begins.
fn pick(word: &str, part: Part, expected: Vec<String>) -> Result<usize, GrammarError> {
    if let Some(ix) = expected.iter().position(|name| name.eq_ignore_ascii_case(word)) {
        return Ok(ix);
    }
    let begins = |name: &String| name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let matches: Vec<usize> = (0..expected.len()).filter(|ix| begins(&expected[*ix])).collect();
    match matches[..] {
        [ix] => Ok(ix),
        [] => Err(GrammarError::Unknown { part, word: word.to_string(), nearest: nearest(word, &expected), expected }),
        _ => {
            let matches = matches.iter().map(|ix| expected[*ix].clone()).collect();
            Err(GrammarError::Ambiguous { part, word: word.to_string(), matches })
        }
    }
}

/// The likeliest of some words, if one is likely. Transposed letters and one wrong letter in three are forgiven.
pub fn nearest(word: &str, among: &[String]) -> Option<String> {
    let word = word.to_lowercase();
    let distance = |name: &&String| strsim::damerau_levenshtein(&word, &name.to_lowercase());
    let best = among.iter().min_by_key(distance)?;
    (distance(&best) <= (word.chars().count() / 3).max(1)).then(|| best.clone())
}

struct Reader<'a, W: Iterator<Item = &'a str>> {
    layout: &'a Layout,
    words: std::iter::Peekable<W>,
    row: &'static Row,
}

impl<'a, W: Iterator<Item = &'a str>> Reader<'a, W> {
    fn word(&mut self, arg: Arg) -> Result<&'a str, GrammarError> {
        self.words.next().ok_or_else(|| GrammarError::Missing {
            part: Part::Arg(arg),
            form: Some(self.row.form()),
            expected: choices(arg, self.layout),
        })
    }

    fn pick(&mut self, arg: Arg) -> Result<usize, GrammarError> {
        let word = self.word(arg)?;
        pick(word, Part::Arg(arg), choices(arg, self.layout))
    }

    /// The first of two words, else the second.
    fn first(&mut self, arg: Arg) -> Result<bool, GrammarError> {
        Ok(self.pick(arg)? == 0)
    }

    fn unknown(&self, arg: Arg, word: &str) -> GrammarError {
        let expected = choices(arg, self.layout);
        GrammarError::Unknown { part: Part::Arg(arg), word: word.to_string(), expected, nearest: None }
    }

    /// A hatch is known by its two sides, so either may be named first.
    fn hatch(&mut self) -> Result<HatchId, GrammarError> {
        let word = self.word(Arg::Hatch)?;
        let sides = |hatch: &crate::sim::layout::Hatch, a: usize, b: usize| {
            let id = |side: usize| self.layout.compartment(hatch.between[side]).id.as_str();
            format!("{}-{}", id(a), id(b)).eq_ignore_ascii_case(word)
        };
        let named = self.layout.hatches.iter().position(|h| h.id.eq_ignore_ascii_case(word));
        let by_sides = || self.layout.hatches.iter().position(|h| sides(h, 0, 1) || sides(h, 1, 0));
        match named.or_else(by_sides) {
            Some(ix) => Ok(HatchId::at(ix)),
            None => pick(word, Part::Arg(Arg::Hatch), choices(Arg::Hatch, self.layout)).map(HatchId::at),
        }
    }

    fn hole(&mut self) -> Result<FoundId, GrammarError> {
        let word = self.word(Arg::Hole)?;
        let digits = word.strip_prefix(['h', 'H']).unwrap_or(word);
        let number = digits.parse::<u16>().ok().filter(|n| *n > 0 && !digits.starts_with('+'));
        number.map(|n| FoundId(n - 1)).ok_or_else(|| self.unknown(Arg::Hole, word))
    }

    fn duration(&mut self) -> Result<f64, GrammarError> {
        let word = self.word(Arg::Duration)?;
        duration::parse(word).ok_or_else(|| self.unknown(Arg::Duration, word))
    }

    fn seconds(&mut self) -> Result<u32, GrammarError> {
        let word = self.word(Arg::Duration)?;
        duration::parse_whole(word).ok_or_else(|| match duration::parse(word) {
            Some(_) => GrammarError::TooLong { word: word.to_string(), most_s: duration::LONGEST_S },
            None => self.unknown(Arg::Duration, word),
        })
    }

    fn person(&mut self) -> Result<PersonId, GrammarError> {
        self.pick(Arg::Person).map(PersonId::at)
    }

    fn vehicle(&mut self) -> Result<VehicleId, GrammarError> {
        self.pick(Arg::Vehicle).map(VehicleId::at)
    }

    fn item(&mut self) -> Result<Item, GrammarError> {
        self.pick(Arg::Item).map(|ix| Item::ALL[ix])
    }

    fn compartment(&mut self) -> Result<CompartmentId, GrammarError> {
        self.pick(Arg::Compartment).map(CompartmentId::at)
    }

    fn act(&mut self, who: PersonId) -> Result<Act, GrammarError> {
        let task = match self.row.verb {
            Verb::Move => Task::Move(self.compartment()?),
            Verb::Close => Task::Close(self.hatch()?),
            Verb::Open => Task::Open(self.hatch()?),
            Verb::Equalise => Task::Equalise(self.hatch()?),
            Verb::Clear => Task::Clear(self.hatch()?),
            Verb::Measure if self.words.peek().is_none() => Task::Measure(None),
            Verb::Measure => Task::Measure(Some(self.seconds()?)),
            Verb::LeakCheck => Task::LeakCheck(self.seconds()?),
            Verb::Listen => Task::Listen,
            Verb::Search => Task::Search,
            Verb::Inspect => Task::Inspect(self.hole()?),
            Verb::Photograph => Task::Photograph(self.hole()?),
            Verb::Finger => Task::Finger(self.hole()?),
            Verb::Tape => Task::Tape(self.hole()?),
            Verb::Sealant => Task::Sealant(self.hole()?),
            Verb::Patch => Task::Patch(self.hole()?),
            Verb::Valve => Task::Valve(TankId::at(self.pick(Arg::Tank)?), self.first(Arg::OpenShut)?),
            Verb::Candle => Task::Candle,
            Verb::Wake => Task::Wake(self.person()?),
            Verb::Mask => Task::Mask(self.first(Arg::OnOff)?),
            Verb::Suit => Task::Suit,
            Verb::Liner => Task::Liner(self.vehicle()?),
            Verb::Enter => Task::Enter(self.vehicle()?),
            Verb::Undock => Task::Undock(self.vehicle()?),
            Verb::Switch => Task::Switch(EquipmentId::at(self.pick(Arg::Equipment)?), self.first(Arg::OnOff)?),
            Verb::Fetch => Task::Fetch(self.item()?),
            Verb::Give => Task::Give(self.item()?, self.person()?),
            Verb::Report => Task::Report(TOPICS[self.pick(Arg::Topic)?].1),
            Verb::Sleep => Task::Sleep,
            Verb::Stop => return Ok(Act::Stop { who }),
            Verb::HandOver => return Ok(Act::HandOver { who, to: self.person()? }),
            Verb::Stopwatch => return Ok(Act::Stopwatch { who, start: self.first(Arg::StartStop)? }),
            Verb::Commit => return Ok(Act::Commit { who, reserve_s: self.duration()? }),
            Verb::Muster if self.words.peek().is_none() => return Ok(Act::Muster { to: None }),
            Verb::Muster => return Ok(Act::Muster { to: Some(self.compartment()?) }),
            Verb::Alarm => return Ok(Act::RaiseAlarm),
            Verb::Acknowledge => return Ok(Act::Acknowledge),
            Verb::GroundWake => return Ok(Act::GroundWake { who: self.person()? }),
            Verb::Declare => {
                let held = self.first(Arg::Claim)?;
                return Ok(Act::Declare(if held { Claim::Held } else { Claim::Isolated }));
            }
        };
        Ok(Act::Task { who, task })
    }
}
