//! Plain mode: a drill line by line, for a screen reader, a pipe, or a terminal that can do nothing else.
//!
//! Nothing is drawn and nothing moves by itself: time passes when it is told to, with `wait` or `next`. What is printed
//! comes from the console and visible events alone.

use super::exit::{Exit, Stop};
use super::lines;
use super::out::Out;
use crate::debrief::text::scorecard;
use crate::drill::{Drill, Entry, Log, grammar};
use crate::replay::file::{RecordFile, Resumed};
use crate::replay::{End, Note, Recorder};
use crate::score::mark;
use crate::sim::Forecast;
use crate::sim::console::Viewpoint;
use crate::sim::event::{Event, Outcome};
use crate::sim::ids::PersonId;
use crate::sim::order::{Act, Order, Task};
use crate::sim::refusal::Refusal;
use crate::tui::{bug, rush, speech};
use crate::words::en::{grammar::grammar_error, outcome, plain as say};
use crate::words::{Words, glossary, measure, verb_help};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::time::Instant;

/// Plays until the drill ends or the person leaves.
pub fn play(drill: Drill, record: Recorder<RecordFile>, path: &Path, out: &mut Out) -> Result<Exit, Stop> {
    sit(Seat::new(drill, Log::new(), record, out), path)
}

/// Goes on with a drill that broke off. What was said before is not said again.
pub fn go_on(resumed: Resumed, path: &Path, out: &mut Out) -> Result<Exit, Stop> {
    let Resumed { drill, log, recorder, record } = resumed;
    let mut seat = Seat::new(drill, log, recorder, out);
    seat.noted =
        record.notes.iter().filter_map(|(_, n)| if let Note::Hint(hint) = n { Some(*hint) } else { None }).collect();
    sit(seat, path)
}

fn sit(mut seat: Seat<'_>, path: &Path) -> Result<Exit, Stop> {
    bug::writes(Some(path));
    seat.brief()?;
    seat.help()?;
    seat.new_hints()?;
    let stdin = std::io::stdin();
    let prompt = stdin.is_terminal();
    let mut typed = stdin.lock();
    while seat.drill.outcome().is_none() {
        if prompt {
            write!(seat.out, "{}> ", seat.drill.now())?;
        }
        seat.out.flush()?;
        let Some(line) = lines::next(&mut typed)? else { break };
        if !seat.hear(line.trim())? {
            break;
        }
    }
    seat.leave(path)?;
    Ok(Exit::Done)
}

struct Seat<'a> {
    drill: Drill,
    log: Log,
    /// Lines of the log that were printed.
    said: usize,
    /// Hints in force.
    hints: Vec<u16>,
    /// Hints that the record was told of.
    noted: Vec<u16>,
    record: Recorder<RecordFile>,
    began: Instant,
    out: &'a mut Out,
}

impl<'a> Seat<'a> {
    fn new(drill: Drill, log: Log, record: Recorder<RecordFile>, out: &'a mut Out) -> Self {
        let (hints, noted) = (Vec::new(), Vec::new());
        Self { said: log.len(), drill, log, hints, noted, record, began: Instant::now(), out }
    }

    fn brief(&mut self) -> Result<(), Stop> {
        let mission = self.drill.mission().clone();
        Ok(self.out.line(&format!("{}. {}\n\n{}\n", mission.title, say::EXERCISE, mission.brief.trim()))?)
    }

    fn help(&mut self) -> Result<(), Stop> {
        let mission = self.drill.mission().clone();
        // An order that somebody aboard can give, whoever they are.
        let search = Act::Task { who: PersonId(0), task: Task::Search };
        let act = if mission.layout.crew.is_empty() { Act::RaiseAlarm } else { search };
        let first = grammar::write(&act, &mission.layout);
        Ok(self.out.line(&say::HELP.replace("{order}", &first))?)
    }

    /// Prints hints that have come up; says whether there were any.
    fn new_hints(&mut self) -> Result<bool, Stop> {
        let up = self.drill.hints();
        let new: Vec<u16> = up.iter().copied().filter(|hint| !self.hints.contains(hint)).collect();
        self.hints = up;
        self.print_hints(&new)?;
        // As on the screen, the record keeps which hints were given.
        for hint in new.iter().filter(|hint| !self.noted.contains(hint)) {
            let noted = self.record.note(self.drill.now(), Note::Hint(*hint));
            noted.map_err(|error| Stop::record(self.record.sink().path(), &error))?;
        }
        self.noted.extend(&new);
        Ok(!new.is_empty())
    }

    fn print_hints(&mut self, hints: &[u16]) -> Result<(), Stop> {
        let mission = self.drill.mission().clone();
        for hint in hints.iter().filter_map(|hint| mission.hints.get(usize::from(*hint))) {
            self.out.line(&say::hint(&hint.text))?;
        }
        Ok(())
    }

    /// The procedure card.
    fn steps(&mut self) -> Result<(), Stop> {
        let mission = self.drill.mission().clone();
        for (step, done) in mission.card.iter().zip(self.drill.card()) {
            self.out.line(&say::step(&step.text, done))?;
        }
        Ok(())
    }

