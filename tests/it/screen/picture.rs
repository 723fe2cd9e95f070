//! The picture of the cabin in README: drawn by the program, kept true by a test, made anew by
//! `cargo test --test it -- --ignored screen::picture`.

use super::hands::Window;
use leakdrill::tui::settings::Settings;
use leakdrill::tui::theme::{Depth, Palette};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// Columns and rows.
const SIZE: (u16, u16) = (160, 50);
/// A cell, in units of the picture.
const CELL: (f64, f64) = (8.4, 17.0);

fn path() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens/cabin.svg")
}

/// The morning after: one ship's crew behind its hatch, the other's at work.
fn scene() -> Buffer {
    let mut window = Window::play("ms09-2018", SIZE.0, SIZE.1);
    window.app.settings = Settings { palette: Palette::Dark, depth: Depth::True, ..Settings::default() };
    window.keys(", Right Left Esc");
    let mut order = |line: &str, seconds: u32| {
        window.keys(":");
        window.type_text(line);
        window.keys("Enter");
        for _ in 0..seconds / 10 {
            window.app.update(leakdrill::tui::app::Msg::Pass(10));
        }
    };
    for who in ["feustel", "arnold", "artemyev", "prokopyev", "gerst", "aunon"] {
        order(&format!("ground wake {who}"), 30);
    }
    order("crew muster", 600);
    order("prokopyev move rassvet", 30);
    order("gerst move rassvet", 30);
    order("aunon move rassvet", 30);
    order("gerst fetch gauge", 30);
    order("feustel move poisk", 30);
    order("arnold fetch gauge", 30);
    order("artemyev fetch detector", 240);
    order("aunon fetch tape", 240);
    order("gerst move rassvet", 120);
    order("prokopyev close ga-rassvet", 600);
    order("gerst measure", 900);
    order("arnold measure", 600);
    order("gerst stopwatch start", 280);
    order("artemyev listen", 30);
    order("gerst commit 16h", 10);
    window.keys("5");
    let area = Rect::new(0, 0, SIZE.0, SIZE.1);
    let mut buf = Buffer::empty(area);
    window.app.draw(&mut buf, area);
    buf
}

fn hex(color: Color, otherwise: &'static str) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => otherwise.to_owned(),
    }
}

/// What a cell looks like: ink, ground, bold.
fn look(cell: &Cell) -> (String, Option<String>, bool) {
    let (mut ink, mut ground) = (hex(cell.fg, "#dee2e8"), Some(hex(cell.bg, "")).filter(|hex| !hex.is_empty()));
    if cell.modifier.contains(Modifier::REVERSED) {
        let under = ground.unwrap_or_else(|| "#12151b".to_owned());
        (ground, ink) = (Some(ink), under);
    }
    (ink, ground, cell.modifier.contains(Modifier::BOLD))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The words of a run with their columns, parted where more than one space stands: browsers make one of several.
fn chunks(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.trim_start().is_empty() {
        let lead = rest.len() - rest.trim_start().len();
        let from = text.len() - rest.len() + lead;
        let end = text[from..].find("  ").map_or(text.len(), |gap| from + gap);
        found.push((text[..from].chars().count(), text[from..end].trim_end()));
        rest = &text[end..];
    }
    found
}

/// A screen as a picture: a rectangle behind what has a ground of its own, and text by runs of one look.
fn svg(buf: &Buffer) -> String {
    let (w, h) = (f64::from(buf.area.width) * CELL.0 + 20.0, f64::from(buf.area.height) * CELL.1 + 20.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.0} {h:.0}\" font-family=\"ui-monospace,'DejaVu Sans \
         Mono',Menlo,Consolas,monospace\" font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" \
         rx=\"8\" fill=\"#12151b\"/>\n"
    );
    for y in 0..buf.area.height {
        let mut x = 0;
        while x < buf.area.width {
            let cell = buf.cell((x, y)).unwrap();
            let start = x;
            let style = look(cell);
            let mut text = String::new();
            while x < buf.area.width && look(buf.cell((x, y)).unwrap()) == style {
                text.push_str(buf.cell((x, y)).unwrap().symbol());
                x += 1;
            }
            let (left, top) = (10.0 + f64::from(start) * CELL.0, 10.0 + f64::from(y) * CELL.1);
            let (ink, ground, bold) = style;
            if let Some(ground) = ground {
                let width = f64::from(x - start) * CELL.0;
                let _ = writeln!(
                    out,
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{:.0}\" fill=\"{ground}\"/>",
                    CELL.1
                );
            }
            let bold = if bold { " font-weight=\"bold\"" } else { "" };
            for (at, words) in chunks(&text) {
                let left = left + at as f64 * CELL.0;
                let length = words.chars().count() as f64 * CELL.0;
                let _ = writeln!(
                    out,
                    "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{length:.1}\" fill=\"{ink}\"{bold}>{}</text>",
                    top + 13.0,
                    escaped(words)
                );
            }
        }
    }
    out + "</svg>\n"
}

#[test]
fn the_picture_of_the_cabin_is_what_the_program_draws() {
    let drawn = svg(&scene());
    assert!(drawn.len() < 100_000, "{} bytes", drawn.len());
    let kept = std::fs::read_to_string(path()).unwrap_or_default();
    assert!(
        kept == drawn,
        "assets/screens/cabin.svg is not what is drawn; make it anew with\n  cargo test --test it -- --ignored screen::picture"
    );
    assert!(include_str!("../../../README.md").contains("assets/screens/cabin.svg"));
}

#[test]
#[ignore = "writes assets/screens/cabin.svg"]
fn draw_the_picture_anew() {
    std::fs::create_dir_all(path().parent().unwrap()).unwrap();
    std::fs::write(path(), svg(&scene())).unwrap();
}
