//! Records in other formats, for spreadsheets, learning systems and players of terminal recordings.
//!
//! Each format is a function of a record that returns text; where it goes is the caller's matter. Whatever would tell
//! the truth of a drill that is not over is refused or left out. It may know all that a debrief knows. It lacks files,
//! clocks and the network, and it sends nothing anywhere; no personal data leaves in an export unless it is asked for.
//!
//! Start at [`csv`] (the trace), [`jsonl`] (what happened), [`xapi`] (statements in the shape of cmi5),
//! [`cast`] (asciicast 2, from frames that the caller draws).

pub mod cast;
pub mod csv;
pub mod jsonl;
pub mod xapi;

use crate::words::date::civil;

/// `2018-08-29T23:00:00Z` of seconds since 1970.
pub(crate) fn iso(unix_s: i64) -> String {
    let (days, second) = (unix_s.div_euclid(86_400), unix_s.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}
