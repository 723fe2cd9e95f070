//! The commands as other programs and people meet them: names, exit codes, stdout, stderr.

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a command answered.
struct Answer {
    code: i32,
    out: String,
    err: String,
}

fn leakdrill(args: &[&str]) -> Answer {
    fed(args, "")
}

/// Runs the real program with this on stdin, in a home of its own.
fn fed(args: &[&str], stdin: &str) -> Answer {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leakdrill"))
        .args(args)
        .env("LEAKDRILL_HOME", scratch("home"))
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that answers without reading closes its end; that is its right.
    let _ = child.stdin.take().expect("piped").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Answer {
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error} in {}", answer.out))
}

/// A folder or file that this test run may write, new for every call with another name.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).expect("a scratch folder");
    folder.join(name)
}

fn file(name: &str, text: &str) -> String {
    let path = scratch(name);
    std::fs::write(&path, text).expect("a scratch file");
    path.display().to_string()
}

#[test]
fn run_answers_with_one_json_document_with_every_field_of_the_contract() {
    let answer = leakdrill(&["run", "first-drill", "--seed", "3", "--format", "json"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let json = json(&answer);
    for field in [
        "mission",
        "seed",
        "pilot",
        "ticks",
        "sim_time_s",
        "wall_s",
        "outcome",
        "score",
        "max_score",
        "passed",
        "final",
        "digest",
    ] {
        assert!(json.get(field).is_some(), "{field}");
    }
    for field in ["pressure_mmhg", "o2_mmhg", "co2_mmhg", "mass_kg", "leaked_kg"] {
        assert!(json["final"][field].is_f64(), "{field}");
    }
    assert_eq!(json["outcome"], "time_limit");
    assert_eq!(json["passed"], false);
    assert_eq!(json["digest"].as_str().map(str::len), Some(64));
}

#[test]
fn a_run_that_is_stopped_is_unfinished_and_done() {
    let answer = leakdrill(&["run", "first-drill", "--seed", "3", "--until", "90s", "--format", "json"]);
    assert_eq!(answer.code, 0);
    let json = json(&answer);
    assert_eq!((&json["outcome"], &json["ticks"], &json["passed"]), (&"unfinished".into(), &90.into(), &false.into()));
}

#[test]
fn an_order_is_obeyed_by_the_tick_of_its_number_however_it_comes() {
    let orders = "lind move node\nT+00:05:00 lind fetch tape\nT+00:02:00 vega measure # out of order in a file\n";
    let path = file("orders.txt", orders);
    let run = |orders: &str, stdin: &str| {
        let args = ["run", "first-drill", "--seed", "3", "--until", "1h", "--format", "json", "--orders", orders];
        let answer = fed(&args, stdin);
        assert_eq!(answer.code, 0, "{}", answer.err);
        json(&answer)["digest"].as_str().expect("a digest").to_owned()
    };
    let sorted = "lind move node\nT+00:02:00 vega measure\nT+00:05:00 lind fetch tape\n";
    assert_eq!(run(&path, ""), run("-", sorted));
}

#[test]
fn a_line_with_a_time_alone_runs_a_stream_on_to_it() {
    let args = ["run", "first-drill", "--seed", "3", "--until", "10m", "--orders", "-"];
    let answer = fed(&args, "T+00:02:00\nvega measure\n");
    assert_eq!(answer.code, 0);
    assert!(answer.out.contains("T+00:02:01  "), "{}", answer.out);
}

#[test]
fn a_refusal_is_printed_and_stops_nothing() {
    let path = file("refused.txt", "T+00:00:10 vega tape h1\nT+00:00:20 vega search\n");
    let answer = leakdrill(&["run", "first-drill", "--seed", "3", "--until", "5m", "--orders", &path]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.out.contains("T+00:00:10  Refused: \"Vega: tape hole h1\". No hole h1 has been found."),
        "{}",
        answer.out
    );
    assert!(answer.out.contains("T+00:00:20  Vega began searching"), "{}", answer.out);
    let args = ["run", "first-drill", "--seed", "3", "--until", "5m", "--orders", &path, "--format", "json"];
    let answer = leakdrill(&args);
    assert!(answer.err.contains("No hole h1 has been found"));
    assert_eq!(json(&answer)["refusals"][0]["order"], "vega tape h1");
}

#[test]
fn orders_that_cannot_be_read_are_named_all_at_once_with_what_would_work() {
    let path = file("wrong.txt", "vega listne\n\nT+00:01:00 vgea listen\n");
    let answer = leakdrill(&["run", "first-drill", "--orders", &path]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert!(
        answer.err.contains("wrong.txt:1: \"listne\" is not a thing a crew member can be ordered to do."),
        "{}",
        answer.err
    );
    assert!(answer.err.contains("Did you mean \"listen\"?"));
    assert!(answer.err.contains("wrong.txt:3: ") && answer.err.contains("Did you mean \"vega\"?"));
}

#[test]
fn a_stream_goes_on_after_a_line_that_cannot_be_read_and_says_so_at_the_end() {
    let answer = fed(&["run", "first-drill", "--until", "5m", "--orders", "-"], "vega listne\nvega search\n");
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("line 1: \"listne\""));
    assert!(answer.out.contains("Vega began searching"));
}

#[test]
fn what_is_nearly_right_is_asked_back() {
    let answer = leakdrill(&["run", "frist-drill"]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert!(answer.err.contains("did you mean \"first-drill\"?"), "{}", answer.err);
    let answer = leakdrill(&["run", "first-drill", "--sead", "3"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("--seed"), "{}", answer.err);
    let answer = leakdrill(&["runn", "first-drill"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("'run'"), "{}", answer.err);
    let answer = leakdrill(&["first-drill"]);
    assert!(answer.err.contains("leakdrill play first-drill"), "{}", answer.err);
    let answer = leakdrill(&["run", "no/such/file.toml"]);
    assert_eq!((answer.code, answer.err.as_str()), (2, "leakdrill: no/such/file.toml: there is no such file\n"));
}

#[test]
fn the_trace_has_a_row_a_compartment_and_moment_with_the_columns_of_the_contract() {
    let path = scratch("trace.csv");
    let trace = path.display().to_string();
    let args = ["run", "first-drill", "--seed", "3", "--until", "10m", "--trace", &trace, "--trace-every", "150s"];
    assert_eq!(leakdrill(&args).code, 0);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("t_s,compartment,p_pa,t_k,o2_pa,n2_pa,co2_pa,h2o_pa,mass_kg"));
    let times: Vec<&str> = lines.map(|line| line.split(',').next().unwrap()).collect();
    let expected: Vec<String> = [0, 150, 300, 450, 600].iter().flat_map(|t| vec![t.to_string(); 3]).collect();
    assert_eq!(times, expected);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leakdrill"))
        .args(["man"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn list_names_every_mission_that_ships_for_people_and_programs() {
    let text = leakdrill(&["list"]).out;
    let json = json(&leakdrill(&["list", "--format", "json"]));
    let missions = json["missions"].as_array().unwrap();
    assert!(missions.len() >= 3);
    for mission in missions {
        assert_eq!(mission["usable"], true);
        assert!(text.contains(mission["name"].as_str().unwrap()));
    }
}

#[test]
fn check_answers_no_for_a_mission_that_cannot_be_flown_and_names_the_place() {
    let good = file("good.toml", include_str!("../../missions/first-drill.toml"));
    assert_eq!(leakdrill(&["check", &good]).code, 0);
    let bad = file("bad.toml", &include_str!("../../missions/first-drill.toml").replace("time_limit", "tiem_limit"));
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
fn help_says_where_files_live_and_the_manual_knows_every_verb() {
    let help = leakdrill(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("LEAKDRILL_HOME") && help.out.contains("Exit codes:"));
    let man = leakdrill(&["man"]).out.replace("\\-", "-").replace("\\*(Aq", "'");
    let orders = leakdrill(&["run", "--help"]).out;
    for row in leakdrill::drill::grammar::verbs() {
        assert!(man.contains(leakdrill::words::verb_help(row.verb)), "{}", row.name);
        assert!(orders.contains(&row.form()), "{}", row.name);
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(leakdrill(&["completions", shell]).out.contains("leakdrill"));
    }
}

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
    let rubric = file("rubric.toml", include_str!("../../missions/first-drill.toml"));
    assert_eq!(leakdrill(&["score", &record, "--rubric", &rubric]).code, 1);
    let rubric = file("other.toml", include_str!("../../missions/ms09-2018.toml"));
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

#[test]
fn a_drill_can_be_played_line_by_line() {
    let record = scratch("plain.jsonl").display().to_string();
    let lines =
        "help\nvega listne\nlind search\nvega fetch detector\nvega listen\nwait 5m\nstatus\n\nvega tape h1\nquit\n";
    let args = ["play", "first-drill", "--plain", "--seed", "3", "--trainee", "Ada", "--record", &record];
    let answer = fed(&args, lines);
    assert_eq!(answer.code, 0, "{}", answer.err);
    for said in ["Did you mean \"listen\"?", "Lind: search by eye", "pressure in", "Refused. No hole h1", "plain.jsonl"]
    {
        assert!(answer.out.contains(said), "{said} is not in {}", answer.out);
    }
    assert_eq!(answer.out.matches("Refused.").count(), 1, "what waits is obeyed first: {}", answer.out);
    let text = std::fs::read_to_string(&record).unwrap();
    assert!(text.contains("\"trainee\":\"Ada\"") && text.contains("lind search"));
    assert_eq!(leakdrill(&["verify", &record]).code, 0);
}

#[test]
fn the_screen_without_a_terminal_says_what_would_work() {
    let answer = leakdrill(&["play", "first-drill"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("--plain"), "{}", answer.err);
}

#[test]
fn a_drill_that_broke_off_goes_on_in_its_record() {
    let record = scratch("goes-on.jsonl").display().to_string();
    let play = ["play", "first-drill", "--plain", "--record", &record];
    assert_eq!(fed(&play, "vega listen\nwait 5m\nquit\n").code, 0);
    let answer = fed(&play, "wait 1m\nquit\n");
    assert!(answer.code == 0 && answer.out.contains("T+00:06:00  now"), "{}{}", answer.out, answer.err);
    assert_eq!(leakdrill(&["verify", &record]).code, 0);
    for (args, said) in [
        (["play", "strike", "--plain", "--record", &record].as_slice(), "play first-drill --record"),
        (&["play", "first-drill", "--plain", "--seed", "99", "--record", &record], "leave --seed out"),
        (&["play", "first-drill", "--plain", "--trainee", "Ada", "--record", &record], "leave --trainee out"),
        (&["play", "first-drill", "--exam", "--record", &record], "terminal"),
        (&["play", "first-drill", "--plain", "--record", &file("notes.txt", "hello\n")], "is not overwritten"),
    ] {
        let answer = leakdrill(args);
        assert!(answer.code == 2 && answer.err.contains(said), "{args:?}: {}", answer.err);
    }
    let over = scratch("over.jsonl").display().to_string();
    assert_eq!(leakdrill(&["run", "first-drill", "--pilot", "idle", "--record", &over]).code, 0);
    let answer = leakdrill(&["play", "first-drill", "--plain", "--record", &over]);
    assert!(answer.code == 2 && answer.err.contains("leakdrill watch"), "{}", answer.err);
}

#[test]
fn a_replay_needs_a_terminal_and_a_record_that_can_be_read() {
    let record = scratch("watched.jsonl").display().to_string();
    assert_eq!(leakdrill(&["run", "first-drill", "--until", "2m", "--record", &record]).code, 0);
    let answer = leakdrill(&["watch", &record]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert!(answer.err.contains("leakdrill debrief"), "{}", answer.err);
    let answer = leakdrill(&["watch", &scratch("no-such.jsonl").display().to_string()]);
    assert!(answer.code == 2 && answer.err.contains("there is no such file"), "{}", answer.err);
    let damaged = file("damaged.jsonl", &std::fs::read_to_string(&record).unwrap().replace("\"seed\":", "\"seed\": "));
    let answer = leakdrill(&["watch", &damaged]);
    assert!(answer.code == 2 && answer.err.contains("line 1"), "{}", answer.err);
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
    let text = include_str!("../../missions/first-drill.toml").replace("seed = 8", "certified = [9] # for exams");
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
fn a_sweep_has_a_row_a_seed_in_order_and_shards_laid_end_to_end_are_the_whole() {
    let sweep = |more: &[&str]| {
        let answer = leakdrill(&[&["sweep", "first-drill", "--seeds", "5..9", "--pilot", "idle"], more].concat());
        assert_eq!(answer.code, 0, "{}", answer.err);
        answer.out
    };
    let whole = sweep(&[]);
    let (head, rows) = whole.split_once('\n').unwrap();
    assert_eq!(head, "seed,pilot,outcome,score,passed,ticks,leaked_kg,min_pressure_mmhg,crew_lost,compartments_lost");
    let seeds: Vec<&str> = rows.lines().map(|row| row.split(',').next().unwrap()).collect();
    assert_eq!(seeds, ["5", "6", "7", "8", "9"]);
    let parts: String = ["1/2", "2/2"]
        .iter()
        .map(|part| sweep(&["--jobs", "1", "--shard", part]).split_once('\n').unwrap().1.to_owned())
        .collect();
    assert_eq!(parts, rows);
    assert_eq!(leakdrill(&["sweep", "first-drill", "--seeds", "9..5"]).code, 2);
}

#[test]
fn check_flies_seeds_and_tells_who_wins() {
    let mission = file("flown.toml", include_str!("../../missions/first-drill.toml"));
    let answer = leakdrill(&["check", &mission, "--seeds", "1"]);
    for crew in ["expert", "novice", "idle    wins 0 of 1 seeds"] {
        assert!(answer.out.contains(crew), "{}", answer.out);
    }
    assert_eq!(answer.code, 0, "{}", answer.out);
}

/// Whoever has to leave to pass is let down by an expert who stays.
#[test]
fn a_mission_that_the_expert_loses_is_a_problem_and_several_make_one_table() {
    let good = include_str!("../../missions/first-drill.toml");
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

#[test]
fn validate_lays_our_numbers_beside_theirs() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reference");
    let page = scratch("validate.html");
    let page_name = page.display().to_string();
    let args = [
        "validate", "--only", "cases", "--only", "events", "--cases", folder, "--format", "json", "--html", &page_name,
    ];
    let answer = leakdrill(&args);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
    let json = json(&answer);
    for field in ["case", "max_pressure_error_rel", "max_event_error_rel", "passed"] {
        assert!(json["cases"][0].get(field).is_some(), "{field}");
    }
    for field in ["name", "ours", "theirs", "source", "kind", "passed"] {
        assert!(json["events"][0].get(field).is_some(), "{field}");
    }
    assert!(std::fs::read_to_string(&page).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(leakdrill(&["validate", "--cases", "no/such/folder"]).code, 2);
}
