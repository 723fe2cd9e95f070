//! Colours, decided here and nowhere else: what a role looks like, in as many colours as the terminal has.
//!
//! A state is never told by colour alone: every use of [`Role::Emergency`], [`Role::Warning`] and [`Role::Caution`] has
//! its own glyph and word beside it, and in monochrome its own attributes.

use super::own::Own;
use ratatui::style::{Color, Modifier, Style};
use std::sync::Arc;

/// What a piece of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Plain text.
    Text,
    /// Less important, or old.
    Dim,
    /// Barely there: a place nobody asked about, the rest of a bar.
    Faint,
    /// Frames and rules.
    Border,
    /// Names of panels.
    Title,
    /// What draws the eye without alarm: keys, the selected person.
    Accent,
    /// What can be pressed.
    Key,
    /// Something is well.
    Good,
    /// Yellow class.
    Caution,
    /// Red class.
    Warning,
    /// The worst.
    Emergency,
    /// The worst, and nobody has acknowledged it.
    Ringing,
    /// What is chosen.
    Select,
    /// The header.
    Banner,
    /// People on the map.
    Person,
    /// First segment of the station.
    SegmentA,
    /// Second segment.
    SegmentB,
    /// A letter to press.
    Hint,
    /// The ground's words.
    Ground,
    /// Traces of a chart.
    Trace(u8),
    /// The Earth on the title.
    Earth,
    /// The stars on it.
    Star,
}

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None.
    Mono,
    /// Sixteen.
    Ansi,
    /// 256.
    Indexed,
    /// All.
    True,
}

impl Depth {
    /// As the environment tells: NO_COLOR, COLORTERM, TERM.
    pub fn detect(var: impl Fn(&str) -> Option<String>) -> Self {
        if var("NO_COLOR").is_some_and(|v| !v.is_empty()) {
            return Depth::Mono;
        }
        let term = var("TERM").unwrap_or_default();
        let colours = var("COLORTERM").unwrap_or_default();
        if term == "dumb" {
            Depth::Mono
        } else if colours == "truecolor" || colours == "24bit" {
            Depth::True
        } else if term.contains("256color") {
            Depth::Indexed
        } else {
            Depth::Ansi
        }
    }
}

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// Black and white and pure colours.
    Contrast,
    /// For those who see red and green alike.
    RedGreen,
    /// For those who see blue and yellow alike.
    BlueYellow,
    /// No colour.
    Mono,
}

impl Palette {
    /// All, in the order of the settings screen.
    pub const ALL: [Palette; 6] =
        [Palette::Dark, Palette::Light, Palette::Contrast, Palette::RedGreen, Palette::BlueYellow, Palette::Mono];

    /// The name in config.toml.
    pub const fn id(self) -> &'static str {
        match self {
            Palette::Dark => "dark",
            Palette::Light => "light",
            Palette::Contrast => "contrast",
            Palette::RedGreen => "red-green",
            Palette::BlueYellow => "blue-yellow",
            Palette::Mono => "mono",
        }
    }

    /// The one of this name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.id() == id)
    }
}

/// Palette, depth and glyphs in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The colours.
    pub palette: Palette,
    /// The user's own, put over them.
    pub own: Option<Arc<Own>>,
    /// How many the terminal has.
    pub depth: Depth,
    /// Only ASCII.
    pub ascii: bool,
    /// Blinking is allowed.
    pub motion: bool,
}

/// A colour three ways: 24 bits, and its place among sixteen.
pub type Hue = ((u8, u8, u8), Color);

const WHITE: Hue = ((222, 226, 232), Color::Reset);
const GREY: Hue = ((142, 150, 162), Color::Gray);
const SLATE: Hue = ((84, 92, 106), Color::DarkGray);
const CYAN: Hue = ((110, 200, 220), Color::Cyan);
const GREEN: Hue = ((126, 200, 130), Color::Green);
const YELLOW: Hue = ((240, 200, 80), Color::Yellow);
const RED: Hue = ((250, 96, 88), Color::LightRed);
const BLUE: Hue = ((122, 162, 247), Color::LightBlue);
const VIOLET: Hue = ((190, 150, 240), Color::LightMagenta);
const ORANGE: Hue = ((240, 150, 80), Color::LightYellow);
const INK: Hue = ((30, 34, 42), Color::Black);

impl Theme {
    /// As plain as can be: for tests and unknown terminals.
    pub const fn mono() -> Self {
        Self { palette: Palette::Mono, own: None, depth: Depth::Mono, ascii: false, motion: false }
    }

    /// What a role looks like.
    pub fn style(&self, role: Role) -> Style {
        if role == Role::Ringing {
            let style = self.style(Role::Emergency);
            return if self.motion { style.add_modifier(Modifier::SLOW_BLINK) } else { style };
        }
        if self.depth == Depth::Mono || self.palette == Palette::Mono {
            return mono(role);
        }
        let style = Style::new().fg(self.paint(self.hue(role)));
        match role {
            Role::Emergency => Style::new()
                .fg(self.paint(((255, 255, 255), Color::White)))
                .bg(self.paint(self.own_hue(role).unwrap_or(((196, 32, 40), Color::Red))))
                .add_modifier(Modifier::BOLD),
            Role::Select => style.bg(self.paint(self.ground())).add_modifier(Modifier::BOLD),
            Role::Hint => Style::new().fg(self.paint(INK)).bg(self.paint(YELLOW)).add_modifier(Modifier::BOLD),
            Role::Warning | Role::Caution | Role::Title | Role::Accent | Role::Key | Role::Person => {
                style.add_modifier(Modifier::BOLD)
            }
            Role::Banner => style.add_modifier(Modifier::BOLD),
            _ => style,
        }
    }

