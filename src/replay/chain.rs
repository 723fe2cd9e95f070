//! The chain: each line carries a short hash of itself and of the line before, so that no byte can be changed, and no
//! line dropped, moved or added, without the rest saying so.
//!
//! Sixty-four bits are enough against accident and careless editing. Against somebody who rewrites the whole chain no
//! hash in the file can help; what such a rewrite claims is found by playing it again.

/// The hash before the first line.
pub const START: &str = "leakdrill record";

/// How many hexadecimal digits a line carries.
pub const DIGITS: usize = 16;

/// The hash of a line, given that of the line before.
pub fn link(before: &str, line: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(before.as_bytes());
    hasher.update(b"\n");
    hasher.update(line.as_bytes());
    hasher.finalize().to_hex()[..DIGITS].to_owned()
}
