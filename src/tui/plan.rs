//! Where each compartment and each joint of a station stands on the map, for a given room: drawing, arrows and mouse
//! all ask here.

use super::pen::columns;
use crate::sim::ids::CompartmentId;
use crate::sim::layout::Layout;

/// How much of a module is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Its label; joints between rows beside the label where there is no row for them.
    Label,
    /// Its label and the last pressure under it.
    Reading,
    /// A box with pressure, age and people.
    Box,
}

/// A place on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Left.
    pub x: i32,
    /// Top.
    pub y: i32,
    /// Columns.
    pub w: i32,
    /// Rows.
    pub h: i32,
}

impl Spot {
    /// Its middle column.
    pub const fn mid(&self) -> i32 {
        self.x + (self.w - 1) / 2
    }

    /// The row in which horizontal joints run.
    pub const fn row(&self) -> i32 {
        self.y + if self.h >= 3 { 1 } else { 0 }
    }

    /// Whether it covers a point.
    pub const fn covers(&self, x: i32, y: i32) -> bool {
        x >= self.x && x < self.x + self.w && y >= self.y && y < self.y + self.h
    }
}

/// A joint: a line with the hatch's glyph on one of its points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joint {
    /// The line, with its glyphs.
    pub line: Vec<(i32, i32, char)>,
    /// Where the hatch's glyph stands.
    pub glyph: (i32, i32),
    /// It runs up and down there.
    pub upright: bool,
}

/// The map.
#[derive(Clone, Debug)]
pub struct Plan {
    /// By compartment.
    pub spots: Vec<Spot>,
    /// By hatch.
    pub joints: Vec<Joint>,
    /// What is drawn.
    pub detail: Detail,
}

impl Plan {
    /// The richest plan of a station that fits into so many columns and rows.
    pub fn new(layout: &Layout, width: i32, height: i32) -> Self {
        let rows = ranks(layout, |c| c.1);
        let cols = ranks(layout, |c| c.0);
        let (n_rows, n_cols) = (rows.len().max(1) as i32, cols.len().max(1) as i32);
        let box_w = ((width + 1) / n_cols - 1).min(16);
        let detail = if box_w >= 10 && height >= n_rows * 4 - 1 {
            Detail::Box
        } else if height >= n_rows * 3 - 1 {
            Detail::Reading
        } else {
            Detail::Label
        };
        let spine = spine(layout, &rows);
        let (tops, high) = tops(n_rows, height, detail, spine);
        let middles = match detail {
            Detail::Box => {
                let total = n_cols * (box_w + 1) - 1;
                let left = (width - total).max(0) / 2;
                (0..n_cols).map(|c| left + c * (box_w + 1) + (box_w - 1) / 2).collect()
            }
            _ => middles(layout, &rows, &cols, width),
        };
        let spots = layout
            .compartments
            .iter()
            .map(|c| {
                let column = cols.binary_search(&c.cell.0).unwrap_or(0);
                let row = rows.binary_search(&c.cell.1).unwrap_or(0);
                let w = if detail == Detail::Box { box_w } else { columns(&c.label) };
                let mid = middles.get(column).copied().unwrap_or(0);
                Spot { x: mid - (w - 1) / 2, y: tops.get(row).copied().unwrap_or(0), w, h: high }
            })
            .collect::<Vec<_>>();
        let joints = layout.hatches.iter().map(|h| joint(layout, &spots, h.between)).collect();
        Self { spots, joints, detail }
    }

    /// The compartment at a point.
    pub fn at(&self, x: i32, y: i32) -> Option<CompartmentId> {
        self.spots.iter().position(|s| s.covers(x, y)).map(CompartmentId::at)
    }

    /// The nearest compartment from one in a direction.
    pub fn beside(&self, from: CompartmentId, dx: i32, dy: i32) -> Option<CompartmentId> {
        let here = self.spots.get(from.ix())?;
        self.spots
            .iter()
            .enumerate()
            .filter_map(|(i, s)| {
                // A row counts for two columns: cells are twice as high as wide.
                let (x, y) = (s.mid() - here.mid(), (s.y - here.y) * 2);
                let (along, aside) = (x * dx + y * dy, (x * dy).abs() + (y * dx).abs());
                (along > 0).then_some((along + 3 * aside, i))
            })
            .min()
            .map(|(_, i)| CompartmentId::at(i))
    }
}

