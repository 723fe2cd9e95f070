//! A crew at work: what orders do, what is refused and why, how drills end.

use crate::play::{Play, hole, trainer};
use leakdrill::sim::console::{Condition, HatchState};
use leakdrill::sim::event::{Event, Outcome};
use leakdrill::sim::refusal::Refusal;
use leakdrill::units::Tick;

#[test]
fn a_shut_hatch_tells_on_which_side_the_leak_is() {
    let mut play = Play::leak("lab", "3 mm");
    play.go("vega", "node");
    play.go("lind", "node");
    play.done("vega close lab-node");
    let (lab, node) = (play.mmhg("lab"), play.mmhg("node"));
    play.wait(1800);
    assert!(lab - play.mmhg("lab") > 10.0, "the lab falls behind its hatch: {lab} to {}", play.mmhg("lab"));
    assert!((node - play.mmhg("node")).abs() < 1.0, "the node holds: {node} to {}", play.mmhg("node"));
}

#[test]
fn nobody_walks_through_a_shut_hatch() {
    let mut play = Play::leak("lab", "1 mm");
    play.go("vega", "node");
    play.go("lind", "node");
    play.done("vega close lab-node");
    let lab = play.place("lab");
    assert!(matches!(play.give("lind move lab"), Err(Refusal::NoWay { to, .. }) if to == lab));
}

#[test]
fn a_hatch_with_the_leak_behind_it_opens_only_after_its_valve_has_evened_it_out() {
    let mut play = Play::leak("lab", "2 mm");
    play.go("vega", "node");
    play.go("lind", "node");
    play.done("vega close lab-node");
    play.wait(3600);
    let why = play.give("vega open lab-node").unwrap_err();
    assert!(matches!(why, Refusal::PressedShut { dp_mmhg, .. } if dp_mmhg.abs() > 4.0), "{why:?}");
    play.done("vega equalise lab-node");
    play.done("vega open lab-node");
    assert_eq!(play.console().hatches[0].state, HatchState::Open);
}

#[test]
fn a_small_hole_is_found_taped_sealed_checked_and_held() {
    let mut play = Play::leak("lab", "2 mm");
    play.wait(600);
    for order in ["vega fetch detector", "vega fetch tape", "vega fetch sealant", "lind fetch gauge", "lind move lab"] {
        let _ = play.give(order);
    }
    play.wait(300);
    play.go("vega", "lab");
    for _ in 0..6 {
        if play.console().holes.is_empty() {
            play.done("vega listen");
        }
    }
    assert_eq!(play.console().holes.len(), 1, "heard within six sweeps");
    play.done("vega tape h1");
    play.done("vega sealant h1");
    assert!(matches!(play.give("vega sealant h1"), Err(Refusal::StillWet(..))), "a wet coat takes no other");
    play.wait(3 * 3600);
    play.done("vega sealant h1");
    play.wait(3 * 3600);
    play.done("lind leakcheck 1h");
    let (_, check) = play.happened(|e| matches!(e, Event::LeakChecked { .. })).unwrap();
    assert!(matches!(check, Event::LeakChecked { holds: true, .. }), "{check:?}");
    play.give("crew declare held").unwrap();
    assert_eq!(play.drill.outcome(), Some(Outcome::Held));
    assert!(play.drill.sound(), "the truth agrees");
}

#[test]
fn a_declaration_needs_a_leak_check_first() {
    let mut play = Play::leak("lab", "2 mm");
    play.wait(60);
    assert_eq!(play.give("crew declare held"), Err(Refusal::NoLeakCheck));
}

#[test]
fn a_leak_check_on_an_open_leak_fails_and_forbids_the_claim() {
    let mut play = Play::leak("lab", "3 mm");
    play.wait(60);
    let _ = play.give("vega fetch gauge");
    play.wait(120);
    play.done("vega leakcheck 30m");
    assert!(matches!(play.give("crew declare held"), Err(Refusal::CheckFailed { fell_mmhg }) if fell_mmhg > 5.0));
}

