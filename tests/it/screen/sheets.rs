//! Everything that lies over the cabin, at three sizes; the mouse on it; every order's letter.

use super::hands::Window;
use leakdrill::tui::app::{Msg, Stage};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (160, 50)];

/// The first drill after its alarm, with a hatch shut.
fn drill(w: u16, h: u16) -> Window {
    let mut window = Window::play("first-drill", w, h);
    window.keys("1 t h");
    window.until("EMERGENCY");
    window.keys("a 1 c l");
    window.pass(180);
    window
}

#[test]
fn what_lies_over_the_cabin_at_three_sizes() {
    let states = [
        ("menu", "2 g"),
        ("menu_why_not", "h"),
        ("palette", ":"),
        ("commit", "r"),
        ("leave", "q"),
        ("trend", "y"),
        ("card", "i"),
        ("journal", "j"),
        ("help", "?"),
        ("help_words", "? Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab"),
        ("paused", "Space"),
    ];
    for (w, h) in SIZES {
        for (name, keys) in states {
            let mut window = drill(w, h);
            window.keys(keys);
            insta::assert_snapshot!(format!("{name}_{w}x{h}"), window.screen());
        }
        let mut large = Window::play("ms09-2018", w, h);
        for (name, keys) in [("menu_places", "g"), ("menu_hatches", "Esc c"), ("menu_machines", "Esc x")] {
            large.keys(keys);
            insta::assert_snapshot!(format!("{name}_{w}x{h}"), large.screen());
        }
        let brief = Window::brief("ms09-2018", w, h);
        insta::assert_snapshot!(format!("brief_{w}x{h}"), brief.screen());
        let mut title = Window::title(w, h);
        title.keys("q");
        insta::assert_snapshot!(format!("quit_{w}x{h}"), title.screen());
    }
}

#[test]
fn what_the_cabin_comes_to_at_three_sizes() {
    for (w, h) in SIZES {
        let mut window = Window::play("first-drill", w, h);
        window.keys("1 t h");
        window.until("EMERGENCY");
        insta::assert_snapshot!(format!("alarm_{w}x{h}"), window.screen());
        window.keys("a m");
        window.pass(5);
        window.keys("s");
        window.pass(95);
        insta::assert_snapshot!(format!("hand_gauge_{w}x{h}"), window.screen());
        window.keys("2 p e");
        window.pass(1);
        window.keys("D");
        insta::assert_snapshot!(format!("declare_{w}x{h}"), window.screen());
    }
    for (w, h) in [(79, 24), (80, 23), (60, 18), (59, 18), (20, 5)] {
        insta::assert_snapshot!(format!("too_small_{w}x{h}"), Window::play("first-drill", w, h).screen());
    }
}

#[test]
fn a_declaration_warns_of_what_stays_unsaid() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("2 t u t p");
    window.until("EMERGENCY");
    window.keys("a 1 t h 2 g l l");
    window.until("found hole h1");
    window.keys("2 h p");
    window.until("Lind put a patch on hole h1");
    window.keys("1 g l k d");
    window.until("over 15 min holds");
    window.keys("D");
    window.expect("the drill ends with it");
    window.keys("Esc 2 p e");
    window.pass(1);
    window.keys("D");
    window.expect("Lind is still to report the repair");
    window.expect("unsaid");
    window.pass(120);
    window.refuse("unsaid");
    window.expect("the drill ends with it");
}

#[test]
fn escape_leads_back_everywhere_and_out_of_nothing() {
    let mut title = Window::title(80, 24);
    title.keys("Esc Esc");
    assert!(!title.app.quit);
    title.keys("q");
    title.expect("Leave Leakdrill?");
    title.keys("Esc");
    title.refuse("Leave Leakdrill?");
    title.keys("q n");
    assert!(!title.app.quit);
    title.keys("q q");
    assert!(title.app.quit);
    let mut cabin = Window::play("first-drill", 80, 24);
    cabin.keys("Esc Esc Esc");
    cabin.expect("T+00:00:00");
    assert!(!cabin.app.quit);
}

