//! Arguments: the names that other programs rely on.

use crate::drill::grammar::duration;
use crate::pilot::PilotKind;
use crate::units::Tick;
use crate::words::en::command as say;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Trains crews to answer an air leak on a space station.
///
/// Without a command it opens the title screen: missions, drills to go on with, records, progress.
#[derive(Debug, Parser)]
#[command(name = "leakdrill", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play a mission
    Play(PlayArgs),
    /// Run a drill without a screen, as fast as the machine allows
    Run(RunArgs),
    /// List the missions that ship and your own
    List(ListArgs),
    /// Check mission files: every problem at once, with place and suggestion
    Check(CheckArgs),
    /// Write a commented mission that passes check
    New(NewArgs),
    /// Print the JSON Schema of mission files, for editors
    Schema(SchemaArgs),
    /// Watch a record again, and fly on from any of its moments
    Watch(WatchArgs),
    /// Fly a record's orders again and tell whether everything in it follows
    Verify(VerifyArgs),
    /// Print the scorecard of a record
    Score(ScoreArgs),
    /// Tell why a drill went so: what was true, what could be known, what it cost
    Debrief(DebriefArgs),
    /// Write a record in another format
    Export(ExportArgs),
    /// Lay two records side by side on one time axis
    Compare(CompareArgs),
    /// Fly many seeds of a mission with a scripted crew, on all cores
    Sweep(SweepArgs),
    /// Hold reference cases, closed forms and published events against the simulation
    Validate(ValidateArgs),
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Arguments of `play`.
#[derive(Debug, Args)]
pub struct PlayArgs {
    /// Name of a mission that ships, or a file
    pub mission: String,
    /// Seed of the drill's luck; the mission's own, else a fresh one
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Level of difficulty, of those that the mission offers; the mission's own if none
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<LevelName>,
    /// How you wish to be called in the record
    #[arg(long, value_name = "NAME")]
    pub trainee: Option<String>,
    /// Record the drill in this file instead of the records folder; if it holds a drill that broke
    /// off, that one goes on
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Under exam rules: computed rates are hidden, pauses and speed limited
    #[arg(long)]
    pub exam: bool,
    /// Line by line, for a screen reader or a pipe
    #[arg(long)]
    pub plain: bool,
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// Name of a mission that ships, or a file
    pub mission: String,
    /// Seed of the drill's luck; the mission's own, else a fresh one
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Level of difficulty, of those that the mission offers; the mission's own if none
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<LevelName>,
    /// Orders to give, one a line; - reads them from stdin as the drill runs
    #[arg(long, value_name = "FILE|-")]
    pub orders: Option<PathBuf>,
    /// A scripted crew that flies
    #[arg(long, value_name = "CREW")]
    pub pilot: Option<PilotName>,
    /// Stop here at the latest, such as 18d or 2h
    #[arg(long, value_name = "DURATION", value_parser = whole_duration)]
    pub until: Option<Tick>,
    /// Record the drill in this new file
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Write the true air of every compartment as CSV
    #[arg(long, value_name = "FILE.csv")]
    pub trace: Option<PathBuf>,
    /// How often
    #[arg(long, value_name = "DURATION", default_value = "60s", value_parser = some_duration)]
    pub trace_every: Tick,
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Arguments of `list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Mission or station files, or the names of those that ship
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Fly seeds 1 to N with every scripted crew, and tell who wins
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..1_000_000))]
    pub seeds: Option<u64>,
    /// Write the seeds that the expert won into the file: its exams draw from them
    #[arg(long, requires = "seeds", conflicts_with = "level")]
    pub certify: bool,
    /// Fly them at this level of difficulty; the mission's own if none. Problems are looked for at
    /// every level
    #[arg(long, value_name = "LEVEL", requires = "seeds")]
    pub level: Option<LevelName>,
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Name of the mission; NAME.toml is written
    pub name: String,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// The schema of station files instead
    #[arg(long)]
    pub station: bool,
}

/// Arguments of `watch`.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// A record, finished or not
    pub record: PathBuf,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// Records
    #[arg(required = true, value_name = "RECORD")]
    pub records: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Arguments of `score`.
#[derive(Debug, Args)]
pub struct ScoreArgs {
    /// A record
    pub record: PathBuf,
    /// Score by the rubric of this mission file instead of its own
    #[arg(long, value_name = "FILE")]
    pub rubric: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Arguments of `debrief`.
#[derive(Debug, Args)]
pub struct DebriefArgs {
    /// A record of a finished drill
    pub record: PathBuf,
    /// Write a page for a browser; it needs no network
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// A record
    pub record: PathBuf,
    /// The format
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    pub form: ExportForm,
    /// Columns and rows of a terminal recording, as 160x50; 80x24 if none
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u16, u16)>,
    /// The file to write; stdout if none
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// A record of a finished drill
    #[arg(value_name = "RECORD")]
    pub one: PathBuf,
    /// Another one
    #[arg(value_name = "RECORD")]
    pub other: PathBuf,
    /// Write a page for a browser; it needs no network
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Formats of `export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    /// The true air, a row a compartment and minute
    Csv,
    /// What happened, a JSON object a line
    Jsonl,
    /// xAPI statements in the shape of cmi5
    Xapi,
    /// A terminal recording, asciicast 2
    Cast,
}

