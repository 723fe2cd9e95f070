//! The only way in which anything is drawn: text and boxes on a grid, cut off at the edge, never a panic.

use super::glyph;
use super::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A pen over a part of the screen. Coordinates are relative to its area and may lie outside it.
pub struct Pen<'a> {
    buf: &'a mut Buffer,
    area: Rect,
    /// The colours in force.
    pub theme: &'a Theme,
}

impl<'a> Pen<'a> {
    /// A pen over `area`, or what of it is on the screen.
    pub fn new(buf: &'a mut Buffer, area: Rect, theme: &'a Theme) -> Self {
        let area = area.intersection(buf.area);
        Self { buf, area, theme }
    }

    /// A pen over a part of this one's area.
    pub fn part(&mut self, x: i32, y: i32, w: i32, h: i32) -> Pen<'_> {
        let (x0, y0) = (x.max(0), y.max(0));
        let (x1, y1) = ((x + w).min(self.width()), (y + h).min(self.height()));
        let area = if x1 > x0 && y1 > y0 {
            Rect::new(self.area.x + x0 as u16, self.area.y + y0 as u16, (x1 - x0) as u16, (y1 - y0) as u16)
        } else {
            Rect::new(self.area.x, self.area.y, 0, 0)
        };
        Pen { buf: self.buf, area, theme: self.theme }
    }

    /// A pen over the inside of a box that stands at `area` of the screen.
    pub fn over(&mut self, area: Rect) -> Pen<'_> {
        let inner = Rect::new(
            area.x.saturating_add(1),
            area.y.saturating_add(1),
            area.width.saturating_sub(2),
            area.height.saturating_sub(2),
        );
        Pen::new(self.buf, inner, self.theme)
    }

    /// Columns.
    pub fn width(&self) -> i32 {
        i32::from(self.area.width)
    }

    /// Rows.
    pub fn height(&self) -> i32 {
        i32::from(self.area.height)
    }

    /// Where it stands on the screen.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// One character; gives its width.
    fn put(&mut self, x: i32, y: i32, ch: char, style: Style) -> i32 {
        let ch = if self.theme.ascii { glyph::ascii(ch) } else { ch };
        let Some(width) = ch.width().filter(|w| *w > 0) else { return 0 };
        let width = width as i32;
        if x >= 0
            && y >= 0
            && x + width <= self.width()
            && y < self.height()
            && let Some(cell) = self.buf.cell_mut((self.area.x + x as u16, self.area.y + y as u16))
        {
            cell.set_char(ch).set_style(style);
        }
        width
    }

    /// Text from a place on; gives the column after it.
    pub fn text(&mut self, x: i32, y: i32, text: &str, role: Role) -> i32 {
        self.styled(x, y, text, self.style(role))
    }

    /// Text in a style of its own.
    pub fn styled(&mut self, mut x: i32, y: i32, text: &str, style: Style) -> i32 {
        for ch in text.chars() {
            x += self.put(x, y, ch, style);
        }
        x
    }

    /// Text that may take so many columns at most; what does not fit ends in an ellipsis.
    pub fn fit(&mut self, x: i32, y: i32, text: &str, width: i32, role: Role) -> i32 {
        self.text(x, y, &cut(text, width), role)
    }

    /// Text that ends before column `x`.
    pub fn right(&mut self, x: i32, y: i32, text: &str, role: Role) -> i32 {
        let start = x - columns(text);
        self.text(start, y, text, role);
        start
    }

    /// Text in the middle of the row.
    pub fn centre(&mut self, y: i32, text: &str, role: Role) {
        let text = cut(text, self.width());
        self.text((self.width() - columns(&text)) / 2, y, &text, role);
    }

    /// Pieces of text in their roles, one after another.
    pub fn run(&mut self, mut x: i32, y: i32, pieces: &[(&str, Role)]) -> i32 {
        for (text, role) in pieces {
            x = self.text(x, y, text, *role);
        }
        x
    }

    /// Restyles what is there.
    pub fn tint(&mut self, x: i32, y: i32, w: i32, h: i32, role: Role) {
        let style = self.style(role);
        let area = self.part(x, y, w, h).area;
        self.buf.set_style(area, style);
    }

    /// Empties an area.
    pub fn clear(&mut self, x: i32, y: i32, w: i32, h: i32) {
        let style = self.style(Role::Text);
        for row in y..y + h {
            for column in x..x + w {
                self.put(column, row, ' ', style);
            }
        }
    }

    /// The character at a place.
    pub fn at(&self, x: i32, y: i32) -> Option<&str> {
        if x < 0 || y < 0 || x >= self.width() || y >= self.height() {
            return None;
        }
        self.buf.cell((self.area.x + x as u16, self.area.y + y as u16)).map(ratatui::buffer::Cell::symbol)
    }

    /// Whether a stretch of a row is on the area and blank.
    pub fn blank(&self, x: i32, y: i32, w: i32) -> bool {
        (x..x + w).all(|column| self.at(column, y) == Some(" "))
    }

    /// A horizontal line.
    pub fn rule(&mut self, x: i32, y: i32, w: i32, ch: char, role: Role) {
        let style = self.style(role);
        for column in x..x + w {
            self.put(column, y, ch, style);
        }
    }

    /// A line across the top with a title in it; the pen for what is below.
    pub fn section(&mut self, title: &str, role: Role) -> Pen<'_> {
        let (w, h) = (self.width(), self.height());
        self.rule(0, 0, w, '─', Role::Border);
        if !title.is_empty() {
            self.text(1, 0, &cut(&format!(" {title} "), w - 2), role);
        }
        self.part(0, 1, w, h - 1)
    }

    /// A frame with a title; the pen for its inside.
    pub fn frame(&mut self, title: &str, border: Role, title_role: Role) -> Pen<'_> {
        let (w, h) = (self.width(), self.height());
        self.boxed(0, 0, w, h, border);
        if !title.is_empty() && h > 0 {
            self.text(2, 0, &cut(&format!(" {title} "), w - 4), title_role);
        }
        self.part(1, 1, w - 2, h - 2)
    }

    /// The outline of a box.
    pub fn boxed(&mut self, x: i32, y: i32, w: i32, h: i32, role: Role) {
        if w < 2 || h < 2 {
            return;
        }
        let style = self.style(role);
        for column in x + 1..x + w - 1 {
            self.put(column, y, '─', style);
            self.put(column, y + h - 1, '─', style);
        }
        for row in y + 1..y + h - 1 {
            self.put(x, row, '│', style);
            self.put(x + w - 1, row, '│', style);
        }
        for (column, row, corner) in
            [(x, y, '╭'), (x + w - 1, y, '╮'), (x, y + h - 1, '╰'), (x + w - 1, y + h - 1, '╯')]
        {
            self.put(column, row, corner, style);
        }
    }

    /// A bar filled to a share of its width.
    pub fn bar(&mut self, x: i32, y: i32, w: i32, share: f64, full: Role, rest: Role) {
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        let filled = (share * f64::from(w) + 0.5) as i32;
        self.rule(x, y, filled, '▓', full);
        self.rule(x + filled, y, w - filled, '░', rest);
    }

    /// A line of text in an input field, its end always visible, with a cursor.
    pub fn field(&mut self, x: i32, y: i32, text: &str, width: i32, role: Role) {
        let mut shown: String = text.to_owned();
        while columns(&shown) > width - 1 && !shown.is_empty() {
            shown.remove(0);
        }
        let end = self.text(x, y, &shown, role);
        let cursor = self.style(role).add_modifier(Modifier::REVERSED);
        self.styled(end, y, " ", cursor);
    }
}

/// Columns that a text takes.
pub fn columns(text: &str) -> i32 {
    text.width() as i32
}

/// At most so many columns of a text, with an ellipsis if some is lost.
pub fn cut(text: &str, width: i32) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for ch in text.chars() {
        let w = ch.width().unwrap_or(0) as i32;
        if used + w > width - 1 {
            break;
        }
        used += w;
        out.push(ch);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

/// A text broken between words into lines of at most so many columns. Its own line ends are spaces, an empty line is
/// one.
pub fn wrap(text: &str, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.trim().split("\n\n") {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let gap = i32::from(!line.is_empty());
            if !line.is_empty() && columns(&line) + gap + columns(word) > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}
