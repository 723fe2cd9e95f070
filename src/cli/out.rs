//! Standard output with manners: when its reader goes away, the work still gets done, in silence.

use std::io::{self, BufWriter, StdoutLock, Write};

/// Standard output. A broken pipe closes it without an error, so that a run piped into `head` still finishes its record.
#[derive(Debug)]
pub struct Out {
    to: Option<BufWriter<StdoutLock<'static>>>,
}

impl Out {
    /// Standard output, held until the command ends.
    pub fn new() -> Self {
        Self { to: Some(BufWriter::with_capacity(1 << 16, io::stdout().lock())) }
    }

    /// Writes a line.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self, "{text}")
    }

    /// Writes one JSON document.
    pub fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        // `{:#}` of a JSON value is its indented form and cannot fail by itself.
        writeln!(self, "{value:#}")
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
