//! The real terminal: taken over gently, given back whatever happens.

use super::app::Msg;
use super::bug;
use crokey::KeyCombination;
use crokey::crossterm::event::{
    self, DisableMouseCapture, EnableMouseCapture, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton,
    MouseEventKind,
};
use crokey::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crokey::crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A frame is written at once: the buffer holds the largest.
const BUFFER: usize = 64 * 1024;

/// Time for the loop to end in good order once a signal has asked it to.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Where frames go.
pub type Backend = CrosstermBackend<BufWriter<Stdout>>;

/// The terminal, ours while this lives.
pub struct Taken {
    /// Frames are drawn on it.
    pub terminal: Terminal<Backend>,
    told_to_end: Arc<AtomicBool>,
    /// The program was stopped and goes on: whoever had the terminal meanwhile may have changed it.
    continued: Arc<AtomicBool>,
}

impl Taken {
    /// Takes the terminal over; an error in words if there is none.
    pub fn take() -> io::Result<Self> {
        present()?;
        let told_to_end = Arc::new(AtomicBool::new(false));
        let continued = Arc::new(AtomicBool::new(false));
        heed_signals(told_to_end.clone(), continued.clone())?;
        let (hook, window) = (std::panic::take_hook(), std::thread::current().id());
        std::panic::set_hook(Box::new(move |info| {
            // The window lives on when another thread fails, and tells of it.
            if std::thread::current().id() == window {
                give_back();
                hook(info);
            } else {
                bug::keep(info.to_string());
            }
        }));
        enter()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(BUFFER, io::stdout()));
        Ok(Self { terminal: Terminal::new(backend)?, told_to_end, continued })
    }

    /// Draws a frame in one synchronized update.
    pub fn draw(&mut self, paint: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.terminal.backend_mut().flush()
    }

    /// Sounds the bell.
    pub fn bell(&mut self) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(b"\x07")?;
        out.flush()
    }

    /// The next thing that comes in within a time.
    pub fn next(&mut self, within: Duration) -> io::Result<Option<Msg>> {
        if self.told_to_end.load(Ordering::Relaxed) {
            return Ok(Some(Msg::End));
        }
        if self.continued.swap(false, Ordering::Relaxed) {
            let size = self.anew()?;
            return Ok(Some(Msg::Continued(size.width, size.height)));
        }
        match event::poll(within) {
            Ok(false) => return Ok(None),
            Ok(true) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(None),
            Err(error) => return Err(error),
        }
        Ok(match event::read()? {
            Event::Key(key) if is_suspend(&key) => Some(self.suspend()?),
            Event::Key(key) if key.kind != KeyEventKind::Release => Some(Msg::Key(combination(key))),
            Event::Resize(w, h) => Some(Msg::Size(w, h)),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Msg::Click(mouse.column, mouse.row)),
                MouseEventKind::ScrollUp => Some(Msg::Wheel(1)),
                MouseEventKind::ScrollDown => Some(Msg::Wheel(-1)),
                _ => None,
            },
            _ => None,
        })
    }

    /// A terminal that vanishes fails what we write a moment before or after its signal comes. It is the signal that is
    /// told then: it ends the program with its own code.
    pub fn yield_to_signal(&self) {
        std::thread::sleep(LAST_WORDS / 4);
        if self.told_to_end.load(Ordering::Relaxed) {
            std::thread::sleep(3 * LAST_WORDS);
        }
    }

    /// Ctrl-Z: gives the terminal back until the shell continues the program.
    fn suspend(&mut self) -> io::Result<Msg> {
        give_back();
        signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
        // That it went on is told by its signal, as after a stop by other means.
        let size = self.anew()?;
        Ok(Msg::Size(size.width, size.height))
    }

    /// Takes the screen again and draws all of it. (`Terminal::clear` would ask the terminal where its cursor is, and
    /// fail where it does not answer.)
    fn anew(&mut self) -> io::Result<Size> {
        enter()?;
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::new(0, 0, size.width, size.height))?;
        Ok(size)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        give_back();
        bug::tell_kept();
    }
}

/// Whether there is a terminal to take; an error in words if not.
pub fn present() -> io::Result<()> {
    if io::stdout().is_terminal() && io::stdin().is_terminal() {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::Unsupported, super::labels::NEEDS_TERMINAL))
}

/// A signal asks the loop to end; where the terminal has vanished, reading from it never returns, so the program ends
/// by itself soon after. Records are synced as they are written: nothing is lost with it. After a stop, by whatever
/// means, the screen is taken and drawn anew.
fn heed_signals(told: Arc<AtomicBool>, continued: Arc<AtomicBool>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGINT, SIGHUP, SIGCONT])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            if signal == SIGCONT {
                continued.store(true, Ordering::Relaxed);
                continue;
            }
            told.store(true, Ordering::Relaxed);
            std::thread::sleep(LAST_WORDS);
            // The stuck reader may hold what giving back needs: it gets its chance, and no more.
            std::thread::spawn(give_back);
            std::thread::sleep(LAST_WORDS);
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableMouseCapture, cursor::Hide)
}

/// The terminal as it was. Errors cannot be helped here: it may be gone.
fn give_back() {
    let _ = execute!(io::stdout(), EndSynchronizedUpdate, DisableMouseCapture, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

fn is_suspend(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('z') && key.modifiers == KeyModifiers::CONTROL
}

/// A key as the keymap knows it: shift is part of a character, except for capitals, which keep it.
fn combination(mut key: KeyEvent) -> KeyCombination {
    if let KeyCode::Char(c) = key.code {
        if c.is_uppercase() {
            key.modifiers |= KeyModifiers::SHIFT;
        } else {
            key.modifiers -= KeyModifiers::SHIFT;
        }
    }
    KeyCombination::one_key(key.code, key.modifiers)
}
