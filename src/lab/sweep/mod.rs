//! Many seeds of one mission, each flown by a scripted crew: how often is it won, and at what price?
//!
//! Drills are flown in parallel and written in order of seed to a journal beside the output, which is a prefix of the
//! result at every moment: a sweep that was interrupted goes on where it stopped when it is started again. Drills may
//! run ahead of the journal by a fixed number, so that memory does not grow with the number of seeds. A part i/n is the
//! i-th of n runs of neighbouring seeds: the parts laid end to end are exactly the whole, and any scheduler can fly
//! them. Start at [`fly_seed`], then `run`.

#[cfg(feature = "app")]
mod journal;
#[cfg(feature = "app")]
mod many;
#[cfg(feature = "parquet")]
mod parquet;
mod row;
#[cfg(feature = "app")]
mod table;

#[cfg(feature = "app")]
pub use many::{SweepError, SweepOptions, SweepReport, run};
pub use row::{COLUMNS, Row, fly_seed};

/// The part of `first..=last` that shard `number` of `of` flies: blocks in a row, so that the shards' files laid end to
/// end are the whole sweep's.
pub fn shard(first: u64, last: u64, number: u64, of: u64) -> std::ops::Range<u64> {
    let count = u128::from(last - first) + 1;
    let edge = |n: u64| first + (count * u128::from(n) / u128::from(of)) as u64;
    edge(number - 1)..edge(number)
}
