//! What whoever writes a mission asks: a new one, its problems, who wins it, its schema.

use super::{file, json, leakdrill, scratch};

#[test]
fn check_answers_no_for_a_mission_that_cannot_be_flown_and_names_the_place() {
    let good = file("good.toml", include_str!("../../../missions/first-drill.toml"));
    assert_eq!(leakdrill(&["check", &good]).code, 0);
    let bad = file("bad.toml", &include_str!("../../../missions/first-drill.toml").replace("time_limit", "tiem_limit"));
    let answer = leakdrill(&["check", &good, &bad]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.contains("bad.toml:") && answer.out.contains("time_limit"), "{}", answer.out);
    let json = json(&leakdrill(&["check", &good, &bad, "--format", "json"]));
    assert_eq!(json["files"][0]["usable"], true);
    assert_eq!(json["files"][1]["usable"], false);
    assert!(json["files"][1]["problems"][0]["line"].is_u64());
    let bytes = scratch("bytes.toml");
    std::fs::write(&bytes, b"title = \"\xff\"\n").unwrap();
    assert_eq!(leakdrill(&["check", &bytes.display().to_string()]).code, 1);
    assert_eq!(leakdrill(&["check", "no-such.toml", &bad]).code, 2);
}

#[test]
fn a_new_mission_passes_check_and_is_never_overwritten() {
    let stem = scratch("my-mission").display().to_string();
    let path = format!("{stem}.toml");
    let _ = std::fs::remove_file(&path);
    assert_eq!(leakdrill(&["new", &stem]).code, 0);
    let answer = leakdrill(&["check", &path]);
    assert_eq!(answer.code, 0, "{}", answer.out);
    assert_eq!(leakdrill(&["new", &path]).code, 2);
    assert_eq!(leakdrill(&["new", ""]).code, 2);
    assert_eq!(leakdrill(&["run", &path, "--until", "1m"]).code, 0);
}

#[test]
fn a_name_of_several_words_becomes_one_for_the_file_and_stays_several_in_the_title() {
    let name = scratch("two quiet words").display().to_string();
    let path = scratch("two-quiet-words.toml");
    let _ = std::fs::remove_file(&path);
    let answer = leakdrill(&["new", &name]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.out.contains("leakdrill check ") && answer.out.contains("two-quiet-words.toml"), "{}", answer.out);
    assert!(std::fs::read_to_string(&path).unwrap().contains("title = \"Two quiet words\""));
    // Whoever names the file in full gets that file, and a command that a shell understands.
    let named = scratch("as is.toml");
    let _ = std::fs::remove_file(&named);
    let answer = leakdrill(&["new", &named.display().to_string()]);
    assert!(named.is_file() && answer.out.contains(&format!("leakdrill play '{}'", named.display())), "{}", answer.out);
}

#[test]
fn what_ships_is_checked_by_its_name_and_a_name_cut_short_is_understood() {
    let answer = leakdrill(&["check", "first-drill", "trainer"]);
    assert_eq!(answer.code, 0, "{}{}", answer.out, answer.err);
    assert!(answer.out.contains("first-drill.toml: no problems"), "{}", answer.out);
    for verb in ["check", "run"] {
        let answer = leakdrill(&[verb, "ms09"]);
        assert_eq!(answer.code, 2);
        assert!(answer.err.contains("did you mean \"ms09-2018\"?"), "{}", answer.err);
    }
    let answer = leakdrill(&["run", "zvezda_20"]);
    assert!(answer.err.contains("did you mean \"zvezda-2020\"?"), "{}", answer.err);
    let answer = leakdrill(&["run", "nothing-like-it"]);
    assert!(answer.err.contains("there are first-drill, "), "{}", answer.err);
    let answer = leakdrill(&["check", "first-drill", "--seeds", "1", "--certify"]);
    assert!(answer.code == 2 && answer.err.contains("copy it first"), "{}", answer.err);
}

#[test]
fn seeds_that_the_expert_wins_are_written_into_the_file_and_nothing_else_is() {
    let text = include_str!("../../../missions/first-drill.toml").replace("seed = 8", "certified = [9] # for exams");
    let mission = file("certified.toml", &text);
    let answer = leakdrill(&["check", &mission, "--seeds", "3", "--certify"]);
    assert_eq!(answer.code, 0, "{}{}", answer.out, answer.err);
    assert!(answer.out.contains("certified 3 seeds in "), "{}", answer.out);
    let new = std::fs::read_to_string(&mission).unwrap();
    assert_eq!(new, text.replace("certified = [9]", "certified = [1, 2, 3]"));
}

#[test]
fn the_schema_is_json() {
    assert!(json(&leakdrill(&["schema"])).get("properties").is_some());
    assert!(json(&leakdrill(&["schema", "--station"])).get("properties").is_some());
}

#[test]
fn check_flies_seeds_and_tells_who_wins() {
    let mission = file("flown.toml", include_str!("../../../missions/first-drill.toml"));
    let answer = leakdrill(&["check", &mission, "--seeds", "1"]);
    for crew in ["expert", "novice", "idle    wins 0 of 1 seeds"] {
        assert!(answer.out.contains(crew), "{}", answer.out);
    }
    assert_eq!(answer.code, 0, "{}", answer.out);
}

/// Whoever has to leave to pass is let down by an expert who stays.
#[test]
fn a_mission_that_the_expert_loses_is_a_problem_and_several_make_one_table() {
    let good = include_str!("../../../missions/first-drill.toml");
    let hopeless = good.split("\n[[score]]").next().unwrap().to_owned()
        + "\n[[score]]\nname = \"Leave\"\npoints = 1\ncritical = true\nwhen = { done = \"undock\" }\n";
    let (good, hopeless) = (file("good.toml", good), file("hopeless.toml", &hopeless));
    let answer = leakdrill(&["check", &good, &hopeless, "--seeds", "1"]);
    assert_eq!(answer.code, 1, "{}", answer.out);
    for sentence in [
        "good.toml: no problems",
        "error: the expert crew wins 0 of 1 seeds",
        "help: seed 1: leak held; not earned: \"Leave\"; see it: leakdrill run ",
        "hopeless.toml: 1 error",
        "mission       expert      novice        idle  least time to spare",
        "good          1 of 1",
    ] {
        assert!(answer.out.contains(sentence), "{sentence}: {}", answer.out);
    }
    let answer = leakdrill(&["check", &hopeless, "--seeds", "1", "--format", "json"]);
    let told = &json(&answer)["files"][0];
    assert_eq!((answer.code, &told["usable"]), (1, &serde_json::json!(false)));
    assert_eq!(told["problems"][0]["kind"], "expert_loses");
    assert_eq!(told["winners"][0]["lost_seeds"], serde_json::json!([1]));
}
