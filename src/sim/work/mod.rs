//! Work: how an order becomes a task in somebody's hands, and a task becomes done.
//!
//! One task passes four files: [`place`] says where it is done and how long it takes, [`check`] whether it can be
//! (asked by menus, by the moment of the order and again when its turn comes), [`begin`] and [`finish`] what it does
//! to the station, and [`hands`] moves everybody on by a second. It may know the rest of `sim`; it has no text.

mod begin;
mod check;
mod check_hatch;
mod check_repair;
mod claim;
mod finish;
mod hands;
mod obey;
mod place;

pub use check::Forecast;
