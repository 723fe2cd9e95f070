//! What may be called isolated: the leak is shut off from where the crew lives, and that is more than a lifeboat.

use leakdrill::drill::{Drill, Log, grammar};
use leakdrill::mission;
use leakdrill::sim::event::{Event, Outcome};
use leakdrill::sim::order::Order;
use leakdrill::units::Tick;
use std::sync::Arc;

/// A mission of one hole.
fn holed(preset: &str, at: &str, head: &str) -> Drill {
    let text = format!(
        r#"
format = 1
title = "Claim"
brief = "EXERCISE."
time_limit = "6h"
{head}

[station]
preset = "{preset}"

[[event]]
name = "hole"
at = "10 s"
do = {{ hole = {{ in = "{at}", diameter = "6 mm" }} }}

[[score]]
name = "Said"
points = 1
critical = true
outcome = ["held", "isolated"]
"#
    );
    let mission = mission::load("claim", &text, None).map_err(|p| p.render("claim", false)).unwrap();
    Drill::new(Arc::new(mission), 1)
}

/// What is declared after these orders, and whether it is so.
fn declared(mut drill: Drill, orders: &str) -> Option<(Outcome, bool)> {
    let layout = drill.mission().layout.clone();
    let read = orders.lines().filter_map(|line| grammar::parse(line.trim(), &layout).unwrap());
    let mut list: Vec<(Tick, Order)> = read.map(|o| (o.at.unwrap(), Order::trainee(o.act))).collect();
    list.reverse();
    let mut log = Log::new();
    while drill.outcome().is_none() && drill.now() < Tick::hms(2, 0, 0) {
        while let Some((_, order)) = list.pop_if(|(at, _)| *at <= drill.now() + 1) {
            drill.submit(order);
        }
        drill.tick(&mut log);
    }
    for (tick, event) in log.events() {
        assert!(!matches!(event, Event::Refused { .. } | Event::Failed { .. }), "{tick:?}: {event:?}");
    }
    Some((drill.outcome()?, drill.sound()))
}

const TRAINER: &str = "held_below = \"4 mmHg/h\"";

#[test]
fn a_lifeboat_with_its_hatch_shut_has_isolated_nothing() {
    let orders = "T+00:00:20 lind fetch gauge
        T+00:01:00 lind move boat\nT+00:01:00 vega move boat\nT+00:02:00 vega close node-boat
        T+00:05:00 lind leakcheck 5m\nT+00:11:00 crew declare isolated";
    assert_eq!(declared(holed("trainer", "lab", TRAINER), orders), Some((Outcome::Isolated, false)));
}

#[test]
fn a_leak_behind_a_door_is_isolated_wherever_it_is_checked() {
    let shut = "T+00:00:20 lind fetch gauge\nT+00:00:20 vega move node\nT+00:01:00 vega close lab-node";
    let in_the_node = format!("{shut}\nT+00:05:00 lind leakcheck 10m\nT+00:16:00 crew declare isolated");
    assert_eq!(declared(holed("trainer", "lab", TRAINER), &in_the_node), Some((Outcome::Isolated, true)));
    // In the lifeboat a check takes less time; the node outside it is as tight.
    let in_the_boat = format!(
        "{shut}\nT+00:05:00 lind move boat\nT+00:05:00 vega move boat\nT+00:06:00 vega close node-boat
        T+00:08:00 lind leakcheck 5m\nT+00:14:00 crew declare isolated"
    );
    assert_eq!(declared(holed("trainer", "lab", TRAINER), &in_the_boat), Some((Outcome::Isolated, true)));
}

/// The sphere of Zarya lies between Rassvet with its Soyuz and all else. Shut off, it leaves three people in 23 m3.
#[test]
fn three_people_do_not_live_in_a_porch() {
    let head = "held_below = \"2 mmHg/h\"";
    let declared_after = |hole: &str, orders: &str| {
        let gathered = "T+00:00:20 crew muster\nT+00:02:00 gerst fetch gauge\n";
        declared(holed("iss-2018-08-30", hole, head), &format!("{gathered}{orders}"))
    };
    let porches = "T+00:04:00 prokopyev close ga-rassvet\nT+00:04:00 artemyev close pkho-poisk
        T+00:10:00 gerst leakcheck 5m\nT+00:16:00 crew declare isolated";
    assert_eq!(declared_after("ga", porches), Some((Outcome::Isolated, false)));
    // The laboratory shut off on its own leaves a station to live in.
    let lab = "T+00:03:00 gerst move unity\nT+00:04:00 gerst close unity-lab
        T+00:10:00 gerst leakcheck 20m\nT+00:31:00 crew declare isolated";
    assert_eq!(declared_after("lab", lab), Some((Outcome::Isolated, true)));
}
