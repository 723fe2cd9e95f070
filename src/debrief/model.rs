//! A debrief as a value; its JSON is this, field by field.

use crate::drill::log::Entry;
use crate::replay::{Header, Record};
use crate::score::Scorecard;
use crate::sim::event::Outcome;
use crate::units::Tick;
use crate::words::{Words, en, measure};

/// The drill is not over: its truth is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this drill is not over: its truth stays untold until it is")]
pub struct Unfinished;

/// A debrief.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Debrief {
    /// Which drill.
    pub about: About,
    /// The scorecard, made anew from the record.
    pub card: Scorecard,
    /// What was true, shown and done, and when.
    pub story: Story,
    /// Numbers over time.
    pub trace: Trace,
    /// Our expert crew from each decision, and what was lost between them.
    pub decisions: Vec<Decision>,
    /// What to take home: how it ended and who did not live to see it, then what cost most, then the rest.
    pub lessons: Vec<Lesson>,
}

/// Which drill.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct About {
    /// The record's id.
    pub record: String,
    /// Name of the mission.
    pub mission: String,
    /// Digest of all that the record holds of the mission: its text, its station's, its level.
    pub mission_digest: String,
    /// Title of the mission.
    pub title: String,
    /// The brief.
    pub brief: String,
    /// The station.
    pub station: String,
    /// Who flew; may be empty.
    pub trainee: String,
    /// The seed.
    pub seed: u64,
    /// Under exam rules.
    pub exam: bool,
    /// Which attempt; 0 if nobody counted.
    pub attempt: u32,
    /// When it began, seconds since 1970 UTC.
    pub started_unix_s: i64,
    /// Mission time at the start, seconds since 1970 UTC.
    pub mission_start_unix_s: i64,
    /// How long it was.
    pub last: Tick,
    /// Version of the program that recorded it.
    pub program: String,
    /// Revision of the rules that it was flown by.
    pub sim: u32,
    /// The record it was taken over from, and when.
    pub parent: Option<(String, Tick)>,
}

impl About {
    /// Of a record.
    pub fn of(record: &Record) -> Self {
        let (header, mission) = (&record.header, &record.mission);
        Self {
            record: record.id.clone(),
            mission: header.mission.clone(),
            mission_digest: digest(header),
            title: mission.title.clone(),
            brief: mission.brief.clone(),
            station: mission.layout.title.clone(),
            trainee: header.trainee.clone(),
            seed: header.seed,
            exam: header.exam,
            attempt: header.attempt,
            started_unix_s: header.started_unix_s,
            mission_start_unix_s: mission.start_unix_s,
            last: record.last,
            program: header.program.clone(),
            sim: header.sim,
            parent: header.parent.as_ref().map(|p| (p.record.clone(), p.at)),
        }
    }
}

/// Two records with one digest hold one mission, to the letter.
fn digest(header: &Header) -> String {
    let parts = [Some(header.text.as_str()), header.station.as_deref(), header.level.as_deref()];
    let mut hash = blake3::Hasher::new();
    for part in parts {
        // Each part with its length before it, so that none can run into the next.
        let part = part.map_or_else(|| "-".to_owned(), |text| format!("{}:{text}", text.len()));
        hash.update(part.as_bytes());
    }
    hash.finalize().to_hex().to_string()
}

/// What was true, shown and done.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Story {
    /// The holes that there were.
    pub holes: Vec<HoleStory>,
    /// Moments on one line: acts, signs and truths.
    pub moments: Vec<Moment>,
    /// The first sign that the crew could have seen of the first hole.
    pub first_sign: Option<Moment>,
    /// The first act that answered it.
    pub first_answer: Option<Tick>,
    /// Shut times of the hatches that were moved.
    pub hatches: Vec<HatchStory>,
    /// Committed reserve times beside the truth: when, committed s, true s.
    pub estimates: Vec<(Tick, f64, f64)>,
    /// Air that went through holes, kg.
    pub leaked_kg: f64,
    /// Shortest true reserve time, s, and when.
    pub shortest_reserve: Option<(f64, Tick)>,
}

