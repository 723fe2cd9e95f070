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

/// Bytes that are gathered before they are hashed: four chunks of the hash, which it works on side by side.
const GATHERED: usize = 4096;

/// Hashes a canonical description of a state, field by field in a fixed order.
///
/// Numbers are written in little-endian order at fixed widths (a `usize` has no fixed width and is not offered), and
/// `-0.0` is written as `0.0`, since the two are equal to every rule.
pub struct Digester {
    hasher: blake3::Hasher,
    gathered: [u8; GATHERED],
    filled: usize,
}

impl Default for Digester {
    fn default() -> Self {
        Self::new()
    }
}

impl Digester {
    /// An empty description.
    pub fn new() -> Self {
        Self { hasher: blake3::Hasher::new(), gathered: [0; GATHERED], filled: 0 }
    }

    /// Adds bytes of a fixed number.
    #[inline]
    fn put<const N: usize>(&mut self, bytes: [u8; N]) {
        if let Some(room) = self.gathered.get_mut(self.filled..self.filled + N) {
            room.copy_from_slice(&bytes);
            self.filled += N;
        } else {
            self.spill(&bytes);
        }
    }

    /// Hands over what was gathered, and what has no room beside it.
    #[cold]
    fn spill(&mut self, bytes: &[u8]) {
        let (fits, rest) = bytes.split_at((GATHERED - self.filled).min(bytes.len()));
        self.gathered[self.filled..self.filled + fits.len()].copy_from_slice(fits);
        self.hasher.update(&self.gathered);
        self.gathered[..rest.len()].copy_from_slice(rest);
        self.filled = rest.len();
    }

    /// Adds a byte, for flags and the variant of an enum.
    pub fn u8(&mut self, value: u8) {
        self.put([value]);
    }

    /// Adds an index.
    pub fn u16(&mut self, value: u16) {
        self.put(value.to_le_bytes());
    }

    /// Adds a count or an index.
    pub fn u32(&mut self, value: u32) {
        self.put(value.to_le_bytes());
    }

    /// Adds a long count.
    pub fn u64(&mut self, value: u64) {
        self.put(value.to_le_bytes());
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
    pub fn finish(mut self) -> Digest {
        self.hasher.update(&self.gathered[..self.filled]);
        Digest(*self.hasher.finalize().as_bytes())
    }
}
