//! What a hand chooses: orders by typing, people, letters, keys, colours, passages. What is chosen is done, or the screen says why not.

use super::fixture::{Fixture, quiet};
use super::hands::{Window, shipped};
use crokey::KeyCombination;
use crokey::crossterm::event::KeyCode;
use leakdrill::sim::event::Event;
use leakdrill::sim::ids::PersonId;
use leakdrill::sim::layout::HatchKind;
use leakdrill::store::Config;
use leakdrill::store::config::Value;
use leakdrill::tui::app::{Msg, Stage};
use leakdrill::tui::desk::Wanted;
use leakdrill::tui::keys::{Keymap, plain};
use leakdrill::tui::menu::{Menu, Pick, Row};
use leakdrill::tui::screen::cabin;
use leakdrill::tui::settings::Settings;
use leakdrill::tui::title::Title;

fn play(window: &Window) -> &leakdrill::tui::play::Play {
    let Stage::Cabin(play) = &window.app.stage else { panic!("no drill:\n{}", window.screen()) };
    play
}

fn refusals(window: &Window) -> usize {
    play(window).session.log().events().filter(|(_, event)| matches!(event, Event::Refused { .. })).count()
}

#[test]
fn an_order_typed_for_another_time_is_not_obeyed_now() {
    let mut window = Window::play("ms09-2018", 80, 24);
    window.pass(5);
    window.keys(":");
    window.type_text("T+09:00:00 artemyev move zarya");
    window.expect("Orders here are for now");
    window.keys("Enter");
    window.expect("Orders here are for now: leave the time out, or wait until then.");
    window.pass(2);
    assert_eq!(play(&window).session.log().orders().count(), 0);
    window.keys(":");
    window.type_text("T+00:00:08 artemyev move zarya");
    window.keys("Enter");
    window.pass(2);
    assert_eq!(play(&window).session.log().orders().count(), 1, "the next tick is now");
}

#[test]
fn what_was_typed_whole_and_cannot_be_is_what_enter_gives() {
    let mut window = Window::play("first-drill", 80, 24);
    window.pass(1);
    window.keys(":");
    window.type_text("lind open");
    window.keys("Esc :");
    window.type_text("crew ack");
    window.keys("Enter");
    window.pass(1);
    let given: Vec<String> = play(&window)
        .session
        .log()
        .orders()
        .map(|(_, order)| leakdrill::drill::grammar::write(&order.act, &shipped("first-drill").layout))
        .collect();
    assert_eq!(given, ["crew acknowledge"]);
    assert_eq!(refusals(&window), 1, "and it is in the record that nothing rang");
}

#[test]
fn a_refused_order_is_recorded_and_undo_takes_back_the_one_before() {
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("2 f");
    window.expect("✓ Lind");
    window.keys("1 f a");
    window.expect("Nothing rings");
    assert_eq!(play(&window).view().pending.len(), 2, "what was refused is not waited for");
    window.keys("u");
    window.expect("taken back: Vega");
    assert_eq!(play(&window).view().pending.len(), 1);
    window.pass(1);
    assert_eq!(refusals(&window), 1);
    assert_eq!(play(&window).session.log().orders().count(), 2);
    assert!(play(&window).session.feed.lines().is_empty(), "it was told as it was given, and not once more");
}

#[test]
fn twelve_people_have_a_key_or_a_letter_each_and_no_digit_means_somebody_else() {
    let mut layout = (*Fixture::iss().mission.layout).clone();
    let member = layout.crew[0].clone();
    while layout.crew.len() < 12 {
        let mut another = member.clone();
        another.id = format!("p{}", layout.crew.len());
        another.label = another.id.clone();
        layout.crew.push(another);
    }
    let fixture = quiet(layout, "A full house");
    let view = fixture.view();
    let numbers: String = (0..12).map(|n| view.number(PersonId(n))).collect();
    assert_eq!(numbers, "1234567890AB");
    let screen = super::draw(&fixture, 160, 50, false, cabin::Sheet::None);
    assert!(screen.contains(" 0 p9") && screen.contains(" B p11"), "{screen}");
    let mut window = Window::play("first-drill", 80, 24);
    window.keys("2 0");
    window.expect("Nobody here has the number 0.");
    assert_eq!(play(&window).hand.person, PersonId(1));
}

