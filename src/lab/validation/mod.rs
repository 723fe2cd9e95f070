//! The validation: everything that is claimed to be true of the simulator, measured again and laid beside what others
//! say.
//!
//! A [`Section`] is a list of [`Row`]s: ours, theirs, by what rule, from what source, and how far it may be off. Ours is
//! always measured by running the rules that play (a network, a station with people in it, the schedule of strikes), never
//! by printing a constant back (but for the two of the sky that nobody publishes, which stand there with their range). A figure that was used to choose a number calibrates, another one checks, a law is exact,
//! and what nobody has published is a model choice within a stated range. [`mod@reference`] runs the cases with worked
//! answers; [`events`], [`crew`], [`instruments`], [`repair`] and [`sky`] are the sections; [`cabin`] and [`rig`] are the
//! test stands. Start at [`run`].

mod cabin;
mod crew;
mod events;
mod instruments;
mod plot;
mod reference;
mod repair;
mod rig;
mod row;
mod sky;
mod sky_laws;
mod sky_plots;

pub use plot::Plot;
pub use row::{Kind, Row, Section, Theirs};

use super::cases::{CaseReport, CasesError, run_folder};
use std::path::Path;

/// Everything that was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The reference cases.
    pub cases: Vec<CaseReport>,
    /// The rest, by what it is about.
    pub sections: Vec<Section>,
    /// Charts of the sky.
    pub plots: Vec<Plot>,
}

impl Report {
    /// Everything within its tolerance.
    pub fn passed(&self) -> bool {
        self.cases.iter().all(|case| case.passed) && self.sections.iter().all(Section::passed)
    }
}

/// What can be measured, by name.
pub const PARTS: [&str; 8] = ["cases", "events", "closed-forms", "holes", "crew", "instruments", "repair", "sky"];

/// A part by name, and what measures it.
type Part = (&'static str, fn() -> Section);

/// What to measure.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// A folder of cases; those that ship if none.
    pub cases: Option<&'a Path>,
    /// Years of sky.
    pub sky_years: f64,
    /// These of [`PARTS`]; all if empty.
    pub only: &'a [String],
}

/// Measures what is asked for.
pub fn run(options: Options<'_>) -> Result<Report, CasesError> {
    let wanted = |part: &str| options.only.is_empty() || options.only.iter().any(|only| only == part);
    let mut report = Report { cases: Vec::new(), sections: Vec::new(), plots: Vec::new() };
    if wanted("cases") {
        report.cases = match options.cases {
            Some(folder) => run_folder(folder)?,
            None => reference::run()?,
        };
    }
    let sections: [Part; 6] = [
        ("events", events::section),
        ("closed-forms", events::closed_forms),
        ("holes", events::holes),
        ("crew", crew::section),
        ("instruments", instruments::section),
        ("repair", repair::section),
    ];
    for (part, measure) in sections {
        if wanted(part) {
            report.sections.push(measure());
        }
    }
    if wanted("sky") {
        let (section, plots) = sky::sample(options.sky_years);
        report.sections.push(section);
        report.plots = plots;
    }
    Ok(report)
}
