//! What happened, a JSON object a line: values for programs, and the sentence for people beside them.

use crate::drill::log::Entry;
use crate::replay::Record;
use crate::sim::event::Event;
use crate::words::Words;
use serde_json::{Value, json};

/// What visible events hold beside what could be seen: for score and debrief.
const UNSEEN: [&str; 4] = ["true_s", "sound", "founded", "throttled"];

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
                json!({ "t_s": tick.0, "kind": "event", "truth": event.is_truth(), "event": shown(event, told), "text": words.event(event) })
            }
            _ => continue,
        };
        out += &line.to_string();
        out.push('\n');
    }
    out
}

/// An event, less what nobody could see of it while its drill is not over.
fn shown(event: &Event, told: bool) -> Value {
    let mut value = json!(event);
    let fields = value.as_object_mut().and_then(|kind| kind.values_mut().next()).and_then(Value::as_object_mut);
    if let (Some(fields), false) = (fields, told) {
        fields.retain(|name, _| !UNSEEN.contains(&name.as_str()));
    }
    value
}
