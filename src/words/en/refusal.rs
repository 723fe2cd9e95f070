//! Why an order cannot be obeyed, and what would help: a trainee learns more from these than from the manual.

use super::super::{Form, Told, Words};
use super::{item, measure, obstruction};
use crate::sim::refusal::Refusal;

impl Words<'_> {
    /// Why not, and what would help.
    pub fn refusal(&self, refusal: &Refusal) -> Told {
        let (what, more) = self.why(refusal);
        Told { what, more: more.into_owned() }
    }

    fn why(&self, refusal: &Refusal) -> (String, std::borrow::Cow<'static, str>) {
        let name = |who| self.person(who);
        let place = |at| self.place(at, Form::Short);
        let hatch = |id| self.hatch(id);
        let hole = |id| self.hole(id);
        match *refusal {
            Refusal::DrillOver => ("The drill is over.".into(), "Its debrief is waiting.".into()),
            Refusal::Asleep(who) => (
                format!("{} is asleep.", name(who)),
                "Somebody nearby can wake them, or the ground on the loop.".into(),
            ),
            Refusal::Unconscious(who) => (
                format!("{} is unconscious.", name(who)),
                "Better air brings them round: oxygen, pressure, a mask.".into(),
            ),
            Refusal::Dead(who) => (format!("{} is dead.", name(who)), "".into()),
            Refusal::Gone(who) => (format!("{} has left with a vehicle.", name(who)), "".into()),
            Refusal::QueueFull(who) => (
                format!("{} has as much to do as one can remember.", name(who)),
                "Wait, stop them, or ask somebody else.".into(),
            ),
            Refusal::Idle(who) => (format!("{} is doing nothing just now.", name(who)), "".into()),
            Refusal::Oneself(who) => (format!("That is {} already.", name(who)), "Name somebody else.".into()),
            Refusal::NotTogether(who, other) => (
                format!("{} and {} are not in the same place.", name(who), name(other)),
                "Send one to the other first.".into(),
            ),
            Refusal::AlreadyThere(who, at) => (format!("{} is in {} already.", name(who), place(at)), "".into()),
            Refusal::NoWay { to, shut } => (
                format!("There is no open way to {}: the {} hatch is shut.", place(to), hatch(shut)),
                "Open that hatch first.".into(),
            ),
            Refusal::Undocked(vehicle) => (format!("{} has left.", self.vehicle(vehicle)), "".into()),
            Refusal::HatchAlready { hatch: id, open } => {
                (format!("The {} hatch is {} already.", hatch(id), if open { "open" } else { "shut" }), "".into())
            }
            Refusal::NoDoor(id) => (
                format!("{} is a passage without a door.", hatch(id)),
                "Shut the next hatch on either side of it.".into(),
            ),
            Refusal::HatchBusy(id, who) => (
                format!("{} is working on the {} hatch.", name(who), hatch(id)),
                "Let them finish, or stop them first.".into(),
            ),
            Refusal::Jammed(id) => (
                format!("The {} hatch is jammed.", hatch(id)),
                "Use another hatch; one that still leaves everybody a way to their vehicle.".into(),
            ),
            Refusal::Obstructed(id, kind) => (
                format!("The {} hatch cannot shut: {} lies through it.", hatch(id), obstruction(kind)),
                "Clear it first.".into(),
            ),
            Refusal::NotObstructed(id) => (format!("Nothing lies through the {} hatch.", hatch(id)), "".into()),
            Refusal::PressedShut { hatch: id, dp_mmhg } => (
                format!("{} holds the {} hatch shut: no hand can move it.", force(dp_mmhg), hatch(id)),
                "Equalise first.".into(),
            ),
            Refusal::Interlocked { hatch: id, dp_mmhg } => (
                format!("The US interlock of the {} hatch holds: {} more outside.", hatch(id), difference(dp_mmhg)),
                "Equalise first, or open from the other side.".into(),
            ),
            Refusal::TooMuchFlow(id) => (
                format!("The air streaming through the {} hatch is too strong to push the door against.", hatch(id)),
                "Shut it from the other side, where the stream helps, or shut the next hatch.".into(),
            ),
            Refusal::NoValve(id) => (
                format!("The {} hatch has no equalisation valve.", hatch(id)),
                "Air must come round another way, or wait until both sides are alike.".into(),
            ),
            Refusal::AlreadyEqual(id) => {
                (format!("Both sides of the {} hatch are equal.", hatch(id)), "It can be opened.".into())
            }
            Refusal::Lacks(who, what) => (
                format!("{} does not carry {}.", name(who), item(what)),
                "Fetch it, or ask who has it to give it.".into(),
            ),
            Refusal::Has(who, what) => (format!("{} carries {} already.", name(who), item(what)), "".into()),
            Refusal::NoneLeft(what) => (
                format!("None is left of {} where it can be reached.", item(what)),
                "See what lies behind shut hatches, and what others carry.".into(),
            ),
            Refusal::NotMeasuring(who) => (
                format!("{} is not reading a gauge.", name(who)),
                "Order \"measure\" first, then time the needle.".into(),
            ),
            Refusal::StopwatchRuns(who) => (
                format!("{}'s stopwatch runs already.", name(who)),
                "Stop it when the needle has fallen enough.".into(),
            ),
            Refusal::StopwatchStands(who) => {
                (format!("{}'s stopwatch does not run.", name(who)), "Start it first.".into())
            }
            Refusal::NotAReserveTime => (
                "A reserve time is more than nothing.".into(),
                "Work it out: (pressure - 490) divided by the fall in an hour.".into(),
            ),
            Refusal::NotFound(id) => (
                format!("No hole {} has been found.", hole(id)),
                "Search or listen first; found holes are listed as h1, h2 and so on.".into(),
            ),
            Refusal::Blind(id) => (
                format!("Hole {} is blind: it does not go through, and nothing leaks there.", hole(id)),
                "Keep your material, and keep looking.".into(),
            ),
            Refusal::TooLargeForFinger(id) => (
                format!("Hole {} is too large for a finger, which would be hurt.", hole(id)),
                "Put a patch on it.".into(),
            ),
            Refusal::HoleBusy(id, who) => (
                format!("{} is at hole {} already.", name(who), hole(id)),
                "Let them finish, or stop them first.".into(),
            ),
            Refusal::AlreadyTaped(id) => (
                format!("Something lies on hole {} already.", hole(id)),
                "Sealant goes over tape, patch or coat.".into(),
            ),
            Refusal::StillWet(id, s) => (
                format!("The coat on hole {} is still wet.", hole(id)),
                format!("It is tacky in {}; another coat now would spoil both.", measure::span(f64::from(s))).into(),
            ),
            Refusal::FullyCoated(id) => {
                (format!("Hole {} has all the coats that help.", hole(id)), "Check for a leak now.".into())
            }
            Refusal::AlreadyDone(id) => (format!("That was done with hole {} already.", hole(id)), "".into()),
            Refusal::TankEmpty(id) => (format!("{} is empty.", self.tank(id)), "".into()),
            Refusal::ValveAlready(id, open) => {
                (format!("The {} valve is {} already.", self.tank(id), if open { "open" } else { "shut" }), "".into())
            }
            Refusal::SwitchedAlready => ("It is switched that way already.".into(), "".into()),
            Refusal::Broken => ("It is broken, and cannot be mended in this drill.".into(), "".into()),
            Refusal::Awake(who) => (format!("{} is awake already.", name(who)), "".into()),
            Refusal::MaskAlready(who, true) => (format!("{} has a mask on already.", name(who)), "".into()),
            Refusal::MaskAlready(who, false) => (format!("{} has no mask on.", name(who)), "".into()),
            Refusal::SuitAlready(who) => (format!("{} wears the suit already.", name(who)), "".into()),
            Refusal::NoSuitHere(who) => (
                format!("{} cannot reach their suit: it is in their own vehicle.", name(who)),
                "Open the way to that vehicle first.".into(),
            ),
            Refusal::LinerAlready(vehicle) => {
                (format!("The liner is in {} already.", self.vehicle(vehicle)), "".into())
            }
            Refusal::NoSeats(vehicle) => {
                (format!("{} is a cargo ship: it has no seats.", self.vehicle(vehicle)), "Take a Soyuz.".into())
            }
            Refusal::SeatsTaken(vehicle) => {
                (format!("All seats of {} are taken.", self.vehicle(vehicle)), "Count seats and people first.".into())
            }
            Refusal::LinerElsewhere(who, vehicle) => (
                format!("{}'s seat liner is not in {}.", name(who), self.vehicle(vehicle)),
                "Carry the liner there first: nobody lands safely in another's seat.".into(),
            ),
            Refusal::NotAboard(who, vehicle) => (
                format!("{} does not sit in {}.", name(who), self.vehicle(vehicle)),
                "Order \"enter\" first; a vehicle is undocked from a seat.".into(),
            ),
            Refusal::StillOpen(id) => (
                format!("The {} hatch is open.", hatch(id)),
                "Shut every hatch between vehicle and station first.".into(),
            ),
            Refusal::Unseated(who) => {
                (format!("{} is aboard without a seat.", name(who)), "Everybody straps in first.".into())
            }
            Refusal::NoAlarm => ("Nothing rings.".into(), "".into()),
            Refusal::AlarmRings => ("The alarm rings already.".into(), "".into()),
            Refusal::NoLeakCheck => (
                "There is no leak check since the last work on holes.".into(),
                "Make one where the crew is, then declare.".into(),
            ),
            Refusal::CheckFailed { fell_mmhg } => (
                format!("The last leak check fell by {fell_mmhg:.2} mmHg: it does not hold."),
                "Find what still leaks, or shut it off, then check again.".into(),
            ),
            Refusal::CheckTooShort { needs_s } => (
                "The check was too short for the gauge to tell.".into(),
                format!("Here it needs {}; in a smaller volume less.", measure::span(f64::from(needs_s))).into(),
            ),
            Refusal::NothingIsolated => (
                "No shut hatch divides the crew from any part of the station.".into(),
                "Shut the hatch before the leaking part, and check your own side.".into(),
            ),
        }
    }
}

/// A pressure difference, as far as it was felt.
fn difference(dp_mmhg: f64) -> String {
    let dp = dp_mmhg.abs();
    if dp < 10.0 { format!("{dp:.1} mmHg") } else { format!("{dp:.0} mmHg") }
}

/// A pressure difference at the head of a sentence.
fn force(dp_mmhg: f64) -> String {
    format!("A difference of {}", difference(dp_mmhg))
}
