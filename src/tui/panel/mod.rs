//! The parts of the cabin screen, one a file.
//!
//! Each is a function from a [`Pen`](super::pen::Pen) over its area and a [`View`](super::view::View) to ink: it reads,
//! cannot fail, and works at any size. A panel may know the view, the theme's roles and the labels. It has no state, no
//! keys and no clock, and lacks any way to reach the truth: [`truth`] and [`reel`], which the replay of a record adds, are
//! handed what may be shown.
//!
//! ```text
//!  header ───────────────────────────────────────────────
//!  map                                │ gauges (needle)
//!                                     │ trend
//!  alarms ───────────────────────────────────────────────
//!  crew                               │ card
//!  messages                           │ timeline
//!  note / choices ───────────────────────────────────────
//!  cheat
//! ```
//! Start at [`map`].

pub mod alarms;
pub mod card;
pub mod cheat;
pub mod choices;
pub mod course;
pub mod crew;
pub mod gauges;
pub mod header;
pub mod map;
pub mod messages;
pub mod needle;
pub mod reel;
pub mod timeline;
pub mod trend;
pub mod truth;
