//! How a person wants their window: read from config.toml by the program's edge, changed on the settings screen.

use super::theme::{Depth, Palette, Theme};

/// Choices of the trainee.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Colours.
    pub palette: Palette,
    /// As many colours as the terminal has.
    pub depth: Depth,
    /// Glyphs of ASCII alone.
    pub ascii: bool,
    /// Things may blink and move by themselves.
    pub motion: bool,
    /// The bell sounds for alarms.
    pub bell: bool,
    /// An alarm sets the speed to 1.
    pub slow_on_alarm: bool,
    /// A finished task sets the speed to 1.
    pub slow_on_task: bool,
    /// Keys put over the defaults: action, key.
    pub keys: Vec<(String, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            palette: Palette::Dark,
            depth: Depth::Indexed,
            ascii: false,
            motion: true,
            bell: true,
            slow_on_alarm: true,
            slow_on_task: false,
            keys: Vec::new(),
        }
    }
}

/// A line of the settings screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Colours.
    Palette,
    /// Glyphs.
    Ascii,
    /// Motion.
    Motion,
    /// Bell.
    Bell,
    /// Speed on an alarm.
    SlowOnAlarm,
    /// Speed when a task ends.
    SlowOnTask,
}

impl Choice {
    /// All, in order.
    pub const ALL: [Choice; 6] =
        [Choice::Palette, Choice::Ascii, Choice::Motion, Choice::Bell, Choice::SlowOnAlarm, Choice::SlowOnTask];

    /// Its name.
    pub const fn label(self) -> &'static str {
        match self {
            Choice::Palette => "colours",
            Choice::Ascii => "ASCII glyphs only",
            Choice::Motion => "motion and blinking",
            Choice::Bell => "bell on alarms",
            Choice::SlowOnAlarm => "1x when an alarm sounds",
            Choice::SlowOnTask => "1x when a task ends",
        }
    }
}

impl Settings {
    /// Defaults as the environment suggests: colours of the terminal, ASCII where the locale has nothing else.
    pub fn detect(var: impl Fn(&str) -> Option<String>) -> Self {
        let depth = Depth::detect(&var);
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| var(name).filter(|v| !v.is_empty()));
        let utf8 = locale.is_none_or(|l| {
            let l = l.to_ascii_lowercase();
            l.contains("utf-8") || l.contains("utf8") || l == "c.utf8"
        });
        let dumb = var("TERM").is_some_and(|t| t == "dumb");
        let palette = if depth == Depth::Mono { Palette::Mono } else { Palette::Dark };
        Self { palette, depth, ascii: !utf8 || dumb, ..Self::default() }
    }

    /// The theme that they make.
    pub fn theme(&self) -> Theme {
        Theme { palette: self.palette, depth: self.depth, ascii: self.ascii, motion: self.motion }
    }

    /// What a choice is set to.
    pub fn value(&self, choice: Choice) -> &'static str {
        let yes = |on: bool| if on { "yes" } else { "no" };
        match choice {
            Choice::Palette => self.palette.id(),
            Choice::Ascii => yes(self.ascii),
            Choice::Motion => yes(self.motion),
            Choice::Bell => yes(self.bell),
            Choice::SlowOnAlarm => yes(self.slow_on_alarm),
            Choice::SlowOnTask => yes(self.slow_on_task),
        }
    }

    /// Takes the next value of a choice.
    pub fn turn(&mut self, choice: Choice) {
        match choice {
            Choice::Palette => {
                let at = Palette::ALL.iter().position(|p| *p == self.palette).unwrap_or(0);
                self.palette = Palette::ALL[(at + 1) % Palette::ALL.len()];
            }
            Choice::Ascii => self.ascii = !self.ascii,
            Choice::Motion => self.motion = !self.motion,
            Choice::Bell => self.bell = !self.bell,
            Choice::SlowOnAlarm => self.slow_on_alarm = !self.slow_on_alarm,
            Choice::SlowOnTask => self.slow_on_task = !self.slow_on_task,
        }
    }
}