    /// Behind what is chosen.
    fn ground(&self) -> Hue {
        match self.palette {
            Palette::Light => ((205, 218, 240), Color::Cyan),
            Palette::Contrast => ((0, 0, 160), Color::Blue),
            _ => ((44, 58, 88), Color::Blue),
        }
    }

    fn own_hue(&self, role: Role) -> Option<Hue> {
        self.own.as_ref().and_then(|own| own.hue(role))
    }

    fn hue(&self, role: Role) -> Hue {
        if let Some(hue) = self.own_hue(role) {
            return hue;
        }
        let dark = match role {
            Role::Text | Role::Banner | Role::Star => WHITE,
            Role::Dim => GREY,
            Role::Faint | Role::Border => SLATE,
            Role::Title | Role::Accent | Role::Ground => CYAN,
            Role::Key => YELLOW,
            Role::Good => GREEN,
            Role::Caution => YELLOW,
            Role::Warning | Role::Emergency | Role::Ringing => RED,
            Role::Select => ((255, 255, 255), Color::White),
            Role::Person => VIOLET,
            Role::SegmentA => ORANGE,
            Role::SegmentB => BLUE,
            Role::Hint => INK,
            Role::Trace(0) => CYAN,
            Role::Trace(1) => ORANGE,
            Role::Trace(2) => GREEN,
            Role::Trace(3) => VIOLET,
            Role::Trace(_) => BLUE,
            Role::Earth => BLUE,
        };
        match self.palette {
            Palette::Dark | Palette::Mono => dark,
            Palette::Light => light(role, dark),
            Palette::Contrast => match role {
                Role::Dim | Role::Faint | Role::Border => ((200, 200, 200), Color::White),
                Role::Text | Role::Banner => ((255, 255, 255), Color::White),
                Role::Warning => ((255, 80, 80), Color::LightRed),
                Role::Caution | Role::Key => ((255, 255, 0), Color::LightYellow),
                Role::Good => ((0, 255, 0), Color::LightGreen),
                _ => dark,
            },
            Palette::RedGreen => match role {
                Role::Good => BLUE,
                Role::Warning => ((230, 110, 0), Color::LightRed),
                Role::SegmentA => YELLOW,
                Role::Trace(2) => YELLOW,
                _ => dark,
            },
            Palette::BlueYellow => match role {
                Role::Caution | Role::Key => ((255, 170, 190), Color::LightMagenta),
                Role::SegmentA => RED,
                Role::SegmentB | Role::Earth => CYAN,
                Role::Trace(1) => RED,
                Role::Trace(4) => GREEN,
                _ => dark,
            },
        }
    }

    fn paint(&self, ((r, g, b), named): Hue) -> Color {
        match self.depth {
            Depth::Mono => Color::Reset,
            Depth::Ansi => named,
            Depth::Indexed => Color::Indexed(cube(r, g, b)),
            Depth::True => Color::Rgb(r, g, b),
        }
    }
}

/// The same hues on a light ground.
const fn light(role: Role, dark: Hue) -> Hue {
    match role {
        Role::Text | Role::Banner | Role::Select | Role::Star => ((24, 28, 36), Color::Reset),
        Role::Dim => ((92, 98, 110), Color::DarkGray),
        Role::Faint | Role::Border => ((160, 166, 176), Color::Gray),
        Role::Title | Role::Accent | Role::Ground | Role::Trace(0) => ((0, 104, 130), Color::Cyan),
        Role::Key | Role::Caution => ((150, 96, 0), Color::Yellow),
        Role::Good | Role::Trace(2) => ((20, 110, 40), Color::Green),
        Role::Warning => ((190, 20, 30), Color::Red),
        Role::Person | Role::Trace(3) => ((110, 40, 170), Color::Magenta),
        Role::SegmentA | Role::Trace(1) => ((170, 80, 0), Color::Red),
        Role::SegmentB | Role::Earth | Role::Trace(_) => ((30, 70, 190), Color::Blue),
        _ => dark,
    }
}

/// Attributes alone.
fn mono(role: Role) -> Style {
    match role {
        Role::Dim | Role::Faint | Role::Border => Style::new().add_modifier(Modifier::DIM),
        Role::Title | Role::Accent | Role::Key | Role::Person | Role::Caution | Role::Banner => {
            Style::new().add_modifier(Modifier::BOLD)
        }
        Role::Warning => Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Emergency | Role::Ringing => Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED),
        Role::Select | Role::Hint => Style::new().add_modifier(Modifier::REVERSED),
        _ => Style::new(),
    }
}

/// The nearest of the 6x6x6 cube or the grey ramp.
fn cube(r: u8, g: u8, b: u8) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let near = |v: u8| (0..6_u8).min_by_key(|i| STEPS[*i as usize].abs_diff(v)).unwrap_or(0);
    let (i, j, k) = (near(r), near(g), near(b));
    let error = |x: u8, y: u8, z: u8| u32::from(x.abs_diff(r)) + u32::from(y.abs_diff(g)) + u32::from(z.abs_diff(b));
    let coloured = error(STEPS[i as usize], STEPS[j as usize], STEPS[k as usize]);
    let level = ((u16::from(r) + u16::from(g) + u16::from(b)) / 3).saturating_sub(8) / 10;
    let step = level.min(23) as u8;
    let grey = 8 + step * 10;
    if error(grey, grey, grey) < coloured { 232 + step } else { 16 + 36 * i + 6 * j + k }
}
