//! What the cabin screen may look at: the console, what came before it, and the trainee's hand. Never the truth.

use super::feed::Feed;
use super::history::History;
use super::keys::Keymap;
use super::menu::Menu;
use super::motion::Motion;
use crate::mission::model::Mission;
use crate::sim::alarm::{Alarm, AlarmClass};
use crate::sim::console::{Console, PersonView, SensorView};
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::layout::{Layout, Quantity};
use crate::sim::order::Order;

/// Everything a panel of the cabin is given.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The mission.
    pub mission: &'a Mission,
    /// Its station.
    pub layout: &'a Layout,
    /// What can be known now.
    pub console: &'a Console,
    /// What the gauges showed.
    pub history: &'a History,
    /// What was said.
    pub feed: &'a Feed,
    /// Hints of the mission in force.
    pub hints: &'a [u16],
    /// Steps of the procedure card, done or not.
    pub card: &'a [bool],
    /// Orders of which the next tick hears.
    pub pending: &'a [Order],
    /// The trainee's hand.
    pub hand: &'a Hand,
    /// Speed and pause.
    pub rate: Rate,
    /// The keys in force.
    pub keys: &'a Keymap,
    /// What moves between the last console and this one.
    pub motion: Option<Motion<'a>>,
}

/// How fast time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Ticks a second.
    pub speed: u32,
    /// It stands.
    pub paused: bool,
    /// It runs until something happens.
    pub rushing: bool,
    /// An exam: no computed rates.
    pub exam: bool,
    /// The tones are off.
    pub muted: bool,
    /// A record is watched: nothing can be ordered.
    pub replay: bool,
}

/// What the trainee has chosen: no part of the drill.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Who gets the next order.
    pub person: PersonId,
    /// The place chosen on the map.
    pub place: CompartmentId,
    /// The menu that is open.
    pub menu: Option<Menu>,
    /// The answer to the last key.
    pub note: Option<Note>,
    /// Lines of the feed scrolled back.
    pub back: usize,
}

impl Hand {
    /// At the first person of a crew.
    pub fn new(console: &Console) -> Self {
        let (person, place) = console.crew.first().map_or((PersonId(0), CompartmentId(0)), |p| (p.who, p.at));
        Self { person, place, menu: None, note: None, back: 0 }
    }
}

/// An answer to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The words.
    pub text: String,
    /// It was not done.
    pub refused: bool,
}

impl<'a> View<'a> {
    /// The chosen person.
    pub fn person(&self) -> Option<&'a PersonView> {
        self.console.crew.iter().find(|p| p.who == self.hand.person)
    }

    /// The key by which somebody is chosen: 1 to 9, then 0. Those after the tenth have a letter of their own to be seen
    /// by, and are chosen with Tab.
    pub fn number(&self, who: PersonId) -> char {
        let at = self.console.crew.iter().position(|p| p.who == who);
        at.and_then(|at| "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars().nth(at)).unwrap_or('?')
    }

    /// Alarms, unacknowledged first, then worst first.
    pub fn alarms(&self) -> Vec<Alarm> {
        let mut alarms = self.console.alarms.clone();
        alarms.sort_by_key(|a| (a.acknowledged, a.kind.class(), std::cmp::Reverse(a.since)));
        alarms
    }

    /// The worst class that still rings.
    pub fn ringing(&self) -> Option<AlarmClass> {
        self.console.alarms.iter().filter(|a| !a.acknowledged).map(|a| a.kind.class()).min()
    }

    /// Sensors of a quantity, with their values.
    pub fn sensors(&self, quantity: Quantity) -> impl Iterator<Item = &'a SensorView> + use<'a> {
        let layout = self.layout;
        self.console
            .sensors
            .iter()
            .filter(move |s| layout.sensors.get(s.sensor.ix()).is_some_and(|d| d.quantity == quantity))
    }

    /// The pressure sensor in the chosen person's compartment, else the first that shows anything.
    pub fn main_pressure(&self) -> Option<&'a SensorView> {
        let here = self.person().map(|p| p.at);
        let at = |s: &SensorView| self.layout.sensors.get(s.sensor.ix()).map(|d| d.compartment);
        self.sensors(Quantity::Pressure)
            .find(|s| at(s) == here && s.value.is_some())
            .or_else(|| self.sensors(Quantity::Pressure).find(|s| s.value.is_some()))
    }

    /// Label of a compartment.
    pub fn label(&self, place: CompartmentId) -> &'a str {
        self.layout.compartments.get(place.ix()).map_or("?", |c| c.label.as_str())
    }

    /// Name of a hatch for the eye: `Unity-Lab`.
    pub fn hatch_name(&self, hatch: HatchId) -> String {
        self.layout
            .hatches
            .get(hatch.ix())
            .map_or_else(|| "?".to_owned(), |h| format!("{}-{}", self.label(h.between[0]), self.label(h.between[1])))
    }

    /// Label of a person.
    pub fn who(&self, person: PersonId) -> &'a str {
        self.layout.crew.get(person.ix()).map_or("?", |m| m.label.as_str())
    }
}
