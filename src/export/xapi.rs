//! xAPI 1.0.3 statements in the shape of cmi5: initialized, completed, passed or failed, terminated.
//!
//! They are shaped as an assignable unit would send them; a learning system that launches the unit itself replaces
//! actor, registration and session with its own. Ids are made from the record's id, so that the same record always
//! gives the same statements and none is counted twice. The trainee's name is left out unless it is asked for.

use super::iso;
use crate::replay::Record;
use crate::score::{self, Scorecard};
use serde_json::{Value, json};

/// cmi5's context categories and extensions (cmi5 specification, Quartz, 9.6 and 9.7).
const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const SESSION: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
/// Where activities and extensions of this program are named when the caller names no other place.
pub const BASE: &str = "https://leakdrill.example/xapi";

/// How statements are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Start of the addresses by which missions are named, without a slash at its end.
    pub base: String,
    /// Name the trainee.
    pub name_trainee: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { base: BASE.to_owned(), name_trainee: false }
    }
}

/// A verb with its words.
const fn verb(name: &str) -> (&'static str, &'static str) {
    match name.as_bytes() {
        b"initialized" => ("http://adlnet.gov/expapi/verbs/initialized", "initialized"),
        b"completed" => ("http://adlnet.gov/expapi/verbs/completed", "completed"),
        b"passed" => ("http://adlnet.gov/expapi/verbs/passed", "passed"),
        b"failed" => ("http://adlnet.gov/expapi/verbs/failed", "failed"),
        _ => ("http://adlnet.gov/expapi/verbs/terminated", "terminated"),
    }
}

/// The statements of a record. One that broke off gives no result: only that it began and ended.
pub fn statements(record: &Record, options: &Options) -> Vec<Value> {
    let made = Maker { record, options };
    let mut all = vec![made.statement("initialized", 0, None, false)];
    if record.finished() {
        let card = score::mark(&record.mission, &record.log);
        let done = json!({ "completion": true, "duration": made.duration() });
        all.push(made.statement("completed", 1, Some(done), true));
        let verb = if card.passed { "passed" } else { "failed" };
        all.push(made.statement(verb, 2, Some(made.result(&card)), true));
    }
    all.push(made.statement("terminated", 3, Some(json!({ "duration": made.duration() })), false));
    all
}

/// The statements as one JSON document.
pub fn xapi(record: &Record, options: &Options) -> String {
    let mut text = serde_json::to_string_pretty(&statements(record, options)).unwrap_or_default();
    text.push('\n');
    text
}

struct Maker<'a> {
    record: &'a Record,
    options: &'a Options,
}

impl Maker<'_> {
    fn statement(&self, name: &str, number: u8, result: Option<Value>, moves_on: bool) -> Value {
        let (id, display) = verb(name);
        let header = &self.record.header;
        let mut category = vec![json!({ "objectType": "Activity", "id": CMI5 })];
        let mut extensions = json!({ SESSION: self.record.id });
        if moves_on {
            category.push(json!({ "objectType": "Activity", "id": MOVE_ON }));
        }
        if matches!(name, "passed" | "failed") {
            extensions[MASTERY] = json!(self.record.mission.rubric.pass_mark);
        }
        let ended = header.started_unix_s.saturating_add_unsigned(self.record.wall_s);
        let mut statement = json!({
            "id": self.uuid(name),
            "actor": self.actor(),
            "verb": { "id": id, "display": { "en": display } },
            "object": {
                "objectType": "Activity",
                "id": format!("{}/missions/{}", self.options.base, plain(&header.mission)),
                "definition": {
                    "type": "http://adlnet.gov/expapi/activities/simulation",
                    "name": { "en": self.record.mission.title },
                    "description": { "en": "An air leak drill, for the exercise." },
                },
            },
            "context": {
                "registration": self.uuid("registration"),
                "contextActivities": { "category": category, "grouping": [self.course()] },
                "platform": format!("leakdrill {}", header.program),
                "extensions": extensions,
            },
            "timestamp": stamp(if number == 0 { header.started_unix_s } else { ended }, number),
        });
        if let Some(result) = result {
            statement["result"] = result;
        }
        statement
    }

    /// The mission as its publisher names it (cmi5 9.6.2.3): another id than the activity's.
    fn course(&self) -> Value {
        let id = format!("{}/course/{}", self.options.base, plain(&self.record.header.mission));
        json!({ "objectType": "Activity", "id": id })
    }

    /// Nobody in particular, unless the name was asked for.
    fn actor(&self) -> Value {
        let trainee = &self.record.header.trainee;
        if self.options.name_trainee && !trainee.is_empty() {
            let account = json!({ "homePage": self.options.base, "name": trainee });
            return json!({ "objectType": "Agent", "name": trainee, "account": account });
        }
        json!({ "objectType": "Agent", "account": { "homePage": self.options.base, "name": self.record.id } })
    }

    /// cmi5 lets a failed statement carry no score at or above the mastery score: whoever failed for a critical line
    /// alone has the points in the extension only.
    fn result(&self, card: &Scorecard) -> Value {
        let scaled = card.share().clamp(0.0, 1.0);
        let mut result = json!({
            "success": card.passed,
            "duration": self.duration(),
            "extensions": { format!("{}/extensions/card", self.options.base): self.card(card) },
        });
        if card.passed == (scaled >= card.pass_mark) {
            result["score"] = json!({ "scaled": scaled });
            // cmi5 wants whole numbers there (9.5.1); the card in the extension has all the decimals.
            if card.points.fract() == 0.0 && card.max.fract() == 0.0 {
                let (raw, max) = (card.points.clamp(0.0, card.max) as u64, card.max as u64);
                result["score"] = json!({ "scaled": scaled, "raw": raw, "min": 0, "max": max });
            }
        }
        result
    }

    fn card(&self, card: &Scorecard) -> Value {
        let lines: Vec<Value> = card
            .lines
            .iter()
            .map(|line| {
                json!({
                    "name": line.name, "skill": line.skill, "points": line.points, "max": line.max,
                    "critical": line.critical, "grade": line.grade, "evidence": line.evidence,
                })
            })
            .collect();
        json!({
            "record": self.record.id, "outcome": card.outcome, "points": card.points, "max": card.max,
            "drill_time_s": card.last.0, "lines": lines,
        })
    }

    /// Time at the console, ISO 8601.
    fn duration(&self) -> String {
        format!("PT{}S", self.record.wall_s)
    }

    /// A UUID in the form of version 4, its bits drawn from the record's id and what it stands for.
    fn uuid(&self, what: &str) -> String {
        let hash = blake3::hash(format!("{}/{what}", self.record.id).as_bytes());
        let mut bytes = [0_u8; 16];
        bytes.copy_from_slice(&hash.as_bytes()[..16]);
        bytes[6] = (bytes[6] & 0x0f) | 0x40;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

/// A moment with its thousandths: statements of one second keep their order (cmi5 9.3 orders by the timestamp alone).
fn stamp(unix_s: i64, thousandth: u8) -> String {
    iso(unix_s).replace('Z', &format!(".{thousandth:03}Z"))
}

/// A name as a part of an address.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect()
}
