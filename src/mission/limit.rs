//! Limits on what a mission may hold: stated here once, enforced by the reader, printed in the handbook.

/// Largest file, bytes.
pub const FILE_BYTES: usize = 256 * 1024;
/// Compartments.
pub const COMPARTMENTS: usize = 200;
/// Hatches.
pub const HATCHES: usize = 400;
/// Segments.
pub const SEGMENTS: usize = 8;
/// Vehicles.
pub const VEHICLES: usize = 24;
/// Machines.
pub const EQUIPMENT: usize = 200;
/// Tanks.
pub const TANKS: usize = 50;
/// Sensors.
pub const SENSORS: usize = 400;
/// Kinds of stock in places.
pub const STOCK: usize = 400;
/// Crew members.
pub const CREW: usize = 12;
/// Events.
pub const EVENTS: usize = 200;
/// Actions of an event.
pub const ACTIONS: usize = 20;
/// Conditions in a list.
pub const CONDITIONS: usize = 20;
/// Conditions within conditions.
pub const DEPTH: usize = 6;
/// Rubric items.
pub const SCORE_ITEMS: usize = 100;
/// Time bands of an item.
pub const BANDS: usize = 10;
/// Hints.
pub const HINTS: usize = 50;
/// Steps of the procedure card.
pub const CARD_STEPS: usize = 50;
/// Settings.
pub const SETTINGS: usize = 20;
/// Certified seeds.
pub const CERTIFIED: usize = 1000;
/// Sources.
pub const SOURCES: usize = 100;
/// Places in a list.
pub const PLACES: usize = 200;
/// Characters of a short name.
pub const NAME: usize = 40;
/// Characters of a line of text.
pub const LINE: usize = 200;
/// Characters of a source or reason.
pub const NOTE: usize = 600;
/// Characters of a brief.
pub const PROSE: usize = 6000;
/// Longest time, s: thirty days.
pub const TIME_S: f64 = 30.0 * 86_400.0;
/// Problems reported of one file; more than these are one mistake made often.
pub const PROBLEMS: usize = 200;
