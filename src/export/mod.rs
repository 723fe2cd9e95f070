//! Records in other formats, for spreadsheets, learning systems and players of terminal recordings.
//!
//! Each format is a function of a record that returns text; where it goes is the caller's matter. Whatever would tell
//! the truth of a drill that is not over is refused or left out. It may know all that a debrief knows. It lacks files,
//! clocks and the network, and it sends nothing anywhere; no personal data leaves in an export unless it is asked for.
//!
//! Start at [`Form`]; then [`csv`] (the trace), [`jsonl`] (what happened), [`xapi`] (statements in the shape of cmi5),
//! [`cast`] (asciicast 2, from frames that the caller draws).

pub mod cast;
pub mod csv;
pub mod jsonl;
pub mod xapi;

/// The formats there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The trace, a row a compartment and minute.
    Csv,
    /// What happened, a JSON object a line.
    Jsonl,
    /// xAPI 1.0.3 statements in the shape of cmi5.
    Xapi,
    /// A terminal recording.
    Cast,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 4] = [Form::Csv, Form::Jsonl, Form::Xapi, Form::Cast];

    /// The name typed after `--as`.
    pub const fn id(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Jsonl => "jsonl",
            Form::Xapi => "xapi",
            Form::Cast => "cast",
        }
    }

    /// The format of this name.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }
}

/// `2018-08-29T23:00:00Z` of seconds since 1970 (days by Hinnant, "chrono-compatible low-level date algorithms").
pub(crate) fn iso(unix_s: i64) -> String {
    let (days, second) = (unix_s.div_euclid(86_400), unix_s.rem_euclid(86_400));
    let z = days + 719_468;
    let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    let day = doy - (153 * mp + 2) / 5 + 1;
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}
