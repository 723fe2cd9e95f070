//! Debriefs of drills that were flown: they tell what was true, only once it may be told, and stand alone as a page.

use leakdrill::debrief::compare::Comparison;
use leakdrill::debrief::{Debrief, Unfinished, certify, html, text};
use leakdrill::drill::{Drill, Log};
use leakdrill::mission::{self, Mission, library};
use leakdrill::pilot::{self, PilotKind};
use leakdrill::replay::record::read;
use leakdrill::replay::recorder::write;
use leakdrill::replay::{End, Header, Record};
use leakdrill::score;
use leakdrill::units::Tick;
use std::sync::Arc;

fn mission(name: &str) -> Arc<Mission> {
    Arc::new(mission::load(name, library::find(name).unwrap().text, None).unwrap())
}

/// A shipped mission flown by a scripted crew, as its record.
pub fn flown(name: &str, pilot: PilotKind, until: Option<Tick>) -> Record {
    flown_by(name, mission(name).seed.unwrap_or(7), pilot, until)
}

/// The same by a seed.
pub fn flown_by(name: &str, seed: u64, pilot: PilotKind, until: Option<Tick>) -> Record {
    record(Drill::new(mission(name), seed), pilot, until)
}

/// A drill of the expert's, up to a moment before its end.
pub fn flown_until(name: &str, seed: u64, exam: bool, until: Tick) -> Record {
    let record = record(Drill::new(mission(name), seed).with_exam(exam), PilotKind::Expert, Some(until));
    assert!(!record.finished(), "it is over already");
    record
}

fn record(mut drill: Drill, pilot: PilotKind, until: Option<Tick>) -> Record {
    let (mission, seed, mut log) = (drill.mission().clone(), drill.seed(), Log::new());
    pilot::fly(&mut drill, &mut log, pilot, until);
    let end = drill.outcome().map(|outcome| {
        let card = score::mark(&mission, &log);
        End { outcome, points: card.points, max: card.max, passed: card.passed }
    });
    let header = Header { trainee: "Ann <Onymous>".into(), exam: drill.exam(), ..Header::new(&mission, seed) };
    read(&write(&header, &mission.layout, &log, drill.now(), end).unwrap()).unwrap()
}

#[test]
fn a_finished_drill_is_certified_and_its_claim_is_held_against_its_orders() {
    let mut record = flown("first-drill", PilotKind::Expert, None);
    assert!(certify(&record).holds(), "{:?}", certify(&record));
    record.end.as_mut().unwrap().points += 1.0;
    assert_eq!(certify(&record).claim_holds, Some(false));
}

#[test]
fn the_truth_of_an_unfinished_drill_is_not_told() {
    let record = flown("first-drill", PilotKind::Idle, Some(Tick(120)));
    assert_eq!(Debrief::of(&record).unwrap_err(), Unfinished);
}

