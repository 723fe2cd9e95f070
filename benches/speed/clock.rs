//! Time that was ours.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Nobody asks for times, only for what was done: valgrind, which counts instructions, does not bear a look at a thread's
/// own clock.
pub static COUNTED: AtomicBool = AtomicBool::new(false);

/// Nanoseconds that this thread has had a processor for: other programs' shares of a busy machine would otherwise be
/// counted as ours.
#[cfg(unix)]
pub fn processor_ns() -> Option<f64> {
    if COUNTED.load(Ordering::Relaxed) {
        return None;
    }
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Some(spent.tv_sec as f64 * 1e9 + spent.tv_nsec as f64)
}

/// Elsewhere the wall must do.
#[cfg(not(unix))]
pub fn processor_ns() -> Option<f64> {
    None
}

/// Nanoseconds a call over `calls` calls.
pub fn time(calls: u32, mut call: impl FnMut()) -> f64 {
    let (start, before) = (Instant::now(), processor_ns());
    for _ in 0..calls {
        call();
    }
    let wall = start.elapsed().as_secs_f64() * 1e9;
    let spent = before.zip(processor_ns()).map_or(wall, |(before, after)| after - before);
    spent / f64::from(calls)
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