/// A hole in the hull.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct HoleStory {
    /// Where, by name.
    pub place: String,
    /// Where, in the station's list.
    pub at: u16,
    /// When it opened.
    pub opened: Tick,
    /// Effective area, mm2.
    pub cd_area_mm2: f64,
    /// When the crew found it.
    pub found: Option<Tick>,
    /// When something was first put on it.
    pub covered: Option<Tick>,
}

/// A hatch that was moved.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct HatchStory {
    /// Its name.
    pub hatch: String,
    /// From when to when it was shut.
    pub shut: Vec<(Tick, Tick)>,
}

/// Something on the line of time.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Moment {
    /// When.
    pub at: Tick,
    /// What sort.
    pub sort: Sort,
    /// A sentence.
    pub text: String,
}

/// Sorts of moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The crew did or ordered it.
    Act,
    /// It could be seen or heard.
    Sign,
    /// Nobody could know it then.
    Truth,
}

/// Numbers over time, thinned to what a page can show.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Trace {
    /// Rows in time.
    pub rows: Vec<Row>,
    /// Names of the compartments, for the strips.
    pub compartments: Vec<String>,
}

/// A row of the trace.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Row {
    /// When.
    pub at: Tick,
    /// True pressure where most of the crew is, mmHg.
    pub true_mmhg: f64,
    /// What telemetry showed there, mmHg.
    pub shown_mmhg: Option<f64>,
    /// What somebody's hand gauge showed, mmHg.
    pub needle_mmhg: Option<f64>,
    /// True reserve time, s.
    pub reserve_s: Option<f64>,
    /// Air lost so far, kg.
    pub leaked_kg: f64,
    /// True pressure of each compartment, mmHg.
    pub pressures: Vec<f64>,
    /// Where each person was, in the station's list; none once dead or gone.
    pub people: Vec<Option<u16>>,
}

/// What our expert crew could reach from a moment, by the luck that the drill had.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Reach {
    /// How it would have ended.
    pub outcome: Outcome,
    /// When.
    pub ended: Tick,
    /// Points.
    pub points: f64,
    /// Passed.
    pub passed: bool,
    /// Air lost by its end, kg.
    pub leaked_kg: f64,
    /// Shortest true reserve time, s.
    pub reserve_s: Option<f64>,
    /// The same with other luck of instruments, searches and repairs; the drill's own luck first.
    pub draws: Vec<Luck>,
    /// Every line of the card.
    pub lines: Vec<LineReach>,
}

/// A line of a card that was reached.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct LineReach {
    /// Points of it.
    pub points: f64,
    /// When it was earned or lost, if it has a moment.
    pub at: Option<Tick>,
}

/// An order that our expert would have given.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Advice {
    /// When.
    pub at: Tick,
    /// In words.
    pub order: String,
}

/// What was reached by one draw of luck.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Luck {
    /// Points.
    pub points: f64,
    /// Passed.
    pub passed: bool,
    /// Air lost, kg.
    pub leaked_kg: f64,
    /// Shortest true reserve time, s.
    pub reserve_s: Option<f64>,
}

impl Reach {
    /// Fewest and most points over the draws of luck.
    pub fn spread(&self) -> (f64, f64) {
        self.draws.iter().fold((self.points, self.points), |(low, high), d| (low.min(d.points), high.max(d.points)))
    }

    /// Points, with their spread, and how it ends.
    pub fn told(&self) -> String {
        let ((low, high), points) = (self.spread(), en::score::points);
        let outcome = en::outcome::name(self.outcome);
        en::expert::reach(&points(self.points), &points(low), &points(high), self.draws.len(), outcome)
    }
}

/// A decision, and what it cost.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Decision {
    /// When.
    pub at: Tick,
    /// The next decision, or the end of the drill.
    pub until: Tick,
    /// What the crew was told from one to the other, each thing once.
    pub ordered: Vec<String>,
    /// What a textbook crew would have ordered first, if it had reached more than anybody going on as the crew did.
    pub textbook: Vec<Advice>,
    /// What our expert could reach from just before, or later on the crew's own way: the best that is known.
    pub before: Reach,
    /// What it could still reach from the next decision on (or how the drill ended). Never more than before.
    pub after: Reach,
}

