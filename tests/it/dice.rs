//! Dice for tests that write what nobody would: the same throws from the same seed for ever, whatever the program's own
//! generator does.

/// Holds its seed, which is not 0 (Marsaglia's xorshift, 13-7-17, stays at 0 there).
pub struct Dice(pub u64);

impl Dice {
    /// One of the numbers below `below`; 0 if there is none.
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }
}