#[test]
fn a_drill_that_was_slept_through_is_told_what_it_lost_and_what_would_have_served() {
    let record = flown("first-drill", PilotKind::Idle, None);
    let debrief = Debrief::of(&record).unwrap();
    assert!(!debrief.card.passed);
    assert!(debrief.decisions.iter().any(|d| d.points_lost() > 0.0), "{:?}", debrief.decisions);
    let told = text::text(&debrief);
    for said in ["for the exercise", "never found", "Our expert from here", "not passed"] {
        assert!(told.contains(said), "the debrief does not say {said:?}:\n{told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 110), "a line is too long for a terminal");
    if let Some(folder) = std::env::var_os("LEAKDRILL_PAGES") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::write(folder.join("idle.txt"), told).unwrap();
        std::fs::write(folder.join("idle.html"), html::page(&debrief, &record.mission.layout)).unwrap();
    }
}

#[test]
fn the_page_stands_alone_and_is_fit_for_a_screen_reader() {
    let record = flown("first-drill", PilotKind::Expert, None);
    let debrief = Debrief::of(&record).unwrap();
    let page = html::page(&debrief, &record.mission.layout);
    for outside in ["http://", "https://", "<script", "<link", "<img", "url(", "@import"] {
        assert!(!page.contains(outside), "the page reaches outside with {outside}");
    }
    assert!(page.contains("Ann &lt;Onymous&gt;") && !page.contains("<Onymous>"), "a name is text");
    let count = |what: &str| page.matches(what).count();
    assert_eq!(count("<table"), count("<caption"), "every table has a caption");
    assert_eq!(count("<svg"), count("role=\"img\""), "every drawing is named");
    assert_eq!(count("<h1"), 1);
    assert!(page.contains("lang=\"en\""));
    assert!(!page.contains("NaN") && !page.contains("inf,"));
    if let Some(folder) = std::env::var_os("LEAKDRILL_PAGES") {
        std::fs::write(std::path::PathBuf::from(folder).join("expert.html"), page).unwrap();
    }
}

#[test]
fn what_could_be_reached_never_rises_and_all_prices_are_what_was_lost() {
    for name in ["first-drill", "masked-leak"] {
        let record = flown(name, PilotKind::Novice, None);
        let debrief = Debrief::of(&record).unwrap();
        assert!(debrief.decisions.len() > 1, "{name}: a novice decides");
        let mut before = f64::INFINITY;
        for decision in &debrief.decisions {
            assert!(
                decision.before.points <= before + 1e-9 || decision.before.passed,
                "{name} {}: it rose",
                decision.at
            );
            before = decision.before.points;
            let told = decision.row();
            assert_eq!(decision.price().is_none(), told.contains("Nothing lost"), "{told}");
            if decision.points_lost() > 0.0 {
                assert!(decision.before.draws.len() > 1, "{name}: a price rests on more than one draw of luck");
            }
        }
        for pair in debrief.decisions.windows(2) {
            assert_eq!(pair[0].after, pair[1].before, "{name}");
        }
        let end = debrief.decisions.last().unwrap();
        assert_eq!(end.after.points, debrief.card.points, "{name}: after the last comes how it ended");
    }
}

#[test]
fn a_lesson_that_costs_points_never_says_that_waiting_was_right() {
    let record = flown("first-drill", PilotKind::Novice, None);
    let debrief = Debrief::of(&record).unwrap();
    let told = text::text(&debrief);
    assert!(!debrief.card.passed);
    for lesson in debrief.lessons.iter().filter(|l| l.what.contains("went out of reach")) {
        assert!(lesson.why.starts_with("Our expert instead: T+"), "{lesson:?}");
    }
    assert!(told.contains("The pass went out of reach at T+"), "{told}");
    assert!(told.contains("Last in reach at T+"), "{told}");
    insta::assert_snapshot!("novice_first_drill", told);
}

#[test]
fn the_branches_of_an_expert_cost_nothing_and_blame_nobody() {
    let record = flown("first-drill", PilotKind::Expert, None);
    let debrief = Debrief::of(&record).unwrap();
    assert!(debrief.decisions.iter().all(|d| d.points_lost() == 0.0), "{:?}", debrief.decisions);
    assert!(!text::text(&debrief).contains("went out of reach at"));
}

/// The debrief of a drill of `strike` under these orders, as one line of text.
fn told(orders: &[(u64, &str)]) -> String {
    let mission = mission("strike");
    let (mut drill, mut log) = (Drill::new(mission.clone(), 5), Log::new());
    while drill.outcome().is_none() {
        let now = drill.now();
        for (_, line) in orders.iter().filter(|(at, _)| now == Tick(*at)) {
            let line = leakdrill::drill::grammar::parse(line, &mission.layout).unwrap().unwrap();
            drill.submit(leakdrill::sim::order::Order::trainee(line.act));
        }
        drill.tick(&mut log);
    }
    let end = End { outcome: drill.outcome().unwrap(), points: 0.0, max: 0.0, passed: false };
    let bytes = write(&Header::new(&mission, 5), &mission.layout, &log, drill.now(), Some(end)).unwrap();
    let text = text::text(&Debrief::of(&read(&bytes).unwrap()).unwrap());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn whoever_was_left_behind_or_died_is_named_with_the_reason() {
    let left = told(&[
        (3000, "arnold enter ms08"),
        (3000, "feustel move ms08-bo"),
        (3300, "feustel clear poisk-ms08"),
        (3600, "feustel close poisk-ms08"),
        (3900, "feustel move ms08-sa"),
        (3960, "feustel close ms08-bo-sa"),
        (4200, "feustel enter ms08"),
        (4500, "feustel undock ms08"),
    ]);
    assert!(left.contains("stayed behind when Soyuz MS-08 left at"), "{left}");
    // The hatch inside was forgotten: the cabin's air goes with the module that is cast off.
    let open = told(&[
        (3000, "gerst enter ms09"),
        (3000, "prokopyev move ms09-bo"),
        (3300, "prokopyev clear rassvet-ms09"),
        (3600, "prokopyev close rassvet-ms09"),
        (3900, "prokopyev enter ms09"),
        (4500, "prokopyev undock ms09"),
    ]);
    assert!(open.contains("Prokopyev and Gerst died at T+01:19:"), "{open}");
    assert!(open.contains("left with its cabin open, or leaking"), "{open}");
    let shut_in = told(&[(3000, "feustel enter ms08"), (3000, "arnold enter ms08")]);
    assert!(shut_in.contains("Feustel and Arnold died at") && shut_in.contains("of carbon dioxide"), "{shut_in}");
    assert!(shut_in.contains("fills with what people breathe out"), "{shut_in}");
}

#[test]
fn two_drills_are_set_side_by_side() {
    let of = |pilot| Debrief::of(&flown("first-drill", pilot, None)).unwrap();
    let both = Comparison::of(of(PilotKind::Expert), of(PilotKind::Idle));
    assert!(both.same_mission);
    let told = both.text();
    assert!(told.contains("air lost") && told.contains("first answer"));
    let page = both.page();
    assert!(page.contains("On one axis") && !page.contains("http://") && !page.contains("https://"));
    assert!(serde_json::to_string(&both).unwrap().contains("\"decisions\""));
}
