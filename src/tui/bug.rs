//! What is said when the program itself has a mistake: what it was, where the record lies, and that it goes on.
//!
//! A mistake ends the program only where nothing can go on without what failed. One on another thread than the
//! window's (a debrief that was being worked out) is told in the window, and its lines are kept until the terminal is
//! given back.

use crate::mission::hostile::printable;
use crate::words::en::window::bug;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The record that is being written.
static RECORD: Mutex<Option<PathBuf>> = Mutex::new(None);
/// What was said on other threads while the window had the terminal.
static KEPT: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// A record is being written from now on, or none.
pub fn writes(path: Option<&Path>) {
    *held(&RECORD) = path.map(Path::to_owned);
}

/// What to say after a mistake: where the record lies, if there is one.
pub fn said() -> String {
    // Whoever failed may hold it; then there is no record to be named.
    let record = RECORD.try_lock().ok().and_then(|record| record.as_deref().map(|path| path.display().to_string()));
    printable(&bug(record.as_deref())).into_owned()
}

/// From now on a mistake names the record, after what Rust says of it.
pub fn watch() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        hook(info);
        tell(&said());
    }));
}

/// Keeps what another thread said.
pub fn keep(said: String) {
    held(&KEPT).push(said);
}

/// Tells what was kept, once there is a plain terminal again.
pub fn tell_kept() {
    let kept = std::mem::take(&mut *held(&KEPT));
    if !kept.is_empty() {
        kept.iter().for_each(|line| tell(&printable(line)));
        tell(&said());
    }
}

/// If stderr has gone, there is nobody left to tell.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;

    const CHILD: &str = "LEAKDRILL_FAILS_ON_PURPOSE";

    /// Fails where the test below calls it in a process of its own, and nowhere else.
    #[test]
    fn fails_on_purpose() {
        if std::env::var_os(CHILD).is_some() {
            super::writes(Some(Path::new("a\u{1b}drill.jsonl")));
            super::watch();
            panic!("a mistake, for a test");
        }
    }

    #[test]
    fn a_mistake_names_the_record_after_what_went_wrong() {
        let test = std::env::current_exe().expect("this test");
        let args = ["--exact", "tui::bug::tests::fails_on_purpose", "--nocapture"];
        let output = Command::new(test).args(args).env(CHILD, "1").output().expect("a child");
        let said = String::from_utf8_lossy(&output.stderr);
        let (what, record) = said.split_once("a mistake in the program").unwrap_or_else(|| panic!("{said}"));
        assert!(!output.status.success() && what.contains("a mistake, for a test"), "{said}");
        assert!(record.contains("leakdrill play MISSION --record a\u{fffd}drill.jsonl"), "{said}");
    }
}
