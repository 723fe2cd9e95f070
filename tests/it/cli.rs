//! The commands as other programs and people meet them: names, exit codes, stdout, stderr.

mod author;
mod play;
mod program;
mod record;
mod run;

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a command answered.
struct Answer {
    code: i32,
    out: String,
    err: String,
}

fn leakdrill(args: &[&str]) -> Answer {
    fed(args, "")
}

/// Runs the real program with this on stdin, in a home of its own.
fn fed(args: &[&str], stdin: &str) -> Answer {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leakdrill"))
        .args(args)
        .env("LEAKDRILL_HOME", scratch("home"))
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that answers without reading closes its end; that is its right.
    let _ = child.stdin.take().expect("piped").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Answer {
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error} in {}", answer.out))
}

/// A folder or file that this test run may write, new for every call with another name.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).expect("a scratch folder");
    folder.join(name)
}

fn file(name: &str, text: &str) -> String {
    let path = scratch(name);
    std::fs::write(&path, text).expect("a scratch file");
    path.display().to_string()
}
