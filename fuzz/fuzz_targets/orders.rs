//! Whatever is written as orders, the reader answers, and what it takes it writes again in words that mean the same.
#![no_main]

use leakdrill::drill::grammar;
use leakdrill::mission::{library, load_station};
use leakdrill::sim::layout::Layout;
use leakdrill::words::en::grammar::grammar_error;
use std::sync::OnceLock;

static LAYOUT: OnceLock<Layout> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|text: &str| {
    let layout = LAYOUT.get_or_init(|| {
        let station = library::station("iss-2018-08-30").expect("it ships");
        load_station(station.text).unwrap_or_else(|_| panic!("it loads"))
    });
    for line in text.lines() {
        let _ = grammar::lone_time(line);
        match grammar::parse(line, layout) {
            Ok(Some(read)) => {
                let written = grammar::write(&read.act, layout);
                let again = grammar::parse(&written, layout);
                assert!(matches!(&again, Ok(Some(again)) if again.act == read.act), "{line:?} {written:?} {again:?}");
            }
            Ok(None) => {}
            Err(error) => drop(grammar_error(&error).line()),
        }
    }
});
