//! Which seed a drill is flown with when nobody named one.

use super::Mission;

impl Mission {
    /// In an exam one of those that the expert has won, if the mission lists any, so that nobody is graded on a sky that
    /// could not be answered, nor on one that practice has shown; else the mission's own seed; else the fresh one. `fresh` was drawn at the edge of the program.
    pub fn draw_seed(&self, exam: bool, fresh: u64) -> u64 {
        let certified = self.certified.get((fresh % self.certified.len().max(1) as u64) as usize).filter(|_| exam);
        certified.copied().or(self.seed).unwrap_or(fresh)
    }
}
