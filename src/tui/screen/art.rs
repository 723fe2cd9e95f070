//! The station over the Earth's limb, drawn to any width.

use crate::tui::pen::Pen;
use crate::tui::theme::Role;

/// Solar wings, truss and modules, seen from ahead and a little below.
const STATION: [&str; 11] = [
    r"  ▐▓▓▌ ▐▓▓▌                                 ▐▓▓▌ ▐▓▓▌  ",
    r"  ▐▓▓▌ ▐▓▓▌            ╭─╮                  ▐▓▓▌ ▐▓▓▌  ",
    r"  ▐▓▓▌ ▐▓▓▌   ░░       │ │        ░░        ▐▓▓▌ ▐▓▓▌  ",
    r"  ▐▓▓▌ ▐▓▓▌   ░░     ╭─┴─┴─╮      ░░        ▐▓▓▌ ▐▓▓▌  ",
    r"═══╪╪═══╪╪═════╪═══╪═╡     ╞═══╪═══╪═════════╪╪═══╪╪═══",
    r"  ▐▓▓▌ ▐▓▓▌   ░░     ╰─┬─┬─╯      ░░        ▐▓▓▌ ▐▓▓▌  ",
    r"  ▐▓▓▌ ▐▓▓▌   ░░   ╭───┴─┴───╮    ░░        ▐▓▓▌ ▐▓▓▌  ",
    r"  ▐▓▓▌ ▐▓▓▌        ╰─┬─────┬─╯              ▐▓▓▌ ▐▓▓▌  ",
    r"  ▐▓▓▌ ▐▓▓▌         ╭┴╮   ╭┴╮               ▐▓▓▌ ▐▓▓▌  ",
    r"                    │ │   │ │                          ",
    r"                    ╰▽╯   ╰▽╯                          ",
];

/// The same from farther away.
const SMALL: [&str; 6] = [
    r" ▐▓▌▐▓▌              ▐▓▌▐▓▌ ",
    r" ▐▓▌▐▓▌  ░  ╭┴╮  ░   ▐▓▌▐▓▌ ",
    r"══╪══╪═══╪═╡   ╞═╪════╪══╪══",
    r" ▐▓▌▐▓▌  ░ ╰┬─┬╯ ░   ▐▓▌▐▓▌ ",
    r" ▐▓▌▐▓▌    ╭┴╮╭┴╮    ▐▓▌▐▓▌ ",
    r"           ╰▽╯╰▽╯           ",
];

/// Rows of the large drawing.
pub const HEIGHT: i32 = STATION.len() as i32;

/// Stars, the station and the limb over the whole pen, the limb rising to `rows` at the bottom.
pub fn draw(pen: &mut Pen<'_>, top: i32, limb: i32, small: bool) {
    let station: &[&str] = if small { &SMALL } else { &STATION };
    let (w, h) = (pen.width(), pen.height());
    for i in 0..(w * h / 55) {
        // A fixed sprinkle: cosmetic, the same each time.
        let n = (i as u32).wrapping_mul(2_654_435_761);
        let (x, y) = ((n >> 8) as i32 % w.max(1), (n >> 20) as i32 % h.max(1));
        let (glyph, role) = if n.is_multiple_of(7) { ("✦", Role::Star) } else { ("·", Role::Faint) };
        pen.text(x, y, glyph, role);
    }
    earth(pen, limb);
    let left = (w - station.first().map_or(0, |row| row.chars().count() as i32)) / 2;
    for (i, row) in station.iter().enumerate() {
        for (x, ch) in row.chars().enumerate() {
            if ch == ' ' {
                continue;
            }
            let role = match ch {
                '▓' | '▐' | '▌' => Role::SegmentA,
                '░' => Role::Dim,
                '═' | '╪' | '╡' | '╞' => Role::Border,
                _ => Role::Text,
            };
            pen.text(left + x as i32, top + i as i32, ch.encode_utf8(&mut [0; 4]), role);
        }
    }
}

/// The limb: a flat arc, a thin bright line of air over the dark ground.
fn earth(pen: &mut Pen<'_>, limb: i32) {
    let (w, h) = (pen.width(), pen.height());
    if w < 2 {
        return;
    }
    let rise = f64::from(limb);
    for x in 0..w {
        let u = f64::from(2 * x - w + 1) / f64::from(w);
        let y = f64::from(h) - rise * (1.0 - 0.75 * u * u);
        let row = y as i32;
        let part = y - f64::from(row);
        let glyph = if part < 0.34 {
            "▓"
        } else if part < 0.67 {
            "▒"
        } else {
            "░"
        };
        pen.text(x, row, glyph, Role::Accent);
        for below in row + 1..h {
            let glyph = if below == row + 1 { "▒" } else { "░" };
            pen.text(x, below, glyph, Role::Earth);
        }
    }
}
