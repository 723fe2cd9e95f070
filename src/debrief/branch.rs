//! Our expert from here: at the crew's decisions, what a textbook crew with the same console history could still have
//! reached, and hence where most went out of reach.
//!
//! The expert watches the whole drill as the crew saw it; at a decision the drill is cloned and handed to it. The branch
//! shares the record's fate: luck is keyed by seed, person and attempt, so that what differs is what was ordered. What
//! can be reached from a moment is the best of what the expert reaches from there and of what is reached by going on
//! as the crew did, to any later decision or to the end: it never rises, so that every price is one, and all prices
//! together are what was lost. It is one crew's answer, not the best there is, and it is no part of the score.
//!
//! Where a price shows, the branches on both sides are flown again with other luck of instruments, searches and
//! repairs, so that no lesson rests on one lucky strip of tape.
//!
//! Work is bounded by ticks and the size of the station, not by a clock, so that a debrief is the same on every
//! machine. It goes where it tells most: the stretch across which most was lost is halved, until each loss belongs to
//! one decision. Between two moments from which the same can be reached nothing was lost, and nothing needs to be flown.

use super::choice;
use super::fork::{Flown, Forked};
use super::model::{Advice, Decision, LineReach, Luck, Reach};
use crate::replay::Record;
use crate::score::Scorecard;
use crate::sim::event::Outcome;
use crate::units::Tick;
use crate::words::Words;
use std::cmp::Ordering;

/// Ticks times compartments that all branches together may fly: some two seconds.
const BUDGET: u64 = 9_000_000;
/// Draws of luck beyond the drill's own.
const DRAWS: u64 = 2;
/// Differences below these are none, points and kg.
const LEAST: (f64, f64) = (0.05, 0.5);

/// Explores a record that was flown by this program's rules.
pub fn explore(record: &Record) -> Vec<Decision> {
    let forked = Forked::of(record, &choice::moments(record));
    let mut search = Search::new(record, &forked);
    search.halve();
    search.draw_again();
    search.decisions()
}

/// What is known of the branches so far.
struct Search<'a> {
    record: &'a Record,
    forked: &'a Forked,
    times: Vec<Tick>,
    /// Flights from each fork by draw of luck, the drill's own luck first; after the last fork stands the drill's end.
    flown: Vec<Vec<Flown>>,
    left: u64,
}

impl<'a> Search<'a> {
    fn new(record: &'a Record, forked: &'a Forked) -> Self {
        let times = forked.times();
        let mut flown = vec![Vec::new(); times.len()];
        flown.push(vec![Flown::of(record, record.log.entries().iter())]);
        let left = BUDGET / record.mission.layout.compartments.len().max(1) as u64;
        let mut search = Self { record, forked, times, flown, left };
        search.fly(0);
        search
    }

    /// Number of the drill's own end among the flights.
    fn end(&self) -> usize {
        self.times.len()
    }

    /// Flies one more branch from a fork. One that the budget cuts short tells nothing and is left out.
    fn fly(&mut self, at: usize) {
        if at >= self.end() || self.left == 0 {
            return;
        }
        let noise = self.flown[at].len() as u64;
        match self.forked.fly(self.record, at, noise, &mut self.left) {
            Some(flown) => self.flown[at].push(flown),
            None => self.left = 0,
        }
    }

    /// The fork from which most is reached, among this one and all later ones.
    fn best(&self, from: usize) -> usize {
        let mut best = self.end();
        for at in (from..self.end()).rev() {
            if let Some(here) = self.flown[at].first()
                && here.loses(&self.flown[best][0]).is_some()
            {
                best = at;
            }
        }
        best
    }

