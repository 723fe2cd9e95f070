//! What stands around the lessons of a debrief: headings, captions and what is told beside drawings, of one drill or of
//! two side by side, as text and as a page.

use super::{measure, outcome, score};
use crate::score::Scorecard;
use crate::units::Tick;

/// Over every page.
pub const EXERCISE: &str = "For the exercise";
/// Heading of the lessons.
pub const TAKE_HOME: &str = "What to take home";
/// Heading of the card.
pub const SCORECARD: &str = "Scorecard";
/// Heading of both cards.
pub const SCORECARDS: &str = "Scorecards";
/// Heading of the story.
pub const HAPPENED: &str = "What happened";
/// The same with what its signs mean.
pub const HAPPENED_SIGNS: &str = "What happened   (! true, unknown then   * could be seen   - done)";
/// Heading of the decisions.
pub const EXPERT: &str = "Our expert from here";
/// The same with what it is.
pub const EXPERT_WHAT: &str =
    "Our expert from here (what a scripted textbook crew could still reach; no part of the score)";
/// What it is, on a page.
pub const EXPERT_ABOUT: &str = "What a scripted textbook crew, handed the station at each decision with all that the \
                                crew had seen, could still have reached: the best that is known from there on. It is \
                                one crew's answer and no part of the score. Where a price shows, both sides of it were \
                                flown with other luck too.";
/// Nothing to draw.
pub const NOTHING_MEASURED: &str = "Nothing was measured.";
/// Pressure over time.
pub const PRESSURE: &str = "Pressure where most of the crew was";
/// Air over time.
pub const AIR_LOST: &str = "Air lost through holes";

/// The first line: who flew what.
pub fn flown(title: &str, trainee: &str, exam: bool) -> String {
    let who = if trainee.is_empty() { String::new() } else { format!(", flown by {trainee}") };
    let exam = if exam { ", exam" } else { "" };
    format!("{title}{who}{exam} (for the exercise)")
}
/// The second: where, how long, and its record.
pub fn flown_on(station: &str, seed: u64, last: Tick, record: &str) -> String {
    format!("{station}, seed {seed}, {last} long, record {record}")
}
/// The third: air in kg, and the shortest reserve time in seconds.
pub fn air_lost(kg: f64, shortest: Option<(f64, Tick)>) -> String {
    let reserve = shortest.map(|(s, at)| format!("; shortest reserve time {} at {at}", measure::span(s)));
    format!("Air lost {}{}.", measure::kilograms(kg), reserve.unwrap_or_default())
}
/// Points of so many.
pub fn of_points(points: f64, max: f64) -> String {
    format!("{} of {}", score::points(points), score::points(max))
}
/// Points that a lesson cost.
pub fn price(points: f64) -> String {
    format!("−{} points", score::points(points))
}
/// A line without which nobody passes.
pub const CRITICAL: &str = "critical";
/// The last line of a card: its shares, and what they come to.
pub fn card_sum(card: &Scorecard) -> String {
    let verdict = if card.passed { "passed" } else { "not passed" };
    let (share, mark) = (card.share() * 100.0, card.pass_mark * 100.0);
    format!("{share:.0} % of the points, {mark:.0} % needed: {verdict}")
}
/// The card of a drill that is not over.
pub fn not_over(points: f64, max: f64) -> String {
    format!("Not over: {} points so far", of_points(points, max))
}

/// Title of a page.
pub fn title(mission: &str) -> String {
    format!("Debrief: {mission}")
}
/// The sentence under it.
pub fn lead(trainee: &str, station: &str, card: &Scorecard, leaked_kg: f64) -> String {
    let who = if trainee.is_empty() { String::new() } else { format!("Flown by {trainee}. ") };
    format!(
        "{who}{station}, {}. {} points: {}. {} of air went through holes.",
        outcome::name(card.outcome),
        of_points(card.points, card.max),
        if card.passed { "passed" } else { "not passed" },
        measure::kilograms(leaked_kg)
    )
}
/// A link from a lesson.
pub const IN_DECISIONS: &str = "In the table of decisions";
/// Heading of the card on a page.
pub const CARD: &str = "Scorecard with its evidence";
/// What its columns mean.
pub fn card_caption(card: &Scorecard) -> String {
    format!(
        "Every line with what earned or lost it. 2: all points, 1: some, 0: none, -: does not apply. {}: {:.0} % of the \
         points, {:.0} % and every critical line needed.",
        if card.passed { "Passed" } else { "Not passed" },
        card.share() * 100.0,
        card.pass_mark * 100.0
    )
}
/// Its columns.
pub const CARD_COLUMNS: [&str; 4] = ["Grade", "Line", "Points", "Evidence"];
/// Heading of the charts.
pub const CHARTS: &str = "Truth beside the gauges";
/// Reserve time over time.
pub const RESERVE: &str = "Reserve time, true and committed";
/// A line of a chart.
pub const TRUE: &str = "true";
/// A line of a chart.
pub const TELEMETRY: &str = "telemetry";
/// Dots of a chart.
pub const HAND_GAUGE: &str = "hand gauge";
/// Dots of a chart.
pub const COMMITTED: &str = "committed by the crew";
/// A line of a chart.
pub const LOST: &str = "lost";
/// Before what ticks under a chart are.
pub const TICKS: &str = "Ticks under each chart: ";
/// The three sorts of them.
pub const TICKS_ARE: [&str; 3] = ["acts", "signs that could be seen", "truths that nobody could know then"];
/// How to read the chart of reserve times.
pub fn reserve_told(shortest: Option<(f64, Tick)>) -> String {
    let shortest =
        shortest.map(|(s, at)| format!(" The shortest was {} at {at}.", measure::span(s))).unwrap_or_default();
    format!("A higher line is more time; the scale goes by tens.{shortest}")
}
/// Where a line begins and ends.
pub fn between(first: f64, last: f64, unit: &str) -> String {
    format!("From {first:.1} {unit} to {last:.1} {unit}.")
}
/// What the table of decisions shows.
pub const DECISIONS_CAPTION: &str =
    "Decisions, what our expert could reach from just before each, and what was lost until the next.";
