//! A grid of braille dots, two by four to a cell: what every chart is drawn with.

use super::pen::Pen;
use super::theme::Role;

/// The grid.
pub struct Canvas {
    w: i32,
    h: i32,
    cells: Vec<u8>,
}

impl Canvas {
    /// Empty, of so many cells.
    pub fn new(w: i32, h: i32) -> Self {
        let (w, h) = (w.max(0), h.max(0));
        Self { w, h, cells: vec![0; (w * h) as usize] }
    }

    /// Sets a dot; one outside the grid is none.
    pub fn dot(&mut self, x: i32, y: i32) {
        const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
        if x < 0 || y < 0 || x >= self.w * 2 || y >= self.h * 4 {
            return;
        }
        let bit = BITS[(x % 2) as usize][(y % 4) as usize];
        if let Some(cell) = self.cells.get_mut((y / 4 * self.w + x / 2) as usize) {
            *cell |= bit;
        }
    }

    /// A straight line of dots.
    pub fn line(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        let steps = ((x1 - x0).abs().max((y1 - y0).abs()).ceil() as i32).clamp(1, 4096);
        for i in 0..=steps {
            let share = f64::from(i) / f64::from(steps);
            self.dot((x0 + (x1 - x0) * share + 0.5) as i32, (y0 + (y1 - y0) * share + 0.5) as i32);
        }
    }

    /// The cells that hold dots: column, row, glyph.
    pub fn inked(&self) -> impl Iterator<Item = (i32, i32, char)> + '_ {
        let w = self.w.max(1);
        self.cells.iter().enumerate().filter(|(_, cell)| **cell != 0).map(move |(i, cell)| {
            let glyph = char::from_u32(0x2800 + u32::from(*cell)).unwrap_or(' ');
            (i as i32 % w, i as i32 / w, glyph)
        })
    }

    /// Draws it.
    pub fn draw(&self, pen: &mut Pen<'_>, left: i32, top: i32, role: Role) {
        for (x, y, glyph) in self.inked() {
            pen.text(left + x, top + y, glyph.encode_utf8(&mut [0; 4]), role);
        }
    }
}
