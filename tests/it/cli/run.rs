//! A drill without a screen: its answer, its orders, its trace.

use super::{fed, file, json, leakdrill, scratch};

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
