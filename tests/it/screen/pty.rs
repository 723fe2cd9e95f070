//! The real program in a real terminal: waits for text, never for time.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Far longer than anything here takes; only a failure waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A person at the program.
pub struct Seat {
    screen: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    /// None once it was let go.
    child: Option<Box<dyn Child + Send + Sync>>,
    /// The reader lets go of the terminal at the next bytes.
    vanish: Arc<AtomicBool>,
    _pty: Box<dyn MasterPty + Send>,
}

/// A folder of its own for each test.
pub fn home(name: &str) -> std::path::PathBuf {
    std::env::temp_dir().join(format!("leakdrill-pty-{}-{name}", std::process::id()))
}

impl Seat {
    pub fn take(args: &[&str], name: &str) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_leakdrill"));
        command.args(args);
        Self::at(command, name)
    }

    /// At another command, a shell for instance, with the same surroundings.
    pub fn at(mut command: CommandBuilder, name: &str) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
        command.env("LEAKDRILL_HOME", home(name));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        // They would overrule it.
        command.env_remove("LC_ALL");
        command.env_remove("LC_CTYPE");
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let keys = pty.master.take_writer().unwrap();
        let (send, bytes) = channel();
        let vanish = Arc::new(AtomicBool::new(false));
        let hung_up = vanish.clone();
        std::thread::spawn(move || {
            let mut buf = [0; 8192];
            while let Ok(n) = reader.read(&mut buf) {
                if n == 0 || hung_up.load(Ordering::Relaxed) || send.send(buf[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        let size = |n| std::num::NonZeroU16::new(n).unwrap();
        Self {
            screen: vt100::Parser::new(size(24), size(80), 0),
            bytes,
            keys,
            child: Some(child),
            vanish,
            _pty: pty.master,
        }
    }

    /// At a shell that runs a script, to which the program is `$0`.
    pub fn in_shell(script: &str, name: &str) -> Self {
        let mut bash = CommandBuilder::new("bash");
        bash.args(["-c", script, env!("CARGO_BIN_EXE_leakdrill")]);
        Self::at(bash, name)
    }

    /// Begins the drill whose brief is shown.
    pub fn begin(&mut self) {
        self.see("Enter begin");
        self.press("\r");
        self.see("T+00:00:0");
    }

    pub fn see(&mut self, wanted: &str) {
        self.until(|screen| screen.contains(wanted), &format!("never saw '{wanted}'"));
    }

    pub fn see_gone(&mut self, unwanted: &str) {
        self.until(|screen| !screen.contains(unwanted), &format!("'{unwanted}' stayed"));
    }

    fn until(&mut self, done: impl Fn(&str) -> bool, complaint: &str) {
        let start = Instant::now();
        while !done(&self.screen.screen().contents()) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("{complaint}:\n{}", self.screen.screen().contents()),
            }
        }
    }

    /// What the screen says, without its frames and line breaks.
    pub fn folded(&self) -> String {
        let text = self.screen.screen().contents().replace(['│', '─'], " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until the program has let go of the terminal: its exit code, and whether it left the terminal in order.
    pub fn end(mut self) -> (u32, bool) {
        let start = Instant::now();
        loop {
            match self.bytes.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it did not end:\n{}", self.screen.screen().contents()),
            }
        }
        let code = self.child.as_mut().unwrap().wait().unwrap().exit_code();
        (code, !self.screen.screen().alternate_screen() && !self.screen.screen().hide_cursor())
    }

    /// Forgets what is on the screen, so that only what is drawn anew is seen.
    pub fn look_away(&mut self) {
        let (rows, cols) = self.screen.screen().size();
        self.screen = vt100::Parser::new(rows, cols, 0);
    }

    /// Whether the program has the whole screen.
    pub fn has_the_screen(&self) -> bool {
        self.screen.screen().alternate_screen()
    }

    /// The program's number.
    pub fn pid(&self) -> u32 {
        self.child.as_ref().and_then(|child| child.process_id()).unwrap()
    }

    /// Waits for so many more pieces of drawing: what the screen shows then.
    pub fn draws(&mut self, count: usize) -> String {
        for _ in 0..count {
            match self.bytes.recv_timeout(PATIENCE) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => break,
            }
        }
        self.screen.screen().contents()
    }

    /// `kill -9`: the program hears nothing of it.
    pub fn kill(mut self) {
        self.signal("-KILL");
        if let Some(mut child) = self.child.take() {
            child.wait().unwrap();
        }
    }

    pub fn signal(&self, signal: &str) {
        let pid = self.pid();
        assert!(std::process::Command::new("kill").args([signal, &pid.to_string()]).status().unwrap().success());
    }

    /// Takes the terminal away: the exit code of the program, if it ended.
    fn vanish(mut self) -> Option<u32> {
        let mut child = self.child.take()?;
        self.vanish.store(true, Ordering::Relaxed);
        drop(self);
        let (send, code) = channel();
        std::thread::spawn(move || send.send(child.wait().map(|status| status.exit_code())));
        code.recv_timeout(PATIENCE).ok()?.ok()
    }
}

impl Drop for Seat {
    /// A test that fails leaves no program behind.
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
        }
    }
}