/// The different values of a coordinate, in order.
fn ranks(layout: &Layout, of: impl Fn((i32, i32)) -> i32) -> Vec<i32> {
    let mut values: Vec<i32> = layout.compartments.iter().map(|c| of(c.cell)).collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// The row with the most compartments.
fn spine(layout: &Layout, rows: &[i32]) -> i32 {
    let count = |row: i32| layout.compartments.iter().filter(|c| c.cell.1 == row).count();
    (0..rows.len()).max_by_key(|i| count(rows[*i])).unwrap_or(0) as i32
}

/// The top of each row, and how high a compartment is drawn.
fn tops(rows: i32, height: i32, detail: Detail, spine: i32) -> (Vec<i32>, i32) {
    let high = match detail {
        Detail::Label => 1,
        Detail::Reading => 2,
        Detail::Box => 3,
    };
    // Rows for joints go first to the gaps next to the spine, where the station divides.
    let mut gaps: Vec<i32> = (0..rows - 1).collect();
    gaps.sort_by_key(|g| (2 * g + 1 - 2 * spine).abs());
    let spare = (height - rows * high).clamp(0, rows - 1);
    gaps.truncate(spare as usize);
    let used = rows * high + gaps.len() as i32;
    let mut y = (height - used).max(0) / 2;
    let tops = (0..rows)
        .map(|row| {
            let top = y;
            y += high + i32::from(gaps.contains(&row));
            top
        })
        .collect();
    (tops, high)
}

/// The middle column of each column of the grid, as narrow as the labels allow.
fn middles(layout: &Layout, rows: &[i32], cols: &[i32], width: i32) -> Vec<i32> {
    let mut mids = vec![0_i32; cols.len()];
    for (c, col) in cols.iter().enumerate() {
        let mut mid = mids.get(c.wrapping_sub(1)).map_or(0, |left| left + 2);
        for row in rows {
            let here = layout.compartments.iter().find(|k| k.cell == (*col, *row));
            let Some(here) = here else { continue };
            let w = columns(&here.label);
            // One column for the glyph of a hatch that stands beside the label.
            let beside = i32::from(w > 0);
            mid = mid.max((w - 1) / 2);
            let left =
                layout.compartments.iter().filter(|k| k.cell.1 == *row && k.cell.0 < *col).max_by_key(|k| k.cell.0);
            if let Some(left) = left
                && let Ok(l) = cols.binary_search(&left.cell.0)
            {
                let lw = columns(&left.label);
                let end = mids[l] - (lw - 1) / 2 + lw;
                mid = mid.max(end + beside + (w - 1) / 2);
            }
        }
        mids[c] = mid;
    }
    // Spare room is shared out evenly, and what is left goes to both sides.
    let last = layout
        .compartments
        .iter()
        .filter_map(|k| cols.binary_search(&k.cell.0).ok().map(|c| mids[c] + columns(&k.label) / 2 + 1))
        .max()
        .unwrap_or(0);
    let gaps = (cols.len() as i32 - 1).max(1);
    let stretch = ((width - last) / gaps).clamp(0, 3);
    let left = ((width - last - stretch * gaps) / 2).max(0);
    mids.iter().enumerate().map(|(c, mid)| mid + left + stretch * c as i32).collect()
}

/// The line of a joint between two compartments.
fn joint(layout: &Layout, spots: &[Spot], between: [CompartmentId; 2]) -> Joint {
    let [a, b] = between.map(|c| spots.get(c.ix()).copied().unwrap_or_default());
    let [ca, cb] = between.map(|c| layout.compartments.get(c.ix()).map_or((0, 0), |k| k.cell));
    if ca.1 == cb.1 {
        let (left, right) = if a.x < b.x { (a, b) } else { (b, a) };
        let (from, to) = (left.x + left.w, right.x);
        let y = left.row();
        let line = (from..to).map(|x| (x, y, '─')).collect();
        return Joint { line, glyph: (from + (to - from - 1) / 2, y), upright: false };
    }
    let (above, below) = if a.y < b.y { (a, b) } else { (b, a) };
    if ca.0 == cb.0 {
        return upright(above, below, spots);
    }
    // A corner: up or down in the column of one, then across in the row of the other, through a free cell.
    let free = |cell: (i32, i32)| !layout.compartments.iter().any(|k| k.cell == cell);
    let (stem, arm) = if free((ca.0, cb.1)) { (a, b) } else { (b, a) };
    let (x, y) = (stem.mid(), arm.row());
    let mut line = Vec::new();
    let rows = if stem.y > y { y + 1..stem.y } else { stem.y + stem.h..y };
    line.extend(rows.map(|row| (x, row, '│')));
    let (from, to) = if arm.x > x { (x + 1, arm.x) } else { (arm.x + arm.w, x) };
    line.extend((from..to).map(|column| (column, y, '─')));
    let corner = match (arm.x > x, stem.y > y) {
        (true, true) => '╭',
        (true, false) => '╰',
        (false, true) => '╮',
        (false, false) => '╯',
    };
    line.push((x, y, corner));
    let glyph = if arm.x > x { (arm.x - 1, y) } else { (arm.x + arm.w, y) };
    Joint { line, glyph, upright: false }
}

/// A joint up and down; beside the outer label where no row is free for it.
fn upright(above: Spot, below: Spot, spots: &[Spot]) -> Joint {
    let x = below.mid().max(above.x).min(above.x + above.w - 1);
    let (from, to) = (above.y + above.h, below.y);
    if to > from {
        let line: Vec<_> = (from..to).map(|y| (x, y, '│')).collect();
        // Next to the one that is farther from the middle of the map, where the eye looks for its door.
        let middle = spots.iter().map(|s| s.y).sum::<i32>() / spots.len().max(1) as i32;
        let y = if above.y < middle { from } else { to - 1 };
        return Joint { line, glyph: (x, y), upright: true };
    }
    let middle = spots.iter().map(|s| s.y).sum::<i32>() / spots.len().max(1) as i32;
    let outer = if above.y < middle { above } else { below };
    Joint { line: Vec::new(), glyph: (outer.x - 1, outer.y), upright: true }
}
