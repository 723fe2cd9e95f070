//! Drills that a person plays, or goes on with, and what they meet where the screen cannot be.

use super::{fed, file, leakdrill, scratch};

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
