//! What happened, a JSON object a line: values for programs, and the sentence for people beside them.

use crate::drill::log::Entry;
use crate::replay::Record;
use crate::words::Words;
use serde_json::json;

/// Orders and events with their sentences. The truths of a drill that is not over are left out.
pub fn jsonl(record: &Record) -> String {
    let words = Words::of(&record.mission);
    let told = record.finished();
    let mut out = String::new();
    for (tick, entry) in record.log.entries() {
        let line = match entry {
            Entry::Order(order) => {
                let line = crate::drill::grammar::write(&order.act, &record.mission.layout);
                json!({ "t_s": tick.0, "kind": "order", "by": order.by, "order": line, "text": words.act(&order.act) })
            }
            Entry::Event(event) if told || !event.is_truth() => {
                json!({ "t_s": tick.0, "kind": "event", "truth": event.is_truth(), "event": event, "text": words.event(event) })
            }
            _ => continue,
        };
        out += &line.to_string();
        out.push('\n');
    }
    out
}
