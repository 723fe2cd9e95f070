//! What our expert crew would have done: no part of a score, and never hindsight.

use crate::units::Tick;

/// The expert's first order within so many ticks of a decision is its answer to it.
const AT_ONCE: u64 = 120;

/// What was ordered, as a part of a sentence.
pub fn ordered(orders: &[String]) -> String {
    match orders.len() {
        0 => "nothing was ordered".to_owned(),
        n @ 1..=4 => orders[..n].join("; "),
        n => format!("{}; and {} more", orders[..3].join("; "), n - 3),
    }
}

/// What our expert would have done from a moment on, for a cell of a table. `first` is when its first order comes;
/// where nothing was lost, the crew's own way was as good.
pub fn counsel(at: Tick, lost: bool, orders: &[&str], first: Option<Tick>) -> String {
    match first {
        _ if !lost => "nothing better".to_owned(),
        None => "orders nothing, and goes on with what was begun".to_owned(),
        Some(first) if first.since(at) <= AT_ONCE => orders.join("; "),
        Some(first) => format!("nothing until {first}, then {}", orders.join("; ")),
    }
}

/// What was lost, in its parts; what is too little to name is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Points.
    pub points: Option<String>,
    /// Air.
    pub air: Option<String>,
    /// Minutes of reserve.
    pub reserve: Option<String>,
    /// No pass was in reach any more.
    pub pass: bool,
}

impl Price {
    /// As a list.
    pub fn told(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.pass.then(|| "the pass".to_owned()));
        parts.extend(self.points.as_ref().map(|points| format!("{points} points")));
        parts.extend(self.air.as_ref().map(|air| format!("{air} of air")));
        parts.extend(self.reserve.as_ref().map(|minutes| match minutes.as_str() {
            "1" => "1 minute of reserve".to_owned(),
            minutes => format!("{minutes} minutes of reserve"),
        }));
        parts.join(", ")
    }
}

/// A decision as a paragraph: what was ordered, what it cost, what our expert would have done and could reach.
pub fn row(orders: &str, counsel: &str, reach: &str, price: Option<&Price>) -> String {
    match price {
        None => format!("{orders}. Nothing lost; still in reach: {reach}."),
        Some(price) => {
            format!("{orders}. Price: {}. Until then in reach: {reach}. Our expert: {counsel}.", price.told())
        }
    }
}

/// Where the pass, points or air went out of reach: what was ordered there, or that nothing was.
pub fn lost(price: &Price, at: Tick, until: Tick, orders: &[String]) -> String {
    let what = match price {
        Price { pass: true, .. } => "The pass",
        Price { points: Some(_), .. } => "Points",
        _ => "Air",
    };
    match orders {
        [] => format!("{what} went out of reach between {at} and {until}, when nothing was ordered."),
        orders => format!("{what} went out of reach at {at}, with: {}.", ordered(orders)),
    }
}

/// From what to what, and the price.
pub fn fall(before: &str, after: &str, price: &Price) -> String {
    format!("Until then our expert could reach {before}; after it, {after}. The price: {}.", price.told())
}

/// What our expert orders from there, as a list with times, to its end.
pub fn plan(orders: &[(Tick, &str)], ended: Tick, outcome: &str) -> String {
    if orders.is_empty() {
        return format!("Our expert orders nothing there, and goes on with what was begun; at {ended}: {outcome}.");
    }
    let mut list = String::new();
    for (ix, (at, order)) in orders.iter().enumerate() {
        match ix.checked_sub(1).map(|before| orders[before].0) {
            None => list += &format!("{at} {order}"),
            Some(before) if before == *at => list += &format!(", {order}"),
            Some(_) => list += &format!("; {at} {order}"),
        }
    }
    format!("Our expert instead: {list}; and so on. At {ended}: {outcome}.")
}

/// Where a lost line of the card could last be had.
pub fn last_in_reach(at: Tick, earned: Option<Tick>) -> String {
    match earned {
        Some(earned) => format!("Last in reach at {at}: our expert from there has it at {earned}."),
        None => format!("Last in reach at {at}: our expert from there keeps it."),
    }
}

/// What the expert reaches: points, with their spread over other luck where there is one, and how it ends.
pub fn reach(points: &str, low: &str, high: &str, draws: usize, outcome: &str) -> String {
    if low == high {
        format!("{points} points ({outcome})")
    } else {
        format!("{points} points ({outcome}; {low} to {high} over {draws} draws of luck)")
    }
}
