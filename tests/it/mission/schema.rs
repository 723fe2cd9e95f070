//! The schema says what the reader says, as far as a schema can.

use super::files;
use leakdrill::mission::{self, Kind, library, schema};
use regex_lite::Regex;
use serde_json::Value;

/// A validator of the part of draft 2020-12 that our schema uses. An unknown keyword is a failure, so that nothing is
/// skipped in silence.
struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    fn definition(&self, reference: &str) -> &Value {
        let name = reference.strip_prefix("#/$defs/").expect("a local reference");
        self.root["$defs"].get(name).unwrap_or_else(|| panic!("no definition {name}"))
    }

    fn errors(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let mut errors = Vec::new();
        let Value::Object(keywords) = schema else { panic!("a schema is an object: {schema}") };
        let valid = |s: &Value| self.errors(s, value, at).is_empty();
        let list = |v: &Value| v.as_array().expect("a list").clone();
        for (keyword, want) in keywords {
            let ok = match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" | "examples" => true,
                "$ref" => {
                    errors.extend(self.errors(self.definition(want.as_str().expect("text")), value, at));
                    true
                }
                "type" => match want {
                    Value::String(one) => is_type(value, one),
                    many => list(many).iter().any(|one| is_type(value, one.as_str().expect("text"))),
                },
                "enum" => list(want).contains(value),
                "const" => want == value,
                "anyOf" => list(want).iter().any(valid),
                "oneOf" => list(want).iter().filter(|s| valid(s)).count() == 1,
                "allOf" => list(want).iter().all(valid),
                "not" => !valid(want),
                "required" => {
                    list(want).iter().all(|k| value.get(k.as_str().expect("text")).is_some() || !value.is_object())
                }
                "properties" => {
                    for (key, inner) in want.as_object().expect("properties") {
                        if let Some(v) = value.get(key) {
                            errors.extend(self.errors(inner, v, &format!("{at}/{key}")));
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    let known = |k: &str| schema.get("properties").is_some_and(|p| p.get(k).is_some());
                    for (key, v) in value.as_object().into_iter().flatten().filter(|(k, _)| !known(k)) {
                        match want {
                            Value::Bool(false) => errors.push(format!("{at} has {key}")),
                            inner => errors.extend(self.errors(inner, v, &format!("{at}/{key}"))),
                        }
                    }
                    true
                }
                "dependentSchemas" => {
                    for (key, inner) in want.as_object().expect("schemas") {
                        if value.get(key).is_some() {
                            errors.extend(self.errors(inner, value, at));
                        }
                    }
                    true
                }
                "items" => {
                    for (i, v) in value.as_array().into_iter().flatten().enumerate() {
                        errors.extend(self.errors(want, v, &format!("{at}/{i}")));
                    }
                    true
                }
                "minItems" => value.as_array().is_none_or(|a| a.len() as u64 >= want.as_u64().expect("a number")),
                "maxItems" => value.as_array().is_none_or(|a| a.len() as u64 <= want.as_u64().expect("a number")),
                "maxProperties" => value.as_object().is_none_or(|a| a.len() as u64 <= want.as_u64().expect("a number")),
                "minimum" => value.as_f64().is_none_or(|x| x >= want.as_f64().expect("a number")),
                "maximum" => value.as_f64().is_none_or(|x| x <= want.as_f64().expect("a number")),
                "minLength" => {
                    value.as_str().is_none_or(|s| s.chars().count() as u64 >= want.as_u64().expect("a number"))
                }
                "maxLength" => {
                    value.as_str().is_none_or(|s| s.chars().count() as u64 <= want.as_u64().expect("a number"))
                }
                "pattern" => {
                    let pattern = Regex::new(want.as_str().expect("text")).unwrap_or_else(|e| panic!("{want}: {e}"));
                    value.as_str().is_none_or(|s| pattern.is_match(s))
                }
                other => panic!("the validator does not know {other}"),
            };
            if !ok {
                errors.push(format!("{at}: {keyword} {want}"));
            }
        }
        errors
    }
}

fn is_type(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type {other}"),
    }
}

