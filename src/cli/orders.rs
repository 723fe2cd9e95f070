//! Orders that a run is given: a file, read whole before it begins, or a stream, read as it runs.

use super::exit::{Stop, tell};
use super::lines;
use crate::drill::grammar;
use crate::replay::limit::{ORDERS_BYTES, read_up_to};
use crate::sim::layout::Layout;
use crate::sim::order::Act;
use crate::units::Tick;
use crate::words::en::{command as say, grammar::grammar_error};
use std::collections::VecDeque;
use std::io::StdinLock;
use std::path::Path;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// An order for this tick, or for the next one if none is named.
    Order(Option<Tick>, Act),
    /// A line with a time alone: run on to it.
    Wait(Tick),
    /// No more orders.
    End,
}

/// Where orders come from.
#[derive(Debug)]
pub enum Orders {
    /// All of them, in the order of their ticks.
    File(VecDeque<(Tick, Act)>),
    /// A stream.
    Stream {
        /// Standard input.
        from: StdinLock<'static>,
        /// Lines read.
        line: usize,
        /// Lines that could not be read as orders.
        unread: usize,
    },
}

impl Orders {
    /// No orders.
    pub const fn none() -> Self {
        Orders::File(VecDeque::new())
    }

    /// Reads a file of orders. Every line that cannot be read is named at once.
    pub fn open(path: &Path, layout: &Layout) -> Result<Self, Stop> {
        if path == Path::new("-") {
            return Ok(Orders::Stream { from: std::io::stdin().lock(), line: 0, unread: 0 });
        }
        let text = read_up_to(path, ORDERS_BYTES).map_err(|error| Stop::file(path, &error))?;
        let text = String::from_utf8(text)
            .map_err(|_| Stop::Unusable(say::of_file(&path.display().to_string(), say::NOT_TEXT)))?;
        let mut wrong = Vec::new();
        let mut lines: Vec<(Tick, Act)> = Vec::new();
        let mut last = Tick(1);
        for (n, line) in text.lines().enumerate() {
            match read(line, layout) {
                Ok(Some(Next::Order(at, act))) => {
                    // A line without a time follows the line before it.
                    last = at.unwrap_or(last);
                    lines.push((last, act));
                }
                Ok(Some(Next::Wait(at))) => last = at,
                Ok(_) => {}
                Err(error) => wrong.push(format!("{}:{}: {error}", path.display(), n + 1)),
            }
        }
        if !wrong.is_empty() {
            return Err(Stop::Unusable(wrong.join("\n")));
        }
        // Stable: orders of one tick keep their order.
        lines.sort_by_key(|(at, _)| *at);
        Ok(Orders::File(lines.into()))
    }

    /// The next order; a stream is waited for.
    pub fn next(&mut self, layout: &Layout) -> Result<Next, Stop> {
        match self {
            Orders::File(lines) => Ok(lines.pop_front().map_or(Next::End, |(at, act)| Next::Order(Some(at), act))),
            Orders::Stream { from, line, unread } => loop {
                let Some(text) = lines::next(from)? else { return Ok(Next::End) };
                *line += 1;
                match read(&text, layout) {
                    Ok(Some(next)) => return Ok(next),
                    Ok(None) => {}
                    Err(error) => {
                        *unread += 1;
                        tell(&say::in_line(*line, &error));
                    }
                }
            },
        }
    }

    /// How many lines of a stream could not be read.
    pub const fn unread(&self) -> usize {
        match self {
            Orders::File(_) => 0,
            Orders::Stream { unread, .. } => *unread,
        }
    }
}

fn read(line: &str, layout: &Layout) -> Result<Option<Next>, String> {
    if let Some(at) = grammar::lone_time(line) {
        return Ok(Some(Next::Wait(at)));
    }
    match grammar::parse(line, layout) {
        Ok(None) => Ok(None),
        Ok(Some(line)) => Ok(Some(Next::Order(line.at, line.act))),
        Err(error) => Err(grammar_error(&error).line()),
    }
}