#[test]
fn the_program_opens_a_drill_takes_an_order_and_gives_the_terminal_back() {
    let mut seat = Seat::take(&["play", "first-drill", "--seed", "7"], "play");
    seat.begin();
    seat.press("2gl");
    seat.see("Lind: go to Lab");
    seat.press("q");
    seat.see("does not pass if you leave");
    seat.press("y");
    seat.see("The drill was stopped before its end.");
    seat.press("\r");
    assert_eq!(seat.end(), (0, true));
}

#[test]
fn the_title_lists_the_missions_and_asks_before_it_leaves() {
    let mut seat = Seat::take(&[], "title");
    seat.see("First drill");
    seat.see("Soyuz MS-09");
    seat.press("?");
    seat.see("three keys give any order");
    seat.press("\x1b");
    // Escape and a key in one breath would be Alt and that key.
    seat.see_gone("three keys give any order");
    seat.press("q");
    seat.see("Leave Leakdrill?");
    seat.press("y");
    assert_eq!(seat.end(), (0, true));
}

#[test]
fn what_was_left_is_offered_at_the_next_start_and_goes_on() {
    let mut seat = Seat::take(&["play", "first-drill", "--seed", "7"], "left");
    seat.begin();
    seat.press("qy");
    seat.see("stopped before its end");
    seat.press("\r");
    assert_eq!(seat.end(), (0, true));
    let mut seat = Seat::take(&[], "left");
    seat.see("a drill broke off");
    seat.press("\r");
    seat.see("goes on exactly where it broke off");
    seat.press("qy");
    seat.see("stopped before its end");
    seat.press("\rqy");
    assert_eq!(seat.end(), (0, true));
}

#[test]
fn told_to_end_by_the_system_it_gives_the_terminal_back() {
    let mut seat = Seat::take(&["play", "first-drill"], "term");
    seat.see("Enter begin");
    seat.signal("-TERM");
    assert_eq!(seat.end(), (0, true));
}

#[test]
fn a_setting_that_is_chosen_is_kept_for_the_next_time() {
    let mut seat = Seat::take(&[], "setting");
    let home = home("setting");
    seat.see("First drill");
    seat.press(",");
    seat.see("screen flash on alarms");
    seat.press("\r");
    seat.see("light");
    seat.press("q");
    seat.see_gone("screen flash on alarms");
    seat.press("qq");
    assert_eq!(seat.end(), (0, true));
    assert_eq!(std::fs::read_to_string(home.join("config.toml")).unwrap(), "theme = \"light\"\n");
}

/// Where nobody can read or type any more, the program ends by itself, and its record goes on from there.
#[test]
fn a_vanished_terminal_ends_the_program_and_loses_nothing() {
    let mut seat = Seat::take(&["play", "first-drill", "--seed", "7"], "vanished");
    seat.begin();
    let code = seat.vanish();
    assert_eq!(code, Some(128 + 1), "told by a hangup");
    let records = std::fs::read_dir(home("vanished").join("records")).unwrap();
    let record = records
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .unwrap();
    let bytes = std::fs::read(record).unwrap();
    assert!(leakdrill::replay::read(&bytes).is_ok_and(|record| record.interrupted()));
}
