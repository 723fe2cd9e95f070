//! The digest of a state: the one number by which a debug build, a release build and any other machine are compared.

use crate::units::Tick;

/// Thirty-two bytes that stand for a whole state; shows as the first 16 of its 64 hexadecimal digits when debugged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// All 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.hex()[..16])
    }
}

/// Gathers a canonical description of a state, field by field in a fixed order, and hashes it once.
///
/// Numbers are written in little-endian order at fixed widths (a `usize` has no fixed width and is not offered), and
/// `-0.0` is written as `0.0`, since the two are equal to every rule.
#[derive(Default)]
pub struct Digester {
    bytes: Vec<u8>,
}

impl Digester {
    /// An empty description.
    pub fn new() -> Self {
        Self { bytes: Vec::with_capacity(16 << 10) }
    }

    /// Adds a byte, for flags and the variant of an enum.
    pub fn u8(&mut self, value: u8) {
        self.bytes.push(value);
    }

    /// Adds a digest, or other bytes of a fixed number.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Adds an index.
    pub fn u16(&mut self, value: u16) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// Adds a count or an index.
    pub fn u32(&mut self, value: u32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// Adds a long count.
    pub fn u64(&mut self, value: u64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// Adds a moment.
    pub fn tick(&mut self, value: Tick) {
        self.u64(value.0);
    }

    /// Adds a number; both zeros are one.
    pub fn f64(&mut self, value: f64) {
        debug_assert!(value.is_finite(), "a state holds a number that is not finite");
        let value = if value == 0.0 { 0.0 } else { value };
        self.u64(value.to_bits());
    }

    /// The digest of all that was added.
    pub fn finish(self) -> Digest {
        Digest(*blake3::hash(&self.bytes).as_bytes())
    }
}
