//! The JSON Schema of mission files, made from the field table, so that editors complete, explain and underline what
//! the reader would say.

use super::advice::words;
use super::field::{Field, Need, Rule, Table, Thing, Ty, Word};
use super::table;
use super::unit::Dimension;
use serde_json::{Map, Value, json};

/// The schema, draft 2020-12.
pub fn json() -> Value {
    let mut defs = Map::new();
    for table in table::ALL.iter().filter(|t| t.name != "mission" && t.name != "station") {
        defs.insert(table.name.to_owned(), object(table));
    }
    for dimension in Dimension::ALL {
        defs.insert(definition(dimension).to_owned(), quantity(dimension));
    }
    defs.insert(
        "setting_name".to_owned(),
        json!({ "title": "a setting", "description": "The value of a setting: `$` and its name.", "type": "string", "pattern": "^\\$" }),
    );
    let mut root = object(&table::MISSION);
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["$id"] = json!("urn:leakdrill:mission:1");
    root["title"] = json!("Leakdrill mission, format 1");
    root["$defs"] = Value::Object(defs);
    root
}

/// The schema of a station file by itself.
pub fn station_json() -> Value {
    let defs = json()["$defs"].take();
    let mut root = object(&table::STATION);
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["$id"] = json!("urn:leakdrill:station:1");
    root["title"] = json!("Leakdrill station, format 1");
    root["$defs"] = defs;
    root
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn object(table: &Table) -> Value {
    let mut properties = Map::new();
    for field in table.fields {
        properties.insert(field.name.to_owned(), property(field));
    }
    let required: Vec<&str> = table.fields.iter().filter(|f| f.need == Need::Always).map(|f| f.name).collect();
    let mut schema = json!({
        "title": table.heading.trim_matches('`'),
        "description": table.doc,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    let mut all: Vec<Value> = Vec::new();
    let mut beside = Map::new();
    for rule in table.rules {
        match rule {
            Rule::One(names) => {
                all.push(json!({ "oneOf": names.iter().map(|n| json!({ "required": [n] })).collect::<Vec<_>>() }))
            }
            Rule::Some(names) => {
                all.push(json!({ "anyOf": names.iter().map(|n| json!({ "required": [n] })).collect::<Vec<_>>() }))
            }
            Rule::AtMostOne(names) => all.extend(pairs(names).map(|(a, b)| json!({ "not": { "required": [a, b] } }))),
            Rule::Beside(name, others) => {
                let any: Vec<Value> = others.iter().map(|o| json!({ "required": [o] })).collect();
                beside
                    .insert((*name).to_owned(), if any.len() == 1 { any[0].clone() } else { json!({ "anyOf": any }) });
            }
        }
    }
    if !all.is_empty() {
        schema["allOf"] = json!(all);
    }
    if !beside.is_empty() {
        schema["dependentSchemas"] = Value::Object(beside);
    }
    schema
}

fn pairs(names: &'static [&'static str]) -> impl Iterator<Item = (&'static str, &'static str)> {
    names.iter().enumerate().flat_map(move |(i, a)| names[i + 1..].iter().map(move |b| (*a, *b)))
}

fn property(field: &Field) -> Value {
    let mut schema = any_type(&field.ty);
    // A setting may stand for any value but words.
    if may_be_setting(&field.ty) {
        schema = json!({ "anyOf": [schema, { "$ref": "#/$defs/setting_name" }] });
    }
    let default = match field.need {
        Need::Always => String::new(),
        Need::New => " Needed in a new thing.".to_owned(),
        Need::Or("") => String::new(),
        Need::Or(default) => format!(" Left out: {default}."),
    };
    schema["description"] = json!(format!("{}.{default}", field.doc));
    if let Some(example) = example(field) {
        schema["examples"] = json!([example]);
    }
    schema
}

/// The example as JSON.
fn example(field: &Field) -> Option<Value> {
    if field.example.starts_with('[') && field.example.ends_with(']') && field.example.contains("[[") {
        return None;
    }
    let text = format!("x = {}", field.example);
    let table: toml::Table = toml::from_str(&text).ok()?;
    serde_json::to_value(table.get("x")?).ok()
}

fn may_be_setting(ty: &Ty) -> bool {
    matches!(
        ty,
        Ty::Amount(..)
            | Ty::Number(..)
            | Ty::Count(..)
            | Ty::Measured
            | Ty::Flag
            | Ty::Word(_)
            | Ty::Name(_)
            | Ty::Moment
    ) || matches!(ty, Ty::Band(_) | Ty::Several(..) | Ty::Spread)
}

fn any_type(ty: &Ty) -> Value {
    match ty {
        Ty::Text(most) | Ty::Label(most) => {
            json!({ "type": "string", "minLength": 1, "maxLength": most, "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$" })
        }
        Ty::Prose(most) => json!({ "type": "string", "minLength": 1, "maxLength": most }),
        Ty::Id => json!({ "type": "string", "maxLength": super::limit::NAME, "pattern": "^[a-z0-9][a-z0-9_-]*$" }),
        Ty::Name(thing) => name(*thing),
        Ty::Word(list) => enumeration(list),
        Ty::Flag => json!({ "type": "boolean" }),
        Ty::Count(low, high) if *high >= i64::MAX as u64 => json!({ "type": "integer", "minimum": low }),
        Ty::Count(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Ty::Number(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Ty::Amount(dimension, ..) => reference(definition(*dimension)),
        Ty::Measured | Ty::Any => json!({ "type": ["string", "number", "boolean"] }),
        Ty::Moment => json!({ "type": "string", "pattern": format!("^[^+]+(\\+{})?$", time()) }),
        Ty::Date => {
            let date = "\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})";
            json!({ "type": "string", "pattern": format!("^\\s*{date}\\s*$") })
        }
        Ty::List(of @ Ty::Table(_), most) => {
            json!({ "type": "array", "items": item(of), "minItems": 1, "maxItems": most })
        }
        Ty::List(of, most) => json!({ "type": "array", "items": item(of), "maxItems": most }),
        Ty::Several(of, most) => {
            json!({ "anyOf": [any_type(of), { "type": "array", "items": item(of), "minItems": 1, "maxItems": most }] })
        }
        Ty::Pair(of) => json!({ "type": "array", "items": item(of), "minItems": 2, "maxItems": 2 }),
        Ty::Band(of) => {
            json!({ "anyOf": [any_type(of), { "type": "array", "items": item(of), "minItems": 2, "maxItems": 2 }] })
        }
        Ty::Table(table) => reference(table.name),
        Ty::Tables(table, most) => json!({ "type": "array", "items": reference(table.name), "maxItems": most }),
        Ty::Named(table, most) => {
            json!({ "type": "object", "additionalProperties": reference(table.name), "maxProperties": most })
        }
        Ty::Weights => weights(),
        Ty::Or(first, table) => json!({ "anyOf": [any_type(first), reference(table.name)] }),
        Ty::Spread => json!({ "anyOf": [
            { "type": "string" },
            { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": super::limit::PLACES },
            weights(),
        ] }),
    }
}

/// An entry of a list, which may be a setting too.
fn item(ty: &Ty) -> Value {
    if may_be_setting(ty) {
        json!({ "anyOf": [any_type(ty), { "$ref": "#/$defs/setting_name" }] })
    } else {
        any_type(ty)
    }
}

fn weights() -> Value {
    json!({ "type": "object", "additionalProperties": { "anyOf": [
        { "type": "number", "minimum": 0, "maximum": 1000 },
        { "$ref": "#/$defs/setting_name" },
    ] } })
}

fn enumeration(list: &'static [Word]) -> Value {
    let any: Vec<Value> = list.iter().map(|w| json!({ "const": w.0, "description": w.1 })).collect();
    json!({ "type": "string", "enum": words(list).collect::<Vec<_>>(), "oneOf": any })
}

fn name(thing: Thing) -> Value {
    let mut schema = json!({ "type": "string", "minLength": 1 });
    if thing == Thing::Preset {
        let stations: Vec<&str> = super::library::stations().map(|s| s.name).collect();
        schema["examples"] = json!(stations);
    }
    schema
}

/// Under which name a dimension is defined.
fn definition(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Time => "time",
        Dimension::Length => "length",
        Dimension::Area => "area",
        Dimension::Volume => "volume",
        Dimension::Pressure => "pressure",
        Dimension::PressureRate => "pressure_rate",
        Dimension::Mass => "mass",
        Dimension::MassRate => "mass_rate",
        Dimension::Temperature => "temperature",
        Dimension::Warming => "warming",
        Dimension::WarmingRate => "warming_rate",
        Dimension::Flow => "flow",
        Dimension::Conductance => "conductance",
        Dimension::Power => "power",
        Dimension::Share => "share",
    }
}

/// A number and a unit; times may also be `1h30m` or `00:10:00`.
fn quantity(dimension: Dimension) -> Value {
    let pattern = match dimension {
        Dimension::Time => format!("^{}$", time()),
        _ => format!("^\\s*{}\\s*$", number_and_unit(dimension)),
    };
    json!({
        "title": dimension.noun(),
        "description": format!("{}: a number and one of {}.", dimension.noun(), super::suggest::list(dimension.units())),
        "type": "string",
        "pattern": pattern,
    })
}

/// A pattern of one number with one of the units.
fn number_and_unit(dimension: Dimension) -> String {
    let units: Vec<String> = dimension.units().map(written).collect();
    format!("[+-]?([0-9][0-9_]*(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*({})", units.join("|"))
}

/// A pattern of times: parts with units, or the time of a clock.
fn time() -> String {
    format!("\\s*(({}\\s*)+|[0-9]+:[0-5][0-9]:[0-5][0-9])\\s*", number_and_unit(Dimension::Time))
}

/// A unit as a pattern, with the other ways in which it may be written.
fn written(unit: &'static str) -> String {
    let unit = unit.replace("day", "(day|d)").replace("(day|d)s", "days");
    let unit = unit.replace("/h", "/(h|hour)").replace("m2", "m(2|²|\\^2)").replace("m3", "m(3|³|\\^3)");
    if unit == "C" { "°?C".to_owned() } else { unit }
}
