//! One line of help for each verb of the grammar: palette, help and manual are made from it.

use crate::drill::grammar::Verb;

/// What the verb does, at most 70 columns.
pub const fn verb_help(verb: Verb) -> &'static str {
    match verb {
        Verb::Move => "go there through open hatches",
        Verb::Close => "shut a hatch, from the side where they are or the nearer one",
        Verb::Open => "open a hatch; equalise first if pressure holds it",
        Verb::Equalise => "let air through a hatch's valve until both sides are equal",
        Verb::Clear => "pull out the duct or cables that keep a hatch from shutting",
        Verb::Measure => "read the hand gauge, until stopped or for a time",
        Verb::Stopwatch => "time the needle while reading the gauge",
        Verb::Commit => "say the reserve time you worked out; it is graded",
        Verb::LeakCheck => "watch the gauge for a time, temperature taken out: does it hold?",
        Verb::Listen => "search where they are with the ultrasonic detector",
        Verb::Search => "search where they are by eye",
        Verb::Inspect => "look closely at a found hole: through or blind, from which side",
        Verb::Photograph => "take pictures of a found hole for the ground",
        Verb::Finger => "hold a finger on a found hole, until stopped",
        Verb::Tape => "put tape over a found hole: quick, and not for ever",
        Verb::Sealant => "work sealant on cloth into a found hole; again for another coat",
        Verb::Patch => "put a rubber-and-foil patch on a found hole",
        Verb::Valve => "open or shut a tank's valve",
        Verb::Candle => "light an oxygen candle",
        Verb::Wake => "wake a sleeper",
        Verb::Mask => "put an oxygen mask on, or take it off",
        Verb::Suit => "put on the Sokol suit, in their own vehicle",
        Verb::Liner => "carry their seat liner to another vehicle",
        Verb::Enter => "strap into a seat of a vehicle",
        Verb::Undock => "undock a vehicle from inside; there is no way back",
        Verb::Switch => "switch a machine on or off",
        Verb::Fetch => "go to where an item is stowed and take it",
        Verb::Give => "hand an item to somebody in the same place",
        Verb::Report => "speak to the ground",
        Verb::Sleep => "go to sleep",
        Verb::Stop => "drop what they do and all that waits behind it",
        Verb::HandOver => "pass their task to somebody in the same place",
        Verb::Muster => "call everybody to their vehicles, or to one place, and count them",
        Verb::Alarm => "press the depressurisation alarm: wakes all, stops the fans",
        Verb::Acknowledge => "silence the tones; what rings stays on the list",
        Verb::Declare => "say how the leak stands, after a leak check; it ends the drill",
        Verb::GroundWake => "ask the ground to wake a sleeper on the loop",
    }
}