/// Arguments of `validate`.
#[derive(Debug, Args)]
pub struct ValidateArgs {
    /// A folder of other reference cases than those that ship: cases/*.json, expected/*.csv and
    /// expected/index.json
    #[arg(long, value_name = "DIR")]
    pub cases: Option<PathBuf>,
    /// Measure this part alone; may be given again for another one
    #[arg(long, value_name = "PART", value_parser = crate::lab::validation::PARTS)]
    pub only: Vec<String>,
    /// Years of sky to sample; fewer take less time and allow more
    #[arg(long, value_name = "YEARS", default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1..=100_000_000))]
    pub sky_years: u32,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write a page for a browser; it needs no network
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write a report in Markdown, and its charts beside it as .svg
    #[arg(long, value_name = "FILE")]
    pub markdown: Option<PathBuf>,
}

/// Arguments of `sweep`.
#[derive(Debug, Args)]
pub struct SweepArgs {
    /// Name of a mission that ships, or a file
    pub mission: String,
    /// First and last seed
    #[arg(long, value_name = "A..B", value_parser = seeds)]
    pub seeds: (u64, u64),
    /// Level of difficulty, of those that the mission offers; the mission's own if none
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<LevelName>,
    /// The scripted crew that flies
    #[arg(long, value_name = "CREW", default_value = "expert")]
    pub pilot: PilotName,
    /// Threads to fly on; one a core if not given
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// Fly part i of n alone; the parts' rows laid end to end are the whole sweep's
    #[arg(long, value_name = "i/n", default_value = "1/1", value_parser = part)]
    pub shard: (u64, u64),
    /// The file to write, .csv or .parquet; its journal lets an interrupted sweep go on. CSV on
    /// stdout if none
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The scripted crews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PilotName {
    /// Follows the procedure
    Expert,
    /// Means well
    Novice,
    /// Does nothing
    Idle,
}

impl From<PilotName> for PilotKind {
    fn from(name: PilotName) -> Self {
        match name {
            PilotName::Expert => PilotKind::Expert,
            PilotName::Novice => PilotKind::Novice,
            PilotName::Idle => PilotKind::Idle,
        }
    }
}

/// Levels of difficulty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LevelName {
    /// To begin with
    Easy,
    /// As it was
    Normal,
    /// For those who know it
    Hard,
}

impl LevelName {
    /// As mission files write it.
    pub const fn id(self) -> &'static str {
        match self {
            LevelName::Easy => "easy",
            LevelName::Normal => "normal",
            LevelName::Hard => "hard",
        }
    }
}

/// What a command prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON document on stdout, and nothing else
    Json,
}

/// `1..100`, both flown.
fn seeds(text: &str) -> Result<(u64, u64), String> {
    let ends = text.split_once("..").and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    match ends {
        Some((a, b)) if a <= b && b < u64::MAX => Ok((a, b)),
        Some(_) => Err(say::LAST_SEED_FIRST.into()),
        None => Err(say::SEEDS.into()),
    }
}

/// `2/3`, the second of three.
fn part(text: &str) -> Result<(u64, u64), String> {
    let parts = text.split_once('/').and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
    match parts {
        Some((i, n)) if 1 <= i && i <= n => Ok((i, n)),
        _ => Err(say::PART.into()),
    }
}

fn whole_duration(text: &str) -> Result<Tick, String> {
    match duration::parse(text) {
        Some(seconds) if seconds <= 1e12 => Ok(Tick(seconds.round() as u64)),
        _ => Err(say::DURATION.into()),
    }
}

fn some_duration(text: &str) -> Result<Tick, String> {
    match whole_duration(text)? {
        Tick(0) => Err(say::SOME_DURATION.into()),
        some => Ok(some),
    }
}

/// Columns and rows that a screen can be drawn at.
fn size(text: &str) -> Result<(u16, u16), String> {
    let parsed = text.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    match parsed {
        Some((w @ 80..=400, h @ 24..=200)) => Ok((w, h)),
        Some(_) => Err(say::SIZE_LIMITS.to_owned()),
        None => Err(say::SIZE.to_owned()),
    }
}
