//! What ships: missions and stations, embedded in the program. A test keeps these tables equal to the folders.

/// A file that ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its short name: that of the file without its ending.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! shipped {
    ($folder:literal: $($name:literal)*) => {
        &[$(Shipped { name: $name, text: include_str!(concat!("../../", $folder, "/", $name, ".toml")) }),*]
    };
}

static MISSIONS: &[Shipped] = shipped!("missions":
    "first-drill" "reserve-time" "ms09-2018" "night-leak" "zvezda-2020" "slow-leak" "prk-2024" "strike" "debris-storm"
    "one-inch" "safe-haven" "lost-lifeboat" "spektr-1997" "window-2004" "no-leak" "masked-leak" "oxygen-ledger" "endurance");

static STATIONS: &[Shipped] = shipped!("assets/stations":
    "iss-2004-01" "iss-2018-06-24" "iss-2018-08-30" "iss-2020-09" "iss-2024-02" "mir-1997" "trainer");

/// The missions that ship, in the order of the syllabus.
pub fn list() -> impl Iterator<Item = &'static Shipped> {
    MISSIONS.iter()
}

/// The mission that ships under this name.
pub fn find(name: &str) -> Option<&'static Shipped> {
    MISSIONS.iter().find(|m| m.name == name)
}

/// The stations that ship.
pub fn stations() -> impl Iterator<Item = &'static Shipped> {
    STATIONS.iter()
}

/// The station that ships under this name.
pub fn station(name: &str) -> Option<&'static Shipped> {
    STATIONS.iter().find(|s| s.name == name)
}
