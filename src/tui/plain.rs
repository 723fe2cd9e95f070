//! The line mode, for screen readers, pipes and dumb terminals: orders in words, answers in sentences, no escape codes.
//!
//! Time stands until it is asked to run: `wait 10m`, `until event`, `until alarm`.

use super::figures;
use super::session::{Passed, Session};
use super::speech;
use crate::drill::grammar::{self, duration};
use crate::replay::file::RecordFile;
use crate::replay::{End, Recorder};
use crate::score;
use crate::sim::console::HatchState;
use crate::sim::event::Outcome;
use crate::sim::layout::Quantity;
use crate::words::{Words, en};
use std::io::{self, BufRead, Write};

/// Ticks that `until` runs at most, so that it always comes back.
const LONGEST: u32 = 86_400;

/// What can be typed beside orders.
const HELP: &str = "\
Orders: NAME verb ..., such as: vega measure, lind close lab-node, crew acknowledge. `orders` lists the verbs.
Time:   wait 10m | wait 90s | until event | until alarm
Look:   look (everything) | crew | gauges | hatches | alarms | card | hint | brief
Else:   undo | orders | words | help | quit
";

/// A drill in lines.
pub struct Plain<W> {
    session: Session,
    recorder: Option<Recorder<RecordFile>>,
    out: W,
    told: usize,
}

impl<W: Write> Plain<W> {
    /// A drill at its beginning.
    pub fn new(session: Session, recorder: Option<Recorder<RecordFile>>, out: W) -> Self {
        Self { session, recorder, out, told: 0 }
    }

    /// Reads lines until the drill ends, the input ends, or somebody quits.
    pub fn run(mut self, input: impl BufRead) -> io::Result<()> {
        let mission = self.session.mission().clone();
        writeln!(self.out, "{}. This is an exercise.", mission.title)?;
        for line in super::pen::wrap(&mission.brief, 100) {
            writeln!(self.out, "{line}")?;
        }
        writeln!(self.out, "Type help for what can be typed.")?;
        self.look()?;
        self.out.flush()?;
        for line in input.lines() {
            let line = line?;
            if !self.line(line.trim())? || self.session.console.outcome.is_some() {
                break;
            }
            self.out.flush()?;
        }
        self.end()
    }

    /// One line; false to quit.
    fn line(&mut self, line: &str) -> io::Result<bool> {
        let mut words = line.split_whitespace();
        match (words.next().unwrap_or(""), words.next()) {
            ("", _) => {}
            ("quit" | "exit" | "leave", _) => return Ok(false),
            ("help" | "?", _) => write!(self.out, "{HELP}")?,
            ("look" | "status", None) => self.look()?,
            ("crew", None) => self.crew()?,
            ("gauges", None) => self.gauges()?,
            ("hatches", None) => self.hatches()?,
            ("alarms", None) => self.alarms()?,
            ("card" | "steps", None) => self.card()?,
            ("hint", None) => self.hint()?,
            ("brief", None) => writeln!(self.out, "{}", self.session.mission().brief.clone())?,
            ("orders", None) => {
                for row in grammar::verbs() {
                    writeln!(self.out, "  {}: {}", row.form(), crate::words::verb_help(row.verb))?;
                }
            }
            ("words", None) => {
                for term in crate::words::glossary() {
                    writeln!(self.out, "  {}: {}", term.word, term.meaning)?;
                }
            }
            ("undo", None) => match self.session.undo() {
                Some(order) => {
                    let said = speech::act(self.session.mission(), &order.act);
                    writeln!(self.out, "Taken back: {said}.")?;
                }
                None => writeln!(self.out, "Nothing to take back.")?,
            },
            ("wait", Some(time)) => match duration::parse_whole(time) {
                Some(seconds) => self.wait(seconds, Until::Time)?,
                None => writeln!(self.out, "'{time}' is not a time; try 90s, 10m, 1h30m.")?,
            },
            ("wait" | "until", None) => writeln!(self.out, "Until when? wait 10m, until event, until alarm.")?,
            ("until", Some("alarm")) => self.wait(LONGEST, Until::Alarm)?,
            ("until", Some("event")) => self.wait(LONGEST, Until::Event)?,
            _ => self.order(line)?,
        }
        Ok(true)
    }

    fn order(&mut self, line: &str) -> io::Result<()> {
        let layout = self.session.mission().layout.clone();
        match grammar::parse(line, &layout) {
            Ok(None) => Ok(()),
            Ok(Some(order)) => {
                let said = speech::act(self.session.mission(), &order.act);
                match self.session.order(order.act) {
                    Ok(forecast) => writeln!(self.out, "{said}: {}.", speech::forecast(&forecast)),
                    Err(why) => {
                        writeln!(self.out, "Refused: {}", speech::refusal(self.session.mission(), &why))
                    }
                }
            }
            Err(error) => writeln!(self.out, "{} Type help for the rest.", en::grammar::grammar_error(&error).line()),
        }
    }

    /// Lets time pass, telling what happens.
    fn wait(&mut self, seconds: u32, until: Until) -> io::Result<()> {
        let mut left = seconds;
        while left > 0 {
            let passed: Passed = self.session.pass(left.min(60), until == Until::Event);
            left -= passed.ticks.min(left);
            self.tell()?;
            self.follow()?;
            let stop = passed.ended || passed.alarm.is_some() || (until == Until::Event && passed.notable);
            if stop || passed.ticks == 0 {
                break;
            }
        }
        writeln!(self.out, "It is {}.", self.session.console.tick)
    }

