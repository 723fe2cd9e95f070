//! English, all of it.
//!
//! One file a kind of value; each sentence stands where its value is matched, so that a new event, refusal or task
//! without a sentence does not compile.

pub mod alarm;
pub mod command;
pub mod config;
pub mod debrief;
pub mod event;
pub mod expert;
pub mod glossary;
pub mod grammar;
pub mod key;
pub mod lesson;
pub mod measure;
pub mod menu;
pub mod outcome;
pub mod panel;
pub mod person;
pub mod plain;
pub mod refusal;
pub mod replay;
pub mod score;
pub mod screen;
pub mod status;
pub mod task;
pub mod validate;
pub mod verb;
pub mod window;
pub mod winners;

use crate::sim::item::Item;
use crate::sim::layout::{Ground, ObstructionKind};
use crate::sim::order::{Claim, Topic};

/// An item as it is spoken of: `the hand gauge`.
pub const fn item(item: Item) -> &'static str {
    match item {
        Item::Gauge => "the hand gauge",
        Item::Detector => "the ultrasonic detector",
        Item::Tape => "the tape",
        Item::Sealant => "the sealant",
        Item::Camera => "the camera",
        Item::Candle => "the oxygen candle",
        Item::Mask => "the oxygen mask",
        Item::Patch => "the patch kit",
    }
}

/// A topic of a report: `the pressure`.
pub const fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Pressure => "the pressure",
        Topic::Muster => "the muster",
        Topic::Leak => "where the leak is",
        Topic::Repair => "the repair",
        Topic::Status => "how things stand",
    }
}

/// A claim: `held`.
pub const fn claim(claim: Claim) -> &'static str {
    match claim {
        Claim::Held => "held",
        Claim::Isolated => "isolated",
    }
}

/// A control centre by the name on the loop.
pub const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Houston => "Houston",
        Ground::Moscow => "Moscow",
    }
}

/// What lies through a hatch: `an air duct`.
pub const fn obstruction(kind: ObstructionKind) -> &'static str {
    match kind {
        ObstructionKind::Duct => "an air duct",
        ObstructionKind::Cables => "a bundle of cables",
    }
}
