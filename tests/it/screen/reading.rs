//! What somebody read by hand, where it can still be seen, and what an exam shows in place of a rate.

use super::draw;
use super::fixture::Fixture;
use super::hands::Window;
use leakdrill::tui::screen::cabin::Sheet;

#[test]
fn a_reading_by_hand_stands_with_its_age_on_the_smallest_screen() {
    let iss = Fixture::iss();
    for (w, h) in [(80, 24), (120, 40), (160, 50)] {
        let screen = draw(&iss, w, h, false, Sheet::None);
        let row = screen.lines().find(|line| line.contains("MS09 BO") && line.contains("741.50")).unwrap_or_default();
        assert!(row.contains("15m old"), "{w}x{h}: {row}\n{screen}");
    }
}

#[test]
fn the_gauge_of_a_place_is_read_for_the_journal_and_stays_known() {
    let mut window = Window::play("first-drill", 80, 24);
    let Window { app, .. } = &mut window;
    let leakdrill::tui::app::Stage::Cabin(play) = &mut app.stage else { panic!("no drill") };
    let layout = play.session.mission().layout.clone();
    let order = |line: &str| leakdrill::drill::grammar::parse(line, &layout).unwrap().unwrap().act;
    play.order(order("vega fetch gauge"));
    play.order(order("vega move boat"));
    play.order(order("vega measure 60s"));
    window.until("Vega reads 7");
    window.pass(240);
    let screen = window.screen();
    assert!(screen.lines().any(|line| line.contains("Boat") && line.contains("4m old")), "{screen}");
}

#[test]
fn an_exam_says_that_rates_are_worked_out_by_hand() {
    let mut iss = Fixture::iss();
    iss.rate.exam = true;
    for (w, h) in [(80, 24), (160, 50)] {
        let screen = draw(&iss, w, h, false, Sheet::None);
        assert!(screen.contains("10 min   by hand only") && !screen.contains("exam mmHg/h"), "{screen}");
    }
}