impl Decision {
    /// Mean of what went out of reach over the draws of luck that both sides were flown with: the same luck on both
    /// sides, so that it is the orders that are compared.
    fn lost(&self, of: impl Fn(&Luck, &Luck) -> Option<f64>) -> Option<f64> {
        let both: Vec<f64> = self.before.draws.iter().zip(&self.after.draws).filter_map(|(b, a)| of(b, a)).collect();
        (!both.is_empty()).then(|| (both.iter().sum::<f64>() / both.len() as f64).max(0.0))
    }

    /// Points that went out of reach.
    pub fn points_lost(&self) -> f64 {
        self.lost(|before, after| Some(before.points - after.points)).unwrap_or(0.0)
    }

    /// Air that it cost, kg.
    pub fn air_lost_kg(&self) -> f64 {
        self.lost(|before, after| Some(after.leaked_kg - before.leaked_kg)).unwrap_or(0.0)
    }

    /// Reserve that it cost, minutes; none where one of the two never fell.
    pub fn reserve_lost_min(&self) -> Option<f64> {
        self.lost(|before, after| Some((before.reserve_s? - after.reserve_s?) / 60.0))
    }

    /// What a textbook crew would have done, for a table.
    pub fn counsel(&self) -> String {
        let first = self.textbook.first().map(|advice| advice.at);
        let orders: Vec<&str> = self.textbook.iter().take(4).map(|advice| advice.order.as_str()).collect();
        en::expert::counsel(self.at, self.costly(), &orders, first)
    }

    /// No pass was in reach any more.
    pub fn pass_lost(&self) -> bool {
        self.before.passed && !self.after.passed
    }

    /// Whether it cost anything worth a word.
    pub fn costly(&self) -> bool {
        self.pass_lost() || self.points_lost() >= 0.05 || self.air_lost_kg() >= 0.5
    }

    /// What it cost, in words.
    pub fn price(&self) -> Option<en::expert::Price> {
        self.costly().then(|| en::expert::Price {
            points: Some(self.points_lost()).filter(|points| *points >= 0.05).map(en::score::points),
            air: Some(self.air_lost_kg()).filter(|kg| *kg >= 0.05).map(measure::kilograms),
            reserve: self.reserve_lost_min().filter(|minutes| *minutes >= 1.0).map(|minutes| format!("{minutes:.0}")),
            pass: self.pass_lost(),
        })
    }

    /// The decision as a paragraph.
    pub fn row(&self) -> String {
        let ordered = en::expert::ordered(&self.ordered);
        en::expert::row(&ordered, &self.counsel(), &self.before.told(), self.price().as_ref())
    }
}

/// Something to take home.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Lesson {
    /// When, if it has a moment.
    pub at: Option<Tick>,
    /// What happened, in a sentence.
    pub what: String,
    /// Why it matters and what would have served better.
    pub why: String,
    /// Points that it cost.
    pub points: f64,
}

/// The sentence of an entry, and its sort, if it belongs on the line of time.
pub(crate) fn moment(words: &Words<'_>, at: Tick, entry: &Entry) -> Option<Moment> {
    use crate::sim::event::Event;
    let (sort, text) = match entry {
        Entry::Order(order) => (Sort::Act, en::lesson::ordered(&words.act(&order.act))),
        Entry::Event(event) => {
            let sort = match event {
                Event::Began { .. } | Event::Arrived { .. } | Event::GaugeRead { .. } | Event::Took { .. } => {
                    return None;
                }
                Event::Script { .. } => return None,
                event if event.is_truth() => Sort::Truth,
                Event::Alarm { .. }
                | Event::AlarmCleared { .. }
                | Event::Said { .. }
                | Event::Heard { .. }
                | Event::FlowSensed { .. }
                | Event::FeelsIll { .. }
                | Event::Fainted { .. }
                | Event::Died { .. }
                | Event::CoatTacky { .. }
                | Event::TankEmpty { .. }
                | Event::EquipmentFault { .. }
                | Event::VehicleDegraded { .. } => Sort::Sign,
                _ => Sort::Act,
            };
            (sort, words.event(event))
        }
        Entry::Sample(_) | Entry::Mark(_) => return None,
    };
    Some(Moment { at, sort, text })
}
