//! What is done with a record: verified, scored, debriefed, compared, exported.

use super::{file, json, leakdrill, scratch};

#[test]
fn a_recorded_run_verifies_with_the_digest_that_the_run_printed_and_a_changed_one_does_not() {
    let path = scratch("run.jsonl");
    let record = path.display().to_string();
    let args = ["run", "first-drill", "--seed", "3", "--until", "1000s", "--record", &record, "--format", "json"];
    let run = json(&leakdrill(&args));
    let answer = leakdrill(&["verify", &record, "--format", "json"]);
    assert_eq!(answer.code, 0, "{}", answer.out);
    assert_eq!(json(&answer)["records"][0]["digest"], run["digest"]);
    let again = leakdrill(&args);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("it exists already, and is not overwritten"), "{}", again.err);

    let text = std::fs::read_to_string(&path).unwrap();
    let changed = file("changed.jsonl", &text.replacen("\"t\":180", "\"t\":181", 1));
    let answer = leakdrill(&["verify", &record, &changed]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("changed.jsonl: line "), "{}", answer.err);
    assert_eq!(leakdrill(&["verify", "no-such.jsonl", &changed]).code, 2);
}

#[test]
fn score_answers_no_for_a_drill_that_was_not_passed() {
    let record = scratch("idle.jsonl").display().to_string();
    let args = ["run", "first-drill", "--seed", "3", "--record", &record, "--format", "json"];
    let run = json(&leakdrill(&args));
    let answer = leakdrill(&["score", &record, "--format", "json"]);
    assert_eq!(answer.code, 1);
    let card = json(&answer);
    assert_eq!((&card["score"], &card["max_score"]), (&run["score"], &run["max_score"]));
    assert!(card["lines"].as_array().is_some_and(|lines| !lines.is_empty()));
    let rubric = file("rubric.toml", include_str!("../../../missions/first-drill.toml"));
    assert_eq!(leakdrill(&["score", &record, "--rubric", &rubric]).code, 1);
    let rubric = file("other.toml", include_str!("../../../missions/ms09-2018.toml"));
    let answer = leakdrill(&["score", &record, "--rubric", &rubric]);
    assert_eq!(answer.code, 2, "{}", answer.err);
}

#[test]
fn a_record_is_debriefed_compared_and_exported() {
    let record = scratch("debrief.jsonl").display().to_string();
    assert_eq!(leakdrill(&["run", "first-drill", "--seed", "3", "--record", &record]).code, 0);
    let page = scratch("debrief.html");
    let answer = leakdrill(&["debrief", &record, "--html", &page.display().to_string()]);
    assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{}", answer.err);
    assert!(std::fs::read_to_string(&page).unwrap().starts_with("<!DOCTYPE html>"));
    assert!(leakdrill(&["debrief", &record]).out.contains("Scorecard"));
    assert!(json(&leakdrill(&["debrief", &record, "--format", "json"])).get("lessons").is_some());
    assert_eq!(leakdrill(&["compare", &record, &record]).code, 0);
    for form in ["csv", "jsonl", "xapi", "cast"] {
        let answer = leakdrill(&["export", &record, "--as", form]);
        assert_eq!(answer.code, 0, "{form}");
        assert!(!answer.out.is_empty(), "{form}");
    }
    let record = scratch("broken-off.jsonl").display().to_string();
    assert_eq!(leakdrill(&["run", "first-drill", "--until", "5m", "--record", &record]).code, 0);
    let answer = leakdrill(&["debrief", &record]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
}
