//! Records in other formats, held against the published rules of each.

use crate::screen::hands::Window;
use leakdrill::drill::{Drill, Log, grammar};
use leakdrill::export::{cast, csv, jsonl, xapi};
use leakdrill::mission::{self, library};
use leakdrill::replay::record::read;
use leakdrill::replay::recorder::write;
use leakdrill::replay::{End, Header, Record};
use leakdrill::score;
use leakdrill::sim::order::Order;
use leakdrill::tui::film;
use leakdrill::tui::settings::Settings;
use leakdrill::units::Tick;
use serde_json::{Value, json};
use std::sync::Arc;

/// The first drill with nobody doing anything but reading a gauge, to its end or to `until`.
fn flown(until: u64) -> Record {
    let mission = Arc::new(mission::load("first-drill", library::find("first-drill").unwrap().text, None).unwrap());
    let (mut drill, mut log) = (Drill::new(mission.clone(), 1), Log::new());
    let person = &mission.layout.crew[0].id;
    let line = grammar::parse(&format!("{person} measure 5m"), &mission.layout).unwrap().unwrap();
    drill.submit(Order::trainee(line.act));
    while drill.now() < Tick(until) && drill.outcome().is_none() {
        drill.tick(&mut log);
    }
    let end = drill.outcome().map(|outcome| {
        let card = score::mark(&mission, &log);
        End { outcome, points: card.points, max: card.max, passed: card.passed }
    });
    let header = Header { trainee: "Ann Onymous".into(), started_unix_s: 1_535_583_600, ..Header::new(&mission, 1) };
    read(&write(&header, &mission.layout, &log, drill.now(), end).unwrap()).unwrap()
}

#[test]
fn the_trace_has_a_row_for_each_compartment_and_minute_once_it_may_be_told() {
    let record = flown(u64::MAX);
    let text = csv::csv(&record).unwrap();
    let columns = csv::HEAD.split(',').count();
    assert!(text.split_terminator("\r\n").all(|row| row.split(',').count() == columns));
    let rows = record.log.samples().count() * record.mission.layout.compartments.len();
    assert_eq!(text.split_terminator("\r\n").count(), rows + 1);
    assert!(csv::csv(&flown(300)).is_err());
}

#[test]
fn what_happened_is_json_and_keeps_the_secrets_of_a_drill_that_goes_on() {
    let lines = |record: &Record| -> Vec<Value> {
        jsonl::jsonl(record).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let truths = |record: &Record| lines(record).iter().filter(|line| line["truth"] == true).count();
    assert!(truths(&flown(u64::MAX)) > 0);
    assert_eq!(truths(&flown(600)), 0);
    assert!(lines(&flown(600)).iter().any(|line| line["kind"] == "order"));
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|g| g.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|g| g.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)))
        && groups[2].starts_with('4')
        && groups[3].starts_with(['8', '9', 'a', 'b'])
}

