//! Whatever a record says, chained as the program chains: reading, scoring, exporting, debriefing and watching answer.
//!
//! The input is a line a line of the record, `TICK KIND CONTENT`; the head, a first drill of other rules, and the chain
//! are put round it here, since no fuzzer finds a hash.
#![no_main]

use leakdrill::debrief::{Debrief, html, text};
use leakdrill::export::{cast, csv, jsonl, xapi};
use leakdrill::mission::{Mission, library, load};
use leakdrill::replay::chain::{START, link};
use leakdrill::replay::{Header, evidence, read, record::read_with};
use leakdrill::score::mark;
use leakdrill::units::Tick;
use std::sync::{Arc, OnceLock};

static MISSION: OnceLock<(Arc<Mission>, String)> = OnceLock::new();

fn head() -> &'static (Arc<Mission>, String) {
    MISSION.get_or_init(|| {
        let shipped = library::find("first-drill").expect("it ships");
        let mission = load(shipped.name, shipped.text, None).unwrap_or_else(|_| panic!("it loads"));
        let header = Header { sim: u32::MAX, ..Header::new(&mission, 1) };
        let head = format!("{{\"t\":0,\"header\":{}", serde_json::to_string(&header).expect("JSON"));
        (Arc::new(mission), head)
    })
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // As it is, too: most of it ends at the first line.
    let _ = read(bytes);
    let Ok(input) = std::str::from_utf8(bytes) else { return };
    let (mission, head) = head();
    let mut hash = link(START, head);
    let mut record = format!("{head},\"h\":\"{hash}\"}}\n");
    for line in input.lines() {
        let mut words = line.splitn(3, ' ');
        let (Some(tick), Some(kind), Some(content)) = (words.next(), words.next(), words.next()) else { continue };
        let line = format!("{{\"t\":{tick},\"{kind}\":{content}");
        hash = link(&hash, &line);
        record.push_str(&format!("{line},\"h\":\"{hash}\"}}\n"));
    }
    let Ok(record) = read_with(record.as_bytes(), mission.clone()) else { return };
    let _ = mark(&record.mission, &record.log);
    for tick in [Tick(0), Tick(record.last.0 / 2), record.last] {
        let _ = (evidence::console(&record, tick), evidence::sample(&record, tick));
    }
    let _ = (csv::csv(&record), jsonl::jsonl(&record), xapi::xapi(&record, &xapi::Options::default()));
    let _ = cast::cast(&record, &cast::Options::for_record(&record), []);
    if let Ok(debrief) = Debrief::of(&record) {
        let _ = (text::text(&debrief), html::page(&debrief, &record.mission.layout));
    }
});
