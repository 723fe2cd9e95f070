//! What stands around the numbers of `leakdrill validate`, as text, as documentation and as a page.

/// Title.
pub const TITLE: &str = "Our numbers beside theirs";
/// Title of the page.
pub const PAGE_TITLE: &str = "Leakdrill: our numbers beside theirs";
/// When, and by which rules.
pub fn measured(date: &str, revision: u32) -> String {
    format!("Measured on {date}, simulation revision {revision}")
}
/// The same before the command that did it.
pub fn measured_by(date: &str, revision: u32) -> String {
    format!("{}, by\n", measured(date, revision))
}
/// By which rules.
pub fn revision(revision: u32) -> String {
    format!("\nsimulation revision {revision}")
}
/// How the documentation is made.
pub const BY: &str = "```sh\nleakdrill validate --markdown docs/validation.md\n```\n";
/// Who keeps it true.
pub const KEPT: &str = "A test runs the command again and compares every number here.";
/// What the kinds are.
pub const KINDS: &str = "\
\"Calibrates\": a number of the model was chosen to meet it, so it proves nothing. \"Checks\": it was used for no
choice. \"Exact\": a law or a solution of the same equations. \"Model choice\": nobody has published it, and ours lies
within the range that the sources leave.
";
/// Heading of the cases.
pub const CASES: &str = "Reference cases";
/// The same with what is compared.
pub const CASES_ERRORS: &str =
    "Reference cases: largest relative error of pressures, masses, moments; of temperatures, K";
/// What they are.
pub const CASES_ABOUT: &str = "\
Networks with answers to nine digits from another solver (`tests/data/reference`). Largest errors, as a share of the
value; allowed are 1e-3 of a pressure or mass (or 5 Pa), 2e-3 of a moment (or a tick), 0.3 K.
";
/// The same on a page.
pub const CASES_SHORT: &str = "Largest errors, as a share of the value.";
/// What the table of cases shows.
pub const CASES_CAPTION: &str = "Every case of the folder.";
/// Its columns on a page.
pub const CASES_COLUMNS: [&str; 6] = ["case", "pressure", "mass", "moments", "temperature, K", "verdict"];
/// Its head in the documentation.
pub const CASES_TABLE: &str =
    "| case | pressure | mass | moments | temperature, K | values | |\n| --- | --: | --: | --: | --: | --: | --- |";
/// A section, as text.
pub fn ours_theirs(title: &str) -> String {
    format!("\n{title}: ours, theirs")
}
/// Columns of a section on a page.
pub const COLUMNS: [&str; 7] = ["what", "ours", "theirs", "unit", "kind", "source", "verdict"];
/// Their head in the documentation.
pub const TABLE: &str = "| what | ours | theirs | | kind | source | |\n| --- | --: | --: | --- | --- | --- | --- |";
/// Within its tolerance, or not.
pub const fn ok(passed: bool) -> &'static str {
    if passed { "ok" } else { "fails" }
}

/// How many there are and how many fail.
pub fn summary(cases: usize, figures: usize, failed: usize) -> String {
    match failed {
        0 => format!("{cases} cases and {figures} figures, all within their tolerances."),
        _ => format!("{cases} cases and {figures} figures; {failed} OUT OF TOLERANCE."),
    }
}
/// The first place where a case fails.
pub fn first_failure(place: &str) -> String {
    format!("first out of tolerance: {place}")
}
/// What of a case was left out.
pub fn not_compared(what: &str) -> String {
    format!("not compared: {what}")
}
/// A place: what was compared at which second, ours if it came, theirs, and how far beyond what is allowed.
pub fn failure(what: &str, time_s: f64, ours: Option<f64>, expected: f64, times_allowed: f64) -> String {
    let ours = ours.map_or_else(|| "it never came".to_owned(), |ours| format!("ours {ours}"));
    format!("{what} at {time_s} s: {ours}, expected {expected}, {times_allowed:.1} times what is allowed")
}
/// A number without end.
pub const NEVER: &str = "never";
/// From a number on.
pub fn and_more(low: &str) -> String {
    format!("{low} and more")
}
/// A range.
pub fn to(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}