    /// Says what the feed has anew.
    fn tell(&mut self) -> io::Result<()> {
        let start = self.session.mission().start_unix_s;
        let lines = self.session.feed.lines();
        for line in &lines[self.told.min(lines.len())..] {
            let from = if line.from.is_empty() { String::new() } else { format!("{}: ", line.from) };
            writeln!(self.out, "{} {from}{}", figures::clock(start, line.at).time(), line.text)?;
        }
        self.told = lines.len();
        Ok(())
    }

    fn follow(&mut self) -> io::Result<()> {
        match &mut self.recorder {
            Some(recorder) => recorder.follow(self.session.log(), self.session.drill().now(), 0),
            None => Ok(()),
        }
    }

    fn look(&mut self) -> io::Result<()> {
        writeln!(self.out, "It is {}.", self.session.console.tick)?;
        self.alarms()?;
        self.gauges()?;
        self.crew()?;
        self.hatches()
    }

    fn crew(&mut self) -> io::Result<()> {
        let mission = self.session.mission().clone();
        let words = Words::of(&mission);
        for person in &self.session.console.crew {
            let carried = super::labels::carried(&person.carries);
            let carried = if carried.is_empty() { String::new() } else { format!(", carries {carried}") };
            let needle = person.needle_mmhg.map_or(String::new(), |n| format!(", the needle stands at {n:.2} mmHg"));
            writeln!(
                self.out,
                "{} ({}) is in {}: {}{needle}{carried}.",
                words.person(person.who),
                mission.layout.person(person.who).id,
                words.place(person.at, crate::words::Form::Full),
                words.busy(person),
            )?;
        }
        Ok(())
    }

    fn gauges(&mut self) -> io::Result<()> {
        let mission = self.session.mission().clone();
        for sensor in &self.session.console.sensors {
            let def = mission.layout.sensor(sensor.sensor);
            let place = &mission.layout.compartment(def.compartment).label;
            let (name, unit) = match def.quantity {
                Quantity::Pressure => ("pressure", "mmHg"),
                Quantity::Oxygen => ("oxygen", "mmHg"),
                Quantity::CarbonDioxide => ("carbon dioxide", "mmHg"),
                Quantity::Temperature => ("temperature", "°C"),
            };
            let value = sensor.value.map_or("nothing".to_owned(), |v| format!("{v:.1} {unit}"));
            let rate = match sensor.per_hour_10min {
                Some(rate) if def.quantity == Quantity::Pressure => {
                    format!(", {} mmHg an hour over ten minutes", figures::rate(rate).trim())
                }
                _ => String::new(),
            };
            writeln!(self.out, "{place} {name} {value}{rate}.")?;
        }
        Ok(())
    }

    fn hatches(&mut self) -> io::Result<()> {
        let mission = self.session.mission().clone();
        let (mut open, mut shut) = (Vec::new(), Vec::new());
        for hatch in &self.session.console.hatches {
            let id = mission.layout.hatch(hatch.hatch).id.clone();
            match hatch.state {
                HatchState::Open => open.push(id),
                HatchState::Shut => shut.push(id),
                HatchState::Moving(_) => shut.push(format!("{id} (moving)")),
            }
        }
        writeln!(self.out, "Open: {}.", list(&open))?;
        writeln!(self.out, "Shut: {}.", list(&shut))
    }

    fn alarms(&mut self) -> io::Result<()> {
        let mission = self.session.mission().clone();
        if self.session.console.alarms.is_empty() {
            return writeln!(self.out, "No alarms.");
        }
        for alarm in &self.session.console.alarms {
            writeln!(self.out, "{}", Words::of(&mission).alarm(alarm))?;
        }
        Ok(())
    }

    fn card(&mut self) -> io::Result<()> {
        let mission = self.session.mission().clone();
        for (i, step) in mission.card.iter().enumerate() {
            let done = self.session.card.get(i).copied().unwrap_or(false);
            writeln!(self.out, "{} {}", if done { "done: " } else { "to do:" }, step.text)?;
        }
        Ok(())
    }

    fn hint(&mut self) -> io::Result<()> {
        let mission = self.session.mission().clone();
        let hint = self.session.hints.last().and_then(|n| mission.hints.get(usize::from(*n)));
        match hint {
            Some(_) if self.session.drill().exam() => writeln!(self.out, "An exam gives no hints."),
            Some(hint) => writeln!(self.out, "{}", hint.text),
            None => writeln!(self.out, "No hint for now."),
        }
    }

    /// The result, and the end of the record.
    fn end(mut self) -> io::Result<()> {
        let outcome = self.session.console.outcome;
        let told = en::outcome::outcome(outcome.unwrap_or(Outcome::Unfinished), self.session.drill().sound());
        let card = score::mark(self.session.mission(), self.session.log());
        writeln!(self.out, "{}", told.line())?;
        let verdict = if card.passed { "passed" } else { "not passed" };
        writeln!(self.out, "{:.0} of {:.0} points: {verdict}.", card.points, card.max)?;
        for line in &card.lines {
            writeln!(self.out, "  {:.0}/{:.0} {}", line.points, line.max, line.name)?;
        }
        self.follow()?;
        if let (Some(recorder), Some(outcome)) = (&mut self.recorder, outcome) {
            let end = End { outcome, points: card.points, max: card.max, passed: card.passed };
            recorder.end(self.session.drill().now(), end)?;
        }
        self.out.flush()
    }
}

/// When waiting ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    Time,
    Event,
    Alarm,
}

fn list(ids: &[String]) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}
