//! `leakdrill watch`: a record seen again, and flown on from any of its moments.

use super::args::WatchArgs;
use super::exit::{Exit, Stop};
use super::{play, records};
use crate::tui::terminal;
use crate::words::en::replay::no_screen;
use std::sync::Arc;

/// Watches a record. Nothing is asked here that could be answered with "no": a damaged record cannot be used.
pub fn run(args: &WatchArgs) -> Result<Exit, Stop> {
    let record = records::read(&args.record).map_err(|stop| Stop::Unusable(stop.to_string()))?;
    terminal::present().map_err(|_| Stop::Unusable(no_screen(&args.record.display().to_string())))?;
    play::watch(Arc::new(record))
}
