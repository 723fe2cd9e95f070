//! A terminal recording, asciicast version 2 (every player reads it; version 3 counts intervals), with a marker at each
//! thing that happened, so that a viewer can jump from one to the next.
//!
//! The screen is not known here: a caller that can draw gives the frames, as the terminal's window does.

use crate::replay::Record;
use crate::sim::event::Event;
use crate::units::Tick;
use crate::words::Words;
use serde_json::json;
use std::fmt::Write;

/// What was written to the terminal at a moment of the drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// When.
    pub at: Tick,
    /// Text with escape sequences.
    pub output: String,
}

/// How a cast is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// Seconds of the drill in a second of the cast.
    pub speed: f64,
}

impl Options {
    /// 80 columns, 24 rows, and a speed that shows a drill in five minutes, not slower than it was.
    pub fn for_record(record: &Record) -> Self {
        Self { width: 80, height: 24, speed: (record.last.seconds() / 300.0).max(1.0) }
    }
}

/// The cast of frames in the order of time.
pub fn cast(record: &Record, options: &Options, frames: impl IntoIterator<Item = Frame>) -> String {
    let header = json!({
        "version": 2, "width": options.width, "height": options.height,
        "timestamp": record.header.started_unix_s, "idle_time_limit": 2.0,
        "env": { "TERM": "xterm-256color" },
        "title": format!("{} (for the exercise)", record.mission.title),
    });
    let mut out = format!("{header}\n");
    let mut marks = markers(record).into_iter().peekable();
    let mut line = |at: Tick, kind: &str, text: &str| {
        // Rounded to the microsecond, which players keep; ticks are in order, so times are.
        let time = (at.seconds() / options.speed * 1e6).round() / 1e6;
        let _ = writeln!(out, "{}", json!([time, kind, text]));
    };
    for frame in frames {
        while let Some((at, label)) = marks.next_if(|(at, _)| *at <= frame.at) {
            line(at, "m", &label);
        }
        line(frame.at, "o", &frame.output);
    }
    for (at, label) in marks {
        line(at, "m", &label);
    }
    out
}

/// A marker for each sign and act that a viewer would look for.
fn markers(record: &Record) -> Vec<(Tick, String)> {
    let words = Words::of(&record.mission);
    let told = record.finished();
    let looked_for = |event: &Event| {
        !matches!(
            event,
            Event::Began { .. }
                | Event::Finished { .. }
                | Event::Arrived { .. }
                | Event::GaugeRead { .. }
                | Event::Script { .. }
                | Event::FlowSensed { .. }
        )
    };
    let events = record.log.events().filter(|(_, e)| looked_for(e) && (told || !e.is_truth()));
    events.map(|(at, event)| (at, words.event_short(event))).collect()
}