#[test]
fn all_rows_of_a_large_menu_are_shown_at_every_size() {
    for (w, h) in SIZES {
        for (verb, last) in [("g", "Columbus"), ("c", "Harmony-Columbus"), ("x", "Destiny payload racks: o")] {
            let mut window = Window::play("ms09-2018", w, h);
            window.keys(verb);
            window.expect(last);
            let Stage::Cabin(play) = &window.app.stage else { panic!("no cabin") };
            let screen = window.screen();
            for row in &play.hand.menu.as_ref().unwrap().rows {
                let name: String = row.label.chars().take(20).collect();
                assert!(screen.contains(&name), "{} of '{verb}' at {w}x{h}:\n{screen}", row.label);
            }
        }
    }
}

#[test]
fn everything_is_readable_in_ascii() {
    for keys in ["", "2 g", ":", "y", "?", "j"] {
        let mut window = drill(80, 24);
        window.keys(", Down Enter Esc");
        window.keys(keys);
        assert!(window.screen().is_ascii(), "{}", window.screen());
        assert!(!window.screen().contains("??"), "{}", window.screen());
    }
    let mut held = drill(160, 50);
    held.keys(", Down Enter Esc Space");
    held.expect("|| PAUSED");
    held.keys("2 g");
    for corner in ["+Lab", "+Node", "+Boat"] {
        held.expect(corner);
    }
    let mut result = drill(80, 24);
    result.keys(", Down Enter Esc");
    result.until("Time is up");
    result.settle();
    for _ in 0..5 {
        assert!(result.screen().is_ascii(), "{}", result.screen());
        result.keys("Tab");
    }
    let mut title = Window::title(120, 40);
    title.keys(", Down Enter Esc");
    assert!(!title.screen().contains('?') || title.screen().matches('?').count() == 1, "{}", title.screen());
}

#[test]
fn each_row_of_a_menu_has_a_letter_of_its_own() {
    let mut window = Window::play("ms09-2018", 80, 24);
    for verb in "gcoewmlftvxbpzH".chars() {
        window.keys(&verb.to_string());
        let Stage::Cabin(play) = &window.app.stage else { panic!("no cabin") };
        let mut letters: Vec<char> = play.hand.menu.iter().flat_map(|m| m.rows.iter().map(|r| r.letter)).collect();
        let all = letters.len();
        letters.sort_unstable();
        letters.dedup();
        assert!(letters.len() == all && !letters.contains(&' '), "{verb}: {letters:?}");
        window.keys("Esc");
    }
}

/// Where a text begins on the screen.
fn find(window: &Window, wanted: &str) -> (u16, u16) {
    let screen = window.screen();
    let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(wanted)).expect(wanted);
    let x = line[..line.find(wanted).unwrap()].chars().count();
    (x as u16, y as u16)
}

fn click(window: &mut Window, wanted: &str) {
    let (x, y) = find(window, wanted);
    window.app.update(Msg::Click(x + 1, y));
}

#[test]
fn the_mouse_takes_rows_of_menus_and_moments_of_the_trend() {
    for (w, h) in SIZES {
        let mut window = Window::play("first-drill", w, h);
        window.keys("2 g");
        click(&mut window, "Boat ");
        window.expect("Lind: go to Boat");
        window.keys(":");
        window.type_text("lind wake");
        click(&mut window, "lind wake");
        window.refuse("any order, any command");
        window.pass(600);
        window.keys("y");
        window.app.update(Msg::Click(w / 2, 5));
        window.expect("GMT): ");
    }
}

#[test]
fn the_mouse_chooses_a_mission_a_setting_and_closes_what_lies_over() {
    let mut window = Window::title(80, 24);
    click(&mut window, "Night leak");
    window.expect("▸ Night leak");
    click(&mut window, "▸ Night leak");
    window.expect("Enter begin");
    window.keys("Esc ,");
    click(&mut window, "ASCII glyphs only");
    assert!(window.screen().is_ascii());
    window.app.update(Msg::Click(0, 0));
    window.refuse("ASCII glyphs only");
    window.keys("?");
    window.app.update(Msg::Click(5, 5));
    window.refuse("three keys give any order");
}
