//! What a trainee sees: screens as text at three sizes, from a console made up and from real drills played by keys.

#[path = "screen/chosen.rs"]
mod chosen;
#[path = "screen/clock.rs"]
mod clock;
#[path = "screen/fixture.rs"]
mod fixture;
#[path = "screen/hands.rs"]
pub mod hands;
#[path = "screen/hints.rs"]
mod hints;
#[path = "screen/limits.rs"]
mod limits;
#[path = "screen/lobby.rs"]
mod lobby;
#[path = "screen/motion.rs"]
mod motion;
#[path = "screen/orders.rs"]
mod orders;
#[path = "screen/picture.rs"]
mod picture;
#[path = "screen/pty.rs"]
pub mod pty;
#[path = "screen/reading.rs"]
mod reading;
#[path = "screen/settings.rs"]
mod settings;
#[path = "screen/sheets.rs"]
mod sheets;

use fixture::Fixture;
use hands::{Window, text};
use leakdrill::tui::keys::{KeyProblem, Keymap};
use leakdrill::tui::pen::Pen;
use leakdrill::tui::screen::cabin::{self, Sheet};
use leakdrill::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn draw(fixture: &Fixture, w: u16, h: u16, ascii: bool, sheet: Sheet) -> String {
    let theme = Theme { ascii, ..Theme::mono() };
    let area = Rect::new(0, 0, w, h);
    let mut buf = Buffer::empty(area);
    cabin::draw(Pen::new(&mut buf, area, &theme), &fixture.view(), &Keymap::default(), sheet);
    text(&buf)
}

#[test]
fn cabin_at_three_sizes() {
    let iss = Fixture::iss();
    for (w, h) in [(80, 24), (120, 40), (160, 50)] {
        insta::assert_snapshot!(format!("iss_{w}x{h}"), draw(&iss, w, h, false, Sheet::None));
    }
    let trainer = Fixture::trainer().with_hole();
    for (w, h) in [(80, 24), (120, 40), (160, 50)] {
        insta::assert_snapshot!(format!("trainer_{w}x{h}"), draw(&trainer, w, h, false, Sheet::None));
    }
}

#[test]
fn cabin_in_ascii() {
    let screen = draw(&Fixture::iss(), 80, 24, true, Sheet::None);
    assert!(screen.is_ascii(), "{screen}");
    insta::assert_snapshot!("iss_ascii_80x24", screen);
}

#[test]
fn no_size_panics() {
    let iss = Fixture::iss().with_hole();
    for w in (0..=200).step_by(7) {
        for h in (0..=60).step_by(3) {
            for sheet in [Sheet::None, Sheet::Card, Sheet::Messages, Sheet::Trend] {
                draw(&iss, w, h, false, sheet);
            }
        }
    }
}

#[test]
fn no_screen_panics_at_any_size() {
    let mut screens = vec![Window::title(80, 24)];
    for keys in ["", "g", "c", "k", "?", ":", ",", "r", "q", "t h", "x", "y", "i", "j", "D", "Enter", "b"] {
        let mut window = Window::play("ms09-2018", 80, 24);
        window.keys(keys);
        screens.push(window);
    }
    let mut left = Window::play("first-drill", 80, 24);
    left.keys("q y");
    screens.push(left);
    // Every size, and every screen at many: neighbouring sizes are drawn by different screens.
    for w in 0..=200 {
        for h in 0..=60 {
            screens[usize::from(w + 7 * h) % screens.len()].drawn_at(w, h);
        }
    }
}

#[test]
fn every_order_is_three_keys_away() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("2 g l");
    window.expect("Lind: go to Lab: 0:09");
    window.pass(1);
    window.expect("going to Lab");
    window.keys("1 c n");
    window.expect("Vega: shut the Node-Boat hatch");
    window.keys("u");
    window.expect("taken back: Vega: shut the Node-Boat hatch");
    window.keys(".");
    window.expect("Vega: shut the Node-Boat hatch");
}

#[test]
fn a_menu_says_why_not_and_a_refused_key_does_nothing() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("2 g n");
    window.expect("Lind is in Node already");
    window.keys("Esc S");
    window.expect("✗");
    window.keys("Esc Z");
    window.expect("does nothing here");
}