/// A TOML text as JSON: dates become texts, numbers that JSON does not have become nothing.
fn as_json(text: &str) -> Option<Value> {
    fn value(v: toml::Value) -> Value {
        match v {
            toml::Value::Datetime(at) => Value::String(at.to_string()),
            toml::Value::Array(list) => Value::Array(list.into_iter().map(value).collect()),
            toml::Value::Table(table) => Value::Object(table.into_iter().map(|(k, v)| (k, value(v))).collect()),
            other => serde_json::to_value(other).unwrap_or(Value::Null),
        }
    }
    toml::from_str::<toml::Table>(text).ok().map(|t| value(toml::Value::Table(t)))
}

fn errors(root: &Value, text: &str) -> Option<Vec<String>> {
    Some(Validator { root }.errors(root, &as_json(text)?, ""))
}

#[test]
fn every_good_mission_satisfies_the_schema() {
    let root = schema::json();
    let mut texts: Vec<(String, String)> = library::list().map(|m| (m.name.to_owned(), m.text.to_owned())).collect();
    for (name, path) in files("tests/data/missions") {
        texts.push((name, std::fs::read_to_string(path).expect("a mission")));
    }
    texts.push(("new".to_owned(), mission::template("new")));
    for (name, text) in texts {
        assert_eq!(errors(&root, &text), Some(Vec::new()), "{name}");
    }
}

#[test]
fn every_shipped_station_satisfies_the_station_schema() {
    let root = schema::station_json();
    for station in library::stations() {
        assert_eq!(errors(&root, station.text), Some(Vec::new()), "{}", station.name);
    }
}

#[test]
fn the_schema_catches_the_bad_missions_that_a_schema_can() {
    // What stands in one field or beside its neighbours; names, sums and order are beyond a schema.
    const CAN: &[Kind] = &[
        Kind::UnknownField,
        Kind::MissingField,
        Kind::WrongType,
        Kind::MissingUnit,
        Kind::WrongUnit,
        Kind::UnknownUnit,
        Kind::NotAQuantity,
        Kind::NotFinite,
        Kind::UnknownWord,
        Kind::NotADate,
        Kind::BadName,
        Kind::TooMany,
        Kind::Choice,
        Kind::Lonely,
    ];
    // Those of them that depend on what another field says, or on the preset, or lie deeper than a schema counts.
    const BEYOND: &[&str] = &[
        "compartment-new-incomplete",
        "station-empty",
        "condition-too-deep",
        "condition-before-unknown",
        "condition-telemetry-without-unit",
        "condition-telemetry-wrong-unit",
        "condition-holds-of-a-hatch",
        "condition-who-mustered",
        "hatch-passage-with-a-door",
        "hole-rate-bare",
        "hole-rate-in-millimetres",
        "machine-with-a-rate-of-another",
        "machine-without-rate",
        "number-not-a-number",
        "quantity-too-large-to-count",
        "score-measure-with-unit-that-counts",
        "score-measure-without-ends",
        "score-measure-without-unit",
        "sensor-fault-too-much-said",
        "sensor-fault-without-amount",
        "sensor-fault-wrong-unit",
        "sensor-resolution-in-kelvin",
        "setting-bad-choice",
        "setting-of-a-setting",
        "start-no-such-day",
        "station-file-hatch-to-nowhere",
    ];
    let root = schema::json();
    let (mut caught, mut missed) = (0, Vec::new());
    for (name, path) in files("tests/bad") {
        let text = std::fs::read_to_string(path).expect("a mission");
        let Some(errors) = errors(&root, &text) else { continue };
        let could = mission::check(&text).list().iter().any(|p| CAN.contains(&p.kind));
        if !errors.is_empty() {
            caught += 1;
        } else if could && !BEYOND.contains(&name.as_str()) {
            missed.push(name);
        }
    }
    assert!(missed.is_empty(), "the schema says nothing of {missed:?}");
    assert!(caught >= 80, "it catches {caught}");
}

#[test]
fn everything_in_the_schema_says_what_it_is() {
    let root = schema::json();
    for (name, table) in root["$defs"].as_object().expect("definitions") {
        assert!(table.get("description").is_some(), "{name} has no description");
        for (field, property) in table["properties"].as_object().into_iter().flatten() {
            assert!(property.get("description").is_some(), "{name}.{field} has no description");
        }
    }
}

#[test]
fn a_number_may_begin_with_its_point() {
    let text = mission::template("new").replace("\"4 mm\"", "\".5 cm\"").replace("\"3h\"", "\".5 d\"");
    assert!(text.contains(".5 cm") && text.contains(".5 d") && mission::check(&text).is_empty());
    assert_eq!(errors(&schema::json(), &text), Some(Vec::new()));
}