/// The rules of xAPI 1.0.3 (Data, 2.2 to 2.4) and cmi5 (9 and 10) that a statement of an assignable unit must keep.
fn check_statement(s: &Value) {
    let known = ["id", "actor", "verb", "object", "result", "context", "timestamp"];
    assert!(s.as_object().unwrap().keys().all(|k| known.contains(&k.as_str())), "xAPI knows no other properties");
    assert!(is_uuid(s["id"].as_str().unwrap()));
    assert_eq!(s["actor"]["objectType"], "Agent");
    let account = s["actor"]["account"].as_object().expect("cmi5 8: the actor is an account");
    assert!(account["homePage"].as_str().unwrap().starts_with("https://") && account["name"].is_string());
    let verb = s["verb"]["id"].as_str().unwrap();
    let name = verb.strip_prefix("http://adlnet.gov/expapi/verbs/").expect("cmi5 9.3: a verb of cmi5");
    assert_eq!(s["verb"]["display"]["en"], name);
    assert!(s["object"]["id"].as_str().unwrap().starts_with("https://"));
    assert_eq!(s["object"]["objectType"], "Activity");
    let grouping = s["context"]["contextActivities"]["grouping"][0]["id"].as_str().expect("cmi5 9.6.2.3");
    assert_ne!(grouping, s["object"]["id"].as_str().unwrap(), "cmi5 8.1.5: the publisher's id is another");
    is_iri(&s["object"]["definition"]["type"]);
    check_properties(s);
    let context = &s["context"];
    assert!(is_uuid(context["registration"].as_str().unwrap()), "cmi5 9.6.1: registration");
    let categories: Vec<&str> = context["contextActivities"]["category"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_str().unwrap())
        .collect();
    assert!(categories.contains(&"https://w3id.org/xapi/cmi5/context/categories/cmi5"), "cmi5 9.6.2.1");
    let moves_on = categories.contains(&"https://w3id.org/xapi/cmi5/context/categories/moveon");
    assert_eq!(moves_on, matches!(name, "passed" | "failed" | "completed"), "cmi5 9.6.2.2");
    assert!(
        context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"].is_string(),
        "cmi5 9.6.3.1"
    );
    let time = s["timestamp"].as_str().unwrap();
    assert!(is_time(time), "xAPI 4.5, ISO 8601 to the thousandth, and cmi5 9.7, in UTC: {time}");
    let result = &s["result"];
    assert_eq!(!result["success"].is_null(), matches!(name, "passed" | "failed"), "cmi5 9.5.2");
    assert_eq!(!result["completion"].is_null(), name == "completed", "cmi5 9.5.3");
    if name != "initialized" {
        let duration = result["duration"].as_str().expect("cmi5 9.5.4.1");
        assert!(is_duration(duration), "xAPI 4.6: {duration}");
    }
    if matches!(name, "passed" | "failed") {
        assert_eq!(result["success"], name == "passed");
        let mastery =
            context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"].as_f64().unwrap();
        if let Some(scaled) = result["score"]["scaled"].as_f64() {
            assert!((0.0..=1.0).contains(&scaled));
            assert_eq!(scaled >= mastery, name == "passed", "cmi5 9.3.4 and 9.3.5");
            let of =
                |what: &str| result["score"].get(what).map(|value| value.as_u64().expect("cmi5 9.5.1: whole numbers"));
            if let Some(raw) = of("raw") {
                let (min, max) = (of("min").expect("with raw comes min"), of("max").expect("and max"));
                assert!(min <= raw && raw <= max && min < max);
            }
        }
    } else {
        assert!(result.get("score").is_none(), "cmi5 9.5.1: no score but in passed and failed");
    }
}

/// An absolute IRI: a scheme, and no blank (RFC 3987).
fn is_iri(value: &Value) {
    let text = value.as_str().expect("an IRI is text");
    let (scheme, rest) = text.split_once(':').unwrap_or_else(|| panic!("{text} has no scheme"));
    assert!(scheme.bytes().all(|b| b.is_ascii_alphanumeric()) && !rest.is_empty(), "{text}");
    assert!(!text.contains([' ', '<', '>', '"', '{', '}', '|', '\\', '^', '`']), "{text}");
}

/// `2018-08-29T23:00:00.000Z`.
fn is_time(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00T00:00:00.000Z"
}

/// `PT90S`: whole seconds are all that is used of ISO 8601 durations.
fn is_duration(text: &str) -> bool {
    let digits = text.strip_prefix("PT").and_then(|rest| rest.strip_suffix('S'));
    digits.is_some_and(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()))
}

/// Only the properties that xAPI 1.0.3 (Data, 2.4) names, at every depth; extensions are keyed by IRIs; nothing is null
/// but inside of them.
fn check_properties(s: &Value) {
    let only = |value: &Value, known: &[&str]| {
        let Some(object) = value.as_object() else { return };
        for (key, value) in object {
            assert!(known.contains(&key.as_str()), "{key} is no property there");
            assert!(!value.is_null(), "{key} is null");
        }
    };
    only(&s["actor"], &["objectType", "name", "account"]);
    only(&s["actor"]["account"], &["homePage", "name"]);
    is_iri(&s["actor"]["account"]["homePage"]);
    only(&s["verb"], &["id", "display"]);
    only(&s["object"], &["objectType", "id", "definition"]);
    only(&s["object"]["definition"], &["type", "name", "description"]);
    only(&s["result"], &["success", "completion", "score", "duration", "extensions"]);
    only(&s["result"]["score"], &["scaled", "raw", "min", "max"]);
    only(&s["context"], &["registration", "contextActivities", "platform", "extensions"]);
    only(&s["context"]["contextActivities"], &["category", "grouping"]);
    for extensions in [&s["result"]["extensions"], &s["context"]["extensions"]] {
        let keys = extensions.as_object().into_iter().flatten().map(|(key, _)| key);
        keys.for_each(|key| is_iri(&Value::String(key.clone())));
    }
    for map in [&s["verb"]["display"], &s["object"]["definition"]["name"], &s["object"]["definition"]["description"]] {
        assert!(map.as_object().unwrap().keys().all(|tag| tag == "en"), "xAPI 4.2: language tags of RFC 5646");
    }
}

