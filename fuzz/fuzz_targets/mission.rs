//! Whatever the bytes, the mission reader answers: no panic, no hang, no growth.
#![no_main]

use leakdrill::mission;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let problems = mission::check(text);
    let _ = problems.render("fuzz.toml", true);
    let _ = problems.to_json("fuzz.toml");
    if !problems.has_errors() && mission::load("fuzz", text, None).is_err() {
        assert!(mission::load_station(text).is_ok(), "check and load disagree");
    }
});
