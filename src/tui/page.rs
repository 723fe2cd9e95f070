//! A page longer than the screen: rows of text in roles, scrolled, with parts to jump to.

use super::pen::{Pen, columns, wrap};
use super::theme::Role;

/// A piece of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Column.
    pub x: i32,
    /// Words.
    pub text: String,
    /// What they are.
    pub role: Role,
}

/// Rows to be scrolled.
#[derive(Clone, Debug, Default)]
pub struct Page {
    width: i32,
    rows: Vec<Vec<Span>>,
    parts: Vec<usize>,
}

impl Page {
    /// An empty page of so many columns.
    pub fn new(width: i32) -> Self {
        Self { width, ..Self::default() }
    }

    /// Columns.
    pub fn width(&self) -> i32 {
        self.width
    }

    /// A row of pieces.
    pub fn row(&mut self, spans: Vec<Span>) {
        self.rows.push(spans);
    }

    /// An empty row.
    pub fn gap(&mut self) {
        self.rows.push(Vec::new());
    }

    /// A text on as many rows as it needs, the lead before the first of them and room for it before the others.
    pub fn text(&mut self, lead: &str, lead_role: Role, text: &str, role: Role) {
        let indent = columns(lead);
        for (n, line) in wrap(text, (self.width - indent).max(8)).into_iter().enumerate() {
            let mut row = Vec::new();
            if n == 0 && !lead.is_empty() {
                row.push(Span { x: 0, text: lead.to_owned(), role: lead_role });
            }
            row.push(Span { x: indent, text: line, role });
            self.rows.push(row);
        }
    }

    /// A rule with a title: a part that Tab jumps to.
    pub fn part(&mut self, title: &str, role: Role) {
        if !self.rows.is_empty() {
            self.gap();
        }
        self.parts.push(self.rows.len());
        let rule = "─".repeat(self.width.max(0) as usize);
        let title = super::pen::cut(&format!(" {title} "), self.width - 2);
        self.rows.push(vec![Span { x: 0, text: rule, role: Role::Border }, Span { x: 1, text: title, role }]);
    }

    /// Rows that can be scrolled past on a screen of so many.
    pub fn most(&self, shown: i32) -> usize {
        self.rows.len().saturating_sub(shown.max(1) as usize)
    }

    /// The first row of the part after a row; from the last, the top.
    pub fn next_part(&self, from: usize, shown: i32) -> usize {
        let most = self.most(shown);
        let after = self.parts.iter().copied().find(|row| *row > from);
        if from >= most { 0 } else { after.unwrap_or(0).min(most) }
    }

    /// Draws the rows from one on, and how far down that is.
    pub fn draw(&self, pen: &mut Pen<'_>, scroll: usize) {
        let shown = pen.height();
        let most = self.most(shown);
        for (y, row) in self.rows.iter().skip(scroll.min(most)).take(shown.max(0) as usize).enumerate() {
            for span in row {
                pen.text(span.x, y as i32, &span.text, span.role);
            }
        }
    }
}
