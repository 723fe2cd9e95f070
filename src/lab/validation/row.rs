//! One line of the report: ours, theirs, and whether they agree.

/// What a published figure is to the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number of the model was chosen to meet it.
    Calibrates,
    /// It was not used for any choice.
    Checks,
    /// An exact solution of the same equations, or the law that is sampled.
    ClosedForm,
    /// Nobody has published it: the number is ours, within the range that the sources leave.
    ModelChoice,
}

impl Kind {
    /// In a word.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Calibrates => "calibrates",
            Kind::Checks => "checks",
            Kind::ClosedForm => "exact",
            Kind::ModelChoice => "model choice",
        }
    }
}

/// What others say.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Theirs {
    /// A number.
    Value(f64),
    /// Between these. An end that nobody states is infinite.
    Range(f64, f64),
}

/// A published figure and ours.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Row {
    /// What.
    pub name: String,
    /// As simulated.
    pub ours: f64,
    /// As published.
    pub theirs: Theirs,
    /// Unit of both; empty for a pure number.
    pub unit: &'static str,
    /// From what, and by what rule: formula, volume, temperature.
    pub how: String,
    /// Who says so.
    pub source: &'static str,
    /// What it is to the model.
    pub kind: Kind,
    /// Largest difference, as a share of theirs, before it fails.
    pub tolerance: f64,
    /// Within it.
    pub passed: bool,
}

impl Row {
    /// A row, judged. A number that is none is not within any tolerance.
    pub fn new(name: impl Into<String>, ours: f64, theirs: Theirs, unit: &'static str, tolerance: f64) -> Self {
        let passed = match theirs {
            Theirs::Value(value) => (ours - value).abs() <= tolerance * value.abs(),
            Theirs::Range(low, high) => ours >= low * (1.0 - tolerance) && ours <= high * (1.0 + tolerance),
        };
        let (how, source, kind) = (String::new(), "", Kind::Checks);
        Self { name: name.into(), ours, theirs, unit, how, source, kind, tolerance, passed }
    }

    /// From what ours comes.
    pub fn by(mut self, how: impl Into<String>) -> Self {
        self.how = how.into();
        self
    }

    /// Who says theirs, and what it is to the model.
    pub fn says(mut self, kind: Kind, source: &'static str) -> Self {
        (self.kind, self.source) = (kind, source);
        self
    }
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Section {
    /// Short name.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What must be known to read it.
    pub about: String,
    /// Its lines.
    pub rows: Vec<Row>,
}

impl Section {
    /// Every line within its tolerance.
    pub fn passed(&self) -> bool {
        self.rows.iter().all(|row| row.passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_its_tolerance_fails() {
        let value = |ours, tolerance| Row::new("", ours, Theirs::Value(-2.0), "", tolerance).passed;
        assert!(value(-2.1, 0.06) && value(-1.9, 0.06) && value(-2.0, 0.0));
        assert!(!value(-2.1, 0.04) && !value(2.0, 0.5) && !value(f64::NAN, 1e9) && !value(f64::INFINITY, 1e9));
        let range = |ours, tolerance| Row::new("", ours, Theirs::Range(3.0, f64::INFINITY), "", tolerance).passed;
        assert!(range(3.0, 0.0) && range(1e9, 0.0) && range(2.9, 0.05));
        assert!(!range(2.9, 0.0) && !range(f64::NAN, 0.1));
        let narrow = |ours| Row::new("", ours, Theirs::Range(0.1, 0.4), "", 0.0).passed;
        assert!(narrow(0.1) && narrow(0.4) && !narrow(0.41) && !narrow(0.09));
    }
}
