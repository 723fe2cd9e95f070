//! How much of a file from somebody else is read: stated here once, held by tests, told in `docs/limits.md`.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Largest record, bytes: thirty days of the largest station that a mission may have are about half of it.
pub const RECORD_BYTES: u64 = 1024 << 20;
/// Longest line of a record, bytes: a header holds a mission and a station of 256 KiB each, written as JSON.
pub const LINE_BYTES: usize = 4 << 20;
/// Largest file of orders, bytes; an order each ten seconds for thirty days is 8 MiB.
pub const ORDERS_BYTES: u64 = 16 << 20;
/// Longest line of orders that is looked at, bytes.
pub const ORDER_BYTES: usize = 4 << 10;
/// Largest configuration or theme, bytes.
pub const CONFIG_BYTES: u64 = 256 << 10;

/// A file of at most so many bytes; a larger one is an error, and no more of it is read.
pub fn read_up_to(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let too_large = || {
        let message = format!("it is larger than {}, and is not read", size(most));
        io::Error::new(io::ErrorKind::FileTooLarge, message)
    };
    if file.metadata()?.len() > most {
        return Err(too_large());
    }
    // A device or a pipe has no length, and a file may grow while it is read.
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(too_large()) } else { Ok(bytes) }
}

/// The same of a text.
pub fn read_text_up_to(path: &Path, most: u64) -> io::Result<String> {
    let not_text = |_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8 text");
    String::from_utf8(read_up_to(path, most)?).map_err(not_text)
}

fn size(bytes: u64) -> String {
    if bytes >= 1 << 20 { format!("{} MiB", bytes >> 20) } else { format!("{} KiB", bytes >> 10) }
}