#[test]
fn isolation_is_declared_from_the_tight_side() {
    let mut play = Play::leak("lab", "5 mm");
    play.done("vega fetch gauge");
    play.go("vega", "node");
    play.go("lind", "node");
    play.done("vega close lab-node");
    play.done("vega leakcheck 1h");
    play.give("crew declare isolated").unwrap();
    assert_eq!(play.drill.outcome(), Some(Outcome::Isolated));
    assert!(play.drill.sound());
}

#[test]
fn a_wrong_isolation_is_told_apart_from_a_true_one() {
    // Two holes: the crew shuts off one and forgets a small one on its own side, which the short check cannot feel.
    let text = trainer(&(hole("lab", "5 mm") + &hole("node", "1 mm").replace("\"hole\"", "\"second\"")));
    let mut play = Play::of(&text, 1);
    play.done("vega fetch gauge");
    play.go("vega", "node");
    play.go("lind", "node");
    play.done("vega close lab-node");
    play.done("vega leakcheck 1h");
    let refused = play.give("crew declare isolated");
    assert!(matches!(refused, Err(Refusal::CheckFailed { .. })), "{refused:?}");
}

#[test]
fn doing_nothing_ends_below_the_reserve() {
    let mut play = Play::leak("lab", "10 mm");
    play.wait(4 * 3600);
    assert_eq!(play.drill.outcome(), Some(Outcome::OutOfReserve));
}

#[test]
fn a_large_hole_kills_who_stays_behind_the_hatch() {
    let mut play = Play::leak("lab", "80 mm");
    play.wait(12);
    play.give("vega move node").unwrap();
    play.give("lind move lab").ok();
    play.wait(30);
    play.give("vega close lab-node").ok();
    play.wait(1200);
    assert!(
        matches!(play.drill.outcome(), Some(Outcome::LostCrew | Outcome::OutOfReserve)),
        "{:?}",
        play.drill.outcome()
    );
}

#[test]
fn a_crew_can_leave_in_its_lifeboat() {
    let mut play = Play::leak("lab", "20 mm");
    play.wait(20);
    for line in ["vega enter lifeboat", "lind enter lifeboat"] {
        play.give(line).unwrap();
    }
    play.wait(200);
    assert!(matches!(play.give("vega undock lifeboat"), Err(Refusal::StillOpen(_))));
    play.done("lind close node-boat");
    play.done("lind enter lifeboat");
    play.done("vega undock lifeboat");
    assert_eq!(play.drill.outcome(), Some(Outcome::Evacuated));
}

#[test]
fn sleepers_refuse_and_the_alarm_wakes_them() {
    let text = trainer(&hole("lab", "2 mm")) + "[crew.lind]\nasleep = true\n";
    let mut play = Play::of(&text, 1);
    let lind = play.person("lind");
    assert_eq!(play.give("lind move node"), Err(Refusal::Asleep(lind)));
    play.give("crew alarm").unwrap();
    assert_eq!(play.console().crew[lind.ix()].condition, Condition::Well);
    assert_eq!(play.give("crew alarm"), Err(Refusal::AlarmRings));
    assert!(play.console().equipment.iter().any(|e| !e.on), "the fans stop");
}

#[test]
fn a_reserve_time_is_judged_against_the_truth_of_the_volume_where_one_stands() {
    let mut play = Play::leak("lab", "3 mm");
    play.wait(120);
    play.give("vega commit 5h").unwrap();
    let (_, event) = play.happened(|e| matches!(e, Event::Committed { .. })).unwrap();
    let Event::Committed { estimate_s, true_s, .. } = event else { unreachable!() };
    assert_eq!(estimate_s, 18_000.0);
    // 3 mm at 0.8 in 68 m3: 44.4 mmHg/h, from 744 mmHg: 5.7 h.
    assert!((true_s.unwrap() / 3600.0 - 5.7).abs() < 0.2, "{true_s:?}");
}

