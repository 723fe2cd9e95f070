//! The only clock: turns time on the wall into whole ticks of the drill, and says how long to wait for a key.

use super::bell::{FLASH_MS, rhythm};
use crate::sim::alarm::AlarmClass;
use std::time::{Duration, Instant};

/// Frames come no faster than this.
const FRAME: Duration = Duration::from_millis(33);
/// Frames of what moves between two ticks come so far apart.
const GLIDE: Duration = Duration::from_millis(80);
/// What a frame may spend on ticks, so that a key is answered within ten milliseconds.
const BUDGET: Duration = Duration::from_millis(5);
/// What a frame may spend on opening a long record, which nobody flies meanwhile.
const OPENING: Duration = Duration::from_millis(30);
/// How long the program sleeps at most before it looks for signals.
const NAP: Duration = Duration::from_millis(500);

/// Time on the wall, as it is owed to the drill.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    last: Instant,
    owed: f64,
    began: Instant,
}

impl Default for Pace {
    fn default() -> Self {
        let now = Instant::now();
        Self { last: now, owed: 0.0, began: now }
    }
}

impl Pace {
    /// How long to wait for a key before the next tick is due at so many ticks a second; 0 stands. An answer that is
    /// expected from a thread is looked for at every frame.
    pub fn wait(&self, rate: u32, expected: bool) -> Duration {
        if rate == 0 {
            return if expected { FRAME } else { NAP };
        }
        let missing = (1.0 - self.owed).max(0.0) / f64::from(rate);
        let due = Duration::from_secs_f64(missing).max(FRAME);
        due.saturating_sub(self.last.elapsed()).min(NAP)
    }

    /// Whole ticks that are due now. Time that could not be kept up with is let go: a slow machine runs slow.
    pub fn due(&mut self, rate: u32) -> u32 {
        self.due_at(Instant::now(), rate)
    }

    /// The same at a moment. A machine that slept for hours owes a quarter of a second like any other that was late, and
    /// no clock that somebody sets is asked.
    pub fn due_at(&mut self, now: Instant, rate: u32) -> u32 {
        let passed = now.saturating_duration_since(self.last).as_secs_f64();
        if rate == 0 {
            self.last = now;
            return 0;
        }
        if passed < FRAME.as_secs_f64() * 0.9 && f64::from(rate) * passed + self.owed > 1.0 && rate > 30 {
            return 0;
        }
        self.last = now;
        self.owed = (self.owed + passed * f64::from(rate)).min(f64::from(rate) / 4.0 + 1.0);
        let whole = self.owed.floor();
        self.owed -= whole;
        whole as u32
    }

    /// How much of the present second has passed at so many ticks a second, 0..1.
    pub fn share(&self, rate: u32) -> f64 {
        (self.owed + self.last.elapsed().as_secs_f64() * f64::from(rate)).clamp(0.0, 1.0)
    }

    /// How long until the next frame of what moves by itself.
    pub fn glide(&self, moves: bool) -> Duration {
        if moves { GLIDE } else { NAP }
    }

    /// Gives back ticks that were not run.
    pub fn give_back(&mut self, ticks: u32) {
        self.owed += f64::from(ticks);
    }

    /// Owes nothing: the speed changed.
    pub fn forget(&mut self) {
        self.owed = 0.0;
        self.last = Instant::now();
    }

    /// Begins a frame's budget.
    pub fn begin(&mut self) {
        self.began = Instant::now();
    }

    /// Whether some of the frame's time is left for opening a record.
    pub fn may_open(&self) -> bool {
        self.began.elapsed() < OPENING
    }

    /// Whether some of the frame's budget is left.
    pub fn may_go_on(&self) -> bool {
        self.began.elapsed() < BUDGET
    }
}

/// The rhythm of the worst alarm that rings, as it goes on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tones {
    rings: Option<(AlarmClass, Instant)>,
    struck: u64,
}

impl Tones {
    /// Whether a stroke is due, with this ringing. Another class begins its own rhythm at once; strokes that were
    /// missed are not made up for.
    pub fn strikes(&mut self, rings: Option<AlarmClass>) -> bool {
        if self.rings.map(|(class, _)| class) != rings {
            self.rings = rings.map(|class| (class, Instant::now()));
            self.struck = 0;
        }
        let due = self.at().map_or(0, |(rhythm, ms)| rhythm.due(ms));
        let strikes = due > self.struck;
        self.struck = due;
        strikes
    }

    /// Whether the screen is lit now.
    pub fn lit(&self) -> bool {
        self.at().is_some_and(|(rhythm, ms)| rhythm.lit(ms))
    }

    /// How long until something of it changes.
    pub fn wait(&self) -> Duration {
        let Some((rhythm, ms)) = self.at() else { return NAP };
        let stroke = rhythm.at_ms(self.struck).saturating_sub(ms);
        let dark = if rhythm.lit(ms) { FLASH_MS - ms % rhythm.every_ms } else { stroke };
        Duration::from_millis(stroke.min(dark).max(1))
    }

    fn at(&self) -> Option<(super::bell::Rhythm, u64)> {
        let (class, since) = self.rings?;
        Some((rhythm(class)?, since.elapsed().as_millis() as u64))
    }
}

/// Time on the wall since a drill began, for the heartbeat of its record.
#[derive(Clone, Copy, Debug)]
pub struct Wall(Instant);

impl Default for Wall {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Wall {
    /// Milliseconds.
    pub fn ms(self) -> u64 {
        self.0.elapsed().as_millis() as u64
    }
}
