//! Every sentence for people: events, refusals, alarms, tasks, outcomes, orders and the words themselves.
//!
//! Rooms below hold values and no text, so that a log is the same in every language; here, and only here, values become
//! sentences. All English is in [`en`], plain functions and tables over [`Words`], which knows a layout's names and the
//! mission's messages; a second language is a second folder beside it. The tone is that of a good instructor: calm,
//! exact, kind; a refusal says why and what would help.
//!
//! May know sim, drill, score and a mission's own texts. Lacks, on purpose, any knowledge of the truth: a sentence about
//! a visible event is made from its visible fields alone, which a test keeps. No files, terminal, colour or markup;
//! wrapping is the reader's. Start at [`Words`], then `en::event`.

pub mod date;
pub mod en;

use crate::mission::model::{Message, Mission};
use crate::sim::ids::{CompartmentId, EquipmentId, FoundId, HatchId, PersonId, SensorId, TankId, VehicleId};
use crate::sim::layout::Layout;
pub use en::glossary::{Term, glossary};
pub use en::measure;
pub use en::verb::verb_help;

/// Columns that a short sentence keeps to, names of the usual length given.
pub const SHORT_COLUMNS: usize = 60;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line of a panel, 60 columns: labels as on the map.
    Short,
    /// A sentence of a report: names in full.
    Full,
}

/// Why, and what would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// One sentence, complete by itself.
    pub what: String,
    /// What would help, or what it means; may be empty.
    pub more: String,
}

impl Told {
    /// Both in one line.
    pub fn line(&self) -> String {
        if self.more.is_empty() { self.what.clone() } else { format!("{} {}", self.what, self.more) }
    }
}

/// Makes sentences about one station and one mission.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    layout: &'a Layout,
    messages: &'a [Message],
}

impl<'a> Words<'a> {
    /// For a mission.
    pub fn of(mission: &'a Mission) -> Self {
        Self { layout: &mission.layout, messages: &mission.messages }
    }

    /// For a station without a mission: nobody speaks.
    pub const fn station(layout: &'a Layout) -> Self {
        Self { layout, messages: &[] }
    }

    /// The station spoken of.
    pub const fn layout(&self) -> &'a Layout {
        self.layout
    }

    /// A message of the mission, if there is one of this number.
    pub fn message(&self, number: u16) -> Option<&'a Message> {
        self.messages.get(usize::from(number))
    }

    /// A crew member, as the others call them.
    pub fn person(&self, id: PersonId) -> &'a str {
        &self.layout.person(id).label
    }

    /// A compartment: its label, or its name as far as its first comma.
    pub fn place(&self, id: CompartmentId, form: Form) -> &'a str {
        let compartment = self.layout.compartment(id);
        match form {
            Form::Short => &compartment.label,
            Form::Full => compartment.name.split(',').next().unwrap_or(&compartment.name),
        }
    }

    /// A hatch, by the labels of its two sides: `GA-Rassvet`.
    pub fn hatch(&self, id: HatchId) -> String {
        let [a, b] = self.layout.hatch(id).between;
        format!("{}-{}", self.layout.compartment(a).label, self.layout.compartment(b).label)
    }

    /// A vehicle.
    pub fn vehicle(&self, id: VehicleId) -> &'a str {
        &self.layout.vehicle(id).name
    }

    /// A machine.
    pub fn machine(&self, id: EquipmentId) -> &'a str {
        &self.layout.machine(id).name
    }

    /// A tank.
    pub fn tank(&self, id: TankId) -> &'a str {
        &self.layout.tank(id).name
    }

    /// A found hole, as it is typed: `h1`.
    pub fn hole(&self, id: FoundId) -> String {
        format!("h{}", u32::from(id.0) + 1)
    }

    /// Where a sensor is.
    pub fn sensor_place(&self, id: SensorId, form: Form) -> &'a str {
        self.place(self.layout.sensor(id).compartment, form)
    }
}

/// Cuts a sentence to so many characters, with three points where it was cut.
pub fn fit(text: &str, columns: usize) -> String {
    if text.chars().count() <= columns {
        return text.to_string();
    }
    let head: String = text.chars().take(columns.saturating_sub(3)).collect();
    let dots = &"..."[..columns.min(3)];
    format!("{}{dots}", head.trim_end())
}
