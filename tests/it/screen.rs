//! What a trainee sees: screens as text at three sizes, from a console made up or from a real drill.

#[path = "screen/fixture.rs"]
mod fixture;

use fixture::Fixture;
use leakdrill::tui::keys::Keymap;
use leakdrill::tui::pen::Pen;
use leakdrill::tui::screen::cabin::{self, Sheet};
use leakdrill::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The screen as text, without what trails.
fn text(buf: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buf.area.height {
        let mut line = String::new();
        for x in 0..buf.area.width {
            line.push_str(buf.cell((x, y)).unwrap().symbol());
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

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
    for (w, h) in [(80, 24), (160, 50)] {
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
