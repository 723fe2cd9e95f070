//! A record as the frames of a terminal recording: the screen of its replay at moments of the drill, each frame no more
//! than what differs from the one before.

use super::app::{App, Msg, Stage};
use super::settings::Settings;
use super::watch::Watch;
use crate::export::cast::{Frame, Options};
use crate::replay::Record;
use crate::units::Tick;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;

/// Seconds of the recording between frames, where nothing happens.
const STEP_S: f64 = 0.5;
/// Seconds of the recording for which a warning about the record stands.
const WARNED_S: f64 = 5.0;
/// Clears the screen, and hides the cursor for good.
const CLEAR: &str = "\u{1b}[?25l\u{1b}[2J\u{1b}[H";

/// What the terminal would have been sent since the last frame.
#[derive(Clone, Default)]
struct Tape(Rc<RefCell<Vec<u8>>>);

impl Write for Tape {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Draws a record, in these colours: a frame each half second of the recording, and one at each thing that happened.
pub fn frames(record: &Arc<Record>, options: &Options, settings: Settings) -> io::Result<Vec<Frame>> {
    let tape = Tape::default();
    let area = Rect::new(0, 0, options.width, options.height);
    let fixed = TerminalOptions { viewport: Viewport::Fixed(area) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(tape.clone()), fixed)?;
    let mut app = App::new(Stage::Watch(Box::new(Watch::open(record.clone()))), settings);
    app.update(Msg::Size(options.width, options.height));
    while app.opening() {
        app.update(Msg::Open);
    }
    let mut frames: Vec<Frame> = Vec::new();
    for at in moments(record, options) {
        if let Stage::Watch(watch) = &mut app.stage {
            watch.seek(at);
            watch.rate.paused = at == record.last;
            watch.rate.speed = options.speed as u32;
            if at.seconds() > WARNED_S * options.speed {
                watch.hand.note = None;
            }
        }
        terminal.draw(|frame| app.draw(frame.buffer_mut(), area))?;
        let drawn = std::mem::take(&mut *tape.0.borrow_mut());
        let drawn = String::from_utf8_lossy(&drawn).into_owned();
        let output = if frames.is_empty() { format!("{CLEAR}{drawn}") } else { drawn };
        frames.push(Frame { at, output });
    }
    Ok(frames)
}

/// Moments to be drawn, in the order of time.
fn moments(record: &Record, options: &Options) -> Vec<Tick> {
    let step = ((options.speed * STEP_S) as u64).max(1);
    let mut moments: Vec<Tick> = (0..=record.last.0).step_by(step as usize).map(Tick).collect();
    // What only the truth tells stands on no screen.
    moments.extend(record.log.events().filter(|(_, event)| !event.is_truth()).map(|(at, _)| at));
    moments.push(record.last);
    moments.sort_unstable();
    moments.dedup();
    moments
}
