//! Standard output with manners: when its reader goes away, the work still gets done, in silence.

use crate::mission::hostile::{is_hostile, printable};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

/// Standard output. A broken pipe closes it without an error, so that a run piped into `head` still finishes its record.
#[derive(Debug)]
pub struct Out {
    to: Option<BufWriter<Stdout>>,
}

impl Out {
    /// Standard output. It is locked only while something is written: a window that must give its terminal back does so
    /// from another thread than the one that drew it.
    pub fn new() -> Self {
        Self { to: Some(BufWriter::with_capacity(1 << 16, io::stdout())) }
    }

    /// Writes a line. Whatever names, paths and texts of others are in it, none of them works on the terminal.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self, "{}", printable(text))
    }

    /// Writes a page, in the same way.
    pub fn page(&mut self, text: &str) -> io::Result<()> {
        self.write_all(printable(text).as_bytes())
    }

    /// Writes a page with colours of our own, in which all that came from others is harmless already.
    pub fn styled(&mut self, text: &str) -> io::Result<()> {
        self.write_all(text.as_bytes())
    }

    /// Writes a file's content: as it is into a file or a pipe, as a page on a terminal.
    pub fn content(&mut self, text: &str) -> io::Result<()> {
        if io::stdout().is_terminal() { self.page(text) } else { self.write_all(text.as_bytes()) }
    }

    /// Writes one JSON document.
    pub fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        // `{:#}` of a JSON value is its indented form and cannot fail by itself. Hostile characters, which can only stand
        // in its texts, are written as JSON's own escapes: the value is the same.
        let mut text = format!("{value:#}");
        if text.contains(|c| is_hostile(c) && c != '\n') {
            let escape = |c: char| match c {
                c if is_hostile(c) && c != '\n' => format!("\\u{:04x}", u32::from(c)),
                c => c.to_string(),
            };
            text = text.chars().map(escape).collect();
        }
        writeln!(self, "{text}")
    }

    fn settle<T>(&mut self, result: io::Result<T>, otherwise: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                // What is buffered goes nowhere; dropping the writer would try it again, which does no harm.
                self.to = None;
                Ok(otherwise)
            }
            other => other,
        }
    }
}

impl Default for Out {
    fn default() -> Self {
        Self::new()
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(to) = &mut self.to else { return Ok(bytes.len()) };
        let result = to.write(bytes);
        self.settle(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let Some(to) = &mut self.to else { return Ok(()) };
        let result = to.flush();
        self.settle(result, ())
    }
}

#[cfg(test)]
mod tests {
    use super::Out;
    use std::time::Duration;

    #[test]
    fn another_thread_can_write_while_a_command_runs() {
        let out = Out::new();
        let (send, receive) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            drop(std::io::stdout().lock());
            send.send(()).expect("this test waits");
        });
        assert!(receive.recv_timeout(Duration::from_secs(20)).is_ok(), "standard output is locked for ever");
        drop(out);
    }
}
