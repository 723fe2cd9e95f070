//! How far a run to the next event goes when none comes: far enough to be worth a key, never into the end of the drill
//! unasked.

use crate::sim::console::Console;
use crate::units::Tick;

/// A run that nothing stops lasts at least so long, s.
const LEAST_S: u64 = 600;
/// And at most so long, s.
const MOST_S: u64 = 6 * 3600;
/// Before the time is up it stops once more, so long before, s.
const WARNING_S: u64 = 300;

/// Where a run ends that nothing stops. In a drill of an hour that is ten minutes on, in one of weeks six hours; a task
/// that has an end is waited for.
pub fn end(console: &Console, limit: Tick) -> Tick {
    let now = console.tick;
    let patience = (limit.0 / 20).clamp(LEAST_S, MOST_S);
    let task = console.crew.iter().filter_map(|p| p.job.as_ref()?.left_s).min();
    let far = now + patience.max(task.map_or(0, |left| u64::from(left) + 60));
    let warning = Tick(limit.0.saturating_sub(WARNING_S.min(limit.0 / 10)));
    if now < warning { far.min(warning) } else { far.min(limit) }
}

/// Whether the time of a drill is nearly up.
pub fn is_late(now: Tick, limit: Tick) -> bool {
    limit.since(now) <= WARNING_S.min(limit.0 / 10)
}

/// Whether somebody is at work that ends by itself.
pub fn busy(console: &Console) -> bool {
    console.crew.iter().any(|p| p.job.as_ref().is_some_and(|job| job.left_s.is_some()) || !p.queue.is_empty())
}
