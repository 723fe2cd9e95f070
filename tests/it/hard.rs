//! Hard times: files from people who mean harm, disks that are full, folders that cannot be written, terminals that
//! stop, machines that sleep. Each is met with a sentence, and nothing that was flown is lost.

mod disk;
mod forged;
mod large;
mod orders;
mod parts;
mod paths;
mod terminal;
mod text;

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a program answered.
pub struct Answer {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// A folder for one test, new and empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hard").join(format!("{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for a test");
    folder
}

/// The program, with its home in this folder.
pub fn program(home: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leakdrill"));
    command.env("LEAKDRILL_HOME", home).env("NO_COLOR", "1");
    command
}

/// Runs a command with this on its stdin.
pub fn answer(command: &mut Command, stdin: &str) -> Answer {
    use std::io::Write;
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the program starts");
    let mut to = child.stdin.take().expect("piped");
    let typed = stdin.to_owned();
    // A program may answer before it has read all.
    let typist = std::thread::spawn(move || drop(to.write_all(typed.as_bytes())));
    let output = child.wait_with_output().expect("the program ends");
    typist.join().expect("the typist does not panic");
    Answer {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

impl Answer {
    /// Both ends together, for looking at.
    pub fn all(&self) -> String {
        format!("{}\n{}", self.out, self.err)
    }
}

/// A record as lines of tick, kind and content, which can be changed and chained again.
pub type Lines = Vec<(u64, String, String)>;

/// The lines of a record.
pub fn take_apart(record: &[u8]) -> Lines {
    use leakdrill::replay::{chain::START, line::split};
    let text = std::str::from_utf8(record).expect("text");
    let mut hash = START.to_owned();
    let mut lines = Vec::new();
    for line in text.lines() {
        let parts = split(line, &hash).expect("a line of an honest record");
        lines.push((parts.tick.0, parts.kind.to_owned(), parts.content.to_owned()));
        hash = parts.hash.to_owned();
    }
    lines
}

/// A record of these lines, chained as the program chains them: no secret is needed for that.
pub fn chain(lines: &Lines) -> Vec<u8> {
    use leakdrill::replay::chain::{START, link};
    let mut hash = START.to_owned();
    let mut text = String::new();
    for (tick, kind, content) in lines {
        let head = format!("{{\"t\":{tick},\"{kind}\":{content}");
        hash = link(&hash, &head);
        text.push_str(&format!("{head},\"h\":\"{hash}\"}}\n"));
    }
    text.into_bytes()
}

/// An honest record: the expert's first drill, so many ticks of it, under this head.
pub fn honest(ticks: u64, change: impl FnOnce(&mut leakdrill::replay::Header)) -> Vec<u8> {
    use leakdrill::drill::{Drill, Log};
    use leakdrill::mission::{library, load};
    use leakdrill::pilot::{PilotKind, fly};
    use leakdrill::replay::{End, Header, recorder};
    let shipped = library::find("first-drill").expect("it ships");
    let mission = std::sync::Arc::new(load(shipped.name, shipped.text, None).unwrap_or_else(|_| panic!("it loads")));
    let (mut drill, mut log) = (Drill::new(mission.clone(), 1), Log::new());
    fly(&mut drill, &mut log, PilotKind::Expert, Some(leakdrill::units::Tick(ticks)));
    let mut header = Header::new(&mission, 1);
    change(&mut header);
    let card = leakdrill::score::mark(&mission, &log);
    let end = drill.outcome().map(|outcome| End { outcome, points: card.points, max: card.max, passed: card.passed });
    recorder::write(&header, &mission.layout, &log, drill.now(), end).expect("memory")
}
