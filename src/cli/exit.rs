//! The one table of exit codes, and why a command stops.

use crate::mission::hostile::printable;
use crate::words::en::window::{record_broken, trouble};
use std::io::{self, Write};

/// How a command ends. Of several files the largest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: done. Also when whoever read our output has gone: they had enough.
    Done,
    /// 1: the answer is no, from verify, check, score and validate; or the record that was named is damaged.
    No,
    /// 2: it cannot be used: bad arguments, a file that cannot be opened.
    Unusable,
}

impl Exit {
    /// The number that the shell sees.
    pub const fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::No => 1,
            Exit::Unusable => 2,
        }
    }
}

/// Why a command stops before it is done. Printed to stderr.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// What was asked for cannot be used.
    #[error("{0}")]
    Unusable(String),
    /// The answer is no, and nothing more can be said: a damaged record.
    #[error("{0}")]
    No(String),
    /// Our own output cannot be written.
    #[error("the output cannot be written: {why}", why = trouble(.0))]
    Output(#[from] io::Error),
}

impl Stop {
    /// A file that cannot be used.
    pub fn file(path: &std::path::Path, error: &io::Error) -> Self {
        Stop::Unusable(format!("{}: {}", path.display(), plain(error)))
    }

    /// A record that could not be written to the end.
    pub fn record(path: &std::path::Path, error: &io::Error) -> Self {
        Stop::Unusable(record_broken(&path.display().to_string(), &plain(error)))
    }

    /// Its row in the table.
    pub const fn exit(&self) -> Exit {
        match self {
            Stop::No(_) => Exit::No,
            Stop::Unusable(_) | Stop::Output(_) => Exit::Unusable,
        }
    }
}

/// What the machine says is wrong, without its error number.
pub fn plain(error: &io::Error) -> String {
    trouble(error)
}

/// Says a sentence on stderr. It may hold a file's name, or a piece of a file from somebody else: nothing of it works
/// on the terminal. Where stderr has gone with the terminal, nobody is there to be told.
pub fn tell(sentence: &impl std::fmt::Display) {
    let _ = writeln!(anstream::stderr(), "leakdrill: {}", printable(&sentence.to_string()));
}
