//! The short words of menus: what is asked, what can be chosen, why there is nothing to choose, how long it takes.

/// The title of a person's menu: `Lind: go where?`.
pub fn asks(name: &str, ask: &str) -> String {
    format!("{name}: {ask}")
}
/// The title of what can be done at a place: `Lind at Node`.
pub fn acts_at(name: &str, place: &str) -> String {
    format!("{name} at {place}")
}
/// Titles of menus.
pub const GO_WHERE: &str = "go where?";
/// To shut.
pub const SHUT_WHICH: &str = "shut which hatch?";
/// To open.
pub const OPEN_WHICH: &str = "open which hatch?";
/// To equalise.
pub const EQUALISE_WHICH: &str = "equalise across which hatch?";
/// To clear.
pub const CLEAR_WHICH: &str = "clear which hatch?";
/// To check for leaks.
pub const CHECK_HOW_LONG: &str = "leak check for how long?";
/// To work on a hole.
pub const THE_HOLE: &str = "the hole";
/// To fetch.
pub const TAKE_WHAT: &str = "take what?";
/// To hand over an item.
pub const GIVE_WHAT: &str = "give what to whom?";
/// Valves and machines.
pub const AIR_AND_MACHINES: &str = "air and machines";
/// Vehicles.
pub const THE_BOATS: &str = "the boats";
/// To report.
pub const REPORT_WHAT: &str = "report what?";
/// Sleepers.
pub const WAKE_OR_SLEEP: &str = "wake or sleep";
/// To hand over a task.
pub const HAND_TO_WHOM: &str = "hand the task to whom?";
/// To muster.
pub const MUSTER_WHERE: &str = "muster where?";
/// Each to their own.
pub const AT_THE_BOATS: &str = "at the lifeboats";
/// To declare.
pub const DECLARE: &str = "declare the leak: this ends the drill";
/// A leak check of another length.
pub const OTHER_LENGTH: &str = "other";
/// How it is typed.
pub const TYPE_LENGTH: &str = "type how long: 20m, 3h";
/// A menu without rows.
pub const NOTHING_HERE: &str = "nothing here";
/// In a menu.
pub const FINGER_ON: &str = "finger on";
/// In a menu.
pub const TAPE: &str = "tape";
/// In a menu.
pub const SEALANT: &str = "sealant";
/// In a menu.
pub const PATCH: &str = "patch";
/// In a menu.
pub const INSPECT: &str = "inspect";
/// In a menu.
pub const PHOTOGRAPH: &str = "photograph";
/// In a menu.
pub const MASK_ON: &str = "mask on";
/// In a menu.
pub const MASK_OFF: &str = "mask off";
/// In a menu.
pub const CANDLE: &str = "light a candle";
/// In a menu.
pub const SUIT_ON: &str = "put the suit on";
/// In a menu.
pub const SLEEP: &str = "sleep";
/// In a menu.
pub const LISTEN: &str = "listen";
/// In a menu.
pub const LOOK: &str = "look";
/// In a menu.
pub const MEASURE: &str = "measure";
/// In a menu.
pub const SHUT: &str = "shut";
/// In a menu.
pub const OPEN: &str = "open";
/// In a menu.
pub const EQUALISE: &str = "equalise";
/// In a menu.
pub const CLEAR: &str = "clear";
/// In a menu.
pub const ON: &str = "on";
/// In a menu.
pub const OFF: &str = "off";
/// Work on a hole: `tape h1`.
pub fn on_hole(what: &str, number: u32) -> String {
    format!("{what} h{number}")
}
/// An item for somebody: `tape to Lind`.
pub fn to_whom(item: &str, who: &str) -> String {
    format!("{item} to {who}")
}
/// A valve: `open Progress oxygen`.
pub fn valve(verb: &str, tank: &str) -> String {
    format!("{verb} {tank}")
}
/// A machine, and what it would be: `fan: off`.
pub fn machine(name: &str, state: &str) -> String {
    format!("{name}: {state}")
}
/// A seat.
pub fn strap(vehicle: &str) -> String {
    format!("strap into {vehicle}")
}
/// A seat liner.
pub fn liner(vehicle: &str) -> String {
    format!("liner to {vehicle}")
}
/// A ship.
pub fn undock(vehicle: &str) -> String {
    format!("undock {vehicle}")
}
/// A sleeper.
pub fn wake(who: &str) -> String {
    format!("wake {who}")
}
/// A sleeper, by the loop.
pub fn ground_wakes(who: &str) -> String {
    format!("ground wakes {who}")
}
/// The gauge for a time.
pub fn measure_for(length: &str) -> String {
    format!("measure {length}")
}
/// A way.
pub fn go_to(place: &str) -> String {
    format!("go to {place}")
}
/// A hatch: `shut Lab-Node`.
pub fn at_hatch(verb: &str, hatch: &str) -> String {
    format!("{verb} {hatch}")
}
/// An order that takes no time.
pub const AT_ONCE: &str = "at once";
/// An order without an end.
pub const UNTIL_STOPPED: &str = "until stopped";
/// An order that waits for another: `in 1:10, takes 0:40`.
pub fn in_and_takes(starts: &str, takes: &str) -> String {
    format!("in {starts}, takes {takes}")
}
/// A key of a menu.
pub const A_LETTER: &str = "letter";
/// Beside it.
pub const CHOOSE: &str = "choose";
/// Why a menu would be empty, by the name of its action in config.toml.
pub fn no_rows(action: &str) -> &'static str {
    match action {
        "hole" => "no hole has been found yet: listen with the detector, or search by eye",
        "clear" => "nothing lies through any hatch",
        "give" => "they carry nothing",
        _ => "there is nothing to choose",
    }
}
