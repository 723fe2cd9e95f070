//! How a person wants their window: read from config.toml by the program's edge, changed on the settings screen.

use super::own::Own;
use super::tempo::SPEEDS;
use super::theme::{Depth, Palette, Theme};
use crate::store::config::{Config, Value};
use crate::words::en::config as say;
use std::sync::Arc;

/// Choices of the trainee.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Colours.
    pub palette: Palette,
    /// Colours of their own, put over those.
    pub own: Option<Arc<Own>>,
    /// Themes of their own that can be chosen.
    pub owns: Vec<Arc<Own>>,
    /// As many colours as the terminal has.
    pub depth: Depth,
    /// Glyphs of ASCII alone.
    pub ascii: bool,
    /// Things may blink and move by themselves.
    pub motion: bool,
    /// The bell sounds for alarms.
    pub bell: bool,
    /// The screen flashes for alarms.
    pub flash: bool,
    /// An alarm sets the speed to 1.
    pub slow_on_alarm: bool,
    /// A finished task sets the speed to 1.
    pub slow_on_task: bool,
    /// Speed at which a drill begins.
    pub speed: u32,
    /// The file says that there are no colours, whatever theme it names.
    pub monochrome: bool,
    /// Keys put over the defaults: action, key.
    pub keys: Vec<(String, String)>,
    /// What in the files could not be used, a sentence each.
    pub problems: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            palette: Palette::Dark,
            own: None,
            owns: Vec::new(),
            depth: Depth::Indexed,
            ascii: false,
            motion: true,
            bell: true,
            flash: false,
            slow_on_alarm: true,
            slow_on_task: false,
            speed: 1,
            monochrome: false,
            keys: Vec::new(),
            problems: Vec::new(),
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
    /// Flash.
    Flash,
    /// Speed on an alarm.
    SlowOnAlarm,
    /// Speed when a task ends.
    SlowOnTask,
    /// Speed at the beginning.
    Speed,
}

impl Choice {
    /// All, in order.
    pub const ALL: [Choice; 8] = [
        Choice::Palette,
        Choice::Ascii,
        Choice::Motion,
        Choice::Bell,
        Choice::Flash,
        Choice::SlowOnAlarm,
        Choice::SlowOnTask,
        Choice::Speed,
    ];

    /// Its name in config.toml.
    pub const fn id(self) -> &'static str {
        match self {
            Choice::Palette => "theme",
            Choice::Ascii => "ascii",
            Choice::Motion => "reduced_motion",
            Choice::Bell => "bell",
            Choice::Flash => "flash",
            Choice::SlowOnAlarm => "slow_on_alarm",
            Choice::SlowOnTask => "slow_on_task",
            Choice::Speed => "speed",
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

    /// Puts a configuration and the user's own themes over what the environment suggests.
    pub fn with(mut self, config: &Config, owns: Vec<Arc<Own>>) -> Self {
        self.owns = owns;
        self.ascii |= config.ascii;
        self.motion = !config.reduced_motion;
        (self.bell, self.flash) = (config.bell, config.flash);
        (self.slow_on_alarm, self.slow_on_task) = (config.slow_on_alarm, config.slow_on_task);
        if SPEEDS.contains(&config.speed) {
            self.speed = config.speed;
        } else {
            self.problems.push(say::no_speed(config.speed));
        }
        self.monochrome = config.monochrome;
        if config.monochrome {
            self.palette = Palette::Mono;
        } else if !config.theme.is_empty() && !self.choose(&config.theme) {
            self.problems.push(self.no_theme(&config.theme));
        }
        self.keys.extend(config.keys.iter().map(|(action, key)| (action.clone(), key.clone())));
        self
    }

    /// Takes the theme of this name, if there is one.
    fn choose(&mut self, name: &str) -> bool {
        let own = self.owns.iter().find(|own| own.name == name).cloned();
        let palette = own.as_ref().map(|own| own.base).or_else(|| Palette::named(name));
        if let Some(palette) = palette {
            (self.palette, self.own) = (palette, own);
        }
        palette.is_some()
    }

    fn no_theme(&self, name: &str) -> String {
        let mut names = self.themes();
        let last = names.pop().unwrap_or_default();
        say::no_theme(name, &names.join(", "), &last)
    }

    /// Names of the themes.
    fn themes(&self) -> Vec<String> {
        let ships = Palette::ALL.iter().map(|p| p.id().to_owned());
        ships.chain(self.owns.iter().map(|own| own.name.clone())).collect()
    }

    /// The theme that they make.
    pub fn theme(&self) -> Theme {
        Theme {
            palette: self.palette,
            own: self.own.clone(),
            depth: self.depth,
            ascii: self.ascii,
            motion: self.motion,
        }
    }

    /// The name of the theme in force.
    fn theme_name(&self) -> &str {
        self.own.as_ref().map_or(self.palette.id(), |own| &own.name)
    }

    /// What a choice is set to.
    pub fn value(&self, choice: Choice) -> String {
        let yes = |on: bool| if on { "yes" } else { "no" }.to_owned();
        match choice {
            Choice::Palette => self.theme_name().to_owned(),
            Choice::Ascii => yes(self.ascii),
            Choice::Motion => yes(self.motion),
            Choice::Bell => yes(self.bell),
            Choice::Flash => yes(self.flash),
            Choice::SlowOnAlarm => yes(self.slow_on_alarm),
            Choice::SlowOnTask => yes(self.slow_on_task),
            Choice::Speed => format!("{}x", self.speed),
        }
    }

    /// What config.toml says of a choice.
    pub fn written(&self, choice: Choice) -> Value {
        match choice {
            Choice::Palette => Value::Name(self.theme_name().to_owned()),
            Choice::Ascii => Value::Flag(self.ascii),
            Choice::Motion => Value::Flag(!self.motion),
            Choice::Bell => Value::Flag(self.bell),
            Choice::Flash => Value::Flag(self.flash),
            Choice::SlowOnAlarm => Value::Flag(self.slow_on_alarm),
            Choice::SlowOnTask => Value::Flag(self.slow_on_task),
            Choice::Speed => Value::Number(self.speed),
        }
    }

    /// Takes the next value of a choice, or the one before.
    pub fn turn(&mut self, choice: Choice, by: i32) {
        let step = |at: usize, n: usize| (at as i32 + by).rem_euclid(n.max(1) as i32) as usize;
        match choice {
            Choice::Palette => {
                let names = self.themes();
                let at = names.iter().position(|name| name == self.theme_name()).unwrap_or(0);
                let next = names.get(step(at, names.len())).cloned().unwrap_or_default();
                self.choose(&next);
            }
            Choice::Ascii => self.ascii = !self.ascii,
            Choice::Motion => self.motion = !self.motion,
            Choice::Bell => self.bell = !self.bell,
            Choice::Flash => self.flash = !self.flash,
            Choice::SlowOnAlarm => self.slow_on_alarm = !self.slow_on_alarm,
            Choice::SlowOnTask => self.slow_on_task = !self.slow_on_task,
            Choice::Speed => {
                let at = SPEEDS.iter().position(|s| *s == self.speed).unwrap_or(0);
                self.speed = SPEEDS[step(at, SPEEDS.len())];
            }
        }
    }
}
