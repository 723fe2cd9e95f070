//! Work: how an order becomes a task in somebody's hands, and a task becomes done.
//!
//! One task passes four files: [`place`] says where it is done and how long it takes, [`check`] whether it can be
//! (asked by menus, by the moment of the order and again when its turn comes), [`begin`] and [`finish`] what it does
//! to the station, and [`hands`] moves everybody on by a second. `check_` and `finish_` files hold what is asked and
//! done about one noun: a hatch, a hole, an item, a vehicle, a reading. It may know the rest of `sim`; it has no text.

mod begin;
mod check;
mod check_hatch;
mod check_hole;
mod check_item;
mod check_vehicle;
mod claim;
mod finish;
mod finish_hole;
mod finish_item;
mod finish_reading;
mod finish_vehicle;
mod hands;
mod obey;
mod place;

pub use check::Forecast;
