//! Sentences of the window around a drill: results, lists, settings.

/// While a debrief is worked out.
pub const WORKING: &str = "Working out the debrief: our expert crew flies on from your decisions. A few seconds.";
/// Of a drill that is not over.
pub const UNTOLD: &str = "Card, seed of an exam, and truth stay untold until a drill is over.";
/// Decisions cost nothing.
pub const NOTHING_LOST: &str = "From none of your decisions could our expert have reached more.";
/// No decisions to look at.
pub const NO_DECISIONS: &str = "There was no decision to try: nothing leaked, or the drill was flown by other rules.";
/// What our expert is.
pub const EXPERT: &str =
    "What a scripted textbook crew could still reach from each of your decisions; no part of the score.";

/// A decision: what was ordered, what our expert could reach, what it cost in points, if any, and air.
pub fn decision(ordered: &str, points: &str, outcome: &str, price: Option<(Option<String>, String)>) -> String {
    let price = match price {
        Some((Some(points), air)) => format!(" Price: {points} points, {air} of air."),
        Some((None, air)) => format!(" Price: {air} of air."),
        None => String::new(),
    };
    format!("{ordered}. Expert from here: {points} points, {outcome}.{price}")
}

/// No past drills.
pub const NO_RECORDS: &str = "No drill has been flown yet. Each one leaves a record here.";
/// No skills.
pub const NO_SKILLS: &str = "Skills are judged from finished drills; there is none yet.";

/// A mission that was never flown.
pub fn next_new(title: &str) -> String {
    format!("Fly next: {title}. You have not flown it yet.")
}

/// A mission that was not passed.
pub fn next_again(title: &str, best: f64) -> String {
    format!("Fly next: {title}. It is not passed yet; your best is {:.0} % of the points.", best * 100.0)
}

/// A mission that was passed.
pub fn next_better(title: &str, best: f64) -> String {
    format!("All missions are passed. Most points are left in {title}: your best is {:.0} %.", best * 100.0)
}

/// Where a skill loses most.
pub fn weakest(line: &str, points: &str) -> String {
    format!("lost most at: {line} (-{points})")
}
