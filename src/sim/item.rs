//! Things a crew member can carry.

use super::digest::Digester;

/// A kind of thing that is carried, used up or handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// Hand manovacuumeter: the pressure gauge with a needle.
    Gauge,
    /// Ultrasonic leak detector with headphones.
    Detector,
    /// Kapton tape; a count is a number of strips.
    Tape,
    /// Two-component sealant with cloth; a count is a number of doses.
    Sealant,
    /// Camera for pictures to the ground.
    Camera,
    /// Oxygen candle.
    Candle,
    /// Oxygen mask with its bottle.
    Mask,
    /// Rubber-and-foil patch kit for holes too large for tape.
    Patch,
}

impl Item {
    /// All of them, in the order in which counts are kept.
    pub const ALL: [Item; 8] =
        [Item::Gauge, Item::Detector, Item::Tape, Item::Sealant, Item::Camera, Item::Candle, Item::Mask, Item::Patch];

    /// The short name typed in orders and files.
    pub const fn id(self) -> &'static str {
        match self {
            Item::Gauge => "gauge",
            Item::Detector => "detector",
            Item::Tape => "tape",
            Item::Sealant => "sealant",
            Item::Camera => "camera",
            Item::Candle => "candle",
            Item::Mask => "mask",
            Item::Patch => "patch",
        }
    }

    /// How many of it somebody takes at once (model choice).
    pub const fn pack(self) -> u8 {
        match self {
            Item::Tape => 6,
            Item::Sealant => 3,
            Item::Candle | Item::Patch => 2,
            Item::Gauge | Item::Detector | Item::Camera | Item::Mask => 1,
        }
    }
}

/// How many of each item somebody carries or a compartment holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Items([u8; 8]);

impl Items {
    /// How many.
    pub const fn count(&self, item: Item) -> u8 {
        self.0[item as usize]
    }

    /// Whether there is at least one.
    pub const fn has(&self, item: Item) -> bool {
        self.count(item) > 0
    }

    /// Puts some there; a pile never grows past 255.
    pub fn add(&mut self, item: Item, count: u8) {
        let pile = &mut self.0[item as usize];
        *pile = pile.saturating_add(count);
    }

    /// Takes one away and says whether there was one.
    pub fn take_one(&mut self, item: Item) -> bool {
        let pile = &mut self.0[item as usize];
        if *pile == 0 {
            return false;
        }
        *pile -= 1;
        true
    }

    /// Takes the whole pile.
    pub fn take_all(&mut self, item: Item) -> u8 {
        std::mem::take(&mut self.0[item as usize])
    }

    /// The counts in the order of [`Item::ALL`].
    pub const fn counts(&self) -> [u8; 8] {
        self.0
    }

    /// Adds them to a digest.
    pub fn digest(&self, d: &mut Digester) {
        let any = self.0.iter().any(|count| *count > 0);
        d.u8(u8::from(any));
        if any {
            self.0.iter().for_each(|count| d.u8(*count));
        }
    }
}
