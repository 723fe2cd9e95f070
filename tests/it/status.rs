//! How everything stands, read out line by line: as much as the screen shows.

use leakdrill::mission::{self, library};
use leakdrill::sim::console::{KnownPressure, Viewpoint};
use leakdrill::sim::ids::{CompartmentId, FoundId, HatchId, PersonId};
use leakdrill::units::Tick;
use leakdrill::words::Words;
use std::process::{Command, Stdio};

#[test]
fn plain_mode_tells_hatches_ships_tanks_and_what_was_read_and_timed_by_hand() {
    let home = std::env::temp_dir().join(format!("leakdrill-status-{}", std::process::id()));
    let mut child = Command::new(env!("CARGO_BIN_EXE_leakdrill"))
        .args(["play", "--plain", "first-drill", "--seed", "8"])
        .env("LEAKDRILL_HOME", &home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let typed = "vega fetch gauge\nvega move boat\nwait 2m\nlind close lab-node\nwait 10m\nvega measure\nwait 2m\n\
                 vega stopwatch start\nwait 5m\nvega stopwatch stop\nvega commit 9h\nwait 1s\nvega stop\nwait 3m\n\
                 status\nquit\n";
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), typed.as_bytes()).unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let _ = std::fs::remove_dir_all(&home);
    let status = said.rsplit(" of T+").next().unwrap();
    for wanted in [
        "mmHg by hand, read by Vega 3 min ago",
        "timed: 5:00 for a fall of ",
        "committed to a reserve time of 9.0 h at T+",
        "hatch Lab-Node: shut since T+",
        "1 hatch open",
        ": docked",
        " kg left",
    ] {
        assert!(status.contains(wanted), "{wanted:?} is not told:\n{said}");
    }
}

#[test]
fn a_hole_is_told_with_all_that_was_done_to_it_and_a_hatch_with_all_that_is_wrong_with_it() {
    let mission = mission::load("first-drill", library::find("first-drill").unwrap().text, None).unwrap();
    let drill = leakdrill::drill::Drill::new(std::sync::Arc::new(mission), 8);
    let words = Words::of(drill.mission());
    let mut console = drill.console(Viewpoint::Crew);
    console.holes.push(leakdrill::sim::console::HoleView {
        found: FoundId(0),
        at: CompartmentId(0),
        looks_mm: 2.0,
        crack: false,
        through: Some(true),
        from_outside: Some(false),
        finger: Some(PersonId(0)),
        taped: Some(Tick(60)),
        patched: Some(Tick(120)),
        coats: 2,
        coated: Some(Tick(180)),
        tacky: true,
        blister: true,
        lost: true,
    });
    let hatch = &mut console.hatches[0];
    (hatch.jammed, hatch.valve_open, hatch.obstructed) = (true, true, true);
    hatch.state = leakdrill::sim::console::HatchState::Shut;
    console.pressures[0] = Some(KnownPressure { mmhg: 741.25, at: Tick(0), by_hand: Some(PersonId(0)) });
    let told = words.status(&console, Tick(7200));
    let hole = "looks 2 mm, goes through, made from inside, Vega's finger on it, taped at T+00:01:00, patched at T+00:02:00, \
                2 coats of sealant, the last at T+00:03:00, tacky, a blister in the coat, what was put on hangs loose";
    assert!(told.contains(hole), "{told}");
    let hatch = format!(
        "hatch {}: shut since T+00:00:00, jammed, its valve open, something lies through it",
        words.hatch(HatchId(0))
    );
    assert!(told.contains(&hatch), "{told}");
    assert!(told.contains(": 741.25 mmHg by hand, read by Vega"), "{told}");
}
