//! Plans of several ticks.
//!
//! For most of a drill a station changes slowly: breath, a small leak, fans that stir. Where a plan of 2, 4, ... 64
//! seconds moves everything so gently that a straight line between its ends is as good as the ticks between, one plan
//! serves for all of them, and a tick only counts how much of it has come due. Whoever reads the state gets the line;
//! whoever changes an input ends the plan on the line at that tick. So no result depends on who looks when, or on how
//! many ticks are asked for at once, and the choice is made from the state alone.

use super::network::Network;
use super::pressure;
use super::step::EMPTY_MOL;

/// Longest plan, ticks.
const LONGEST: f64 = 64.0;

/// The largest share of a compartment's gas that a plan may carry away: Heun's rule stays positive and damps to there,
/// and how far his stages differ is looked at by itself.
const CROWDED: f64 = 0.85;

/// How far pressures may bend from the line, Pa.
const BEND_PA: f64 = 0.1;

/// How far Heun's two stages may differ, as a share of a compartment's gas: the mixture then bends from the line by a
/// quarter of it, about a pascal.
const STAGES: f64 = 5e-5;

/// How far a temperature may go in one plan, K.
const WARMING_K: f64 = 0.3;

/// A plan under way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stride {
    /// Its length and how much of it has come due, ticks; nothing when none is under way.
    pub ticks: f64,
    pub elapsed: f64,
    /// elapsed / ticks
    pub part: f64,
    /// The length to try next.
    pub next: f64,
}

impl Network {
    /// Begins a plan as long as the state bears and lets its first tick come due; false if not even two ticks are
    /// borne, and the tick must be looked at closely.
    pub(super) fn stride(&mut self) -> bool {
        let mut ticks = self.stride.next.clamp(1.0, LONGEST);
        self.stride.next = 2.0 * ticks;
        while ticks > 1.0 && !self.any_outside {
            self.plan_whole(ticks);
            if self.is_gentle(ticks) {
                self.transport(ticks);
                if self.is_straight() {
                    self.leaking.fill(0.0);
                    self.passage_mol_s.fill(0.0);
                    self.note_flows(ticks);
                    if 2.0 * self.crowd() > CROWDED {
                        // Twice as long would carry twice as much: it need not be tried.
                        self.stride.next = ticks;
                    }
                    self.stride.ticks = ticks;
                    self.stride.elapsed = 1.0;
                    self.stride.part = 1.0 / ticks;
                    return true;
                }
            }
            ticks *= 0.5;
            self.stride.next = ticks;
        }
        false
    }

    /// Ends the plan under way where it is now. Everyone who changes what it rests on must call this first.
    pub(super) fn settle(&mut self) {
        if self.stride.elapsed > 0.0 {
            self.apply(self.stride.part);
            self.stride.ticks = 0.0;
            self.stride.elapsed = 0.0;
            self.stride.part = 0.0;
        }
    }

    /// Ends the plan under way because an opening changes: the next one starts short, since a long one would fail.
    pub(super) fn disturb(&mut self) {
        self.settle();
        self.stride.next = 1.0;
    }

    /// Whether the amounts of a plan are small enough for its length.
    fn is_gentle(&self, seconds: f64) -> bool {
        let scratch = &self.scratch;
        let bends = |drain: f64, rise: f64| drain * rise.abs() * seconds > 8.0 * BEND_PA;
        self.crowd() <= CROWDED
            && pressure::pieces_wanted(&self.zones, scratch, seconds) <= 1.0
            && !scratch.zones.iter().any(|zone| bends(zone.drain * zone.per_capacity, zone.rise))
            && !scratch.feeds.iter().any(|feed| feed.short.total_kg() > 0.0)
    }

    /// Whether mixtures and temperatures go straight enough.
    fn is_straight(&self) -> bool {
        let scratch = &self.scratch;
        let contents = scratch.change.iter().zip(&scratch.middle).zip(&self.rooms.mass);
        let straight = contents.zip(&scratch.rooms).all(|(((change, middle), &start), room)| {
            // Heun's change less Euler's
            let bend = (change.mass - (middle.mass - start)).0;
            let most = STAGES * start.total_kg();
            room.moles <= EMPTY_MOL || bend.iter().all(|bend| bend.abs() <= most)
        });
        straight && scratch.warming.iter().all(|warming| warming.abs() <= WARMING_K)
    }
}
