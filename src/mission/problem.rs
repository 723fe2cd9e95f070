//! What is wrong with a mission file: typed, placed, all at once.

use super::suggest;
use std::ops::Range;

/// Which of the two texts of a mission a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The mission file.
    Mission,
    /// The station file that it names.
    Station,
}

/// Where something stands: bytes of one of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which text.
    pub source: Source,
    /// From where to where.
    pub span: Range<usize>,
}

impl Place {
    /// The beginning of the mission file, for what is missing as a whole.
    pub const TOP: Place = Place { source: Source::Mission, span: 0..0 };
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The mission cannot be used.
    Error,
    /// It can, but its author should look.
    Warning,
}

/// Sorts of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    // -- the text --
    /// It is not TOML.
    Syntax,
    /// The file is too large.
    TooLarge,
    /// A control character or an escape sequence.
    ControlCharacter,
    // -- one field --
    /// A version of the format that this program does not know.
    UnknownFormat,
    /// Nobody knows this field.
    UnknownField,
    /// A field that must be there is not.
    MissingField,
    /// A number where a text is needed, or the like.
    WrongType,
    /// A number without its unit.
    MissingUnit,
    /// A unit of something else.
    WrongUnit,
    /// A unit that nobody knows.
    UnknownUnit,
    /// No quantity can be read.
    NotAQuantity,
    /// Infinite, or not a number.
    NotFinite,
    /// Below zero where that has no meaning.
    Negative,
    /// Outside what is allowed.
    OutOfRange,
    /// Not one of the words that may stand here.
    UnknownWord,
    /// No date and time.
    NotADate,
    /// No short name.
    BadName,
    /// Too long a text.
    TooLong,
    /// Too many of a thing.
    TooMany,
    /// An empty text or list where something is needed.
    Empty,
    // -- fields together --
    /// Two fields that exclude each other, or none of several.
    Choice,
    /// A field without the one that it belongs to.
    Lonely,
    /// Two things with one name.
    Duplicate,
    /// The name of something that does not exist.
    UnknownName,
    /// A setting that the file does not declare.
    UnknownSetting,
    /// A setting without a choice for a level.
    MissingChoice,
    /// A setting that nothing uses.
    UnusedSetting,
    /// A level that no setting knows.
    UnknownLevel,
    /// A band whose ends are the wrong way round.
    Reversed,
    // -- the station --
    /// A hatch into a compartment that does not exist.
    HatchToNowhere,
    /// A hatch from a compartment into itself.
    HatchToItself,
    /// A compartment that no way leads to.
    Unreachable,
    /// Two compartments in one cell of the map.
    MapOverlap,
    /// A hatch that the map cannot draw.
    MapUndrawable,
    /// Shares of the hull that are not a whole.
    FacesSum,
    /// Air that cannot be.
    ImpossibleAir,
    /// A vehicle that hangs together wrongly.
    BadVehicle,
    /// Somebody has no seat to go home in.
    NoSeat,
    // -- the script --
    /// Events that wait for one another.
    Cycle,
    /// An event that can never happen.
    NeverHappens,
    /// A condition that cannot be what it asks.
    Impossible,
    /// Nothing happens in this mission.
    NothingHappens,
    // -- the rubric --
    /// An item that nobody can earn.
    CannotBeEarned,
    /// Doing nothing would pass.
    SilencePasses,
}

/// A problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What sort.
    pub kind: Kind,
    /// How bad.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong, in a line without a full stop.
    pub message: String,
    /// What was expected there, for the caret.
    pub expected: String,
    /// What to do, if that is known.
    pub help: Option<String>,
    /// What to put in its place, if one thing is meant.
    pub replacement: Option<String>,
    /// Where the same stood for the first time, of what may stand once.
    pub first: Option<Place>,
}

/// Whether nothing worse than a warning was found.
pub(super) fn sound(problems: &[Problem]) -> bool {
    problems.iter().all(|p| p.severity == Severity::Warning)
}

impl Problem {
    /// An error.
    pub fn new(kind: Kind, place: &Place, message: impl Into<String>) -> Self {
        Self {
            kind,
            severity: Severity::Error,
            place: place.clone(),
            message: message.into(),
            expected: String::new(),
            help: None,
            replacement: None,
            first: None,
        }
    }

    /// The same as a warning.
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// With what was expected.
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    /// With the place where the same stood before.
    pub fn first(mut self, place: &Place) -> Self {
        self.first = Some(place.clone());
        self
    }

    /// With what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With the words that may stand there, or the one that is meant.
    pub fn one_of<'a>(self, written: &str, words: impl Iterator<Item = &'a str> + Clone) -> Self {
        match suggest::nearest(written, words.clone()) {
            Some(near) => self.expected("unknown word").near(Some(near)),
            None => self.expected(format!("expected {}", suggest::all(words))),
        }
    }

    /// With the word that is meant, if one is near.
    pub fn near(mut self, near: Option<&str>) -> Self {
        if let Some(near) = near {
            self.help = Some(format!("did you mean `{near}`?"));
            self.replacement = Some(near.to_owned());
        }
        self
    }
}