#[test]
fn an_alarm_slows_time_on_its_own_tick_and_is_acknowledged() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("+ + + +");
    window.expect("▶ 30x");
    window.until("EMERGENCY");
    window.expect("▶ 1x");
    window.expect("a acknowledge");
    window.keys("a");
    window.pass(1);
    window.expect("seen");
    window.refuse("a acknowledge");
}

#[test]
fn the_hand_gauge_is_worked_by_hand() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("1 t h");
    window.pass(40);
    window.keys("m");
    window.pass(3);
    window.expect("hand, Node");
    window.keys("s");
    window.pass(70);
    window.expect("watch 1:10");
    window.keys("s");
    window.pass(1);
    window.expect("timed 1:10");
    window.keys("r");
    window.type_text("five");
    window.keys("Enter");
    window.expect("✗ that is none");
    window.keys("Esc r");
    window.type_text("9.5h");
    window.keys("Enter");
    window.pass(1);
    window.expect("9.5 h");
}

#[test]
fn the_palette_finds_any_order_by_its_words() {
    let mut window = Window::play("ms09-2018", 120, 40);
    window.keys(":");
    window.type_text("gerst wake");
    window.expect("gerst wake");
    window.keys("Esc :");
    window.type_text("feustel clo unity-lab");
    window.expect("feustel close unity-lab");
}

#[test]
fn leaving_asks_first_and_tells_what_it_means() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("q");
    window.expect("does not pass if you leave");
    window.expect("go on with it later");
    window.keys("n");
    window.expect("Vega");
    window.keys("q y");
    window.expect("The drill was stopped before its end.");
    window.expect("offered on the title");
    window.refuse("scorecard");
}

/// The table in README, key by key as it stands there, on both sizes.
#[test]
fn the_first_drill_of_the_readme_passes_by_its_keys() {
    let told = [
        "",
        "EMERGENCY",
        "",
        "Which side is it on?",
        "found hole h1",
        "Lind put a patch on hole h1",
        "leak check in Laboratory over 30 min holds",
        "Lind told the ground the repair",
        "The leak is held, and everybody is safe.",
    ];
    let readme = include_str!("../../README.md");
    let rows = readme.split("| keys | what happens |\n").nth(1).unwrap().lines().skip(1);
    let rows: Vec<&str> = rows.map_while(|row| row.strip_prefix("| ")?.split(" | ").next()).collect();
    assert_eq!(rows.len(), told.len());
    for (w, h) in [(80, 24), (160, 50)] {
        let mut window = Window::play("first-drill", w, h);
        for (row, told) in rows.iter().zip(told) {
            for key in row.split('`').skip(1).step_by(2) {
                if key.len() == 1 { window.keys(key) } else { window.type_text(key) }
            }
            if row.ends_with("Enter") {
                window.keys("Enter");
            }
            window.pass(1);
            if !told.is_empty() {
                window.until(told);
            }
        }
        window.expect("scorecard: 85 of 100 points, passed");
    }
}

/// The picture in README is what the program draws.
#[test]
fn the_screen_in_the_readme_is_real() {
    let mut window = Window::play("ms09-2018", 80, 24);
    window.pass(181);
    let readme = include_str!("../../README.md");
    let picture = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(picture, window.screen(), "\n{}", window.screen());
}

#[test]
fn keys_in_the_configuration_replace_the_defaults_and_conflicts_are_told() {
    let set = |id: &str, key: &str| (id.to_owned(), key.to_owned());
    let (keys, problems) =
        Keymap::new(&[set("go", "ctrl-g"), set("open", "c"), set("dance", "d"), set("report", "xyz")]);
    assert_eq!(keys.shown(leakdrill::tui::action::Action::Go), "Ctrl-g");
    assert!(matches!(problems[0], KeyProblem::UnknownAction(_)), "{problems:?}");
    assert!(matches!(problems[1], KeyProblem::NotAKey(..)), "{problems:?}");
    assert_eq!(
        problems[2].to_string(),
        "keys: 'c' does 'open' now, and 'close' has no key left; give 'close' another one"
    );
    let (_, problems) = Keymap::new(&[set("go", "ctrl-g"), set("open", "ctrl-g"), set("next", "7")]);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        told.contains(&"keys: 'Ctrl-g' for 'open' is taken by 'go'; give that one another key first".into()),
        "{told:?}"
    );
    assert!(
        told.contains(&"keys: '7' cannot be given to 'next': digits choose people, and Esc goes back".into()),
        "{told:?}"
    );
}
