//! What moves between two consoles: never more than what both said.

use super::fixture::Fixture;
use super::text;
use leakdrill::sim::console::{HatchState, JobView};
use leakdrill::sim::ids::HatchId;
use leakdrill::sim::order::Task;
use leakdrill::tui::motion::{Before, Motion};
use leakdrill::tui::pen::Pen;
use leakdrill::tui::screen::cabin::{self, Sheet};
use leakdrill::tui::taught;
use leakdrill::tui::theme::Theme;
use leakdrill::tui::view::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The trainer, Vega on the way from the laboratory into the node, a hatch half shut, Lind's needle falling.
fn moving() -> (Fixture, Before) {
    let mut fixture = Fixture::trainer();
    let (lab, node) = (fixture.console.crew[0].at, fixture.console.crew[1].at);
    fixture.console.crew[1].needle_mmhg = Some(742.0);
    let old = fixture.console.clone();
    fixture.console.tick = old.tick + 1;
    fixture.console.hatches[1].state = HatchState::Moving(0.5);
    fixture.console.crew[1].needle_mmhg = Some(741.75);
    assert_ne!(lab, node);
    fixture.console.crew[0].job =
        Some(JobView { task: Task::Move(node), walking_to: Some(node), done_s: 1, left_s: Some(8) });
    let mut before = Before::default();
    before.follow(&old, &fixture.console);
    (fixture, before)
}

fn drawn(fixture: &Fixture, before: &Before, share: f64, w: u16, h: u16) -> String {
    let area = Rect::new(0, 0, w, h);
    let mut buf = Buffer::empty(area);
    let view = View { motion: Some(Motion { before, share }), ..fixture.view() };
    cabin::draw(Pen::new(&mut buf, area, &Theme::mono()), &view, taught::defaults(), Sheet::None);
    text(&buf)
}

#[test]
fn hatches_needles_and_people_are_between_what_was_and_what_is() {
    let (fixture, before) = moving();
    assert!(before.moves(&fixture.console));
    let motion = |share| Motion { before: &before, share };
    let half = HatchState::Moving(0.5);
    assert_eq!(motion(0.0).hatch(HatchId(1), half), Some(1.0));
    assert_eq!(motion(0.5).hatch(HatchId(1), half), Some(0.75));
    assert_eq!(motion(7.0).hatch(HatchId(1), half), Some(0.5));
    assert_eq!(motion(0.5).hatch(HatchId(0), HatchState::Open), None, "what stands still does not move");
    let lind = fixture.console.crew[1].who;
    assert_eq!(motion(0.5).needle(lind, 741.75), 741.875);
    let (layout, vega) = (&fixture.mission.layout, fixture.console.crew[0].who);
    let (from, to, share) = motion(1.0).walks(vega, layout, fixture.console.tick).unwrap();
    assert_eq!((from, to), (fixture.console.crew[0].at, fixture.console.crew[1].at));
    // Eight and five seconds of transit: nine with the ring.
    assert!((share - 1.0 / 9.0).abs() < 1e-9, "{share}");
    assert!(motion(1.0).walks(lind, layout, fixture.console.tick).is_none());
}

#[test]
fn what_moves_is_drawn_at_every_share_and_size() {
    let (mut fixture, before) = moving();
    let stills: Vec<String> = (0..=8).map(|n| drawn(&fixture, &before, f64::from(n) / 8.0, 80, 24)).collect();
    let mut different = stills.clone();
    different.dedup();
    assert!(different.len() >= 6, "the needle glides by eighths");
    for (n, still) in stills.iter().enumerate() {
        assert_eq!(
            still.matches("742.0").count() + still.matches("741.75").count(),
            1,
            "{n}: the reading stands\n{still}"
        );
    }
    // On the last tick of the way Vega is drawn on the joint, or has arrived, and never twice.
    fixture.console.tick = fixture.console.tick + 5;
    let on_the_way = drawn(&fixture, &before, 0.5, 80, 24);
    assert!(on_the_way.contains("╭Lab") && on_the_way.contains("│1│"), "{on_the_way}");
    for (w, h) in [(0, 0), (40, 10), (80, 24), (120, 40), (160, 50), (200, 60)] {
        for n in 0..=8 {
            drawn(&fixture, &before, f64::from(n) / 8.0, w, h);
        }
    }
}

#[test]
fn with_reduced_motion_nothing_moves_between_two_seconds() {
    let mut window = super::hands::Window::play("first-drill", 80, 24);
    window.keys("2 g l");
    window.pass(2);
    assert!(window.app.moves());
    window.app.settings.motion = false;
    assert!(!window.app.moves());
    window.app.settings.motion = true;
    window.keys("+ + + +");
    assert!(!window.app.moves(), "too fast to be seen");
}