#[test]
fn the_longest_menu_has_a_letter_a_row_as_far_as_there_are_any() {
    let row = |n: usize| Row::new(format!("Module {n}"), "", Pick::Ask(leakdrill::tui::menu::Asked::LeakCheck));
    let rows = Menu::letter((0..80).map(row).collect());
    let mut letters: Vec<char> = rows.iter().map(|row| row.letter).collect();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(letters.len(), 80);
    assert!(!letters.contains(&' '));
}

#[test]
fn a_key_that_somebody_chose_does_what_they_chose_it_for() {
    let set = |id: &str, key: &str| (id.to_owned(), key.to_owned());
    let mut window = Window::with_settings(Settings { keys: vec![set("next", "pagedown")], ..Settings::default() });
    window.app.update(Msg::Key(KeyCombination::from(KeyCode::Enter)));
    window.app.update(Msg::Key(KeyCombination::from(KeyCode::Enter)));
    window.app.update(Msg::Key(KeyCombination::from(KeyCode::PageDown)));
    assert!(window.app.ticks_per_second() > 1000, "it runs to the next event:\n{}", window.screen());
    let (keys, _) = Keymap::new(&[set("open", "c")]);
    assert_eq!(keys.action(plain('c')), Some(leakdrill::tui::action::Action::Open));
}

#[test]
fn colours_that_are_chosen_over_no_colours_are_there_at_the_next_start() {
    let config = Config { monochrome: true, ..Config::default() };
    let mut window = Window::with_settings(Settings::default().with(&config, Vec::new()));
    window.app.wants.clear();
    window.keys(", Enter");
    let kept = |name: &str| {
        let is = |wanted: &&Wanted| matches!(wanted, Wanted::Keep(kept, _) if *kept == name);
        window
            .app
            .wants
            .iter()
            .find(is)
            .map(|wanted| if let Wanted::Keep(_, value) = wanted { value.clone() } else { Value::Flag(true) })
    };
    assert!(matches!(kept("theme"), Some(Value::Name(_))));
    assert_eq!(kept("monochrome"), Some(Value::Flag(false)));
}

#[test]
fn a_click_on_a_passage_without_a_door_says_so_and_slows_nothing() {
    let mut mission = (*shipped("first-drill")).clone();
    std::sync::Arc::make_mut(&mut mission.layout).hatches[0].kind = HatchKind::Open;
    let mut window = Window::at(Stage::Brief { mission: mission.into(), seed: 7, exam: false }, 160, 50);
    window.keys("Enter +");
    let view = play(&window).view();
    let open = view.layout.hatches.iter().position(|hatch| hatch.kind == HatchKind::Open).expect("an open passage");
    let (plan, left, top) = cabin::plan(&view, 160, 50);
    let (x, y) = plan.joints[open].glyph;
    window.app.update(Msg::Click((x + left) as u16, (y + top) as u16));
    window.expect("There is no hatch here");
    assert_eq!(window.app.ticks_per_second(), 2);
}

#[test]
fn to_fly_again_is_to_fly_the_file_as_it_was_saved_meanwhile() {
    let mut window = Window::at(Stage::Title(Title::new(vec![shipped("first-drill")])), 80, 24);
    window.keys("Enter Enter");
    window.pass(2);
    window.keys("q y");
    let mut new = (*shipped("first-drill")).clone();
    new.title = "First drill, mended".into();
    window.app.update(Msg::Edited(Ok(std::sync::Arc::new(new))));
    window.keys("a");
    window.expect("First drill, mended");
}