/// Its columns.
pub const DECISIONS_COLUMNS: [&str; 7] =
    ["When", "What was ordered", "Our expert from here", "Ends", "Points lost", "Air, kg", "Reserve, min"];
/// What the table of moments shows.
pub const MOMENTS_CAPTION: &str = "Acts, signs and truths in the order of time.";
/// Its columns.
pub const MOMENTS_COLUMNS: [&str; 3] = ["When", "Sort", "What"];
/// The foot of a page, before the name of the record.
pub const RECORD: &str = "Record ";
/// After it.
pub fn made_by(seed: u64, program: &str, sim: u32) -> String {
    format!(
        ", seed {seed}, leakdrill {program}, simulation revision {sim}. The score follows from the record's orders and can be \
         made again with "
    )
}
/// After the command that does.
pub const NOT_WHO: &str = "; who gave the orders it cannot say.";

/// Heading of maps and strips.
pub const STATION: &str = "The station over time";
/// Heading of the maps.
pub const MAPS: &str = "Maps";
/// How to read them.
pub const MAPS_ABOUT: &str = "Each box is a compartment with its true pressure in mmHg. A thick bar is a shut hatch, a dot \
                              a person, a cross a hole.";
/// When a map is.
pub const START: &str = "the start";
/// When a map is.
pub const BEGUN: &str = "the leak has begun";
/// When a map is.
pub const FIRST_SHUT: &str = "the first hatch is shut";
/// When a map is.
pub const FOUND: &str = "a hole is found";
/// When a map is.
pub const END: &str = "the end";
/// Title of a map.
pub fn map_title(at: Tick, what: &str) -> String {
    format!("The station at {at}: {what}")
}
/// A compartment of a map, for who does not see it.
pub fn map_place(name: &str, mmhg: f64, people: usize) -> String {
    let here = match people {
        0 => String::new(),
        1 => ", one person".to_owned(),
        n => format!(", {n} people"),
    };
    format!("{name} {mmhg:.0} mmHg{here}")
}
/// All of a map.
pub fn map_told(places: &[String], shut: &[&str]) -> String {
    let doors = if shut.is_empty() { "none".to_owned() } else { shut.join(", ") };
    format!("{}. Hatches that were moved and are shut: {doors}.", places.join("; "))
}
/// No bars.
pub const NONE_MOVED: &str = "No hatch was moved.";
/// Heading of the bars.
pub const HATCHES: &str = "Hatches";
/// Their title.
pub const HATCHES_TITLE: &str = "When each hatch was shut";
/// What they show.
pub const HATCHES_TOLD: &str = "A bar for each time; the same is written under the drawing.";
/// Before the same in words.
pub const BARS: &str = "Bars: shut. ";
/// A hatch and when it was shut.
pub fn shut_times(hatch: &str, times: &[(Tick, Tick)]) -> String {
    let times: String = times.iter().map(|(from, to)| format!("{from} to {to}; ")).collect();
    format!("{hatch}: {times}")
}
/// Heading of the strips.
pub const STRIPS: &str = "True pressure of each compartment";
/// Their title.
pub const STRIPS_TITLE: &str = "True pressure of each compartment over time, darker where it is lower";
/// What they show.
pub const STRIPS_KEY: &str = "White is 745 mmHg, the darkest red 445 and below.";
/// A compartment from its first pressure to its last, mmHg.
pub fn from_to(name: &str, first: f64, last: f64) -> String {
    format!("{name} from {first:.0} to {last:.0} mmHg")
}

/// Over two drills.
pub const TWO: &str = "Two drills (for the exercise)";
/// Title of their page.
pub fn two_title(a: &str, b: &str) -> String {
    format!("Two drills: {a} and {b}")
}
/// They cannot be compared well.
pub const OTHER_MISSIONS: &str = "They flew different missions: points say little about each other.";
/// Heading of their story.
pub const HAPPENED_TWO: &str = "What happened (A, B)";
/// What the table of facts shows.
pub const TWO_CAPTION: &str = "The two drills.";
/// Its columns.
pub const TWO_COLUMNS: [&str; 3] = ["What", "A", "B"];
/// Heading of their charts.
pub const ONE_AXIS: &str = "On one axis";
/// Reserve time of both.
pub const TRUE_RESERVE: &str = "True reserve time";
/// What the table of points shows.
pub const POINTS_CAPTION: &str = "Points of each line.";
/// Its columns.
pub const POINTS_COLUMNS: [&str; 3] = ["Line", "A", "B"];
/// What the table of both stories shows.
pub const BOTH_CAPTION: &str = "Acts, signs and truths of both in the order of time.";
/// Its columns.
pub const BOTH_COLUMNS: [&str; 3] = ["When", "A", "B"];
/// How to read a chart of two.
pub const TWO_LINES: &str = "A is the full line with short ticks for its acts, B the broken line with longer ones.";
/// Rows of the table of facts, in its order.
pub const FACTS: [&str; 13] = [
    "record",
    "mission",
    "trainee",
    "seed",
    "length",
    "ended",
    "points",
    "passed",
    "first sign",
    "first answer",
    "first hole found",
    "air lost",
    "shortest reserve",
];
/// A moment that did not come.
pub const NEVER: &str = "never";
/// Passed or not.
pub const fn yes(passed: bool) -> &'static str {
    if passed { "yes" } else { "no" }
}
