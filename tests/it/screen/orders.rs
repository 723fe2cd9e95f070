//! Every order is three keys away: the number of a person, the key of a verb, the letter of a thing.

use super::hands::Window;
use leakdrill::drill::grammar;
use leakdrill::sim::order::{Act, Order, Task};
use leakdrill::tui::app::Stage;
use leakdrill::tui::play::Play;
use leakdrill::tui::taught;
use std::collections::BTreeSet;

fn play(window: &Window) -> &Play {
    let Stage::Cabin(play) = &window.app.stage else { panic!("no cabin:\n{}", window.screen()) };
    play
}

/// Every order that the grammar can say just now and the drill would obey. Lengths of time that are free to choose are
/// left out: they are typed.
fn possible(window: &Window) -> Vec<Act> {
    let play = play(window);
    let layout = &play.session.mission().layout;
    let mut found = Vec::new();
    for row in grammar::verbs() {
        let subjects: Vec<String> = match row.subject {
            grammar::Subject::Person => layout.crew.iter().map(|m| m.id.clone()).collect(),
            grammar::Subject::Crew => vec!["crew".into()],
            grammar::Subject::Ground => vec!["ground".into()],
        };
        let args: Vec<grammar::Arg> = row.args.iter().copied().chain(row.optional).collect();
        for subject in subjects {
            let mut lines = vec![format!("{subject} {}", row.name)];
            let mut whole = if row.args.is_empty() { lines.clone() } else { Vec::new() };
            for (n, arg) in args.iter().enumerate() {
                let words: Vec<String> = match arg {
                    grammar::Arg::Hole => (1..=play.session.console.holes.len()).map(|n| format!("h{n}")).collect(),
                    grammar::Arg::Duration => vec!["5m".into()],
                    other => grammar::choices(*other, layout),
                };
                lines = lines.iter().flat_map(|l| words.iter().map(move |w| format!("{l} {w}"))).collect();
                if n + 1 >= row.args.len() {
                    whole.extend(lines.clone());
                }
            }
            let acts = whole.iter().filter_map(|line| grammar::parse(line, layout).ok().flatten()).map(|line| line.act);
            found.extend(acts.filter(|act| play.session.check(act).is_ok()));
        }
    }
    found
}