    /// Stretches between forks that were flown from, or the end, across which something was lost; the dearest first.
    fn losses(&self) -> Vec<(usize, usize)> {
        let known: Vec<usize> = (0..self.flown.len()).filter(|at| !self.flown[*at].is_empty()).collect();
        let stretches = known.windows(2).map(|pair| (pair[0], pair[1]));
        let lost = |(from, to): (usize, usize)| {
            let lost = self.flown[self.best(from)][0].loses(&self.flown[self.best(to)][0])?;
            Some(((from, to), lost))
        };
        let mut dear: Vec<_> = stretches.filter_map(lost).collect();
        dear.sort_by(|(_, a), (_, b)| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)));
        dear.into_iter().map(|(stretch, _)| stretch).collect()
    }

    /// Halves the stretch across which most was lost, until each loss belongs to one decision.
    fn halve(&mut self) {
        let most = self.left / 3;
        while self.left > most
            && let Some((from, to)) = self.losses().into_iter().find(|(from, to)| to - from > 1)
        {
            self.fly(from.midpoint(to));
        }
    }

    /// Flies both sides of each loss with other luck, the dearest first.
    fn draw_again(&mut self) {
        for (from, to) in self.losses() {
            for at in [self.best(from), self.best(to)] {
                while self.left > 0 && at < self.end() && self.flown[at].len() as u64 <= DRAWS {
                    self.fly(at);
                }
            }
        }
    }

    fn decisions(&self) -> Vec<Decision> {
        if self.flown[0].is_empty() {
            return Vec::new();
        }
        let words = Words::of(&self.record.mission);
        (0..self.times.len())
            .filter_map(|ix| {
                let at = self.times[ix];
                let until = self.times.get(ix + 1).copied();
                let (before, after) = (self.best(ix), self.best(ix + 1));
                // Only a flight from here is an answer to this decision; else there was none better than the crew's.
                let flown = (before == ix).then(|| &self.flown[ix][0]);
                let advice = |(at, act): &(Tick, _)| Advice { at: *at, order: words.act(act) };
                Some(Decision {
                    at,
                    until: until.unwrap_or(self.record.last),
                    ordered: choice::ordered(self.record, &words, at, until.unwrap_or(Tick(u64::MAX))),
                    textbook: flown.map(|flown| flown.orders.iter().map(advice).collect()).unwrap_or_default(),
                    before: Reach::of(&self.flown[before])?,
                    after: Reach::of(&self.flown[after])?,
                })
            })
            .collect()
    }
}

impl Flown {
    /// What is lost by ending so instead: points and kg of air. Nothing where the other is as good: first whether it
    /// passes, then whether everybody lives and has air, then points, then air.
    fn loses(&self, other: &Flown) -> Option<(f64, f64)> {
        let rank = |flown: &Flown| {
            let lives = !matches!(flown.card.outcome, Outcome::LostCrew | Outcome::OutOfReserve);
            (flown.card.passed, lives)
        };
        let (points, kg) = (self.card.points - other.card.points, other.leaked_kg - self.leaked_kg);
        let lost = match rank(self).cmp(&rank(other)) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal if points.abs() >= LEAST.0 => points > 0.0,
            Ordering::Equal => kg >= LEAST.1,
        };
        lost.then_some((points.max(0.0), kg.max(0.0)))
    }
}

impl Reach {
    /// Of flights by draw of luck, the drill's own first.
    fn of(flights: &[Flown]) -> Option<Self> {
        let own = flights.first()?;
        let luck = |flown: &Flown| Luck {
            points: flown.card.points,
            passed: flown.card.passed,
            leaked_kg: flown.leaked_kg,
            reserve_s: flown.reserve_s,
        };
        Some(Self {
            outcome: own.card.outcome,
            ended: own.card.last,
            points: own.card.points,
            passed: own.card.passed,
            leaked_kg: own.leaked_kg,
            reserve_s: own.reserve_s,
            draws: flights.iter().map(luck).collect(),
            lines: lines(&own.card),
        })
    }
}

/// What each line of a card came to.
fn lines(card: &Scorecard) -> Vec<LineReach> {
    card.lines.iter().map(|line| LineReach { points: line.points, at: line.evidence.at() }).collect()
}
