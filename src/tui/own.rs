//! Colours of a user's own: a file in the folder `themes` beside config.toml, its name that of the theme.
//!
//! ```toml
//! base = "dark"            # what is not named below looks as there
//! [colours]
//! warning = "#ff8800"      # 24 bits, brought down to what the terminal has
//! title = "light-cyan"     # or one of the terminal's own sixteen
//! ```

use super::theme::{Hue, Palette, Role};
use crate::replay::limit::{CONFIG_BYTES, read_text_up_to};
use crate::words::en::config as say;
use ratatui::style::Color;
use std::path::Path;
use std::sync::Arc;

/// A theme from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its name.
    pub name: String,
    /// What it changes.
    pub base: Palette,
    hues: Vec<(Role, Hue)>,
}

/// Roles by the names that files use.
pub const ROLES: [(&str, Role); 25] = [
    ("text", Role::Text),
    ("dim", Role::Dim),
    ("faint", Role::Faint),
    ("border", Role::Border),
    ("title", Role::Title),
    ("accent", Role::Accent),
    ("key", Role::Key),
    ("good", Role::Good),
    ("caution", Role::Caution),
    ("warning", Role::Warning),
    ("emergency", Role::Emergency),
    ("select", Role::Select),
    ("banner", Role::Banner),
    ("person", Role::Person),
    ("segment-a", Role::SegmentA),
    ("segment-b", Role::SegmentB),
    ("hint", Role::Hint),
    ("ground", Role::Ground),
    ("trace-1", Role::Trace(0)),
    ("trace-2", Role::Trace(1)),
    ("trace-3", Role::Trace(2)),
    ("trace-4", Role::Trace(3)),
    ("trace-5", Role::Trace(4)),
    ("earth", Role::Earth),
    ("star", Role::Star),
];

/// The terminal's own sixteen, with what they usually are.
const SIXTEEN: [(&str, Color, (u8, u8, u8)); 16] = [
    ("black", Color::Black, (0, 0, 0)),
    ("red", Color::Red, (205, 0, 0)),
    ("green", Color::Green, (0, 205, 0)),
    ("yellow", Color::Yellow, (205, 205, 0)),
    ("blue", Color::Blue, (0, 0, 238)),
    ("magenta", Color::Magenta, (205, 0, 205)),
    ("cyan", Color::Cyan, (0, 205, 205)),
    ("grey", Color::Gray, (229, 229, 229)),
    ("dark-grey", Color::DarkGray, (127, 127, 127)),
    ("light-red", Color::LightRed, (255, 0, 0)),
    ("light-green", Color::LightGreen, (0, 255, 0)),
    ("light-yellow", Color::LightYellow, (255, 255, 0)),
    ("light-blue", Color::LightBlue, (92, 92, 255)),
    ("light-magenta", Color::LightMagenta, (255, 0, 255)),
    ("light-cyan", Color::LightCyan, (0, 255, 255)),
    ("white", Color::White, (255, 255, 255)),
];

impl Own {
    /// The colour that it gives to a role.
    pub fn hue(&self, role: Role) -> Option<Hue> {
        self.hues.iter().find(|(named, _)| *named == role).map(|(_, hue)| *hue)
    }

    /// Reads one; what cannot be used is told in a sentence each, and the rest holds.
    pub fn parse(name: &str, text: &str) -> (Self, Vec<String>) {
        let mut own = Self { name: name.to_owned(), base: Palette::Dark, hues: Vec::new() };
        let mut problems = Vec::new();
        let mut tell = |what: String| problems.push(say::in_theme(name, &what));
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => {
                tell(error.message().to_owned());
                return (own, problems);
            }
        };
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("base", toml::Value::String(base)) => match Palette::named(base) {
                    Some(palette) => own.base = palette,
                    None => tell(say::no_base(base)),
                },
                ("colours", toml::Value::Table(colours)) => {
                    for (role, colour) in colours {
                        match (role_named(role), colour.as_str().and_then(hue)) {
                            (Some(role), Some(hue)) => own.hues.push((role, hue)),
                            (None, _) => tell(say::no_role(role)),
                            (_, None) => tell(say::no_colour(&colour.to_string(), role)),
                        }
                    }
                }
                _ => tell(say::no_field(key)),
            }
        }
        (own, problems)
    }

    /// Every theme of a folder, and what is wrong with them.
    pub fn all(folder: &Path) -> (Vec<Arc<Self>>, Vec<String>) {
        let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
        files.retain(|path| path.extension().is_some_and(|e| e == "toml"));
        files.sort();
        let mut found = Vec::new();
        let mut problems = Vec::new();
        for path in files {
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            if Palette::named(&name).is_some() {
                problems.push(say::theme_ships(&name));
                continue;
            }
            match read_text_up_to(&path, CONFIG_BYTES) {
                Ok(text) => {
                    let (own, wrong) = Self::parse(&name, &text);
                    problems.extend(wrong);
                    found.push(Arc::new(own));
                }
                Err(error) => problems.push(say::in_theme(&name, &error.to_string())),
            }
        }
        (found, problems)
    }
}

fn role_named(name: &str) -> Option<Role> {
    ROLES.iter().find(|(named, _)| *named == name).map(|(_, role)| *role)
}

fn hue(text: &str) -> Option<Hue> {
    if let Some((_, color, rgb)) = SIXTEEN.iter().find(|(name, ..)| *name == text) {
        return Some((*rgb, *color));
    }
    let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    let rgb = (part(0)?, part(2)?, part(4)?);
    let apart = |(r, g, b): (u8, u8, u8)| {
        u32::from(r.abs_diff(rgb.0)) + u32::from(g.abs_diff(rgb.1)) + u32::from(b.abs_diff(rgb.2))
    };
    let near = SIXTEEN.iter().min_by_key(|(_, _, of)| apart(*of)).map_or(Color::Reset, |(_, color, _)| *color);
    Some((rgb, near))
}