/// Rules over the statements of one session (cmi5 9.3): order is that of timestamps alone.
fn check_session(all: &[Value]) {
    let verbs: Vec<&str> = all.iter().map(|s| s["verb"]["id"].as_str().unwrap()).collect();
    let times: Vec<&str> = all.iter().map(|s| s["timestamp"].as_str().unwrap()).collect();
    assert!(times.is_sorted_by(|a, b| a < b), "each is later than the one before: {times:?}");
    assert!(verbs[0].ends_with("/initialized"), "cmi5 9.3.2: the first");
    assert!(verbs[verbs.len() - 1].ends_with("/terminated"), "cmi5 9.3.8: the last");
    for (n, verb) in verbs.iter().enumerate() {
        assert!(!verbs[..n].contains(verb), "{verb} twice");
    }
    let judged = verbs.iter().filter(|v| v.ends_with("/passed") || v.ends_with("/failed")).count();
    assert!(judged <= 1, "passed or failed, not both");
    let one = |of: &dyn Fn(&Value) -> &Value| all.iter().all(|s| of(s) == of(&all[0]));
    assert!(one(&|s| &s["actor"]) && one(&|s| &s["object"]) && one(&|s| &s["context"]["registration"]));
    assert!(one(&|s| &s["context"]["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"]));
    let mut ids: Vec<&str> = all.iter().map(|s| s["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.len(), "xAPI 2.4.1: no id twice");
}

#[test]
fn a_passed_drill_of_every_mission_keeps_them_too() {
    for name in ["first-drill", "reserve-time"] {
        let record = crate::debrief::flown(name, leakdrill::pilot::PilotKind::Expert, None);
        let all = xapi::statements(&record, &xapi::Options::default());
        all.iter().for_each(check_statement);
        check_session(&all);
        assert!(all.iter().any(|s| s["verb"]["display"]["en"] == "passed"), "{name}");
    }
}

#[test]
fn statements_keep_the_rules_of_xapi_and_cmi5() {
    let names = |record: &Record| -> Vec<String> {
        let all = xapi::statements(record, &xapi::Options::default());
        all.iter().for_each(check_statement);
        check_session(&all);
        all.iter().map(|s| s["verb"]["display"]["en"].as_str().unwrap().to_owned()).collect()
    };
    let record = flown(u64::MAX);
    assert_eq!(names(&record), ["initialized", "completed", "failed", "terminated"]);
    assert_eq!(names(&flown(300)), ["initialized", "terminated"], "a drill that broke off has no result");
    let anonymous = xapi::xapi(&record, &xapi::Options::default());
    assert!(!anonymous.contains("Onymous"), "no name unless it is asked for");
    assert_eq!(anonymous, xapi::xapi(&record, &xapi::Options::default()), "the same record, the same statements");
    let named = xapi::Options { name_trainee: true, ..xapi::Options::default() };
    assert!(xapi::xapi(&record, &named).contains("Ann Onymous"));
}

#[test]
fn a_cast_shows_the_screen_of_the_replay() {
    let record = Arc::new(flown(u64::MAX));
    let options = cast::Options::for_record(&record);
    let frames = film::frames(&record, &options, Settings::default()).unwrap();
    let text = cast::cast(&record, &options, frames);
    let mut lines = text.lines();
    let header: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!((&header["version"], &header["width"], &header["height"]), (&json!(2), &json!(80), &json!(24)));
    let size = |n| std::num::NonZeroU16::new(n).unwrap();
    let mut terminal = vt100::Parser::new(size(24), size(80), 0);
    let (mut last, mut marks) = (0.0, Vec::new());
    for line in lines {
        let (at, kind, data): (f64, String, String) = serde_json::from_str(line).unwrap();
        assert!(at >= last, "time goes on");
        last = at;
        match kind.as_str() {
            "o" => terminal.process(data.as_bytes()),
            "m" => marks.push(data),
            other => panic!("{other} is no event of a recording"),
        }
    }
    assert!(!marks.is_empty() && last <= 301.0, "five minutes at most, with markers");
    // The last frame is what whoever watches the record sees at its end.
    let mut window = Window::watch(record, 80, 24);
    window.keys("$");
    let seen = |screen: String| -> Vec<String> { screen.lines().map(|line| line.trim_end().to_owned()).collect() };
    assert_eq!(seen(terminal.screen().contents())[..22], seen(window.screen())[..22]);
    assert!(text.len() < 600_000, "{} bytes: frames hold no more than what changed", text.len());
}

#[test]
fn a_cast_of_a_drill_that_goes_on_keeps_its_secrets() {
    let record = Arc::new(flown(600));
    let options = cast::Options::for_record(&record);
    let text = cast::cast(&record, &options, film::frames(&record, &options, Settings::default()).unwrap());
    assert!(record.log.events().any(|(_, event)| event.is_truth()), "there is something to keep");
    assert!(!text.contains("hole"), "neither a frame nor a marker tells of the hole");
}
