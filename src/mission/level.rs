//! Levels of difficulty: which is in force, and which there are.

/// The level of difficulty that decides what the settings stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// The one that somebody asked for; none for the file's own. A record carries it.
    pub asked: Option<String>,
    /// The one in force.
    pub in_force: String,
    /// Those that the file offers, from easy to hard; `normal` alone where there is nothing to choose.
    pub offered: Vec<String>,
}

impl Level {
    /// Whether there is a choice.
    pub fn is_open(&self) -> bool {
        self.offered.len() > 1
    }

    /// The one after the one in force, and after the last the first.
    pub fn next(&self) -> Option<&str> {
        let at = self.offered.iter().position(|level| *level == self.in_force).map_or(0, |at| at + 1);
        self.offered.get(at % self.offered.len().max(1)).map(String::as_str)
    }
}
