//! How a drill ended: one sentence that a tired person can take in, then what it means.

use super::super::Told;
use crate::sim::event::Outcome;

/// The outcome in two or three words, for tables.
pub const fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Held => "leak held",
        Outcome::Isolated => "leak isolated",
        Outcome::Evacuated => "evacuated",
        Outcome::LostCrew => "crew lost",
        Outcome::OutOfReserve => "out of reserve",
        Outcome::TimeLimit => "time limit",
        Outcome::Unfinished => "unfinished",
    }
}

/// Whether the crew ended it by declaring something, true or not.
pub const fn is_declared(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Held | Outcome::Isolated)
}

/// The outcome; `sound` is whether a declaration agreed with the truth. Only for a drill that is over.
pub fn outcome(outcome: Outcome, sound: bool) -> Told {
    let (what, more) = match (outcome, sound) {
        (Outcome::Held, true) => (
            "The leak is held, and everybody is safe.",
            "You declared it held after a leak check, and the air in your volume does hold.",
        ),
        (Outcome::Held, false) => (
            "You declared the leak held, but air is still escaping.",
            "The crew would have found the pressure lower at the next reading. A longer leak check, in a smaller volume \
             and with the temperature taken out, would have told.",
        ),
        (Outcome::Isolated, true) => (
            "The leak is shut off behind a hatch, and everybody is safe.",
            "The rest of the station holds. What lies behind that hatch was given up for now.",
        ),
        (Outcome::Isolated, false) => (
            "You declared the leak isolated, but your side still loses air, or is too small to live in.",
            "The leak was not behind the hatch you shut, or not all of it: a leak check long enough for the gauge, on your \
             side, would have told. A lifeboat alone is no side to live on.",
        ),
        (Outcome::Evacuated, _) => (
            "The crew left the station and is on its way home.",
            "Everybody alive is in a vehicle. The station flies on alone; whether it had to be left is for the debrief.",
        ),
        (Outcome::LostCrew, _) => (
            "Somebody died.",
            "For the exercise the drill ends here. The debrief shows when it could last have been prevented.",
        ),
        (Outcome::OutOfReserve, _) => (
            "The reserve ran out before the leak was held.",
            "The pressure where the crew was fell to the end point, 490 mmHg. At that point, or before it, a crew leaves.",
        ),
        (Outcome::TimeLimit, _) => (
            "Time is up, and nothing was declared.",
            "Everybody is alive. A drill is finished by a leak check and a declaration: held, or isolated.",
        ),
        (Outcome::Unfinished, _) => {
            ("The drill was stopped before its end.", "Nothing of its outcome is decided, and it does not pass.")
        }
    };
    Told { what: what.into(), more: more.into() }
}
