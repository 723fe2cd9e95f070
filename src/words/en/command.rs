//! What commands answer people, and why they stop: files that cannot be used, arguments that cannot be read.

use super::{measure, outcome};
use crate::units::Tick;

/// Something about a file.
pub fn of_file(file: &str, what: &str) -> String {
    format!("{file}: {what}")
}
/// What is read is text.
pub const NOT_TEXT: &str = "it is not UTF-8 text";
/// The same of a mission.
pub const MISSION_NOT_TEXT: &str = "this is not UTF-8 text";
/// The same, from a line on.
pub fn line_not_text(line: usize) -> String {
    format!("line {line} is not UTF-8 text")
}
/// Before what is wrong with a line of orders that come as a stream.
pub fn in_line(line: usize, what: &str) -> String {
    format!("line {line}: {what}")
}
/// Where the machine keeps nobody's files.
pub fn no_home(why: &str) -> String {
    format!("no home folder can be found: {why}")
}

/// A mission where a command belongs.
pub fn is_a_mission(word: &str) -> String {
    format!("\n\"{word}\" is a mission: leakdrill play {word}")
}
/// There is no such mission.
pub fn no_mission(name: &str, hint: &str) -> String {
    format!("there is no mission \"{name}\": {hint} \"leakdrill list\" shows all.")
}
/// A hint for it: all that there are.
pub fn there_are(names: &[String]) -> String {
    format!("there are {}; or name a file.", names.join(", "))
}
/// A hint for it: the nearest; `last` and those before it.
pub fn did_you_mean(others: &[String], last: &str) -> String {
    let others: String = others.iter().map(|near| format!("\"{near}\" or ")).collect();
    format!("did you mean {others}\"{last}\"?")
}
/// A mission with problems.
pub fn cannot_be_flown(file: &str, problems: &str) -> String {
    format!("{file} cannot be flown:\n\n{problems}")
}

/// Seeds that run backwards.
pub const LAST_SEED_FIRST: &str = "the last seed comes before the first";
/// Seeds that are none.
pub const SEEDS: &str = "write the first and the last seed: 1..100";
/// A part that is none.
pub const PART: &str = "write which part of how many: 1/4 to 4/4";
/// A time that is none.
pub const DURATION: &str = "write it with its unit: 90s, 5m, 11.3h, 2d, 1h30m or 00:10:00";
/// A time of nothing.
pub const SOME_DURATION: &str = "it must be a second or more";
/// A size that cannot be drawn.
pub const SIZE_LIMITS: &str = "from 80x24 to 400x200 can be drawn";
/// A size that is none.
pub const SIZE: &str = "columns and rows, as 80x24";

/// A name that names no file.
pub fn no_file_name(name: &str) -> String {
    format!("\"{name}\" is no name for a file; try \"my-mission\"")
}
/// A file in a folder that there is not.
pub const NO_FOLDER: &str = "there is no such folder";
/// A new mission; `word` is its name for a shell.
pub fn new_mission(file: &str, word: &str) -> String {
    format!("{file} is written. Edit it, then: leakdrill check {word}, leakdrill play {word}")
}

/// An exam line by line.
pub const NO_PLAIN_EXAM: &str = "an exam runs on the clock, and in plain mode time waits for you: leave --plain out";
/// A record that is there and cannot be gone on with.
pub fn cannot_go_on(file: &str, damage: &str) -> String {
    format!("{file} exists already, and is not overwritten; nor can it be gone on with: {damage}")
}
/// It is of another mission.
pub fn other_mission(mission: &str, file: &str) -> String {
    format!("it holds a drill of {mission}; go on with: leakdrill play {mission} --record {file}")
}
/// It has another seed.
pub const OTHER_SEED: &str = "it was begun with another seed; leave --seed out to go on with it";
/// It is an exam: not even whether its seed is the one that was asked for is told.
pub const SEED_OF_EXAM: &str = "it is an exam, whose seed is its own; leave --seed out to go on with it";
/// It is at another level of difficulty.
pub const OTHER_LEVEL: &str = "it was begun at another level; leave --level out to go on with it";
/// It is no exam.
pub const IS_PRACTICE: &str = "it was begun as practice; leave --exam out to go on with it";
/// It is an exam.
pub const IS_EXAM: &str = "it is an exam, which runs on the clock; leave --plain out to go on with it";
/// It is somebody else's.
pub const OTHER_TRAINEE: &str = "somebody else began it; leave --trainee out to go on with it";
/// Any of these.
pub fn or_new_file(file: &str, why: &str) -> String {
    format!("{file}: {why}, or name a new file")
}
/// Its drill is over.
pub fn is_over(file: &str) -> String {
    format!("{file}: this drill is over; see it with: leakdrill watch {file}, or name a new file")
}
/// Anything else.
pub fn name_new_file(file: &str, why: &str) -> String {
    format!("{file}: {why}; name a new file")
}