#[test]
fn tasks_wait_behind_each_other_and_stop_drops_them_all() {
    let mut play = Play::leak("lab", "2 mm");
    play.give("vega move boat").unwrap();
    play.give("vega move lab").unwrap();
    let vega = play.person("vega");
    assert_eq!(play.console().crew[vega.ix()].queue.len(), 1);
    play.give("vega stop").unwrap();
    assert!(play.console().crew[vega.ix()].job.is_none());
    assert_eq!(play.give("vega stop"), Err(Refusal::Idle(vega)));
}

#[test]
fn an_order_can_be_taken_back_until_the_tick_that_obeys_it() {
    let mut play = Play::leak("lab", "2 mm");
    let order = play.order("vega move boat");
    play.drill.submit(order);
    assert_eq!(play.drill.undo(), Some(order));
    play.wait(60);
    assert!(play.happened(|e| matches!(e, Event::Began { .. })).is_none());
}

#[test]
fn the_roll_is_called_when_everybody_has_come() {
    let mut play = Play::leak("lab", "2 mm");
    play.give("crew muster node").unwrap();
    play.wait(60);
    let (_, roll) = play.happened(|e| matches!(e, Event::Mustered { .. })).unwrap();
    assert_eq!(roll, Event::Mustered { present: 2, of: 2 });
}

#[test]
fn the_hand_gauge_reads_near_the_truth_in_quarters() {
    let mut play = Play::leak("lab", "1 mm");
    let vega = play.person("vega");
    let _ = play.give("vega fetch gauge");
    play.wait(60);
    play.give("vega measure").unwrap();
    play.wait(30);
    let needle = play.console().crew[vega.ix()].needle_mmhg.unwrap();
    assert_eq!((needle * 4.0).fract(), 0.0, "read to a quarter");
    let at = play.console().crew[vega.ix()].at;
    let truth = play.drill.truth().air[at.ix()].pressure_pa / leakdrill::units::MMHG_PA;
    assert!((needle - truth).abs() < 1.2, "{needle} against {truth}");
}

#[test]
fn the_same_seed_and_orders_give_the_same_log_and_a_clone_goes_the_same_way() {
    let run = || {
        let mut play = Play::leak("lab", "3 mm");
        play.go("vega", "node");
        play.wait(600);
        play
    };
    let (first, second) = (run(), run());
    assert_eq!(first.log, second.log);
    let mut branch = Play { drill: first.drill.clone(), log: first.log.clone() };
    let mut trunk = first;
    branch.wait(1000);
    trunk.wait(1000);
    assert_eq!(branch.drill.digest(), trunk.drill.digest());
}

#[test]
fn an_exam_hides_the_rates_that_a_computer_would_show() {
    let mut practice = Play::leak("lab", "3 mm");
    practice.wait(1200);
    assert!(practice.console().sensors.iter().any(|s| s.per_hour_10min.is_some()));
    let mut exam = Play::leak("lab", "3 mm");
    exam.drill = exam.drill.with_exam(true);
    exam.wait(1200);
    assert!(exam.console().sensors.iter().all(|s| s.per_hour_10min.is_none() && s.per_hour_1h.is_none()));
}

#[test]
fn pressure_alarms_ring_from_telemetry_and_can_be_acknowledged() {
    let mut play = Play::leak("lab", "10 mm");
    play.wait(600);
    let (at, _) = play.happened(|e| matches!(e, Event::Alarm { .. })).unwrap();
    assert!(at < Tick(300), "a 10 mm hole in 68 m3 rings within minutes: {at}");
    play.give("crew acknowledge").unwrap();
    assert!(play.console().alarms.iter().all(|a| a.acknowledged));
}

#[test]
fn oxygen_from_a_tank_raises_the_pressure_and_runs_out() {
    let mut play = Play::leak("boat", "0.3 mm");
    play.done("vega valve o2 open");
    let before = play.mmhg("node");
    play.wait(600);
    assert!(play.mmhg("node") > before + 0.5, "{before} to {}", play.mmhg("node"));
    play.wait(30 * 3600);
    assert!(play.happened(|e| matches!(e, Event::TankEmpty { .. })).is_some());
}
