//! What can be wrong with a record as a text, and on which line.

/// A place and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {flaw}")]
pub struct Damage {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The first line is not a header.
    #[error("this is not a drill record: the first line is not a header")]
    NoHeader,
    /// It was written by a later program.
    #[error("record format {0} is newer than this program reads ({max})", max = super::FORMAT)]
    NewerFormat(u32),
    /// The bytes are not UTF-8.
    #[error("bytes that are not text")]
    NotText,
    /// The form of a line is broken.
    #[error("not a line of a record")]
    Form,
    /// The chain is broken: this line, or the one before, was changed, or lines are missing.
    #[error("changed since it was written, or lines before it are missing (hash chain)")]
    Chain,
    /// A kind of line that this program does not know.
    #[error("unknown kind of line \"{0}\"")]
    Kind(String),
    /// What stands in the line cannot be understood.
    #[error("{kind} cannot be read: {why}")]
    Content {
        /// The kind of line.
        kind: &'static str,
        /// Why.
        why: String,
    },
    /// The mission that it carries does not load.
    #[error("the mission it carries does not load: {0}")]
    Mission(String),
    /// Time runs backward.
    #[error("time runs backward")]
    Backward,
    /// A line longer than any that is written.
    #[error("the line is longer than {max} bytes", max = super::limit::LINE_BYTES)]
    TooLong,
    /// It names somebody or something that its mission does not have.
    #[error("it names what its mission does not have")]
    Nowhere,
    /// It tells of a time after the mission's time limit.
    #[error("it tells of a time after the mission's time limit")]
    Late,
    /// Something follows the end, or a second header.
    #[error("out of place")]
    OutOfPlace,
}

impl Flaw {
    /// At a line.
    pub(crate) fn at(self, line: usize) -> Damage {
        Damage { line, flaw: self }
    }
}
