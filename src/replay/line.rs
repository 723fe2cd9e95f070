//! One line of a record: `{"t":TICK,"KIND":CONTENT,"h":"HASH"}`, always in exactly this form.
//!
//! The form is stricter than JSON: a reader finds kind, content and hash by position, checks the hash over the very
//! bytes, and only then reads the content. Samples, which make up nearly all of a long record, are written as rows
//! without field names.

use super::chain::{DIGITS, link};
use super::damage::Flaw;
use super::header::{End, Header, Note};
use crate::drill::grammar;
use crate::sim::console::Condition;
use crate::sim::digest::Digest;
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, PersonId};
use crate::sim::layout::Layout;
use crate::sim::order::{Giver, Order};
use crate::sim::sample::{AirSample, PersonSample, Sample};
use crate::units::Tick;
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

/// What a line holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The first line.
    Header(Box<Header>),
    /// An order.
    Order(Order),
    /// Something happened.
    Event(Event),
    /// A minute's evidence.
    Sample(Box<Sample>),
    /// The digest of the state.
    Mark(Digest),
    /// Something beside the drill.
    Note(Note),
    /// The program was alive so many seconds after it began to record.
    Beat(u64),
    /// The last line.
    End(End),
}

/// An order as a line of the grammar, with who gave it.
#[derive(serde::Serialize, serde::Deserialize)]
struct OrderText {
    by: Giver,
    #[serde(rename = "do")]
    act: String,
}

/// A sample as rows.
#[derive(serde::Serialize, serde::Deserialize)]
struct SampleText {
    #[serde(deserialize_with = "rows")]
    air: Vec<[f64; 4]>,
    #[serde(deserialize_with = "rows")]
    sensors: Vec<Option<f64>>,
    crew: Vec<(PersonId, CompartmentId, Condition, f64, Option<f64>)>,
    leaked: f64,
    reserve: Option<f64>,
}

/// Rows, with room for those of the ISS from the start: JSON does not tell how many come, and a list that grows by
/// doubling is moved four times.
fn rows<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    struct Rows<T>(std::marker::PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Rows<T> {
        type Value = Vec<T>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a list")
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut rows = Vec::with_capacity(32);
            while let Some(row) = list.next_element()? {
                rows.push(row);
            }
            Ok(rows)
        }
    }
    from.deserialize_seq(Rows(std::marker::PhantomData))
}

impl Body {
    /// The name of its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Body::Header(_) => "header",
            Body::Order(_) => "order",
            Body::Event(_) => "event",
            Body::Sample(_) => "sample",
            Body::Mark(_) => "mark",
            Body::Note(_) => "note",
            Body::Beat(_) => "beat",
            Body::End(_) => "end",
        }
    }

    fn content(&self, layout: &Layout) -> serde_json::Result<String> {
        match self {
            Body::Header(header) => serde_json::to_string(header),
            Body::Order(order) => {
                serde_json::to_string(&OrderText { by: order.by, act: grammar::write(&order.act, layout) })
            }
            Body::Event(event) => serde_json::to_string(event),
            Body::Sample(sample) => serde_json::to_string(&SampleText::of(sample)),
            Body::Mark(digest) => serde_json::to_string(&digest.hex()),
            Body::Note(note) => serde_json::to_string(note),
            Body::Beat(wall_s) => serde_json::to_string(wall_s),
            Body::End(end) => serde_json::to_string(end),
        }
    }

    /// The line with its hash and its end, and the hash for the next one. Orders are written in the grammar, which
    /// needs the station's names.
    pub fn write(&self, tick: Tick, layout: &Layout, before: &str) -> serde_json::Result<(String, String)> {
        let head = format!("{{\"t\":{},\"{}\":{}", tick.0, self.kind(), self.content(layout)?);
        let hash = link(before, &head);
        Ok((format!("{head},\"h\":\"{hash}\"}}\n"), hash))
    }
}

/// A line taken apart, its hash checked.
pub struct Parts<'a> {
    /// When.
    pub tick: Tick,
    /// Name of its kind.
    pub kind: &'a str,
    /// The content, JSON.
    pub content: &'a str,
    /// The hash for the next line.
    pub hash: &'a str,
}