/// The kind of an order, for the count of what was tried.
fn kind(act: &Act) -> String {
    let text = match act {
        Act::Task { task, .. } => format!("{task:?}"),
        other => format!("{other:?}"),
    };
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// Gives each possible order by the keys that are told for it, and takes it back.
fn try_all(window: &mut Window, tried: &mut BTreeSet<String>) {
    try_some(window, tried, |_| true);
}

/// The same for some of them.
fn try_some(window: &mut Window, tried: &mut BTreeSet<String>, wanted: impl Fn(&Act) -> bool) {
    for act in possible(window).into_iter().filter(wanted) {
        let keys = {
            let view = play(window).view();
            taught::keys(&act, &view).unwrap_or_else(|| panic!("no keys for {act:?}"))
        };
        assert!(keys.split(' ').count() <= 3, "{act:?} takes {keys}");
        window.keys(&keys);
        if let Act::Commit { .. } = act {
            window.type_text("5m");
            window.keys("Enter");
        }
        let given: Vec<Act> = play(window).session.drill().pending().iter().map(|order: &Order| order.act).collect();
        assert_eq!(given, [act], "{keys} gives something else:\n{}", window.screen());
        window.keys("u");
        assert!(play(window).session.drill().pending().is_empty());
        tried.insert(kind(&act));
    }
}

/// Gives an order in words and lets time pass.
fn order(window: &mut Window, line: &str, seconds: u32) {
    window.keys(":");
    window.type_text(line);
    window.keys("Enter");
    assert!(!play(window).session.drill().pending().is_empty(), "{line}\n{}", window.screen());
    window.pass(seconds);
}

#[test]
fn every_order_that_can_be_given_is_three_keys_away() {
    let mut tried = BTreeSet::new();
    // The small station, through a whole repair.
    let mut window = Window::play("first-drill", 80, 24);
    try_all(&mut window, &mut tried);
    order(&mut window, "lind fetch gauge", 60);
    order(&mut window, "vega fetch detector", 60);
    window.until("EMERGENCY");
    order(&mut window, "lind measure", 20);
    try_all(&mut window, &mut tried);
    order(&mut window, "lind stopwatch start", 20);
    order(&mut window, "lind close node-boat", 90);
    try_all(&mut window, &mut tried);
    order(&mut window, "lind open node-boat", 90);
    order(&mut window, "vega move lab", 30);
    for _ in 0..20 {
        if !play(&window).session.console.holes.is_empty() {
            break;
        }
        order(&mut window, "vega listen", 300);
    }
    for item in ["tape", "sealant", "patch", "camera", "mask", "candle"] {
        let line = format!("vega fetch {item}");
        if play(&window)
            .session
            .check(&grammar::parse(&line, &play(&window).session.mission().layout).unwrap().unwrap().act)
            .is_ok()
        {
            order(&mut window, &line, 90);
        }
    }
    order(&mut window, "lind move lab", 30);
    order(&mut window, "vega move lab", 30);
    try_all(&mut window, &mut tried);
    order(&mut window, "vega patch h1", 900);
    order(&mut window, "lind leakcheck 15m", 1000);
    try_some(&mut window, &mut tried, |act| matches!(act, Act::Declare(_)));
    // The large one, asleep and awake: sleepers, ducts, seats, tanks, machines.
    let mut window = Window::play("ms09-2018", 80, 24);
    try_all(&mut window, &mut tried);
    for who in ["gerst", "prokopyev"] {
        order(&mut window, &format!("ground wake {who}"), 300);
    }
    order(&mut window, "gerst move ms09-bo", 400);
    order(&mut window, "gerst suit", 1200);
    order(&mut window, "prokopyev fetch candle", 300);
    try_all(&mut window, &mut tried);
    // One with a seat to spare.
    let mut window = Window::play("lost-lifeboat", 80, 24);
    try_some(&mut window, &mut tried, |act| matches!(act, Act::Task { task: Task::Liner(_), .. }));
    let all = grammar::verbs().len();
    let left: Vec<&str> = [
        "Move",
        "Close",
        "Open",
        "Equalise",
        "Clear",
        "Measure",
        "Listen",
        "Search",
        "Inspect",
        "Photograph",
        "Finger",
        "Tape",
        "Sealant",
        "Patch",
        "LeakCheck",
        "Valve",
        "Candle",
        "Wake",
        "Mask",
        "Suit",
        "Liner",
        "Enter",
        "Switch",
        "Fetch",
        "Give",
        "Report",
        "Sleep",
        "Stop",
        "HandOver",
        "Stopwatch",
        "Commit",
        "Muster",
        "RaiseAlarm",
        "Acknowledge",
        "GroundWake",
        "Declare",
    ]
    .into_iter()
    .filter(|kind| !tried.contains(*kind))
    .collect();
    assert!(left.is_empty(), "never tried: {left:?} of {all} verbs");
}

#[test]
fn the_keys_of_an_order_follow_the_configuration() {
    let set = vec![("go".to_owned(), "G".to_owned())];
    let (keys, problems) = leakdrill::tui::keys::Keymap::new(&set);
    assert!(problems.is_empty());
    let window = Window::play("first-drill", 80, 24);
    let view = leakdrill::tui::view::View { keys: &keys, ..play(&window).view() };
    let lab = view.layout.find_compartment("lab").unwrap();
    let act = Act::Task { who: leakdrill::sim::ids::PersonId(1), task: Task::Move(lab) };
    assert_eq!(taught::keys(&act, &view).as_deref(), Some("2 G l"));
}
