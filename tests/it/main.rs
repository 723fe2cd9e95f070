//! Tests in the language of those who use the program.
#![allow(missing_docs, clippy::unwrap_used)]

mod claim;
mod cli;
mod debrief;
mod drill;
mod export;
mod gas;
mod grammar;
mod hand;
mod history;
mod kills;
mod laws;
mod mission;
mod missions;
mod pilot;
mod play;
mod readme;
mod record;
mod score;
mod screen;
mod storm;
mod strike;
mod sweep;
mod watch;
mod words;
