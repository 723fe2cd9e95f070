//! Lines that somebody types or pipes in: never more of one than could be an order.

use crate::replay::limit::ORDER_BYTES;
use std::io::{self, BufRead, Read};

/// The next line without its end, or none. What is not UTF-8 in it is replaced, and of a line that is longer than any
/// order the beginning is given, which is an order only if all that is cut off is the end of a remark behind one; the
/// rest is read and forgotten.
pub fn next(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if from.by_ref().take(ORDER_BYTES as u64).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else {
        skip(from)?;
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

/// Reads on to the end of the line, in pieces.
fn skip(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let piece = from.fill_buf()?;
        let (read, end) = match piece.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (piece.len(), piece.is_empty()),
        };
        from.consume(read);
        if end {
            return Ok(());
        }
    }
}
