//! When the crew decided, and what: the moments at which a debrief asks what our expert would have done.

use crate::replay::Record;
use crate::sim::event::Event;
use crate::sim::order::Act;
use crate::units::Tick;
use crate::words::Words;

/// At most so many decisions.
const DECISIONS: usize = 32;
/// Orders closer than this are one decision, ticks.
const TOGETHER: u64 = 60;
/// Without any order for so long, once there was a sign, waiting was the decision, ticks.
const WAITED: u64 = 1800;

/// When the crew decided: at its orders, and when it let much time pass without any. From the first hole on, or from
/// the first order if there was none.
pub(super) fn moments(record: &Record) -> Vec<Tick> {
    let opened = record.log.events().find(|(_, e)| matches!(e, Event::HoleOpened { .. })).map(|(tick, _)| tick);
    let mut times: Vec<Tick> = opened.into_iter().map(|tick| tick + 1).collect();
    for tick in taken(record).map(|(tick, _)| tick) {
        let last = times.last().copied();
        match last {
            Some(last) if tick.since(last) < TOGETHER => {}
            Some(last) if tick.since(last) > 2 * WAITED => {
                times.extend(waits(last, tick));
                times.push(tick);
            }
            _ if opened.is_some_and(|opened| tick < opened) => {}
            _ => times.push(tick),
        }
    }
    if let Some(last) = times.last().copied()
        && record.last.since(last) > 2 * WAITED
    {
        times.extend(waits(last, record.last));
    }
    let every = times.len().div_ceil(DECISIONS).max(1);
    times.into_iter().step_by(every).filter(|at| *at < record.last).collect()
}

/// Moments within a long wait, each half an hour, an hour, two, four after the one before: the longer nobody acts, the
/// less another moment tells.
fn waits(from: Tick, until: Tick) -> impl Iterator<Item = Tick> {
    let doubling = |(at, step): &(Tick, u64)| Some((*at + *step, *step * 2));
    std::iter::successors(Some((from + WAITED, WAITED)), doubling).map(|(at, _)| at).take_while(move |at| *at < until)
}

/// Orders that decided something: silencing an alarm does not, nor does what was refused.
fn taken(record: &Record) -> impl Iterator<Item = (Tick, Act)> {
    let refused: Vec<(Tick, Act)> = record
        .log
        .events()
        .filter_map(|(tick, event)| if let Event::Refused { act, .. } = event { Some((tick, *act)) } else { None })
        .collect();
    record
        .orders()
        .map(|(tick, order)| (tick, order.act))
        .filter(move |order| order.1 != Act::Acknowledge && !refused.contains(order))
}

/// What was ordered from one decision to the next, each thing once.
pub(super) fn ordered(record: &Record, words: &Words<'_>, at: Tick, until: Tick) -> Vec<String> {
    let mut orders: Vec<String> = Vec::new();
    for (_, act) in taken(record).filter(|(tick, _)| *tick >= at && *tick < until) {
        let said = words.act(&act);
        if !orders.contains(&said) {
            orders.push(said);
        }
    }
    orders
}