/// An order of a stream that came too late.
pub fn too_late(at: Tick, now: Tick) -> String {
    format!("{at} is over: the order is given now, at {now}")
}
/// A run: how it ended, and of what. `rate` is ticks a second, for people.
pub fn flown(end: &str, title: &str, run: &Run<'_>) -> String {
    let [pressure, o2, co2] = run.air_mmhg.map(measure::mmhg);
    format!(
        "\n{end}\n\n{title}\n  seed {}, {} of exercise in {:.3} s ({} ticks a second)\n  crew's air {pressure}, oxygen {o2}, \
         CO2 {co2}; {:.2} kg leaked\n  digest {}\n",
        run.seed,
        measure::clock(run.ticks),
        run.wall_s,
        run.rate,
        run.leaked_kg,
        run.digest,
    )
}
/// The numbers of a run.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// Its seed.
    pub seed: u64,
    /// Its length.
    pub ticks: u64,
    /// Seconds that it took.
    pub wall_s: f64,
    /// Ticks a second, as they are written.
    pub rate: &'a str,
    /// The crew's air: total, oxygen, carbon dioxide.
    pub air_mmhg: [f64; 3],
    /// Air that went through holes.
    pub leaked_kg: f64,
    /// The last state.
    pub digest: &'a str,
}

/// A rubric of another station.
pub const OTHER_STATION: &str = "its station is not the one of the record, so its rubric cannot be used";
/// A rubric of other events.
pub const OTHER_EVENTS: &str = "its events are not those of the record, so its rubric cannot be used";

/// A sweep that was told to stop.
pub fn stopped(rows: u64, file: &str) -> String {
    format!("stopped after {rows} drills, which {file} keeps: the same command goes on from there")
}
/// The machine gives no threads.
pub fn no_threads(why: &str) -> String {
    format!("no threads to fly on: {why}")
}

/// Below the list of missions.
pub fn stations(names: &[&str]) -> String {
    format!("\nStations for missions of your own: {}", names.join(", "))
}
/// The last line of that list.
pub const LIST_END: &str =
    "leakdrill play MISSION flies one; your own go into the missions folder, or are named by path.";
/// A mission that cannot be flown, in that list; `word` is its file for a shell.
pub fn list_unusable(name: &str, word: &str) -> String {
    format!("{name:<16} cannot be flown: leakdrill check {word} says why")
}

/// The manual: orders.
pub const MANUAL_ORDERS: &str = "One order a line, in files, palette, plain mode and records alike: [T+HH:MM:SS] WHO \
                                 VERB WHAT. A # begins a comment. Words may be in either case and cut short while \
                                 only one can be meant.";
/// `--help`: heading of the files.
pub const FILES: &str = "Files:";
/// `--help`: heading of the exit codes.
pub const EXIT_CODES: &str = "Exit codes:";
/// The exit codes.
pub const EXITS: &[&str] = &[
    "0  done",
    "1  the answer is no: from verify, check, score and validate; or a record is damaged",
    "2  it cannot be used: bad arguments, a file that cannot be opened",
];
/// Folders and files of this machine.
pub const KEPT: [&str; 3] = ["records", "your missions", "configuration"];
/// How to move them.
pub fn kept_under(variable: &str) -> String {
    format!("All of them lie under {variable} when it is set.")
}
/// `run --help`: above the verbs.
pub const ORDERS_ABOVE: &str = "Orders, one a line; a time before one is optional, # begins a comment; WHO is a crew \
                                member, crew or ground:\n  T+00:10:00 feustel close ga-rassvet\n\n";
/// `run --help`: below them.
pub const ORDERS_BELOW: &str = "\nA DURATION is written 90s, 5m, 11.3h, 2d, 1h30m or 00:10:00; a HOLE h1, h2 and so \
                                on.\nWith --orders -, a line with a time alone runs the drill on to it.\n";

/// A record that is true.
pub fn verified(marks: usize) -> String {
    format!("every line follows from the orders; {marks} marks agree, and so does the score")
}
/// A record that is true as far as it goes.
pub fn verified_so_far(marks: usize) -> String {
    format!("the drill broke off; {marks} marks agree as far as it goes")
}
/// A record with another score.
pub fn score_differs(claimed: f64, earned: f64) -> String {
    format!("the events follow from the orders, but {claimed} points are claimed and {earned} earned")
}
/// A record of other rules.
pub fn other_rules(record: u32, program: u32) -> String {
    format!("flown by simulation revision {record}; this program plays revision {program} and cannot certify it")
}
/// The answer, with the digest of the last state.
pub fn verify_answer(file: &str, answer: &str, message: &str, digest: Option<&str>) -> String {
    let digest = digest.map(|digest| format!("\n  digest {digest}")).unwrap_or_default();
    format!("{file}: {answer}: {message}{digest}")
}
/// Where it differs first.
pub fn differs(line: u32, tick: Tick, says: &str, follows: &str) -> String {
    format!("line {line}, {tick}: the record says {says}; from its orders follows {follows}")
}
/// Where it differs, if nothing can be seen of it.
pub fn differs_between(line: u32, after: Tick, until: Tick) -> String {
    format!("line {line}: the state differs somewhere after {after}, until {until}, though nothing visible does")
}
/// It ends otherwise.
pub fn ends_otherwise(claimed: crate::sim::event::Outcome, happens: crate::sim::event::Outcome) -> String {
    format!("the last line claims \"{}\", but it ended: {}", outcome::name(claimed), outcome::name(happens))
}
/// What a record says: nothing.
pub const SAYS_NOTHING: &str = "nothing here";
/// What a record says: an order.
pub fn says_order(order: &str) -> String {
    format!("the order \"{order}\"")
}
/// What a record says: an event.
pub fn says_event(event: &str) -> String {
    format!("\"{event}\"")
}
/// What a record says: a sample.
pub const SAYS_SAMPLE: &str = "another sample";
/// What a record says: a mark.
pub fn says_mark(mark: &str) -> String {
    format!("the mark {mark}")
}