/// Takes a line apart and checks it against the chain.
pub fn split<'a>(line: &'a str, before: &str) -> Result<Parts<'a>, Flaw> {
    let tail = line.len().checked_sub(DIGITS + 8).ok_or(Flaw::Form)?;
    let (head, tail) = line.split_at_checked(tail).ok_or(Flaw::Form)?;
    let hash = tail.strip_prefix(",\"h\":\"").and_then(|t| t.strip_suffix("\"}")).ok_or(Flaw::Form)?;
    if link(before, head) != hash {
        return Err(Flaw::Chain);
    }
    let rest = head.strip_prefix("{\"t\":").ok_or(Flaw::Form)?;
    let (tick, rest) = rest.split_once(',').ok_or(Flaw::Form)?;
    let (kind, content) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).ok_or(Flaw::Form)?;
    let content = content.strip_prefix(':').ok_or(Flaw::Form)?;
    let tick = tick.parse().map_err(|_| Flaw::Form)?;
    Ok(Parts { tick: Tick(tick), kind, content, hash })
}

/// Reads the content of a line that is not the header.
pub fn parse(kind: &str, content: &str, layout: &Layout) -> Result<Body, Flaw> {
    Ok(match kind {
        "order" => {
            let text: OrderText = json("order", content)?;
            Body::Order(Order { by: text.by, act: act(&text.act, layout)? })
        }
        "event" => Body::Event(json("event", content)?),
        "sample" => Body::Sample(Box::new(json::<SampleText>("sample", content)?.into_sample())),
        "mark" => {
            let hex: std::borrow::Cow<'_, str> = json("mark", content)?;
            let hash = blake3::Hash::from_hex(hex.as_bytes()).map_err(|e| bad("mark", &e.to_string()))?;
            Body::Mark(Digest(*hash.as_bytes()))
        }
        "note" => Body::Note(json("note", content)?),
        "beat" => Body::Beat(json("beat", content)?),
        "end" => Body::End(json("end", content)?),
        "header" => return Err(Flaw::OutOfPlace),
        other => return Err(Flaw::Kind(other.chars().take(40).collect())),
    })
}

fn act(line: &str, layout: &Layout) -> Result<crate::sim::order::Act, Flaw> {
    match grammar::parse(line, layout) {
        Ok(Some(line)) => Ok(line.act),
        Ok(None) => Err(bad("order", "it is empty")),
        Err(error) => Err(bad("order", &format!("{line:?} ({error:?})"))),
    }
}

/// Reads the header's content.
pub fn header(content: &str) -> Result<Header, Flaw> {
    #[derive(serde::Deserialize)]
    struct Number {
        format: u32,
    }
    let number: Number = json("header", content)?;
    if number.format > super::FORMAT {
        return Err(Flaw::NewerFormat(number.format));
    }
    json("header", content)
}

fn json<'a, T: serde::Deserialize<'a>>(kind: &'static str, content: &'a str) -> Result<T, Flaw> {
    serde_json::from_str(content).map_err(|error| bad(kind, &error.to_string()))
}

fn bad(kind: &'static str, why: &str) -> Flaw {
    Flaw::Content { kind, why: why.to_owned() }
}

impl SampleText {
    fn of(sample: &Sample) -> Self {
        Self {
            air: sample.air.iter().map(|air| [air.p, air.o2, air.co2, air.t]).collect(),
            sensors: sample.sensors.clone(),
            crew: sample.crew.iter().map(|p| (p.who, p.at, p.condition, p.exposure, p.needle)).collect(),
            leaked: sample.leaked_kg,
            reserve: sample.reserve_s,
        }
    }

    fn into_sample(self) -> Sample {
        let person = |(who, at, condition, exposure, needle)| PersonSample { who, at, condition, exposure, needle };
        Sample {
            air: self.air.into_iter().map(|[p, o2, co2, t]| AirSample { p, o2, co2, t }).collect(),
            sensors: self.sensors,
            crew: self.crew.into_iter().map(person).collect(),
            leaked_kg: self.leaked,
            reserve_s: self.reserve,
        }
    }
}
