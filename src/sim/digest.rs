//! The digest of a state: the one number by which a debug build, a release build and any other machine are compared.

use crate::units::Tick;
use std::hash::{Hash, Hasher};

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

/// Bytes that are gathered before they are hashed: four chunks of the hash, which it works on side by side. The last
/// block is filled up with zeros, since four chunks together take less time than one and a half in turn.
const BLOCK: usize = 4096;

/// Hashes a canonical description of a state, field by field in a fixed order.
///
/// Numbers are written in little-endian order at fixed widths (a `usize` has no fixed width and is not offered), and
/// `-0.0` is written as `0.0`, since the two are equal to every rule. What is rarely there is written as a flag, and its
/// numbers only if it is: a description that fits a block costs half of one that does not quite.
pub struct Digester {
    hasher: blake3::Hasher,
    gathered: [u8; BLOCK],
    filled: usize,
    /// Blocks that were handed over.
    blocks: u32,
}

impl Default for Digester {
    fn default() -> Self {
        Self::new()
    }
}

impl Digester {
    /// An empty description.
    pub fn new() -> Self {
        Self { hasher: blake3::Hasher::new(), gathered: [0; BLOCK], filled: 0, blocks: 0 }
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
        let (fits, rest) = bytes.split_at((BLOCK - self.filled).min(bytes.len()));
        self.gathered[self.filled..self.filled + fits.len()].copy_from_slice(fits);
        self.hasher.update(&self.gathered);
        self.gathered = [0; BLOCK];
        self.gathered[..rest.len()].copy_from_slice(rest);
        self.filled = rest.len();
        self.blocks += 1;
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

    /// Adds a moment. Drills last thirty days at most: 32 bits hold them all.
    pub fn tick(&mut self, value: Tick) {
        self.u32(u32::try_from(value.0).unwrap_or(u32::MAX));
    }

    /// Adds a moment that may not have come.
    pub fn moment(&mut self, value: Option<Tick>) {
        self.u8(u8::from(value.is_some()));
        if let Some(value) = value {
            self.tick(value);
        }
    }

    /// Adds a number that mostly is zero.
    pub fn rare(&mut self, value: f64) {
        let there = value != 0.0;
        self.u8(u8::from(there));
        if there {
            self.f64(value);
        }
    }

    /// Adds a number; both zeros are one.
    pub fn f64(&mut self, value: f64) {
        debug_assert!(value.is_finite(), "a state holds a number that is not finite");
        let value = if value == 0.0 { 0.0 } else { value };
        self.u64(value.to_bits());
    }

    /// Adds what a plain type tells of itself, such as a task with what it is for.
    pub fn hashed(&mut self, value: &impl Hash) {
        value.hash(&mut FixedWidths(self));
    }

    /// The digest of all that was added.
    pub fn finish(mut self) -> Digest {
        // The length, so that zeros at the end are not the same as none.
        let bytes = self.blocks * BLOCK as u32 + self.filled as u32;
        self.u32(bytes);
        self.hasher.update(&self.gathered);
        Digest(*self.hasher.finalize().as_bytes())
    }
}

/// Takes a derived `Hash` at widths and in an order of bytes that are the same on every machine.
struct FixedWidths<'a>(&'a mut Digester);

impl Hasher for FixedWidths<'_> {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0.u8(*byte));
    }
    fn write_u16(&mut self, value: u16) {
        self.0.u16(value);
    }
    fn write_u32(&mut self, value: u32) {
        self.0.u32(value);
    }
    fn write_u64(&mut self, value: u64) {
        self.0.u64(value);
    }
    fn write_usize(&mut self, value: usize) {
        self.0.u64(value as u64);
    }
    /// The number of a variant.
    fn write_isize(&mut self, value: isize) {
        self.0.u8(value as u8);
    }
    fn finish(&self) -> u64 {
        0
    }
}
