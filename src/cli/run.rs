//! `leakdrill run`: a drill without a screen, as fast as the machine allows.
//!
//! The same loop as everywhere: orders, `Drill::tick`, and whoever follows the log (recorder, trace, printer) catches up
//! after each batch of ticks. An order for T+00:10:00 is obeyed by the tick that carries that number, as in records.

use super::args::{Format, RunArgs};
use super::exit::{Exit, Stop, tell};
use super::orders::{Next, Orders};
use super::out::Out;
use super::report::{self, Flown};
use super::trace::Trace;
use super::{missions, seed};
use crate::drill::{Drill, Entry, Log};
use crate::mission::hostile::printable;
use crate::pilot::{PilotKind, Seat};
use crate::replay::file::{self, RecordFile};
use crate::replay::{End, Header, Recorder};
use crate::score::mark;
use crate::sim::event::{Event, Outcome};
use crate::sim::order::Order;
use crate::tui::bug;
use crate::units::Tick;
use crate::words::Words;
use crate::words::en::command::too_late;
use std::path::Path;
use std::time::{Duration, Instant};

/// Ticks between two looks at the log: a minute, so that recorder and printer have little to catch up with.
const BATCH: u64 = 60;

/// Runs a drill.
pub fn run(args: &RunArgs, out: &mut Out) -> Result<Exit, Stop> {
    let mission = missions::find(&args.mission, args.level)?;
    let seed = args.seed.or(mission.seed).unwrap_or_else(seed::fresh);
    let orders = match &args.orders {
        Some(path) => Orders::open(path, &mission.layout)?,
        None => Orders::none(),
    };
    let drill = Drill::new(mission.clone(), seed);
    let record = args.record.as_deref().map(|path| begin(path, &drill)).transpose()?;
    let trace = args.trace.as_deref().map(|path| Trace::create(path, args.trace_every.0)).transpose()?;
    let seat = args.pilot.map(|name| Seat::new(name.into(), &drill));
    let mut flight = Flight {
        end: args.until.map_or(mission.time_limit, |until| until.min(mission.time_limit)),
        drill,
        log: Log::new(),
        seat,
        record,
        trace,
        said: 0,
        loop_time: Duration::ZERO,
        format: args.format,
        out,
    };
    let all_read = flight.fly(orders)?;
    flight.land(args.pilot.map(PilotKind::from))?;
    // A line that nobody could read was an order that nobody obeyed: the run is not the one that was asked for.
    Ok(if all_read { Exit::Done } else { Exit::Unusable })
}

fn begin(path: &Path, drill: &Drill) -> Result<Recorder<RecordFile>, Stop> {
    bug::writes(Some(path));
    let header = Header { started_unix_s: seed::unix_s(), ..Header::new(drill.mission(), drill.seed()) };
    file::create(path, &header, &drill.mission().layout).map_err(|error| Stop::file(path, &error))
}

/// A drill that is being run, and those who follow it.
struct Flight<'a> {
    drill: Drill,
    log: Log,
    seat: Option<Seat>,
    record: Option<Recorder<RecordFile>>,
    trace: Option<Trace>,
    /// Lines of the log that were printed.
    said: usize,
    loop_time: Duration,
    end: Tick,
    format: Format,
    out: &'a mut Out,
}

impl Flight<'_> {
    /// Gives orders at their ticks and runs to the end. Says whether every line of a stream could be read.
    fn fly(&mut self, mut orders: Orders) -> Result<bool, Stop> {
        let layout = self.drill.mission().layout.clone();
        if let Some(trace) = &mut self.trace {
            trace.take(&self.drill, false)?;
        }
        while !self.over() {
            match orders.next(&layout)? {
                Next::End => self.advance(self.end)?,
                Next::Wait(at) => self.advance(at)?,
                Next::Order(at, act) => {
                    let at = at.unwrap_or(self.drill.now() + 1);
                    if at <= self.drill.now() && at > Tick::ZERO {
                        tell(&too_late(at, self.drill.now()));
                    }
                    // It waits for the tick of its number, and so do other orders of that tick.
                    self.advance(at - 1)?;
                    self.drill.submit(Order::trainee(act));
                }
            }
        }
        Ok(orders.unread() == 0)
    }

    fn over(&self) -> bool {
        self.drill.outcome().is_some() || self.drill.now() >= self.end
    }

    /// Runs up to a moment, not past the end.
    fn advance(&mut self, to: Tick) -> Result<(), Stop> {
        let to = to.min(self.end);
        while self.drill.now() < to && self.drill.outcome().is_none() {
            let now = self.drill.now().0;
            let due = self.trace.as_ref().map_or(u64::MAX, |trace| trace.due(now + 1));
            let until = Tick(to.0.min(now + BATCH).min(due));
            let start = Instant::now();
            while self.drill.now() < until && self.drill.outcome().is_none() {
                if let Some(seat) = &mut self.seat {
                    seat.look(&mut self.drill, &self.log);
                }
                self.drill.tick(&mut self.log);
            }
            self.loop_time += start.elapsed();
            self.follow()?;
        }
        Ok(())
    }

    /// Lets everybody catch up with the log.
    fn follow(&mut self) -> Result<(), Stop> {
        let (now, wall_ms) = (self.drill.now(), self.loop_time.as_millis() as u64);
        if let Some(record) = &mut self.record {
            let written = record.follow(&self.log, now, wall_ms);
            written.map_err(|error| Stop::record(record.sink().path(), &error))?;
        }
        let over = self.over();
        if let Some(trace) = &mut self.trace {
            trace.take(&self.drill, over)?;
        }
        self.say()
    }

    /// Prints what happened, as far as the crew could see it. With JSON, stdout is the document's alone, and refusals go
    /// to stderr.
    fn say(&mut self) -> Result<(), Stop> {
        let words = Words::of(self.drill.mission());
        for (tick, entry) in self.log.since(self.said) {
            let Entry::Event(event) = entry else { continue };
            let refused = matches!(event, Event::Refused { .. });
            match self.format {
                Format::Text if !event.is_truth() => self.out.line(&format!("{tick}  {}", words.event(event)))?,
                Format::Json if refused => {
                    anstream::eprintln!("{}", printable(&format!("{tick}  {}", words.event(event))))
                }
                _ => {}
            }
        }
        self.said = self.log.len();
        Ok(())
    }

    /// The last line of the record, and the answer.
    fn land(mut self, pilot: Option<PilotKind>) -> Result<(), Stop> {
        let mission = self.drill.mission().clone();
        let card = mark(&mission, &self.log);
        let outcome = self.drill.outcome().unwrap_or(Outcome::Unfinished);
        self.follow()?;
        if let Some(record) = &mut self.record {
            let end = End { outcome, points: card.points, max: card.max, passed: card.passed };
            let written = record.end(self.drill.now(), end);
            written.map_err(|error| Stop::record(record.sink().path(), &error))?;
        }
        let flown =
            Flown { drill: &self.drill, log: &self.log, card: &card, pilot, wall_s: self.loop_time.as_secs_f64() };
        match self.format {
            Format::Json => self.out.json(&report::json(&flown))?,
            Format::Text => self.out.line(&report::text(&flown))?,
        }
        Ok(())
    }
}
