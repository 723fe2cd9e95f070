//! Records in other formats, held against the published rules of each.

use leakdrill::drill::{Drill, Log, grammar};
use leakdrill::export::{Form, cast, csv, jsonl, xapi};
use leakdrill::mission::{self, library};
use leakdrill::replay::record::read;
use leakdrill::replay::recorder::write;
use leakdrill::replay::{End, Header, Record};
use leakdrill::score;
use leakdrill::sim::order::Order;
use leakdrill::units::Tick;
use serde_json::Value;
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
fn every_format_has_its_name() {
    for form in Form::ALL {
        assert_eq!(Form::find(form.id()), Some(form));
    }
    assert_eq!(Form::find("pdf"), None);
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
    assert!(time.len() == 20 && time.ends_with('Z') && time.as_bytes()[10] == b'T', "cmi5 9.7: UTC");
    let result = &s["result"];
    assert_eq!(!result["success"].is_null(), matches!(name, "passed" | "failed"), "cmi5 9.5.2");
    assert_eq!(!result["completion"].is_null(), name == "completed", "cmi5 9.5.3");
    if name != "initialized" {
        let duration = result["duration"].as_str().expect("cmi5 9.5.4.1");
        assert!(duration.starts_with("PT") && duration.ends_with('S'));
    }
    if matches!(name, "passed" | "failed") {
        assert_eq!(result["success"], name == "passed");
        let mastery =
            context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"].as_f64().unwrap();
        if let Some(scaled) = result["score"]["scaled"].as_f64() {
            assert!((0.0..=1.0).contains(&scaled));
            assert_eq!(scaled >= mastery, name == "passed", "cmi5 9.3.4 and 9.3.5");
            let raw = result["score"]["raw"].as_f64().unwrap();
            assert!(result["score"]["min"].as_f64().unwrap() <= raw && raw <= result["score"]["max"].as_f64().unwrap());
        }
    }
}

#[test]
fn statements_keep_the_rules_of_xapi_and_cmi5() {
    let names = |record: &Record| -> Vec<String> {
        let all = xapi::statements(record, &xapi::Options::default());
        all.iter().for_each(check_statement);
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
fn a_cast_is_read_as_asciicast_version_2() {
    let record = flown(u64::MAX);
    let options = cast::Options::for_record(&record);
    let text = cast::cast(&record, &options, cast::lines(&record));
    let mut lines = text.lines();
    let header: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!(header["version"], 2);
    assert!(header["width"].as_u64().unwrap() > 0 && header["height"].as_u64().unwrap() > 0);
    let (mut last, mut marks) = (0.0, 0);
    for line in lines {
        let event: (f64, String, String) = serde_json::from_str(line).unwrap();
        assert!(event.0 >= last && ["o", "m"].contains(&event.1.as_str()));
        last = event.0;
        marks += usize::from(event.1 == "m");
    }
    assert!(marks > 0 && last <= 301.0, "five minutes at most, with markers");
}
