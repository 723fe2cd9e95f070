//! How somebody gets on: best and latest by mission, weak skills, and what to fly next.

use super::drills::Summary;
use std::collections::BTreeMap;

/// One mission of one trainee.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Standing {
    /// Name of the mission.
    pub mission: String,
    /// Finished drills.
    pub flown: usize,
    /// Of which passed.
    pub passed: usize,
    /// Best share of the points.
    pub best: f64,
    /// Share of the latest.
    pub latest: f64,
}

/// A skill over the latest drill of each mission.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Skill {
    /// The skill.
    pub skill: String,
    /// Share of its points.
    pub share: f64,
    /// The line that lost most points, and how many.
    pub weakest: Option<(String, f64)>,
}

/// What to fly next, and why.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Suggestion {
    /// Name of the mission.
    pub mission: String,
    /// Why this one.
    pub reason: Reason,
}

/// Why a mission is suggested. The sentences are in `words` or on the screen.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It is the easiest that was never flown.
    New,
    /// It was flown and not passed; the best share so far.
    NotPassed(f64),
    /// All are passed; this one has most points left, with the best share so far.
    Improve(f64),
}

/// A mission on offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Name.
    pub mission: String,
    /// 1 to 5.
    pub difficulty: u8,
}

/// Drills that tell how somebody gets on: ended, and flown from their beginning.
fn finished<'a>(drills: &'a [Summary], trainee: &'a str) -> impl Iterator<Item = &'a Summary> {
    drills.iter().filter(move |d| d.outcome.is_some() && d.trainee == trainee && !d.taken_over)
}

/// Standings by mission. Drills are newest first.
pub fn standings(drills: &[Summary], trainee: &str) -> Vec<Standing> {
    let mut by: BTreeMap<&str, Standing> = BTreeMap::new();
    for drill in finished(drills, trainee) {
        let share = drill.share();
        let standing = by.entry(&drill.mission).or_insert_with(|| Standing {
            mission: drill.mission.clone(),
            flown: 0,
            passed: 0,
            best: 0.0,
            latest: share,
        });
        standing.flown += 1;
        standing.passed += usize::from(drill.passed);
        standing.best = standing.best.max(share);
    }
    by.into_values().collect()
}

/// Points of a skill, and the line that lost most of them.
#[derive(Default)]
struct Sum {
    earned: f64,
    of: f64,
    weakest: Option<(String, f64)>,
}

/// Skills, weakest first, from the latest drill of each mission: what was mended since does not count.
pub fn skills(drills: &[Summary], trainee: &str) -> Vec<Skill> {
    let mut seen: Vec<&str> = Vec::new();
    let mut by: BTreeMap<&str, Sum> = BTreeMap::new();
    for drill in finished(drills, trainee) {
        if seen.contains(&drill.mission.as_str()) {
            continue;
        }
        seen.push(&drill.mission);
        for (skill, name, points, max) in &drill.items {
            let sum = by.entry(skill).or_default();
            sum.earned += points;
            sum.of += max;
            let lost = max - points;
            if lost > 0.0 && sum.weakest.as_ref().is_none_or(|(_, most)| lost > *most) {
                sum.weakest = Some((name.clone(), lost));
            }
        }
    }
    let mut skills: Vec<Skill> = by
        .into_iter()
        .filter(|(_, sum)| sum.of > 0.0)
        .map(|(skill, sum)| Skill { skill: skill.to_owned(), share: sum.earned / sum.of, weakest: sum.weakest })
        .collect();
    skills.sort_by(|a, b| a.share.total_cmp(&b.share));
    skills
}

/// What to fly next: what was tried last and not passed, if twice at most in a row; else the easiest that was not
/// passed, new ones before failed ones of the same difficulty; else where most points are left.
pub fn next(drills: &[Summary], trainee: &str, offers: &[Offer]) -> Option<Suggestion> {
    let standings = standings(drills, trainee);
    let standing = |mission: &str| standings.iter().find(|s| s.mission == mission);
    let reason = |mission: &str| standing(mission).map_or(Reason::New, |s| Reason::NotPassed(s.best));
    if let Some(last) = finished(drills, trainee).next() {
        let row = finished(drills, trainee).take_while(|d| d.mission == last.mission && !d.passed).count();
        if (1..=2).contains(&row) && offers.iter().any(|o| o.mission == last.mission) {
            return Some(Suggestion { reason: reason(&last.mission), mission: last.mission.clone() });
        }
    }
    let open = offers.iter().filter(|o| standing(&o.mission).is_none_or(|s| s.passed == 0));
    if let Some(offer) = open.min_by_key(|o| (o.difficulty, standing(&o.mission).is_some())) {
        return Some(Suggestion { reason: reason(&offer.mission), mission: offer.mission.clone() });
    }
    let best = |o: &&Offer| standing(&o.mission).map_or(0.0, |s| s.best);
    let offer = offers.iter().min_by(|a, b| best(a).total_cmp(&best(b)))?;
    Some(Suggestion { mission: offer.mission.clone(), reason: Reason::Improve(best(&offer)) })
}