    /// Does what a line says; false to leave.
    fn hear(&mut self, line: &str) -> Result<bool, Stop> {
        let mut words = line.split_whitespace();
        let (first, rest) = (words.next().unwrap_or("next").to_lowercase(), words.next());
        match (first.as_str(), rest) {
            ("quit" | "exit" | "q", None) => return Ok(false),
            ("next" | "n", None) => {
                let end = rush::end(&self.drill.console(Viewpoint::Crew), self.drill.mission().time_limit);
                self.pass(end.since(self.drill.now()), true)?;
            }
            ("wait" | "w", rest) => match rest.and_then(grammar::duration::parse_whole) {
                Some(seconds) => self.pass(u64::from(seconds), false)?,
                None => self.out.line(say::HOW_LONG)?,
            },
            ("status" | "s", None) => self.status()?,
            ("orders", None) => {
                for row in grammar::verbs() {
                    self.out.line(&format!("{}: {}", row.form(), verb_help(row.verb)))?;
                }
            }
            ("words", None) => {
                for term in glossary() {
                    self.out.line(&format!("{}: {}", term.word, term.meaning))?;
                }
            }
            ("help" | "?", None) => self.help()?,
            ("brief", None) => self.brief()?,
            ("steps" | "card", None) => self.steps()?,
            ("hints" | "hint", None) => match self.hints.clone() {
                none if none.is_empty() => self.out.line(say::NO_HINTS)?,
                up => self.print_hints(&up)?,
            },
            ("undo", None) => {
                let said = match self.drill.undo() {
                    Some(order) => say::taken_back(&self.words().act(&order.act)),
                    None => say::NOTHING_TO_UNDO.into(),
                };
                self.out.line(&said)?;
            }
            _ => self.order(line)?,
        }
        Ok(true)
    }

    fn words(&self) -> Words<'_> {
        Words::of(self.drill.mission())
    }

    fn order(&mut self, line: &str) -> Result<(), Stop> {
        let line = match grammar::parse(line, &self.drill.mission().layout) {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(()),
            Err(error) => {
                return Ok(self.out.line(&format!("{} {}", grammar_error(&error).line(), say::SEE_HELP))?);
            }
        };
        if let Some(at) = line.at {
            self.pass((at - 1).since(self.drill.now()), false)?;
        }
        let order = Order::trainee(line.act);
        let answer = match self.asked(&order) {
            Err(why) => say::refused(&self.words().refusal(&why).line()),
            Ok(forecast) => {
                let span = |s: u32| (s > 0).then(|| measure::span(f64::from(s)));
                let (starts, takes) = (span(forecast.starts_in_s), forecast.takes_s.and_then(span));
                say::accepted(&self.words().act(&order.act), starts.as_deref(), takes.as_deref())
            }
        };
        // A refused order is given all the same: what was tried belongs into the record, and is refused there.
        self.drill.submit(order);
        Ok(self.out.line(&answer)?)
    }

    /// Whether an order can be, after those that wait for the same tick: they are obeyed first.
    fn asked(&self, order: &Order) -> Result<Forecast, Refusal> {
        if self.drill.pending().is_empty() {
            return self.drill.check(order);
        }
        let mut soon = self.drill.clone();
        soon.tick(&mut Log::new());
        soon.check(order)
    }

    /// Lets the record follow.
    fn follow(&mut self) -> Result<(), Stop> {
        let wall_ms = self.began.elapsed().as_millis() as u64;
        let written = self.record.follow(&self.log, self.drill.now(), wall_ms);
        written.map_err(|error| Stop::record(self.record.sink().path(), &error))
    }

    /// Lets time pass; with `stop`, until something is said.
    fn pass(&mut self, seconds: u64, stop: bool) -> Result<(), Stop> {
        let end = self.drill.now() + seconds;
        let mut news = false;
        while self.drill.now() < end && self.drill.outcome().is_none() && !(stop && news) {
            self.drill.tick(&mut self.log);
            news |= self.say()?;
            self.follow()?;
            news |= self.new_hints()?;
        }
        let now = self.drill.now();
        let line = if stop && !news {
            say::nothing_happened(&now.to_string(), rush::is_late(now, self.drill.mission().time_limit))
        } else {
            say::now(&now.to_string())
        };
        Ok(self.out.line(&line)?)
    }

    /// Prints what can be seen; says whether any of it is news to stop for. What was refused as it was typed is not said
    /// twice, nor the end of a task that another line tells; that somebody began what they were told to do is no news.
    fn say(&mut self) -> Result<bool, Stop> {
        let mission = self.drill.mission();
        let words = Words::of(mission);
        let mut news = false;
        for (tick, entry) in self.log.since(self.said) {
            let Entry::Event(event) = entry else { continue };
            if event.is_truth() || matches!(event, Event::Refused { .. }) {
                continue;
            }
            let told = speech::event(mission, event).is_some();
            let finished = matches!(event, Event::Finished { .. });
            news |= told || finished || matches!(event, Event::AlarmCleared { .. });
            if told || !finished {
                self.out.line(&format!("{tick}  {}", words.event(event)))?;
            }
        }
        self.said = self.log.len();
        Ok(news)
    }

    fn status(&mut self) -> Result<(), Stop> {
        let console = self.drill.console(Viewpoint::Crew);
        let page = self.words().status(&console, self.drill.mission().time_limit);
        Ok(self.out.line(&page)?)
    }

    fn leave(&mut self, path: &Path) -> Result<(), Stop> {
        let mission = self.drill.mission().clone();
        let card = mark(&mission, &self.log);
        self.follow()?;
        match self.drill.outcome() {
            Some(how) => {
                let end = End { outcome: how, points: card.points, max: card.max, passed: card.passed };
                self.record.end(self.drill.now(), end).map_err(|error| Stop::record(path, &error))?;
                self.out.line(&format!("\n{}\n", outcome::outcome(how, self.drill.sound()).line()))?;
                self.out.line(scorecard(&card).trim_end())?;
            }
            None => {
                self.record.rest(self.drill.now()).map_err(|error| Stop::record(path, &error))?;
                self.out.line(&outcome::outcome(Outcome::Unfinished, true).line())?;
            }
        }
        Ok(self.out.line(&say::record(&path.display().to_string()))?)
    }
}
